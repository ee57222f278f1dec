//! Diagnostics as text, one renderer a file.

mod human;

pub use human::render;
