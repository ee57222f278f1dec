//! Tables read field by field: each fault is reported, none hides another.
//!
//! What holds may be said by several tables, the later over the earlier: a publication, its amendments,
//! an issue's own; or an article's file and the issue that takes it in. [`Fields`] reads such layers as
//! one table: tables are merged key by key, of all else the topmost counts.

use super::format::{PUBLICATION, Table};
use super::limits;
use super::read::Raw;
use super::value::Item;
use crate::diagnostic::{Argument, Code, Diagnostic, Place, Sink};
use crate::model::Text;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table of one file.
#[derive(Clone)]
pub(super) struct Layer<'a, 't> {
    pub(super) raw: &'a Raw<'t>,
    pub(super) table: &'a DeTable<'t>,
    /// Where the table begins: its header, or the file's start.
    pub(super) span: Range<usize>,
    /// The only keys that are taken from it; none for all.
    pub(super) only: Option<&'static [&'static str]>,
}

/// Layers read as one table, the lowest first; there is always one.
#[derive(Clone)]
pub(super) struct Fields<'a, 't> {
    pub(super) layers: Vec<Layer<'a, 't>>,
}

impl<'a, 't> Layer<'a, 't> {
    /// A file's own table.
    pub(super) fn root(raw: &'a Raw<'t>) -> Self {
        Self { raw, table: raw.table.get_ref(), span: 0..0, only: None }
    }

    /// The place of its beginning.
    pub(super) fn place(&self) -> Place {
        self.raw.place(&self.span)
    }

    /// The value of a key, broken or not.
    fn item(&self, key: &str) -> Option<Item<'a, 't>> {
        let taken = self.only.is_none_or(|only| only.contains(&key));
        let value = self.table.get(key).filter(|_| taken)?;
        Some(Item { raw: self.raw, value })
    }

    /// Reports every key that is not among the known ones, with the nearest of them; `above` are keys that
    /// belong to the table above, in whose place an author may have written them.
    pub(super) fn check_keys(&self, known: &[&str], above: &[&str], sink: &mut Sink) {
        let mut written: Vec<_> = self.table.iter().map(|(key, _)| key).collect();
        written.sort_by_key(|key| key.span().start);
        for key in written {
            if !known.contains(&key.get_ref().as_ref()) && !self.raw.is_faulty(&key.span()) {
                self.raw.unknown_key(key, known, above, sink);
            }
        }
    }
}

impl<'a, 't> Fields<'a, 't> {
    /// A file's own table.
    pub(super) fn root(raw: &'a Raw<'t>) -> Self {
        Self { layers: vec![Layer::root(raw)] }
    }

    /// Whether others are the same layers.
    pub(super) fn reads_the_same(&self, others: &Self) -> bool {
        let is_same = |(one, other): (&Layer<'_, '_>, &Layer<'_, '_>)| {
            std::ptr::eq(one.table, other.table) && one.only == other.only
        };
        self.layers.len() == others.layers.len() && self.layers.iter().zip(&others.layers).all(is_same)
    }

    /// Where the topmost layer begins.
    pub(super) fn place(&self) -> Option<Place> {
        self.layers.last().map(Layer::place)
    }

    /// Whether a layer's syntax is so broken that it is not known which keys its author wrote.
    pub(super) fn is_torn(&self) -> bool {
        self.layers.iter().any(|layer| layer.raw.torn)
    }

    /// Reports every key of every layer that the table does not have.
    pub(super) fn check_keys(&self, table: &Table, above: &[&str], sink: &mut Sink) {
        for layer in &self.layers {
            layer.check_keys(&table.names(), above, sink);
        }
    }

    /// The topmost value of a key, unless it is missing or its syntax is broken.
    pub(super) fn get(&self, key: &str) -> Option<Item<'a, 't>> {
        let item = self.layers.iter().rev().find_map(|layer| layer.item(key))?;
        (!item.raw.is_faulty(&item.value.span())).then_some(item)
    }

    /// The topmost layer that has one of these keys.
    pub(super) fn topmost(&self, keys: &[&str]) -> Option<usize> {
        self.layers.iter().rposition(|layer| keys.iter().any(|key| layer.item(key).is_some()))
    }

    /// The value of a key that must be there.
    pub(super) fn require(&self, key: &'static str, sink: &mut Sink) -> Option<Item<'a, 't>> {
        // After a fault of syntax it is not known what the author wrote.
        if self.topmost(&[key]).is_none() && !self.is_torn() {
            self.report_missing(key, sink);
        }
        self.get(key)
    }

    /// Reports a key that is missing, at the lowest layer, which should have it.
    pub(super) fn report_missing(&self, key: &'static str, sink: &mut Sink) {
        self.report_missing_as(key, example_key(key), sink);
    }

    /// The same with the message of another example.
    pub(super) fn report_missing_as(&self, key: &'static str, example: &'static str, sink: &mut Sink) {
        let example = Argument::Message(example);
        let place = self.layers.first().map(Layer::place);
        sink.push(Diagnostic::new(Code::MissingKey, place).with("key", key).with("example", example));
    }

