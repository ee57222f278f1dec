//! The faces of a publication, role by role, opened when they are first needed.

use super::catalogue::{FaceEntry, catalogue};
use super::face::{Face, FontFiles};
use super::find::{FontFolders, Located};
use crate::diagnostic::{Argument, Code, Diagnostic, Place, Sink};
use crate::model::style::{FaceName, Faces, Role};
use std::path::PathBuf;
use std::sync::OnceLock;

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
    files: &'f FontFiles,
    slots: Vec<Slot<'f>>,
    /// By role: own face, Latin face if another, fallbacks.
    roles: [RoleFaces; 5],
}

struct RoleFaces {
    own: FaceId,
    latin: Option<FaceId>,
    fallback: Vec<FaceId>,
}

/// A face that the publication names, found or not, opened or not yet.
struct Slot<'f> {
    name: String,
    place: Option<Place>,
    roles: Vec<Role>,
    found: Result<Located, Vec<PathBuf>>,
    face: OnceLock<Option<Face<'f>>>,
}

impl<'f> FontBook<'f> {
    /// Finds the faces of all roles and opens each role's own; faces that are nowhere or unusable are
    /// reported.
    ///
    /// # Errors
    /// A broken catalogue of faces.
    pub fn open(faces: &Faces, folders: &FontFolders, files: &'f FontFiles, sink: &mut Sink) -> anyhow::Result<Self> {
        let mut maker = Maker { slots: Vec::new(), folders, catalogue: catalogue()? };
        let roles = Role::ALL.map(|role| {
            let choice = faces.of(role);
            RoleFaces {
                own: maker.slot(&choice.face, role),
                latin: choice.latin.as_ref().map(|name| maker.slot(name, role)),
                fallback: choice.fallback.iter().map(|name| maker.slot(name, role)).collect(),
            }
        });
        let book = Self { files, slots: maker.slots, roles };
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
        let slot = self.slots.get(id.index())?;
        let open = || slot.found.as_ref().ok().and_then(|found| Face::open(&slot.name, found, self.files).ok());
        slot.face.get_or_init(open).as_ref()
    }

    /// The name of a face.
    #[must_use]
    pub fn name(&self, id: FaceId) -> &str {
        self.slots.get(id.index()).map_or("", |slot| &slot.name)
    }

    /// Every face that the publication names, with the roles it serves, in the order of the roles.
    pub fn faces(&self) -> impl Iterator<Item = (FaceId, &[Role])> {
        self.slots.iter().enumerate().map(|(at, slot)| (FaceId(at as u16), slot.roles.as_slice()))
    }

    /// Where the face's file is, or every path at which it is not.
    ///
    /// # Errors
    /// The paths at which it was looked for in vain.
    pub fn located(&self, id: FaceId) -> Result<&Located, &[PathBuf]> {
        match self.slots.get(id.index()).map(|slot| &slot.found) {
            Some(Ok(located)) => Ok(located),
            Some(Err(paths)) => Err(paths),
            None => Err(&[]),
        }
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
        let face = self.face(id)?;
        let glyph = face.glyph(ch)?;
        Some(Glyph { face: id, id: glyph, advance: face.advance(glyph) })
    }

    /// Reports why a face cannot be used: it is nowhere, or its file is no face.
    fn report_unusable(&self, id: FaceId, sink: &mut Sink) {
        let Some(slot) = self.slots.get(id.index()) else { return };
        let roles = Argument::Messages(slot.roles.iter().map(|role| role.message()).collect());
        let (code, paths) = match &slot.found {
            Ok(located) => (Code::FaceUnusable, located.path.display().to_string()),
            Err(paths) => {
                let paths: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
                (Code::FaceNotFound, paths.join("、"))
            }
        };
        let diagnostic = Diagnostic::new(code, slot.place)
            .with("name", slot.name.as_str())
            .with("roles", roles)
            .with("paths", paths);
        sink.push(diagnostic);
    }
}

/// Gives each face that is named a slot, once.
struct Maker<'f, 'a> {
    slots: Vec<Slot<'f>>,
    folders: &'a FontFolders,
    catalogue: Vec<FaceEntry>,
}

impl Maker<'_, '_> {
    fn slot(&mut self, face: &FaceName, role: Role) -> FaceId {
        let known = self.slots.iter().position(|slot| slot.name == face.name);
        let at = known.unwrap_or_else(|| {
            self.slots.push(Slot {
                name: face.name.clone(),
                place: face.place,
                roles: Vec::new(),
                found: self.folders.find(&face.name, &self.catalogue),
                face: OnceLock::new(),
            });
            self.slots.len() - 1
        });
        if !self.slots[at].roles.contains(&role) {
            self.slots[at].roles.push(role);
        }
        FaceId(at as u16)
    }
}
