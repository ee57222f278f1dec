//! The issues of a folder held against each other: numbers that stand twice, dates that run backwards, gaps.

use super::layers::Moment;
use super::read::Raw;
use super::table::Fields;
use super::{find_publication, issue, publication, read, values};
use crate::diagnostic::{Argument, Code, Diagnostic, Files, Place, Sink};
use crate::model::{IssueDate, NumberRange, Placed, Publication};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What of an issue is held against its neighbours.
struct Neighbour {
    /// The series whose numbers it counts in.
    numbering: String,
    date: Placed<IssueDate>,
    number: Option<Placed<NumberRange>>,
    serial: Option<Placed<NumberRange>>,
    /// How its publication takes what is found, and what its author wants left alone.
    asked: Sink,
}

/// A number of an issue.
type Numbered<'n> = (&'n Neighbour, Placed<NumberRange>);

/// Reports what does not agree among issues; a file that is no issue is passed over.
pub fn compare(issues: &[PathBuf], files: &mut Files, sink: &mut Sink) {
    let mut neighbours: Vec<_> = issues.iter().filter_map(|path| neighbour(path, files)).collect();
    neighbours.sort_by(|a, b| (&a.numbering, a.date.value).cmp(&(&b.numbering, b.date.value)));
    let mut told = BTreeSet::new();
    for series in neighbours.chunk_by(|a, b| a.numbering == b.numbering) {
        let serials: Vec<_> = series.iter().filter_map(|issue| Some((issue, issue.serial?))).collect();
        numbers(serials, &|range| serial_name(range), &mut told, sink);
        for year in series.chunk_by(|a, b| a.date.value.year == b.date.value.year) {
            let of_year = year[0].date.value.year;
            let numbered: Vec<_> = year.iter().filter_map(|issue| Some((issue, issue.number?))).collect();
            numbers(numbered, &|range| number_name(of_year, range), &mut told, sink);
        }
    }
}

/// What of an issue's file can be compared, by the publication as it holds for it.
fn neighbour(path: &Path, files: &mut Files) -> Option<Neighbour> {
    let mut quiet = Sink::default();
    let (file, text) = read::file(path, files, &mut quiet).ok()??;
    let raw = read::parse(file, &text, &mut quiet);
    let moment = issue::moment(&raw);
    let edition = moment.edition.clone()?;
    let publication = publication_of(path, &raw, &moment, files)?;
    let numbering = publication.series_named(&edition)?.numbering.clone();
    let fields = Fields::root(&raw);
    let date = fields.get("date").and_then(|item| values::date(&item, &mut quiet))?;
    let mut numbers = |key| fields.get(key).and_then(|item| values::numbers(&item, key, &mut quiet));
    let (number, serial) = (numbers("number"), numbers("serial"));
    let mut asked = quiet.asking_the_same();
    asked.take_as(&publication.levels);
    Some(Neighbour { numbering, date, number, serial, asked })
}

fn publication_of(path: &Path, issue: &Raw<'_>, moment: &Moment, files: &mut Files) -> Option<Publication> {
    let mut quiet = Sink::default();
    let publication = find_publication(path).ok()??;
    let (file, text) = read::file(&publication, files, &mut quiet).ok()??;
    let raw = read::parse(file, &text, &mut quiet);
    publication::resolve(&raw, moment, Some(issue), &mut quiet)
}

/// Reports numbers, in the order of their issues' dates, that stand twice, run backwards or leave gaps; `told` are
/// the dates that have been.
fn numbers(
    mut issues: Vec<Numbered<'_>>,
    name: &dyn Fn(NumberRange) -> Argument,
    told: &mut BTreeSet<Place>,
    sink: &mut Sink,
) {
    issues.sort_by_key(|(issue, number)| (number.value.first, issue.date.value));
    for pair in issues.windows(2) {
        let ((earlier, before), (issue, number)) = (pair[0], pair[1]);
        let (date, later) = (earlier.date, issue.date);
        if number.value.first <= before.value.last {
            let doubled = NumberRange { first: number.value.first, last: number.value.last.min(before.value.last) };
            let diagnostic = Diagnostic::new(Code::DoubledNumber, number.place).with("number", name(doubled));
            sink.push(diagnostic.related(before.place));
            continue;
        }
        // Serials and numbers of the year mostly say the same of a date.
        if later.value < date.value && told.insert(later.place) {
            let diagnostic = Diagnostic::new(Code::BackwardDate, later.place).with("number", name(before.value));
            sink.push(diagnostic.related(date.place));
        }
        if number.value.first > before.value.last + 1 {
            let gap = NumberRange { first: before.value.last + 1, last: number.value.first - 1 };
            let found = Diagnostic::new(Code::NumberGap, number.place).with("number", name(gap));
            issue.asked.taken(found).into_iter().for_each(|found| sink.push(found));
        }
    }
}

fn serial_name(range: NumberRange) -> Argument {
    Argument::Named("numbered-serial", vec![("value", range.to_string())])
}

fn number_name(year: u16, range: NumberRange) -> Argument {
    Argument::Named("numbered-number", vec![("year", year.to_string()), ("value", range.to_string())])
}
