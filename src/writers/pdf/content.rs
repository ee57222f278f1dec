//! A page's content: colours, fonts, glyph runs and rules as the library's operations.

use super::fonts::{Embedded, Layers};
use crate::document::{
    Artifact, Colour, Disc, ElementId, GlyphRun, Info, Item, Page, Rule, RunGlyph, StructureType, Tag,
};
use crate::length::Length;
use crate::model::style::Cmyk;
use printpdf::graphics::{LinePoint, PaintMode, Point, Polygon, PolygonRing, WindingOrder};
use printpdf::ops::PdfFontHandle;
use printpdf::text::Codepoint;
use printpdf::{Cmyk as PdfCmyk, Color, DictItem, ExtendedGraphicsStateId, FontId, Op, Pt, Rect, TextItem, TextMatrix};

/// The pen may stray by so much, in pt, before it is set right: far below what any press shows.
const PEN_TOLERANCE: f64 = 0.004;

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
    pub(super) faces: &'a [Layers],
    /// The structure type of each element.
    pub(super) types: &'a [StructureType],
}

impl Pages<'_> {
    /// The content of a page.
    pub(super) fn content(&self, page: &Page) -> Content {
        let content = Content { ops: Vec::new(), marked: Vec::new() };
        let mut writer =
            Writer { pages: self, page, content, open: None, in_text: false, state: State::default(), pen: None };
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
    font: Option<(FontId, Length)>,
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
                self.push(Op::Unknown { key: "cs".to_owned(), value: vec![name] });
                self.push(Op::Unknown { key: "scn".to_owned(), value: vec![DictItem::Int(1)] });
            }
        }
    }

    /// A run, in as many pieces as its glyphs stand in fonts of the file.
    fn run(&mut self, run: &GlyphRun, layers: &Layers) {
        let font = |glyph: &RunGlyph| layers.font(glyph.id, &run.text[glyph.range.clone()]);
        for glyphs in run.glyphs.chunk_by(|a, b| font(a) == font(b)) {
            if let Some(face) = font(&glyphs[0]).and_then(|number| layers.get(number)) {
                self.glyphs(run, glyphs, face);
            }
        }
    }

    fn glyphs(&mut self, run: &GlyphRun, glyphs: &[RunGlyph], face: &Embedded) {
        self.begin_text();
        self.colour(run.colour);
        let font = (face.id.clone(), run.size);
        if self.state.font.as_ref() != Some(&font) {
            let handle = PdfFontHandle::External(face.id.clone());
            self.push(Op::SetFont { font: handle, size: Pt(run.size.to_pt() as f32) });
            self.state.font = Some(font);
        }
        let piece = Piece { run, glyphs, face, places: self.places(run, glyphs, face) };
        let (spacing, items) = piece.shown();
        if self.state.spacing != spacing {
            self.push(Op::SetCharacterSpacing { multiplier: spacing });
            self.state.spacing = spacing;
        }
        let x = piece.places.first().copied().unwrap_or(0.0);
        let y = (self.page.height - run.origin.y).to_pt();
        self.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, neat(x), neat(y)]) });
        self.push(Op::ShowText { items });
    }

    /// Where the glyphs of a run are put, x in pt of the page.
    fn places(&mut self, run: &GlyphRun, glyphs: &[RunGlyph], face: &Embedded) -> Vec<f64> {
        let (size, y) = (run.size.to_pt(), run.origin.y.to_pt());
        let mut places = Vec::with_capacity(glyphs.len());
        for glyph in glyphs {
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

/// The width of a glyph as the file states it, in pt.
fn width(id: u16, run: &GlyphRun, face: &Embedded) -> f64 {
    face.width(id) as f64 * run.size.to_pt() / 1000.0
}

/// Glyphs of a run that stand in one font of the file.
struct Piece<'a> {
    run: &'a GlyphRun,
    glyphs: &'a [RunGlyph],
    face: &'a Embedded,
    /// Where the glyphs are put, x in pt of the page.
    places: Vec<f64>,
}

impl Piece<'_> {
    /// Its text with the adjustments, and the space that most of its glyphs have behind them.
    fn shown(&self) -> (f32, Vec<TextItem>) {
        let size = self.run.size.to_pt();
        let spacing = self.common_spacing();
        let mut items = Vec::new();
        let mut text = String::new();
        let mut pen = self.places.first().copied().unwrap_or(0.0);
        for (glyph, place) in self.glyphs.iter().zip(&self.places) {
            let error = place - pen;
            if error.abs() > PEN_TOLERANCE {
                flush(&mut text, &mut items);
                let offset = neat(-error * 1000.0 / size);
                items.push(TextItem::Offset(offset));
                pen -= f64::from(offset) * size / 1000.0;
            }
            let characters = &self.run.text[glyph.range.clone()];
            if characters.chars().count() == 1 {
                text.push_str(characters);
            } else {
                flush(&mut text, &mut items);
                let gid = self.face.glyph(glyph.id);
                items.push(TextItem::GlyphIds(vec![Codepoint { gid, offset: 0.0, cid: Some(characters.to_owned()) }]));
            }
            pen += width(glyph.id, self.run, self.face) + f64::from(spacing);
        }
        flush(&mut text, &mut items);
        (spacing, items)
    }

    /// The space behind most of its glyphs: the median.
    fn common_spacing(&self) -> f32 {
        let steps = self.glyphs.iter().zip(self.places.windows(2));
        let space = |(glyph, pair): (&RunGlyph, &[f64])| pair[1] - pair[0] - width(glyph.id, self.run, self.face);
        let mut spaces: Vec<_> = steps.map(space).collect();
        spaces.sort_by(f64::total_cmp);
        let common = spaces.get(spaces.len() / 2).copied().unwrap_or(0.0);
        neat(if common.abs() < PEN_TOLERANCE { 0.0 } else { common })
    }
}

fn flush(text: &mut String, items: &mut Vec<TextItem>) {
    if !text.is_empty() {
        items.push(TextItem::Text(std::mem::take(text)));
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

/// A number with three decimals, which is all that a page needs.
fn neat(number: f64) -> f32 {
    ((number * 1000.0).round() / 1000.0) as f32
}

fn ink_of(ink: Cmyk) -> Color {
    let [c, m, y, k] = ink.0.map(|percent| f32::from(percent) / 100.0);
    Color::Cmyk(PdfCmyk { c, m, y, k, icc_profile: None })
}
