//! The type area (版心) and its grid of lines (行网格).

use crate::length::{Em, Length};
use crate::model::style::Sheet;

/// The type area of every page: where it lies, and where its lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypeArea {
    lines: usize,
    height: Length,
    width: Length,
    top: Length,
    /// Left edge on odd pages.
    recto_left: Length,
    /// Left edge on even pages.
    verso_left: Length,
    ascent: Em,
}

impl TypeArea {
    /// The type area of a sheet.
    ///
    /// Source: GB/T 9704-2012 5.2; on even pages the binding margin is at the right: ours.
    #[must_use]
    pub fn new(sheet: &Sheet) -> Self {
        let fore_edge = sheet.width - sheet.binding_margin - sheet.type_area_width;
        Self {
            lines: sheet.lines,
            height: sheet.type_area_height,
            width: sheet.type_area_width,
            top: sheet.head_margin,
            recto_left: sheet.binding_margin,
            verso_left: if sheet.mirror_margins { fore_edge } else { sheet.binding_margin },
            ascent: sheet.ascent,
        }
    }

    /// Lines of the grid.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.lines
    }

    /// The measure (行长): the width of the type area.
    #[must_use]
    pub fn measure(&self) -> Length {
        self.width
    }

    /// The distance of two lines (行距), rounded: only for heights inside a line.
    #[must_use]
    pub fn pitch(&self) -> Length {
        self.height / self.lines as i64
    }

    /// Left edge on a page of this number.
    #[must_use]
    pub fn left(&self, page_number: usize) -> Length {
        if page_number % 2 == 1 { self.recto_left } else { self.verso_left }
    }

    /// Top of a grid line, counted from 0, from the sheet's top; the line behind the last is the foot.
    ///
    /// Exact for each line: not a multiple of a rounded pitch.
    #[must_use]
    pub fn line_top(&self, line: usize) -> Length {
        self.top + self.height.scale(line as i64, self.lines as i64)
    }

    /// The foot of the type area, from the sheet's top.
    #[must_use]
    pub fn foot(&self) -> Length {
        self.line_top(self.lines)
    }

    /// The grid line, from 1, in which a baseline lies; 0 outside the type area.
    #[must_use]
    pub fn line_of(&self, baseline: Length) -> usize {
        (0..self.lines)
            .find(|line| (self.line_top(*line)..self.line_top(line + 1)).contains(&baseline))
            .map_or(0, |line| line + 1)
    }

    /// From the top of a strip of this height to the baseline of type whose em square is centred in it.
    #[must_use]
    pub fn baseline_in(&self, height: Length, size: Length) -> Length {
        (height - size) / 2 + self.ascent.at(size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grid_lines_end_exactly_at_the_foot() {
        let area = TypeArea::new(&Sheet::default());
        assert_eq!(area.foot(), Length::mm(37.0) + Length::mm(225.0));
        assert_eq!(area.line_top(11) - area.line_top(0), Length::mm(225.0) / 2);
    }

    #[test]
    fn grid_margins_back_each_other() {
        let area = TypeArea::new(&Sheet::default());
        assert_eq!(area.left(1), Length::mm(28.0));
        assert_eq!((area.left(2) - Length::mm(26.0)).units().abs(), 0);
    }
}
