//! The metadata packet (XMP): what the file says it conforms to, and its title.

use crate::inspect::facts::{Metadata, Packet};
use hayro_syntax::object::{Dict, Stream};
use roxmltree::{Document, Node};

const DC: &str = "http://purl.org/dc/elements/1.1/";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const PDFA: &str = "http://www.aiim.org/pdfa/ns/id/";
const PDFUA: &str = "http://www.aiim.org/pdfua/ns/id/";
const PDFX: &str = "http://www.npes.org/pdfx/ns/id/";

/// Reads the catalog's packet.
pub(super) fn read(catalog: &Dict<'_>) -> Metadata {
    let Some(stream) = catalog.get::<Stream<'_>>("Metadata") else { return Metadata::None };
    let Ok(data) = stream.decoded_data() else { return Metadata::Broken };
    let text = String::from_utf8_lossy(&data);
    // The packet may be padded with zeros or blanks behind its end.
    let text = text.trim_matches(|ch: char| ch.is_whitespace() || ch == '\0' || ch == '\u{FEFF}');
    match Document::parse(text) {
        Ok(document) => Metadata::Read(Box::new(packet(&document))),
        Err(_) => Metadata::Broken,
    }
}

fn packet(document: &Document<'_>) -> Packet {
    let property = |space: &str, name: &str| property(document, space, name);
    Packet {
        title: title(document),
        pdfa_part: property(PDFA, "part"),
        pdfa_conformance: property(PDFA, "conformance"),
        pdfua_part: property(PDFUA, "part"),
        pdfx_version: property(PDFX, "GTS_PDFXVersion"),
    }
}

/// A simple property of a description: an element in it, or an attribute of it.
fn property(document: &Document<'_>, space: &str, name: &str) -> Option<String> {
    let described = || document.descendants().filter(|node| node.has_tag_name((RDF, "Description")));
    let attribute = described().find_map(|node| node.attribute((space, name)));
    let mut children = described().flat_map(|node| node.children());
    let element = children.find(|node| node.has_tag_name((space, name))).and_then(|node| node.text());
    attribute.or(element).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The title in the language that holds when none is asked for.
fn title(document: &Document<'_>) -> Option<String> {
    let title = document.descendants().find(|node| node.has_tag_name((DC, "title")))?;
    let items: Vec<Node<'_, '_>> = title.descendants().filter(|node| node.has_tag_name((RDF, "li"))).collect();
    let default = items.iter().find(|node| node.attribute((XML, "lang")) == Some("x-default"));
    let text = default.or(items.first()).and_then(|node| node.text())?;
    Some(text.to_owned()).filter(|text| !text.trim().is_empty())
}
