//! `bulletin build`: issues become PDFs, each by itself; a bad one does not stop the others.

use super::batch::{self, Outcome, Volume};
use super::building::Build;
use super::terminal::Terminal;
use super::{Ending, locking, output};
use crate::compile::{Product, compile_beside};
use crate::diagnostic::{Argument, Code, Diagnostic, Files, Severity, gathered};
use crate::fonts::{Finder, FontFiles, FontFolders, OpenedFace};
use crate::lock::{Digests, Head, Inputs, Trust, path_of};
use crate::source::{PUBLICATION_FILE, find_publication};
use crate::writers::tags;
use anyhow::Context;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// An issue and the file it becomes.
struct Job {
    input: PathBuf,
    output: PathBuf,
}

/// Builds all inputs.
pub(super) fn run(args: &Build, terminal: &Terminal<'_>) -> Ending {
    let jobs = match jobs(args, terminal) {
        Ok(Some(jobs)) => jobs,
        Ok(None) => return Ending::CouldNotRun,
        Err(error) => {
            terminal.machine_fault(&error);
            return Ending::CouldNotRun;
        }
    };
    let trust = if args.force { Trust::Nothing } else { Trust::Remembered };
    let (fonts, digests) = (FontFiles::default(), Digests::of_this_machine(trust));
    let name = |job: &Job| job.input.display().to_string();
    batch::run(&jobs, args.volume, terminal, name, |job, terminal| {
        if !args.force && is_current(job, args, &fonts, &digests) {
            let arguments = [("output", job.output.display().to_string().into())];
            if jobs.len() == 1 && args.volume == Volume::Full {
                terminal.say_message("cli-unchanged", &arguments);
            }
            return Outcome::Unchanged;
        }
        build(job, args, &fonts, &digests, terminal)
    })
}

/// Whether a job's PDF is the one that a build would write now. What cannot be told is built.
fn is_current(job: &Job, args: &Build, fonts: &FontFiles, digests: &Digests) -> bool {
    // What else is asked for comes from the set pages.
    if args.dump || args.tags {
        return false;
    }
    let at = path_of(&job.output);
    let Ok(Ok(head)) = Head::read(&at) else { return false };
    // A PDF of another name may stand beside a lock of this one.
    if head.pdf(&at) != job.output || !head.is_of(&job.input, &at) {
        return false;
    }
    let Ok(Some(publication)) = find_publication(&job.input) else { return false };
    let Ok(finder) = Finder::new(FontFolders::for_publication(&publication), fonts) else { return false };
    let inputs = Inputs { head: &head, at: &at, issue: &job.input, digests, finder: &finder };
    inputs.are_current(&locking::options(args.print)).unwrap_or(false)
}

/// What is to be built; none if that was refused, which is then said.
fn jobs(args: &Build, terminal: &Terminal<'_>) -> anyhow::Result<Option<Vec<Job>>> {
    let (publications, inputs): (Vec<_>, Vec<_>) =
        inputs(&args.inputs, terminal)?.into_iter().partition(|input| is_publication(input));
    for publication in &publications {
        // Among issues, as by `issues/*.toml`, it is passed over.
        let key = if inputs.is_empty() { "cli-not-an-issue" } else { "cli-passed-over" };
        terminal.complain_message(key, &[("input", publication.display().to_string().into())]);
    }
    if inputs.is_empty() {
        if publications.is_empty() {
            say_no_issues(&args.inputs, terminal);
        }
        return Ok(None);
    }
    if args.output.is_some() && inputs.len() > 1 {
        terminal.complain_message("cli-output-of-several", &[]);
        return Ok(None);
    }
    let output = |input: &Path| output_of(input, args.output.as_deref(), &args.folder);
    let jobs: Vec<_> = inputs.into_iter().map(|input| Job { output: output(&input), input }).collect();
    Ok(check_outputs(&jobs, args.dump, terminal).then_some(jobs))
}

