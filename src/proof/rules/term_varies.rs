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
use crate::proof::strings::{Longer, Strings};
use crate::proof::words::{Lexicon, is_bound};
use crate::proof::{Passage, Reading};
use rustc_hash::FxHashMap;
use std::cell::LazyCell;
use std::ops::Range;

/// Characters on either side by which it is seen what is left over.
const CONTEXT: usize = 5;

/// How often the form that is taken for right must stand in the issue.
const OFTEN: u32 = 2;

/// What the issue writes, in strings of four and of five characters, and how often.
struct Written<'r, 'a> {
    strings: Strings<'r, 'a>,
    fives: Longer,
    /// What stands oftener between two characters and two, by the numbers of these.
    between: FxHashMap<(u32, u32), Vec<char>>,
}

/// Reports each such place with the form that the issue has elsewhere.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let lexicon = Lexicon::get();
    let written = Written::of(reading);
    let strings = &written.strings;
    let mut told = Vec::new();
    for run in &strings.runs {
        let mut from = run.start;
        // Two characters stand before it, and two behind.
        for here in run.start + 2..run.end.saturating_sub(2) {
            if here < from || !is_bound(strings.ch(here)) {
                continue;
            }
            let (order, place) = strings.spot(here..here + 1);
            let passage = strings.passages[order];
            if !passage.is_quoted(&place)
                && let Some(other) = variant(run, here, &written, lexicon)
            {
                from = here + 3;
                let (_, range) = strings.spot(here - 2..here + 3);
                told.push((order, range.clone()));
                let found = passage.found(Code::TermVaries, range).related(place_of(&other, reading));
                sink.push(found.with("other", other));
            }
        }
    }
    term_near::advise(strings, told, sink);
}

/// Where a form stands first in the issue.
fn place_of(form: &str, reading: &Reading<'_>) -> Option<Place> {
    let found = |passage: &Passage<'_>| passage.as_str().find(form).and_then(|at| passage.place(at..at + form.len()));
    reading.passages.iter().filter(|passage| !passage.part.is_name()).find_map(found)
}

impl<'r, 'a> Written<'r, 'a> {
    fn of(reading: &'r Reading<'a>) -> Self {
        let strings = Strings::of(reading);
        let fives = strings.longer::<5>(OFTEN);
        let mut between: FxHashMap<(u32, u32), Vec<char>> = FxHashMap::default();
        for at in fives.often(OFTEN + 1) {
            between.entry((strings.two(at), strings.two(at + 3))).or_default().push(strings.ch(at + 2));
        }
        Self { strings, fives, between }
    }
}

/// The form that the issue has elsewhere, if a character of a run is too many, has lost its neighbour or stands for
/// another.
fn variant(run: &Range<usize>, here: usize, written: &Written<'_, '_>, lexicon: &Lexicon) -> Option<String> {
    let strings = &written.strings;
    let (left, right) = (here - 2, here + 3);
    if strings.count_longer::<5>(left, &written.fives) > 1 {
        return None;
    }
    let start = left.saturating_sub(CONTEXT - 2).max(run.start);
    let stop = (right + CONTEXT - 2).min(run.end);
    let pieces = LazyCell::new(|| lexicon.pieces(strings.text(start..stop)));
    let mends = |middle: &str| {
        let mended = format!("{}{middle}{}", strings.text(start..here), strings.text(here + 1..stop));
        lexicon.pieces(&mended) < *pieces
    };
    let (before, behind) = (strings.two(left), strings.two(here + 1));
    let whole = |middle: &str| format!("{}{middle}{}", strings.text_of(before), strings.text_of(behind));
    if strings.count(before, behind) >= OFTEN && mends("") {
        return Some(whole(""));
    }
    let ch = strings.ch(here);
    let others = written.between.get(&(before, behind)).into_iter().flatten().filter(|other| **other != ch);
    let other = others.map(|other| other.to_string()).find(|other| mends(other));
    let other = other.or_else(|| lost((before, ch, behind), strings, lexicon).filter(|word| mends(word)));
    other.map(|middle| whole(&middle))
}

/// The word of which a character is the half that is left, if the issue has it both behind what stands before
/// and before what stands behind.
fn lost((before, ch, behind): (u32, char, u32), strings: &Strings<'_, '_>, lexicon: &Lexicon) -> Option<String> {
    let words = strings.following(before).map(|word| (word, strings.text_of(word)));
    let halves = words.filter(|(_, text)| text.starts_with(ch) || text.ends_with(ch));
    let mut often = halves.filter(|(word, _)| {
        let (first, second) = (strings.count(before, *word), strings.count(*word, behind));
        second > 0 && first + second > OFTEN
    });
    often.find(|(_, text)| lexicon.is_word(text)).map(|(_, text)| text.to_owned())
}
