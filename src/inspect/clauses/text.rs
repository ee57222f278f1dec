//! Body text (正文): its size and its face.

use super::SIZE;
use crate::inspect::clause::{Clause, Outcome, Told};
use crate::inspect::survey::Survey;
use crate::length::Length;
use crate::model::style::Role;
use std::collections::BTreeMap;
use std::path::Path;

pub(super) const CLAUSES: &[Clause] = &[
    Clause { id: "body-size", source: "GB/T 9704-2012 5.2.2", outcome: size },
    Clause { id: "body-face", source: "GB/T 9704-2012 5.2.2", outcome: face },
];

/// How faces of the 仿宋 kind are called, in small letters without blanks and hyphens: Fandol's, Microsoft's, Apple's,
/// and the foundries 方正 and 华文.
const FANGSONG: &[&str] = &["fang", "仿宋", "fzfs", "stfs"];

/// On fewer lines nothing is body text for certain.
const LEAST_LINES: usize = 8;

/// The size in which most of the text is set.
fn size(survey: &Survey<'_>) -> Outcome {
    let told = |size: Length| Told::new("told-pt").pt("value", size);
    let (wanted, asked) = (survey.style.text.size, told(survey.style.text.size));
    let lines: usize = survey.pages.iter().map(|page| survey.body_lines(page).count()).sum();
    match survey.body {
        // Of a few lines the size of most glyphs may be that of headings.
        Some(found) if lines < LEAST_LINES && (found - wanted).to_pt().abs() > SIZE => {
            Outcome::not_applicable(asked, "told-few-lines")
        }
        Some(found) => Outcome::judged(asked, told(found), (found - wanted).to_pt().abs() <= SIZE),
        None => Outcome::not_measured(asked, "told-no-text"),
    }
}

/// The face of most of it: the publication's own, or any 仿宋.
fn face(survey: &Survey<'_>) -> Outcome {
    let choice = survey.style.faces.of(Role::Body);
    let asked = Told::new("told-face").with("name", &choice.face.name);
    let mut glyphs: BTreeMap<usize, usize> = BTreeMap::new();
    for glyph in survey.body_glyphs() {
        *glyphs.entry(glyph.face).or_default() += 1;
    }
    let usual = glyphs.into_iter().max_by_key(|(_, count)| *count);
    let Some(face) = usual.and_then(|(face, _)| survey.facts.faces.get(face)) else {
        return Outcome::not_measured(asked, "told-no-text");
    };
    let plain = |name: &str| name.to_lowercase().replace([' ', '-', '_'], "");
    let found = plain(&face.name);
    let own = Path::new(&choice.face.name).file_stem().map(|stem| plain(&stem.to_string_lossy())).unwrap_or_default();
    let met = found == own || FANGSONG.iter().any(|kind| found.contains(kind));
    Outcome::judged(asked, Told::new("told-named").with("name", &face.name), met)
}
