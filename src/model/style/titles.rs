//! Titles of articles (标题).

use super::section;
use super::setting::{Count, GridLines, Size, Words};

section! {
    /// Titles of articles: the lead article's (头条) and the others'.
    TitlesStyle ["titles"] {
        /// Size of the lead article's title, pt or a size name. Measured.
        lead_size: Size = 22.0,
        /// Blank lines above the lead article's title, kept at a page's top. Measured.
        lead_above: GridLines = 1.0,
        /// Grid lines for each of its lines. Measured.
        lead_line: GridLines = 1.5,
        /// Blank lines below it. Measured.
        lead_below: GridLines = 1.0,
        /// Size of other titles, pt or a size name. Measured.
        size: Size = 18.0,
        /// Blank lines above another title, dropped at a page's top. Measured.
        above: GridLines = 1.0,
        /// Grid lines for each of its lines. Measured.
        line: GridLines = 1.0,
        /// Blank lines below it. Measured.
        below: GridLines = 1.0,
        /// Size of subtitles and of notes under a title, pt or a size name. Ours.
        subtitle_size: Size = 16.0,
        /// What sets a subtitle (副标题) off. GB/T 15834-2011 4.13.3.
        subtitle_dash: Words = "——",
        /// The least lines of text that stay with a title on its page. clreq #headings.
        keep_lines: Count = 2,
    }
}
