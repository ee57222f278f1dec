//! The marks by which a file says what it conforms to. Whether it does, the other clauses and other checkers tell.

use super::conformance::{is_for_screens, packet};
use crate::inspect::clause::{Clause, Outcome, Told};
use crate::inspect::facts::Metadata;
use crate::inspect::survey::Survey;

pub(super) const CLAUSES: &[Clause] = &[
    Clause { id: "metadata", source: "ISO 19005-2 6.6.2", outcome: metadata },
    Clause { id: "mark-pdfa", source: "ISO 19005-2 6.6.4", outcome: pdfa },
    Clause { id: "mark-pdfua", source: "ISO 14289-1 5", outcome: pdfua },
    Clause { id: "mark-pdfx", source: "ISO 15930-7", outcome: pdfx },
];

fn metadata(survey: &Survey<'_>) -> Outcome {
    let found = match survey.facts.file.metadata {
        Metadata::Read(_) => "told-there",
        Metadata::Broken => "told-metadata-broken",
        Metadata::None => "told-not-there",
    };
    Outcome::judged(Told::new("told-there"), Told::new(found), found == "told-there")
}

/// Level A of part 2.
fn pdfa(survey: &Survey<'_>) -> Outcome {
    let said = packet(survey).and_then(|packet| {
        let part = packet.pdfa_part.as_ref()?;
        let level = packet.pdfa_conformance.as_deref().unwrap_or_default();
        Some(format!("PDF/A-{part}{}", level.to_lowercase()))
    });
    mark(said, "PDF/A-2a")
}

fn pdfua(survey: &Survey<'_>) -> Outcome {
    let said = packet(survey).and_then(|packet| packet.pdfua_part.as_ref()).map(|part| format!("PDF/UA-{part}"));
    mark(said, "PDF/UA-1")
}

/// A file for screens does not say that it is for print, and need not.
fn pdfx(survey: &Survey<'_>) -> Outcome {
    const WANTED: &str = "PDF/X-4";
    if is_for_screens(survey) {
        return Outcome::not_applicable(Told::new("told-named").with("name", WANTED), "told-for-screens");
    }
    mark(packet(survey).and_then(|packet| packet.pdfx_version.clone()), WANTED)
}

fn mark(said: Option<String>, wanted: &str) -> Outcome {
    let asked = Told::new("told-named").with("name", wanted);
    match said {
        Some(said) => {
            let is_met = said == wanted;
            Outcome::judged(asked, Told::new("told-named").with("name", said), is_met)
        }
        None => Outcome::judged(asked, Told::new("told-not-there"), false),
    }
}
