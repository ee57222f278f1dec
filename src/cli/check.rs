//! `bulletin check`: everything that is wrong with issues, without a PDF; and mechanical remedies applied.

use super::args::{Check, Form};
use super::inputs::{Inputs, inputs, is_publication, issues_in, say_no_issues};
use super::terminal::Terminal;
use super::{Ending, fix};
use crate::compile::examine;
use crate::diagnostic::report::{self, Failure, Found};
use crate::diagnostic::{Argument, Code, Diagnostic, Files, Severity, Sink, gathered};
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
    let Inputs { files, folders, ending } = inputs(&named, terminal)?;
    let (publications, issues) = files.into_iter().partition(|path| is_publication(path));
    let checker = Checker { publications, issues, folders, fonts: FontFiles::default() };
    if checker.issues.is_empty() && checker.publications.is_empty() {
        if ending == Ending::Done {
            say_no_issues(&named, terminal);
        }
        return Ok(Ending::CouldNotRun);
    }
    let mut failures = Failures::default();
    let findings = if args.fix || args.diff {
        fix::fix(&checker, args, &mut failures, terminal)?
    } else {
        checker.findings(&Tried::new(), &mut failures, terminal)?
    };
    let found = unique(&findings, terminal);
    tell(&found, &failures, &checker, args.form, terminal);
    let denied = found.iter().any(|(found, _)| found.severity() <= args.deny);
    let checked = match (failures.is_empty(), findings.iter().any(|finding| lacks_faces(&finding.diagnostics)), denied)
    {
        (false, ..) | (_, true, _) => Ending::CouldNotRun,
        (_, _, true) => Ending::Faults,
        _ => Ending::Done,
    };
    Ok(checked.max(ending))
}

/// What could not be done with files, which is said when it happens.
#[derive(Default)]
pub(super) struct Failures {
    /// Issues that could not be read.
    pub(super) unread: Vec<Failure>,
    /// Files whose remedies could not be written.
    pub(super) unwritten: Vec<Failure>,
}

impl Failures {
    fn is_empty(&self) -> bool {
        self.unread.is_empty() && self.unwritten.is_empty()
    }
}

/// Faces that are missing are no fault of the sources.
fn lacks_faces(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|found| {
        matches!(found.code, Code::FaceNotFound | Code::FaceUnusable | Code::FaceNotEmbeddable | Code::NoSuchFace)
    })
}

/// What is checked.
pub(super) struct Checker {
    /// Publications that are named themselves.
    publications: Vec<PathBuf>,
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
        failures: &mut Failures,
        terminal: &Terminal<'_>,
    ) -> anyhow::Result<Vec<Finding>> {
        let mut findings = Vec::new();
        for publication in &self.publications {
            let (mut files, mut sink) = (Files::trying(tried.clone()), Sink::default());
            match source::check_publication(publication, &mut files, &mut sink) {
                Ok(()) => findings.push(Finding { diagnostics: sink.into_sorted(), files }),
                Err(error) => failures.unread.push(terminal.failure(publication, &error)),
            }
        }
        for issue in &self.issues {
            match examine(issue, Files::trying(tried.clone()), &self.fonts) {
                Ok(found) => findings.push(Finding { diagnostics: gathered(found.diagnostics), files: found.files }),
                Err(error) => failures.unread.push(terminal.failure(issue, &error)),
            }
        }
        for folder in &self.folders {
            let (mut files, mut sink) = (Files::trying(tried.clone()), Sink::default());
            source::compare(&issues_in(folder)?, &mut files, &mut sink);
            findings.push(Finding { diagnostics: sink.into_sorted(), files });
            findings.push(printed_before(&issues_in(folder)?, tried));
        }
        Ok(findings)
    }
}

/// So many issues before one are looked through for what it prints again.
const EARLIER: usize = 12;

/// What the issues of a folder print that an earlier one has printed. What cannot be read is told elsewhere.
fn printed_before(issues: &[PathBuf], tried: &Tried) -> Finding {
    // The places of one issue are told beside those of another, so the files are one table.
    let mut files = Files::trying(tried.clone());
    let mut loaded: Vec<_> = issues
        .iter()
        .filter_map(|path| {
            let mut sink = Sink::default();
            let loaded = source::load(path, &mut files, &mut sink).ok()??;
            Some((loaded.issue.date.value, path, loaded, sink))
        })
        .collect();
    loaded.sort_by_key(|(date, path, ..)| (*date, *path));
    let mut earlier: Vec<Earlier> = Vec::new();
    let mut diagnostics = Vec::new();
    for (_, path, loaded, asked) in loaded {
        let mut sink = asked.asking_the_same();
        let recent = &earlier[earlier.len().saturating_sub(EARLIER)..];
        proof::compare(&loaded.issue, &loaded.publication, recent, &mut sink);
        diagnostics.extend(sink.into_sorted());
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        earlier.push(Earlier { name, texts: proof::texts(&loaded.issue, &loaded.publication) });
    }
    Finding { diagnostics, files }
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

fn tell(found: &[Found<'_>], failures: &Failures, checker: &Checker, form: Form, terminal: &Terminal<'_>) {
    let messages = terminal.messages;
    let failed: Vec<_> = failures.unread.iter().chain(&failures.unwritten).collect();
    match form {
        Form::Json => terminal.say(&report::json(found, &failed, messages)),
        Form::Sarif => terminal.say(&report::sarif(found, &failed, messages)),
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
            say_summary(found, failures, checker, terminal);
        }
    }
}

/// Says what was checked, what could not be, and how much was found.
fn say_summary(found: &[Found<'_>], failures: &Failures, checker: &Checker, terminal: &Terminal<'_>) {
    let unread = |paths: &[PathBuf]| failures.unread.iter().filter(|failure| paths.contains(&failure.path)).count();
    let (issues, publications) = (unread(&checker.issues), unread(&checker.publications));
    let counts = [
        ("check-issues", checker.issues.len() - issues),
        ("check-publications", checker.publications.len() - publications),
        ("check-unread", issues + publications),
    ];
    let told = counts.into_iter().filter(|(_, count)| *count > 0);
    let told = told.map(|(key, count)| terminal.messages.with(key, &[("count", count.to_string().into())]));
    let count = |severity| found.iter().filter(|(found, _)| found.severity() == severity).count().to_string();
    let arguments = [
        ("checked", Argument::texts(told)),
        ("errors", count(Severity::Error).into()),
        ("warnings", count(Severity::Warning).into()),
        ("advice", count(Severity::Advice).into()),
    ];
    terminal.say_message("check-summary", &arguments);
}
