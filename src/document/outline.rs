//! The outline (书签): columns, and in them the titles.

use crate::length::Length;

/// An entry of the outline, with those below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineEntry {
    /// What it says.
    pub title: String,
    /// Index of the page it leads to, from 0.
    pub page: usize,
    /// How far down that page, from the trimmed top.
    pub y: Length,
    /// The entries below it.
    pub children: Vec<Self>,
}
