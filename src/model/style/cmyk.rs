//! A process colour (印刷四色).

/// A process colour: cyan, magenta, yellow and black in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cmyk(pub [u8; 4]);
