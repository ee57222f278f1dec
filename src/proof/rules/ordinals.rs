//! Marks behind ordinals: `（一）、` takes none, `1、` takes a point, `第一、` and `第一。` a comma, `一.` an enumeration comma.
//!
//! Source: GB/T 15834-2011 B.3.1 to B.3.4.
//! False alarms: an ordinal counts only where a clause begins. Enumerations are left alone: `（一）、（二）项`, `1、2号楼`,
//! `3、4个`, `第一、二、三产业`, `第一、第二批`. Quotations are left alone but for their width.

use super::chars::{Chars, begins_clause, is_han, is_han_number};
use crate::diagnostic::{Code, Sink};
use crate::proof::Reading;

/// Ordinal words that take a comma.
const WORDS: &[&str] = &["首先", "其次", "再次", "最后"];

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let chars = Chars::of(passage);
        for at in (0..chars.len()).filter(|at| begins_clause(&chars, *at)) {
            let Some((mark, right)) = wrong_mark(&chars, at) else { continue };
            let range = chars.bytes(mark..mark + 1);
            if passage.is_quoted(&range) {
                continue;
            }
            let edit = passage.edit(range, right);
            let found = passage.found(Code::OrdinalMark, chars.bytes(at..mark + 1));
            let ordinal = format!("{}{right}", chars.str(at..mark));
            sink.push(found.with("right", ordinal).fixed_by(edit));
        }
    }
}

/// The mark behind the ordinal that begins here, if it is wrong, and what it should be.
fn wrong_mark(chars: &Chars<'_>, at: usize) -> Option<(usize, &'static str)> {
    let is_enumerating = |mark: usize| chars.is(mark, |ch| ch == '、');
    let is_number = |ch: char| is_han_number(ch) || ch.is_ascii_digit();
    if chars.is(at, |ch| ch == '（') {
        let end = chars.run(at + 1, is_number);
        let is_ordinal = end > at + 1 && end <= at + 4 && chars.is(end, |ch| ch == '）');
        let marked = chars.is(end + 1, |ch| "、，．.".contains(ch));
        return (is_ordinal && marked && chars.is(end + 2, is_han)).then_some((end + 1, ""));
    }
    if chars.is(at, |ch| ('①'..='⑳').contains(&ch)) {
        return (is_enumerating(at + 1) && chars.is(at + 2, is_han)).then_some((at + 1, ""));
    }
    let figures = chars.run(at, |ch| ch.is_ascii_digit());
    if (1..=2).contains(&(figures - at)) {
        let goes_on = chars.is(figures + 1, |ch| is_han(ch) && !is_han_number(ch));
        let is_list = at == 0 || counts_on(chars, at, figures);
        return (is_enumerating(figures) && goes_on && is_list).then_some((figures, "."));
    }
    let numerals = chars.run(at, is_han_number);
    if numerals > at && at == 0 && chars.is(numerals, |ch| ".．".contains(ch)) && chars.is(numerals + 1, is_han) {
        return Some((numerals, "、"));
    }
    let end = match chars.is(at, |ch| ch == '第') {
        true => chars.run(at + 1, is_han_number),
        false => at + WORDS.iter().find(|word| chars.starts(at, word))?.chars().count(),
    };
    // `第三。形成`: a clause that is only an ordinal is none.
    if end > at + 1 && chars.is(at, |ch| ch == '第') && chars.is(end, |ch| ch == '。') && chars.is(end + 1, is_han) {
        return Some((end, "，"));
    }
    let goes_on = chars.is(end + 1, |ch| (is_han(ch) && !is_han_number(ch) && ch != '第') || ch == '“');
    let is_other = WORDS.iter().any(|word| chars.starts(end + 1, word));
    (end > at + 1 && is_enumerating(end) && goes_on && !is_other).then_some((end, "，"))
}

/// Whether a figure inside a passage is one of a list: the first, or the one after another before it.
fn counts_on(chars: &Chars<'_>, at: usize, end: usize) -> bool {
    let Ok(number) = chars.str(at..end).parse::<u32>() else { return false };
    let before = number.checked_sub(1);
    before.is_some_and(|before| {
        let text = chars.str(0..at);
        before == 0 || text.contains(&format!("{before}、")) || text.contains(&format!("{before}."))
    })
}
