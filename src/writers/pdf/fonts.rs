//! Faces embedded as subsets, handed to printpdf ready made.
//!
//! `ParsedFont` is built directly: parsing the face again would copy it and walk its whole character map. The library
//! makes the dictionaries of its font; it gets a word in the place of the glyph programs, of which it would make three
//! copies, and no glyphs. `Embedded::complete` puts in afterwards what each font says of its glyphs, and the programs,
//! which are cut out and deflated while the library makes the pages.

use super::codes;
use super::deflate;
use crate::document::{Document, Item};
use crate::fonts::{Face, FontBook, Outlines, Program, ProgramKind, outlines, subset};
use anyhow::Context;
use lopdf::{Dictionary, Object, ObjectId, Stream};
use printpdf::font::{FontMetrics, FontType, PdfFontMetricsStub};
use printpdf::{FontId, ParsedFont, PdfFont};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A face as it stands in the file, once for each text that one of its glyphs stands for.
///
/// A file says of a glyph what character it is; where a face draws two characters alike (a raised figure
/// from the figure, a radical like its character), the second has a font of its own, so that each copies
/// as what it is.
#[derive(Default)]
pub(super) struct Layers<'d>(Vec<Embedded<'d>>);

/// A font of the file.
pub(super) struct Embedded<'d> {
    /// Its number among the fonts of the file.
    pub(super) number: usize,
    /// The library's name for it: six capitals, in the order of the faces.
    pub(super) id: FontId,
    /// What the library embeds.
    pub(super) font: PdfFont,
    /// Which of the font's glyphs each one of the face is, counted from 0 in the order of the face.
    orders: FxHashMap<u16, usize>,
    /// Advance of each of the font's glyphs in 1/1000 em, as the file states it.
    widths: Vec<i64>,
    /// The text that each of them stands for.
    texts: Vec<&'d str>,
}

/// A glyph as a font of the file has it.
pub(super) struct Drawn<'a> {
    /// The font.
    pub(super) font: &'a Embedded<'a>,
    /// Its number in the font; the first is 1.
    pub(super) code: u16,
    /// Its width in 1/1000 em.
    pub(super) width: i64,
}

impl<'d> Layers<'d> {
    /// The fonts, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Embedded<'d>> {
        self.0.iter()
    }

    /// The glyph that the face numbers so, in the font in which it stands for a text.
    pub(super) fn find(&self, glyph: u16, text: &str) -> Option<Drawn<'_>> {
        self.0.iter().find_map(|font| {
            let order = font.orders.get(&glyph).copied().filter(|order| font.texts[*order] == text)?;
            Some(Drawn { font, code: order as u16 + 1, width: font.widths[order] })
        })
    }
}

impl Embedded<'_> {
    /// Completes the library's font, which is the object `id`: widths, characters, glyph programs, and the flag that
    /// says that none of the faces uses the standard Latin character set.
    fn complete(self, program: Stored, file: &mut lopdf::Document, id: ObjectId) -> anyhow::Result<()> {
        const SYMBOLIC: i64 = 1 << 2;
        let font = file.get_dictionary_mut(id)?;
        let characters = font.get(b"ToUnicode")?.as_reference()?;
        let descendant = font.get_mut(b"DescendantFonts")?.as_array_mut()?.first_mut().context("descendant")?;
        let descendant = descendant.as_dict_mut()?;
        descendant.set("W", codes::widths(&self.widths));
        let descriptor = descendant.get(b"FontDescriptor")?.as_reference()?;
        let descriptor = file.get_dictionary_mut(descriptor)?;
        descriptor.set("Flags", SYMBOLIC);
        let place = descriptor.get(program.key())?.as_reference()?;
        file.set_object(characters, Stream::new(Dictionary::new(), codes::characters(&self.texts)));
        file.set_object(place, program.stream());
        Ok(())
    }
}

/// The glyphs that a font of the file takes from a face.
pub(super) struct Cut<'b> {
    face: &'b Face<'b>,
    glyphs: Vec<u16>,
}

