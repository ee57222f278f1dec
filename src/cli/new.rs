//! `bulletin new`: the next issue, its numbers counted on, with an empty article for each column.

use super::output::{self, shown};
use super::starting::New;
use super::template::{self, filled};
use super::terminal::Terminal;
use super::{Ending, clock, init, inputs};
use crate::diagnostic::{Code, Diagnostic, Files, Sink};
use crate::model::{IssueDate, NumberRange, Text};
use crate::source::{self, Next, PUBLICATION_FILE, Wanted, quoted};
use std::fs;
use std::io::{self, BufRead, IsTerminal};
use std::path::{Path, PathBuf};

/// The file of the schema that an issue points to.
const ISSUE_SCHEMA: &str = "issue.schema.json";

/// Writes the next issue.
pub(super) fn run(args: &New, terminal: &Terminal<'_>) -> Ending {
    match start(args, terminal) {
        Ok(ending) => ending,
        Err(error) => {
            terminal.machine_fault(&error);
            Ending::CouldNotRun
        }
    }
}

fn start(args: &New, terminal: &Terminal<'_>) -> anyhow::Result<Ending> {
    let folder = match &args.folder {
        Some(folder) => folder.clone(),
        None if Path::new("issues").is_dir() => PathBuf::from("issues"),
        None => PathBuf::from("."),
    };
    if !folder.is_dir() {
        terminal.complain_message("new-no-folder", &[("folder", folder.display().to_string().into())]);
        return Ok(Ending::CouldNotRun);
    }
    let near = folder.join(PUBLICATION_FILE);
    let Some(publication) = source::find_publication(near.strip_prefix(".").unwrap_or(&near))? else {
        let arguments = [("folder", folder.display().to_string().into()), ("file", PUBLICATION_FILE.into())];
        terminal.complain_message("new-no-publication", &arguments);
        return Ok(Ending::CouldNotRun);
    };
    let Some(date) = date(args, terminal) else { return Ok(Ending::CouldNotRun) };
    let wanted = Wanted { date, edition: args.edition.clone(), count: args.count };
    let (mut files, mut sink) = (Files::default(), Sink::default());
    // Numbers go on over all folders of the publication, such as one a year.
    let root = publication.parent().filter(|root| !root.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let next = source::next(&publication, &inputs::issues_below(root)?, &wanted, &mut files, &mut sink)?;
    let diagnostics = sink.into_sorted();
    terminal.diagnostics(&diagnostics, &files);
    let Some(next) = next else { return Ok(ending(&diagnostics)) };
    let path = folder.join(format!("{}.toml", next.file_name));
    if fs::symlink_metadata(&path).is_ok() {
        terminal.complain_message("new-exists", &[("path", shown(&path).into())]);
        return Ok(Ending::CouldNotRun);
    }
    output::write_new(&path, text(&next, date, &schema(&folder, &publication)).as_bytes())?;
    tell(&next, date, terminal);
    terminal.say(&written(&next, date, &shown(&path), terminal));
    write_schemas(root, terminal)?;
    Ok(Ending::Done)
}

/// Writes the schemas that the issue points to, where the publication does not have them yet.
fn write_schemas(root: &Path, terminal: &Terminal<'_>) -> anyhow::Result<()> {
    for (name, text) in init::schema_files() {
        let path = root.join(init::SCHEMA_FOLDER).join(name);
        if fs::symlink_metadata(&path).is_err() {
            output::write_new(&path, text.as_bytes())?;
            terminal.say_message("init-written", &[("path", shown(&path).into())]);
        }
    }
    Ok(())
}

/// How it ends when there is no next issue: an unknown edition stands in no file, but on the command line.
fn ending(diagnostics: &[Diagnostic]) -> Ending {
    let is_typed = |found: &Diagnostic| found.code == Code::UnknownEdition && found.place.is_none();
    if diagnostics.iter().any(is_typed) { Ending::CouldNotRun } else { Ending::Faults }
}

/// The date: as typed, or asked of the person at the terminal; none is assumed where nobody is.
fn date(args: &New, terminal: &Terminal<'_>) -> Option<IssueDate> {
    let date = match &args.date {
        Some(text) => return day(text, terminal),
        None if io::stdin().is_terminal() => ask(&mut io::stdin().lock(), clock::today(), terminal),
        None => None,
    };
    if date.is_none() {
        terminal.complain_message("new-no-date", &[]);
    }
    date
}

/// Asks for the date until the answer is one; an empty line means today. None when nobody answers.
fn ask(answers: &mut impl BufRead, today: IssueDate, terminal: &Terminal<'_>) -> Option<IssueDate> {
    loop {
        terminal.complain_message("new-ask-date", &[("today", clock::written(today).into())]);
        let mut line = String::new();
        if answers.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim() {
            "" => return Some(today),
            text => {
                if let Some(date) = day(text, terminal) {
                    return Some(date);
                }
            }
        }
    }
}

/// A day as typed; none, said, if it is none.
pub(super) fn day(text: &str, terminal: &Terminal<'_>) -> Option<IssueDate> {
    let day = source::day(text);
    if let Err(code) = day {
        let key = if code == Code::NoSuchDate { "new-no-such-date" } else { "new-bad-date" };
        terminal.complain_message(key, &[("date", text.into())]);
    }
    day.ok()
}

/// Where an issue of this folder finds its schema: beside the publication's file.
fn schema(folder: &Path, publication: &Path) -> String {
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let (folder, publication) = (real(folder), real(publication));
    let above = publication
        .parent()
        .and_then(|above| folder.strip_prefix(above).ok())
        .map_or(0, |between| between.components().count());
    let up = if above == 0 { "./".to_owned() } else { "../".repeat(above) };
    format!("{up}{}/{ISSUE_SCHEMA}", init::SCHEMA_FOLDER)
}

/// The issue's file.
fn text(next: &Next, date: IssueDate, schema: &str) -> String {
    let number = |template: &str, name: &str, range: Option<NumberRange>| {
        range.map_or_else(String::new, |range| filled(template, &[(name, &range_written(range))]))
    };
    let numbers = [number(template::NUMBER, "number", next.number), number(template::SERIAL, "serial", next.serial)];
    let staff = next.staff.iter().map(|line| {
        let names = format!("[{}]", line.names.iter().map(quoted_text).collect::<Vec<_>>().join(", "));
        filled(template::STAFF, &[("label", &quoted_text(&line.label)), ("names", &names)])
    });
    // Somebody must answer for an issue: an empty name is one that the editor fills in.
    let someone = !next.staff.is_empty() || !next.publication.staff.is_empty();
    let editor = match (&next.editor, someone) {
        (None, true) => String::new(),
        (editor, _) => filled(template::EDITOR, &[("editor", &quoted(editor.as_deref().unwrap_or_default()))]),
    };
    let editions: Vec<_> = next.publication.series.iter().map(|series| plain(series.name.as_str())).collect();
    let head = filled(
        template::NEXT,
        &[
            ("schema", schema),
            ("numbers", &numbers.concat()),
            ("editions", &editions.join("、")),
            ("edition", &quoted(&next.edition)),
            ("date", &clock::written(date)),
            ("people", &editor),
            ("staff", &staff.collect::<String>()),
        ],
    );
    head + &entries(next)
}

/// An empty article for each column, in order; a brief for theirs.
fn entries(next: &Next) -> String {
    let briefs = next.publication.briefs.as_ref().map(Text::as_str);
    let mut articles = [template::LEAD].into_iter().chain(std::iter::repeat(template::ARTICLE));
    let entries = next.publication.columns.iter().map(|column| {
        if Some(column.as_str()) == briefs {
            return template::BRIEF.to_owned();
        }
        filled(articles.next().unwrap_or(template::ARTICLE), &[("column", &quoted_text(column))])
    });
    entries.collect()
}

/// A number as an issue's file writes it.
fn range_written(range: NumberRange) -> String {
    if range.is_merged() { format!("[{}, {}]", range.first, range.last) } else { range.first.to_string() }
}

fn quoted_text(text: &Text) -> String {
    quoted(text.as_str())
}

/// A text that may stand in a comment.
fn plain(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_control()).collect()
}

