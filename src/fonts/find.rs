//! Where a face's file is: at a path that the publication names, in a `fonts` folder beside or above it,
//! or in the user's cache.

use super::catalogue::FaceEntry;
use std::path::{Path, PathBuf};

/// Endings by which a face's name is known to be a path.
const ENDINGS: [&str; 4] = ["otf", "ttf", "ttc", "otc"];

/// The folders in which faces are looked for.
#[derive(Debug, Clone)]
pub struct FontFolders {
    /// The publication's folder; paths are relative to it.
    publication: PathBuf,
    /// Folders of faces, the nearest first.
    folders: Vec<PathBuf>,
}

/// A face's file, and which of its faces is meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Located {
    /// The file.
    pub path: PathBuf,
    /// The face's number in a collection; 0 elsewhere.
    pub index: u32,
}

impl FontFolders {
    /// The folders for a publication: every `fonts` from its own folder up, then the user's cache.
    #[must_use]
    pub fn for_publication(publication_file: &Path) -> Self {
        let absolute = std::path::absolute(publication_file).unwrap_or_else(|_| publication_file.to_path_buf());
        let publication = absolute.parent().unwrap_or(Path::new("")).to_path_buf();
        let above = publication.ancestors().map(|folder| folder.join("fonts")).filter(|folder| folder.is_dir());
        let folders = above.chain(user_cache()).collect();
        Self { publication, folders }
    }

    /// Finds a face by its name in the catalogue, the name of its file, or its path (`#2` behind a
    /// collection's path means its third face).
    ///
    /// # Errors
    /// Every path at which it was looked for, if it is at none of them.
    pub fn find(&self, name: &str, catalogue: &[FaceEntry]) -> Result<Located, Vec<PathBuf>> {
        let (files, index) = candidates(name, catalogue);
        let is_path = name.contains(['/', '\\']);
        let paths: Vec<_> = if is_path {
            files.iter().map(|file| self.publication.join(file)).collect()
        } else {
            let folders = std::iter::once(&self.publication).filter(|_| has_ending(name)).chain(&self.folders);
            folders.flat_map(|folder| files.iter().map(|file| folder.join(file))).collect()
        };
        match paths.iter().find(|path| path.is_file()) {
            Some(path) => Ok(Located { path: path.clone(), index }),
            None => Err(paths),
        }
    }
}

/// The file names under which a face may be stored, and its number in the file.
fn candidates(name: &str, catalogue: &[FaceEntry]) -> (Vec<String>, u32) {
    if let Some(entry) = catalogue.iter().find(|entry| entry.name == name) {
        return (vec![entry.file.clone()], entry.index);
    }
    let (file, index) = match name.rsplit_once('#') {
        Some((file, index)) if index.parse::<u32>().is_ok() => (file, index.parse().unwrap_or(0)),
        _ => (name, 0),
    };
    if has_ending(file) {
        return (vec![file.to_owned()], index);
    }
    (ENDINGS.iter().map(|ending| format!("{file}.{ending}")).collect(), index)
}

fn has_ending(name: &str) -> bool {
    let file = name.rsplit_once('#').map_or(name, |(file, _)| file);
    file.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
}

/// The cache into which `make fonts` puts the faces: `BULLETIN_FONTS_CACHE`, else under the user's cache folder.
fn user_cache() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("BULLETIN_FONTS_CACHE").or_else(|| {
        let cache = set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")))?;
        Some(cache.join("bulletin").join("fonts"))
    })
}
