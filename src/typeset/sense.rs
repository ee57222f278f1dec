//! Where a title may turn by its sense (按词意回行): what a break costs between any two of its characters.
//!
//! Words come from a dictionary, names and terms from the publication and the issue. Between words the
//! cost follows the sentence: before a predicate, or behind a mark, a break is good; between a verb and
//! its object it is fair; inside a chain of nouns it is poor; inside a word, a number, a book title or a
//! short quoted term it is not made at all. Source: GB/T 9704-2012 7.3.1; the figures are ours.

use super::lexicon::{self, Part};
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use std::ops::Range;

/// Cost of a break that is never made while there is another way.
pub(super) const FORBIDDEN: i64 = 1_000;

/// Quoted terms and book titles longer than this many characters may turn between their words.
const LONG_TERM: usize = 10;

/// The cost of a break before each character of a title, by its first byte; 0 is the best.
pub(super) struct Sense<'t> {
    title: &'t str,
    words: Vec<Range<usize>>,
    parts: Vec<Part>,
    /// Quoted terms and book titles, marks included.
    quoted: Vec<Range<usize>>,
}

impl<'t> Sense<'t> {
    /// Takes a title apart; `terms` are never cut.
    pub(super) fn new(title: &'t str, terms: &[String]) -> Self {
        let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
        let mut ends: Vec<_> = segmenter.segment_str(title).collect();
        bind(title, &mut ends, |at| {
            terms.iter().filter(|term| title[at..].starts_with(term.as_str())).map(String::len).max()
        });
        bind(title, &mut ends, |at| lexicon::function_word(&title[at..]));
        bind(title, &mut ends, |at| lexicon::longest_word(&title[at..]).filter(|len| ends_word(title, at, at + len)));
        let words: Vec<_> = join_figures(title, ends.windows(2).map(|pair| pair[0]..pair[1]));
        let parts = parts(&words.iter().map(|word| &title[word.clone()]).collect::<Vec<_>>());
        Self { title, words, parts, quoted: quoted(title) }
    }

    /// The cost of a break before byte `at`.
    pub(super) fn cost(&self, at: usize) -> i64 {
        let Ok(after) = self.words.binary_search_by_key(&at, |word| word.start) else { return FORBIDDEN };
        if after == 0 {
            return FORBIDDEN;
        }
        let inside = self.quoted.iter().filter(|quoted| quoted.start < at && at < quoted.end).map(|quoted| {
            let is_long = self.title[quoted.clone()].chars().count() - 2 > LONG_TERM;
            if is_long { 150 } else { FORBIDDEN }
        });
        let inside = inside.max().unwrap_or(0);
        (inside + self.between(after)).min(FORBIDDEN)
    }

    fn word(&self, index: usize) -> &'t str {
        self.words.get(index).map_or("", |word| &self.title[word.clone()])
    }

    /// The cost between a word and the one before it, by what they do.
    fn between(&self, after: usize) -> i64 {
        let (left, right) = (self.word(after - 1), self.word(after));
        let last = left.chars().next_back().unwrap_or(' ');
        let first = right.chars().next().unwrap_or(' ');
        if (is_number(left) && (is_han(first) || is_number(right))) || lexicon::never_starts(right) {
            return FORBIDDEN;
        }
        match last {
            '：' => return 25,
            '，' | '；' | '。' | '！' | '？' | '　' | ' ' => return 0,
            // A short item is one word with the next: 区、街道.
            '、' => return if self.word(after.saturating_sub(2)).chars().count() < 2 { 70 } else { 35 },
            _ => {}
        }
        if lexicon::hangs(left) {
            return 90;
        }
        let (before, here) = (self.parts[after - 1], self.parts[after]);
        let opens = matches!(here, Part::Verb | Part::Deed | Part::Adverbial | Part::Opener);
        match (before, here) {
            (Part::Adverbial, _) => 80,
            (_, Part::Ending) => 70,
            (_, Part::Opener) if right == "为" && self.is_framed(after) => 90,
            (Part::Verb, Part::Opener) if right == "关于" => 30,
            (Part::Verb, _) if opens => 60,
            (Part::Deed, _) if opens => 20,
            _ if opens && self.follows_place(after) => 50,
            _ if opens && self.has_predicate(after) => 5,
            _ if opens => 25,
            (Part::Ending, _) => 15,
            _ if after >= 2 && self.word(after - 2) == "为" && self.is_framed(after - 2) => 5,
            (Part::Noun, _) if is_time(right) => 20,
            _ if is_time(left) => 40,
            (Part::Verb | Part::Deed, _) if opens_object(first) => 35,
            (Part::Verb | Part::Deed, _) => 45,
            // A single character is a piece of the word before it.
            _ if right.chars().count() == 1 && is_han(first) => 150,
            _ if matches!(first, '“' | '《') && !matches!(last, '”' | '》') => 55,
            _ if matches!(last, '”' | '》') || lexicon::ends_name(left) => 50,
            _ => 60,
        }
    }

    /// Whether a coverb of place governs what stands right before a word: 来我市 before 调研.
    fn follows_place(&self, index: usize) -> bool {
        index >= 2 && matches!(self.word(index - 2), "来" | "在")
    }

    /// Whether a predicate stands before a word.
    fn has_predicate(&self, index: usize) -> bool {
        self.parts[..index].iter().any(|part| matches!(part, Part::Verb | Part::Deed | Part::Ending))
    }

    /// Whether a word closes the frame that 以 opened: 以……为…….
    fn is_framed(&self, index: usize) -> bool {
        let since = self.words[..index.min(self.words.len())].iter().rev().map(|word| &self.title[word.clone()]);
        since.take_while(|word| *word != "为" && *word != "，").any(|word| word == "以")
    }
}

