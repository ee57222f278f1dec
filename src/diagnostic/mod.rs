//! What is wrong, where, and what would be right.
//!
//! A [`Diagnostic`] is something that an editor can mend: it has a [`Code`], a [`Place`] and, in the
//! message resource, a headline and a remedy. Rooms push diagnostics into a [`Sink`] and go on, so
//! that one run tells everything. Nothing here prints; `report` only makes text.

mod code;
mod edit;
mod example;
mod gather;
mod levels;
pub mod messages;
mod place;
pub mod report;
mod sink;

pub use code::Code;
pub use edit::{Edit, apply, with_whole_edits};
pub use gather::gathered;
pub use levels::{Level, Levels};
pub use place::{FileId, Files, Location, Place};
pub use sink::Sink;

/// How grave a fault is; the graver is the lesser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The issue is built, but somebody should look.
    Warning,
    /// Only `check` tells it.
    Advice,
}

impl Severity {
    /// Its name in files for programs, and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// A value longer than so many bytes is cut in a message: longer than what any path or name needs.
const LONGEST: usize = 4_000;

/// A value put into a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// As it is.
    Text(String),
    /// A text of the message resource, by its key.
    Message(&'static str),
    /// A text of the resource with values of its own.
    Named(&'static str, Vec<(&'static str, String)>),
    /// Texts, as a list.
    Texts(Vec<String>),
    /// Several texts of the resource, as a list.
    Messages(Vec<&'static str>),
}

impl Argument {
    /// A list of texts.
    pub fn texts<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::Texts(texts.into_iter().map(Into::into).collect())
    }
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
    /// Other places that it concerns, such as the first of two that disagree.
    pub related: Vec<Place>,
    /// Named values of the message.
    pub arguments: Vec<(&'static str, Argument)>,
    /// What would set it right, where that is mechanical.
    pub edit: Option<Edit>,
    /// How grave it is.
    pub severity: Severity,
}

impl Diagnostic {
    /// A fault of this kind at this place.
    #[must_use]
    pub fn new(code: Code, place: impl Into<Option<Place>>) -> Self {
        let (place, severity) = (place.into(), code.severity());
        Self { code, place, related: Vec::new(), arguments: Vec::new(), edit: None, severity }
    }

    /// The same with a value for its message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        let value = match value.into() {
            Argument::Text(text) => Argument::Text(report::legible(&text)),
            value => value,
        };
        let value = match value {
            Argument::Text(text) if text.len() > LONGEST => {
                Argument::Text(format!("{}…", &text[..text.floor_char_boundary(LONGEST)]))
            }
            value => value,
        };
        self.arguments.push((name, value));
        self
    }

    /// The same with another place that it concerns.
    #[must_use]
    pub fn related(mut self, place: impl Into<Option<Place>>) -> Self {
        self.related.extend(place.into());
        self
    }

    /// The same with what would set it right.
    #[must_use]
    pub fn fixed_by(mut self, edit: impl Into<Option<Edit>>) -> Self {
        self.edit = edit.into();
        self
    }

    /// How grave it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }
}
