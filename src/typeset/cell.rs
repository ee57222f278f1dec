//! A character in its frame: what every step of the setting works on.

use super::class::Class;
use crate::fonts::Glyph;
use crate::length::Length;
use std::ops::Range;

/// A character (with the combining marks behind it) in its character frame (文字外框).
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) ch: char,
    pub(super) class: Class,
    /// The glyph; none for a character that no face has, or that has no ink of its own.
    pub(super) glyph: Option<Glyph>,
    /// Width of the frame.
    pub(super) width: Length,
    /// Where the glyph's own origin stands in the frame.
    pub(super) shift: Length,
    /// Left and right edge of the ink from the glyph's origin, for marks whose ink may stand in the way
    /// of a squeeze.
    pub(super) ink: Option<(Length, Length)>,
    /// Space behind the frame that is not the author's (中西间距).
    pub(super) gap: Length,
    /// Whether the next cell belongs to the same unbreakable run.
    pub(super) joined: bool,
    /// Whether the gap behind it never stretches.
    pub(super) tight: bool,
    /// Whether a line that ends behind it gets a hyphen there.
    pub(super) hyphen: bool,
    /// The characters, by bytes of the text.
    pub(super) range: Range<usize>,
}
