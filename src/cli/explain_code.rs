//! `bulletin explain`: what a code means, why, and what to do.

use super::Ending;
use super::terminal::Terminal;
use crate::diagnostic::{Code, Severity};

/// Prints the page of a code.
pub(super) fn run(code: &str, terminal: &Terminal<'_>) -> Ending {
    match Code::ALL.iter().find(|known| known.as_str().eq_ignore_ascii_case(code)) {
        Some(code) => {
            terminal.say(&page(*code, terminal));
            Ending::Done
        }
        None => {
            terminal.complain_message("explain-unknown", &[("code", code.into())]);
            Ending::CouldNotRun
        }
    }
}

/// The page of a code: its headline, its severity, the remedy, the reason, an example.
fn page(code: Code, terminal: &Terminal<'_>) -> String {
    let messages = terminal.messages;
    let severity = messages.text(match code.severity() {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Advice => "severity-advice",
    });
    let mut page = format!("{}  {}\n\n{severity}\n", code.as_str(), messages.pattern(code.as_str()));
    for (attribute, key, name) in [("remedy", "report-remedy", "remedy"), ("why", "report-why", "why")] {
        if let Some(text) = messages.pattern_of(code.as_str(), attribute) {
            page.push_str(&messages.with(key, &[(name, text.into())]));
            page.push('\n');
        }
    }
    if let Some(spares) = messages.spares(code) {
        page.push_str(&messages.with("report-spares", &[("spares", spares.into())]));
        page.push('\n');
    }
    if code.can_be_set() {
        page.push('\n');
        page.push_str(&messages.with("explain-levels", &[("code", code.as_str().into())]));
        page.push('\n');
    }
    for (heading, text) in
        [("explain-example", code.example()), ("explain-told", code.example_told(messages.language()))]
    {
        if !text.is_empty() {
            page.push_str(&format!("\n{}\n{}", messages.text(heading), indented(text)));
        }
    }
    page
}

/// A text set in.
fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect()
}
