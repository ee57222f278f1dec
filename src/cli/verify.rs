//! `bulletin verify`: issues are built again, in memory, and held against the locks of their PDFs.

use super::inputs::Issues;
use super::terminal::Terminal;
use super::verifying::Verify;
use super::{Ending, build, inputs, locking, moves};
use crate::compile::{Product, compile};
use crate::diagnostic::{Argument, Severity};
use crate::fonts::{Finder, FontFiles, FontFolders};
use crate::lock::{self, Broken, Change, Content, Digests, Inputs, Lock, Move, OtherForm, PROGRAM, Trust};
use crate::source::find_publication;
use crate::writers::dump;
use anyhow::Context;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// So many moves of an issue are told; the rest is counted.
const MOVES: usize = 20;
/// So many keys of a publication are named.
const KEYS: usize = 10;

/// What an issue was, and what all issues of a run share.
struct Case<'c> {
    input: &'c Path,
    /// The lock's path.
    at: &'c Path,
    lock: &'c Lock,
    fonts: &'c FontFiles,
    digests: &'c Digests,
    terminal: &'c Terminal<'c>,
}

/// Verifies all inputs.
pub(super) fn run(args: &Verify, terminal: &Terminal<'_>) -> Ending {
    let (inputs, ending) = match inputs(args, terminal) {
        Ok(Some(inputs)) => inputs,
        Ok(None) => return Ending::CouldNotRun,
        Err(error) => {
            terminal.machine_fault(&error);
            return Ending::CouldNotRun;
        }
    };
    let (fonts, digests) = (FontFiles::default(), Digests::of_this_machine(Trust::Nothing));
    let endings = inputs.iter().map(|input| {
        let at = lock::path_of(&build::output_of(input, args.output.as_deref(), &args.folder));
        let verified = read(input, &at, terminal).and_then(|lock| match lock {
            Some(lock) => verify(&Case { input, at: &at, lock: &lock, fonts: &fonts, digests: &digests, terminal }),
            None => Ok(Ending::CouldNotRun),
        });
        verified.unwrap_or_else(|error| {
            terminal.machine_fault(&error);
            Ending::CouldNotRun
        })
    });
    endings.max().unwrap_or(Ending::Done).max(ending)
}

/// What is to be verified, and how the run ends if all goes well; none if that was refused, which is then said.
fn inputs(args: &Verify, terminal: &Terminal<'_>) -> anyhow::Result<Option<(Vec<PathBuf>, Ending)>> {
    match inputs::issues(&args.inputs, terminal)? {
        Issues::Some(issues, _) if args.output.is_some() && issues.len() > 1 => {
            terminal.complain_message("cli-output-of-several", &[]);
            Ok(None)
        }
        Issues::Some(issues, ending) => Ok(Some((issues, ending))),
        Issues::None | Issues::Refused => Ok(None),
    }
}

/// An issue's lock; none if there is none that can be used, which is then said.
fn read(input: &Path, at: &Path, terminal: &Terminal<'_>) -> anyhow::Result<Option<Lock>> {
    let complain = |key: &str, more: String| {
        let input = input.display().to_string();
        let arguments = [("lock", at.display().to_string().into()), ("input", input.into()), ("more", more.into())];
        terminal.complain_message(key, &arguments);
        Ok(None)
    };
    // An issue that is not there has no lock that is its own.
    std::fs::metadata(input).with_context(|| input.display().to_string())?;
    let lock = match Lock::read(at) {
        Ok(Ok(lock)) => lock,
        Ok(Err(Broken::NoLock)) => return complain("verify-no-lock", String::new()),
        Ok(Err(Broken::OtherForm(form))) => return complain("verify-other-form", form),
        Ok(Err(Broken::HeadChanged)) => return complain("verify-head-changed", String::new()),
        Ok(Err(Broken::Damaged)) => return complain("verify-damaged", String::new()),
        Err(error) if error.kind() == ErrorKind::NotFound => return complain("verify-missing", String::new()),
        Err(error) => return Err(error).with_context(|| at.display().to_string()),
    };
    if !lock.head.is_of(input, at) {
        return complain("verify-of-another", lock::from_here(&lock.head.issue.path, at));
    }
    Ok(Some(lock))
}

