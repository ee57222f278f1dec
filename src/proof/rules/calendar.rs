//! Dates that no calendar has (`5月32日`, `13月4日`), that lack a part (`9月1前`, `2025年月14日`), and spans that run
//! backwards (`8月23日至20日`).
//!
//! Source: the Gregorian calendar; GB/T 15835-2011 (dates are written whole).
//! False alarms: 29 February counts as a day where no year is given. A month is told only with its year or its day
//! (`18月龄` is an age), a day that has lost its 日 only before a mark, 前, 施行 or a title of a work: `5月10起` may
//! be ten cases. A span that may run over the end of a year (`12月20日至1月5日`) is right, and so is a list
//! (`3月1、2日`). Quotations are left alone.

use super::chars::{Chars, is_han};
use super::dates::report;
use crate::diagnostic::Sink;
use crate::proof::{Passage, Reading};
use std::ops::Range;

/// What joins the ends of a span.
const SPAN: &[&str] = &["至", "到", "—", "～", "~", "-", "－", "–"];

/// What follows a day whose 日 is lost, besides marks.
const BEHIND_DAY: &[&str] = &["前", "以前", "之前", "起施行", "起实施", "起执行", "起生效", "起正式", "《"];

/// A date in figures; what it does not say is none.
#[derive(Clone, Copy)]
struct Date {
    year: Option<u32>,
    month: u32,
    day: Option<u32>,
    start: usize,
    end: usize,
}

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let chars = Chars::of(passage);
        for (at, _) in chars.iter().filter(|(_, ch)| *ch == '月') {
            if passage.is_quoted(&chars.bytes(at..at + 1)) {
                continue;
            }
            match date(&chars, at) {
                Some(date) => read(passage, &chars, date, sink),
                None => lost_month(passage, &chars, at, sink),
            }
        }
    }
}

fn is_figure(ch: char) -> bool {
    ch.is_ascii_digit()
}

/// The number that some characters write, if they are one or two figures.
fn number(chars: &Chars<'_>, range: Range<usize>) -> Option<u32> {
    if range.is_empty() || range.len() > 2 { None } else { chars.str(range).parse().ok() }
}

/// The date whose 月 stands here; none if no figures stand before it, or others than a date's.
fn date(chars: &Chars<'_>, at: usize) -> Option<Date> {
    let from = chars.run_back(at, is_figure);
    let month = number(chars, from..at)?;
    let year_from = chars.run_back(from.saturating_sub(1), is_figure);
    let has_year = chars.was(from, |ch| ch == '年') && from - 1 - year_from == 4;
    let year = if has_year { chars.str(year_from..from - 1).parse().ok() } else { None };
    let start = if has_year { year_from } else { from };
    if chars.was(start, |ch| ch.is_ascii_alphanumeric() || ".-/".contains(ch)) {
        return None;
    }
    let day_end = chars.run(at + 1, is_figure);
    let is_day = chars.is(day_end, |ch| ch == '日') && !chars.is(day_end + 1, |ch| ch == '龄');
    let day = number(chars, at + 1..day_end).filter(|_| is_day);
    let end = if day.is_some() { day_end + 1 } else { at + 1 };
    Some(Date { year, month, day, start, end })
}

/// How many days a month has; the most it may have where no year is given.
fn days(year: Option<u32>, month: u32) -> u32 {
    let is_leap = |year: u32| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_some_and(|year| !is_leap(year)) => 28,
        2 => 29,
        _ => 31,
    }
}

/// Reads a date by itself, then with the end of the span that it begins.
fn read(passage: &Passage<'_>, chars: &Chars<'_>, date: Date, sink: &mut Sink) {
    let is_whole = date.year.is_some() || date.day.is_some();
    let is_month = (1..=12).contains(&date.month);
    let is_day = date.day.is_none_or(|day| (1..=days(date.year, date.month)).contains(&day));
    let words = ("date-impossible", "date-impossible-remedy");
    if is_whole && !(is_month && is_day) {
        report(passage, chars.bytes(date.start..date.end), words, None, sink);
    } else if is_month && let Some(end) = lost_day(passage, chars, date).or_else(|| lost_figures(chars, date)) {
        let words = ("date-incomplete", "date-incomplete-remedy");
        report(passage, chars.bytes(date.start..end), words, None, sink);
    } else if let Some((last, end)) = span_end(chars, date) {
        let is_day = last.day.is_none_or(|day| (1..=days(last.year, last.month)).contains(&day));
        if runs_back(date, last) {
            let words = ("date-backwards", "date-backwards-remedy");
            report(passage, chars.bytes(date.start..end), words, None, sink);
        } else if last.start == last.end && !is_day {
            report(passage, chars.bytes(date.start..end), words, None, sink);
        }
    }
}

