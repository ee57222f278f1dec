//! For tools that gather results: SARIF 2.1.0 (OASIS).

use super::{Failure, Found};
use crate::diagnostic::messages::Messages;
use crate::diagnostic::{Code, Diagnostic, Edit, Files, Place, Severity};
use serde_json::{Map, Value, json};
use std::path::Path;

/// Everything found, and what could not be done, as one run.
#[must_use]
pub fn sarif(found: &[Found<'_>], failures: &[&Failure], messages: &Messages) -> String {
    let rules: Vec<_> = Code::ALL.iter().map(|code| rule(*code, messages)).collect();
    let log = json!({
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "bulletin",
                "version": env!("CARGO_PKG_VERSION"),
                "language": messages.language().tag(),
                "rules": rules,
            }},
            "invocations": [{
                "executionSuccessful": failures.is_empty(),
                "toolExecutionNotifications": failures.iter().map(|failure| notification(failure)).collect::<Vec<_>>(),
            }],
            "columnKind": "unicodeCodePoints",
            "results": found.iter().map(|(found, files)| result(found, files, messages)).collect::<Vec<_>>(),
        }],
    });
    format!("{log:#}\n")
}

/// What could not be done: the reason names the file.
fn notification(failure: &Failure) -> Value {
    json!({ "level": "error", "message": { "text": failure.reason } })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn rule(code: Code, messages: &Messages) -> Value {
    json!({
        "id": code.as_str(),
        "name": format!("{code:?}"),
        "shortDescription": { "text": messages.pattern(code.as_str()) },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn result(found: &Diagnostic, files: &Files, messages: &Messages) -> Value {
    let code = found.code;
    let mut text = messages.with(code.as_str(), &found.arguments);
    if let Some(remedy) = messages.attribute(code.as_str(), "remedy", &found.arguments) {
        text = format!("{text}\n{}", messages.with("report-remedy", &[("remedy", remedy.into())]));
    }
    let mut result = Map::new();
    result.insert("ruleId".to_owned(), code.as_str().into());
    result.insert("ruleIndex".to_owned(), Code::ALL.iter().position(|known| *known == code).into());
    result.insert("level".to_owned(), level(found.severity()).into());
    result.insert("message".to_owned(), json!({ "text": text }));
    let locations: Vec<_> = found.place.iter().map(|place| location(*place, files)).collect();
    result.insert("locations".to_owned(), locations.into());
    if !found.related.is_empty() {
        let related: Vec<_> = found.related.iter().map(|place| location(*place, files)).collect();
        result.insert("relatedLocations".to_owned(), related.into());
    }
    if let Some(edit) = &found.edit {
        result.insert("fixes".to_owned(), json!([fix(edit, files)]));
    }
    Value::Object(result)
}

fn location(place: Place, files: &Files) -> Value {
    let uri = uri(files.path(place.file));
    json!({ "physicalLocation": { "artifactLocation": { "uri": uri }, "region": region(place, files) } })
}

/// Lines and columns count from 1, columns in characters.
fn region(place: Place, files: &Files) -> Value {
    let (start, end) = (files.locate(place), files.locate(Place { start: place.end, ..place }));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

fn fix(edit: &Edit, files: &Files) -> Value {
    json!({ "artifactChanges": [{
        "artifactLocation": { "uri": uri(files.path(edit.place.file)) },
        "replacements": [{
            "deletedRegion": region(edit.place, files),
            "insertedContent": { "text": edit.replacement },
        }],
    }]})
}

/// A path as a relative or absolute URI: everything but letters, figures and a few signs is escaped.
fn uri(path: &Path) -> String {
    let mut uri = String::new();
    for byte in path.to_string_lossy().replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    if path.is_absolute() { format!("file://{uri}") } else { uri }
}
