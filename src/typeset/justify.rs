//! Both ends of a line on the measure (两端对齐), to the unit.

use super::cell::Cell;
use super::class::Class;
use super::measured::{Edges, Measured};
use super::squeeze::Blank;
use crate::length::Length;
use std::ops::Range;

/// How a line is brought to its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    /// Squeezed or stretched to the measure.
    Justify(Length),
    /// A paragraph's last line: squeezed if it must be, never stretched.
    LastLine(Length),
    /// As it is.
    Natural,
}

/// A cell's place on its line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Slot {
    /// Left edge of what is left of its frame, from the line's start.
    pub(super) x: Length,
    /// Width of what is left of its frame.
    pub(super) width: Length,
    /// What is gone from the frame's left.
    pub(super) cut_left: Length,
}

/// A line whose cells have their places.
pub(super) struct Placed {
    pub(super) slots: Vec<Slot>,
    /// The line's width, without what hangs or was given up at its end.
    pub(super) width: Length,
    /// The widest that a gap was stretched, apart from word spaces and space between scripts.
    pub(super) stretch: Length,
}

/// What is taken from and added to each cell of a line and the gap behind it.
struct Adjusted {
    /// Taken from the cell.
    squeezed: Vec<Length>,
    /// Added to the gap behind it; less than nothing where space between scripts shrank.
    stretched: Vec<Length>,
    /// What every gap got in the last step.
    even: Length,
}

/// Places the cells of a line.
pub(super) fn place(measured: &Measured<'_>, line: Range<usize>, edges: Edges, fill: Fill) -> Placed {
    let inked = line.start..measured.end_of_ink(&line);
    let blanks = measured.blanks_of(&inked, edges);
    let natural = measured.width(line.clone(), edges).natural;
    let adjusted = match fill {
        Fill::Justify(measure) | Fill::LastLine(measure) if natural > measure => {
            shrink(measured, inked.clone(), &blanks, natural - measure)
        }
        Fill::Justify(measure) => stretch(measured, inked.clone(), measure - natural),
        _ => Adjusted::none(blanks.len()),
    };
    let mut x = Length::ZERO;
    let mut slots = Vec::with_capacity(line.len());
    for (order, at) in inked.clone().enumerate() {
        let cell = &measured.cells[at];
        let from_left = if cell.class == Class::Open { adjusted.squeezed[order] } else { Length::ZERO };
        let width = cell.width - blanks[order].left - blanks[order].right - adjusted.squeezed[order];
        slots.push(Slot { x, width, cut_left: blanks[order].left + from_left });
        let gap = if at + 1 < inked.end { cell.gap } else { Length::ZERO };
        x += width + gap + adjusted.stretched[order];
    }
    // Blanks at the end keep their characters, but take no room.
    slots.extend((inked.end..line.end).map(|_| Slot { x, ..Slot::default() }));
    let hyphen = measured.hyphen_at(&line).map_or(Length::ZERO, |hyphen| hyphen.width);
    Placed { slots, width: x + hyphen, stretch: adjusted.even }
}

impl Adjusted {
    fn none(count: usize) -> Self {
        let nothing = vec![Length::ZERO; count];
        Self { squeezed: nothing.clone(), stretched: nothing, even: Length::ZERO }
    }
}

/// Takes `excess` from a line: word spaces first, then marks, then space between scripts; in each step
/// from all alike, from none more than it has.
///
/// Source: clreq #text_adjustment; that all marks are one step: measured on issue 709.
fn shrink(measured: &Measured<'_>, line: Range<usize>, blanks: &[Blank], excess: Length) -> Adjusted {
    let mut adjusted = Adjusted::none(blanks.len());
    let cells = &measured.cells[line.clone()];
    let give_of = |spaces: bool| {
        let give = cells
            .iter()
            .zip(blanks)
            .map(|(cell, blank)| if (cell.class == Class::Space) == spaces { blank.give } else { Length::ZERO });
        give.collect::<Vec<_>>()
    };
    let rest = take(&mut adjusted.squeezed, &give_of(true), excess);
    let rest = take(&mut adjusted.squeezed, &give_of(false), rest);
    let inner = line.start..line.end.saturating_sub(1);
    let gaps: Vec<_> = inner.map(|at| measured.gap_give(at)).chain([Length::ZERO]).collect();
    let mut shrunk = vec![Length::ZERO; gaps.len()];
    take(&mut shrunk, &gaps, rest);
    for (gap, less) in adjusted.stretched.iter_mut().zip(shrunk) {
        *gap -= less;
    }
    adjusted
}

