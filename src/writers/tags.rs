//! The tree of tags as text, for people and for golden tests: what a screen reader walks through.
//!
//! ```text
//! Document
//!   Sect (Masthead)
//!     H1 (Name) 1 "某地人大信息"
//! ```
//!
//! A line holds an element's structure type, in brackets what it is in the bulletin, the pages on which it stands,
//! and its text.

use crate::document::{Document, ElementId, Item, Tag};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What an element shows: its pages in order, and its text.
#[derive(Default)]
struct Shown {
    pages: Vec<usize>,
    text: String,
}

/// Writes the tree of a document.
#[must_use]
pub fn write(document: &Document) -> String {
    let shown = shown(document);
    let structure = &document.structure;
    let reached = structure.reached(shown.keys().copied());
    let types = structure.types();
    let mut tree = String::new();
    for (id, element) in structure.iter().filter(|(id, _)| reached[id.index()]) {
        let indent = " ".repeat(2 * structure.depth(id));
        // Writing to a string cannot fail.
        let _ = write!(tree, "{indent}{} ({:?})", types[id.index()], element.role);
        if let Some(shown) = shown.get(&id) {
            let pages: Vec<_> = shown.pages.iter().map(ToString::to_string).collect();
            let _ = write!(tree, " {} {}", pages.join(","), super::dump::quoted(&shown.text));
        }
        tree.push('\n');
    }
    tree
}

fn shown(document: &Document) -> BTreeMap<ElementId, Shown> {
    let mut shown: BTreeMap<ElementId, Shown> = BTreeMap::new();
    for page in &document.pages {
        for item in &page.items {
            let Item::Glyphs(run) = item else { continue };
            let Tag::Element(id) = run.tag else { continue };
            let own = shown.entry(id).or_default();
            own.text.push_str(&run.text);
            if own.pages.last() != Some(&page.number) {
                own.pages.push(page.number);
            }
        }
    }
    shown
}
