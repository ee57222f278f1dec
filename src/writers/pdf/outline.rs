//! The outline: nested, in reading order, each entry leading to its line.

use super::text::text_string;
use crate::document::{Document, OutlineEntry};
use crate::length::Length;
use lopdf::{Dictionary, Object, ObjectId, dictionary};

/// Adds the outline to a file whose pages are these; none if there are no entries.
pub(super) fn add(file: &mut lopdf::Document, pages: &[ObjectId], document: &Document) -> Option<ObjectId> {
    if document.outline.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let (first, last, count) = level(file, pages, document, &document.outline, root)?;
    let outlines = dictionary! {
        "Type" => "Outlines",
        "First" => first,
        "Last" => last,
        "Count" => count,
    };
    file.set_object(root, outlines);
    Some(root)
}

/// Adds the entries of one level: the first, the last, and how many can be seen.
fn level(
    file: &mut lopdf::Document,
    pages: &[ObjectId],
    document: &Document,
    entries: &[OutlineEntry],
    parent: ObjectId,
) -> Option<(ObjectId, ObjectId, i64)> {
    let ids: Vec<_> = entries.iter().map(|_| file.new_object_id()).collect();
    let mut visible = 0;
    for (at, entry) in entries.iter().enumerate() {
        let mut item = dictionary! { "Title" => text_string(&entry.title), "Parent" => parent };
        if let Some(destination) = place(pages, document, entry.page, entry.y) {
            item.set("Dest", destination);
        }
        if at > 0 {
            item.set("Prev", ids[at - 1]);
        }
        if let Some(next) = ids.get(at + 1) {
            item.set("Next", *next);
        }
        visible += 1 + children(file, pages, document, entry, ids[at], &mut item);
        file.set_object(ids[at], item);
    }
    Some((*ids.first()?, *ids.last()?, visible))
}

/// Adds what is below an entry; returns how many entries that is.
fn children(
    file: &mut lopdf::Document,
    pages: &[ObjectId],
    document: &Document,
    entry: &OutlineEntry,
    id: ObjectId,
    item: &mut Dictionary,
) -> i64 {
    let Some((first, last, count)) = level(file, pages, document, &entry.children, id) else { return 0 };
    item.set("First", first);
    item.set("Last", last);
    item.set("Count", count);
    count
}

/// A place to which an entry or a link leads.
pub(super) fn place(pages: &[ObjectId], document: &Document, page: usize, y: Length) -> Option<Object> {
    let (id, page) = (pages.get(page)?, document.pages.get(page)?);
    let top = (page.height - y).to_pt();
    let top = Object::Real(((top * 100.0).round() / 100.0) as f32);
    Some(Object::Array(vec![Object::Reference(*id), "XYZ".into(), Object::Integer(0), top, Object::Null]))
}
