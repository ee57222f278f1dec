//! The grid (行网格): how many lines a page has, how far they stand apart, and that they stand on it.

use super::PLACE;
use crate::inspect::clause::{Clause, HOUSE, Outcome, Told};
use crate::inspect::survey::{Line, Page, Survey};
use crate::length::Length;
use crate::model::style::Punctuation;

pub(super) const CLAUSES: &[Clause] = &[
    Clause { id: "lines-per-page", source: "GB/T 9704-2012 5.2.3", outcome: lines },
    Clause { id: "line-pitch", source: "GB/T 9704-2012 5.2.3", outcome: pitch },
    Clause { id: "baselines-on-grid", source: HOUSE, outcome: baselines },
    Clause { id: "characters-per-line", source: "GB/T 9704-2012 5.2.3", outcome: characters },
];

/// The pitch may be off by so much, in pt: two pages' worth of it is no more than a line's tenth. Ours.
const PITCH: f64 = 0.1;
/// A baseline may be off the grid by so much, in mm. Ours: a sheet is folded and cut less exactly.
const GRID: f64 = 0.3;
/// A line more begins to count when so much of it is there: what is rounded away is no line.
const PART_OF_LINE: f64 = 0.05;
/// On fewer full lines, how many characters most of them have tells nothing.
const LEAST_FULL_LINES: usize = 8;

/// How many lines the type area holds at the pitch of the text, or a page has, if that is more.
fn lines(survey: &Survey<'_>) -> Outcome {
    let told = |count: usize| Told::new("told-lines").with("count", count);
    let asked = told(survey.area.lines);
    let Some(pitch) = survey.pitch else { return no_pitch(survey, asked) };
    let held = (survey.area.height.to_pt() / pitch.to_pt() + PART_OF_LINE).floor() as usize;
    let on = |page: &Page<'_>| lines_on(survey, page, pitch);
    let most = survey.pages.iter().map(on).max().unwrap_or_default();
    let found = if held == survey.area.lines { most.max(held) } else { held };
    let too_many = survey.pages.iter().filter(|page| on(page) > survey.area.lines).map(|page| page.place);
    Outcome::judged(asked, told(found), found == survey.area.lines).on(too_many)
}

/// How many lines lie from the first of a page to its last, blank ones among them.
fn lines_on(survey: &Survey<'_>, page: &Page<'_>, pitch: Length) -> usize {
    let mut baselines = survey.body_lines(page).map(|line| line.baseline);
    let Some(first) = baselines.next() else { return 0 };
    let last = baselines.last().unwrap_or(first);
    ((last - first).to_pt() / pitch.to_pt()).round() as usize + 1
}

/// How far a line is from the next.
fn pitch(survey: &Survey<'_>) -> Outcome {
    let told = |pitch: Length| Told::new("told-pt").pt("value", pitch);
    let (wanted, asked) = (survey.area.pitch(), told(survey.area.pitch()));
    match survey.pitch {
        Some(found) => Outcome::judged(asked, told(found), (found - wanted).to_pt().abs() <= PITCH),
        None => no_pitch(survey, asked),
    }
}

/// Why there is no pitch: few lines, or none.
fn no_pitch(survey: &Survey<'_>, asked: Told) -> Outcome {
    match survey.body {
        Some(_) => Outcome::not_applicable(asked, "told-few-lines"),
        None => Outcome::not_measured(asked, "told-no-text"),
    }
}

/// That the lines of body text stand on the grid, whatever stood above them.
fn baselines(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-on-grid");
    let size = survey.style.text.size;
    let off = |line: &Line<'_>| survey.area.off_grid(line.baseline, size);
    let (mut count, mut wrong, mut pages, mut worst) = (0_usize, 0_usize, Vec::new(), Length::ZERO);
    for page in &survey.pages {
        for line in survey.body_lines(page) {
            count += 1;
            if off(line).to_mm() > GRID {
                wrong += 1;
                pages.push(page.place);
                worst = worst.max(off(line));
            }
        }
    }
    match (count, wrong) {
        (0, _) => Outcome::not_measured(asked, "told-no-text"),
        (_, 0) => Outcome::judged(asked, Told::new("told-all-on-grid").with("count", count), true),
        _ => {
            let found = Told::new("told-off-grid").with("wrong", wrong).with("count", count).mm("value", worst);
            Outcome::judged(asked, found, false).on(pages)
        }
    }
}

/// How many characters most full lines have; two figures or letters count as one.
fn characters(survey: &Survey<'_>) -> Outcome {
    let ems = survey.style.sheet.type_area_width.to_pt() / survey.style.text.size.to_pt();
    let (least, most) = (ems.floor() as usize, ems.ceil() as usize);
    let asked = Told::new("told-characters-between").with("least", least).with("most", most);
    // With marks half an em wide a line holds more, and how many more depends on the text.
    if matches!(survey.style.text.punctuation, Punctuation::Kaiming | Punctuation::Banjiao) {
        return Outcome::not_applicable(asked, "told-half-marks");
    }
    let mut counts = std::collections::BTreeMap::new();
    let (left, right) = (survey.left_edges(), survey.right_edges());
    for page in &survey.pages {
        let Some((left, right)) = left.on(page.is_odd()).zip(right.on(page.is_odd())) else { continue };
        let at = |edge: Length, line: Length| (edge - line).to_mm().abs() <= PLACE;
        for line in survey.body_lines(page).filter(|line| at(left, line.left) && at(right, line.right)) {
            *counts.entry(counted(line)).or_insert(0_usize) += 1;
        }
    }
    let full: usize = counts.values().sum();
    // Of two that occur equally often, the one nearer to what is asked.
    let usual = counts.into_iter().max_by_key(|(count, times)| (*times, (least..=most).contains(count)));
    match usual.filter(|_| full >= LEAST_FULL_LINES) {
        Some((count, _)) => {
            let found = Told::new("told-characters").with("count", count);
            Outcome::judged(asked, found, (least..=most).contains(&count))
        }
        None => Outcome::not_applicable(asked, "told-no-full-lines"),
    }
}

fn counted(line: &Line<'_>) -> usize {
    let (mut wide, mut narrow) = (0, 0);
    for ch in line.glyphs.iter().flat_map(|glyph| glyph.text.chars()) {
        if ch.is_ascii() { narrow += 1 } else { wide += 1 }
    }
    wide + narrow / 2
}
