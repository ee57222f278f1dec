//! Text whose every character knows its place in the source.

use super::mark::{Mark, Marks};
use crate::diagnostic::{Edit, Place};
use std::fmt;
use std::ops::Range;

/// Characters with their places. What the author typed is kept as it is, never normalised.
///
/// The map from characters to the file's bytes is piecewise: within a piece whose text and source are
/// of one length, byte follows byte; a piece of another length (an escape, a folded line end) stands
/// for its source as a whole; a piece without a place was not written by an author.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    string: String,
    pieces: Vec<Piece>,
    marks: Marks,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// First byte in the string.
    start: usize,
    /// Bytes in the string.
    len: usize,
    place: Option<Place>,
}

impl Piece {
    /// The source of bytes `range` of the string, which lie inside the piece.
    fn source(&self, range: &Range<usize>) -> Option<Place> {
        let place = self.place?;
        if place.len() as usize != self.len {
            return Some(place);
        }
        let offset = |at: usize| place.start as usize + at - self.start;
        Some(Place::new(place.file, offset(range.start)..offset(range.end)))
    }

    /// Whether `place` goes on where this piece ends, both byte by byte.
    fn continues(&self, len: usize, place: Option<Place>) -> bool {
        match (self.place, place) {
            (None, None) => true,
            (Some(a), Some(b)) => {
                a.file == b.file && a.end == b.start && a.len() as usize == self.len && b.len() as usize == len
            }
            _ => false,
        }
    }
}

impl Text {
    /// Text that no author wrote, such as a figure counted by the program.
    #[must_use]
    pub fn unplaced(string: &str) -> Self {
        let mut text = Self::default();
        text.push(string, None);
        text
    }

    /// Adds characters that stand at a place of the source, or nowhere.
    pub fn push(&mut self, string: &str, place: Option<Place>) {
        if string.is_empty() {
            return;
        }
        let start = self.string.len();
        self.string.push_str(string);
        match self.pieces.last_mut() {
            Some(last) if last.continues(string.len(), place) => {
                last.len += string.len();
                if let (Some(whole), Some(more)) = (&mut last.place, place) {
                    whole.end = more.end;
                }
            }
            _ => self.pieces.push(Piece { start, len: string.len(), place }),
        }
    }

    /// Adds another text with its places and marks.
    pub fn append(&mut self, other: &Self) {
        let start = self.string.len();
        self.marks.append(&other.marks, start);
        for piece in &other.pieces {
            self.push(&other.string[piece.start..piece.start + piece.len], piece.place);
        }
    }

    /// Marks a part, by bytes; what was marked alike there is one part with it.
    pub fn mark(&mut self, range: Range<usize>, mark: Mark) {
        self.marks.put(range, mark);
    }

    /// Whether any part is marked.
    #[must_use]
    pub fn has_marks(&self) -> bool {
        !self.marks.is_empty()
    }

    /// The marks of the character at a byte, the smallest part first.
    pub fn marks_at(&self, at: usize) -> impl Iterator<Item = Mark> {
        self.marks.at(at)
    }

