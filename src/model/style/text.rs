//! Body text (正文): size, indent, and how lines fill.

use super::section;
use super::setting::{Choice, Choices, Ems, Flag, Size, Words};
use serde::Deserialize;

section! {
    /// Body text.
    TextStyle ["text"] {
        /// Size, pt or a size name. GB/T 9704-2012 5.2.2.
        size: Size = 16.0,
        /// First-line indent (段首缩进), em. GB/T 9704-2012 7.3.3.
        indent: Ems = 2.0,
        /// How far the text of a list stands behind its label's start (悬挂缩进), em. Ours.
        list_hang: Ems = 1.5,
        /// How far a quotation stands in at both sides, em. Ours.
        quote_indent: Ems = 2.0,
        /// Which marks may not start or end a line (避头尾). Ours: the strictest of clreq's levels.
        kinsoku: Choice<Kinsoku> = Kinsoku::Strict,
        /// How wide marks are (标点宽度). clreq #punctuation_style_adjustment.
        punctuation: Choice<Punctuation> = Punctuation::Quanjiao,
        /// Whether a line that a unit nearly fits takes it or leaves it (推入、推出). Measured: takes it.
        prefer: Choice<Prefer> = Prefer::In,
        /// Whether a comma or full stop at a line's end hangs outside the measure (标点悬挂). Ours: no.
        hanging: Flag = false,
        /// The marks that a full line may squeeze (标点挤压); brackets give nothing. Measured.
        squeezable: Words = "，。、；：！？“”‘’",
        /// The most that a squeezable mark gives, em. Measured.
        squeeze: Ems = 0.5,
        /// The width to which a space between Latin words may shrink, em. clreq #text_adjustment.
        word_space_least: Ems = 0.25,
        /// The width to which a space between Latin words may stretch, em. clreq #text_adjustment.
        word_space: Ems = 0.5,
        /// Space between han and Latin letters or figures (中西间距), em. Measured: none.
        cjk_latin_spacing: Ems = 0.0,
        /// The width to which that space may shrink, em. clreq #text_adjustment.
        cjk_latin_least: Ems = 0.125,
        /// The width to which that space may stretch, em. clreq #text_adjustment.
        cjk_latin_most: Ems = 0.5,
        /// Whether long Latin words are hyphenated at a line's end (断词). clreq #handling_of_western_text.
        hyphenation: Flag = true,
        /// The stretch of a gap beyond which a line is reported, em. Ours.
        stretch_limit: Ems = 0.25,
        /// Whether a page may begin or end with one line of a paragraph (孤行). Measured.
        lone_lines: Choice<Lone> = Lone::Allow,
        /// Whether a paragraph's last line may hold a single character (孤字). Measured.
        runts: Choice<Lone> = Lone::Allow,
    }
}

/// Which marks may not start or end a line (避头尾). clreq #prohibition_rules_for_line_start_end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kinsoku {
    /// Any mark may stand anywhere.
    None,
    /// No pausing, stopping, closing or joining mark starts a line; no opening one ends it.
    Basic,
    /// And no solidus ends a line: GB/T 15834-2011.
    Gb,
    /// And no dash or ellipsis starts a line.
    Strict,
}

impl Choices for Kinsoku {
    const NAMES: &'static [&'static str] = &["none", "basic", "gb", "strict"];
}

/// How wide marks are (标点风格).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Punctuation {
    /// 全角式: every mark an em, adjacent ones squeezed.
    Quanjiao,
    /// 开明式: marks that end a sentence an em, all others half an em.
    Kaiming,
    /// 半角式: every mark half an em.
    Banjiao,
    /// 行末半角式: every mark an em, half an em at a line's start and end only.
    Hangmobanjiao,
}

impl Choices for Punctuation {
    const NAMES: &'static [&'static str] = &["quanjiao", "kaiming", "banjiao", "hangmobanjiao"];
}

/// Whether a line that a unit nearly fits takes it or leaves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Prefer {
    /// It takes it and is squeezed (推入优先).
    In,
    /// Whichever asks less of the line.
    Nearest,
    /// It leaves it and is stretched (推出优先).
    Out,
}

impl Choices for Prefer {
    const NAMES: &'static [&'static str] = &["in", "nearest", "out"];
}

/// Whether something that stands alone may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lone {
    /// It may.
    Allow,
    /// It gets company.
    Avoid,
}

impl Choices for Lone {
    const NAMES: &'static [&'static str] = &["allow", "avoid"];
}
