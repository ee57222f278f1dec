//! The command lines of `check` and `explain`.

use super::args::{Check, Form, worded};
use crate::diagnostic::Severity;
use crate::diagnostic::messages::Messages;
use clap::{Arg, ArgAction, ArgMatches, Command as Clap, value_parser};
use std::path::PathBuf;

/// The words of `--deny`, and of `--format`.
const SEVERITIES: [&str; 3] = ["error", "warning", "advice"];
const FORMS: [&str; 4] = ["human", "json", "sarif", "github"];

/// The arguments of `check`.
pub(super) fn check(matches: &ArgMatches) -> Check {
    let word = |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default().to_owned();
    Check {
        inputs: matches.get_many("input").into_iter().flatten().cloned().collect(),
        deny: match word("deny").as_str() {
            "advice" => Severity::Advice,
            "warning" => Severity::Warning,
            _ => Severity::Error,
        },
        form: match word("format").as_str() {
            "json" => Form::Json,
            "sarif" => Form::Sarif,
            "github" => Form::Github,
            _ => Form::Human,
        },
        fix: matches.get_flag("fix"),
        diff: matches.get_flag("diff"),
    }
}

/// The grammar of `check`.
pub(super) fn check_command(messages: &Messages) -> Clap {
    let input = Arg::new("input")
        .value_parser(value_parser!(PathBuf))
        .value_name(messages.text("cli-value-input"))
        .num_args(0..)
        .help(messages.text("cli-check-input"));
    let choice = |name: &'static str, words: &'static [&'static str], key: &str| {
        Arg::new(name)
            .long(name)
            .value_name(messages.text("cli-value-word"))
            .value_parser(clap::builder::PossibleValuesParser::new(words))
            .hide_possible_values(true)
            .help(messages.text(key))
    };
    let flag =
        |name: &'static str, key: &str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(messages.text(key));
    let command = Clap::new("check")
        .arg(input)
        .arg(choice("deny", &SEVERITIES, "cli-check-deny"))
        .arg(choice("format", &FORMS, "cli-check-format"))
        .arg(flag("fix", "cli-check-fix"))
        .arg(flag("diff", "cli-check-diff"))
        .help_template(messages.text("cli-template"));
    worded(command, "cli-check-about", "cli-check-usage", "cli-check-examples", messages)
}

/// The grammar of `explain`.
pub(super) fn explain_command(messages: &Messages) -> Clap {
    let code = Arg::new("code")
        .required(true)
        .value_name(messages.text("cli-value-code"))
        .help(messages.text("cli-explain-code-code"));
    let command = Clap::new("explain").arg(code).help_template(messages.text("cli-template"));
    worded(command, "cli-explain-code-about", "cli-explain-code-usage", "cli-explain-code-examples", messages)
}
