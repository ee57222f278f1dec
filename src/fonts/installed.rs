//! The fonts that the machine has installed (系统字体), found by their names.

use super::index::{self, Entry, Index};
use super::mapped::map;
use super::names::{self, Fit, folded};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// Endings of font files.
const ENDINGS: [&str; 4] = ["otf", "ttf", "ttc", "otc"];

/// So deep folders are looked into: a link to a folder above must not lead round for ever.
const DEEPEST: usize = 12;

/// The machine's fonts, those of the first folder first.
#[derive(Debug, Default)]
pub struct Installed {
    folders: Vec<PathBuf>,
    files: Vec<(PathBuf, Entry)>,
}

/// An installed face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstalledFace {
    /// Its file.
    pub path: PathBuf,
    /// Its number in a collection; 0 elsewhere.
    pub index: u32,
    /// Its PostScript name, or the name by which it was asked for if it has none.
    pub name: String,
}

impl Installed {
    /// The fonts of this machine: what `BULLETIN_SYSTEM_FONTS` names, else the usual folders. The index
    /// stands in a folder of the user's cache, if there is one.
    #[must_use]
    pub fn of_this_machine(cache: Option<&Path>) -> Self {
        Self::open(usual_folders(), cache.map(|cache| cache.join("installed.index")).as_deref())
    }

    /// The fonts of these folders and the folders in them, over an index.
    #[must_use]
    pub fn open(folders: Vec<PathBuf>, index_path: Option<&Path>) -> Self {
        let known = index_path.map(index::read).unwrap_or_default();
        let mut seen = BTreeSet::new();
        let mut paths = Vec::new();
        for folder in &folders {
            walk(folder, DEEPEST, &mut seen, &mut paths);
        }
        let files: Vec<_> = paths.into_iter().filter_map(|path| Some((entry(&path, &known)?, path))).collect();
        let files: Vec<_> = files.into_iter().map(|(entry, path)| (path, entry)).collect();
        let now: Index = files.iter().cloned().collect();
        if let Some(path) = index_path.filter(|_| now != known) {
            index::write(path, &now);
        }
        Self { folders, files }
    }

    /// The face that a name fits best: a PostScript name, a full name, a family's name with a style's, or
    /// a family's name, which means its regular upright face. Of two that fit as well, the one in the
    /// earlier folder.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<InstalledFace> {
        let wanted = folded(name);
        let mut best: Option<(Fit, InstalledFace)> = None;
        for (path, entry) in &self.files {
            for face in &entry.faces {
                let Some(fit) = face.fit(&wanted) else { continue };
                if best.as_ref().is_none_or(|(known, _)| fit < *known) {
                    let name = face.postscript.first().map_or(name, String::as_str).to_owned();
                    best = Some((fit, InstalledFace { path: path.clone(), index: face.index, name }));
                }
            }
        }
        best.map(|(_, face)| face)
    }

    /// The folders that were looked into.
    #[must_use]
    pub fn folders(&self) -> &[PathBuf] {
        &self.folders
    }
}

/// A file's entry: the index's if it stands, else read from the file; none if it is not there.
fn entry(path: &Path, known: &Index) -> Option<Entry> {
    let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let changed = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let (size, time) = (metadata.len(), changed.unwrap_or_default().as_nanos());
    if let Some(entry) = known.get(path).filter(|entry| (entry.size, entry.time) == (size, time)) {
        return Some(entry.clone());
    }
    let faces = map(path).map(|file| names::faces(file.bytes())).unwrap_or_default();
    Some(Entry { size, time, faces })
}

/// The font files of a folder and the folders in it, by name; each folder once, whatever links lead to it.
fn walk(folder: &Path, depth: usize, seen: &mut BTreeSet<PathBuf>, paths: &mut Vec<PathBuf>) {
    let Ok(real) = fs::canonicalize(folder) else { return };
    if depth == 0 || !seen.insert(real) {
        return;
    }
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut entries: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    for path in entries {
        if is_font(&path) {
            paths.push(path);
        } else if path.is_dir() {
            walk(&path, depth - 1, seen, paths);
        }
    }
}

fn is_font(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// `BULLETIN_SYSTEM_FONTS`, a list as `PATH` is one; else where Linux, macOS and Windows keep fonts, the
/// user's before the machine's.
fn usual_folders() -> Vec<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if let Some(folders) = set("BULLETIN_SYSTEM_FONTS") {
        return std::env::split_paths(&folders).filter(|folder| !folder.as_os_str().is_empty()).collect();
    }
    let below = |name: &str, rest: &str| set(name).map(|folder| PathBuf::from(folder).join(rest));
    let shared = set("XDG_DATA_DIRS").unwrap_or_else(|| "/usr/local/share:/usr/share".into());
    let mut folders: Vec<PathBuf> = Vec::new();
    folders.extend(below("XDG_DATA_HOME", "fonts").or_else(|| below("HOME", ".local/share/fonts")));
    folders.extend(below("HOME", ".fonts"));
    folders.extend(below("HOME", "Library/Fonts"));
    folders.extend(below("LOCALAPPDATA", "Microsoft/Windows/Fonts"));
    folders.extend(std::env::split_paths(&shared).map(|folder| folder.join("fonts")));
    folders.extend(["/Library/Fonts", "/System/Library/Fonts"].map(PathBuf::from));
    folders.extend(below("SystemRoot", "Fonts"));
    folders.retain(|folder| folder.is_dir());
    folders
}
