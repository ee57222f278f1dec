//! Gathers diagnostics and hands them out in the order of the source.

use super::{Code, Diagnostic, Severity};

/// Where all rooms put what they find.
#[derive(Debug, Default)]
pub struct Sink {
    diagnostics: Vec<Diagnostic>,
}

impl Sink {
    /// Takes a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
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
