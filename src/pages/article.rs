//! Articles (文章): title, editor's note, paragraphs, byline.

use super::block::Row;
use super::{Composer, byline, title};
use crate::document::{ElementId, Role as Element, Structure, Tag};
use crate::length::Length;
use crate::model::style::{Lone, Role};
use crate::model::{Article, Block, ListItem, Mark, Text};
use crate::typeset::{Line, ParagraphStyle, Type, set_line, set_paragraph};

/// The rows of an article; `order` is its index among the entries.
pub(super) fn rows(article: &Article, order: usize, is_lead: bool, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let element = composer.structure.add(Element::Article, Structure::ROOT);
    let mut rows = vec![title::row(article, order, is_lead, element, composer)];
    let keep = composer.publication.style.titles.keep_lines;
    let mut note = editor_note(&article.editor_note, element, composer);
    keep_together(&mut note, keep);
    rows.extend(note);
    let mut text = body(&article.body, element, composer);
    for row in text.iter_mut().take(keep - 1) {
        row.keep_with_next = true;
    }
    rows.extend(text);
    byline::add(&mut rows, &article.byline, element, composer);
    rows
}

/// An editor's note of up to so many rows is never parted from what stands around it.
const SHORT_NOTE: usize = 9;

/// Keeps a note's rows with the title before them and with the text behind: a short note whole, of a long
/// one the edges.
fn keep_together(note: &mut [Row], keep: usize) {
    let count = note.len();
    for (order, row) in note.iter_mut().enumerate() {
        row.keep_with_next |= count <= SHORT_NOTE || order + 1 < keep || order + keep >= count;
    }
}

/// The rows of an editor's note (编者按): its label, its paragraphs, what is blank below.
fn editor_note(blocks: &[Block], parent: ElementId, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    if blocks.is_empty() {
        return Vec::new();
    }
    let style = &composer.publication.style;
    let element = composer.structure.add(Element::EditorNote, parent);
    let (size, side) = (style.text.size, style.editor_note.indent.at(style.text.size));
    let column =
        Column { kind: Type { role: Role::Byline, size }, left: side, measure: composer.area.measure() - side * 2 };
    let labelled = with_label(blocks, &style.editor_note.label);
    let mut rows = blocks_rows(&labelled, column, element, composer);
    rows.push(Row::blank(style.editor_note.below.ceil()));
    rows
}

/// The blocks of a note with its label before the first, unless its author wrote that.
fn with_label(blocks: &[Block], label: &str) -> Vec<Block> {
    let mut blocks = blocks.to_vec();
    let mut text = Text::unplaced(label);
    text.mark(0..label.len(), Mark::Strong);
    match blocks.first_mut() {
        Some(Block::Paragraph(first)) if first.as_str().starts_with(label) => first.mark(0..label.len(), Mark::Strong),
        Some(Block::Paragraph(first)) => {
            text.append(first);
            *first = text;
        }
        _ if label.is_empty() => {}
        _ => blocks.insert(0, Block::Paragraph(text)),
    }
    blocks
}

/// Where blocks stand, and in which type.
#[derive(Clone, Copy)]
struct Column {
    kind: Type,
    /// From the type area's left.
    left: Length,
    measure: Length,
}

/// The rows of a body, a grid line each.
pub(super) fn body(blocks: &[Block], parent: ElementId, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let kind = Type { role: Role::Body, size: composer.publication.style.text.size };
    let column = Column { kind, left: Length::ZERO, measure: composer.area.measure() };
    blocks_rows(blocks, column, parent, composer)
}

/// The rows of blocks in a column.
fn blocks_rows(blocks: &[Block], column: Column, parent: ElementId, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let keep = composer.publication.style.titles.keep_lines;
    let mut rows: Vec<Row> = Vec::new();
    // Lines of text that are not the last to stay with the heading before them.
    let mut kept = 0;
    for block in blocks {
        let mut more = block_rows(block, column, parent, composer);
        let is_heading = matches!(block, Block::Heading(_));
        for row in &mut more {
            row.keep_with_next |= is_heading || kept > 0;
            kept = if is_heading { keep - 1 } else { kept.saturating_sub(1) };
        }
        rows.extend(more);
    }
    rows
}

