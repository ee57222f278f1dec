//! One character off an idiom: a blend of two parallel ones (the head of one and the head of the other before
//! the same pair), or an idiom that is never varied with one character changed or two in the wrong order.
//!
//! Source: newsroom practice (校对通例): idioms are not changed.
//! False alarms: writers play with idioms. So only idioms without living variants stand in the list
//! (`data/idioms.txt`), or are told above advice only for a character that is taken for another (`data/more_idioms.txt`);
//! a parallel is told only if both of the idioms that it blends are known, and the four
//! characters must be no chance meeting: words end where they begin and end. Where the half that differs is a
//! word of its own (`必经之路`), this is advice. Quoted text is left alone.

use super::listed_word;
use crate::diagnostic::{Code, Severity, Sink};
use crate::proof::confusables::are_alike;
use crate::proof::few::Few;
use crate::proof::words::{Lexicon, ahead, back};
use crate::proof::{Passage, Reading, idioms};
use std::ops::Range;

/// Characters on either side by which it is seen whether words end.
const CONTEXT: usize = 4;

/// Reports each such expression with the idiom that it is like.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let lexicon = Lexicon::get();
    // A slip that a list has is told by that.
    let listed = listed_word::general();
    let is_listed = |four: &str| listed.iter().any(|row| row.wrong.iter().any(|wrong| wrong == four));
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let text = passage.as_str();
        for run in passage.runs() {
            for (order, chars) in run.chars.array_windows::<4>().enumerate() {
                let four = run.start(order)..run.start(order + 4);
                if let Some(few) = Few::from_chars(chars.map(|(_, ch)| ch))
                    && let Some(other) = idioms::like(few)
                    && !passage.is_quoted(&four)
                    && !is_listed(&text[four.clone()])
                    && stands_alone(passage, &four, &run.range, other, lexicon)
                {
                    let is_meant = !idioms::is_parallel(other) && is_meant(&text[four.clone()], other, lexicon);
                    let mut found = passage.found(Code::IdiomOff, four).with("other", other.text());
                    found.severity = if is_meant { Severity::Advice } else { found.severity };
                    sink.push(found);
                }
            }
        }
    }
}

/// Whether the half of four characters that differs from an idiom is a word, so that it is likely meant.
fn is_meant(four: &str, idiom: Few, lexicon: &Lexicon) -> bool {
    let other = idiom.text();
    let mut differing = four.chars().zip(other.chars()).filter(|(one, other)| one != other);
    if let (Some((one, other_one)), None) = (differing.next(), differing.next())
        && idioms::is_varied(idiom)
        && !are_alike(one, other_one)
    {
        return true;
    }
    let middle = ahead(four, 0, 2);
    let half = if other.get(..middle) == four.get(..middle) { &four[middle..] } else { &four[..middle] };
    lexicon.is_word(half)
}

/// Whether four characters are an expression by themselves: where the idiom stands in their place, words begin
/// and end with it, and what stands there is no word of the dictionary, nor do words end inside as they stand.
fn stands_alone(passage: &Passage<'_>, four: &Range<usize>, run: &Range<usize>, other: Few, lexicon: &Lexicon) -> bool {
    let text = passage.as_str();
    let start = back(text, four.start, CONTEXT).max(run.start);
    let stop = ahead(text, four.end, CONTEXT).min(run.end);
    // In the wrong order the characters may make words with their neighbours.
    let is_exchanged = Few::of(&text[four.clone()]).is_some_and(|few| (0..3).any(|at| few.exchanged(at) == other));
    let mended = || format!("{}{}{}", &text[start..four.start], other.text(), &text[four.end..stop]);
    let bounds = if is_exchanged { lexicon.bounds(&mended()) } else { lexicon.bounds(&text[start..stop]) };
    let ends = |at: usize| bounds.contains(&(at - start));
    let overlaps_idiom = [1, 2, 3].iter().any(|shift| {
        let earlier = back(text, four.start, *shift).max(run.start);
        let known = |from: usize| text.get(from..ahead(text, from, 4)).and_then(Few::of).is_some_and(idioms::is_idiom);
        known(earlier) || known(ahead(text, four.start, *shift))
    });
    ends(four.start) && ends(four.end) && !lexicon.is_word(&text[four.clone()]) && !overlaps_idiom
}
