//! Brackets round the year of a document's number (发文字号): `〔2025〕3号`.
//!
//! Source: GB/T 9704-2012 7.2.5; GB/T 15834-2011 4.9.3.4.
//! False alarms: only a year of this or the last century right before a number with 号. Numbers of courts
//! (`（2025）浙01民初1号`) have characters between and are left alone. Quotations are not spared.

use super::chars::{Chars, is_han};
use crate::char_set::CharSet;
use crate::diagnostic::{Code, Sink};
use crate::proof::Reading;

/// Brackets that are typed for `〔` and `〕`.
static OPENING: CharSet = CharSet::of("[［（(【〔{");
const CLOSING: &str = "]］）)】〕}";

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in &reading.passages {
        let chars = Chars::of(passage);
        for (at, _) in chars.iter().filter(|(_, ch)| OPENING.contains(*ch)) {
            let year = chars.str(at + 1..at + 5);
            let is_year = year.len() == 4
                && year.bytes().all(|byte| byte.is_ascii_digit())
                && (year.starts_with("19") || year.starts_with("20"));
            let start = chars.run(at + 6, |ch| ch == '第' || ch == ' ');
            let end = chars.run(start, |ch| ch.is_ascii_digit());
            let is_number = is_year
                && chars.was(at, is_han)
                && chars.is(at + 5, |ch| CLOSING.contains(ch))
                && (start + 1..=start + 4).contains(&end)
                && chars.starts(end, "号");
            if is_number && (chars.get(at), chars.get(at + 5)) != (Some('〔'), Some('〕')) {
                let range = chars.bytes(at..at + 6);
                let right = format!("〔{year}〕");
                let edit = passage.edit(range.clone(), &right);
                sink.push(passage.found(Code::DocumentNumberBrackets, range).with("right", right).fixed_by(edit));
            }
        }
    }
}
