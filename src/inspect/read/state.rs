//! The graphics state: what the operators of a page set before they paint.

use super::colour::Space;
use super::matrix::Matrix;
use crate::inspect::facts::Ink;
use hayro_syntax::object::{Dict, Name, Object};

/// The blend modes that paint as if there were none.
const NORMAL: &[&str] = &["Normal", "Compatible"];

/// What is saved and restored.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// From the user's space to the trimmed sheet.
    pub(super) space: Matrix,
    pub(super) fill: Paint,
    pub(super) stroke: Paint,
    pub(super) line_width: f64,
    pub(super) text: TextState,
    pub(super) soft: Softness,
    /// Outside these edges nothing is seen: left, right, top and foot, on the sheet.
    pub(super) clip: [f64; 4],
}

/// A colour space, and the ink set in it.
#[derive(Debug, Clone)]
pub(super) struct Paint {
    pub(super) space: Space,
    pub(super) ink: Ink,
    /// 1 for opaque.
    pub(super) opacity: f64,
    /// Whether it is to leave what is under it (叠印).
    pub(super) overprints: bool,
}

impl Paint {
    pub(super) fn initial(space: Space) -> Self {
        Self { ink: space.initial(), space, opacity: 1.0, overprints: false }
    }

    /// Sets a space, and the ink that it begins with.
    pub(super) fn set_space(&mut self, space: Space) {
        self.ink = space.initial();
        self.space = space;
    }

    pub(super) fn set(&mut self, space: Space, numbers: &[f64]) {
        self.ink = space.ink(numbers);
        self.space = space;
    }

    /// The same with another ink.
    pub(super) fn with(&self, ink: Ink) -> Self {
        Self { ink, ..self.clone() }
    }

    /// Sets numbers in the space that is set.
    pub(super) fn set_numbers(&mut self, numbers: &[f64]) {
        self.ink = self.space.ink(numbers);
    }
}

/// How what is painted mixes with what is under it, filled or stroked alike.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Softness {
    /// Whether there is a soft mask.
    pub(super) has_mask: bool,
    /// Whether the blend mode is another than the normal one.
    pub(super) blends: bool,
    /// Whether an ink of which nothing is set leaves what is under it (OPM 1).
    pub(super) keeps_unset: bool,
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
        self.is_filled() || self.is_stroked()
    }

    pub(super) fn is_filled(&self) -> bool {
        matches!(self.mode, 0 | 2 | 4 | 6)
    }

    pub(super) fn is_stroked(&self) -> bool {
        matches!(self.mode, 1 | 2 | 5 | 6)
    }
}

impl State {
    /// Lets nothing be seen outside these edges either.
    pub(super) fn clip_to(&mut self, [left, right, top, foot]: [f64; 4]) {
        let clip = self.clip;
        self.clip = [clip[0].max(left), clip[1].min(right), clip[2].max(top), clip[3].min(foot)];
    }

    /// Whether all between these edges is clipped away.
    pub(super) fn hides(&self, [left, right, top, foot]: [f64; 4]) -> bool {
        let clip = self.clip;
        right < clip[0] || left > clip[1] || foot < clip[2] || top > clip[3]
    }

    /// Takes over what a dictionary of the graphics state sets.
    ///
    /// Source: ISO 32000-1 8.4.5, table 58.
    pub(super) fn set_from(&mut self, dictionary: &Dict<'_>) {
        if let Some(width) = dictionary.get::<f32>("LW") {
            self.line_width = f64::from(width);
        }
        let opacity = |key: &str| dictionary.get::<f32>(key).map(f64::from);
        self.stroke.opacity = opacity("CA").unwrap_or(self.stroke.opacity);
        self.fill.opacity = opacity("ca").unwrap_or(self.fill.opacity);
        // `OP` alone holds for fills too.
        let stroke = dictionary.get::<bool>("OP");
        self.stroke.overprints = stroke.unwrap_or(self.stroke.overprints);
        self.fill.overprints = dictionary.get::<bool>("op").or(stroke).unwrap_or(self.fill.overprints);
        if let Some(mode) = dictionary.get::<i32>("OPM") {
            self.soft.keeps_unset = mode == 1;
        }
        let is_plain = |name: &Name<'_>, plain: &[&str]| plain.contains(&name.as_str());
        match dictionary.get::<Object<'_>>("SMask") {
            Some(Object::Name(name)) => self.soft.has_mask = !is_plain(&name, &["None"]),
            Some(_) => self.soft.has_mask = true,
            None => {}
        }
        // Of several modes the first that is known holds, and the normal one is.
        match dictionary.get::<Object<'_>>("BM") {
            Some(Object::Name(name)) => self.soft.blends = !is_plain(&name, NORMAL),
            Some(Object::Array(names)) => {
                self.soft.blends = !names.iter::<Name<'_>>().next().is_some_and(|name| is_plain(&name, NORMAL));
            }
            _ => {}
        }
    }

    pub(super) fn new(space: Matrix) -> Self {
        Self {
            space,
            fill: Paint::initial(Space::Gray),
            stroke: Paint::initial(Space::Gray),
            line_width: 1.0,
            soft: Softness::default(),
            clip: [f64::NEG_INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::INFINITY],
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
