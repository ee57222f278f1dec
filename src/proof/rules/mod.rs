//! The rules, a file each.

use super::Reading;
use crate::diagnostic::Sink;

mod alphabets;
mod and_so_on;
mod approximations;
mod blanks;
mod broken_series;
mod calendar;
mod characters;
mod chars;
mod confused_words;
mod corner_quotes;
mod count_differs;
mod dash;
mod dates;
mod document_numbers;
mod doubled_characters;
mod doubled_marks;
mod doubled_words;
mod ellipsis;
mod fullwidth_figures;
mod halfwidth_marks;
mod heading_level;
mod idiom_off;
mod listed_word;
mod mixed_numerals;
mod name_form;
mod name_in_text;
mod name_varies;
mod numbers;
mod ordinals;
mod pairs;
mod range_marks;
mod ranges;
mod repeated_passage;
mod straight_quotes;
mod term_near;
mod term_varies;
mod title_district;
mod title_figure;
mod title_stop;
mod traditional;
mod unpaired_marks;
mod wrong_nesting;

pub(super) use repeated_passage::against;

/// A rule: it reads the whole issue and reports what it finds.
pub(super) type Rule = fn(&Reading<'_>, &mut Sink);

/// Every rule, in the order of their codes.
pub(super) const ALL: &[Rule] = &[
    halfwidth_marks::check,
    fullwidth_figures::check,
    straight_quotes::check,
    unpaired_marks::check,
    wrong_nesting::check,
    corner_quotes::check,
    doubled_marks::check,
    ellipsis::check,
    dash::check,
    range_marks::check,
    blanks::check,
    approximations::check,
    mixed_numerals::check,
    ranges::check,
    dates::check,
    calendar::check,
    numbers::check,
    doubled_words::check,
    broken_series::check,
    count_differs::check,
    title_stop::check,
    heading_level::check,
    title_figure::check,
    name_varies::check,
    name_in_text::check,
    term_varies::check,
    title_district::check,
    repeated_passage::check,
    idiom_off::check,
    confused_words::check,
    listed_word::check,
    document_numbers::check,
    ordinals::check,
    and_so_on::check,
    characters::check,
    alphabets::check,
    traditional::check,
    name_form::check,
];
