//! Numbers of the wrong form: `.46`, another sign for 〇 among han figures, `2、3公里`, thousands marked in one number and
//! not in another, `％` beside `%`.
//!
//! Source: GB/T 15835-2011 (decimals, 〇 and 零, approximations, thousands); one percent sign in one issue is ours.
//! False alarms: a point counts as a decimal's only before one to three figures and behind han, a mark or a blank,
//! not in a domain, a version or a serial. 零 for 〇 counts only in a year of four figures; `○` `0` `O` only between
//! two han figures. Thousands are compared only among numbers of five figures and more with a unit behind
//! them, so that telephone numbers and serials do not count; of the two forms the rarer is told.

use super::chars::{Chars, is_blank, is_han, is_han_figure, is_mark, number_end};
use crate::char_set::CharSet;
use crate::diagnostic::{Argument, Code, Edit, Sink};
use crate::proof::{Passage, Reading};
use std::ops::Range;

/// Signs that are typed for 〇.
static NOUGHTS: CharSet = CharSet::of("○◯0OoＯｏ０零");

/// These, and the other marks and signs that are looked at.
static READ: CharSet = CharSet::of(".、〇○◯0OoＯｏ０零");

/// So many han figures and signs for 〇 in a row stand in no text.
const RUN: usize = 40;

/// What is counted, behind a number.
static COUNTED: CharSet = CharSet::of("元个人名件项家户条亩吨次米台辆株套份篇平公立千万余多");

/// What is counted behind an approximation; things that bear numbers (月, 号, 年级, 组) are not among them.
const APPROXIMATED: &[&str] = &[
    "十", "百", "千", "万", "亿", "成", "个", "名", "位", "人", "家", "户", "天", "次", "公里", "里", "米", "斤",
    "公斤", "元", "岁", "倍", "趟",
];

/// The messages of what is wrong and of its remedy, by their keys.
type Fault = (&'static str, &'static str);

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let chars = Chars::of(passage);
        for (at, ch) in chars.iter().filter(|(_, ch)| READ.contains(*ch)) {
            match ch {
                '.' => bare_decimal(passage, &chars, at, sink),
                '、' => approximate(passage, &chars, at, sink),
                '〇' => counted_nought(passage, &chars, at, sink),
                _ => wrong_nought(passage, &chars, at, sink),
            }
        }
    }
    thousands(reading, sink);
    percent_signs(reading, sink);
}

fn report(passage: &Passage<'_>, range: Range<usize>, fault: Fault, edit: Option<Edit>, sink: &mut Sink) {
    let found = passage.found(Code::WrongNumber, range);
    sink.push(
        found.with("fault", Argument::Message(fault.0)).with("remedy", Argument::Message(fault.1)).fixed_by(edit),
    );
}

/// `.46`; behind han the point may be a full stop as well, so there is no edit.
fn bare_decimal(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, sink: &mut Sink) {
    let end = chars.run(at + 1, |ch| ch.is_ascii_digit());
    let stands_free = chars.before(at).is_none_or(|ch| is_han(ch) || is_mark(ch) || is_blank(ch));
    let goes_on = chars.is(end, |ch| ch == '.' || ch.is_ascii_alphabetic()) || chars.starts(end, "年");
    // `一.1` is an ordinal, `.22口径` a calibre.
    let is_other = chars.was(at, is_han_figure) || chars.starts(end, "口径");
    if stands_free && (at + 2..=at + 4).contains(&end) && !goes_on && !is_other {
        let range = chars.bytes(at..end);
        let is_certain = chars.was(at, |ch| "（～—".contains(ch));
        let right = format!("0{}", chars.str(at..end));
        let edit = if is_certain { passage.edit(range.clone(), &right) } else { None };
        report(passage, range, ("number-decimal", "number-decimal-remedy"), edit, sink);
    }
}

/// `2、3公里`: two neighbouring numbers before one unit are no list but an approximation.
fn approximate(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, sink: &mut Sink) {
    let figure = |at: usize| chars.get(at).and_then(|ch| ch.to_digit(10)).filter(|number| (1..=9).contains(number));
    let (Some(before), Some(first), Some(second)) =
        (at.checked_sub(1), at.checked_sub(1).and_then(figure), figure(at + 1))
    else {
        return;
    };
    let is_alone = !chars.was(before, |ch| ch.is_ascii_alphanumeric() || "、.．-—～~/第".contains(ch));
    let is_counted = APPROXIMATED.iter().any(|unit| chars.starts(at + 2, unit));
    let range = chars.bytes(before..at + 2);
    if first + 1 == second && is_alone && is_counted && !passage.is_quoted(&range) {
        report(passage, range, ("number-approximate", "number-approximate-remedy"), None, sink);
    }
}

