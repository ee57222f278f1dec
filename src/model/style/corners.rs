//! The corners of the head (版头): copy number, security class, urgency at the left; the notice at the right.

use super::section;
use super::setting::{Count, Size};

section! {
    /// What stands at the head's corners, over the masthead.
    CornersStyle ["corners"] {
        /// Size, pt or a size name. GB/T 9704-2012 7.2.1 to 7.2.3.
        size: Size = 16.0,
        /// The figures to which a copy number is filled up with noughts. GB/T 9704-2012 7.2.1.
        copy_figures: Count = 6,
    }
}
