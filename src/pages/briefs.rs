//! The briefs (信息摘登): a heading over a run of them, a blank line between two.

use super::article::{TitleSpace, body, heading_row};
use super::block::{Anchor, Row};
use super::{Composer, byline};
use crate::document::{ElementId, Role as Element, Tag};
use crate::model::Brief;
use crate::model::style::Role;
use crate::typeset::{Type, set_title};

/// The heading over a run of briefs that begins with entry `order`: the name of their column.
pub(super) fn heading(group: ElementId, order: usize, composer: &mut Composer<'_, '_>) -> Option<Row> {
    let column = composer.publication.briefs.as_ref()?;
    let style = &composer.publication.style.briefs;
    let kind = Type { role: Role::Label, size: style.size };
    let lines = set_title(std::slice::from_ref(column), kind, composer.area.measure(), &mut composer.setter);
    let tag = Tag::Element(composer.structure.add(Element::BriefsHeading, group));
    let space = TitleSpace { above: style.above, line: style.line, below: style.below, keeps_above: false };
    Some(Row { anchor: Some(Anchor::Briefs(order)), ..heading_row(lines, &space, tag, composer) })
}

/// The rows of a brief; `follows` if another brief stands before it in its run.
pub(super) fn rows(
    brief: &Brief,
    group: ElementId,
    order: usize,
    follows: bool,
    composer: &mut Composer<'_, '_>,
) -> Vec<Row> {
    let element = composer.structure.add(Element::Brief, group);
    let mut rows = Vec::new();
    if follows {
        rows.push(Row::blank(composer.publication.style.briefs.between.ceil()));
    }
    let mut text = body(&brief.body, element, composer);
    // A heading keeps the same lines of text with it as a title.
    let keep = if follows { 1 } else { composer.publication.style.titles.keep_lines };
    for row in text.iter_mut().take(keep - 1) {
        row.keep_with_next = true;
    }
    if let Some(first) = text.first_mut() {
        first.anchor = Some(Anchor::Entry(order));
    }
    rows.extend(text);
    byline::add(&mut rows, &brief.byline, element, composer);
    rows
}
