//! The faces of a publication, role by role, opened when they are first needed.

use super::face::{Face, FaceFault, FontFiles};
use super::find::{FontFolders, Located};
use super::slot::{Finder, OpenedFace, Slot};
use crate::diagnostic::{Argument, Code, Diagnostic, Sink};
use crate::model::style::{FaceName, Faces, Role};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A face's number in its book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(u16);

impl FaceId {
    /// The number, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Which of a role's own faces a character is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// The role's face: han, kana, fullwidth marks.
    Han,
    /// The role's Latin face, where it has one: figures, Latin letters and the signs that belong to them.
    Latin,
}

/// A glyph of a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// The face.
    pub face: FaceId,
    /// The glyph's number in the face.
    pub id: u16,
    /// Its advance in font units.
    pub advance: i64,
}

/// What came of looking for a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// One of the role's own faces has it.
    Own(Glyph),
    /// A fallback has it.
    Fallback(Glyph),
    /// No face has it.
    Missing,
    /// A fallback that may have it cannot be used, which has been reported.
    Unavailable,
}

/// The faces of one publication.
pub struct FontBook<'f> {
    finder: Finder<'f>,
    slots: Vec<Slot<'f>>,
    /// By role: own face, Latin face if another, fallbacks.
    roles: [RoleFaces; 5],
    /// What was found of the characters that were looked for: a text has few different ones.
    found: Mutex<FxHashMap<(FaceId, char), Option<Glyph>>>,
}

struct RoleFaces {
    own: FaceId,
    latin: Option<FaceId>,
    fallback: Vec<FaceId>,
}

impl<'f> FontBook<'f> {
    /// Finds the faces of all roles and opens each role's own; faces that are nowhere or unusable are
    /// reported.
    ///
    /// # Errors
    /// A broken catalogue of faces.
    pub fn open(faces: &Faces, folders: &FontFolders, files: &'f FontFiles, sink: &mut Sink) -> anyhow::Result<Self> {
        let finder = Finder::new(folders.clone(), files)?;
        let mut slots = Vec::new();
        let roles = Role::ALL.map(|role| {
            let choice = faces.of(role);
            RoleFaces {
                own: slot(&mut slots, &choice.face, role, &finder),
                latin: choice.latin.as_ref().map(|name| slot(&mut slots, name, role, &finder)),
                fallback: choice.fallback.iter().map(|name| slot(&mut slots, name, role, &finder)).collect(),
            }
        });
        let book = Self { finder, slots, roles, found: Mutex::default() };
        for role in &book.roles {
            for face in [Some(role.own), role.latin].into_iter().flatten() {
                if book.face(face).is_none() {
                    book.report_unusable(face, sink);
                }
            }
        }
        Ok(book)
    }

