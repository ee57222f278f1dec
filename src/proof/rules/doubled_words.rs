//! Characters and words that stand twice: `实实`, `的的`, `进行进行`, `贯彻落实贯彻落实`.
//!
//! Source: newsroom practice (校对通例).
//! False alarms: left alone are quoted text, names, reduplications (`人人`, `实实在在`, `研究研究`), and two
//! words that meet with like characters (`区区长`, `大会会议`): a doubled character is told only where
//! one of the two is left over as a piece of a word, a doubled function word only where both stand alone,
//! a doubled word only where both are whole words.

use crate::diagnostic::{Code, Sink};
use crate::proof::words::{Lexicon, ahead, back, han_runs, is_bound};
use crate::proof::{Passage, Reading};
use std::ops::Range;

/// Function words that never stand twice.
const FUNCTION: &str = "的了和与是在为及或被从对于向以就并但而";

/// Characters on either side by which it is seen what is left over.
const CONTEXT: usize = 6;

/// Characters of the longest doubled phrase.
const LONGEST: usize = 10;

/// With what a word ends that is doubled for its strength, or as a sound.
const LIVELY: &[char] =
    &['红', '黄', '蓝', '绿', '黑', '白', '青', '紫', '亮', '远', '高', '低', '啦', '哇', '啊', '呀', '嚓', '嘟'];

/// Words that are said twice, or that meet as verb and noun, and pairs that are no slip.
const REPEATED: &str = include_str!("../data/reduplications.txt");

/// Reports the second of the two, of words and phrases, and of characters; without it the text is right.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let lexicon = Lexicon::new();
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        for run in han_runs(passage.as_str()) {
            let mut told = words(passage, &run, &lexicon);
            let free =
                |range: &Range<usize>| !told.iter().any(|word| word.start <= range.end && range.start <= word.end);
            let more: Vec<_> = characters(passage, &run, &lexicon).into_iter().filter(free).collect();
            told.extend(more);
            for twice in told.into_iter().filter(|twice| !passage.is_quoted(twice)) {
                let half = twice.start + twice.len() / 2;
                let edit = passage.edit(half..twice.end, "");
                sink.push(passage.found(Code::DoubledWord, twice).fixed_by(edit));
            }
        }
    }
}

/// Words and phrases that stand twice in a run of han characters; both of them together.
fn words(passage: &Passage<'_>, run: &Range<usize>, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let text = passage.as_str();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = run.start;
    while at < run.end {
        let longest = (2..=LONGEST).rev().find_map(|count| {
            let (half, end) = (ahead(text, at, count), ahead(text, at, 2 * count));
            let twice = end <= run.end && half < end && text[at..half] == text[half..end];
            (twice && is_doubled_word(text, at..half, end, run, lexicon)).then_some(at..end)
        });
        at = longest.as_ref().map_or_else(|| ahead(text, at, 1), |range| range.end);
        found.extend(longest);
    }
    found
}

/// Whether a phrase that stands twice is not meant so.
fn is_doubled_word(text: &str, first: Range<usize>, end: usize, run: &Range<usize>, lexicon: &Lexicon) -> bool {
    let word = &text[first.clone()];
    let one = word.chars().next().unwrap_or(' ');
    let is_reduplication = word.chars().all(|ch| ch == one) || is_repeated(word) || is_lively(word, &text[end..]);
    // A third time is laughter, or a verse.
    let is_sound = text[end..].starts_with(word) || text[..first.start].ends_with(word);
    if is_reduplication || is_sound {
        return false;
    }
    let start = back(text, first.start, CONTEXT).max(run.start);
    let stop = ahead(text, end, CONTEXT).min(run.end);
    let longer = (1..=2).map(|count| &text[first.end..ahead(text, end, count).min(run.end)]);
    if longer.into_iter().any(|longer| longer.len() > word.len() && lexicon.is_word(longer)) {
        return false;
    }
    let bounds = lexicon.bounds(&text[start..stop]);
    lexicon.is_added(word) || [first.start, first.end, end].iter().all(|at| bounds.contains(&(at - start)))
}

/// Whether a word is doubled for liveliness: `大片大片`, `一步一步`, `读着读着`, `黑绿黑绿的`.
fn is_lively(word: &str, behind: &str) -> bool {
    let counts = word.contains(['多', '少', '几', '着']);
    let colours = word.ends_with(LIVELY) || behind.starts_with(['的', '地', '着']);
    word.starts_with('一') || (word.chars().count() <= 3 && (counts || colours))
}

/// Characters that stand twice in a run of han characters.
fn characters(passage: &Passage<'_>, run: &Range<usize>, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let text = passage.as_str();
    let starts: Vec<usize> = text[run.clone()].char_indices().map(|(at, _)| run.start + at).collect();
    let pairs = starts.windows(2).map(|pair| (pair[0], pair[1], ahead(text, pair[1], 1)));
    let twice = pairs.filter(|(first, second, end)| text[*first..*second] == text[*second..*end]);
    let slips = twice.filter(|(first, second, end)| is_slip(text, *first..*second, *end, run, lexicon));
    slips.map(|(first, _, end)| first..end).collect()
}

/// Whether a character that stands twice is not meant so.
fn is_slip(text: &str, first: Range<usize>, end: usize, run: &Range<usize>, lexicon: &Lexicon) -> bool {
    let Some(ch) = text[first.clone()].chars().next() else { return false };
    let (before, behind) = (back(text, first.start, 1).max(run.start), ahead(text, end, 1).min(run.end));
    let is_word = |range: Range<usize>| range.end > range.start && lexicon.is_word(&text[range]);
    if is_repeated(&text[first.start..end]) || text[..first.start].ends_with(ch) || text[end..].starts_with(ch) {
        return false;
    }
    if is_reduplicated(text, &first, end, run) {
        return false;
    }
    if FUNCTION.contains(ch) {
        let first_joins = before < first.start && is_word(before..first.end);
        let second_joins = behind > end && is_word(first.end..behind);
        return !first_joins && !second_joins;
    }
    // 某某局局长
    if !is_bound(ch) || text[end..].starts_with('长') {
        return false;
    }
    let start = back(text, first.start, CONTEXT).max(run.start);
    let stop = ahead(text, end, CONTEXT).min(run.end);
    let mended = format!("{}{}", &text[start..first.end], &text[end..stop]);
    lexicon.pieces(&text[start..stop]) > lexicon.pieces(&mended)
}

/// Whether a pair is half of a reduplication of two (`实实在在`) or follows a character as in `沉甸甸`.
fn is_reduplicated(text: &str, first: &Range<usize>, end: usize, run: &Range<usize>) -> bool {
    let twice = |range: Range<usize>| {
        let mut chars = text[range].chars();
        let pair = (chars.next(), chars.next());
        pair.0.is_some() && pair.0 == pair.1
    };
    let before = back(text, first.start, 2).max(run.start)..first.start;
    let behind = end..ahead(text, end, 2).min(run.end);
    twice(before.clone()) || twice(behind)
}

/// Whether the list has it.
fn is_repeated(word: &str) -> bool {
    REPEATED.lines().filter(|line| !line.starts_with('#')).any(|line| line.split(' ').any(|known| known == word))
}
