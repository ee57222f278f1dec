//! `bulletin check`: everything that is wrong with issues, without a PDF; and mechanical remedies applied.

use super::args::{Check, Form};
use super::terminal::Terminal;
use super::{Ending, build, fix};
use crate::compile::examine;
use crate::diagnostic::report::{self, Found};
use crate::diagnostic::{Code, Diagnostic, Files, Severity, Sink};
use crate::fonts::FontFiles;
use crate::proof::{self, Earlier};
use crate::source;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was found in the sources of one issue, or among those of a folder.
pub(super) struct Finding {
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) files: Files,
}

/// Texts that are read in the place of what the disk holds.
pub(super) type Tried = BTreeMap<PathBuf, Arc<str>>;

/// Checks all inputs.
pub(super) fn run(args: &Check, terminal: &Terminal<'_>) -> Ending {
    match check(args, terminal) {
        Ok(ending) => ending,
        Err(error) => {
            terminal.machine_fault(&error);
            Ending::CouldNotRun
        }
    }
}

fn check(args: &Check, terminal: &Terminal<'_>) -> anyhow::Result<Ending> {
    let named = match args.inputs.as_slice() {
        [] if Path::new("issues").is_dir() => vec![PathBuf::from("issues")],
        [] => vec![PathBuf::from(".")],
        named => named.to_vec(),
    };
    let issues = build::inputs(&named)?;
    if let Some(publication) = issues.iter().find(|input| build::is_publication(input)) {
        terminal.complain_message("cli-not-an-issue", &[("input", publication.display().to_string().into())]);
        return Ok(Ending::CouldNotRun);
    }
    if issues.is_empty() {
        terminal.complain_message("cli-no-issues", &[]);
        return Ok(Ending::CouldNotRun);
    }
    let checker = Checker {
        issues,
        folders: named.into_iter().filter(|path| path.is_dir()).collect(),
        fonts: FontFiles::default(),
    };
    let mut ran = true;
    let findings = if args.fix || args.diff {
        fix::fix(&checker, args.diff, &mut ran, terminal)?
    } else {
        checker.findings(&Tried::new(), &mut ran, terminal)?
    };
    let found = unique(&findings, terminal);
    tell(&found, &checker, args.form, terminal);
    let denied = found.iter().any(|(found, _)| found.severity() <= args.deny);
    let ending = match (ran, findings.iter().any(|finding| lacks_faces(&finding.diagnostics)), denied) {
        (false, ..) | (_, true, _) => Ending::CouldNotRun,
        (_, _, true) => Ending::Faults,
        _ => Ending::Done,
    };
    Ok(ending)
}

/// Faces that are missing are no fault of the sources.
fn lacks_faces(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|found| {
        matches!(found.code, Code::FaceNotFound | Code::FaceUnusable | Code::FaceNotEmbeddable | Code::NoSuchFace)
    })
}

/// What is checked.
pub(super) struct Checker {
    issues: Vec<PathBuf>,
    /// Folders whose issues are held against each other.
    folders: Vec<PathBuf>,
    fonts: FontFiles,
}

impl Checker {
    /// What is found, with some texts in the place of what the disk holds. An issue that cannot be read is
    /// said, and stops no other.
    pub(super) fn findings(
        &self,
        tried: &Tried,
        ran: &mut bool,
        terminal: &Terminal<'_>,
    ) -> anyhow::Result<Vec<Finding>> {
        let mut findings = Vec::new();
        for issue in &self.issues {
            match examine(issue, Files::trying(tried.clone()), &self.fonts) {
                Ok(found) => findings.push(Finding { diagnostics: found.diagnostics, files: found.files }),
                Err(error) => {
                    *ran = false;
                    terminal.machine_fault(&error);
                }
            }
        }
        for folder in &self.folders {
            let (mut files, mut sink) = (Files::trying(tried.clone()), Sink::default());
            source::compare(&build::issues_in(folder)?, &mut files, &mut sink);
            findings.push(Finding { diagnostics: sink.into_sorted(), files });
            findings.extend(printed_before(&build::issues_in(folder)?, tried));
        }
        Ok(findings)
    }
}

/// So many issues before one are looked through for what it prints again.
const EARLIER: usize = 12;

/// What the issues of a folder print that an earlier one has printed. What cannot be read is told elsewhere.
fn printed_before(issues: &[PathBuf], tried: &Tried) -> Vec<Finding> {
    let mut loaded: Vec<_> = issues
        .iter()
        .filter_map(|path| {
            let (mut files, mut sink) = (Files::trying(tried.clone()), Sink::default());
            let loaded = source::load(path, &mut files, &mut sink).ok()??;
            Some((loaded.issue.date.value, path, loaded, files, sink))
        })
        .collect();
    loaded.sort_by_key(|(date, path, ..)| (*date, *path));
    let mut earlier: Vec<Earlier> = Vec::new();
    let mut findings = Vec::new();
    for (_, path, loaded, files, asked) in loaded {
        let mut sink = asked.asking_the_same();
        let recent = &earlier[earlier.len().saturating_sub(EARLIER)..];
        proof::compare(&loaded.issue, &loaded.publication, recent, &mut sink);
        findings.push(Finding { diagnostics: sink.into_sorted(), files });
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        earlier.push(Earlier { name, texts: proof::texts(&loaded.issue, &loaded.publication) });
    }
    findings
}

/// Every diagnostic once, by path and place: those of a publication are found with each of its issues.
pub(super) fn unique<'f>(findings: &'f [Finding], terminal: &Terminal<'_>) -> Vec<Found<'f>> {
    let mut seen = BTreeSet::new();
    let mut found: Vec<(_, Found<'f>)> = Vec::new();
    for finding in findings {
        for diagnostic in &finding.diagnostics {
            let place =
                diagnostic.place.map(|place| (finding.files.path(place.file).to_path_buf(), place.start, place.end));
            let message = terminal.messages.with(diagnostic.code.as_str(), &diagnostic.arguments);
            let key = (place, diagnostic.code, message);
            if seen.insert(key.clone()) {
                found.push((key, (diagnostic, &finding.files)));
            }
        }
    }
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    found.into_iter().map(|(_, found)| found).collect()
}

fn tell(found: &[Found<'_>], checker: &Checker, form: Form, terminal: &Terminal<'_>) {
    let messages = terminal.messages;
    match form {
        Form::Json => terminal.say(&report::json(found, messages)),
        Form::Sarif => terminal.say(&report::sarif(found, messages)),
        Form::Github => {
            let text = report::annotations(found, messages);
            if !text.is_empty() {
                terminal.say(&text);
            }
        }
        Form::Human => {
            for (diagnostic, files) in found {
                terminal.say(&report::render(diagnostic, files, messages, terminal.paint_of_results()));
            }
            let count = |severity| found.iter().filter(|(found, _)| found.severity() == severity).count().to_string();
            let arguments = [
                ("issues", checker.issues.len().to_string().into()),
                ("errors", count(Severity::Error).into()),
                ("warnings", count(Severity::Warning).into()),
                ("advice", count(Severity::Advice).into()),
            ];
            terminal.say_message("check-summary", &arguments);
        }
    }
}
