//! The printing condition (印刷条件): two output intents over one profile.
//!
//! Source: ISO 15930-7 for the press's intent, ISO 19005-2 6.2.3 for the archive's; both must have the same profile.

use super::text::text_string;
use super::{Target, deflate};
use crate::document::Document;
use crate::model::OutputCondition;
use lopdf::{Dictionary, Object, Stream, dictionary};

/// Uncoated offset, as a bulletin is printed; made from Fogra's data (see NOTICE.md). Nearly every file has it, so it is
/// kept deflated: that takes nearly half as long as deflating all pages.
const UNCOATED: &[u8] = include_bytes!("fogra29.icc.deflated");

/// The registry of printing conditions.
const REGISTRY: &str = "http://www.color.org";

/// Adds the profile and returns the intents: for the press, where the file is for it, and for the archive.
pub(super) fn intents(file: &mut lopdf::Document, document: &Document, target: Target) -> Vec<Object> {
    let own = document.info.output.as_ref();
    let (identifier, about) =
        own.map_or(("FOGRA29", "Uncoated offset, FOGRA29L data"), |own| (own.identifier.as_str(), own.about.as_str()));
    let mut profile = Stream::new(dictionary! { "N" => 4, "Alternate" => "DeviceCMYK" }, Vec::new());
    match own {
        Some(own) => profile.set_content(own.profile.to_vec()),
        None => deflate::put(&mut profile, UNCOATED.to_vec()),
    }
    let profile = file.add_object(profile);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deflated_profile_is_the_profile() {
        let profile = include_bytes!("fogra29.icc");
        let mut inflated = vec![0; profile.len()];
        let length = libdeflater::Decompressor::new().zlib_decompress(UNCOATED, &mut inflated).unwrap();
        assert_eq!(length, profile.len());
        assert!(inflated == profile);
    }
}
