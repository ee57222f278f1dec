//! What is wrong, where, and what would be right.
//!
//! A [`Diagnostic`] is something that an editor can mend: it has a [`Code`], a [`Place`] and, in the
//! message resource, a headline and a remedy. Rooms push diagnostics into a [`Sink`] and go on, so
//! that one run tells everything. Nothing here prints; `report` only makes text.

mod code;
pub mod messages;
mod place;
pub mod report;
mod sink;

pub use code::Code;
pub use place::{FileId, Files, Location, Place};
pub use sink::Sink;

/// How grave a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The issue is built, but somebody should look.
    Warning,
}

/// A value put into a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// As it is.
    Text(String),
    /// A text of the message resource, by its key.
    Message(&'static str),
    /// Several of them, as a list.
    Messages(Vec<&'static str>),
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// One fault: its code, its place, and what its message needs to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of fault.
    pub code: Code,
    /// Where, if it has a place in a file.
    pub place: Option<Place>,
    /// Named values of the message.
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Diagnostic {
    /// A fault of this kind at this place.
    #[must_use]
    pub fn new(code: Code, place: impl Into<Option<Place>>) -> Self {
        Self { code, place: place.into(), arguments: Vec::new() }
    }

    /// The same with a value for its message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// How grave it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}