/// Shares `excess` among those that may give, all by the same amount; returns what none could give.
fn take(taken: &mut [Length], give: &[Length], excess: Length) -> Length {
    let mut rest = excess;
    loop {
        let open = taken.iter().zip(give).filter(|(taken, give)| taken < give).count();
        if open == 0 || rest <= Length::ZERO {
            return rest;
        }
        let givers = taken.iter_mut().zip(give).filter(|(taken, give)| **taken < **give);
        for ((taken, give), amount) in givers.zip(share(rest, open)) {
            let amount = amount.min(*give - *taken);
            *taken += amount;
            rest -= amount;
        }
    }
}

/// Shares `room` among the gaps of a line, each behind its cell: word spaces first, then the style's
/// space between scripts, then all gaps that are not inside a run and not beside a connector.
///
/// Source: clreq #text_adjustment, steps of stretching.
fn stretch(measured: &Measured<'_>, line: Range<usize>, room: Length) -> Adjusted {
    let mut adjusted = Adjusted::none(line.len());
    let rest = take(&mut adjusted.stretched, &limits(measured, line.clone()), room);
    let cells = &measured.cells[line];
    let gaps = || (0..cells.len().saturating_sub(1)).filter(|at| may_stretch(cells, *at));
    for (at, amount) in gaps().zip(share(rest, gaps().count())) {
        adjusted.stretched[at] += amount;
        adjusted.even = adjusted.even.max(amount);
    }
    adjusted
}

/// How far the gap behind each cell may stretch before all gaps do: word spaces and the style's space
/// between scripts.
fn limits(measured: &Measured<'_>, line: Range<usize>) -> Vec<Length> {
    let (style, size, end) = (measured.style, measured.size, line.end);
    let limit = |at: usize| {
        let cell = &measured.cells[at];
        let limit = match cell.class {
            _ if at + 1 == end => Length::ZERO,
            Class::Space if !cell.tight => style.word_space.at(size) - cell.width,
            _ if measured.gap_give(at) > Length::ZERO => style.cjk_latin_most.at(size) - cell.gap,
            _ => Length::ZERO,
        };
        limit.max(Length::ZERO)
    };
    line.map(limit).collect()
}

/// How far a line can be stretched before a gap passes the style's limit.
pub(super) fn stretch_within_limit(measured: &Measured<'_>, line: Range<usize>) -> Length {
    let line = line.start..measured.end_of_ink(&line);
    let first: Length = limits(measured, line.clone()).into_iter().sum();
    let cells = &measured.cells[line];
    let gaps = (0..cells.len().saturating_sub(1)).filter(|at| may_stretch(cells, *at)).count();
    first + measured.style.stretch_limit.at(measured.size) * gaps as i64
}

/// Whether the gap behind a cell may stretch.
fn may_stretch(cells: &[Cell], at: usize) -> bool {
    let (before, after) = (&cells[at], &cells[at + 1]);
    !before.tight && after.class != Class::Space && !before.class.is_connector() && !after.class.is_connector()
}

/// `total` in `count` parts that differ by at most one unit and add up to it exactly.
fn share(total: Length, count: usize) -> impl Iterator<Item = Length> {
    let count = count as i64;
    let mut before = Length::ZERO;
    (1..=count).map(move |part| {
        let upto = total.scale(part, count);
        upto - std::mem::replace(&mut before, upto)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn justify_shares_add_up_exactly() {
        for count in 1..40 {
            let shares: Vec<_> = share(Length::from_units(1000), count).collect();
            assert_eq!(shares.iter().copied().sum::<Length>().units(), 1000);
            let (least, most) = (shares.iter().min().unwrap(), shares.iter().max().unwrap());
            assert!(most.units() - least.units() <= 1);
        }
    }

    #[test]
    fn justify_squeezes_evenly_within_what_each_has() {
        let give = [10, 2, 0, 10].map(Length::from_units);
        let mut taken = [Length::ZERO; 4];
        assert_eq!(take(&mut taken, &give, Length::from_units(14)), Length::ZERO);
        assert_eq!(taken.iter().map(|part| part.units()).collect::<Vec<_>>(), [6, 2, 0, 6]);
    }
}
