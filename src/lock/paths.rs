//! Paths as a lock keeps them: from its own folder, with `/` between the names, whatever folder the program ran in.

use std::path::{Component, Path, PathBuf};

/// A path from a folder, as a lock writes it; whole where the two have nothing in common.
pub(super) fn relative(path: &Path, folder: &Path) -> String {
    let (path, folder) = (settled(path), settled(folder));
    let shared = path.components().zip(folder.components()).take_while(|(one, other)| one == other).count();
    if shared == 0 {
        return text(&path);
    }
    let up = folder.components().skip(shared).map(|_| Component::ParentDir);
    let down = path.components().skip(shared);
    text(&up.chain(down).collect::<PathBuf>())
}

/// The file that a path of a lock in this folder means.
pub(super) fn resolve(path: &str, folder: &Path) -> PathBuf {
    flattened(&settled(folder).join(path))
}

/// A path of the lock at `at`, as one from the working folder: so that a reader finds the file.
#[must_use]
pub fn from_here(path: &str, at: &Path) -> String {
    relative(&resolve(path, super::folder_of(at)), Path::new("."))
}

/// A whole path without `..`. A link in the way of a `..` is followed, any other stays: what lies in a folder `fonts`
/// is known by that name wherever the link leads.
fn settled(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    if !whole.components().any(|part| part == Component::ParentDir) {
        return whole;
    }
    let flat = flattened(&whole);
    let real = |path: &Path| path.parent().and_then(|folder| folder.canonicalize().ok());
    match (real(&whole), whole.file_name()) {
        (Some(folder), Some(name)) if real(&flat).as_ref() != Some(&folder) => folder.join(name),
        _ => flat,
    }
}

/// A path with each `..` taken off together with the name before it.
fn flattened(path: &Path) -> PathBuf {
    let mut flat = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                flat.pop();
            }
            part => flat.push(part),
        }
    }
    flat
}

/// A path as text; what is no text of it cannot be told.
fn text(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_count_from_the_folder_and_lead_back() {
        for (path, folder, expected) in [
            ("/p/issues/709.toml", "/p/build", "../issues/709.toml"),
            ("/p/709.toml", "/p", "709.toml"),
            ("/q/709.toml", "/p/a/b", "../../../q/709.toml"),
            ("/p/x/../issues/709.toml", "/p/build/../build", "../issues/709.toml"),
        ] {
            let written = relative(Path::new(path), Path::new(folder));
            assert_eq!(written, expected);
            assert_eq!(resolve(&written, Path::new(folder)), flattened(Path::new(path)));
        }
    }

    /// `..` behind a link goes up from where the link leads.
    #[cfg(unix)]
    #[test]
    fn paths_follow_links_only_before_going_up() {
        let place = tempfile::tempdir().unwrap();
        let at = |path: &str| place.path().join(path);
        std::fs::create_dir_all(at("far/inner")).unwrap();
        std::os::unix::fs::symlink(at("far/inner"), at("link")).unwrap();
        assert_eq!(relative(&at("link/f"), place.path()), "link/f");
        let far = place.path().canonicalize().unwrap().join("far");
        assert_eq!(relative(&at("link/../f"), &far), "f");
    }
}
