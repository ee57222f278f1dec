//! Measured cells in, lines out: push in first (推入优先).
//!
//! A line takes the next unit as long as the line, with every squeezable mark squeezed as far as it
//! goes, fits the measure. So each line is as long as the rules allow, and a change in one paragraph
//! moves no line of another. Source: measured on issue 709.

use super::cell::Cell;
use super::class::Class;
use super::kinsoku;
use super::squeeze::{self, Blank};
use crate::length::{Em, Length};
use std::ops::Range;

/// What happens at the two ends of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edges {
    /// An opening mark at the start sits flush: on every line that is not a paragraph's first.
    pub(super) flush_start: bool,
    /// A mark at the end gives up its empty half.
    pub(super) half_end: bool,
}

impl Edges {
    /// A line that stands by itself: a title, a byline.
    pub(super) const WHOLE: Self = Self { flush_start: false, half_end: false };
}

/// A line as the breaker chose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Broken {
    /// Its cells; blanks at its end are among them.
    pub(super) cells: Range<usize>,
    /// Whether the paragraph ends with it.
    pub(super) is_last: bool,
    /// Whether no legal break was to be had.
    pub(super) forced: bool,
}

/// Cells with the sums that tell the width of any line of them at once.
pub(super) struct Measured<'c> {
    pub(super) cells: &'c [Cell],
    size: Length,
    squeeze: Length,
    squeezable: &'c str,
    word_space: Length,
    /// Width of all cells before this one, each between its neighbours.
    natural: Vec<Length>,
    /// What all cells before this one may give.
    give: Vec<Length>,
}

impl<'c> Measured<'c> {
    /// Measures the cells: `squeeze` is the most that each of the marks `squeezable` gives, `word_space`
    /// the width to which a space may stretch.
    pub(super) fn new(
        cells: &'c [Cell],
        size: Length,
        squeeze: Length,
        squeezable: &'c str,
        word_space: Length,
    ) -> Self {
        let (natural, give) = (vec![Length::ZERO], vec![Length::ZERO]);
        let mut measured = Self { cells, size, squeeze, squeezable, word_space, natural, give };
        let (mut natural, mut give) = (Length::ZERO, Length::ZERO);
        for at in 0..cells.len() {
            let blank = measured.blank(at, 0..cells.len(), Edges::WHOLE);
            natural += cells[at].width - blank.left - blank.right + cells[at].gap;
            give += blank.give;
            measured.natural.push(natural);
            measured.give.push(give);
        }
        measured
    }

    /// The size of the cells.
    pub(super) fn size(&self) -> Length {
        self.size
    }

    /// The width to which a space between words may stretch.
    pub(super) fn word_space(&self) -> Length {
        self.word_space
    }

    /// What a cell of a line gives up, and may give.
    pub(super) fn blank(&self, at: usize, line: Range<usize>, edges: Edges) -> Blank {
        let class = |at: usize| self.cells[at].class;
        let left = match at == line.start {
            true if edges.flush_start => squeeze::at_line_start(class(at)),
            true => Em::ZERO,
            false => squeeze::adjacent(class(at - 1), class(at)).1,
        };
        let right = match at + 1 == line.end {
            true if edges.half_end => squeeze::at_line_end(class(at)),
            true => Em::ZERO,
            false => squeeze::adjacent(class(at), class(at + 1)).0,
        };
        // A pair of `？！` is half as wide from the start and has no blank left.
        let spare = (self.cells[at].width - Em::HALF.at(self.size)).max(Length::ZERO);
        let (left, right) = (left.at(self.size).min(spare), right.at(self.size).min(spare));
        let most = if self.squeezable.contains(self.cells[at].ch) { self.squeeze.min(spare) } else { Length::ZERO };
        Blank { left, right, give: (most - left - right).max(Length::ZERO) }
    }

