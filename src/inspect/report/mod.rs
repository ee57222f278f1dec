//! What came of an inspection, for people and for programs.

mod json;
mod table;

pub use json::json;
pub use table::table;

use super::{Finding, Told};
use crate::diagnostic::Argument;
use crate::diagnostic::messages::Messages;

/// A text with its values.
fn told(told: &Told, messages: &Messages) -> String {
    let values: Vec<_> = told.values.iter().map(|(name, value)| (*name, Argument::from(value.as_str()))).collect();
    messages.with(told.key, &values)
}

/// Who asks, in the reader's language.
fn source(finding: &Finding, messages: &Messages) -> String {
    match finding.clause.source {
        super::clause::HOUSE => messages.text("inspect-house"),
        source => source.to_owned(),
    }
}
