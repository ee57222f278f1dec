//! Files that an issue takes in: articles of their own, and bodies in plain text.

use super::limits::Budget;
use super::value::Item;
use super::{ignore, limits, read, scan};
use crate::diagnostic::messages::io_message;
use crate::diagnostic::{Argument, Code, Diagnostic, FileId, Files, Place, Sink};
use crate::model::Text;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

/// The endings of a body's file.
const BODY_ENDINGS: &[&str] = &["txt", "md"];

/// The text of the file whose path an item holds, from the folder of the file in which it stands.
pub(super) fn text(
    item: &Item<'_, '_>,
    budget: &mut Budget,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<(FileId, Arc<str>)> {
    let written = item.line(sink)?;
    let path: PathBuf = files.path(item.raw.file).with_file_name(written.as_str());
    match files.read(&path) {
        Ok(bytes) if !budget.take(bytes.len(), item, sink) => None,
        Ok(bytes) => read::text(&path, bytes, files, sink),
        Err(error) if error.kind() == ErrorKind::FileTooLarge => {
            limits::too_large("file", &path.display().to_string(), Files::LARGEST, item.place(), sink);
            None
        }
        Err(error) => {
            let reason = io_message(error.kind()).map_or_else(|| error.to_string().into(), Argument::Message);
            let diagnostic = Diagnostic::new(Code::UnreadableFile, item.place())
                .with("path", path.display().to_string())
                .with("reason", reason);
            sink.push(diagnostic);
            None
        }
    }
}

/// The body in the file whose path an item holds.
pub(super) fn body(
    item: &Item<'_, '_>,
    budget: &mut Budget,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<(Place, Text)> {
    let written = item.line(sink)?;
    let ending = written.as_str().rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if !BODY_ENDINGS.contains(&ending.as_str()) {
        item.report_value("kind-body-file", &[], sink);
        return None;
    }
    let (file, text) = text(item, budget, files, sink)?;
    Some((Place::new(file, 0..0), ignore::in_text(scan::plain(file, &text), sink)))
}
