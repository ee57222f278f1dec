//! What is watched, and what a change asks for. Nothing here reads a file: paths come whole, as the system tells them.

use super::inputs::is_called_issue;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A change in a watched folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// What was changed.
    pub(super) path: PathBuf,
    /// How.
    pub(super) kind: ChangeKind,
}

/// How something was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChangeKind {
    /// A file was written, made, renamed or taken away.
    File,
    /// The same of something that is a folder, or is gone: its name now means another folder, or none.
    Folder,
}

/// All that decides what a build would give.
#[derive(Debug, Clone, Default)]
pub(super) struct Watched {
    /// The issues that depend on a file, by the file.
    files: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
    /// What is named and is neither a folder nor a pattern.
    pub(super) named: BTreeSet<PathBuf>,
    /// Folders whose issues are built.
    pub(super) folders: BTreeSet<PathBuf>,
    /// Folders in which a new folder may hold issues that a pattern matches.
    pub(super) branching: BTreeSet<PathBuf>,
    /// Folders in which faces are looked for.
    pub(super) faces: BTreeSet<PathBuf>,
}

/// What changes ask for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// Whether issues may have come or gone.
    pub(super) listing: bool,
    /// The issues that depend on what was changed.
    pub(super) issues: BTreeSet<PathBuf>,
    /// Whether all issues may be touched.
    pub(super) all: bool,
    /// Whether a folder that is watched may be another one now.
    pub(super) folders: bool,
}

impl Asked {
    /// Whether there is nothing to do.
    pub(super) fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// This and more.
    pub(super) fn and(mut self, more: Self) -> Self {
        self.issues.extend(more.issues);
        Self {
            listing: self.listing || more.listing,
            all: self.all || more.all,
            folders: self.folders || more.folders,
            ..self
        }
    }

    /// Whether an issue may have to be built again.
    pub(super) fn touches(&self, issue: &Path) -> bool {
        self.all || self.issues.contains(issue)
    }
}

/// Endings of faces' files.
const FACES: [&str; 4] = ["otf", "ttf", "ttc", "otc"];

impl Watched {
    /// Has an issue depend on a file.
    pub(super) fn add(&mut self, file: &Path, issue: &Path) {
        self.files.entry(file.to_path_buf()).or_default().insert(issue.to_path_buf());
    }

    /// Adds what a change asks for. What nobody depends on asks for nothing: a build's own files, an editor's.
    pub(super) fn ask(&self, change: &Change, asked: &mut Asked) {
        let path = &change.path;
        let is_in = |folders: &BTreeSet<PathBuf>| path.parent().is_some_and(|folder| folders.contains(folder));
        let ends = |ending: &&str| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
        asked.issues.extend(self.files.get(path).into_iter().flatten().cloned());
        asked.listing |= self.named.contains(path) || is_called_issue(path) && is_in(&self.folders);
        // A face that comes may stand for one that was found elsewhere, or nowhere.
        asked.all |= is_in(&self.faces) && FACES.iter().any(ends);
        if change.kind == ChangeKind::Folder {
            asked.listing |= is_in(&self.branching) && !is_hidden(path);
            if self.all_folders().any(|folder| folder.starts_with(path)) {
                *asked = Asked { listing: true, all: true, folders: true, issues: std::mem::take(&mut asked.issues) };
            }
        }
    }

    /// The folders in which something is watched.
    pub(super) fn all_folders(&self) -> impl Iterator<Item = &Path> {
        let files = self.files.keys().chain(&self.named).filter_map(|file| file.parent());
        let folders = [&self.folders, &self.branching, &self.faces].into_iter().flatten();
        files.chain(folders.map(PathBuf::as_path))
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two issues of `/刊/期`, which lie in a folder that is named, with an article of the first, a publication, and a
    /// face of another folder.
    fn watched() -> Watched {
        let mut watched = Watched::default();
        watched.folders.insert("/刊/期".into());
        watched.faces.insert("/刊/fonts".into());
        for issue in ["1.toml", "2.toml"] {
            for file in [&*format!("/刊/期/{issue}"), "/刊/bulletin.toml", "/usr/fonts/宋.ttc"] {
                watched.add(Path::new(file), Path::new(issue));
            }
        }
        watched.add(Path::new("/刊/期/1/文.txt"), Path::new("1.toml"));
        watched
    }

    fn asked(watched: &Watched, path: &str, kind: ChangeKind) -> Asked {
        let mut asked = Asked::default();
        watched.ask(&Change { path: path.into(), kind }, &mut asked);
        asked
    }

    fn of_file(path: &str) -> Asked {
        asked(&watched(), path, ChangeKind::File)
    }

    fn issues(names: &[&str]) -> BTreeSet<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn watched_files_ask_for_the_issues_that_depend_on_them() {
        assert_eq!(of_file("/刊/期/1/文.txt"), Asked { issues: issues(&["1.toml"]), ..Asked::default() });
        let both = Asked { issues: issues(&["1.toml", "2.toml"]), ..Asked::default() };
        assert_eq!(of_file("/刊/bulletin.toml"), both);
        assert_eq!(of_file("/usr/fonts/宋.ttc"), both);
        assert_eq!(of_file("/刊/期/2.toml"), Asked { issues: issues(&["2.toml"]), listing: true, ..Asked::default() });
    }

    #[test]
    fn watched_folders_ask_for_issues_that_come() {
        assert_eq!(of_file("/刊/期/3.toml"), Asked { listing: true, ..Asked::default() });
        assert!(of_file("/刊/3.toml").is_nothing(), "a folder that is not named");
        let mut pattern = watched();
        assert!(asked(&pattern, "/刊/期/2026", ChangeKind::Folder).is_nothing());
        pattern.branching.insert("/刊/期".into());
        assert!(asked(&pattern, "/刊/期/2026", ChangeKind::Folder).listing);
        assert!(asked(&pattern, "/刊/期/.git", ChangeKind::Folder).is_nothing());
        pattern.named.insert("/别处/新".into());
        assert!(asked(&pattern, "/别处/新", ChangeKind::File).listing);
    }

    /// What a build writes, and what editors write beside a file.
    #[test]
    fn watched_folders_are_not_woken_by_what_is_written_beside_issues() {
        let names = "1.pdf 1.lock 1.dump .1.pdf.aXb.part .1.toml.swp 4913 1.toml~ #1.toml# .#1.toml digests.index";
        for name in names.split(' ') {
            for folder in ["/刊/期", "/刊", "/刊/fonts", "/usr/fonts"] {
                assert!(of_file(&format!("{folder}/{name}")).is_nothing(), "{folder}/{name}");
            }
        }
    }

    #[test]
    fn watched_faces_that_come_ask_for_all() {
        assert!(of_file("/刊/fonts/新.OTF").all);
        assert!(of_file("/usr/fonts/新.otf").is_nothing(), "no folder in which faces are looked for");
    }

    #[test]
    fn watched_folders_that_are_another_ask_for_all() {
        for folder in ["/刊", "/刊/期", "/刊/期/1", "/usr/fonts"] {
            let asked = asked(&watched(), folder, ChangeKind::Folder);
            assert!(asked.all && asked.listing && asked.folders, "{folder}");
        }
        assert!(asked(&watched(), "/刊/build", ChangeKind::Folder).is_nothing());
    }
}
