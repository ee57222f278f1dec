//! The second colour of the print; the first is black ink alone.

use super::section;
use super::setting::{InkName, Percentages};

section! {
    /// The masthead's colour; there is no third.
    Colours ["colours"] {
        /// The masthead's red: cyan, magenta, yellow, black in percent. GB/T 9704-2012 6.2.
        red: Percentages = [0, 80, 80, 0],
        /// The name of the red's own ink (专色), such as `PANTONE 186 C`; empty mixes it from the process colours, and `red` then only shows it on screens. Ours.
        red_spot: InkName = "",
    }
}
