//! Unbreakable runs (不可分离串): what is never cut nor stretched inside.

use super::cell::Cell;
use super::class::Class;
use crate::length::Length;

/// Settles what a character is by its neighbours: a single `—` is a one-em rule, not half a dash.
pub(super) fn classify(cells: &mut [Cell]) {
    let mut at = 0;
    while at < cells.len() {
        let run = cells[at..].iter().take_while(|cell| cell.ch == '—').count();
        if run == 1 {
            cells[at].class = Class::Rule;
        }
        at += run.max(1);
    }
}

/// Joins the cells of each run.
///
/// Source: GB/T 15834-2011 5.1.5 (dash, ellipsis), 5.1.2 (`？！`); GB/T 15835-2011 5.1.7 (figures);
/// Unicode UAX #14 LB25 (signs that belong to figures).
pub(super) fn join(cells: &mut [Cell]) {
    let mut halves = 0;
    for at in 0..cells.len().saturating_sub(1) {
        let (before, after) = (&cells[at], &cells[at + 1]);
        let pairs = matches!(before.class, Class::Dash | Class::Ellipsis) && before.class == after.class;
        // A dash is two halves: the third begins another dash.
        halves = if pairs { halves + 1 } else { 0 };
        let joined = match (before.class, after.class) {
            _ if pairs => halves % 2 == 1,
            (Class::Exclam, Class::Exclam) | (_, Class::Combining) => true,
            (before_class, after_class) => {
                is_latin(before) && is_latin(after) && !may_break_word(before_class, after_class, at, cells)
            }
        };
        cells[at].joined = joined;
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

/// Whether a cell belongs to Latin text or to a number.
fn is_latin(cell: &Cell) -> bool {
    cell.class != Class::Space && cell.class.is_latin(cell.ch)
}

/// Whether a word may break here: behind a hyphen or solidus that stands between letters, not in a
/// date or a range of figures; and where a hyphen joins han.
fn may_break_word(before: Class, after: Class, at: usize, cells: &[Cell]) -> bool {
    let joins = |class| matches!(class, Class::Hyphen | Class::Slash);
    let figure_before = at > 0 && cells[at - 1].class == Class::Figure;
    joins(before) && after == Class::Letter && !figure_before
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `1` for each character that is joined to the next.
    fn joined(text: &str) -> String {
        let mut cells: Vec<_> = text
            .char_indices()
            .map(|(at, ch)| Cell {
                ch,
                class: Class::of(ch),
                glyph: None,
                width: Length::ZERO,
                shift: Length::ZERO,
                ink: None,
                gap: Length::ZERO,
                joined: false,
                range: at..at + ch.len_utf8(),
            })
            .collect();
        classify(&mut cells);
        join(&mut cells);
        cells.iter().map(|cell| if cell.joined { '1' } else { '0' }).collect()
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
        assert_eq!(joined("well-known a"), "111101111000");
        assert_eq!(joined("2024-2026"), "111111110");
    }
}
