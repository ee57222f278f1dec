//! Faces (字体): embedded, cut down to what is used, and of every glyph known what text it is.

use crate::inspect::clause::{Clause, HOUSE, Outcome, Told};
use crate::inspect::facts::FaceFacts;
use crate::inspect::survey::Survey;
use std::collections::BTreeSet;

pub(super) const CLAUSES: &[Clause] = &[
    Clause { id: "faces-embedded", source: "ISO 19005-2 6.2.11.4", outcome: embedded },
    Clause { id: "faces-subset", source: HOUSE, outcome: subset },
    Clause { id: "faces-unicode", source: "ISO 19005-2 6.2.11.7", outcome: unicode },
    Clause { id: "faces-missing-glyphs", source: "ISO 19005-2 6.2.11.8", outcome: missing },
];

fn embedded(survey: &Survey<'_>) -> Outcome {
    every(survey, "told-all-embedded", "told-not-embedded", |face| face.embedded)
}

fn subset(survey: &Survey<'_>) -> Outcome {
    every(survey, "told-all-subset", "told-not-subset", |face| face.subset || !face.embedded)
}

fn unicode(survey: &Survey<'_>) -> Outcome {
    every(survey, "told-all-unicode", "told-not-unicode", |face| face.unmapped.is_empty())
}

fn missing(survey: &Survey<'_>) -> Outcome {
    every(survey, "told-no-missing", "told-missing", |face| face.missing.is_empty())
}

/// Judges every face that is shown, and names those at fault.
fn every(
    survey: &Survey<'_>,
    asked: &'static str,
    wrong: &'static str,
    is_met: impl Fn(&FaceFacts) -> bool,
) -> Outcome {
    let shown = || survey.facts.faces.iter().filter(|face| !face.pages.is_empty());
    let count = shown().count();
    if count == 0 {
        return Outcome::not_measured(Told::new(asked).with("count", 0), "told-no-text");
    }
    let at_fault: Vec<_> = shown().filter(|face| !is_met(face)).collect();
    let names: BTreeSet<_> = at_fault.iter().map(|face| face.name.as_str()).collect();
    let names: Vec<_> = names.into_iter().map(|name| if name.is_empty() { "?" } else { name }).collect();
    let pages: BTreeSet<_> = at_fault.iter().flat_map(|face| face.pages.iter().copied()).collect();
    let found = match names.is_empty() {
        true => Told::new("told-faces").with("count", count),
        false => Told::new(wrong).with("names", names.join(", ")),
    };
    Outcome::judged(Told::new(asked), found, at_fault.is_empty()).on(pages)
}
