//! How much a source may hold. No issue that anyone prints comes near; what is beyond is a slip or an attack, and
//! is named before it costs time or memory.

use super::value::Item;
use crate::diagnostic::{Argument, Code, Diagnostic, Files, Place, Sink};

/// The most things in any list: articles, briefs, authors, recipients.
pub(super) const LIST: usize = 2_000;
/// The most files that an issue takes in.
pub(super) const FILES: usize = 2_000;
/// The most bytes that they hold together.
pub(super) const BYTES: usize = 4 * Files::LARGEST as usize;
/// The most amendments of a publication: its states are looked through one by one.
pub(super) const AMENDMENTS: usize = 100;
/// The most editions of a publication.
pub(super) const EDITIONS: usize = 20;

/// The count of a list that may be taken; what is beyond `most` is reported. `what` is the key of a message.
pub(super) fn within(count: usize, most: usize, what: &'static str, place: Place, sink: &mut Sink) -> usize {
    if count > most {
        let diagnostic = Diagnostic::new(Code::TooMany, place).with("what", Argument::Message(what));
        sink.push(diagnostic.with("count", count.to_string()).with("most", most.to_string()));
    }
    count.min(most)
}

/// Reports a file, or files together, that hold too much.
pub(super) fn too_large(what: &'static str, path: &str, most: u64, place: Place, sink: &mut Sink) {
    let diagnostic = Diagnostic::new(Code::TooLarge, place).with("what", what).with("path", path);
    sink.push(diagnostic.with("most", (most >> 20).to_string()));
}

/// What an issue may still take in.
pub(super) struct Budget {
    files: usize,
    bytes: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { files: FILES, bytes: BYTES }
    }
}

impl Budget {
    /// Takes a file of so many bytes, named by an item, out of what is left; what is beyond is reported once.
    pub(super) fn take(&mut self, bytes: usize, item: &Item<'_, '_>, sink: &mut Sink) -> bool {
        let (files, left) = (self.files.checked_sub(1), self.bytes.checked_sub(bytes));
        match (files, left) {
            (Some(files), Some(bytes)) => {
                *self = Self { files, bytes };
                return true;
            }
            (None, _) if self.bytes > 0 => {
                within(FILES + 1, FILES, "limit-files", item.place(), sink);
            }
            _ if self.bytes > 0 => too_large("together", "", BYTES as u64, item.place(), sink),
            _ => {}
        }
        *self = Self { files: 0, bytes: 0 };
        false
    }
}
