//! Series whose numbers skip, repeat or go back: `一是…三是…`, `（一）…（三）`, `第一，…第三，…`; and series that
//! begin with one kind of number and go on with another: `首先，…第二，…` (advice).
//!
//! Source: GB/T 15834-2011 annex B.3; newsroom practice (校对通例).
//! False alarms: a number counts only at a paragraph's start or behind a stop, and outside quotations; a new
//! `一` begins a new series, inside another and in mid-sentence too (`调研组一是…，二是…`); a number whose predecessor stands in the paragraph without a
//! stop before it (`目的一是`) is right. A series that is not begun in its article is told as advice.

use crate::diagnostic::{Code, Diagnostic, Place, Severity, Sink};
use crate::model::{Block, Entry, ListItem};
use crate::proof::numbering::{Kind, Marker, figures, markers, written};
use crate::proof::{Part, Passage, Reading};
use std::collections::BTreeMap;

/// A series that may go on.
struct Series {
    last: u32,
    /// Whether its last number began a paragraph, so that it may go on in the next.
    begins: bool,
    /// Whether it stands in the paragraph that is being read.
    here: bool,
    /// Where its last number stands.
    place: Option<Place>,
}

/// Reads the articles one by one.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for (order, entry) in reading.issue.entries.iter().enumerate() {
        let mut open: BTreeMap<Kind, Vec<Series>> = BTreeMap::new();
        let mut before = String::new();
        for passage in reading.of_entry(order).filter(|passage| is_body(passage.part)) {
            for series in open.values_mut() {
                series.retain(|series| series.begins);
                series.iter_mut().for_each(|series| series.here = false);
            }
            let found = markers(passage);
            for (at, marker) in found.iter().enumerate() {
                let open = open.entry(marker.kind).or_default();
                let earlier = found[..at].iter().rev().find(|earlier| earlier.kind == marker.kind);
                let between = earlier.map_or(0, |earlier| earlier.range.end)..marker.range.start;
                let place = passage.place(marker.range.clone());
                if begins_inside(&passage.as_str()[between], marker) {
                    open.push(Series { last: marker.number, begins: false, here: true, place });
                } else if let Some(fault) = next(open, marker, passage, &before) {
                    sink.push(fault);
                }
            }
            mixed(passage, &found, sink);
            passage.as_str().clone_into(&mut before);
        }
        let blocks = match entry {
            Entry::Article(article) => &article.body,
            Entry::Brief(brief) => &brief.body,
        };
        for block in blocks {
            if let Block::List(items) = block {
                list(items, sink);
            }
        }
    }
}

fn is_body(part: Part) -> bool {
    matches!(part, Part::Heading(_) | Part::Paragraph | Part::EditorNote | Part::Quote)
}

/// Whether a number goes on with a first one that stands before it without a stop: `调研组一是…，二是…`.
fn begins_inside(between: &str, marker: &Marker) -> bool {
    marker.kind == Kind::Is && marker.number == 2 && ["一是", "一要"].iter().any(|first| between.contains(first))
}

/// Puts a number into the series that it goes on or begins; what is wrong with it is told.
fn next(open: &mut Vec<Series>, marker: &Marker, passage: &Passage<'_>, before: &str) -> Option<Diagnostic> {
    let (number, begins) = (marker.number, marker.range.start == 0);
    let place = passage.place(marker.range.clone());
    let goes_on = open.iter().rposition(|series| series.last + 1 == number);
    match goes_on {
        Some(at) if number > 1 => {
            open.truncate(at + 1);
            open[at] = Series { last: number, begins, here: true, place };
            return None;
        }
        _ if number == 1 => {
            open.push(Series { last: 1, begins, here: true, place });
            return None;
        }
        _ => {}
    }
    // Inside a paragraph, a series of paragraphs before it is none to go on with.
    let (last, first) = match open.last().filter(|series| series.here || begins) {
        Some(series) => (Some(series.last), series.place),
        None => (None, None),
    };
    let missing = written(marker.kind, number.saturating_sub(1));
    // 目的一是…二是…
    let stands = |text: &str| match marker.kind {
        Kind::Is => text.contains(&missing) || text.contains(&missing.replace('是', "要")),
        _ => text.contains(&missing),
    };
    let is_there = stands(&passage.as_str()[..marker.range.start]) || (begins && stands(before));
    if last.is_some() {
        open.pop();
    }
    open.push(Series { last: number, begins, here: true, place });
    // That is told as a mixed one.
    if last.is_none() && is_mixed(passage, marker) {
        return None;
    }
    if is_there && last.is_none_or(|last| last + 1 < number) {
        return None;
    }
    let found = passage.found(Code::BrokenSeries, marker.range.clone()).related(first);
    Some(match last {
        Some(last) if last == number => found.with("fault", "repeated"),
        Some(last) if last > number => found.with("fault", "backward").with("before", written(marker.kind, last)),
        Some(_) => found.with("fault", "skipped").with("missing", missing),
        None => {
            let mut found = found.with("fault", "unopened").with("missing", missing);
            found.severity = Severity::Advice;
            found
        }
    })
}

/// Tells a paragraph that begins a series with `首先` and goes on with numbers.
fn mixed(passage: &Passage<'_>, markers: &[Marker], sink: &mut Sink) {
    let Some(marker) = markers.iter().find(|marker| is_mixed(passage, marker)) else { return };
    let found = passage.found(Code::BrokenSeries, marker.range.clone());
    let mut found = found.with("fault", "mixed").with("before", "首先");
    found.severity = Severity::Advice;
    sink.push(found);
}

/// Whether `首先` stands before a second number, without `其次` or a first number.
fn is_mixed(passage: &Passage<'_>, marker: &Marker) -> bool {
    let text = &passage.as_str()[..marker.range.start];
    let Some(first) = text.rfind("首先，").filter(|at| !passage.is_quoted(&(*at..*at + 1))) else { return false };
    let is_second = matches!(marker.kind, Kind::Ordinal | Kind::Is) && marker.number == 2;
    is_second && !text[first..].contains("其次") && !text.contains(&written(marker.kind, 1))
}

/// Tells a numbered list whose numbers do not follow each other.
fn list(items: &[ListItem], sink: &mut Sink) {
    let numbers = items.iter().map(|item| figures(item.label.as_str()).map(|(number, _)| number));
    let numbers: Vec<_> = numbers.collect();
    for (at, pair) in numbers.windows(2).enumerate() {
        let (Some(before), Some(number)) = (pair[0], pair[1]) else { continue };
        if number == before + 1 || number == 1 {
            continue;
        }
        let label = &items[at + 1].label;
        let found = Diagnostic::new(Code::BrokenSeries, label.whole_place()).with("written", label.as_str());
        let found = found.related(items[at].label.whole_place());
        sink.push(match number {
            _ if number == before => found.with("fault", "repeated"),
            _ if number < before => found.with("fault", "backward").with("before", items[at].label.as_str()),
            _ => found.with("fault", "skipped").with("missing", written(Kind::Figure, number - 1)),
        });
    }
}
