//! Titles (标题): the author's lines, else as few lines as they need, broken at a mark where one serves.

use super::breaker;
use super::cells::cells;
use super::class::Class;
use super::justify::Fill;
use super::line::{Line, build};
use super::measured::{Edges, Measured};
use super::{Setter, Type};
use crate::length::Length;
use crate::model::Text;
use std::ops::Range;

/// No line of a title that is broken at a mark is shorter than this many em, so that no scrap is left.
const SHORTEST: i64 = 4;

/// Sets a title: each given line stays a line if it fits the measure, and is broken if it does not.
pub fn set_title(lines: &[Text], kind: Type, measure: Length, setter: &mut Setter<'_, '_>) -> Vec<Line> {
    let mut set = Vec::new();
    for text in lines {
        let cells = cells(text, kind, None, setter);
        let measured = setter.measure(&cells, kind.size, None);
        let ranges = break_title(&measured, kind.size, measure);
        set.extend(ranges.into_iter().map(|line| build(text, &measured, line, Edges::WHOLE, Fill::Natural)));
    }
    set
}

/// The lines of a title: as few as can be; broken at marks if these serve, else anywhere legal; of
/// several ways the most even.
fn break_title(measured: &Measured<'_>, size: Length, measure: Length) -> Vec<Range<usize>> {
    let count = measured.cells.len();
    let any: Vec<_> = (1..count).filter(|at| measured.may_break(*at)).collect();
    let marks: Vec<_> = any.iter().copied().filter(|at| is_at_mark(measured, *at)).collect();
    let least = fewest_lines(measured, &any, measure);
    let at_marks = most_even(measured, &marks, least, size * SHORTEST..measure);
    at_marks.or_else(|| most_even(measured, &any, least, Length::ZERO..measure)).unwrap_or_else(|| {
        let lines = breaker::break_lines(measured, measure, measure);
        lines.into_iter().map(|line| line.cells).collect()
    })
}

/// Whether a break falls behind a closing or pausing mark or before an opening one.
fn is_at_mark(measured: &Measured<'_>, at: usize) -> bool {
    let pauses = [Class::Close, Class::Comma, Class::Colon, Class::Stop, Class::Exclam, Class::Blank, Class::Space];
    pauses.contains(&measured.cells[at - 1].class) || measured.cells[at].class == Class::Open
}

/// The least number of lines that hold the title.
fn fewest_lines(measured: &Measured<'_>, breaks: &[usize], measure: Length) -> usize {
    let mut start = 0;
    let mut lines = 1;
    while width(measured, start..measured.cells.len()) > measure {
        let fits = |end: &&usize| **end > start && width(measured, start..**end) <= measure;
        match breaks.iter().rev().find(fits) {
            Some(end) => start = *end,
            None => break,
        }
        lines += 1;
    }
    lines
}

/// Of all ways to break a title at `breaks` into so many lines, each within the limits, the one whose
/// lines differ least from each other; the earlier break of two equal ones. None if there is no way.
fn most_even(
    measured: &Measured<'_>,
    breaks: &[usize],
    lines: usize,
    limits: Range<Length>,
) -> Option<Vec<Range<usize>>> {
    let count = measured.cells.len();
    let even = width(measured, 0..count) / i64::try_from(lines).unwrap_or(1);
    // best[n]: for each end of n lines, the cost so far and where the last of them starts.
    let mut best: Vec<Vec<(usize, i128, usize)>> = vec![vec![(0, 0, 0)]];
    for _ in 0..lines {
        let mut next = Vec::new();
        for end in breaks.iter().copied().chain([count]) {
            let ways = best.last()?.iter().enumerate().filter(|(_, (start, ..))| *start < end);
            let costs = ways.filter_map(|(from, (start, cost, _))| {
                let width = width(measured, *start..end);
                let fits = limits.start <= width && width <= limits.end;
                let off = i128::from((width - even).units());
                fits.then_some((cost + off * off, from))
            });
            if let Some((cost, from)) = costs.min() {
                next.push((end, cost, from));
            }
        }
        best.push(next);
    }
    let mut at = best.last()?.iter().position(|(end, ..)| *end == count)?;
    let mut ranges = Vec::new();
    for level in (1..best.len()).rev() {
        let (end, _, from) = best[level][at];
        ranges.push(best[level - 1][from].0..end);
        at = from;
    }
    ranges.reverse();
    Some(ranges)
}

fn width(measured: &Measured<'_>, line: Range<usize>) -> Length {
    measured.width(line, Edges::WHOLE).natural
}
