//! Articles (文章): title, paragraphs, byline.

use super::block::{Anchor, Part, Row, Strip, TextPart, Trim};
use super::{Composer, byline};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Colour, ElementId, Role as Element, Structure, Tag};
use crate::length::{Length, Lines};
use crate::model::style::{Lone, Role};
use crate::model::{Article, Block, ListItem, Mark, Text};
use crate::typeset::{Line, ParagraphStyle, Type, set_line, set_paragraph, set_title};

/// The rows of an article; `order` is its index among the entries.
pub(super) fn rows(article: &Article, order: usize, is_lead: bool, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let element = composer.structure.add(Element::Article, Structure::ROOT);
    let mut rows = vec![title(article, order, is_lead, element, composer)];
    let mut text = body(&article.body, element, composer);
    let keep = composer.publication.style.titles.keep_lines;
    for row in text.iter_mut().take(keep - 1) {
        row.keep_with_next = true;
    }
    rows.extend(text);
    byline::add(&mut rows, &article.byline, element, composer);
    rows
}

/// How a title stands: what is blank above, how high each of its lines is, what is blank below.
pub(super) struct TitleSpace {
    pub(super) above: Lines,
    pub(super) line: Lines,
    pub(super) below: Lines,
    /// Whether the blank above stays at a page's top.
    pub(super) keeps_above: bool,
}

fn title(article: &Article, order: usize, is_lead: bool, parent: ElementId, composer: &mut Composer<'_, '_>) -> Row {
    let style = &composer.publication.style.titles;
    let (size, space) = if is_lead {
        let space =
            TitleSpace { above: style.lead_above, line: style.lead_line, below: style.lead_below, keeps_above: true };
        (style.lead_size, space)
    } else {
        let space = TitleSpace { above: style.above, line: style.line, below: style.below, keeps_above: false };
        (style.size, space)
    };
    let kind = Type { role: Role::Title, size };
    let lines = set_title(&article.title.lines, kind, composer.area.measure(), &mut composer.setter);
    let tag = Tag::Element(composer.structure.add(Element::Title, parent));
    let count = lines.len();
    let row = heading_row(lines, &space, tag, composer);
    if row.height > composer.area.lines() {
        let place = article.title.lines.first().and_then(Text::whole_place);
        composer.setter.sink.push(Diagnostic::new(Code::TitleTooTall, place).with("lines", count.to_string()));
    }
    Row { anchor: Some(Anchor::Entry(order)), ..row }
}

/// Centred lines with blank above and below, rounded up to whole grid lines; what they do not fill is
/// shared above and below them. Kept with what follows.
pub(super) fn heading_row(lines: Vec<Line>, space: &TitleSpace, tag: Tag, composer: &Composer<'_, '_>) -> Row {
    let pitch = composer.area.pitch();
    let text = space.line * lines.len();
    let whole = (space.above + text + space.below).ceil();
    let top_of = |height: usize, above: Lines| {
        let spare = pitch * height as i64 - (above + text + space.below).at(pitch);
        above.at(pitch) + spare / 2
    };
    let top = top_of(whole, space.above);
    let trim = if space.keeps_above {
        Trim::default()
    } else {
        let left = (text + space.below).ceil();
        Trim { lines: whole - left, shift: top - top_of(left, Lines::default()) }
    };
    let height = space.line.at(pitch);
    let parts = (0..).zip(lines).map(|(order, line)| {
        let x = (composer.area.measure() - line.width) / 2;
        let strip = Strip { top: top + height * order, height };
        Part::Text(TextPart { line, x, strip, colour: Colour::Black, tag })
    });
    Row { height: whole, trim, keep_with_next: true, parts: parts.collect(), ..Row::default() }
}

/// The rows of a body, a grid line each.
pub(super) fn body(blocks: &[Block], parent: ElementId, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let style = &composer.publication.style.text;
    let body = Type { role: Role::Body, size: style.size };
    let (indent, measure) = (style.indent.at(style.size), composer.area.measure());
    let quote_indent = style.quote_indent.at(style.size);
    let keep = composer.publication.style.titles.keep_lines;
    let mut rows: Vec<Row> = Vec::new();
    // Lines of text that are not the last to stay with the heading before them.
    let mut kept = 0;
    for block in blocks {
        let mut more = match block {
            Block::Paragraph(text) => paragraph(
                text,
                Setting { kind: body, left: Length::ZERO, measure, indent },
                Element::Paragraph,
                parent,
                composer,
            ),
            Block::Heading(text) => {
                let level =
                    text.marks_at(0).find_map(|mark| if let Mark::Heading(level) = mark { Some(level) } else { None });
                let setting = Setting { kind: body, left: Length::ZERO, measure, indent };
                paragraph(text, setting, Element::Heading(level.unwrap_or(1)), parent, composer)
            }
            Block::List(items) => list(items, body, parent, composer),
            Block::Quote(paragraphs) => {
                let quote = composer.structure.add(Element::Quote, parent);
                let kind = Type { role: Role::Byline, size: style.size };
                let setting = Setting { kind, left: quote_indent, measure: measure - quote_indent * 2, indent };
                let rows = paragraphs.iter().map(|text| paragraph(text, setting, Element::Paragraph, quote, composer));
                rows.collect::<Vec<_>>().concat()
            }
        };
        let is_heading = matches!(block, Block::Heading(_));
        for row in &mut more {
            row.keep_with_next |= is_heading || kept > 0;
            kept = if is_heading { keep - 1 } else { kept.saturating_sub(1) };
        }
        rows.extend(more);
    }
    rows
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
fn list(items: &[ListItem], kind: Type, parent: ElementId, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let style = &composer.publication.style.text;
    let (start, hang) = (style.indent.at(kind.size), style.list_hang.at(kind.size));
    let list = composer.structure.add(Element::List, parent);
    let labels: Vec<_> = items.iter().map(|item| label(item, kind, composer)).collect();
    let widest = labels.iter().map(|label| label.width).max().unwrap_or(Length::ZERO);
    let left = start + hang.max(widest + kind.size / 4);
    let setting = Setting { kind, left, measure: composer.area.measure() - left, indent: Length::ZERO };
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
