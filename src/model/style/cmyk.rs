//! A process colour (印刷四色).

/// A process colour: cyan, magenta, yellow and black in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cmyk(pub [u8; 4]);

impl Cmyk {
    /// The black of all text: black ink alone. GB/T 9704-2012 6.2.
    pub const BLACK: Self = Self([0, 0, 0, 100]);
}
