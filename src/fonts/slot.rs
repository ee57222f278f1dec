//! A face that a publication names: looked for, found and opened when it is first needed.

use super::catalogue::FaceEntry;
use super::face::{Face, FaceFault, FontFiles};
use super::find::{FontFolders, Located, Missing};
use super::subset::subset;
use crate::diagnostic::Place;
use crate::model::style::{FaceName, Role};
use std::path::PathBuf;
use std::sync::OnceLock;

/// What faces are found with.
pub(super) struct Finder<'f> {
    /// The folders of the publication and the user's cache.
    pub(super) folders: FontFolders,
    /// The files of the run, and the machine's fonts.
    pub(super) files: &'f FontFiles,
    /// The known faces.
    pub(super) catalogue: Vec<FaceEntry>,
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
            file: finder.folders.find_file(&face.name, &finder.catalogue),
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
        let find = || {
            let known = finder.catalogue.iter().find(|entry| entry.name == self.asked && self.place.is_none());
            let deputies = known.map_or(&[][..], |entry| &entry.installed);
            let installed = || finder.files.installed(finder.folders.cache());
            finder.folders.find_installed(&self.asked, deputies, paths, installed)
        };
        self.installed.get_or_init(find).as_ref().map(|(_, located)| located)
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
