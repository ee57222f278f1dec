//! A face that a publication names: looked for, found and opened when it is first needed.

use super::book::FaceId;
use super::catalogue::{FaceEntry, catalogue};
use super::face::{Face, FaceFault, FontFiles};
use super::find::{FontFolders, Located, Missing};
use super::subset::subset;
use crate::diagnostic::Place;
use crate::model::style::{FaceName, Role};
use std::path::PathBuf;
use std::sync::OnceLock;

/// Who asked for a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Asker {
    /// The publication names it.
    Publication,
    /// The program, where the publication names none; other faces of the same style may then stand in.
    Default,
}

/// What faces are found with.
pub struct Finder<'f> {
    /// The folders of the publication and the user's cache.
    pub(super) folders: FontFolders,
    /// The files of the run, and the machine's fonts.
    pub(super) files: &'f FontFiles,
    /// The known faces.
    pub(super) catalogue: &'static [FaceEntry],
}

impl<'f> Finder<'f> {
    /// Finds faces in these folders and among the machine's fonts.
    ///
    /// # Errors
    /// A broken catalogue of faces.
    pub fn new(folders: FontFolders, files: &'f FontFiles) -> anyhow::Result<Self> {
        Ok(Self { folders, files, catalogue: catalogue()? })
    }

    /// The files of the run.
    #[must_use]
    pub fn files(&self) -> &'f FontFiles {
        self.files
    }

    /// Finds a face's file without opening it; none if it is nowhere.
    #[must_use]
    pub fn find(&self, asked: &str, asker: Asker) -> Option<Located> {
        let found = self.folders.find_file(asked, self.catalogue);
        found.or_else(|paths| self.find_installed(asked, asker, &paths).map(|(_, located)| located)).ok()
    }

    /// Finds a face among the installed fonts, with its name there.
    fn find_installed(&self, asked: &str, asker: Asker, paths: &[PathBuf]) -> Result<(String, Located), Missing> {
        let known = self.catalogue.iter().find(|entry| entry.name == asked && asker == Asker::Default);
        let deputies = known.map_or(&[][..], |entry| &entry.installed);
        let installed = || self.files.installed(self.folders.cache());
        self.folders.find_installed(asked, deputies, paths, installed)
    }
}

/// A face that a build opened: what it looks like depends on the face's file, whether or not glyphs of it were used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedFace {
    /// Its number in the book.
    pub id: FaceId,
    /// Its name; that of an installed face is its own.
    pub name: String,
    /// The name by which it was asked for.
    pub asked: String,
    /// Who asked for it.
    pub asker: Asker,
    /// Its file.
    pub located: Located,
}

/// A face that the publication names, found or not, opened or not yet.
pub(super) struct Slot<'f> {
    /// The name by which it was asked for.
    asked: String,
    /// Where it was asked for; none for a default.
    pub(super) place: Option<Place>,
    /// The roles it serves.
    pub(super) roles: Vec<Role>,
    /// Its file in a folder of faces, or where it is not.
    file: Result<Located, Vec<PathBuf>>,
    /// Else what it is among the installed fonts, with its name there. The machine is asked only when the
    /// face is needed.
    installed: OnceLock<Result<(String, Located), Missing>>,
    face: OnceLock<Result<Face<'f>, FaceFault>>,
}

impl<'f> Slot<'f> {
    /// A slot for a face, whose file is looked for in the folders.
    pub(super) fn new(face: &FaceName, finder: &Finder<'_>) -> Self {
        Self {
            asked: face.name.clone(),
            place: face.place,
            roles: Vec::new(),
            file: finder.folders.find_file(&face.name, finder.catalogue),
            installed: OnceLock::new(),
            face: OnceLock::new(),
        }
    }

    /// Whether this is the slot of a face that is named once more.
    pub(super) fn is_for(&self, face: &FaceName) -> bool {
        self.asked == face.name && (self.file.is_ok() || self.place.is_none() == face.place.is_none())
    }

    /// The name by which it goes: that of an installed face is its own, once it has been needed.
    pub(super) fn name(&self) -> &str {
        match self.installed.get() {
            Some(Ok((name, _))) => name,
            _ => &self.asked,
        }
    }

    /// Where its file is.
    pub(super) fn located(&self, finder: &Finder<'_>) -> Result<&Located, &Missing> {
        let paths = match &self.file {
            Ok(located) => return Ok(located),
            Err(paths) => paths,
        };
        let find = || finder.find_installed(&self.asked, self.asker(), paths);
        self.installed.get_or_init(find).as_ref().map(|(_, located)| located)
    }

    /// Who asked for it.
    fn asker(&self) -> Asker {
        if self.place.is_some() { Asker::Publication } else { Asker::Default }
    }

    /// What is known of the face, if it has been opened.
    pub(super) fn opened(&self, id: FaceId) -> Option<OpenedFace> {
        let face = self.face.get()?.as_ref().ok()?;
        let (name, located) = (face.name().to_owned(), face.located().clone());
        Some(OpenedFace { id, name, asked: self.asked.clone(), asker: self.asker(), located })
    }

    /// The face, opened.
    pub(super) fn face(&self, finder: &Finder<'f>) -> Result<&Face<'f>, FaceFault> {
        self.face.get_or_init(|| self.open(finder)).as_ref().map_err(|fault| *fault)
    }

    /// Opens the face. One that nobody has looked at is tried first: its outlines must come apart.
    fn open(&self, finder: &Finder<'f>) -> Result<Face<'f>, FaceFault> {
        let located = self.located(finder).map_err(|_| FaceFault::Unusable)?;
        let face = Face::open(self.name(), located, finder.files)?;
        let is_known = self.file.is_ok() && finder.catalogue.iter().any(|entry| entry.name == self.asked);
        if !is_known {
            let probe = face.glyph('一').or_else(|| face.glyph('A')).unwrap_or(0);
            subset(&face, vec![probe]).map_err(|_| FaceFault::Unusable)?;
        }
        Ok(face)
    }
}
