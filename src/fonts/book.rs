//! The faces of a publication, role by role, opened when they are first needed.

use super::catalogue::{FaceEntry, catalogue};
use super::face::{Face, FaceFault, FontFiles};
use super::find::{FontFolders, Located, Missing, Origin};
use super::subset::subset;
use crate::diagnostic::{Argument, Code, Diagnostic, Place, Sink};
use crate::model::style::{FaceName, Faces, Role};
use std::path::{Path, PathBuf};
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
    /// The name by which it was asked for.
    asked: String,
    /// The name by which it goes: that of an installed face is its own.
    name: String,
    place: Option<Place>,
    roles: Vec<Role>,
    found: Result<Located, Missing>,
    /// Whether it is a face of the catalogue, whose files have been looked at.
    is_known: bool,
    face: OnceLock<Result<Face<'f>, FaceFault>>,
}

impl<'f> Slot<'f> {
    /// Opens the face. One that nobody has looked at is tried first: its outlines must come apart.
    fn open(&self, files: &'f FontFiles) -> Result<Face<'f>, FaceFault> {
        let located = self.found.as_ref().map_err(|_| FaceFault::Unusable)?;
        let face = Face::open(&self.name, located, files)?;
        if !self.is_known {
            let probe = face.glyph('一').or_else(|| face.glyph('A')).unwrap_or(0);
            subset(&face, vec![probe]).map_err(|_| FaceFault::Unusable)?;
        }
        Ok(face)
    }
}

impl<'f> FontBook<'f> {
    /// Finds the faces of all roles and opens each role's own; faces that are nowhere or unusable are
    /// reported.
    ///
    /// # Errors
    /// A broken catalogue of faces.
    pub fn open(faces: &Faces, folders: &FontFolders, files: &'f FontFiles, sink: &mut Sink) -> anyhow::Result<Self> {
        let mut maker = Maker { slots: Vec::new(), folders, files, catalogue: catalogue()? };
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
        slot.face.get_or_init(|| slot.open(self.files)).as_ref().ok()
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

    /// Where the face's file is; none if it is nowhere.
    #[must_use]
    pub fn located(&self, id: FaceId) -> Option<&Located> {
        self.slots.get(id.index())?.found.as_ref().ok()
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
        let face = self.face(id)?;
        let glyph = face.glyph(ch)?;
        Some(Glyph { face: id, id: glyph, advance: face.advance(glyph) })
    }

    /// Reports why a face cannot be used: it is nowhere, its file is no face, or it may not be embedded.
    fn report_unusable(&self, id: FaceId, sink: &mut Sink) {
        let Some(slot) = self.slots.get(id.index()) else { return };
        let roles = Argument::Messages(slot.roles.iter().map(|role| role.message()).collect());
        let about = |code| {
            let diagnostic = Diagnostic::new(code, slot.place).with("name", slot.name.as_str());
            diagnostic.with("roles", roles.clone())
        };
        let diagnostic = match &slot.found {
            Err(missing) => about(Code::FaceNotFound)
                .with("paths", listed(&missing.paths))
                .with("names", if missing.names.is_empty() { "none".to_owned() } else { missing.names.join("、") })
                .with("folders", listed(&missing.installed)),
            Ok(located) => match slot.face.get() {
                Some(Err(FaceFault::Refused(refusal))) => about(Code::FaceNotEmbeddable)
                    .with("paths", located.path.display().to_string())
                    .with("reason", Argument::Message(refusal.message())),
                _ => about(Code::FaceUnusable).with("paths", located.path.display().to_string()),
            },
        };
        sink.push(diagnostic);
    }
}

/// Paths as a message has them.
fn listed(paths: &[PathBuf]) -> String {
    let paths: Vec<_> = paths.iter().map(|path| Path::display(path).to_string()).collect();
    if paths.is_empty() { "none".to_owned() } else { paths.join("、") }
}

/// Gives each face that is named a slot, once.
struct Maker<'f, 'a> {
    slots: Vec<Slot<'f>>,
    folders: &'a FontFolders,
    files: &'f FontFiles,
    catalogue: Vec<FaceEntry>,
}

impl Maker<'_, '_> {
    fn slot(&mut self, face: &FaceName, role: Role) -> FaceId {
        let at = self.known(face).unwrap_or_else(|| self.find(face));
        if !self.slots[at].roles.contains(&role) {
            self.slots[at].roles.push(role);
        }
        FaceId(at as u16)
    }

    /// The slot of a face that was asked for before. A default that is nowhere has other names than the
    /// same face where the publication insists on it.
    fn known(&self, face: &FaceName) -> Option<usize> {
        self.slots.iter().position(|slot| {
            slot.asked == face.name && (slot.found.is_ok() || slot.place.is_none() == face.place.is_none())
        })
    }

    /// Finds a face and gives it a slot; an installed one that has a slot under another name keeps that.
    fn find(&mut self, face: &FaceName) -> usize {
        let (files, cache) = (self.files, self.folders.cache());
        let is_default = face.place.is_none();
        let found = self.folders.find(&face.name, is_default, &self.catalogue, || files.installed(cache));
        let (name, found) = match found {
            Ok((name, located)) => (name, Ok(located)),
            Err(missing) => (face.name.clone(), Err(missing)),
        };
        let installed = found.as_ref().ok().filter(|found| matches!(found.origin, Origin::Name | Origin::Substitute));
        let same = |slot: &Slot<'_>| {
            let other = slot.found.as_ref().ok();
            installed.zip(other).is_some_and(|(a, b)| (&a.path, a.index, a.origin) == (&b.path, b.index, b.origin))
        };
        if let Some(at) = self.slots.iter().position(same) {
            return at;
        }
        let is_known = installed.is_none() && self.catalogue.iter().any(|entry| entry.name == face.name);
        let (asked, place) = (face.name.clone(), face.place);
        self.slots.push(Slot { asked, name, place, roles: Vec::new(), found, is_known, face: OnceLock::new() });
        self.slots.len() - 1
    }
}
