//! The command lines of `init` and `new`.

use super::args::worded;
use crate::diagnostic::messages::Messages;
use clap::{Arg, ArgMatches, Command as Clap, value_parser};
use std::path::PathBuf;

/// Arguments of `init`.
pub(super) struct Init {
    /// The folder to be made.
    pub(super) folder: PathBuf,
    /// The publication's name.
    pub(super) name: Option<String>,
    /// The publisher's line.
    pub(super) publisher: Option<String>,
    /// The first issue's date, as typed.
    pub(super) date: Option<String>,
}

/// Arguments of `new`.
pub(super) struct New {
    /// The folder of the issues.
    pub(super) folder: Option<PathBuf>,
    /// The edition.
    pub(super) edition: Option<String>,
    /// The date, as typed.
    pub(super) date: Option<String>,
    /// How many numbers a merged issue carries; 1 for any other.
    pub(super) count: u32,
}

/// The arguments of `init`.
pub(super) fn init(matches: &ArgMatches) -> Init {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    Init {
        folder: matches.get_one("folder").cloned().unwrap_or_default(),
        name: text("name"),
        publisher: text("publisher"),
        date: text("date"),
    }
}

/// The arguments of `new`.
pub(super) fn new(matches: &ArgMatches) -> New {
    New {
        folder: matches.get_one("folder").cloned(),
        edition: matches.get_one("edition").cloned(),
        date: matches.get_one("date").cloned(),
        count: matches.get_one("merged").copied().unwrap_or(1),
    }
}

/// The grammar of `init`.
pub(super) fn init_command(messages: &Messages) -> Clap {
    let folder = Arg::new("folder")
        .value_parser(value_parser!(PathBuf))
        .value_name(messages.text("cli-value-folder"))
        .required(true)
        .help(messages.text("cli-init-folder"));
    let command = Clap::new("init")
        .arg(folder)
        .arg(option("name", "cli-init-value-name", "cli-init-name", messages))
        .arg(option("publisher", "cli-init-value-publisher", "cli-init-publisher", messages))
        .arg(option("date", "cli-new-value-date", "cli-init-date", messages))
        .help_template(messages.text("cli-template"));
    worded(command, "cli-init-about", "cli-init-usage", "cli-init-examples", messages)
}

/// The grammar of `new`.
pub(super) fn new_command(messages: &Messages) -> Clap {
    let folder = Arg::new("folder")
        .value_parser(value_parser!(PathBuf))
        .value_name(messages.text("cli-value-folder"))
        .help(messages.text("cli-new-folder"));
    let command = Clap::new("new")
        .arg(folder)
        .arg(option("date", "cli-new-value-date", "cli-new-date", messages))
        .arg(option("edition", "cli-new-value-edition", "cli-new-edition", messages))
        .arg(
            option("merged", "cli-value-number", "cli-new-merged", messages)
                .value_parser(value_parser!(u32).range(2..=99)),
        )
        .help_template(messages.text("cli-template"));
    worded(command, "cli-new-about", "cli-new-usage", "cli-new-examples", messages)
}

fn option(name: &'static str, value: &str, help: &str, messages: &Messages) -> Arg {
    Arg::new(name).long(name).value_name(messages.text(value)).help(messages.text(help))
}
