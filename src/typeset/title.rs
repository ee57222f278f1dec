//! Titles (标题): the author's lines, else as few lines as they need, broken by sense and balanced.
//!
//! A title that fits its measure, adjacent marks squeezed, stays on one line. Else, of all ways to break
//! it into the fewest lines that need no forbidden break, the cheapest is taken: the breaks' own costs
//! (`sense`) and the lines' shape: a trapezoid or a lozenge, no hourglass, no scrap.
//! Source: GB/T 9704-2012 7.3.1; the figures are ours.

use super::cells::cells;
use super::justify::Fill;
use super::line::{Line, build};
use super::measured::{Edges, Measured};
use super::sense::{FORBIDDEN, Sense};
use super::{Setter, Type};
use crate::diagnostic::{Code, Diagnostic};
use crate::length::Length;
use crate::model::Text;
use std::ops::Range;

/// Titles of up to so many lines are broken in the best of all ways; longer ones line by line.
const MOST_TRIED: usize = 3;
/// A title of more characters than a page holds is not looked at for its sense.
const LONGEST: usize = 1_000;
/// A line shorter than this many em is a scrap.
const SHORTEST: i64 = 5;
/// Lines that differ by no more than this many em are balanced.
const BALANCED: i64 = 6;

/// Sets a title: each given line stays a line if it fits the measure, and is broken if it does not, which
/// is reported where the author had fixed the lines.
pub fn set_title(lines: &[Text], kind: Type, measure: Length, setter: &mut Setter<'_, '_>) -> Vec<Line> {
    let mut set = Vec::new();
    for text in lines {
        let broken = set_whole_title(text, &[], kind, measure, setter);
        if lines.len() > 1 && broken.len() > 1 {
            setter.sink.push(Diagnostic::new(Code::TitleLineBroken, text.whole_place()));
        }
        set.extend(broken);
    }
    set
}

/// Sets a title in one piece, which is broken only if it must be; breaks at `preferred` bytes are as good
/// as any, for its author made them.
pub fn set_whole_title(
    text: &Text,
    preferred: &[usize],
    kind: Type,
    measure: Length,
    setter: &mut Setter<'_, '_>,
) -> Vec<Line> {
    let cells = cells(text, kind, None, setter);
    let measured = setter.measure(&cells, kind.size, None);
    if width(&measured, 0..cells.len()) <= measure {
        return vec![build(text, &measured, 0..cells.len(), Edges::WHOLE, Fill::Natural)];
    }
    let sense = (cells.len() <= LONGEST).then(|| Sense::new(text.as_str(), setter.terms));
    let cost = |at: usize| match &sense {
        Some(sense) if preferred.binary_search(&at).is_err() => sense.cost(at),
        _ => 0,
    };
    let legal = (1..cells.len()).filter(|at| measured.may_break(*at));
    let breaks: Vec<_> = legal.map(|at| Break { at, cost: cost(cells[at].range.start) }).collect();
    let ranges = break_title(&measured, &breaks, measure);
    let ends = ranges.iter().map(|line| line.end).filter(|end| *end < cells.len());
    let cost_of = |end: usize| breaks.binary_search_by_key(&end, |found| found.at).map(|at| breaks[at].cost);
    let bad = ends.clone().find(|end| cost_of(*end).is_ok_and(|cost| cost >= FORBIDDEN) || cost_of(*end).is_err());
    let found = bad.map(|end| Diagnostic::new(Code::ForcedBreak, text.place(cells[end - 1].range.clone())));
    let lines = ranges.into_iter().map(|line| build(text, &measured, line, Edges::WHOLE, Fill::Natural)).collect();
    if let Some(found) = found {
        setter.sink.push(found);
    }
    lines
}

/// A break of a title: where, and what it costs.
#[derive(Clone, Copy)]
struct Break {
    at: usize,
    cost: i64,
}

/// The lines of a title that does not fit on one.
fn break_title(measured: &Measured<'_>, breaks: &[Break], measure: Length) -> Vec<Range<usize>> {
    let good: Vec<_> = breaks.iter().copied().filter(|found| found.cost < FORBIDDEN).collect();
    let fewest = fewest_lines(measured, breaks, measure);
    // A line more is better than a break inside a word.
    let ways = [(good.as_slice(), fewest), (good.as_slice(), fewest + 1), (breaks, fewest)];
    let best = if fewest <= MOST_TRIED {
        ways.into_iter().find_map(|(breaks, lines)| cheapest(measured, breaks, lines, measure))
    } else {
        line_by_line(measured, &good, measure).or_else(|| line_by_line(measured, breaks, measure))
    };
    best.unwrap_or_else(|| cut(measured, measure))
}

