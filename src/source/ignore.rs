//! Places that an author has looked at and wants left alone: `# bulletin: ignore B0606` above a key or a
//! table, `<!-- bulletin: ignore B0606 -->` in a text. Neither is printed. What was most likely meant for one, and
//! is none, is told.

use super::read::Raw;
use crate::diagnostic::{Code, Diagnostic, Place, Sink};
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
    if !mentions(raw.text) {
        return;
    }
    let spans = Spans::of(raw);
    let mut pending: Vec<Code> = Vec::new();
    let mut last = 0..0;
    let mut at = 0;
    for line in raw.text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        if line.trim().is_empty() || spans.is_in_text(start) {
            continue;
        }
        match line.trim().strip_prefix('#') {
            Some(comment) => {
                pending.extend(codes(comment, start, raw, sink));
                last = start..start + line.trim().len();
            }
            None => {
                if !pending.is_empty() {
                    let codes = std::mem::take(&mut pending);
                    sink.ignore(raw.place(&spans.covered(raw.text, start)), codes);
                }
                behind_value(line, at - line.len(), raw, &spans, sink);
            }
        }
    }
    if !pending.is_empty() {
        sink.push(lost(Some(raw.place(&last)), "last"));
    }
}

/// Whether a text has the word by which requests begin, in letters of either case.
fn mentions(text: &str) -> bool {
    let (text, word) = (text.as_bytes(), REQUEST.trim_end_matches(':').as_bytes());
    let begins_here =
        |at: usize| text.get(at..at + word.len()).is_some_and(|word_here| word_here.eq_ignore_ascii_case(word));
    memchr::memchr2_iter(word[0], word[0].to_ascii_uppercase(), text).any(begins_here)
}

/// Reports a request that stands behind a value, on its line: it would be asked for the next one.
fn behind_value(line: &str, at: usize, raw: &Raw<'_>, spans: &Spans, sink: &mut Sink) {
    if !mentions(line) {
        return;
    }
    let marks = line.match_indices('#').map(|(mark, _)| mark);
    let request = marks.filter(|mark| !spans.is_in_text(at + mark)).find(|mark| is_like_request(&line[mark + 1..]));
    if let Some(mark) = request {
        sink.push(lost(Some(raw.place(&(at + mark..at + line.trim_end().len()))), "behind"));
    }
}

/// The codes that a comment asks to be left alone; none if it asks for nothing. What cannot be is reported.
fn codes(comment: &str, start: usize, raw: &Raw<'_>, sink: &mut Sink) -> Vec<Code> {
    let offset = start + raw.text[start..].find(comment).unwrap_or(0);
    let place = |range: Range<usize>| Some(raw.place(&(range.start + offset..range.end + offset)));
    let requested = requested(comment, place, sink);
    if requested.is_none() && is_like_request(comment) {
        sink.push(lost(Some(raw.place(&(start..start + 1 + comment.len()))), "form"));
    }
    requested.unwrap_or_default()
}

/// A request that has no effect; `fault` is the word of the message for why.
fn lost(place: Option<Place>, fault: &str) -> Diagnostic {
    Diagnostic::new(Code::LostRequest, place).with("fault", fault)
}

/// Whether words were most likely meant for a request: `Bulletin: Ignore …`, `bulletin：ignore …`, `bulletin: ignroe …`.
fn is_like_request(words: &str) -> bool {
    let words = words.trim_start();
    let name = REQUEST.trim_end_matches(':');
    let Some(rest) = words.get(name.len()..).filter(|_| words[..name.len()].eq_ignore_ascii_case(name)) else {
        return false;
    };
    let rest = rest.trim_start_matches([':', '：', ' ', '\t']);
    let word: String = rest.chars().take_while(char::is_ascii_alphabetic).take(20).collect();
    let has_code = || {
        let is_code =
            |word: &str| word.len() == 5 && Code::ALL.iter().any(|code| code.as_str().eq_ignore_ascii_case(word));
        rest.split(|ch: char| !ch.is_ascii_alphanumeric()).take(20).any(is_code)
    };
    strsim::damerau_levenshtein(&word.to_ascii_lowercase(), "ignore") <= 2 || has_code()
}

/// The codes of a request; none if the words are none. `place` gives the place of bytes of them.
fn requested(words: &str, place: impl Fn(Range<usize>) -> Option<Place>, sink: &mut Sink) -> Option<Vec<Code>> {
    let list = words.trim_start().strip_prefix(REQUEST)?.trim_start().strip_prefix("ignore")?;
    if list.starts_with(|ch: char| ch.is_ascii_alphanumeric()) {
        return None;
    }
    let mut codes = Vec::new();
    let mut at = words.len() - list.len();
    for word in list.split_inclusive([' ', ',', '，', '、', '\t', '\n']) {
        let name = word.trim_end_matches([' ', ',', '，', '、', '\t', '\n', '\r']);
        match Code::ALL.iter().find(|code| code.as_str().eq_ignore_ascii_case(name)) {
            Some(code) if code.can_be_set() => codes.push(*code),
            _ if name.is_empty() => {}
            known => {
                let fault = if known.is_some() { "error" } else { "unknown" };
                sink.push(lost(place(at..at + name.len()), fault).with("name", name));
            }
        }
        at += word.len();
    }
    if list.trim().is_empty() {
        sink.push(lost(place(0..words.len()), "none"));
    }
    Some(codes)
}

