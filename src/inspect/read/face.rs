//! The fonts of a file: how their codes are read, and what is wrong with them.

use crate::inspect::facts::FaceFacts;
use hayro_cmap::{BfString, CMap};
use hayro_font::kurbo::Shape;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, GlyphId};
use hayro_syntax::object::{Array, Dict, Name, Stream};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The text of a code that the file gives none for.
const UNKNOWN: &str = "\u{FFFD}";

/// The fonts met so far.
pub(super) struct Faces<'a> {
    encodings: CMapResolverFn,
    /// Numbers of faces by where their dictionaries lie in the file.
    numbers: BTreeMap<usize, usize>,
    faces: Vec<Face<'a>>,
}

/// A font and what was found out about it.
pub(super) struct Face<'a> {
    pub(super) facts: FaceFacts,
    font: Option<Font<'a>>,
    to_unicode: Option<CMap>,
    /// What is known of the codes that were shown.
    codes: BTreeMap<u32, Code>,
}

/// What a code shows.
#[derive(Debug, Clone)]
pub(super) struct Code {
    /// Its advance in thousandths of an em.
    pub(super) advance: f64,
    /// How high its outline reaches, in thousandths of an em.
    pub(super) ink_top: Option<f64>,
    pub(super) text: String,
}

impl<'a> Faces<'a> {
    pub(super) fn new() -> Self {
        Self { encodings: Arc::new(hayro_cmap::load_embedded), numbers: BTreeMap::new(), faces: Vec::new() }
    }

    /// The number of the face that a dictionary describes.
    pub(super) fn number(&mut self, dictionary: &Dict<'a>) -> usize {
        // The same bytes of the file are the same dictionary.
        let key = dictionary.data().as_ptr() as usize;
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        let (font, is_own) = load(dictionary, &self.encodings);
        let (facts, to_unicode) = (facts(dictionary, font.is_some() && is_own), to_unicode(dictionary));
        self.faces.push(Face { facts, font, to_unicode, codes: BTreeMap::new() });
        self.numbers.insert(key, self.faces.len() - 1);
        self.faces.len() - 1
    }

    pub(super) fn face(&mut self, number: usize) -> Option<&mut Face<'a>> {
        self.faces.get_mut(number)
    }

    pub(super) fn into_facts(self) -> Vec<FaceFacts> {
        self.faces.into_iter().map(|face| face.facts).collect()
    }
}

impl Face<'_> {
    /// The next code of a string that is shown, how many bytes it has, and what it shows; none if the font
    /// cannot be read at all.
    pub(super) fn next(&mut self, bytes: &[u8], at: usize) -> Option<(u32, usize, Code)> {
        let font = self.font.as_ref()?;
        let (code, length) = font.read_code(bytes, at);
        let shown = match self.codes.get(&code) {
            Some(known) => known.clone(),
            None => {
                let known = self.look_up(code)?;
                self.codes.insert(code, known.clone());
                known
            }
        };
        Some((code, length.max(1), shown))
    }

    pub(super) fn is_horizontal(&self) -> bool {
        self.font.as_ref().is_none_or(Font::is_horizontal)
    }

    fn look_up(&mut self, code: u32) -> Option<Code> {
        let font = self.font.as_ref()?;
        let id = font.map_code(code);
        let glyph = match font.glyph(id, code) {
            FontGlyph::Outline(glyph) => Some(glyph),
            FontGlyph::Type3(_) => None,
        };
        let stated = self.to_unicode.as_ref().and_then(|map| map.lookup_bf_string(code)).and_then(sound);
        if stated.is_none() {
            self.facts.unmapped.insert(code);
        }
        if id == GlyphId::NOTDEF && self.facts.embedded && glyph.is_some() {
            self.facts.missing.insert(code);
        }
        let text = stated.or_else(|| glyph.as_ref().and_then(|glyph| glyph.as_unicode()).and_then(sound));
        let text = text.unwrap_or_else(|| UNKNOWN.to_owned());
        let outline = glyph.filter(|_| self.facts.embedded).map(|glyph| glyph.outline());
        if outline.as_ref().is_some_and(|path| path.is_empty()) && !is_blank(&text) {
            self.facts.missing.insert(code);
        }
        // The height of a han character is nobody's question, and there are many of them.
        let asked = !text.chars().all(|ch| ('\u{3400}'..='\u{9fff}').contains(&ch));
        let ink_top = outline.filter(|path| asked && !path.is_empty()).map(|path| path.bounding_box().y1);
        Some(Code { advance: font.code_advance(code).x, ink_top, text })
    }
}

/// Loads a font, and tells whether it is drawn by a program of its own: where the file has none, or one that is none,
/// another face stands in for it.
fn load<'a>(dictionary: &Dict<'a>, encodings: &CMapResolverFn) -> (Option<Font<'a>>, bool) {
    let is_own = Arc::new(AtomicBool::new(true));
    let asked = Arc::clone(&is_own);
    // A face that is not embedded is measured by the widths that the file states; whose outlines stand in for it
    // does not matter.
    let stand_ins: FontResolverFn = Arc::new(move |query| {
        asked.store(false, Ordering::Relaxed);
        Some(match query {
            FontQuery::Standard(face) => face.get_font_data(),
            FontQuery::Fallback(query) => query.pick_standard_font().get_font_data(),
        })
    });
    // A cache for each font: one for all would ask for the same stand-in once only.
    let font = FontCache::new().font(dictionary, &stand_ins, encodings);
    (font, is_own.load(Ordering::Relaxed))
}

/// The text of a code, unless it is one that says nothing.
fn sound(text: BfString) -> Option<String> {
    let text = match text {
        BfString::Char(ch) => ch.to_string(),
        BfString::String(text) => text,
    };
    (!text.is_empty() && !text.contains(['\0', '\u{FEFF}', '\u{FFFD}'])).then_some(text)
}

/// Whether a text draws nothing: blanks, controls, what only joins, parts or turns others; and what is unknown may.
fn is_blank(text: &str) -> bool {
    let draws_nothing = |ch: char| {
        ch.is_whitespace()
            || ch.is_control()
            || matches!(ch, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
            || matches!(ch, '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
    };
    text == UNKNOWN || text.chars().all(draws_nothing)
}

fn to_unicode(dictionary: &Dict<'_>) -> Option<CMap> {
    let data = dictionary.get::<Stream<'_>>("ToUnicode")?.decoded_data().ok()?;
    CMap::parse(&data, hayro_cmap::load_embedded)
}

fn facts(dictionary: &Dict<'_>, can_be_read: bool) -> FaceFacts {
    let named = dictionary.get::<Name<'_>>("BaseFont").map(|name| name.as_str().to_owned()).unwrap_or_default();
    let tagged = named.split_once('+').filter(|(tag, _)| tag.len() == 6 && tag.bytes().all(|b| b.is_ascii_uppercase()));
    let name = tagged.map_or(named.as_str(), |(_, name)| name).to_owned();
    let descendant = dictionary.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let of = descendant.unwrap_or_else(|| dictionary.clone());
    let descriptor = of.get::<Dict<'_>>("FontDescriptor");
    let has_program = descriptor.is_some_and(|descriptor| {
        ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.get::<Stream<'_>>(*key).is_some())
    });
    // A Type 3 font draws its glyphs itself.
    let drawn = dictionary.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Type3");
    FaceFacts {
        subset: tagged.is_some(),
        embedded: (has_program || drawn) && can_be_read,
        name,
        ..FaceFacts::default()
    }
}
