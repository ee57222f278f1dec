//! The head of page one (报头): the name, the edition, the numbers, the publisher's line, the red rule.

use super::section;
use super::setting::Count;
use super::setting::{Ems, Flag, Points, Size, Words};

section! {
    /// The head of page one.
    MastheadStyle ["masthead"] {
        /// Size of the name, pt; smaller if the name does not fit. Ours.
        size: Size = 60.0,
        /// Grid lines of the name. Measured.
        lines: Count = 3,
        /// What the name leaves free of the measure in all, em of the text's size. Ours.
        inset: Ems = 2.0,
        /// Whether the sheet carries a printed red head already (套红): its room is kept, name and rule are not drawn. Ours.
        preprinted: Flag = false,
        /// Whether the edition is printed. Measured.
        edition_shown: Flag = true,
        /// What opens the edition. Measured.
        edition_open: Words = "（",
        /// What closes the edition. Measured.
        edition_close: Words = "）",
        /// Space inside an edition of two characters, em. Ours.
        edition_spacing: Ems = 0.5,
        /// The line of the numbers. Measured.
        issue_line: Words = "第{number}期（总第{serial}期）",
        /// The same for a merged issue (合刊). Ours.
        merged_issue_line: Words = "第{number}期合刊（总第{serial}期）",
        /// The date's wording. GB/T 9704-2012 7.3.5.
        date_line: Words = "{year}年{month}月{day}日",
        /// Space that sets off figures on page one, em. Ours.
        figure_spacing: Ems = 0.25,
        /// How far the publisher and the date stand in from the measure's ends, em. Ours.
        indent: Ems = 1.0,
        /// Thickness of the red rule, pt. Ours.
        rule: Points = 1.5,
    }
}
