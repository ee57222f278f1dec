//! How a line was filled: what a compositor asks why a line ended where it did.

use crate::length::Length;

/// The figures of a filled line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filling {
    /// The measure (行长).
    pub measure: Length,
    /// The width before anything was squeezed or stretched.
    pub natural: Length,
    /// The width with every mark squeezed as far as it goes.
    pub least: Length,
    /// Where the line may be turned inside, by bytes of its text.
    pub turns: Vec<usize>,
    /// The next unit, which did not go on the line; none on a last line.
    pub next: Option<Next>,
    /// Whether the line had no legal end.
    pub forced: bool,
}

/// The unit that did not go on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// Its characters.
    pub text: String,
    /// The least width of the line with it.
    pub least: Length,
}
