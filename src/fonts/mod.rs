//! The faces: where their files are, what glyphs they have, how wide these are, and subsets of them.
//!
//! [`FontFiles`] holds the bytes of the files of a whole run; a [`FontBook`] opens, over them, the faces
//! that one publication names for its roles. `catalogue` lists the faces that the project knows by name.

mod book;
mod catalogue;
mod face;
mod find;
mod subset;

pub use book::{FaceId, FontBook, Glyph, Lookup, Script};
pub use catalogue::{CATALOGUE_TOML, FaceEntry, catalogue};
pub use face::{Face, FontFiles, Ink};
pub use find::{FontFolders, Located};
pub use subset::{Subset, subset};
