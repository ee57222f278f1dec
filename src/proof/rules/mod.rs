//! The rules, a file each.

use super::Reading;
use crate::diagnostic::Sink;

mod broken_series;
mod count_differs;
mod doubled_marks;
mod doubled_words;
mod heading_level;
mod idiom_off;
mod listed_word;
mod name_varies;
mod repeated_passage;
mod term_near;
mod term_varies;
mod title_district;
mod title_figure;
mod title_stop;

pub(super) use repeated_passage::against;

/// A rule: it reads the whole issue and reports what it finds.
pub(super) type Rule = fn(&Reading<'_>, &mut Sink);

/// Every rule, in the order of their codes.
pub(super) const ALL: &[Rule] = &[
    doubled_marks::check,
    doubled_words::check,
    broken_series::check,
    count_differs::check,
    title_stop::check,
    heading_level::check,
    title_figure::check,
    name_varies::check,
    term_varies::check,
    title_district::check,
    repeated_passage::check,
    idiom_off::check,
    listed_word::check,
];
