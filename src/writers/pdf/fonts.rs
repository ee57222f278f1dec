//! Faces embedded as subsets, handed to printpdf ready made.
//!
//! `ParsedFont` is built directly from the subset and the widths that the layout used: parsing the face
//! again would copy it and walk its whole character map. The library gets a word in the place of the glyph
//! programs, of which it would make three copies; `Embedded::put` puts them in, deflated, afterwards.

use super::deflate::{self, Effort};
use crate::document::{Document, Item};
use crate::fonts::{Face, FontBook, Program, ProgramKind, subset};
use anyhow::Context;
use lopdf::{Dictionary, Object, Stream};
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
pub(super) struct Layers(Vec<Embedded>);

/// A font of the file.
pub(super) struct Embedded {
    /// The library's name for it: six capitals, in the order of the faces.
    pub(super) id: FontId,
    /// What the library embeds.
    pub(super) font: PdfFont,
    /// The old numbers of the glyphs, in the order of the new ones.
    glyphs: Vec<u16>,
    /// The glyph programs.
    program: Stored,
    /// Advance of each new glyph in 1/1000 em, as the file states it, from the second on.
    widths: Vec<i64>,
    /// The text that each of them stands for.
    texts: Vec<String>,
}

impl Layers {
    /// The fonts, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Embedded> {
        self.0.iter()
    }

    /// The font in which a glyph of the face stands for a text.
    pub(super) fn font(&self, glyph: u16, text: &str) -> Option<usize> {
        let stands_for = |font: &Embedded| font.order(glyph).is_some_and(|order| font.texts[order] == text);
        self.0.iter().position(stands_for)
    }

    /// A font by its number.
    pub(super) fn get(&self, number: usize) -> Option<&Embedded> {
        self.0.get(number)
    }
}

impl Embedded {
    /// The number of a glyph in the file; 0 if it has none.
    pub(super) fn glyph(&self, id: u16) -> u16 {
        self.order(id).map_or(0, |order| order as u16 + 1)
    }

    /// Which of the glyphs it is that the face numbers so.
    fn order(&self, id: u16) -> Option<usize> {
        self.glyphs.binary_search(&id).ok()
    }

    /// The width in 1/1000 em of a glyph that the face numbers so.
    pub(super) fn width(&self, id: u16) -> i64 {
        self.order(id).map_or(0, |order| self.widths[order])
    }
}

/// Glyph programs as they stand in the file.
struct Stored {
    kind: ProgramKind,
    /// Their bytes, deflated if that makes them smaller.
    bytes: Vec<u8>,
    is_deflated: bool,
    /// How many they were before that.
    length: usize,
}

