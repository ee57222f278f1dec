//! The catalogue of known faces, `fonts/fonts.toml`: what each is, where it comes from, who may use it.

use serde::Deserialize;
use std::sync::LazyLock;

/// The catalogue's text; `fonts/fetch.sh` reads the same file.
pub const CATALOGUE_TOML: &str = include_str!("../../fonts/fonts.toml");

/// A face of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaceEntry {
    /// The name by which a publication asks for it.
    pub name: String,
    /// The roles that it, or the face it stands in for, has in the default style.
    pub roles: Vec<String>,
    /// Its family, for people.
    pub family: String,
    /// Its style of type (字体), such as 仿宋.
    pub style: String,
    /// The name of its file in a fonts folder.
    pub file: String,
    /// Which face of a collection (`.ttc`) it is; 0 elsewhere.
    pub index: u32,
    /// The Debian package that carries it.
    pub package: String,
    /// The file's path in that package.
    pub path: String,
    /// The SHA-256 sums of the files that have been looked at.
    pub sha256: Vec<String>,
    /// The licence, as an SPDX expression.
    pub licence: String,
    /// Names under which office machines have a face of the same style, the best first; they stand in where
    /// the face itself is nowhere and nobody asked for it by name.
    pub installed: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    face: Vec<FaceEntry>,
}

/// Read once in a run.
static CATALOGUE: LazyLock<Result<File, toml::de::Error>> = LazyLock::new(|| toml::from_str(CATALOGUE_TOML));

/// The known faces, in the order of the file.
///
/// # Errors
/// A catalogue that is not well-formed: a fault of the build, which a test excludes.
pub fn catalogue() -> anyhow::Result<&'static [FaceEntry]> {
    CATALOGUE.as_ref().map(|file| file.face.as_slice()).map_err(|error| error.clone().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::style::{Faces, Role};

    #[test]
    fn catalogue_knows_every_default_face() {
        let known: Vec<_> = catalogue().unwrap().iter().map(|entry| entry.name.as_str()).collect();
        let faces = Faces::default();
        for role in Role::ALL {
            let choice = faces.of(role);
            for face in [&choice.face].into_iter().chain(&choice.latin).chain(&choice.fallback) {
                assert!(known.contains(&face.name.as_str()), "{}", face.name);
            }
        }
    }

    #[test]
    fn catalogue_sums_are_sha256() {
        for entry in catalogue().unwrap() {
            assert!(!entry.sha256.is_empty());
            assert!(entry.sha256.iter().all(|sum| sum.len() == 64 && sum.bytes().all(|b| b.is_ascii_hexdigit())));
        }
    }
}
