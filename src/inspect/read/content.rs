//! A page's operators, carried out as far as they are measured: where glyphs and rules stand, in which ink.

use super::colour::Space;
use super::face::Faces;
use super::matrix::Matrix;
use super::path::{Bar, Path};
use super::state::{Paint, State};
use super::structure::{Sequence, number};
use super::{length, painted};
use crate::inspect::facts::{Glyph, Ink, Inks, PageFacts, Rule};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Rect, Stream};
use hayro_syntax::page::Resources;
use std::collections::BTreeSet;

/// How deep forms may stand in each other.
const DEEPEST: usize = 16;
/// How many operators a page may carry out, those of its forms among them.
const MOST_OPERATORS: usize = 5_000_000;
/// How many saved states a page may pile up.
const MOST_SAVED: usize = 4_096;

/// An object that has marked content, and its key in the parent tree.
type Own = (Option<(u32, i32)>, Option<i32>);

/// What content is marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// As nothing that the structure knows.
    None,
    Artifact,
    Numbered(i32),
}

impl Mark {
    fn of(tag: &Name<'_>, number: Option<i32>) -> Self {
        match number {
            Some(number) => Self::Numbered(number),
            None if tag.as_str() == "Artifact" => Self::Artifact,
            None => Self::None,
        }
    }
}

/// How a path is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Filled,
    Stroked,
    Both,
}

/// Carries out a page.
pub(super) struct Interpreter<'r, 'a> {
    pub(super) faces: &'r mut Faces<'a>,
    pub(super) inks: &'r mut Inks,
    pub(super) knockouts: &'r mut Inks,
    pub(super) page: &'r mut PageFacts,
    pub(super) number: usize,
    /// Operators left.
    budget: usize,
    state: State,
    saved: Vec<State>,
    path: Path,
    /// Whether the path clips what follows when it is done.
    clips: bool,
    /// The text matrix, and that of the line.
    text: (Matrix, Matrix),
    /// What encloses what is painted now.
    marks: Vec<Mark>,
    /// The object whose marks are met, the page or a form, and its key in the parent tree.
    own: Own,
    /// The sequences in which something is painted.
    sequences: BTreeSet<((u32, i32), Sequence)>,
}

impl<'r, 'a> Interpreter<'r, 'a> {
    pub(super) fn new(
        (faces, inks, knockouts): (&'r mut Faces<'a>, &'r mut Inks, &'r mut Inks),
        page: &'r mut PageFacts,
        number: usize,
        space: Matrix,
        own: Own,
    ) -> Self {
        Self {
            faces,
            inks,
            knockouts,
            page,
            number,
            budget: MOST_OPERATORS,
            state: State::new(space),
            saved: Vec::new(),
            path: Path::default(),
            clips: false,
            text: (Matrix::IDENTITY, Matrix::IDENTITY),
            marks: Vec::new(),
            own,
            sequences: BTreeSet::new(),
        }
    }

    /// The marked sequences in which something was painted, each with the object that has it.
    pub(super) fn into_sequences(self) -> BTreeSet<((u32, i32), Sequence)> {
        self.sequences
    }

    /// Carries out a stream of operators; false if it had too many.
    pub(super) fn run(&mut self, stream: &[u8], resources: &Resources<'a>, depth: usize) -> bool {
        let mut operators = TypedIter::new(stream);
        while let Some(operator) = operators.next() {
            let Some(left) = self.budget.checked_sub(1) else { return false };
            self.budget = left;
            let met = self.state_operator(&operator, resources)
                || self.text_state_operator(&operator, resources)
                || self.text_operator(&operator)
                || self.path_operator(&operator)
                || self.colour_operator(&operator, resources);
            if !met && !self.other_operator(&operator, resources, depth) {
                return false;
            }
        }
        true
    }