/// Builds an issue as its lock says and tells what is not as it was.
fn verify(case: &Case<'_>) -> anyhow::Result<Ending> {
    let Case { input, at, lock, terminal, .. } = case;
    let print = match locking::print(&lock.head.options) {
        Ok(print) => print,
        Err(option) => {
            let arguments = [("lock", at.display().to_string().into()), ("option", option.into())];
            terminal.complain_message("verify-unknown-option", &arguments);
            return Ok(Ending::CouldNotRun);
        }
    };
    let compiled = compile(input, print, case.fonts)?;
    let changes: Vec<_> = changes(case)?.iter().map(|change| told(change, at, terminal)).collect();
    let Some(product) = &compiled.product else {
        let errors: Vec<_> =
            compiled.diagnostics.iter().filter(|found| found.severity() == Severity::Error).cloned().collect();
        terminal.diagnostics(&errors, &compiled.files);
        report(case, "verify-not-built", &changes);
        return Ok(build::ending(&compiled.diagnostics));
    };
    let mut faults = pdf_faults(case)?;
    let is_same_file = Content::of(&product.pdf) == lock.head.pdf.content;
    faults.extend(page_faults(case, product, is_same_file));
    let key = match (faults.is_empty(), lock.head.is_of_this_program(), is_same_file) {
        (false, ..) => "verify-differs",
        (true, true, _) => "verify-same",
        (true, false, true) => "verify-same-file",
        (true, false, false) => "verify-same-pages",
    };
    let ending = if faults.is_empty() { Ending::Done } else { Ending::Faults };
    faults.extend(changes);
    report(case, key, &faults);
    Ok(ending)
}

/// What is wrong with the PDF that lies beside the lock.
fn pdf_faults(case: &Case<'_>) -> anyhow::Result<Vec<String>> {
    let pdf = case.lock.head.pdf(case.at);
    let key = match case.digests.of_file(&pdf) {
        Ok(found) if Content::from(found) == case.lock.head.pdf.content => return Ok(Vec::new()),
        Ok(_) => "verify-pdf-changed",
        Err(error) if error.kind() == ErrorKind::NotFound => "verify-pdf-missing",
        Err(error) => return Err(error).with_context(|| pdf.display().to_string()),
    };
    Ok(vec![case.terminal.messages.with(key, &[("pdf", pdf.display().to_string().into())])])
}

/// What is not as it was of what was built: lines that moved; of the same program, the file too.
fn page_faults(case: &Case<'_>, product: &Product, is_same_file: bool) -> Vec<String> {
    let messages = case.terminal.messages;
    let found = match lock::compare(&case.lock.dump, &dump::write(&product.document)) {
        Ok(found) => found,
        Err(OtherForm) => return vec![messages.text("verify-other-dump")],
    };
    if found.is_empty() {
        let is_fault = case.lock.head.is_of_this_program() && !is_same_file;
        return is_fault.then(|| messages.text("verify-bytes")).into_iter().collect();
    }
    let mut faults: Vec<_> = found.iter().take(MOVES).map(|found| moves::told(found, messages)).collect();
    let rest = found.len().saturating_sub(MOVES);
    if rest > 0 {
        faults.push(messages.with("verify-more-moves", &[("count", rest.to_string().into())]));
    }
    if found.iter().all(|found| matches!(found, Move::Part(_))) {
        faults.push(messages.text("verify-no-line-moved"));
    }
    faults
}

/// The inputs that are not what they were.
fn changes(case: &Case<'_>) -> anyhow::Result<Vec<Change>> {
    let publication = find_publication(case.input)?.unwrap_or_default();
    let finder = Finder::new(FontFolders::for_publication(&publication), case.fonts)?;
    let Case { input: issue, at, lock, digests, .. } = case;
    Inputs { head: &lock.head, at, issue, digests, finder: &finder }.changes(Some(&lock.held))
}

/// A verdict, and below it what it rests on.
fn report(case: &Case<'_>, key: &str, details: &[String]) {
    let arguments = [
        ("lock", case.at.display().to_string().into()),
        ("was", case.lock.head.program.clone().into()),
        ("now", PROGRAM.into()),
    ];
    let mut text = case.terminal.messages.with(key, &arguments);
    for detail in details {
        text.push_str("\n  ");
        text.push_str(detail);
    }
    case.terminal.say(&text);
}

/// A changed input, in words.
fn told(change: &Change, at: &Path, terminal: &Terminal<'_>) -> String {
    let here = |path: &str| lock::from_here(path, at);
    let one = |key: &str, name: &str| terminal.messages.with(key, &[("name", name.into())]);
    match change {
        Change::Source(path) => one("verify-source", &here(path)),
        Change::SourceGone(path) => one("verify-source-gone", &here(path)),
        Change::OtherPublication(path) if path.is_empty() => terminal.messages.text("verify-no-publication"),
        Change::OtherPublication(path) => one("verify-other-publication", &here(path)),
        Change::Publication(keys) => {
            let key = if keys.len() > KEYS { "verify-publication-more" } else { "verify-publication" };
            let named = Argument::texts(keys.iter().take(KEYS).map(String::as_str));
            terminal.messages.with(key, &[("keys", named), ("count", keys.len().to_string().into())])
        }
        Change::PublicationUnknown => terminal.messages.text("verify-publication-unknown"),
        Change::Face(name) => one("verify-face", name),
        Change::FaceElsewhere(name) => one("verify-face-elsewhere", name),
    }
}
