//! A page's content: colours, fonts, glyph runs and rules as the library's operations.

use super::fonts::Embedded;
use crate::document::{Colour, GlyphRun, Info, Item, Page, Rule};
use crate::length::Length;
use crate::model::style::Cmyk;
use printpdf::graphics::PaintMode;
use printpdf::ops::PdfFontHandle;
use printpdf::text::Codepoint;
use printpdf::{Cmyk as PdfCmyk, Color, FontId, Op, Pt, Rect, TextItem, TextMatrix};

/// The pen may stray by so much before it is set right: far below what any press shows.
const PEN_TOLERANCE: f64 = 0.004;

/// The operations of a page.
pub(super) fn page(page: &Page, info: &Info, faces: &[Option<Embedded>]) -> Vec<Op> {
    let mut writer = Writer { page, info, ops: Vec::new(), in_text: false, state: State::default() };
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
        let (spacing, items) = shown(run, face);
        if self.state.spacing != spacing {
            self.ops.push(Op::SetCharacterSpacing { multiplier: spacing });
            self.state.spacing = spacing;
        }
        let (x, y) = (run.origin.x.to_pt(), (self.page.height - run.origin.y).to_pt());
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, neat(x), neat(y)]) });
        self.ops.push(Op::ShowText { items });
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

/// The text of a run with its adjustments, and the space that most of its glyphs have behind them.
fn shown(run: &GlyphRun, face: &Embedded) -> (f32, Vec<TextItem>) {
    let size = run.size.to_pt();
    let width = |at: usize| face.width(face.glyph(run.glyphs[at].id)) as f64 * size / 1000.0;
    let step = |at: usize| (run.glyphs[at + 1].x - run.glyphs[at].x).to_pt() - width(at);
    let mut steps: Vec<_> = (0..run.glyphs.len().saturating_sub(1)).map(step).collect();
    steps.sort_by(f64::total_cmp);
    let common = steps.get(steps.len() / 2).copied().unwrap_or(0.0);
    let spacing = neat(if common.abs() < PEN_TOLERANCE { 0.0 } else { common });

    let mut items = Vec::new();
    let mut text = String::new();
    let mut pen = 0.0;
    for (at, glyph) in run.glyphs.iter().enumerate() {
        let error = glyph.x.to_pt() - pen;
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
        pen += width(at) + f64::from(spacing);
    }
    flush(&mut text, &mut items);
    (spacing, items)
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
