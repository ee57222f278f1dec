//! Straight quotes in Chinese text: `"` and `'`, and their wide forms `＂` and `＇`.
//!
//! Source: GB/T 15834-2011 4.8.2.
//! False alarms: quotes round Latin text amid Latin text, apostrophes (`don't`) and signs of feet, inches and
//! minutes behind a figure are left alone. The edit is given only where every quote of its kind in the
//! passage pairs; a straight quote that closes or is closed by a curved one pairs with it. Straight quotes between
//! two curved ones (`“要"真抓"实干”`) have no edit: they may quote inside them, or be halves of two pairs.

use super::chars::{Chars, has_han, is_han, is_mark};
use crate::diagnostic::{Code, Sink};
use crate::proof::{Passage, Reading};

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in &reading.passages {
        let chars = Chars::of(passage);
        for straight in ['"', '\'', '＂', '＇'] {
            if passage.as_str().contains(straight) {
                quotes(passage, &chars, straight, sink);
            }
        }
    }
}

/// The quotes of one kind in a passage.
fn quotes(passage: &Passage<'_>, chars: &Chars<'_>, straight: char, sink: &mut Sink) {
    let (opening, closing) = if "\"＂".contains(straight) { ('“', '”') } else { ('‘', '’') };
    let mut open: Option<usize> = None;
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut alone: Vec<usize> = Vec::new();
    for (at, ch) in chars.iter() {
        let is_open = open.is_some();
        if ch == straight && is_sign(chars, at, is_open) {
            continue;
        }
        if (ch == straight && !is_open) || ch == opening {
            alone.extend(open.replace(at));
        } else if ch == straight || (ch == closing && !is_apostrophe(chars, at)) {
            match open.take() {
                Some(start) => pairs.push((start, at)),
                None => alone.push(at),
            }
        }
    }
    alone.extend(open);
    let inside = within_curved(passage, chars, straight);
    let certain = alone.is_empty() && inside.is_empty();
    let is_told = |at: &usize| inside.binary_search(at).is_ok();
    pairs.retain(|(start, end)| !is_told(start) && !is_told(end));
    for at in inside {
        sink.push(passage.found(Code::StraightQuote, chars.bytes(at..at + 1)).with("right", "‘’"));
    }
    for at in alone.into_iter().filter(|at| chars.get(*at) == Some(straight) && touches_han(chars, *at, *at)) {
        sink.push(passage.found(Code::StraightQuote, chars.bytes(at..at + 1)).with("right", "“”"));
    }
    for (start, end) in pairs {
        if !has_han(chars.str(start..end)) && !touches_han(chars, start, end) {
            continue;
        }
        let right = marks_of(passage, chars, straight, start, end);
        for (at, right) in [(start, right.0), (end, right.1)] {
            if chars.get(at) == Some(straight) {
                let range = chars.bytes(at..at + 1);
                let edit = if certain { passage.edit(range.clone(), right) } else { None };
                sink.push(passage.found(Code::StraightQuote, range).with("right", right).fixed_by(edit));
            }
        }
    }
}

/// The straight quotes of a curved pair that holds two and more: they quote inside it, or each is the lost half of
/// another pair; nobody but the author can tell.
fn within_curved(passage: &Passage<'_>, chars: &Chars<'_>, straight: char) -> Vec<usize> {
    let text = passage.as_str();
    let curved = passage.quoted.iter().filter(|range| straight == '"' && text[(*range).clone()].starts_with('“'));
    let curved: Vec<_> = curved.filter(|range| text[(*range).clone()].matches(straight).count() > 1).collect();
    let is_inside = |at: usize| {
        let byte = chars.bytes(at..at + 1).start;
        curved.get(curved.partition_point(|range| range.end <= byte)).is_some_and(|range| range.start < byte)
    };
    let quotes = chars.iter().filter(|(_, ch)| *ch == straight && !curved.is_empty()).map(|(at, _)| at);
    quotes.filter(|at| is_inside(*at)).collect()
}

/// The marks of a pair: as its curved half has it; single quotes inside double ones, double ones elsewhere.
fn marks_of(
    passage: &Passage<'_>,
    chars: &Chars<'_>,
    straight: char,
    start: usize,
    end: usize,
) -> (&'static str, &'static str) {
    let has_curved = !chars.is(start, |ch| ch == straight) || !chars.is(end, |ch| ch == straight);
    let before = chars.str(0..start);
    let doubles = |open, close| before.matches(open).count() > before.matches(close).count();
    let inside = doubles("“", "”")
        || before.matches('"').count() % 2 == 1
        || passage.quoted.iter().any(|range| {
            range.start < chars.bytes(start..end).start
                && chars.bytes(start..end).end < range.end
                && passage.as_str()[range.clone()].starts_with('“')
        });
    if "'＇".contains(straight) && (inside || has_curved) { ("‘", "’") } else { ("“", "”") }
}

/// Whether it is a sign behind a figure, or an apostrophe.
fn is_sign(chars: &Chars<'_>, at: usize, is_open: bool) -> bool {
    is_apostrophe(chars, at) || (!is_open && chars.was(at, |ch| ch.is_ascii_digit()))
}

fn is_apostrophe(chars: &Chars<'_>, at: usize) -> bool {
    let is_letter = |ch: char| ch.is_ascii_alphanumeric();
    chars.is(at, |ch| ch == '\'' || ch == '’') && chars.was(at, is_letter) && chars.is(at + 1, is_letter)
}

/// Whether Chinese text stands beside a pair.
fn touches_han(chars: &Chars<'_>, start: usize, end: usize) -> bool {
    let is_chinese = |ch: char| is_han(ch) || is_mark(ch);
    chars.was(start, is_chinese) || chars.is(end + 1, is_chinese)
}
