//! Series of issues (版别): what each has otherwise, and how its files are named.

use super::measures::check_pattern;
use super::publication::report_unknown;
use super::table::Fields;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::model::{Issue, NumberRange, Placed, Publication, Series, Text};

/// What a file's name may say.
const NAMES: &[&str] = &["serial", "number", "year", "edition"];

/// How files are named by default: by the number that counts on, if it is printed. The main series' have
/// nothing else in their names, the others' begin with the series'.
const BY_SERIAL: &str = "{serial}";
const BY_YEAR: &str = "{year}-{number}";
const OTHERS: &str = "{edition}";

/// The series of a publication, in the order of its editions.
pub(super) fn series(fields: &Fields<'_, '_>, editions: &[Text], sink: &mut Sink) -> Vec<Series> {
    let tables = fields.table("series", sink);
    let known: Vec<_> = editions.iter().map(Text::as_str).collect();
    let series = editions.iter().enumerate().map(|(order, name)| {
        let numbers = if prints_serial(fields, tables.as_ref(), name.as_str()) { BY_SERIAL } else { BY_YEAR };
        let default = if order == 0 { numbers.to_owned() } else { format!("{OTHERS}{numbers}") };
        let plain = Series { name: name.clone(), label: None, numbering: name.as_str().to_owned(), file_name: default };
        let table = tables.as_ref().and_then(|tables| tables.table(name.as_str(), sink));
        table.map_or(plain.clone(), |table| one(&table, plain, &known, sink))
    });
    let series: Vec<_> = series.collect();
    check_together(&series, tables.as_ref(), sink);
    series
}

/// Reports series that share the numbers of one that itself shares another's, and two that count by themselves
/// but name their files alike.
fn check_together(series: &[Series], tables: Option<&Fields<'_, '_>>, sink: &mut Sink) {
    let written = |found: &Series, key: &str| tables?.table(found.name.as_str(), &mut Sink::default())?.get(key);
    let numbering = |name: &str| series.iter().find(|found| found.name.as_str() == name).map(|found| &found.numbering);
    for (order, found) in series.iter().enumerate() {
        let own = numbering(&found.numbering).is_none_or(|shared| *shared == found.numbering);
        if let Some(item) = written(found, "numbering").filter(|_| !own) {
            item.report_value("kind-numbering", &[], sink);
        }
        let alike = |other: &&Series| {
            other.file_name == found.file_name
                && !found.file_name.contains(OTHERS)
                && other.numbering != found.numbering
        };
        if let Some(item) = written(found, "file_name").filter(|_| series[..order].iter().any(|other| alike(&other))) {
            sink.push(Diagnostic::new(Code::DoubledName, item.place()).with("name", found.file_name.as_str()));
        }
    }
}

/// Whether the line of numbers of a series prints the serial.
fn prints_serial(fields: &Fields<'_, '_>, tables: Option<&Fields<'_, '_>>, edition: &str) -> bool {
    let mut quiet = Sink::default();
    let own = tables.and_then(|tables| tables.table(edition, &mut quiet));
    let line = own.iter().chain([fields]).find_map(|fields| fields.table("masthead", &mut quiet)?.get("issue_line"));
    line.and_then(|item| item.line(&mut quiet)).is_none_or(|line| line.as_str().contains(BY_SERIAL))
}

/// A series with what its table says.
fn one(table: &Fields<'_, '_>, plain: Series, known: &[&str], sink: &mut Sink) -> Series {
    let numbering = table.text("numbering", sink);
    if let Some(numbering) = &numbering {
        report_unknown(numbering, known, Code::UnknownEdition, sink);
    }
    let file_name = table.get("file_name").and_then(|item| Some((item, item.line(sink)?)));
    if let Some((item, pattern)) = &file_name {
        let pattern = pattern.as_str();
        check_pattern(item, pattern, NAMES, sink);
        if pattern.contains(['/', '\\']) || !(pattern.contains("{serial}") || pattern.contains("{number}")) {
            item.report_value("kind-file-name", &[], sink);
        }
    }
    Series {
        label: table.text("label", sink),
        numbering: numbering.map_or(plain.numbering, |name| name.as_str().to_owned()),
        file_name: file_name.map_or(plain.file_name, |(_, pattern)| pattern.as_str().to_owned()),
        name: plain.name,
    }
}

