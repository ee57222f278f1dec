//! Places in source files: where a fault stands, and how a person finds it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

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

/// A source file.
#[derive(Debug)]
struct Source {
    path: PathBuf,
    text: Arc<str>,
    /// Where its lines begin, looked up when a place of it is first located.
    lines: OnceLock<Vec<usize>>,
    /// The place located last, and its column: the next one often stands behind it on its line.
    last: Mutex<(usize, usize)>,
}

impl Source {
    fn new(path: &Path, text: String) -> Self {
        Self { path: path.to_path_buf(), text: text.into(), lines: OnceLock::new(), last: Mutex::new((0, 1)) }
    }

    fn lines(&self) -> &[usize] {
        let after = || self.text.match_indices('\n').map(|(at, _)| at + 1);
        self.lines.get_or_init(|| std::iter::once(0).chain(after()).collect())
    }

    /// The line of a byte, from 0, and where it begins.
    fn line(&self, at: usize) -> (usize, usize) {
        let line = self.lines().partition_point(|start| *start <= at).saturating_sub(1);
        (line, self.lines().get(line).copied().unwrap_or(0))
    }

    /// The column of a byte on its line, which begins at `start`; a byte order mark counts for none.
    fn column(&self, start: usize, at: usize) -> usize {
        // A place that another thread was locating is located anew.
        let (known, column) = self.last.try_lock().map_or((0, 1), |last| *last);
        let (from, column) = if (start + 1..=at).contains(&known) { (known, column) } else { (start, 1) };
        let between = &self.text[from..at];
        let mark = if from == start { between.len() - between.trim_start_matches('\u{feff}').len() } else { 0 };
        let column = column + between[mark..].chars().count();
        if let Ok(mut last) = self.last.try_lock() {
            *last = (at, column);
        }
        column
    }
}

/// The source files of a run, each with its text.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<Source>,
    /// Files that hold no text, such as a profile: nothing of them has a place.
    data: Vec<(PathBuf, Arc<[u8]>)>,
    /// Texts that are read in the place of what the disk holds: edits that are tried.
    tried: BTreeMap<PathBuf, Arc<str>>,
    /// Files that were asked for, read or not.
    asked: Vec<PathBuf>,
}

impl Files {
    /// The most bytes that a source may hold: over a million characters, more than a hundred issues have.
    pub const LARGEST: u64 = 4 << 20;

    /// No file yet; of some paths these texts are read, whatever the disk holds.
    #[must_use]
    pub fn trying(tried: BTreeMap<PathBuf, Arc<str>>) -> Self {
        Self { tried, ..Self::default() }
    }

    /// The bytes of a file, which may hold [`Files::LARGEST`] of them.
    ///
    /// # Errors
    /// A file that is not there, is a folder, may not be read, or is too large.
    pub fn read(&mut self, path: &Path) -> io::Result<Vec<u8>> {
        self.add_asked(path);
        self.bytes(path)
    }

    fn bytes(&self, path: &Path) -> io::Result<Vec<u8>> {
        if let Some(text) = self.tried.get(path) {
            return Ok(text.as_bytes().to_vec());
        }
        // A pipe might never end.
        let kind = std::fs::metadata(path)?.file_type();
        if !kind.is_file() && !kind.is_dir() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let file = File::open(path)?;
        let len = file.metadata()?.len();
        let mut bytes = Vec::new();
        if len <= Self::LARGEST {
            // It may grow while it is read.
            file.take(Self::LARGEST + 1).read_to_end(&mut bytes)?;
        }
        if len.max(bytes.len() as u64) > Self::LARGEST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    /// Adds a file and gives it its number.
    pub fn add(&mut self, path: &Path, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Source::new(path, text));
        id
    }

    fn source(&self, file: FileId) -> Option<&Source> {
        self.files.get(file.0 as usize)
    }

    /// The text of a file of this table.
    #[must_use]
    pub fn text(&self, file: FileId) -> Arc<str> {
        self.source(file).map_or_else(|| "".into(), |source| Arc::clone(&source.text))
    }

    /// The path of a file of this table.
    #[must_use]
    pub fn path(&self, file: FileId) -> &Path {
        self.source(file).map_or(Path::new(""), |source| &source.path)
    }

    /// Adds a file that holds no text.
    pub fn add_data(&mut self, path: &Path, data: Arc<[u8]>) {
        self.data.push((path.to_path_buf(), data));
    }

    /// Notes that a file is asked for that is read elsewhere.
    pub fn add_asked(&mut self, path: &Path) {
        self.asked.push(path.to_path_buf());
    }

    /// The files that were asked for, those too that are not there or cannot be used: what was found may be otherwise
    /// when one of them is another.
    pub fn asked(&self) -> impl Iterator<Item = &Path> {
        self.asked.iter().map(PathBuf::as_path)
    }

    /// The files that hold no text.
    pub fn data(&self) -> impl Iterator<Item = (&Path, &[u8])> {
        self.data.iter().map(|(path, data)| (path.as_path(), &**data))
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|source| source.path.as_path()).chain(self.data().map(|(path, _)| path))
    }

    /// All files with their texts, in the order in which they were read.
    pub fn texts(&self) -> impl Iterator<Item = (&Path, &str)> {
        self.files.iter().map(|source| (source.path.as_path(), &*source.text))
    }

    /// Line and column of a place's first character; a byte order mark counts for no column.
    #[must_use]
    pub fn locate(&self, place: Place) -> Location {
        let path = self.path(place.file).to_path_buf();
        let Some(source) = self.source(place.file) else { return Location { path, line: 1, column: 1 } };
        let at = source.text.floor_char_boundary(place.start as usize);
        let (line, start) = source.line(at);
        Location { path, line: line + 1, column: source.column(start, at) }
    }

    /// The bytes of the line of a place's first character, without its line feed.
    #[must_use]
    pub fn line(&self, place: Place) -> Range<usize> {
        let Some(source) = self.source(place.file) else { return 0..0 };
        let (line, start) = source.line(source.text.floor_char_boundary(place.start as usize));
        start..source.lines().get(line + 1).map_or(source.text.len(), |next| next - 1)
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
