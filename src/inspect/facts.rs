//! What stands in a PDF, as plain data: read once, measured by the clauses.
//!
//! Places are in the trimmed sheet: x from its left edge, y downward from its top.

use crate::length::Length;
use std::collections::{BTreeMap, BTreeSet};

/// A whole file.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) file: FileFacts,
    pub(super) pages: Vec<PageFacts>,
    pub(super) faces: Vec<FaceFacts>,
    /// Every ink that is painted with, and on which pages.
    pub(super) inks: Inks,
    /// Those of them that take away what is under them, and where they do.
    pub(super) knockouts: Inks,
}

/// Inks, and the pages that show them.
pub(super) type Inks = BTreeMap<Ink, BTreeSet<usize>>;

/// What holds for the file and not for a page.
#[derive(Debug, Default)]
pub(super) struct FileFacts {
    /// Version, such as `1.6`: the catalog's, else the header's.
    pub(super) version: &'static str,
    pub(super) encrypted: bool,
    /// How many identifiers the trailer holds that are not empty.
    pub(super) identifiers: usize,
    pub(super) language: Option<String>,
    /// Whether viewers are asked to show the title instead of the file's name.
    pub(super) display_title: bool,
    /// Whether it says that it is tagged.
    pub(super) is_tagged: bool,
    pub(super) tree: Tree,
    pub(super) envelope: Envelope,
    pub(super) layers: Layers,
    /// What the catalog has viewers do, by its keys.
    pub(super) actions: Vec<&'static str>,
    /// Whether the information says that colours are trapped (补漏白), in the file's word.
    pub(super) trapped: Option<String>,
    /// The title in the information dictionary.
    pub(super) title: Option<String>,
    pub(super) metadata: Metadata,
    pub(super) intents: Vec<Intent>,
}

/// The structure tree (结构树).
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) has_elements: bool,
    /// The kinds of its elements, as the standard calls them.
    pub(super) kinds: BTreeSet<String>,
}

/// How a file begins and ends.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Envelope {
    #[default]
    Sound,
    /// Something stands before the header.
    JunkBefore,
    /// It does not say where it ends.
    NoEnd,
    /// Something stands behind its end.
    JunkBehind,
    /// Where its table of objects should be there is none.
    NoTable,
    /// That table leads to places where no object begins.
    WrongTable,
}

/// Layers (图层): optional content.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layers {
    #[default]
    None,
    /// There are some, and all are seen.
    Shown,
    /// One is hidden, or may be.
    Hidden,
}

/// The metadata packet (XMP).
#[derive(Debug, Default)]
pub(super) enum Metadata {
    #[default]
    None,
    /// It is no XML.
    Broken,
    Read(Box<Packet>),
}

/// What a metadata packet says.
#[derive(Debug, Default)]
pub(super) struct Packet {
    pub(super) title: Option<String>,
    pub(super) pdfa_part: Option<String>,
    pub(super) pdfa_conformance: Option<String>,
    pub(super) pdfua_part: Option<String>,
    pub(super) pdfx_version: Option<String>,
}

/// An output intent (输出意图).
#[derive(Debug)]
pub(super) struct Intent {
    /// For which standard, such as `GTS_PDFX`.
    pub(super) subtype: String,
    /// Its profile, if that can be read.
    pub(super) profile: Option<Profile>,
}

/// A colour profile (ICC 特性文件).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Profile {
    /// The number of its object: the intents of a file have to share one.
    pub(super) object: u32,
    /// Its colour space by its header, such as `CMYK`; the dictionary says how many parts that has.
    pub(super) space: String,
    pub(super) components: i32,
}

/// A box of a page in pt of the file's own space.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PageBox {
    pub(super) left: f64,
    pub(super) bottom: f64,
    pub(super) right: f64,
    pub(super) top: f64,
}

/// The boxes that a page has of its own or from its parents.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Boxes {
    pub(super) media: Option<PageBox>,
    pub(super) crop: Option<PageBox>,
    pub(super) bleed: Option<PageBox>,
    pub(super) trim: Option<PageBox>,
    pub(super) art: Option<PageBox>,
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct PageFacts {
    /// Width and height of the trimmed sheet as it is seen.
    pub(super) sheet: (Length, Length),
    pub(super) boxes: Boxes,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Vec<Rule>,
    /// How many things are painted outside marked content.
    pub(super) unmarked: usize,
    /// How many marked sequences lead to no element that holds them.
    pub(super) lost: usize,
    /// How many glyphs belong to a marked sequence, artifacts left out.
    pub(super) tagged: usize,
    /// Annotations inside the trimmed sheet.
    pub(super) annotations: usize,
    /// Links among them.
    pub(super) links: usize,
    /// How many things are painted so that what is under them shows through.
    pub(super) translucent: usize,
    /// Glyphs that a clip leaves out.
    pub(super) hidden: usize,
    /// Glyphs that stand askew or on their head, and are not measured.
    pub(super) turned: usize,
}

/// A glyph that stands upright and is not blank.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub(super) left: Length,
    /// Where its advance ends.
    pub(super) right: Length,
    pub(super) baseline: Length,
    pub(super) size: Length,
    /// The highest point of its outline; none for han characters, of which nobody asks, and where it has none.
    pub(super) ink_top: Option<Length>,
    /// What text it is; U+FFFD if the file does not say.
    pub(super) text: String,
    pub(super) face: usize,
}

/// A horizontal rule (线), filled or stroked.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) left: Length,
    pub(super) right: Length,
    pub(super) top: Length,
    pub(super) thickness: Length,
    pub(super) ink: Ink,
}

/// A font of the file.
#[derive(Debug, Default)]
pub(super) struct FaceFacts {
    /// Its name without the subset tag.
    pub(super) name: String,
    pub(super) subset: bool,
    pub(super) embedded: bool,
    /// Pages that show it.
    pub(super) pages: BTreeSet<usize>,
    /// Shown codes of which the file does not say what text they are.
    pub(super) unmapped: BTreeSet<u32>,
    /// Shown codes that draw the sign for a missing glyph (.notdef).
    pub(super) missing: BTreeSet<u32>,
}

/// What is painted with, in thousandths.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ink {
    Gray(u16),
    Cmyk([u16; 4]),
    Rgb([u16; 3]),
    /// A spot colour (专色) by its name, and its tint.
    Spot(String, u16),
    /// Another colour space or a thing without one ink: its name.
    Other(String),
}
