//! Unbreakable runs (不可分离串): what is never cut nor stretched inside.
//!
//! Han characters and marks each stand for themselves; Latin words, numbers with what belongs to them,
//! and doubled marks are runs. Inside a Latin run, `word` finds where a web address or a long word may
//! still break.

use super::cell::{Cell, Turn};
use super::class::Class;
use super::word;
use crate::length::{Em, Length};

/// A range of figures is kept whole up to this width, in em. Ours.
const WIDEST_RANGE: f64 = 6.0;

/// Latin units that belong to the figure before a space.
pub(super) const UNITS: &[&str] = &[
    "km", "m", "cm", "mm", "μm", "nm", "kg", "g", "mg", "t", "kW", "kWh", "MW", "GW", "W", "V", "Hz", "kHz", "MHz",
    "GHz", "KB", "MB", "GB", "TB", "h", "min", "s", "ms", "L", "mL", "ha", "dB", "km²", "m²", "m³",
];

/// Settles what a character is by its neighbours: a single `—` is a one-em rule, not half a dash; straight
/// quotes open and close in turn, and an apostrophe inside a word is a letter of it.
pub(super) fn classify(cells: &mut [Cell]) {
    let mut at = 0;
    while at < cells.len() {
        let ch = cells[at].ch;
        let is_dash = cells[at].class == Class::Dash && ch != '⸺';
        let run = cells[at..].iter().take_while(|cell| is_dash && cell.ch == ch).count();
        if run == 1 {
            cells[at].class = Class::Rule;
        }
        at += run.max(1);
    }
    let mut open = [false; 2];
    for at in 0..cells.len() {
        let quote = match cells[at].ch {
            '"' | '＂' => 0,
            '\'' | '＇' => 1,
            _ => continue,
        };
        let is_letter = |at: usize| cells.get(at).is_some_and(|cell| cell.class == Class::Letter);
        if quote == 1 && at > 0 && is_letter(at - 1) && is_letter(at + 1) {
            cells[at].class = Class::Letter;
            continue;
        }
        open[quote] = !open[quote];
        cells[at].class = if open[quote] { Class::LatinOpen } else { Class::LatinClose };
    }
}

/// Joins the cells of each run; `measure` is the line they will stand on, by which long words are told.
///
/// Source: GB/T 15834-2011 5.1.5 (dash, ellipsis), 5.1.2 (`？！`); GB/T 15835-2011 5.1.7 (figures);
/// Unicode UAX #14 LB25 (signs that belong to figures).
pub(super) fn join(cells: &mut [Cell], measure: Option<Length>, size: Length) {
    join_pairs(cells);
    let mut at = 0;
    while at < cells.len() {
        let len = cells[at..].iter().take_while(|cell| is_latin(cell)).count();
        if len > 1 {
            bind(&mut cells[at..at + len]);
            word::open_breaks(&mut cells[at..at + len], measure);
        }
        at += len.max(1);
    }
    join_no_break_spaces(cells);
    join_units(cells);
    join_ranges(cells, Em::new(WIDEST_RANGE).at(size));
    join_numbered(cells);
}

/// Joins all cells of a run.
fn bind(run: &mut [Cell]) {
    let inner = run.len().saturating_sub(1);
    for cell in &mut run[..inner] {
        cell.turn = Turn::Never;
        cell.tight = true;
    }
}

/// Dashes, ellipses and question marks that make one mark together; marks on the character before them.
fn join_pairs(cells: &mut [Cell]) {
    let mut halves = 0;
    for at in 0..cells.len().saturating_sub(1) {
        let (before, after) = (cells[at].class, cells[at + 1].class);
        let pairs = matches!(before, Class::Dash | Class::Ellipsis) && before == after && cells[at].ch != '⸺';
        // A dash is two halves: the third begins another dash.
        halves = if pairs { halves + 1 } else { 0 };
        let fullwidth = |at: usize| matches!(cells[at].ch, '０'..='９' | '．' | '％');
        let number = fullwidth(at) && fullwidth(at + 1) && before == Class::Figure;
        let joined =
            number || halves % 2 == 1 || (before, after) == (Class::Exclam, Class::Exclam) || after == Class::Combining;
        if joined {
            cells[at].turn = Turn::Never;
        }
        // Dashes that follow each other make one stroke, though a line may end between two.
        cells[at].tight = joined || pairs;
    }
}

/// Whether a cell belongs to Latin text or to a number.
fn is_latin(cell: &Cell) -> bool {
    cell.class != Class::Space && cell.class.is_latin(cell.ch)
}

/// Spaces that their author typed so that no line breaks there (UAX #14 LB12).
fn join_no_break_spaces(cells: &mut [Cell]) {
    for at in 0..cells.len() {
        if matches!(cells[at].ch, '\u{a0}' | '\u{2007}' | '\u{202f}') {
            cells[at].turn = Turn::Never;
            if at > 0 {
                cells[at - 1].turn = Turn::Never;
            }
        }
    }
}

/// A figure, a space, and the unit that belongs to it: `100 km`, `98.6 ℃`.
fn join_units(cells: &mut [Cell]) {
    for at in 1..cells.len().saturating_sub(1) {
        if cells[at].class != Class::Space || cells[at - 1].class != Class::Figure {
            continue;
        }
        let unit: String = cells[at + 1..].iter().take_while(|cell| is_latin(cell)).map(|cell| cell.ch).collect();
        let known = unit.split('/').all(|part| UNITS.contains(&part));
        if cells[at + 1].class == Class::Postfix || known {
            let len = unit.chars().count().max(1);
            bind(&mut cells[at - 1..at + 1 + len]);
        }
    }
}

