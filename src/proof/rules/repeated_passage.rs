//! A passage of thirty characters or more that stands twice in the issue, or stood in an earlier one.
//!
//! Source: newsroom practice (校对通例): nothing is printed twice.
//! False alarms: set phrases are as long as that, so this is advice; only a whole paragraph that follows upon
//! itself is a warning.

use crate::diagnostic::{Code, Severity, Sink};
use crate::proof::words::ahead;
use crate::proof::{Earlier, Passage, Reading};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::ops::Range;

/// Characters from which on a passage is told.
const LEAST: usize = 30;

/// Characters of it that are shown.
const SHOWN: usize = 20;

/// Where strings of so many characters stand first, by their sums: the text and the byte. Of two strings with one sum,
/// which no text has by chance, the second is not there.
type Index = FxHashMap<u64, (usize, usize)>;

/// What a sum is multiplied by for the next character, and what the first of a string has been by its last.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
const FACTOR_OF_FIRST: u64 = FACTOR.wrapping_pow(LEAST as u32 - 1);

/// Reports each passage that stood before in the issue, with the place where it stood.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let passages: Vec<_> = reading.prose().collect();
    let mut index = index(passages.iter().map(|passage| passage.as_str()));
    for (order, passage) in passages.iter().enumerate() {
        let text = passage.as_str();
        let before = order.checked_sub(1).map(|before| passages[before]);
        let is_beside = before.is_some_and(|before| before.as_str() == text && text.chars().count() >= LEAST);
        let same = |at: (usize, usize)| passages.get(at.0).map(|other| (other.as_str(), at.1));
        let windows: Vec<_> = windows(text).collect();
        for (range, at) in repeated(text, &windows, &index, same) {
            let first = passages.get(at.0).and_then(|other| other.place(at.1..at.1 + range.len()));
            let where_ = if is_beside { "beside" } else { "issue" };
            let severity = if is_beside { Severity::Warning } else { Severity::Advice };
            let mut found = found(passage, range).with("where", where_).related(first);
            found.severity = severity;
            sink.push(found);
        }
        add(&mut index, order, windows);
    }
}

/// Reports each passage that stood in an earlier issue.
pub(in crate::proof) fn against(reading: &Reading<'_>, earlier: &[Earlier], sink: &mut Sink) {
    let texts: Vec<_> = earlier.iter().flat_map(|issue| issue.texts.iter().map(move |text| (issue, text))).collect();
    let mut index = index(texts.iter().map(|(_, text)| text.as_str()));
    for (order, (_, text)) in texts.iter().enumerate() {
        add(&mut index, order, windows(text.as_str()));
    }
    for passage in reading.prose() {
        let same = |at: (usize, usize)| texts.get(at.0).map(|(_, text)| (text.as_str(), at.1));
        let windows: Vec<_> = windows(passage.as_str()).collect();
        for (range, at) in repeated(passage.as_str(), &windows, &index, same) {
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

/// An empty index, with room for the strings of some texts.
fn index<'t>(texts: impl Iterator<Item = &'t str>) -> Index {
    let bytes: usize = texts.map(str::len).sum();
    Index::with_capacity_and_hasher(bytes / '一'.len_utf8(), FxBuildHasher)
}

/// Puts every string of a text into the index that is not there.
fn add(index: &mut Index, order: usize, windows: impl IntoIterator<Item = (u64, Range<usize>)>) {
    for (sum, window) in windows {
        index.entry(sum).or_insert((order, window.start));
    }
}

/// The strings of a text that are looked up, each with its sum, which is made of that of the one before.
fn windows(text: &str) -> impl Iterator<Item = (u64, Range<usize>)> + '_ {
    let with = |sum: u64, ch: char| sum.wrapping_mul(FACTOR).wrapping_add(ch.into());
    let mut ahead = text.chars();
    let mut sum = ahead.by_ref().take(LEAST - 1).fold(0, with);
    let mut end = text.len() - ahead.as_str().len();
    text.char_indices().zip(ahead).map(move |((start, first), last)| {
        let whole = with(sum, last);
        sum = whole.wrapping_sub(FACTOR_OF_FIRST.wrapping_mul(first.into()));
        end += last.len_utf8();
        (whole, start..end)
    })
}

/// The longest parts of a text that stand in the index, one behind the other, and where they stand there.
fn repeated<'t>(
    text: &str,
    windows: &[(u64, Range<usize>)],
    index: &Index,
    same: impl Fn((usize, usize)) -> Option<(&'t str, usize)>,
) -> Vec<(Range<usize>, (usize, usize))> {
    let mut found: Vec<(Range<usize>, (usize, usize))> = Vec::new();
    for (sum, window) in windows {
        if found.last().is_some_and(|(last, _)| window.start < last.end) {
            continue;
        }
        let Some(at) = index.get(sum) else { continue };
        let Some((other, start)) = same(*at) else { continue };
        if !other[start..].starts_with(&text[window.clone()]) {
            continue;
        }
        let pairs = text[window.start..].chars().zip(other[start..].chars());
        let len: usize = pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        found.push((window.start..window.start + len, *at));
    }
    found
}
