//! Approximations said twice: `近100余`, `约…左右`, `超过…以上`, `超过100余`, `100余人左右`, `100多余`.
//!
//! Source: GB/T 15835-2011 (approximate numbers); usage (a number is made approximate once).
//! False alarms: 近 before a span of time (`近20多年来`) means “the last” and is left alone, as are 最近, 附近 and the
//! like; the two words must stand round one number with at most its unit between. 多余 as a word (surplus)
//! before 的, 地 and nouns of things is left alone. Quotations are left alone. Which of the two words should
//! go is the author's, so there is no edit.

use super::chars::{Chars, is_han, is_han_number, number_end};
use crate::char_set::CharSet;
use crate::diagnostic::{Code, Sink};
use crate::proof::{Passage, Reading};
use std::ops::Range;

/// Words before a number that make it approximate; the longer first.
const BEFORE: &[&str] = &["大约", "大概", "将近", "接近", "约", "近"];

/// Words before a number that bound it, and those behind that bound it the same way.
const BOUNDS: &[(&str, &str)] = &[
    ("超过", "以上"),
    ("多于", "以上"),
    ("不低于", "以上"),
    ("不少于", "以上"),
    ("至少", "以上"),
    ("不超过", "以下"),
    ("不超过", "以内"),
    ("不高于", "以下"),
    ("低于", "以下"),
    ("超", "以上"),
    ("逾", "以上"),
];

/// Words before a number that say it is more than that, as 余 and 多 behind it do.
const OVER: &[&str] = &["超过", "超", "逾", "多于", "突破"];

/// What 多余 as a word stands before.
const SURPLUS: &[&str] = &["的", "地", "劳动力", "人员", "人口", "人力", "粮", "资金", "资产", "产能", "房"];

/// Units of time, before which 近 means “the last”.
const TIMES: &[&str] =
    &["年", "个月", "月", "天", "日", "个星期", "周", "小时", "个小时", "分钟", "个世纪", "代", "届", "期"];

/// With what a quantity begins.
static QUANTITY: CharSet = CharSet::of("0123456789一二三四五六七八九〇零两十百千万亿几数%％");

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let chars = Chars::of(passage);
        let mut at = chars.next(0, |ch| QUANTITY.contains(ch));
        while at < chars.len() {
            let end = quantity_end(&chars, at);
            if let Some(found) =
                doubled(&chars, at, end).filter(|found| !passage.is_quoted(&chars.bytes(found.clone())))
            {
                report(passage, &chars, found, sink);
            }
            at = chars.next(end, |ch| QUANTITY.contains(ch));
        }
    }
}

fn report(passage: &Passage<'_>, chars: &Chars<'_>, found: Range<usize>, sink: &mut Sink) {
    sink.push(passage.found(Code::DoubledApproximation, chars.bytes(found)));
}

/// Where the number that starts here ends, in figures of either kind: `3万`, `数百`, `30%`.
fn quantity_end(chars: &Chars<'_>, from: usize) -> usize {
    let figures = number_end(chars, from);
    let end = chars.run(figures, is_han_number);
    chars.run(end, |ch| "%％".contains(ch))
}

/// The words round a number that say the same.
fn doubled(chars: &Chars<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let surplus = chars.starts(end, "多余") || chars.starts(end, "余多");
    let is_word = SURPLUS.iter().any(|word| chars.starts(end + 2, word));
    if surplus && !is_word {
        return Some(start..end + 2);
    }
    let more = chars.is(end, |ch| "多余".contains(ch)) && !surplus;
    let is_vague = chars.is(start, |ch| "几数".contains(ch));
    if more && is_vague && chars.is(end + 1, is_han) && (2..=3).contains(&(end - start)) {
        // 几多 alone asks how many.
        return Some(start..end + 1);
    }
    let before = BEFORE.iter().find(|word| chars.ends(start, word));
    if let Some(word) = before.filter(|word| !is_other_word(chars, start, word)) {
        let from = start - word.chars().count();
        let unit = end + usize::from(more);
        let lately = *word == "近" && TIMES.iter().any(|time| chars.starts(unit, time));
        if more && !lately {
            return Some(from..unit);
        }
        if let Some(to) = behind(chars, unit, &["左右", "上下"]).filter(|_| *word != "接近") {
            return Some(from..to);
        }
    }
    let over = OVER.iter().find(|word| chars.ends(start, word)).filter(|_| more && !is_vague);
    if let Some(word) = over.filter(|word| !is_other_word(chars, start, word)) {
        return Some(start - word.chars().count()..end + 1);
    }
    if let Some(to) = behind(chars, end + 1, &["左右", "上下"]).filter(|_| more && !is_vague) {
        return Some(start..to);
    }
    let bounds = BOUNDS.iter().filter(|(word, _)| chars.ends(start, word) && !is_other_word(chars, start, word));
    bounds
        .filter_map(|(word, other)| Some(start - word.chars().count()..behind(chars, end, &[other])?))
        .max_by_key(|range| range.len())
}

/// Where one of some words ends that stands behind a number and its unit.
fn behind(chars: &Chars<'_>, end: usize, words: &[&str]) -> Option<usize> {
    (end..=end + 4)
        .take_while(|at| chars.str(end..*at).chars().all(|ch| is_han(ch) || ch.is_ascii_alphabetic() || ch == '℃'))
        .find_map(|at| {
            let word = words.iter().find(|word| chars.starts(at, word))?;
            // “上下功夫” and the like.
            let is_word = *word == "上下" && chars.is(at + 2, |ch| "功班游级联".contains(ch));
            (!is_word).then(|| at + word.chars().count())
        })
}

/// Whether the word before a number is the end of another: `最近`, `附近`, `节约`, `公约`.
fn is_other_word(chars: &Chars<'_>, start: usize, word: &str) -> bool {
    let before = start - word.chars().count();
    match word {
        "近" => chars.was(before, |ch| "最附临靠邻远亲就相逼".contains(ch)),
        "超" => chars.was(before, |ch| "高赶反".contains(ch)),
        "约" => chars.was(before, |ch| "节公条合契预签违制简履".contains(ch)),
        _ => false,
    }
}
