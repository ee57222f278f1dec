//! A text as characters that know their bytes, and what the rules of marks and figures ask of them.

use crate::char_set::CharSet;
use crate::proof::Passage;
use std::ops::Range;

/// The characters of a text, by their order.
pub(super) struct Chars<'t> {
    text: &'t str,
    /// Where each begins, in bytes, and what it is.
    chars: &'t [(usize, char)],
}

impl<'t> Chars<'t> {
    /// The characters of a passage.
    pub(super) fn of(passage: &'t Passage<'_>) -> Self {
        Self { text: passage.as_str(), chars: &passage.chars }
    }

    /// The characters of a text.
    #[cfg(test)]
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, chars: text.char_indices().collect::<Vec<_>>().leak() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// Each with its order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, char)> {
        self.chars.iter().enumerate().map(|(at, (_, ch))| (at, *ch))
    }

    /// One of them; none behind the end.
    pub(super) fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|(_, ch)| *ch)
    }

    /// The one before another.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.get(at.checked_sub(1)?)
    }

    /// Whether there is one here and it is as asked.
    pub(super) fn is(&self, at: usize, test: impl Fn(char) -> bool) -> bool {
        self.get(at).is_some_and(test)
    }

    /// Whether there is one before this and it is as asked.
    pub(super) fn was(&self, at: usize, test: impl Fn(char) -> bool) -> bool {
        self.before(at).is_some_and(test)
    }

    /// Where the next that is as asked stands, from here; else, the end.
    pub(super) fn next(&self, from: usize, test: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(from..).unwrap_or_default();
        rest.iter().position(|(_, ch)| test(*ch)).map_or(self.len(), |more| from + more)
    }

    /// Where the characters that are as asked end, from here.
    pub(super) fn run(&self, from: usize, test: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|(_, ch)| test(*ch)).count()
    }

    /// Where the characters that are as asked begin, up to here.
    pub(super) fn run_back(&self, to: usize, test: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(..to).unwrap_or_default();
        to - rest.iter().rev().take_while(|(_, ch)| test(*ch)).count()
    }

    /// Where they end, looked for among so many.
    pub(super) fn run_within(&self, from: usize, most: usize, test: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(from..).unwrap_or_default();
        from + rest.iter().take(most).take_while(|(_, ch)| test(*ch)).count()
    }

    /// Where they begin, looked for among so many.
    pub(super) fn run_back_within(&self, to: usize, most: usize, test: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(..to).unwrap_or_default();
        to - rest.iter().rev().take(most).take_while(|(_, ch)| test(*ch)).count()
    }

    /// Whether these words stand here.
    pub(super) fn starts(&self, at: usize, words: &str) -> bool {
        let begins = words.chars().next().is_none_or(|first| self.get(at) == Some(first));
        begins && self.str(at..self.len()).starts_with(words)
    }

    /// Whether these words end here.
    pub(super) fn ends(&self, at: usize, words: &str) -> bool {
        let ends = words.chars().next_back().is_none_or(|last| self.before(at) == Some(last));
        ends && self.str(0..at).ends_with(words)
    }

    /// The bytes of some of them.
    pub(super) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let byte = |at: usize| self.chars.get(at).map_or(self.text.len(), |(byte, _)| *byte);
        byte(range.start)..byte(range.end)
    }

    /// Some of them as text.
    pub(super) fn str(&self, range: Range<usize>) -> &'t str {
        self.text.get(self.bytes(range)).unwrap_or_default()
    }
}

/// Whether it is a han character (汉字), 〇 among them.
pub(super) fn is_han(ch: char) -> bool {
    matches!(ch, '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{2e80}'..='\u{2fd5}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a text has a han character.
pub(super) fn has_han(text: &str) -> bool {
    text.chars().any(is_han)
}

/// Whether it is a mark of Chinese alone, which Latin text has not.
pub(super) fn is_chinese_mark(ch: char) -> bool {
    static MARKS: CharSet = CharSet::of("，。、；：？！（）《》〈〉【】〔〕「」『』");
    MARKS.contains(ch)
}

/// Whether it is a mark of Chinese, those that Latin text has too among them.
pub(super) fn is_mark(ch: char) -> bool {
    static SHARED: CharSet = CharSet::of("“”‘’—…·～");
    is_chinese_mark(ch) || SHARED.contains(ch)
}

/// Whether it is a blank of any width.
pub(super) fn is_blank(ch: char) -> bool {
    ch.is_whitespace() && ch != '\n'
}

/// Whether it is a figure from one to nine, or nought, in han characters.
pub(super) fn is_han_figure(ch: char) -> bool {
    static FIGURES: CharSet = CharSet::of("一二三四五六七八九〇零");
    FIGURES.contains(ch)
}

/// Whether it is part of a number in han characters.
pub(super) fn is_han_number(ch: char) -> bool {
    static NUMBERS: CharSet = CharSet::of("一二三四五六七八九〇零两十百千万亿几数");
    NUMBERS.contains(ch)
}

/// Where the number in Arabic figures that starts here ends: `1965`, `1,965`, `3.45`.
pub(super) fn number_end(chars: &Chars<'_>, from: usize) -> usize {
    let is_figure = |ch: char| ch.is_ascii_digit();
    let mut end = chars.run(from, is_figure);
    while end > from && chars.is(end, |ch| ch == '.' || ch == ',') && chars.is(end + 1, is_figure) {
        end = chars.run(end + 1, is_figure);
    }
    end
}

/// Whether a figure that starts here is a quantity by itself and no part of a code, a date or another number.
pub(super) fn begins_number(chars: &Chars<'_>, at: usize) -> bool {
    static CODES: CharSet = CharSet::of("-/.,:_＋+#№〔[");
    !chars.was(at, |ch| ch.is_ascii_alphanumeric() || CODES.contains(ch))
}

/// Whether one number is less than another; both as written, in Arabic figures.
pub(super) fn is_less(one: &str, other: &str) -> bool {
    let parts = |number: &str| {
        let plain = number.replace(',', "");
        let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
        let whole = whole.trim_start_matches('0').to_owned();
        (whole.len(), whole, rest.trim_end_matches('0').to_owned())
    };
    parts(one) < parts(other)
}

/// Whether a clause begins here: at the start, or behind a stop.
pub(super) fn begins_clause(chars: &Chars<'_>, at: usize) -> bool {
    static STOPS: CharSet = CharSet::of("。；：？！");
    at == 0 || chars.was(at, |ch| STOPS.contains(ch))
}
