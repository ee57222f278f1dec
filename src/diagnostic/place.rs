//! Places in source files: where a fault stands, and how a person finds it.

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A source file's number in [`Files`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A run of bytes in a source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// Byte after the last; equal to `start` for a point.
    pub end: u32,
}

impl Place {
    /// A run of bytes; positions over 4 GiB are cut to that.
    #[must_use]
    pub fn new(file: FileId, span: Range<usize>) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: clamp(span.start), end: clamp(span.end) }
    }

    /// How many bytes the place covers.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the place is a point between two bytes.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// A place as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file's path, as it was named on the command line.
    pub path: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (not bytes), from 1.
    pub column: usize,
}

/// The source files of a run, each with its text.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<(PathBuf, Arc<str>)>,
    /// Texts that are read in the place of what the disk holds: edits that are tried.
    tried: BTreeMap<PathBuf, Arc<str>>,
}

impl Files {
    /// No file yet; of some paths these texts are read, whatever the disk holds.
    #[must_use]
    pub fn trying(tried: BTreeMap<PathBuf, Arc<str>>) -> Self {
        Self { files: Vec::new(), tried }
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// A file that is not there, is a folder, or may not be read.
    pub fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match self.tried.get(path) {
            Some(text) => Ok(text.as_bytes().to_vec()),
            None => {
                // A pipe might never end.
                let kind = std::fs::metadata(path)?.file_type();
                if !kind.is_file() && !kind.is_dir() {
                    return Err(io::ErrorKind::InvalidInput.into());
                }
                std::fs::read(path)
            }
        }
    }

    /// Adds a file and gives it its number.
    pub fn add(&mut self, path: &Path, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push((path.to_path_buf(), text.into()));
        id
    }

    /// The text of a file of this table.
    #[must_use]
    pub fn text(&self, file: FileId) -> Arc<str> {
        self.files.get(file.0 as usize).map_or_else(|| "".into(), |(_, text)| Arc::clone(text))
    }

    /// The path of a file of this table.
    #[must_use]
    pub fn path(&self, file: FileId) -> &Path {
        self.files.get(file.0 as usize).map_or(Path::new(""), |(path, _)| path)
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|(path, _)| path.as_path())
    }

    /// Line and column of a place's first character; a byte order mark counts for no column.
    #[must_use]
    pub fn locate(&self, place: Place) -> Location {
        let text = self.text(place.file);
        let at = text.floor_char_boundary(place.start as usize);
        let before = &text[..at];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Location {
            path: self.path(place.file).to_path_buf(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].trim_start_matches('\u{feff}').chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_columns_count_characters() {
        let mut files = Files::default();
        let file = files.add(Path::new("a.toml"), "一行\n标题 = 1\n".to_owned());
        let at = "一行\n标题 ".len();
        let location = files.locate(Place::new(file, at..at + 1));
        assert_eq!((location.line, location.column), (2, 4));
    }
}
