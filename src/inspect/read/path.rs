//! Paths, as far as they are rules: level strokes, and filled rectangles that are low and long.

use super::matrix::Matrix;

/// A filled rectangle that is higher than so much, in pt, is an area and no rule.
const HIGHEST: f64 = 6.0;
/// What is shorter than so much, in pt, is no rule: a stroke of a drawn sign, an underline of a word.
const SHORTEST: f64 = 28.0;
/// How far off the level the ends of a level line may be, in pt.
const LEVEL: f64 = 0.05;

/// A level bar: left, right, top and height on the sheet.
pub(super) type Bar = [f64; 4];

/// The path under construction, in the sheet's space.
#[derive(Debug, Default)]
pub(super) struct Path {
    parts: Vec<Part>,
}

#[derive(Debug, Default)]
struct Part {
    points: Vec<(f64, f64)>,
    curved: bool,
    closed: bool,
}

impl Path {
    pub(super) fn move_to(&mut self, x: f64, y: f64, space: Matrix) {
        self.parts.push(Part { points: vec![space.apply(x, y)], ..Part::default() });
    }

    pub(super) fn line_to(&mut self, x: f64, y: f64, space: Matrix) {
        if let Some(part) = self.parts.last_mut() {
            part.points.push(space.apply(x, y));
        }
    }

    pub(super) fn curve_to(&mut self, x: f64, y: f64, space: Matrix) {
        self.line_to(x, y, space);
        if let Some(part) = self.parts.last_mut() {
            part.curved = true;
        }
    }

    pub(super) fn rectangle(&mut self, [x, y, width, height]: [f64; 4], space: Matrix) {
        self.move_to(x, y, space);
        self.line_to(x + width, y, space);
        self.line_to(x + width, y + height, space);
        self.line_to(x, y + height, space);
        self.close();
    }

    pub(super) fn close(&mut self) {
        if let Some(part) = self.parts.last_mut() {
            part.closed = true;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// What encloses it: left, right, top and foot; none if it has curves, which may reach farther than their ends.
    pub(super) fn bounds(&self) -> Option<[f64; 4]> {
        if self.parts.iter().any(|part| part.curved) {
            return None;
        }
        let points = || self.parts.iter().flat_map(|part| part.points.iter());
        let least = |of: fn(&(f64, f64)) -> f64| points().map(of).fold(f64::INFINITY, f64::min);
        let most = |of: fn(&(f64, f64)) -> f64| points().map(of).fold(f64::NEG_INFINITY, f64::max);
        Some([least(|point| point.0), most(|point| point.0), least(|point| point.1), most(|point| point.1)])
    }

    /// The rules among what a fill paints.
    pub(super) fn filled(&self) -> Vec<Bar> {
        self.parts.iter().filter_map(Part::filled).collect()
    }

    /// The rules among what a stroke of this width paints.
    pub(super) fn stroked(&self, width: f64) -> Vec<Bar> {
        self.parts.iter().flat_map(|part| part.stroked(width)).collect()
    }
}

impl Part {
    fn filled(&self) -> Option<Bar> {
        if self.curved || self.points.len() < 4 {
            return None;
        }
        let extent = |of: fn(&(f64, f64)) -> f64| {
            let values = self.points.iter().map(of);
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
        };
        let ((left, right), (top, foot)) = (extent(|point| point.0), extent(|point| point.1));
        // All corners lie at the edges: a rectangle, whatever the order and the number of its points.
        let at_edge = |value: f64, low: f64, high: f64| (value - low).abs() < LEVEL || (value - high).abs() < LEVEL;
        let level = self.points.iter().all(|(_, y)| at_edge(*y, top, foot));
        (level && foot - top <= HIGHEST && right - left >= SHORTEST).then_some([left, right, top, foot - top])
    }

    fn stroked(&self, width: f64) -> Vec<Bar> {
        if self.curved {
            return Vec::new();
        }
        let close = self.points.first().filter(|_| self.closed);
        let ends: Vec<_> = self.points.iter().chain(close).collect();
        let level = ends.windows(2).filter(|pair| (pair[0].1 - pair[1].1).abs() < LEVEL);
        let bars = level.map(|pair| {
            let (left, right) = (pair[0].0.min(pair[1].0), pair[0].0.max(pair[1].0));
            [left, right, pair[0].1 - width / 2.0, width]
        });
        bars.filter(|bar| bar[1] - bar[0] >= SHORTEST && width <= HIGHEST).collect()
    }
}
