//! Glyphs of one baseline as a line of text.

use crate::inspect::facts::Glyph;
use crate::length::Length;
use std::collections::BTreeMap;

/// Glyphs whose baselines differ by no more stand on one line, in pt.
const SAME_BASELINE: f64 = 0.6;

/// Marks whose ink stands in the left half of their em: at a line's end the right half may lie outside.
const CLOSING: &str = "，。、；：！？”’）》〉】』」〕］｝";
/// Marks whose ink stands in the right half.
const OPENING: &str = "“‘（《〈【『「〔［｛";
/// Marks whose ink stands in the middle, a quarter of an em empty at either side.
const CENTRED: &str = "·•‧・";

/// A line of text.
pub(in crate::inspect) struct Line<'f> {
    pub(in crate::inspect) baseline: Length,
    /// The size of most of its glyphs.
    pub(in crate::inspect) size: Length,
    /// Where its first glyph begins; the empty half of an opening mark left out.
    pub(in crate::inspect) left: Length,
    /// Where its last glyph ends; the empty half of a closing mark left out.
    pub(in crate::inspect) right: Length,
    /// From left to right.
    pub(in crate::inspect) glyphs: Vec<&'f Glyph>,
}

impl Line<'_> {
    pub(in crate::inspect) fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.text.as_str()).collect()
    }
}

/// The lines of a page from top to foot.
pub(super) fn lines(glyphs: &[Glyph]) -> Vec<Line<'_>> {
    let mut sorted: Vec<_> = glyphs.iter().collect();
    sorted.sort_by_key(|glyph| (glyph.baseline, glyph.left));
    let same = |a: &&Glyph, b: &&Glyph| (b.baseline - a.baseline).to_pt() <= SAME_BASELINE;
    sorted.chunk_by(same).map(|glyphs| line(glyphs.to_vec())).collect()
}

fn line(mut glyphs: Vec<&Glyph>) -> Line<'_> {
    glyphs.sort_by_key(|glyph| glyph.left);
    let mut sizes: BTreeMap<Length, usize> = BTreeMap::new();
    for glyph in &glyphs {
        *sizes.entry(glyph.size).or_default() += 1;
    }
    let size = sizes.into_iter().max_by_key(|(_, count)| *count).map_or(Length::ZERO, |(size, _)| size);
    // Raised figures stand on another baseline: that of most glyphs of the line's size counts.
    let own = glyphs.iter().find(|glyph| glyph.size == size);
    let baseline = own.map_or(Length::ZERO, |glyph| glyph.baseline);
    let left = glyphs.iter().map(|glyph| left_edge(glyph)).min().unwrap_or_default();
    let right = glyphs.iter().map(|glyph| right_edge(glyph)).max().unwrap_or_default();
    Line { baseline, size, left, right, glyphs }
}

fn left_edge(glyph: &Glyph) -> Length {
    let text = glyph.text.as_str();
    match glyph.size / 2 {
        half if is_wide(glyph) && OPENING.contains(text) => glyph.right - half,
        half if is_wide(glyph) && CENTRED.contains(text) => glyph.left + half / 2,
        _ => glyph.left,
    }
}

fn right_edge(glyph: &Glyph) -> Length {
    let text = glyph.text.as_str();
    match glyph.size / 2 {
        half if is_wide(glyph) && CLOSING.contains(text) => glyph.left + half,
        half if is_wide(glyph) && CENTRED.contains(text) => glyph.right - half / 2,
        _ => glyph.right,
    }
}

/// Whether a glyph has the whole em of which a mark's ink needs half.
fn is_wide(glyph: &Glyph) -> bool {
    glyph.right - glyph.left > glyph.size.scale(3, 4)
}
