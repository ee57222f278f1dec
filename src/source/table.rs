//! A TOML table read field by field: each fault is reported, none hides another.

use super::read::Raw;
use super::scan;
use crate::diagnostic::{Argument, Code, Diagnostic, Place, Sink};
use crate::model::Text;
use crate::model::text::join_lines;
use std::borrow::Cow;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value with its span.
pub(super) type Item<'t> = Spanned<DeValue<'t>>;

/// A table of a file, and where its faults go.
pub(super) struct Fields<'a, 't> {
    pub(super) raw: &'a Raw<'t>,
    pub(super) table: &'a DeTable<'t>,
    /// Where the table begins: its header, or the file's start.
    pub(super) span: Range<usize>,
}

impl<'a, 't> Fields<'a, 't> {
    /// The file's own table.
    pub(super) fn root(raw: &'a Raw<'t>) -> Self {
        Self { raw, table: raw.table.get_ref(), span: 0..0 }
    }

    /// A table inside a file.
    pub(super) fn of(raw: &'a Raw<'t>, item: &'a Item<'t>, sink: &mut Sink) -> Option<Self> {
        match item.get_ref() {
            DeValue::Table(table) => Some(Self { raw, table, span: item.span() }),
            _ => {
                raw.wrong_type(item, "kind-table", sink);
                None
            }
        }
    }

    /// Reports every key that is not among the known ones, with the nearest of them.
    pub(super) fn check_keys(&self, known: &[&str], sink: &mut Sink) {
        self.check_keys_below(known, &[], sink);
    }

    /// The same for a table in whose place an author may write what belongs above it.
    pub(super) fn check_keys_below(&self, known: &[&str], above: &[&str], sink: &mut Sink) {
        let mut written: Vec<_> = self.table.iter().map(|(key, _)| key).collect();
        written.sort_by_key(|key| key.span().start);
        for key in written {
            if !known.contains(&key.get_ref().as_ref()) && !self.raw.is_faulty(&key.span()) {
                self.raw.unknown_key(key, known, above, sink);
            }
        }
    }

    /// The value of a key, unless it is missing or its syntax is broken.
    pub(super) fn get(&self, key: &str) -> Option<&'a Item<'t>> {
        self.table.get(key).filter(|item| !self.raw.is_faulty(&item.span()))
    }

    /// The value of a key that must be there.
    pub(super) fn require(&self, key: &'static str, sink: &mut Sink) -> Option<&'a Item<'t>> {
        // After a fault of syntax it is not known what the author wrote.
        if !self.table.contains_key(key) && !self.raw.torn {
            let place = self.raw.place(&self.span);
            let example = Argument::Message(example_key(key));
            sink.push(Diagnostic::new(Code::MissingKey, place).with("key", key).with("example", example));
        }
        self.get(key)
    }

    /// A text on one line that must be there and hold something.
    pub(super) fn require_text(&self, key: &'static str, sink: &mut Sink) -> Option<Text> {
        self.require(key, sink).and_then(|item| self.raw.line(item, sink))
    }

    /// A text on one line that may be left out.
    pub(super) fn text(&self, key: &str, sink: &mut Sink) -> Option<Text> {
        self.get(key).and_then(|item| self.raw.line(item, sink))
    }

    /// A list of texts that must be there and hold at least one.
    pub(super) fn require_texts(&self, key: &'static str, sink: &mut Sink) -> Option<Vec<Text>> {
        let item = self.require(key, sink)?;
        let texts = self.raw.texts(item, sink)?;
        if texts.is_empty() && !self.raw.torn {
            sink.push(Diagnostic::new(Code::EmptyText, self.raw.place(&item.span())).with("key", key));
        }
        Some(texts)
    }

    /// The tables of an array of tables, each with its place; none if the key is left out.
    pub(super) fn tables(&self, key: &'static str, sink: &mut Sink) -> Vec<Fields<'a, 't>> {
        let Some(item) = self.get(key) else { return Vec::new() };
        let DeValue::Array(array) = item.get_ref() else {
            self.raw.wrong_type(item, "kind-tables", sink);
            return Vec::new();
        };
        array.iter().filter_map(|item| Fields::of(self.raw, item, sink)).collect()
    }
}

