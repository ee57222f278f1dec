//! The strings of han characters of an issue, numbered: those of two characters, and those of four, each known as two
//! of two. What is longer is known by a few numbers, and needs a look only where its fours stand often.

use super::{Passage, Reading};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The number of no string.
const NONE: u32 = u32::MAX;

/// A han character of the issue.
struct Letter {
    ch: char,
    /// The order of its passage, and the byte.
    passage: usize,
    at: usize,
    /// The numbers of the strings of two and of four that begin with it.
    two: u32,
    four: u32,
}

/// What follows a string of two: strings of two, from one to the next, counted from one.
#[derive(Default, Clone, Copy)]
struct Following {
    first: u32,
    last: u32,
}

/// A string of four.
struct Four {
    /// How often it stands.
    count: u32,
    /// Its second half, and the next of those that follow its first.
    behind: u32,
    next: u32,
}

/// The strings of an issue's passages, names left out.
pub(super) struct Strings<'r, 'a> {
    /// The passages.
    pub(super) passages: Vec<&'r Passage<'a>>,
    /// The runs of han characters, by the orders of their letters.
    pub(super) runs: Vec<Range<usize>>,
    letters: Vec<Letter>,
    /// Where each string of two stands first, and what follows it.
    twos: Vec<(usize, Following)>,
    fours: Vec<Four>,
    /// The numbers of the strings of four, by those of their halves.
    numbers: FxHashMap<u64, u32>,
}

impl<'r, 'a> Strings<'r, 'a> {
    /// Numbers the strings of an issue.
    pub(super) fn of(reading: &'r Reading<'a>) -> Self {
        let passages: Vec<_> = reading.passages.iter().filter(|passage| !passage.part.is_name()).collect();
        let mut letters = Vec::with_capacity(passages.iter().map(|passage| passage.chars.len()).sum());
        let mut runs = Vec::new();
        for (passage, text) in passages.iter().enumerate() {
            for run in text.runs() {
                let from = letters.len();
                letters.extend(run.chars.iter().map(|(at, ch)| Letter {
                    ch: *ch,
                    passage,
                    at: *at,
                    two: NONE,
                    four: NONE,
                }));
                runs.push(from..letters.len());
            }
        }
        let mut strings =
            Self { passages, runs, letters, twos: Vec::new(), fours: Vec::new(), numbers: FxHashMap::default() };
        strings.number_twos();
        strings.number_fours();
        strings
    }

    fn number_twos(&mut self) {
        let mut numbers: FxHashMap<u64, u32> = FxHashMap::default();
        numbers.reserve(self.letters.len() / 2);
        for run in &self.runs {
            for at in run.start..run.end - 1 {
                let key = joined(self.letters[at].ch.into(), self.letters[at + 1].ch.into());
                let number = *numbers.entry(key).or_insert_with(|| {
                    self.twos.push((at, Following::default()));
                    number_of(self.twos.len() - 1)
                });
                self.letters[at].two = number;
            }
        }
    }

    fn number_fours(&mut self) {
        self.numbers.reserve(self.letters.len());
        for run in &self.runs {
            for at in run.start..run.end.saturating_sub(3).max(run.start) {
                let (two, behind) = (self.letters[at].two, self.letters[at + 2].two);
                let number = *self.numbers.entry(joined(two, behind)).or_insert_with(|| {
                    self.fours.push(Four { count: 0, behind, next: 0 });
                    let number = number_of(self.fours.len());
                    let following = &mut self.twos[two as usize].1;
                    match following.last {
                        0 => following.first = number,
                        last => self.fours[last as usize - 1].next = number,
                    }
                    following.last = number;
                    number - 1
                });
                self.fours[number as usize].count += 1;
                self.letters[at].four = number;
            }
        }
    }

    /// A letter.
    pub(super) fn ch(&self, at: usize) -> char {
        self.letters[at].ch
    }

