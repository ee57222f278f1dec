//! A page's content: colours, fonts, glyph runs and rules as the library's operations.

use super::fonts::Embedded;
use crate::document::{Colour, GlyphRun, Info, Item, Page, Rule};
use crate::length::Length;
use crate::model::style::Cmyk;
use printpdf::graphics::PaintMode;
use printpdf::ops::PdfFontHandle;
use printpdf::text::Codepoint;
use printpdf::{Cmyk as PdfCmyk, Color, FontId, Op, Pt, Rect, TextItem, TextMatrix};

/// The pen may stray by so much, in pt, before it is set right: far below what any press shows.
const PEN_TOLERANCE: f64 = 0.004;

/// A gap of one em is written so much shorter, in pt: programs that take text out of a page hold a
/// full em for the gap between two columns, and would read a byline or a heading in two pieces.
const EM_GAP_CUT: f64 = 0.01;

/// The operations of a page.
pub(super) fn page(page: &Page, info: &Info, faces: &[Option<Embedded>]) -> Vec<Op> {
    let mut writer = Writer { page, info, ops: Vec::new(), in_text: false, state: State::default(), pen: None };
    for item in &page.items {
        match item {
            Item::Glyphs(run) => {
                if let Some(Some(face)) = faces.get(run.face.index()) {
                    writer.glyphs(run, face);
                }
            }
            Item::Rule(rule) => writer.rule(rule),
        }
    }
    writer.end_text();
    writer.ops
}

struct Writer<'a> {
    page: &'a Page,
    info: &'a Info,
    ops: Vec<Op>,
    in_text: bool,
    state: State,
    /// Where the glyph before ended: x and the baseline's y, in pt of the page.
    pen: Option<(f64, f64)>,
}

/// What the page's graphics state holds, so that nothing is set twice.
#[derive(Default)]
struct State {
    colour: Option<Colour>,
    font: Option<(FontId, Length)>,
    spacing: f32,
}

impl Writer<'_> {
    fn colour(&mut self, colour: Colour) {
        if self.state.colour != Some(colour) {
            let ink = match colour {
                Colour::Black => self.info.black,
                Colour::Red => self.info.red,
            };
            self.ops.push(Op::SetFillColor { col: ink_of(ink) });
            self.state.colour = Some(colour);
        }
    }

    fn glyphs(&mut self, run: &GlyphRun, face: &Embedded) {
        self.begin_text();
        self.colour(run.colour);
        let font = (face.id.clone(), run.size);
        if self.state.font.as_ref() != Some(&font) {
            let handle = PdfFontHandle::External(face.id.clone());
            self.ops.push(Op::SetFont { font: handle, size: Pt(run.size.to_pt() as f32) });
            self.state.font = Some(font);
        }
        let places = self.places(run, face);
        let (spacing, items) = shown(run, face, &places);
        if self.state.spacing != spacing {
            self.ops.push(Op::SetCharacterSpacing { multiplier: spacing });
            self.state.spacing = spacing;
        }
        let (x, y) = (places.first().copied().unwrap_or(0.0), (self.page.height - run.origin.y).to_pt());
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, neat(x), neat(y)]) });
        self.ops.push(Op::ShowText { items });
    }

    /// Where the glyphs of a run are put, x in pt of the page.
    fn places(&mut self, run: &GlyphRun, face: &Embedded) -> Vec<f64> {
        let (size, y) = (run.size.to_pt(), run.origin.y.to_pt());
        let mut places = Vec::with_capacity(run.glyphs.len());
        for glyph in &run.glyphs {
            let mut x = (run.origin.x + glyph.x).to_pt();
            let gap = self.pen.filter(|pen| pen.1 == y).map(|pen| x - pen.0);
            if gap.is_some_and(|gap| (gap - size).abs() < EM_GAP_CUT) {
                x -= EM_GAP_CUT;
            }
            self.pen = Some((x + width(glyph.id, run, face), y));
            places.push(x);
        }
        places
    }

    fn rule(&mut self, rule: &Rule) {
        self.end_text();
        self.colour(rule.colour);
        let rect = rule.rect;
        let rectangle = Rect {
            x: Pt(neat(rect.x.to_pt())),
            y: Pt(neat((self.page.height - rect.y - rect.height).to_pt())),
            width: Pt(neat(rect.width.to_pt())),
            height: Pt(neat(rect.height.to_pt())),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn begin_text(&mut self) {
        if !self.in_text {
            self.ops.push(Op::StartTextSection);
            self.in_text = true;
        }
    }

    fn end_text(&mut self) {
        if self.in_text {
            self.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
    }
}

/// The width of a glyph as the file states it, in pt.
fn width(id: u16, run: &GlyphRun, face: &Embedded) -> f64 {
    face.width(face.glyph(id)) as f64 * run.size.to_pt() / 1000.0
}

/// The text of a run with its adjustments, and the space that most of its glyphs have behind them.
fn shown(run: &GlyphRun, face: &Embedded, places: &[f64]) -> (f32, Vec<TextItem>) {
    let size = run.size.to_pt();
    let spacing = common_spacing(run, face, places);
    let mut items = Vec::new();
    let mut text = String::new();
    let mut pen = places.first().copied().unwrap_or(0.0);
    for (glyph, place) in run.glyphs.iter().zip(places) {
        let error = place - pen;
        if error.abs() > PEN_TOLERANCE {
            flush(&mut text, &mut items);
            let offset = neat(-error * 1000.0 / size);
            items.push(TextItem::Offset(offset));
            pen -= f64::from(offset) * size / 1000.0;
        }
        let id = face.glyph(glyph.id);
        let characters = &run.text[glyph.range.clone()];
        if face.is_character(id, characters) {
            text.push_str(characters);
        } else {
            flush(&mut text, &mut items);
            let codepoint = Codepoint { gid: id, offset: 0.0, cid: Some(characters.to_owned()) };
            items.push(TextItem::GlyphIds(vec![codepoint]));
        }
        pen += width(glyph.id, run, face) + f64::from(spacing);
    }
    flush(&mut text, &mut items);
    (spacing, items)
}

/// The space behind most glyphs of a run: the median.
fn common_spacing(run: &GlyphRun, face: &Embedded, places: &[f64]) -> f32 {
    let steps = run.glyphs.iter().zip(places.windows(2));
    let mut spaces: Vec<_> = steps.map(|(glyph, pair)| pair[1] - pair[0] - width(glyph.id, run, face)).collect();
    spaces.sort_by(f64::total_cmp);
    let common = spaces.get(spaces.len() / 2).copied().unwrap_or(0.0);
    neat(if common.abs() < PEN_TOLERANCE { 0.0 } else { common })
}

fn flush(text: &mut String, items: &mut Vec<TextItem>) {
    if !text.is_empty() {
        items.push(TextItem::Text(std::mem::take(text)));
    }
}

/// A number with three decimals, which is all that a page needs.
fn neat(number: f64) -> f32 {
    ((number * 1000.0).round() / 1000.0) as f32
}

fn ink_of(ink: Cmyk) -> Color {
    let [c, m, y, k] = ink.0.map(|percent| f32::from(percent) / 100.0);
    Color::Cmyk(PdfCmyk { c, m, y, k, icc_profile: None })
}
