//! The type area (版心): its margins, its width and height, and that nothing stands outside.

use super::PLACE;
use crate::inspect::clause::{Clause, Outcome, Told};
use crate::inspect::survey::{Page, Survey};
use crate::length::Length;

pub(super) const CLAUSES: &[Clause] = &[
    Clause { id: "head-margin", source: "GB/T 9704-2012 5.2.1", outcome: head_margin },
    Clause { id: "binding-margin", source: "GB/T 9704-2012 5.2.1", outcome: binding_margin },
    Clause { id: "type-area-width", source: "GB/T 9704-2012 5.2.1", outcome: width },
    Clause { id: "type-area-height", source: "GB/T 9704-2012 5.2.1", outcome: height },
    Clause { id: "type-area-kept", source: "GB/T 9704-2012 5.2.1", outcome: kept },
];

/// Both margins may be off by so much, in mm. GB/T 9704-2012 5.2.1: 37 mm ± 1 mm, 28 mm ± 1 mm.
const MARGIN: f64 = 1.0;
/// On fewer pages behind the first, that none begins or ends at the type area's edge may be chance.
const ENOUGH_PAGES: usize = 8;

/// Where the first line of a page has its top.
fn head_margin(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-mm").mm("value", survey.area.top);
    let tops = survey.pages.iter().skip(1).filter_map(|page| top(page, survey));
    edge(survey, asked, tops.min(), survey.area.top)
}

/// From the highest line's top to the lowest line's foot; the last page may be short.
fn height(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-mm").mm("value", survey.area.height);
    let until = survey.pages.len().saturating_sub(1);
    let pages = || survey.pages.iter().take(until).skip(1);
    let top = pages().filter_map(|page| top(page, survey)).min();
    let foot = pages().filter_map(|page| foot(page, survey)).max();
    edge(survey, asked, foot.zip(top).map(|(foot, top)| foot - top), survey.area.height)
}

/// Judges a level edge of the text. On a short file it may lie whole lines inside by chance.
fn edge(survey: &Survey<'_>, asked: Told, found: Option<Length>, wanted: Length) -> Outcome {
    let (Some(found), Some(pitch)) = (found, survey.pitch) else {
        return Outcome::not_applicable(asked, "told-no-full-page");
    };
    let off = (found - wanted).max(wanted - found);
    let lines = (off.to_pt() / pitch.to_pt()).round();
    let whole_lines = lines >= 1.0 && (off.to_pt() - lines * pitch.to_pt()).abs() <= Length::mm(MARGIN).to_pt();
    if whole_lines && survey.pages.len() < ENOUGH_PAGES {
        return Outcome::not_applicable(asked, "told-no-full-page");
    }
    Outcome::judged(asked, Told::new("told-mm").mm("value", found), off.to_mm() <= MARGIN)
}

/// The top of the grid line of a page's first line of body text.
fn top(page: &Page<'_>, survey: &Survey<'_>) -> Option<Length> {
    let (body, pitch) = (survey.body?, survey.pitch?);
    survey.body_lines(page).map(|line| line.baseline - survey.area.above_baseline(body, pitch)).min()
}

/// The foot of the grid line of its last.
fn foot(page: &Page<'_>, survey: &Survey<'_>) -> Option<Length> {
    let (body, pitch) = (survey.body?, survey.pitch?);
    survey.body_lines(page).map(|line| line.baseline - survey.area.above_baseline(body, pitch) + pitch).max()
}

/// The left edge of the text on odd and on even pages.
fn binding_margin(survey: &Survey<'_>) -> Outcome {
    let asked = sides([survey.area.left(true), survey.area.left(false)].map(Some));
    let edges = survey.left_edges();
    if edges.odd.is_none() && edges.even.is_none() {
        return no_edge(survey, asked);
    }
    let off = |is_odd: bool| {
        let off = edges.on(is_odd).map(|edge| (edge - survey.area.left(is_odd)).to_mm().abs());
        off.is_some_and(|off| off > MARGIN)
    };
    let wrong: Vec<_> = survey.pages.iter().filter(|page| off(page.is_odd())).map(|page| page.place).collect();
    Outcome::judged(asked, sides([edges.odd, edges.even]), wrong.is_empty()).on(wrong)
}

fn sides([odd, even]: [Option<Length>; 2]) -> Told {
    match (odd, even) {
        (Some(odd), Some(even)) => Told::new("told-both-sides").mm("odd", odd).mm("even", even),
        (Some(odd), None) => Told::new("told-odd-side").mm("odd", odd),
        (None, even) => Told::new("told-even-side").mm("even", even.unwrap_or_default()),
    }
}

/// From the left edge of the text to the end of its full lines: the measure (行长).
fn width(survey: &Survey<'_>) -> Outcome {
    let told = |width: Length| Told::new("told-mm").mm("value", width);
    let (left, right) = (survey.left_edges(), survey.right_edges());
    let width = |is_odd: bool| left.on(is_odd).zip(right.on(is_odd)).map(|(left, right)| right - left);
    let off = |width: Length| (width - survey.area.width).max(survey.area.width - width);
    let widths = [true, false].into_iter().filter_map(width);
    let asked = told(survey.area.width);
    match widths.max_by_key(|width| off(*width)) {
        Some(worst) => Outcome::judged(asked, told(worst), off(worst).to_mm() <= PLACE),
        None => no_edge(survey, asked),
    }
}

/// Why there is no edge: few lines, or none.
fn no_edge(survey: &Survey<'_>, asked: Told) -> Outcome {
    match survey.body {
        Some(_) => Outcome::not_applicable(asked, "told-few-lines"),
        None => Outcome::not_measured(asked, "told-no-text"),
    }
}

/// That nothing but the page number stands outside the type area.
fn kept(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-nothing-outside");
    if survey.pages.iter().all(|page| page.is_blank()) {
        return Outcome::not_measured(asked, "told-no-text");
    }
    let outside = survey.pages.iter().map(|page| (page.place, outside(page, survey)));
    let outside: Vec<_> = outside.filter(|(_, by)| by.to_mm() > PLACE).collect();
    match outside.iter().map(|(_, by)| *by).max() {
        None => Outcome::judged(asked.clone(), asked, true),
        Some(worst) => Outcome::judged(asked, Told::new("told-outside").mm("value", worst), false)
            .on(outside.into_iter().map(|(place, _)| place)),
    }
}

/// How far a page's lines and rules reach outside.
fn outside(page: &Page<'_>, survey: &Survey<'_>) -> Length {
    let left = survey.area.left(page.is_odd());
    let hanging = if survey.style.text.hanging { survey.style.text.size } else { Length::ZERO };
    let right = left + survey.area.width + hanging;
    let by = |box_of: [Length; 4]| {
        let [from, to, top, foot] = box_of;
        (left - from).max(to - right).max(survey.area.top - top).max(foot - survey.area.foot())
    };
    let lines = page.lines.iter().map(|line| {
        let above = survey.style.sheet.ascent.at(line.size);
        by([line.left, line.right, line.baseline - above, line.baseline - above + line.size])
    });
    let rules = page.facts.rules.iter().map(|rule| by([rule.left, rule.right, rule.top, rule.top + rule.thickness]));
    lines.chain(rules).max().unwrap_or_default()
}
