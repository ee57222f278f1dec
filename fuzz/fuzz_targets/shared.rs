//! What the targets share: a project in a folder of its own, filled anew for each input.

use bulletin::diagnostic::messages::{Language, Messages};
use bulletin::diagnostic::report::{self, Paint};
use bulletin::diagnostic::{Diagnostic, Files};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What parts the files of an input.
const SEPARATOR: &[u8] = b"\n=====\n";

/// The publication of an input that brings none.
pub(crate) const PUBLICATION: &str = r#"
name = "某地人大信息"
publisher = "某地人大编"
editions = ["普刊", "专刊"]
columns = ["要闻", "摘登"]
briefs_column = "摘登"
"#;

/// A folder with the checkout's faces.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        let shared = Path::new("/dev/shm");
        let folder = match shared.is_dir() {
            true => tempfile::tempdir_in(shared),
            false => tempfile::tempdir(),
        };
        let folder = folder.unwrap();
        std::os::unix::fs::symlink(concat!(env!("CARGO_MANIFEST_DIR"), "/../fonts"), folder.path().join("fonts"))
            .unwrap();
        Self(folder)
    }

    /// Writes the files of an input: the issue, then its publication, an article and a body of their own.
    pub(crate) fn fill(&self, input: &[u8]) -> PathBuf {
        let mut parts = Vec::new();
        let mut rest = input;
        while let Some(at) = rest.windows(SEPARATOR.len()).position(|bytes| bytes == SEPARATOR) {
            parts.push(&rest[..at]);
            rest = &rest[at + SEPARATOR.len()..];
        }
        parts.push(rest);
        let names = ["issue.toml", "bulletin.toml", "a.toml", "a.txt"];
        for (at, name) in names.into_iter().enumerate() {
            let default = if at == 1 { PUBLICATION.as_bytes() } else { b"" };
            fs::write(self.0.path().join(name), parts.get(at).copied().unwrap_or(default)).unwrap();
        }
        self.0.path().join("issue.toml")
    }
}

/// Tells what was found in every form; each place must lie in its file, on the boundaries of characters.
pub(crate) fn tell(diagnostics: &[Diagnostic], files: &Files) {
    for found in diagnostics {
        for place in found.place.iter().chain(&found.related).chain(found.edit.iter().map(|edit| &edit.place)) {
            let text = files.text(place.file);
            assert!(
                text.get(place.start as usize..place.end as usize).is_some(),
                "{found:?} is outside of {:?}",
                files.path(place.file)
            );
        }
    }
    for language in Language::ALL {
        let messages = Messages::of(language);
        for found in diagnostics {
            assert!(!report::render(found, files, &messages, Paint::Plain).is_empty());
        }
        let found: Vec<_> = diagnostics.iter().map(|found| (found, files)).collect();
        assert!(!report::json(&found, &messages).is_empty());
        assert!(!report::sarif(&found, &messages).is_empty());
        let _ = report::annotations(&found, &messages);
    }
}
