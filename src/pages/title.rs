//! Titles (标题) with what stands under them: subtitle, note.

use super::Composer;
use super::block::{Anchor, Part, Row, Strip, TextPart, Trim};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Colour, ElementId, Role as Element, Tag};
use crate::length::Lines;
use crate::model::style::Role;
use crate::model::{Article, Text, Title};
use crate::typeset::{Line, Type, set_title};

/// How a title stands: what is blank above, how high each of its lines is, what is blank below.
pub(super) struct TitleSpace {
    pub(super) above: Lines,
    pub(super) line: Lines,
    pub(super) below: Lines,
    /// Whether the blank above stays at a page's top.
    pub(super) keeps_above: bool,
}

/// Centred lines of one kind.
pub(super) struct TitlePart {
    pub(super) lines: Vec<Line>,
    /// Of each line.
    pub(super) height: Lines,
    pub(super) tag: Tag,
}

/// The row of an article's title, subtitle and note; `order` is its index among the entries.
pub(super) fn row(
    article: &Article,
    order: usize,
    is_lead: bool,
    parent: ElementId,
    composer: &mut Composer<'_, '_>,
) -> Row {
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
    let mut parts = vec![part(&article.title.lines, kind, space.line, Element::Title, parent, composer)];
    let small = Type { role: Role::Byline, size: style.subtitle_size };
    let line = Lines::new(1.0);
    if let Some(subtitle) = &article.subtitle {
        let lines = set_off(subtitle, &style.subtitle_dash);
        parts.push(part(&lines, small, line, Element::Subtitle, parent, composer));
    }
    if !article.note.is_empty() {
        parts.push(part(&article.note, small, line, Element::TitleNote, parent, composer));
    }
    let count: usize = parts.iter().map(|part| part.lines.len()).sum();
    let row = heading_row(parts, &space, composer);
    if row.height > composer.area.lines() {
        let place = article.title.lines.first().and_then(Text::whole_place);
        composer.setter.sink.push(Diagnostic::new(Code::TitleTooTall, place).with("lines", count.to_string()));
    }
    Row { anchor: Some(Anchor::Entry(order)), ..row }
}

/// The lines of a subtitle, the first with the dash that sets it off, unless its author wrote one.
fn set_off(subtitle: &Title, dash: &str) -> Vec<Text> {
    let mut lines = subtitle.lines.clone();
    if let Some(first) = lines.first_mut().filter(|first| !first.as_str().starts_with('—')) {
        let mut text = Text::unplaced(dash);
        text.append(first);
        *first = text;
    }
    lines
}

fn part(
    lines: &[Text],
    kind: Type,
    height: Lines,
    element: Element,
    parent: ElementId,
    composer: &mut Composer<'_, '_>,
) -> TitlePart {
    let lines = set_title(lines, kind, composer.area.measure(), &mut composer.setter);
    TitlePart { lines, height, tag: Tag::Element(composer.structure.add(element, parent)) }
}

/// Centred lines with blank above and below, rounded up to whole grid lines; what they do not fill is
/// shared above and below them. Kept with what follows.
pub(super) fn heading_row(parts: Vec<TitlePart>, space: &TitleSpace, composer: &Composer<'_, '_>) -> Row {
    let pitch = composer.area.pitch();
    let text = parts.iter().fold(Lines::default(), |text, part| text + part.height * part.lines.len());
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
    let mut painted = Vec::new();
    let mut above = top;
    for part in parts {
        let height = part.height.at(pitch);
        for line in part.lines {
            let x = (composer.area.measure() - line.width) / 2;
            let strip = Strip { top: above, height };
            painted.push(Part::Text(TextPart { line, x, strip, colour: Colour::Black, tag: part.tag }));
            above += height;
        }
    }
    Row { height: whole, trim, keep_with_next: true, parts: painted, ..Row::default() }
}
