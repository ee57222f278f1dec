//! Whole processes: run, timed, and their peak memory.

use anyhow::{Context, Result, bail};
use nix::sys::resource::{UsageWho, getrusage};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs};

/// A process to be started, always in the same way.
#[derive(Clone)]
pub(crate) struct Task {
    pub(crate) program: PathBuf,
    pub(crate) arguments: Vec<OsString>,
    pub(crate) folder: PathBuf,
    /// Where the user's cache is, emptied before each start; none if the program keeps none.
    pub(crate) cache: Option<PathBuf>,
}

impl Task {
    /// The same process, watched by this program for its peak memory.
    fn watched(&self) -> Result<Self> {
        let arguments = ["peak".into(), self.program.clone().into()].into_iter().chain(self.arguments.clone());
        Ok(Self { program: env::current_exe()?, arguments: arguments.collect(), ..self.clone() })
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).current_dir(&self.folder).stdin(Stdio::null()).stderr(Stdio::null());
        if let Some(cache) = &self.cache {
            command.env("XDG_CACHE_HOME", cache);
        }
        command
    }

    fn empty_cache(&self) -> Result<()> {
        if let Some(cache) = &self.cache {
            if cache.exists() {
                fs::remove_dir_all(cache)?;
            }
            fs::create_dir_all(cache)?;
        }
        Ok(())
    }

    /// Runs it; what it says goes nowhere.
    pub(crate) fn run(&self) -> Result<()> {
        let status = self.command().stdout(Stdio::null()).status().with_context(|| self.told())?;
        if !status.success() {
            bail!("{} ended with {status}", self.told());
        }
        Ok(())
    }

    /// Runs it and returns what it prints.
    pub(crate) fn printed(&self) -> Result<String> {
        let output = self.command().stdout(Stdio::piped()).output().with_context(|| self.told())?;
        if !output.status.success() {
            bail!("{} ended with {}", self.told(), output.status);
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn told(&self) -> String {
        let arguments: Vec<_> = self.arguments.iter().map(|argument| argument.to_string_lossy()).collect();
        let told = format!("{} {}", self.program.display(), arguments.join(" "));
        told.chars().take(200).collect()
    }

    /// Its peak memory in MiB, from a run of its own.
    pub(crate) fn peak(&self) -> Result<f64> {
        self.empty_cache()?;
        Ok(self.watched()?.printed()?.trim().parse::<f64>()? / 1024.0)
    }
}

/// How long tasks take.
pub(crate) enum Clock {
    /// All of them, one after the other, from the first start to the last end.
    OneByOne,
    /// All of them, two at a time.
    TwoAtATime,
    /// What the one task prints of itself, in ms.
    Told,
}

/// Runs tasks; returns the time in ms.
pub(crate) fn time(tasks: &[Task], clock: &Clock) -> Result<f64> {
    tasks.iter().try_for_each(Task::empty_cache)?;
    let start = Instant::now();
    match clock {
        Clock::OneByOne => tasks.iter().try_for_each(Task::run)?,
        Clock::TwoAtATime => two_at_a_time(tasks)?,
        Clock::Told => return tasks.iter().map(|task| Ok(task.printed()?.trim().parse::<f64>()?)).sum(),
    }
    Ok(start.elapsed().as_secs_f64() * 1000.0)
}

fn two_at_a_time(tasks: &[Task]) -> Result<()> {
    let (even, odd): (Vec<_>, Vec<_>) = tasks.iter().enumerate().partition(|(order, _)| order % 2 == 0);
    let run = |part: Vec<(usize, &Task)>| part.into_iter().try_for_each(|(_, task)| task.run());
    std::thread::scope(|scope| {
        let other = scope.spawn(move || run(odd));
        run(even)?;
        other.join().unwrap_or_else(|_| bail!("a thread broke off"))
    })
}

/// Runs a command line and prints the peak memory of its processes in KiB: what `peak` asks this program.
pub(crate) fn watch(program: &Path, arguments: &[OsString]) -> Result<i64> {
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    if !status.success() {
        bail!("{} ended with {status}", program.display());
    }
    Ok(getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss())
}
