//! Proofreading (校对): what is certainly or very likely wrong in the texts of an issue.
//!
//! `reading` lays an issue out as passages, each a text that stands by itself; `rules` holds the rules, a
//! file each. A rule reads the passages and reports what it finds; it knows its own false friends and
//! leaves alone what it is not sure of. Nothing here changes a text: an edit is only proposed.

mod reading;
mod rules;
mod words;

pub use reading::{Part, Passage, Reading};

use crate::diagnostic::{Files, Sink};
use crate::model::{Issue, Publication};

/// Reads an issue by all rules; what is found is taken as the publication takes it, and what its author has
/// seen and left is not told.
pub fn proofread(issue: &Issue, publication: &Publication, files: &Files, sink: &mut Sink) {
    let reading = Reading::new(issue, publication);
    let mut found = Sink::default();
    for rule in rules::ALL {
        rule(&reading, &mut found);
    }
    let taken = found.into_sorted().into_iter().filter(|found| !files.is_ignored(found));
    for diagnostic in taken.filter_map(|found| publication.levels.taken(found)) {
        sink.push(diagnostic);
    }
}
