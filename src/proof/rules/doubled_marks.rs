//! Marks that stand twice: `，，` `。。` `、，` `。”。`, and more than three `？` and `！`.
//!
//! Source: GB/T 15834-2011 5.1.1, 4.2.3.3, B.2.1.
//! False alarms: none known. Up to three `？` and `！` in a row are allowed; three full stops are an
//! ellipsis, which another rule tells. `！”。` and `？”。` are right where the quotation is part of a sentence.

use super::chars::Chars;
use crate::char_set::CharSet;
use crate::diagnostic::{Code, Sink};
use crate::proof::{Passage, Reading};

/// Marks of which no two stand side by side.
static SINGLE: CharSet = CharSet::of("，。、；：");

/// Those of which a few may stand side by side.
static CRIES: CharSet = CharSet::of("？！");

/// Reports each run of such marks; where all are alike one of them is right.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in &reading.passages {
        let chars = Chars::of(passage);
        let is_read = |ch| SINGLE.contains(ch) || CRIES.contains(ch);
        let mut at = chars.next(0, is_read);
        while at < chars.len() {
            let end = chars.run(at, |ch| SINGLE.contains(ch));
            let is_ellipsis = end - at >= 3 && chars.str(at..end).chars().all(|ch| ch == '。');
            if end - at >= 2 && !is_ellipsis {
                report(passage, &chars, at, end, sink);
            }
            if end - at == 1 {
                across_a_quote(passage, &chars, at, sink);
            }
            let cries = chars.run(at, |ch| CRIES.contains(ch));
            if cries - at > 3 {
                sink.push(passage.found(Code::DoubledMark, chars.bytes(at..cries)));
            }
            at = chars.next(end.max(cries), is_read);
        }
    }
}

fn report(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, end: usize, sink: &mut Sink) {
    let range = chars.bytes(at..end);
    let first = chars.str(at..at + 1);
    let alike = chars.str(at..end).chars().all(|ch| first.starts_with(ch));
    let edit = if alike { passage.edit(range.clone(), first) } else { None };
    sink.push(passage.found(Code::DoubledMark, range).fixed_by(edit));
}

/// The same mark before and behind a closing quote; which of them is right is a matter of the sentence.
fn across_a_quote(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, sink: &mut Sink) {
    let behind = chars.run(at + 1, |ch| "”’".contains(ch));
    if behind > at + 1 && chars.get(behind) == chars.get(at) {
        sink.push(passage.found(Code::DoubledMark, chars.bytes(at..behind + 1)));
    }
}
