//! A person whom an article introduces with a post, or who signs it, and whose name stands otherwise later in its text:
//! `主任闻砚舟主持。闻砚州强调`. It speaks under the code of `name_varies`.
//!
//! Source: newsroom practice (校对通例): one name in one issue.
//! False alarms: only names of three characters are compared, only within one article, and never with a name that stands
//! behind a post itself, or that stands twice: that is another person. What differs in one character must be no word, alone or with its
//! neighbours, and in an enumeration of persons the two characters must be such as are taken for each other. So must they be
//! where the surname differs. Quoted text is left alone.

use super::name_varies::{COMMON, FOLLOWING};
use crate::char_set::CharSet;
use crate::diagnostic::{Code, Sink};
use crate::proof::confusables::are_alike;
use crate::proof::words::{Lexicon, Run, ahead, back, is_han};
use crate::proof::{Part, Passage, Reading, posts};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Names by which of their three characters is left out, and the two others.
type Index<'a> = FxHashMap<u64, &'a str>;

/// What else stands before a name, beside posts.
const PERSONS: &[&str] =
    &["居民", "村民", "教师", "医生", "律师", "同志", "任命", "免去", "接受", "市民", "业主", "队员", "社工", "网格员"];

/// What stands behind a name.
const TITLES: &[&str] = &["委员", "代表", "同志", "主任", "书记"];

/// With what those before a name end, and with what those behind begin.
static PERSONS_END: CharSet = CharSet::lasts(PERSONS);
static TITLES_BEGIN: CharSet = CharSet::firsts(TITLES);

/// Reads the articles one by one.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let lexicon = Lexicon::get();
    let behind: Vec<_> = reading.passages.iter().map(behind_posts).collect();
    let introduced: BTreeSet<&str> = behind.iter().flatten().copied().collect();
    for order in 0..reading.issue.entries.len() {
        let mut index = Index::default();
        for (passage, names) in reading.passages.iter().zip(&behind).filter(|(passage, _)| passage.entry == Some(order))
        {
            let names = names.iter().copied().filter(|name| is_whole(passage, name, lexicon));
            let signed = Some(passage.as_str()).filter(|_| passage.part == Part::Name);
            for name in names.chain(signed) {
                for left_out in 0..3 {
                    if let Some(three) = three(name) {
                        index.entry(others(three, left_out)).or_insert(name);
                    }
                }
            }
        }
        let prose = reading.of_entry(order).filter(|passage| passage.part.is_prose() && !index.is_empty());
        let found: Vec<_> = prose
            .flat_map(|passage| like(passage, &index, &introduced, lexicon).into_iter().map(move |it| (passage, it)))
            .collect();
        // What stands twice is another person.
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (passage, (here, _)) in &found {
            *counts.entry(&passage.as_str()[here.clone()]).or_default() += 1;
        }
        for (passage, (here, other)) in &found {
            if counts.get(&passage.as_str()[here.clone()]) == Some(&1) {
                sink.push(passage.found(Code::NameVaries, here.clone()).with("other", *other));
            }
        }
    }
}

/// The three characters of a name of three.
fn three(name: &str) -> Option<[char; 3]> {
    let mut chars = name.chars();
    let found = [chars.next()?, chars.next()?, chars.next()?];
    (chars.next().is_none() && found.into_iter().all(is_han)).then_some(found)
}

/// Which of the three characters of a name is left out, and the two others, as one number.
fn others([first, second, third]: [char; 3], left_out: usize) -> u64 {
    let (one, other) = match left_out {
        0 => (second, third),
        1 => (first, third),
        _ => (first, second),
    };
    // No character has more than 21 bits.
    (left_out as u64) << 42 | u64::from(one) << 21 | u64::from(other)
}

/// What stands behind the posts of a passage and begins with a surname, three characters each.
fn behind_posts<'a>(passage: &Passage<'a>) -> Vec<&'a str> {
    if !passage.part.is_prose() && !passage.part.is_title() {
        return Vec::new();
    }
    let text: &'a str = passage.as_str();
    let chars = passage.chars.iter().enumerate();
    let surnames = chars.filter(|(_, (_, ch))| posts::may_be_surname(*ch)).map(|(order, (at, _))| (order, *at));
    let behind = surnames.filter(|(order, at)| is_introduced(passage, *order, *at));
    behind.filter_map(|(_, at)| text.get(at..ahead(text, at, 3))).filter(|name| three(name).is_some()).collect()
}

