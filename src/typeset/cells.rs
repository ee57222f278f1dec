//! Text becomes cells: each character with its class, glyph and width, before anything is adjusted.

use super::cell::{Cell, Script, Turn};
use super::class::Class;
use super::{Setter, Type, atom};
use crate::diagnostic::{Code, Diagnostic};
use crate::fonts::{Glyph, Lookup, Script as FaceScript};
use crate::length::{Em, Length};
use crate::model::style::Role;
use crate::model::{Mark, Text};
use std::ops::Range;

/// What stands free at either side of an apostrophe's ink, in em.
const APOSTROPHE_SIDE: f64 = 0.06;

/// The cells of a text; `measure` is the line they are broken to, none for a line that is not broken.
pub(super) fn cells(text: &Text, kind: Type, measure: Option<Length>, setter: &mut Setter<'_, '_>) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::with_capacity(text.as_str().len() / 3);
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
    let role = text.marks_at(at).fold(kind.role, |role, mark| match mark {
        Mark::Strong | Mark::Heading(1) => Role::Label,
        Mark::Heading(2) => Role::Byline,
        Mark::Heading(_) | Mark::Dots => role,
    });
    Type { role, ..kind }
}

/// The class of a character by what stands beside it: the apostrophe of a Latin word is a letter of it.
fn class_in_text(text: &str, at: usize, ch: char) -> Class {
    let is_latin = |ch: Option<char>| ch.is_some_and(|ch| Class::of(ch) == Class::Letter);
    let (before, after) = (text[..at].chars().next_back(), text[at + ch.len_utf8()..].chars().next());
    if ch == '’' && is_latin(before) && is_latin(after) { Class::Letter } else { Class::of(ch) }
}

/// Whether a combining character draws anything: selectors and format characters do not.
fn has_ink(ch: char) -> bool {
    matches!(ch, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}'..='\u{309a}')
}

fn cell(text: &Text, ch: char, class: Class, range: Range<usize>, kind: Type, setter: &mut Setter<'_, '_>) -> Cell {
    let is_latin = class.is_latin(ch) || class == Class::Letter;
    let face_script = if is_latin { FaceScript::Latin } else { FaceScript::Han };
    let is_invisible = class == Class::Combining && !has_ink(ch);
    let (glyph, script) = match is_invisible {
        true => (None, None),
        false => find_glyph(text, ch, &range, kind, face_script, setter),
    };
    let size = if script.is_some() { Script::size(kind.size) } else { kind.size };
    let face = glyph.and_then(|glyph| setter.fonts.face(glyph.face));
    let advance = match (glyph, face) {
        (Some(glyph), Some(face)) => face.scale(glyph.advance, size),
        _ => Em::ONE.at(kind.size),
    };
    // Measured only where it is asked for: an outline is costly to read.
    let is_apostrophe = ch == '’' && class == Class::Letter;
    let ink = match (glyph, face) {
        (Some(glyph), Some(face)) if class == Class::Exclam || is_apostrophe => {
            face.ink(glyph.id).map(|ink| (face.scale(ink.left, kind.size), face.scale(ink.right, kind.size)))
        }
        _ => None,
    };
    let mut cell = Cell {
        ch,
        class,
        glyph,
        script,
        width: class.width(ch).map_or(advance, |width| width.at(kind.size)),
        shift: Length::ZERO,
        ink,
        gap: Length::ZERO,
        turn: Turn::ByMarks,
        tight: false,
        range,
    };
    match ink.filter(|_| is_apostrophe) {
        // A Chinese face has the apostrophe of a Latin word only an em wide, as a quote.
        Some((left, right)) => {
            let side = Em::new(APOSTROPHE_SIDE).at(kind.size);
            (cell.width, cell.shift, cell.ink) = (right - left + side * 2, side - left, None);
        }
        None => cell.shift = place_in_frame(class, cell.width, advance),
    }
    cell
}

/// Where a glyph's origin stands in a frame of another width: brackets keep to what they enclose,
/// pause marks to what they follow, all else to the middle.
fn place_in_frame(class: Class, width: Length, advance: Length) -> Length {
    match class {
        Class::Open => width - advance,
        Class::Close | Class::Comma | Class::Colon | Class::Stop | Class::Exclam | Class::Combining => Length::ZERO,
        _ => (width - advance) / 2,
    }
}

/// The glyph of a character, and how it is drawn if it is another's; a fallback and a missing glyph are
/// reported.
fn find_glyph(
    text: &Text,
    ch: char,
    range: &Range<usize>,
    kind: Type,
    face_script: FaceScript,
    setter: &mut Setter<'_, '_>,
) -> (Option<Glyph>, Option<Script>) {
    // A tab is a space to the author; no face has a glyph for it.
    // Some faces draw a dollar for the fullwidth yen sign; the sign itself they draw right.
    let shown = match ch {
        '\t' => ' ',
        '￥' => '¥',
        ch => ch,
    };
    let diagnostic = |code| {
        Diagnostic::new(code, text.place(range.clone()))
            .with("char", if ch.is_control() { "\u{fffd}".to_owned() } else { ch.to_string() })
            .with("point", format!("U+{:04X}", u32::from(ch)))
            .with("role", kind.role.name())
    };
    // Some faces draw boxes for control characters; none is text.
    if shown.is_control() || matches!(shown, '\u{2028}'..='\u{202e}') {
        setter.sink.push(diagnostic(Code::NoGlyph));
        return (None, None);
    }
    let found = setter.fonts.look_up(kind.role, face_script, shown, setter.sink);
    if let (Lookup::Fallback(_) | Lookup::Missing, Some((script, figure))) = (found, Script::of(shown))
        && let Lookup::Own(glyph) = setter.fonts.look_up(kind.role, FaceScript::Latin, figure, setter.sink)
    {
        return (Some(glyph), Some(script));
    }
    match found {
        Lookup::Own(glyph) if is_pinyin(ch, glyph, setter) => {
            let proportional = setter.fonts.fallback(kind.role, ch).filter(|other| !is_pinyin(ch, *other, setter));
            (Some(proportional.unwrap_or(glyph)), None)
        }
        Lookup::Own(glyph) => (Some(glyph), None),
        Lookup::Fallback(glyph) => {
            setter.sink.push(diagnostic(Code::FallbackFace).with("face", setter.fonts.name(glyph.face)));
            (Some(glyph), None)
        }
        Lookup::Unavailable => (None, None),
        Lookup::Missing => {
            setter.sink.push(diagnostic(Code::NoGlyph));
            (None, None)
        }
    }
}

/// Whether a Latin letter with an accent is an em wide, as Chinese faces have those of pinyin: no letter
/// of a word.
fn is_pinyin(ch: char, glyph: Glyph, setter: &Setter<'_, '_>) -> bool {
    let is_wide = |units: i64| glyph.advance >= units;
    matches!(ch, '\u{c0}'..='\u{24f}') && setter.fonts.face(glyph.face).is_some_and(|face| is_wide(face.units_per_em()))
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
