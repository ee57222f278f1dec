//! The structure of the text, for readers that do not see it: there is one, it has headings, and all content is in it.

use super::conformance::presence;
use crate::inspect::clause::{Clause, Outcome, Told};
use crate::inspect::survey::{Page, Survey};

pub(super) const CLAUSES: &[Clause] = &[
    Clause { id: "tagged", source: "ISO 19005-2 6.7.2", outcome: tagged },
    Clause { id: "structure-tree", source: "ISO 19005-2 6.7.3", outcome: tree },
    Clause { id: "content-marked", source: "ISO 14289-1 7.1", outcome: marked },
];

fn tagged(survey: &Survey<'_>) -> Outcome {
    presence(survey.facts.file.is_tagged)
}

/// That there is a tree, and that it tells more than paragraphs: headings, or a list of contents.
fn tree(survey: &Survey<'_>) -> Outcome {
    let tree = &survey.facts.file.tree;
    let asked = Told::new("told-headings");
    let is_heading = |kind: &str| {
        let level = kind.strip_prefix('H');
        kind == "TOC" || level.is_some_and(|level| level.bytes().all(|byte| byte.is_ascii_digit()))
    };
    match (tree.has_elements, tree.kinds.iter().any(|kind| is_heading(kind))) {
        (true, true) => Outcome::judged(asked.clone(), asked, true),
        (true, false) => Outcome::judged(asked, Told::new("told-no-headings"), false),
        (false, _) => Outcome::judged(asked, Told::new("told-not-there"), false),
    }
}

/// That everything that is painted belongs to the text or is marked as an artifact; that what belongs to the text
/// is found in the tree; and that no page that is printed on has nothing but artifacts.
fn marked(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-all-marked");
    let places = |is_wrong: fn(&Page<'_>) -> bool| {
        let pages = survey.pages.iter().filter(move |page| is_wrong(page));
        pages.map(|page| page.place).collect::<Vec<_>>()
    };
    let count = |of: fn(&Page<'_>) -> usize| survey.pages.iter().map(of).sum::<usize>();
    let (unmarked, lost) = (count(|page| page.facts.unmarked), count(|page| page.facts.lost));
    if unmarked > 0 {
        let found = Told::new("told-unmarked").with("count", unmarked);
        return Outcome::judged(asked, found, false).on(places(|page| page.facts.unmarked > 0));
    }
    if lost > 0 {
        let found = Told::new("told-lost").with("count", lost);
        return Outcome::judged(asked, found, false).on(places(|page| page.facts.lost > 0));
    }
    let untold = places(|page| page.facts.tagged == 0 && !page.is_blank());
    match untold.is_empty() {
        true => Outcome::judged(asked.clone(), asked, true),
        false => Outcome::judged(asked, Told::new("told-all-artifacts"), false).on(untold),
    }
}