    fn state_operator(&mut self, operator: &Op<'_, '_>, resources: &Resources<'a>) -> bool {
        match operator {
            Op::SaveState(_) if self.saved.len() < MOST_SAVED => self.saved.push(self.state.clone()),
            Op::RestoreState(_) => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            Op::Transform(m) => {
                self.state.space = matrix([m.0, m.1, m.2, m.3, m.4, m.5]).then(self.state.space);
            }
            Op::LineWidth(width) => self.state.line_width = width.0.as_f64(),
            Op::SetGraphicsState(named) => {
                if let Some(dictionary) = resources.get_ext_g_state(named.0) {
                    self.state.set_from(&dictionary);
                }
            }
            _ => return false,
        }
        true
    }

    fn text_state_operator(&mut self, operator: &Op<'_, '_>, resources: &Resources<'a>) -> bool {
        let text = &mut self.state.text;
        match operator {
            Op::TextFont(font) => {
                text.size = font.1.as_f64();
                text.face = resources.get_font(font.0).map(|dictionary| self.faces.number(&dictionary));
            }
            Op::CharacterSpacing(space) => text.character_space = space.0.as_f64(),
            Op::WordSpacing(space) => text.word_space = space.0.as_f64(),
            Op::HorizontalScaling(scale) => text.scale = scale.0.as_f64() / 100.0,
            Op::TextLeading(leading) => text.leading = leading.0.as_f64(),
            Op::TextRise(rise) => text.rise = rise.0.as_f64(),
            Op::TextRenderingMode(mode) => text.mode = mode.0.as_i64(),
            _ => return false,
        }
        true
    }

