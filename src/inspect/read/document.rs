//! What holds for a whole file: its catalog, its information, its output intents.

use super::packet;
use super::trailer::Trailer;
use crate::inspect::facts::{FileFacts, Intent, Tagging};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use hayro_syntax::{Pdf, PdfVersion};

/// Reads what the catalog and the trailer say.
pub(super) fn read(pdf: &Pdf, mut trailer: Trailer) -> FileFacts {
    trailer.add_streams(pdf);
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    let flag =
        |key: &str, name: &str| catalog.get::<Dict<'_>>(key).and_then(|table| table.get::<bool>(name)).unwrap_or(false);
    let text = |bytes: &[u8]| Some(text(bytes)).filter(|text| !text.trim().is_empty());
    FileFacts {
        version: version(pdf.version()),
        encrypted: trailer.encrypted,
        identifiers: trailer.identifiers,
        language: catalog.get::<PdfString<'_>>("Lang").and_then(|language| text(language.as_bytes())),
        display_title: flag("ViewerPreferences", "DisplayDocTitle"),
        tagging: Tagging {
            is_marked: flag("MarkInfo", "Marked"),
            has_tree: catalog.get::<Dict<'_>>("StructTreeRoot").is_some_and(|root| has_kids(&root)),
        },
        title: pdf.metadata().title.as_deref().and_then(text),
        metadata: packet::read(&catalog),
        intents: intents(&catalog),
    }
}

fn has_kids(root: &Dict<'_>) -> bool {
    match root.get::<Object<'_>>("K") {
        Some(Object::Array(kids)) => kids.iter::<Dict<'_>>().next().is_some(),
        Some(Object::Dict(_)) => true,
        _ => false,
    }
}

fn intents(catalog: &Dict<'_>) -> Vec<Intent> {
    let list = catalog.get::<Array<'_>>("OutputIntents");
    let intent = |intent: Dict<'_>| Intent {
        subtype: intent.get::<Name<'_>>("S").map(|name| name.as_str().to_owned()).unwrap_or_default(),
        has_profile: intent.get::<Stream<'_>>("DestOutputProfile").is_some_and(|profile| is_profile(&profile)),
    };
    list.map(|list| list.iter::<Dict<'_>>().map(intent).collect()).unwrap_or_default()
}

/// Whether a stream holds a colour profile: its signature stands at byte 36 (ICC.1 7.2).
fn is_profile(stream: &Stream<'_>) -> bool {
    stream.decoded_data().is_ok_and(|data| data.get(36..40) == Some(b"acsp"))
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
