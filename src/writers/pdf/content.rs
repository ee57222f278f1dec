//! A page's content: colours, fonts, glyph runs and rules as the library's operations.

use super::fonts::Layers;
use super::piece::{self, Piece, PlacedGlyph};
use crate::document::{Artifact, Colour, Disc, ElementId, GlyphRun, Info, Item, Page, Rule, StructureType, Tag};
use crate::length::Length;
use crate::model::style::Cmyk;
use printpdf::graphics::{LinePoint, PaintMode, Point, Polygon, PolygonRing, WindingOrder};
use printpdf::ops::PdfFontHandle;
use printpdf::{Cmyk as PdfCmyk, Color, DictItem, ExtendedGraphicsStateId, Op, Pt, Rect};
use std::collections::BTreeSet;

/// How long the handles of a curve are that draws a quarter of a circle, in radii.
const QUARTER_CIRCLE: f64 = 0.552_284_75;

/// A gap of one em is written so much shorter, in pt: programs that take text out of a page hold a
/// full em for the gap between two columns, and would read a byline or a heading in two pieces.
const EM_GAP_CUT: f64 = 0.01;

/// The name of the state in which black overprints (叠印) what is under it.
pub(super) const OVERPRINT: &str = "Over";
/// The name of the state in which a colour leaves nothing under it.
pub(super) const KNOCKOUT: &str = "Knock";
/// The name of the red's own colour space, where it is a spot colour.
pub(super) const SPOT: &str = "Red";

/// A page's content.
pub(super) struct Content {
    /// The operations.
    pub(super) ops: Vec<Op>,
    /// The element of each marked sequence, by the sequence's number.
    pub(super) marked: Vec<ElementId>,
}

/// What all pages are written by.
pub(super) struct Pages<'a> {
    /// What the file says of itself.
    pub(super) info: &'a Info,
    /// The fonts of each face.
    pub(super) faces: &'a [Layers<'a>],
    /// The structure type of each element.
    pub(super) types: &'a [StructureType],
}

impl Pages<'_> {
    /// The content of a page; `known` are the numbers of the fonts that the pages before it show.
    pub(super) fn content(&self, page: &Page, known: &mut BTreeSet<usize>) -> Content {
        let content = Content { ops: Vec::new(), marked: Vec::new() };
        let state = State::default();
        let mut writer = Writer { pages: self, page, known, content, open: None, in_text: false, state, pen: None };
        for item in &page.items {
            match item {
                Item::Glyphs(run) => {
                    if let Some(layers) = self.faces.get(run.face.index()) {
                        writer.mark(run.tag);
                        writer.run(run, layers);
                    }
                }
                Item::Rule(rule) => writer.rule(rule),
                Item::Disc(disc) => writer.disc(disc),
            }
        }
        writer.end_mark();
        writer.content
    }
}

struct Writer<'a> {
    pages: &'a Pages<'a>,
    page: &'a Page,
    /// The fonts that the library knows to be used, by number.
    known: &'a mut BTreeSet<usize>,
    content: Content,
    /// What the open marked sequence is part of.
    open: Option<Tag>,
    in_text: bool,
    state: State,
    /// Where the glyph before ended: x and the baseline's y, in pt of the page.
    pen: Option<(f64, f64)>,
}

/// What the page's graphics state holds, so that nothing is set twice.
#[derive(Default)]
struct State {
    colour: Option<Colour>,
    /// The font's number and size.
    font: Option<(usize, Length)>,
    spacing: f32,
}

