//! Whether a face's file can be read without surprises: the libraries trust some tables blindly.

use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider, Tag};

/// Whether every table of a face lies inside its file (a download that broke off does not pass), and every
/// glyph has its metrics.
pub(super) fn is_whole(bytes: &[u8], index: u32) -> bool {
    tables_lie_inside(bytes, index) && has_metrics(bytes, index).unwrap_or(false)
}

fn tables_lie_inside(bytes: &[u8], index: u32) -> bool {
    let number =
        |at: usize| bytes.get(at..at + 4).map(|four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]) as usize);
    let start = if bytes.starts_with(b"ttcf") { number(12 + 4 * index as usize) } else { Some(0) };
    let Some(start) = start else { return false };
    let count = number(start + 4).map_or(0, |packed| packed >> 16);
    let ends = (0..count).map(|table| {
        let record = start + 12 + 16 * table;
        number(record + 8).zip(number(record + 12)).map(|(offset, length)| offset + length)
    });
    let mut is_whole = count > 0;
    for end in ends {
        is_whole &= end.is_some_and(|end| end <= bytes.len());
    }
    is_whole
}

/// How many faces a file holds; none if it is no file of faces.
pub(super) fn face_count(bytes: &[u8]) -> u32 {
    skrifa::raw::FileRef::new(bytes).map_or(0, |file| file.fonts().count() as u32)
}

/// Whether a face has variations.
pub(super) fn is_variable(bytes: &[u8], index: u32) -> bool {
    FontRef::from_index(bytes, index).is_ok_and(|font| font.table_data(Tag::new(b"fvar")).is_some())
}

/// A glyph's advance in font units at the default instance of a variable face; 0 for a glyph that it has not.
pub(super) fn default_advance(bytes: &[u8], index: u32, glyph: u16) -> i64 {
    let Ok(font) = FontRef::from_index(bytes, index) else { return 0 };
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    metrics.advance_width(GlyphId::from(glyph)).map_or(0, |width| width.round() as i64)
}

/// Whether the metrics reach to the last glyph.
fn has_metrics(bytes: &[u8], index: u32) -> Option<bool> {
    let font = FontRef::from_index(bytes, index).ok()?;
    let glyphs = usize::from(font.maxp().ok()?.num_glyphs());
    let full = usize::from(font.hhea().ok()?.number_of_h_metrics());
    let length = font.table_data(Tag::new(b"hmtx"))?.len();
    Some(full > 0 && length >= 4 * full + 2 * glyphs.saturating_sub(full))
}
