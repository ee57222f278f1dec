//! Lines: glyphs with their places from the line's start.

use super::cell::{Cell, Script};
use super::cells::cells;
use super::class::Class;
use super::filling::Filling;
use super::justify::{self, Fill, Slot};
use super::measured::{Edges, Hyphen, Measured};
use super::{Setter, Type};
use crate::fonts::FaceId;
use crate::length::{Em, Length};
use crate::model::{Mark, Text};
use std::ops::Range;

/// A set line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Its text, with places.
    pub text: Text,
    /// Its glyphs, in the order of the text.
    pub glyphs: Vec<PlacedGlyph>,
    /// The middles of the characters that have an emphasis dot (着重号), from the line's start.
    pub dots: Vec<Length>,
    /// Its size.
    pub size: Length,
    /// Its width, without what a mark at its end gave up or hangs out.
    pub width: Length,
    /// How it was filled, if it is a paragraph's and the setter keeps that.
    pub filling: Option<Box<Filling>>,
    /// The stretch of its gaps, apart from word spaces and space between scripts.
    pub stretch: Length,
}

/// A glyph on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedGlyph {
    /// The face.
    pub face: FaceId,
    /// The glyph's number in the face.
    pub id: u16,
    /// The glyph's origin from the line's start.
    pub x: Length,
    /// Its size: the line's, but for raised and lowered figures.
    pub size: Length,
    /// How far its baseline stands above the line's.
    pub rise: Length,
    /// The characters it stands for, by bytes of the line's text.
    pub range: Range<usize>,
}

/// Space put by position before a character: it is no character itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The character's first byte in the text.
    pub before: usize,
    /// The width of the space.
    pub width: Length,
}

/// Sets a text on one line: adjacent marks squeezed and nothing else, with space put in at `gaps`.
///
/// Source: rule book for titles, single lines and headings: clreq #text_adjustment, last paragraph.
pub fn set_line(text: &Text, kind: Type, gaps: &[Gap], setter: &mut Setter<'_, '_>) -> Line {
    let mut cells = cells(text, kind, None, setter);
    for gap in gaps {
        let behind = cells.partition_point(|cell| cell.range.end <= gap.before).checked_sub(1);
        if let Some(cell) = behind.and_then(|at| cells.get_mut(at)) {
            cell.gap += gap.width;
        }
    }
    let measured = setter.measure(&cells, kind.size, None);
    build(text, &measured, 0..cells.len(), Edges::WHOLE, Fill::Natural)
}

impl Setter<'_, '_> {
    /// Measures cells by the style; `hyphen` is what a broken word ends with.
    pub(super) fn measure<'c>(&'c self, cells: &'c [Cell], size: Length, hyphen: Option<Hyphen>) -> Measured<'c> {
        Measured::new(cells, size, &self.style.text, hyphen)
    }
}

/// Places the cells of a line and makes it a line of its own.
pub(super) fn build(text: &Text, measured: &Measured<'_>, line: Range<usize>, edges: Edges, fill: Fill) -> Line {
    let placed = justify::place(measured, line.clone(), edges, fill);
    let hyphen = measured.hyphen_at(&line);
    let cells = &measured.cells[line];
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return Line::default() };
    let start = first.range.start;
    let mut glyphs = Vec::with_capacity(cells.len() + 1);
    glyphs.extend(cells.iter().zip(&placed.slots).filter_map(|(cell, slot)| {
        let glyph = cell.glyph?;
        let range = cell.range.start - start..cell.range.end - start;
        let x = origin(cell, slot, measured.size);
        let size = cell.script.map_or(measured.size, |_| Script::size(measured.size));
        let rise = cell.script.map_or(Length::ZERO, |script| script.rise(measured.size));
        Some(PlacedGlyph { face: glyph.face, id: glyph.id, x, size, rise, range })
    }));
    let dots = dots(text, cells, &placed.slots);
    let mut text = text.slice(start..last.range.end);
    if let Some(hyphen) = hyphen {
        let end = text.as_str().len();
        // A soft hyphen: readers leave it out when they join the word again.
        text.push("\u{ad}", None);
        let x = placed.width - hyphen.width;
        let (face, id) = (hyphen.glyph.face, hyphen.glyph.id);
        glyphs.push(PlacedGlyph {
            face,
            id,
            x,
            size: measured.size,
            rise: Length::ZERO,
            range: end..end + '\u{ad}'.len_utf8(),
        });
    }
    Line { glyphs, text, dots, size: measured.size, width: placed.width, filling: None, stretch: placed.stretch }
}

/// The middles of the characters marked for a dot: not of marks and blanks (GB/T 15834-2011 5.1.8).
fn dots(text: &Text, cells: &[Cell], slots: &[Slot]) -> Vec<Length> {
    if !text.has_marks() {
        return Vec::new();
    }
    let has_dot = |cell: &Cell| {
        let is_character = matches!(cell.class, Class::Han | Class::Letter | Class::Figure | Class::Nonstarter);
        is_character && text.marks_at(cell.range.start).any(|mark| mark == Mark::Dots)
    };
    let marked = cells.iter().zip(slots).filter(|(cell, _)| has_dot(cell));
    marked.map(|(_, slot)| slot.x + slot.width / 2).collect()
}

/// Where a glyph's origin stands: in its frame, but never with ink beyond what is left of the frame.
fn origin(cell: &Cell, slot: &Slot, size: Length) -> Length {
    let origin = slot.x - slot.cut_left + cell.shift;
    let Some((left, right)) = cell.ink else { return origin };
    let margin = Em::new(0.06).at(size);
    if origin + right + margin <= slot.x + slot.width {
        return origin;
    }
    slot.x + (slot.width - (right - left)) / 2 - left
}
