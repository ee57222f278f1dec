//! The command line as typed. All its words come from the message resource.

use super::batch::Volume;
use super::checking;
use super::inspect;
use super::starting::{self, Init, New};
use super::verifying::{self, Verify};
use crate::compile::{Inks, Print};
use crate::diagnostic::messages::{Language, Messages};
use crate::diagnostic::{Argument, Severity};
use crate::length::Length;
use crate::writers::pdf::{Settings, Target};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command as Clap, value_parser};
use std::ffi::OsString;
use std::path::PathBuf;

/// A command and its arguments.
pub(super) enum Command {
    /// Compile issues.
    Build(Build),
    /// Check issues.
    Check(Check),
    /// Tell what a code means.
    Explain(String),
    /// List the faces.
    Fonts(Fonts),
    /// Print what of the publication holds for an issue.
    ShowPublication(ShowPublication),
    /// Print or write the schemas of the files.
    Schema(SchemaOf),
    /// Tell how a line was filled.
    ExplainLine(ExplainLine),
    /// Measure a PDF.
    Inspect(Inspect),
    /// Start a publication.
    Init(Init),
    /// Start the next issue.
    New(New),
    /// Build again and compare with what was.
    Verify(Verify),
}

/// What `schema` is asked for.
pub(super) enum SchemaOf {
    /// That of one kind of file, printed.
    One(String),
    /// All of them, written to a folder.
    All(PathBuf),
}

/// Arguments of `explain-line`.
pub(super) struct ExplainLine {
    /// The issue.
    pub(super) input: PathBuf,
    /// The page's number.
    pub(super) page: usize,
    /// The grid line, from 1.
    pub(super) line: usize,
}

/// Arguments of `check`.
pub(super) struct Check {
    /// Issues and folders of issues.
    pub(super) inputs: Vec<PathBuf>,
    /// What is grave enough to end with a fault.
    pub(super) deny: Severity,
    /// How findings are told.
    pub(super) form: Form,
    /// Whether mechanical remedies are applied.
    pub(super) fix: bool,
    /// Whether they are only shown.
    pub(super) diff: bool,
}

/// How findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// For people.
    Human,
    /// JSON.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Commands of GitHub's workflows.
    Github,
}

/// Arguments of `show-publication`.
pub(super) struct ShowPublication {
    /// An issue, a publication's file, or a folder with one.
    pub(super) place: PathBuf,
    /// Of a publication's file, the series whose newest issues are asked for.
    pub(super) edition: Option<String>,
}

/// Arguments of `build`.
pub(super) struct Build {
    /// Issues and folders of issues.
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
}

/// Arguments of `inspect`.
pub(super) struct Inspect {
    /// The PDF.
    pub(super) input: PathBuf,
    /// The publication, or an issue of it, by whose format it is measured; the default format if none.
    pub(super) publication: Option<PathBuf>,
    /// Whether the sheet is told as JSON.
    pub(super) json: bool,
}

/// Arguments of `fonts`.
pub(super) struct Fonts {
    /// An issue, a publication's file or a folder.
    pub(super) place: Option<PathBuf>,
    /// The issue whose characters are looked for in the faces, instead of the table.
    pub(super) check: Option<PathBuf>,
}

/// Why nothing is run.
pub(super) enum Stop {
    /// Help or version was asked for.
    Shown(String),
    /// The arguments are no command.
    Refused(String),
}

