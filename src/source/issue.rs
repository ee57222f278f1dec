//! An issue's file becomes an [`Issue`], with every fault of the file at once.

use super::entries::Reader;
use super::format::{ARTICLE, ISSUE};
use super::layers::Moment;
use super::limits::Budget;
use super::publication::report_unknown;
use super::read::Raw;
use super::table::Fields;
use super::{series, values};
use crate::diagnostic::{Code, Diagnostic, Files, Place, Sink};
use crate::model::{Issue, NumberRange, Placed, Publication, Text};
use std::path::Path;

/// What of an issue decides how its publication holds; its faults are reported elsewhere.
pub(super) fn moment(raw: &Raw<'_>) -> Moment {
    let mut quiet = Sink::default();
    let fields = Fields::root(raw);
    let serial = match fields.get("serial") {
        Some(item) => values::numbers(&item, "serial", &mut quiet).map(|serial| Some(serial.value)),
        None => Some(None),
    };
    Moment {
        date: fields.get("date").and_then(|item| values::date(&item, &mut quiet)).map(|date| date.value),
        serial,
        edition: fields.text("edition", &mut quiet).map(|edition| edition.as_str().to_owned()),
    }
}

/// Resolves an issue's table; none if a required part is missing. The publication may be missing too,
/// when its own file holds faults: then what depends on it is not checked.
pub(super) fn resolve(
    raw: &Raw<'_>,
    path: &Path,
    publication: Option<&Publication>,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<Issue> {
    let fields = Fields::root(raw);
    if let Some(place) = piece(&fields) {
        sink.push(Diagnostic::new(Code::PieceAsIssue, place));
        return None;
    }
    fields.check_keys(&ISSUE, &[], sink);
    let [number, serial] = ["number", "serial"].map(|key| numbers(&fields, key, sink));
    let edition = edition(&fields, publication, sink);
    let date = fields.require("date", sink).and_then(|item| values::date(&item, sink));
    let staff = values::staff(&fields, sink);
    let (editor, urgency) = (fields.text("editor", sink), fields.text("urgency", sink));
    let someone = !staff.is_empty() || publication.is_none_or(|publication| !publication.staff.is_empty());
    if fields.topmost(&["editor"]).is_none() && !someone && !fields.is_torn() {
        fields.report_missing("editor", sink);
    }
    let copy_number = values::placed_number(&fields, "copy_number", sink);
    let entries = Reader { files, sink, budget: Budget::default() }.entries(&fields, publication);
    let (edition, date) = (edition?, date?);
    let issue = Issue { number, serial, edition, date, editor, staff, urgency, copy_number, entries };
    if let Some(publication) = publication {
        check_numbers(&fields, &issue, publication, sink);
        check_merged(&issue, sink);
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        series::check_file_name(stem, &issue, publication, sink);
    }
    Some(issue)
}

/// Where a file begins that has nothing of an issue, and the text of an article or a brief: one that an issue takes in.
fn piece(fields: &Fields<'_, '_>) -> Option<Place> {
    let keys: Vec<_> = fields.written_keys().into_iter().map(|(key, _)| key).collect();
    let is_own = keys.iter().all(|key| ARTICLE.names().contains(key)) && !fields.is_torn();
    let has_text = keys.iter().any(|key| ["body", "body_file"].contains(key));
    fields.place().filter(|_| is_own && has_text)
}

fn numbers(fields: &Fields<'_, '_>, key: &'static str, sink: &mut Sink) -> Option<Placed<NumberRange>> {
    fields.get(key).and_then(|item| values::numbers(&item, key, sink))
}

/// Reports numbers that the line of numbers prints, and the issue does not give.
fn check_numbers(fields: &Fields<'_, '_>, issue: &Issue, publication: &Publication, sink: &mut Sink) {
    let head = &publication.style.masthead;
    let pattern = if issue.is_merged() { &head.merged_issue_line } else { &head.issue_line };
    for key in ["number", "serial"] {
        let printed = pattern.contains(&format!("{{{key}}}"));
        if printed && fields.topmost(&[key]).is_none() && !fields.is_torn() {
            fields.report_missing(key, sink);
        }
    }
}

/// Reports a merged issue with another count of numbers than of serials.
fn check_merged(issue: &Issue, sink: &mut Sink) {
    let Some((number, serial)) = issue.number.zip(issue.serial) else { return };
    let count = |range: NumberRange| range.last - range.first + 1;
    let (numbers, serials) = (count(number.value), count(serial.value));
    // Some offices count a merged issue as one, in the year or in the series.
    if numbers != serials && numbers > 1 && serials > 1 {
        let diagnostic = Diagnostic::new(Code::MergedCounts, serial.place);
        sink.push(diagnostic.with("numbers", numbers.to_string()).with("serials", serials.to_string()));
    }
}

/// The edition, one of the publication's.
fn edition(fields: &Fields<'_, '_>, publication: Option<&Publication>, sink: &mut Sink) -> Option<Text> {
    let edition = fields.require_text("edition", sink)?;
    if let Some(publication) = publication {
        let known: Vec<_> = publication.series.iter().map(|series| series.name.as_str()).collect();
        report_unknown(&edition, &known, Code::UnknownEdition, sink);
    }
    Some(edition)
}
