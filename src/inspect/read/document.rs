//! What holds for a whole file: its catalog, its information, its output intents.

use super::packet;
use super::trailer::Trailer;
use crate::inspect::facts::{FileFacts, Intent, Layers, Profile};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use hayro_syntax::{Pdf, PdfVersion};

/// Reads what the catalog and the trailer say.
pub(super) fn read(pdf: &Pdf, catalog: &Dict<'_>, mut trailer: Trailer) -> FileFacts {
    trailer.add_streams(pdf);
    let flag =
        |key: &str, name: &str| catalog.get::<Dict<'_>>(key).and_then(|table| table.get::<bool>(name)).unwrap_or(false);
    let text = |bytes: &[u8]| Some(text(bytes)).filter(|text| !text.trim().is_empty());
    FileFacts {
        version: version(pdf.version()),
        encrypted: trailer.encrypted,
        identifiers: trailer.identifiers,
        language: catalog.get::<PdfString<'_>>("Lang").and_then(|language| text(language.as_bytes())),
        display_title: flag("ViewerPreferences", "DisplayDocTitle"),
        is_tagged: flag("MarkInfo", "Marked"),
        layers: layers(catalog),
        actions: actions(catalog),
        trapped: trailer
            .information(pdf)
            .and_then(|information| information.get::<Name<'_>>("Trapped").map(|name| name.as_str().to_owned())),
        title: pdf.metadata().title.as_deref().and_then(text),
        metadata: packet::read(catalog),
        intents: intents(catalog),
        ..FileFacts::default()
    }
}

/// Whether the file has layers (optional content), and whether one of them may be hidden: by the configuration that
/// holds, or by what switches layers by themselves.
///
/// Source: ISO 32000-1 8.11.4.
fn layers(catalog: &Dict<'_>) -> Layers {
    let Some(properties) = catalog.get::<Dict<'_>>("OCProperties") else { return Layers::None };
    if properties.get::<Array<'_>>("OCGs").is_none_or(|groups| groups.raw_iter().next().is_none()) {
        return Layers::None;
    }
    let configuration = properties.get::<Dict<'_>>("D").unwrap_or_default();
    let is_listed =
        |key: &str| configuration.get::<Array<'_>>(key).is_some_and(|list| list.raw_iter().next().is_some());
    let is_off = configuration.get::<Name<'_>>("BaseState").is_some_and(|state| state.as_str() != "ON");
    if is_off || is_listed("OFF") || is_listed("AS") { Layers::Hidden } else { Layers::Shown }
}

/// What the catalog has viewers do: the names of the entries.
fn actions(catalog: &Dict<'_>) -> Vec<&'static str> {
    let mut actions = Vec::new();
    // A place to begin at is no action, nor is going there.
    if let Some(Object::Dict(action)) = catalog.get::<Object<'_>>("OpenAction")
        && action.get::<Name<'_>>("S").is_none_or(|kind| kind.as_str() != "GoTo")
    {
        actions.push("OpenAction");
    }
    if catalog.contains_key("AA") {
        actions.push("AA");
    }
    if catalog.get::<Dict<'_>>("Names").is_some_and(|names| names.contains_key("JavaScript")) {
        actions.push("JavaScript");
    }
    actions
}

fn intents(catalog: &Dict<'_>) -> Vec<Intent> {
    let list = catalog.get::<Array<'_>>("OutputIntents");
    let intent = |intent: Dict<'_>| Intent {
        subtype: intent.get::<Name<'_>>("S").map(|name| name.as_str().to_owned()).unwrap_or_default(),
        profile: intent.get::<Stream<'_>>("DestOutputProfile").and_then(|stream| profile(&stream)),
    };
    list.map(|list| list.iter::<Dict<'_>>().map(intent).collect()).unwrap_or_default()
}

/// The colour profile that a stream holds: its space stands at byte 16, its signature at byte 36 (ICC.1 7.2).
fn profile(stream: &Stream<'_>) -> Option<Profile> {
    let data = stream.decoded_data().ok()?;
    let space = data.get(16..20).filter(|_| data.get(36..40) == Some(b"acsp"))?;
    let space = String::from_utf8_lossy(space).trim_end().to_owned();
    let components = stream.dict().get::<i32>("N").unwrap_or(0);
    Some(Profile { object: stream.obj_id().obj_number, space, components })
}

/// A text string of a PDF: UTF-16 or UTF-8 by its mark, else Latin.
fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

fn version(version: PdfVersion) -> &'static str {
    match version {
        PdfVersion::Pdf10 => "1.0",
        PdfVersion::Pdf11 => "1.1",
        PdfVersion::Pdf12 => "1.2",
        PdfVersion::Pdf13 => "1.3",
        PdfVersion::Pdf14 => "1.4",
        PdfVersion::Pdf15 => "1.5",
        PdfVersion::Pdf16 => "1.6",
        PdfVersion::Pdf17 => "1.7",
        PdfVersion::Pdf20 => "2.0",
    }
}
