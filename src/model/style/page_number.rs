//! Page numbers (页码).

use super::section;
use super::setting::{Ems, Mm, Size, Words};

section! {
    /// Page numbers.
    PageNumberStyle ["page_number"] {
        /// Size, pt or a size name. GB/T 9704-2012 7.5.
        size: Size = 14.0,
        /// What stands at either side of the figures. GB/T 9704-2012 7.5.
        dash: Words = "—",
        /// Space between it and the figures, em. Ours.
        gap: Ems = 0.25,
        /// From the type area's foot down to the dash's upper edge, mm. GB/T 9704-2012 7.5.
        distance: Mm = 7.0,
        /// How far in from the type area's outer edge it ends, em. GB/T 9704-2012 7.5.
        indent: Ems = 1.0,
    }
}
