//! The corners of the head (版头): copy number, security class and urgency under each other at the left,
//! the notice at the right.
//!
//! Source: GB/T 9704-2012 7.2.1 to 7.2.3: at the type area's upper left, in this order, a line each.

use super::Composer;
use super::block::Row;
use crate::document::{ElementId, Role as Element, Tag};
use crate::length::Length;
use crate::model::style::Role;
use crate::model::{Placed, Text};
use crate::typeset::{Line, Type, set_within};

/// The rows over the masthead; none where nothing is to be said.
pub(super) fn rows(head: ElementId, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let (issue, publication) = (composer.issue, composer.publication);
    let copy = issue.copy_number.map(|number| copy_number(number, publication.style.corners.copy_figures));
    let left = [
        (copy.as_ref(), Role::Body, Element::CopyNumber),
        (publication.security.as_ref(), Role::Label, Element::Security),
        (issue.urgency.as_ref(), Role::Label, Element::Urgency),
    ];
    let mut rows = Vec::new();
    for (text, role, element) in left {
        if let Some(text) = text {
            rows.extend(
                corner(text, role, element, head, composer)
                    .into_iter()
                    .map(|(line, tag)| Row::text(line, Length::ZERO, composer.area.pitch(), tag)),
            );
        }
    }
    if let Some(notice) = &publication.notice {
        let lines = corner(notice, Role::Label, Element::Notice, head, composer);
        put_right(lines, &mut rows, composer);
    }
    rows
}

/// A copy number with noughts before it.
fn copy_number(number: Placed<u32>, figures: usize) -> Text {
    let mut text = Text::default();
    text.push(&format!("{:0figures$}", number.value), Some(number.place));
    text
}

/// The lines of a corner: one, unless it is wider than the measure.
fn corner(
    text: &Text,
    role: Role,
    element: Element,
    head: ElementId,
    composer: &mut Composer<'_, '_>,
) -> Vec<(Line, Tag)> {
    let kind = Type { role, size: composer.publication.style.corners.size };
    let lines = set_within(text, kind, &[], composer.area.measure(), &mut composer.setter);
    let tag = Tag::Element(composer.structure.add(element, head));
    lines.into_iter().map(|line| (line, tag)).collect()
}

/// Puts lines at the right end, beside the left corner's where there is room, below them otherwise.
fn put_right(lines: Vec<(Line, Tag)>, rows: &mut Vec<Row>, composer: &Composer<'_, '_>) {
    let (measure, pitch) = (composer.area.measure(), composer.area.pitch());
    let size = composer.publication.style.corners.size;
    let fits = |row: &Row, line: &Line| row.extent().1 + size <= measure - line.width;
    let beside = rows.iter().zip(&lines).all(|(row, (line, _))| fits(row, line));
    let first = if beside { 0 } else { rows.len() };
    for (order, (line, tag)) in lines.into_iter().enumerate() {
        let x = measure - line.width;
        let right = Row::text(line, x, pitch, tag);
        match rows.get_mut(first + order) {
            Some(row) => row.parts.extend(right.parts),
            None => rows.push(right),
        }
    }
}
