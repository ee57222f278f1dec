//! Levels of headings that skip, or whose numbers are not those of their level.
//!
//! Source: GB/T 9704-2012 7.3.3: `一、` `（一）` `1.` `（1）`.
//! False alarms: a text may begin with any level and number its headings or not. Told are a `#` level that
//! skips the one above it, two kinds of numbers at one `#` level, one kind at two, and, as advice, a number
//! whose upper level is missing (`一、` and then `（1）`): offices shorten the order.

use crate::diagnostic::{Code, Severity, Sink};
use crate::proof::numbering::{Kind, LEVELS, marker};
use crate::proof::{Part, Passage, Reading};

/// Reads the headings of each article.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for (order, _) in reading.issue.entries.iter().enumerate() {
        let headings = reading.of_entry(order).filter_map(|passage| Some((passage, level(passage)?)));
        let headings: Vec<_> = headings.collect();
        marked(&headings, sink);
        numbered(reading.of_entry(order), sink);
    }
}

/// The `#` level of a heading, by itself or run in before a text.
fn level(passage: &Passage<'_>) -> Option<u8> {
    match passage.part {
        Part::Heading(level) => Some(level),
        Part::Paragraph => passage.text.marks_at(0).find_map(|mark| match mark {
            crate::model::Mark::Heading(level) => Some(level),
            _ => None,
        }),
        _ => None,
    }
}

/// Compares the levels that are marked with each other and with their numbers.
fn marked(headings: &[(&Passage<'_>, u8)], sink: &mut Sink) {
    let mut above = headings.first().map_or(1, |(_, level)| *level);
    let mut kinds: Vec<(u8, Kind)> = Vec::new();
    for (passage, level) in headings {
        let text = passage.as_str();
        let kind = marker(text, true).filter(|(kind, ..)| *kind <= Kind::Circled);
        let end = kind.map_or_else(|| text.chars().next().map_or(0, char::len_utf8), |(_, _, len)| len);
        if *level > above + 1 {
            let found = passage.found(Code::HeadingLevel, 0..end).with("fault", "skipped");
            sink.push(found.with("level", (above + 1).to_string()));
        } else if let Some((kind, ..)) = kind {
            let differs = |(known, other): &&(u8, Kind)| (known == level) != (*other == kind);
            if kinds.iter().any(|known| differs(&known)) {
                sink.push(passage.found(Code::HeadingLevel, 0..end).with("fault", "number"));
            } else {
                kinds.push((*level, kind));
            }
        }
        above = *level;
    }
}

/// Tells, as advice, the first number of a level whose upper level the text has not had, though it has had
/// one above that.
fn numbered<'a>(passages: impl Iterator<Item = &'a Passage<'a>>, sink: &mut Sink) {
    let rank = |kind: Kind| LEVELS.iter().position(|(level, _)| *level == kind);
    let mut had = [false; 4];
    for passage in passages.filter(|passage| passage.part == Part::Paragraph && level(passage).is_none()) {
        let Some((kind, _, len)) = marker(passage.as_str(), true) else { continue };
        let Some(rank) = rank(kind) else { continue };
        if rank >= 2 && !had[rank] && !had[rank - 1] && had[..rank - 1].contains(&true) {
            let missing = LEVELS.get(rank - 1).map_or("", |(_, written)| written);
            let mut found = passage.found(Code::HeadingLevel, 0..len).with("fault", "order").with("missing", missing);
            found.severity = Severity::Advice;
            sink.push(found);
        }
        had[rank] = true;
    }
}
