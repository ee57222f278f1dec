//! The type area (版心) and the grid that are asked for.

use crate::length::Length;
use crate::model::style::Sheet;

/// The type area of a format.
///
/// Source: GB/T 9704-2012 5.2.
pub(in crate::inspect) struct Area {
    pub(in crate::inspect) top: Length,
    pub(in crate::inspect) width: Length,
    pub(in crate::inspect) height: Length,
    pub(in crate::inspect) lines: usize,
    odd_left: Length,
    even_left: Length,
    sheet: Sheet,
}

impl Area {
    pub(super) fn new(sheet: &Sheet) -> Self {
        let fore_edge = sheet.width - sheet.binding_margin - sheet.type_area_width;
        Self {
            top: sheet.head_margin,
            width: sheet.type_area_width,
            height: sheet.type_area_height,
            lines: sheet.lines.max(1),
            odd_left: sheet.binding_margin,
            even_left: if sheet.mirror_margins { fore_edge } else { sheet.binding_margin },
            sheet: sheet.clone(),
        }
    }

    pub(in crate::inspect) fn left(&self, is_odd: bool) -> Length {
        if is_odd { self.odd_left } else { self.even_left }
    }

    pub(in crate::inspect) fn foot(&self) -> Length {
        self.top + self.height
    }

    /// The distance of two lines.
    pub(in crate::inspect) fn pitch(&self) -> Length {
        self.height / self.lines as i64
    }

    /// From a line's top to the baseline of type of this size, at this pitch.
    pub(in crate::inspect) fn above_baseline(&self, size: Length, pitch: Length) -> Length {
        (pitch - size) / 2 + self.sheet.ascent.at(size)
    }

    /// How far a baseline of type of this size is from the nearest one of the grid.
    pub(in crate::inspect) fn off_grid(&self, baseline: Length, size: Length) -> Length {
        let first = self.top + self.above_baseline(size, self.pitch());
        let down = (baseline - first).to_pt() / self.pitch().to_pt();
        let line = (down.round() as i64).clamp(0, self.lines as i64 - 1);
        let distance = baseline - first - self.height.scale(line, self.lines as i64);
        distance.max(-distance)
    }
}
