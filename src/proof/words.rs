//! Words of a text, and characters that are none: what tells a slip of the hand from a chance meeting.
//!
//! Two words may meet with like characters (`区区长`, `大会会议`); a slip leaves a piece of a word over. So a
//! text is parted into as few such pieces as the dictionary allows, before and after the change that would
//! mend it: where the change leaves fewer, there was a slip.

use super::few::{Few, FewSet};
use crate::char_set::CharSet;
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::ops::Range;
use std::sync::LazyLock;

/// Characters that official prose never uses as words of their own, nor doubles in names.
static BOUND: CharSet = CharSet::listed(include_str!("data/bound.txt"));

/// Words that the dictionary lacks.
static MORE: FewSet<512> = FewSet::of(&[include_str!("data/words.txt")]);

/// Frequent words; the dictionary lacks some of them.
static COMMON: FewSet<16384> = FewSet::of(&[include_str!("data/common.txt")]);

/// Characters of the longest word that is looked up.
const LONGEST: usize = 4;

/// What a word costs where a text is parted: one of the added list, one of the dictionary.
const ADDED: usize = 9;
const WORD: usize = 10;

/// Characters that often stand alone.
static FREE: CharSet = CharSet::of(
    "的了和与是在为及或被从对于向以就并但而要有会上下中人等各本该此这那不也都还将已更最再又只能可应须使让给把由用按据经因且若如则其所之至到成好多少新老前后内外年月日天时市区县省镇乡村街路",
);

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

thread_local! {
    /// What was looked up: the rules ask for the same few thousand strings again and again.
    static KNOWN: RefCell<FxHashMap<Few, bool>> = RefCell::default();
}

/// So many answers are kept, which is more than an issue asks for.
const MOST_KNOWN: usize = 50_000;

/// The dictionary.
pub(super) struct Lexicon {
    segmenter: WordSegmenterBorrowed<'static>,
}

impl Lexicon {
    /// The dictionary of the program, made when it is first asked for.
    pub(super) fn get() -> &'static Self {
        &LEXICON
    }

    fn new() -> Self {
        let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
        Self { segmenter }
    }

    /// Where words begin and end, by bytes: 0 and the text's length among them.
    pub(super) fn bounds(&self, text: &str) -> Vec<usize> {
        self.segmenter.segment_str(text).collect()
    }

    /// Whether the text is one of the words that the dictionary lacks.
    pub(super) fn is_added(text: &str) -> bool {
        Few::of(text).is_some_and(|few| MORE.contains(few))
    }

    /// Whether it is one of the frequent words.
    pub(super) fn is_common(few: Few) -> bool {
        COMMON.contains(few)
    }

    /// Whether the text is one word of the dictionary.
    pub(super) fn is_word(&self, text: &str) -> bool {
        Few::of(text).map_or_else(|| self.is_one(text), |few| self.is_known(few, text))
    }

    /// The same of a text of a few characters.
    fn is_known(&self, few: Few, text: &str) -> bool {
        let known = KNOWN.with_borrow(|known| known.get(&few).copied());
        known.unwrap_or_else(|| {
            let is_word = MORE.contains(few) || self.is_one(text);
            KNOWN.with_borrow_mut(|known| {
                if known.len() >= MOST_KNOWN {
                    known.clear();
                }
                known.insert(few, is_word);
            });
            is_word
        })
    }

    /// Whether the dictionary has the text as one word.
    fn is_one(&self, text: &str) -> bool {
        self.segmenter.segment_str(text).nth(1) == Some(text.len())
    }

    /// Where words end in a text of han characters parted best, and what that costs: few words, and of single
    /// characters rather such as often stand alone.
    pub(super) fn parted(&self, text: &str) -> (usize, Vec<usize>) {
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let count = starts.len() - 1;
        // The least that the text up to a character costs, and where its last word begins.
        let mut least = vec![(usize::MAX, 0); count + 1];
        least[0] = (0, 0);
        for from in 0..count {
            for to in from + 1..=(from + LONGEST).min(count) {
                // Whatever the word costs, one that begins before is as good; to look it up costs much.
                if least[from].0 + ADDED >= least[to].0 {
                    continue;
                }
                let part = &text[starts[from]..starts[to]];
                let cost = match to - from {
                    1 => single(part),
                    _ => match self.cost(part) {
                        Some(cost) => cost,
                        None => continue,
                    },
                };
                least[to] = least[to].min((least[from].0 + cost, from));
            }
        }
        let mut ends = vec![];
        let mut at = count;
        while at > 0 {
            ends.push(starts[at]);
            at = least[at].1;
        }
        ends.reverse();
        (least[count].0, ends)
    }

    /// What a word of several characters costs; none if it is no word.
    fn cost(&self, part: &str) -> Option<usize> {
        let Some(few) = Few::of(part) else { return self.is_one(part).then_some(WORD) };
        if MORE.contains(few) {
            return Some(ADDED);
        }
        (COMMON.contains(few) || self.is_known(few, part)).then_some(WORD)
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
                if so_far >= least[to] {
                    continue;
                }
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

/// What a character costs that stands as a word of its own.
fn single(part: &str) -> usize {
    match part.chars().next() {
        Some(ch) if FREE.contains(ch) => 11,
        Some(ch) if is_bound(ch) => 25,
        _ => 15,
    }
}

/// Whether a character is never a word of its own.
pub(super) fn is_bound(ch: char) -> bool {
    BOUND.contains(ch)
}

/// Whether a character is han.
pub(super) fn is_han(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// A run of han characters of a text.
pub(super) struct Run<'p> {
    /// Where it stands, by bytes.
    pub(super) range: Range<usize>,
    /// Its characters, each with its byte.
    pub(super) chars: &'p [(usize, char)],
}

impl Run<'_> {
    /// Where the character of an order begins; behind the last, where the run ends.
    pub(super) fn start(&self, order: usize) -> usize {
        self.chars.get(order).map_or(self.range.end, |(at, _)| *at)
    }
}

/// The runs of han characters of a text, by the orders of these.
pub(super) fn han_runs(chars: &[(usize, char)]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut from = 0;
    for run in chars.split(|(_, ch)| !is_han(*ch)) {
        if !run.is_empty() {
            runs.push(from..from + run.len());
        }
        from += run.len() + 1;
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
