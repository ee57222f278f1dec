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
    /// Whether a line may end behind it.
    pub(super) turn: Turn,
    /// Whether the gap behind it never stretches.
    pub(super) tight: bool,
    /// The characters, by bytes of the text.
    pub(super) range: Range<usize>,
}

/// Whether a line may end behind a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// As the marks at both sides allow (避头尾).
    ByMarks,
    /// Never: the next character belongs to the same run.
    Never,
    /// Though its mark ends no line elsewhere: inside an address.
    Open,
    /// With a hyphen.
    Hyphen,
}

impl Cell {
    /// Whether the next cell belongs to the same unbreakable run.
    pub(super) fn is_joined(&self) -> bool {
        self.turn == Turn::Never
    }
}
