//! Mechanical remedies applied to the sources, byte for byte, and only where the result checks no worse.

use super::args::{Check, Form};
use super::check::{Checker, Failures, Finding, Tried, unique};
use super::output;
use super::terminal::Terminal;
use crate::diagnostic::report::{self, Failure};
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

/// So many times a file's edits are tried in parts, where all of them together would make it check worse.
const TRIALS: usize = 64;

/// Applies what edits there are, says what was changed (or, for `diff`, what would be), and gives what is
/// found then. A file that cannot be written is said, and stops no other.
pub(super) fn fix(
    checker: &Checker,
    args: &Check,
    failures: &mut Failures,
    terminal: &Terminal<'_>,
) -> anyhow::Result<Vec<Finding>> {
    let findings = checker.findings(&Tried::new(), failures, terminal)?;
    let mut fixing = Fixing {
        checker,
        terminal,
        tried: Tried::new(),
        findings,
        originals: BTreeMap::new(),
        changes: BTreeMap::new(),
        refused: BTreeSet::new(),
    };
    for _ in 0..ROUNDS {
        if !fixing.round()? {
            break;
        }
    }
    // What a program reads is not mixed with what a person does.
    let say = |text: &str| if args.form == Form::Human { terminal.say(text) } else { terminal.complain(text) };
    if args.diff {
        fixing.originals.iter().for_each(|(path, original)| say(&unified(path, original, &fixing.tried[path])));
        fixing.say_refused();
        return checker.findings(&Tried::new(), &mut Failures::default(), &terminal.silent());
    }
    failures.unwritten = fixing.write(&say);
    fixing.say_refused();
    if failures.unwritten.is_empty() {
        return Ok(fixing.findings);
    }
    checker.findings(&Tried::new(), &mut Failures::default(), &terminal.silent())
}

/// Edits on their way into the files.
struct Fixing<'c> {
    checker: &'c Checker,
    terminal: &'c Terminal<'c>,
    /// The files as they will be.
    tried: Tried,
    /// What is found in them so.
    findings: Vec<Finding>,
    /// The files as they were.
    originals: BTreeMap<PathBuf, Arc<str>>,
    /// What was changed in each, as lines.
    changes: BTreeMap<PathBuf, Vec<String>>,
    /// Edits that would make a file check worse: the file, what stands there, what would, and the line that says so.
    refused: BTreeSet<(PathBuf, String, String, String)>,
}

impl Fixing<'_> {
    /// Tries the edits of all that is found now; whether any was taken.
    fn round(&mut self) -> anyhow::Result<bool> {
        let mut any = false;
        for (path, mut patch) in patches(&self.findings, self.terminal) {
            patch.edits.retain(|edit| !self.is_refused(&path, &patch.text, edit));
            any |= !patch.edits.is_empty() && self.patch(&path, &patch)?;
        }
        Ok(any)
    }

    /// Takes the edits of a file: all of them, or, where that makes it check worse, those that do not.
    fn patch(&mut self, path: &Path, patch: &Patch) -> anyhow::Result<bool> {
        let mut taken: Vec<&Edit> = Vec::new();
        let mut parts: Vec<Vec<&Edit>> = vec![patch.edits.iter().collect()];
        let mut trials = 0;
        while let Some(part) = parts.pop() {
            let edits = [taken.as_slice(), &part].concat();
            let (text, _) = apply(&patch.text, &edits);
            let mut next = self.tried.clone();
            next.insert(path.to_path_buf(), text.into());
            trials += 1;
            // What could not be read was said the first time.
            let after = self.checker.findings(&next, &mut Failures::default(), &self.terminal.silent())?;
            if !is_worse(&self.findings, &after) {
                (self.tried, self.findings, taken) = (next, after, edits);
            } else if part.len() > 1 && trials < TRIALS {
                let (first, second) = part.split_at(part.len() / 2);
                parts.extend([second.to_vec(), first.to_vec()]);
            } else {
                part.iter().for_each(|edit| self.refuse(path, &patch.text, edit));
            }
        }
        if taken.is_empty() {
            return Ok(false);
        }
        let (_, done) = apply(&patch.text, &taken);
        let lines = done.iter().map(|at| line("fix-changed", path, &patch.text, taken[*at], self.terminal));
        self.changes.entry(path.to_path_buf()).or_default().extend(lines);
        self.originals.entry(path.to_path_buf()).or_insert_with(|| Arc::clone(&patch.text));
        Ok(true)
    }

    fn refuse(&mut self, path: &Path, text: &str, edit: &Edit) {
        let line = line("fix-left", path, text, edit, self.terminal);
        self.refused.insert((path.to_path_buf(), replaced(text, edit).to_owned(), edit.replacement.clone(), line));
    }

    /// Whether such an edit has been refused: its place may have moved since.
    fn is_refused(&self, path: &Path, text: &str, edit: &Edit) -> bool {
        let from = replaced(text, edit);
        self.refused.iter().any(|(file, old, new, _)| file == path && old == from && *new == edit.replacement)
    }

    /// Writes the files, and says of each what was changed in it; gives those that could not be written.
    fn write(&self, say: &dyn Fn(&str)) -> Vec<Failure> {
        let mut failures = Vec::new();
        for path in self.originals.keys() {
            match output::write(path, self.tried[path].as_bytes()) {
                Ok(()) => self.changes[path].iter().for_each(|change| say(change)),
                Err(error) => failures.push(self.terminal.failure(path, &error)),
            }
        }
        failures
    }

    /// Says which edits were left out, and why.
    fn say_refused(&self) {
        self.refused.iter().for_each(|(.., line)| self.terminal.complain(line));
    }
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

/// What stands where an edit would change it.
fn replaced<'t>(text: &'t str, edit: &Edit) -> &'t str {
    text.get(edit.place.start as usize..edit.place.end as usize).unwrap_or_default()
}

/// What one edit changed, or would, as a line: the message of a key.
fn line(key: &str, path: &Path, text: &str, edit: &Edit, terminal: &Terminal<'_>) -> String {
    let mut files = Files::default();
    let file = files.add(path, text.to_owned());
    let place = Place { file, ..edit.place };
    let at = files.locate(place);
    let from = replaced(text, edit);
    let form = match (from, edit.replacement.as_str()) {
        (_, "") => "goes",
        ("", _) => "comes",
        _ => "other",
    };
    let arguments = [
        ("place", format!("{}:{}:{}", path.display(), at.line, at.column).into()),
        ("form", form.into()),
        ("from", report::visible(from).into()),
        ("to", report::visible(&edit.replacement).into()),
    ];
    terminal.messages.with(key, &arguments)
}

/// The change of a file as a unified diff.
fn unified(path: &Path, before: &str, after: &str) -> String {
    let name = path.display().to_string();
    TextDiff::from_lines(before, after).unified_diff().header(&name, &name).to_string()
}
