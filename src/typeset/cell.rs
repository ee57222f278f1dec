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
    /// How the glyph is drawn where the face has none of its own for a raised or lowered figure.
    pub(super) script: Option<Script>,
    /// Width of the frame.
    pub(super) width: Length,
    /// Where the glyph's own origin stands in the frame.
    pub(super) shift: Length,
    /// Left and right edge of the ink from the glyph's origin, for marks whose ink may stand in the way
    /// of a squeeze.
    pub(super) ink: Option<(Length, Length)>,
    /// Whether the style lets it give some of its width when a line is full.
    pub(super) squeezable: bool,
    /// Space behind the frame that is not the author's (中西间距).
    pub(super) gap: Length,
    /// Whether a line may end behind it.
    pub(super) turn: Turn,
    /// Whether the gap behind it never stretches.
    pub(super) tight: bool,
    /// The characters, by bytes of the text.
    pub(super) range: Range<usize>,
}

/// A raised or lowered figure (上标、下标), drawn from the figure itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Raised, such as ².
    Super,
    /// Lowered, such as ₂.
    Sub,
}

impl Script {
    /// The figure that a raised or lowered one is drawn from.
    pub(super) fn of(ch: char) -> Option<(Self, char)> {
        let figure = |base: u32, ch: char| char::from_digit(u32::from(ch) - base, 10);
        match ch {
            '¹' => Some((Self::Super, '1')),
            '²' => Some((Self::Super, '2')),
            '³' => Some((Self::Super, '3')),
            '⁺' => Some((Self::Super, '+')),
            '⁻' => Some((Self::Super, '-')),
            '₊' => Some((Self::Sub, '+')),
            '₋' => Some((Self::Sub, '-')),
            '⁰' | '⁴'..='⁹' => figure(0x2070, ch).map(|figure| (Self::Super, figure)),
            '₀'..='₉' => figure(0x2080, ch).map(|figure| (Self::Sub, figure)),
            _ => None,
        }
    }

    /// The size of the figure for type of a size.
    pub(super) fn size(size: Length) -> Length {
        size.scale(6, 10)
    }

    /// How far the figure's baseline stands above the line's.
    pub(super) fn rise(self, size: Length) -> Length {
        match self {
            Self::Super => size.scale(35, 100),
            Self::Sub => -size.scale(12, 100),
        }
    }
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
