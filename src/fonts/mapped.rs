//! Files mapped into memory. Only here and where the heap is prepared does the program do what the compiler cannot check.

use memmap2::Mmap;
use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

/// A file that is mapped into memory, and what the system told of it when it was: at its path may be another by now.
pub(super) struct Mapped {
    pub(super) bytes: Mmap,
    pub(super) metadata: Metadata,
}

impl Mapped {
    /// The file's bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Maps a file into memory.
#[allow(unsafe_code, reason = "mapping faces is what makes a build fast")]
pub(super) fn map(path: &Path) -> io::Result<Mapped> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // SAFETY: nobody writes into the faces' files while the program runs: `fonts/fetch.sh` and the
    // system's packages replace them by renaming, which leaves the mapped file as it was.
    let bytes = unsafe { Mmap::map(&file) }?;
    Ok(Mapped { bytes, metadata })
}
