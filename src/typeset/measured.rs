//! Cells with the sums that tell the width of any line of them at once.

use super::cell::{Cell, Turn};
use super::class::Class;
use super::kinsoku;
use super::squeeze::{self, Blank};
use crate::fonts::Glyph;
use crate::length::{Em, Length};
use crate::model::style::{Kinsoku, TextStyle};
use std::ops::Range;

/// What happens at the two ends of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edges {
    /// An opening mark at the start sits flush: on every line that is not a paragraph's first.
    pub(super) flush_start: bool,
    /// A mark at the end gives up its empty half, or hangs where the style lets it.
    pub(super) trimmed_end: bool,
}

impl Edges {
    /// A line that stands by itself: a title, a byline.
    pub(super) const WHOLE: Self = Self { flush_start: false, trimmed_end: false };
}

/// The width of a line, and what it may give in the three steps of shrinking.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Width {
    pub(super) natural: Length,
    pub(super) give: Length,
}

impl Width {
    /// The least width to which the line can be brought.
    pub(super) fn least(self) -> Length {
        self.natural - self.give
    }
}

/// The hyphen that a broken word ends with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hyphen {
    pub(super) glyph: Glyph,
    pub(super) width: Length,
}

/// Cells, measured by a style.
pub(super) struct Measured<'c> {
    pub(super) cells: &'c [Cell],
    pub(super) size: Length,
    pub(super) style: &'c TextStyle,
    pub(super) hyphen: Option<Hyphen>,
    /// Width of all cells before this one, each between its neighbours.
    natural: Vec<Length>,
    /// What all cells before this one may give.
    give: Vec<Length>,
    /// How many blanks, and how many cells that vanish at a line's end, stand right before this one.
    blanks: Vec<(usize, usize)>,
    /// Where the run ends that this cell is joined into: behind the first cell that is not joined to the next.
    runs: Vec<usize>,
    /// What each cell gives up between its neighbours, and may give.
    inside: Vec<Blank>,
}

impl<'c> Measured<'c> {
    /// Measures the cells.
    pub(super) fn new(cells: &'c [Cell], size: Length, style: &'c TextStyle, hyphen: Option<Hyphen>) -> Self {
        let (natural, give) = (Vec::with_capacity(cells.len() + 1), Vec::with_capacity(cells.len() + 1));
        let (blanks, runs, inside) = (blanks(cells), runs(cells), Vec::with_capacity(cells.len()));
        let mut measured = Self { cells, size, style, hyphen, natural, give, blanks, runs, inside };
        let mut sum = Width::default();
        for at in 0..cells.len() {
            measured.natural.push(sum.natural);
            measured.give.push(sum.give);
            let blank = measured.blank(at, &(0..cells.len()), Edges::WHOLE);
            sum.natural += cells[at].width - blank.left - blank.right + cells[at].gap;
            sum.give += blank.give + measured.gap_give(at);
            measured.inside.push(blank);
        }
        measured.natural.push(sum.natural);
        measured.give.push(sum.give);
        measured
    }

    /// What each cell of a line gives up, and may give: at the line's ends otherwise than between neighbours.
    pub(super) fn blanks_of(&self, line: &Range<usize>, edges: Edges) -> Vec<Blank> {
        let mut blanks = self.inside[line.clone()].to_vec();
        if let Some(first) = blanks.first_mut() {
            *first = self.blank(line.start, line, edges);
        }
        if let Some(last) = blanks.last_mut() {
            *last = self.blank(line.end - 1, line, edges);
        }
        blanks
    }

    /// What a cell of a line gives up, and may give.
    fn blank(&self, at: usize, line: &Range<usize>, edges: Edges) -> Blank {
        let style = self.style.punctuation;
        let (cell, class) = (&self.cells[at], |at: usize| self.cells[at].class);
        if !squeeze::has_blank(cell.class) && !cell.squeezable && cell.class != Class::Space {
            return Blank::default();
        }
        let (own_left, own_right) = squeeze::always(cell.class, style);
        let left = match at == line.start {
            true if edges.flush_start => squeeze::at_line_start(cell.class),
            true => Em::ZERO,
            false => squeeze::adjacent(class(at - 1), cell.class, style).1,
        };
        let is_end = at + 1 == line.end;
        let right = match is_end {
            true if edges.trimmed_end => squeeze::at_line_end(cell.class),
            true => Em::ZERO,
            false => squeeze::adjacent(cell.class, class(at + 1), style).0,
        };
        // A pair of `？！` is half as wide from the start and has no blank left.
        let spare = (cell.width - Em::HALF.at(self.size)).max(Length::ZERO);
        let left = left.max(own_left).at(self.size).min(spare);
        let mut right = right.max(own_right).at(self.size).min(spare);
        let before = (at > line.start).then(|| class(at - 1));
        if self.style.hanging && is_end && edges.trimmed_end && squeeze::may_hang(cell.ch, before) {
            right = cell.width;
        }
        let give = match cell.class {
            Class::Space => cell.width - self.style.word_space_least.at(self.size),
            _ if cell.squeezable => self.style.squeeze.at(self.size).min(spare) - left - right,
            _ => Length::ZERO,
        };
        Blank { left, right, give: give.max(Length::ZERO) }
    }

    /// What the space behind a cell may give, where the style puts one between scripts.
    pub(super) fn gap_give(&self, at: usize) -> Length {
        let gap = self.cells[at].gap;
        if gap == Length::ZERO || gap != self.style.cjk_latin_spacing.at(self.size) {
            return Length::ZERO;
        }
        (gap - self.style.cjk_latin_least.at(self.size)).max(Length::ZERO)
    }

