//! `bulletin show-publication`: what of the publication holds for an issue, and where each value stands.

use super::Ending;
use super::args::ShowPublication;
use super::terminal::Terminal;
use crate::diagnostic::{Files, Sink};
use crate::source::{self, PUBLICATION_FILE, Shown};

/// Prints the keys as TOML, each with its place as a comment.
pub(super) fn run(args: &ShowPublication, terminal: &Terminal<'_>) -> Ending {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let place = if args.place.is_dir() { args.place.join(PUBLICATION_FILE) } else { args.place.clone() };
    match source::show(&place, args.edition.as_deref(), &mut files, &mut sink) {
        Ok(shown) => {
            let ending = if shown.is_some() { Ending::Done } else { Ending::Faults };
            let lines = shown.unwrap_or_default();
            terminal.diagnostics(&sink.into_sorted(), &files);
            if place.ends_with(PUBLICATION_FILE) && !lines.is_empty() {
                let edition = args.edition.clone().unwrap_or_else(|| terminal.messages.text("show-main"));
                terminal.say_message("show-whose", &[("edition", edition.into())]);
            }
            for shown in lines {
                terminal.say(&line(&shown, &files, terminal));
            }
            ending
        }
        Err(error) => {
            terminal.machine_fault(&error);
            Ending::CouldNotRun
        }
    }
}

/// A key, its value, and where that comes from.
fn line(shown: &Shown, files: &Files, terminal: &Terminal<'_>) -> String {
    let origin = match shown.place.map(|place| files.locate(place)) {
        Some(location) => format!("{}:{}", location.path.display(), location.line),
        None => terminal.messages.text("show-default"),
    };
    match &shown.value {
        Some(value) => format!("{} = {value}  # {origin}", shown.key),
        None => format!("# {} {}", shown.key, terminal.messages.text("show-unset")),
    }
}
