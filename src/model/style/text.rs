//! Body text (正文): size, indent, and how lines fill.

use super::section;
use super::setting::{Choice, Choices, Ems, Size, Words};
use serde::Deserialize;

section! {
    /// Body text.
    TextStyle ["text"] {
        /// Size, pt or a size name. GB/T 9704-2012 5.2.2.
        size: Size = 16.0,
        /// First-line indent (段首缩进), em. GB/T 9704-2012 7.3.3.
        indent: Ems = 2.0,
        /// The marks that a full line may squeeze (标点挤压); brackets give nothing. Measured.
        squeezable: Words = "，。、；：！？“”‘’",
        /// The most that a squeezable mark gives, em. Measured.
        squeeze: Ems = 0.5,
        /// The width to which a space between Latin words may stretch, em. clreq #text_adjustment.
        word_space: Ems = 0.5,
        /// Space between han and Latin letters or figures (中西间距), em. Measured: none.
        cjk_latin_spacing: Ems = 0.0,
        /// Whether a page may begin or end with one line of a paragraph (孤行). Measured.
        lone_lines: Choice<LoneLines> = LoneLines::Allow,
    }
}

/// Whether a page may begin or end with a single line of a longer paragraph (孤行).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LoneLines {
    /// It may.
    Allow,
    /// A line is brought over to keep it company.
    Avoid,
}

impl Choices for LoneLines {
    const NAMES: &'static [&'static str] = &["allow", "avoid"];
}
