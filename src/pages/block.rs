//! Rows: what stands on whole lines of the grid, and how it may be divided among pages.

use crate::document::{Artifact, Colour, Tag};
use crate::length::{Length, Rect};
use crate::typeset::Line;

/// Something that takes whole grid lines and is not divided.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// Grid lines it takes.
    pub(super) height: usize,
    /// What of them goes at a page's top.
    pub(super) trim: Trim,
    /// Whether the next row must stand on the same page (与下段同页).
    pub(super) keep_with_next: bool,
    /// The least gap at which the row may share the grid line of the row before, where it would not fit
    /// on the page otherwise.
    pub(super) run_on_gap: Option<Length>,
    /// Which entry of the issue begins here, for the contents and the outline.
    pub(super) anchor: Option<Anchor>,
    /// What is painted.
    pub(super) parts: Vec<Part>,
}

/// What a row gives up at a page's top: blank lines above it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Trim {
    /// Grid lines.
    pub(super) lines: usize,
    /// How far up what is painted moves.
    pub(super) shift: Length,
}

/// A point that contents and outline lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The entry of the issue with this index.
    Entry(usize),
    /// The heading over the briefs that begin with this entry.
    Briefs(usize),
    /// The contents list.
    Contents,
}

/// Something painted in a row.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant, reason = "nearly every part is a line of text")]
pub(super) enum Part {
    /// A set line.
    Text(TextPart),
    /// A rule: x from the type area's left, y from the row's top.
    Rule { rect: Rect, colour: Colour },
    /// The page number of an entry, at the measure's right end, behind leader dots.
    PageOf(PageOf),
}

/// A set line in a row.
#[derive(Debug, Clone)]
pub(super) struct TextPart {
    /// The line.
    pub(super) line: Line,
    /// Its left end, from the type area's left.
    pub(super) x: Length,
    /// The strip in which its em square is centred: top from the row's top, and height.
    pub(super) strip: Strip,
    /// The colour.
    pub(super) colour: Colour,
    /// What it is part of.
    pub(super) tag: Tag,
}

/// A page number that is known only when all pages are.
#[derive(Debug, Clone)]
pub(super) struct PageOf {
    /// The entry whose page it is.
    pub(super) anchor: Anchor,
    /// Where leader dots may begin, from the type area's left.
    pub(super) from: Length,
    /// What it is part of.
    pub(super) tag: Tag,
}

/// A strip across the type area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Strip {
    /// Its top, from the row's top.
    pub(super) top: Length,
    /// Its height.
    pub(super) height: Length,
}

impl Row {
    /// Blank lines; dropped at a page's top.
    pub(super) fn blank(lines: usize) -> Self {
        let trim = Trim { lines, shift: Length::ZERO };
        Self { height: lines, trim, keep_with_next: true, ..Self::default() }
    }

    /// One line of text on one grid line.
    pub(super) fn text(line: Line, x: Length, pitch: Length, tag: Tag) -> Self {
        let strip = Strip { top: Length::ZERO, height: pitch };
        let part = TextPart { line, x, strip, colour: Colour::Black, tag };
        Self { height: 1, parts: vec![Part::Text(part)], ..Self::default() }
    }

    /// The left and right end of its text, from the type area's left.
    pub(super) fn extent(&self) -> (Length, Length) {
        let texts = || {
            self.parts.iter().filter_map(|part| match part {
                Part::Text(text) => Some(text),
                _ => None,
            })
        };
        let left = texts().map(|text| text.x).min().unwrap_or(Length::ZERO);
        let right = texts().map(|text| text.x + text.line.width).max().unwrap_or(Length::ZERO);
        (left, right)
    }
}

impl Part {
    /// A rule across the type area.
    pub(super) fn rule(y: Length, width: Length, height: Length, colour: Colour) -> Self {
        Self::Rule { rect: Rect { x: Length::ZERO, y, width, height }, colour }
    }
}

/// The tag of a rule.
pub(super) const RULE: Tag = Tag::Artifact(Artifact::Rule);
