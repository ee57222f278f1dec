//! Values with the files in which they stand, read as what a key takes.

use super::read::Raw;
use super::table::Layer;
use super::{ignore, limits, scan};
use crate::diagnostic::{Argument, Code, Diagnostic, Place, Sink};
use crate::model::Text;
use crate::model::text::join_lines;
use toml::Spanned;
use toml::de::DeValue;

/// A value and the file in which it stands.
#[derive(Clone, Copy)]
pub(super) struct Item<'a, 't> {
    pub(super) raw: &'a Raw<'t>,
    pub(super) value: &'a Spanned<DeValue<'t>>,
}

impl<'a, 't> Item<'a, 't> {
    /// Where it stands.
    pub(super) fn place(&self) -> Place {
        self.raw.place(&self.value.span())
    }

    /// As it is written in the file.
    pub(super) fn written(&self) -> &'t str {
        self.raw.text.get(self.value.span()).unwrap_or_default()
    }

    /// Whether it is a list.
    pub(super) fn is_list(&self) -> bool {
        self.value.get_ref().is_array()
    }

    /// The table that it is; anything else is reported.
    pub(super) fn as_table(self, sink: &mut Sink) -> Option<Layer<'a, 't>> {
        match self.value.get_ref() {
            DeValue::Table(table) => Some(Layer { raw: self.raw, table, span: self.value.span(), only: None }),
            _ => {
                // What is broken has been reported.
                if !self.raw.is_faulty(&self.value.span()) {
                    self.report_type("kind-table", sink);
                }
                None
            }
        }
    }

    /// Reports a value of the wrong type; `expected` is the key of a message.
    pub(super) fn report_type(&self, expected: &'static str, sink: &mut Sink) {
        let found = match self.value.get_ref() {
            DeValue::String(_) => "type-string",
            DeValue::Integer(_) => "type-integer",
            DeValue::Float(_) => "type-float",
            DeValue::Boolean(_) => "type-boolean",
            DeValue::Datetime(when) if when.date.is_some() && when.time.is_some() => "type-date-time",
            DeValue::Datetime(_) => "type-datetime",
            DeValue::Array(_) => "type-array",
            DeValue::Table(_) => "type-table",
        };
        let diagnostic = Diagnostic::new(Code::WrongType, self.place())
            .with("expected", Argument::Message(expected))
            .with("found", Argument::Message(found));
        sink.push(diagnostic);
    }

    /// Reports a value that the key does not hold, with the words it may choose from.
    pub(super) fn report_value(&self, expected: &'static str, choices: &[&str], sink: &mut Sink) {
        let diagnostic = Diagnostic::new(Code::WrongValue, self.place())
            .with("expected", Argument::Message(expected))
            .with("found", self.written())
            .with("choices", if choices.is_empty() { "none".into() } else { Argument::texts(choices.iter().copied()) });
        sink.push(diagnostic);
    }

    /// The text of a string, with its places; line ends as they are.
    pub(super) fn string(&self, sink: &mut Sink) -> Option<Text> {
        let DeValue::String(_) = self.value.get_ref() else {
            self.report_type("kind-text", sink);
            return None;
        };
        let span = self.value.span();
        let text = scan::string(self.raw.file, self.raw.text.get(span.clone())?, span.start);
        Some(ignore::in_text(text, sink))
    }

    /// The lines of a string, each without the blanks at its ends, blank lines left out.
    pub(super) fn lines(&self, sink: &mut Sink) -> Option<Vec<Text>> {
        let text = self.string(sink)?;
        let lines: Vec<_> = lines_of(&text).into_iter().filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            sink.push(Diagnostic::new(Code::EmptyText, self.place()).with("key", ""));
            return None;
        }
        Some(lines)
    }

    /// A string on one line; several are joined.
    pub(super) fn line(&self, sink: &mut Sink) -> Option<Text> {
        self.lines(sink).map(|lines| join_lines(&lines))
    }

    /// The items of a list; anything else is reported as not being the `expected` kind.
    pub(super) fn items(&self, expected: &'static str, sink: &mut Sink) -> Option<Vec<Self>> {
        let DeValue::Array(array) = self.value.get_ref() else {
            self.report_type(expected, sink);
            return None;
        };
        let count = limits::within(array.len(), limits::LIST, "limit-list", self.place(), sink);
        Some(array.iter().take(count).map(|value| Self { raw: self.raw, value }).collect())
    }

    /// The texts of a list of strings.
    pub(super) fn texts(&self, sink: &mut Sink) -> Option<Vec<Text>> {
        let items = self.items("kind-texts", sink)?;
        Some(items.iter().filter_map(|item| item.line(sink)).collect())
    }

    /// The texts of a string or of a list of strings.
    pub(super) fn one_or_more(&self, sink: &mut Sink) -> Option<Vec<Text>> {
        match self.value.get_ref() {
            DeValue::Array(_) => self.texts(sink),
            DeValue::String(_) => self.line(sink).map(|text| vec![text]),
            _ => {
                self.report_type("kind-one-or-more", sink);
                None
            }
        }
    }
}

/// The lines of a text, without the blanks at their ends.
pub(super) fn lines_of(text: &Text) -> Vec<Text> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.as_str().split('\n') {
        let left = line.len() - line.trim_start().len();
        lines.push(text.slice(start + left..(start + line.trim_end().len()).max(start + left)));
        start += line.len() + 1;
    }
    lines
}
