//! One character off an idiom: a blend of two parallel ones (the head of one and the head of the other before
//! the same pair), or an idiom that is never varied with one character changed or two in the wrong order.
//!
//! Source: newsroom practice (校对通例): idioms are not changed.
//! False alarms: writers play with idioms. So only idioms without living variants stand in the list
//! (`data/idioms.txt`), or are told above advice only for a character that is taken for another (`data/more_idioms.txt`);
//! a parallel is told only if both of the idioms that it blends are known, and the four
//! characters must be no chance meeting: words end where they begin and end. Where the half that differs is a
//! word of its own (`必经之路`), this is advice. Quoted text is left alone.

use super::confused_words::are_alike;
use super::listed_word;
use crate::diagnostic::{Code, Severity, Sink};
use crate::proof::few::Few;
use crate::proof::words::{Lexicon, ahead, back, han_runs, starts};
use crate::proof::{Passage, Reading};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Fixed expressions of four characters.
const IDIOMS: &str = include_str!("../data/idioms.txt");

/// Expressions of which only some changes are slips.
const MORE: &str = include_str!("../data/more_idioms.txt");

/// Parallel expressions: the first and third character are one, the pair is the second and fourth.
const PARALLELS: &str = include_str!("../data/parallels.txt");

/// Characters on either side by which it is seen whether words end.
const CONTEXT: usize = 4;

/// The lists, taken apart.
struct Idioms {
    all: FxHashMap<Few, &'static str>,
    /// Idioms by three of their characters, with a gap for the fourth; none where several have these.
    but_one: FxHashMap<Few, Option<&'static str>>,
    /// The heads of parallels by their pairs.
    heads: FxHashMap<(char, char), Vec<(char, &'static str)>>,
    /// Those that writers vary.
    varied: FxHashSet<&'static str>,
}

/// The lists of the program.
static KNOWN: LazyLock<Idioms> = LazyLock::new(Idioms::new);

/// Reports each such expression with the idiom that it is like.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let idioms = &*KNOWN;
    let lexicon = Lexicon::get();
    // A slip that a list has is told by that.
    let listed = listed_word::general();
    let is_listed = |four: &str| listed.iter().any(|row| row.wrong.iter().any(|wrong| wrong == four));
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let text = passage.as_str();
        for run in han_runs(text) {
            let starts = starts(text, &run);
            for ends in starts.windows(5) {
                let four = ends[0]..ends[4];
                if let Some(other) = Few::of(&text[four.clone()]).and_then(|few| idioms.like(few))
                    && !passage.is_quoted(&four)
                    && !is_listed(&text[four.clone()])
                    && stands_alone(passage, &four, &run, other, idioms, lexicon)
                {
                    let is_meant = !idioms.is_blend(other) && is_meant(&text[four.clone()], other, idioms, lexicon);
                    let mut found = passage.found(Code::IdiomOff, four).with("other", other);
                    found.severity = if is_meant { Severity::Advice } else { found.severity };
                    sink.push(found);
                }
            }
        }
    }
}

impl Idioms {
    fn new() -> Self {
        let varied = words_of(MORE).collect();
        let mut idioms =
            Self { all: FxHashMap::default(), but_one: FxHashMap::default(), heads: FxHashMap::default(), varied };
        for idiom in words_of(IDIOMS).chain(words_of(MORE)) {
            let Some(few) = Few::of(idiom) else { continue };
            idioms.all.insert(few, idiom);
            for left_out in 0..4 {
                idioms.but_one.entry(few.without(left_out)).and_modify(|known| *known = None).or_insert(Some(idiom));
            }
        }
        for idiom in words_of(PARALLELS) {
            idioms.all.extend(Few::of(idiom).map(|few| (few, idiom)));
            if let [head, first, _, second] = idiom.chars().collect::<Vec<_>>()[..] {
                idioms.heads.entry((first, second)).or_default().push((head, idiom));
            }
        }
        idioms
    }

    /// Whether an idiom is one of the parallels.
    fn is_blend(&self, idiom: &str) -> bool {
        self.heads.values().flatten().any(|(_, known)| *known == idiom)
    }

    /// The idiom that four characters are like, but for one of them; none if they are one themselves.
    fn like(&self, four: Few) -> Option<&'static str> {
        if self.all.contains_key(&four) {
            return None;
        }
        if let (Some(one), Some(other)) = (four.get(1), four.get(3))
            && let Some(heads) = self.heads.get(&(one, other))
        {
            let of = |at| heads.iter().find(|(head, _)| Some(*head) == four.get(at)).map(|(_, idiom)| *idiom);
            if let (Some(idiom), Some(_)) = (of(0), of(2)) {
                return Some(idiom);
            }
        }
        if let Some(swapped) = (0..3).find_map(|at| self.all.get(&four.exchanged(at))) {
            return Some(swapped);
        }
        // Like two idioms, it is likely a third.
        (0..4).find_map(|left_out| self.but_one.get(&four.without(left_out))).copied().flatten()
    }
}

/// Whether the half of four characters that differs from an idiom is a word, so that it is likely meant.
fn is_meant(four: &str, other: &str, idioms: &Idioms, lexicon: &Lexicon) -> bool {
    let mut differing = four.chars().zip(other.chars()).filter(|(one, other)| one != other);
    if let (Some((one, other_one)), None) = (differing.next(), differing.next())
        && idioms.varied.contains(other)
        && !are_alike(one, other_one)
    {
        return true;
    }
    let middle = ahead(four, 0, 2);
    let half = if other.get(..middle) == four.get(..middle) { &four[middle..] } else { &four[..middle] };
    lexicon.is_word(half)
}

/// The expressions of a list.
fn words_of(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// Whether four characters are an expression by themselves: where the idiom stands in their place, words begin
/// and end with it, and what stands there is no word of the dictionary, nor do words end inside as they stand.
fn stands_alone(
    passage: &Passage<'_>,
    four: &Range<usize>,
    run: &Range<usize>,
    other: &str,
    idioms: &Idioms,
    lexicon: &Lexicon,
) -> bool {
    let text = passage.as_str();
    let start = back(text, four.start, CONTEXT).max(run.start);
    let stop = ahead(text, four.end, CONTEXT).min(run.end);
    // In the wrong order the characters may make words with their neighbours.
    let is_exchanged =
        Few::of(&text[four.clone()]).is_some_and(|few| (0..3).any(|at| Some(few.exchanged(at)) == Few::of(other)));
    let mended = format!("{}{other}{}", &text[start..four.start], &text[four.end..stop]);
    let bounds = lexicon.bounds(if is_exchanged { &mended } else { &text[start..stop] });
    let ends = |at: usize| bounds.contains(&(at - start));
    let overlaps_idiom = [1, 2, 3].iter().any(|shift| {
        let earlier = back(text, four.start, *shift).max(run.start);
        let known = |from: usize| {
            text.get(from..ahead(text, from, 4)).and_then(Few::of).is_some_and(|four| idioms.all.contains_key(&four))
        };
        known(earlier) || known(ahead(text, four.start, *shift))
    });
    ends(four.start) && ends(four.end) && !lexicon.is_word(&text[four.clone()]) && !overlaps_idiom && !other.is_empty()
}
