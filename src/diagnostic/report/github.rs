//! For GitHub's workflows: a command a diagnostic, which shows it at the changed lines.

use super::Found;
use crate::diagnostic::messages::Messages;
use crate::diagnostic::{Place, Severity};

/// The commands, a line each.
#[must_use]
pub fn annotations(found: &[Found<'_>], messages: &Messages) -> String {
    let mut text = String::new();
    for (found, files) in found {
        let command = match found.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        let code = found.code.as_str();
        let mut properties = Vec::new();
        if let Some(place) = found.place {
            let (start, end) = (files.locate(place), files.locate(Place { start: place.end, ..place }));
            properties.push(format!("file={}", property(&start.path.display().to_string())));
            properties.push(format!("line={}", start.line));
            // Columns are told of one line only.
            if start.line == end.line {
                properties.push(format!("col={},endColumn={}", start.column, end.column));
            }
        }
        properties.push(format!("title={code}"));
        let mut message = messages.with(code, &found.arguments);
        if let Some(remedy) = messages.attribute(code, "remedy", &found.arguments) {
            message = format!("{message}\n{}", messages.with("report-remedy", &[("remedy", remedy.into())]));
        }
        text.push_str(&format!("::{command} {}::{}\n", properties.join(","), escaped(&message)));
    }
    text
}

/// A message on one line.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
