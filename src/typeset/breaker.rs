//! Measured cells in, lines out.
//!
//! The default pushes in first (推入优先): a line takes the next unit as long as the line, with every
//! squeezable mark squeezed as far as it goes, fits the measure. So each line is as long as the rules
//! allow, and a change in one paragraph moves no line of another. Source: measured on issue 709.

use super::class::Class;
use super::justify;
use super::kinsoku;
use super::measured::{Edges, Measured};
use crate::length::Length;
use crate::model::style::{Lone, Prefer};
use std::ops::Range;

/// So many lines before a paragraph's last may take in its single character: more than stand on three pages.
const FARTHEST: usize = 64;

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

/// Breaks a paragraph into lines: the first on its own measure, the others on theirs.
pub(super) fn break_lines(measured: &Measured<'_>, first: Length, others: Length) -> Vec<Broken> {
    let lines = break_from(measured, 0, measured.style.prefer, first, others);
    if measured.style.runts == Lone::Allow || !ends_in_runt(measured, &lines) {
        return lines;
    }
    let squeezed = squeeze_earlier(measured, &lines, first, others);
    squeezed.unwrap_or_else(|| push_down(measured, lines, first, others))
}

/// Breaks the rest of a paragraph from a cell on.
fn break_from(measured: &Measured<'_>, from: usize, prefer: Prefer, first: Length, others: Length) -> Vec<Broken> {
    let mut lines = Vec::new();
    let mut start = from;
    while start < measured.cells.len() {
        let line = next_line(measured, start, prefer, if start == 0 { first } else { others }, others);
        start = line.cells.end;
        lines.push(line);
    }
    lines
}

/// The ends of a line that starts here, in the middle of a paragraph.
fn edges(start: usize) -> Edges {
    Edges { flush_start: start > 0, trimmed_end: true }
}

/// The line from `start` by this preference.
fn next_line(measured: &Measured<'_>, start: usize, prefer: Prefer, measure: Length, others: Length) -> Broken {
    let count = measured.cells.len();
    let ends = legal_ends(measured, start, measure);
    // A run that no line holds is cut anyway, and so begins where it is met.
    let pushed_in = ends.pushed_in.filter(|end| *end == count || !is_run_too_wide(measured, *end, others));
    let forced = pushed_in.is_none();
    let end = match pushed_in {
        None => least_bad_break(measured, start, ends.fitting),
        // The paragraph ends here if it can at all.
        Some(end) if end == count => end,
        Some(end) => match (prefer, ends.pushed_out) {
            (Prefer::In, _) | (_, None) => end,
            (Prefer::Out, Some(out)) => out,
            (Prefer::Nearest, Some(out)) => nearer(measured, start, measure, ends.one_more.unwrap_or(out), out),
        },
    };
    Broken { cells: start..end, is_last: end == count, forced }
}

/// The ends at which a line may end.
struct Ends {
    /// The farthest at which it fits with all its marks squeezed.
    pushed_in: Option<usize>,
    /// The farthest at which it fits as it is.
    pushed_out: Option<usize>,
    /// The next one behind that, if it fits with marks squeezed.
    one_more: Option<usize>,
    /// The farthest end of any kind that fits.
    fitting: usize,
}

fn legal_ends(measured: &Measured<'_>, start: usize, measure: Length) -> Ends {
    let count = measured.cells.len();
    let is_legal = |end: usize| end == count || measured.may_break(end);
    // Of the many ends that fit without any doubt, the farthest is enough.
    let sure = measured.surely_fitting(start, measure);
    let legal = (start + 1..=sure).rev().find(|end| is_legal(*end));
    let mut ends = Ends { pushed_in: legal, pushed_out: legal, one_more: None, fitting: sure.max(start + 1) };
    for end in sure + 1..=count {
        let width = measured.width(start..end, edges(start));
        if width.least() <= measure {
            ends.fitting = end;
            if is_legal(end) {
                ends.pushed_in = Some(end);
                if width.natural <= measure {
                    (ends.pushed_out, ends.one_more) = (Some(end), None);
                } else {
                    ends.one_more = ends.one_more.or(Some(end));
                }
            }
        } else if is_far_beyond(measured, start..end, measure) {
            break;
        }
    }
    ends
}

/// Whether the unbreakable run that begins here is wider than a line.
fn is_run_too_wide(measured: &Measured<'_>, start: usize, measure: Length) -> bool {
    measured.width(start..measured.end_of_run(start), edges(start)).least() > measure
}

