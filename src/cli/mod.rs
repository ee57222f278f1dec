//! The command: what was typed, what it does, what it prints and how it ends.
//!
//! Only this room prints. Exit codes: 0 done, 1 faults in the sources, 2 could not run.

mod args;
mod batch;
mod build;
mod building;
mod check;
mod checking;
mod clock;
mod explain;
mod explain_code;
mod fix;
mod fonts;
mod heap;
mod init;
mod inputs;
mod inspect;
mod interrupt;
mod locking;
mod moves;
mod new;
mod output;
mod publication;
mod schema;
mod starting;
mod template;
mod terminal;
mod threads;
mod verify;
mod verifying;
mod watch;
mod watched;
mod watcher;

use crate::diagnostic::messages::Messages;
use args::Command;
use std::ffi::OsString;
use std::process::ExitCode;
use terminal::Terminal;

/// How a command ended; the graver of two is the greater.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    /// All that was asked for is done.
    #[default]
    Done,
    /// Faults in the sources.
    Faults,
    /// Something that no source is to blame for.
    CouldNotRun,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(ending as u8)
    }
}

/// Runs the command with these arguments, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    heap::prepare();
    let arguments: Vec<_> = arguments.into_iter().collect();
    let messages = Messages::of(args::language(&arguments));
    let terminal = Terminal::new(&messages);
    let ending = match args::parse(arguments, &messages) {
        Ok(Command::Build(build)) => build::run(&build, &terminal),
        Ok(Command::Check(check)) => check::run(&check, &terminal),
        Ok(Command::Explain(code)) => explain_code::run(&code, &terminal),
        Ok(Command::Fonts(fonts)) => fonts::run(&fonts, &terminal),
        Ok(Command::ShowPublication(show)) => publication::run(&show, &terminal),
        Ok(Command::Schema(schema)) => schema::run(&schema, &terminal),
        Ok(Command::ExplainLine(line)) => explain::run(&line, &terminal),
        Ok(Command::Inspect(args)) => inspect::run(&args, &terminal),
        Ok(Command::Init(init)) => init::run(&init, &terminal),
        Ok(Command::New(new)) => new::run(&new, &terminal),
        Ok(Command::Verify(verify)) => verify::run(&verify, &terminal),
        Err(args::Stop::Shown(text)) => {
            terminal.say(&text);
            Ending::Done
        }
        Err(args::Stop::Refused(text)) => {
            terminal.complain(&text);
            Ending::CouldNotRun
        }
    };
    let ending = if terminal.was_unheard() { Ending::CouldNotRun } else { ending };
    ending.into()
}
