//! How a character is drawn: its glyph, and the frame it stands in. Looked up once for all places where it stands in
//! the same type, since most characters of a text stand there many times.

use super::cell::Script;
use super::class::Class;
use super::{Setter, Type};
use crate::diagnostic::{Code, Sink};
use crate::fonts::{FontBook, Glyph, Lookup, Script as FaceScript};
use crate::length::{Em, Length};

/// What stands free at either side of an apostrophe's ink, in em.
const APOSTROPHE_SIDE: f64 = 0.06;

/// A character as it is drawn in a type, wherever it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn {
    /// The glyph; none for a character that no face has, or that has no ink of its own.
    pub(super) glyph: Option<Glyph>,
    /// How the glyph is drawn where the face has none of its own for a raised or lowered figure.
    pub(super) script: Option<Script>,
    /// What is to be said of each place where it stands.
    pub(super) fault: Option<Code>,
    /// Width of the frame.
    pub(super) width: Length,
    /// Where the glyph's own origin stands in the frame.
    pub(super) shift: Length,
    /// Left and right edge of the ink from the glyph's origin, for marks whose ink may stand in the way
    /// of a squeeze.
    pub(super) ink: Option<(Length, Length)>,
    /// Whether the style lets it give some of its width when a line is full.
    pub(super) squeezable: bool,
}

impl Setter<'_, '_> {
    /// How a character of a class is drawn in a type.
    pub(super) fn drawn(&mut self, ch: char, class: Class, kind: Type) -> &Drawn {
        let Self { fonts, style, sink, drawn, .. } = self;
        drawn.entry((ch, class, kind)).or_insert_with(|| {
            let squeezable = style.text.squeezable.contains(ch);
            Drawn { squeezable, ..draw(ch, class, kind, fonts, sink) }
        })
    }
}

/// Looks a character up and measures it; whether it is squeezable is the style's to say.
fn draw(ch: char, class: Class, kind: Type, fonts: &FontBook<'_>, sink: &mut Sink) -> Drawn {
    let Found { glyph, script, fault } = match class == Class::Combining && !has_ink(ch) {
        true => Found::default(),
        false => find_glyph(ch, class, kind, fonts, sink),
    };
    let size = if script.is_some() { Script::size(kind.size) } else { kind.size };
    let face = glyph.and_then(|glyph| fonts.face(glyph.face));
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
    let width = class.width(ch).map_or(advance, |width| width.at(kind.size));
    let drawn = Drawn { glyph, script, fault, width, shift: Length::ZERO, ink, squeezable: false };
    match ink.filter(|_| is_apostrophe) {
        // A Chinese face has the apostrophe of a Latin word only an em wide, as a quote.
        Some((left, right)) => {
            let side = Em::new(APOSTROPHE_SIDE).at(kind.size);
            Drawn { width: right - left + side * 2, shift: side - left, ink: None, ..drawn }
        }
        None => Drawn { shift: place_in_frame(class, width, advance), ..drawn },
    }
}

/// Whether a combining character draws anything: selectors and format characters do not.
pub(super) fn has_ink(ch: char) -> bool {
    matches!(ch, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}'..='\u{309a}')
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

/// The glyph of a character, how it is drawn if it is another's, and what is to be said of it.
#[derive(Default)]
struct Found {
    glyph: Option<Glyph>,
    script: Option<Script>,
    fault: Option<Code>,
}

impl Found {
    /// A glyph as the face draws it.
    fn plain(glyph: Glyph) -> Self {
        Self { glyph: Some(glyph), ..Self::default() }
    }

    fn nothing() -> Self {
        Self { fault: Some(Code::NoGlyph), ..Self::default() }
    }
}

/// Looks a character up in the faces of its type.
fn find_glyph(ch: char, class: Class, kind: Type, fonts: &FontBook<'_>, sink: &mut Sink) -> Found {
    // A tab is a space to the author; no face has a glyph for it.
    // Some faces draw a dollar for the fullwidth yen sign; the sign itself they draw right.
    let shown = match ch {
        '\t' => ' ',
        '￥' => '¥',
        ch => ch,
    };
    // Some faces draw boxes for control characters; none is text.
    if shown.is_control() || matches!(shown, '\u{2028}'..='\u{202e}') {
        return Found::nothing();
    }
    let is_latin = class.is_latin(ch) || class == Class::Letter;
    let face_script = if is_latin { FaceScript::Latin } else { FaceScript::Han };
    let found = fonts.look_up(kind.role, face_script, shown, sink);
    if let (Lookup::Fallback(_) | Lookup::Missing, Some((script, figure))) = (found, Script::of(shown))
        && let Lookup::Own(glyph) = fonts.look_up(kind.role, FaceScript::Latin, figure, sink)
    {
        return Found { script: Some(script), ..Found::plain(glyph) };
    }
    match found {
        Lookup::Own(glyph) if is_pinyin(ch, glyph, fonts) => {
            let proportional = fonts.fallback(kind.role, ch).filter(|other| !is_pinyin(ch, *other, fonts));
            Found::plain(proportional.unwrap_or(glyph))
        }
        Lookup::Own(glyph) => Found::plain(glyph),
        Lookup::Fallback(glyph) => Found { fault: Some(Code::FallbackFace), ..Found::plain(glyph) },
        Lookup::Unavailable => Found::default(),
        Lookup::Missing => Found::nothing(),
    }
}

/// Whether a Latin letter with an accent is an em wide, as Chinese faces have those of pinyin: no letter
/// of a word.
fn is_pinyin(ch: char, glyph: Glyph, fonts: &FontBook<'_>) -> bool {
    let is_wide = |units: i64| glyph.advance >= units;
    matches!(ch, '\u{c0}'..='\u{24f}') && fonts.face(glyph.face).is_some_and(|face| is_wide(face.units_per_em()))
}