    /// Natural width of a line and what it may give, its ends counted as ends.
    pub(super) fn width(&self, line: Range<usize>, edges: Edges) -> (Length, Length) {
        let line = line.start..self.end_of_ink(&line);
        if line.is_empty() {
            return (Length::ZERO, Length::ZERO);
        }
        let mut natural = self.natural[line.end] - self.natural[line.start];
        let mut give = self.give[line.end] - self.give[line.start];
        let last = line.end - 1;
        let whole = 0..self.cells.len();
        for at in [line.start, last].into_iter().take(if line.len() == 1 { 1 } else { 2 }) {
            let (inside, here) = (self.blank(at, whole.clone(), Edges::WHOLE), self.blank(at, line.clone(), edges));
            natural += inside.left + inside.right - here.left - here.right;
            give += here.give - inside.give;
        }
        (natural - self.cells[last].gap, give)
    }

    /// Where the line ends that one sees: before the blanks at its end.
    pub(super) fn end_of_ink(&self, line: &Range<usize>) -> usize {
        let cells = &self.cells[line.clone()];
        let blanks = cells.iter().rev().take_while(|cell| cell.class.vanishes_at_line_end()).count();
        line.end - blanks
    }

    /// Whether a line may end before cell `at`.
    pub(super) fn may_break(&self, at: usize) -> bool {
        let (before, after) = (&self.cells[at - 1], &self.cells[at]);
        !before.joined && kinsoku::may_break(before.class, after.class)
    }

    /// Breaks the paragraph into lines: the first on its own measure, the others on theirs.
    pub(super) fn break_lines(&self, first: Length, others: Length) -> Vec<Broken> {
        let mut lines = Vec::new();
        let mut start = 0;
        while start < self.cells.len() {
            let (measure, flush_start) = if start == 0 { (first, false) } else { (others, true) };
            let line = self.next_line(start, measure, Edges { flush_start, half_end: true });
            start = line.cells.end;
            lines.push(line);
        }
        lines
    }

    /// The longest legal line from `start`.
    fn next_line(&self, start: usize, measure: Length, edges: Edges) -> Broken {
        let count = self.cells.len();
        let mut legal = None;
        let mut fitting = start + 1;
        for end in start + 1..=count {
            if self.fits(start..end, measure, edges) {
                fitting = end;
                if end == count || self.may_break(end) {
                    legal = Some(end);
                }
            } else if self.is_far_beyond(start..end, measure) {
                break;
            }
        }
        let forced = legal.is_none();
        let end = legal.unwrap_or_else(|| self.least_bad_break(start, fitting));
        Broken { cells: start..end, is_last: end == count, forced }
    }

    fn fits(&self, line: Range<usize>, measure: Length, edges: Edges) -> bool {
        let (natural, give) = self.width(line, edges);
        natural - give <= measure
    }

    /// Whether no longer line can fit either: what the ends may still give is less than two em.
    fn is_far_beyond(&self, line: Range<usize>, measure: Length) -> bool {
        let least = self.natural[line.end] - self.natural[line.start] - (self.give[line.end] - self.give[line.start]);
        least > measure + self.size * 2 && !self.cells[line.end - 1].class.vanishes_at_line_end()
    }

    /// Where a line is cut that has no legal end: where a mark only stands wrongly, else inside a run
    /// behind one of its signs, else where it fits; of equals the farthest.
    fn least_bad_break(&self, start: usize, fitting: usize) -> usize {
        let badness = |end: &usize| {
            let (before, after) = (&self.cells[end - 1], self.cells.get(*end));
            let splits_run = before.joined;
            let is_sign = !matches!(before.class, Class::Letter | Class::Figure);
            let after_starts_wrongly = after.is_some_and(|after| kinsoku::is_forbidden_at_line_start(after.class));
            match (splits_run, is_sign && !after_starts_wrongly) {
                (false, _) => 0,
                (true, true) => 1,
                (true, false) => 2,
            }
        };
        // Ends in the line's second half, so that a cut leaves no scrap.
        let nearest = start + 1 + (fitting - start) / 2;
        (nearest.min(fitting)..=fitting).rev().min_by_key(badness).unwrap_or(fitting)
    }
}
