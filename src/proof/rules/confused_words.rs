//! A common word with one character that is taken for another: `峻工` for 竣工, `愿忘` for 愿望. It speaks under the code
//! of `idiom_off`.
//!
//! Source: newsroom practice (校对通例: 形近字、音近字).
//! False alarms: words are those of `data/common.txt`, changes those of `data/confusables.txt`. What stands there must be no
//! word itself nor two of one character each (`data/also_words.txt`, `data/alone.txt`), and where it is parted best with its neighbours the change must make it a word and leave less over:
//! in `严峻工作` it is a chance meeting. What may stand for two words is left alone, as are quotations and names.

use crate::char_set::CharSet;
use crate::diagnostic::{Code, Sink};
use crate::proof::few::{Few, FewSet};
use crate::proof::words::{Lexicon, Run, ahead, back};
use crate::proof::{Passage, Reading, confusables, posts};
use std::ops::Range;

/// Words that are one such character off a frequent one.
static ALSO: FewSet<128> = FewSet::of(&[include_str!("../data/also_words.txt")]);

/// Characters that often stand as words of their own.
static ALONE: CharSet = CharSet::listed(include_str!("../data/alone.txt"));

/// Characters on either side by which words are seen.
const CONTEXT: usize = 5;

/// Characters of the longest word that is looked for.
const LONGEST: usize = 4;

/// By how much the change must lower what the text costs: more than a word.
const GAIN: usize = 12;

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let lexicon = Lexicon::get();
    let mut taken = Vec::new();
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        for run in passage.runs() {
            taken.clear();
            taken.extend(run.chars.iter().map(|(_, ch)| confusables::others(*ch)));
            let mut from = run.range.start;
            for order in 0..run.chars.len() {
                // Only a character that is taken for others can be one too many.
                let taken = &taken[order..run.chars.len().min(order + LONGEST)];
                if taken.iter().all(|others| others.is_empty()) || run.start(order) < from {
                    continue;
                }
                if let Some((range, word)) = slip(passage, &run, order, taken, lexicon) {
                    from = range.end;
                    sink.push(passage.found(Code::IdiomOff, range).with("other", word));
                }
            }
        }
    }
}

/// What stands for a word from a character of a run on, and the word; the longest of them. `taken` tells what the
/// characters are taken for.
fn slip(
    passage: &Passage<'_>,
    run: &Run<'_>,
    order: usize,
    taken: &[&[char]],
    lexicon: &Lexicon,
) -> Option<(Range<usize>, String)> {
    (2..=taken.len()).rev().find_map(|count| {
        let written = Few::from_chars(run.chars[order..order + count].iter().map(|(_, ch)| *ch))?;
        let word = word_for(written, &taken[..count])?.text();
        let range = run.start(order)..run.start(order + count);
        let is_slip = !passage.is_quoted(&range) && is_slip(passage.as_str(), &range, &word, &run.range, lexicon);
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

/// The frequent word that is written so with one character taken for another; none where that may be two words,
/// and where what is written is itself a word, or two of one character, which may meet anywhere. `taken` tells what
/// its characters are taken for.
fn word_for(written: Few, taken: &[&[char]]) -> Option<Few> {
    let mut found = None;
    for (at, others) in taken.iter().enumerate() {
        for other in *others {
            let word = written.with(at, *other).filter(|few| Lexicon::is_common(*few));
            if found.is_some() && word.is_some() && found != word {
                return None;
            }
            found = found.or(word);
        }
    }
    let is_alone = |ch| ALONE.contains(ch);
    let are_two = || written.get(2).is_none() && written.chars().all(is_alone);
    found.filter(|_| !Lexicon::is_common(written) && !ALSO.contains(written) && !are_two())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confused_words_are_told_from_chance() {
        let lexicon = Lexicon::get();
        let is_told = |text: &str, form: &str| {
            let at = text.find(form).unwrap_or_default();
            let taken: Vec<_> = form.chars().map(confusables::others).collect();
            let word = Few::of(form).and_then(|form| word_for(form, &taken)).map(Few::text);
            word.is_some_and(|word| is_slip(text, &(at..at + form.len()), &word, &(0..text.len()), lexicon))
        };
        assert!(is_told("项目已经峻工验收", "峻工"));
        assert!(!is_told("面对严峻工作形势", "峻工"));
    }
}
