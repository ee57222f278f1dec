//! Links: what on a page leads to another place, or to an address.

use super::structure::ElementId;
use crate::length::{Length, Rect};

/// Something that leads elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The element that is the link.
    pub element: ElementId,
    /// What it says, for those who do not see it.
    pub about: String,
    /// Where it leads.
    pub target: LinkTarget,
    /// Where it can be pressed: a rectangle a line, on one page.
    pub areas: Vec<LinkArea>,
}

/// A rectangle on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkArea {
    /// Index of the page, from 0.
    pub page: usize,
    /// Its edges on the page.
    pub rect: Rect,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// A place of the document.
    Place {
        /// Index of the page, from 0.
        page: usize,
        /// How far down that page, from the trimmed top.
        y: Length,
    },
    /// An address, such as `mailto:`.
    Address(String),
}
