//! `bulletin build`: issues become PDFs, each by itself; a bad one does not stop the others.

use super::batch::{self, Outcome, Volume};
use super::building::Build;
use super::inputs::Issues;
use super::locking::{Locked, Locking};
use super::terminal::Terminal;
use super::{Ending, inputs, locking, output, watch};
use crate::compile::{Compiled, Product, compile_beside};
use crate::diagnostic::{Argument, Code, Diagnostic, Files, Severity, gathered};
use crate::fonts::{Finder, FontFiles, FontFolders};
use crate::lock::{Digests, Head, Inputs, Trust, path_of};
use crate::source::find_publication;
use crate::writers::tags;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// An issue and the file it becomes.
pub(super) struct Job {
    pub(super) input: PathBuf,
    pub(super) output: PathBuf,
}

/// What is to be built.
pub(super) enum Jobs {
    /// These; and how the run ends if all goes well with them.
    Some(Vec<Job>, Ending),
    /// Nothing yet, which is said.
    None,
    /// What was asked for cannot be done, which is said.
    Refused,
}

/// What came of a job.
pub(super) struct Report {
    pub(super) outcome: Outcome,
    kilobytes: usize,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    /// The files that were asked for; none if nothing was built because nothing changed.
    pub(super) asked: Vec<PathBuf>,
}

impl Report {
    pub(super) fn of(outcome: Outcome) -> Self {
        Self { outcome, kilobytes: 0, errors: 0, warnings: 0, asked: Vec::new() }
    }
}

/// Builds all inputs; goes on watching them if that is asked for.
pub(super) fn run(args: &Build, terminal: &Terminal<'_>) -> Ending {
    if let Some(eye) = args.watch {
        return watch::run(args, eye, terminal);
    }
    let (jobs, ending) = match jobs(args, terminal) {
        Ok(Jobs::Some(jobs, ending)) => (jobs, ending),
        Ok(Jobs::None | Jobs::Refused) => return Ending::CouldNotRun,
        Err(error) => {
            terminal.machine_fault(&error);
            return Ending::CouldNotRun;
        }
    };
    let trust = if args.force { Trust::Nothing } else { Trust::Remembered };
    let (fonts, digests) = (FontFiles::default(), Digests::of_this_machine(trust));
    let built = batch::run(&jobs, args.volume, terminal, Job::name, |job, terminal| {
        let start = Instant::now();
        let report = make(job, args, &fonts, &digests, terminal);
        if args.volume == Volume::Full {
            say(job, &report, start, jobs.len() == 1, terminal);
        }
        report.outcome
    });
    built.max(ending)
}

impl Job {
    /// Its name, for people.
    pub(super) fn name(&self) -> String {
        self.input.display().to_string()
    }
}

/// Builds an issue if that is needed.
pub(super) fn make(job: &Job, args: &Build, fonts: &FontFiles, digests: &Digests, terminal: &Terminal<'_>) -> Report {
    if !args.force && is_current(job, args, fonts, digests) {
        return Report::of(Outcome::Unchanged);
    }
    build(job, args, fonts, digests, terminal)
}

/// Whether a job's PDF is the one that a build would write now. What cannot be told is built.
pub(super) fn is_current(job: &Job, args: &Build, fonts: &FontFiles, digests: &Digests) -> bool {
    // What else is asked for comes from the set pages.
    if args.dump || args.tags {
        return false;
    }
    let at = path_of(&job.output);
    let Ok(Ok(head)) = Head::read_of_whole(&at) else { return false };
    // A PDF of another name may stand beside a lock of this one.
    if head.pdf(&at) != job.output || !head.is_of(&job.input, &at) {
        return false;
    }
    let Ok(Some(publication)) = find_publication(&job.input) else { return false };
    let Ok(finder) = Finder::new(FontFolders::for_publication(&publication), fonts) else { return false };
    let inputs = Inputs { head: &head, at: &at, issue: &job.input, digests, finder: &finder };
    inputs.are_current(&locking::options(args.print)).unwrap_or(false)
}

/// What is to be built.
pub(super) fn jobs(args: &Build, terminal: &Terminal<'_>) -> anyhow::Result<Jobs> {
    let (issues, ending) = match inputs::issues(&args.inputs, terminal)? {
        Issues::Some(issues, ending) => (issues, ending),
        Issues::None => return Ok(Jobs::None),
        Issues::Refused => return Ok(Jobs::Refused),
    };
    if args.output.is_some() && issues.len() > 1 {
        terminal.complain_message("cli-output-of-several", &[]);
        return Ok(Jobs::Refused);
    }
    let output = |input: &Path| output_of(input, args.output.as_deref(), &args.folder);
    let jobs: Vec<_> = issues.into_iter().map(|input| Job { output: output(&input), input }).collect();
    Ok(if check_outputs(&jobs, args.dump, terminal) { Jobs::Some(jobs, ending) } else { Jobs::Refused })
}

