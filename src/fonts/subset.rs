//! Subsets of faces (子集化): only the glyphs that are used, under new dense numbers.

use super::charstrings;
use super::face::Face;
use anyhow::Context;
use skrifa::raw::FontRef;
use skrifa::raw::types::Tag;
use subsetter::GlyphRemapper;

/// A face reduced to the glyphs that a document uses.
pub struct Subset {
    /// The reduced face, an OpenType file with CFF or TrueType outlines.
    pub bytes: Vec<u8>,
    /// The new number of each old glyph, in the order of the new numbers (which start at 1).
    pub glyphs: Vec<u16>,
}

impl Subset {
    /// The glyph programs as a PDF embeds them.
    #[must_use]
    pub fn program(&self) -> Program<'_> {
        if !self.bytes.starts_with(b"OTTO") {
            return Program { kind: ProgramKind::TrueType, bytes: &self.bytes };
        }
        match charstrings::cid_table(&self.bytes) {
            Some(table) => Program { kind: ProgramKind::Cff, bytes: table },
            None => Program { kind: ProgramKind::OpenType, bytes: &self.bytes },
        }
    }
}

/// Glyph programs (字形程序) as a PDF embeds them.
#[derive(Debug, Clone, Copy)]
pub struct Program<'s> {
    /// What they are.
    pub kind: ProgramKind,
    /// Their bytes.
    pub bytes: &'s [u8],
}

/// What glyph programs are (ISO 32000-1, table 126).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgramKind {
    /// A TrueType file.
    TrueType,
    /// The bare table of a CID-keyed CFF face.
    Cff,
    /// An OpenType file with CFF outlines.
    OpenType,
}

/// With what curves glyphs are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlines {
    /// Quadratic ones, of a TrueType file.
    TrueType,
    /// Cubic ones, of a table of Compact Font Format.
    Cff,
}

/// The outlines that a subset of this face has: known before it is cut out. Those of CFF2 become TrueType ones.
#[must_use]
pub fn outlines(face: &Face<'_>) -> Outlines {
    let font = FontRef::from_index(face.bytes(), face.located().index);
    if font.is_ok_and(|font| font.table_data(Tag::new(b"CFF ")).is_some()) { Outlines::Cff } else { Outlines::TrueType }
}

/// Reduces a face to these glyphs, which are sorted and each there once.
///
/// # Errors
/// A face whose tables cannot be taken apart.
pub fn subset(face: &Face<'_>, glyphs: Vec<u16>) -> anyhow::Result<Subset> {
    if let Some(bytes) = charstrings::subset(face, &glyphs) {
        return Ok(Subset { bytes, glyphs });
    }
    let mut remapper = GlyphRemapper::new();
    for glyph in &glyphs {
        remapper.remap(*glyph);
    }
    // The default instance of a variable face. CFF2 outlines, which PDF does not know, become TrueType ones.
    let bytes = subsetter::subset_with_variations(face.bytes(), face.located().index, &[], &remapper)
        .map_err(|error| anyhow::anyhow!("{error}"))
        .with_context(|| face.located().path.display().to_string())?;
    Ok(Subset { bytes, glyphs })
}
