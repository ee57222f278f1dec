//! Dates of the wrong form: `2025-4`, `2025年04月08日`, `25年4月`, `二〇二五年四月`, and a weekday that is not the date's.
//!
//! Source: GB/T 15835-2011 (dates in figures, years in four of them); GB/T 9704-2012 7.3.5 (no leading noughts).
//! False alarms: whole dates in figures (`2025-04-24`) are right; `2025-4` counts only without Latin letters before it
//! (standards, codes) and not before 号 or 期. `25年4月` needs its month: `15年4个月` is a span. Dates in han
//! figures are solemn: they count only where the prose has dates in Arabic figures too, not in a
//! quotation, a title, or a passage that is only a date. Weekdays count only with a whole date. `8-8` may be a
//! score or a number of rooms, and `90年代` most often has its century before it: neither is told.

use super::chars::{Chars, is_han, is_han_figure};
use crate::diagnostic::{Argument, Code, Edit, Sink};
use crate::proof::{Passage, Reading};
use std::ops::Range;

/// The messages of what is wrong and of its remedy, by their keys.
pub(super) type Fault = (&'static str, &'static str);

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let has_arabic = reading.prose().any(|passage| {
        let chars = Chars::of(passage);
        chars.iter().any(|(at, ch)| ch == '年' && figures_before(&chars, at) == 4)
    });
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let chars = Chars::of(passage);
        for (at, ch) in chars.iter() {
            match ch {
                '月' | '日' => leading_nought(passage, &chars, at, sink),
                '年' => {
                    short_year(passage, &chars, at, sink);
                    if has_arabic && passage.part.is_prose() {
                        han_date(passage, &chars, at, sink);
                    }
                    weekday(passage, &chars, at, sink);
                }
                '-' | '－' | '–' | '.' => month_alone(passage, &chars, at, sink),
                _ => {}
            }
        }
    }
}

pub(super) fn report(passage: &Passage<'_>, range: Range<usize>, fault: Fault, edit: Option<Edit>, sink: &mut Sink) {
    let found = passage.found(Code::WrongDate, range);
    sink.push(
        found.with("fault", Argument::Message(fault.0)).with("remedy", Argument::Message(fault.1)).fixed_by(edit),
    );
}

fn is_figure(ch: char) -> bool {
    ch.is_ascii_digit()
}

/// How many Arabic figures end here.
fn figures_before(chars: &Chars<'_>, at: usize) -> usize {
    at - chars.run_back(at, is_figure)
}

/// `04月`, `08日`.
fn leading_nought(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, sink: &mut Sink) {
    let is_padded = figures_before(chars, at) == 2 && chars.get(at - 2) == Some('0') && chars.get(at - 1) != Some('0');
    if is_padded && chars.before(at - 2).is_none_or(|ch| !".-/:".contains(ch)) {
        let range = chars.bytes(at - 2..at);
        let edit = passage.edit(range.clone(), chars.str(at - 1..at));
        report(passage, range, ("date-nought", "date-nought-remedy"), edit, sink);
    }
}

/// `25年4月`.
fn short_year(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, sink: &mut Sink) {
    let month = chars.run(at + 1, is_figure);
    let has_month = (at + 2..=at + 3).contains(&month) && chars.starts(month, "月");
    let is_short = figures_before(chars, at) == 2;
    let number = chars.str(at + 1..month).parse::<u32>().unwrap_or(0);
    let is_span = is_short && chars.before(at - 2).is_some_and(|ch| "第满近达历约期-.".contains(ch));
    if is_short && has_month && (1..=12).contains(&number) && !is_span && !passage.is_quoted(&chars.bytes(at - 2..at)) {
        report(passage, chars.bytes(at - 2..month + 1), ("date-short-year", "date-short-year-remedy"), None, sink);
    }
}

