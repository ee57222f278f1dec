//! What pages share and how large they are: boxes, and one dictionary of resources.

use super::content::{KNOCKOUT, OVERPRINT, SPOT};
use crate::document::{Document, Ink};
use crate::length::Length;
use anyhow::Context;
use lopdf::{Dictionary, Object, ObjectId, dictionary};

/// Exact boxes: the trimmed sheet, and `bleed` around it as the bleed and the medium. A crop box would cut what
/// viewers show.
pub(super) fn boxes(
    file: &mut lopdf::Document,
    pages: &[ObjectId],
    document: &Document,
    bleed: Length,
) -> anyhow::Result<()> {
    for (id, sheet) in pages.iter().zip(&document.pages) {
        let page = file.get_dictionary_mut(*id).context("PDF page")?;
        let outer = edges(-bleed, -bleed, sheet.width + bleed, sheet.height + bleed);
        page.set("MediaBox", outer.clone());
        page.set("BleedBox", outer);
        page.set("TrimBox", edges(Length::ZERO, Length::ZERO, sheet.width, sheet.height));
        page.remove(b"CropBox");
        page.remove(b"Annots");
        page.set("Tabs", "S");
    }
    Ok(())
}

/// A rectangle by its edges, in pt to three decimals.
pub(super) fn edges(left: Length, bottom: Length, right: Length, top: Length) -> Vec<Object> {
    let edge = |length: Length| match (length.to_pt() * 1000.0).round() / 1000.0 {
        whole if whole == whole.trunc() => Object::Integer(whole as i64),
        points => Object::Real(points as f32),
    };
    [left, bottom, right, top].map(edge).to_vec()
}

/// Gives all pages one dictionary of resources in the place of the library's, which are many and alike. Returns the
/// numbers of the objects that are gone.
pub(super) fn resources(file: &mut lopdf::Document, pages: &[ObjectId], red: &Ink) -> anyhow::Result<Vec<ObjectId>> {
    let mut fonts = None;
    let mut gone = Vec::new();
    for page in pages {
        let id =
            file.get_dictionary(*page)?.get(b"Resources").and_then(Object::as_reference).context("PDF resources")?;
        let Some(Object::Dictionary(own)) = file.objects.remove(&id) else { continue };
        gone.push(id);
        for name in [b"XObject".as_slice(), b"ExtGState", b"Shading"] {
            let shared = own.get(name).and_then(Object::as_reference).ok();
            gone.extend(shared.filter(|shared| file.objects.remove(shared).is_some()));
        }
        fonts = fonts.or(own.get(b"Font").ok().cloned());
    }
    let mut resources = dictionary! { "ExtGState" => states() };
    if let Some(fonts) = fonts {
        resources.set("Font", fonts);
    }
    if let Some(name) = &red.spot {
        let space = separation(file, name, red);
        resources.set("ColorSpace", dictionary! { SPOT => space });
    }
    let resources = file.add_object(resources);
    for page in pages {
        file.get_dictionary_mut(*page)?.set("Resources", resources);
    }
    Ok(gone)
}

/// The two ways of printing over what is there: black leaves it, a colour takes it away.
fn states() -> Dictionary {
    let state = |over: bool| dictionary! { "Type" => "ExtGState", "OP" => over, "op" => over, "OPM" => 1 };
    dictionary! { OVERPRINT => state(true), KNOCKOUT => state(false) }
}

/// The colour space of an ink of its own: what stands for it grows with its tint.
///
/// Source: ISO 32000-1 8.6.6.4; its function is of type 2, 7.10.3.
fn separation(file: &mut lopdf::Document, name: &str, red: &Ink) -> ObjectId {
    let full: Vec<_> = red.process.0.iter().map(|percent| Object::Real(f32::from(*percent) / 100.0)).collect();
    let none = vec![Object::Integer(0); 4];
    let domain: Vec<Object> = vec![0.into(), 1.into()];
    let function = dictionary! { "FunctionType" => 2, "Domain" => domain, "C0" => none, "C1" => full, "N" => 1 };
    let name = Object::Name(name.as_bytes().to_vec());
    file.add_object(vec!["Separation".into(), name, "DeviceCMYK".into(), Object::Dictionary(function)])
}
