//! An issue's file becomes an [`Issue`], with every fault of the file at once.

use super::markup;
use super::read::Raw;
use super::table::{Fields, Item, nearest};
use crate::diagnostic::{Argument, Code, Diagnostic, Sink};
use crate::model::{
    Article, Block, Brief, Byline, Entry, Issue, IssueDate, NumberRange, Placed, Publication, Text, Title,
};
use std::path::Path;
use toml::de::DeValue;

/// The keys of an issue's file.
const KEYS: &[&str] = &["number", "serial", "edition", "date", "editor", "article", "brief"];
/// The keys of `[[article]]`.
const ARTICLE_KEYS: &[&str] = &["column", "title", "unit", "authors", "body"];
/// The keys of `[[brief]]`.
const BRIEF_KEYS: &[&str] = &["unit", "authors", "body"];

/// Resolves an issue's table; none if a required part is missing. The publication may be missing too,
/// when its own file holds faults: then what depends on it is not checked.
pub(super) fn resolve(raw: &Raw<'_>, path: &Path, publication: Option<&Publication>, sink: &mut Sink) -> Option<Issue> {
    let fields = Fields::root(raw);
    fields.check_keys(KEYS, sink);
    let number = numbers(&fields, "number", sink);
    let serial = numbers(&fields, "serial", sink);
    if let Some(serial) = serial {
        check_file_name(path, serial, sink);
    }
    let edition = edition(&fields, publication, sink);
    let date = date(&fields, sink);
    let editor = fields.require_text("editor", sink);
    let entries = entries(&fields, publication, sink);
    Some(Issue { number: number?, serial: serial?, edition: edition?, date: date?, editor: editor?, entries })
}

/// A number, or a list of the first and last number of a merged issue.
fn numbers(fields: &Fields<'_, '_>, key: &'static str, sink: &mut Sink) -> Option<Placed<NumberRange>> {
    let item = fields.require(key, sink)?;
    let range = match item.get_ref() {
        DeValue::Array(array) => match &array[..] {
            [first, last] => {
                NumberRange { first: number(fields.raw, first, sink)?, last: number(fields.raw, last, sink)? }
            }
            _ => return wrong_number(fields.raw, item, sink),
        },
        _ => {
            let number = number(fields.raw, item, sink)?;
            NumberRange { first: number, last: number }
        }
    };
    if range.last < range.first {
        sink.push(Diagnostic::new(Code::BackwardRange, fields.raw.place(&item.span())).with("key", key));
        return None;
    }
    Some(Placed { value: range, place: fields.raw.place(&item.span()) })
}

/// A whole number from 1 up.
fn number(raw: &Raw<'_>, item: &Item<'_>, sink: &mut Sink) -> Option<u32> {
    let number =
        item.get_ref().as_integer().and_then(|integer| u32::from_str_radix(integer.as_str(), integer.radix()).ok());
    number.filter(|number| (1..=999_999).contains(number)).or_else(|| wrong_number(raw, item, sink))
}

fn wrong_number<T>(raw: &Raw<'_>, item: &Item<'_>, sink: &mut Sink) -> Option<T> {
    let span = item.span();
    let diagnostic = Diagnostic::new(Code::WrongValue, raw.place(&span))
        .with("expected", Argument::Message("kind-number"))
        .with("found", raw.text.get(span).unwrap_or_default())
        .with("choices", "none");
    sink.push(diagnostic);
    None
}

/// Reports a serial that is not the one in the file's name, where the name is made of figures only.
fn check_file_name(path: &Path, serial: Placed<NumberRange>, sink: &mut Sink) {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    if stem.is_empty() || !stem.bytes().all(|byte| byte.is_ascii_digit()) {
        return;
    }
    if !stem.parse().is_ok_and(|named| serial.value.contains(named)) {
        let diagnostic = Diagnostic::new(Code::SerialNotFileName, serial.place)
            .with("serial", serial.value.to_string())
            .with("name", stem);
        sink.push(diagnostic);
    }
}

/// The edition, one of the publication's.
fn edition(fields: &Fields<'_, '_>, publication: Option<&Publication>, sink: &mut Sink) -> Option<Text> {
    let edition = fields.require_text("edition", sink)?;
    if let Some(publication) = publication {
        report_unknown(&edition, &publication.editions, Code::UnknownEdition, sink);
    }
    Some(edition)
}

