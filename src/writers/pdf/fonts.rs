//! Faces embedded as subsets, handed to printpdf ready made.
//!
//! `ParsedFont` is built directly from the subset and the widths that the layout used: parsing the face
//! again would copy it and walk its whole character map.

use crate::document::{Document, Item};
use crate::fonts::{Face, FaceId, FontBook, Subset, subset};
use anyhow::Context;
use printpdf::font::{FontMetrics, FontType, PdfFontMetricsStub};
use printpdf::{FontId, ParsedFont, PdfFont};
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
    /// The subset that the glyphs' numbers refer to.
    subset: Subset,
    /// Advance of each new glyph in 1/1000 em, as the file states it.
    widths: BTreeMap<u16, i64>,
    /// The text that each new glyph stands for.
    texts: BTreeMap<u16, String>,
}

impl Layers {
    /// The fonts, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Embedded> {
        self.0.iter()
    }

    /// The font in which a glyph of the face stands for a text.
    pub(super) fn font(&self, glyph: u16, text: &str) -> Option<usize> {
        self.0.iter().position(|font| font.texts.get(&font.glyph(glyph)).is_some_and(|known| known == text))
    }

    /// A font by its number.
    pub(super) fn get(&self, number: usize) -> Option<&Embedded> {
        self.0.get(number)
    }
}

impl Embedded {
    /// The number of a glyph in the file.
    pub(super) fn glyph(&self, id: u16) -> u16 {
        self.subset.id(id)
    }

    /// The width of a glyph of the file in 1/1000 em.
    pub(super) fn width(&self, glyph: u16) -> i64 {
        self.widths.get(&glyph).copied().unwrap_or(0)
    }
}

/// Embeds every face that the document uses, by the faces' numbers.
pub(super) fn embedded(document: &Document, book: &FontBook<'_>) -> anyhow::Result<Vec<Layers>> {
    let ids: Vec<FaceId> = book.faces().map(|(id, _)| id).collect();
    let mut count = 0;
    let faces = ids.into_iter().zip(used(document)).map(|(id, layers)| {
        // A face that no glyph comes from is not even opened.
        let face = if layers.is_empty() { None } else { book.face(id) };
        let Some(face) = face else { return Ok(Layers::default()) };
        let fonts = layers.into_iter().map(|glyphs| {
            count += 1;
            embed(face, count - 1, glyphs)
        });
        fonts.collect::<anyhow::Result<Vec<_>>>().map(Layers)
    });
    faces.collect()
}

/// The glyphs of each face with the text that each stands for, in as many layers as one stands for texts.
fn used(document: &Document) -> Vec<Vec<BTreeMap<u16, String>>> {
    let mut used: Vec<Vec<BTreeMap<u16, String>>> = vec![Vec::new(); document.faces.len()];
    for item in document.pages.iter().flat_map(|page| &page.items) {
        let Item::Glyphs(run) = item else { continue };
        let Some(layers) = used.get_mut(run.face.index()) else { continue };
        for glyph in &run.glyphs {
            let text = &run.text[glyph.range.clone()];
            let is_free = |layer: &BTreeMap<u16, String>| layer.get(&glyph.id).is_none_or(|known| known == text);
            let free = layers.iter().position(is_free).unwrap_or_else(|| {
                layers.push(BTreeMap::new());
                layers.len() - 1
            });
            layers[free].entry(glyph.id).or_insert_with(|| text.to_owned());
        }
    }
    used
}

/// Embeds a face with these glyphs and the texts they stand for, as font `number` of the file.
fn embed(face: &Face<'_>, number: usize, glyphs: BTreeMap<u16, String>) -> anyhow::Result<Embedded> {
    let subset = subset(face, glyphs.keys().copied().collect()).with_context(|| face.name().to_owned())?;
    let advances: BTreeMap<_, _> = glyphs.keys().map(|old| (subset.id(*old), face.advance(*old))).collect();
    let texts: BTreeMap<_, _> = glyphs.into_iter().map(|(old, text)| (subset.id(old), text)).collect();
    let units = face.units_per_em();
    let (ascent, descent) = face.ascent_descent();
    let tag = tag(number);
    let narrow = |value: i64| i16::try_from(value).unwrap_or(i16::MAX);
    let single = |text: &str| text.chars().next().filter(|ch| ch.len_utf8() == text.len());
    let characters = texts.iter().filter_map(|(glyph, text)| single(text).map(|ch| (u32::from(ch), *glyph)));
    let font = ParsedFont {
        original_bytes: subset.bytes.clone(),
        font_index: 0,
        font_name: Some(format!("{tag}+{}", font_name(face))),
        codepoint_to_glyph: characters.collect(),
        glyph_widths: advances.iter().map(|(glyph, advance)| (*glyph, u16::try_from(*advance).unwrap_or(0))).collect(),
        units_per_em: u16::try_from(units).unwrap_or(1000),
        font_metrics: FontMetrics { ascent: narrow(ascent), descent: -narrow(descent) },
        font_type: if subset.is_cff() { FontType::OpenTypeCFF(()) } else { FontType::TrueType },
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: u16::try_from(units).unwrap_or(1000),
            y_min: -narrow(descent),
            y_max: narrow(ascent),
            x_max: narrow(units),
            ..PdfFontMetricsStub::default()
        },
    };
    // The library cuts widths to whole thousandths; the text must be placed by what the file says.
    let widths = advances.into_iter().map(|(glyph, advance)| (glyph, advance * 1000 / units)).collect();
    Ok(Embedded { id: FontId(tag), font: PdfFont::new(font), subset, widths, texts })
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