/// The PDF of an issue: the file that is named, or one in the folder.
pub(super) fn output_of(input: &Path, output: Option<&Path>, folder: &Path) -> PathBuf {
    let name = input.with_extension("pdf");
    output.map_or_else(|| folder.join(name.file_name().unwrap_or_default()), Path::to_path_buf)
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// Issues as they are; of a folder, the TOML files directly in it, but for the publication's. A file
/// that is named twice is built once. Folders in it that are called as issues are, are said.
pub(super) fn inputs(named: &[PathBuf], terminal: &Terminal<'_>) -> anyhow::Result<Vec<PathBuf>> {
    let mut inputs: Vec<PathBuf> = Vec::new();
    for path in named {
        if path.is_dir() {
            let (folders, issues): (Vec<_>, Vec<_>) = toml_in(path)?.into_iter().partition(|path| path.is_dir());
            for folder in folders {
                terminal.complain_message("cli-is-folder", &[("input", output::shown(&folder).into())]);
            }
            inputs.extend(issues);
        } else {
            inputs.push(path.clone());
        }
    }
    let mut seen = BTreeSet::new();
    inputs.retain(|input| seen.insert(fs::canonicalize(input).unwrap_or_else(|_| input.clone())));
    Ok(inputs)
}

/// Says that there is nothing to do in what was named.
pub(super) fn say_no_issues(named: &[PathBuf], terminal: &Terminal<'_>) {
    let places = named.iter().map(|path| path.display().to_string());
    terminal.complain_message("cli-no-issues", &[("places", Argument::texts(places))]);
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
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let is_issue = path.extension() == Some(OsStr::new("toml")) && !is_publication(&path) && !is_hidden;
        if is_issue {
            issues.push(path);
        }
    }
    issues.sort();
    Ok(issues)
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

/// Whether no two files that would be written are one, and none is an input.
fn check_outputs(jobs: &[Job], dump: bool, terminal: &Terminal<'_>) -> bool {
    let mut sound = true;
    let real = |path: &Path| fs::canonicalize(path).ok();
    let inputs: BTreeSet<_> = jobs.iter().filter_map(|job| real(&job.input)).collect();
    let mut outputs: BTreeMap<&Path, &Job> = BTreeMap::new();
    for job in jobs {
        let output = job.output.display().to_string();
        if let Some(other) = outputs.insert(&job.output, job) {
            let (first, second) = (other.input.display().to_string(), job.input.display().to_string());
            let arguments = [("first", first.into()), ("second", second.into()), ("output", output.into())];
            terminal.complain_message("cli-same-output", &arguments);
            sound = false;
            continue;
        }
        if dump && dump_path(&job.output) == job.output {
            terminal.complain_message("cli-output-is-dump", &[("output", output.into())]);
            sound = false;
            continue;
        }
        // Some file systems take `x.LOCK` for `x.lock`.
        if job.output.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("lock")) {
            terminal.complain_message("cli-output-is-lock", &[("output", output.into())]);
            sound = false;
            continue;
        }
        let is_source = |path: &Path| {
            // A new file of that name would be taken for an issue of its folder; a link may lead to one.
            let named_toml = is_toml(path);
            let path = real(path);
            named_toml || path.as_deref().is_some_and(is_toml) || path.is_some_and(|path| inputs.contains(&path))
        };
        let dumped = if dump { Some(dump_path(&job.output)) } else { None };
        if let Some(path) = [Some(job.output.clone()), dumped].into_iter().flatten().find(|path| is_source(path)) {
            terminal.complain_message("cli-output-is-input", &[("output", path.display().to_string().into())]);
            sound = false;
        }
    }
    sound
}

