//! The contents list (目录).

use super::section;
use super::setting::{Choice, Choices, Count, Ems, Flag, GridLines, Size, Words};
use serde::Deserialize;

section! {
    /// The contents list.
    ContentsStyle ["contents"] {
        /// The heading's words. Measured.
        heading: Words = "目录",
        /// Size of the heading, pt or a size name. Ours.
        heading_size: Size = 22.0,
        /// Space inside a heading of two characters, em. Measured.
        heading_spacing: Ems = 1.0,
        /// Grid lines of the heading. Ours.
        heading_lines: Count = 2,
        /// Blank grid lines between the heading and the list. Ours.
        space_below: GridLines = 1.0,
        /// Size of the list, pt or a size name. Ours.
        size: Size = 16.0,
        /// Where titles start, em from the measure's left end. Measured.
        title_stop: Ems = 5.5,
        /// Whether the list keeps the issue's order or that of the publication's columns. Measured.
        order: Choice<ContentsOrder> = ContentsOrder::Issue,
        /// How the number of briefs is told. Measured.
        brief_count: Words = "{count}则",
        /// Whether page numbers stand at the right end. Measured: no.
        page_numbers: Flag = false,
        /// The mark that leads to a page number (前导符). Ours.
        leader: Words = "·",
        /// The room at the right end that page numbers stand in, em. Ours.
        number_room: Ems = 2.0,
        /// The least room between a title and its page number, em. Ours.
        leader_gap: Ems = 1.0,
    }
}

/// In which order the contents list what stands in the issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContentsOrder {
    /// As it stands in the issue.
    Issue,
    /// Column by column, in the order of the publication's columns.
    Columns,
}

impl Choices for ContentsOrder {
    const NAMES: &'static [&'static str] = &["issue", "columns"];
}
