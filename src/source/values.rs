//! Values that several tables take: numbers, dates, people.

use super::format::{AUTHOR, STAFF};
use super::table::Fields;
use super::value::Item;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::model::{Author, IssueDate, NumberRange, Placed, StaffLine};
use toml::de::DeValue;

/// A number, or a list of the first and last number of a merged issue.
pub(super) fn numbers(item: &Item<'_, '_>, key: &'static str, sink: &mut Sink) -> Option<Placed<NumberRange>> {
    let range = match item.value.get_ref() {
        DeValue::Array(array) => match &array[..] {
            [first, last] => {
                let inside = |value| Item { raw: item.raw, value };
                NumberRange { first: number(&inside(first), sink)?, last: number(&inside(last), sink)? }
            }
            _ => {
                item.report_value("kind-number", &[], sink);
                return None;
            }
        },
        _ => {
            let number = number_of("kind-number", item, sink)?;
            NumberRange { first: number, last: number }
        }
    };
    if range.last < range.first {
        sink.push(Diagnostic::new(Code::BackwardRange, item.place()).with("key", key));
        return None;
    }
    Some(Placed { value: range, place: item.place() })
}

/// A whole number, 1 to 999999.
pub(super) fn number(item: &Item<'_, '_>, sink: &mut Sink) -> Option<u32> {
    number_of("kind-single-number", item, sink)
}

fn number_of(expected: &'static str, item: &Item<'_, '_>, sink: &mut Sink) -> Option<u32> {
    let integer = item.value.get_ref().as_integer();
    let number = integer.and_then(|integer| u32::from_str_radix(integer.as_str(), integer.radix()).ok());
    let number = number.filter(|number| (1..=999_999).contains(number));
    if number.is_none() {
        item.report_value(expected, &[], sink);
    }
    number
}

/// The number of a key, with its place; none if it is left out.
pub(super) fn placed_number(fields: &Fields<'_, '_>, key: &str, sink: &mut Sink) -> Option<Placed<u32>> {
    let item = fields.get(key)?;
    Some(Placed { value: number(&item, sink)?, place: item.place() })
}

/// A date without a time.
pub(super) fn date(item: &Item<'_, '_>, sink: &mut Sink) -> Option<Placed<IssueDate>> {
    let date = match item.value.get_ref() {
        DeValue::Datetime(datetime) if datetime.time.is_none() => datetime.date,
        _ => None,
    };
    match date {
        None => {
            item.report_type("kind-date", sink);
            None
        }
        Some(date) if date.year == 0 => {
            sink.push(Diagnostic::new(Code::NoSuchDate, item.place()));
            None
        }
        Some(date) => {
            let value = IssueDate { year: date.year, month: date.month, day: date.day };
            Some(Placed { value, place: item.place() })
        }
    }
}

/// Names, or tables with a name and a post.
pub(super) fn authors(fields: &Fields<'_, '_>, sink: &mut Sink) -> Vec<Author> {
    let items = fields.get("authors").and_then(|item| item.items("kind-authors", sink)).unwrap_or_default();
    let authors = items.into_iter().filter_map(|item| match item.value.get_ref() {
        DeValue::String(_) => item.line(sink).map(|name| Author { name, post: None }),
        DeValue::Table(_) => {
            let fields = Fields { layers: vec![item.as_table(sink)?] };
            fields.check_keys(&AUTHOR, &[], sink);
            let post = fields.text("post", sink);
            if fields.topmost(&["name"]).is_none() {
                fields.report_missing_as("name", "example-author", sink);
            }
            fields.text("name", sink).map(|name| Author { name, post })
        }
        _ => {
            item.report_type("kind-author", sink);
            None
        }
    });
    authors.collect()
}

/// The lines of those who answer for an issue.
pub(super) fn staff(fields: &Fields<'_, '_>, sink: &mut Sink) -> Vec<StaffLine> {
    let lines = fields.tables("staff", sink).into_iter().filter_map(|table| {
        table.check_keys(&STAFF, &[], sink);
        let label = table.require_text("label", sink);
        let names = table.require_texts("names", sink);
        Some(StaffLine { label: label?, names: names? })
    });
    lines.collect()
}