/// Whether what stands before the character of an order, or behind a name that begins with it, stands beside names.
fn is_introduced(passage: &Passage<'_>, order: usize, at: usize) -> bool {
    let before = &passage.as_str()[..at];
    let last = order.checked_sub(1).map(|before| passage.chars[before].1);
    let is_person = |last| PERSONS_END.contains(last) && PERSONS.iter().any(|word| before.ends_with(word));
    let behind = passage.chars.get(order + 3).filter(|(_, ch)| TITLES_BEGIN.contains(*ch));
    let is_title = |behind: usize| TITLES.iter().any(|title| passage.as_str()[behind..].starts_with(title));
    posts::ending(before).is_some()
        || last.is_some_and(is_person)
        || (behind.is_some_and(|(at, _)| is_title(*at)) && last.is_none_or(|ch| "，。；：、".contains(ch)))
}

/// Whether a name behind a post is surely one of three characters: no name of two before a verb, and no word.
fn is_whole(passage: &Passage<'_>, name: &str, lexicon: &Lexicon) -> bool {
    let Some(at) = passage.as_str().find(name) else { return false };
    let text = passage.as_str();
    let last = back(text, at + name.len(), 1);
    let joined = &text[last..ahead(text, last, 2)];
    let goes_on =
        joined.chars().all(is_han) && joined.len() > text[last..at + name.len()].len() && lexicon.is_word(joined);
    let given = &text[ahead(text, at, 1)..at + name.len()];
    let first = &text[at..last];
    !goes_on
        && !lexicon.is_word(first)
        && !(lexicon.is_word(given) && (name.starts_with(COMMON) || !name.starts_with(posts::is_surname)))
}

/// What a passage has that is one character off a name, with the name.
fn like<'a>(
    passage: &Passage<'a>,
    index: &Index<'a>,
    introduced: &BTreeSet<&str>,
    lexicon: &Lexicon,
) -> Vec<(Range<usize>, &'a str)> {
    let mut found: Vec<(Range<usize>, &'a str)> = Vec::new();
    for run in passage.runs() {
        for (order, chars) in run.chars.array_windows::<3>().enumerate() {
            let here = run.start(order)..run.start(order + 3);
            let written = chars.map(|(_, ch)| ch);
            let names = (0..3).filter_map(|left_out| Some((left_out, *index.get(&others(written, left_out))?)));
            let mut names =
                names.filter(|(left_out, name)| is_meant(passage.as_str(), &here, &run, name, *left_out, lexicon));
            if found.last().is_none_or(|(last, _)| last.end <= here.start)
                && let Some((_, name)) = names.next()
                && !passage.is_quoted(&here)
                && !introduced.contains(&passage.as_str()[here.clone()])
            {
                found.push((here, name));
            }
        }
    }
    found
}

/// Whether three characters that differ from a name in one are meant as the name.
fn is_meant(text: &str, here: &Range<usize>, run: &Run<'_>, name: &str, differing: usize, lexicon: &Lexicon) -> bool {
    let written = &text[here.clone()];
    if written == name {
        return false;
    }
    let (Some(one), Some(other)) = (written.chars().nth(differing), name.chars().nth(differing)) else { return false };
    let (second, third) = (ahead(written, 0, 1), ahead(written, 0, 2));
    let is_word = |from: usize, to: usize| to > from && lexicon.is_word(&text[from..to]);
    let before = back(text, here.start, 1).max(run.range.start);
    let is_alike = are_alike(one, other);
    let is_inside = lexicon.is_word(&written[..third]) || lexicon.is_word(&written[second..]);
    let is_joined = (is_inside && !is_alike)
        || (before < here.start && is_word(before, here.start + second))
        || (differing == 2
            && (1..=2).any(|count| {
                let to = ahead(text, here.end, count).min(run.range.end);
                to > here.end && is_word(here.start + third, to)
            }));
    let is_listed = text[..here.start].ends_with('、') || text[here.end..].starts_with('、');
    // What is taken for the last character of a name may be a verb behind a name of two.
    let is_verb = name.ends_with(|ch| FOLLOWING.contains(ch)) || (differing == 2 && FOLLOWING.contains(one));
    !is_joined && (is_alike || (differing > 0 && !is_listed && !is_verb))
}
