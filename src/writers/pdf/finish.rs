//! What the library leaves out or writes wrongly: boxes, language, information, outline, identifier.

use super::outline;
use super::text::text_string;
use crate::document::Document;
use crate::model::IssueDate;
use anyhow::Context;
use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};
use sha2::{Digest, Sha256};

/// The program, as the file names it.
const CREATOR: &str = concat!("bulletin ", env!("CARGO_PKG_VERSION"));

/// Sets the file right: everything but its identifier.
pub(super) fn finish(file: &mut lopdf::Document, document: &Document) -> anyhow::Result<()> {
    file.version = "1.6".to_owned();
    let pages: Vec<_> = file.page_iter().collect();
    boxes(file, &pages, document)?;
    descriptors(file);
    let outlines = outline::add(file, &pages, document);
    catalog(file, document, outlines)?;
    let information = file.add_object(information(document));
    file.trailer.set("Info", information);
    file.renumber_objects();
    Ok(())
}

/// Exact boxes: media, bleed and trim are the sheet; a crop box would cut what viewers show.
fn boxes(file: &mut lopdf::Document, pages: &[ObjectId], document: &Document) -> anyhow::Result<()> {
    for (id, sheet) in pages.iter().zip(&document.pages) {
        let page = file.get_dictionary_mut(*id).context("PDF page")?;
        let edge = |points: f64| Object::Real(((points * 1000.0).round() / 1000.0) as f32);
        let sheet = vec![Object::Integer(0), Object::Integer(0), edge(sheet.width.to_pt()), edge(sheet.height.to_pt())];
        for name in ["MediaBox", "BleedBox", "TrimBox"] {
            page.set(name, sheet.clone());
        }
        page.remove(b"CropBox");
        page.remove(b"Annots");
        page.set("Tabs", "S");
    }
    Ok(())
}

/// Flags of the font descriptors: none of the faces uses the standard Latin character set.
fn descriptors(file: &mut lopdf::Document) {
    const SYMBOLIC: i64 = 1 << 2;
    for object in file.objects.values_mut() {
        let Ok(dictionary) = object.as_dict_mut() else { continue };
        if dictionary.has_type(b"FontDescriptor") {
            dictionary.set("Flags", SYMBOLIC);
        }
    }
}

fn catalog(file: &mut lopdf::Document, document: &Document, outlines: Option<ObjectId>) -> anyhow::Result<()> {
    let catalog = file.catalog_mut().context("PDF catalog")?;
    catalog.set("Lang", Object::string_literal(document.info.language.as_str()));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("PageLayout", "SinglePage");
    if let Some(outlines) = outlines {
        catalog.set("Outlines", outlines);
        catalog.set("PageMode", "UseOutlines");
    }
    Ok(())
}

/// The information dictionary; its dates are the issue's.
fn information(document: &Document) -> Dictionary {
    let date = Object::string_literal(pdf_date(document.info.date));
    dictionary! {
        "Title" => text_string(&document.info.title),
        "Author" => text_string(&document.info.author),
        "Creator" => Object::string_literal(CREATOR),
        "Producer" => Object::string_literal("printpdf"),
        "CreationDate" => date.clone(),
        "ModDate" => date,
        "Trapped" => "False",
    }
}

/// Midnight of the day of issue in Chinese time.
fn pdf_date(date: IssueDate) -> String {
    format!("D:{:04}{:02}{:02}000000+08'00'", date.year, date.month, date.day)
}

/// Gives the file the identifier that its content has: the hash of its bytes with none.
pub(super) fn identify(file: &mut lopdf::Document) -> anyhow::Result<()> {
    let blank = Object::String(vec![0; 16], StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![blank.clone(), blank]);
    let digest = Sha256::digest(super::save(file)?);
    let identifier = Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identifier.clone(), identifier]);
    Ok(())
}
