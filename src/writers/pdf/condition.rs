//! The printing condition (印刷条件): two output intents over one profile.
//!
//! Source: ISO 15930-7 for the press's intent, ISO 19005-2 6.2.3 for the archive's; both must have the same profile.

use super::Target;
use super::text::text_string;
use crate::document::Document;
use crate::model::OutputCondition;
use lopdf::{Dictionary, Object, Stream, dictionary};

/// Uncoated offset, as a bulletin is printed; made from Fogra's data (see NOTICE.md).
const UNCOATED: &[u8] = include_bytes!("fogra29.icc");

/// The registry of printing conditions.
const REGISTRY: &str = "http://www.color.org";

/// Adds the profile and returns the intents: for the press, where the file is for it, and for the archive.
pub(super) fn intents(file: &mut lopdf::Document, document: &Document, target: Target) -> Vec<Object> {
    let own = document.info.output.as_ref();
    let (identifier, about) =
        own.map_or(("FOGRA29", "Uncoated offset, FOGRA29L data"), |own| (own.identifier.as_str(), own.about.as_str()));
    let bytes = own.map_or(UNCOATED, |own| &own.profile);
    let profile = dictionary! { "N" => 4, "Alternate" => "DeviceCMYK" };
    let profile = file.add_object(Stream::new(profile, bytes.to_vec()));
    let intent = |kind: &str| -> Dictionary {
        let mut intent = dictionary! {
            "Type" => "OutputIntent",
            "S" => kind,
            "OutputConditionIdentifier" => text_string(identifier),
            "OutputCondition" => text_string(about),
            "Info" => text_string(about),
            "DestOutputProfile" => profile,
        };
        if identifier != OutputCondition::CUSTOM {
            intent.set("RegistryName", Object::string_literal(REGISTRY));
        }
        intent
    };
    let press = (target == Target::Press).then_some("GTS_PDFX");
    press.into_iter().chain(["GTS_PDFA1"]).map(|kind| Object::Dictionary(intent(kind))).collect()
}
