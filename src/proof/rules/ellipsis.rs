//! Ellipses of the wrong form: `...`, `。。。`, a single `…`, more than two; and an ellipsis beside 等.
//!
//! Source: GB/T 15834-2011 4.11.2, A.9.1, A.9.2.
//! False alarms: points and a single `…` amid Latin text and figures are left alone; a passage that is only an
//! ellipsis may be of twelve dots. 等 counts only in an enumeration (`、` in its clause) and not as the start of a
//! word or a verb (等待, 等到).

use super::chars::{Chars, is_han, is_mark};
use crate::diagnostic::{Code, Sink};
use crate::proof::{Passage, Reading};

/// Characters of which a run is meant as an ellipsis, and how many make one.
const DOTS: &[(char, usize)] = &[('.', 3), ('。', 3), ('·', 3), ('・', 3), ('．', 3), ('⋯', 1), ('…', 1)];

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in &reading.passages {
        let chars = Chars::of(passage);
        let is_dot = |ch| DOTS.iter().any(|(dot, _)| *dot == ch);
        let mut at = chars.next(0, is_dot);
        while let Some(ch) = chars.get(at) {
            let end = chars.run(at, |other| other == ch);
            if DOTS.iter().any(|(dot, least)| *dot == ch && end - at >= *least) {
                dots(passage, &chars, at, end, sink);
            }
            at = chars.next(end, is_dot);
        }
    }
}

/// A run that is meant as an ellipsis.
fn dots(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, end: usize, sink: &mut Sink) {
    let is_right = chars.is(at, |ch| ch == '…') && end - at == 2;
    if is_right {
        return beside_and_so_on(passage, chars, at, end, sink);
    }
    let is_chinese = |ch: char| is_han(ch) || (is_mark(ch) && ch != '…');
    let in_chinese = chars.was(at, is_chinese) || chars.is(end, is_chinese) || chars.is(at, |ch| ch == '。');
    let stands_alone = at == 0 && end == chars.len() && end == 4;
    if in_chinese && !stands_alone {
        let range = chars.bytes(at..end);
        let edit = passage.edit(range.clone(), "……");
        sink.push(passage.found(Code::WrongEllipsis, range).fixed_by(edit));
    }
}

/// An ellipsis and 等 that say the same.
fn beside_and_so_on(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, end: usize, sink: &mut Sink) {
    let clause = chars.str(chars.run_back(at, |ch| !"。；：？！".contains(ch))..at);
    // `……等等，` can be nothing else.
    if chars.starts(end, "等等") && chars.get(end + 2).is_none_or(is_mark) {
        let range = chars.bytes(at..end);
        let edit = passage.edit(range.clone(), "");
        sink.push(passage.found(Code::WrongEllipsis, range).fixed_by(edit));
        return;
    }
    if !clause.contains('、') {
        return;
    }
    let before = chars.was(at, |ch| ch == '等') && !clause.ends_with("等等");
    let behind = chars.is(end, |ch| ch == '等')
        && chars.get(end + 1).is_none_or(|ch| !"待到着候你我他她它级额于同会".contains(ch));
    if before || behind {
        let range = chars.bytes(at..end);
        // At the end of a text the stop would be missing without the ellipsis.
        let edit = if end < chars.len() { passage.edit(range.clone(), "") } else { None };
        sink.push(passage.found(Code::WrongEllipsis, range).fixed_by(edit));
    }
}
