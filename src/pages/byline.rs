//! Bylines (署名): `（unit　name　name）`, ending at the measure's right end.

use super::block::Row;
use super::{Composer, wording};
use crate::document::{ElementId, Role as Element, Tag};
use crate::length::Length;
use crate::model::style::Role;
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

/// A part of a byline: its characters and the gap inside a short name.
struct Part {
    text: Text,
    gap: Option<Gap>,
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

/// A word of a byline, before its brackets.
struct Word {
    text: Text,
    /// Whether it is a person's name, which may be spaced.
    is_name: bool,
}

/// Units, persons with their posts, and where the text was published first, in the order of print.
fn words(byline: &Byline, source_label: &str) -> Vec<Word> {
    let word = |text: &Text, is_name: bool| Word { text: text.clone(), is_name };
    let mut words: Vec<_> = byline.units.iter().map(|unit| word(unit, false)).collect();
    for author in &byline.authors {
        words.extend(author.post.iter().map(|post| word(post, false)));
        words.push(word(&author.name, true));
    }
    words.extend(byline.source.iter().map(|source| {
        let mut text = Text::unplaced(source_label);
        text.append(source);
        Word { text, is_name: false }
    }));
    words
}

/// The parts with the brackets at the first and the last.
fn parts(byline: &Byline, kind: Type, composer: &mut Composer<'_, '_>) -> Vec<Part> {
    let style = &composer.publication.style.byline;
    let words = words(byline, &style.source_label);
    let count = words.len();
    let mut parts = Vec::with_capacity(count);
    for (order, word) in words.iter().enumerate() {
        let mut text = Text::unplaced(if order == 0 { &style.open } else { "" });
        let start = text.as_str().len();
        text.append(&word.text);
        text.push(if order + 1 == count { &style.close } else { "" }, None);
        let room = (style.name_width.at(kind.size) - kind.size * 2).max(Length::ZERO);
        let inside = if word.is_name { wording::gap_inside_pair(word.text.as_str(), room) } else { None };
        let gap = inside.map(|gap| Gap { before: gap.before + start, ..gap });
        let width = set_line(&text, kind, gap.as_slice(), &mut composer.setter).width;
        parts.push(Part { text, gap, width });
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
        gaps.extend(part.gap.map(|gap| Gap { before: gap.before + start, ..gap }));
        text.append(&part.text);
    }
    if text.is_empty() { Vec::new() } else { vec![set_line(&text, kind, &gaps, &mut composer.setter)] }
}