/// `2025-4`, which could be a number.
fn month_alone(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, sink: &mut Sink) {
    let year = chars.str(chars.run_back(at, is_figure)..at);
    let end = chars.run(at + 1, is_figure);
    let month = chars.str(at + 1..end).parse::<u32>().unwrap_or(0);
    let is_year = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    let is_month = (1..=12).contains(&month) && end - at <= 3;
    if !is_year || !is_month {
        return;
    }
    let start = at - 4;
    let before = chars.str(chars.run_back(start, |ch| !is_han(ch) && !"，。；：、？！（）《》“”".contains(ch))..start);
    let in_code = before.chars().any(|ch| ch.is_ascii_alphabetic() || is_figure(ch) || "-/.〔[〕".contains(ch));
    let goes_on = chars.is(end, |ch| ch.is_ascii_alphanumeric() || "-－–./:年号期%％万亿元个".contains(ch));
    // A point makes a decimal as well; only a month's name behind would tell.
    let is_decimal = chars.is(at, |ch| ch == '.') && !chars.starts(end, "月");
    if !in_code && !goes_on && !is_decimal {
        report(passage, chars.bytes(start..end), ("date-month-alone", "date-month-alone-remedy"), None, sink);
    }
}

/// `二〇二五年四月`.
fn han_date(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, sink: &mut Sink) {
    let start = chars.run_back(at, |ch| is_han_figure(ch) || "○零".contains(ch));
    let month = chars.run(at + 1, |ch| is_han_figure(ch) || ch == '十');
    let is_year = at - start == 4 && chars.is(start, |ch| "一二".contains(ch));
    if !is_year || month == at + 1 || !chars.starts(month, "月") {
        return;
    }
    let day = chars.run(month + 1, |ch| is_han_figure(ch) || ch == '十');
    let end = if day > month + 1 && chars.starts(day, "日") { day + 1 } else { month + 1 };
    let rest = [chars.str(0..start), chars.str(end..chars.len())];
    let is_alone = rest.iter().all(|rest| rest.chars().all(|ch| !ch.is_alphanumeric()));
    let range = chars.bytes(start..end);
    if !is_alone && !passage.is_quoted(&range) {
        report(passage, range, ("date-han", "date-han-remedy"), None, sink);
    }
}

/// `2025年4月24日星期五`.
fn weekday(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, sink: &mut Sink) {
    let number = |range: Range<usize>| chars.str(range).parse::<i64>().ok();
    let month_end = chars.run(at + 1, is_figure);
    let day_end = chars.run(month_end + 1, is_figure);
    let is_date = figures_before(chars, at) == 4 && chars.starts(month_end, "月") && chars.starts(day_end, "日");
    if !is_date {
        return;
    }
    let word = chars.run(day_end + 1, |ch| "（( ，".contains(ch));
    let Some(name) = ["星期", "礼拜", "周"].iter().find(|name| chars.starts(word, name)) else { return };
    let day = word + name.chars().count();
    let week = "日一二三四五六";
    let said = chars
        .get(day)
        .map(|ch| if ch == '天' { '日' } else { ch })
        .and_then(|ch| week.chars().position(|day| day == ch));
    let date = (number(at - 4..at), number(at + 1..month_end), number(month_end + 1..day_end));
    let (Some(said), (Some(year), Some(month), Some(of_month))) = (said, date) else { return };
    // “周一至周五” and “周一、周三” say on which days, not which day it was.
    let is_list = chars.is(day + 1, |ch| "至到、—～和".contains(ch));
    if (1..=12).contains(&month)
        && (1..=31).contains(&of_month)
        && !is_list
        && said as i64 != day_of_week(year, month, of_month)
    {
        report(passage, chars.bytes(word..day + 1), ("date-weekday", "date-weekday-remedy"), None, sink);
    }
}

/// The weekday of a date, Sunday being 0 (Sakamoto's way).
fn day_of_week(year: i64, month: i64, day: i64) -> i64 {
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4].get(month as usize - 1).copied().unwrap_or(0);
    let year = if month < 3 { year - 1 } else { year };
    (year + year / 4 - year / 100 + year / 400 + shift + day).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_their_weekdays() {
        assert_eq!(day_of_week(2025, 4, 24), 4);
        assert_eq!(day_of_week(2000, 2, 29), 2);
        assert_eq!(day_of_week(1949, 10, 1), 6);
    }
}