/// The key of the message that shows how a missing field is written.
fn example_key(key: &str) -> &'static str {
    match key {
        "number" => "example-number",
        "serial" => "example-serial",
        "edition" => "example-edition",
        "date" => "example-date",
        "editor" => "example-editor",
        "column" => "example-column",
        "title" => "example-title",
        "body" => "example-body",
        "name" => "example-name",
        "publisher" => "example-publisher",
        "editions" => "example-editions",
        "columns" => "example-columns",
        "label" => "example-label",
        "groups" => "example-groups",
        "word" => "example-word",
        _ => "example-other",
    }
}

impl<'t> Raw<'t> {
    /// The place of a span of this file.
    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        Place::new(self.file, span.clone())
    }

    /// Whether a span holds or touches a syntax fault, so that nothing more need be said about it.
    pub(super) fn is_faulty(&self, span: &Range<usize>) -> bool {
        self.faults.iter().any(|fault| fault.start <= span.end && span.start <= fault.end)
    }

    /// Reports a value of the wrong type; `expected` is the key of a message.
    pub(super) fn wrong_type(&self, item: &Item<'t>, expected: &'static str, sink: &mut Sink) {
        let found = match item.get_ref() {
            DeValue::String(_) => "type-string",
            DeValue::Integer(_) => "type-integer",
            DeValue::Float(_) => "type-float",
            DeValue::Boolean(_) => "type-boolean",
            DeValue::Datetime(when) if when.date.is_some() && when.time.is_some() => "type-date-time",
            DeValue::Datetime(_) => "type-datetime",
            DeValue::Array(_) => "type-array",
            DeValue::Table(_) => "type-table",
        };
        let diagnostic = Diagnostic::new(Code::WrongType, self.place(&item.span()))
            .with("expected", Argument::Message(expected))
            .with("found", Argument::Message(found));
        sink.push(diagnostic);
    }

    /// Reports a key that the table does not have.
    fn unknown_key(&self, key: &Spanned<Cow<'_, str>>, known: &[&str], above: &[&str], sink: &mut Sink) {
        let name = key.get_ref();
        let is_above = above.contains(&name.as_ref());
        let nearest = if is_above { "top" } else { nearest(name, known).unwrap_or("none") };
        let diagnostic = Diagnostic::new(Code::UnknownKey, self.place(&key.span()))
            .with("key", name.as_ref())
            .with("nearest", nearest)
            .with("known", known.join("、"));
        sink.push(diagnostic);
    }

    /// The text of a string, with its places; line ends as they are.
    pub(super) fn string(&self, item: &Item<'t>, sink: &mut Sink) -> Option<Text> {
        let DeValue::String(_) = item.get_ref() else {
            self.wrong_type(item, "kind-text", sink);
            return None;
        };
        let span = item.span();
        Some(scan::string(self.file, self.text.get(span.clone())?, span.start))
    }

    /// The lines of a string, each without the blanks at its ends, blank lines left out.
    pub(super) fn lines(&self, item: &Item<'t>, sink: &mut Sink) -> Option<Vec<Text>> {
        let text = self.string(item, sink)?;
        let lines: Vec<_> = lines_of(&text).into_iter().filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            sink.push(Diagnostic::new(Code::EmptyText, self.place(&item.span())).with("key", ""));
            return None;
        }
        Some(lines)
    }

    /// A string on one line; several are joined.
    pub(super) fn line(&self, item: &Item<'t>, sink: &mut Sink) -> Option<Text> {
        self.lines(item, sink).map(|lines| join_lines(&lines))
    }

    /// The texts of a list of strings.
    pub(super) fn texts(&self, item: &Item<'t>, sink: &mut Sink) -> Option<Vec<Text>> {
        let DeValue::Array(array) = item.get_ref() else {
            self.wrong_type(item, "kind-texts", sink);
            return None;
        };
        Some(array.iter().filter_map(|item| self.line(item, sink)).collect())
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

/// The known name that is most like the written one, if any is like it at all.
pub(super) fn nearest<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let likeness = |name: &str| strsim::jaro_winkler(written, name);
    let best = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(best) >= 0.75).then_some(best)
}