/// Where the values of a file stand.
#[derive(Default)]
struct Spans {
    /// Each key's start and its value's end, in order.
    values: Vec<Range<usize>>,
    /// The texts, in order.
    texts: Vec<Range<usize>>,
    /// Where the lines begin that are the heads of tables.
    heads: Vec<usize>,
}

impl Spans {
    fn of(raw: &Raw<'_>) -> Self {
        let mut spans = Self::default();
        spans.gather(raw.table.get_ref());
        spans.values.sort_by_key(|value| value.start);
        spans.texts.sort_by_key(|text| text.start);
        let mut at = 0;
        for line in raw.text.split_inclusive('\n') {
            if line.starts_with('[') && !spans.is_in_text(at) {
                spans.heads.push(at);
            }
            at += line.len();
        }
        spans
    }

    /// Takes in all that a table holds, however deep: keys with dots nest without an end.
    fn gather(&mut self, table: &DeTable<'_>) {
        let mut tables = vec![table];
        let mut values = Vec::new();
        while let Some(table) = tables.pop() {
            for (key, value) in table.iter() {
                self.values.push(key.span().start..value.span().end);
                values.push(value);
            }
            while let Some(value) = values.pop() {
                match value.get_ref() {
                    DeValue::Table(table) => tables.push(table),
                    DeValue::Array(items) => values.extend(items.iter()),
                    DeValue::String(_) => self.texts.push(value.span()),
                    _ => {}
                }
            }
        }
    }

    fn is_in_text(&self, at: usize) -> bool {
        let first = self.texts.partition_point(|text| text.end <= at);
        self.texts.get(first).is_some_and(|text| text.start < at)
    }

    /// What a request above the line at `start` covers: the key's value, or all of a table.
    fn covered(&self, text: &str, start: usize) -> Range<usize> {
        if text[start..].starts_with('[') {
            let next = self.heads.get(self.heads.partition_point(|head| *head <= start));
            return start..next.copied().unwrap_or(text.len());
        }
        let value = self.values.get(self.values.partition_point(|value| value.start < start));
        start..value.map_or(text.len(), |value| value.end)
    }
}

/// A text without the requests in it, which cover the paragraph in which each stands, or the next if it stands
/// alone. Other comments stay, and are reported: they are printed.
pub(super) fn in_text(text: Text, sink: &mut Sink) -> Text {
    if !text.as_str().contains(OPEN) {
        return text;
    }
    let source = text.as_str();
    let mut kept = Text::default();
    let mut from = 0;
    // Where the next comment closes, and the paragraph found last: many may stand in one.
    let mut close = 0;
    let mut last: Option<(Range<usize>, Place)> = None;
    let mut opens = source.match_indices(OPEN).map(|(open, _)| open).peekable();
    while let Some(open) = opens.next() {
        let start = open + OPEN.len();
        if open < from {
            continue;
        }
        if close < start {
            let Some(at) = source[start..].find(CLOSE) else { break };
            close = start + at;
        }
        // Of several that open, the last is closed.
        if opens.peek().is_some_and(|next| *next < close) {
            continue;
        }
        let end = close + CLOSE.len();
        let place = |range: Range<usize>| text.place(start + range.start..start + range.end);
        let Some(codes) = requested(&source[start..close], place, sink) else {
            let place = text.place(open..end);
            sink.push(match is_like_request(&source[start..close]) {
                true => lost(place, "printed"),
                false => Diagnostic::new(Code::PrintedComment, place),
            });
            continue;
        };
        if last.as_ref().is_none_or(|(around, _)| open < around.start || around.end < end) {
            let around = paragraph(source, open, end);
            last = text.place(around.clone()).map(|place| (around, place));
        }
        if let Some((around, place)) = &last {
            sink.ignore(*place, codes);
            // What stands alone speaks for the next paragraph, not for others of its own.
            if !around.contains(&open) {
                last = None;
            }
        }
        kept.append(&text.slice(from..open));
        from = behind(source, open, end);
    }
    kept.append(&text.slice(from..source.len()));
    kept
}

/// Where a text goes on behind a request: one that holds a line alone takes the line with it, for a blank line
/// would part two paragraphs.
fn behind(source: &str, open: usize, end: usize) -> usize {
    let is_blank = |ch: char| ch != '\n' && ch.is_whitespace();
    let (before, after) = (source[..open].trim_end_matches(is_blank), source[end..].trim_start_matches(is_blank));
    let begins_line = before.is_empty() || before.ends_with('\n');
    match after.strip_prefix('\n') {
        Some(rest) if begins_line => source.len() - rest.len(),
        None if begins_line && after.is_empty() => source.len(),
        _ => end,
    }
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