/// Reports an issue whose file is named by the pattern of its series, but with other numbers than it has,
/// or by the pattern of another series.
pub(super) fn check_file_name(stem: &str, issue: &Issue, publication: &Publication, sink: &mut Sink) {
    let Some(own) = publication.series_named(issue.edition.as_str()) else { return };
    let wrong = match read(stem, &own.file_name, own.name.as_str()) {
        Some(named) => !named.agrees(issue),
        None => publication
            .series
            .iter()
            .any(|other| other.name != own.name && read(stem, &other.file_name, other.name.as_str()).is_some()),
    };
    if wrong {
        let place = issue.serial.or(issue.number).map_or(issue.edition.whole_place(), |number| Some(number.place));
        let says = name(own, issue);
        sink.push(Diagnostic::new(Code::SerialNotFileName, place).with("says", says).with("name", stem));
    }
}

/// What the file of an issue of a series would be called, without the ending.
fn name(series: &Series, issue: &Issue) -> String {
    let value = |range: Option<Placed<NumberRange>>| range.map(|range| range.value);
    file_name(series, value(issue.number), value(issue.serial), issue.date.value.year)
}

/// What the file of an issue with these numbers is called in its series, without the ending.
pub(super) fn file_name(
    series: &Series,
    number: Option<NumberRange>,
    serial: Option<NumberRange>,
    year: u16,
) -> String {
    let written = |range: Option<NumberRange>| match range {
        Some(range) if range.is_merged() => format!("{}-{}", range.first, range.last),
        Some(range) => range.first.to_string(),
        None => String::new(),
    };
    series
        .file_name
        .replace("{serial}", &written(serial))
        .replace("{number}", &written(number))
        .replace("{year}", &year.to_string())
        .replace("{edition}", series.name.as_str())
}

/// The numbers in a file's name by the pattern of a series; none if it is not of that form.
pub(super) fn named(stem: &str, series: &Series) -> Option<Named> {
    read(stem, &series.file_name, series.name.as_str())
}

/// The numbers in a file's name; each key with the first and the last.
pub(super) struct Named(Vec<(&'static str, u32, u32)>);

impl Named {
    /// What it gives for a key, if that is a number of an issue.
    pub(super) fn get(&self, key: &str) -> Option<NumberRange> {
        let (_, first, last) = *self.0.iter().find(|(known, _, _)| *known == key)?;
        (1 <= first && first <= last && last <= 999_999).then_some(NumberRange { first, last })
    }

    /// Whether the issue has these numbers; a merged issue may be named by one of its own.
    fn agrees(&self, issue: &Issue) -> bool {
        self.0.iter().all(|(key, first, last)| match *key {
            "year" => (*first, *last) == (issue.date.value.year.into(), issue.date.value.year.into()),
            key => {
                let range = if key == "serial" { issue.serial } else { issue.number };
                range.is_none_or(|range| range.value.contains(*first) && range.value.contains(*last))
            }
        })
    }
}

/// Reads a file's name by a pattern; none if it is not of that form.
fn read(stem: &str, pattern: &str, edition: &str) -> Option<Named> {
    let mut rest = stem;
    let mut found = Vec::new();
    let mut pattern = pattern;
    while !pattern.is_empty() {
        let (plain, after) = pattern.split_once('{').unwrap_or((pattern, ""));
        rest = rest.strip_prefix(plain)?;
        let Some((name, next)) = after.split_once('}') else { break };
        pattern = next;
        if name == "edition" {
            rest = rest.strip_prefix(edition)?;
            continue;
        }
        let key = NAMES.iter().find(|known| **known == name)?;
        let (first, left) = figures(rest)?;
        let several = left.strip_prefix('-').filter(|_| !next.starts_with('-')).and_then(figures);
        let (last, left) = several.unwrap_or((first, left));
        found.push((*key, first, last));
        rest = left;
    }
    rest.is_empty().then_some(Named(found))
}

/// The number at the start of a text, and what follows it.
fn figures(text: &str) -> Option<(u32, &str)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    // More figures than a number has are no number of an issue, but still a number.
    Some((text[..len].parse().unwrap_or(u32::MAX), &text[len..])).filter(|_| len > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn series_file_names_are_read_by_their_patterns() {
        let read = |stem: &str, pattern: &str| read(stem, pattern, "增刊").map(|named| named.0);
        assert_eq!(read("709", "{serial}"), Some(vec![("serial", 709, 709)]));
        assert_eq!(read("709-710", "{serial}"), Some(vec![("serial", 709, 710)]));
        assert_eq!(read("增刊3", "{edition}{serial}"), Some(vec![("serial", 3, 3)]));
        assert_eq!(read("2025-03", "{year}-{number}"), Some(vec![("year", 2025, 2025), ("number", 3, 3)]));
        assert_eq!(read("3", "{edition}{serial}"), None);
        assert_eq!(read("709草稿", "{serial}"), None);
    }
}
