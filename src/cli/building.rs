//! The command line of `build`.

use super::args::{flag, worded};
use super::batch::Volume;
use crate::compile::{Inks, Print};
use crate::diagnostic::messages::Messages;
use crate::length::Length;
use crate::writers::pdf::{Settings, Target};
use clap::{Arg, ArgAction, ArgMatches, Command as Clap, value_parser};
use std::path::PathBuf;

/// Arguments of `build`.
#[derive(Clone)]
pub(super) struct Build {
    /// Issues, folders of issues, and patterns.
    pub(super) inputs: Vec<PathBuf>,
    /// The file to write, for a single input.
    pub(super) output: Option<PathBuf>,
    /// The folder to write to.
    pub(super) folder: PathBuf,
    /// With which inks, for whom, with which bleed.
    pub(super) print: Print,
    /// Whether the set pages are written as text beside the PDF.
    pub(super) dump: bool,
    /// Whether the tree of tags is printed.
    pub(super) tags: bool,
    /// Whether issues are built that did not change, and every file is hashed anew.
    pub(super) force: bool,
    /// How much is told.
    pub(super) volume: Volume,
    /// Whether issues are built again when they are saved, and how that is noticed.
    pub(super) watch: Option<Eye>,
}

/// How it is noticed that a file was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Eye {
    /// The system tells.
    Told,
    /// The folders are looked through again and again.
    Looking,
}

/// Reads the arguments.
pub(super) fn build(matches: &ArgMatches) -> Build {
    Build {
        inputs: matches.get_many("input").into_iter().flatten().cloned().collect(),
        output: matches.get_one("output").cloned(),
        folder: matches.get_one("folder").cloned().unwrap_or_default(),
        print: Print {
            inks: if matches.get_flag("mono") { Inks::Mono } else { Inks::Two },
            settings: Settings {
                target: matches.get_one::<String>("target").and_then(|name| Target::named(name)).unwrap_or_default(),
                bleed: matches.get_one("bleed").copied().unwrap_or(Length::ZERO),
            },
        },
        dump: matches.get_flag("dump"),
        tags: matches.get_flag("tags"),
        force: matches.get_flag("force"),
        volume: if matches.get_flag("quiet") { Volume::Quiet } else { Volume::Full },
        watch: match (matches.get_flag("watch"), matches.get_flag("poll")) {
            (true, true) => Some(Eye::Looking),
            (true, false) => Some(Eye::Told),
            (false, _) => None,
        },
    }
}

/// A bleed as it is asked for: millimetres, `3mm` or `3`. What is wrong with others is said by `stop`.
fn bleed(written: &str) -> Result<Length, &'static str> {
    let number = written.strip_suffix("mm").unwrap_or(written).trim().parse::<f64>();
    let millimetres = number.ok().filter(|millimetres| (0.0..=MOST_BLEED).contains(millimetres));
    millimetres.map(Length::mm).ok_or("bleed")
}

/// The widest bleed, in millimetres: presses ask for 3, some for 5.
const MOST_BLEED: f64 = 20.0;

/// Its grammar.
pub(super) fn build_command(messages: &Messages) -> Clap {
    let path =
        |name: &'static str, key: &str| Arg::new(name).value_parser(value_parser!(PathBuf)).help(messages.text(key));
    let command = Clap::new("build")
        .arg(path("input", "cli-build-input").value_name(messages.text("cli-value-input")).required(true).num_args(1..))
        .arg(
            path("output", "cli-build-output")
                .short('o')
                .long("output")
                .value_name(messages.text("cli-value-file"))
                .conflicts_with("folder"),
        )
        .arg(
            path("folder", "cli-build-folder")
                .long("out-dir")
                .value_name(messages.text("cli-value-folder"))
                .default_value("build")
                .hide_default_value(true),
        )
        .arg(Arg::new("mono").long("mono").action(ArgAction::SetTrue).help(messages.text("cli-build-mono")))
        .arg(
            Arg::new("target")
                .long("target")
                .value_name(messages.text("cli-value-target"))
                .value_parser(Target::NAMES)
                .hide_possible_values(true)
                .help(messages.text("cli-build-target")),
        )
        .arg(
            Arg::new("bleed")
                .long("bleed")
                .value_name(messages.text("cli-value-length"))
                .value_parser(bleed)
                .help(messages.text("cli-build-bleed")),
        )
        .arg(Arg::new("force").long("force").action(ArgAction::SetTrue).help(messages.text("cli-build-force")))
        .arg(flag("watch", 'w', "cli-build-watch", messages).action(ArgAction::SetTrue))
        .arg(
            Arg::new("poll")
                .long("poll")
                .action(ArgAction::SetTrue)
                .requires("watch")
                .help(messages.text("cli-build-poll")),
        )
        .arg(flag("quiet", 'q', "cli-build-quiet", messages).action(ArgAction::SetTrue))
        .arg(Arg::new("tags").long("dump-tags").action(ArgAction::SetTrue).help(messages.text("cli-build-tags")))
        .arg(Arg::new("dump").long("dump").action(ArgAction::SetTrue).help(messages.text("cli-build-dump")))
        .help_template(messages.text("cli-template"));
    worded(command, "cli-build-about", "cli-build-usage", "cli-build-examples", messages)
}
