//! The road in one function: an issue's file becomes a document and its PDF.

use crate::diagnostic::{Code, Diagnostic, Files, Sink, with_whole_edits};
use crate::document::{Document, Ink};
use crate::fonts::{FontBook, FontFiles, FontFolders, OpenedFace};
use crate::model::style::Cmyk;
use crate::model::{Issue, Publication};
use crate::pages::{self, LineNote};
use crate::source::{Loaded, Shown};
use crate::writers::pdf::Settings;
use crate::{proof, source, writers};
use std::path::{Path, PathBuf};

/// What compiling an issue gives.
pub struct Compiled<T> {
    /// The product; none if the sources hold errors.
    pub product: Option<T>,
    /// Everything found, in the order of the sources.
    pub diagnostics: Vec<Diagnostic>,
    /// The sources that the diagnostics point into.
    pub files: Files,
}

/// A compiled issue, and what was made of its pages beside the PDF.
pub struct Product<M = ()> {
    /// The set pages.
    pub document: Document,
    /// The file for the press.
    pub pdf: Vec<u8>,
    /// What was made beside it.
    pub made: M,
    /// The publication's file.
    pub publication_path: PathBuf,
    /// The faces that were opened.
    pub faces: Vec<OpenedFace>,
}

/// What is done beside the setting and the PDF, on another thread where there is one.
pub trait Beside: Sync {
    /// What is made of the pages.
    type Made: Send;

    /// The sources are read, and what goes side by side begins.
    fn begin(&self) {}

    /// Does what is to be done with a face, as soon as it is known.
    fn face(&self, face: &OpenedFace);

    /// Makes of the set pages, and of the publication's keys as they held for the issue, what is wanted of them.
    fn pages(&self, document: &Document, held: &[Shown]) -> Self::Made;
}

/// Nothing is done beside the PDF.
impl Beside for () {
    type Made = ();

    fn face(&self, _: &OpenedFace) {}

    fn pages(&self, _: &Document, _: &[Shown]) {}
}

/// With which inks a sheet is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Inks {
    /// The publication's two colours.
    #[default]
    Two,
    /// Black alone, for office printers: what is red is black.
    Mono,
}

impl Inks {
    /// The name by which a lock keeps them.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Two => "two",
            Self::Mono => "mono",
        }
    }

    /// The inks of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Two, Self::Mono].into_iter().find(|inks| inks.name() == name)
    }
}

/// How an issue is printed: what a command asks for, beside what its publication says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Print {
    /// With which inks.
    pub inks: Inks,
    /// For whom, and with which bleed.
    pub settings: Settings,
}

/// Compiles an issue to its PDF. Files of faces are read once for all issues of a run.
///
/// # Errors
/// What no source is to blame for: a file that cannot be read, a face that cannot be subset.
pub fn compile(path: &Path, print: Print, fonts: &FontFiles) -> anyhow::Result<Compiled<Product>> {
    compile_beside(path, print, fonts, &())
}

/// Compiles an issue to its PDF, and does beside that what else is to be done.
///
/// # Errors
/// What no source is to blame for: a file that cannot be read, a face that cannot be subset.
pub fn compile_beside<B: Beside>(
    path: &Path,
    print: Print,
    fonts: &FontFiles,
    beside: &B,
) -> anyhow::Result<Compiled<Product<B::Made>>> {
    walk(path, Files::default(), fonts, beside, pages::lay_out, |mut document, book, loaded| {
        if print.inks == Inks::Mono {
            document.info.red = Ink { process: Cmyk::BLACK, spot: None };
        }
        let (pdf, made) = rayon::join(
            || writers::pdf::write(&document, book, print.settings),
            || beside.pages(&document, &loaded.held),
        );
        let publication_path = loaded.publication_path.clone();
        Ok(Product { document, pdf: pdf?, made, publication_path, faces: book.opened().collect() })
    })
}

/// Compiles an issue to its document only, as checks and tests need it.
///
/// # Errors
/// What no source is to blame for: a file that cannot be read.
pub fn set(path: &Path, fonts: &FontFiles) -> anyhow::Result<Compiled<Document>> {
    walk(path, Files::default(), fonts, &(), pages::lay_out, |document, _, _| Ok(document))
}

/// Reads and sets an issue for what is wrong with it, with the texts of `files` in the place of what the disk
/// holds.
///
/// # Errors
/// What no source is to blame for: a file that cannot be read.
pub fn examine(path: &Path, files: Files, fonts: &FontFiles) -> anyhow::Result<Compiled<()>> {
    walk(path, files, fonts, &(), pages::lay_out, |_, _, _| Ok(()))
}

/// Compiles an issue to the notes on its lines.
///
/// # Errors
/// What no source is to blame for: a file that cannot be read.
pub fn notes(path: &Path, fonts: &FontFiles) -> anyhow::Result<Compiled<Vec<LineNote>>> {
    walk(path, Files::default(), fonts, &(), pages::lay_out_with_notes, |(_, notes), _, _| Ok(notes))
}

/// How an issue is laid out: its pages, with the notes on their lines or without.
type LayOut<L> = fn(&Issue, &Publication, &FontBook<'_>, &mut Sink) -> L;

/// The road: source, faces, pages, and what `finish` makes of them. Errors on the way end it early.
fn walk<L, T>(
    path: &Path,
    mut files: Files,
    fonts: &FontFiles,
    beside: &impl Beside,
    set: LayOut<L>,
    finish: impl FnOnce(L, &FontBook<'_>, &Loaded) -> anyhow::Result<T> + Send,
) -> anyhow::Result<Compiled<T>>
where
    T: Send,
{
    let mut sink = Sink::default();
    let mut product = None;
    if let Some(loaded) = source::load(path, &mut files, &mut sink)? {
        let mut proofread = sink.branch();
        beside.begin();
        let (laid_out, ()) = rayon::join(
            || {
                lay_out(&loaded, fonts, beside, &mut sink, |book, sink| {
                    let pages = set(&loaded.issue, &loaded.publication, book, sink);
                    if sink.has_errors() { Ok(None) } else { finish(pages, book, &loaded).map(Some) }
                })
            },
            || proof::proofread(&loaded.issue, &loaded.publication, &mut proofread),
        );
        sink.join(proofread);
        product = laid_out?.filter(|_| !sink.has_errors());
    }
    let diagnostics = with_whole_edits(sink.into_sorted(), &files);
    Ok(Compiled { product, diagnostics, files })
}

/// Opens an issue's faces and sets it; none if there are errors so far that leave nothing to set.
fn lay_out<T>(
    loaded: &Loaded,
    fonts: &FontFiles,
    beside: &impl Beside,
    sink: &mut Sink,
    set: impl FnOnce(&FontBook<'_>, &mut Sink) -> anyhow::Result<Option<T>>,
) -> anyhow::Result<Option<T>> {
    let folders = FontFolders::for_publication(&loaded.publication_path);
    let book = FontBook::open(&loaded.publication.style.faces, &folders, fonts, sink)?;
    // Pages are laid out even where the sources hold errors: characters that no face has show only then.
    if sink.has_any(&[
        Code::MeasuresClash,
        Code::FaceNotFound,
        Code::FaceUnusable,
        Code::FaceNotEmbeddable,
        Code::NoSuchFace,
    ]) {
        return Ok(None);
    }
    let opened: Vec<_> = book.opened().collect();
    rayon::in_place_scope(|scope| {
        for face in &opened {
            scope.spawn(move |_| beside.face(face));
        }
        set(&book, sink)
    })
}
