//! A common word with one character that is taken for another: `峻工` for 竣工, `愿忘` for 愿望. It speaks under the code
//! of `idiom_off`.
//!
//! Source: newsroom practice (校对通例: 形近字、音近字).
//! False alarms: words are those of `data/common.txt`, changes those of `data/confusables.txt`. What stands there must be no
//! word itself nor two of one character each (`data/also_words.txt`, `data/alone.txt`), and where it is parted best with its neighbours the change must make it a word and leave less over:
//! in `严峻工作` it is a chance meeting. What may stand for two words is left alone, as are quotations and names.

use crate::diagnostic::{Code, Sink};
use crate::proof::few::Few;
use crate::proof::words::{Lexicon, ahead, back, han_runs, starts, words_of};
use crate::proof::{Passage, Reading, posts};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Characters that are taken for one another.
const CONFUSABLES: &str = include_str!("../data/confusables.txt");

/// Words that are one such character off a frequent one.
const ALSO: &str = include_str!("../data/also_words.txt");

/// Characters that often stand as words of their own.
const ALONE: &str = include_str!("../data/alone.txt");

/// Characters on either side by which words are seen.
const CONTEXT: usize = 5;

/// Characters of the longest word that is looked for.
const LONGEST: usize = 4;

/// By how much the change must lower what the text costs: more than a word.
const GAIN: usize = 12;

/// The lists, taken apart.
struct Lists {
    /// What a character is taken for.
    others: FxHashMap<char, Vec<char>>,
    also: FxHashSet<Few>,
    alone: FxHashSet<char>,
}

/// The lists of the program.
static LISTS: LazyLock<Lists> = LazyLock::new(Lists::new);

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let (lists, lexicon) = (&*LISTS, Lexicon::get());
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let text = passage.as_str();
        for run in han_runs(text) {
            let starts = starts(text, &run);
            // Only a character that is taken for others can be one too many.
            let is_taken: Vec<bool> = text[run.clone()].chars().map(|ch| lists.others.contains_key(&ch)).collect();
            let mut from = run.start;
            for (order, start) in starts[..is_taken.len()].iter().enumerate() {
                let taken = is_taken.iter().skip(order).take(LONGEST).any(|is_taken| *is_taken);
                if !taken || *start < from {
                    continue;
                }
                let ends = &starts[order..(order + LONGEST + 1).min(starts.len())];
                if let Some((range, word)) = slip(passage, ends, &run, lists, lexicon) {
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

/// What stands for a word here, and the word; the longest of them. `ends` tells where the first character begins, and
/// where it and those behind it end.
fn slip(
    passage: &Passage<'_>,
    ends: &[usize],
    run: &Range<usize>,
    lists: &Lists,
    lexicon: &Lexicon,
) -> Option<(Range<usize>, String)> {
    let text = passage.as_str();
    (2..ends.len()).rev().find_map(|count| {
        let range = ends[0]..ends[count];
        let word = lists.word_for(Few::of(&text[range.clone()])?, lexicon)?;
        let is_slip = !passage.is_quoted(&range) && is_slip(text, &range, &word, run, lexicon);
        is_slip.then_some((range, word))
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

impl Lists {
    fn new() -> Self {
        let mut others: FxHashMap<char, Vec<char>> = FxHashMap::default();
        for group in listed(CONFUSABLES) {
            for ch in group.chars() {
                others.entry(ch).or_default().extend(group.chars().filter(|other| *other != ch));
            }
        }
        let alone = listed(ALONE).flat_map(str::chars).collect();
        Self { others, also: words_of(ALSO).collect(), alone }
    }

    /// The frequent word that is written so with one character taken for another; none where that may be two words,
    /// and where what is written is itself a word, or two of one character, which may meet anywhere.
    fn word_for(&self, written: Few, lexicon: &Lexicon) -> Option<String> {
        let others = |at: usize| written.get(at).and_then(|ch| self.others.get(&ch)).into_iter().flatten();
        let changed = (0..LONGEST).flat_map(|at| others(at).filter_map(move |other| written.with(at, *other)));
        let mut words = changed.filter(|few| lexicon.is_common(*few));
        let word = words.next()?;
        if words.any(|other| other != word) || lexicon.is_common(written) || self.also.contains(&written) {
            return None;
        }
        let are_two = written.get(2).is_none() && written.chars().all(|ch| self.alone.contains(&ch));
        (!are_two).then(|| word.chars().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confused_words_are_told_from_chance() {
        let lexicon = Lexicon::get();
        let is_told = |text: &str, form: &str| {
            let at = text.find(form).unwrap_or_default();
            let word = Few::of(form).and_then(|form| LISTS.word_for(form, lexicon));
            word.is_some_and(|word| is_slip(text, &(at..at + form.len()), &word, &(0..text.len()), lexicon))
        };
        assert!(is_told("项目已经峻工验收", "峻工"));
        assert!(!is_told("面对严峻工作形势", "峻工"));
    }
}