    /// An open face; none if it is nowhere or unusable.
    #[must_use]
    pub fn face(&self, id: FaceId) -> Option<&Face<'f>> {
        self.slots.get(id.index())?.face(&self.finder).ok()
    }

    /// The name of a face: that of an installed one is its own, once it has been needed.
    #[must_use]
    pub fn name(&self, id: FaceId) -> &str {
        self.slots.get(id.index()).map_or("", Slot::name)
    }

    /// Every face that the publication names, with the roles it serves, in the order of the roles.
    pub fn faces(&self) -> impl Iterator<Item = (FaceId, &[Role])> {
        self.slots.iter().enumerate().map(|(at, slot)| (FaceId(at as u16), slot.roles.as_slice()))
    }

    /// Where the face's file is; none if it is nowhere.
    #[must_use]
    pub fn located(&self, id: FaceId) -> Option<&Located> {
        self.slots.get(id.index())?.located(&self.finder).ok()
    }

    /// The faces that have been opened so far, in the order of the roles.
    pub fn opened(&self) -> impl Iterator<Item = OpenedFace> {
        self.slots.iter().enumerate().filter_map(|(at, slot)| slot.opened(FaceId(at as u16)))
    }

    /// The faces that a role takes its characters from before any fallback: its own, and its Latin one.
    pub fn own_faces(&self, role: Role) -> impl Iterator<Item = FaceId> {
        let faces = &self.roles[role as usize];
        std::iter::once(faces.own).chain(faces.latin)
    }

    /// Looks a character up: in the role's Latin face for Latin script, in its own face, then in its
    /// fallbacks in order. A fallback that is needed and cannot be used is reported.
    pub fn look_up(&self, role: Role, script: Script, ch: char, sink: &mut Sink) -> Lookup {
        let faces = &self.roles[role as usize];
        let latin = faces.latin.filter(|_| script == Script::Latin);
        for id in latin.into_iter().chain([faces.own]) {
            if let Some(glyph) = self.glyph(id, ch) {
                return Lookup::Own(glyph);
            }
        }
        let mut missing = Lookup::Missing;
        for id in &faces.fallback {
            if self.face(*id).is_none() {
                self.report_unusable(*id, sink);
                missing = Lookup::Unavailable;
            }
            if let Some(glyph) = self.glyph(*id, ch) {
                return Lookup::Fallback(glyph);
            }
        }
        missing
    }

    /// The glyph of a character in the first of a role's fallbacks that has it, whether or not its own
    /// faces do.
    #[must_use]
    pub fn fallback(&self, role: Role, ch: char) -> Option<Glyph> {
        self.roles[role as usize].fallback.iter().find_map(|id| self.glyph(*id, ch))
    }

    /// The face that a role's own characters come from.
    #[must_use]
    pub fn own_face(&self, role: Role) -> Option<&Face<'f>> {
        self.face(self.roles[role as usize].own)
    }

    fn glyph(&self, id: FaceId, ch: char) -> Option<Glyph> {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        *found.entry((id, ch)).or_insert_with(|| {
            let face = self.face(id)?;
            let glyph = face.glyph(ch)?;
            Some(Glyph { face: id, id: glyph, advance: face.advance(glyph) })
        })
    }

    /// Reports why a face cannot be used: it is nowhere, its file is no face, or it may not be embedded.
    fn report_unusable(&self, id: FaceId, sink: &mut Sink) {
        let Some(slot) = self.slots.get(id.index()) else { return };
        let roles = Argument::Messages(slot.roles.iter().map(|role| role.message()).collect());
        let about = |code| Diagnostic::new(code, slot.place).with("name", slot.name()).with("roles", roles);
        sink.push(match (slot.located(&self.finder), slot.face(&self.finder)) {
            (Err(missing), _) => about(Code::FaceNotFound)
                .with("paths", listed(&missing.paths))
                .with(
                    "names",
                    if missing.names.is_empty() { "none".into() } else { Argument::texts(missing.names.clone()) },
                )
                .with("folders", listed(&missing.installed)),
            (Ok(located), Err(FaceFault::Refused(refusal))) => about(Code::FaceNotEmbeddable)
                .with("paths", located.path.display().to_string())
                .with("reason", Argument::Message(refusal.message())),
            (Ok(located), Err(FaceFault::NoSuchFace(count))) => about(Code::NoSuchFace)
                .with("paths", located.path.display().to_string())
                .with("count", count.to_string())
                .with("last", (count - 1).to_string()),
            (Ok(located), _) => about(Code::FaceUnusable).with("paths", located.path.display().to_string()),
        });
    }
}

/// Paths as a message has them.
fn listed(paths: &[PathBuf]) -> Argument {
    let paths: Vec<_> = paths.iter().map(|path| Path::display(path).to_string()).collect();
    if paths.is_empty() { "none".into() } else { Argument::Texts(paths) }
}

/// The slot of a face, made if it has none. A default that lies in no folder has other names to go by than the
/// same face where the publication insists on it.
fn slot(slots: &mut Vec<Slot<'_>>, face: &FaceName, role: Role, finder: &Finder<'_>) -> FaceId {
    let at = slots.iter().position(|slot| slot.is_for(face)).unwrap_or_else(|| {
        slots.push(Slot::new(face, finder));
        slots.len() - 1
    });
    if !slots[at].roles.contains(&role) {
        slots[at].roles.push(role);
    }
    FaceId(at as u16)
}
