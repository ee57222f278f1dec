//! Gathers diagnostics and hands them out in the order of the source.

use super::{Code, Diagnostic, Place, Severity};

/// Where all rooms put what they find.
#[derive(Debug, Default)]
pub struct Sink {
    diagnostics: Vec<Diagnostic>,
    /// Where faults of some kinds are not told, as an author asked.
    ignored: Vec<(Place, Vec<Code>)>,
}

impl Sink {
    /// Takes a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Has faults of these kinds not told that lie in a place; only what proofreading finds can be left alone.
    pub fn ignore(&mut self, place: Place, codes: Vec<Code>) {
        self.ignored.push((place, codes));
    }

    /// A sink with nothing in it, in which authors ask for the same.
    #[must_use]
    pub fn asking_the_same(self) -> Self {
        Self { diagnostics: Vec::new(), ignored: self.ignored }
    }

    /// Whether an author asked that a fault not be told.
    #[must_use]
    pub fn is_ignored(&self, found: &Diagnostic) -> bool {
        let Some(place) = found.place else { return false };
        let covers = |range: &Place| range.file == place.file && range.start <= place.start && place.end <= range.end;
        self.ignored.iter().any(|(range, codes)| covers(range) && codes.contains(&found.code))
    }

    /// Whether anything so far stops the build.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// Whether a fault of one of these kinds was found.
    #[must_use]
    pub fn has_any(&self, codes: &[Code]) -> bool {
        self.diagnostics.iter().any(|diagnostic| codes.contains(&diagnostic.code))
    }

    /// Everything found, by file, place and code; the same fault at the same place once.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut diagnostics = self.diagnostics;
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
