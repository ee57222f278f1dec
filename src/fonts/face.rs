//! A face: its glyphs and their widths, read through rusttype.

use super::find::Located;
use super::installed::Installed;
use super::mapped::{Mapped, map};
use super::permission::Refusal;
use super::{names, permission, soundness};
use crate::length::Length;
use anyhow::Context;
use elsa::sync::FrozenMap;
use rusttype::{Font, GlyphId, IntoGlyphId, Scale};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The faces' files, opened once in a run and shared by all issues.
///
/// They are mapped, not read: an issue needs a few hundred glyphs of files of 5 to 26 MB.
#[derive(Default)]
pub struct FontFiles {
    files: FrozenMap<PathBuf, Box<Mapped>>,
    installed: OnceLock<Installed>,
}

impl FontFiles {
    /// The bytes of a file.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn bytes(&self, path: &Path) -> anyhow::Result<&[u8]> {
        Ok(&self.mapped(path)?.bytes)
    }

    /// What the system told of a file when its bytes were mapped.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn metadata(&self, path: &Path) -> anyhow::Result<&Metadata> {
        Ok(&self.mapped(path)?.metadata)
    }

    fn mapped(&self, path: &Path) -> anyhow::Result<&Mapped> {
        if let Some(mapped) = self.files.get(path) {
            return Ok(mapped);
        }
        let mapped = map(path).with_context(|| path.display().to_string())?;
        Ok(self.files.insert(path.to_path_buf(), Box::new(mapped)))
    }

    /// Whether at the path of every file that was mapped there is the same file, as it was: else all are to be opened
    /// anew.
    #[must_use]
    pub fn are_current(&self) -> bool {
        self.files.keys_cloned().iter().all(|path| {
            let (known, now) = (self.files.get(path).map(|mapped| &mapped.metadata), std::fs::metadata(path).ok());
            known.zip(now.as_ref()).is_some_and(|(known, now)| is_same(known, now))
        })
    }

    /// The fonts that the machine has installed, looked for once in a run; `cache` keeps their index.
    pub(super) fn installed(&self, cache: Option<&Path>) -> &Installed {
        self.installed.get_or_init(|| Installed::of_this_machine(cache))
    }
}

/// Whether by all that the system tells these are of the same file, unchanged.
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let entry = |of: &Metadata| (of.dev(), of.ino(), of.ctime(), of.ctime_nsec());
        if entry(one) != entry(other) {
            return false;
        }
    }
    one.len() == other.len() && one.modified().ok() == other.modified().ok()
}

/// Why a face cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaceFault {
    /// Its file cannot be read, or is no face.
    Unusable,
    /// Its file holds only so many faces.
    NoSuchFace(u32),
    /// It may not be embedded.
    Refused(Refusal),
}

/// An open face.
pub struct Face<'f> {
    name: String,
    located: Located,
    bytes: &'f [u8],
    font: Font<'f>,
    /// The scale at which rusttype's measures are font units.
    unit_scale: Scale,
    /// Whether it has variations; its default instance is meant.
    is_variable: bool,
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
    /// A file that cannot be read or is no face, and a face that may not be embedded.
    pub fn open(name: &str, located: &Located, files: &'f FontFiles) -> Result<Self, FaceFault> {
        let bytes = files.bytes(&located.path).map_err(|_| FaceFault::Unusable)?;
        let count = soundness::face_count(bytes);
        if located.index >= count && count > 0 {
            return Err(FaceFault::NoSuchFace(count));
        }
        let font = Font::try_from_bytes_and_index(bytes, located.index)
            .filter(|font| font.units_per_em() > 0 && soundness::is_whole(bytes, located.index))
            .ok_or(FaceFault::Unusable)?;
        permission::check(bytes, located.index).map_err(FaceFault::Refused)?;
        let metrics = font.v_metrics_unscaled();
        // rusttype scales by the height from descent to ascent, not by the em.
        let height = metrics.ascent - metrics.descent;
        if height == 0.0 {
            return Err(FaceFault::Unusable);
        }
        let unit_scale = Scale::uniform(height);
        let is_variable = soundness::is_variable(bytes, located.index);
        Ok(Self { name: name.to_owned(), located: located.clone(), bytes, font, unit_scale, is_variable })
    }

    /// The name by which the publication asks for it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its own PostScript name.
    #[must_use]
    pub fn postscript_name(&self) -> Option<String> {
        names::postscript_name(self.bytes, self.located.index)
    }

    /// What it says of its licence.
    #[must_use]
    pub fn licence(&self) -> Option<String> {
        names::licence(self.bytes, self.located.index)
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
        // Not by rusttype's `glyph`, which does not bear a character map that points past the last glyph.
        let id = ch.into_glyph_id(&self.font).0;
        Some(id).filter(|id| *id != 0 && usize::from(*id) < self.glyph_count())
    }

    /// A glyph's advance (字幅) in font units.
    #[must_use]
    pub fn advance(&self, glyph: u16) -> i64 {
        if self.is_variable {
            // rusttype adds what the variations say even at the default instance, and trusts them blindly.
            return soundness::default_advance(self.bytes, self.located.index, glyph);
        }
        if usize::from(glyph) >= self.glyph_count() {
            return 0;
        }
        let scaled = self.font.glyph(GlyphId(glyph)).scaled(self.unit_scale);
        scaled.h_metrics().advance_width.round() as i64
    }

    /// A glyph's ink; none if it has no outline.
    #[must_use]
    pub fn ink(&self, glyph: u16) -> Option<Ink> {
        if usize::from(glyph) >= self.glyph_count() {
            return None;
        }
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
