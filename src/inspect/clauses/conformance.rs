//! What the standards of print, archive and access ask of the file itself.

use crate::inspect::clause::{Clause, HOUSE, Outcome, Told};
use crate::inspect::facts::{Boxes, Envelope, Ink, Layers, Metadata, Packet, PageBox, Profile};
use crate::inspect::survey::Survey;
use std::collections::BTreeSet;

pub(super) const CLAUSES: &[Clause] = &[
    Clause { id: "file-structure", source: "ISO 19005-2 6.1.2, 6.1.3", outcome: envelope },
    Clause { id: "pdf-version", source: "ISO 15930-7", outcome: version },
    Clause { id: "not-encrypted", source: "ISO 19005-2 6.1.3", outcome: encrypted },
    Clause { id: "file-identifier", source: "ISO 19005-2 6.1.3", outcome: identifier },
    Clause { id: "page-boxes", source: "ISO 15930-7", outcome: boxes },
    Clause { id: "output-intents", source: "ISO 19005-2 6.2.3, ISO 15930-7", outcome: intents },
    Clause { id: "no-annotations", source: "ISO 15930-7", outcome: annotations },
    Clause { id: "no-actions", source: "ISO 19005-2 6.5", outcome: actions },
    Clause { id: "trapped", source: "ISO 15930-7", outcome: trapped },
    Clause { id: "hidden-layers", source: HOUSE, outcome: layers },
    Clause { id: "clipped-text", source: HOUSE, outcome: clipped },
    Clause { id: "language", source: "ISO 14289-1 7.2", outcome: language },
    Clause { id: "title", source: "ISO 14289-1 7.1", outcome: title },
    Clause { id: "titles-agree", source: "ISO 15930-7", outcome: titles },
    Clause { id: "title-displayed", source: "ISO 14289-1 7.1", outcome: displayed },
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
    let two = |boxes: Boxes| boxes.trim.is_some() && boxes.art.is_some();
    let twice: Vec<_> = survey.pages.iter().filter(|page| two(page.facts.boxes)).map(|page| page.place).collect();
    if !twice.is_empty() {
        return Outcome::judged(asked, Told::new("told-art-box"), false).on(twice);
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

/// The standards for which an intent is asked: print and archive; of a file for screens, archive alone.
fn wanted_intents(survey: &Survey<'_>) -> &'static [&'static str] {
    if is_for_screens(survey) { &["GTS_PDFA1"] } else { &["GTS_PDFX", "GTS_PDFA1"] }
}

/// An intent for print and one for the archive, each with its profile: one profile, that of a press where the pages
/// are in its inks.
fn intents(survey: &Survey<'_>) -> Outcome {
    let intents = &survey.facts.file.intents;
    let names = wanted_intents(survey);
    let asked = Told::new("told-named").with("name", names.join(", "));
    let of = |name: &&str| intents.iter().find(|intent| intent.subtype == *name)?.profile.as_ref();
    let is_met = names.iter().all(|name| of(name).is_some());
    let profiles: BTreeSet<_> = intents.iter().filter_map(|intent| intent.profile.as_ref()).collect();
    let is_in_inks = survey.facts.inks.keys().any(|ink| matches!(ink, Ink::Cmyk(_)));
    let foreign = profiles.iter().find(|profile| is_in_inks && !is_of_press(profile));
    let subtypes: Vec<_> =
        intents.iter().filter(|intent| intent.profile.is_some()).map(|intent| &*intent.subtype).collect();
    let found = match foreign {
        _ if intents.is_empty() => Told::new("told-not-there"),
        _ if subtypes.is_empty() => Told::new("told-no-profile"),
        Some(profile) => Told::new("told-profile-space").with("name", &profile.space),
        _ if profiles.len() > 1 => Told::new("told-profiles-differ"),
        _ => Told::new("told-named").with("name", subtypes.join(", ")),
    };
    Outcome::judged(asked, found, is_met && foreign.is_none() && profiles.len() == 1)
}

fn is_of_press(profile: &Profile) -> bool {
    profile.space == "CMYK" && profile.components == 4
}

/// Whether the file says that it is PDF/X, of whatever part.
pub(super) fn claims_pdfx(survey: &Survey<'_>) -> bool {
    let said = packet(survey).and_then(|packet| packet.pdfx_version.as_deref());
    said.is_some_and(|version| version.starts_with("PDF/X"))
}

/// Whether the file is for screens: it has links, and does not say that it is for print.
pub(super) fn is_for_screens(survey: &Survey<'_>) -> bool {
    !claims_pdfx(survey) && survey.facts.pages.iter().any(|page| page.links > 0)
}

/// That nothing is laid over the sheet, if the file says that it is PDF/X.
fn annotations(survey: &Survey<'_>) -> Outcome {
    let told = |count: usize| Told::new("told-count").with("count", count);
    if !claims_pdfx(survey) {
        return Outcome::not_applicable(told(0), "told-no-pdfx");
    }
    let count = survey.facts.pages.iter().map(|page| page.annotations).sum();
    let pages = survey.pages.iter().filter(|page| page.facts.annotations > 0).map(|page| page.place);
    Outcome::judged(told(0), told(count), count == 0).on(pages)
}

/// That the file begins and ends as it should, and says rightly where its table of objects is: nobody has to guess.
fn envelope(survey: &Survey<'_>) -> Outcome {
    let told = |envelope: Envelope| {
        Told::new(match envelope {
            Envelope::Sound => "told-sound",
            Envelope::JunkBefore => "told-junk-before",
            Envelope::NoEnd => "told-no-end",
            Envelope::JunkBehind => "told-junk-behind",
            Envelope::NoTable => "told-no-table",
            Envelope::WrongTable => "told-wrong-table",
        })
    };
    let found = survey.facts.file.envelope;
    Outcome::judged(told(Envelope::Sound), told(found), found == Envelope::Sound)
}

/// That nothing is hidden in a layer: what is printed may be another thing than what is seen.
fn layers(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-layers-shown");
    match survey.facts.file.layers {
        Layers::None => Outcome::not_applicable(asked, "told-no-layers"),
        Layers::Shown => Outcome::judged(asked.clone(), asked, true),
        Layers::Hidden => Outcome::judged(asked, Told::new("told-layers-hidden"), false),
    }
}

/// That all text is seen: what a clip leaves out is in the file, and is found and read aloud, but not printed.
fn clipped(survey: &Survey<'_>) -> Outcome {
    let told = |count: usize| Told::new("told-count").with("count", count);
    let count = survey.facts.pages.iter().map(|page| page.hidden).sum();
    let pages = survey.pages.iter().filter(|page| page.facts.hidden > 0).map(|page| page.place);
    Outcome::judged(told(0), told(count), count == 0).on(pages)
}

/// That opening the file starts nothing.
fn actions(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-no-actions");
    let actions = &survey.facts.file.actions;
    match actions.is_empty() {
        true => Outcome::judged(asked.clone(), asked, true),
        false => Outcome::judged(asked, Told::new("told-named").with("name", actions.join(", ")), false),
    }
}

/// That the file says whether its colours are trapped, if it says that it is PDF/X.
fn trapped(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-trapped");
    if !claims_pdfx(survey) {
        return Outcome::not_applicable(asked, "told-no-pdfx");
    }
    match survey.facts.file.trapped.as_deref() {
        Some(said) => {
            let is_met = matches!(said, "True" | "False");
            Outcome::judged(asked, Told::new("told-named").with("name", said), is_met)
        }
        None => Outcome::judged(asked, Told::new("told-not-there"), false),
    }
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
