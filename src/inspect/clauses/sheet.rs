//! The sheet (幅面).

use super::PLACE;
use crate::inspect::clause::{Clause, Outcome, Told};
use crate::inspect::survey::Survey;
use crate::length::Length;

pub(super) const CLAUSES: &[Clause] = &[Clause { id: "sheet-size", source: "GB/T 9704-2012 5.1", outcome: size }];

/// The trimmed sheet of every page: bleed counts for nothing.
fn size(survey: &Survey<'_>) -> Outcome {
    let asked = (survey.style.sheet.width, survey.style.sheet.height);
    let told = |size: (Length, Length)| Told::new("told-sheet").mm("width", size.0).mm("height", size.1);
    let off = |size: (Length, Length)| {
        let apart = |a: Length, b: Length| (a - b).max(b - a);
        apart(size.0, asked.0).max(apart(size.1, asked.1))
    };
    let sheets = || survey.pages.iter().map(|page| (page.place, page.facts.sheet));
    let worst = sheets().map(|(_, size)| size).max_by_key(|size| off(*size)).unwrap_or_default();
    let wrong: Vec<_> = sheets().filter(|(_, size)| off(*size).to_mm() > PLACE).map(|(place, _)| place).collect();
    Outcome::judged(told(asked), told(worst), wrong.is_empty()).on(wrong)
}
