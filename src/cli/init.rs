//! `bulletin init`: a publication's file, a first issue that builds as it is, and the schemas that editors
//! complete by. Nothing that is there is written over.

use super::output::{self, shown};
use super::starting::Init;
use super::template::{self, filled};
use super::terminal::Terminal;
use super::{Ending, clock, new};
use crate::diagnostic::Argument;
use crate::source::schema::schemas;
use crate::source::{PUBLICATION_FILE, quoted};
use std::fs;
use std::path::{Path, PathBuf};

/// The first issue's file.
const FIRST_ISSUE: &str = "1.toml";
/// The folder of the schemas, beside the publication's file.
pub(super) const SCHEMA_FOLDER: &str = "schema";

/// Writes the files, or none of them.
pub(super) fn run(args: &Init, terminal: &Terminal<'_>) -> Ending {
    let Some(files) = files(args, terminal) else { return Ending::CouldNotRun };
    let taken = files.iter().map(|(path, _)| path).filter(|path| fs::symlink_metadata(path).is_ok());
    let taken: Vec<_> = taken.map(|path| shown(path)).collect();
    if !taken.is_empty() {
        terminal.complain_message("init-exists", &[("paths", Argument::Texts(taken))]);
        return Ending::CouldNotRun;
    }
    if let Err(error) = write(&files) {
        terminal.machine_fault(&error);
        return Ending::CouldNotRun;
    }
    for (path, _) in &files {
        terminal.say_message("init-written", &[("path", shown(path).into())]);
    }
    let named = |name: &str| shown(&args.folder.join(name));
    let arguments = [("issue", named(FIRST_ISSUE).into()), ("publication", named(PUBLICATION_FILE).into())];
    terminal.say_message("init-next", &arguments);
    Ending::Done
}

/// What is to be written; none if the arguments do not allow it, which is then said.
fn files(args: &Init, terminal: &Terminal<'_>) -> Option<Vec<(PathBuf, String)>> {
    let named = [("--name", &args.name, "init-name"), ("--publisher", &args.publisher, "init-publisher")];
    let mut texts = Vec::new();
    for (option, given, placeholder) in named {
        let text = given.clone().unwrap_or_else(|| terminal.messages.text(placeholder));
        if text.trim().is_empty() {
            terminal.complain_message("cli-no-value", &[("argument", option.into())]);
            return None;
        }
        texts.push(quoted(&text));
    }
    let date = match &args.date {
        Some(text) => new::day(text, terminal)?,
        None => clock::today(),
    };
    let publication = filled(template::PUBLICATION, &[("name", &texts[0]), ("publisher", &texts[1])]);
    let issue = filled(template::FIRST, &[("date", &clock::written(date))]);
    let mut files = vec![(args.folder.join(PUBLICATION_FILE), publication), (args.folder.join(FIRST_ISSUE), issue)];
    let schemas = args.folder.join(SCHEMA_FOLDER);
    files.extend(schema_files().into_iter().map(|(name, text)| (schemas.join(name), text)));
    Some(files)
}

/// The schemas of the kinds of file: the names of their files, and what stands in them.
pub(super) fn schema_files() -> Vec<(String, String)> {
    schemas().into_iter().map(|(name, text)| (name.to_owned(), text)).collect()
}

/// Writes all files; after a fault those that were written go again.
fn write(files: &[(PathBuf, String)]) -> anyhow::Result<()> {
    let mut written: Vec<&Path> = Vec::new();
    for (path, text) in files {
        if let Err(error) = output::write_new(path, text.as_bytes()) {
            for path in written {
                // What cannot be taken away either stays: the fault that is told came first.
                let _ = fs::remove_file(path);
            }
            return Err(error);
        }
        written.push(path);
    }
    Ok(())
}