    /// Width of a line, its ends counted as ends.
    pub(super) fn width(&self, line: Range<usize>, edges: Edges) -> Width {
        let hyphen = self.hyphen_at(&line).map_or(Length::ZERO, |hyphen| hyphen.width);
        let line = line.start..self.end_of_ink(&line);
        if line.is_empty() {
            return Width::default();
        }
        let mut natural = self.natural[line.end] - self.natural[line.start] + hyphen;
        let mut give = self.give[line.end] - self.give[line.start];
        let last = line.end - 1;
        for at in [line.start, last].into_iter().take(if line.len() == 1 { 1 } else { 2 }) {
            let (inside, here) = (self.inside[at], self.blank(at, &line, edges));
            natural += inside.left + inside.right - here.left - here.right;
            give += here.give - inside.give;
        }
        Width { natural: natural - self.cells[last].gap, give: give - self.gap_give(last) }
    }

    /// The hyphen at a line's end, where the line ends inside a word.
    pub(super) fn hyphen_at(&self, line: &Range<usize>) -> Option<Hyphen> {
        let breaks_word =
            line.end < self.cells.len() && line.end > line.start && self.cells[line.end - 1].turn == Turn::Hyphen;
        self.hyphen.filter(|_| breaks_word)
    }

    /// Where the line ends that one sees: before the blanks at its end.
    pub(super) fn end_of_ink(&self, line: &Range<usize>) -> usize {
        line.end - self.blanks[line.end].1.min(line.len())
    }

    /// Whether a line may end before cell `at`.
    pub(super) fn may_break(&self, at: usize) -> bool {
        // A blank does not lift what the mark before it forbids (UAX #14 LB14).
        let blanks = self.blanks[at].0;
        let level = self.style.kinsoku;
        if blanks > 0 && blanks < at && self.binds_forward(at - blanks - 1, at, level) {
            return false;
        }
        let (before, after) = (&self.cells[at - 1], &self.cells[at]);
        let binds = before.class == Class::Prefix && after.class != Class::Figure;
        let may_break = match before.turn == Turn::Open || binds {
            true => !kinsoku::is_forbidden_at_line_start(after.class, level),
            false => kinsoku::may_break(before.class, after.class, level),
        };
        !before.is_joined() && may_break
    }

    /// Whether the mark at one place keeps what stands at another on its line.
    fn binds_forward(&self, mark: usize, after: usize, level: Kinsoku) -> bool {
        let class = self.cells[mark].class;
        let is_free = class == Class::Prefix && self.cells[after].class != Class::Figure;
        kinsoku::is_forbidden_at_line_end(class, level) && !is_free
    }

    /// Where the unbreakable run ends that begins at a cell.
    pub(super) fn end_of_run(&self, start: usize) -> usize {
        self.runs[start]
    }

    /// The farthest end up to which every line from `start` fits as it is, whatever its ends ask for: at most the
    /// em that each of two marks has given up between its neighbours, and a hyphen.
    pub(super) fn surely_fitting(&self, start: usize, measure: Length) -> usize {
        let hyphen = self.hyphen.map_or(Length::ZERO, |hyphen| hyphen.width);
        let most = self.natural[start] + measure - self.size * 2 - hyphen;
        start + self.natural[start + 1..].partition_point(|natural| *natural <= most)
    }

    /// Width of a line without its ends' adjustments, never more than its least width by two em: enough
    /// to know that no longer line can fit.
    pub(super) fn rough_least(&self, line: Range<usize>) -> Length {
        self.natural[line.end] - self.natural[line.start] - (self.give[line.end] - self.give[line.start])
    }
}

/// For each cell and for the end: how many blanks stand right before it, and how many cells that vanish at a
/// line's end.
fn blanks(cells: &[Cell]) -> Vec<(usize, usize)> {
    let mut before = (0, 0);
    let mut all = vec![before];
    all.extend(cells.iter().map(|cell| {
        let is_blank = matches!(cell.class, Class::Space | Class::Blank);
        before.0 = if is_blank { before.0 + 1 } else { 0 };
        before.1 = if cell.class.vanishes_at_line_end() { before.1 + 1 } else { 0 };
        before
    }));
    all
}

/// For each cell where the run ends that it is joined into.
fn runs(cells: &[Cell]) -> Vec<usize> {
    let mut runs = vec![cells.len(); cells.len()];
    for at in (0..cells.len().saturating_sub(1)).rev() {
        runs[at] = if cells[at].is_joined() { runs[at + 1] } else { at + 1 };
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::super::atom::tests::plain_cells;
    use super::*;
    use crate::model::style::Punctuation;

    /// Ends that are taken unmeasured fit when they are measured, whatever marks a line begins and ends with.
    #[test]
    fn measured_sure_ends_fit() {
        let (size, text) = (Length::pt(10.0), "（“人大”、《法》）：“一，二。”（三）；said “a b”……《四》（五）“六”！？");
        for punctuation in [Punctuation::Quanjiao, Punctuation::Banjiao, Punctuation::Hangmobanjiao] {
            let style = TextStyle { punctuation, hanging: true, ..TextStyle::default() };
            let cells = plain_cells(text);
            let measured = Measured::new(&cells, size, &style, None);
            for (start, em) in (0..cells.len()).flat_map(|start| (1..12).map(move |em| (start, em))) {
                let edges = Edges { flush_start: start > 0, trimmed_end: true };
                let sure = start + 1..=measured.surely_fitting(start, size * em);
                let fits = |end: usize| measured.width(start..end, edges).natural <= size * em;
                assert!(sure.clone().all(fits), "{sure:?} {em}");
            }
        }
    }
}
