//! Words of a text, and characters that are none: what tells a slip of the hand from a chance meeting.
//!
//! Two words may meet with like characters (`区区长`, `大会会议`); a slip leaves a piece of a word over. So a
//! text is parted into as few such pieces as the dictionary allows, before and after the change that would
//! mend it: where the change leaves fewer, there was a slip.

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use std::collections::BTreeSet;
use std::ops::Range;

/// Characters that official prose never uses as words of their own, nor doubles in names.
const BOUND: &str = include_str!("data/bound.txt");

/// Words that the dictionary lacks.
const WORDS: &str = include_str!("data/words.txt");

/// Characters of the longest word that is looked up.
const LONGEST: usize = 4;

/// The dictionary.
pub(super) struct Lexicon {
    segmenter: WordSegmenterBorrowed<'static>,
    more: BTreeSet<&'static str>,
}

impl Lexicon {
    /// The dictionary; its data is static.
    pub(super) fn new() -> Self {
        let more = WORDS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
        let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
        Self { segmenter, more: more.collect() }
    }

    /// Where words begin and end, by bytes: 0 and the text's length among them.
    pub(super) fn bounds(&self, text: &str) -> Vec<usize> {
        self.segmenter.segment_str(text).collect()
    }

    /// Whether the text is one of the words that the dictionary lacks.
    pub(super) fn is_added(&self, text: &str) -> bool {
        self.more.contains(text)
    }

    /// Whether the text is one word of the dictionary.
    pub(super) fn is_word(&self, text: &str) -> bool {
        self.is_added(text) || self.bounds(text).len() == 2
    }

    /// How many pieces of words are left over where a text of han characters is parted best.
    pub(super) fn pieces(&self, text: &str) -> usize {
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let count = starts.len() - 1;
        let mut least = vec![usize::MAX; count + 1];
        least[0] = 0;
        for from in 0..count {
            let so_far = least[from];
            for to in from + 1..=(from + LONGEST).min(count) {
                let part = &text[starts[from]..starts[to]];
                let cost = match to - from {
                    1 => usize::from(part.chars().all(is_bound)),
                    _ if self.is_word(part) => 0,
                    _ => continue,
                };
                least[to] = least[to].min(so_far + cost);
            }
        }
        least[count]
    }
}

/// Whether a character is never a word of its own.
pub(super) fn is_bound(ch: char) -> bool {
    BOUND.lines().filter(|line| !line.starts_with('#')).any(|line| line.contains(ch))
}

/// Whether a character is han.
pub(super) fn is_han(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// The runs of han characters of a text, by bytes.
pub(super) fn han_runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, ch) in text.char_indices().filter(|(_, ch)| is_han(*ch)) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + ch.len_utf8(),
            _ => runs.push(at..at + ch.len_utf8()),
        }
    }
    runs
}

/// The byte so many characters before another, at most at the text's start.
pub(super) fn back(text: &str, at: usize, count: usize) -> usize {
    text[..at].char_indices().rev().take(count).last().map_or(at, |(start, _)| start)
}

/// The byte so many characters behind another, at most at the text's end.
pub(super) fn ahead(text: &str, at: usize, count: usize) -> usize {
    text[at..].char_indices().nth(count).map_or(text.len(), |(more, _)| at + more)
}
