//! Both ends of a line on the measure (两端对齐), to the unit.

use super::breaker::{Edges, Measured};
use super::class::Class;
use super::squeeze::Blank;
use crate::length::{Em, Length};
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

/// Places the cells of a line; returns the places and the line's width.
pub(super) fn place(measured: &Measured<'_>, line: Range<usize>, edges: Edges, fill: Fill) -> (Vec<Slot>, Length) {
    let inked = line.start..measured.end_of_ink(&line);
    let blanks: Vec<_> = inked.clone().map(|at| measured.blank(at, inked.clone(), edges)).collect();
    let (natural, _) = measured.width(line.clone(), edges);
    let (squeezed, stretched) = match fill {
        Fill::Justify(measure) | Fill::LastLine(measure) if natural > measure => {
            (squeeze(&blanks, natural - measure), vec![Length::ZERO; blanks.len()])
        }
        Fill::Justify(measure) => {
            (vec![Length::ZERO; blanks.len()], stretch(measured, inked.clone(), measure - natural))
        }
        _ => (vec![Length::ZERO; blanks.len()], vec![Length::ZERO; blanks.len()]),
    };
    let mut x = Length::ZERO;
    let mut slots = Vec::with_capacity(line.len());
    for (order, at) in inked.clone().enumerate() {
        let cell = &measured.cells[at];
        let from_left = if cell.class == Class::Open { squeezed[order] } else { Length::ZERO };
        let width = cell.width - blanks[order].left - blanks[order].right - squeezed[order];
        slots.push(Slot { x, width, cut_left: blanks[order].left + from_left });
        let gap = if at + 1 < inked.end { cell.gap } else { Length::ZERO };
        x += width + gap + stretched[order];
    }
    // Blanks at the end keep their characters, but take no room.
    slots.extend((inked.end..line.end).map(|_| Slot { x, ..Slot::default() }));
    (slots, x)
}

/// Shares `excess` among the cells that may give, all by the same amount, none by more than it has.
fn squeeze(blanks: &[Blank], excess: Length) -> Vec<Length> {
    let mut squeezed = vec![Length::ZERO; blanks.len()];
    let mut rest = excess;
    loop {
        let open: Vec<_> = (0..blanks.len()).filter(|at| squeezed[*at] < blanks[*at].give).collect();
        if open.is_empty() || rest <= Length::ZERO {
            return squeezed;
        }
        let shares = share(rest, open.len());
        for (at, amount) in open.iter().zip(shares) {
            let taken = amount.min(blanks[*at].give - squeezed[*at]);
            squeezed[*at] += taken;
            rest -= taken;
        }
    }
}

/// Shares `room` among the gaps of a line, each behind its cell: word spaces first, then the style's
/// space between scripts, then all gaps that are not inside a run and not beside a connector.
///
/// Source: clreq #text_adjustment, steps of stretching.
fn stretch(measured: &Measured<'_>, line: Range<usize>, room: Length) -> Vec<Length> {
    let cells = &measured.cells[line];
    let mut stretched = vec![Length::ZERO; cells.len()];
    let half = Em::HALF.at(measured.size());
    let inner = 0..cells.len().saturating_sub(1);
    let spaces = inner
        .clone()
        .filter(|at| cells[*at].class == Class::Space)
        .map(|at| (at, measured.word_space() - cells[at].width));
    let mut rest = spread(&mut stretched, spaces.collect(), room);
    let scripts = inner.clone().filter(|at| cells[*at].gap > Length::ZERO).map(|at| (at, half - cells[at].gap));
    rest = spread(&mut stretched, scripts.collect(), rest);
    let gaps: Vec<_> = inner.filter(|at| may_stretch(cells, *at)).collect();
    for (at, amount) in gaps.iter().zip(share(rest, gaps.len())) {
        stretched[*at] += amount;
    }
    stretched
}

/// Whether the gap behind a cell may stretch.
fn may_stretch(cells: &[super::cell::Cell], at: usize) -> bool {
    let (before, after) = (&cells[at], &cells[at + 1]);
    !before.joined && after.class != Class::Space && !before.class.is_connector() && !after.class.is_connector()
}

/// Shares `room` among gaps, none getting more than its limit; returns what is left.
fn spread(stretched: &mut [Length], gaps: Vec<(usize, Length)>, room: Length) -> Length {
    let gaps: Vec<_> = gaps.into_iter().filter(|(_, limit)| *limit > Length::ZERO).collect();
    let mut rest = room;
    for ((at, limit), amount) in gaps.iter().zip(share(room, gaps.len())) {
        let taken = amount.min(*limit);
        stretched[*at] += taken;
        rest -= taken;
    }
    rest
}

/// `total` in `count` parts that differ by at most one unit and add up to it exactly.
fn share(total: Length, count: usize) -> Vec<Length> {
    let count = count as i64;
    let upto = |part: i64| total.scale(part, count.max(1));
    (0..count).map(|part| upto(part + 1) - upto(part)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn justify_shares_add_up_exactly() {
        for count in 1..40 {
            let shares = share(Length::from_units(1000), count);
            assert_eq!(shares.iter().copied().sum::<Length>().units(), 1000);
            let (least, most) = (shares.iter().min().unwrap(), shares.iter().max().unwrap());
            assert!(most.units() - least.units() <= 1);
        }
    }

    #[test]
    fn justify_squeezes_evenly_within_what_each_has() {
        let give = |units| Blank { give: Length::from_units(units), ..Blank::default() };
        let squeezed = squeeze(&[give(10), give(2), give(0), give(10)], Length::from_units(14));
        assert_eq!(squeezed.iter().map(|part| part.units()).collect::<Vec<_>>(), [6, 2, 0, 6]);
    }
}
