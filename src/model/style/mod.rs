//! The format's numbers and words: a section a file, each key with its default and source.
//!
//! A section is made by [`section!`]: from one list come the struct, its defaults, the table of its
//! keys and the way to set one of them. So a key that exists can be set, is documented, and is tested.
//! Sources in the comments: GB/T 9704-2012 (公文格式), clreq (W3C), *measured* (fitted to the published
//! issue 709), *ours* (decided where these are silent; see `docs/decisions`).

mod briefs;
mod byline;
mod cmyk;
mod colours;
mod contents;
mod corners;
mod editor_note;
mod faces;
mod imprint;
mod key;
mod masthead;
mod page_number;
pub mod setting;
mod sheet;
mod text;
mod titles;

pub use briefs::{BriefTitle, BriefsStyle};
pub use byline::BylineStyle;
pub use cmyk::Cmyk;
pub use colours::Colours;
pub use contents::{ContentsOrder, ContentsStyle};
pub use corners::CornersStyle;
pub use editor_note::EditorNoteStyle;
pub use faces::{FaceChoice, FaceName, Faces, Role};
pub use imprint::ImprintStyle;
pub use key::{Key, Kind, SIZE_NAMES};
pub use masthead::MastheadStyle;
pub use page_number::PageNumberStyle;
pub use setting::{Outcome, Section};
pub use sheet::Sheet;
pub use text::{Kinsoku, Lone, Prefer, Punctuation, TextStyle};
pub use titles::TitlesStyle;

use serde::Deserializer;

/// Makes a section of the style from the list of its keys: `name: Kind = default`.
macro_rules! section {
    ($(#[$doc:meta])* $name:ident [$toml:literal] { $($(#[doc = $about:literal])+ $key:ident: $kind:ty = $default:expr,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $($(#[doc = $about])+ pub $key: <$kind as $crate::model::style::setting::Setting>::Value,)*
        }

        impl Default for $name {
            fn default() -> Self {
                use $crate::model::style::setting::Setting;
                Self { $($key: <$kind>::value($default),)* }
            }
        }

        impl $crate::model::style::Section for $name {
            const NAME: &'static str = $toml;
            const KEYS: &'static [$crate::model::style::Key] = &[$($crate::model::style::Key {
                name: stringify!($key),
                kind: <$kind as $crate::model::style::setting::Setting>::KIND,
                default: stringify!($default),
                about: concat!($($about),+),
            },)*];

            fn set<'de, D: serde::Deserializer<'de>>(&mut self, key: &str, value: D) -> $crate::model::style::Outcome {
                use $crate::model::style::{Outcome, setting::Setting};
                match key {
                    $(stringify!($key) => match <$kind>::read(value) {
                        Some(value) => { self.$key = value; Outcome::Set }
                        None => Outcome::Refused(<$kind as Setting>::KIND),
                    },)*
                    _ => Outcome::UnknownKey,
                }
            }
        }
    };
}
use section;

/// Gathers the sections: the struct, the list of all keys, and the way to set one by its section.
macro_rules! style {
    ($($(#[$doc:meta])* $field:ident: $section:ty,)*) => {
        /// The whole format.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct Style {
            $($(#[$doc])* pub $field: $section,)*
            /// The faces by role.
            pub faces: Faces,
        }

        impl Style {
            /// Every section's name in the publication's file, with its keys.
            pub const SECTIONS: &'static [(&'static str, &'static [Key])] =
                &[$((<$section as Section>::NAME, <$section as Section>::KEYS),)*];

            /// Sets one key of one section.
            pub fn set<'de, D: Deserializer<'de>>(&mut self, section: &str, key: &str, value: D) -> Outcome {
                match section {
                    $(<$section as Section>::NAME => self.$field.set(key, value),)*
                    _ => Outcome::UnknownKey,
                }
            }
        }
    };
}

style! {
    /// The sheet and its grid.
    sheet: Sheet,
    /// Body text.
    text: TextStyle,
    /// The corners over the head of page one.
    corners: CornersStyle,
    /// The head of page one.
    masthead: MastheadStyle,
    /// The contents list.
    contents: ContentsStyle,
    /// Titles of articles.
    titles: TitlesStyle,
    /// Editor's notes.
    editor_note: EditorNoteStyle,
    /// Bylines.
    byline: BylineStyle,
    /// The briefs.
    briefs: BriefsStyle,
    /// Page numbers.
    page_number: PageNumberStyle,
    /// The imprint.
    imprint: ImprintStyle,
    /// The two colours.
    colours: Colours,
}
