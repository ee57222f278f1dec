//! Pages and what is painted on them, in reading order.

use super::structure::ElementId;
use crate::diagnostic::Place;
use crate::fonts::FaceId;
use crate::length::{Length, Point, Rect};
use std::ops::Range;

/// One side of a leaf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its number, from 1, printed or not.
    pub number: usize,
    /// Width of the trimmed sheet.
    pub width: Length,
    /// Height of the trimmed sheet.
    pub height: Length,
    /// What is painted, in reading order.
    pub items: Vec<Item>,
}

/// Something painted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// Glyphs of one face on one line.
    Glyphs(GlyphRun),
    /// A filled rectangle (线).
    Rule(Rule),
    /// A filled circle.
    Disc(Disc),
}

/// Glyphs of one face and size on one baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlyphRun {
    /// The face.
    pub face: FaceId,
    /// The size.
    pub size: Length,
    /// The colour.
    pub colour: Colour,
    /// The origin of the first glyph, on the baseline.
    pub origin: Point,
    /// The grid line in which the baseline lies, from 1; 0 outside the type area.
    pub line: usize,
    /// The glyphs.
    pub glyphs: Vec<RunGlyph>,
    /// The characters.
    pub text: String,
    /// What the glyphs are part of.
    pub tag: Tag,
    /// Where the characters stand in the source, if an author wrote them.
    pub place: Option<Place>,
}

/// A glyph of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunGlyph {
    /// Its number in the face.
    pub id: u16,
    /// Its origin, from the run's.
    pub x: Length,
    /// The characters it stands for, by bytes of the run's text.
    pub range: Range<usize>,
}

/// A filled rectangle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its edges.
    pub rect: Rect,
    /// The colour.
    pub colour: Colour,
    /// What it is part of.
    pub tag: Tag,
}

/// A filled circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disc {
    /// Its centre.
    pub centre: Point,
    /// Its radius.
    pub radius: Length,
    /// The colour.
    pub colour: Colour,
    /// What it is part of.
    pub tag: Tag,
}

/// The inks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// The text's black.
    Black,
    /// The masthead's red.
    Red,
}

/// What an item is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// An element of the structure.
    Element(ElementId),
    /// Nothing that is read.
    Artifact(Artifact),
}

/// What is painted but not read (非内容元素).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Artifact {
    /// A page number.
    PageNumber,
    /// A rule.
    Rule,
    /// Leader dots.
    Leader,
    /// An emphasis dot (着重号).
    EmphasisDot,
}
