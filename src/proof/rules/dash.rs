//! Dashes of the wrong form: `--`, `－－`, `──`, three or more `—`.
//!
//! Source: GB/T 15834-2011 4.10.2.
//! False alarms: runs amid Latin text and figures (`a--b`, `2024--2025`) and a passage of nothing but dashes (a rule)
//! are left alone. A single `—` may join places or times (4.13.3) and is told only between a closing quote and han
//! that no quote follows; a single `─`, which is a line for drawing, is told. Neither brings an edit.

use super::chars::{Chars, is_han, is_mark};
use crate::char_set::CharSet;
use crate::diagnostic::{Code, Sink};
use crate::proof::Reading;

/// Characters that are typed for a dash.
static STROKES: CharSet = CharSet::of("-－─━―–—");

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let is_stroke = |ch: char| STROKES.contains(ch);
    let is_chinese = |ch: char| is_han(ch) || is_mark(ch);
    for passage in &reading.passages {
        let chars = Chars::of(passage);
        let mut at = chars.next(0, is_stroke);
        while at < chars.len() {
            let end = chars.run(at, is_stroke);
            let is_wrong = match end - at {
                1 => chars.is(at, |ch| "─━".contains(ch)) || is_half(&chars, at),
                _ => chars.str(at..end) != "——",
            };
            let is_rule = end - at == chars.len();
            if is_wrong && !is_rule && (chars.was(at, is_chinese) || chars.is(end, is_chinese)) {
                let range = chars.bytes(at..end);
                let edit = if end - at > 1 { passage.edit(range.clone(), "——") } else { None };
                sink.push(passage.found(Code::WrongDash, range).fixed_by(edit));
            }
            at = chars.next(end, is_stroke);
        }
    }
}

/// Whether a single `—` is half of a dash: a closing quote before it, and behind it a clause.
fn is_half(chars: &Chars<'_>, at: usize) -> bool {
    let clause = chars.run(at + 1, is_han);
    let is_clause = clause > at + 3 && !chars.is(clause, |ch| "“《—".contains(ch));
    chars.is(at, |ch| ch == '—') && chars.was(at, |ch| "”’".contains(ch)) && is_clause
}
