//! The command line as typed. All its words come from the message resource.

use super::building::{self, Build};
use super::checking;
use super::inspect;
use super::starting::{self, Init, New};
use super::verifying::{self, Verify};
use crate::diagnostic::messages::{Language, Messages};
use crate::diagnostic::{Argument, Severity};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command as Clap, value_parser};
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
pub(super) fn parse(arguments: Vec<OsString>, messages: &Messages) -> Result<Command, Stop> {
    let named = arguments.get(1).and_then(|word| word.to_str());
    let matches = command(named, messages).try_get_matches_from(arguments).map_err(|error| stop(&error, messages))?;
    match matches.subcommand() {
        Some(("build", matches)) => Ok(Command::Build(building::build(matches))),
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

/// A command's grammar.
type Grammar = fn(&Messages) -> Clap;

/// The commands by their names, in the order in which help tells them.
const COMMANDS: [(&str, Grammar); 11] = [
    ("build", building::build_command),
    ("verify", verifying::verify_command),
    ("check", checking::check_command),
    ("explain", checking::explain_command),
    ("fonts", fonts_command),
    ("show-publication", show_publication_command),
    ("schema", schema_command),
    ("explain-line", explain_command),
    ("inspect", inspect::command),
    ("init", starting::init_command),
    ("new", starting::new_command),
];

/// The grammar of the command line. Where its first word is a command, the others are not wanted, and their words not read.
fn command(first: Option<&str>, messages: &Messages) -> Clap {
    let named = COMMANDS.iter().position(|(name, _)| Some(*name) == first);
    let commands = named.map_or(&COMMANDS[..], |at| std::slice::from_ref(&COMMANDS[at]));
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
        .subcommands(commands.iter().map(|(_, grammar)| grammar(messages)));
    worded(root, "cli-about", "cli-usage", "cli-examples", messages)
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

pub(super) fn flag(name: &'static str, short: char, key: &str, messages: &Messages) -> Arg {
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
        Language::ALL.map(Messages::of).iter().for_each(|messages| command(None, messages).debug_assert());
    }

    /// A command is found by the name that its grammar has.
    #[test]
    fn args_commands_have_their_names() {
        let messages = Messages::of(Language::ALL[0]);
        for (name, grammar) in COMMANDS {
            assert_eq!(grammar(&messages).get_name(), name);
            let root = command(Some(name), &messages);
            assert_eq!(root.get_subcommands().map(Clap::get_name).collect::<Vec<_>>(), [name]);
        }
        assert_eq!(command(Some("--help"), &messages).get_subcommands().count(), COMMANDS.len());
    }
}