/// Where the day ends that lacks its 日.
fn lost_day(passage: &Passage<'_>, chars: &Chars<'_>, date: Date) -> Option<usize> {
    let end = chars.run(date.end, is_figure);
    let day = number(chars, date.end..end).filter(|_| date.day.is_none())?;
    let is_day = (1..=31).contains(&day) && !chars.is(date.end, |ch| ch == '0');
    let is_stopped =
        chars.is(end, |ch| "，。；）".contains(ch)) || BEHIND_DAY.iter().any(|word| chars.starts(end, word));
    let is_span = chars.was(date.start, |ch| SPAN.iter().any(|mark| mark.starts_with(ch)));
    (is_day && is_stopped && !is_span && passage.part.is_prose()).then_some(end)
}

/// Where a day ends that has lost its figures: `6月日，`.
fn lost_figures(chars: &Chars<'_>, date: Date) -> Option<usize> {
    let has_none = date.day.is_none() && chars.is(date.end, |ch| ch == '日');
    let is_word = chars.is(date.end + 1, is_han) && !BEHIND_DAY.iter().any(|word| chars.starts(date.end + 1, word));
    (has_none && !is_word).then_some(date.end + 1)
}

/// The end of a span that a date begins, as a date, and where it ends; it has no place of its own if it is only a day.
fn span_end(chars: &Chars<'_>, first: Date) -> Option<(Date, usize)> {
    first.day?;
    let mark = SPAN.iter().find(|mark| chars.starts(first.end, mark))?;
    let from = first.end + mark.chars().count();
    let figures = chars.run(from, is_figure);
    if chars.is(figures, |ch| ch == '日') && !chars.is(figures + 1, |ch| ch == '龄') {
        let day = number(chars, from..figures)?;
        return Some((Date { day: Some(day), start: from, end: from, ..first }, figures + 1));
    }
    let month = match chars.is(figures, |ch| ch == '年') {
        true => chars.run(figures + 1, is_figure),
        false => figures,
    };
    let last = date(chars, month).filter(|last| chars.is(month, |ch| ch == '月') && last.start == from)?;
    last.day.is_some().then_some((last, last.end))
}

/// Whether the second of two dates is before the first, whatever year is meant.
fn runs_back(first: Date, last: Date) -> bool {
    let is_only_day = last.start == last.end;
    match (first.year, last.year) {
        (Some(year), Some(other)) => (year, first.month, first.day) > (other, last.month, last.day),
        (_, None) => first.month == last.month && first.day > last.day,
        (None, Some(_)) => is_only_day && first.day > last.day,
    }
}

/// `2025年月14日`.
fn lost_month(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, sink: &mut Sink) {
    let year = chars.run_back(at.saturating_sub(1), is_figure);
    let has_year = chars.was(at, |ch| ch == '年') && at - 1 - year == 4;
    let day = chars.run(at + 1, is_figure);
    let has_day = number(chars, at + 1..day).is_some() && chars.is(day, |ch| ch == '日');
    if has_year && has_day {
        let words = ("date-incomplete", "date-incomplete-remedy");
        report(passage, chars.bytes(year..day + 1), words, None, sink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendar_months_have_their_days() {
        let february = [(None, 29), (Some(2024), 29), (Some(2025), 28), (Some(1900), 28), (Some(2000), 29)];
        assert!(february.iter().all(|(year, count)| days(*year, 2) == *count));
        assert_eq!((days(None, 4), days(None, 12)), (30, 31));
    }

    #[test]
    fn calendar_spans_over_the_year_are_none_backwards() {
        let read = |text: &str| {
            let chars = Chars::new(text);
            let month = chars.iter().find(|(_, ch)| *ch == '月').map_or(0, |(at, _)| at);
            let first = date(&chars, month)?;
            span_end(&chars, first).map(|(last, _)| runs_back(first, last))
        };
        assert_eq!(read("8月23日至20日"), Some(true));
        assert_eq!(read("8月20日至23日"), Some(false));
        assert_eq!(read("12月20日至1月5日"), Some(false));
        assert_eq!(read("2025年3月2日至2024年5月1日"), Some(true));
        assert_eq!(read("8月23日至某日"), None);
    }
}
