//! The briefs (信息摘登).

use super::section;
use super::setting::{GridLines, Size};

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
    }
}
