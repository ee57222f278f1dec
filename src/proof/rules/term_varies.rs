//! A term that is one character off what the issue writes elsewhere: one too many, one missing, or another.
//!
//! Source: newsroom practice (校对通例): one term in one issue.
//! False alarms: terms have many true variants (`审议意见`, `审查意见`). So a place is told only where the
//! issue writes the whole otherwise elsewhere, the place itself stands once, and the change leaves a piece
//! of a word over that the issue's own form has not (see `words`). Where it leaves none, a place is told as
//! advice, and only if it stands once and the form one character off three times and more, with two characters
//! on either side. Quoted text and names are left alone.

use super::term_near;
use crate::diagnostic::{Code, Place, Sink};
use crate::proof::words::{Lexicon, ahead, back, han_runs, is_bound, starts};
use crate::proof::{Passage, Reading};
use rustc_hash::FxHashMap;
use std::cell::LazyCell;
use std::ops::Range;

/// Characters on either side by which it is seen what is left over.
const CONTEXT: usize = 5;

/// How often the form that is taken for right must stand in the issue.
const OFTEN: usize = 2;

/// What the issue writes, in strings of four and of five characters, and how often.
struct Written<'a> {
    strings: FxHashMap<&'a str, usize>,
    /// What stands between two characters and two, five in all.
    between: FxHashMap<(&'a str, &'a str), Vec<&'a str>>,
    /// The two characters that follow two.
    following: FxHashMap<&'a str, Vec<&'a str>>,
}

/// Reports each such place with the form that the issue has elsewhere.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let lexicon = Lexicon::get();
    let written = Written::of(reading);
    let mut told = Vec::new();
    for (order, passage) in reading.passages.iter().filter(|passage| !passage.part.is_name()).enumerate() {
        let text = passage.as_str();
        for run in han_runs(text) {
            let mut from = run.start;
            for (at, ch) in text[run.clone()].char_indices() {
                let here = run.start + at..run.start + at + ch.len_utf8();
                if here.start < from || !is_bound(ch) || passage.is_quoted(&here) {
                    continue;
                }
                if let Some((range, other)) = variant(text, &run, here, &written, lexicon) {
                    from = range.end;
                    told.push((order, range.clone()));
                    let found = passage.found(Code::TermVaries, range).related(place_of(&other, reading));
                    sink.push(found.with("other", other));
                }
            }
        }
    }
    term_near::advise(reading, told, sink);
}

/// Where a form stands first in the issue.
fn place_of(form: &str, reading: &Reading<'_>) -> Option<Place> {
    let found = |passage: &Passage<'_>| passage.as_str().find(form).and_then(|at| passage.place(at..at + form.len()));
    reading.passages.iter().filter(|passage| !passage.part.is_name()).find_map(found)
}

impl<'a> Written<'a> {
    fn of(reading: &Reading<'a>) -> Self {
        let mut written =
            Self { strings: FxHashMap::default(), between: FxHashMap::default(), following: FxHashMap::default() };
        for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
            let text: &'a str = passage.as_str();
            for run in han_runs(text) {
                let starts = starts(text, &run);
                for ends in starts.windows(5) {
                    *written.strings.entry(&text[ends[0]..ends[4]]).or_default() += 1;
                    written.following.entry(&text[ends[0]..ends[2]]).or_default().push(&text[ends[2]..ends[4]]);
                }
                for ends in starts.windows(6) {
                    *written.strings.entry(&text[ends[0]..ends[5]]).or_default() += 1;
                    let sides = (&text[ends[0]..ends[2]], &text[ends[3]..ends[5]]);
                    written.between.entry(sides).or_default().push(&text[ends[2]..ends[3]]);
                }
            }
        }
        written
    }

    fn count(&self, string: &str) -> usize {
        self.strings.get(string).copied().unwrap_or(0)
    }
}

/// The place and the form that the issue has elsewhere, if a character is too many, has lost its neighbour or
/// stands for another.
fn variant(
    text: &str,
    run: &Range<usize>,
    here: Range<usize>,
    written: &Written<'_>,
    lexicon: &Lexicon,
) -> Option<(Range<usize>, String)> {
    let (left, right) = (back(text, here.start, 2), ahead(text, here.end, 2));
    let is_inside = left >= run.start && right <= run.end;
    let (before, ch, behind) = (&text[left..here.start], &text[here.clone()], &text[here.end..right.max(here.end)]);
    if !is_inside || before.chars().count() < 2 || behind.chars().count() < 2 {
        return None;
    }
    if written.count(&text[left..right]) > 1 {
        return None;
    }
    let start = back(text, left, CONTEXT - 2).max(run.start);
    let stop = ahead(text, right, CONTEXT - 2).min(run.end);
    let pieces = LazyCell::new(|| lexicon.pieces(&text[start..stop]));
    let mends = |middle: &str| {
        lexicon.pieces(&format!("{}{middle}{}", &text[start..here.start], &text[here.end..stop])) < *pieces
    };
    let whole = |middle: &str| (left..right, format!("{before}{middle}{behind}"));
    if written.count(&format!("{before}{behind}")) >= OFTEN && mends("") {
        return Some(whole(""));
    }
    let others = written.between.get(&(before, behind)).into_iter().flatten();
    let other = others
        .filter(|other| **other != ch)
        .find(|other| written.count(&format!("{before}{other}{behind}")) > OFTEN && mends(other));
    if let Some(other) = other {
        return Some(whole(other));
    }
    lost((before, ch, behind), written, lexicon).filter(|middle| mends(middle)).map(|middle| whole(&middle))
}

/// The word of which a character is the half that is left, if the issue has it both behind what stands before
/// and before what stands behind.
fn lost((before, ch, behind): (&str, &str, &str), written: &Written<'_>, lexicon: &Lexicon) -> Option<String> {
    let words = written.following.get(before).into_iter().flatten();
    let halves = words.filter(|word| word.starts_with(ch) || word.ends_with(ch));
    let found = halves.filter(|word| lexicon.is_word(word)).find(|word| {
        let (first, second) = (written.count(&format!("{before}{word}")), written.count(&format!("{word}{behind}")));
        first > 0 && second > 0 && first + second > OFTEN
    });
    found.map(|word| (*word).to_owned())
}
