//! The document as text, in exact units: the golden form of the tests, and a page to read for people.
//!
//! ```text
//! page 2 39013286x55190422
//!   3 x=… y=… FandolFang-Regular 1048576 black #31 "为深入贯彻……"
//!     dx 1048576*26 1051234
//! ```
//!
//! A run's line holds the grid line (0 outside the type area), the first glyph's origin, face, size,
//! colour, what it is part of (`#` an element, else an artifact), and its text; `dx` holds the distances
//! from glyph to glyph, equal ones counted. All lengths are 1/65536 pt.

use crate::document::{Artifact, Colour, Disc, Document, ElementId, GlyphRun, Item, OutlineEntry, Rule, Tag};
use std::fmt::Write;

/// Writes the whole document: what it says of itself, its pages, its tree and its outline.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut dump = String::from("bulletin dump 1, lengths in 1/65536 pt\n");
    info(document, &mut dump);
    for page in &document.pages {
        let (width, height) = (page.width.units(), page.height.units());
        line(&mut dump, format_args!("\npage {} {width}x{height}", page.number));
        for item in &page.items {
            match item {
                Item::Glyphs(run) => glyphs(run, document, &mut dump),
                Item::Rule(item) => rule(item, &mut dump),
                Item::Disc(item) => disc(item, &mut dump),
            }
        }
    }
    line(&mut dump, format_args!("\nstructure"));
    for (id, element) in document.structure.iter() {
        let indent = " ".repeat(2 * document.structure.depth(id) + 2);
        line(&mut dump, format_args!("{indent}{:?} {}", element.role, element_name(id)));
    }
    line(&mut dump, format_args!("\noutline"));
    outline(&document.outline, 1, &mut dump);
    dump
}

/// Writing to a string cannot fail.
fn line(dump: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = writeln!(dump, "{text}");
}

fn info(document: &Document, dump: &mut String) {
    let info = &document.info;
    let date = info.date;
    line(dump, format_args!("title {}", quoted(&info.title)));
    line(dump, format_args!("author {}", quoted(&info.author)));
    line(dump, format_args!("language {}", info.language));
    line(dump, format_args!("date {:04}-{:02}-{:02}", date.year, date.month, date.day));
    line(dump, format_args!("red {:?}", info.red.process.0));
    if let Some(name) = &info.red.spot {
        line(dump, format_args!("red is the ink {}", quoted(name)));
    }
}

/// A run: the one item of which there are thousands, so its numbers do not go by way of the formatter.
fn glyphs(run: &GlyphRun, document: &Document, dump: &mut String) {
    let mut number = itoa::Buffer::new();
    dump.push_str("  ");
    dump.push_str(number.format(run.line));
    for (name, length) in [(" x=", run.origin.x), (" y=", run.origin.y)] {
        dump.push_str(name);
        dump.push_str(number.format(length.units()));
    }
    dump.push(' ');
    dump.push_str(document.faces.get(run.face.index()).map_or("", String::as_str));
    dump.push(' ');
    dump.push_str(number.format(run.size.units()));
    for word in [colour_name(run.colour), &tag_name(run.tag)] {
        dump.push(' ');
        dump.push_str(word);
    }
    dump.push(' ');
    push_quoted(&run.text, dump);
    dump.push('\n');
    steps(run, dump);
}

/// The distances from glyph to glyph, equal ones counted.
fn steps(run: &GlyphRun, dump: &mut String) {
    let mut number = itoa::Buffer::new();
    let mut steps = run.glyphs.windows(2).map(|pair| pair[1].x - pair[0].x).peekable();
    let mut start = "    dx ";
    while let Some(step) = steps.next() {
        let mut count = 1;
        while steps.next_if_eq(&step).is_some() {
            count += 1;
        }
        dump.push_str(start);
        dump.push_str(number.format(step.units()));
        if count > 1 {
            dump.push('*');
            dump.push_str(number.format(count));
        }
        start = " ";
    }
    if run.glyphs.len() > 1 {
        dump.push('\n');
    }
}

fn rule(rule: &Rule, dump: &mut String) {
    let rect = rule.rect;
    let (x, y, width, height) = (rect.x.units(), rect.y.units(), rect.width.units(), rect.height.units());
    let (colour, tag) = (colour_name(rule.colour), tag_name(rule.tag));
    line(dump, format_args!("  rule x={x} y={y} {width}x{height} {colour} {tag}"));
}

fn disc(disc: &Disc, dump: &mut String) {
    let (x, y, radius) = (disc.centre.x.units(), disc.centre.y.units(), disc.radius.units());
    let (colour, tag) = (colour_name(disc.colour), tag_name(disc.tag));
    line(dump, format_args!("  disc x={x} y={y} r={radius} {colour} {tag}"));
}

fn outline(entries: &[OutlineEntry], depth: usize, dump: &mut String) {
    for entry in entries {
        let indent = " ".repeat(2 * depth);
        line(dump, format_args!("{indent}{} page {} y={}", quoted(&entry.title), entry.page + 1, entry.y.units()));
        outline(&entry.children, depth + 1, dump);
    }
}

/// A text in quotes, with JSON's escapes where it must have one.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    push_quoted(text, &mut quoted);
    quoted
}

fn push_quoted(text: &str, to: &mut String) {
    let is_special = |ch: char| matches!(ch, '"' | '\\') || ch.is_control();
    to.push('"');
    let mut rest = text;
    while let Some((plain, special)) = rest.find(is_special).map(|at| rest.split_at(at)) {
        to.push_str(plain);
        let mut chars = special.chars();
        match chars.next() {
            Some(ch @ ('"' | '\\')) => to.extend(['\\', ch]),
            Some(ch) => to.push_str(&format!("\\u{:04x}", u32::from(ch))),
            None => {}
        }
        rest = chars.as_str();
    }
    to.push_str(rest);
    to.push('"');
}

fn colour_name(colour: Colour) -> &'static str {
    match colour {
        Colour::Black => "black",
        Colour::Red => "red",
    }
}

fn tag_name(tag: Tag) -> String {
    match tag {
        Tag::Element(id) => element_name(id),
        Tag::Artifact(Artifact::PageNumber) => "page-number".to_owned(),
        Tag::Artifact(Artifact::Rule) => "rule".to_owned(),
        Tag::Artifact(Artifact::Leader) => "leader".to_owned(),
        Tag::Artifact(Artifact::EmphasisDot) => "emphasis-dot".to_owned(),
    }
}

fn element_name(id: ElementId) -> String {
    format!("#{}", id.index())
}
