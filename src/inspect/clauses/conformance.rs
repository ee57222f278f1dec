//! What the standards of print, archive and access ask of the file itself.

use crate::inspect::clause::{Clause, Outcome, Told};
use crate::inspect::facts::{Boxes, Metadata, Packet, PageBox};
use crate::inspect::survey::Survey;

pub(super) const CLAUSES: &[Clause] = &[
    Clause { id: "pdf-version", source: "ISO 15930-7", outcome: version },
    Clause { id: "not-encrypted", source: "ISO 19005-2 6.1.3", outcome: encrypted },
    Clause { id: "file-identifier", source: "ISO 19005-2 6.1.3", outcome: identifier },
    Clause { id: "page-boxes", source: "ISO 15930-7", outcome: boxes },
    Clause { id: "output-intents", source: "ISO 19005-2 6.2.3, ISO 15930-7", outcome: intents },
    Clause { id: "no-annotations", source: "ISO 15930-7", outcome: annotations },
    Clause { id: "language", source: "ISO 14289-1 7.2", outcome: language },
    Clause { id: "title", source: "ISO 14289-1 7.1", outcome: title },
    Clause { id: "titles-agree", source: "ISO 15930-7", outcome: titles },
    Clause { id: "title-displayed", source: "ISO 14289-1 7.1", outcome: displayed },
    Clause { id: "tagged", source: "ISO 19005-2 6.7.2", outcome: tagged },
    Clause { id: "structure-tree", source: "ISO 19005-2 6.7.3", outcome: structure },
    Clause { id: "content-marked", source: "ISO 14289-1 7.1", outcome: marked },
];

/// The latest version that PDF/X-4 knows; PDF/A-2 takes it too.
const LATEST: &str = "1.6";
/// Boxes may lie outside each other by so much, in pt: what numbers are rounded to.
const ROUNDED: f64 = 0.01;

/// What the metadata says, if it can be read.
pub(super) fn packet<'s>(survey: &'s Survey<'_>) -> Option<&'s Packet> {
    match &survey.facts.file.metadata {
        Metadata::Read(packet) => Some(packet),
        _ => None,
    }
}

/// Yes or no.
pub(super) fn presence(is_there: bool) -> Outcome {
    let told = |is_there: bool| Told::new(if is_there { "told-there" } else { "told-not-there" });
    Outcome::judged(told(true), told(is_there), is_there)
}

fn version(survey: &Survey<'_>) -> Outcome {
    let found = survey.facts.file.version;
    let asked = Told::new("told-version-most").with("name", LATEST);
    Outcome::judged(asked, Told::new("told-named").with("name", found), found <= LATEST)
}

fn encrypted(survey: &Survey<'_>) -> Outcome {
    let is_encrypted = survey.facts.file.encrypted;
    let found = if is_encrypted { "told-encrypted" } else { "told-not-encrypted" };
    Outcome::judged(Told::new("told-not-encrypted"), Told::new(found), !is_encrypted)
}

fn identifier(survey: &Survey<'_>) -> Outcome {
    presence(survey.facts.file.identifiers >= 2)
}

/// That every page says what of it is the trimmed sheet, inside its bleed, inside its medium.
fn boxes(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-boxes-nested");
    let without: Vec<_> =
        survey.pages.iter().filter(|page| page.facts.boxes.trim.is_none()).map(|page| page.place).collect();
    if !without.is_empty() {
        return Outcome::judged(asked, Told::new("told-no-trim-box"), false).on(without);
    }
    let wrong: Vec<_> = survey.pages.iter().filter(|page| !nested(page.facts.boxes)).map(|page| page.place).collect();
    match wrong.is_empty() {
        true => Outcome::judged(asked.clone(), asked, true),
        false => Outcome::judged(asked, Told::new("told-boxes-not-nested"), false).on(wrong),
    }
}

