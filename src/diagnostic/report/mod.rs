//! Diagnostics as text, one renderer a file.

mod excerpt;
mod github;
mod human;
mod json;
mod paint;
mod sarif;
mod visible;

pub use github::annotations;
pub use human::render;
pub use json::json;
pub use paint::Paint;
pub use sarif::sarif;
pub use visible::{legible, visible};

use super::{Diagnostic, Files};
use std::path::PathBuf;

/// What was found in the sources of a run: each diagnostic with the files into which its places point.
pub type Found<'f> = (&'f Diagnostic, &'f Files);

/// A file with which something could not be done, and why, in the editor's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The file, as it was named on the command line.
    pub path: PathBuf,
    /// Why.
    pub reason: String,
}
