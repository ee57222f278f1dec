//! Bylines (署名): `（unit　name　name）`, ending at the measure's right end.

use super::block::Row;
use super::{Composer, wording};
use crate::document::{ElementId, Role as Element, Tag};
use crate::length::Length;
use crate::model::style::{BylineStyle, Role};
use crate::model::{Byline, Text};
use crate::typeset::{Gap, Line, ParagraphStyle, Type, set_line, set_paragraph};

/// Adds a byline behind the rows of its text, whose last line stays with it.
pub(super) fn add(rows: &mut Vec<Row>, byline: &Byline, parent: ElementId, composer: &mut Composer<'_, '_>) {
    if byline.is_empty() {
        return;
    }
    let lines = lines(byline, composer);
    let tag = Tag::Element(composer.structure.add(Element::Byline, parent));
    let pitch = composer.area.pitch();
    let measure = composer.area.measure();
    let style = &composer.publication.style.byline;
    let run_on_gap = (lines.len() == 1).then(|| style.run_on_gap.at(style.size));
    if let Some(last) = rows.last_mut() {
        last.keep_with_next = true;
    }
    let count = lines.len();
    rows.extend(lines.into_iter().enumerate().map(|(order, line)| {
        let x = measure - line.width;
        Row { run_on_gap, keep_with_next: order + 1 < count, ..Row::text(line, x, pitch, tag) }
    }));
}

/// A part of a byline, which is not turned if it fits on a line: its characters and the gaps inside.
struct Part {
    text: Text,
    gaps: Vec<Gap>,
    width: Length,
}

/// The lines of a byline: turned between parts; a part longer than a line is turned inside.
fn lines(byline: &Byline, composer: &mut Composer<'_, '_>) -> Vec<Line> {
    let style = &composer.publication.style.byline;
    let kind = Type { role: Role::Byline, size: style.size };
    let (gap, measure) = (style.gap.at(style.size), composer.area.measure());
    let mut lines = Vec::new();
    let mut open: Vec<Part> = Vec::new();
    for part in parts(byline, kind, composer) {
        let used: Length = open.iter().map(|part| part.width + gap).sum();
        if !open.is_empty() && used + part.width > measure {
            lines.extend(close(&mut open, gap, kind, composer));
        }
        open.push(part);
    }
    lines.extend(close(&mut open, gap, kind, composer));
    lines
}

/// Units, persons with their posts, and where the text was published first, in the order of print; without
/// the brackets, and not yet measured.
fn bare_parts(byline: &Byline, kind: Type, style: &BylineStyle) -> Vec<Part> {
    let bare = |text: Text, gaps: Vec<Gap>| Part { text, gaps, width: Length::ZERO };
    let mut parts: Vec<_> = byline.units.iter().map(|unit| bare(unit.clone(), Vec::new())).collect();
    let room = (style.name_width.at(kind.size) - kind.size * 2).max(Length::ZERO);
    for author in &byline.authors {
        let mut text = author.post.clone().unwrap_or_default();
        let start = text.as_str().len();
        let between = (start > 0).then(|| Gap { before: start, width: style.gap.at(kind.size) });
        let inside = wording::gap_inside_pair(author.name.as_str(), room);
        let inside = inside.map(|gap| Gap { before: gap.before + start, ..gap });
        text.append(&author.name);
        parts.push(bare(text, between.into_iter().chain(inside).collect()));
    }
    parts.extend(byline.source.iter().map(|source| {
        let mut text = Text::unplaced(&style.source_label);
        text.append(source);
        bare(text, Vec::new())
    }));
    parts
}

/// The parts with the brackets at the first and the last.
fn parts(byline: &Byline, kind: Type, composer: &mut Composer<'_, '_>) -> Vec<Part> {
    let style = &composer.publication.style.byline;
    let mut parts = bare_parts(byline, kind, style);
    if let Some(first) = parts.first_mut() {
        let bare = std::mem::replace(&mut first.text, Text::unplaced(&style.open));
        first.text.append(&bare);
        for gap in &mut first.gaps {
            gap.before += style.open.len();
        }
    }
    if let Some(last) = parts.last_mut() {
        last.text.push(&style.close, None);
    }
    for part in &mut parts {
        part.width = set_line(&part.text, kind, &part.gaps, &mut composer.setter).width;
    }
    parts
}

/// Sets the gathered parts as a line, or as several if the only part is longer than one.
fn close(parts: &mut Vec<Part>, gap: Length, kind: Type, composer: &mut Composer<'_, '_>) -> Vec<Line> {
    let measure = composer.area.measure();
    let parts = std::mem::take(parts);
    if let [part] = parts.as_slice()
        && part.width > measure
    {
        let setting = ParagraphStyle { kind, measure, indent: Length::ZERO };
        return set_paragraph(&part.text, setting, &mut composer.setter);
    }
    let mut text = Text::default();
    let mut gaps = Vec::new();
    for part in &parts {
        let start = text.as_str().len();
        if start > 0 {
            gaps.push(Gap { before: start, width: gap });
        }
        gaps.extend(part.gaps.iter().map(|gap| Gap { before: gap.before + start, ..*gap }));
        text.append(&part.text);
    }
    if text.is_empty() { Vec::new() } else { vec![set_line(&text, kind, &gaps, &mut composer.setter)] }
}
