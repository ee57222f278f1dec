//! `bulletin build --watch`: issues are built, and built again when something that they depend on is saved.
//!
//! `watcher` tells what was changed, `watched` what that asks for, and here it is done, round by round. Faces stay mapped
//! from round to round, and an issue is built only if its lock says that it must.

use super::batch::{self, Outcome, Tally, Volume};
use super::build::{self, Job, Jobs, Report};
use super::building::{Build, Eye};
use super::inputs::Pattern;
use super::terminal::{Gathered, Terminal};
use super::watched::{Asked, Watched};
use super::watcher::{Signal, Watcher};
use super::{Ending, interrupt, locking};
use crate::diagnostic::Argument;
use crate::fonts::{FontFiles, FontFolders};
use crate::lock::{Digests, Trust};
use crate::source::{PUBLICATION_FILE, find_publication};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// So long it must have been quiet before anything is built: an editor that saves takes several steps.
const QUIET: Duration = Duration::from_millis(60);
/// So long it is waited for that at most.
const PATIENCE: Duration = Duration::from_secs(1);
/// So many issues are named in a line.
const NAMED: usize = 3;

/// What is known of an issue that was built, or found unchanged.
struct Known {
    /// The files that it depends on, by their whole and their real paths.
    files: BTreeSet<PathBuf>,
    outcome: Outcome,
}

/// What stays from round to round.
struct Session<'s> {
    args: Build,
    terminal: &'s Terminal<'s>,
    fonts: FontFiles,
    watcher: Mutex<Watcher>,
    known: BTreeMap<PathBuf, Known>,
    /// What was said when the issues were last listed.
    said: Gathered,
    /// What was asked for while the issues could not be listed.
    left: Asked,
}

/// Builds all inputs, and again what is changed, until the run is interrupted.
pub(super) fn run(args: &Build, eye: Eye, terminal: &Terminal<'_>) -> Ending {
    let stopped = interrupt::listen();
    let (sender, receiver) = mpsc::channel();
    let interrupted = sender.clone();
    interrupt::call(move || drop(interrupted.send(Signal::Interrupted)));
    let watcher = Mutex::new(Watcher::new(eye, sender, terminal));
    let mut session = Session {
        args: args.clone(),
        terminal,
        fonts: FontFiles::default(),
        watcher,
        known: BTreeMap::new(),
        said: Gathered::default(),
        left: Asked::default(),
    };
    if !session.begin() {
        return Ending::CouldNotRun;
    }
    while !stopped.load(Ordering::Relaxed) {
        let watched = session.watched();
        session.watcher().keep(watched.all_folders(), terminal);
        if let Some(asked) = wait(&receiver, &watched, stopped) {
            session.round(asked);
        }
    }
    terminal.complain_message("cli-watch-ended", &[]);
    Ending::CouldNotRun
}

/// Waits until something was changed, and then until it is quiet; none if the run is interrupted.
fn wait(receiver: &Receiver<Signal>, watched: &Watched, stopped: &AtomicBool) -> Option<Asked> {
    let mut asked = Asked::default();
    let mut start = None;
    while !stopped.load(Ordering::Relaxed) {
        let signal = match start {
            None => receiver.recv().ok()?,
            Some(start) if Instant::now() > start + PATIENCE => return Some(asked),
            Some(_) => match receiver.recv_timeout(QUIET) {
                Ok(signal) => signal,
                Err(_) => return Some(asked),
            },
        };
        match signal {
            Signal::Changes(changes) => changes.iter().for_each(|change| watched.ask(change, &mut asked)),
            Signal::Lost => asked = Asked { listing: true, all: true, folders: true, ..asked },
            Signal::Interrupted => {}
        }
        if start.is_none() && !asked.is_nothing() {
            start = Some(Instant::now());
        }
    }
    None
}

