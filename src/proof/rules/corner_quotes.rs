//! Quotes and title marks of other kinds of text: `「」` and `『』`, which horizontal simplified text has not, and `<` `>` for `《》`.
//!
//! Source: GB/T 15834-2011 4.8.2, 4.15.2, 5.2.2 (`﹃﹄` and `﹁﹂` are for vertical text).
//! False alarms: only pairs with han between them count; `<` and `>` only where neither is a sign of comparison (figures
//! beside it) nor a tag's (`</b>`, Latin text). Names are not spared: the marks are the typist's.

use super::chars::{Chars, has_han};
use crate::diagnostic::{Code, Sink};
use crate::proof::{Passage, Reading};

/// Opening and closing marks, and the code under which they are told.
const KINDS: &[(char, char, Code)] = &[
    ('「', '」', Code::WrongNesting),
    ('『', '』', Code::WrongNesting),
    ('<', '>', Code::HalfwidthMark),
    ('＜', '＞', Code::HalfwidthMark),
];

/// Reports each pair of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in &reading.passages {
        let chars = Chars::of(passage);
        let mut open: Option<(usize, char, Code)> = None;
        for (at, ch) in chars.iter() {
            if let Some((_, close, code)) = KINDS.iter().find(|(opening, ..)| *opening == ch) {
                open = Some((at, *close, *code));
            } else if let Some((start, _, code)) = open.take_if(|(_, close, _)| *close == ch) {
                pair(passage, &chars, (start, at), code, sink);
            }
        }
    }
}

/// Reports a pair; the marks that it should have are those that nothing like them holds.
fn pair(passage: &Passage<'_>, chars: &Chars<'_>, (start, end): (usize, usize), code: Code, sink: &mut Sink) {
    let content = chars.str(start + 1..end);
    let is_title = code == Code::HalfwidthMark;
    let is_sign = |ch: char| ch.is_ascii() || ch.is_whitespace();
    let is_latin = chars.is(start + 1, is_sign) || chars.was(end, is_sign) || content.contains(['/', '=']);
    if !has_han(content) || (is_title && is_latin) {
        return;
    }
    let before = chars.str(0..start);
    let is_inside = |open: char, close: char| before.matches(open).count() > before.matches(close).count();
    let (open, close) = match (is_title, is_inside('“', '”'), is_inside('《', '》')) {
        (true, _, true) => ('〈', '〉'),
        (true, ..) => ('《', '》'),
        (false, true, _) => ('‘', '’'),
        _ => ('“', '”'),
    };
    let range = chars.bytes(start..end + 1);
    let is_safe = !content.chars().any(|ch| ch.is_control() || "\"'\\“”‘’《》〈〉「」『』".contains(ch));
    let edit = if is_safe { passage.edit(range.clone(), &format!("{open}{content}{close}")) } else { None };
    sink.push(passage.found(code, range).with("right", format!("{open}{close}")).fixed_by(edit));
}
