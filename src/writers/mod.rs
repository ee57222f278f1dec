//! A document becomes bytes. Writers never measure; nothing moves by more than a hundredth of a point.

pub mod dump;
pub mod pdf;
pub mod tags;
