//! The document as PDF. The only folder that knows the PDF library.
//!
//! printpdf makes the pages and the fonts; it hands its document out before it is saved, and `finish`
//! sets right what it writes wrongly and adds what it leaves out. The streams are deflated last.

mod content;
mod deflate;
mod finish;
mod fonts;
mod outline;
mod text;

use crate::document::Document;
use crate::fonts::FontBook;
use anyhow::Context;
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};

/// Writes the document; the same document gives the same bytes.
///
/// # Errors
/// A face that cannot be subset.
pub fn write(document: &Document, book: &FontBook<'_>) -> anyhow::Result<Vec<u8>> {
    let faces = fonts::embedded(document, book)?;
    let mut pdf = PdfDocument::new("");
    for face in faces.iter().flat_map(fonts::Layers::iter) {
        pdf.resources.fonts.map.insert(face.id.clone(), face.font.clone());
    }
    for page in &document.pages {
        let ops = content::page(page, &document.info, &faces);
        // The library's boxes are rounded from mm; `finish` writes the exact ones.
        pdf.pages.push(PdfPage::new(Mm(page.width.to_mm() as f32), Mm(page.height.to_mm() as f32), ops));
    }
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let mut file = printpdf::serialize::to_lopdf_doc(&pdf, &options, &mut Vec::new());
    finish::finish(&mut file, document)?;
    deflate::streams(&mut file)?;
    finish::identify(&mut file)?;
    save(&mut file)
}

/// The file's bytes.
fn save(file: &mut lopdf::Document) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).context("PDF")?;
    Ok(bytes)
}
