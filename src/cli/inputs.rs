//! What a command line names becomes issues: files as they are, folders, and patterns that no shell has expanded.

use super::terminal::Terminal;
use super::{Ending, output};
use crate::diagnostic::Argument;
use crate::source::{PUBLICATION_FILE, is_piece};
use anyhow::Context;
use glob::MatchOptions;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// What was found where a command line says.
pub(super) struct Inputs {
    /// Issues and publications, each once; those of a folder or of a pattern by their names.
    pub(super) files: Vec<PathBuf>,
    /// The folders that were looked into.
    pub(super) folders: Vec<PathBuf>,
    /// Not done if a pattern is none, or matches no issue, which is said.
    pub(super) ending: Ending,
}

/// The issues among inputs.
pub(super) enum Issues {
    /// These; and how the run ends if all goes well with them.
    Some(Vec<PathBuf>, Ending),
    /// There is none yet, which is said.
    None,
    /// A publication is named where an issue should be, which is said.
    Refused,
}

/// The issues among what is named. A publication's file among issues, as by `issues/*.toml`, is passed over.
pub(super) fn issues(named: &[PathBuf], terminal: &Terminal<'_>) -> anyhow::Result<Issues> {
    let Inputs { files, ending, .. } = inputs(named, terminal)?;
    let (publications, issues): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| is_publication(file));
    for publication in &publications {
        let key = if issues.is_empty() { "cli-not-an-issue" } else { "cli-passed-over" };
        terminal.complain_message(key, &[("input", publication.display().to_string().into())]);
    }
    if !issues.is_empty() {
        return Ok(Issues::Some(issues, ending));
    }
    if !publications.is_empty() {
        return Ok(Issues::Refused);
    }
    if ending == Ending::Done {
        say_no_issues(named, terminal);
    }
    Ok(Issues::None)
}

/// Files as they are; of a folder, the TOML files directly in it, but for the publication's and hidden ones; of a
/// pattern, what it matches, files and folders by the same rules, and no pieces that issues take in. A file that is
/// named twice is one. Folders that are called as issues are, are said.
pub(super) fn inputs(named: &[PathBuf], terminal: &Terminal<'_>) -> anyhow::Result<Inputs> {
    let mut found = Inputs { files: Vec::new(), folders: Vec::new(), ending: Ending::Done };
    for path in named {
        if path.is_dir() {
            found.files.extend(of_folder(path, terminal)?);
            found.folders.push(path.clone());
        } else if let Some(pattern) = Pattern::of(path) {
            found.take(&pattern, terminal)?;
        } else {
            found.files.push(path.clone());
        }
    }
    let mut seen = BTreeSet::new();
    found.files.retain(|file| seen.insert(fs::canonicalize(file).unwrap_or_else(|_| file.clone())));
    Ok(found)
}

impl Inputs {
    /// Takes what a pattern matches.
    fn take(&mut self, pattern: &Pattern, terminal: &Terminal<'_>) -> anyhow::Result<()> {
        let complain = |key| terminal.complain_message(key, &[("pattern", pattern.written.clone().into())]);
        let Some(matches) = pattern.matches()? else {
            complain("cli-no-pattern");
            self.ending = Ending::CouldNotRun;
            return Ok(());
        };
        let mut files = BTreeSet::new();
        for path in matches {
            if !path.is_dir() {
                files.extend(Some(path).filter(|path| is_called_issue(path)));
                continue;
            }
            let issues = of_folder(&path, terminal)?;
            // A pattern may match every folder below one.
            if issues.iter().any(|issue| !is_piece(issue)) {
                self.folders.push(path);
            }
            files.extend(issues);
        }
        files.retain(|file| !is_piece(file));
        if files.is_empty() {
            complain("cli-no-match");
            self.ending = Ending::CouldNotRun;
        }
        self.files.extend(files);
        Ok(())
    }
}

/// A path with wildcards (通配符) at which nothing lies: `*`, `?`, `[…]`, and `**` for folders at any depth.
pub(super) struct Pattern {
    /// As it was typed.
    written: String,
    /// The folder up to which it lies as it was typed, whatever its name.
    base: PathBuf,
    /// What is behind it.
    parts: Vec<String>,
}

const WILDCARDS: [char; 3] = ['*', '?', '['];

