//! The rules, a file each.

use super::Reading;
use crate::diagnostic::Sink;

mod doubled_marks;
mod doubled_words;
mod idiom_off;
mod term_varies;

/// A rule: it reads the whole issue and reports what it finds.
pub(super) type Rule = fn(&Reading<'_>, &mut Sink);

/// Every rule, in the order of their codes.
pub(super) const ALL: &[Rule] = &[doubled_marks::check, doubled_words::check, term_varies::check, idiom_off::check];
