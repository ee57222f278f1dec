//! The graphics state: what the operators of a page set before they paint.

use super::colour::Space;
use super::matrix::Matrix;
use crate::inspect::facts::Ink;

/// What is saved and restored.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// From the user's space to the trimmed sheet.
    pub(super) space: Matrix,
    pub(super) fill: Paint,
    pub(super) stroke: Paint,
    pub(super) line_width: f64,
    pub(super) text: TextState,
}

/// A colour space, and the ink set in it.
#[derive(Debug, Clone)]
pub(super) struct Paint {
    pub(super) space: Space,
    pub(super) ink: Ink,
}

impl Paint {
    pub(super) fn initial(space: Space) -> Self {
        Self { ink: space.initial(), space }
    }

    pub(super) fn set(&mut self, space: Space, numbers: &[f64]) {
        self.ink = space.ink(numbers);
        self.space = space;
    }

    /// Sets numbers in the space that is set.
    pub(super) fn set_numbers(&mut self, numbers: &[f64]) {
        self.ink = self.space.ink(numbers);
    }
}

/// What holds for text.
#[derive(Debug, Clone)]
pub(super) struct TextState {
    pub(super) face: Option<usize>,
    pub(super) size: f64,
    pub(super) character_space: f64,
    pub(super) word_space: f64,
    /// Horizontal scaling, 1 for none.
    pub(super) scale: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    pub(super) mode: i64,
}

impl TextState {
    /// Whether the glyphs leave ink: mode 3 shows nothing, 7 only clips.
    pub(super) fn is_seen(&self) -> bool {
        !matches!(self.mode, 3 | 7)
    }

    /// Whether they are only stroked.
    pub(super) fn is_stroked(&self) -> bool {
        matches!(self.mode, 1 | 5)
    }
}

impl State {
    pub(super) fn new(space: Matrix) -> Self {
        Self {
            space,
            fill: Paint::initial(Space::Gray),
            stroke: Paint::initial(Space::Gray),
            line_width: 1.0,
            text: TextState {
                face: None,
                size: 0.0,
                character_space: 0.0,
                word_space: 0.0,
                scale: 1.0,
                leading: 0.0,
                rise: 0.0,
                mode: 0,
            },
        }
    }
}