impl Session<'_> {
    fn watcher(&self) -> MutexGuard<'_, Watcher> {
        self.watcher.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Builds what is there, as a build without watching does; whether there is anything to watch.
    fn begin(&mut self) -> bool {
        // What is saved while issues are built is told already.
        let watched = self.watched();
        self.watcher().add(watched.all_folders(), self.terminal);
        let jobs = match build::jobs(&self.args, self.terminal) {
            Ok(Jobs::Some(jobs, _)) => jobs,
            Ok(Jobs::None) if self.args.inputs.iter().all(|path| Pattern::of(path).is_none_or(|of| of.is_sound())) => {
                Vec::new()
            }
            Ok(Jobs::None | Jobs::Refused) => return false,
            Err(error) => {
                self.terminal.machine_fault(&error);
                return false;
            }
        };
        let (volume, trust) = (self.args.volume, if self.args.force { Trust::Nothing } else { Trust::Remembered });
        let (digests, reports) = (Digests::of_this_machine(trust), Mutex::default());
        if !jobs.is_empty() {
            batch::run(&jobs, volume, self.terminal, Job::name, |job, terminal| {
                let start = Instant::now();
                let (report, known) = self.make(job, &digests, terminal);
                if volume == Volume::Full {
                    build::say(job, &report, start, jobs.len() == 1, terminal);
                }
                keep(&reports, job, known);
                report.outcome
            });
        }
        self.learn(reports);
        self.args.force = false;
        if volume == Volume::Full {
            let count = jobs.len().to_string();
            self.terminal.say_message("cli-watch-ready", &[("count", count.into())]);
        }
        true
    }

    /// Builds what changes ask for, and says in a line what came of it.
    fn round(&mut self, asked: Asked) {
        let start = Instant::now();
        self.terminal.begin_anew();
        if asked.folders {
            self.watcher().begin_anew(self.terminal);
        }
        let asked = std::mem::take(&mut self.left).and(asked);
        let Some(jobs) = self.list() else {
            self.left = asked;
            return;
        };
        let due: Vec<_> = jobs.into_iter().filter(|job| self.is_due(job, &asked)).collect();
        if due.is_empty() {
            return;
        }
        let lacks_faces = |known: &Known| known.outcome == Outcome::Failed(Ending::CouldNotRun);
        if !self.fonts.are_current() || self.known.values().any(lacks_faces) {
            self.fonts = FontFiles::default();
        }
        let (digests, reports) = (Digests::of_this_machine(Trust::Remembered), Mutex::default());
        let counts = Mutex::new((0, 0));
        let tally = batch::each(&due, self.args.volume, self.terminal, Job::name, |job, terminal| {
            let (report, known) = self.make(job, &digests, terminal);
            keep(&reports, job, known);
            let mut counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
            *counts = (counts.0 + report.errors, counts.1 + report.warnings);
            report.outcome
        });
        let counts = counts.into_inner().unwrap_or_else(PoisonError::into_inner);
        let before = self.learn(reports);
        if self.args.volume == Volume::Full {
            self.say(&due, &before, tally, counts, start);
        }
    }

    /// Whether an issue may have to be built.
    fn is_due(&self, job: &Job, asked: &Asked) -> bool {
        !self.known.contains_key(&job.input) || asked.touches(&job.input)
    }

    /// Builds an issue if that is needed, and has the folders of what it depends on watched.
    fn make(&self, job: &Job, digests: &Digests, terminal: &Terminal<'_>) -> (Report, Known) {
        let mut report = self.build(job, digests, terminal);
        let mut files = self.files(job, &report);
        let is_more = self.watcher().add(folders(&files), terminal);
        // Nobody was told if something in a folder was saved before that was watched.
        if is_more && matches!(report.outcome, Outcome::Built(_)) && !self.is_locked(job, digests) {
            report = build::make(job, &self.args, &self.fonts, digests, terminal);
            files.extend(self.files(job, &report));
        }
        let outcome = report.outcome;
        (report, Known { files, outcome })
    }

    /// Builds an issue if that is needed; what was built in an earlier round, if its lock says so, whatever else was
    /// asked for beside the PDF.
    fn build(&self, job: &Job, digests: &Digests, terminal: &Terminal<'_>) -> Report {
        let was_built = self.known.get(&job.input).is_some_and(|known| !matches!(known.outcome, Outcome::Failed(_)));
        if was_built && self.is_locked(job, digests) {
            return Report::of(Outcome::Unchanged);
        }
        build::make(job, &self.args, &self.fonts, digests, terminal)
    }

    /// Whether an issue's lock says that it needs no building.
    fn is_locked(&self, job: &Job, digests: &Digests) -> bool {
        let args = Build { dump: false, tags: false, ..self.args.clone() };
        build::is_current(job, &args, &self.fonts, digests)
    }

    /// The files on which an issue depends.
    fn files(&self, job: &Job, report: &Report) -> BTreeSet<PathBuf> {
        let asked = match report.outcome {
            Outcome::Unchanged => locking::asked(&job.input, &job.output, &self.fonts),
            Outcome::Built(_) | Outcome::Failed(_) => report.asked.clone(),
        };
        let own = publications(&job.input).into_iter().chain([job.input.clone()]);
        asked.into_iter().chain(own).flat_map(|path| names(&path)).collect()
    }

    /// Takes what was learned of issues; gives what was known of them before.
    fn learn(&mut self, reports: Reports) -> BTreeMap<PathBuf, Outcome> {
        let mut before = BTreeMap::new();
        for (issue, known) in reports.into_inner().unwrap_or_else(PoisonError::into_inner) {
            // One that is not there is new when it comes.
            let earlier = if is_there(&issue) { self.known.insert(issue.clone(), known) } else { None };
            before.extend(earlier.map(|known| (issue, known.outcome)));
        }
        before
    }

    /// The issues that are there now; none if what there is cannot be built, which is said. Those that are gone are said,
    /// and forgotten.
    fn list(&mut self) -> Option<Vec<Job>> {
        let own = self.terminal.gathering();
        let listed = build::jobs(&self.args, &own).unwrap_or_else(|error| {
            own.machine_fault(&error);
            Jobs::Refused
        });
        let said = own.gathered();
        // As long as nothing is built, each save is answered.
        if said != self.said || matches!(listed, Jobs::Refused) {
            self.said = said.clone();
            self.terminal.tell(said, self.args.volume == Volume::Quiet);
        }
        let jobs = match listed {
            Jobs::Some(jobs, _) => jobs,
            Jobs::None => Vec::new(),
            Jobs::Refused => return None,
        };
        let jobs: Vec<_> = jobs.into_iter().filter(|job| is_there(&job.input)).collect();
        let inputs: BTreeSet<_> = jobs.iter().map(|job| job.input.as_path()).collect();
        self.known.retain(|issue, _| {
            let stays = inputs.contains(issue.as_path());
            if !stays && self.args.volume == Volume::Full {
                let input = issue.display().to_string();
                self.terminal.say_message("cli-watch-gone", &[("input", input.into())]);
            }
            stays
        });
        Some(jobs)
    }

    /// All that decides what a build would give now.
    fn watched(&self) -> Watched {
        let mut watched = Watched::default();
        for path in &self.args.inputs {
            if path.is_dir() {
                watched.folders.extend(names(path));
            } else if let Some(pattern) = Pattern::of(path) {
                let folders: BTreeSet<_> = pattern.folders().iter().flat_map(|folder| names(folder)).collect();
                watched.branching.extend(folders.iter().cloned());
                watched.folders.extend(folders);
            } else {
                watched.named.extend(names(path));
            }
        }
        let mut publications = BTreeSet::new();
        for (issue, known) in &self.known {
            known.files.iter().for_each(|file| watched.add(file, issue));
            publications.extend(find_publication(issue).ok().flatten());
        }
        for publication in publications {
            watched.faces.extend(names(&publication.with_file_name("fonts")));
            watched.faces.extend(FontFolders::for_publication(&publication).folders().flat_map(names));
        }
        watched
    }

    /// Says what came of a round, if anything was built, was not, or needs no building any more.
    fn say(
        &self,
        due: &[Job],
        before: &BTreeMap<PathBuf, Outcome>,
        tally: Tally,
        (errors, warnings): (usize, usize),
        start: Instant,
    ) {
        let now = |job: &Job| self.known.get(&job.input).map(|known| known.outcome);
        let was_broken =
            |job: &Job| !matches!(before.get(&job.input), None | Some(Outcome::Built(_) | Outcome::Unchanged));
        let of = |wanted: &dyn Fn(Outcome, &Job) -> bool| -> Vec<_> {
            due.iter().filter(|job| now(job).is_some_and(|outcome| wanted(outcome, job))).map(Job::name).collect()
        };
        let parts = [
            ("cli-watch-built", of(&|outcome, _| matches!(outcome, Outcome::Built(_)))),
            ("cli-watch-failed", of(&|outcome, _| matches!(outcome, Outcome::Failed(_)))),
            ("cli-watch-healed", of(&|outcome, job| outcome == Outcome::Unchanged && was_broken(job))),
        ];
        let messages = self.terminal.messages;
        let part = |(key, issues): (&str, Vec<String>)| {
            let named = Argument::texts(issues.iter().take(NAMED).cloned());
            let counted = [("issues", named), ("count", issues.len().to_string().into())];
            let key_of_names = if issues.len() > NAMED { "cli-watch-many" } else { "cli-watch-few" };
            let issues_told = messages.with(key_of_names, &counted);
            let arguments = [("issues", issues_told.into()), ("pages", tally.pages.to_string().into())];
            (!issues.is_empty()).then(|| messages.with(key, &arguments))
        };
        let parts: Vec<_> = parts.into_iter().filter_map(part).collect();
        if parts.is_empty() {
            return;
        }
        let arguments = [
            ("done", parts.join(&messages.text("clause-separator")).into()),
            ("errors", errors.to_string().into()),
            ("warnings", warnings.to_string().into()),
            ("milliseconds", start.elapsed().as_millis().to_string().into()),
        ];
        self.terminal.say_message("cli-watch-round", &arguments);
    }
}