fn nested(boxes: Boxes) -> bool {
    let inside = |inner: PageBox, outer: PageBox| {
        inner.left >= outer.left - ROUNDED
            && inner.bottom >= outer.bottom - ROUNDED
            && inner.right <= outer.right + ROUNDED
            && inner.top <= outer.top + ROUNDED
    };
    let (Some(media), Some(trim)) = (boxes.media, boxes.trim) else { return false };
    let bleed = boxes.bleed.unwrap_or(media);
    inside(bleed, media) && inside(trim, bleed) && boxes.crop.is_none_or(|crop| inside(bleed, crop))
}

/// An intent for print and one for the archive, each with its profile.
fn intents(survey: &Survey<'_>) -> Outcome {
    const WANTED: [&str; 2] = ["GTS_PDFX", "GTS_PDFA1"];
    let intents = &survey.facts.file.intents;
    let asked = Told::new("told-named").with("name", WANTED.join(", "));
    let is_met = WANTED.iter().all(|name| intents.iter().any(|intent| intent.subtype == *name && intent.has_profile));
    let names: Vec<_> = intents.iter().filter(|intent| intent.has_profile).map(|intent| &*intent.subtype).collect();
    let found = match (intents.is_empty(), names.is_empty()) {
        (true, _) => Told::new("told-not-there"),
        (_, true) => Told::new("told-no-profile"),
        _ => Told::new("told-named").with("name", names.join(", ")),
    };
    Outcome::judged(asked, found, is_met)
}

/// That nothing is laid over the sheet, if the file says that it is PDF/X.
fn annotations(survey: &Survey<'_>) -> Outcome {
    let told = |count: usize| Told::new("told-count").with("count", count);
    let claims = packet(survey).and_then(|packet| packet.pdfx_version.as_deref());
    if !claims.is_some_and(|version| version.starts_with("PDF/X")) {
        return Outcome::not_applicable(told(0), "told-no-pdfx");
    }
    let count = survey.facts.pages.iter().map(|page| page.annotations).sum();
    let pages = survey.pages.iter().filter(|page| page.facts.annotations > 0).map(|page| page.place);
    Outcome::judged(told(0), told(count), count == 0).on(pages)
}

fn language(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-there");
    match &survey.facts.file.language {
        Some(language) => Outcome::judged(asked, Told::new("told-named").with("name", language), true),
        None => presence(false),
    }
}

/// A title where it is asked for: in the metadata.
fn title(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-there");
    match packet(survey).and_then(|packet| packet.title.as_ref()) {
        Some(title) => Outcome::judged(asked, Told::new("told-quoted").with("text", title), true),
        None => presence(false),
    }
}

/// That the information and the metadata have the same title.
fn titles(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-titles-agree");
    let (information, metadata) =
        (survey.facts.file.title.as_ref(), packet(survey).and_then(|packet| packet.title.as_ref()));
    match (information, metadata) {
        (None, None) => Outcome::judged(asked, Told::new("told-no-titles"), false),
        (Some(_), None) => Outcome::judged(asked, Told::new("told-title-information-only"), false),
        (None, Some(_)) => Outcome::judged(asked, Told::new("told-title-metadata-only"), false),
        (Some(one), Some(other)) if one == other => Outcome::judged(asked.clone(), asked, true),
        (Some(one), Some(other)) => {
            let found = Told::new("told-titles-differ").with("information", one).with("metadata", other);
            Outcome::judged(asked, found, false)
        }
    }
}

fn displayed(survey: &Survey<'_>) -> Outcome {
    presence(survey.facts.file.display_title)
}

fn tagged(survey: &Survey<'_>) -> Outcome {
    presence(survey.facts.file.tagging.is_marked)
}

fn structure(survey: &Survey<'_>) -> Outcome {
    presence(survey.facts.file.tagging.has_tree)
}

/// That everything that is painted belongs to the text or is marked as an artifact.
fn marked(survey: &Survey<'_>) -> Outcome {
    let count: usize = survey.facts.pages.iter().map(|page| page.unmarked).sum();
    let pages = survey.pages.iter().filter(|page| page.facts.unmarked > 0).map(|page| page.place);
    let found = match count {
        0 => Told::new("told-all-marked"),
        _ => Told::new("told-unmarked").with("count", count),
    };
    Outcome::judged(Told::new("told-all-marked"), found, count == 0).on(pages)
}
