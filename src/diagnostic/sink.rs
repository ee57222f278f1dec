//! Gathers diagnostics and hands them out in the order of the source.

use super::{Argument, Code, Diagnostic, FileId, Levels, Place, Severity};
use std::collections::BTreeMap;

/// Ends by starts, by file and kind.
type Ignored = BTreeMap<(FileId, Code), BTreeMap<u32, u32>>;

/// Where all rooms put what they find.
#[derive(Debug, Default)]
pub struct Sink {
    /// What was found, each once, by place and code.
    diagnostics: BTreeMap<(Option<Place>, Code), Vec<Diagnostic>>,
    /// How many there are of each severity, also of those that are not kept.
    counts: BTreeMap<Severity, usize>,
    /// Where faults of a kind are not told, as an author asked: ends by starts, both in order, for a range in
    /// another is left out.
    ignored: Ignored,
    /// How grave the publication takes faults, once it is known.
    levels: Levels,
}

impl Sink {
    /// So many faults of a severity are told: nobody reads more, and a file of nothing else would fill the memory.
    pub const MOST: usize = 10_000;

    /// Takes a diagnostic as the publication takes it, unless it is there or an author asked that it not be told.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let Some(diagnostic) = self.taken(diagnostic) else { return };
        let count = self.counts.entry(diagnostic.severity()).or_default();
        let key = (diagnostic.place, diagnostic.code);
        if self.diagnostics.get(&key).is_some_and(|found| found.contains(&diagnostic)) {
            return;
        }
        *count += 1;
        if *count <= Self::MOST {
            self.diagnostics.entry(key).or_default().push(diagnostic);
        }
    }

    /// Has faults taken as a publication takes them, those too that are there already.
    pub fn take_as(&mut self, levels: &Levels) {
        levels.clone_into(&mut self.levels);
        for found in std::mem::take(&mut self.diagnostics).into_values().flatten() {
            if let Some(count) = self.counts.get_mut(&found.severity()) {
                *count -= 1;
            }
            self.push(found);
        }
        self.counts.retain(|_, count| *count > 0);
    }

    /// Has faults of these kinds not told that lie in a place.
    pub fn ignore(&mut self, place: Place, codes: Vec<Code>) {
        for code in codes {
            let ranges = self.ignored.entry((place.file, code)).or_default();
            if ranges.range(..=place.start).next_back().is_some_and(|(_, end)| *end >= place.end) {
                continue;
            }
            while let Some((start, _)) = ranges.range(place.start..).next().filter(|(_, end)| **end <= place.end) {
                let start = *start;
                ranges.remove(&start);
            }
            ranges.insert(place.start, place.end);
        }
    }

    /// A sink with nothing in it, in which authors ask for the same.
    #[must_use]
    pub fn asking_the_same(self) -> Self {
        Self { ignored: self.ignored, ..Self::default() }
    }

    /// A sink with nothing in it, which takes what this one would take: for what is looked for beside it.
    #[must_use]
    pub fn branch(&self) -> Self {
        Self { ignored: self.ignored.clone(), levels: self.levels.clone(), ..Self::default() }
    }

    /// Takes everything that a branch found.
    pub fn join(&mut self, branch: Self) {
        let kept = branch.diagnostics.into_values().flatten();
        let mut beyond = branch.counts;
        for diagnostic in kept {
            if let Some(count) = beyond.get_mut(&diagnostic.severity()) {
                *count -= 1;
            }
            self.push(diagnostic);
        }
        for (severity, count) in beyond.into_iter().filter(|(_, count)| *count > 0) {
            *self.counts.entry(severity).or_default() += count;
        }
    }

    /// A diagnostic as this sink would take it; none if it would not.
    #[must_use]
    pub fn taken(&self, found: Diagnostic) -> Option<Diagnostic> {
        self.levels.taken(found).filter(|found| !self.is_ignored(found))
    }

    /// Whether an author asked that a fault not be told.
    #[must_use]
    pub fn is_ignored(&self, found: &Diagnostic) -> bool {
        is_ignored(&self.ignored, found)
    }

    /// Whether anything so far stops the build.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.counts.contains_key(&Severity::Error)
    }

    /// Whether a fault of one of these kinds was found.
    #[must_use]
    pub fn has_any(&self, codes: &[Code]) -> bool {
        self.diagnostics.keys().any(|(_, code)| codes.contains(code))
    }

    /// Everything found, by file, place and code; the same fault at the same place once. That there are too many
    /// of a severity is told first.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let beyond = self.counts.into_iter().filter(|(_, count)| *count > Self::MOST).map(|(severity, count)| {
            let diagnostic = Diagnostic::new(Code::TooMany, None).with("what", Argument::Message("limit-faults"));
            let diagnostic = diagnostic.with("count", count.to_string()).with("most", Self::MOST.to_string());
            Diagnostic { severity, ..diagnostic }
        });
        // What was found before an author's request was read.
        let is_told = |found: &Diagnostic| !is_ignored(&self.ignored, found);
        beyond.chain(self.diagnostics.into_values().flatten().filter(is_told)).collect()
    }
}

fn is_ignored(ignored: &Ignored, found: &Diagnostic) -> bool {
    let Some(place) = found.place else { return false };
    let ranges = ignored.get(&(place.file, found.code));
    let nearest = ranges.and_then(|ranges| ranges.range(..=place.start).next_back());
    nearest.is_some_and(|(_, end)| place.end <= *end)
}
