//! Arabic figures with 千, 百 or 十: `4千`, `3百`.
//!
//! Source: GB/T 15835-2011 (of the han numerals only 万 and 亿 may follow Arabic figures).
//! False alarms: 千 and 百 that begin a unit or a word are left alone (`2千米`, `5千克`, `0.5百分点`,
//! `2024百强`, `10百货`), and 十 counts only before what is counted. The edit writes the number out, and that at
//! the other end of a range with it; a number with two numerals (`3千5百`) has none.

use super::chars::{Chars, begins_number, is_han_number, is_less, number_end};
use super::ranges::RANGE;
use crate::diagnostic::{Code, Sink};
use crate::proof::Reading;
use std::ops::Range;

/// What may follow 千 as part of a word.
const AFTER_THOUSAND: &str = "米克瓦伏卡赫字帕焦牛安兆里秋古岛年禧方百";

/// What may follow 百 as part of a word.
const AFTER_HUNDRED: &str = "分强佳货姓度科年日花态事业校";

/// What follows 十 as part of a number.
const AFTER_TEN: &str = "余多几万亿个人元名件天岁亩吨";

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let chars = Chars::of(passage);
        let mut at = chars.next(0, |ch| ch.is_ascii_digit());
        while at < chars.len() {
            let end = number_end(&chars, at);
            if begins_number(&chars, at) && is_mixed(&chars, end, end - at) {
                let found = passage.found(Code::MixedNumeral, chars.bytes(at..end + 1));
                let edit = mended(&chars, at, end).and_then(|(part, right)| passage.edit(chars.bytes(part), &right));
                sink.push(found.fixed_by(edit));
            }
            at = chars.next(end, |ch| ch.is_ascii_digit());
        }
    }
}

/// What should stand in the place of a number with its numeral, and of what belongs to it; none where that is not
/// certain. The numeral behind a range is that of both its ends: `5～6千万` is `5000万～6000万`.
fn mended(chars: &Chars<'_>, at: usize, end: usize) -> Option<(Range<usize>, String)> {
    let goes_on = chars.is(end + 1, |ch| is_han_number(ch) && !"万亿".contains(ch) || ch.is_ascii_digit());
    // 3千5百
    if goes_on || chars.was(at, is_han_number) {
        return None;
    }
    let right = written_out(chars.str(at..end), chars.get(end))?;
    let first = chars.run_back(at.saturating_sub(1), |ch| ch.is_ascii_digit() || ch == '.');
    if !chars.was(at, |ch| RANGE.contains(ch)) || first + 1 >= at {
        return Some((at..end + 1, right));
    }
    let number = chars.str(first..at - 1);
    if !begins_number(chars, first) {
        return None;
    }
    if !is_less(number, chars.str(at..end)) {
        // 1000～2千
        return is_less(number, &right).then(|| (at..end + 1, right));
    }
    let unit = chars.run(end + 1, |ch| "万亿".contains(ch));
    let multiplier = chars.str(end + 1..unit);
    let left = written_out(number, chars.get(end))?;
    Some((first..unit, format!("{left}{multiplier}～{right}{multiplier}")))
}

/// Whether a numeral that figures may not have follows so many of them.
fn is_mixed(chars: &Chars<'_>, end: usize, figures: usize) -> bool {
    let next = chars.get(end + 1);
    if ["千万工程", "千家万户", "百家争鸣"].iter().any(|word| chars.starts(end, word)) {
        return false;
    }
    // `3百年` is a span, `2021百年庆典` a year and its feast.
    if figures == 1 && chars.is(end, |ch| "千百".contains(ch)) && chars.is(end + 1, |ch| ch == '年') {
        return true;
    }
    match chars.get(end) {
        Some('千') => next.is_none_or(|ch| !AFTER_THOUSAND.contains(ch)),
        Some('百') => next.is_none_or(|ch| !AFTER_HUNDRED.contains(ch)),
        Some('十') => next.is_some_and(|ch| AFTER_TEN.contains(ch)),
        _ => false,
    }
}

/// The number in figures alone.
fn written_out(number: &str, numeral: Option<char>) -> Option<String> {
    let zeros = match numeral {
        Some('千') => 3,
        Some('百') => 2,
        _ => 1,
    };
    let (whole, rest) = number.split_once('.').unwrap_or((number, ""));
    let is_plain = whole.len() <= 3 && !number.contains(',') && rest.len() <= zeros && !rest.contains('.');
    let figures = format!("{whole}{rest:0<zeros$}");
    let figures = figures.trim_start_matches('0');
    (is_plain && !figures.is_empty()).then(|| figures.to_owned())
}
