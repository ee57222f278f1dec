//! Gathers diagnostics and hands them out in the order of the source.

use super::{Argument, Code, Diagnostic, FileId, Place, Severity};
use std::collections::BTreeMap;

/// Where all rooms put what they find.
#[derive(Debug, Default)]
pub struct Sink {
    diagnostics: Vec<Diagnostic>,
    /// How many there were beyond those that are kept.
    beyond: usize,
    /// Where faults of a kind are not told, as an author asked: ends by starts, both in order, for a range in
    /// another is left out.
    ignored: BTreeMap<(FileId, Code), BTreeMap<u32, u32>>,
}

impl Sink {
    /// So many faults are told: nobody reads more, and a file of nothing else would fill the memory.
    pub const MOST: usize = 10_000;

    /// Takes a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if self.diagnostics.len() < Self::MOST {
            self.diagnostics.push(diagnostic);
            return;
        }
        self.beyond += 1;
    }

    /// Has faults of these kinds not told that lie in a place; only what proofreading finds can be left alone.
    pub fn ignore(&mut self, place: Place, codes: Vec<Code>) {
        for code in codes {
            let ranges = self.ignored.entry((place.file, code)).or_default();
            if ranges.range(..=place.start).next_back().is_some_and(|(_, end)| *end >= place.end) {
                continue;
            }
            while let Some((start, _)) = ranges.range(place.start..).next().filter(|(_, end)| **end <= place.end) {
                let start = *start;
                ranges.remove(&start);
            }
            ranges.insert(place.start, place.end);
        }
    }

    /// Whether an author asked that a fault not be told.
    #[must_use]
    pub fn is_ignored(&self, found: &Diagnostic) -> bool {
        let Some(place) = found.place else { return false };
        let ranges = self.ignored.get(&(place.file, found.code));
        let nearest = ranges.and_then(|ranges| ranges.range(..=place.start).next_back());
        nearest.is_some_and(|(_, end)| place.end <= *end)
    }

    /// Whether anything so far stops the build.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.beyond > 0 || self.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// Whether a fault of one of these kinds was found.
    #[must_use]
    pub fn has_any(&self, codes: &[Code]) -> bool {
        self.diagnostics.iter().any(|diagnostic| codes.contains(&diagnostic.code))
    }

    /// Everything found, by file, place and code; the same fault at the same place once. Too many faults are one
    /// themselves, told first.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut diagnostics = self.diagnostics;
        if self.beyond > 0 {
            let diagnostic = Diagnostic::new(Code::TooMany, None).with("what", Argument::Message("limit-faults"));
            let count = diagnostics.len() + self.beyond;
            diagnostics.push(diagnostic.with("count", count.to_string()).with("most", Self::MOST.to_string()));
        }
        let mut seen: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
        diagnostics.sort_by_key(|diagnostic| (diagnostic.place, diagnostic.code));
        for diagnostic in diagnostics {
            let same = |other: &&Diagnostic| (other.place, other.code) == (diagnostic.place, diagnostic.code);
            if !seen.iter().rev().take_while(same).any(|other| *other == diagnostic) {
                seen.push(diagnostic);
            }
        }
        seen
    }
}
