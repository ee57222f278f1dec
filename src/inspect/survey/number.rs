//! Page numbers (页码), as they are found at the foot of pages of any make.

use super::line::Line;
use crate::length::Length;

/// The longest line that is a number, in characters: `— 第 1234 页 共 1234 页 —`.
const LONGEST: usize = 20;
/// A page number stands below so many hundredths of the sheet's height.
const BELOW: i64 = 80;
/// What may stand about the figures.
const ABOUT: &str = "—–―－-‐‑─·•.・/第页頁共，, \u{3000}";

/// A page number.
pub(in crate::inspect) struct Number<'f> {
    pub(in crate::inspect) value: usize,
    pub(in crate::inspect) line: Line<'f>,
}

impl Number<'_> {
    /// What stands before and behind the figures.
    pub(in crate::inspect) fn about(&self) -> (String, String) {
        let text = self.line.text();
        let figure = |ch: char| ch.is_ascii_digit();
        let before = text.split(figure).next().unwrap_or_default().to_owned();
        let behind = text.rsplit(figure).next().unwrap_or_default().to_owned();
        (before, behind)
    }

    /// The size of the figures.
    pub(in crate::inspect) fn size(&self) -> Length {
        let figure = self.line.glyphs.iter().find(|glyph| glyph.text.starts_with(|ch: char| ch.is_ascii_digit()));
        figure.map_or(self.line.size, |glyph| glyph.size)
    }

    /// The upper edge of the dash's ink: of whatever stands in a dash's place, of the figures where nothing does.
    pub(in crate::inspect) fn dash_top(&self) -> Option<Length> {
        let is_figure = |text: &str| text.starts_with(|ch: char| ch.is_ascii_digit());
        let dash = self.line.glyphs.iter().find(|glyph| !is_figure(&glyph.text));
        dash.or(self.line.glyphs.first()).and_then(|glyph| glyph.ink_top)
    }
}

/// Takes the page number out of a page's lines, if the last of them is one.
pub(super) fn take<'f>(lines: &mut Vec<Line<'f>>, sheet_height: Length) -> Option<Number<'f>> {
    let value = value(lines.last()?, sheet_height)?;
    lines.pop().map(|line| Number { value, line })
}

fn value(line: &Line<'_>, sheet_height: Length) -> Option<usize> {
    let text = line.text();
    let sound = |ch: char| ch.is_ascii_digit() || ABOUT.contains(ch);
    if line.baseline < sheet_height.scale(BELOW, 100) || text.chars().count() > LONGEST || !text.chars().all(sound) {
        return None;
    }
    let figures = text.split(|ch: char| !ch.is_ascii_digit()).find(|part| !part.is_empty())?;
    figures.parse().ok()
}
