//! The next issue: its numbers counted on from those that are there, and the publication as it holds for it.

use super::archive::{Head, heads};
use super::layers::{Moment, Parts};
use super::publication::resolve;
use super::table::{Fields, nearest};
use super::{read, series, values};
use crate::diagnostic::{Argument, Code, Diagnostic, Files, Sink};
use crate::model::{IssueDate, NumberRange, Publication, StaffLine};
use std::path::{Path, PathBuf};

/// What is asked of the next issue.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Its date.
    pub date: IssueDate,
    /// Its edition; the main one if none.
    pub edition: Option<String>,
    /// How many numbers it carries: several for a merged issue (合刊).
    pub count: u32,
}

/// The next issue.
#[derive(Debug, Clone)]
pub struct Next {
    /// The publication as it holds for it.
    pub publication: Publication,
    /// Its edition.
    pub edition: String,
    /// The year's number; none where the publication prints none.
    pub number: Option<NumberRange>,
    /// The serial; none where the publication prints none.
    pub serial: Option<NumberRange>,
    /// The editor of the last issue of its series, or of any.
    pub editor: Option<String>,
    /// The others who answered for that issue.
    pub staff: Vec<StaffLine>,
    /// What its file is called, without the ending.
    pub file_name: String,
    /// An issue that counts its numbers with this one's and has a later date.
    pub later: Option<PathBuf>,
    /// Issues that could not be counted for certain.
    pub doubtful: Vec<Doubtful>,
}

/// An issue whose head cannot be read, so that the next one's numbers should be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubtful {
    /// Its file.
    pub path: PathBuf,
    /// Whether it was counted by its file's name; else it was not counted.
    pub by_name: bool,
}

/// The next issue of a publication after these; none if the publication's file holds errors or does not have
/// the edition. The sink then says so: an unknown edition has no place, for no file names it.
///
/// # Errors
/// A publication's file that cannot be read at all.
pub fn next(
    publication: &Path,
    issues: &[PathBuf],
    wanted: &Wanted,
    files: &mut Files,
    sink: &mut Sink,
) -> anyhow::Result<Option<Next>> {
    let Some((file, text)) = read::file(publication, files, sink)? else { return Ok(None) };
    let raw = read::parse(file, &text, sink);
    let moment = |edition: Option<String>, serial| Moment { date: Some(wanted.date), serial: Some(serial), edition };
    // Which series share numbers may change by date only, so it is known before the serial is.
    let main = resolve(&raw, &moment(None, None), None, sink);
    let main = main.and_then(|publication| publication.series.first().map(|series| series.name.as_str().to_owned()));
    let Some(edition) = wanted.edition.clone().or(main) else { return Ok(None) };
    let Some(before) = resolve(&raw, &moment(Some(edition.clone()), None), None, sink) else { return Ok(None) };
    let heads = heads(issues, &Parts::of(&raw, &mut Sink::default()).all_editions());
    let serial = Counted::of(&heads, &before, &edition, wanted).serial(wanted.count);
    let Some(publication) = resolve(&raw, &moment(Some(edition.clone()), serial), None, sink) else { return Ok(None) };
    if publication.series_named(&edition).is_none() {
        let known: Vec<_> = publication.series.iter().map(|series| series.name.as_str()).collect();
        let diagnostic = Diagnostic::new(Code::UnknownEdition, None)
            .with("nearest", nearest(&edition, &known).unwrap_or("none"))
            .with("known", Argument::texts(known.iter().copied()))
            .with("name", edition);
        sink.push(diagnostic);
        return Ok(None);
    }
    let counted = Counted::of(&heads, &publication, &edition, wanted);
    Ok((!sink.has_errors()).then(|| counted.next(&heads, publication, wanted)))
}

/// The issues that share numbers with the next one, and what of their heads it needs.
struct Counted {
    edition: String,
    group: Vec<Head>,
    /// Those whose heads do not say whether they belong to the group.
    unknown: Vec<PathBuf>,
    year: u16,
    needs_number: bool,
    needs_serial: bool,
}

impl Counted {
    fn of(heads: &[Head], publication: &Publication, edition: &str, wanted: &Wanted) -> Self {
        let numbering = |name: &str| publication.series_named(name).map(|series| series.numbering.clone());
        let shares = |name: &str| name == edition || numbering(name).is_some() && numbering(name) == numbering(edition);
        let inside = |head: &&Head| head.edition.as_deref().is_none_or(shares);
        let head_line = &publication.style.masthead;
        let line = if wanted.count > 1 { &head_line.merged_issue_line } else { &head_line.issue_line };
        let pattern = publication.series_named(edition).map_or("", |series| &series.file_name);
        // A number that is not printed still counts where the files are named by it.
        let needs = |key: &str, given: fn(&Head) -> bool| {
            line.contains(key) || pattern.contains(key) && heads.iter().filter(inside).any(given)
        };
        let needs_number = needs("{number}", |head| head.number.is_some());
        let needs_serial = needs("{serial}", |head| head.serial.is_some());
        let lacks = |head: &Head| {
            let number = head.number.is_none() || head.date.is_none();
            head.edition.is_none() || needs_serial && head.serial.is_none() || needs_number && number
        };
        let (mut group, mut unknown) = (Vec::new(), Vec::new());
        for head in heads.iter().filter(inside).cloned() {
            let head = if lacks(&head) { head.completed(publication) } else { head };
            match head.edition.as_deref() {
                Some(name) if shares(name) => group.push(head),
                Some(_) => {}
                None => unknown.push(head.path),
            }
        }
        Self { edition: edition.to_owned(), group, unknown, year: wanted.date.year, needs_number, needs_serial }
    }

