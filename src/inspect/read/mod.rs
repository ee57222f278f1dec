//! A PDF becomes [`Facts`]: read by a library that has nothing to do with the one that writes ours.

mod colour;
mod content;
mod document;
mod envelope;
mod face;
mod matrix;
mod packet;
mod path;
mod state;
mod structure;
mod trailer;

use super::facts::{Boxes, Facts, FileFacts, Ink, Inks, PageBox, PageFacts};
use crate::length::Length;
use content::Interpreter;
use face::Faces;
use hayro_syntax::object::{Array, Dict, Name, Rect};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use matrix::Matrix;
use structure::Structure;

/// Why a file cannot be inspected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It does not begin as a PDF does.
    NoPdf,
    /// It is a PDF, but broken.
    Broken,
    /// It opens with a password only, or is encrypted in a way that is not known here.
    Locked,
    /// It has no page.
    NoPages,
    /// A page has more in it than any page of print.
    TooMuch,
}

/// Where the header may stand at the latest: what comes before it is passed over by all readers.
const HEADER_WITHIN: usize = 1024;

/// Reads a file.
pub(super) fn read(bytes: Vec<u8>) -> Result<Facts, Unreadable> {
    let head = &bytes[..bytes.len().min(HEADER_WITHIN)];
    if !head.windows(5).any(|window| window == b"%PDF-") {
        return Err(Unreadable::NoPdf);
    }
    let (trailer, envelope) = (trailer::read(&bytes), envelope::read(&bytes));
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Unreadable::Locked
        }
        LoadPdfError::Decryption(_) if trailer.encrypted => Unreadable::Locked,
        _ => Unreadable::Broken,
    })?;
    if pdf.pages().is_empty() {
        return Err(Unreadable::NoPages);
    }
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    let structure = Structure::read(&pdf, &catalog);
    let file = FileFacts { envelope, ..document::read(&pdf, &catalog, trailer) };
    let mut facts = Facts { file, ..Facts::default() };
    let mut faces = Faces::new();
    for (at, page) in pdf.pages().iter().enumerate() {
        let read = read_page(page, at + 1, &structure, (&mut faces, &mut facts.inks, &mut facts.knockouts))?;
        facts.pages.push(read);
    }
    facts.faces = faces.into_facts();
    facts.file.tree = structure.tree;
    Ok(facts)
}

fn read_page<'a>(
    page: &Page<'a>,
    number: usize,
    structure: &Structure,
    (faces, inks, knockouts): (&mut Faces<'a>, &mut Inks, &mut Inks),
) -> Result<PageFacts, Unreadable> {
    let boxes = boxes(page.raw());
    let media = page.crop_box();
    let visible = PageBox { left: media.x0, bottom: media.y0, right: media.x1, top: media.y1 };
    let trim = boxes.trim.unwrap_or(visible);
    let (space, width, height) = to_sheet(trim, page.raw());
    let mut facts = PageFacts { sheet: (length(width), length(height)), boxes, ..PageFacts::default() };
    (facts.annotations, facts.links) = annotations(page.raw(), trim);
    let own = (page.raw().obj_id().map(structure::number), page.raw().get::<i32>("StructParents"));
    let mut interpreter = Interpreter::new((faces, inks, knockouts), &mut facts, number, space, own);
    if let Some(stream) = page.page_stream()
        && !interpreter.run(stream, page.resources(), 0)
    {
        return Err(Unreadable::TooMuch);
    }
    let sequences = interpreter.into_sequences();
    facts.lost = structure.lost(sequences.iter());
    Ok(facts)
}

/// From the file's space to the trimmed sheet as it is seen, and the sheet's width and height.
fn to_sheet(trim: PageBox, page: &Dict<'_>) -> (Matrix, f64, f64) {
    let (width, height) = (trim.right - trim.left, trim.top - trim.bottom);
    let turned = inherited(page, |page| page.get::<i32>("Rotate")).unwrap_or(0).rem_euclid(360);
    let unit = unit(page);
    let corner = Matrix::shift(-trim.left, -trim.bottom).then(Matrix([unit, 0.0, 0.0, unit, 0.0, 0.0]));
    let (width, height) = (width * unit, height * unit);
    match turned {
        90 => (corner.then(Matrix([0.0, 1.0, 1.0, 0.0, 0.0, 0.0])), height, width),
        180 => (corner.then(Matrix([-1.0, 0.0, 0.0, 1.0, width, 0.0])), width, height),
        270 => (corner.then(Matrix([0.0, -1.0, -1.0, 0.0, height, width])), height, width),
        _ => (corner.then(Matrix([1.0, 0.0, 0.0, -1.0, 0.0, height])), width, height),
    }
}

/// How long a unit of the page is, in pt (ISO 32000-1 14.11.2): no viewer shows less than nothing.
fn unit(page: &Dict<'_>) -> f64 {
    page.get::<f32>("UserUnit").map(f64::from).filter(|unit| *unit > 0.0 && unit.is_finite()).unwrap_or(1.0)
}

fn boxes(page: &Dict<'_>) -> Boxes {
    let read = |key: &'static str| {
        let rect = inherited(page, |page| page.get::<Rect>(key))?;
        Some(PageBox { left: rect.x0, bottom: rect.y0, right: rect.x1, top: rect.y1 })
    };
    Boxes {
        media: read("MediaBox"),
        crop: read("CropBox"),
        bleed: read("BleedBox"),
        trim: read("TrimBox"),
        art: read("ArtBox"),
    }
}

/// A value of a page, or of the nearest of its parents that has it.
fn inherited<'a, T>(page: &Dict<'a>, get: impl Fn(&Dict<'a>) -> Option<T>) -> Option<T> {
    let mut node = page.clone();
    // Deeper than any tree of pages, and an end for one that runs in a circle.
    for _ in 0..64 {
        if let Some(value) = get(&node) {
            return Some(value);
        }
        node = node.get::<Dict<'_>>("Parent")?;
    }
    None
}

/// Annotations that touch the sheet, but for those that a printer puts there; and how many of them are links.
fn annotations(page: &Dict<'_>, trim: PageBox) -> (usize, usize) {
    let list = page.get::<Array<'_>>("Annots");
    let inside = |annotation: &Dict<'_>| {
        let kind = annotation.get::<Name<'_>>("Subtype");
        let printers = kind.is_some_and(|kind| matches!(kind.as_str(), "PrinterMark" | "TrapNet"));
        let rect = annotation.get::<Rect>("Rect");
        let apart = rect.is_some_and(|rect| {
            rect.x1 < trim.left || rect.x0 > trim.right || rect.y1 < trim.bottom || rect.y0 > trim.top
        });
        !printers && !apart
    };
    let Some(list) = list else { return (0, 0) };
    let is_link =
        |annotation: &Dict<'_>| annotation.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Link");
    let all: Vec<_> = list.iter::<Dict<'_>>().filter(inside).collect();
    (all.len(), all.iter().filter(|annotation| is_link(annotation)).count())
}

/// A number of the file as a length; what is beyond any sheet is brought back to its edge.
fn length(points: f64) -> Length {
    Length::pt(points.clamp(-1e6, 1e6))
}

/// Whether an ink leaves a trace: paper white does not.
fn painted(ink: &Ink) -> bool {
    !matches!(ink, Ink::Gray(1000) | Ink::Cmyk([0, 0, 0, 0]) | Ink::Rgb([1000, 1000, 1000]) | Ink::Spot(_, 0))
}
