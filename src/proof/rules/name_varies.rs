//! A person's name written two ways in one issue, one character off.
//!
//! Source: newsroom practice (校对通例): one name in one issue.
//! False alarms: only names of three or four characters with one surname are compared. A name in the text is
//! known by the post before it, and must either be like a name of the bylines, the staff or the lists, or like
//! one that the text has twice and more before different words. Two persons of the bylines with like names
//! are told as advice, unless they write for one unit: there may be two.

use crate::diagnostic::{Code, Diagnostic, Severity, Sink};
use crate::model::{Text, WordKind};
use crate::proof::words::{Lexicon, ahead, is_han};
use crate::proof::{Part, Passage, Reading, posts};
use std::collections::BTreeMap;
use std::ops::Range;

/// With what a verb begins that follows a name of two characters.
pub(super) const FOLLOWING: &str = "说讲在对和等就率带到向与及出主代为作于从将也还则都曾当任同以已又会是的了做表指强要介参看来去听陪认并先分前共首亲提深";

/// Surnames that are frequent words as well.
pub(super) const COMMON: &[char] =
    &['高', '方', '白', '金', '石', '万', '严', '武', '于', '向', '江', '马', '黄', '常', '全', '安'];

/// A name in the text: where, what follows it.
struct Met<'p, 'a> {
    passage: &'p Passage<'a>,
    range: Range<usize>,
    next: Option<char>,
}

/// Compares bylines with each other, and names of the text with these and with each other.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    bylines(reading, sink);
    let known = known(reading);
    let lexicon = Lexicon::get();
    let mut met: BTreeMap<&str, Vec<Met<'_, '_>>> = BTreeMap::new();
    for passage in reading.passages.iter().filter(|passage| passage.part.is_prose() || passage.part.is_title()) {
        for name in named(passage) {
            met.entry(&passage.as_str()[name.range.clone()]).or_default().push(name);
        }
    }
    let often = met.iter().filter(|(_, places)| is_sure(places)).map(|(name, _)| *name);
    let often: Vec<_> = often.collect();
    for (name, places) in &met {
        if known.contains(name) {
            continue;
        }
        let like = known.iter().copied().find(|other| is_like(name, other));
        let like = like.or_else(|| often.iter().copied().find(|other| places.len() == 1 && is_like(name, other)));
        let Some(other) = like else { continue };
        for place in places.iter().filter(|place| ends_there(place, other, lexicon)) {
            sink.push(place.passage.found(Code::NameVaries, place.range.clone()).with("other", other));
        }
    }
}

/// The names that stand as such in the issue and its publication.
fn known<'a>(reading: &Reading<'a>) -> Vec<&'a str> {
    let bylines = reading.passages.iter().filter(|passage| passage.part == Part::Name).map(Passage::as_str);
    let staff = reading.issue.staff.iter().chain(&reading.publication.staff).flat_map(|line| &line.names);
    let day = reading.issue.date.value;
    let lists = reading.publication.words.iter().filter(|row| row.kind == WordKind::Name && row.holds_on(day));
    let lists = lists.map(|row| row.right.as_str());
    bylines.chain(reading.issue.editor.iter().chain(staff).map(Text::as_str)).chain(lists).collect()
}

/// Tells names of bylines and staff that are like one another, the later of the two.
fn bylines(reading: &Reading<'_>, sink: &mut Sink) {
    let units = |entry: Option<usize>| -> Vec<&str> {
        let passages = entry.into_iter().flat_map(|entry| reading.of_entry(entry));
        passages.filter(|passage| passage.part == Part::Unit).map(Passage::as_str).collect()
    };
    let names: Vec<_> = reading.passages.iter().filter(|passage| passage.part == Part::Name).collect();
    for (at, passage) in names.iter().enumerate() {
        let same = |other: &&&Passage<'_>| other.as_str() == passage.as_str();
        if names[..at].iter().any(|other| same(&other)) {
            continue;
        }
        // Two in one byline are two.
        let mut others = names[..at].iter().filter(|other| other.entry != passage.entry);
        if let Some(other) = others.find(|other| is_like(passage.as_str(), other.as_str())) {
            let (first, second) = (units(other.entry), units(passage.entry));
            let is_one = first.iter().any(|unit| second.contains(unit));
            sink.push(told(passage.text, other.text, if is_one { Severity::Warning } else { Severity::Advice }));
        }
    }
    let day = reading.issue.date.value;
    let lists = reading.publication.words.iter().filter(|row| row.kind == WordKind::Name && row.holds_on(day));
    let lists: Vec<_> = lists.collect();
    let staff = reading.issue.staff.iter().flat_map(|line| &line.names).chain(&reading.issue.editor);
    for name in staff.chain(names.iter().map(|passage| passage.text)) {
        let is_listed = lists.iter().any(|row| row.right == name.as_str());
        let like = lists.iter().find(|row| !is_listed && is_like(name.as_str(), &row.right));
        if let Some(row) = like {
            let found = Diagnostic::new(Code::NameVaries, name.whole_place()).with("written", name.as_str());
            let mut found = found.with("other", row.right.as_str()).related(row.place);
            found.severity = Severity::Advice;
            sink.push(found);
        }
    }
}

fn told(name: &Text, other: &Text, severity: Severity) -> Diagnostic {
    let found = Diagnostic::new(Code::NameVaries, name.whole_place()).with("written", name.as_str());
    let mut found = found.with("other", other.as_str()).related(other.whole_place());
    found.severity = severity;
    found
}

/// The names of three characters behind the posts of a passage.
fn named<'p, 'a>(passage: &'p Passage<'a>) -> Vec<Met<'p, 'a>> {
    let text = passage.as_str();
    let mut found = Vec::new();
    for (at, ch) in text.char_indices() {
        if !posts::is_surname(ch) || posts::ending(&text[..at]).is_none() {
            continue;
        }
        let range = at..ahead(text, at, 3);
        let name = &text[range.clone()];
        if name.chars().count() == 3 && name.chars().all(is_han) && !passage.is_quoted(&range) {
            let next = text[range.end..].chars().next();
            found.push(Met { passage, range, next });
        }
    }
    found
}

/// Whether three characters are surely a name: they stand twice and more, before different characters.
fn is_sure(places: &[Met<'_, '_>]) -> bool {
    places.iter().any(|place| place.next != places[0].next)
}

/// Whether two names have one surname and differ in one character.
fn is_like(name: &str, other: &str) -> bool {
    let differing = name.chars().zip(other.chars()).filter(|(a, b)| a != b).count();
    let count = name.chars().count();
    count >= 3 && count == other.chars().count() && differing == 1 && name.chars().next() == other.chars().next()
}

/// Whether the name ends where it is taken to end: it is no name of two characters before a verb.
fn ends_there(place: &Met<'_, '_>, other: &str, lexicon: &Lexicon) -> bool {
    let text = place.passage.as_str();
    let name = &text[place.range.clone()];
    let last = name.chars().next_back();
    let given = &text[ahead(text, place.range.start, 1)..place.range.end];
    // 代表高质量履职
    if name.starts_with(COMMON) && lexicon.is_word(given) {
        return false;
    }
    if last == other.chars().next_back() {
        return true;
    }
    let start = place.range.end - last.map_or(0, char::len_utf8);
    let joined = &text[start..ahead(text, start, 2)];
    let goes_on = place.next.is_some_and(is_han) && lexicon.is_word(joined);
    !goes_on && !last.is_some_and(|last| FOLLOWING.contains(last))
}
