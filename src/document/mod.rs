//! Finished sheets as plain data: the form that every writer reads.
//!
//! A [`Document`] holds pages of placed glyph runs and rules, the tree of what they mean
//! ([`Structure`]), the outline, and what a file says of itself ([`Info`]). No type of any library
//! stands in it; writers never measure, and move nothing that one could see.

mod outline;
mod page;
mod structure;

pub use outline::OutlineEntry;
pub use page::{Artifact, Colour, Disc, GlyphRun, Item, Page, Rule, RunGlyph, Tag};
pub use structure::{Element, ElementId, Role, Structure};

use crate::model::IssueDate;
use crate::model::style::Cmyk;

/// A set issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What the file says of itself.
    pub info: Info,
    /// The pages, in order.
    pub pages: Vec<Page>,
    /// What stands on them, in reading order.
    pub structure: Structure,
    /// The outline (书签).
    pub outline: Vec<OutlineEntry>,
    /// The names of the faces, by their numbers.
    pub faces: Vec<String>,
}

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// The title, such as the publication's name and the issue's numbers.
    pub title: String,
    /// Who publishes it.
    pub author: String,
    /// The language of the text, a BCP 47 tag.
    pub language: String,
    /// The date of issue: the only date that the output knows.
    pub date: IssueDate,
    /// The text's black.
    pub black: Cmyk,
    /// The masthead's red.
    pub red: Cmyk,
}
