//! The road in one function: an issue's file becomes a document and its PDF.

use crate::diagnostic::{Code, Diagnostic, Files, Sink, with_whole_edits};
use crate::document::Document;
use crate::fonts::{FontBook, FontFiles, FontFolders};
use crate::pages::{self, LineNote};
use crate::{proof, source, writers};
use std::path::Path;

/// What compiling an issue gives.
pub struct Compiled<T> {
    /// The product; none if the sources hold errors.
    pub product: Option<T>,
    /// Everything found, in the order of the sources.
    pub diagnostics: Vec<Diagnostic>,
    /// The sources that the diagnostics point into.
    pub files: Files,
}

/// A compiled issue.
pub struct Product {
    /// The set pages.
    pub document: Document,
    /// The file for the press.
    pub pdf: Vec<u8>,
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

/// Compiles an issue to its PDF. Files of faces are read once for all issues of a run.
///
/// # Errors
/// What no source is to blame for: a file that cannot be read, a face that cannot be subset.
pub fn compile(path: &Path, inks: Inks, fonts: &FontFiles) -> anyhow::Result<Compiled<Product>> {
    walk(path, fonts, |mut document, book| {
        if inks == Inks::Mono {
            document.info.red = document.info.black;
        }
        let pdf = writers::pdf::write(&document, book)?;
        Ok(Product { document, pdf })
    })
}

/// Compiles an issue to its document only, as checks and tests need it.
///
/// # Errors
/// What no source is to blame for: a file that cannot be read.
pub fn set(path: &Path, fonts: &FontFiles) -> anyhow::Result<Compiled<Document>> {
    walk(path, fonts, |document, _| Ok(document))
}

/// Reads and sets an issue for what is wrong with it, with the texts of `files` in the place of what the disk
/// holds.
///
/// # Errors
/// What no source is to blame for: a file that cannot be read.
pub fn examine(path: &Path, files: Files, fonts: &FontFiles) -> anyhow::Result<Compiled<()>> {
    walk_with_notes(path, files, fonts, |_, _, _| Ok(()))
}

/// Compiles an issue to the notes on its lines.
///
/// # Errors
/// What no source is to blame for: a file that cannot be read.
pub fn notes(path: &Path, fonts: &FontFiles) -> anyhow::Result<Compiled<Vec<LineNote>>> {
    walk_with_notes(path, Files::default(), fonts, |_, notes, _| Ok(notes))
}

/// The road: source, faces, pages, and what `finish` makes of them. Errors on the way end it early.
fn walk<T>(
    path: &Path,
    fonts: &FontFiles,
    finish: impl FnOnce(Document, &FontBook<'_>) -> anyhow::Result<T>,
) -> anyhow::Result<Compiled<T>> {
    walk_with_notes(path, Files::default(), fonts, |document, _, book| finish(document, book))
}

fn walk_with_notes<T>(
    path: &Path,
    mut files: Files,
    fonts: &FontFiles,
    finish: impl FnOnce(Document, Vec<LineNote>, &FontBook<'_>) -> anyhow::Result<T>,
) -> anyhow::Result<Compiled<T>> {
    let mut sink = Sink::default();
    let mut product = None;
    if let Some(loaded) = source::load(path, &mut files, &mut sink)? {
        proof::proofread(&loaded.issue, &loaded.publication, &mut sink);
        let folders = FontFolders::for_publication(&loaded.publication_path);
        let book = FontBook::open(&loaded.publication.style.faces, &folders, fonts, &mut sink)?;
        // Pages are laid out even where the sources hold errors: characters that no face has show only then.
        if !sink.has_any(&[
            Code::MeasuresClash,
            Code::FaceNotFound,
            Code::FaceUnusable,
            Code::FaceNotEmbeddable,
            Code::NoSuchFace,
        ]) {
            let (document, notes) = pages::lay_out_with_notes(&loaded.issue, &loaded.publication, &book, &mut sink);
            product = if sink.has_errors() { None } else { Some(finish(document, notes, &book)?) };
        }
    }
    let diagnostics = with_whole_edits(sink.into_sorted(), &files);
    Ok(Compiled { product, diagnostics, files })
}
