//! The lock (锁文件): what a PDF was made of, kept beside it, so that in ten years anyone can tell whether the same
//! sources still give the same pages.
//!
//! `form` is the text of a lock; `digest` and `digests` tell what files hold; `inputs` finds what of a lock's
//! inputs is not what it was; `lines` reads a page dump and `moves` compares two of them. What each part of the
//! file is for: `docs/lock.md`.

mod compare;
mod digest;
mod digests;
mod form;
mod inputs;
mod lines;
mod moves;
mod paths;

pub use compare::compare;
pub use digest::Digest;
pub use digests::{Digests, Trust};
pub use form::{Broken, Packed, may_replace};
pub use inputs::{Change, Inputs, options_differ};
pub use moves::{Move, OtherForm, Part, Spot};
pub use paths::from_here;

use crate::diagnostic::Files;
use crate::fonts::{Asker, FaceId, FontFiles, Located, OpenedFace, Origin, user_cache};
use crate::source::Shown;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The options of a build that change its file, each with its value.
pub type Options = BTreeMap<String, String>;

/// What a PDF was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// What stands at the head of the file.
    pub head: Head,
    /// The publication's keys as they held, a line a key.
    pub held: String,
    /// The page dump.
    pub dump: String,
}

/// The head of a lock: digests of all that went into the PDF, and of what came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The version of the program.
    pub program: String,
    /// The options of the build.
    pub options: Options,
    /// The issue's file.
    pub issue: Input,
    /// The publication's file. Where it is another one, what held decides.
    pub publication: Input,
    /// The files that the issue takes in, the word lists and the press's profile, by their paths.
    pub sources: Vec<Input>,
    /// The faces that were opened, in the order of the roles.
    pub faces: Vec<LockedFace>,
    /// The publication's keys as they held.
    pub held: Content,
    /// The page dump.
    pub dump: Content,
    /// The PDF, beside the lock.
    pub pdf: Input,
}

/// What some bytes were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// How many there were.
    pub size: u64,
    /// Their digest.
    pub sha256: Digest,
}

/// A file and what it held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Its path, from the lock's folder.
    pub path: String,
    /// What it held.
    #[serde(flatten)]
    pub content: Content,
}

/// A face that was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockedFace {
    /// Its name, as the page dump has it.
    pub name: String,
    /// The name by which it was asked for.
    pub asked: String,
    /// Who asked for it.
    pub asker: Asker,
    /// How it was found.
    pub found: Origin,
    /// Its file: from the lock's folder, or from the user's cache if it was found there, or whole if it is installed.
    pub path: String,
    /// Its number in a collection; 0 elsewhere.
    pub index: u32,
    /// Whether the PDF holds glyphs of it.
    pub embedded: bool,
    /// What the file held.
    #[serde(flatten)]
    pub content: FaceContent,
}

/// What a face's file held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaceContent {
    /// How many bytes it has.
    pub size: u64,
    /// Their digest.
    pub xxh128: Digest,
}

/// What a build knows when its PDF is there.
pub struct Build<'b> {
    /// The options that change the PDF.
    pub options: Options,
    /// The issue's file.
    pub issue: &'b Path,
    /// The publication's file.
    pub publication: &'b Path,
    /// The publication's keys as they held, and the page dump.
    pub packed: &'b Packed,
    /// Everything that was read.
    pub files: &'b Files,
    /// The faces that were opened.
    pub faces: &'b [OpenedFace],
    /// Those of them whose glyphs stand on the pages.
    pub embedded: BTreeSet<FaceId>,
    /// The PDF's path and bytes.
    pub pdf: (&'b Path, &'b [u8]),
}

impl Content {
    /// What these bytes are.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, sha256: Digest::of(bytes) }
    }
}

impl From<(u64, Digest)> for Content {
    fn from((size, sha256): (u64, Digest)) -> Self {
        Self { size, sha256 }
    }
}

impl From<(u64, Digest)> for FaceContent {
    fn from((size, xxh128): (u64, Digest)) -> Self {
        Self { size, xxh128 }
    }
}

