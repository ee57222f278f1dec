//! Many issues in one run: compiled side by side, told in the order in which they were named, summed up at the end.
//!
//! Threads take one job after the other, so that no more issues are in memory than there are threads, but for what
//! is said of those that wait for an earlier one.

use super::terminal::{Gathered, Terminal};
use super::{Ending, interrupt, threads};
use crate::diagnostic::Argument;
use indicatif::{ProgressBar, ProgressState, ProgressStyle};
use rayon::iter::{ParallelBridge, ParallelIterator};
use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, IsTerminal};
use std::sync::atomic::Ordering;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// What came of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Its PDF was written, with so many pages.
    Built(usize),
    /// Nothing was changed since its PDF was written.
    Unchanged,
    /// There is no new PDF.
    Failed(Ending),
}

impl Outcome {
    fn ending(self) -> Ending {
        match self {
            Self::Built(_) | Self::Unchanged => Ending::Done,
            Self::Failed(ending) => ending,
        }
    }
}

/// How much is told of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Volume {
    /// Everything.
    Full,
    /// What is wrong.
    Quiet,
}

/// Does all jobs, each told as `name` has it, and sums up.
pub(super) fn run<J: Sync>(
    jobs: &[J],
    volume: Volume,
    terminal: &Terminal<'_>,
    name: impl Fn(&J) -> String + Sync,
    work: impl Fn(&J, &Terminal<'_>) -> Outcome + Sync,
) -> Ending {
    let start = Instant::now();
    let tally = each(jobs, volume, terminal, name, work);
    if jobs.len() == 1 {
        return tally.ending;
    }
    let interrupted = interrupt::listen().load(Ordering::Relaxed);
    if interrupted {
        terminal.complain_message("cli-interrupted", &[]);
    }
    if volume == Volume::Full {
        tally.say(start, terminal);
    }
    if interrupted { Ending::CouldNotRun } else { tally.ending }
}

/// Does all jobs side by side, until the run is interrupted; each of several gets a terminal of its own.
pub(super) fn each<J: Sync>(
    jobs: &[J],
    volume: Volume,
    terminal: &Terminal<'_>,
    name: impl Fn(&J) -> String + Sync,
    work: impl Fn(&J, &Terminal<'_>) -> Outcome + Sync,
) -> Tally {
    // One job by itself listens when it begins to write.
    if let [job] = jobs {
        let mut tally = Tally::default();
        tally.add(work(job, terminal));
        return tally;
    }
    let stopped = interrupt::listen();
    threads::begin();
    let teller = Teller::new(jobs.len(), volume, terminal);
    jobs.iter().enumerate().par_bridge().for_each(|(order, job)| {
        if stopped.load(Ordering::Relaxed) {
            return;
        }
        teller.begin(&name(job));
        let own = terminal.gathering();
        let outcome = work(job, &own);
        teller.end(order, outcome, own.gathered());
    });
    teller.finish()
}

/// What came of all jobs.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    built: usize,
    unchanged: usize,
    failed: usize,
    pub(super) pages: usize,
    ending: Ending,
}

impl Tally {
    fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Built(pages) => {
                self.built += 1;
                self.pages += pages;
            }
            Outcome::Unchanged => self.unchanged += 1,
            Outcome::Failed(_) => self.failed += 1,
        }
        self.ending = self.ending.max(outcome.ending());
    }

    fn say(self, start: Instant, terminal: &Terminal<'_>) {
        let tenths = start.elapsed().as_millis() / 100;
        let arguments: [(&'static str, Argument); 5] = [
            ("built", self.built.to_string().into()),
            ("pages", self.pages.to_string().into()),
            ("unchanged", self.unchanged.to_string().into()),
            ("failed", self.failed.to_string().into()),
            ("seconds", format!("{}.{}", tenths / 10, tenths % 10).into()),
        ];
        terminal.say_message("cli-summary", &arguments);
    }
}

/// Tells what is said of jobs in their order, over a bar where there is a terminal.
struct Teller<'t> {
    terminal: &'t Terminal<'t>,
    volume: Volume,
    bar: ProgressBar,
    state: Mutex<State>,
}

struct State {
    /// The first job of which nothing was told yet.
    next: usize,
    /// What is said of those that ended before an earlier one.
    waiting: BTreeMap<usize, Gathered>,
    tally: Tally,
}

/// Issues a second, as far as a reader wants to know it.
fn rate(state: &ProgressState, text: &mut dyn fmt::Write) {
    // A bar that cannot be written is no fault of the run.
    let _ = write!(text, "{:.0}/s", state.per_sec());
}

impl<'t> Teller<'t> {
    fn new(count: usize, volume: Volume, terminal: &'t Terminal<'t>) -> Self {
        let bar = if volume == Volume::Full && io::stderr().is_terminal() {
            let bar = ProgressBar::new(count as u64);
            let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {rate} {wide_msg}");
            style.into_iter().for_each(|style| bar.set_style(style.with_key("rate", rate)));
            bar
        } else {
            ProgressBar::hidden()
        };
        let state = Mutex::new(State { next: 0, waiting: BTreeMap::new(), tally: Tally::default() });
        Self { terminal, volume, bar, state }
    }

    fn begin(&self, name: &str) {
        self.bar.set_message(name.to_owned());
    }

    fn end(&self, order: usize, outcome: Outcome, gathered: Gathered) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.tally.add(outcome);
        state.waiting.insert(order, gathered);
        while let Some(gathered) = {
            let next = state.next;
            state.waiting.remove(&next)
        } {
            state.next += 1;
            self.tell(gathered);
        }
        self.bar.inc(1);
    }

    fn tell(&self, gathered: Gathered) {
        let only_faults = self.volume == Volume::Quiet;
        self.bar.suspend(|| self.terminal.tell(gathered, only_faults));
    }

    /// Tells what is left, as after an interrupt, and sums up.
    fn finish(self) -> Tally {
        let state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        for gathered in state.waiting.into_values() {
            self.bar.suspend(|| self.terminal.tell(gathered, self.volume == Volume::Quiet));
        }
        self.bar.finish_and_clear();
        state.tally
    }
}
