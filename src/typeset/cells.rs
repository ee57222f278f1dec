//! Text becomes cells: each character with its class, glyph and width, before anything is adjusted.

use super::cell::{Cell, Turn};
use super::class::Class;
use super::drawn::has_ink;
use super::{Setter, Type, atom};
use crate::diagnostic::{Code, Diagnostic};
use crate::length::{Em, Length};
use crate::model::style::Role;
use crate::model::{Mark, Text};
use std::ops::Range;

/// The cells of a text; `measure` is the line they are broken to, none for a line that is not broken.
pub(super) fn cells(text: &Text, kind: Type, measure: Option<Length>, setter: &mut Setter<'_, '_>) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::with_capacity(text.as_str().chars().count());
    for (at, ch) in text.as_str().char_indices() {
        let class = class_in_text(text.as_str(), at, ch);
        let range = at..at + ch.len_utf8();
        match cells.last_mut() {
            Some(base) if class == Class::Combining && !has_ink(ch) => base.range.end = range.end,
            _ => cells.push(cell(text, ch, class, range, marked_type(text, at, kind), setter)),
        }
    }
    atom::classify(&mut cells);
    let measure = measure.filter(|_| setter.style.text.hyphenation);
    atom::join(&mut cells, measure, kind.size);
    atom::narrow_pairs(&mut cells, Em::HALF.at(kind.size));
    space_scripts(&mut cells, setter.style.text.cjk_latin_spacing.at(kind.size));
    cells
}

/// The type of a character by its marks: headings and emphasis have other faces.
///
/// Source: GB/T 9704-2012 7.3.3: 一、 黑体, （一） 楷体, 1. and （1） 仿宋.
fn marked_type(text: &Text, at: usize, kind: Type) -> Type {
    if !text.has_marks() {
        return kind;
    }
    let role = text.marks_at(at).fold(kind.role, |role, mark| match mark {
        Mark::Strong | Mark::Heading(1) => Role::Label,
        Mark::Heading(2) => Role::Byline,
        Mark::Heading(_) | Mark::Dots => role,
    });
    Type { role, ..kind }
}

/// The class of a character by what stands beside it: the apostrophe of a Latin word is a letter of it.
fn class_in_text(text: &str, at: usize, ch: char) -> Class {
    if ch != '’' {
        return Class::of(ch);
    }
    let is_latin = |ch: Option<char>| ch.is_some_and(|ch| Class::of(ch) == Class::Letter);
    let (before, after) = (text[..at].chars().next_back(), text[at + ch.len_utf8()..].chars().next());
    if is_latin(before) && is_latin(after) { Class::Letter } else { Class::of(ch) }
}

/// The cell of a character; that it comes from a fallback, or that no face has it, is reported.
fn cell(text: &Text, ch: char, class: Class, range: Range<usize>, kind: Type, setter: &mut Setter<'_, '_>) -> Cell {
    let drawn = setter.drawn(ch, class, kind);
    let fault = drawn.fault;
    let cell = Cell {
        ch,
        class,
        glyph: drawn.glyph,
        script: drawn.script,
        width: drawn.width,
        shift: drawn.shift,
        ink: drawn.ink,
        squeezable: drawn.squeezable,
        gap: Length::ZERO,
        turn: Turn::ByMarks,
        tight: false,
        range,
    };
    if let Some(fault) = fault {
        report(fault, &cell, text, kind, setter);
    }
    cell
}

/// Reports that a character comes from a fallback, or that no face has it.
fn report(fault: Code, cell: &Cell, text: &Text, kind: Type, setter: &mut Setter<'_, '_>) {
    let ch = cell.ch;
    let diagnostic = Diagnostic::new(fault, text.place(cell.range.clone()))
        .with("char", if ch.is_control() { "\u{fffd}".to_owned() } else { ch.to_string() })
        .with("point", format!("U+{:04X}", u32::from(ch)))
        .with("role", kind.role.name());
    setter.sink.push(match cell.glyph {
        Some(glyph) => diagnostic.with("face", setter.fonts.name(glyph.face)),
        None => diagnostic,
    });
}

/// Puts the style's space between han and Latin letters or figures; a space that the author typed there
/// is replaced by it, not added to it.
///
/// Source: clreq #mixed_text_composition_in_horizontal_writing_mode; measured on issue 709: none.
fn space_scripts(cells: &mut [Cell], spacing: Length) {
    let meets = |a: Class, b: Class| {
        (a == Class::Han && b.is_letter_or_figure()) || (a.is_letter_or_figure() && b == Class::Han)
    };
    for at in 1..cells.len() {
        let (before, here) = (cells[at - 1].class, cells[at].class);
        if meets(before, here) {
            cells[at - 1].gap = spacing;
        } else if here == Class::Space && cells.get(at + 1).is_some_and(|after| meets(before, after.class)) {
            // The character stays, but what one sees is the style's space behind it.
            cells[at - 1].tight = true;
            cells[at].class = Class::Combining;
            cells[at].width = Length::ZERO;
            cells[at].gap = spacing;
        }
    }
}
