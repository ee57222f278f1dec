//! Page numbers (页码): figures and dashes, their size, side and height.

use super::{PLACE, SIZE};
use crate::inspect::clause::{Clause, Outcome, Told};
use crate::inspect::survey::{Number, Page, Survey};
use crate::length::Length;

pub(super) const CLAUSES: &[Clause] = &[
    Clause { id: "page-numbers", source: "GB/T 9704-2012 7.5", outcome: counted },
    Clause { id: "page-number-size", source: "GB/T 9704-2012 7.5", outcome: size },
    Clause { id: "page-number-dashes", source: "GB/T 9704-2012 7.5", outcome: dashes },
    Clause { id: "page-number-side", source: "GB/T 9704-2012 7.5", outcome: side },
    Clause { id: "page-number-height", source: "GB/T 9704-2012 7.5", outcome: height },
];

/// A number that is so near to the middle of the type area, in mm, is centred.
const MIDDLE: f64 = 3.0;

/// That every page has its number, counted on. Source: GB/T 9704-2012 7.5: blank pages before the imprint,
/// and the imprint's own page behind them, have none.
fn counted(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-numbers-counted");
    let first = survey.pages.iter().find_map(|page| page.number.as_ref().map(|number| (page.place, number.value)));
    let Some((first_place, first_value)) = first else {
        return Outcome::judged(asked, Told::new("told-no-numbers"), false);
    };
    let last = survey.pages.len();
    let alone = |page: &Page<'_>| page.place == last && last > 1 && survey.pages[last - 2].is_blank();
    let excused = |page: &Page<'_>| page.is_blank() || alone(page);
    let mut without = Vec::new();
    let mut wrong = Vec::new();
    for page in &survey.pages {
        match &page.number {
            None if excused(page) => {}
            None => without.push(page.place),
            Some(number) if number.value + first_place == first_value + page.place => {}
            Some(_) => wrong.push(page.place),
        }
    }
    let is_met = without.is_empty() && wrong.is_empty();
    let found = match is_met {
        true => asked.clone(),
        false => Told::new("told-numbers").with("without", without.len()).with("wrong", wrong.len()),
    };
    let mut pages = [without, wrong].concat();
    pages.sort_unstable();
    Outcome::judged(asked, found, is_met).on(pages)
}

fn size(survey: &Survey<'_>) -> Outcome {
    let told = |size: Length| Told::new("told-pt").pt("value", size);
    let wanted = survey.style.page_number.size;
    let off = |number: &Number<'_>| (number.size() - wanted).max(wanted - number.size());
    worst(survey, told(wanted), off, |number, _| told(number.size()), |off| off.to_pt() <= SIZE)
}

/// The dashes at both sides of the figures (一字线).
fn dashes(survey: &Survey<'_>) -> Outcome {
    let dash = survey.style.page_number.dash.trim();
    let asked = Told::new("told-dashes").with("dash", dash);
    let bare = |text: &str| text.chars().filter(|ch| !ch.is_whitespace()).collect::<String>();
    let off = |number: &Number<'_>| {
        let (before, behind) = number.about();
        Length::pt(if bare(&before) == dash && bare(&behind) == dash { 0.0 } else { 1.0 })
    };
    let told = |number: &Number<'_>, _: &Page<'_>| Told::new("told-quoted").with("text", number.line.text());
    worst(survey, asked, off, told, |off| off == Length::ZERO)
}

/// That it stands a character in from the outer edge of the type area: right on odd pages, left on even ones.
fn side(survey: &Survey<'_>) -> Outcome {
    let style = &survey.style.page_number;
    let indent = style.indent.at(style.size);
    let asked = Told::new("told-outer-side").mm("value", indent);
    let off_on = |number: &Number<'_>| {
        let is_odd = number.value % 2 == 1;
        let left = survey.area.left(is_odd);
        let inside = if is_odd { left + survey.area.width - number.line.right } else { number.line.left - left };
        (inside - indent).max(indent - inside)
    };
    let told = |number: &Number<'_>, _: &Page<'_>| {
        let middle = survey.area.left(number.value % 2 == 1) + survey.area.width / 2;
        let (from_left, from_right) = (number.line.left - middle, number.line.right - middle);
        let place = if (from_left + from_right).to_mm().abs() / 2.0 <= MIDDLE {
            "centre"
        } else if from_left + from_right > Length::ZERO {
            "right"
        } else {
            "left"
        };
        let left = survey.area.left(number.value % 2 == 1);
        let inside = match place {
            "right" => left + survey.area.width - number.line.right,
            _ => number.line.left - left,
        };
        Told::new("told-side").with("side", place).mm("value", inside).with("number", number.value)
    };
    worst(survey, asked, off_on, told, |off| off.to_mm() <= PLACE)
}

/// That the dash's upper edge, its ink, stands so far below the type area.
fn height(survey: &Survey<'_>) -> Outcome {
    let wanted = survey.style.page_number.distance;
    let asked = Told::new("told-mm").mm("value", wanted);
    let numbered = survey.pages.iter().filter_map(|page| page.number.as_ref());
    if numbered.clone().next().is_some() && numbered.clone().all(|number| number.dash_top().is_none()) {
        return Outcome::not_measured(asked, "told-no-dash-ink");
    }
    let distance = |number: &Number<'_>| number.dash_top().map(|top| top - survey.area.foot());
    let off = |number: &Number<'_>| {
        distance(number).map_or(Length::ZERO, |distance| (distance - wanted).max(wanted - distance))
    };
    let told =
        |number: &Number<'_>, _: &Page<'_>| Told::new("told-mm").mm("value", distance(number).unwrap_or_default());
    worst(survey, asked, off, told, |off| off.to_mm() <= PLACE)
}

/// Judges every number and tells the worst.
fn worst(
    survey: &Survey<'_>,
    asked: Told,
    off: impl Fn(&Number<'_>) -> Length,
    told: impl Fn(&Number<'_>, &Page<'_>) -> Told,
    is_met: impl Fn(Length) -> bool,
) -> Outcome {
    let numbered = || survey.pages.iter().filter_map(|page| page.number.as_ref().map(|number| (page, number)));
    // Of several that are equally off, the first.
    let worst = numbered().rev().max_by_key(|(_, number)| off(number));
    let Some((page, number)) = worst else { return Outcome::not_measured(asked, "told-no-numbers") };
    let wrong: Vec<_> = numbered().filter(|(_, number)| !is_met(off(number))).map(|(page, _)| page.place).collect();
    Outcome::judged(asked, told(number, page), wrong.is_empty()).on(wrong)
}
