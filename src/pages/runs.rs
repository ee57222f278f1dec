//! Lines become glyph runs, one a face, with the dots under them.

use crate::document::{Artifact, Colour, Disc, GlyphRun, Item, RunGlyph, Tag};
use crate::length::{Length, Point};
use crate::typeset::{Line, PlacedGlyph};

/// A line as glyph runs: as many as its faces change.
pub(super) fn runs(line: &Line, origin: Point, grid_line: usize, tag: Tag, colour: Colour) -> Vec<Item> {
    let alike = |a: &PlacedGlyph, b: &PlacedGlyph| (a.face, a.size, a.rise) == (b.face, b.size, b.rise);
    let runs =
        line.glyphs.chunk_by(alike).map(|glyphs| Item::Glyphs(run(line, glyphs, origin, grid_line, tag, colour)));
    let dots = line.dots.iter().map(|x| Item::Disc(disc(*x, line.size, origin, colour)));
    runs.chain(dots).collect()
}

fn run(line: &Line, glyphs: &[PlacedGlyph], origin: Point, grid_line: usize, tag: Tag, colour: Colour) -> GlyphRun {
    let (first, last) = (&glyphs[0], &glyphs[glyphs.len() - 1]);
    let range = first.range.start..last.range.end;
    let x = first.x;
    GlyphRun {
        face: first.face,
        size: first.size,
        colour,
        origin: Point { x: origin.x + x, y: origin.y - first.rise },
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

/// An emphasis dot: under its character, a fifth of an em across, clear of the ink. Ours, after clreq
/// #emphasis_dots.
fn disc(x: Length, size: Length, origin: Point, colour: Colour) -> Disc {
    let centre = Point { x: origin.x + x, y: origin.y + size.scale(3, 10) };
    Disc { centre, radius: size / 10, colour, tag: Tag::Artifact(Artifact::EmphasisDot) }
}
