//! The imprint (版记) at the foot of the last page: recipients, then who answers for the issue, between
//! rules.

use super::block::{Part, Row, Strip, TextPart};
use super::paginate::PageRows;
use super::{Composer, staff};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Colour, ElementId, Role as Element, Structure, Tag};
use crate::length::Length;
use crate::model::style::Role;
use crate::model::{Text, Tier};
use crate::typeset::{Line, ParagraphStyle, Type, set_paragraph, set_within};

/// The imprint as one row, a grid line for each of its lines.
pub(super) fn row(composer: &mut Composer<'_, '_>) -> Row {
    let element = composer.structure.add(Element::Imprint, Structure::ROOT);
    let publication = composer.publication;
    let mut parts = Vec::new();
    let mut lines = 0;
    for tier in &publication.recipients {
        lines += recipients(tier, lines, element, &mut parts, composer);
    }
    let recipients_end = lines;
    lines += staff::lines(lines, element, &mut parts, composer);
    rules(recipients_end, lines, &mut parts, composer);
    if lines > composer.area.lines() {
        composer.setter.sink.push(Diagnostic::new(Code::ImprintTooTall, None).with("lines", lines.to_string()));
    }
    Row { height: lines, parts, ..Row::default() }
}

/// A tier: its label, and its groups hanging behind it; returns how many lines it takes.
fn recipients(
    tier: &Tier,
    first: usize,
    parent: ElementId,
    parts: &mut Vec<Part>,
    composer: &mut Composer<'_, '_>,
) -> usize {
    let style = &composer.publication.style.imprint;
    let kind = Type { role: Role::Body, size: style.size };
    let indent = style.indent.at(style.size);
    let tag = Tag::Element(composer.structure.add(Element::Recipients, parent));
    let room = composer.area.measure() - indent * 2;
    let labels = set_within(&tier.label, kind, &[], room, &mut composer.setter);
    let hang = indent + labels.iter().map(|label| label.width).max().unwrap_or(Length::ZERO);
    // A label that fills the line leaves its groups no room beside it: they then stand below.
    let beside = labels.len() == 1 && hang + kind.size * 4 <= indent + room;
    let (x, mut count) = if beside { (hang, 0) } else { (indent, labels.len()) };
    for (order, label) in labels.into_iter().enumerate() {
        parts.push(text(label, indent, first + order, tag, composer));
    }
    let setting = ParagraphStyle { kind, measure: composer.area.measure() - x - indent, indent: Length::ZERO };
    for group in closed(tier) {
        for line in set_paragraph(&group, setting, &mut composer.setter) {
            parts.push(text(line, x, first + count, tag, composer));
            count += 1;
        }
    }
    count
}

/// The groups of a tier, the last with the mark that closes the tier, unless it is there.
fn closed(tier: &Tier) -> Vec<Text> {
    let mut groups = tier.groups.clone();
    if let (Some(last), Some(close)) = (groups.last_mut(), &tier.close)
        && !last.as_str().ends_with(['。', '；', '，', '、', '：', '.', ';', ','])
        && !last.as_str().ends_with(close.as_str())
    {
        last.append(close);
    }
    groups
}

/// The rules: thick above the first line and below the last, thin before the editor's line.
///
/// Source: GB/T 9704-2012 7.4.1: the last rule coincides with the type area's foot.
fn rules(recipients: usize, lines: usize, parts: &mut Vec<Part>, composer: &Composer<'_, '_>) {
    let style = &composer.publication.style.imprint;
    let (measure, pitch) = (composer.area.measure(), composer.area.pitch());
    parts.push(Part::rule(Length::ZERO, measure, style.outer_rule, Colour::Black));
    if recipients > 0 && recipients < lines {
        let y = pitch * recipients as i64 - style.inner_rule / 2;
        parts.push(Part::rule(y, measure, style.inner_rule, Colour::Black));
    }
    let foot = composer.area.foot() - composer.area.line_top(composer.area.lines().saturating_sub(lines));
    parts.push(Part::rule(foot - style.outer_rule, measure, style.outer_rule, Colour::Black));
}

/// A line of the imprint on its grid line, counted from the imprint's first.
pub(super) fn text(line: Line, x: Length, order: usize, tag: Tag, composer: &Composer<'_, '_>) -> Part {
    let pitch = composer.area.pitch();
    let strip = Strip { top: pitch * order as i64, height: pitch };
    Part::Text(TextPart { line, x, strip, colour: Colour::Black, tag })
}

/// Puts the imprint at the foot of the last page: under the text, on a page of its own where it does
/// not fit, or behind blank pages where the style asks for an even page or a multiple of pages.
///
/// Source: GB/T 9704-2012 7.5: blank pages before the imprint, and its own page, carry no number.
pub(super) fn add(mut pages: Vec<PageRows>, imprint: Row, composer: &Composer<'_, '_>) -> Vec<PageRows> {
    let style = &composer.publication.style.imprint;
    let lines = composer.area.lines();
    let start = lines.saturating_sub(imprint.height);
    if pages.last().is_none_or(|page| page.used() > start) {
        pages.push(PageRows::default());
    }
    let text_pages = pages.iter().filter(|page| !page.rows.is_empty()).count();
    let multiple =
        if style.even_page && style.pages_multiple % 2 == 1 { style.pages_multiple * 2 } else { style.pages_multiple };
    let wanted = pages.len().next_multiple_of(multiple.max(1));
    if wanted > pages.len() {
        pages.truncate(text_pages);
        // The imprint's page is unnumbered only behind blank ones.
        let unnumbered = wanted > text_pages + 1;
        pages.resize_with(wanted, || PageRows { unnumbered, ..PageRows::default() });
    }
    if let Some(last) = pages.last_mut() {
        last.rows.push((start, imprint));
    }
    pages
}
