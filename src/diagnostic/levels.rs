//! How grave a publication, or an issue, takes what the rules find.

use super::{Code, Diagnostic, Severity};
use std::collections::BTreeMap;

/// How a rule is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It is not told at all.
    Off,
    /// It is told as this.
    As(Severity),
}

impl Level {
    /// The words by which levels are set.
    pub const NAMES: &'static [&'static str] = &["off", "advice", "warning", "error"];

    /// The level of a word.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "off" => Self::Off,
            "advice" => Self::As(Severity::Advice),
            "warning" => Self::As(Severity::Warning),
            "error" => Self::As(Severity::Error),
            _ => return None,
        })
    }
}

/// The levels that were set; every other rule keeps its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels(BTreeMap<Code, Level>);

impl Levels {
    /// Sets the level of a rule; what stops a build cannot be set.
    pub fn set(&mut self, code: Code, level: Level) {
        self.0.insert(code, level);
    }

    /// A diagnostic as it is taken; none if it is off.
    #[must_use]
    pub fn taken(&self, mut diagnostic: Diagnostic) -> Option<Diagnostic> {
        match self.0.get(&diagnostic.code) {
            Some(Level::Off) => None,
            Some(Level::As(severity)) => {
                diagnostic.severity = *severity;
                Some(diagnostic)
            }
            None => Some(diagnostic),
        }
    }
}
