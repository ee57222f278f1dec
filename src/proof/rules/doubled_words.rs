//! Characters and words that stand twice: `实实`, `的的`, `进行进行`, `贯彻落实贯彻落实`.
//!
//! Source: newsroom practice (校对通例).
//! False alarms: left alone are quoted text, names, reduplications (`人人`, `实实在在`, `研究研究`), and two
//! words that meet with like characters (`区区长`, `大会会议`; see `doubled_characters`): a doubled word is told only
//! where both are whole words.

use super::doubled_characters;
use crate::diagnostic::{Code, Sink};
use crate::proof::few::{Few, FewSet};
use crate::proof::words::{Lexicon, Run, ahead, back};
use crate::proof::{Passage, Reading};
use std::ops::Range;

/// Characters on either side by which it is seen what is left over.
const CONTEXT: usize = 6;

/// Characters of the longest doubled phrase.
const LONGEST: usize = 10;

/// With what a word ends that is doubled for its strength, or as a sound.
const LIVELY: &[char] =
    &['红', '黄', '蓝', '绿', '黑', '白', '青', '紫', '亮', '远', '高', '低', '啦', '哇', '啊', '呀', '嚓', '嘟'];

/// With what a word ends that is doubled so before 的 and 地: `冰凉冰凉的`.
const QUALITIES: &[char] = &[
    '凉', '烫', '直', '硬', '香', '甜', '酸', '辣', '冷', '热', '湿', '软', '胖', '瘦', '圆', '薄', '厚', '深', '净',
    '光', '苦', '脆', '嫩', '粗', '大', '小', '长', '短', '快', '慢', '重', '轻', '稳',
];

/// With what a word ends that begins with 一 and counts nothing: `一体`.
const WHOLE: &[char] = &['体', '起', '定', '致', '直', '般', '律', '切', '并', '同', '旦', '贯', '共'];

/// Words that are said twice, or that meet as verb and noun, and pairs that are no slip.
static REPEATED: FewSet<2048> = FewSet::of(&[include_str!("../data/reduplications.txt")]);

/// Reports the second of the two, of words and phrases, and of characters; without it the text is right.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let lexicon = Lexicon::get();
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        for run in passage.runs() {
            let mut told = words(passage, &run, lexicon);
            let free =
                |range: &Range<usize>| !told.iter().any(|word| word.start <= range.end && range.start <= word.end);
            let more: Vec<_> = doubled_characters::found(passage, &run, lexicon).into_iter().filter(free).collect();
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
fn words(passage: &Passage<'_>, run: &Run<'_>, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let text = passage.as_str();
    let count = run.chars.len();
    let is_twice = |at: usize, length: usize| (at..at + length).all(|at| run.chars[at].1 == run.chars[at + length].1);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < count {
        let longest = (2..=LONGEST.min((count - at) / 2)).rev().find(|length| {
            let start = |count: usize| run.start(at + count * length);
            is_twice(at, *length) && is_doubled_word(text, start(0)..start(1), start(2), &run.range, lexicon)
        });
        found.extend(longest.map(|length| run.start(at)..run.start(at + 2 * length)));
        at += longest.map_or(1, |length| 2 * length);
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
    Lexicon::is_added(word) || [first.start, first.end, end].iter().all(|at| bounds.contains(&(at - start)))
}

/// Whether a word is doubled for liveliness: `大片大片`, `一步一步`, `读着读着`, `黑绿黑绿的`.
fn is_lively(word: &str, behind: &str) -> bool {
    let counts = word.contains(['多', '少', '几', '着']);
    let is_qualified = behind.starts_with(['的', '地']) && word.ends_with(QUALITIES);
    let colours = word.ends_with(LIVELY) || is_qualified || behind.starts_with('着');
    let is_measure = word.starts_with('一') && !word.ends_with(WHOLE);
    is_measure || (word.chars().count() <= 3 && (counts || colours))
}

/// Whether the list has it.
pub(super) fn is_repeated(word: &str) -> bool {
    Few::of(word).is_some_and(|word| REPEATED.contains(word))
}
