//! For people: place, severity, code, what is wrong, and on a line of its own what would be right.

use crate::diagnostic::messages::Messages;
use crate::diagnostic::{Diagnostic, Files, Severity};

/// A diagnostic as the editor reads it, ending in a line end.
///
/// ```text
/// issues/709.toml:11:11: 错误 B0205：刊物没有“助力攻监”这个栏目
///   改法：……
/// ```
#[must_use]
pub fn render(diagnostic: &Diagnostic, files: &Files, messages: &Messages) -> String {
    let code = diagnostic.code.as_str();
    let place = diagnostic.place.map_or_else(String::new, |place| {
        let location = files.locate(place);
        format!("{}:{}:{}: ", location.path.display(), location.line, location.column)
    });
    let severity = messages.text(match diagnostic.severity() {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Advice => "severity-advice",
    });
    let headline = messages.with(code, &diagnostic.arguments);
    let mut text = format!("{place}{severity} {code}：{headline}\n");
    if let Some(remedy) = messages.attribute(code, "remedy", &diagnostic.arguments) {
        text.push_str("  ");
        text.push_str(&messages.with("report-remedy", &[("remedy", remedy.into())]));
        text.push('\n');
    }
    text
}
