//! Mechanical remedies applied to the sources, byte for byte, and only where the result checks no worse.

use super::check::{Checker, Finding, Tried, unique};
use super::output;
use super::terminal::Terminal;
use crate::diagnostic::{Edit, Files, Place, Severity, apply};
use similar::TextDiff;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One remedy may make room for another; more rounds than this are a sign that they undo each other.
const ROUNDS: usize = 8;

/// A file's edits, and the text to which they apply.
struct Patch {
    text: Arc<str>,
    edits: Vec<Edit>,
}

/// Applies what edits there are, says what was changed (or, for `diff`, what would be), and gives what is
/// found then.
pub(super) fn fix(
    checker: &Checker,
    diff: bool,
    ran: &mut bool,
    terminal: &Terminal<'_>,
) -> anyhow::Result<Vec<Finding>> {
    let mut tried = Tried::new();
    let mut originals: BTreeMap<PathBuf, Arc<str>> = BTreeMap::new();
    let mut refused: BTreeSet<PathBuf> = BTreeSet::new();
    let mut changes: Vec<String> = Vec::new();
    let mut findings = checker.findings(&tried, ran, terminal)?;
    for _ in 0..ROUNDS {
        let mut patches = patches(&findings, terminal);
        patches.retain(|path, _| !refused.contains(path));
        if patches.is_empty() {
            break;
        }
        for (path, patch) in patches {
            let edits: Vec<_> = patch.edits.iter().collect();
            let (text, done) = apply(&patch.text, &edits);
            let mut next = tried.clone();
            next.insert(path.clone(), text.into());
            // What could not be read was said the first time.
            let after = checker.findings(&next, &mut true, &terminal.silent())?;
            if is_worse(&findings, &after) {
                refused.insert(path);
                continue;
            }
            changes.extend(done.iter().map(|at| change(&path, &patch.text, edits[*at], terminal)));
            originals.entry(path).or_insert(patch.text);
            (tried, findings) = (next, after);
        }
    }
    for (path, original) in &originals {
        let text = &tried[path];
        if diff {
            terminal.say(&unified(path, original, text));
        } else {
            output::write(path, text.as_bytes())?;
        }
    }
    if !diff {
        changes.iter().for_each(|change| terminal.say(change));
        return Ok(findings);
    }
    checker.findings(&Tried::new(), &mut true, &terminal.silent())
}

/// The edits of all findings, by file, each once.
fn patches(findings: &[Finding], terminal: &Terminal<'_>) -> BTreeMap<PathBuf, Patch> {
    let mut patches: BTreeMap<PathBuf, Patch> = BTreeMap::new();
    for (found, files) in unique(findings, terminal) {
        if let Some(edit) = &found.edit {
            let path = files.path(edit.place.file).to_path_buf();
            let patch =
                patches.entry(path).or_insert_with(|| Patch { text: files.text(edit.place.file), edits: Vec::new() });
            patch.edits.push(edit.clone());
        }
    }
    patches
}

/// Whether anything grave has come up, or more has come up than has gone.
fn is_worse(before: &[Finding], after: &[Finding]) -> bool {
    let count = |findings: &[Finding], most: Severity| {
        let all = findings.iter().flat_map(|finding| &finding.diagnostics);
        all.filter(|found| found.severity() <= most).count()
    };
    [Severity::Error, Severity::Warning, Severity::Advice].iter().any(|most| count(after, *most) > count(before, *most))
}

/// What one edit changed, as a line.
fn change(path: &Path, text: &str, edit: &Edit, terminal: &Terminal<'_>) -> String {
    let mut files = Files::default();
    let file = files.add(path, text.to_owned());
    let place = Place { file, ..edit.place };
    let at = files.locate(place);
    let from = text.get(edit.place.start as usize..edit.place.end as usize).unwrap_or_default();
    let arguments = [
        ("place", format!("{}:{}:{}", path.display(), at.line, at.column).into()),
        ("from", from.into()),
        ("to", edit.replacement.as_str().into()),
    ];
    terminal.messages.with("fix-changed", &arguments)
}

/// The change of a file as a unified diff.
fn unified(path: &Path, before: &str, after: &str) -> String {
    let name = path.display().to_string();
    TextDiff::from_lines(before, after).unified_diff().header(&name, &name).to_string()
}
