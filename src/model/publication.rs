//! The publication (刊物): what all its issues share.

use super::output::OutputCondition;
use super::style::Style;
use super::text::{Placed, Text};
use super::word_list::ListedWord;
use crate::diagnostic::Levels;

/// A publication as it holds for one issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Its name, as the masthead (报头) prints it.
    pub name: Text,
    /// The publisher's line (编辑单位) on page one.
    pub publisher: Text,
    /// The language of its text, a BCP 47 tag such as `zh-CN`.
    pub language: String,
    /// Its series (版别), at least one; the first is the main one.
    pub series: Vec<Series>,
    /// Its columns (栏目), in order.
    pub columns: Vec<Text>,
    /// The column of the briefs; one of the columns.
    pub briefs: Option<Text>,
    /// The notice at the head's right corner, such as `内部资料　注意保存`.
    pub notice: Option<Text>,
    /// Security class and term (密级和保密期限).
    pub security: Option<Text>,
    /// To whom it goes, tier by tier.
    pub recipients: Vec<Tier>,
    /// Those who answer for every issue.
    pub staff: Vec<StaffLine>,
    /// How it is reached, for the imprint.
    pub contact: Contact,
    /// How many copies are printed (印数).
    pub copies: Option<Placed<u32>>,
    /// Terms that a title is never broken inside.
    pub terms: Vec<Text>,
    /// The files of its word lists (词表), as they are named.
    pub word_lists: Vec<Text>,
    /// The rows of its word lists.
    pub words: Vec<ListedWord>,
    /// How grave it takes what proofreading finds.
    pub levels: Levels,
    /// The file of its press's ICC profile, as it is named.
    pub output_profile: Option<Text>,
    /// The name of its press's printing condition.
    pub output_condition: Option<Text>,
    /// That condition with its profile, if there is one.
    pub output: Option<OutputCondition>,
    /// The measures, words and faces of its format.
    pub style: Style,
}

/// A series of issues (版别), such as 普刊 or 增刊.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Its name, by which issues belong to it.
    pub name: Text,
    /// What page one prints for it between the brackets; its name if none.
    pub label: Option<Text>,
    /// The series whose serial numbers it counts in: its own name unless it shares another's.
    pub numbering: String,
    /// How its issues' files are named, without the ending: `{serial}`, `{number}`, `{year}` and
    /// `{edition}` stand for what they say.
    pub file_name: String,
}

/// How a publication is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// The telephone number.
    pub telephone: Option<Text>,
    /// The postal address.
    pub address: Option<Text>,
    /// The e-mail address.
    pub email: Option<Text>,
}

/// A tier of recipients in the imprint (版记): `送：` and its groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tier {
    /// The label, such as `送：`.
    pub label: Text,
    /// The groups; each begins a line.
    pub groups: Vec<Text>,
    /// The mark behind the last group, such as `。`.
    pub close: Option<Text>,
}

/// A line of those who answer for an issue, such as `审核：`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffLine {
    /// The label.
    pub label: Text,
    /// The names, at least one.
    pub names: Vec<Text>,
}

impl Publication {
    /// The series of this name.
    #[must_use]
    pub fn series_named(&self, name: &str) -> Option<&Series> {
        self.series.iter().find(|series| series.name.as_str() == name)
    }
}
