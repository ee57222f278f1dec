//! `bulletin schema`: the JSON Schemas of the files that authors write.

use super::args::SchemaOf;
use super::terminal::Terminal;
use super::{Ending, output};
use crate::diagnostic::Argument;
use crate::source::schema::{FileKind, schemas};
use std::path::Path;

/// Prints one schema, or writes all to a folder.
pub(super) fn run(args: &SchemaOf, terminal: &Terminal<'_>) -> Ending {
    match args {
        SchemaOf::One(name) => print(name, terminal),
        SchemaOf::All(folder) => match write(folder, terminal) {
            Ok(()) => Ending::Done,
            Err(error) => {
                terminal.machine_fault(&error);
                Ending::CouldNotRun
            }
        },
    }
}

fn print(name: &str, terminal: &Terminal<'_>) -> Ending {
    match FileKind::ALL.into_iter().find(|kind| kind.name() == name) {
        Some(kind) => {
            terminal.say(&kind.schema());
            Ending::Done
        }
        None => {
            let known = Argument::texts(FileKind::ALL.map(FileKind::name));
            terminal.complain_message("cli-schema-unknown", &[("kind", name.into()), ("known", known)]);
            Ending::CouldNotRun
        }
    }
}

/// Writes the schemas; other files of the folder stay as they are.
fn write(folder: &Path, terminal: &Terminal<'_>) -> anyhow::Result<()> {
    for (name, schema) in schemas() {
        let path = folder.join(name);
        output::write(&path, schema.as_bytes())?;
        terminal.say_message("cli-schema-written", &[("output", path.display().to_string().into())]);
    }
    Ok(())
}
