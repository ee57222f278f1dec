//! For programs: all that is known of each diagnostic, as JSON; `docs/diagnostics.md` says what is in it.

use super::{Failure, Found};
use crate::diagnostic::messages::Messages;
use crate::diagnostic::{Diagnostic, Edit, Files, Place, Severity};
use serde_json::{Value, json};

/// The version of the form; it grows when a field changes its meaning or goes.
const VERSION: u32 = 1;

/// Everything found, the counts, and what could not be done.
#[must_use]
pub fn json(found: &[Found<'_>], failures: &[&Failure], messages: &Messages) -> String {
    let count = |severity| found.iter().filter(|(diagnostic, _)| diagnostic.severity() == severity).count();
    let all = json!({
        "version": VERSION,
        "language": messages.language().tag(),
        "diagnostics": found.iter().map(|(found, files)| one(found, files, messages)).collect::<Vec<_>>(),
        "summary": {
            "errors": count(Severity::Error),
            "warnings": count(Severity::Warning),
            "advice": count(Severity::Advice),
        },
        "failures": failures.iter().map(|failure| failed(failure)).collect::<Vec<_>>(),
    });
    format!("{all:#}\n")
}

fn failed(failure: &Failure) -> Value {
    json!({ "file": failure.path.display().to_string(), "reason": failure.reason })
}

fn one(found: &Diagnostic, files: &Files, messages: &Messages) -> Value {
    let code = found.code.as_str();
    let attribute = |name: &str| messages.attribute(code, name, &found.arguments);
    json!({
        "code": code,
        "severity": found.severity().name(),
        "message": messages.with(code, &found.arguments),
        "remedy": attribute("remedy"),
        "why": attribute("why"),
        "place": found.place.map(|place| placed(place, files)),
        "related": found.related.iter().map(|place| placed(*place, files)).collect::<Vec<_>>(),
        "edit": found.edit.as_ref().map(|edit| edited(edit, files)),
    })
}

/// A place: lines and columns count from 1, columns in characters; `start` and `end` in bytes from 0.
fn placed(place: Place, files: &Files) -> Value {
    let (start, end) = (files.locate(place), files.locate(Place { start: place.end, ..place }));
    json!({
        "file": start.path.display().to_string(),
        "line": start.line,
        "column": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "start": place.start,
        "end": place.end,
    })
}

fn edited(edit: &Edit, files: &Files) -> Value {
    let mut value = placed(edit.place, files);
    value["replacement"] = edit.replacement.as_str().into();
    value
}