impl Pattern {
    /// The pattern that a path is, if there is nothing of its very name.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let written = path.to_str().filter(|text| text.contains(WILDCARDS))?.to_owned();
        let mut base = PathBuf::new();
        let mut components = path.components().peekable();
        while let Some(next) = components.next_if(|next| fs::symlink_metadata(base.join(next)).is_ok()) {
            base.push(next);
        }
        let mut parts: Vec<_> = components.filter_map(|part| Some(part.as_os_str().to_str()?.to_owned())).collect();
        // By itself it stands for folders only: whoever ends with it means what is in them.
        if parts.last().is_some_and(|part| part == "**") {
            parts.push("*".to_owned());
        }
        parts.iter().any(|part| part.contains(WILDCARDS)).then_some(Self { written, base, parts })
    }

    /// Whether its wildcards are well-formed: else it never matches.
    pub(super) fn is_sound(&self) -> bool {
        self.parts.iter().all(|part| glob::Pattern::new(part).is_ok())
    }

    /// What lies there, by its names; none if this is no pattern.
    fn matches(&self) -> anyhow::Result<Option<Vec<PathBuf>>> {
        self.of_parts(self.parts.len())
    }

    /// The folders in which something may come to match, those that are there now; the first is there whatever is in it.
    pub(super) fn folders(&self) -> Vec<PathBuf> {
        let base = if self.base.as_os_str().is_empty() { PathBuf::from(".") } else { self.base.clone() };
        let inner = (1..self.parts.len()).filter_map(|count| self.of_parts(count).ok().flatten()).flatten();
        std::iter::once(base).chain(inner.filter(|path| path.is_dir())).collect()
    }

    /// What the first so many parts match.
    fn of_parts(&self, count: usize) -> anyhow::Result<Option<Vec<PathBuf>>> {
        let base = glob::Pattern::escape(self.base.to_str().unwrap_or_default());
        let text = Path::new(&base).join(self.parts[..count].iter().collect::<PathBuf>());
        let options = MatchOptions {
            case_sensitive: !cfg!(windows),
            require_literal_separator: true,
            require_literal_leading_dot: true,
        };
        let Ok(found) = glob::glob_with(&text.to_string_lossy(), options) else { return Ok(None) };
        let named = |error: glob::GlobError| {
            let path = error.path().display().to_string();
            anyhow::Error::new(std::io::Error::from(error)).context(path)
        };
        // `.*` is for hidden files, not for the folder itself and the one above.
        let is_way = |path: &PathBuf| ["/.", "/.."].iter().any(|end| path.to_string_lossy().ends_with(end));
        let found = found.filter(|path| !path.as_ref().is_ok_and(is_way));
        let mut paths = found.map(|path| path.map_err(named)).collect::<anyhow::Result<Vec<_>>>()?;
        paths.sort();
        Ok(Some(paths))
    }
}

/// Says that there is nothing to do in what was named.
pub(super) fn say_no_issues(named: &[PathBuf], terminal: &Terminal<'_>) {
    let places = named.iter().map(|path| path.display().to_string());
    terminal.complain_message("cli-no-issues", &[("places", Argument::texts(places))]);
}

/// The issues of a folder that is named; folders in it that are called as issues are, are said.
fn of_folder(folder: &Path, terminal: &Terminal<'_>) -> anyhow::Result<Vec<PathBuf>> {
    let (folders, issues): (Vec<_>, Vec<_>) = toml_in(folder)?.into_iter().partition(|path| path.is_dir());
    for folder in folders {
        terminal.complain_message("cli-is-folder", &[("input", output::shown(&folder).into())]);
    }
    Ok(issues)
}

/// The issues directly in a folder, by their names; a link that leads nowhere is one that cannot be read.
pub(super) fn issues_in(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    Ok(toml_in(folder)?.into_iter().filter(|path| !path.is_dir()).collect())
}

/// What is directly in a folder and called as an issue's file is.
fn toml_in(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let named = || folder.display().to_string();
    let mut issues = Vec::new();
    for entry in fs::read_dir(folder).with_context(named)? {
        let path = entry.with_context(named)?.path();
        if is_called_issue(&path) {
            issues.push(path);
        }
    }
    issues.sort();
    Ok(issues)
}

/// Whether a file is called as an issue's is: TOML, not hidden, not the publication's.
pub(super) fn is_called_issue(path: &Path) -> bool {
    let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    path.extension() == Some(OsStr::new("toml")) && !is_publication(path) && !is_hidden
}

/// The issues of a publication: those of its folder and of the folders in it, years among them, but for
/// hidden folders, links, and those that are another publication's.
pub(super) fn issues_below(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let named = || folder.display().to_string();
    let mut issues = issues_in(folder)?;
    let mut inside = Vec::new();
    for entry in fs::read_dir(folder).with_context(named)? {
        let entry = entry.with_context(named)?;
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if entry.file_type().with_context(named)?.is_dir()
            && !is_hidden
            && !entry.path().join(PUBLICATION_FILE).exists()
        {
            inside.push(entry.path());
        }
    }
    inside.sort();
    for folder in inside {
        issues.extend(issues_below(&folder)?);
    }
    Ok(issues)
}

/// Whether a file is a publication's, by its name.
pub(super) fn is_publication(path: &Path) -> bool {
    path.file_name() == Some(OsStr::new(PUBLICATION_FILE))
}
