//! What authors write becomes model. The only room that knows TOML.
//!
//! `read` turns a file's bytes into a table of TOML values with their spans, past as many syntax faults
//! as it can; `issue` and `publication` take that table field by field, each by itself, so that one run
//! reports every fault; `scan` gives each character of a string its place; `discover` finds the
//! publication that an issue belongs to.

mod discover;
mod issue;
mod markup;
mod publication;
mod read;
mod scan;
mod table;

pub use discover::{PUBLICATION_FILE, find_publication};

use crate::diagnostic::{Code, Diagnostic, Files, Place, Sink};
use crate::model::{Issue, Publication};
use std::path::{Path, PathBuf};

/// An issue with the publication it belongs to, and where that publication's file is.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The issue.
    pub issue: Issue,
    /// The publication.
    pub publication: Publication,
    /// The publication's file; face paths are relative to its folder.
    pub publication_path: PathBuf,
}

/// Reads an issue and the publication it belongs to; none if they lack what cannot be done without. The
/// sink then says what, and may hold errors beside an issue too.
///
/// # Errors
/// A file that cannot be read at all.
pub fn load(path: &Path, files: &mut Files, sink: &mut Sink) -> anyhow::Result<Option<Loaded>> {
    let bytes = read::bytes(path)?;
    let Some(publication_path) = find_publication(path)? else {
        let file = files.add(path, String::from_utf8_lossy(&bytes).into_owned());
        sink.push(Diagnostic::new(Code::NoPublication, Place::new(file, 0..0)).with("file", PUBLICATION_FILE));
        return Ok(None);
    };
    let publication = load_publication(&publication_path, files, sink)?;
    let issue = read::text(path, bytes, files, sink).and_then(|(file, text)| {
        let raw = read::parse(file, &text, sink);
        issue::resolve(&raw, path, publication.as_ref(), sink)
    });
    let loaded = issue.zip(publication);
    Ok(loaded.map(|(issue, publication)| Loaded { issue, publication, publication_path }))
}

/// Reads a publication's file; none if it holds errors, which are then in the sink.
///
/// # Errors
/// A file that cannot be read at all.
pub fn load_publication(path: &Path, files: &mut Files, sink: &mut Sink) -> anyhow::Result<Option<Publication>> {
    let bytes = read::bytes(path)?;
    Ok(read::text(path, bytes, files, sink).and_then(|(file, text)| {
        let raw = read::parse(file, &text, sink);
        publication::resolve(&raw, sink)
    }))
}
