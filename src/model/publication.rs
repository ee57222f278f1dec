//! The publication (刊物): what all its issues share.

use super::style::Style;
use super::text::Text;

/// A publication as it holds for one issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Its name, as the masthead (报头) prints it.
    pub name: Text,
    /// The publisher's line (编辑单位) on page one.
    pub publisher: Text,
    /// The language of its text, a BCP 47 tag such as `zh-CN`.
    pub language: String,
    /// Its editions (版别).
    pub editions: Vec<Text>,
    /// Its columns (栏目), in order.
    pub columns: Vec<Text>,
    /// The column of the briefs; one of the columns.
    pub briefs: Option<Text>,
    /// The telephone number of the imprint.
    pub telephone: Option<Text>,
    /// To whom it goes, tier by tier.
    pub recipients: Vec<Tier>,
    /// Terms that a title is never broken inside.
    pub terms: Vec<Text>,
    /// The measures, words and faces of its format.
    pub style: Style,
}

/// A tier of recipients in the imprint (版记): `送：` and its groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tier {
    /// The label, such as `送：`.
    pub label: Text,
    /// The groups; each begins a line.
    pub groups: Vec<Text>,
}