    /// So many letters of a run.
    pub(super) fn chars<const N: usize>(&self, at: usize) -> [char; N] {
        std::array::from_fn(|order| self.letters[at + order].ch)
    }

    /// The number of the string of two that begins at a letter.
    pub(super) fn two(&self, at: usize) -> u32 {
        self.letters[at].two
    }

    /// How many strings of two there are.
    pub(super) fn count_of_twos(&self) -> usize {
        self.twos.len()
    }

    /// How often the string of four that begins at a letter stands; never where the run ends before.
    pub(super) fn count_at(&self, at: usize) -> u32 {
        self.fours.get(self.letters[at].four as usize).map_or(0, |four| four.count)
    }

    /// How often two strings of two stand one behind the other.
    pub(super) fn count(&self, two: u32, behind: u32) -> u32 {
        self.numbers.get(&joined(two, behind)).map_or(0, |number| self.fours[*number as usize].count)
    }

    /// The strings of two that follow one, in the order in which they do so first.
    pub(super) fn following(&self, two: u32) -> impl Iterator<Item = u32> {
        let mut next = self.twos[two as usize].1.first;
        std::iter::from_fn(move || {
            let four = self.fours.get(next.checked_sub(1)? as usize)?;
            next = four.next;
            Some(four.behind)
        })
    }

    /// A string of two as text.
    pub(super) fn text_of(&self, two: u32) -> &'a str {
        let (at, _) = self.twos[two as usize];
        self.text(at..at + 2)
    }

    /// The strings of five or six that begin at the letters of which the fours that they are made of stand so often
    /// or oftener: of each where it stands first, and how often.
    pub(super) fn longer<const N: usize>(&self, least: u32) -> Longer {
        let mut longer = Longer::default();
        for run in &self.runs {
            for at in run.start..(run.end + 1).saturating_sub(N).max(run.start) {
                if self.count_at(at) >= least && self.count_at(at + N - 4) >= least {
                    longer.0.entry(self.key::<N>(at)).or_insert((at, 0)).1 += 1;
                }
            }
        }
        longer
    }

    fn key<const N: usize>(&self, at: usize) -> u64 {
        joined(self.letters[at].four, self.letters[at + N - 4].four)
    }

    /// How often the string of so many stands that begins at a letter, if it stands at least so often as its strings
    /// were asked for; else, once.
    pub(super) fn count_longer<const N: usize>(&self, at: usize, longer: &Longer) -> u32 {
        longer.0.get(&self.key::<N>(at)).map_or(1, |(_, count)| *count)
    }

    /// The passage of some letters of a run, and their bytes.
    pub(super) fn spot(&self, letters: Range<usize>) -> (usize, Range<usize>) {
        let (first, last) = (&self.letters[letters.start], &self.letters[letters.end - 1]);
        (first.passage, first.at..last.at + last.ch.len_utf8())
    }

    /// Some letters of a run as text.
    pub(super) fn text(&self, letters: Range<usize>) -> &'a str {
        let (passage, range) = self.spot(letters);
        &self.passages[passage].as_str()[range]
    }
}

/// Strings of five or of six: by their first and last four, where each stands first, and how often.
#[derive(Default)]
pub(super) struct Longer(FxHashMap<u64, (usize, u32)>);

impl Longer {
    /// Where strings stand first that stand at least so often, in the order of the issue.
    pub(super) fn often(&self, least: u32) -> Vec<usize> {
        let mut often: Vec<_> = self.0.values().filter(|(_, count)| *count >= least).map(|(at, _)| *at).collect();
        often.sort_unstable();
        often
    }
}

/// Two numbers as one.
fn joined(one: u32, other: u32) -> u64 {
    u64::from(one) << 32 | u64::from(other)
}

/// An order as a number; a reading has by far fewer characters than there are numbers.
fn number_of(order: usize) -> u32 {
    u32::try_from(order).unwrap_or(NONE)
}