/// The version of this program.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");

impl Head {
    /// The head of a build's lock. The sources are told as they were read, whatever the disk holds since.
    ///
    /// # Errors
    /// A face's file that cannot be read.
    pub fn of(build: Build<'_>, fonts: &FontFiles, digests: &Digests) -> anyhow::Result<Self> {
        let folder = folder_of(build.pdf.0);
        let input =
            |path: &Path, bytes: &[u8]| Input { path: paths::relative(path, folder), content: Content::of(bytes) };
        let texts = build.files.texts().map(|(path, text)| (path, text.as_bytes()));
        let read: BTreeMap<&Path, Input> =
            texts.chain(build.files.data()).map(|(path, bytes)| (path, input(path, bytes))).collect();
        let of = |path: &Path| read.get(path).cloned().unwrap_or_else(|| input(path, &[]));
        let others = read.iter().filter(|(path, _)| **path != build.issue && **path != build.publication);
        let mut sources: Vec<_> = others.map(|(_, input)| input.clone()).collect();
        sources.sort_by(|one, other| one.path.cmp(&other.path));
        sources.dedup();
        let face = |face: &OpenedFace| locked(face, build.embedded.contains(&face.id), folder, fonts, digests);
        let (held, dump) = build.packed.contents();
        Ok(Self {
            program: PROGRAM.to_owned(),
            issue: of(build.issue),
            publication: of(build.publication),
            sources,
            faces: build.faces.iter().map(face).collect::<anyhow::Result<_>>()?,
            held,
            dump,
            pdf: input(build.pdf.0, build.pdf.1),
            options: build.options,
        })
    }

    /// Whether this program is of the version that made the PDF.
    #[must_use]
    pub fn is_of_this_program(&self) -> bool {
        self.program == PROGRAM
    }

    /// Whether the lock at this path is an issue's.
    #[must_use]
    pub fn is_of(&self, issue: &Path, at: &Path) -> bool {
        let meant = paths::resolve(&self.issue.path, folder_of(at));
        meant == paths::resolve(&issue.to_string_lossy(), Path::new("."))
            || meant.canonicalize().is_ok_and(|meant| issue.canonicalize().is_ok_and(|issue| issue == meant))
    }

    /// The PDF of the lock at this path.
    #[must_use]
    pub fn pdf(&self, at: &Path) -> PathBuf {
        let name = Path::new(&self.pdf.path).file_name().unwrap_or_default();
        at.with_file_name(name)
    }
}

/// The lock of the PDF at a path: the same name with another ending.
#[must_use]
pub fn path_of(pdf: &Path) -> PathBuf {
    pdf.with_extension("lock")
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn locked(
    face: &OpenedFace,
    embedded: bool,
    folder: &Path,
    fonts: &FontFiles,
    digests: &Digests,
) -> anyhow::Result<LockedFace> {
    let OpenedFace { name, asked, asker, located, .. } = face.clone();
    let content = digests.of_face(&located.path, fonts)?.into();
    let Located { index, origin: found, .. } = located;
    Ok(LockedFace { name, asked, asker, found, path: path_of_face(&located, folder), index, embedded, content })
}

/// A face's path as a lock in this folder has it: so that the lock is the same on any machine that has the same faces.
fn path_of_face(located: &Located, folder: &Path) -> String {
    match located.origin {
        Origin::Path | Origin::Folder => paths::relative(&located.path, folder),
        Origin::Cache => user_cache().map_or_else(String::new, |cache| paths::relative(&located.path, &cache)),
        Origin::Name | Origin::Substitute => located.path.to_string_lossy().into_owned(),
    }
}

/// The keys of a publication in the form that a lock has: a line a key, those that are not set left out.
#[must_use]
pub fn canonical(shown: &[Shown]) -> String {
    let line = |shown: &Shown| {
        let value = shown.value.as_deref()?.replace('\n', "\\n");
        Some(format!("{} = {value}\n", shown.key))
    };
    shown.iter().filter_map(line).collect()
}
