//! What is printed: results to standard output, everything else to standard error.

use crate::diagnostic::messages::{Messages, io_message};
use crate::diagnostic::report::{self, Failure, Paint};
use crate::diagnostic::{Argument, Diagnostic, Files};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// The two streams and the language.
pub(super) struct Terminal<'m> {
    pub(super) messages: &'m Messages,
    /// Whether diagnostics are coloured: on a terminal, unless `NO_COLOR` says otherwise.
    paint: Paint,
    silent: bool,
    /// Faults already told: those of a publication are the same for all its issues.
    told: RefCell<BTreeSet<String>>,
    /// Whether a result could not be written.
    unheard: Cell<bool>,
}

impl<'m> Terminal<'m> {
    pub(super) fn new(messages: &'m Messages) -> Self {
        let wants_none = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let is_terminal = io::stderr().is_terminal() || io::stdout().is_terminal();
        let paint = if is_terminal && !wants_none { Paint::Colour } else { Paint::Plain };
        Self { messages, paint, silent: false, told: RefCell::default(), unheard: Cell::default() }
    }

    /// The same for trials, whose results nobody reads.
    pub(super) fn silent(&self) -> Self {
        Self {
            messages: self.messages,
            paint: Paint::Plain,
            silent: true,
            told: RefCell::default(),
            unheard: Cell::default(),
        }
    }

    /// Whether results are coloured.
    pub(super) fn paint_of_results(&self) -> Paint {
        if io::stdout().is_terminal() { self.paint } else { Paint::Plain }
    }

    /// A result. A reader that has gone away is no fault of ours.
    pub(super) fn say(&self, text: &str) {
        if self.silent {
            return;
        }
        let mut out = io::stdout().lock();
        let written = writeln!(out, "{}", text.trim_end()).and_then(|()| out.flush());
        if let Err(error) = written.as_ref()
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            self.unheard.set(true);
        }
    }

    /// Whether a result could not be written, as on a full disk; that is then said.
    pub(super) fn was_unheard(&self) -> bool {
        let unheard = self.unheard.get();
        if unheard {
            self.complain_message("cli-unheard", &[]);
        }
        unheard
    }

    /// A complaint.
    pub(super) fn complain(&self, text: &str) {
        if self.silent {
            return;
        }
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
            if self.told.borrow_mut().insert(text.clone()) {
                self.complain(&text);
            }
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
