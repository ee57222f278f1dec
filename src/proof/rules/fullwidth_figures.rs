//! Fullwidth letters and figures: `２０２５`, `ＡＩ`.
//!
//! Source: GB/T 15835-2011 clause 5 (figures stand on half a character); the same for Latin letters.
//! False alarms: none known. Signs such as `＋` and `％` have fullwidth forms that are set on purpose and are
//! left alone; `．` counts only between fullwidth figures. Quotations are not spared.

use super::chars::Chars;
use crate::diagnostic::{Code, Sink};
use crate::proof::Reading;

/// Reports each run of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in &reading.passages {
        let chars = Chars::of(passage);
        let mut at = chars.next(0, is_wide);
        while at < chars.len() {
            let mut end = chars.run(at, is_wide);
            while end > at && chars.is(end, |ch| ch == '．') && chars.is(end + 1, is_wide) {
                end = chars.run(end + 1, is_wide);
            }
            let right: String = chars.str(at..end).chars().map(narrow).collect();
            let range = chars.bytes(at..end);
            let edit = passage.edit(range.clone(), &right);
            sink.push(passage.found(Code::FullwidthFigure, range).with("right", right).fixed_by(edit));
            at = chars.next(end, is_wide);
        }
    }
}

fn is_wide(ch: char) -> bool {
    matches!(ch, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

fn narrow(ch: char) -> char {
    char::from_u32(ch as u32 - 0xfee0).unwrap_or(ch)
}