    fn text_operator(&mut self, operator: &Op<'_, '_>) -> bool {
        match operator {
            Op::BeginText(_) => self.text = (Matrix::IDENTITY, Matrix::IDENTITY),
            Op::SetTextMatrix(m) => {
                let set = matrix([m.0, m.1, m.2, m.3, m.4, m.5]);
                self.text = (set, set);
            }
            Op::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
            Op::NextLineAndSetLeading(by) => {
                self.state.text.leading = -by.1.as_f64();
                self.next_line(by.0.as_f64(), by.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.text.leading),
            Op::ShowText(text) => self.show(text.0),
            Op::NextLineAndShowText(text) => {
                self.next_line(0.0, -self.state.text.leading);
                self.show(text.0);
            }
            Op::ShowTextWithParameters(text) => {
                self.state.text.word_space = text.0.as_f64();
                self.state.text.character_space = text.1.as_f64();
                self.next_line(0.0, -self.state.text.leading);
                self.show(text.2);
            }
            Op::ShowTexts(texts) => self.show_adjusted(texts.0),
            _ => return false,
        }
        true
    }

    fn path_operator(&mut self, operator: &Op<'_, '_>) -> bool {
        let space = self.state.space;
        match operator {
            Op::MoveTo(to) => self.path.move_to(to.0.as_f64(), to.1.as_f64(), space),
            Op::LineTo(to) => self.path.line_to(to.0.as_f64(), to.1.as_f64(), space),
            Op::CubicTo(to) => self.path.curve_to(to.4.as_f64(), to.5.as_f64(), space),
            Op::CubicStartTo(to) => self.path.curve_to(to.2.as_f64(), to.3.as_f64(), space),
            Op::CubicEndTo(to) => self.path.curve_to(to.2.as_f64(), to.3.as_f64(), space),
            Op::RectPath(r) => self.path.rectangle([r.0, r.1, r.2, r.3].map(|number| number.as_f64()), space),
            Op::ClosePath(_) => self.path.close(),
            Op::ClipNonZero(_) | Op::ClipEvenOdd(_) => self.clips = true,
            Op::EndPath(_) => {
                let path = std::mem::take(&mut self.path);
                self.clip(&path);
            }
            Op::StrokePath(_) => self.paint(How::Stroked),
            Op::CloseAndStrokePath(_) => {
                self.path.close();
                self.paint(How::Stroked);
            }
            Op::FillPathNonZero(_) | Op::FillPathNonZeroCompatibility(_) | Op::FillPathEvenOdd(_) => {
                self.paint(How::Filled);
            }
            Op::FillAndStrokeNonZero(_) | Op::FillAndStrokeEvenOdd(_) => self.paint(How::Both),
            Op::CloseFillAndStrokeNonZero(_) | Op::CloseFillAndStrokeEvenOdd(_) => {
                self.path.close();
                self.paint(How::Both);
            }
            _ => return false,
        }
        true
    }

    fn colour_operator(&mut self, operator: &Op<'_, '_>, resources: &Resources<'a>) -> bool {
        let State { fill, stroke, .. } = &mut self.state;
        match operator {
            Op::NonStrokeColorDeviceGray(c) => fill.set(Space::Gray, &[c.0.as_f64()]),
            Op::StrokeColorDeviceGray(c) => stroke.set(Space::Gray, &[c.0.as_f64()]),
            Op::NonStrokeColorDeviceRgb(c) => fill.set(Space::Rgb, &[c.0, c.1, c.2].map(|n| n.as_f64())),
            Op::StrokeColorDeviceRgb(c) => stroke.set(Space::Rgb, &[c.0, c.1, c.2].map(|n| n.as_f64())),
            Op::NonStrokeColorCmyk(c) => fill.set(Space::Cmyk, &[c.0, c.1, c.2, c.3].map(|n| n.as_f64())),
            Op::StrokeColorCmyk(c) => stroke.set(Space::Cmyk, &[c.0, c.1, c.2, c.3].map(|n| n.as_f64())),
            Op::ColorSpaceNonStroke(named) => fill.set_space(Space::named(named.0, resources)),
            Op::ColorSpaceStroke(named) => stroke.set_space(Space::named(named.0, resources)),
            Op::NonStrokeColor(c) => fill.set_numbers(&numbers(&c.0)),
            Op::StrokeColor(c) => stroke.set_numbers(&numbers(&c.0)),
            Op::NonStrokeColorNamed(c) => fill.set_numbers(&numbers(&c.0)),
            Op::StrokeColorNamed(c) => stroke.set_numbers(&numbers(&c.0)),
            _ => return false,
        }
        true
    }

    /// Marks, images and forms; false if a form had too many operators.
    fn other_operator(&mut self, operator: &Op<'_, '_>, resources: &Resources<'a>, depth: usize) -> bool {
        match operator {
            Op::BeginMarkedContent(tag) => self.marks.push(Mark::of(tag.0, None)),
            Op::BeginMarkedContentWithProperties(tag) => {
                let number = |properties: &Dict<'_>| properties.get::<i32>("MCID");
                let number = match tag.1 {
                    Object::Dict(properties) => number(properties),
                    Object::Name(name) => resources.properties.get::<Dict<'_>>(name).and_then(|found| number(&found)),
                    _ => None,
                };
                self.marks.push(Mark::of(tag.0, number));
            }
            Op::EndMarkedContent(_) => {
                self.marks.pop();
            }
            Op::Shading(_) => self.touch(&self.state.fill.with(Ink::Other("Shading".to_owned()))),
            Op::InlineImage(image) => self.image(image.0.dict(), resources),
            Op::XObject(named) => {
                if let Some(object) = resources.get_x_object(named.0) {
                    return self.object(&object, resources, depth);
                }
            }
            _ => {}
        }
        true
    }

    /// An image or a form.
    fn object(&mut self, object: &Stream<'a>, resources: &Resources<'a>, depth: usize) -> bool {
        let kind = object.dict().get::<Name<'_>>("Subtype");
        if kind.is_some_and(|kind| kind.as_str() == "Image") {
            self.image(object.dict(), resources);
            return true;
        }
        let Ok(data) = object.decoded_data() else { return true };
        if depth >= DEEPEST {
            return true;
        }
        let (outer, saved) = (self.state.clone(), std::mem::take(&mut self.saved));
        if let Some(numbers) = object.dict().get::<[f32; 6]>("Matrix") {
            self.state.space = Matrix(numbers.map(f64::from)).then(self.state.space);
        }
        if let Some(frame) = object.dict().get::<Rect>("BBox") {
            let mut path = Path::default();
            path.rectangle([frame.x0, frame.y0, frame.x1 - frame.x0, frame.y1 - frame.y0], self.state.space);
            self.state.clip_to(path.bounds().unwrap_or(self.state.clip));
        }
        let resources_of = object.dict().get::<Dict<'a>>("Resources").map(Resources::new);
        let outer_own = self.own;
        // A form without a key has its marks as if they stood on the page.
        if let Some(key) = object.dict().get::<i32>("StructParents") {
            self.own = (Some(number(object.obj_id())), Some(key));
        }
        let done = self.run(&data, resources_of.as_ref().unwrap_or(resources), depth + 1);
        self.own = outer_own;
        self.state = outer;
        self.saved = saved;
        done
    }

    /// An image is painted in its own colours; a stencil in the one that is set.
    fn image(&mut self, dictionary: &Dict<'_>, resources: &Resources<'a>) {
        let stencil = dictionary.get::<bool>("ImageMask").or_else(|| dictionary.get::<bool>("IM")).unwrap_or(false);
        let space = dictionary.get::<Object<'_>>("ColorSpace").or_else(|| dictionary.get::<Object<'_>>("CS"));
        let ink = match space.map(|space| Space::of(&space, resources)) {
            _ if stencil => self.state.fill.ink.clone(),
            Some(Space::Gray) => Ink::Gray(0),
            Some(Space::Spot(name)) => Ink::Spot(name, 1000),
            Some(Space::Rgb) => Ink::Other("DeviceRGB (image)".to_owned()),
            Some(Space::Cmyk) => Ink::Other("DeviceCMYK (image)".to_owned()),
            Some(Space::Other(name)) => Ink::Other(format!("{name} (image)")),
            None => Ink::Other("? (image)".to_owned()),
        };
        self.touch(&self.state.fill.with(ink));
    }

