//! The rules, a file each.

use super::Reading;
use crate::diagnostic::Sink;

mod and_so_on;
mod approximations;
mod blanks;
mod characters;
mod chars;
mod dash;
mod dates;
mod document_numbers;
mod doubled_marks;
mod ellipsis;
mod fullwidth_figures;
mod halfwidth_marks;
mod mixed_numerals;
mod numbers;
mod ordinals;
mod pairs;
mod range_marks;
mod ranges;
mod straight_quotes;
mod unpaired_marks;
mod wrong_nesting;

/// A rule: it reads the whole issue and reports what it finds.
pub(super) type Rule = fn(&Reading<'_>, &mut Sink);

/// Every rule, in the order of their codes.
pub(super) const ALL: &[Rule] = &[
    halfwidth_marks::check,
    fullwidth_figures::check,
    straight_quotes::check,
    unpaired_marks::check,
    wrong_nesting::check,
    doubled_marks::check,
    ellipsis::check,
    dash::check,
    range_marks::check,
    blanks::check,
    approximations::check,
    mixed_numerals::check,
    ranges::check,
    dates::check,
    numbers::check,
    document_numbers::check,
    ordinals::check,
    and_so_on::check,
    characters::check,
];
