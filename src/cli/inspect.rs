//! `bulletin inspect`: a PDF read back and measured; the conformance sheet as a table or as JSON.

use super::Ending;
use super::args::{Inspect, worded};
use super::terminal::Terminal;
use crate::diagnostic::messages::Messages;
use crate::diagnostic::{Files, Sink};
use crate::inspect::{Unreadable, inspect, report};
use crate::model::Style;
use crate::source;
use anyhow::Context;
use clap::{Arg, ArgAction, ArgMatches, Command as Clap, value_parser};
use std::fs;
use std::path::{Path, PathBuf};

/// A file may have so many MiB: many times what a bulletin full of pictures has.
const MOST_MIB: u64 = 256;

/// The arguments of `inspect`.
pub(super) fn arguments(matches: &ArgMatches) -> Inspect {
    Inspect {
        input: matches.get_one("input").cloned().unwrap_or_default(),
        publication: matches.get_one("publication").cloned(),
        json: matches.get_flag("json"),
    }
}

/// The grammar of `inspect`.
pub(super) fn command(messages: &Messages) -> Clap {
    let path =
        |name: &'static str, key: &str| Arg::new(name).value_parser(value_parser!(PathBuf)).help(messages.text(key));
    let input = path("input", "cli-inspect-input").value_name("PDF").required(true);
    let publication =
        path("publication", "cli-inspect-publication").long("publication").value_name(messages.text("cli-value-file"));
    let json = Arg::new("json").long("json").action(ArgAction::SetTrue).help(messages.text("cli-inspect-json"));
    let command =
        Clap::new("inspect").arg(input).arg(publication).arg(json).help_template(messages.text("cli-template"));
    worded(command, "cli-inspect-about", "cli-inspect-usage", "cli-inspect-examples", messages)
}

/// Inspects a file and prints what came of it.
pub(super) fn run(args: &Inspect, terminal: &Terminal<'_>) -> Ending {
    match try_run(args, terminal) {
        Ok(ending) => ending,
        Err(error) => {
            terminal.machine_fault(&error);
            Ending::CouldNotRun
        }
    }
}

fn try_run(args: &Inspect, terminal: &Terminal<'_>) -> anyhow::Result<Ending> {
    let Some(style) = style(args.publication.as_deref(), terminal)? else { return Ok(Ending::CouldNotRun) };
    let name = args.input.display().to_string();
    let size = fs::metadata(&args.input).with_context(|| name.clone())?.len();
    if size > MOST_MIB << 20 {
        refuse("too-large", &name, terminal);
        return Ok(Ending::CouldNotRun);
    }
    let bytes = fs::read(&args.input).with_context(|| name.clone())?;
    match inspect(bytes, &style) {
        Ok(inspection) => {
            let report = if args.json { report::json } else { report::table };
            terminal.say(&report(&inspection, &name, terminal.messages));
            Ok(if inspection.is_met() { Ending::Done } else { Ending::Faults })
        }
        Err(unreadable) => {
            refuse(reason(unreadable), &name, terminal);
            Ok(Ending::CouldNotRun)
        }
    }
}

/// The format to measure by: a publication's, or the one that holds without any. None if that has faults,
/// which are then told.
fn style(publication: Option<&Path>, terminal: &Terminal<'_>) -> anyhow::Result<Option<Style>> {
    let Some(path) = publication else { return Ok(Some(Style::default())) };
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let found = source::load_publication(path, &mut files, &mut sink)?;
    terminal.diagnostics(&sink.into_sorted(), &files);
    Ok(found.map(|publication| publication.style))
}

fn refuse(reason: &'static str, input: &str, terminal: &Terminal<'_>) {
    let values = [("reason", reason.into()), ("input", input.into()), ("most", MOST_MIB.to_string().into())];
    terminal.complain_message("cli-inspect-unreadable", &values);
}

fn reason(unreadable: Unreadable) -> &'static str {
    match unreadable {
        Unreadable::NoPdf => "no-pdf",
        Unreadable::Broken => "broken",
        Unreadable::Locked => "locked",
        Unreadable::NoPages => "no-pages",
        Unreadable::TooMuch => "too-much",
    }
}
