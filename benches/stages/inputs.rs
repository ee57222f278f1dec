//! What the stages work on.

use crate::archive;
use bulletin::diagnostic::{Files, Sink};
use bulletin::document::Document;
use bulletin::fonts::{FontBook, FontFiles, FontFolders};
use bulletin::model::{Block, Entry, Text};
use bulletin::pages;
use bulletin::source::{self, Loaded};
use std::fmt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// An issue to be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Input {
    /// The published issue.
    Issue709,
    /// An issue of the synthetic archive, so many times as long as usual.
    Synthetic(usize),
}

impl Input {
    /// An issue as it is printed, and how cost grows from there.
    pub(crate) const ALL: [Self; 4] = [Self::Issue709, Self::Synthetic(1), Self::Synthetic(10), Self::Synthetic(100)];
    /// Those that are printed.
    pub(crate) const PRINTED: [Self; 2] = [Self::Issue709, Self::Synthetic(1)];
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Issue709 => write!(f, "issue 709"),
            Self::Synthetic(times) => write!(f, "synthetic x{times}"),
        }
    }
}

/// The checkout.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// An issue on disk, and its folder if it goes when the bench ends.
pub(crate) struct Written {
    /// The issue's file.
    pub(crate) path: PathBuf,
    _folder: Option<TempDir>,
}

impl Written {
    /// The issue of an input, in a project with the checkout's faces.
    pub(crate) fn new(input: Input) -> Self {
        let Input::Synthetic(times) = input else {
            return Self { path: root().join("issues/709.toml"), _folder: None };
        };
        let folder = tempfile::tempdir().unwrap();
        archive::write(folder.path(), 0, 1).unwrap();
        std::os::unix::fs::symlink(root().join("fonts"), folder.path().join("fonts")).unwrap();
        let path = folder.path().join("1.toml");
        std::fs::write(&path, archive::issue(1, 1, archive::USUAL * times)).unwrap();
        Self { path, _folder: Some(folder) }
    }

    /// The issue with its publication.
    pub(crate) fn load(&self) -> Loaded {
        source::load(&self.path, &mut Files::default(), &mut Sink::default()).unwrap().unwrap()
    }
}

/// The faces of an issue's publication.
pub(crate) fn book<'f>(loaded: &Loaded, files: &'f FontFiles) -> FontBook<'f> {
    let folders = FontFolders::for_publication(&loaded.publication_path);
    FontBook::open(&loaded.publication.style.faces, &folders, files, &mut Sink::default()).unwrap()
}

/// An issue's set pages.
pub(crate) fn document(loaded: &Loaded, book: &FontBook<'_>) -> Document {
    pages::lay_out(&loaded.issue, &loaded.publication, book, &mut Sink::default())
}

/// The paragraphs of an issue.
pub(crate) fn paragraphs(loaded: &Loaded) -> Vec<&Text> {
    let bodies = loaded.issue.entries.iter().flat_map(|entry| match entry {
        Entry::Article(article) => &article.body,
        Entry::Brief(brief) => &brief.body,
    });
    let texts = bodies.filter_map(|block| match block {
        Block::Paragraph(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

/// How many characters texts hold.
pub(crate) fn characters(texts: &[&Text]) -> usize {
    texts.iter().map(|text| text.as_str().chars().count()).sum()
}
