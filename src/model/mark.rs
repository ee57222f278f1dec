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

/// Marked parts: those of one kind never overlap, and stand in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Marks {
    dots: Vec<Range<usize>>,
    strong: Vec<Range<usize>>,
    headings: Vec<(Range<usize>, u8)>,
}

impl Marks {
    /// Marks a part; what was marked alike there is one part with it.
    pub(super) fn put(&mut self, range: Range<usize>, mark: Mark) {
        if range.is_empty() {
            return;
        }
        match mark {
            Mark::Dots => put(&mut self.dots, range, |range| range),
            Mark::Strong => put(&mut self.strong, range, |range| range),
            Mark::Heading(level) => put(&mut self.headings, (range, level), |(range, _)| range),
        }
    }

    /// Adds the marks of a text that goes on at `start`.
    pub(super) fn append(&mut self, other: &Self, start: usize) {
        let moved = |range: &Range<usize>| range.start + start..range.end + start;
        self.dots.extend(other.dots.iter().map(moved));
        self.strong.extend(other.strong.iter().map(moved));
        self.headings.extend(other.headings.iter().map(|(range, level)| (moved(range), *level)));
    }

    /// The marks at a byte.
    pub(super) fn at(&self, at: usize) -> impl Iterator<Item = Mark> + use<> {
        let dots = covering(&self.dots, at, |range| range).map(|_| Mark::Dots);
        let strong = covering(&self.strong, at, |range| range).map(|_| Mark::Strong);
        let heading = covering(&self.headings, at, |(range, _)| range).map(|(_, level)| Mark::Heading(*level));
        [dots, strong, heading].into_iter().flatten()
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
        assert_eq!(marks.strong, [0..9, 9..12]);
        marks.put(20..30, Mark::Strong);
        marks.put(14..15, Mark::Strong);
        marks.put(3..6, Mark::Dots);
        marks.put(0..6, Mark::Heading(2));
        assert_eq!(marks.strong, [0..9, 9..12, 14..15, 20..30]);
        assert_eq!(marks.at(3).collect::<Vec<_>>(), [Mark::Dots, Mark::Strong, Mark::Heading(2)]);
        assert_eq!(marks.at(12).next(), None);
    }
}