/// Ranges of figures: `30%～40%`, `5—10日`.
fn join_ranges(cells: &mut [Cell], widest: Length) {
    for at in 1..cells.len().saturating_sub(1) {
        let joins = matches!(cells[at].class, Class::Tilde | Class::Rule);
        if !joins || !is_number(&cells[at - 1]) || !is_number(&cells[at + 1]) {
            continue;
        }
        let start = at - cells[..at].iter().rev().take_while(|cell| is_number(cell)).count();
        let end = at + 1 + cells[at + 1..].iter().take_while(|cell| is_number(cell)).count();
        let width: Length = cells[start..end].iter().map(|cell| cell.width).sum();
        if width <= widest {
            bind(&mut cells[start..end]);
        }
    }
}

fn is_number(cell: &Cell) -> bool {
    matches!(cell.class, Class::Figure | Class::Postfix | Class::Prefix | Class::LatinStop)
}

/// Numbers of issues and papers: `第3期`, `〔2025〕3号`, with or without typed spaces.
fn join_numbered(cells: &mut [Cell]) {
    for at in 0..cells.len() {
        let skip = |from: usize| from + cells[from.min(cells.len())..].iter().take_while(|cell| cell.ch == ' ').count();
        let figures = |from: usize| {
            let from = skip(from);
            let count = cells[from.min(cells.len())..].iter().take_while(|cell| cell.class == Class::Figure).count();
            (count > 0).then(|| skip(from + count))
        };
        let is = |at: usize, ch: char| cells.get(at).is_some_and(|cell| cell.ch == ch);
        let end = match cells[at].ch {
            '第' => figures(at + 1).filter(|end| is(*end, '期')),
            '〔' => figures(at + 1)
                .filter(|end| is(*end, '〕'))
                .and_then(|end| figures(end + 1))
                .filter(|end| is(*end, '号')),
            _ => None,
        };
        if let Some(end) = end {
            bind(&mut cells[at..=end]);
        }
    }
}

/// Narrows question and exclamation marks that stand in pairs to half an em each.
///
/// Source: GB/T 15834-2011 5.1.2: two of them take one em together, three take two.
pub(super) fn narrow_pairs(cells: &mut [Cell], half: Length) {
    let mut at = 0;
    while at + 1 < cells.len() {
        if cells[at].class == Class::Exclam && cells[at + 1].class == Class::Exclam {
            cells[at].width = half;
            cells[at + 1].width = half;
            at += 1;
        }
        at += 1;
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Cells without glyphs, half an em for Latin and one for all else, at a size of 10 pt.
    pub(in super::super) fn plain_cells(text: &str) -> Vec<Cell> {
        let cell = |(at, ch): (usize, char)| {
            let class = Class::of(ch);
            Cell {
                ch,
                class,
                glyph: None,
                script: None,
                width: Length::pt(if class.is_latin(ch) { 5.0 } else { 10.0 }),
                shift: Length::ZERO,
                ink: None,
                squeezable: false,
                gap: Length::ZERO,
                turn: Turn::ByMarks,
                tight: false,
                range: at..at + ch.len_utf8(),
            }
        };
        text.char_indices().map(cell).collect()
    }

    /// `1` for each character that is joined to the next, `-` where a hyphen may come.
    fn joined(text: &str) -> String {
        let mut cells = plain_cells(text);
        classify(&mut cells);
        join(&mut cells, Some(Length::pt(100.0)), Length::pt(10.0));
        let sign = |cell: &Cell| match cell.turn {
            Turn::Never => '1',
            Turn::Hyphen => '-',
            Turn::ByMarks | Turn::Open => '0',
        };
        cells.iter().map(sign).collect()
    }

    #[test]
    fn atom_joins_figures_words_and_pairs() {
        assert_eq!(joined("约3,000.5元"), "011111100");
        assert_eq!(joined("达30%。"), "01100");
        assert_eq!(joined("2025年"), "11100");
        assert_eq!(joined("——他"), "100");
        assert_eq!(joined("…………"), "1010");
        assert_eq!(joined("吗？！"), "010");
        assert_eq!(joined("(0571)12345678"), "11111111111110");
        assert_eq!(joined("ESG标"), "1100");
        assert_eq!(joined("出-交-面"), "00000");
        assert_eq!(joined("2024-2026"), "111111110");
        assert_eq!(joined("10:30"), "11110");
        assert_eq!(joined("￥35.5"), "01110");
        assert_eq!(joined("比例3∶2、"), "001100");
        assert_eq!(joined("第１２条"), "0100");
        assert_eq!(joined("──他"), "100");
    }

    #[test]
    fn atom_keeps_units_with_their_figures() {
        assert_eq!(joined("共100 km远"), "01111100");
        assert_eq!(joined("98.6 ℃"), "111110");
        assert_eq!(joined("100 cats"), "11001110");
        assert_eq!(joined("12km"), "1110");
    }

    #[test]
    fn atom_keeps_ranges_and_numbered_papers() {
        assert_eq!(joined("30%～40%"), "1111110");
        assert_eq!(joined("5—10日"), "11100");
        assert_eq!(joined("第3期的"), "1100");
        assert_eq!(joined("发〔2025〕3号文"), "0111111100");
    }

    #[test]
    fn atom_words_break_at_their_hyphens_and_by_patterns() {
        assert_eq!(joined("well-known"), "1111011110");
        assert!(joined("internationally").contains('-'));
        assert!(!joined("word").contains('-') && !joined("UNESCO").contains('-'));
        assert_eq!(joined("www.hz.gov.cn"), "1110110111010");
    }
}