    /// The serial, counted on from the greatest.
    fn serial(&self, count: u32) -> Option<NumberRange> {
        let serials = self.group.iter().filter_map(|head| head.serial);
        self.needs_serial.then(|| after(serials, count))
    }

    /// The year's number, counted on from the greatest of the year.
    fn number(&self, count: u32) -> Option<NumberRange> {
        let year = self.group.iter().filter(|head| head.year() == Some(self.year));
        self.needs_number.then(|| after(year.filter_map(|head| head.number), count))
    }

    /// The next issue after these heads.
    fn next(&self, heads: &[Head], publication: Publication, wanted: &Wanted) -> Next {
        let (number, serial) = (self.number(wanted.count), self.serial(wanted.count));
        let newest = self.group.iter().filter(|head| head.date > Some(wanted.date)).max_by_key(|head| head.date);
        let named = self.group.iter().filter(|head| head.by_name).map(|head| (&head.path, true));
        let doubtful = named.chain(self.unknown.iter().map(|path| (path, false)));
        let (editor, staff) = self.people(heads);
        Next {
            file_name: self.file_name(&publication, number, serial, wanted.date),
            later: newest.map(|head| head.path.clone()),
            doubtful: doubtful.map(|(path, by_name)| Doubtful { path: path.clone(), by_name }).collect(),
            edition: self.edition.clone(),
            publication,
            number,
            serial,
            editor,
            staff,
        }
    }

    /// Who answered for the last issue of the series that says so, or else for the last of any.
    fn people(&self, heads: &[Head]) -> (Option<String>, Vec<StaffLine>) {
        let said = heads.iter().filter(|head| head.editor.is_some() || !head.staff.is_empty());
        let own = |head: &Head| head.edition.as_deref() == Some(self.edition.as_str());
        let last = said.max_by_key(|head| (own(head), head.date, head.serial.map(|serial| serial.last)));
        last.map(|head| (head.editor.clone(), head.staff.clone())).unwrap_or_default()
    }

    /// The file's name by the pattern of the series; where the issue lacks a number that the pattern names,
    /// by year and number, or by the date.
    fn file_name(
        &self,
        publication: &Publication,
        number: Option<NumberRange>,
        serial: Option<NumberRange>,
        date: IssueDate,
    ) -> String {
        let Some(series) = publication.series_named(&self.edition) else { return String::new() };
        let lacks = |key: &str, range: Option<NumberRange>| series.file_name.contains(key) && range.is_none();
        let name = if lacks("{serial}", serial) || lacks("{number}", number) {
            let is_main = publication.series.first().is_some_and(|main| main.name == series.name);
            let edition = if is_main { "" } else { self.edition.as_str() };
            match number {
                Some(number) => format!("{edition}{}-{}", date.year, number.first),
                None => format!("{edition}{:04}-{:02}-{:02}", date.year, date.month, date.day),
            }
        } else {
            series::file_name(series, number, serial, date.year)
        };
        // An edition's name may hold what a file's may not.
        name.replace(['/', '\\'], "-")
    }
}

/// So many numbers after the greatest of these; from 1 if there are none.
fn after(ranges: impl Iterator<Item = NumberRange>, count: u32) -> NumberRange {
    let first = ranges.map(|range| range.last).max().unwrap_or(0) + 1;
    NumberRange { first, last: first + count.max(1) - 1 }
}

/// A day as an issue's file writes it.
///
/// # Errors
/// What is wrong with it: [`Code::NoSuchDate`], or [`Code::WrongType`] if it is not written like one.
pub fn day(text: &str) -> Result<IssueDate, Code> {
    let is_plain = text.chars().all(|ch| ch.is_ascii_digit() || ch == '-');
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let text = format!("date = {}", if is_plain { text } else { "" });
    let file = files.add(Path::new(""), text.clone());
    let raw = read::parse(file, &text, &mut sink);
    let date = Fields::root(&raw).get("date").and_then(|item| values::date(&item, &mut sink));
    match date {
        Some(date) if !sink.has_errors() => Ok(date.value),
        _ if sink.has_any(&[Code::NoSuchDate]) => Err(Code::NoSuchDate),
        _ => Err(Code::WrongType),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn next_days_are_read_as_in_an_issue() {
        assert_eq!(day("2025-05-29"), Ok(IssueDate { year: 2025, month: 5, day: 29 }));
        assert_eq!(day("2024-02-29").map(|date| date.day), Ok(29));
        for none in ["2025-02-29", "2025-13-01", "2025-04-31", "0000-01-01"] {
            assert_eq!(day(none), Err(Code::NoSuchDate), "{none}");
        }
        for wrong in
            ["", "2025-5-29", "20250529", "2025年5月29日", "2025-05-29T08:00:00", "\"2025-05-29\"", "2025-05-29 #"]
        {
            assert_eq!(day(wrong), Err(Code::WrongType), "{wrong}");
        }
    }
}
