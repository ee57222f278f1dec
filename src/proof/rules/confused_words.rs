//! A common word with one character that is taken for another: `峻工` for 竣工, `愿忘` for 愿望. It speaks under the code
//! of `idiom_off`.
//!
//! Source: newsroom practice (校对通例: 形近字、音近字).
//! False alarms: words are those of `data/common.txt`, changes those of `data/confusables.txt`. What stands there must be no
//! word itself nor two of one character each (`data/also_words.txt`, `data/alone.txt`), and where it is parted best with its neighbours the change must make it a word and leave less over:
//! in `严峻工作` it is a chance meeting. What may stand for two words is left alone, as are quotations and names.

use crate::diagnostic::{Code, Sink};
use crate::proof::words::{Lexicon, ahead, back, han_runs};
use crate::proof::{Passage, Reading, posts};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Characters that are taken for one another.
const CONFUSABLES: &str = include_str!("../data/confusables.txt");

/// Frequent words.
const COMMON: &str = include_str!("../data/common.txt");

/// Words that are one such character off a frequent one.
const ALSO: &str = include_str!("../data/also_words.txt");

/// Characters that often stand as words of their own.
const ALONE: &str = include_str!("../data/alone.txt");

/// Characters on either side by which words are seen.
const CONTEXT: usize = 5;

/// By how much the change must lower what the text costs: more than a word.
const GAIN: usize = 12;

/// What is written for words, with the words; none where it may stand for two.
static FORMS: LazyLock<FxHashMap<String, Option<&'static str>>> = LazyLock::new(forms);

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let lexicon = Lexicon::get();
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let text = passage.as_str();
        for run in han_runs(text) {
            let mut from = run.start;
            for (at, _) in text[run.clone()].char_indices() {
                let start = run.start + at;
                let found = (start >= from).then(|| slip(passage, start, &run, lexicon)).flatten();
                if let Some((range, word)) = found {
                    from = range.end;
                    sink.push(passage.found(Code::IdiomOff, range).with("other", word));
                }
            }
        }
    }
}

/// Whether one of two characters is taken for the other.
pub(super) fn are_alike(one: char, other: char) -> bool {
    listed(CONFUSABLES).any(|group| group.contains(one) && group.contains(other))
}

/// What stands for a word here, and the word; the longest of them.
fn slip(
    passage: &Passage<'_>,
    start: usize,
    run: &Range<usize>,
    lexicon: &Lexicon,
) -> Option<(Range<usize>, &'static str)> {
    let text = passage.as_str();
    (2..=4).rev().find_map(|count| {
        let range = start..ahead(text, start, count);
        let word = FORMS.get(text.get(range.clone())?).copied().flatten()?;
        let is_inside = range.end <= run.end && !passage.is_quoted(&range);
        (is_inside && is_slip(text, &range, word, run, lexicon)).then_some((range, word))
    })
}

/// Whether the words round a place are better with the word in it.
fn is_slip(text: &str, range: &Range<usize>, word: &str, run: &Range<usize>, lexicon: &Lexicon) -> bool {
    let start = back(text, range.start, CONTEXT).max(run.start);
    let stop = ahead(text, range.end, CONTEXT).min(run.end);
    let is_named = posts::ending(&text[..range.start]).is_some() && text[range.start..].starts_with(posts::is_surname);
    if lexicon.is_word(&text[range.clone()]) || is_named {
        return false;
    }
    let (cost, parts) = lexicon.parted(&text[start..stop]);
    let (mended, ends) = lexicon.parted(&format!("{}{word}{}", &text[start..range.start], &text[range.end..stop]));
    let from = range.start - start;
    let begins = from == 0 || ends.contains(&from);
    let is_whole = ends.iter().find(|end| **end > from) == Some(&(from + word.len()));
    // A single character beside it makes it part of a name: `托绍夫斯基二日`.
    let is_single = |at: usize, end: usize| {
        let is_part = (at == 0 || parts.contains(&at)) && parts.contains(&end) && end > at;
        is_part && text[start + at..start + end].chars().all(|ch| !ALONE.contains(ch))
    };
    let before = back(text, range.start, 1).max(start) - start;
    let behind = ahead(text, range.end, 1).min(stop) - start;
    if is_single(before, from) || is_single(range.end - start, behind) {
        return false;
    }
    begins && is_whole && cost >= mended + GAIN
}

/// The words of a list.
fn listed(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// Every word with one character changed for another of its groups.
fn forms() -> FxHashMap<String, Option<&'static str>> {
    let mut others: FxHashMap<char, Vec<char>> = FxHashMap::default();
    for group in listed(CONFUSABLES) {
        for ch in group.chars() {
            others.entry(ch).or_default().extend(group.chars().filter(|other| *other != ch));
        }
    }
    let mut forms: FxHashMap<String, Option<&'static str>> = FxHashMap::default();
    for word in listed(COMMON) {
        for (at, ch) in word.char_indices() {
            for other in others.get(&ch).into_iter().flatten() {
                let form = format!("{}{other}{}", &word[..at], &word[at + ch.len_utf8()..]);
                forms
                    .entry(form)
                    .and_modify(|known| *known = known.filter(|known| *known == word))
                    .or_insert(Some(word));
            }
        }
    }
    for word in listed(COMMON).chain(listed(ALSO)) {
        forms.remove(word);
    }
    // Two words of one character may meet anywhere.
    let alone: FxHashSet<char> = listed(ALONE).flat_map(str::chars).collect();
    forms.retain(|form, _| form.chars().count() > 2 || !form.chars().all(|ch| alone.contains(&ch)));
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confused_words_are_told_from_chance() {
        let lexicon = Lexicon::get();
        let is_told = |text: &str, form: &str| {
            let at = text.find(form).unwrap_or_default();
            let word = FORMS.get(form).copied().flatten();
            word.is_some_and(|word| is_slip(text, &(at..at + form.len()), word, &(0..text.len()), lexicon))
        };
        assert!(is_told("项目已经峻工验收", "峻工"));
        assert!(!is_told("面对严峻工作形势", "峻工"));
    }
}