/// What was learned of issues in a round.
type Reports = Mutex<BTreeMap<PathBuf, Known>>;

fn keep(reports: &Reports, job: &Job, known: Known) {
    reports.lock().unwrap_or_else(PoisonError::into_inner).insert(job.input.clone(), known);
}

/// Whether something lies there; a link that leads nowhere is a file that cannot be read.
fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// The folders in which files lie.
fn folders(files: &BTreeSet<PathBuf>) -> impl Iterator<Item = &Path> {
    files.iter().filter_map(|file| file.parent())
}

/// The publication's file of an issue, and those that would be if they were there: nearer ones, or all if there is none.
fn publications(issue: &Path) -> Vec<PathBuf> {
    let found = find_publication(issue).ok().flatten().and_then(|path| std::path::absolute(path).ok());
    let whole = std::path::absolute(issue).unwrap_or_else(|_| issue.to_path_buf());
    let mut publications = Vec::new();
    for folder in whole.ancestors().skip(1) {
        publications.push(folder.join(PUBLICATION_FILE));
        if publications.last() == found.as_ref() {
            break;
        }
    }
    publications
}

/// The whole paths by which the system may tell of a file: in the folder in which it lies, and where it leads if it is
/// a link.
fn names(path: &Path) -> Vec<PathBuf> {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let name = placed(&whole);
    let real = fs::canonicalize(&whole).ok().filter(|real| *real != name);
    std::iter::once(name).chain(real).collect()
}

/// A path with the real path of its folder, as far as that is there.
fn placed(path: &Path) -> PathBuf {
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => fs::canonicalize(folder).unwrap_or_else(|_| placed(folder)).join(name),
        _ => path.to_path_buf(),
    }
}