    /// The characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// Whether there are no characters.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.string.is_empty()
    }

    /// A part of the text, by bytes on character boundaries; marks are left behind.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let mut text = Self::default();
        let first = self.pieces.partition_point(|piece| piece.start + piece.len <= range.start);
        for piece in self.pieces[first..].iter().take_while(|piece| piece.start < range.end) {
            let part = piece.start.max(range.start)..(piece.start + piece.len).min(range.end);
            if part.start < part.end {
                text.push(&self.string[part.clone()], piece.source(&part));
            }
        }
        text
    }

    /// Where bytes `range` of the text stand in the source: from the first placed character to the
    /// last one of the same file. None if no author wrote them.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Option<Place> {
        let first = self.pieces.partition_point(|piece| piece.start + piece.len <= range.start);
        let mut whole: Option<Place> = None;
        for piece in self.pieces[first..].iter().take_while(|piece| piece.start < range.end) {
            let part = piece.start.max(range.start)..(piece.start + piece.len).min(range.end);
            match (&mut whole, piece.source(&part)) {
                (Some(whole), Some(more)) if whole.file == more.file => whole.end = whole.end.max(more.end),
                (None, more) => whole = more,
                _ => {}
            }
        }
        whole
    }

    /// The edit that puts a text in the place of bytes `range`; none where the source does not hold them byte by
    /// byte. What stands between them, as at a fold or a line end, is kept apart: see [`Edit::gaps`].
    #[must_use]
    pub fn edit(&self, range: Range<usize>, replacement: &str) -> Option<Edit> {
        let first = self.pieces.partition_point(|piece| piece.start + piece.len <= range.start);
        let mut whole: Option<Edit> = None;
        for piece in self.pieces[first..].iter().take_while(|piece| piece.start < range.end) {
            let part = piece.start.max(range.start)..(piece.start + piece.len).min(range.end);
            if piece.place.is_none() && &self.string[part.clone()] == " " && self.joins_solid(&range, replacement) {
                continue;
            }
            let source = piece.source(&part)?;
            // A piece that stands for its source as a whole is replaced as a whole.
            if source.len() as usize != part.len() && part != (piece.start..piece.start + piece.len) {
                return None;
            }
            let Some(edit) = &mut whole else {
                whole = Some(Edit::new(source, replacement));
                continue;
            };
            if edit.place.file != source.file || edit.place.end > source.start {
                return None;
            }
            if edit.place.end < source.start {
                edit.gaps.push(Place { end: source.start, start: edit.place.end, ..source });
            }
            edit.place.end = source.end;
        }
        whole.filter(|edit| edit.gaps.is_empty() || !self.begins_with_mark(range.end))
    }

    /// Whether no blank is put between a replacement and what stands behind it, where a line ends between them.
    fn joins_solid(&self, range: &Range<usize>, replacement: &str) -> bool {
        let before = replacement.chars().last().or_else(|| self.string[..range.start].chars().last());
        let after = self.string[range.end..].chars().next();
        before.is_none_or(is_set_solid) || after.is_none_or(is_set_solid)
    }

    /// Whether what stands here would be taken for a block's mark at a line's start.
    fn begins_with_mark(&self, at: usize) -> bool {
        self.string[at..].starts_with(|ch: char| matches!(ch, '#' | '-' | '>' | '\\') || ch.is_ascii_digit())
    }

    /// Where the whole text stands.
    #[must_use]
    pub fn whole_place(&self) -> Option<Place> {
        self.place(0..self.string.len())
    }
}

/// A value that an author wrote, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

impl<T: fmt::Display> Placed<T> {
    /// The value as text that knows its place.
    #[must_use]
    pub fn to_text(&self) -> Text {
        let mut text = Text::default();
        text.push(&self.value.to_string(), Some(self.place));
        text
    }
}

/// Joins the lines of a paragraph or title: without a space where either side of a line end is han or a
/// fullwidth mark, with one elsewhere.
#[must_use]
pub fn join_lines(lines: &[Text]) -> Text {
    let mut whole = Text::default();
    for line in lines {
        if let (Some(before), Some(after)) = (whole.string.chars().last(), line.string.chars().next())
            && !is_set_solid(before)
            && !is_set_solid(after)
        {
            whole.push(" ", None);
        }
        whole.append(line);
    }
    whole
}

/// Whether no space is written beside the character: han, kana and fullwidth marks.
#[must_use]
pub fn is_set_solid(ch: char) -> bool {
    matches!(ch,
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}' | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7a3}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '⸺')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Files;
    use std::path::Path;

    fn sample() -> (Text, Place) {
        let file = Files::default().add(Path::new("a"), String::new());
        let mut text = Text::default();
        text.push("甲乙", Some(Place::new(file, 10..16)));
        text.push("丙", Some(Place::new(file, 16..22))); // an escape: six bytes for one character
        text.push("丁", Some(Place::new(file, 22..25)));
        (text, Place::new(file, 0..0))
    }

    #[test]
    fn text_places_go_through_escapes() {
        let (text, origin) = sample();
        let span = |range| text.place(range).map(|place| (place.start, place.end));
        assert_eq!(span(3..6), Some((13, 16)));
        assert_eq!(span(6..9), Some((16, 22)));
        assert_eq!(span(9..12), Some((22, 25)));
        assert_eq!(span(0..12), Some((10, 25)));
        assert_eq!(text.place(0..3).map(|place| place.file), Some(origin.file));
    }

    #[test]
    fn text_slice_keeps_places() {
        let (text, _) = sample();
        let part = text.slice(3..9);
        assert_eq!(part.as_str(), "乙丙");
        assert_eq!(part.place(0..3), text.place(3..6));
        assert_eq!(part.place(3..6), text.place(6..9));
    }

    #[test]
    fn text_unplaced_characters_have_no_place() {
        let (text, _) = sample();
        let mut whole = Text::unplaced("（");
        whole.append(&text);
        assert_eq!(whole.place(0..3), None);
        assert_eq!(whole.place(0..6), text.place(0..3));
    }
}
