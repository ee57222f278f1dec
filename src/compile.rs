//! The road in one function: an issue's file becomes a document and its PDF.

use crate::diagnostic::{Diagnostic, Files, Sink};
use crate::document::Document;
use crate::fonts::{FontBook, FontFiles, FontFolders};
use crate::{pages, source, writers};
use std::path::Path;

/// What compiling an issue gives.
pub struct Compiled {
    /// The document and its PDF; none if the sources hold errors.
    pub product: Option<Product>,
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

/// Compiles an issue. Files of faces are read once for all issues of a run.
///
/// # Errors
/// What no source is to blame for: a file that cannot be read, a face that cannot be subset.
pub fn compile(path: &Path, fonts: &FontFiles) -> anyhow::Result<Compiled> {
    let mut files = Files::default();
    let mut sink = Sink::default();
    let product = product(path, fonts, &mut files, &mut sink)?;
    Ok(Compiled { product, diagnostics: sink.into_sorted(), files })
}

fn product(path: &Path, fonts: &FontFiles, files: &mut Files, sink: &mut Sink) -> anyhow::Result<Option<Product>> {
    let Some(loaded) = source::load(path, files, sink)? else { return Ok(None) };
    let folders = FontFolders::for_publication(&loaded.publication_path);
    let book = FontBook::open(&loaded.publication.style.faces, &folders, fonts, sink)?;
    if sink.has_errors() {
        return Ok(None);
    }
    let document = pages::lay_out(&loaded.issue, &loaded.publication, &book, sink);
    if sink.has_errors() {
        return Ok(None);
    }
    let pdf = writers::pdf::write(&document, &book)?;
    Ok(Some(Product { document, pdf }))
}
