//! Ranges whose first number lost its multiplier: `9～16亿`, `15～30%`.
//!
//! Source: GB/T 15835-2011 (ranges: `9亿～16亿`, `13万元～17万元`, `15%～30%`).
//! False alarms: the first number must be less than the second, as `5000～1万` is no such range, and neither may
//! belong to a code, a date or a serial. A first number of four figures or more may be meant as it is
//! (`8000～9000亿` hardly, `2024—2025万` no): it is left alone. The edit repeats the multiplier.

use super::chars::{Chars, begins_number, is_less, number_end};
use crate::char_set::CharSet;
use crate::diagnostic::{Code, Sink};
use crate::proof::Reading;

/// Marks that join the ends of a range.
pub(super) static RANGE: CharSet = CharSet::of("～~—-－–∼");

/// What multiplies, the longer first.
const MULTIPLIERS: &[&str] = &["万亿", "亿", "万", "%", "％", "‰"];

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let chars = Chars::of(passage);
        let mut at = chars.next(0, |ch| ch.is_ascii_digit());
        while at < chars.len() {
            let middle = number_end(&chars, at);
            if begins_number(&chars, at) && !chars.was(at, |ch| RANGE.contains(ch)) {
                let end = number_end(&chars, middle + 1);
                let multiplier = MULTIPLIERS.iter().find(|multiplier| chars.starts(end, multiplier));
                let (first, last) = (chars.str(at..middle), chars.str(middle + 1..end));
                if let Some(multiplier) = multiplier
                    && chars.is(middle, |ch| RANGE.contains(ch))
                    && first.split('.').next().is_some_and(|whole| whole.len() <= 3)
                    && is_less(first, last)
                {
                    let edit = passage.edit(chars.bytes(at..middle), &format!("{first}{multiplier}"));
                    let range = chars.bytes(at..end + multiplier.chars().count());
                    let joined = if chars.starts(middle, "—") { "—" } else { "～" };
                    let right = format!("{first}{multiplier}{joined}{last}{multiplier}");
                    sink.push(passage.found(Code::DroppedMultiplier, range).with("right", right).fixed_by(edit));
                }
            }
            at = chars.next(middle, |ch| ch.is_ascii_digit());
        }
    }
}
