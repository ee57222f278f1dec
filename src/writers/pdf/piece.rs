//! Glyphs of a run that stand in one font of the file, and the operations that show them.

use super::content::{neat, number, operator};
use super::fonts::Embedded;
use printpdf::text::Codepoint;
use printpdf::{DictItem, Op, TextItem};

/// The pen may stray by so much, in pt, before it is set right: far below what any press shows.
const PEN_TOLERANCE: f64 = 0.004;

/// A glyph at its place.
pub(super) struct PlacedGlyph<'a> {
    /// The font of the file in which it stands.
    pub(super) font: &'a Embedded<'a>,
    /// Its number there.
    pub(super) code: u16,
    /// Where it is put, x in pt of the page.
    pub(super) x: f64,
    /// Its width as the file states it, in pt.
    pub(super) width: f64,
}

/// Glyphs of a run that stand in one font of the file.
pub(super) struct Piece<'a> {
    /// The glyphs.
    pub(super) glyphs: &'a [PlacedGlyph<'a>],
    /// Their size in pt.
    pub(super) size: f64,
}

/// What an operator shows, one part after the other.
pub(super) enum Part {
    /// Glyphs in a row, two bytes each.
    Codes(Vec<u8>),
    /// How far the pen goes back before the next, in 1/1000 em.
    Back(f32),
}

impl Piece<'_> {
    /// The space that most of its glyphs have behind them, in pt: the median.
    pub(super) fn common_spacing(&self) -> f32 {
        let space = |pair: &[PlacedGlyph<'_>]| pair[1].x - pair[0].x - pair[0].width;
        let mut spaces: Vec<f64> = self.glyphs.windows(2).map(space).collect();
        if spaces.is_empty() {
            return 0.0;
        }
        let middle = spaces.len() / 2;
        let (_, common, _) = spaces.select_nth_unstable_by(middle, f64::total_cmp);
        neat(if common.abs() < PEN_TOLERANCE { 0.0 } else { *common })
    }

    /// Its glyphs, which have this space behind each, and between them what sets the pen right.
    pub(super) fn parts(&self, spacing: f32) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut codes = Vec::with_capacity(self.glyphs.len() * 2);
        let mut pen = self.glyphs.first().map_or(0.0, |glyph| glyph.x);
        for glyph in self.glyphs {
            let error = glyph.x - pen;
            if error.abs() > PEN_TOLERANCE {
                if !codes.is_empty() {
                    parts.push(Part::Codes(std::mem::take(&mut codes)));
                }
                let back = neat(-error * 1000.0 / self.size);
                parts.push(Part::Back(back));
                pen -= f64::from(back) * self.size / 1000.0;
            }
            let [high, low] = glyph.code.to_be_bytes();
            codes.push(high);
            codes.push(low);
            pen += glyph.width + f64::from(spacing);
        }
        parts.push(Part::Codes(codes));
        parts
    }
}

/// The operation that shows parts: their codes as they are, in a string that may hold any byte.
pub(super) fn shown(parts: Vec<Part>) -> Op {
    let mut items = parts.into_iter().map(|part| match part {
        Part::Codes(data) => DictItem::String { data, literal: true },
        Part::Back(back) => number(back),
    });
    match (items.next(), items.next()) {
        (Some(only), None) => operator("Tj", vec![only]),
        (first, second) => {
            let items = first.into_iter().chain(second).chain(items).collect();
            operator("TJ", vec![DictItem::Array(items)])
        }
    }
}

/// The library's own operation for parts.
pub(super) fn shown_by_library(parts: &[Part]) -> Op {
    let item = |part: &Part| match part {
        Part::Codes(codes) => {
            let codes = codes.chunks_exact(2).map(|code| u16::from_be_bytes([code[0], code[1]]));
            TextItem::GlyphIds(codes.map(|code| Codepoint::new(code, 0.0)).collect())
        }
        Part::Back(back) => TextItem::Offset(*back),
    };
    Op::ShowText { items: parts.iter().map(item).collect() }
}
