//! A document becomes bytes. Writers never measure and never move a thing.

pub mod dump;
pub mod pdf;
