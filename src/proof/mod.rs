//! Proofreading (校对): what is certainly or very likely wrong in the texts of an issue.
//!
//! `reading` lays an issue out as passages, each a text that stands by itself; `rules` holds the rules, a
//! file each. A rule reads the passages and reports what it finds; it knows its own false friends and
//! leaves alone what it is not sure of. Nothing here changes a text: an edit is only proposed.

mod addresses;
mod confusables;
mod few;
mod idioms;
mod numbering;
mod posts;
mod reading;
mod rules;
mod strings;
mod words;

pub use reading::{Part, Passage, Reading};

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::model::{Issue, Publication, Text};

/// An earlier issue, for what was printed before.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// What it is called in a message, such as `第708期`.
    pub name: String,
    /// Its texts, as [`texts`] gives them.
    pub texts: Vec<Text>,
}

/// The running texts of an issue, to compare later ones with. Their places are told beside those of the later ones,
/// so both must be of the same files.
#[must_use]
pub fn texts(issue: &Issue, publication: &Publication) -> Vec<Text> {
    Reading::new(issue, publication).prose().map(|passage| passage.text.clone()).collect()
}

/// Reads an issue by all rules; what is found is taken as the publication takes it, and what its author has
/// seen and left is not told.
pub fn proofread(issue: &Issue, publication: &Publication, sink: &mut Sink) {
    let reading = Reading::new(issue, publication);
    let mut found = Sink::default();
    for rule in rules::ALL {
        rule(&reading, &mut found);
    }
    for unread in &reading.unread {
        let first = unread.text.as_str().chars().next().map_or(0, char::len_utf8);
        let told = Diagnostic::new(Code::UnreadText, unread.text.place(0..first)).with("why", unread.why);
        let bytes = unread.text.as_str().len().to_string();
        found.push(told.with("bytes", bytes).with("most", unread.most.to_string()));
    }
    take(found, &reading, sink);
}

/// Compares an issue with earlier ones, for what is printed a second time.
pub fn compare(issue: &Issue, publication: &Publication, earlier: &[Earlier], sink: &mut Sink) {
    let mut found = Sink::default();
    let reading = Reading::new(issue, publication);
    rules::against(&reading, earlier, &mut found);
    take(found, &reading, sink);
}

/// Passes on what was found as the publication takes it; the marks of an address are left alone.
fn take(found: Sink, reading: &Reading<'_>, sink: &mut Sink) {
    let addresses = reading.addresses();
    let is_in_address = |found: &Diagnostic| {
        let Some(place) = found.place else { return false };
        let first = addresses.partition_point(|address| (address.file, address.end) <= (place.file, place.start));
        addresses.get(first).is_some_and(|address| address.file == place.file && address.start <= place.start)
    };
    let found = found.into_sorted().into_iter();
    let told: Vec<_> = found.filter(|found| !sink.is_ignored(found) && !is_in_address(found)).collect();
    for diagnostic in told.into_iter().filter_map(|found| reading.publication.levels.taken(found)) {
        sink.push(diagnostic);
    }
}
