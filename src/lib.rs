//! draft
pub mod diagnostic;
pub mod document;
pub mod fonts;
pub mod length;
pub mod model;
pub mod source;
pub mod typeset;
