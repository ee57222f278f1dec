//! Text becomes lines. Knows no page.
//!
//! The road inside: `cells` gives each character its class, glyph and width; `atom` joins what may not
//! be cut; `squeeze` says what adjacent marks and marks at a line's edges give up, and `kinsoku` where a
//! line may break; `breaker` fills lines, pushing in first; `justify` gives back what a line does not
//! need or stretches it, exactly; `line` holds the placed glyphs. `paragraph` and `title` are the two
//! recipes over these.

mod atom;
mod breaker;
mod cell;
mod cells;
mod class;
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
}

/// The type in which a text is set: the faces of a role at a size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Type {
    /// The role.
    pub role: Role,
    /// The size (字号).
    pub size: Length,
}
