//! A preflight (印前检查): a PDF is read back and measured against GB/T 9704-2012, the publication's format, and
//! the standards of print, archive and access.
//!
//! `read` turns a file, ours or any other program's, into `facts`; `survey` makes lines, edges and page numbers
//! of them; `clauses` holds what is asked, a file a subject; `report` tells what came of it. Nothing here knows
//! what wrote the file: what is measured is what another reader finds in it.

mod clause;
mod clauses;
mod facts;
mod read;
pub mod report;
mod survey;

pub use clause::{Clause, Finding, Told, Verdict};
pub use clauses::all as clauses;
pub use read::Unreadable;

use crate::model::Style;
use survey::Survey;

/// What came of an inspection.
#[derive(Debug)]
pub struct Inspection {
    /// How many pages the file has.
    pub pages: usize,
    /// A finding for every clause, in the order of the sheet.
    pub findings: Vec<Finding>,
}

impl Inspection {
    /// Whether every clause that applies is met: what could not be measured is not.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.findings.iter().all(|finding| matches!(finding.verdict, Verdict::Pass | Verdict::NotApplicable))
    }

    /// How many findings have this verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.findings.iter().filter(|finding| finding.verdict == verdict).count()
    }
}

/// Measures a PDF by a format.
///
/// # Errors
/// A file that is no PDF, or that cannot be read.
pub fn inspect(pdf: Vec<u8>, style: &Style) -> Result<Inspection, Unreadable> {
    let facts = read::read(pdf)?;
    let survey = Survey::new(&facts, style);
    let findings = clauses().map(|clause| clause.measure(&survey)).collect();
    Ok(Inspection { pages: facts.pages.len(), findings })
}
