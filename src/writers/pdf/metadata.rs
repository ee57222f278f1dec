//! What the file says of itself, twice and alike: the information dictionary and the XMP packet.
//!
//! Source: ISO 19005-2 6.6 and 6.1.5; ISO 15930-7 for what a press file must hold; ISO 14289-1 clause 5.

use super::Target;
use super::text::text_string;
use crate::document::Info;
use crate::model::IssueDate;
use lopdf::{Dictionary, Object, Stream, dictionary};
use sha2::{Digest, Sha256};
use xmp_writer::{DateTime, LangId, Namespace, RenditionClass, Timezone, XmpWriter};

/// The program, as the file names it.
const CREATOR: &str = concat!("bulletin ", env!("CARGO_PKG_VERSION"));
/// What wrote the objects.
const PRODUCER: &str = "printpdf";
/// The press standard.
const PRESS_VERSION: &str = "PDF/X-4";

/// The information dictionary; its dates are the issue's.
pub(super) fn information(info: &Info, target: Target) -> Dictionary {
    let date = Object::string_literal(pdf_date(info.date));
    let mut information = dictionary! {
        "Title" => text_string(&info.title),
        "Author" => text_string(&info.author),
        "Creator" => Object::string_literal(CREATOR),
        "Producer" => Object::string_literal(PRODUCER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
        "Trapped" => "False",
    };
    if target == Target::Press {
        information.set("GTS_PDFXVersion", Object::string_literal(PRESS_VERSION));
    }
    information
}

/// Midnight of the day of issue in Chinese time.
fn pdf_date(date: IssueDate) -> String {
    format!("D:{:04}{:02}{:02}000000+08'00'", date.year, date.month, date.day)
}

fn xmp_date(date: IssueDate) -> DateTime {
    DateTime {
        year: date.year,
        month: Some(date.month),
        day: Some(date.day),
        hour: Some(0),
        minute: Some(0),
        second: Some(0),
        timezone: Some(Timezone::Local { hour: 8, minute: 0 }),
    }
}

/// The packet as a stream that nobody packs; `instance` is the identifier of just this file.
pub(super) fn packet(info: &Info, target: Target, instance: &str) -> Stream {
    let mut xmp = XmpWriter::new();
    described(&mut xmp, info);
    identified(&mut xmp, info, instance);
    conforming(&mut xmp, target);
    let dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    Stream::new(dictionary, xmp.finish(None).into_bytes()).with_compression(false)
}

/// What the information dictionary says too.
fn described<'n>(xmp: &mut XmpWriter<'n>, info: &'n Info) {
    let language = || LangId(&info.language);
    let titles = [(None, info.title.as_str()), (Some(language()), info.title.as_str())];
    xmp.title(titles);
    xmp.creator([info.author.as_str()]);
    xmp.format("application/pdf");
    xmp.language([language()]);
    let date = xmp_date(info.date);
    xmp.create_date(date);
    xmp.modify_date(date);
    xmp.metadata_date(date);
    xmp.creator_tool(CREATOR);
    xmp.producer(PRODUCER);
    // `trapped` would write it in small letters, which no reader takes for the dictionary's name.
    xmp.element("Trapped", Namespace::AdobePdf).value("False");
}

/// By what the document, and this file of it, are told from others.
fn identified<'n>(xmp: &mut XmpWriter<'n>, info: &Info, instance: &str) {
    xmp.document_id(&identifier(&Sha256::digest(info.title.as_bytes())));
    xmp.instance_id(instance);
    xmp.version_id("1");
    xmp.rendition_class(RenditionClass::Default);
}

/// Which standards the file keeps; what the archive's does not know is described.
fn conforming(xmp: &mut XmpWriter<'_>, target: Target) {
    xmp.pdfa_part(2);
    xmp.pdfa_conformance("A");
    xmp.pdfua_part(1);
    let mut schemas = xmp.extension_schemas();
    describe(&mut schemas, Namespace::PdfUAId, "part", "Integer", "Part of ISO 14289 that the file keeps");
    describe(&mut schemas, Namespace::AdobePdf, "Trapped", "Text", "Whether the file is trapped");
    if target == Target::Press {
        describe(&mut schemas, Namespace::PdfXId, "GTS_PDFXVersion", "Text", "Version of PDF/X that the file keeps");
    }
    drop(schemas);
    if target == Target::Press {
        xmp.pdfx_version(PRESS_VERSION);
    }
}

/// Describes one property of a schema that ISO 19005-2 does not know.
fn describe<'n>(
    schemas: &mut xmp_writer::pdfa::PdfAExtSchemasWriter<'_, 'n>,
    namespace: Namespace<'n>,
    name: &str,
    kind: &str,
    about: &str,
) {
    let mut schema = schemas.add_schema();
    schema.namespace(namespace);
    schema.properties().add_property().name(name).value_type(kind).category(true).description(about);
}

/// A UUID of a hash: version 8, for it is of our own making (RFC 9562 5.8).
pub(super) fn identifier(digest: &[u8]) -> String {
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(digest) {
        *to = *from;
    }
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}
