//! What of a publication holds for an issue, key by key, and where each value comes from.

use super::format::{FACE, Form, Need, PUBLICATION, SERIES};
use super::layers::{Moment, Parts};
use super::read::Raw;
use super::table::{Fields, nearest};
use super::value::Item;
use super::{publication, series, with_publication};
use crate::diagnostic::{Argument, Code, Diagnostic, Files, Place, Sink};
use crate::model::style::{FaceChoice, Faces, Role};
use crate::model::{Series, Style};
use serde::Deserialize;
use std::path::Path;
use toml::de::ValueDeserializer;

/// A key of the publication as it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The key, dotted, as TOML writes it.
    pub key: String,
    /// Its value as TOML; none if it is not set and has no default.
    pub value: Option<String>,
    /// Where the value stands; none for a default.
    pub place: Option<Place>,
}

/// Every key of the publication as it holds for an issue, or, for a publication's own file, for its newest
/// issues of a series, or of the main one. None if the sources hold errors, which are then in the sink.
///
/// # Errors
/// A file that cannot be read at all.
pub fn show(
    path: &Path,
    edition: Option<&str>,
    files: &mut Files,
    sink: &mut Sink,
) -> anyhow::Result<Option<Vec<Shown>>> {
    let shown = with_publication(path, edition, files, sink, |raw, moment, issue, sink| {
        publication::resolve(raw, moment, issue, sink);
        report_unknown_edition(&Parts::of(raw, &mut Sink::default()).all_editions(), edition, sink);
        (!sink.has_errors()).then(|| held(raw, moment, issue))
    })?;
    Ok(shown.flatten())
}

/// Every key of a publication as it holds for an issue.
pub(super) fn held<'t>(raw: &Raw<'t>, moment: &Moment, issue: Option<&Raw<'t>>) -> Vec<Shown> {
    let quiet = &mut Sink::default();
    all(&Parts::of(raw, quiet).holding(moment, issue, quiet))
}

/// Reports a series that was asked for and that there never was.
fn report_unknown_edition(known: &[String], edition: Option<&str>, sink: &mut Sink) {
    let known: Vec<_> = known.iter().map(String::as_str).collect();
    if let Some(edition) = edition.filter(|edition| !known.contains(edition)) {
        let diagnostic = Diagnostic::new(Code::UnknownEdition, None)
            .with("name", edition)
            .with("nearest", nearest(edition, &known).unwrap_or("none"))
            .with("known", Argument::texts(known));
        sink.push(diagnostic);
    }
}

/// Every key: the publication's own, its series', the style's, the faces'.
fn all(fields: &Fields<'_, '_>) -> Vec<Shown> {
    let mut quiet = Sink::default();
    let mut shown = Vec::new();
    for key in PUBLICATION.keys {
        match key.form {
            // What holds is the sum of these.
            Form::Rows(table) if std::ptr::eq(table, &super::format::AMENDMENT) => {}
            Form::Named(_) => shown.extend(all_series(fields)),
            Form::Levels => shown.extend(all_levels(fields)),
            _ => {
                let default = if let Need::Default(default) = key.need { Some(default.to_owned()) } else { None };
                shown.push(one(key.name.to_owned(), fields.get(key.name), default));
            }
        }
    }
    for (section, keys) in Style::SECTIONS {
        let table = fields.table(section, &mut quiet);
        shown.extend(keys.iter().map(|key| {
            let item = table.as_ref().and_then(|table| table.get(key.name));
            one([section, ".", key.name].concat(), item, Some(key.written_default()))
        }));
    }
    let faces = fields.table("faces", &mut quiet);
    for role in Role::ALL {
        let table = faces.as_ref().and_then(|faces| faces.table(role.name(), &mut quiet));
        shown.extend(FACE.keys.iter().map(|key| {
            let item = table.as_ref().and_then(|table| table.get(key.name));
            one(["faces.", role.name(), ".", key.name].concat(), item, default_face(role, key.name))
        }));
    }
    shown
}

/// The level of every rule.
fn all_levels(fields: &Fields<'_, '_>) -> Vec<Shown> {
    let table = fields.table("check", &mut Sink::default());
    let rules = Code::ALL.iter().filter(|code| code.can_be_set());
    let shown = rules.map(|code| {
        let item = table.as_ref().and_then(|table| table.get(code.as_str()));
        one(["check.", code.as_str()].concat(), item, Some(quoted(code.severity().name())))
    });
    shown.collect()
}

/// The keys of every series.
fn all_series(fields: &Fields<'_, '_>) -> Vec<Shown> {
    let mut quiet = Sink::default();
    let editions = fields.get("editions").and_then(|item| item.texts(&mut quiet)).unwrap_or_default();
    let tables = fields.table("series", &mut quiet);
    let mut shown = Vec::new();
    for found in series::series(fields, &editions, &mut quiet) {
        let name = quoted(found.name.as_str());
        let table = tables.as_ref().and_then(|tables| tables.table(found.name.as_str(), &mut quiet));
        shown.extend(SERIES.keys.iter().map(|key| {
            let item = table.as_ref().and_then(|table| table.get(key.name));
            one(format!("series.{name}.{}", key.name), item, Some(quoted(default_of_series(key.name, &found))))
        }));
    }
    shown
}

/// What holds for a key of a series that is not written.
fn default_of_series<'s>(key: &str, series: &'s Series) -> &'s str {
    match key {
        "numbering" => &series.numbering,
        "file_name" => &series.file_name,
        _ => series.name.as_str(),
    }
}

/// What holds for a key of a role's faces that is not written.
fn default_face(role: Role, key: &str) -> Option<String> {
    let faces = Faces::default();
    let FaceChoice { face, latin, fallback } = faces.of(role);
    match key {
        "face" => Some(quoted(&face.name)),
        "latin" => latin.as_ref().map(|latin| quoted(&latin.name)),
        _ => Some(format!("[{}]", fallback.iter().map(|face| quoted(&face.name)).collect::<Vec<_>>().join(", "))),
    }
}

fn one(key: String, item: Option<Item<'_, '_>>, default: Option<String>) -> Shown {
    let written = item.and_then(|item| Some((value(&item)?, item.place())));
    match written {
        Some((value, place)) => Shown { key, value: Some(value), place: Some(place) },
        None => Shown { key, value: default, place: None },
    }
}

/// A value on one line.
fn value(item: &Item<'_, '_>) -> Option<String> {
    let value = toml::Value::deserialize(ValueDeserializer::from(item.value.clone())).ok()?;
    Some(value.to_string())
}

/// A text as TOML writes it.
#[must_use]
pub fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
