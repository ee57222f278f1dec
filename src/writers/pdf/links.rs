//! Links on the page: for screens only, since a press file may hold none.
//!
//! Source: ISO 32000-1 12.5.6.5; ISO 14289-1 7.18 for what a link must say.

use super::outline::place;
use super::sheet::edges;
use super::structure::Held;
use super::text::text_string;
use crate::document::{Document, Link, LinkArea, LinkTarget};
use crate::length::Length;
use lopdf::{Object, ObjectId, dictionary};

/// Adds the annotations of all links to their pages, and tells which element holds each.
pub(super) fn add(file: &mut lopdf::Document, pages: &[ObjectId], document: &Document) -> anyhow::Result<Vec<Held>> {
    let mut held = Vec::new();
    let mut on_pages: Vec<Vec<Object>> = vec![Vec::new(); pages.len()];
    for link in &document.links {
        let Some(object) = annotation(file, pages, document, link) else { continue };
        let Some(page) = link.areas.first().map(|area| area.page) else { continue };
        if let Some(own) = on_pages.get_mut(page) {
            own.push(Object::Reference(object));
            held.push(Held { element: link.element, object, page });
        }
    }
    for (page, annotations) in pages.iter().zip(on_pages).filter(|(_, annotations)| !annotations.is_empty()) {
        file.get_dictionary_mut(*page)?.set("Annots", annotations);
    }
    Ok(held)
}

/// A link's annotation; none if it leads nowhere or stands nowhere.
fn annotation(file: &mut lopdf::Document, pages: &[ObjectId], document: &Document, link: &Link) -> Option<ObjectId> {
    let page = document.pages.get(link.areas.first()?.page)?;
    let corners = |area: &LinkArea| {
        let rect = area.rect;
        (rect.x, page.height - rect.y - rect.height, rect.x + rect.width, page.height - rect.y)
    };
    let areas: Vec<_> = link.areas.iter().map(corners).collect();
    let outer = |pick: fn(&(Length, Length, Length, Length)) -> Length| areas.iter().map(pick);
    let rect = edges(outer(|a| a.0).min()?, outer(|a| a.1).min()?, outer(|a| a.2).max()?, outer(|a| a.3).max()?);
    // Corner by corner: upper left, upper right, lower left, lower right.
    let quads: Vec<_> = areas
        .iter()
        .flat_map(|(left, bottom, right, top)| [*left, *top, *right, *top, *left, *bottom, *right, *bottom])
        .collect();
    let quads: Vec<_> = quads.chunks(4).flat_map(|four| edges(four[0], four[1], four[2], four[3])).collect();
    let border: Vec<Object> = vec![0.into(), 0.into(), 0.into()];
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "F" => 4,
        "Rect" => rect,
        "QuadPoints" => quads,
        "Border" => border,
        "Contents" => text_string(&link.about),
    };
    match &link.target {
        LinkTarget::Place { page, y } => annotation.set("Dest", place(pages, document, *page, *y)?),
        LinkTarget::Address(address) => annotation.set(
            "A",
            dictionary! { "Type" => "Action", "S" => "URI", "URI" => Object::string_literal(address.as_str()) },
        ),
    }
    Some(file.add_object(annotation))
}
