//! Titles and headings that end in a stop.
//!
//! Source: GB/T 15834-2011 annex B.4. `？` `！` and the ellipsis may stand there.
//! False alarms: none known. A line of a title that another follows is no end; a heading that runs in before
//! its text ends in a stop by rights; a stop inside a closing quotation mark is the quotation's.

use crate::diagnostic::{Code, Sink};
use crate::proof::{Part, Reading};

const STOPS: &[char] = &['，', '。', '、', '；', '：', '．', '｡', '､'];

/// Reports the stops at an end; without them the title is right.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for (at, passage) in reading.passages.iter().enumerate().filter(|(_, passage)| passage.part.is_title()) {
        let next = reading.passages.get(at + 1).filter(|next| next.entry == passage.entry && next.part == passage.part);
        if next.is_some() && matches!(passage.part, Part::Title | Part::Subtitle) {
            continue;
        }
        let text = passage.as_str();
        let end = text.trim_end_matches(STOPS).len();
        if end < text.len() && end > 0 {
            let edit = passage.edit(end..text.len(), "");
            sink.push(passage.found(Code::TitleStop, end..text.len()).fixed_by(edit));
        }
    }
}
