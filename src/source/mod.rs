//! What authors write becomes model. The only room that knows TOML.
//!
//! `read` turns a file's bytes into a table of TOML values with their spans, past as many syntax faults
//! as it can. `table` reads tables, also several over each other, field by field, so that one run reports
//! every fault; `value` and `values` read what stands in them, `scan` gives each character of a string its
//! place. `format` lists all keys. `layers` says what of a publication holds for an issue, `publication`,
//! `series` and `measures` resolve that, `issue`, `entries`, `include` and `markup` the issue itself.
//! `discover` finds the publication that an issue belongs to; `show` tells what holds, and whence; `schema`
//! tells editors what may be written. `archive` reads the heads of the issues that are there, `next` counts on
//! from them.
//! `word_list` reads the lists of words that a publication names, `profile` its press's ICC profile.

mod amendment;
mod archive;
mod discover;
mod doubles;
mod emphasis;
mod encoding;
mod entries;
pub mod format;
mod ignore;
mod include;
mod issue;
mod layers;
mod limits;
mod markup;
mod measures;
mod neighbours;
mod next;
mod profile;
mod publication;
mod read;
mod scan;
pub mod schema;
mod series;
mod show;
mod table;
mod value;
mod values;
mod word_list;

pub use archive::is_piece;
pub use discover::{PUBLICATION_FILE, find_publication};
pub use neighbours::compare;
pub use next::{Doubtful, Next, Wanted, day, next};
pub use show::{Shown, quoted, show};

use crate::diagnostic::{Code, Diagnostic, FileId, Files, Place, Sink};
use crate::model::{Issue, Publication};
use layers::Moment;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An issue with the publication it belongs to, and where that publication's file is.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The issue.
    pub issue: Issue,
    /// The publication, as it holds for the issue.
    pub publication: Publication,
    /// The publication's file; face paths are relative to its folder.
    pub publication_path: PathBuf,
    /// Its keys as they hold for the issue.
    pub held: Vec<Shown>,
}

/// The texts of an issue and of its publication; none of those that are no text.
struct Texts {
    /// None if there is no publication above the issue, which has been reported.
    publication_path: Option<PathBuf>,
    publication: Option<(FileId, Arc<str>)>,
    issue: Option<(FileId, Arc<str>)>,
}

/// Reads an issue and the publication it belongs to; none if they lack what cannot be done without. The
/// sink then says what, and may hold errors beside an issue too.
///
/// # Errors
/// A file that cannot be read at all.
pub fn load(path: &Path, files: &mut Files, sink: &mut Sink) -> anyhow::Result<Option<Loaded>> {
    let texts = texts(path, files, sink)?;
    let publication_raw = texts.publication.as_ref().map(|(file, text)| read::parse(*file, text, sink));
    let issue_raw = texts.issue.as_ref().map(|(file, text)| read::parse(*file, text, sink));
    let moment = issue_raw.as_ref().map(issue::moment).unwrap_or_default();
    let mut publication =
        publication_raw.as_ref().and_then(|raw| publication::resolve(raw, &moment, issue_raw.as_ref(), sink));
    let held = publication_raw.as_ref().map(|raw| show::held(raw, &moment, issue_raw.as_ref())).unwrap_or_default();
    if let Some(publication) = &mut publication {
        sink.take_as(&publication.levels);
        word_list::read(publication, files, sink);
        profile::read(publication, files, sink);
    }
    let issue = issue_raw.as_ref().and_then(|raw| issue::resolve(raw, path, publication.as_ref(), files, sink));
    let loaded = issue.zip(publication).zip(texts.publication_path);
    Ok(loaded.map(|((issue, publication), publication_path)| Loaded { issue, publication, publication_path, held }))
}

/// The texts of an issue and its publication. That there is no publication is reported.
fn texts(path: &Path, files: &mut Files, sink: &mut Sink) -> anyhow::Result<Texts> {
    let bytes = read::bytes(path, files, sink)?;
    let publication_path = find_publication(path)?;
    let publication = match &publication_path {
        Some(path) => read::file(path, files, sink)?,
        None => None,
    };
    let is_publication = path.file_name() == Some(OsStr::new(PUBLICATION_FILE));
    let issue = bytes.filter(|_| !is_publication).and_then(|bytes| read::text(path, bytes, files, sink));
    if publication_path.is_none() {
        let place = issue.as_ref().map(|(file, _)| Place::new(*file, 0..0));
        sink.push(Diagnostic::new(Code::NoPublication, place).with("file", PUBLICATION_FILE));
    }
    Ok(Texts { publication_path, publication, issue })
}

/// Reads the publication that a path leads to: as it holds for an issue, or, for a publication's own file, for
/// its newest issues. None if that holds errors, which are then in the sink; the issue may hold others.
///
/// # Errors
/// A file that cannot be read at all.
pub fn load_publication(path: &Path, files: &mut Files, sink: &mut Sink) -> anyhow::Result<Option<Publication>> {
    let found = with_publication(path, None, files, sink, |publication, moment, issue, sink| {
        let publication = publication::resolve(publication, moment, issue, sink);
        publication.filter(|_| !sink.has_errors())
    })?;
    Ok(found.flatten())
}

/// Finds what is wrong with a publication's own file, as it holds for its newest issues, and with its lists of words.
///
/// # Errors
/// A file that cannot be read at all.
pub fn check_publication(path: &Path, files: &mut Files, sink: &mut Sink) -> anyhow::Result<()> {
    if let Some(mut publication) = load_publication(path, files, sink)? {
        word_list::read(&mut publication, files, sink);
    }
    Ok(())
}

/// Reads a publication's table, and what of the issue that the path names decides how it holds; none if one
/// of them is no text.
fn with_publication<T>(
    path: &Path,
    edition: Option<&str>,
    files: &mut Files,
    sink: &mut Sink,
    read: impl FnOnce(&read::Raw<'_>, &Moment, Option<&read::Raw<'_>>, &mut Sink) -> T,
) -> anyhow::Result<Option<T>> {
    let is_publication = path.file_name() == Some(OsStr::new(PUBLICATION_FILE));
    let texts = texts(path, files, sink)?;
    let Some((file, text)) = &texts.publication else { return Ok(None) };
    let raw = read::parse(*file, text, sink);
    if is_publication {
        let moment = Moment { edition: edition.map(str::to_owned), ..Moment::default() };
        return Ok(Some(read(&raw, &moment, None, sink)));
    }
    let Some((file, text)) = &texts.issue else { return Ok(None) };
    let issue = read::parse(*file, text, sink);
    Ok(Some(read(&raw, &issue::moment(&issue), Some(&issue), sink)))
}
