//! Character classes, as one table: clreq's for what it names, Unicode's line-breaking and width data
//! (UAX #14, UAX #11) for every other code point.
//!
//! A mark has its class's width whatever the face says (GB/T 15834-2011 5.1): pause and stop marks,
//! brackets and quotes one em, the middle dot, the short hyphen and the solidus half an em, dash and
//! ellipsis one em for each of their two halves.

use crate::length::Em;
use icu_properties::CodePointMapData;
use icu_properties::props::{EastAsianWidth, LineBreak};

/// What a character is to the setting of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// Han characters, kana, bopomofo, fullwidth letters and figures.
    Han,
    /// Opening brackets and quotes (夹注符号之开), blank at the left.
    Open,
    /// Closing brackets and quotes, blank at the right.
    Close,
    /// Commas and semicolons `，、；`, blank at the right.
    Comma,
    /// The colon `：`, blank at the right.
    Colon,
    /// Full stops `。．`, blank at the right.
    Stop,
    /// Question and exclamation marks `？！`, blank at the right.
    Exclam,
    /// Half of a dash (破折号) `——`, or the whole `⸺`.
    Dash,
    /// Half of an ellipsis (省略号) `……`.
    Ellipsis,
    /// The middle dot (间隔号) `·`.
    Middot,
    /// The short hyphen (短横线) `-`, `–`.
    Hyphen,
    /// The one-em rule (一字线): a single `—`.
    Rule,
    /// The tilde (浪纹线) `～`.
    Tilde,
    /// The solidus (分隔号) `/`.
    Slash,
    /// Latin, Greek and Cyrillic letters and what is set like them.
    Letter,
    /// The figures 0 to 9.
    Figure,
    /// Signs before a figure `￥ $ №`.
    Prefix,
    /// Signs after a figure `% ‰ ℃`.
    Postfix,
    /// Latin opening brackets.
    LatinOpen,
    /// Latin closing brackets.
    LatinClose,
    /// Latin pause and stop marks `. , ; : ! ?`.
    LatinStop,
    /// Kana and marks of an em that no line starts with `々ー`.
    Nonstarter,
    /// Other signs, at the face's own width.
    Sign,
    /// A space between words.
    Space,
    /// The ideographic blank U+3000, a fixed em.
    Blank,
    /// A combining mark or variation selector: belongs to the character before it.
    Combining,
}

impl Class {
    /// The class of a character standing by itself; a single `—` is a dash until its neighbours are known.
    #[must_use]
    pub fn of(ch: char) -> Self {
        match ch {
            // Most of any text; told before all else, since Unicode's data are slow to look up.
            '\u{4e00}'..='\u{9fff}' => Self::Han,
            '0'..='9' | '０'..='９' => Self::Figure,
            '“' | '‘' | '（' | '《' | '〈' | '【' | '〖' | '〔' | '［' | '｛' | '「' | '『' | '〝' => {
                Self::Open
            }
            '”' | '’' | '）' | '》' | '〉' | '】' | '〗' | '〕' | '］' | '｝' | '」' | '』' | '〞' | '〟' => {
                Self::Close
            }
            '，' | '、' | '；' => Self::Comma,
            '：' => Self::Colon,
            '。' | '．' => Self::Stop,
            '？' | '！' | '‼' | '⁇' | '⁈' | '⁉' => Self::Exclam,
            '—' | '⸺' | '―' | '─' => Self::Dash,
            '…' | '⋯' => Self::Ellipsis,
            '·' | '‧' | '•' | '・' => Self::Middot,
            '-' | '–' | '‐' | '‑' | '－' => Self::Hyphen,
            '～' | '〜' | '~' | '∶' => Self::Tilde,
            '\u{ad}' => Self::Combining,
            '¹' | '²' | '³' | '⁰'..='⁻' | '₀'..='₋' => Self::Letter,
            '/' | '／' => Self::Slash,
            '￥' | '＄' | '￡' | '＃' | '$' | '£' | '¥' | '€' | '№' | '§' | '#' | '±' | '+' => Self::Prefix,
            '%' | '‰' | '℃' | '℉' | '°' | '′' | '″' | '％' | '￠' | '¢' => Self::Postfix,
            '(' | '[' | '{' => Self::LatinOpen,
            ')' | ']' | '}' => Self::LatinClose,
            '.' | ',' | ';' | ':' | '!' | '?' => Self::LatinStop,
            ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => Self::Space,
            '\u{3000}' => Self::Blank,
            _ => Self::of_range(ch),
        }
    }

    /// The class of a character that clreq does not name, by Unicode's data.
    fn of_range(ch: char) -> Self {
        use LineBreak as L;
        let width = CodePointMapData::<EastAsianWidth>::new().get(ch);
        let is_wide = matches!(width, EastAsianWidth::Wide | EastAsianWidth::Fullwidth);
        match CodePointMapData::<LineBreak>::new().get(ch) {
            _ if ch.is_control() => Self::Sign,
            L::CombiningMark | L::ZWJ | L::ZWSpace | L::WordJoiner | L::EModifier => Self::Combining,
            L::OpenPunctuation if is_wide => Self::Open,
            L::OpenPunctuation => Self::LatinOpen,
            L::ClosePunctuation if is_wide => Self::Close,
            L::ClosePunctuation | L::CloseParenthesis => Self::LatinClose,
            L::ConditionalJapaneseStarter | L::Nonstarter if is_wide => Self::Nonstarter,
            L::PrefixNumeric => Self::Prefix,
            L::PostfixNumeric => Self::Postfix,
            L::Numeric if !is_wide => Self::Figure,
            L::Exclamation | L::InfixNumeric if !is_wide => Self::LatinStop,
            L::BreakAfter | L::Hyphen if !is_wide && !ch.is_whitespace() => Self::Hyphen,
            _ if ch.is_whitespace() => Self::Space,
            L::Alphabetic | L::HebrewLetter | L::ComplexContext if ch.is_alphabetic() && !is_wide => Self::Letter,
            // Circled figures and such are set an em wide among han; so are unassigned and private code
            // points, which no face of ours has.
            L::Unknown => Self::Han,
            _ if is_wide || matches!(ch, '\u{2460}'..='\u{24ff}') => Self::Han,
            _ => Self::Sign,
        }
    }

