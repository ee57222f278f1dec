//! What the library leaves out or writes wrongly, set right in one step; each subject has a file.

use super::content::Content;
use super::{Settings, Target, condition, links, metadata, outline, sheet, structure};
use crate::document::Document;
use anyhow::Context;
use lopdf::{Object, ObjectId, StringFormat, dictionary};
use memchr::memmem;
use xxhash_rust::xxh3::xxh3_128;

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
    let free = sheet::resources(file, &pages, &document.info.red)?;
    let held = match settings.target {
        Target::Press => Vec::new(),
        Target::Screen => links::add(file, &pages, document)?,
    };
    let marked: Vec<_> = contents.into_iter().map(|content| content.marked).collect();
    let tree = structure::add(file, &pages, document, &marked, &held, free)?;
    let outlines = outline::add(file, &pages, document);
    catalog(file, document, tree, outlines, settings.target)?;
    let information = file.trailer.get(b"Info").and_then(Object::as_reference).context("PDF information")?;
    file.set_object(information, metadata::information(&document.info, settings.target));
    // There were fewer elements than numbers that have become free.
    if file.objects.len() < file.max_id as usize {
        file.renumber_objects();
    }
    Ok(())
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

/// Saves the file with the identifiers that its content has: the hash of its bytes with blank ones.
///
/// They are put in where the blank ones stand, which have the same length, so that the file is written once.
pub(super) fn save(file: &mut lopdf::Document) -> anyhow::Result<Vec<u8>> {
    let blank = Object::String(vec![0; 16], StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![blank.clone(), blank]);
    let mut bytes = Vec::with_capacity(size(file));
    file.save_to(&mut bytes).context("PDF")?;
    let digest = xxh3_128(&bytes).to_be_bytes();
    let hexadecimal: String = digest.iter().map(|byte| format!("{byte:02X}")).collect();
    // The trailer is the last that stands in the file.
    for _ in 0..2 {
        let at = memmem::rfind(&bytes, &[b'0'; 32]).context("PDF identifier")?;
        bytes[at..at + 32].copy_from_slice(hexadecimal.as_bytes());
    }
    let instance = metadata::identifier(&digest);
    // Behind this tag, which no title can have, for in the packet its marks would be escaped.
    let tag = b"<xmpMM:InstanceID>";
    let at = memmem::find(&bytes, &[tag, blank_instance().as_bytes()].concat()).context("PDF metadata")? + tag.len();
    bytes[at..at + instance.len()].copy_from_slice(instance.as_bytes());
    Ok(bytes)
}

/// About how many bytes a file has: those of its streams, and some for each object.
fn size(file: &lopdf::Document) -> usize {
    let stream = |object: &Object| object.as_stream().map_or(0, |stream| stream.content.len());
    file.objects.values().map(|object| stream(object) + 200).sum()
}