/// Cuts the glyph programs of fonts out of their faces and deflates them, side by side.
pub(super) fn programs(cuts: Vec<Cut<'_>>) -> anyhow::Result<Vec<Stored>> {
    let stored = |Cut { face, glyphs }| {
        let subset = subset(face, glyphs).with_context(|| face.name().to_owned())?;
        Stored::of(subset.program())
    };
    cuts.into_par_iter().map(stored).collect()
}

/// Glyph programs as they stand in the file.
pub(super) struct Stored {
    kind: ProgramKind,
    /// Their bytes, deflated if that makes them smaller.
    bytes: Vec<u8>,
    is_deflated: bool,
    /// How many they were before that.
    length: usize,
}

impl Stored {
    fn of(program: Program<'_>) -> anyhow::Result<Self> {
        let deflated = deflate::deflated(program.bytes)?;
        let (kind, length, is_deflated) = (program.kind, program.bytes.len(), deflated.is_some());
        Ok(Self { kind, bytes: deflated.unwrap_or_else(|| program.bytes.to_vec()), is_deflated, length })
    }

    /// Where a font's descriptor has them.
    fn key(&self) -> &'static [u8] {
        if self.kind == ProgramKind::TrueType { b"FontFile2" } else { b"FontFile3" }
    }

    /// The stream.
    fn stream(self) -> Stream {
        let mut stream = Stream::new(Dictionary::new(), self.bytes);
        match self.kind {
            ProgramKind::TrueType => stream.dict.set("Length1", self.length as i64),
            ProgramKind::Cff => stream.dict.set("Subtype", "CIDFontType0C"),
            ProgramKind::OpenType => stream.dict.set("Subtype", "OpenType"),
        }
        if self.is_deflated {
            stream.dict.set("Filter", "FlateDecode");
        }
        stream
    }
}

/// Completes the fonts in the library's document, which have the names that their faces have here, with their programs by
/// their numbers.
pub(super) fn complete(
    file: &mut lopdf::Document,
    faces: Vec<Layers<'_>>,
    programs: Vec<Stored>,
) -> anyhow::Result<()> {
    let Some(page) = file.page_iter().next() else { return Ok(()) };
    let resources = file.get_dict_in_dict(file.get_dictionary(page)?, b"Resources").context("PDF resources")?;
    let fonts = file.get_dict_in_dict(resources, b"Font").context("PDF fonts")?.clone();
    let mut fonts_of_faces: Vec<_> = faces.into_iter().flat_map(|layers| layers.0).collect();
    fonts_of_faces.sort_unstable_by_key(|font| font.number);
    for (font, program) in fonts_of_faces.into_iter().zip(programs) {
        let name = font.id.0.clone();
        let object = fonts.get(name.as_bytes()).and_then(Object::as_reference).map_err(anyhow::Error::from);
        object.and_then(|id| font.complete(program, file, id)).with_context(|| format!("PDF font {name}"))?;
    }
    Ok(())
}

/// The fonts for every face that the document uses, by the faces' numbers, and what each font takes from its face, by the
/// fonts' numbers.
pub(super) fn embedded<'d>(document: &'d Document, book: &'d FontBook<'_>) -> (Vec<Layers<'d>>, Vec<Cut<'d>>) {
    let mut embedded: Vec<Layers<'d>> = Vec::new();
    let mut cuts = Vec::new();
    for ((id, _), layers) in book.faces().zip(used(document)) {
        // A face that no glyph comes from is not even opened.
        let face = if layers.is_empty() { None } else { book.face(id) };
        let fonts = layers.into_iter().filter_map(|glyphs| {
            let (font, cut) = embed(face?, cuts.len(), glyphs);
            cuts.push(cut);
            Some(font)
        });
        embedded.push(Layers(fonts.collect()));
    }
    (embedded, cuts)
}

/// Glyphs of a face with the text that each stands for.
type Glyphs<'d> = FxHashMap<u16, &'d str>;

