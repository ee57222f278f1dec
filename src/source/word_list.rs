//! The word lists (词表) that a publication names, from the files in which they stand.

use super::{limits, read};
use crate::diagnostic::messages::io_message;
use crate::diagnostic::{Argument, Code, Diagnostic, Files, Place, Sink};
use crate::model::{ListedWord, Publication, Text};
use std::collections::BTreeSet;
use std::io::ErrorKind;

/// Reads the lists of a publication into it; a list that cannot be read and a row that is none are reported.
pub(super) fn read(publication: &mut Publication, files: &mut Files, sink: &mut Sink) {
    let lists = publication.word_lists.clone();
    publication.words = lists.iter().flat_map(|list| words(list, files, sink)).collect();
}

/// The rows of a list; its path counts from the folder of the file that names it.
fn words(list: &Text, files: &mut Files, sink: &mut Sink) -> Vec<ListedWord> {
    let Some(place) = list.whole_place() else { return Vec::new() };
    let path = files.path(place.file).with_file_name(list.as_str());
    let bytes = match files.read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::FileTooLarge => {
            limits::too_large("file", &path.display().to_string(), Files::LARGEST, place, sink);
            return Vec::new();
        }
        Err(error) => {
            let reason = io_message(error.kind()).map_or_else(|| error.to_string().into(), Argument::Message);
            let diagnostic = Diagnostic::new(Code::UnreadableFile, place).with("path", path.display().to_string());
            sink.push(diagnostic.with("reason", reason));
            return Vec::new();
        }
    };
    let Some((file, text)) = read::text(&path, bytes, files, sink) else { return Vec::new() };
    let mut rows: Vec<ListedWord> = Vec::new();
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let place = Place::new(file, start..end);
        let row = match ListedWord::read(line.trim_end_matches(['\n', '\r']), Some(place)) {
            Ok(Some(row)) if !names.insert(row.id.clone()) => Err("id"),
            row => row,
        };
        match row {
            Ok(row) => rows.extend(row),
            Err(column) => sink.push(Diagnostic::new(Code::ListRow, place).with("column", column)),
        }
        start += line.len();
    }
    rows
}
