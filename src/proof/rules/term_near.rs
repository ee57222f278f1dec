//! The second half of `term_varies`: what stands once and is one inner character off what stands often, though
//! every word of it is sound. There may be a reason for that, so it is advice.

use crate::char_set::CharSet;
use crate::diagnostic::{Code, Severity, Sink};
use crate::proof::words::{han_runs, starts};
use crate::proof::{Passage, Reading};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How often a form must stand for a place to be told as advice.
const VERY_OFTEN: usize = 3;

/// Characters of a form of which one may be off.
const FORM: usize = 6;
const SHORTER: usize = FORM - 1;
const LONGER: usize = FORM + 1;

/// The characters of a form of which one may be off: two stand on either side.
const INNER: Range<usize> = 2..FORM - 2;
/// And those of a string one longer.
const INNER_OF_LONGER: Range<usize> = 2..LONGER - 2;

/// Function words, that come and go.
static FREE: CharSet = CharSet::of(
    "的地得了着和与及或等之各其所又也都还将已并而在从对于为以中上下内外里新大小多全本该此这那两几每某一二三四五六七八九十不未无总副正省市县区乡镇街街道村会",
);

/// Where a string stands: the passage, and the bytes.
type Spot = (usize, Range<usize>);

/// The strings of so many characters: where each stands first, and how often.
type Strings<const N: usize> = FxHashMap<[char; N], (Spot, usize)>;

/// Strings that stand once and are one character off others, by what is left of them without that; with its order.
type Near<K, const N: usize> = FxHashMap<K, Vec<([char; N], usize, Spot)>>;

/// The strings of an issue that a form may be compared with.
struct Written {
    shorter: Strings<SHORTER>,
    /// Strings of a form's length that stand once, by which of their characters may be off and the others.
    by_rest: Near<(usize, [char; SHORTER]), FORM>,
    /// Strings one character longer that stand once, by what is left of them where that is a form, with the character.
    by_form: Near<[char; FORM], LONGER>,
}

/// Tells each such place with the form; places that are `told` already are left out.
pub(super) fn advise(reading: &Reading<'_>, mut told: Vec<Spot>, sink: &mut Sink) {
    let passages: Vec<_> = reading.passages.iter().filter(|passage| !passage.part.is_name()).collect();
    let alike: Strings<FORM> = strings(&passages);
    let mut forms: Vec<_> =
        alike.iter().filter(|(_, (_, count))| *count >= VERY_OFTEN).map(|(form, _)| *form).collect();
    forms.sort_unstable();
    let written = Written::of(&passages, &alike, &forms);
    for form in forms {
        for (order, range) in written.near(&form) {
            let overlaps = |place: &Range<usize>| place.start < range.end && range.start < place.end;
            let is_told = told.iter().any(|(other, place)| *other == order && overlaps(place));
            let passage = passages[order];
            if !is_told && !passage.is_quoted(&range) {
                let form: String = form.iter().collect();
                let mut found = passage.found(Code::TermVaries, range.clone()).with("other", form);
                found.severity = Severity::Advice;
                sink.push(found);
            }
            told.push((order, range));
        }
    }
}

impl Written {
    /// Of the strings that stand once, those are kept that some form asks for.
    fn of(passages: &[&Passage<'_>], alike: &Strings<FORM>, forms: &[[char; FORM]]) -> Self {
        let mut by_rest = Near::default();
        let mut by_form = Near::default();
        for form in forms {
            by_form.insert(*form, Vec::new());
            for at in INNER {
                by_rest.insert((at, without(form, at)), Vec::new());
            }
        }
        for (string, spot) in once(alike) {
            for at in INNER {
                if let Some(strings) = by_rest.get_mut(&(at, without(&string, at))) {
                    strings.push((string, at, spot.clone()));
                }
            }
        }
        for (string, spot) in once(&strings::<LONGER>(passages)) {
            for at in INNER_OF_LONGER {
                if let Some(strings) = by_form.get_mut(&without(&string, at)) {
                    strings.push((string, at, spot.clone()));
                }
            }
        }
        Self { shorter: strings(passages), by_rest, by_form }
    }

    /// Where strings stand that stand once and are one telling character off a form.
    fn near(&self, form: &[char; FORM]) -> Vec<Spot> {
        let mut near = Vec::new();
        for at in INNER.filter(|at| is_telling(form[*at])) {
            let rest = without(form, at);
            near.extend(self.shorter.get(&rest).filter(|(_, count)| *count == 1).map(|(spot, _)| spot.clone()));
            let others = self.by_rest.get(&(at, rest)).into_iter().flatten();
            near.extend(others.filter(|(string, ..)| is_telling(string[at])).map(|(_, _, spot)| spot.clone()));
        }
        let more = self.by_form.get(form).into_iter().flatten();
        near.extend(more.filter(|(string, at, _)| is_telling(string[*at])).map(|(_, _, spot)| spot.clone()));
        near
    }
}

/// The strings of so many han characters of all texts.
fn strings<const N: usize>(passages: &[&Passage<'_>]) -> Strings<N> {
    let mut found = Strings::default();
    for (order, passage) in passages.iter().enumerate() {
        let text = passage.as_str();
        for run in han_runs(text) {
            let starts = starts(text, &run);
            let chars: Vec<char> = text[run].chars().collect();
            for (at, string) in chars.array_windows::<N>().enumerate() {
                let spot = (order, starts[at]..starts[at + N]);
                found.entry(*string).or_insert((spot, 0)).1 += 1;
            }
        }
    }
    found
}

/// The strings that stand once, in the order of their characters.
fn once<const N: usize>(strings: &Strings<N>) -> Vec<([char; N], Spot)> {
    let once = strings.iter().filter(|(_, (_, count))| *count == 1);
    let mut once: Vec<_> = once.map(|(string, (spot, _))| (*string, spot.clone())).collect();
    once.sort_unstable_by_key(|(string, _)| *string);
    once
}

/// A string without one of its characters.
fn without<const N: usize, const M: usize>(string: &[char; N], at: usize) -> [char; M] {
    std::array::from_fn(|order| string[order + usize::from(order >= at)])
}

/// Whether a character is no function word.
fn is_telling(ch: char) -> bool {
    !FREE.contains(ch)
}