/// Reports a name that is not in the publication's list, with the nearest that is.
fn report_unknown(name: &Text, known: &[Text], code: Code, sink: &mut Sink) {
    let known: Vec<_> = known.iter().map(Text::as_str).collect();
    if !known.contains(&name.as_str()) {
        let diagnostic = Diagnostic::new(code, name.whole_place())
            .with("name", name.as_str())
            .with("nearest", nearest(name.as_str(), &known).unwrap_or("none"))
            .with("known", known.join("、"));
        sink.push(diagnostic);
    }
}

/// The date of issue: a TOML date without a time.
fn date(fields: &Fields<'_, '_>, sink: &mut Sink) -> Option<Placed<IssueDate>> {
    let item = fields.require("date", sink)?;
    let date = match item.get_ref() {
        DeValue::Datetime(datetime) if datetime.time.is_none() => datetime.date,
        _ => None,
    };
    match date {
        None => fields.raw.wrong_type(item, "kind-date", sink),
        Some(date) if date.year == 0 => {
            sink.push(Diagnostic::new(Code::NoSuchDate, fields.raw.place(&item.span())));
            return None;
        }
        Some(_) => {}
    }
    let date = date.map(|date| IssueDate { year: date.year, month: date.month, day: date.day });
    date.map(|value| Placed { value, place: fields.raw.place(&item.span()) })
}

/// Articles and briefs, in the order of the file.
fn entries(fields: &Fields<'_, '_>, publication: Option<&Publication>, sink: &mut Sink) -> Vec<Entry> {
    let mut entries = Vec::new();
    let (articles, briefs) = (fields.tables("article", sink), fields.tables("brief", sink));
    let keys = ["article", "brief"].map(|key| fields.get(key).is_some_and(|item| !item.get_ref().is_array()));
    if articles.is_empty() && briefs.is_empty() && !fields.raw.torn && keys == [false, false] {
        sink.push(Diagnostic::new(Code::EmptyIssue, fields.raw.place(&fields.span)));
    }
    for table in articles {
        let start = table.span.start;
        entries.extend(article(&table, publication, sink).map(|article| (start, Entry::Article(article))));
    }
    for table in briefs {
        let start = table.span.start;
        check_briefs_column(&table, publication, sink);
        entries.extend(brief(&table, sink).map(|brief| (start, Entry::Brief(brief))));
    }
    entries.sort_by_key(|(start, _)| *start);
    entries.into_iter().map(|(_, entry)| entry).collect()
}

fn article(fields: &Fields<'_, '_>, publication: Option<&Publication>, sink: &mut Sink) -> Option<Article> {
    fields.check_keys_below(ARTICLE_KEYS, KEYS, sink);
    let column = fields.require_text("column", sink);
    if let (Some(column), Some(publication)) = (&column, publication) {
        report_unknown(column, &publication.columns, Code::UnknownColumn, sink);
        if publication.briefs.as_ref().is_some_and(|briefs| briefs.as_str() == column.as_str()) {
            sink.push(Diagnostic::new(Code::ArticleAmongBriefs, column.whole_place()).with("name", column.as_str()));
        }
    }
    let title =
        fields.require("title", sink).and_then(|item| fields.raw.lines(item, sink)).map(|lines| Title { lines });
    let byline = byline(fields, sink);
    let body = body(fields, sink);
    Some(Article { column: column?, title: title?, byline, body: body? })
}

fn brief(fields: &Fields<'_, '_>, sink: &mut Sink) -> Option<Brief> {
    fields.check_keys_below(BRIEF_KEYS, KEYS, sink);
    let byline = byline(fields, sink);
    Some(Brief { byline, body: body(fields, sink)? })
}

/// Reports a brief in a publication that has no column for it.
fn check_briefs_column(fields: &Fields<'_, '_>, publication: Option<&Publication>, sink: &mut Sink) {
    if publication.is_some_and(|publication| publication.briefs.is_none()) {
        sink.push(Diagnostic::new(Code::NoBriefsColumn, fields.raw.place(&fields.span)));
    }
}

fn byline(fields: &Fields<'_, '_>, sink: &mut Sink) -> Byline {
    let unit = fields.text("unit", sink);
    let authors = fields.get("authors").and_then(|item| fields.raw.texts(item, sink)).unwrap_or_default();
    Byline { unit, authors }
}

/// The blocks of a body.
fn body(fields: &Fields<'_, '_>, sink: &mut Sink) -> Option<Vec<Block>> {
    let item = fields.require("body", sink)?;
    let text = fields.raw.string(item, sink)?;
    let blocks = markup::blocks(&text);
    if blocks.is_empty() {
        sink.push(Diagnostic::new(Code::EmptyText, fields.raw.place(&item.span())).with("key", "body"));
        return None;
    }
    Some(blocks)
}
