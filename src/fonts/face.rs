//! A face: its glyphs and their widths, read through rusttype.

use super::find::Located;
use crate::length::Length;
use anyhow::Context;
use elsa::sync::FrozenMap;
use memmap2::Mmap;
use rusttype::{Font, GlyphId, Scale};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// The faces' files, opened once in a run and shared by all issues.
///
/// They are mapped, not read: an issue needs a few hundred glyphs of files of 5 to 26 MB.
#[derive(Default)]
pub struct FontFiles {
    files: FrozenMap<PathBuf, Box<Mmap>>,
}

impl FontFiles {
    /// The bytes of a file.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn bytes(&self, path: &Path) -> anyhow::Result<&[u8]> {
        if let Some(bytes) = self.files.get(path) {
            return Ok(bytes);
        }
        let map = map(path).with_context(|| path.display().to_string())?;
        Ok(self.files.insert(path.to_path_buf(), Box::new(map)))
    }
}

/// Whether every table of a face lies inside its file: a download that broke off does not pass.
fn is_whole(bytes: &[u8], index: u32) -> bool {
    let number =
        |at: usize| bytes.get(at..at + 4).map(|four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]) as usize);
    let start = if bytes.starts_with(b"ttcf") { number(12 + 4 * index as usize) } else { Some(0) };
    let Some(start) = start else { return false };
    let count = number(start + 4).map_or(0, |packed| packed >> 16);
    let ends = (0..count).map(|table| {
        let record = start + 12 + 16 * table;
        number(record + 8).zip(number(record + 12)).map(|(offset, length)| offset + length)
    });
    let mut is_whole = count > 0;
    for end in ends {
        is_whole &= end.is_some_and(|end| end <= bytes.len());
    }
    is_whole
}

/// Maps a file into memory.
#[allow(unsafe_code, reason = "the one exception: mapping faces is what makes a build fast")]
fn map(path: &Path) -> io::Result<Mmap> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // SAFETY: nobody writes into the faces' files while the program runs: `fonts/fetch.sh` replaces
    // them by renaming, which leaves the mapped file as it was.
    unsafe { Mmap::map(&file) }
}

/// An open face.
pub struct Face<'f> {
    name: String,
    located: Located,
    bytes: &'f [u8],
    font: Font<'f>,
    /// The scale at which rusttype's measures are font units.
    unit_scale: Scale,
}

/// Where a glyph's ink lies, in font units: x from the origin to the right, y up from the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink {
    /// Left edge.
    pub left: i64,
    /// Right edge.
    pub right: i64,
    /// Upper edge.
    pub top: i64,
    /// Lower edge.
    pub bottom: i64,
}

impl<'f> Face<'f> {
    /// Opens a face of a file.
    ///
    /// # Errors
    /// A file that cannot be read or is no face.
    pub fn open(name: &str, located: &Located, files: &'f FontFiles) -> anyhow::Result<Self> {
        let bytes = files.bytes(&located.path)?;
        let font = Font::try_from_bytes_and_index(bytes, located.index)
            .filter(|font| font.units_per_em() > 0 && is_whole(bytes, located.index))
            .with_context(|| located.path.display().to_string())?;
        let metrics = font.v_metrics_unscaled();
        // rusttype scales by the height from descent to ascent, not by the em.
        let unit_scale = Scale::uniform(metrics.ascent - metrics.descent);
        Ok(Self { name: name.to_owned(), located: located.clone(), bytes, font, unit_scale })
    }

    /// The name by which the publication asks for it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its file.
    #[must_use]
    pub fn located(&self) -> &Located {
        &self.located
    }

    /// The file's bytes.
    #[must_use]
    pub fn bytes(&self) -> &'f [u8] {
        self.bytes
    }

    /// Font units in an em.
    #[must_use]
    pub fn units_per_em(&self) -> i64 {
        i64::from(self.font.units_per_em())
    }

    /// How many glyphs it has.
    #[must_use]
    pub fn glyph_count(&self) -> usize {
        self.font.glyph_count()
    }

    /// The glyph of a character; none if the face lacks it.
    #[must_use]
    pub fn glyph(&self, ch: char) -> Option<u16> {
        Some(self.font.glyph(ch).id().0).filter(|id| *id != 0)
    }

    /// A glyph's advance (字幅) in font units.
    #[must_use]
    pub fn advance(&self, glyph: u16) -> i64 {
        let scaled = self.font.glyph(GlyphId(glyph)).scaled(self.unit_scale);
        scaled.h_metrics().advance_width.round() as i64
    }

    /// A glyph's ink; none if it has no outline.
    #[must_use]
    pub fn ink(&self, glyph: u16) -> Option<Ink> {
        let bounds = self.font.glyph(GlyphId(glyph)).scaled(self.unit_scale).exact_bounding_box()?;
        Some(Ink {
            left: bounds.min.x.round() as i64,
            right: bounds.max.x.round() as i64,
            top: -bounds.min.y.round() as i64,
            bottom: -bounds.max.y.round() as i64,
        })
    }

    /// How high the face stands above the baseline and how deep below it, in font units, both positive.
    #[must_use]
    pub fn ascent_descent(&self) -> (i64, i64) {
        let metrics = self.font.v_metrics_unscaled();
        (metrics.ascent.round() as i64, metrics.descent.abs().round() as i64)
    }

    /// Font units as a length at a size.
    #[must_use]
    pub fn scale(&self, units: i64, size: Length) -> Length {
        size.scale(units, self.units_per_em())
    }
}
