//! Marks that stand twice: `，，` `。。` `、，`.
//!
//! Source: GB/T 15834-2011 5.1.1, 4.2.3.3.
//! False alarms: none known. Up to three `？` and `！` in a row are allowed; three full stops are an
//! ellipsis, which another rule tells.

use crate::diagnostic::{Code, Sink};
use crate::proof::Reading;

/// Marks of which no two stand side by side.
const SINGLE: &[char] = &['，', '。', '、', '；', '：'];

/// Reports each run of such marks; where all are alike one of them is right.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in &reading.passages {
        let text = passage.as_str();
        let mut at = 0;
        while at < text.len() {
            let run = text[at..].len() - text[at..].trim_start_matches(SINGLE).len();
            let marks = text[at..at + run].chars().count();
            let first = text[at..].chars().next().map_or(1, char::len_utf8);
            let is_ellipsis = text[at..at + run].chars().all(|ch| ch == '。') && marks >= 3;
            if marks >= 2 && !is_ellipsis {
                let range = at..at + run;
                let alike = text[range.clone()].chars().all(|ch| text[at..].starts_with(ch));
                let edit = if alike { passage.edit(range.clone(), &text[at..at + first]) } else { None };
                sink.push(passage.found(Code::DoubledMark, range).fixed_by(edit));
            }
            at += run.max(first);
        }
    }
}
