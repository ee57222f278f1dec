//! A count that was announced and that what follows does not have: `提出三点意见：一是…二是…`; of a title,
//! `三举措…` over a text of four; of the issue, `本期刊登6则` over five briefs (advice).
//!
//! Source: newsroom practice (校对通例).
//! False alarms: only a count right before a colon, or in a paragraph's last sentence with `以下` or `如下`, is
//! taken, and only where a series follows at once. A title's count is taken only of `举措`, `措施`, `做法`, and
//! only where the text has one series of paragraphs. Lists parted by `、` are not counted: their items may
//! hold others.

use crate::diagnostic::{Code, Severity, Sink};
use crate::model::Entry;
use crate::proof::numbering::{Kind, figures, first, markers};
use crate::proof::{Part, Passage, Reading};
use std::ops::Range;

/// What is counted by an announcement.
const COUNTED: &[&str] =
    &["个", "点", "条", "项", "件", "种", "大", "方面", "类", "步", "关键", "招", "举措", "措施", "做法", "环节"];

/// What is counted by a title.
const MEANS: &[&str] = &["举措", "项举措", "措施", "项措施", "大举措", "种做法", "个做法", "大抓手"];

/// Characters between a count and the colon behind it.
const REACH: usize = 10;

/// Reads announcements, titles, and what the issue says of itself.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for (order, _) in reading.issue.entries.iter().enumerate() {
        let passages: Vec<_> = reading.of_entry(order).collect();
        for (at, passage) in passages.iter().enumerate() {
            if passage.part.is_prose() {
                announced(&passages[at..], sink);
            }
        }
        title(&passages, sink);
    }
    briefs(reading, sink);
}

/// Compares each count that a paragraph announces with the series that follows it.
fn announced(passages: &[&Passage<'_>], sink: &mut Sink) {
    let Some(passage) = passages.first() else { return };
    let text = passage.as_str();
    for (at, mark) in passage.chars.iter().copied().filter(|(_, ch)| matches!(ch, '：' | '。')) {
        let is_last = at + mark.len_utf8() == text.len();
        if mark == '。' && !is_last {
            continue;
        }
        let start = text[..at].rfind(['。', '；', '，', '：', '！', '？']).map_or(0, |at| at + '。'.len_utf8());
        let clause = &text[start..at];
        let says_so = || ["以下", "如下", "下列", "下面"].iter().any(|word| clause.contains(word));
        if (mark == '。' && !says_so()) || passage.is_quoted(&(at..at + 1)) {
            continue;
        }
        let Some((range, count)) = count(clause) else { continue };
        let series = if is_last { series(&passages[1..], 0) } else { series(passages, at + mark.len_utf8()) };
        if let Some(found) = series.filter(|found| *found >= 2 && *found != count) {
            let range = start + range.start..start + range.end;
            sink.push(passage.found(Code::CountDiffers, range).with("count", found.to_string()));
        }
    }
}

/// The last count of a clause that stands near its end, and where it stands with what it counts.
fn count(clause: &str) -> Option<(Range<usize>, u32)> {
    let starts: Vec<usize> = clause.char_indices().map(|(at, _)| at).collect();
    let near = &starts[starts.len().saturating_sub(REACH)..];
    near.iter().rev().find_map(|at| {
        let before = &clause[..*at];
        let is_inside =
            before.ends_with(|ch: char| ch.is_ascii_digit() || "一二三四五六七八九十百千万第.几十近约".contains(ch));
        let rest = &clause[*at..];
        let (number, len) = rest.strip_prefix('两').map_or_else(|| figures(rest), |_| Some((2, '两'.len_utf8())))?;
        let counted = COUNTED.iter().find(|counted| rest[len..].starts_with(**counted))?;
        let behind = &rest[len + counted.len()..];
        let is_count =
            !is_inside && (2..=30).contains(&number) && !behind.contains(['和', '及', '与', '、', '月', '年']);
        is_count.then_some((*at..clause.len(), number))
    })
}

/// How many items the series has that begins right at a byte of the first passage.
fn series(passages: &[&Passage<'_>], start: usize) -> Option<u32> {
    let first = markers(passages.first()?).into_iter().find(|marker| marker.range.start >= start)?;
    if first.range.start != start || first.number != 1 {
        return None;
    }
    let mut last = 0;
    for (order, passage) in passages.iter().enumerate() {
        let mut goes_on = order == 0;
        for marker in markers(passage).iter().filter(|marker| marker.kind == first.kind) {
            let may = if order == 0 { marker.range.start >= start } else { marker.range.start == 0 || goes_on };
            if may && marker.number == last + 1 {
                last = marker.number;
                goes_on = true;
            }
        }
    }
    Some(last)
}

/// Compares the count of a title with the paragraphs of its text that are numbered.
fn title(passages: &[&Passage<'_>], sink: &mut Sink) {
    let begins = |passage: &&&Passage<'_>| matches!(passage.part, Part::Paragraph | Part::Heading(_));
    let firsts: Vec<_> = passages.iter().filter(begins).filter_map(|passage| first(passage)).collect();
    let Some(kind) = firsts.first().map(|marker| marker.kind) else { return };
    let numbers: Vec<_> = firsts.iter().filter(|marker| marker.kind == kind).map(|marker| marker.number).collect();
    if kind > Kind::Figure && kind != Kind::Is || numbers.len() < 2 || numbers.iter().zip(1..).any(|(a, b)| *a != b) {
        return;
    }
    for passage in passages.iter().filter(|passage| matches!(passage.part, Part::Title | Part::Subtitle)) {
        let text = passage.as_str();
        let counts = text.char_indices().filter_map(|(at, _)| {
            let (number, len) = figures(&text[at..])?;
            let counted = MEANS.iter().find(|counted| text[at + len..].starts_with(**counted))?;
            let is_inside =
                text[..at].ends_with(|ch: char| ch.is_ascii_digit() || "一二三四五六七八九十百第".contains(ch));
            (!is_inside && number >= 2).then_some((at..at + len + counted.len(), number))
        });
        let len = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        for (range, _) in counts.filter(|(range, number)| *number != len && !passage.is_quoted(range)) {
            sink.push(passage.found(Code::CountDiffers, range).with("count", len.to_string()));
        }
    }
}

/// Compares what the issue says of its briefs with how many there are.
fn briefs(reading: &Reading<'_>, sink: &mut Sink) {
    let briefs = reading.issue.entries.iter().filter(|entry| matches!(entry, Entry::Brief(_))).count();
    for passage in reading.passages.iter().filter(|passage| matches!(passage.part, Part::EditorNote | Part::Note)) {
        let text = passage.as_str();
        for (at, _) in text.match_indices("本期") {
            let clause = text[at..].split(['。', '；']).next().unwrap_or_default();
            let counts = clause.char_indices().filter_map(|(from, _)| {
                let (number, len) = figures(&clause[from..])?;
                let is_inside =
                    clause[..from].ends_with(|ch: char| ch.is_ascii_digit() || "一二三四五六七八九十".contains(ch));
                let is_count = !is_inside && clause[from + len..].starts_with('则');
                is_count.then_some((at + from..at + from + len + '则'.len_utf8(), number))
            });
            for (range, _) in counts.filter(|(_, number)| usize::try_from(*number).ok() != Some(briefs)) {
                let mut found = passage.found(Code::CountDiffers, range).with("count", briefs.to_string());
                found.severity = Severity::Advice;
                sink.push(found);
            }
        }
    }
}
