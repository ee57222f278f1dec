//! For people: place, severity, code, what is wrong; the line of the source; what would be right, and why.

use super::excerpt::excerpt;
use super::paint::{Paint, Style};
use crate::diagnostic::messages::Messages;
use crate::diagnostic::{Diagnostic, Files, Place, Severity};

/// A diagnostic as the editor reads it, ending in a line end.
///
/// ```text
/// issues/709.toml:11:11: 错误 B0205：刊物没有“助力攻监”这个栏目
///    11 | column = "助力攻监"
///       |           ^^^^^^^^
///   改法：……
/// ```
#[must_use]
pub fn render(diagnostic: &Diagnostic, files: &Files, messages: &Messages, paint: Paint) -> String {
    let code = diagnostic.code.as_str();
    let style = match diagnostic.severity() {
        Severity::Error => Style::Error,
        Severity::Warning => Style::Warning,
        Severity::Advice => Style::Advice,
    };
    let headline = [
        ("place", diagnostic.place.map_or_else(String::new, |place| located(place, files) + ": ").into()),
        ("severity", paint.with(style, &messages.text(severity_message(diagnostic.severity()))).into()),
        ("code", paint.with(style, code).into()),
        ("headline", messages.with(code, &diagnostic.arguments).into()),
    ];
    let mut text = messages.with("severity-mark", &headline);
    text.push('\n');
    if let Some(place) = diagnostic.place {
        text.push_str(&excerpt(place, files, style, paint));
    }
    let mut line = |key: &str, name: &'static str, value: String| {
        text.push_str("  ");
        text.push_str(&messages.with(key, &[(name, value.into())]));
        text.push('\n');
    };
    for place in &diagnostic.related {
        line("report-related", "place", located(*place, files));
    }
    if let Some(remedy) = messages.attribute(code, "remedy", &diagnostic.arguments) {
        line("report-remedy", "remedy", remedy);
    }
    if let Some(why) = messages.attribute(code, "why", &diagnostic.arguments) {
        line("report-why", "why", why);
    }
    text
}

/// A place as `file:line:column`.
fn located(place: Place, files: &Files) -> String {
    let location = files.locate(place);
    format!("{}:{}:{}", location.path.display(), location.line, location.column)
}

/// The key of the message that names a severity.
pub(super) fn severity_message(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Advice => "severity-advice",
    }
}
