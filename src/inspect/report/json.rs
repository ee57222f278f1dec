//! The same as JSON, for programs; the form is told in `docs/inspect.md`.

use super::{source, told};
use crate::diagnostic::messages::Messages;
use crate::inspect::{Finding, Inspection, Told, Verdict};
use serde_json::{Map, Value, json};

/// The version of the form: a key that goes or changes its meaning makes it another.
const VERSION: u32 = 1;

/// Everything that was found; the texts in the reader's language, names and values in none.
#[must_use]
pub fn json(inspection: &Inspection, file: &str, messages: &Messages) -> String {
    let count = |verdict: Verdict| (verdict.name().to_owned(), Value::from(inspection.count(verdict)));
    let clauses: Vec<_> = inspection.findings.iter().map(|finding| clause(finding, messages)).collect();
    let whole = json!({
        "version": VERSION,
        "file": file,
        "pages": inspection.pages,
        "met": inspection.is_met(),
        "counts": Verdict::ALL.map(count).into_iter().collect::<Map<_, _>>(),
        "clauses": clauses,
    });
    format!("{whole:#}\n")
}

fn clause(finding: &Finding, messages: &Messages) -> Value {
    json!({
        "id": finding.clause.id,
        "name": messages.text(&finding.clause.message()),
        "source": source(finding, messages),
        "verdict": finding.verdict.name(),
        "asked": one(&finding.asked, messages),
        "measured": one(&finding.measured, messages),
        "pages": finding.pages,
    })
}

/// A text, and its values by their names.
fn one(text: &Told, messages: &Messages) -> Value {
    let values: Map<_, _> =
        text.values.iter().map(|(name, value)| ((*name).to_owned(), Value::from(value.as_str()))).collect();
    json!({ "text": told(text, messages), "values": values })
}
