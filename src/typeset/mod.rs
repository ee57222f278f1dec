//! Text becomes lines. Knows no page.
//!
//! The road inside: `cells` gives each character its class, and `drawn` its glyph and width; `atom` joins what may not
//! be cut; `squeeze` says what adjacent marks and marks at a line's edges give up, and `kinsoku` where a
//! line may break; `breaker` fills lines, pushing in first; `justify` gives back what a line does not
//! need or stretches it, exactly; `line` holds the placed glyphs. `paragraph` and `title` are the two
//! recipes over these.

mod atom;
mod breaker;
mod cell;
mod cells;
mod class;
mod drawn;
mod filling;
mod justify;
mod kinsoku;
mod lexicon;
mod line;
mod measured;
mod paragraph;
mod sense;
mod squeeze;
mod title;
mod word;

pub use class::Class;
pub use filling::{Filling, Next};
pub use line::{Gap, Line, PlacedGlyph, set_line};
pub use paragraph::{ParagraphStyle, set_paragraph, set_ragged, set_within};
pub use title::{set_title, set_whole_title};

use crate::diagnostic::Sink;
use crate::fonts::FontBook;
use crate::length::Length;
use crate::model::Style;
use crate::model::style::Role;
use drawn::Drawn;
use rustc_hash::FxHashMap;

/// What setting any text needs: the faces, the style, and where faults go.
pub struct Setter<'a, 'f> {
    /// The publication's faces.
    pub fonts: &'a FontBook<'f>,
    /// The publication's style.
    pub style: &'a Style,
    /// Names and terms that no title is broken inside.
    pub terms: &'a [String],
    /// Where missing characters and forced breaks are reported.
    pub sink: &'a mut Sink,
    /// Whether lines keep how they were filled, for whoever asks; most never do.
    keeps_filling: bool,
    /// The characters that have been looked up so far.
    drawn: FxHashMap<(char, Class, Type), Drawn>,
}

impl<'a, 'f> Setter<'a, 'f> {
    /// Sets in these faces by this style; no title is broken inside one of the terms.
    pub fn new(fonts: &'a FontBook<'f>, style: &'a Style, terms: &'a [String], sink: &'a mut Sink) -> Self {
        Self { fonts, style, terms, sink, keeps_filling: false, drawn: FxHashMap::default() }
    }

    /// The same, with the filling of each line of a paragraph kept.
    #[must_use]
    pub fn keeping_filling(self) -> Self {
        Self { keeps_filling: true, ..self }
    }
}

/// The type in which a text is set: the faces of a role at a size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Type {
    /// The role.
    pub role: Role,
    /// The size (字号).
    pub size: Length,
}
