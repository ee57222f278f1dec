//! The briefs (信息摘登): a heading over a run of them, a blank line between two.

use super::article::body;
use super::block::{Anchor, Row};
use super::title::{TitlePart, TitleSpace, heading_row};
use super::{Composer, byline};
use crate::document::{ElementId, Role as Element, Tag};
use crate::length::Lines;
use crate::model::style::{BriefTitle, Role};
use crate::model::{Block, Brief, Mark, Text};
use crate::typeset::{Type, set_title};

/// The heading over a run of briefs that begins with entry `order`: the name of their column.
pub(super) fn heading(group: ElementId, order: usize, composer: &mut Composer<'_, '_>) -> Option<Row> {
    let column = composer.publication.briefs.as_ref()?;
    let style = &composer.publication.style.briefs;
    let kind = Type { role: Role::Label, size: style.size };
    let lines = set_title(std::slice::from_ref(column), kind, composer.area.measure(), &mut composer.setter);
    let tag = Tag::Element(composer.structure.add(Element::BriefsHeading, group));
    let space = TitleSpace { above: style.above, line: style.line, below: style.below, keeps_above: false };
    let part = TitlePart { lines, height: space.line, tag };
    Some(Row { anchor: Some(Anchor::Briefs(order)), ..heading_row(vec![part], &space, composer) })
}

/// The row of a title that stands over its text.
fn title(brief: &Brief, parent: ElementId, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let style = &composer.publication.style;
    let Some(title) = brief.title.as_ref().filter(|_| style.briefs.title == BriefTitle::Centred) else {
        return Vec::new();
    };
    let kind = Type { role: Role::Label, size: style.text.size };
    let lines = set_title(std::slice::from_ref(title), kind, composer.area.measure(), &mut composer.setter);
    let tag = Tag::Element(composer.structure.add(Element::BriefTitle, parent));
    let space =
        TitleSpace { above: Lines::default(), line: Lines::new(1.0), below: Lines::default(), keeps_above: false };
    vec![heading_row(vec![TitlePart { lines, height: space.line, tag }], &space, composer)]
}

/// The blocks of a brief whose title runs in before its text; none if it has none, or elsewhere.
fn run_in(brief: &Brief, composer: &Composer<'_, '_>) -> Option<Vec<Block>> {
    let style = &composer.publication.style.briefs;
    let title = brief.title.as_ref().filter(|_| style.title == BriefTitle::Inline)?;
    let mut text = Text::unplaced(&style.title_open);
    text.append(title);
    text.push(&style.title_close, None);
    text.mark(0..text.as_str().len(), Mark::Strong);
    let mut blocks = brief.body.clone();
    match blocks.first_mut() {
        Some(Block::Paragraph(first)) => {
            text.append(first);
            *first = text;
        }
        _ => blocks.insert(0, Block::Paragraph(text)),
    }
    Some(blocks)
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
    let mut text = title(brief, element, composer);
    let opening = run_in(brief, composer);
    text.extend(body(opening.as_deref().unwrap_or(&brief.body), element, composer));
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
