//! Whether a face may be embedded (字体嵌入许可): `fsType` of its table OS/2.
//!
//! Source: OpenType 1.9, OS/2, fsType.

use skrifa::FontRef;
use skrifa::raw::TableProvider;

/// Why a face may not stand in a PDF of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Its licence allows no embedding without leave of its owner.
    Restricted,
    /// It may only be embedded whole, and we embed subsets.
    Subsets,
    /// Only its bitmaps may be embedded.
    Outlines,
}

impl Refusal {
    /// The key of the message that tells the reason to people.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Restricted => "embedding-restricted",
            Self::Subsets => "embedding-subsets",
            Self::Outlines => "embedding-outlines",
        }
    }
}

/// Whether a face allows what we do with it. One without the table says nothing against it.
pub(super) fn check(bytes: &[u8], index: u32) -> Result<(), Refusal> {
    let bits = FontRef::from_index(bytes, index).ok().and_then(|font| Some(font.os2().ok()?.fs_type()));
    bits.map_or(Ok(()), judge)
}

/// Of several levels the freest counts, as the table's older versions have it.
fn judge(bits: u16) -> Result<(), Refusal> {
    const RESTRICTED: u16 = 0x0002;
    const PREVIEW_AND_PRINT: u16 = 0x0004;
    const EDITABLE: u16 = 0x0008;
    const NO_SUBSETTING: u16 = 0x0100;
    const BITMAP_ONLY: u16 = 0x0200;
    if bits & RESTRICTED != 0 && bits & (PREVIEW_AND_PRINT | EDITABLE) == 0 {
        Err(Refusal::Restricted)
    } else if bits & BITMAP_ONLY != 0 {
        Err(Refusal::Outlines)
    } else if bits & NO_SUBSETTING != 0 {
        Err(Refusal::Subsets)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permission_follows_the_bits() {
        for (bits, expected) in [
            (0x0000, Ok(())),
            (0x0002, Err(Refusal::Restricted)),
            (0x0004, Ok(())),
            (0x0006, Ok(())),
            (0x0008, Ok(())),
            (0x0104, Err(Refusal::Subsets)),
            (0x0200, Err(Refusal::Outlines)),
            (0x0302, Err(Refusal::Restricted)),
        ] {
            assert_eq!(judge(bits), expected, "{bits:#06x}");
        }
    }
}
