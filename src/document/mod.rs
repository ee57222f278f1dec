//! Finished sheets as plain data: the form that every writer reads.
//!
//! A [`Document`] holds pages of placed glyph runs and rules, the tree of what they mean
//! ([`Structure`]), the outline, and what a file says of itself ([`Info`]). No type of any library
//! stands in it; writers never measure, and move nothing that one could see.

mod link;
mod outline;
mod page;
mod structure;
mod tags;

pub use link::{Link, LinkArea, LinkTarget};
pub use outline::OutlineEntry;
pub use page::{Artifact, Colour, Disc, GlyphRun, Item, Page, Rule, RunGlyph, Tag};
pub use structure::{Element, ElementId, Role, Structure};
pub use tags::StructureType;

use crate::model::style::Cmyk;
use crate::model::{IssueDate, OutputCondition};

/// A set issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What the file says of itself.
    pub info: Info,
    /// The pages, in order.
    pub pages: Vec<Page>,
    /// What stands on them, in reading order.
    pub structure: Structure,
    /// What on the pages leads elsewhere, in reading order.
    pub links: Vec<Link>,
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
    /// What the red of the print is mixed from.
    pub red: Ink,
    /// The printing condition that the colours are meant for; none is the writer's own.
    pub output: Option<OutputCondition>,
}

/// What a colour is printed with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ink {
    /// Its parts of the four process colours; of a spot colour, what stands for it where there is no such ink.
    pub process: Cmyk,
    /// The name of its own ink (专色), if it is not mixed.
    pub spot: Option<String>,
}
