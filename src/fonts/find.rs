//! Where a face's file is: at a path that the publication names, in a `fonts` folder beside or above it,
//! in the user's cache, or among the fonts that the machine has installed.

use super::catalogue::FaceEntry;
use super::installed::{Installed, InstalledFace};
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
    /// The user's cache, the last of the folders.
    cache: Option<PathBuf>,
}

/// A face's file, and which of its faces is meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Located {
    /// The file.
    pub path: PathBuf,
    /// The face's number in a collection; 0 elsewhere.
    pub index: u32,
    /// How it was found.
    pub origin: Origin,
}

/// How a face was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// By its path, or by its file's name beside the publication's file.
    Path,
    /// In a `fonts` folder.
    Folder,
    /// In the user's cache.
    Cache,
    /// By its name, among the fonts that the machine has installed.
    Name,
    /// As above, by a name that office machines have for a face of the same style.
    Substitute,
}

impl Origin {
    /// The key of the message that names it for people.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Path => "fonts-by-path",
            Self::Folder => "fonts-in-folder",
            Self::Cache => "fonts-in-cache",
            Self::Name => "fonts-installed",
            Self::Substitute => "fonts-substitute",
        }
    }
}

/// Where a face was looked for in vain.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Missing {
    /// The paths at which it is not.
    pub paths: Vec<PathBuf>,
    /// The names that no installed font has.
    pub names: Vec<String>,
    /// The folders of installed fonts.
    pub installed: Vec<PathBuf>,
}

impl FontFolders {
    /// The folders for a publication: every `fonts` from its own folder up, then the user's cache.
    #[must_use]
    pub fn for_publication(publication_file: &Path) -> Self {
        let absolute = std::path::absolute(publication_file).unwrap_or_else(|_| publication_file.to_path_buf());
        let publication = absolute.parent().unwrap_or(Path::new("")).to_path_buf();
        let above = publication.ancestors().map(|folder| folder.join("fonts")).filter(|folder| folder.is_dir());
        let cache = user_cache();
        let folders = above.chain(cache.clone()).collect();
        Self { publication, folders, cache }
    }

    /// The folders of faces that are there, the nearest first, the user's cache last.
    pub fn folders(&self) -> impl Iterator<Item = &Path> {
        self.folders.iter().map(PathBuf::as_path)
    }

    /// The user's cache of faces, where it has a place.
    #[must_use]
    pub fn cache(&self) -> Option<&Path> {
        self.cache.as_deref()
    }

    /// Finds a face among the installed fonts, by its name or, if nobody asked for it by name, by those that
    /// the catalogue has for its style. `paths` are where its file is not; a path is no name.
    ///
    /// # Errors
    /// Where it was looked for, if it is nowhere.
    pub(super) fn find_installed<'i>(
        &self,
        asked: &str,
        deputies: &[String],
        paths: &[PathBuf],
        installed: impl FnOnce() -> &'i Installed,
    ) -> Result<(String, Located), Missing> {
        let paths = paths.to_vec();
        if is_path(asked) || has_ending(asked) {
            return Err(Missing { paths, ..Missing::default() });
        }
        let installed = installed();
        let names = std::iter::once(asked).chain(deputies.iter().map(String::as_str));
        for (at, name) in names.clone().enumerate() {
            let origin = if at == 0 { Origin::Name } else { Origin::Substitute };
            if let Some(InstalledFace { path, index, name }) = installed.find(name) {
                return Ok((name, Located { path, index, origin }));
            }
        }
        Err(Missing { paths, names: names.map(str::to_owned).collect(), installed: installed.folders().to_vec() })
    }

    /// Finds a face's file by the face's name in the catalogue, the file's name, or its path (`#2` behind a
    /// collection's path means its third face), but not among the installed fonts.
    ///
    /// # Errors
    /// Every path at which it was looked for, if it is at none of them.
    pub(super) fn find_file(&self, name: &str, catalogue: &[FaceEntry]) -> Result<Located, Vec<PathBuf>> {
        let (files, index) = candidates(name, catalogue);
        let is_path = is_path(name);
        let folders: Vec<_> = match is_path {
            true => vec![&self.publication],
            false => std::iter::once(&self.publication).filter(|_| has_ending(name)).chain(&self.folders).collect(),
        };
        let origin = |folder: &PathBuf| match folder {
            folder if *folder == self.publication => Origin::Path,
            folder if Some(folder) == self.cache.as_ref() => Origin::Cache,
            _ => Origin::Folder,
        };
        let mut paths = Vec::new();
        for folder in folders {
            for file in &files {
                let path = folder.join(file);
                if path.is_file() {
                    return Ok(Located { path, index, origin: origin(folder) });
                }
                paths.push(path);
            }
        }
        Err(paths)
    }
}

fn is_path(name: &str) -> bool {
    name.contains(['/', '\\'])
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
#[must_use]
pub fn user_cache() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("BULLETIN_FONTS_CACHE").or_else(|| {
        let cache = set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")))?;
        Some(cache.join("bulletin").join("fonts"))
    })
}