impl Stored {
    fn of(program: Program<'_>) -> anyhow::Result<Self> {
        let deflated = deflate::deflated(program.bytes, Effort::Least)?;
        let (kind, length, is_deflated) = (program.kind, program.bytes.len(), deflated.is_some());
        Ok(Self { kind, bytes: deflated.unwrap_or_else(|| program.bytes.to_vec()), is_deflated, length })
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

/// Puts the glyph programs of the fonts into the library's document, which has a word in the place of each.
pub(super) fn put_programs(file: &mut lopdf::Document, faces: Vec<Layers>) -> anyhow::Result<()> {
    let mut waiting: BTreeMap<String, Stored> =
        faces.into_iter().flat_map(|layers| layers.0).map(|font| (font.id.0, font.program)).collect();
    let mut found = Vec::new();
    for object in file.objects.values() {
        let Ok(descriptor) = object.as_dict() else { continue };
        let keys = [b"FontFile2".as_slice(), b"FontFile3"];
        let Some(at) = keys.iter().find_map(|key| descriptor.get(key).and_then(Object::as_reference).ok()) else {
            continue;
        };
        let name = descriptor.get(b"FontName").and_then(Object::as_name).context("PDF font name")?;
        let tag = String::from_utf8_lossy(name).chars().take(TAG).collect::<String>();
        found.push((at, waiting.remove(&tag).with_context(|| format!("PDF font {tag}"))?));
    }
    for (at, program) in found {
        file.objects.insert(at, Object::Stream(program.stream()));
    }
    Ok(())
}

/// Embeds every face that the document uses, by the faces' numbers. Fonts are made side by side.
pub(super) fn embedded(document: &Document, book: &FontBook<'_>) -> anyhow::Result<Vec<Layers>> {
    let ids = book.faces().map(|(id, _)| id);
    // A face that no glyph comes from is not even opened.
    let faces = ids.zip(used(document)).map(|(id, layers)| {
        let face = if layers.is_empty() { None } else { book.face(id) };
        layers.into_iter().filter_map(move |glyphs| Some((id, face?, glyphs)))
    });
    let fonts: Vec<_> = faces.flatten().enumerate().collect();
    let made: Vec<_> = fonts
        .into_par_iter()
        .map(|(number, (id, face, glyphs))| Ok((id, embed(face, number, glyphs)?)))
        .collect::<anyhow::Result<_>>()?;
    let mut embedded: Vec<Layers> = book.faces().map(|_| Layers::default()).collect();
    for (id, font) in made {
        embedded[id.index()].0.push(font);
    }
    Ok(embedded)
}

/// Glyphs of a face with the text that each stands for.
type Glyphs<'d> = BTreeMap<u16, &'d str>;

/// The glyphs of each face, in as many layers as one stands for texts.
fn used(document: &Document) -> Vec<Vec<Glyphs<'_>>> {
    let mut used: Vec<Vec<FxHashMap<u16, &str>>> = vec![Vec::new(); document.faces.len()];
    for item in document.pages.iter().flat_map(|page| &page.items) {
        let Item::Glyphs(run) = item else { continue };
        let Some(layers) = used.get_mut(run.face.index()) else { continue };
        for glyph in &run.glyphs {
            let text = &run.text[glyph.range.clone()];
            let is_free = |layer: &mut FxHashMap<u16, &str>| layer.get(&glyph.id).is_none_or(|known| *known == text);
            match layers.iter_mut().find_map(|layer| is_free(layer).then_some(layer)) {
                Some(layer) => drop(layer.insert(glyph.id, text)),
                None => layers.push(FxHashMap::from_iter([(glyph.id, text)])),
            }
        }
    }
    used.into_iter().map(|layers| layers.into_iter().map(Glyphs::from_iter).collect()).collect()
}

/// Embeds a face with these glyphs and the texts they stand for, as font `number` of the file.
fn embed(face: &Face<'_>, number: usize, glyphs: Glyphs<'_>) -> anyhow::Result<Embedded> {
    let subset = subset(face, glyphs.keys().copied().collect()).with_context(|| face.name().to_owned())?;
    let program = Stored::of(subset.program())?;
    let advances: Vec<i64> = glyphs.keys().map(|glyph| face.advance(*glyph)).collect();
    let texts: Vec<String> = glyphs.into_values().map(str::to_owned).collect();
    let units = face.units_per_em();
    let (ascent, descent) = face.ascent_descent();
    let tag = tag(number);
    let narrow = |value: i64| i16::try_from(value).unwrap_or(i16::MAX);
    let single = |text: &str| text.chars().next().filter(|ch| ch.len_utf8() == text.len());
    let numbered = |order: usize| order as u16 + 1;
    let characters = texts.iter().enumerate();
    let characters = characters.filter_map(|(order, text)| single(text).map(|ch| (u32::from(ch), numbered(order))));
    let width = |(order, advance): (usize, &i64)| (numbered(order), u16::try_from(*advance).unwrap_or(0));
    let font = ParsedFont {
        original_bytes: placeholder(program.kind).to_vec(),
        font_index: 0,
        font_name: Some(format!("{tag}+{}", font_name(face))),
        codepoint_to_glyph: characters.collect(),
        glyph_widths: advances.iter().enumerate().map(width).collect(),
        units_per_em: u16::try_from(units).unwrap_or(1000),
        font_metrics: FontMetrics { ascent: narrow(ascent), descent: -narrow(descent) },
        font_type: if program.kind == ProgramKind::TrueType { FontType::TrueType } else { FontType::OpenTypeCFF(()) },
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: u16::try_from(units).unwrap_or(1000),
            y_min: -narrow(descent),
            y_max: narrow(ascent),
            x_max: narrow(units),
            ..PdfFontMetricsStub::default()
        },
    };
    // The library cuts widths to whole thousandths; the text must be placed by what the file says.
    let widths = advances.into_iter().map(|advance| advance * 1000 / units).collect();
    Ok(Embedded { id: FontId(tag), font: PdfFont::new(font), glyphs: subset.glyphs, program, widths, texts })
}

/// What the library is given for glyph programs: it tells CFF outlines by how a file of them begins.
fn placeholder(kind: ProgramKind) -> &'static [u8] {
    if kind == ProgramKind::TrueType { b"glyf" } else { b"OTTO" }
}

/// Characters of a font's tag.
const TAG: usize = 6;

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
