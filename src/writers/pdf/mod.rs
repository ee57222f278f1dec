//! The document as PDF. The only folder that knows the PDF library.
//!
//! printpdf makes the pages and the fonts; it hands its document out before it is saved, and `finish`
//! sets right what it writes wrongly and adds what it leaves out. The streams are deflated last.

mod codes;
mod condition;
mod content;
mod deflate;
mod finish;
mod fonts;
mod links;
mod metadata;
mod outline;
mod piece;
mod sheet;
mod structure;
mod text;

use crate::document::Document;
use crate::fonts::FontBook;
use crate::length::Length;
use content::Content;
use fonts::Layers;
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use std::collections::BTreeSet;

/// For whom a file is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Target {
    /// The press, the archive and readers at once: PDF/X-4, PDF/A-2a and PDF/UA-1. No links on the page, which
    /// PDF/X-4 forbids.
    #[default]
    Press,
    /// Screens: PDF/A-2a and PDF/UA-1, with links from the contents to the articles and to addresses.
    Screen,
}

impl Target {
    /// The names by which a target is asked for.
    pub const NAMES: [&str; 2] = ["press", "screen"];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Press => "press",
            Self::Screen => "screen",
        }
    }

    /// The target of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Press, Self::Screen].into_iter().find(|target| target.name() == name)
    }
}

/// How a document is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settings {
    /// For whom.
    pub target: Target,
    /// How far the bleed (出血) reaches beyond the trimmed sheet.
    pub bleed: Length,
}

/// Writes the document; the same document gives the same bytes.
///
/// # Errors
/// A face that cannot be subset.
pub fn write(document: &Document, book: &FontBook<'_>, settings: Settings) -> anyhow::Result<Vec<u8>> {
    let (faces, cuts) = fonts::embedded(document, book);
    let (pages, programs) = rayon::join(|| pages(document, &faces), || fonts::programs(cuts));
    let (mut file, contents) = pages?;
    fonts::complete(&mut file, faces, programs?)?;
    finish::finish(&mut file, document, contents, settings)?;
    deflate::streams(&mut file)?;
    finish::save(&mut file)
}

/// The library's document, with the pages deflated and without what fonts say of their glyphs; and what each page holds.
fn pages(document: &Document, faces: &[Layers<'_>]) -> anyhow::Result<(lopdf::Document, Vec<Content>)> {
    let mut pdf = PdfDocument::new("");
    for face in faces.iter().flat_map(Layers::iter) {
        pdf.resources.fonts.map.insert(face.id.clone(), face.font.clone());
    }
    let types = document.structure.types();
    let pages = content::Pages { info: &document.info, faces, types: &types };
    let mut known = BTreeSet::new();
    let mut contents: Vec<_> = document.pages.iter().map(|page| pages.content(page, &mut known)).collect();
    for (page, content) in document.pages.iter().zip(&mut contents) {
        let ops = std::mem::take(&mut content.ops);
        // The library's boxes are rounded from mm; `finish` writes the exact ones.
        pdf.pages.push(PdfPage::new(Mm(page.width.to_mm() as f32), Mm(page.height.to_mm() as f32), ops));
    }
    // Not `secure`: the library would leave out the operators that it has no operation for.
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut file = printpdf::serialize::to_lopdf_doc(&pdf, &options, &mut Vec::new());
    deflate::streams(&mut file)?;
    Ok((file, contents))
}