/// Builds one issue and says what came of it.
fn build(job: &Job, args: &Build, fonts: &FontFiles, digests: &Digests, terminal: &Terminal<'_>) -> Outcome {
    let start = Instant::now();
    // A folder or a device in the file's place is this issue's trouble, not the others'.
    if job.output.exists() && !job.output.is_file() {
        terminal.complain_message("cli-output-is-no-file", &[("output", job.output.display().to_string().into())]);
        return Outcome::Failed(Ending::CouldNotRun);
    }
    if !locking::has_room(&job.output, terminal) {
        return Outcome::Failed(Ending::CouldNotRun);
    }
    // What comes of it is asked for when the lock is written; a fault is told then.
    let hash = |face: &OpenedFace| drop(digests.of_face(&face.located.path, fonts));
    let compiled = match compile_beside(&job.input, args.print, fonts, &hash) {
        Ok(compiled) => compiled,
        Err(error) => {
            terminal.machine_fault(&error);
            return Outcome::Failed(Ending::CouldNotRun);
        }
    };
    let told: Vec<_> =
        compiled.diagnostics.iter().filter(|found| found.severity() < Severity::Advice).cloned().collect();
    terminal.diagnostics(&gathered(told), &compiled.files);
    if is_precious(&job.output) {
        terminal.complain_message("cli-output-is-no-pdf", &[("output", job.output.display().to_string().into())]);
        return Outcome::Failed(Ending::CouldNotRun);
    }
    if let Some(source) = overwritten(job, args.dump, &compiled.files) {
        terminal.complain_message("cli-output-is-input", &[("output", source.display().to_string().into())]);
        return Outcome::Failed(Ending::CouldNotRun);
    }
    let Some(product) = &compiled.product else {
        say_not_built(job, &compiled.diagnostics, terminal);
        return Outcome::Failed(ending(&compiled.diagnostics));
    };
    match write(job, args, &compiled.files, product, fonts, digests) {
        Ok(()) => {
            if args.tags {
                terminal.say(tags::write(&product.document).trim_end());
            }
            if args.volume == Volume::Full {
                say_written(job, product, start, terminal);
            }
            Outcome::Built(product.document.pages.len())
        }
        Err(error) => {
            terminal.machine_fault(&error);
            Outcome::Failed(Ending::CouldNotRun)
        }
    }
}

fn say_not_built(job: &Job, diagnostics: &[Diagnostic], terminal: &Terminal<'_>) {
    let errors = diagnostics.iter().filter(|found| found.severity() == Severity::Error);
    let count = errors.count().to_string();
    let arguments = [("input", job.input.display().to_string().into()), ("count", count.into())];
    terminal.complain_message("cli-not-built", &arguments);
}

/// Whether a file is there that is no PDF, by its name or by how it begins: somebody's, and nothing that was built.
fn is_precious(output: &Path) -> bool {
    let is_named = output.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
    let mut start = Vec::new();
    let is_read = fs::File::open(output).and_then(|file| file.take(PDF.len() as u64).read_to_end(&mut start));
    !is_named && output.exists() && (is_read.is_err() || !start.is_empty() && start != PDF)
}

/// How a PDF begins.
const PDF: &[u8] = b"%PDF-";

/// The source that an issue's output would overwrite: an article or a body in a file of its own.
fn overwritten(job: &Job, dump: bool, files: &Files) -> Option<PathBuf> {
    let real = |path: &Path| fs::canonicalize(path).ok();
    let dumped = if dump { Some(dump_path(&job.output)) } else { None };
    let mut written = [Some(job.output.clone()), Some(path_of(&job.output)), dumped].into_iter().flatten();
    written.find(|path| real(path).is_some_and(|path| files.paths().any(|source| real(source).as_ref() == Some(&path))))
}

/// How an issue that was not built ends: faces that are missing are no fault of its sources.
pub(super) fn ending(diagnostics: &[Diagnostic]) -> Ending {
    let of_faces = |found: &Diagnostic| {
        matches!(found.code, Code::FaceNotFound | Code::FaceUnusable | Code::FaceNotEmbeddable | Code::NoSuchFace)
    };
    if diagnostics.iter().any(of_faces) { Ending::CouldNotRun } else { Ending::Faults }
}

/// Writes the PDF, then its lock, so that no lock tells of a PDF that is not there; and the dump if that is asked for.
fn write(
    job: &Job,
    args: &Build,
    files: &Files,
    product: &Product,
    fonts: &FontFiles,
    digests: &Digests,
) -> anyhow::Result<()> {
    let lock = locking::lock(&job.input, &job.output, args.print, files, product, fonts, digests)?;
    let (lock_path, lock_text) = (path_of(&job.output), lock.print()?);
    output::write_together(&[(&job.output, &product.pdf), (&lock_path, lock_text.as_bytes())])?;
    if args.dump {
        output::write(&dump_path(&job.output), lock.dump.as_bytes())?;
    }
    Ok(())
}

fn dump_path(output: &Path) -> PathBuf {
    output.with_extension("dump")
}

fn say_written(job: &Job, product: &Product, start: Instant, terminal: &Terminal<'_>) {
    let arguments = [
        ("output", job.output.display().to_string().into()),
        ("pages", product.document.pages.len().to_string().into()),
        ("kilobytes", product.pdf.len().div_ceil(1000).to_string().into()),
        ("milliseconds", start.elapsed().as_millis().to_string().into()),
    ];
    terminal.say_message("cli-built", &arguments);
}