/// A title that has no legal breaks, cut where each line is full.
fn cut(measured: &Measured<'_>, measure: Length) -> Vec<Range<usize>> {
    let count = measured.cells.len();
    let mut lines = Vec::new();
    let mut start = 0;
    while start < count {
        let fitting = (start + 1..=count).take_while(|end| width(measured, start..*end) <= measure).last();
        let end = fitting.unwrap_or(start + 1);
        lines.push(start..end);
        start = end;
    }
    lines
}

/// A very long title, line by line: of the breaks in a line's second half, the cheapest and farthest.
fn line_by_line(measured: &Measured<'_>, breaks: &[Break], measure: Length) -> Option<Vec<Range<usize>>> {
    let count = measured.cells.len();
    let mut lines = Vec::new();
    let mut start = 0;
    while width(measured, start..count) > measure {
        let first = breaks.partition_point(|found| found.at <= start);
        let fitting = breaks[first..].iter().take_while(|found| width(measured, start..found.at) <= measure);
        let full = fitting.filter(|found| width(measured, start..found.at) * 2 >= measure);
        let end = full.min_by_key(|found| (found.cost, std::cmp::Reverse(found.at)))?.at;
        lines.push(start..end);
        start = end;
    }
    lines.push(start..count);
    Some(lines)
}

/// The least number of lines that hold the title.
fn fewest_lines(measured: &Measured<'_>, breaks: &[Break], measure: Length) -> usize {
    let mut start = 0;
    let mut lines = 1;
    while width(measured, start..measured.cells.len()) > measure {
        let first = breaks.partition_point(|found| found.at <= start);
        let fits = |found: &&Break| width(measured, start..found.at) <= measure;
        match breaks[first..].iter().take_while(fits).last() {
            Some(found) => start = found.at,
            None => break,
        }
        lines += 1;
    }
    lines
}

/// The cheapest way to break a title into so many lines; none if there is no way.
fn cheapest(measured: &Measured<'_>, breaks: &[Break], lines: usize, measure: Length) -> Option<Vec<Range<usize>>> {
    let mut search = Search { measured, breaks, measure, best: None };
    search.go_on(&mut Vec::new(), 0, lines, 0);
    search.best.map(|(_, lines)| lines)
}

/// All ways to break a title into a number of lines; titles are short, so all of them are tried.
struct Search<'a, 'c> {
    measured: &'a Measured<'c>,
    breaks: &'a [Break],
    measure: Length,
    best: Option<(Rank, Vec<Range<usize>>)>,
}

/// What ways are compared by: the cost, the difference of the lines, and that a longer line comes first.
type Rank = (i64, Length, bool);

impl Search<'_, '_> {
    fn go_on(&mut self, done: &mut Vec<Range<usize>>, spent: i64, lines: usize, from: usize) {
        let start = done.last().map_or(0, |line| line.end);
        let count = self.measured.cells.len();
        if lines == 1 {
            if width(self.measured, start..count) <= self.measure {
                done.push(start..count);
                self.weigh(done, spent);
                done.pop();
            }
            return;
        }
        if self.best.as_ref().is_some_and(|(rank, _)| spent > rank.0) {
            return;
        }
        for next in from..self.breaks.len() {
            let found = self.breaks[next];
            if width(self.measured, start..found.at) > self.measure {
                break;
            }
            done.push(start..found.at);
            self.go_on(done, spent + found.cost, lines - 1, next + 1);
            done.pop();
        }
    }

    fn weigh(&mut self, lines: &[Range<usize>], spent: i64) {
        let widths: Vec<_> = lines.iter().map(|line| width(self.measured, line.clone())).collect();
        let (least, most) = (widths.iter().min(), widths.iter().max());
        let difference = most.zip(least).map_or(Length::ZERO, |(most, least)| *most - *least);
        let cost = spent + shape(&widths, self.measured.size);
        let rank = (cost, difference, widths.first() < widths.last());
        if self.best.as_ref().is_none_or(|(best, _)| rank < *best) {
            self.best = Some((rank, lines.to_vec()));
        }
    }
}

/// What the lines' shape costs.
fn shape(widths: &[Length], size: Length) -> i64 {
    let (least, most) = (widths.iter().min().copied(), widths.iter().max().copied());
    let (least, most) = (least.unwrap_or_default(), most.unwrap_or_default());
    let uneven = (most - least - size * BALANCED).max(Length::ZERO);
    let uneven = 2 * uneven.units() / size.units().max(1);
    let lopsided = if least * 5 < most * 2 { 15 } else { 0 };
    let scrap = if least < size * SHORTEST { 80 } else { 0 };
    let hourglass = if widths.windows(3).any(|three| three[1] < three[0].min(three[2])) { 60 } else { 0 };
    uneven + lopsided + scrap + hourglass
}

fn width(measured: &Measured<'_>, line: Range<usize>) -> Length {
    measured.width(line, Edges::WHOLE).natural
}
