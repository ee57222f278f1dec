//! The ICC profile that a publication names for its press.

use crate::diagnostic::messages::io_message;
use crate::diagnostic::{Argument, Code, Diagnostic, Files, Place, Sink};
use crate::model::{OutputCondition, Publication, Text};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// The most bytes of a profile: the largest in use hold 2 to 3 MB, and every PDF would carry it.
const LARGEST: u64 = 8 << 20;

/// The least bytes of a profile: its header and the count of its tags.
const SMALLEST: usize = 132;

/// The tags by which a press's profile converts both ways (ISO 15930-7; ICC.1 8.5).
const TAGS: [&[u8; 4]; 7] = [b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"gamt"];

/// Reads the profile of a publication into it; one that cannot be read or used is reported.
pub(super) fn read(publication: &mut Publication, files: &mut Files, sink: &mut Sink) {
    let Some(name) = publication.output_profile.clone() else { return };
    let Some(place) = name.whole_place() else { return };
    publication.output = condition(&name, place, publication.output_condition.as_ref(), files, sink);
}

fn condition(
    name: &Text,
    place: Place,
    identifier: Option<&Text>,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<OutputCondition> {
    let path = files.path(place.file).with_file_name(name.as_str());
    let unusable = |fault: &'static str| {
        let diagnostic = Diagnostic::new(Code::ProfileUnusable, place).with("path", path.display().to_string());
        diagnostic.with("fault", Argument::Message(fault))
    };
    files.add_asked(&path);
    match bytes(&path) {
        Err(error) => {
            let reason = io_message(error.kind()).map_or_else(|| error.to_string().into(), Argument::Message);
            let diagnostic = Diagnostic::new(Code::UnreadableFile, place).with("path", path.display().to_string());
            sink.push(diagnostic.with("reason", reason));
            None
        }
        Ok(bytes) => match fault(&bytes) {
            Some(fault) => {
                sink.push(unusable(fault));
                None
            }
            None => {
                let profile: Arc<[u8]> = bytes.into();
                files.add_data(&path, Arc::clone(&profile));
                Some(OutputCondition {
                    identifier: identifier.map_or(OutputCondition::CUSTOM, Text::as_str).to_owned(),
                    about: identifier.unwrap_or(name).as_str().to_owned(),
                    profile,
                })
            }
        },
    }
}

/// The bytes of a file, and one more than the most that is taken.
fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why these bytes are no profile for a press, as the key of a message; none if they are one.
///
/// Source: ICC.1:2010 7.2 for the header's places.
fn fault(bytes: &[u8]) -> Option<&'static str> {
    let at = |from: usize| bytes.get(from..from + 4).unwrap_or_default();
    if bytes.len() as u64 > LARGEST {
        return Some("profile-too-large");
    }
    if bytes.len() < SMALLEST || at(36) != b"acsp" {
        return Some("profile-none");
    }
    if at(12) != b"prtr" {
        return Some("profile-not-printer");
    }
    if at(16) != b"CMYK" {
        return Some("profile-not-cmyk");
    }
    if !matches!(bytes[8], 2 | 4) {
        return Some("profile-version");
    }
    let tags = || bytes[SMALLEST..].chunks_exact(12).take(tag_count(bytes));
    let lies_inside = |tag: &[u8]| {
        let number =
            |from: usize| u32::from_be_bytes([tag[from], tag[from + 1], tag[from + 2], tag[from + 3]]) as usize;
        number(4).checked_add(number(8)).is_some_and(|end| end <= bytes.len())
    };
    let is_whole = tags().count() == tag_count(bytes) && tags().all(lies_inside);
    let has = |wanted: &[u8; 4]| tags().any(|tag| tag.starts_with(wanted));
    let says_its_length = u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize == bytes.len();
    (!is_whole || !says_its_length || !TAGS.into_iter().all(has)).then_some("profile-incomplete")
}

fn tag_count(bytes: &[u8]) -> usize {
    bytes.get(128..132).map_or(0, |count| u32::from_be_bytes([count[0], count[1], count[2], count[3]]) as usize)
}
