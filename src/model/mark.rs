//! What is marked in a text, and where: found for any character at once, however many marks there are.

use std::ops::Range;

/// What an author marks in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Emphasis by another face (黑体).
    Strong,
    /// Emphasis dots under the characters (着重号).
    Dots,
    /// A heading (层次标题) of this level, 1 to 4.
    Heading(u8),
}

/// Marked parts; nothing of a text without any, as most are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Marks(Option<Box<Parts>>);

/// Marked parts: those of one kind never overlap, and stand in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Parts {
    dots: Vec<Range<usize>>,
    strong: Vec<Range<usize>>,
    headings: Vec<(Range<usize>, u8)>,
}

impl Marks {
    /// Whether nothing was ever marked.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Marks a part; what was marked alike there is one part with it.
    pub(super) fn put(&mut self, range: Range<usize>, mark: Mark) {
        if range.is_empty() {
            return;
        }
        let parts = self.0.get_or_insert_default();
        match mark {
            Mark::Dots => put(&mut parts.dots, range, |range| range),
            Mark::Strong => put(&mut parts.strong, range, |range| range),
            Mark::Heading(level) => put(&mut parts.headings, (range, level), |(range, _)| range),
        }
    }

    /// Adds the marks of a text that goes on at `start`.
    pub(super) fn append(&mut self, other: &Self, start: usize) {
        let Some(more) = &other.0 else { return };
        let parts = self.0.get_or_insert_default();
        let moved = |range: &Range<usize>| range.start + start..range.end + start;
        parts.dots.extend(more.dots.iter().map(moved));
        parts.strong.extend(more.strong.iter().map(moved));
        parts.headings.extend(more.headings.iter().map(|(range, level)| (moved(range), *level)));
    }

    /// The marks at a byte.
    pub(super) fn at(&self, at: usize) -> impl Iterator<Item = Mark> + use<> {
        let found = self.0.as_ref().map(|parts| {
            let dots = covering(&parts.dots, at, |range| range).map(|_| Mark::Dots);
            let strong = covering(&parts.strong, at, |range| range).map(|_| Mark::Strong);
            let heading = covering(&parts.headings, at, |(range, _)| range).map(|(_, level)| Mark::Heading(*level));
            [dots, strong, heading]
        });
        found.into_iter().flatten().flatten()
    }
}

/// Puts a marked part among those of its kind, in their order; what it overlaps becomes one part with it.
fn put<T>(parts: &mut Vec<T>, part: T, range: impl Fn(&mut T) -> &mut Range<usize>) {
    let mut part = part;
    let whole = range(&mut part).clone();
    let mut kept: Vec<T> = Vec::new();
    while let Some(mut last) = parts.pop() {
        let before = range(&mut last).clone();
        if before.end <= whole.start {
            parts.push(last);
            break;
        }
        if before.start >= whole.end {
            kept.push(last);
        } else {
            let joined = range(&mut part);
            *joined = joined.start.min(before.start)..joined.end.max(before.end);
        }
    }
    parts.push(part);
    parts.extend(kept.into_iter().rev());
}

/// The part that holds a byte.
fn covering<T>(parts: &[T], at: usize, range: impl Fn(&T) -> &Range<usize>) -> Option<&T> {
    let first = parts.partition_point(|part| range(part).end <= at);
    parts.get(first).filter(|part| range(part).start <= at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_one_kind_become_one_where_they_overlap() {
        let mut marks = Marks::default();
        for range in [0..3, 6..9, 9..12, 2..7] {
            marks.put(range, Mark::Strong);
        }
        let strong = |marks: &Marks| marks.0.as_ref().map(|parts| parts.strong.clone()).unwrap_or_default();
        assert_eq!(strong(&marks), [0..9, 9..12]);
        marks.put(20..30, Mark::Strong);
        marks.put(14..15, Mark::Strong);
        marks.put(3..6, Mark::Dots);
        marks.put(0..6, Mark::Heading(2));
        assert_eq!(strong(&marks), [0..9, 9..12, 14..15, 20..30]);
        assert_eq!(marks.at(3).collect::<Vec<_>>(), [Mark::Dots, Mark::Strong, Mark::Heading(2)]);
        assert_eq!(marks.at(12).next(), None);
    }
}
