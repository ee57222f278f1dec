//! The briefs (信息摘登).

use super::section;
use super::setting::{Choice, Choices, GridLines, Size, Words};
use serde::Deserialize;

section! {
    /// The briefs and the heading over them.
    BriefsStyle ["briefs"] {
        /// Size of the heading, pt or a size name. Measured.
        size: Size = 18.0,
        /// Blank lines above the heading, dropped at a page's top. Measured.
        above: GridLines = 1.0,
        /// Grid lines of the heading. Measured.
        line: GridLines = 1.0,
        /// Blank lines below the heading. Measured.
        below: GridLines = 0.0,
        /// Blank lines between two briefs, dropped at a page's top. Measured.
        between: GridLines = 1.0,
        /// Whether a brief's title runs in before its text or stands centred over it. Ours.
        title: Choice<BriefTitle> = BriefTitle::Inline,
        /// What opens a title that runs in. Ours.
        title_open: Words = "【",
        /// What closes a title that runs in. Ours.
        title_close: Words = "】",
    }
}

/// Where a brief's title stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BriefTitle {
    /// At the start of its first paragraph.
    Inline,
    /// On lines of its own, centred.
    Centred,
}

impl Choices for BriefTitle {
    const NAMES: &'static [&'static str] = &["inline", "centred"];
}
