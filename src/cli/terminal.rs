//! What is printed: results to standard output, everything else to standard error.

use crate::diagnostic::messages::{Messages, io_message};
use crate::diagnostic::report::{self, Failure, Paint};
use crate::diagnostic::{Argument, Diagnostic, Files};
use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The two streams and the language.
pub(super) struct Terminal<'m> {
    pub(super) messages: &'m Messages,
    /// Whether diagnostics are coloured: on a terminal, unless `NO_COLOR` says otherwise.
    paint: Paint,
    /// Where what is said goes.
    way: Way,
    /// Faults already told: those of a publication are the same for all its issues.
    told: Mutex<BTreeSet<String>>,
    /// Whether a result could not be written.
    unheard: AtomicBool,
}

/// Where what is said goes.
enum Way {
    /// To the two streams.
    Streams,
    /// Nowhere.
    Nowhere,
    /// To be told later.
    Gathering(Mutex<Vec<Said>>),
}

/// Something said.
#[derive(Clone, PartialEq, Eq)]
enum Said {
    Result(String),
    Complaint(String),
    /// A complaint that is told once in a run.
    Fault(String),
}

/// What was said of a job, in its order.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Gathered(Vec<Said>);

impl<'m> Terminal<'m> {
    pub(super) fn new(messages: &'m Messages) -> Self {
        let wants_none = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let is_terminal = io::stderr().is_terminal() || io::stdout().is_terminal();
        let paint = if is_terminal && !wants_none { Paint::Colour } else { Paint::Plain };
        Self { messages, paint, way: Way::Streams, told: Mutex::default(), unheard: AtomicBool::default() }
    }

    /// The same for trials, whose results nobody reads.
    pub(super) fn silent(&self) -> Self {
        Self { paint: Paint::Plain, way: Way::Nowhere, ..Self::new(self.messages) }
    }

    /// The same for work beside other work: what is said is kept until its turn has come.
    pub(super) fn gathering(&self) -> Self {
        Self { paint: self.paint, way: Way::Gathering(Mutex::default()), ..Self::new(self.messages) }
    }

    /// What was said.
    pub(super) fn gathered(self) -> Gathered {
        match self.way {
            Way::Gathering(said) => Gathered(said.into_inner().unwrap_or_else(PoisonError::into_inner)),
            Way::Streams | Way::Nowhere => Gathered(Vec::new()),
        }
    }

    /// Says what was gathered, results only if they are wanted.
    pub(super) fn tell(&self, gathered: Gathered, only_faults: bool) {
        for said in gathered.0 {
            match said {
                Said::Result(_) if only_faults => {}
                Said::Result(text) => self.say(&text),
                Said::Complaint(text) => self.complain(&text),
                Said::Fault(text) => self.fault(text),
            }
        }
    }

    /// Keeps something for later; gives it back where it is to be said at once.
    fn keep(&self, said: Said) -> Option<Said> {
        match &self.way {
            Way::Streams => Some(said),
            Way::Nowhere => None,
            Way::Gathering(kept) => {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(said);
                None
            }
        }
    }

    fn told(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets which faults were told: in a new round they are told again.
    pub(super) fn begin_anew(&self) {
        self.told().clear();
    }

    /// A fault, unless it was told before.
    fn fault(&self, text: String) {
        if let Some(Said::Fault(text)) = self.keep(Said::Fault(text))
            && self.told().insert(text.clone())
        {
            self.complain(&text);
        }
    }

    /// Whether results are coloured.
    pub(super) fn paint_of_results(&self) -> Paint {
        if io::stdout().is_terminal() { self.paint } else { Paint::Plain }
    }

    /// A result. A reader that has gone away is no fault of ours.
    pub(super) fn say(&self, text: &str) {
        let Some(Said::Result(text)) = self.keep(Said::Result(text.to_owned())) else { return };
        let mut out = io::stdout().lock();
        let written = writeln!(out, "{}", text.trim_end()).and_then(|()| out.flush());
        if let Err(error) = written.as_ref()
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            self.unheard.store(true, Ordering::Relaxed);
        }
    }

    /// Whether a result could not be written, as on a full disk; that is then said.
    pub(super) fn was_unheard(&self) -> bool {
        let unheard = self.unheard.load(Ordering::Relaxed);
        if unheard {
            self.complain_message("cli-unheard", &[]);
        }
        unheard
    }

    /// A complaint.
    pub(super) fn complain(&self, text: &str) {
        let Some(Said::Complaint(text)) = self.keep(Said::Complaint(text.to_owned())) else { return };
        let _ = writeln!(io::stderr().lock(), "{}", text.trim_end());
    }

    /// A message of the resource as a result.
    pub(super) fn say_message(&self, key: &str, arguments: &[(&'static str, Argument)]) {
        self.say(&self.messages.with(key, arguments));
    }

    /// A message of the resource as a complaint.
    pub(super) fn complain_message(&self, key: &str, arguments: &[(&'static str, Argument)]) {
        self.complain(&self.messages.with(key, arguments));
    }

    /// Diagnostics, in their order.
    pub(super) fn diagnostics(&self, diagnostics: &[Diagnostic], files: &Files) {
        let paint = if io::stderr().is_terminal() { self.paint } else { Paint::Plain };
        for diagnostic in diagnostics {
            let text = report::render(diagnostic, files, self.messages, paint);
            self.fault(text);
        }
    }

    /// What the machine did: the chain of contexts, the system's own fault in the editor's language.
    pub(super) fn machine_fault(&self, error: &anyhow::Error) {
        self.complain_message("cli-could-not-run", &[("reason", self.reason(error).into())]);
    }

    /// What could not be done with a file, which is said.
    pub(super) fn failure(&self, path: &Path, error: &anyhow::Error) -> Failure {
        self.machine_fault(error);
        Failure { path: path.to_path_buf(), reason: self.reason(error) }
    }

    /// What the system says, in the editor's language.
    pub(super) fn reason_of(&self, error: &io::Error) -> String {
        io_text(error, self.messages)
    }

    fn reason(&self, error: &anyhow::Error) -> String {
        let parts = error.chain().map(|cause| match cause.downcast_ref::<io::Error>() {
            Some(fault) => io_text(fault, self.messages),
            None => cause.to_string(),
        });
        parts.collect::<Vec<_>>().join(&self.messages.text("reason-separator"))
    }
}

/// What the system says, in the editor's language where it is a common thing.
fn io_text(error: &io::Error, messages: &Messages) -> String {
    io_message(error.kind()).map_or_else(|| error.to_string(), |key| messages.text(key))
}