/// `三千〇五十`: in counting it is 零.
fn counted_nought(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, sink: &mut Sink) {
    if chars.was(at, |ch| "千百万亿".contains(ch)) && chars.is(at + 1, is_han_figure) {
        let range = chars.bytes(at..at + 1);
        let edit = passage.edit(range.clone(), "零");
        report(passage, range, ("number-counted-nought", "number-counted-nought-remedy"), edit, sink);
    }
}

/// `二○二五年`, `二零二五年`.
fn wrong_nought(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, sink: &mut Sink) {
    let is_part = |ch: char| is_han_figure(ch) || NOUGHTS.contains(ch);
    // A longer run is no number, and each of its signs would be looked at from each.
    let is_long = chars.run_within(at, RUN, is_part) - at == RUN || at - chars.run_back_within(at, RUN, is_part) == RUN;
    if is_long {
        return;
    }
    let (start, end) = (chars.run_back(at, is_part), chars.run(at, is_part));
    let is_year = end - start == 4 && chars.starts(end, "年") && chars.is(start, |ch| "一二".contains(ch));
    let is_figure = |ch: char| is_han_figure(ch) && ch != '零';
    let is_nought = |ch: char| NOUGHTS.contains(ch);
    let between = chars.was(chars.run_back(at, is_nought), is_figure) && chars.is(chars.run(at, is_nought), is_figure);
    let is_wrong = match chars.get(at) {
        Some('零') => is_year && chars.str(start..end).chars().filter(|ch| is_figure(*ch)).count() >= 2,
        _ => between || is_year,
    };
    let is_spared = passage.is_quoted(&chars.bytes(at..at + 1)) && chars.is(at, |ch| ch == '零');
    if is_wrong && !is_spared {
        let range = chars.bytes(at..at + 1);
        let edit = passage.edit(range.clone(), "〇");
        report(passage, range, ("number-nought", "number-nought-remedy"), edit, sink);
    }
}

/// Numbers with and without marks at the thousands in one issue.
fn thousands(reading: &Reading<'_>, sink: &mut Sink) {
    let (mut marked, mut plain) = (Vec::new(), Vec::new());
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let chars = Chars::of(passage);
        let mut at = chars.next(0, |ch| ch.is_ascii_digit());
        while at < chars.len() {
            let end = number_end(&chars, at);
            let number = chars.str(at..end);
            let whole = number.split('.').next().unwrap_or_default();
            let figures = whole.bytes().filter(u8::is_ascii_digit).count();
            let is_free = !chars.was(at, |ch| ch.is_ascii_alphanumeric() || ".-/".contains(ch));
            if figures >= 5 && is_free && chars.is(end, |ch| COUNTED.contains(ch)) {
                let list = if whole.contains(',') { &mut marked } else { &mut plain };
                list.push((passage, chars.bytes(at..end)));
            }
            at = chars.next(end, |ch| ch.is_ascii_digit());
        }
    }
    if marked.is_empty() || plain.is_empty() {
        return;
    }
    let rarer = if marked.len() < plain.len() { marked } else { plain };
    for (passage, range) in rarer {
        report(passage, range, ("number-thousands", "number-thousands-remedy"), None, sink);
    }
}

/// `％` and `%` in one issue; of the two the rarer is told, the wide one where there are as many.
fn percent_signs(reading: &Reading<'_>, sink: &mut Sink) {
    let passages = || reading.passages.iter().filter(|passage| !passage.part.is_name());
    let chars = || passages().flat_map(|passage| &passage.chars);
    let count = |sign| chars().filter(|(_, ch)| *ch == sign).count();
    let (narrow, wide) = (count('%'), count('％'));
    if narrow == 0 || wide == 0 {
        return;
    }
    let (rarer, other) = if narrow < wide { ('%', "％") } else { ('％', "%") };
    for passage in passages() {
        for (at, sign) in passage.as_str().match_indices(rarer) {
            let range = at..at + sign.len();
            let edit = passage.edit(range.clone(), other);
            report(passage, range, ("number-percent", "number-percent-remedy"), edit, sink);
        }
    }
}
