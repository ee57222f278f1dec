//! Bylines (署名).

use super::section;
use super::setting::{Ems, Size, Words};

section! {
    /// Bylines.
    BylineStyle ["byline"] {
        /// Size, pt or a size name. Measured.
        size: Size = 16.0,
        /// What opens a byline. Measured.
        open: Words = "（",
        /// What closes a byline. Measured.
        close: Words = "）",
        /// Space between the parts, em. Measured.
        gap: Ems = 1.0,
        /// The width to which a personal name of two characters is spaced, em. Measured.
        name_width: Ems = 3.0,
        /// What stands before where a text was published first. Ours.
        source_label: Words = "来源：",
        /// The least space before a byline that shares a paragraph's last line, em. Measured.
        run_on_gap: Ems = 2.0,
    }
}
