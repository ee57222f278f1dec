//! Which of a lock's inputs are not what they were: the question of an editor who wonders why pages moved, and of a
//! build that wants to know whether it is needed.

use super::{Content, FaceContent, Head, Input, Options, canonical, folder_of, path_of_face, paths};
use super::{Digests, LockedFace};
use crate::diagnostic::{Files, Sink};
use crate::fonts::Finder;
use crate::source::{self, find_publication};
use std::collections::BTreeMap;
use std::path::Path;

/// An input that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A source holds something else.
    Source(String),
    /// A source is not there, or cannot be read.
    SourceGone(String),
    /// The issue belongs to another publication's file now, or to none.
    OtherPublication(String),
    /// Keys of the publication hold otherwise; none are named if what held then is not known.
    Publication(Vec<String>),
    /// What holds of the publication cannot be told, for the sources hold errors.
    PublicationUnknown,
    /// A face's file holds something else.
    Face(String),
    /// A face is found in another file, or nowhere.
    FaceElsewhere(String),
}

/// The inputs of a lock as they are now.
pub struct Inputs<'l> {
    /// The head of the lock.
    pub head: &'l Head,
    /// The lock's path.
    pub at: &'l Path,
    /// Where its issue is now.
    pub issue: &'l Path,
    /// What files hold.
    pub digests: &'l Digests,
    /// What finds the faces of the issue's publication.
    pub finder: &'l Finder<'l>,
}

impl Inputs<'_> {
    /// Whether a build with these options would write the very PDF that is there: the program, the options and every
    /// input are what they were, and nobody touched the PDF. What such a build would warn of is told by none.
    ///
    /// # Errors
    /// A working directory that cannot be found.
    pub fn are_current(&self, options: &Options) -> anyhow::Result<bool> {
        let head = self.head;
        let pdf = || self.digests.of_file(&head.pdf(self.at)).is_ok_and(|found| head.pdf.content == found.into());
        let is_asked = head.is_of_this_program() && options_differ(head, options).is_empty();
        Ok(is_asked && pdf() && self.changes(None)?.is_empty())
    }

    /// The inputs that are not what they were. `held` is the lock's text of the publication, to tell which keys
    /// differ, if that is wanted.
    ///
    /// Where neither the issue nor its publication's file changed, no source is parsed; where the digests are
    /// remembered, no file is read.
    ///
    /// # Errors
    /// A working directory that cannot be found.
    pub fn changes(&self, held: Option<&str>) -> anyhow::Result<Vec<Change>> {
        let Self { head, at, issue, digests, finder } = self;
        let folder = folder_of(at);
        let mut changes = Vec::new();
        changes.extend(source(&head.issue, issue, digests));
        let is_same_issue = changes.is_empty();
        for input in &head.sources {
            changes.extend(source(input, &paths::resolve(&input.path, folder), digests));
        }
        let publication = find_publication(issue)?;
        let path = publication.as_deref().map(|path| paths::relative(path, folder)).unwrap_or_default();
        if path != head.publication.path {
            changes.push(Change::OtherPublication(path));
        } else {
            let is_same = publication.and_then(|path| source(&head.publication, &path, digests)).is_none();
            if !is_same || !is_same_issue {
                changes.extend(publication_change(head, held, issue));
            }
        }
        changes.extend(head.faces.iter().filter_map(|locked| face(locked, folder, digests, finder)));
        Ok(changes)
    }
}

/// The options of which the lock has another value than is wanted, or none, or of which nothing was said.
#[must_use]
pub fn options_differ(head: &Head, wanted: &Options) -> Vec<String> {
    let names = head.options.keys().chain(wanted.keys().filter(|name| !head.options.contains_key(*name)));
    names.filter(|name| head.options.get(*name) != wanted.get(*name)).cloned().collect()
}

fn source(input: &Input, path: &Path, digests: &Digests) -> Option<Change> {
    match digests.of_file(path) {
        Ok(found) if Content::from(found) == input.content => None,
        Ok(_) => Some(Change::Source(input.path.clone())),
        Err(_) => Some(Change::SourceGone(input.path.clone())),
    }
}

fn face(locked: &LockedFace, folder: &Path, digests: &Digests, finder: &Finder<'_>) -> Option<Change> {
    let elsewhere = || Some(Change::FaceElsewhere(locked.name.clone()));
    let Some(located) = finder.find(&locked.asked, locked.asker) else { return elsewhere() };
    let is_there = (located.origin, located.index) == (locked.found, locked.index);
    if !is_there || path_of_face(&located, folder) != locked.path {
        return elsewhere();
    }
    match digests.of_face(&located.path, finder.files()) {
        Ok(found) if FaceContent::from(found) == locked.content => None,
        Ok(_) => Some(Change::Face(locked.name.clone())),
        Err(_) => elsewhere(),
    }
}

/// Whether the publication holds otherwise for the issue, and in which keys.
fn publication_change(head: &Head, held: Option<&str>, issue: &Path) -> Option<Change> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let Ok(Some(shown)) = source::show(issue, None, &mut files, &mut sink) else {
        return Some(Change::PublicationUnknown);
    };
    let now = canonical(&shown);
    if Content::of(now.as_bytes()) == head.held {
        return None;
    }
    let Some(held) = held else { return Some(Change::Publication(Vec::new())) };
    let mut keys = differing(held, &now);
    if !head.is_of_this_program() {
        // A key that came with a later version holds its default: nobody changed anything.
        let was_known =
            |key: &str| held.lines().any(|line| line.split_once(" = ").is_some_and(|(name, _)| name == key));
        let is_written = |key: &str| shown.iter().any(|shown| shown.key == key && shown.place.is_some());
        keys.retain(|key| was_known(key) || is_written(key));
    }
    (head.is_of_this_program() || !keys.is_empty()).then_some(Change::Publication(keys))
}

/// The keys whose values differ, those that only one of the two has among them.
fn differing(was: &str, now: &str) -> Vec<String> {
    fn values(text: &str) -> BTreeMap<&str, &str> {
        text.lines().filter_map(|line| line.split_once(" = ")).collect()
    }
    let (was, now) = (values(was), values(now));
    let names = now.keys().chain(was.keys().filter(|name| !now.contains_key(*name)));
    names.filter(|name| was.get(*name) != now.get(*name)).map(|name| (*name).to_owned()).collect()
}
