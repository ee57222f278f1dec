//! Lines become glyph runs, one a face.

use crate::document::{Colour, GlyphRun, Item, RunGlyph, Tag};
use crate::length::Point;
use crate::typeset::{Line, PlacedGlyph};

/// A line as glyph runs: as many as its faces change.
pub(super) fn runs(line: &Line, origin: Point, grid_line: usize, tag: Tag, colour: Colour) -> Vec<Item> {
    let by_face = line.glyphs.chunk_by(|a, b| a.face == b.face);
    by_face.map(|glyphs| Item::Glyphs(run(line, glyphs, origin, grid_line, tag, colour))).collect()
}

fn run(line: &Line, glyphs: &[PlacedGlyph], origin: Point, grid_line: usize, tag: Tag, colour: Colour) -> GlyphRun {
    let (first, last) = (&glyphs[0], &glyphs[glyphs.len() - 1]);
    let range = first.range.start..last.range.end;
    let x = first.x;
    GlyphRun {
        face: first.face,
        size: line.size,
        colour,
        origin: Point { x: origin.x + x, y: origin.y },
        line: grid_line,
        glyphs: glyphs
            .iter()
            .map(|glyph| RunGlyph {
                id: glyph.id,
                x: glyph.x - x,
                range: glyph.range.start - range.start..glyph.range.end - range.start,
            })
            .collect(),
        text: line.text.as_str()[range.clone()].to_owned(),
        tag,
        place: line.text.place(range),
    }
}