/// The glyphs of each face, in as many layers as one stands for texts.
fn used<'d>(document: &'d Document) -> Vec<Vec<Glyphs<'d>>> {
    let mut used: Vec<Vec<Glyphs<'d>>> = vec![Vec::new(); document.faces.len()];
    for item in document.pages.iter().flat_map(|page| &page.items) {
        let Item::Glyphs(run) = item else { continue };
        let Some(layers) = used.get_mut(run.face.index()) else { continue };
        for glyph in &run.glyphs {
            let text = &run.text[glyph.range.clone()];
            let holds = |layer: &mut Glyphs<'d>| *layer.entry(glyph.id).or_insert(text) == text;
            if !layers.iter_mut().any(holds) {
                layers.push(Glyphs::from_iter([(glyph.id, text)]));
            }
        }
    }
    used
}

/// Font `number` of the file, for these glyphs of a face and the texts they stand for.
fn embed<'d>(face: &'d Face<'d>, number: usize, glyphs: Glyphs<'d>) -> (Embedded<'d>, Cut<'d>) {
    let mut glyphs: Vec<(u16, &str)> = glyphs.into_iter().collect();
    glyphs.sort_unstable_by_key(|(glyph, _)| *glyph);
    let units = face.units_per_em();
    // Whole thousandths: the text must be placed by what the file says.
    let widths = glyphs.iter().map(|(glyph, _)| face.advance(*glyph) * 1000 / units).collect();
    let orders = glyphs.iter().enumerate().map(|(order, (glyph, _))| (*glyph, order)).collect();
    let texts = glyphs.iter().map(|(_, text)| *text).collect();
    let font = PdfFont::new(library_font(face, number));
    let cut = Cut { face, glyphs: glyphs.iter().map(|(glyph, _)| *glyph).collect() };
    (Embedded { number, id: FontId(tag(number)), font, orders, widths, texts }, cut)
}

/// A font of the library without any glyphs: it would look each up in trees, which `Embedded::complete` spares it.
fn library_font(face: &Face<'_>, number: usize) -> ParsedFont {
    // The library tells CFF outlines by how a file of them begins.
    let (begins, kind) = match outlines(face) {
        Outlines::TrueType => (b"glyf", FontType::TrueType),
        Outlines::Cff => (b"OTTO", FontType::OpenTypeCFF(())),
    };
    let units_per_em = u16::try_from(face.units_per_em()).unwrap_or(1000);
    let narrow = |value: i64| i16::try_from(value).unwrap_or(i16::MAX);
    let (ascent, descent) = face.ascent_descent();
    let (ascent, descent) = (narrow(ascent), narrow(descent));
    ParsedFont {
        original_bytes: begins.to_vec(),
        font_index: 0,
        font_name: Some(format!("{}+{}", tag(number), font_name(face))),
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: BTreeMap::new(),
        units_per_em,
        font_metrics: FontMetrics { ascent, descent: -descent },
        font_type: kind,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em,
            y_min: -descent,
            y_max: ascent,
            x_max: narrow(face.units_per_em()),
            ..PdfFontMetricsStub::default()
        },
    }
}

/// Six capitals for a font: the subset's tag, and the library's name for it.
fn tag(number: usize) -> String {
    let letter = |value: usize| char::from(b'A' + (value % 26) as u8);
    format!("FACE{}{}", letter(number / 26), letter(number))
}

/// A name that may stand in a PDF: letters, figures and hyphens of the face's own name, or else of its file's.
fn font_name(face: &Face<'_>) -> String {
    let plain = |name: &str| -> String { name.chars().filter(|ch| ch.is_ascii_alphanumeric() || *ch == '-').collect() };
    let file = face.name().rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.split(['.', '#']).next().unwrap_or_default();
    let names = [face.postscript_name().map(|own| plain(&own)).unwrap_or_default(), plain(stem)];
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| "Face".to_owned())
}