/// Whether no longer line can fit either: what the ends may still give is less than two em.
fn is_far_beyond(measured: &Measured<'_>, line: Range<usize>, measure: Length) -> bool {
    let last = &measured.cells[line.end - 1];
    measured.rough_least(line) > measure + measured.size * 3 && !last.class.vanishes_at_line_end()
}

/// Of pushing in and pushing out, the one that asks less of the line, each in parts of what it can give.
fn nearer(measured: &Measured<'_>, start: usize, measure: Length, pushed_in: usize, pushed_out: usize) -> usize {
    let (shrunk, loose) =
        (measured.width(start..pushed_in, edges(start)), measured.width(start..pushed_out, edges(start)));
    let excess = (shrunk.natural - measure).max(Length::ZERO);
    let lack = measure - loose.natural;
    let room = justify::stretch_within_limit(measured, start..pushed_out);
    // excess / give <= lack / room, without dividing.
    let (asked_in, asked_out) = (excess.times(room), lack.times(shrunk.give));
    if excess == Length::ZERO || asked_in <= asked_out { pushed_in } else { pushed_out }
}

/// Where a line is cut that has no legal end: where a mark only stands wrongly, else inside a run
/// behind one of its signs, else where it fits; of equals the farthest.
fn least_bad_break(measured: &Measured<'_>, start: usize, fitting: usize) -> usize {
    let badness = |end: &usize| {
        let (before, after) = (&measured.cells[end - 1], measured.cells.get(*end));
        let is_sign = !matches!(before.class, Class::Letter | Class::Figure);
        let level = measured.style.kinsoku;
        let after_starts_wrongly = after.is_some_and(|after| kinsoku::is_forbidden_at_line_start(after.class, level));
        match (before.is_joined(), is_sign && !after_starts_wrongly) {
            (false, _) => 0,
            (true, true) => 1,
            (true, false) => 2,
        }
    };
    // Ends in the line's second half, so that a cut leaves no scrap.
    let nearest = start + 1 + (fitting - start) / 2;
    (nearest.min(fitting)..=fitting).rev().min_by_key(badness).unwrap_or(fitting)
}

/// Whether a paragraph of several lines ends in a single character (孤字).
pub(super) fn ends_in_runt(measured: &Measured<'_>, lines: &[Broken]) -> bool {
    lines.len() > 1 && lines.last().is_some_and(|last| is_runt(measured, last.cells.clone()))
}

/// Takes the single character in by squeezing: the latest line that can take more does, and the lines
/// behind it are set anew. None if no line can.
///
/// Source: clreq #widow_and_orphan_adjustment; GB/T 15834-2011 5.1.11 allows the squeeze.
fn squeeze_earlier(measured: &Measured<'_>, lines: &[Broken], first: Length, others: Length) -> Option<Vec<Broken>> {
    // A line that was pushed in can take no more.
    let earliest = if measured.style.prefer == Prefer::In { lines.len() } else { lines.len().saturating_sub(FARTHEST) };
    (earliest..lines.len() - 1).rev().find_map(|at| {
        let again = break_from(measured, lines[at].cells.start, Prefer::In, first, others);
        let whole = [&lines[..at], &again].concat();
        let is_better = !ends_in_runt(measured, &whole) && whole.len() <= lines.len();
        is_better.then_some(whole)
    })
}

/// Brings company to the single character: the line before ends earlier, if that stretches it within
/// the style's limit. Else the lines stay.
fn push_down(measured: &Measured<'_>, mut lines: Vec<Broken>, first: Length, others: Length) -> Vec<Broken> {
    let [.., before, last] = lines.as_mut_slice() else { return lines };
    let (start, end, count) = (before.cells.start, before.cells.end, last.cells.end);
    let measure = if start == 0 { first } else { others };
    let stretches_well = |end: &usize| {
        let width = measured.width(start..*end, edges(start));
        measure - width.natural <= justify::stretch_within_limit(measured, start..*end)
    };
    let fits = |end: &usize| measured.width(*end..count, edges(*end)).least() <= others;
    let mut earlier = (start + 1..end).rev().filter(|end| measured.may_break(*end));
    let found =
        earlier.by_ref().take_while(|end| stretches_well(end) && fits(end)).find(|end| !is_runt(measured, *end..count));
    if let (Some(end), false) = (found, before.forced) {
        before.cells.end = end;
        last.cells.start = end;
    }
    lines
}

/// Whether a line holds a single character, with or without marks.
fn is_runt(measured: &Measured<'_>, line: Range<usize>) -> bool {
    let is_character =
        |class: Class| matches!(class, Class::Han | Class::Nonstarter | Class::Letter | Class::Figure | Class::Sign);
    measured.cells[line].iter().filter(|cell| is_character(cell.class)).count() <= 1
}
