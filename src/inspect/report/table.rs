//! The conformance sheet (核对单) as a table for people.

use super::{source, told};
use crate::diagnostic::messages::Messages;
use crate::inspect::{Finding, Inspection, Verdict};
use unicode_width::UnicodeWidthStr;

/// Blanks between two columns.
const GAP: usize = 2;
/// So many pages are named; of more, how many there are.
const PAGES_NAMED: usize = 6;

/// The sheet: a heading, a line for each clause, and what it comes to.
#[must_use]
pub fn table(inspection: &Inspection, file: &str, messages: &Messages) -> String {
    let heading = ["verdict", "clause", "source", "asked", "measured"]
        .map(|name| messages.text(&format!("inspect-column-{name}")));
    let rows: Vec<_> = inspection.findings.iter().map(|finding| row(finding, messages)).collect();
    let widths: Vec<_> = (0..heading.len())
        .map(|column| std::iter::once(&heading).chain(&rows).map(|row| row[column].width()).max().unwrap_or_default())
        .collect();
    let title = [("file", file.into()), ("pages", inspection.pages.to_string().into())];
    let mut lines = vec![messages.with("inspect-title", &title), line(&heading, &widths)];
    lines.extend(rows.iter().map(|row| line(row, &widths)));
    lines.push(sum(inspection, messages));
    lines.join("\n") + "\n"
}

fn row(finding: &Finding, messages: &Messages) -> [String; 5] {
    let mut measured = told(&finding.measured, messages);
    if !finding.pages.is_empty() {
        measured.push_str(&pages(&finding.pages, messages));
    }
    [
        messages.text(&format!("verdict-{}", finding.verdict.name())),
        messages.text(&finding.clause.message()),
        source(finding, messages),
        told(&finding.asked, messages),
        measured,
    ]
}

fn pages(pages: &[usize], messages: &Messages) -> String {
    let named: Vec<_> = pages.iter().take(PAGES_NAMED).map(ToString::to_string).collect();
    let key = if pages.len() > PAGES_NAMED { "inspect-pages-more" } else { "inspect-pages" };
    messages.with(key, &[("pages", messages.list(&named).into()), ("count", pages.len().to_string().into())])
}

fn line(cells: &[String; 5], widths: &[usize]) -> String {
    let mut line = String::new();
    for (cell, width) in cells.iter().zip(widths) {
        line.push_str(cell);
        line.push_str(&" ".repeat(width - cell.width() + GAP));
    }
    line.trim_end().to_owned()
}

fn sum(inspection: &Inspection, messages: &Messages) -> String {
    let count = |verdict: Verdict| inspection.count(verdict).to_string();
    let values = [
        ("pass", count(Verdict::Pass).into()),
        ("fail", count(Verdict::Fail).into()),
        ("apart", count(Verdict::NotApplicable).into()),
        ("unknown", count(Verdict::NotMeasured).into()),
    ];
    messages.with("inspect-sum", &values)
}
