//! Files mapped into memory: the one door through which the program does what the compiler cannot check.

use memmap2::{Mmap, MmapOptions};
use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

/// Bytes of a window, a multiple of every page size.
const WINDOW: u64 = 1 << 20;

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
#[allow(unsafe_code, reason = "the one exception: mapping faces is what makes a build fast")]
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

/// Reads a file through, a window of it at a time: so much of it is mapped at once, and none of it copied.
///
/// # Errors
/// A file that cannot be mapped.
#[allow(unsafe_code, reason = "as for `map`")]
pub fn read_through(file: &File, mut read: impl FnMut(&[u8])) -> io::Result<()> {
    let length = file.metadata()?.len();
    let mut at = 0;
    while at < length {
        let window = WINDOW.min(length - at);
        // SAFETY: as for `map`.
        let bytes = unsafe { MmapOptions::new().offset(at).len(window as usize).populate().map(file) }?;
        read(&bytes);
        at += window;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn mapped_windows_are_the_whole_file() {
        let windows = |length: usize| {
            let bytes: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            let mut file = tempfile::tempfile().unwrap();
            file.write_all(&bytes).unwrap();
            let (mut read, mut count) = (Vec::new(), 0);
            read_through(&file, |window| {
                read.extend_from_slice(window);
                count += 1;
            })
            .unwrap();
            assert_eq!(read, bytes, "{length}");
            count
        };
        assert_eq!([0, 1, 1 << 20, (1 << 20) + 1, 5 << 19].map(windows), [0, 1, 1, 2, 3]);
    }
}
