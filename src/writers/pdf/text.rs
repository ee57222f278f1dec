//! Text strings of a PDF's dictionaries.

use lopdf::{Object, StringFormat};

/// A text string: UTF-16BE with its mark.
pub(super) fn text_string(text: &str) -> Object {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}