    /// The width of a mark of this class; none where the face's own advance holds.
    ///
    /// Source: GB/T 15834-2011 5.1.1 to 5.1.9.
    #[must_use]
    pub fn width(self, ch: char) -> Option<Em> {
        match self {
            Self::Tilde if ch == '~' => None,
            _ if ch == '⸺' => Some(Em::ONE + Em::ONE),
            Self::Han
            | Self::Nonstarter
            | Self::Open
            | Self::Close
            | Self::Comma
            | Self::Colon
            | Self::Stop
            | Self::Exclam
            | Self::Dash
            | Self::Rule
            | Self::Ellipsis
            | Self::Tilde
            | Self::Blank => Some(Em::ONE),
            Self::Prefix | Self::Postfix | Self::Figure if matches!(ch, '\u{ff01}'..='\u{ffe6}') => Some(Em::ONE),
            Self::Middot | Self::Hyphen | Self::Slash => Some(Em::HALF),
            Self::Combining => Some(Em::ZERO),
            _ => None,
        }
    }

    /// Whether the character comes from a role's Latin face.
    #[must_use]
    pub fn is_latin(self, ch: char) -> bool {
        match self {
            Self::Letter | Self::LatinOpen | Self::LatinClose | Self::LatinStop | Self::Space => true,
            Self::Figure | Self::Prefix | Self::Postfix | Self::Hyphen | Self::Slash => {
                !matches!(ch, '\u{ff01}'..='\u{ffe6}')
            }
            Self::Sign | Self::Tilde => ch.is_ascii(),
            _ => false,
        }
    }

    /// Whether it is a letter or figure, beside which space to han may stand (中西间距).
    #[must_use]
    pub fn is_letter_or_figure(self) -> bool {
        matches!(self, Self::Letter | Self::Figure)
    }

    /// Whether a line that ends with it leaves it out: blanks take no room there.
    #[must_use]
    pub fn vanishes_at_line_end(self) -> bool {
        matches!(self, Self::Space | Self::Blank)
    }

    /// Whether it joins what stands at both sides, so that no line is stretched beside it.
    ///
    /// Source: clreq #text_adjustment: not at connectors and solidi.
    #[must_use]
    pub fn is_connector(self) -> bool {
        matches!(self, Self::Hyphen | Self::Rule | Self::Tilde | Self::Slash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_marks_of_the_issue() {
        for (ch, class) in [
            ('∶', Class::Tilde),
            ('７', Class::Figure),
            ('─', Class::Dash),
            ('人', Class::Han),
            ('〇', Class::Han),
            ('＋', Class::Han),
            ('“', Class::Open),
            ('）', Class::Close),
            ('；', Class::Comma),
            ('：', Class::Colon),
            ('。', Class::Stop),
            ('·', Class::Middot),
            ('-', Class::Hyphen),
            ('E', Class::Letter),
            ('é', Class::Letter),
            ('7', Class::Figure),
            ('%', Class::Postfix),
            ('％', Class::Postfix),
            ('\u{3000}', Class::Blank),
            ('\u{e0100}', Class::Combining),
            ('珺', Class::Han),
            ('𠮷', Class::Han),
        ] {
            assert_eq!(Class::of(ch), class, "{ch}");
        }
    }

    #[test]
    fn class_of_every_code_point_is_told() {
        for (ch, class) in [
            ('あ', Class::Han),
            ('ー', Class::Nonstarter),
            ('々', Class::Nonstarter),
            ('ㄅ', Class::Han),
            ('가', Class::Han),
            ('①', Class::Han),
            ('Ａ', Class::Han),
            ('Я', Class::Letter),
            ('é', Class::Letter),
            ('\u{301}', Class::Combining),
            ('\u{200d}', Class::Combining),
            ('\u{fe0f}', Class::Combining),
            ('😀', Class::Han),
            ('\u{e000}', Class::Han),
            ('\u{378}', Class::Han),
            ('〝', Class::Open),
            ('﹁', Class::Open),
            ('€', Class::Prefix),
            ('‰', Class::Postfix),
            ('×', Class::Sign),
            ('\u{2003}', Class::Space),
            ('\u{200b}', Class::Combining),
        ] {
            assert_eq!(Class::of(ch), class, "{ch} U+{:04X}", u32::from(ch));
        }
        let _ = ('\0'..=char::MAX).map(Class::of).count();
    }

    /// Han characters are told without Unicode's data, which say the same.
    #[test]
    fn class_of_han_is_what_unicode_says() {
        assert!(('\u{4e00}'..='\u{9fff}').all(|ch| Class::of_range(ch) == Class::Han));
    }

    #[test]
    fn class_widths_are_the_standards() {
        let width = |ch| Class::of(ch).width(ch);
        assert_eq!(width('，'), Some(Em::ONE));
        assert_eq!(width('·'), Some(Em::HALF));
        assert_eq!(width('-'), Some(Em::HALF));
        assert_eq!(width('⸺'), Some(Em::new(2.0)));
        assert_eq!(width('％'), Some(Em::ONE));
        assert_eq!(width('%'), None);
        assert_eq!(width('E'), None);
    }
}
