//! Today's date, for `init` and `new`; nothing that is built ever asks for it.

use crate::model::IssueDate;

/// The day that it is where the machine stands.
pub(super) fn today() -> IssueDate {
    let date = jiff::Zoned::now().date();
    let day = |part: i8| part.unsigned_abs();
    IssueDate { year: date.year().unsigned_abs(), month: day(date.month()), day: day(date.day()) }
}

/// A date as TOML writes it.
pub(super) fn written(date: IssueDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}