    fn next_line(&mut self, x: f64, y: f64) {
        let line = Matrix::shift(x, y).then(self.text.1);
        self.text = (line, line);
    }

    fn show_adjusted(&mut self, texts: &Array<'_>) {
        for item in texts.iter::<Object<'_>>() {
            match item {
                Object::String(text) => self.show(&text),
                Object::Number(by) => {
                    let text = &self.state.text;
                    let x = -by.as_f64() / 1000.0 * text.size * text.scale;
                    self.text.0 = Matrix::shift(x, 0.0).then(self.text.0);
                }
                _ => {}
            }
        }
    }

    /// Shows a string.
    fn show(&mut self, bytes: &[u8]) {
        let Some(number) = self.state.text.face else { return };
        let mut at = 0;
        while at < bytes.len() {
            let Some(face) = self.faces.face(number) else { return };
            face.facts.pages.insert(self.number);
            let horizontal = face.is_horizontal();
            let Some((code, bytes_used, shown)) = face.next(bytes, at) else { return };
            let Some(left) = self.budget.checked_sub(1) else { return };
            self.budget = left;
            at += bytes_used;
            self.glyph(number, &shown);
            let text = &self.state.text;
            let word = if bytes_used == 1 && code == 32 { text.word_space } else { 0.0 };
            let step = shown.advance / 1000.0 * text.size + text.character_space + word;
            let by = if horizontal { Matrix::shift(step * text.scale, 0.0) } else { Matrix::shift(0.0, -step) };
            self.text.0 = by.then(self.text.0);
        }
    }

    /// Puts a glyph where the pen is.
    fn glyph(&mut self, face: usize, shown: &super::face::Code) {
        let text = self.state.text.clone();
        if !text.is_seen() || shown.text.chars().all(char::is_whitespace) {
            return;
        }
        let em = Matrix([text.size * text.scale, 0.0, 0.0, text.size, 0.0, text.rise]);
        let em = em.then(self.text.0).then(self.state.space);
        if self.is_hidden(em, shown.advance / 1000.0) {
            self.page.hidden += 1;
            return;
        }
        if text.is_filled() {
            self.touch(&self.state.fill.clone());
        }
        if text.is_stroked() {
            self.touch(&self.state.stroke.clone());
        }
        self.page.tagged += usize::from(matches!(self.mark(), Mark::Numbered(_)));
        // The sheet's y grows downward: what stands upright is turned over once.
        let upright = Matrix([1.0, 0.0, 0.0, -1.0, 0.0, 0.0]);
        if !em.then(upright).is_upright() {
            self.page.turned += 1;
            return;
        }
        let ((left, baseline), (right, _)) = (em.apply(0.0, 0.0), em.apply(shown.advance / 1000.0, 0.0));
        let ink_top = shown.ink_top.map(|top| em.apply(0.0, top / 1000.0).1);
        self.page.glyphs.push(Glyph {
            left: length(left),
            right: length(right),
            baseline: length(baseline),
            size: length(em.height_scale()),
            ink_top: ink_top.map(length),
            text: shown.text.clone(),
            face,
        });
    }

    /// Whether a glyph of this advance lies outside what clips leave: an em above its baseline and half below.
    fn is_hidden(&self, em: Matrix, advance: f64) -> bool {
        let mut body = Path::default();
        body.rectangle([0.0, -0.5, advance, 1.5], em);
        body.bounds().is_some_and(|bounds| self.state.hides(bounds))
    }

    /// Paints the path, and begins a new one.
    fn paint(&mut self, how: How) {
        let path = std::mem::take(&mut self.path);
        if path.is_empty() {
            return;
        }
        self.mark_path(&path, how);
        self.clip(&path);
    }

    /// What follows is seen inside the path only, if it is one that clips.
    fn clip(&mut self, path: &Path) {
        if std::mem::take(&mut self.clips)
            && !path.is_empty()
            && let Some(bounds) = path.bounds()
        {
            self.state.clip_to(bounds);
        }
    }

    fn mark_path(&mut self, path: &Path, how: How) {
        if how != How::Stroked {
            let fill = self.state.fill.clone();
            self.rules(path.filled(), &fill);
        }
        if how != How::Filled {
            let stroke = self.state.stroke.clone();
            let width = self.state.line_width * self.state.space.height_scale();
            self.rules(path.stroked(width), &stroke);
        }
    }

    fn rules(&mut self, bars: Vec<Bar>, paint: &Paint) {
        self.touch(paint);
        let ink = &paint.ink;
        let rules = bars.into_iter().filter(|_| painted(ink)).map(|[left, right, top, thickness]| Rule {
            left: length(left),
            right: length(right),
            top: length(top),
            thickness: length(thickness),
            ink: ink.clone(),
        });
        self.page.rules.extend(rules);
    }

    /// The innermost mark that says what is painted.
    fn mark(&self) -> Mark {
        self.marks.iter().rev().find(|mark| **mark != Mark::None).copied().unwrap_or(Mark::None)
    }

    /// Notes that an ink is painted with, and whether what is painted is marked.
    fn touch(&mut self, paint: &Paint) {
        let ink = &paint.ink;
        if !painted(ink) {
            return;
        }
        self.inks.entry(ink.clone()).or_default().insert(self.number);
        let soft = self.state.soft;
        self.page.translucent += usize::from(paint.opacity < 1.0 || soft.has_mask || soft.blends);
        // Gray stands for all process inks, so that it takes the others away (ISO 32000-1 8.6.7).
        let keeps = match ink {
            Ink::Cmyk(_) => soft.keeps_unset,
            Ink::Spot(..) => true,
            _ => false,
        };
        if !(paint.overprints && keeps) {
            self.knockouts.entry(ink.clone()).or_default().insert(self.number);
        }
        match self.mark() {
            Mark::None => self.page.unmarked += 1,
            Mark::Artifact => {}
            Mark::Numbered(number) => {
                let (object, key) = self.own;
                self.sequences.extend(object.map(|object| (object, (key, number))));
            }
        }
    }
}

fn matrix(numbers: [Number; 6]) -> Matrix {
    Matrix(numbers.map(|number| number.as_f64()))
}

fn numbers(given: &[Number]) -> Vec<f64> {
    given.iter().map(Number::as_f64).collect()
}
