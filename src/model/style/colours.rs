//! The two colours of the print.

use super::section;
use super::setting::Percentages;

section! {
    /// The colours; there is no third.
    Colours ["colours"] {
        /// The text's black: cyan, magenta, yellow, black in percent. GB/T 9704-2012 6.2.
        black: Percentages = [0, 0, 0, 100],
        /// The masthead's red. GB/T 9704-2012 6.2.
        red: Percentages = [0, 80, 80, 0],
    }
}
