//! Memory in large pages (大页), where the system has them to give.
//!
//! A build touches some ten megabytes for the first time, in two thousand pages of 4 kB, and the system stops the
//! program at each. So a thread begins with a few megabytes of heap in pages of 2 MB, of which only those count that are used.

/// Prepares the heap of a run: what is freed is kept for what comes next, and large blocks come from the heap too. Called
/// once, before there are other threads.
pub(super) fn prepare() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    gnu::keep();
    prepare_thread();
}

/// Prepares the heap of this thread.
pub(super) fn prepare_thread() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    gnu::enlarge_pages();
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[allow(unsafe_code, reason = "the C library has no other door to its heap")]
mod gnu {
    use std::ffi::c_int;

    /// A large page, in bytes.
    const PAGE: usize = 2 << 20;
    /// With how much heap a thread begins, in bytes.
    const BEGINNING: usize = 4 * PAGE;
    /// Blocks of so many bytes and more are the system's and not the heap's: the most that the C library takes.
    const LARGEST: c_int = 32 << 20;
    /// So many bytes at the heap's end go back to the system.
    const IDLE: c_int = 64 << 20;

    /// Keeps what is freed.
    pub(super) fn keep() {
        // SAFETY: sets numbers of the allocator, which takes or leaves them.
        unsafe {
            libc::mallopt(libc::M_MMAP_THRESHOLD, LARGEST);
            libc::mallopt(libc::M_TRIM_THRESHOLD, IDLE);
        }
    }

    /// Asks for large pages where this thread's heap begins. A system that has none leaves things as they are.
    pub(super) fn enlarge_pages() {
        let mut block: Vec<u8> = Vec::with_capacity(BEGINNING + PAGE);
        let free = block.spare_capacity_mut();
        let offset = free.as_ptr().align_offset(PAGE);
        if let Some(pages) = free.get_mut(offset..).and_then(|free| free.get_mut(..BEGINNING)) {
            // SAFETY: these bytes are the block's, and keep what they hold, whatever pages they lie in.
            unsafe { libc::madvise(pages.as_mut_ptr().cast(), BEGINNING, libc::MADV_HUGEPAGE) };
        }
    }
}
