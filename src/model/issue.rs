//! One issue (期): its numbers, its date, and what stands in it, in the order of the file.

use super::article::{Article, Brief};
use super::publication::StaffLine;
use super::text::{Placed, Text};
use std::fmt;

/// One issue of a publication, valid by construction: its columns and edition are the publication's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The year's number (期号), two for a merged issue; none where the publication prints none.
    pub number: Option<Placed<NumberRange>>,
    /// The number counted in its series from the first issue ever (总期号); none where none is printed.
    pub serial: Option<Placed<NumberRange>>,
    /// The edition (版别), such as 普刊: the name of its series.
    pub edition: Text,
    /// The date of issue.
    pub date: Placed<IssueDate>,
    /// The editor in charge (责任编辑).
    pub editor: Option<Text>,
    /// Others who answer for it.
    pub staff: Vec<StaffLine>,
    /// Urgency (紧急程度).
    pub urgency: Option<Text>,
    /// The number of this copy (份号).
    pub copy_number: Option<Placed<u32>>,
    /// Articles and briefs.
    pub entries: Vec<Entry>,
}

impl Issue {
    /// Whether it is a merged issue (合刊).
    #[must_use]
    pub fn is_merged(&self) -> bool {
        [self.number, self.serial].into_iter().flatten().any(|range| range.value.is_merged())
    }

    /// The articles, in order; the first is the lead article (头条).
    pub fn articles(&self) -> impl Iterator<Item = &Article> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Article(article) => Some(article),
            Entry::Brief(_) => None,
        })
    }

    /// The briefs, in order.
    pub fn briefs(&self) -> impl Iterator<Item = &Brief> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Brief(brief) => Some(brief),
            Entry::Article(_) => None,
        })
    }
}

/// What stands in an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// An article with a title.
    Article(Article),
    /// A brief item (简讯).
    Brief(Brief),
}

/// A number, or the first and last of several that a merged issue (合刊) carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberRange {
    /// The first number.
    pub first: u32,
    /// The last number; the first again where there is one.
    pub last: u32,
}

impl NumberRange {
    /// Whether there are several.
    #[must_use]
    pub fn is_merged(self) -> bool {
        self.first != self.last
    }

    /// Whether the number is one of these.
    #[must_use]
    pub fn contains(self, number: u32) -> bool {
        (self.first..=self.last).contains(&number)
    }
}

/// `3`, `3、4` for two in a row, `3-5` for more.
impl fmt::Display for NumberRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.last - self.first {
            0 => write!(f, "{}", self.first),
            1 => write!(f, "{}、{}", self.first, self.last),
            _ => write!(f, "{}-{}", self.first, self.last),
        }
    }
}

/// A day of the calendar, which exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct IssueDate {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}