/// The PDF of an issue: the file that is named, or one in the folder.
pub(super) fn output_of(input: &Path, output: Option<&Path>, folder: &Path) -> PathBuf {
    let name = input.with_extension("pdf");
    output.map_or_else(|| folder.join(name.file_name().unwrap_or_default()), Path::to_path_buf)
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
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

/// Builds one issue and says what is wrong with it.
fn build(job: &Job, args: &Build, fonts: &FontFiles, digests: &Digests, terminal: &Terminal<'_>) -> Report {
    let could_not_run = || Report::of(Outcome::Failed(Ending::CouldNotRun));
    // A folder or a device in the file's place is this issue's trouble, not the others'.
    if job.output.exists() && !job.output.is_file() {
        terminal.complain_message("cli-output-is-no-file", &[("output", job.output.display().to_string().into())]);
        return could_not_run();
    }
    if !locking::has_room(&job.output, terminal) {
        return could_not_run();
    }
    let locking = Locking { fonts, digests };
    let compiled = match compile_beside(&job.input, args.print, fonts, &locking) {
        Ok(compiled) => compiled,
        Err(error) => {
            terminal.machine_fault(&error);
            return could_not_run();
        }
    };
    let told: Vec<_> =
        compiled.diagnostics.iter().filter(|found| found.severity() < Severity::Advice).cloned().collect();
    terminal.diagnostics(&gathered(told), &compiled.files);
    let count = |severity| compiled.diagnostics.iter().filter(|found| found.severity() == severity).count();
    Report {
        outcome: finish(job, args, &compiled, &locking, terminal),
        kilobytes: compiled.product.as_ref().map_or(0, |product| product.pdf.len().div_ceil(1000)),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        asked: asked(&compiled),
    }
}

/// Writes what an issue became, or says that there is nothing to write.
fn finish(
    job: &Job,
    args: &Build,
    compiled: &Compiled<Product<Locked>>,
    locking: &Locking<'_>,
    terminal: &Terminal<'_>,
) -> Outcome {
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
    if let Err(error) = write(job, args, &compiled.files, product, locking) {
        terminal.machine_fault(&error);
        return Outcome::Failed(Ending::CouldNotRun);
    }
    if args.tags {
        terminal.say(tags::write(&product.document).trim_end());
    }
    Outcome::Built(product.document.pages.len())
}

/// The files that an issue asked for, faces among them; those too that are not there.
fn asked(compiled: &Compiled<Product<Locked>>) -> Vec<PathBuf> {
    let faces = compiled.product.iter().flat_map(|product| &product.faces).map(|face| face.located.path.clone());
    let missing = compiled.diagnostics.iter().filter(|found| is_of_faces(found)).flat_map(|found| {
        let paths = found.arguments.iter().filter(|(name, _)| *name == "paths");
        paths.flat_map(|(_, argument)| match argument {
            Argument::Text(path) => std::slice::from_ref(path),
            Argument::Texts(paths) => paths,
            _ => &[],
        })
    });
    let missing = missing.map(PathBuf::from);
    compiled.files.asked().map(Path::to_path_buf).chain(faces).chain(missing).collect()
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

/// Whether a fault is of faces: such faults are no fault of the sources.
fn is_of_faces(found: &Diagnostic) -> bool {
    matches!(found.code, Code::FaceNotFound | Code::FaceUnusable | Code::FaceNotEmbeddable | Code::NoSuchFace)
}

/// How an issue that was not built ends: faces that are missing are no fault of its sources.
pub(super) fn ending(diagnostics: &[Diagnostic]) -> Ending {
    if diagnostics.iter().any(is_of_faces) { Ending::CouldNotRun } else { Ending::Faults }
}

/// Writes the PDF, then its lock, so that no lock tells of a PDF that is not there; and the dump if that is asked for.
fn write(
    job: &Job,
    args: &Build,
    files: &Files,
    product: &Product<Locked>,
    locking: &Locking<'_>,
) -> anyhow::Result<()> {
    let lock = locking.lock(&job.input, &job.output, args.print, files, product)?;
    output::write_together(&[(&job.output, &product.pdf), (&path_of(&job.output), lock.as_bytes())])?;
    if args.dump {
        output::write(&dump_path(&job.output), product.made.dump.as_bytes())?;
    }
    Ok(())
}

fn dump_path(output: &Path) -> PathBuf {
    output.with_extension("dump")
}

/// Says what came of a job that went well; that nothing changed, of a single one only.
pub(super) fn say(job: &Job, report: &Report, start: Instant, is_alone: bool, terminal: &Terminal<'_>) {
    let output = ("output", job.output.display().to_string().into());
    match report.outcome {
        Outcome::Built(pages) => {
            let arguments = [
                output,
                ("pages", pages.to_string().into()),
                ("kilobytes", report.kilobytes.to_string().into()),
                ("milliseconds", start.elapsed().as_millis().to_string().into()),
            ];
            terminal.say_message("cli-built", &arguments);
        }
        Outcome::Unchanged if is_alone => terminal.say_message("cli-unchanged", &[output]),
        Outcome::Unchanged | Outcome::Failed(_) => {}
    }
}
