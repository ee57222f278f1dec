//! Marks round 等: none before it behind items joined by `、`, and no ellipsis behind 等等.
//!
//! Source: GB/T 15834-2011 B.1.2, A.9.2.
//! False alarms: 等 that begins a word (等级, 等待, 等额, 等离子) is left alone. `，等` is told only
//! behind a list and before what lists are of (`工作`, `方面`), for 等 is else often a verb.
//! Quotations are left alone.

use super::chars::Chars;
use crate::char_set::CharSet;
use crate::diagnostic::{Code, Sink};
use crate::proof::{Passage, Reading};
use std::ops::Range;

/// What may follow 等 as part of a word.
const WORDS: &str = "级待候额离效同于式量值差比距次号到着闲身位边高腰温压价份第压角宽深长";

/// What a list that 等 ends is a list of.
const LISTED: &[&str] = &[
    "工作", "方面", "内容", "情况", "问题", "事项", "领域", "环节", "部门", "单位", "项目", "措施", "设施", "活动",
    "形式", "方式", "制度", "机制",
];

/// With what begins what is looked for.
static READ: CharSet = CharSet::of("、，等");

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let chars = Chars::of(passage);
        for (at, _) in chars.iter().filter(|(_, ch)| READ.contains(*ch)) {
            if chars.starts(at, "、等") && chars.get(at + 2).is_none_or(|ch| !WORDS.contains(ch)) {
                report(passage, &chars, at..at + 1, sink);
            }
            if chars.starts(at, "，等") && ends_a_list(&chars, at) {
                report(passage, &chars, at..at + 1, sink);
            }
            if chars.starts(at, "等等…") {
                let dots = chars.run(at + 2, |ch| ch == '…');
                report(passage, &chars, at + 2..dots, sink);
            }
        }
    }
}

/// Reports marks that should go; at the end of a text a stop would be missing without them.
fn report(passage: &Passage<'_>, chars: &Chars<'_>, marks: Range<usize>, sink: &mut Sink) {
    let range = chars.bytes(marks.clone());
    if passage.is_quoted(&range) {
        return;
    }
    let edit = if marks.end < chars.len() { passage.edit(range.clone(), "") } else { None };
    sink.push(passage.found(Code::MarkBeforeEtc, range).fixed_by(edit));
}

/// Whether the clauses before a comma hold a list that the 等 behind it ends: `甲、乙，等工作`.
fn ends_a_list(chars: &Chars<'_>, at: usize) -> bool {
    let item = chars.run_back(at, |ch| !"。；：？！，、".contains(ch));
    chars.was(item, |ch| ch == '、') && LISTED.iter().any(|word| chars.starts(at + 2, word))
}