/// The language that the command line asks for, else the locale's: known before the command line is read,
/// for its own faults are told in it.
pub(super) fn language(arguments: &[OsString]) -> Language {
    let texts: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let mut values = texts.iter().enumerate().filter_map(|(at, text)| match text.strip_prefix("--lang") {
        Some("") => texts.get(at + 1).map(|next| next.as_ref()),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    values.next_back().and_then(Language::named).unwrap_or_else(Language::of_locale)
}

/// Reads the command line.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>, messages: &Messages) -> Result<Command, Stop> {
    let matches = command(messages).try_get_matches_from(arguments).map_err(|error| stop(&error, messages))?;
    match matches.subcommand() {
        Some(("build", matches)) => Ok(Command::Build(build(matches))),
        Some(("fonts", matches)) => Ok(Command::Fonts(Fonts {
            place: matches.get_one("place").cloned(),
            check: matches.get_one("check").cloned(),
        })),
        Some(("check", matches)) => Ok(Command::Check(checking::check(matches))),
        Some(("explain", matches)) => {
            Ok(Command::Explain(matches.get_one::<String>("code").cloned().unwrap_or_default()))
        }
        Some(("show-publication", matches)) => Ok(Command::ShowPublication(ShowPublication {
            place: matches.get_one("place").cloned().unwrap_or_default(),
            edition: matches.get_one("edition").cloned(),
        })),
        Some(("schema", matches)) => Ok(Command::Schema(match matches.get_one::<PathBuf>("folder") {
            Some(folder) => SchemaOf::All(folder.clone()),
            None => SchemaOf::One(matches.get_one("kind").cloned().unwrap_or_default()),
        })),
        Some(("explain-line", matches)) => Ok(Command::ExplainLine(ExplainLine {
            input: matches.get_one("input").cloned().unwrap_or_default(),
            page: matches.get_one("page").copied().unwrap_or(1),
            line: matches.get_one("line").copied().unwrap_or(1),
        })),
        Some(("inspect", matches)) => Ok(Command::Inspect(inspect::arguments(matches))),
        Some(("init", matches)) => Ok(Command::Init(starting::init(matches))),
        Some(("new", matches)) => Ok(Command::New(starting::new(matches))),
        Some(("verify", matches)) => Ok(Command::Verify(verifying::verify(matches))),
        _ => Err(Stop::Refused(messages.text("cli-no-command"))),
    }
}

fn build(matches: &ArgMatches) -> Build {
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

/// The grammar of the command line.
fn command(messages: &Messages) -> Clap {
    let root = Clap::new("bulletin")
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(flag("version", 'V', "cli-version", messages).action(ArgAction::Version))
        .arg(
            Arg::new("lang")
                .long("lang")
                .global(true)
                .value_name(messages.text("cli-value-language"))
                .value_parser(PossibleValuesParser::new([
                    PossibleValue::new("zh").aliases(["zh-CN", "zh-Hans", "zh_CN", "zh_CN.UTF-8"]),
                    PossibleValue::new("en").aliases(["en-US", "en-GB", "en_US", "en_GB", "en_US.UTF-8"]),
                ]))
                .ignore_case(true)
                .hide_possible_values(true)
                .help(messages.text("cli-lang")),
        )
        .help_template(messages.text("cli-template-root"))
        .subcommand(build_command(messages))
        .subcommand(verifying::verify_command(messages))
        .subcommand(checking::check_command(messages))
        .subcommand(checking::explain_command(messages))
        .subcommand(fonts_command(messages))
        .subcommand(show_publication_command(messages))
        .subcommand(schema_command(messages))
        .subcommand(explain_command(messages))
        .subcommand(inspect::command(messages))
        .subcommand(starting::init_command(messages))
        .subcommand(starting::new_command(messages));
    worded(root, "cli-about", "cli-usage", "cli-examples", messages)
}

fn build_command(messages: &Messages) -> Clap {
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
        .arg(flag("quiet", 'q', "cli-build-quiet", messages).action(ArgAction::SetTrue))
        .arg(Arg::new("tags").long("dump-tags").action(ArgAction::SetTrue).help(messages.text("cli-build-tags")))
        .arg(Arg::new("dump").long("dump").action(ArgAction::SetTrue).help(messages.text("cli-build-dump")))
        .help_template(messages.text("cli-template"));
    worded(command, "cli-build-about", "cli-build-usage", "cli-build-examples", messages)
}

fn fonts_command(messages: &Messages) -> Clap {
    let place = Arg::new("place")
        .value_parser(value_parser!(PathBuf))
        .value_name(messages.text("cli-value-place"))
        .help(messages.text("cli-fonts-place"));
    let check = Arg::new("check")
        .long("check")
        .value_parser(value_parser!(PathBuf))
        .value_name(messages.text("cli-value-issue"))
        .conflicts_with("place")
        .help(messages.text("cli-fonts-check"));
    let command = Clap::new("fonts").arg(place).arg(check).help_template(messages.text("cli-template"));
    worded(command, "cli-fonts-about", "cli-fonts-usage", "cli-fonts-examples", messages)
}

fn show_publication_command(messages: &Messages) -> Clap {
    let place = Arg::new("place")
        .value_parser(value_parser!(PathBuf))
        .value_name(messages.text("cli-value-issue"))
        .required(true)
        .help(messages.text("cli-show-place"));
    let edition = Arg::new("edition")
        .long("edition")
        .value_name(messages.text("cli-value-edition"))
        .help(messages.text("cli-show-edition"));
    let command = Clap::new("show-publication").arg(place).arg(edition).help_template(messages.text("cli-template"));
    worded(command, "cli-show-about", "cli-show-usage", "cli-show-examples", messages)
}

fn schema_command(messages: &Messages) -> Clap {
    let kind = Arg::new("kind")
        .value_name(messages.text("cli-value-kind"))
        .required_unless_present("folder")
        .conflicts_with("folder")
        .help(messages.text("cli-schema-kind"));
    let folder = Arg::new("folder")
        .long("out-dir")
        .value_parser(value_parser!(PathBuf))
        .value_name(messages.text("cli-value-folder"))
        .help(messages.text("cli-schema-folder"));
    let command = Clap::new("schema").arg(kind).arg(folder).help_template(messages.text("cli-template"));
    worded(command, "cli-schema-about", "cli-schema-usage", "cli-schema-examples", messages)
}

fn explain_command(messages: &Messages) -> Clap {
    let number = |name: &'static str, key: &str| {
        Arg::new(name)
            .long(name)
            .required(true)
            .value_parser(value_parser!(usize))
            .value_name(messages.text("cli-value-number"))
            .help(messages.text(key))
    };
    let input = Arg::new("input")
        .value_parser(value_parser!(PathBuf))
        .value_name(messages.text("cli-value-issue"))
        .required(true)
        .help(messages.text("cli-explain-input"));
    let command = Clap::new("explain-line")
        .arg(input)
        .arg(number("page", "cli-explain-page"))
        .arg(number("line", "cli-explain-line"))
        .help_template(messages.text("cli-template"));
    worded(command, "cli-explain-about", "cli-explain-usage", "cli-explain-examples", messages)
}

/// The words that every command has.
pub(super) fn worded(command: Clap, about: &str, usage: &str, examples: &str, messages: &Messages) -> Clap {
    command
        .about(messages.text(about))
        .override_usage(messages.text(usage))
        .after_help(messages.text(examples))
        .disable_help_flag(true)
        .arg(flag("help", 'h', "cli-help", messages).action(ArgAction::Help))
}

fn flag(name: &'static str, short: char, key: &str, messages: &Messages) -> Arg {
    Arg::new(name).short(short).long(name).help(messages.text(key))
}

/// Help as it is; a fault in the editor's language.
fn stop(error: &clap::Error, messages: &Messages) -> Stop {
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let key = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return Stop::Shown(error.to_string()),
        ErrorKind::UnknownArgument => "cli-unknown-argument",
        ErrorKind::InvalidSubcommand => "cli-unknown-command",
        ErrorKind::MissingRequiredArgument => "cli-missing-argument",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "cli-no-command",
        ErrorKind::ArgumentConflict => "cli-conflict",
        ErrorKind::ValueValidation => "cli-bad-value",
        ErrorKind::InvalidValue if !context(ContextKind::InvalidValue).is_empty() => "cli-wrong-word",
        // An input that is there and says nothing; of an option it may also not be there.
        ErrorKind::InvalidValue if !context(ContextKind::InvalidArg).starts_with('-') => "cli-empty-value",
        ErrorKind::InvalidValue | ErrorKind::NoEquals | ErrorKind::WrongNumberOfValues => "cli-no-value",
        _ => return Stop::Refused(error.to_string()),
    };
    let argument = match error.kind() {
        ErrorKind::InvalidSubcommand => context(ContextKind::InvalidSubcommand),
        _ => context(ContextKind::InvalidArg),
    };
    let other = context(ContextKind::PriorArg);
    let arguments = [
        ("argument", argument.into()),
        ("other", other.into()),
        ("value", context(ContextKind::InvalidValue).into()),
        ("choices", Argument::texts(choices(error))),
    ];
    Stop::Refused(messages.with(key, &arguments))
}

/// The words that an argument may be.
fn choices(error: &clap::Error) -> Vec<String> {
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn args_grammar_is_sound() {
        Language::ALL.map(Messages::of).iter().for_each(|messages| command(messages).debug_assert());
    }
}
