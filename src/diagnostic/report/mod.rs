//! Diagnostics as text, one renderer a file.

mod excerpt;
mod github;
mod human;
mod json;
mod paint;
mod sarif;

pub use github::annotations;
pub use human::render;
pub use json::json;
pub use paint::Paint;
pub use sarif::sarif;

use super::{Diagnostic, Files};

/// What was found in the sources of a run: each diagnostic with the files into which its places point.
pub type Found<'f> = (&'f Diagnostic, &'f Files);
