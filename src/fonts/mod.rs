//! The faces: where their files are, what glyphs they have, how wide these are, and subsets of them.
//!
//! [`FontFiles`] holds the bytes of the files of a whole run; a [`FontBook`] opens, over them, the faces
//! that one publication names for its roles. `catalogue` lists the faces that the project knows by name;
//! [`Installed`] are the machine's own fonts, which are looked at only when a face is nowhere else.

mod book;
mod catalogue;
mod charstrings;
mod face;
mod find;
mod index;
mod installed;
mod mapped;
mod names;
mod permission;
mod slot;
mod soundness;
mod subset;

pub use book::{FaceId, FontBook, Glyph, Lookup, Script};
pub use catalogue::{CATALOGUE_TOML, FaceEntry, catalogue};
pub use face::{Face, FaceFault, FontFiles, Ink};
pub use find::{FontFolders, Located, Missing, Origin, user_cache};
pub use installed::{Installed, InstalledFace};
pub use permission::Refusal;
pub use slot::{Asker, Finder, OpenedFace};
pub use subset::{Outlines, Program, ProgramKind, Subset, outlines, subset};
