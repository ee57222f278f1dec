//! What the library leaves out or writes wrongly, set right in one step; each subject has a file.

use super::content::Content;
use super::{Settings, Target, condition, links, metadata, outline, sheet, structure};
use crate::document::{Document, Info};
use anyhow::Context;
use lopdf::{Object, ObjectId, StringFormat, dictionary};
use sha2::{Digest, Sha256};

/// Sets the file right: everything but its identifiers.
pub(super) fn finish(
    file: &mut lopdf::Document,
    document: &Document,
    contents: Vec<Content>,
    settings: Settings,
) -> anyhow::Result<()> {
    file.version = "1.6".to_owned();
    let pages: Vec<_> = file.page_iter().collect();
    sheet::boxes(file, &pages, document, settings.bleed)?;
    sheet::resources(file, &pages, &document.info.red)?;
    descriptors(file);
    let held = match settings.target {
        Target::Press => Vec::new(),
        Target::Screen => links::add(file, &pages, document)?,
    };
    let marked: Vec<_> = contents.into_iter().map(|content| content.marked).collect();
    let tree = structure::add(file, &pages, document, &marked, &held)?;
    let outlines = outline::add(file, &pages, document);
    catalog(file, document, tree, outlines, settings.target)?;
    // The library's own would stay in the file, with nothing that leads to it.
    if let Ok(own) = file.trailer.get(b"Info").and_then(Object::as_reference) {
        file.objects.remove(&own);
    }
    let information = file.add_object(metadata::information(&document.info, settings.target));
    file.trailer.set("Info", information);
    file.renumber_objects();
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

fn catalog(
    file: &mut lopdf::Document,
    document: &Document,
    tree: ObjectId,
    outlines: Option<ObjectId>,
    target: Target,
) -> anyhow::Result<()> {
    let intents = condition::intents(file, document, target);
    let metadata = file.add_object(metadata::packet(&document.info, target, &blank_instance()));
    let catalog = file.catalog_mut().context("PDF catalog")?;
    catalog.set("Lang", Object::string_literal(document.info.language.as_str()));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", intents);
    catalog.set("PageLabels", page_labels(document));
    catalog.set("StructTreeRoot", tree);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("PageLayout", "SinglePage");
    if let Some(outlines) = outlines {
        catalog.set("Outlines", outlines);
        catalog.set("PageMode", "UseOutlines");
    }
    Ok(())
}

/// The pages' own numbers, printed or not.
fn page_labels(document: &Document) -> lopdf::Dictionary {
    let first = document.pages.first().map_or(1, |page| page.number);
    let decimal = dictionary! { "S" => "D", "St" => first as i64 };
    dictionary! { "Nums" => vec![Object::Integer(0), Object::Dictionary(decimal)] }
}

/// What stands for the identifier of a file while it is not known.
fn blank_instance() -> String {
    metadata::identifier(&[0; 16])
}

/// Gives the file the identifiers that its content has: the hash of its bytes with blank ones.
pub(super) fn identify(file: &mut lopdf::Document, info: &Info, target: Target) -> anyhow::Result<()> {
    let blank = Object::String(vec![0; 16], StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![blank.clone(), blank]);
    let digest = Sha256::digest(super::save(file)?);
    let identifier = Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identifier.clone(), identifier]);
    let packet = metadata::packet(info, target, &metadata::identifier(&digest));
    let catalog = file.catalog().context("PDF catalog")?;
    let id = catalog.get(b"Metadata").and_then(Object::as_reference).context("PDF metadata")?;
    file.set_object(id, packet);
    Ok(())
}
