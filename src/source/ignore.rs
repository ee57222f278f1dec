//! Places that an author has looked at and wants left alone: `# bulletin: ignore B0606` above a key or a
//! table, `<!-- bulletin: ignore B0606 -->` in a text. Neither is printed.

use super::read::Raw;
use crate::diagnostic::{Argument, Code, Diagnostic, Place, Sink};
use crate::model::Text;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// What such a request begins with, behind the comment's own mark.
const REQUEST: &str = "bulletin:";
/// How a request in a text begins and ends.
const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// Takes the requests in a file's comments.
pub(super) fn comments(raw: &Raw<'_>, sink: &mut Sink) {
    if !raw.text.contains(REQUEST) {
        return;
    }
    let mut spans = Spans::default();
    spans.gather(raw.table.get_ref());
    let mut pending: Vec<Code> = Vec::new();
    let mut at = 0;
    for line in raw.text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        if line.trim().is_empty() || spans.is_in_text(start) {
            continue;
        }
        match line.trim().strip_prefix('#') {
            Some(comment) => pending.extend(codes(comment, start, raw, sink)),
            None if !pending.is_empty() => {
                let codes = std::mem::take(&mut pending);
                sink.ignore(raw.place(&spans.covered(raw.text, start)), codes);
            }
            None => {}
        }
    }
}

/// The codes that a comment asks to be left alone; none if it asks for nothing. What is no rule's is reported.
fn codes(comment: &str, start: usize, raw: &Raw<'_>, sink: &mut Sink) -> Vec<Code> {
    let offset = start + raw.text[start..].find(comment).unwrap_or(0);
    requested(comment, |range| Some(raw.place(&(range.start + offset..range.end + offset))), sink).unwrap_or_default()
}

/// The codes of a request; none if the words are none. `place` gives the place of bytes of them.
fn requested(words: &str, place: impl Fn(Range<usize>) -> Option<Place>, sink: &mut Sink) -> Option<Vec<Code>> {
    let list = words.trim_start().strip_prefix(REQUEST)?.trim_start().strip_prefix("ignore")?;
    let mut codes = Vec::new();
    let mut at = words.len() - list.len();
    for word in list.split_inclusive([' ', ',', '，', '、', '\t', '\n']) {
        let name = word.trim_end_matches([' ', ',', '，', '、', '\t', '\n', '\r']);
        match Code::ALL.iter().find(|code| code.is_rule() && code.as_str() == name) {
            Some(code) => codes.push(*code),
            None if name.is_empty() => {}
            None => {
                let diagnostic = Diagnostic::new(Code::WrongValue, place(at..at + name.len()))
                    .with("expected", Argument::Message("kind-rule"))
                    .with("found", name)
                    .with("choices", "none");
                sink.push(diagnostic);
            }
        }
        at += word.len();
    }
    Some(codes)
}

/// Where the values of a file stand.
#[derive(Default)]
struct Spans {
    /// Each key's start and its value's end.
    values: Vec<Range<usize>>,
    /// The texts.
    texts: Vec<Range<usize>>,
}

impl Spans {
    fn gather(&mut self, table: &DeTable<'_>) {
        for (key, value) in table.iter() {
            self.values.push(key.span().start..value.span().end);
            self.gather_value(value.get_ref(), value.span());
        }
    }

    fn gather_value(&mut self, value: &DeValue<'_>, span: Range<usize>) {
        match value {
            DeValue::Table(table) => self.gather(table),
            DeValue::Array(items) => items.iter().for_each(|item| self.gather_value(item.get_ref(), item.span())),
            DeValue::String(_) => self.texts.push(span),
            _ => {}
        }
    }

    fn is_in_text(&self, at: usize) -> bool {
        self.texts.iter().any(|text| text.start < at && at < text.end)
    }

    /// What a request above the line at `start` covers: the key's value, or all of a table.
    fn covered(&self, text: &str, start: usize) -> Range<usize> {
        if !text[start..].starts_with('[') {
            let value = self.values.iter().filter(|value| value.start >= start).min_by_key(|value| value.start);
            return start..value.map_or(text.len(), |value| value.end);
        }
        let mut at = start;
        for line in text[start..].split_inclusive('\n') {
            if at > start && line.starts_with('[') && !self.is_in_text(at) {
                return start..at;
            }
            at += line.len();
        }
        start..text.len()
    }
}

/// A text without the requests in it, which cover the paragraph in which each stands, or the next if it stands
/// alone.
pub(super) fn in_text(text: Text, sink: &mut Sink) -> Text {
    if !text.as_str().contains(OPEN) || !text.as_str().contains(REQUEST) {
        return text;
    }
    let source = text.as_str();
    let mut kept = Text::default();
    let mut from = 0;
    for (open, _) in source.match_indices(OPEN) {
        let Some(close) = source[open..].find(CLOSE).map(|at| open + at) else { break };
        let words = open + OPEN.len()..close;
        let place = |range: Range<usize>| text.place(words.start + range.start..words.start + range.end);
        let Some(codes) = requested(&source[words.clone()], place, sink).filter(|_| open >= from) else { continue };
        if let Some(place) = text.place(paragraph(source, open, close + CLOSE.len())) {
            sink.ignore(place, codes);
        }
        kept.append(&text.slice(from..open));
        from = close + CLOSE.len();
        // A line that held nothing else goes with it, for a blank line would part two paragraphs.
        let line_start = source[..open].rfind('\n').map_or(0, |at| at + 1);
        let rest = source[from..].find('\n').map_or(source.len(), |at| from + at + 1);
        if source[line_start..open].trim().is_empty() && source[from..rest].trim().is_empty() {
            from = rest;
        }
    }
    kept.append(&text.slice(from..source.len()));
    kept
}

/// The paragraph in which a request stands, by bytes; the next one if there is nothing else in it.
fn paragraph(source: &str, open: usize, end: usize) -> Range<usize> {
    let start = source[..open].rfind("\n\n").map_or(0, |at| at + 2);
    let stop = source[end..].find("\n\n").map_or(source.len(), |at| end + at);
    if !source[start..open].trim().is_empty() || !source[end..stop].trim().is_empty() {
        return start..stop;
    }
    let next = stop + source[stop..].len() - source[stop..].trim_start().len();
    next..source[next..].find("\n\n").map_or(source.len(), |at| next + at)
}