impl Writer<'_> {
    fn push(&mut self, op: Op) {
        self.content.ops.push(op);
    }

    /// Makes what follows part of a marked sequence of its tag: as long as the tag stays, of the same one.
    fn mark(&mut self, tag: Tag) {
        if self.open == Some(tag) {
            return;
        }
        self.end_mark();
        let (name, properties) = match tag {
            Tag::Element(id) => {
                self.content.marked.push(id);
                let number = self.content.marked.len() - 1;
                let name = self.pages.types.get(id.index()).map_or("P", |kind| kind.name());
                (name, vec![("MCID", DictItem::Int(i64::try_from(number).unwrap_or(i64::MAX)))])
            }
            Tag::Artifact(artifact) => ("Artifact", artifact_properties(artifact)),
        };
        let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        self.push(Op::BeginMarkedContentWithProperties { tag: name.to_owned(), properties: DictItem::Dict { map } });
        self.open = Some(tag);
    }

    fn end_mark(&mut self) {
        self.end_text();
        if self.open.take().is_some() {
            self.push(Op::EndMarkedContent);
        }
    }

    fn colour(&mut self, colour: Colour) {
        if self.state.colour == Some(colour) {
            return;
        }
        self.state.colour = Some(colour);
        let red = &self.pages.info.red;
        // Where there is no red, what would be red is black as well.
        let is_black = colour == Colour::Black || (red.process == Cmyk::BLACK && red.spot.is_none());
        let state = if is_black { OVERPRINT } else { KNOCKOUT };
        self.push(Op::LoadGraphicsState { gs: ExtendedGraphicsStateId(state.to_owned()) });
        match (colour, &self.pages.info.red.spot) {
            (Colour::Black, _) => self.push(Op::SetFillColor { col: ink_of(Cmyk::BLACK) }),
            (Colour::Red, None) => self.push(Op::SetFillColor { col: ink_of(self.pages.info.red.process) }),
            (Colour::Red, Some(_)) => {
                let name = DictItem::Name(SPOT.as_bytes().to_vec());
                self.push(operator("cs", vec![name]));
                self.push(operator("scn", vec![DictItem::Int(1)]));
            }
        }
    }

    /// A run, in as many pieces as its glyphs stand in fonts of the file.
    fn run(&mut self, run: &GlyphRun, layers: &Layers<'_>) {
        let (size, y) = (run.size.to_pt(), run.origin.y.to_pt());
        let mut placed = Vec::with_capacity(run.glyphs.len());
        for glyph in &run.glyphs {
            let Some(drawn) = layers.find(glyph.id, &run.text[glyph.range.clone()]) else { continue };
            let mut x = (run.origin.x + glyph.x).to_pt();
            let gap = self.pen.filter(|pen| pen.1 == y).map(|pen| x - pen.0);
            if gap.is_some_and(|gap| (gap - size).abs() < EM_GAP_CUT) {
                x -= EM_GAP_CUT;
            }
            // The width as the file states it.
            let width = drawn.width as f64 * size / 1000.0;
            self.pen = Some((x + width, y));
            placed.push(PlacedGlyph { font: drawn.font, code: drawn.code, x, width });
        }
        for glyphs in placed.chunk_by(|a, b| a.font.number == b.font.number) {
            self.piece(run, &Piece { glyphs, size });
        }
    }

    fn piece(&mut self, run: &GlyphRun, piece: &Piece<'_>) {
        let Some(PlacedGlyph { font, x, .. }) = piece.glyphs.first() else { return };
        self.begin_text();
        self.colour(run.colour);
        if self.state.font != Some((font.number, run.size)) {
            let handle = PdfFontHandle::External(font.id.clone());
            self.push(Op::SetFont { font: handle, size: Pt(run.size.to_pt() as f32) });
            self.state.font = Some((font.number, run.size));
        }
        let spacing = piece.common_spacing();
        if self.state.spacing != spacing {
            self.push(Op::SetCharacterSpacing { multiplier: spacing });
            self.state.spacing = spacing;
        }
        let y = (self.page.height - run.origin.y).to_pt();
        // The library's own would write every number as a fraction, at ten times the cost.
        self.push(operator("Tm", [1.0, 0.0, 0.0, 1.0, neat(*x), neat(y)].map(number).to_vec()));
        let parts = piece.parts(spacing);
        // The library embeds the fonts that it sees shown by its own operation, which takes each glyph by itself and
        // looks it up several times: once is enough.
        let is_new = self.known.insert(font.number);
        self.push(if is_new { piece::shown_by_library(&parts) } else { piece::shown(parts) });
    }

    fn rule(&mut self, rule: &Rule) {
        self.mark(rule.tag);
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
        self.push(Op::DrawRectangle { rectangle });
    }

    /// A circle of four curves.
    fn disc(&mut self, disc: &Disc) {
        self.mark(disc.tag);
        self.end_text();
        self.colour(disc.colour);
        let (x, y) = (disc.centre.x.to_pt(), (self.page.height - disc.centre.y).to_pt());
        let (radius, handle) = (disc.radius.to_pt(), disc.radius.to_pt() * QUARTER_CIRCLE);
        let point = |dx: f64, dy: f64, bezier: bool| LinePoint {
            p: Point { x: Pt(neat(x + dx)), y: Pt(neat(y + dy)) },
            bezier,
        };
        let mut points = vec![point(radius, 0.0, false)];
        // From each quarter to the next: two handles, and the point where it ends.
        for (from, to) in
            [((1.0, 0.0), (0.0, 1.0)), ((0.0, 1.0), (-1.0, 0.0)), ((-1.0, 0.0), (0.0, -1.0)), ((0.0, -1.0), (1.0, 0.0))]
        {
            points.push(point(from.0 * radius + to.0 * handle, from.1 * radius + to.1 * handle, true));
            points.push(point(to.0 * radius + from.0 * handle, to.1 * radius + from.1 * handle, true));
            points.push(point(to.0 * radius, to.1 * radius, false));
        }
        let polygon = Polygon {
            rings: vec![PolygonRing { points }],
            mode: PaintMode::Fill,
            winding_order: WindingOrder::NonZero,
        };
        self.push(Op::DrawPolygon { polygon });
    }

    fn begin_text(&mut self) {
        if !self.in_text {
            self.push(Op::StartTextSection);
            self.in_text = true;
        }
    }

    fn end_text(&mut self) {
        if self.in_text {
            self.push(Op::EndTextSection);
            self.in_text = false;
        }
    }
}

/// What a reader is told of an artifact (ISO 32000-1 14.8.2.2.2).
fn artifact_properties(artifact: Artifact) -> Vec<(&'static str, DictItem)> {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    match artifact {
        Artifact::PageNumber => vec![("Subtype", name("Footer")), ("Type", name("Pagination"))],
        Artifact::Rule | Artifact::Leader | Artifact::EmphasisDot => vec![("Type", name("Layout"))],
    }
}

/// An operation of an operator and its operands.
pub(super) fn operator(key: &str, value: Vec<DictItem>) -> Op {
    Op::Unknown { key: key.to_owned(), value }
}

/// A number as an operand; a whole one is written much faster as such, and alike.
pub(super) fn number(value: f32) -> DictItem {
    let whole = value as i64;
    if whole as f32 == value { DictItem::Int(whole) } else { DictItem::Real(value) }
}

/// A number with three decimals, which is all that a page needs.
pub(super) fn neat(number: f64) -> f32 {
    ((number * 1000.0).round() / 1000.0) as f32
}

fn ink_of(ink: Cmyk) -> Color {
    let [c, m, y, k] = ink.0.map(|percent| f32::from(percent) / 100.0);
    Color::Cmyk(PdfCmyk { c, m, y, k, icc_profile: None })
}
