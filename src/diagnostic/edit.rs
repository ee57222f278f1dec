//! Mechanical remedies: bytes of a source replaced by others.

use super::{Diagnostic, Files, Place};

/// Some bytes of a source and what should stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go.
    pub place: Place,
    /// What comes instead.
    pub replacement: String,
    /// Bytes between those that go: folds and line ends of the source, which stay. [`with_whole_edits`] puts them into the
    /// replacement.
    pub gaps: Vec<Place>,
}

impl Edit {
    /// An edit of one place.
    #[must_use]
    pub fn new(place: Place, replacement: &str) -> Self {
        Self { place, replacement: replacement.to_owned(), gaps: Vec::new() }
    }

    /// The edit with what stands between its bytes put behind the replacement; none if that is more than a fold or a
    /// line end, or if a line would be left blank, which would part two paragraphs.
    fn whole(mut self, files: &Files) -> Option<Self> {
        let text = files.text(self.place.file);
        for gap in std::mem::take(&mut self.gaps) {
            let between = text.get(gap.start as usize..gap.end as usize)?;
            let is_fold = between.contains('\\');
            let is_line_end = between.contains('\n') && between.chars().all(|ch| " \t\r\n\\".contains(ch));
            if !is_line_end || between.matches('\\').count() > 1 || (!is_fold && self.leaves_a_blank_line(&text)) {
                return None;
            }
            self.replacement.push_str(between);
        }
        Some(self)
    }

    /// Whether nothing else stands on the first or the last line of its place.
    fn leaves_a_blank_line(&self, text: &str) -> bool {
        let (before, behind) = (text.get(..self.place.start as usize), text.get(self.place.end as usize..));
        let is_blank = |line: Option<&str>| line.is_none_or(|line| line.trim().is_empty());
        let first = is_blank(before.and_then(|before| before.rsplit('\n').next())) && self.replacement.is_empty();
        first || is_blank(behind.and_then(|behind| behind.split('\n').next()))
    }
}

/// Diagnostics with their edits as they can be applied; those that cannot be go.
#[must_use]
pub fn with_whole_edits(mut diagnostics: Vec<Diagnostic>, files: &Files) -> Vec<Diagnostic> {
    for diagnostic in &mut diagnostics {
        diagnostic.edit = diagnostic.edit.take().and_then(|edit| edit.whole(files));
    }
    diagnostics
}

/// A file's text with edits applied, all of which are of that file; of two that overlap the first counts.
///
/// Returns the new text and which of the edits were applied, by their order.
#[must_use]
pub fn apply(text: &str, edits: &[&Edit]) -> (String, Vec<usize>) {
    let mut order: Vec<usize> = (0..edits.len()).collect();
    order.sort_by_key(|at| (edits[*at].place.start, edits[*at].place.end));
    let mut edited = String::with_capacity(text.len());
    let mut done = Vec::new();
    let mut from = 0;
    for at in order {
        let (start, end) = (edits[at].place.start as usize, edits[at].place.end as usize);
        if !edits[at].gaps.is_empty() {
            continue;
        }
        let Some(kept) = text.get(from..start).filter(|_| text.is_char_boundary(end) && start <= end) else { continue };
        // Two insertions at one point would stand in an order that nobody asked for.
        if done.last().is_some_and(|last: &usize| edits[*last].place == edits[at].place) {
            continue;
        }
        edited.push_str(kept);
        edited.push_str(&edits[at].replacement);
        from = end;
        done.push(at);
    }
    edited.push_str(text.get(from..).unwrap_or_default());
    (edited, done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Files;
    use std::path::Path;

    #[test]
    fn edit_applies_what_does_not_overlap() {
        let file = Files::default().add(Path::new("a"), String::new());
        let edit = |range, with| Edit::new(Place::new(file, range), with);
        let edits = [edit(3..6, "乙"), edit(0..3, "甲"), edit(4..7, "x"), edit(6..6, "！")];
        let edits: Vec<_> = edits.iter().collect();
        assert_eq!(apply("一二三", &edits), ("甲乙！三".to_owned(), vec![1, 0, 3]));
        assert_eq!(apply("一二三", &[]), ("一二三".to_owned(), vec![]));
    }
}
