//! The second half of `term_varies`: what stands once and is one inner character off what stands often, though
//! every word of it is sound. There may be a reason for that, so it is advice.

use crate::diagnostic::{Code, Severity, Sink};
use crate::proof::words::han_runs;
use crate::proof::{Passage, Reading};
use std::collections::BTreeMap;
use std::ops::Range;

/// How often a form must stand for a place to be told as advice.
const VERY_OFTEN: usize = 3;

/// Characters of a form of which one may be off.
const FORM: usize = 6;

/// The characters of a form of which one may be off: two stand on either side.
const INNER: Range<usize> = 2..FORM - 2;

/// Function words, that come and go.
const FREE: &str = "的地得了着和与及或等之各其所又也都还将已并而在从对于为以中上下内外里新大小多全本该此这那两几每某一二三四五六七八九十不未无总副正省市县区乡镇街街道村会";

/// Where strings of some characters stand in the texts, by passage and byte.
type Places<'a> = BTreeMap<&'a str, Vec<(usize, usize)>>;

/// The strings of an issue that a form may be compared with.
struct Strings<'a> {
    shorter: Places<'a>,
    alike: Places<'a>,
    longer: Places<'a>,
    /// Strings of a form's length that stand once, by what is left without one of their characters.
    by_rest: BTreeMap<(usize, String), Vec<&'a str>>,
    /// Strings one character longer that stand once, by what is left without one.
    by_longer: BTreeMap<String, Vec<(usize, &'a str)>>,
}

/// Tells each such place with the form; places that are `told` already are left out.
pub(super) fn advise(reading: &Reading<'_>, mut told: Vec<(usize, Range<usize>)>, sink: &mut Sink) {
    let passages: Vec<_> = reading.passages.iter().filter(|passage| !passage.part.is_name()).collect();
    let strings = Strings::of(&passages);
    for (form, _) in strings.alike.iter().filter(|(_, places)| places.len() >= VERY_OFTEN) {
        for (order, range) in strings.near(form) {
            let overlaps = |place: &Range<usize>| place.start < range.end && range.start < place.end;
            let is_told = told.iter().any(|(other, place)| *other == order && overlaps(place));
            let passage = passages[order];
            if !is_told && !passage.is_quoted(&range) {
                let mut found = passage.found(Code::TermVaries, range.clone()).with("other", *form);
                found.severity = Severity::Advice;
                sink.push(found);
            }
            told.push((order, range));
        }
    }
}

impl<'a> Strings<'a> {
    fn of(passages: &[&Passage<'a>]) -> Self {
        let alike = strings(passages, FORM);
        let longer = strings(passages, FORM + 1);
        let mut by_rest: BTreeMap<(usize, String), Vec<&'a str>> = BTreeMap::new();
        for (string, _) in alike.iter().filter(|(_, places)| places.len() == 1) {
            for at in INNER {
                by_rest.entry((at, without(string, at))).or_default().push(string);
            }
        }
        let mut by_longer: BTreeMap<String, Vec<(usize, &'a str)>> = BTreeMap::new();
        for (string, _) in longer.iter().filter(|(_, places)| places.len() == 1) {
            for at in 2..FORM - 1 {
                by_longer.entry(without(string, at)).or_default().push((at, string));
            }
        }
        Self { shorter: strings(passages, FORM - 1), alike, longer, by_rest, by_longer }
    }

    /// Where strings stand that stand once and are one telling character off a form.
    fn near(&self, form: &str) -> Vec<(usize, Range<usize>)> {
        let mut near: Vec<&str> = Vec::new();
        for at in INNER.filter(|at| is_telling(form, *at)) {
            let rest = without(form, at);
            let lost = self.shorter.get_key_value(rest.as_str()).filter(|(_, places)| places.len() == 1);
            near.extend(lost.map(|(string, _)| *string));
            let others = self.by_rest.get(&(at, rest)).into_iter().flatten();
            near.extend(others.filter(|string| is_telling(string, at)));
        }
        let more = self.by_longer.get(form).into_iter().flatten();
        near.extend(more.filter(|(at, string)| is_telling(string, *at)).map(|(_, string)| *string));
        let places = near.into_iter().filter_map(|string| {
            let places = [&self.shorter, &self.alike, &self.longer].into_iter().find_map(|found| found.get(string))?;
            let (order, start) = *places.first()?;
            Some((order, start..start + string.len()))
        });
        places.collect()
    }
}

/// The strings of so many han characters of all texts, with their places.
fn strings<'a>(passages: &[&Passage<'a>], count: usize) -> Places<'a> {
    let mut found = Places::new();
    for (order, passage) in passages.iter().enumerate() {
        let text: &'a str = passage.as_str();
        for run in han_runs(text) {
            let starts: Vec<usize> =
                text[run.clone()].char_indices().map(|(at, _)| run.start + at).chain([run.end]).collect();
            for ends in starts.windows(count + 1) {
                found.entry(&text[ends[0]..ends[count]]).or_default().push((order, ends[0]));
            }
        }
    }
    found
}

/// A string without one of its characters.
fn without(string: &str, at: usize) -> String {
    string.chars().enumerate().filter(|(order, _)| *order != at).map(|(_, ch)| ch).collect()
}

/// Whether a character of a string is no function word.
fn is_telling(string: &str, at: usize) -> bool {
    string.chars().nth(at).is_some_and(|ch| !FREE.contains(ch))
}