    /// A text on one line that must be there and hold something.
    pub(super) fn require_text(&self, key: &'static str, sink: &mut Sink) -> Option<Text> {
        self.require(key, sink).and_then(|item| item.line(sink))
    }

    /// A text on one line that may be left out.
    pub(super) fn text(&self, key: &str, sink: &mut Sink) -> Option<Text> {
        self.get(key).and_then(|item| item.line(sink))
    }

    /// A text on one line that may be left out, and that a layer takes back from those below by an empty one.
    pub(super) fn revocable_text(&self, key: &str, sink: &mut Sink) -> Option<Text> {
        let topmost = self.topmost(&[key])?;
        let item = self.get(key)?;
        let is_below = self.layers[..topmost].iter().any(|layer| layer.item(key).is_some());
        if is_below && item.value.get_ref().as_str().is_some_and(|text| text.trim().is_empty()) {
            return None;
        }
        item.line(sink)
    }

    /// A list of texts that must be there and hold at least one.
    pub(super) fn require_texts(&self, key: &'static str, sink: &mut Sink) -> Option<Vec<Text>> {
        let item = self.require(key, sink)?;
        let texts = item.texts(sink)?;
        if texts.is_empty() && !item.raw.torn {
            sink.push(Diagnostic::new(Code::EmptyText, item.place()).with("key", key));
        }
        Some(texts)
    }

    /// A table inside: the layers' tables of that key, merged; none if no layer has one.
    pub(super) fn table(&self, key: &str, sink: &mut Sink) -> Option<Self> {
        let items = self.layers.iter().filter_map(|layer| layer.item(key));
        let layers: Vec<_> = items.filter_map(|item| item.as_table(sink)).collect();
        if layers.is_empty() { None } else { Some(Self { layers }) }
    }

    /// The tables of a list of tables; none if the key is left out.
    pub(super) fn tables(&self, key: &str, sink: &mut Sink) -> Vec<Self> {
        let Some(item) = self.get(key) else { return Vec::new() };
        let DeValue::Array(array) = item.value.get_ref() else {
            item.report_type("kind-tables", sink);
            return Vec::new();
        };
        let most = if key == "amendment" { limits::AMENDMENTS } else { limits::LIST };
        let place = array.first().map_or(item.place(), |first| item.raw.place(&first.span()));
        let count = limits::within(array.len(), most, "limit-list", place, sink);
        let items = array.iter().take(count).map(|value| Item { raw: item.raw, value });
        items.filter_map(|item| item.as_table(sink)).map(|layer| Self { layers: vec![layer] }).collect()
    }

    /// The keys of all layers, each once, in the order of the layers and of their files.
    pub(super) fn written_keys(&self) -> Vec<(&'a str, Place)> {
        let mut keys: Vec<(&str, Place)> = Vec::new();
        let mut known = BTreeSet::new();
        for layer in &self.layers {
            let mut written: Vec<_> = layer.table.iter().map(|(key, _)| key).collect();
            written.sort_by_key(|key| key.span().start);
            for key in written {
                if known.insert(key.get_ref().as_ref()) {
                    keys.push((key.get_ref().as_ref(), layer.raw.place(&key.span())));
                }
            }
        }
        keys
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
        "names" => "example-names",
        "word" => "example-word",
        "from" => "example-from",
        _ => "example-other",
    }
}

impl Raw<'_> {
    /// The place of a span of this file.
    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        Place::new(self.file, span.clone())
    }

    /// Whether a span holds or touches a syntax fault, so that nothing more need be said about it.
    pub(super) fn is_faulty(&self, span: &Range<usize>) -> bool {
        let first = self.faults.partition_point(|fault| fault.end < span.start);
        self.faults.get(first).is_some_and(|fault| fault.start <= span.end)
    }

    /// Reports a key that the table does not have.
    fn unknown_key(&self, key: &Spanned<Cow<'_, str>>, known: &[&str], above: &[&str], sink: &mut Sink) {
        let name = key.get_ref();
        let is_above = above.contains(&name.as_ref());
        let is_root = self.table.get_ref().iter().any(|(own, _)| own.span() == key.span());
        let nearest = match nearest(name, known) {
            _ if is_above => "top",
            // What a publication sets, an issue may set for itself, in a table of its own.
            None if is_root && known.contains(&"publication") && PUBLICATION.names().contains(&name.as_ref()) => "own",
            nearest => nearest.unwrap_or("none"),
        };
        let diagnostic = Diagnostic::new(Code::UnknownKey, self.place(&key.span()))
            .with("key", name.as_ref())
            .with("nearest", nearest)
            .with("known", Argument::texts(known.iter().copied()));
        sink.push(diagnostic);
    }
}

/// A written name longer than this, in bytes, is like none.
const LONGEST_NAME: usize = 200;

/// The known name that is most like the written one, if any is like it at all.
pub(super) fn nearest<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    if written.len() > LONGEST_NAME {
        return None;
    }
    let likeness = |name: &str| strsim::jaro_winkler(written, name);
    let best = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    // Likeness at the start alone is none.
    let is_near = likeness(best) >= 0.75 && strsim::normalized_damerau_levenshtein(written, best) > 0.5;
    is_near.then_some(best)
}
