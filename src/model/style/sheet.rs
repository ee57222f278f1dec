//! The sheet (幅面), its margins, the type area (版心) and the line grid.

use super::section;
use super::setting::{Count, Ems, Flag, Mm};

section! {
    /// The sheet and its grid.
    Sheet ["sheet"] {
        /// Width of the trimmed sheet, mm. GB/T 9704-2012 5.1.
        width: Mm = 210.0,
        /// Height of the trimmed sheet, mm. GB/T 9704-2012 5.1.
        height: Mm = 297.0,
        /// Head margin (天头), mm. GB/T 9704-2012 5.2.1.
        head_margin: Mm = 37.0,
        /// Binding margin (订口), mm. GB/T 9704-2012 5.2.1.
        binding_margin: Mm = 28.0,
        /// Whether even pages mirror the margins, so that both sides of a leaf back each other. Ours.
        mirror_margins: Flag = true,
        /// Width of the type area, mm: the measure of body text. GB/T 9704-2012 5.2.1.
        type_area_width: Mm = 156.0,
        /// Height of the type area, mm. GB/T 9704-2012 5.2.1.
        type_area_height: Mm = 225.0,
        /// Grid lines in the type area. GB/T 9704-2012 5.2.3.
        lines: Count = 22,
        /// How much of the em square stands above the baseline, em. Ours.
        ascent: Ems = 0.88,
    }
}
