//! The clauses, a file a subject, in the order in which the sheet tells them.
//!
//! How far a measure may be off is a named constant of each file, with where it comes from.

mod colours;
mod conformance;
mod faces;
mod grid;
mod marks;
mod page_numbers;
mod rules;
mod sheet;
mod structure;
mod text;
mod type_area;

use super::clause::Clause;

/// A place on the sheet may be off by so much, in mm: what an eye with a rule on paper tells. Ours.
const PLACE: f64 = 0.5;
/// A size of type may be off by so much, in pt. Ours.
const SIZE: f64 = 0.1;

/// Every clause.
pub fn all() -> impl Iterator<Item = &'static Clause> {
    let subjects = [
        sheet::CLAUSES,
        type_area::CLAUSES,
        grid::CLAUSES,
        text::CLAUSES,
        colours::CLAUSES,
        page_numbers::CLAUSES,
        rules::CLAUSES,
        faces::CLAUSES,
        conformance::CLAUSES,
        structure::CLAUSES,
        marks::CLAUSES,
    ];
    subjects.into_iter().flatten()
}