fn block_rows(block: &Block, column: Column, parent: ElementId, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let style = &composer.publication.style.text;
    let Column { kind, left, measure } = column;
    let setting = Setting { kind, left, measure, indent: style.indent.at(kind.size) };
    match block {
        Block::Paragraph(text) => paragraph(text, setting, Element::Paragraph, parent, composer),
        Block::Heading(text) => {
            let level =
                text.marks_at(0).find_map(|mark| if let Mark::Heading(level) = mark { Some(level) } else { None });
            paragraph(text, setting, Element::Heading(level.unwrap_or(1)), parent, composer)
        }
        Block::List(items) => list(items, column, parent, composer),
        Block::Quote(paragraphs) => {
            let side = style.quote_indent.at(kind.size);
            let quote = composer.structure.add(Element::Quote, parent);
            let kind = Type { role: Role::Byline, ..kind };
            let setting = Setting { kind, left: left + side, measure: measure - side * 2, ..setting };
            let rows = paragraphs.iter().map(|text| paragraph(text, setting, Element::Paragraph, quote, composer));
            rows.collect::<Vec<_>>().concat()
        }
    }
}

/// How a paragraph stands on the measure.
#[derive(Clone, Copy)]
struct Setting {
    kind: Type,
    /// From the type area's left.
    left: Length,
    measure: Length,
    /// Of its first line.
    indent: Length,
}

fn paragraph(
    text: &Text,
    setting: Setting,
    element: Element,
    parent: ElementId,
    composer: &mut Composer<'_, '_>,
) -> Vec<Row> {
    let style = ParagraphStyle { kind: setting.kind, measure: setting.measure, indent: setting.indent };
    let lines = set_paragraph(text, style, &mut composer.setter);
    let tag = Tag::Element(composer.structure.add(element, parent));
    let pitch = composer.area.pitch();
    let count = lines.len();
    let avoid = composer.publication.style.text.lone_lines == Lone::Avoid;
    let rows = lines.into_iter().enumerate().map(|(order, line)| {
        let x = setting.left + if order == 0 { setting.indent } else { Length::ZERO };
        let is_lone_edge = order == 0 || order + 2 == count;
        Row { keep_with_next: avoid && count > 1 && is_lone_edge, ..Row::text(line, x, pitch, tag) }
    });
    rows.collect()
}

/// A list: the texts of all items hang behind the widest label.
fn list(items: &[ListItem], column: Column, parent: ElementId, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let style = &composer.publication.style.text;
    let kind = column.kind;
    let (start, hang) = (column.left + style.indent.at(kind.size), style.list_hang.at(kind.size));
    let list = composer.structure.add(Element::List, parent);
    let labels: Vec<_> = items.iter().map(|item| label(item, kind, composer)).collect();
    let widest = labels.iter().map(|label| label.width).max().unwrap_or(Length::ZERO);
    let left = start + hang.max(widest + kind.size / 4);
    let measure = column.left + column.measure - left;
    let setting = Setting { kind, left, measure, indent: Length::ZERO };
    let mut rows = Vec::new();
    for (item, label) in items.iter().zip(labels) {
        let element = composer.structure.add(Element::ListItem, list);
        let tag = Tag::Element(composer.structure.add(Element::ListLabel, element));
        let label = Row::text(label, start, composer.area.pitch(), tag);
        let mut more = paragraph(&item.text, setting, Element::Paragraph, element, composer);
        if let Some(first) = more.first_mut() {
            first.parts.splice(0..0, label.parts);
        }
        rows.extend(more);
    }
    rows
}

/// An item's label; a bullet, which no author numbered, is half as large as its text.
fn label(item: &ListItem, kind: Type, composer: &mut Composer<'_, '_>) -> Line {
    let size = if item.label.whole_place().is_some() { kind.size } else { kind.size / 2 };
    set_line(&item.label, Type { size, ..kind }, &[], &mut composer.setter)
}