/// What each word does, in its sentence.
fn parts(words: &[&str]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map_or(Part::Ending, |next| lexicon::part(next));
        let has_predicate = parts.iter().any(|part| matches!(part, Part::Verb | Part::Deed | Part::Ending));
        parts.push(match lexicon::part(word) {
            Part::Event if has_predicate => Part::Noun,
            Part::Event => Part::Deed,
            Part::Noun if lexicon::needs_object(word) && next == Part::Noun && at + 1 < words.len() => Part::Verb,
            Part::Ending if lexicon::may_take_object(word) && matches!(next, Part::Noun | Part::Event) => Part::Verb,
            part => part,
        });
    }
    parts
}

/// Whether a word tells a time that goes with what follows: 三年, 五年来, 2025年度.
fn is_time(word: &str) -> bool {
    let is_count = word.starts_with(|ch: char| ch.is_ascii_digit() || "一二三四五六七八九十近".contains(ch));
    is_count && ["年", "年来", "年度", "月"].iter().any(|end| word.ends_with(end))
}

/// Joins the pieces that make one word by another list: where `length` tells a length from a boundary
/// on that ends at a boundary too.
fn bind(title: &str, ends: &mut Vec<usize>, length: impl Fn(usize) -> Option<usize>) {
    let mut at = 0;
    while at + 1 < ends.len() {
        if let Some(end) = length(ends[at]).map(|len| ends[at] + len) {
            let inner = |cut: &usize| *cut > ends[at] && *cut < end;
            let kept: Vec<_> = ends.iter().copied().filter(|cut| !inner(cut)).collect();
            *ends = kept;
            if !ends.contains(&end) && end < title.len() {
                ends.insert(at + 1, end);
            }
        }
        at += 1;
    }
}

/// Whether a listed word may end here: not in the middle of a longer word of the list.
fn ends_word(title: &str, start: usize, end: usize) -> bool {
    title.is_char_boundary(start) && title.is_char_boundary(end)
}

/// Joins figures with the unit behind them: 2025 and 年度, 12 and 件.
fn join_figures(title: &str, words: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for word in words {
        let follows_figure = joined.last().is_some_and(|last| is_number(&title[last.clone()]));
        let text = &title[word.clone()];
        let is_unit = text.chars().count() <= 2 && text.chars().all(is_han);
        let is_since = text == "来" && joined.last().is_some_and(|last| is_time(&title[last.clone()]));
        match joined.last_mut() {
            Some(last) if (follows_figure && is_unit) || is_since => last.end = word.end,
            _ => joined.push(word),
        }
    }
    joined
}

fn is_number(word: &str) -> bool {
    word.ends_with(|ch: char| ch.is_ascii_digit() || matches!(ch, '%' | '％'))
}

fn is_han(ch: char) -> bool {
    matches!(ch, '\u{4e00}'..='\u{9fff}')
}

/// Whether an object that begins so stands well on a line of its own.
fn opens_object(first: char) -> bool {
    matches!(first, '“' | '《') || first.is_ascii_digit()
}

/// Quoted terms and book titles of a title, the outermost ones.
fn quoted(title: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, ch) in title.char_indices() {
        match ch {
            '“' | '《' | '（' => open.push(at),
            '”' | '》' | '）' => {
                if let Some(start) = open.pop() {
                    found.push(start..at + ch.len_utf8());
                }
            }
            _ => {}
        }
    }
    found
}
