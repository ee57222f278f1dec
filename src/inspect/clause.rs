//! A clause (条款): what is asked, by which standard, and how it is measured; and what came of it.

use super::survey::Survey;
use crate::length::Length;

/// One thing that is asked of a PDF.
#[derive(Debug)]
pub struct Clause {
    /// Its name for programs, such as `sheet-size`.
    pub id: &'static str,
    /// What asks for it: a standard with its clause; `house style` where it is the publication's own format.
    pub source: &'static str,
    pub(super) outcome: fn(&Survey<'_>) -> Outcome,
}

impl Clause {
    pub(super) fn measure(&'static self, survey: &Survey<'_>) -> Finding {
        let Outcome { asked, measured, verdict, mut pages } = (self.outcome)(survey);
        pages.dedup();
        Finding { clause: self, asked, measured, verdict, pages }
    }

    /// The key of its name in the message resource.
    #[must_use]
    pub fn message(&self) -> String {
        format!("clause-{}", self.id)
    }
}

/// The publication's own format as a source.
pub(super) const HOUSE: &str = "house style";

/// Whether a clause is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Pass,
    /// It is not.
    Fail,
    /// It asks nothing of this file.
    NotApplicable,
    /// What it asks could not be measured, so nobody knows.
    NotMeasured,
}

impl Verdict {
    /// All verdicts.
    pub const ALL: [Self; 4] = [Self::Pass, Self::Fail, Self::NotApplicable, Self::NotMeasured];

    /// Its name for programs, and in the keys of messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::NotApplicable => "not-applicable",
            Self::NotMeasured => "not-measured",
        }
    }
}

/// A text of the message resource with its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The key of the text.
    pub key: &'static str,
    /// Its values, by name.
    pub values: Vec<(&'static str, String)>,
}

impl Told {
    pub(super) fn new(key: &'static str) -> Self {
        Self { key, values: Vec::new() }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// The same with a length in millimetres.
    pub(super) fn mm(self, name: &'static str, length: Length) -> Self {
        self.with(name, decimals(length.to_mm(), 1))
    }

    /// The same with a length in millimetres that is small: a rule's thickness.
    pub(super) fn fine_mm(self, name: &'static str, length: Length) -> Self {
        self.with(name, decimals(length.to_mm(), 2))
    }

    /// The same with a length in points.
    pub(super) fn pt(self, name: &'static str, length: Length) -> Self {
        let text = decimals(length.to_pt(), 2);
        self.with(name, text.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// A number with so many decimals, without a minus before nought.
fn decimals(number: f64, count: usize) -> String {
    let text = format!("{number:.count$}");
    let is_nought = text.strip_prefix('-').is_some_and(|rest| rest.chars().all(|ch| ch == '0' || ch == '.'));
    if is_nought { text[1..].to_owned() } else { text }
}

/// What came of measuring a clause.
#[derive(Debug)]
pub struct Finding {
    /// The clause.
    pub clause: &'static Clause,
    /// What it asks.
    pub asked: Told,
    /// What was found; of several, the worst.
    pub measured: Told,
    /// Whether it is met.
    pub verdict: Verdict,
    /// The pages at fault, counted from 1 as they lie in the file; none if the fault is the whole file's.
    pub pages: Vec<usize>,
}

/// What a clause's function finds.
#[derive(Debug)]
pub(super) struct Outcome {
    asked: Told,
    measured: Told,
    verdict: Verdict,
    pages: Vec<usize>,
}

impl Outcome {
    pub(super) fn judged(asked: Told, measured: Told, is_met: bool) -> Self {
        let verdict = if is_met { Verdict::Pass } else { Verdict::Fail };
        Self { asked, measured, verdict, pages: Vec::new() }
    }

    pub(super) fn not_applicable(asked: Told, why: &'static str) -> Self {
        Self { asked, measured: Told::new(why), verdict: Verdict::NotApplicable, pages: Vec::new() }
    }

    pub(super) fn not_measured(asked: Told, why: &'static str) -> Self {
        Self { asked, measured: Told::new(why), verdict: Verdict::NotMeasured, pages: Vec::new() }
    }

    /// The same with the pages at fault, in order.
    pub(super) fn on(mut self, pages: impl IntoIterator<Item = usize>) -> Self {
        if self.verdict == Verdict::Fail {
            self.pages = pages.into_iter().collect();
        }
        self
    }
}
