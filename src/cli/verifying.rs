//! The command line of `verify`.

use super::args::worded;
use crate::diagnostic::messages::Messages;
use clap::{Arg, ArgMatches, Command as Clap, value_parser};
use std::path::PathBuf;

/// Arguments of `verify`.
pub(super) struct Verify {
    /// Issues and folders of issues.
    pub(super) inputs: Vec<PathBuf>,
    /// The PDF, of a single input.
    pub(super) output: Option<PathBuf>,
    /// The folder of the PDFs.
    pub(super) folder: PathBuf,
}

/// The arguments of `verify`.
pub(super) fn verify(matches: &ArgMatches) -> Verify {
    Verify {
        inputs: matches.get_many("input").into_iter().flatten().cloned().collect(),
        output: matches.get_one("output").cloned(),
        folder: matches.get_one("folder").cloned().unwrap_or_default(),
    }
}

/// The grammar of `verify`.
pub(super) fn verify_command(messages: &Messages) -> Clap {
    let path =
        |name: &'static str, key: &str| Arg::new(name).value_parser(value_parser!(PathBuf)).help(messages.text(key));
    let input = path("input", "cli-build-input").value_name(messages.text("cli-value-input"));
    let output = path("output", "cli-verify-output").value_name(messages.text("cli-value-file"));
    let folder = path("folder", "cli-verify-folder").value_name(messages.text("cli-value-folder"));
    let command = Clap::new("verify")
        .arg(input.required(true).num_args(1..))
        .arg(output.short('o').long("output").conflicts_with("folder"))
        .arg(folder.long("out-dir").default_value("build").hide_default_value(true))
        .help_template(messages.text("cli-template"));
    worded(command, "cli-verify-about", "cli-verify-usage", "cli-verify-examples", messages)
}
