//! A passage of thirty characters or more that stands twice in the issue, or stood in an earlier one.
//!
//! Source: newsroom practice (校对通例): nothing is printed twice.
//! False alarms: set phrases are as long as that, so this is advice; only a whole paragraph that follows upon
//! itself is a warning.

use crate::diagnostic::{Code, Severity, Sink};
use crate::proof::words::ahead;
use crate::proof::{Earlier, Passage, Reading};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Characters from which on a passage is told.
const LEAST: usize = 30;

/// Characters of it that are shown.
const SHOWN: usize = 20;

/// Where strings of so many characters stand first: the text and the byte.
type Index<'t> = FxHashMap<&'t str, (usize, usize)>;

/// Reports each passage that stood before in the issue, with the place where it stood.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let passages: Vec<_> = reading.prose().collect();
    let mut index = Index::default();
    for (order, passage) in passages.iter().enumerate() {
        let text = passage.as_str();
        let before = order.checked_sub(1).map(|before| passages[before]);
        let is_beside = before.is_some_and(|before| before.as_str() == text && text.chars().count() >= LEAST);
        let same = |at: (usize, usize)| passages.get(at.0).map(|other| (other.as_str(), at.1));
        for (range, at) in repeated(text, &index, same) {
            let first = passages.get(at.0).and_then(|other| other.place(at.1..at.1 + range.len()));
            let where_ = if is_beside { "beside" } else { "issue" };
            let severity = if is_beside { Severity::Warning } else { Severity::Advice };
            let mut found = found(passage, range).with("where", where_).related(first);
            found.severity = severity;
            sink.push(found);
        }
        add(&mut index, order, text);
    }
}

/// Reports each passage that stood in an earlier issue.
pub(in crate::proof) fn against(reading: &Reading<'_>, earlier: &[Earlier], sink: &mut Sink) {
    let texts: Vec<_> = earlier.iter().flat_map(|issue| issue.texts.iter().map(move |text| (issue, text))).collect();
    let mut index = Index::default();
    for (order, (_, text)) in texts.iter().enumerate() {
        add(&mut index, order, text.as_str());
    }
    for passage in reading.prose() {
        let same = |at: (usize, usize)| texts.get(at.0).map(|(_, text)| (text.as_str(), at.1));
        for (range, at) in repeated(passage.as_str(), &index, same) {
            let (issue, first) = match texts.get(at.0) {
                Some((issue, text)) => (issue.name.as_str(), text.place(at.1..at.1 + range.len())),
                None => ("", None),
            };
            sink.push(found(passage, range).with("where", "earlier").with("issue", issue).related(first));
        }
    }
}

fn found(passage: &Passage<'_>, range: Range<usize>) -> crate::diagnostic::Diagnostic {
    let text = passage.as_str();
    let shown = ahead(text, range.start, SHOWN).min(range.end);
    let dots = if shown < range.end { "…" } else { "" };
    let written = format!("{}{dots}", &text[range.start..shown]);
    let mut found = crate::diagnostic::Diagnostic::new(Code::RepeatedPassage, passage.place(range));
    found = found.with("written", written);
    found
}

/// Puts every string of a text into the index that is not there.
fn add<'t>(index: &mut Index<'t>, order: usize, text: &'t str) {
    for window in windows(text) {
        index.entry(&text[window.clone()]).or_insert((order, window.start));
    }
}

/// The strings of a text that are looked up.
fn windows(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let starts = text.char_indices().map(|(at, _)| at);
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]).skip(LEAST);
    starts.zip(ends).map(|(start, end)| start..end)
}

/// The longest parts of a text that stand in the index, one behind the other, and where they stand there.
fn repeated<'t>(
    text: &str,
    index: &Index<'_>,
    same: impl Fn((usize, usize)) -> Option<(&'t str, usize)>,
) -> Vec<(Range<usize>, (usize, usize))> {
    let mut found: Vec<(Range<usize>, (usize, usize))> = Vec::new();
    for window in windows(text) {
        if found.last().is_some_and(|(last, _)| window.start < last.end) {
            continue;
        }
        let Some(at) = index.get(&text[window.clone()]) else { continue };
        let Some((other, start)) = same(*at) else { continue };
        let pairs = text[window.start..].chars().zip(other[start..].chars());
        let len: usize = pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        found.push((window.start..window.start + len, *at));
    }
    found
}