/// Says what the editor should look at.
fn tell(next: &Next, date: IssueDate, terminal: &Terminal<'_>) {
    for doubtful in &next.doubtful {
        let key = if doubtful.by_name { "new-counted-by-name" } else { "new-not-counted" };
        terminal.complain_message(key, &[("path", shown(&doubtful.path).into())]);
    }
    if let Some(later) = &next.later {
        let arguments = [("path", shown(later).into()), ("date", clock::written(date).into())];
        terminal.complain_message("new-later", &arguments);
    }
}

/// What was written: the numbers, and what to do next.
fn written(next: &Next, date: IssueDate, path: &str, terminal: &Terminal<'_>) -> String {
    let range = |key: &str, range: Option<NumberRange>| {
        range.map(|range| terminal.messages.with(key, &[("range", range.to_string().into())]))
    };
    let mut said = vec![next.edition.clone()];
    said.extend(range("new-number", next.number));
    said.extend(range("new-serial", next.serial));
    said.push(clock::written(date));
    terminal.messages.with(
        "new-written",
        &[("path", path.into()), ("said", said.join(&terminal.messages.text("clause-separator")).into())],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::messages::{Language, Messages};

    #[test]
    fn new_asks_until_the_answer_is_a_date() {
        let messages = Messages::of(Language::Chinese);
        let terminal = Terminal::new(&messages);
        let today = IssueDate { year: 2025, month: 5, day: 29 };
        let asked = |answers: &str| ask(&mut answers.as_bytes(), today, &terminal).map(clock::written);
        assert_eq!(asked("\n").as_deref(), Some("2025-05-29"));
        assert_eq!(asked("明天\n2025-02-30\n 2025-06-01 \n").as_deref(), Some("2025-06-01"));
        assert_eq!(asked("明天\n"), None);
    }
}
