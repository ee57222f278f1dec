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

/// A face as it stands in the file.
pub(super) struct Embedded {
    /// The library's name for it: six capitals, in the order of the faces.
    pub(super) id: FontId,
    /// What the library embeds.
    pub(super) font: PdfFont,
    /// The subset that the glyphs' numbers refer to.
    subset: Subset,
    /// Advance of each new glyph in 1/1000 em, as the file states it.
    widths: BTreeMap<u16, i64>,
    /// The character that each new glyph stands for where no text says otherwise.
    characters: BTreeMap<u16, char>,
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

    /// Whether the glyph of the file stands for just this text.
    pub(super) fn is_character(&self, glyph: u16, text: &str) -> bool {
        let mut chars = text.chars();
        chars.next() == self.characters.get(&glyph).copied() && chars.next().is_none()
    }
}

/// Embeds every face that the document uses, by the faces' numbers.
pub(super) fn embedded(document: &Document, book: &FontBook<'_>) -> anyhow::Result<Vec<Option<Embedded>>> {
    let mut used = vec![BTreeMap::new(); document.faces.len()];
    for item in document.pages.iter().flat_map(|page| &page.items) {
        let Item::Glyphs(run) = item else { continue };
        let Some(glyphs) = used.get_mut(run.face.index()) else { continue };
        for glyph in &run.glyphs {
            let ch = run.text[glyph.range.clone()].chars().next().unwrap_or(' ');
            glyphs.entry(glyph.id).or_insert(ch);
        }
    }
    let ids: Vec<FaceId> = book.faces().map(|(id, _)| id).collect();
    // A face that no glyph comes from is not even opened.
    let faces = ids.into_iter().zip(used).map(|(id, glyphs)| {
        let face = if glyphs.is_empty() { None } else { book.face(id) };
        face.map(|face| embed(face, id, &glyphs)).transpose()
    });
    faces.collect()
}

/// Embeds a face with these glyphs and the characters they stand for.
fn embed(face: &Face<'_>, id: FaceId, glyphs: &BTreeMap<u16, char>) -> anyhow::Result<Embedded> {
    let subset = subset(face, glyphs.keys().copied().collect()).with_context(|| face.name().to_owned())?;
    let characters: BTreeMap<_, _> = glyphs.iter().map(|(old, ch)| (subset.id(*old), *ch)).collect();
    let advances: BTreeMap<_, _> = glyphs.keys().map(|old| (subset.id(*old), face.advance(*old))).collect();
    let units = face.units_per_em();
    let (ascent, descent) = face.ascent_descent();
    let tag = tag(id);
    let narrow = |value: i64| i16::try_from(value).unwrap_or(i16::MAX);
    let font = ParsedFont {
        original_bytes: subset.bytes.clone(),
        font_index: 0,
        font_name: Some(format!("{tag}+{}", postscript_name(face.name()))),
        codepoint_to_glyph: characters.iter().map(|(glyph, ch)| (u32::from(*ch), *glyph)).collect(),
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
    Ok(Embedded { id: FontId(tag), font: PdfFont::new(font), subset, widths, characters })
}

/// Six capitals for a face: the subset's tag, and the library's name for it.
fn tag(id: FaceId) -> String {
    let letter = |value: usize| char::from(b'A' + (value % 26) as u8);
    format!("FACE{}{}", letter(id.index() / 26), letter(id.index()))
}

/// A name that may stand in a PDF: letters, figures and hyphens of the face's name or its file's.
fn postscript_name(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.split(['.', '#']).next().unwrap_or(file);
    let plain: String = stem.chars().filter(|ch| ch.is_ascii_alphanumeric() || *ch == '-').collect();
    if plain.is_empty() { "Face".to_owned() } else { plain }
}
