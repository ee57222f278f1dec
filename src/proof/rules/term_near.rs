//! The second half of `term_varies`: what stands once and is one inner character off what stands often, though
//! every word of it is sound. There may be a reason for that, so it is advice.

use crate::char_set::CharSet;
use crate::diagnostic::{Code, Severity, Sink};
use crate::proof::strings::{Longer, Strings};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// How often a form must stand for a place to be told as advice.
const VERY_OFTEN: u32 = 3;

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

/// Strings that stand once and are one character off others, by what is left of them without that; with its order,
/// and the letter with which they begin.
type Near<K, const N: usize> = FxHashMap<K, Vec<([char; N], usize, usize)>>;

/// The strings of an issue that a form may be compared with.
struct Written {
    /// Strings one character shorter that stand once, and the letter with which each begins.
    shorter: FxHashMap<[char; SHORTER], usize>,
    /// Strings of a form's length that stand once, by which of their characters may be off and the others.
    by_rest: Near<(usize, [char; SHORTER]), FORM>,
    /// Strings one character longer that stand once, by what is left of them where that is a form, with the character.
    by_form: Near<[char; FORM], LONGER>,
}

/// Tells each such place with the form; places that are `told` already are left out.
pub(super) fn advise(strings: &Strings<'_, '_>, mut told: Vec<Spot>, sink: &mut Sink) {
    let sixes = strings.longer::<FORM>(VERY_OFTEN);
    let often = sixes.often(VERY_OFTEN);
    let mut forms: Vec<[char; FORM]> = often.iter().map(|at| strings.chars(*at)).collect();
    forms.sort_unstable();
    let written = Written::of(strings, &sixes, &often, &forms);
    for form in forms {
        for (order, range) in written.near(&form, strings) {
            let overlaps = |place: &Range<usize>| place.start < range.end && range.start < place.end;
            let is_told = told.iter().any(|(other, place)| *other == order && overlaps(place));
            let passage = strings.passages[order];
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
    /// Of the strings that stand once, those are kept that some form asks for; `often` is where the forms stand, `sixes`
    /// knows them and others that stand more than once.
    fn of(strings: &Strings<'_, '_>, sixes: &Longer, often: &[usize], forms: &[[char; FORM]]) -> Self {
        let mut by_rest = Near::default();
        let mut by_form = Near::default();
        for form in forms {
            by_form.insert(*form, Vec::new());
            for at in INNER {
                by_rest.insert((at, without(form, at)), Vec::new());
            }
        }
        let ends = Ends::of(strings, often);
        let mut alike = ends.near::<FORM>(strings);
        alike.retain(|at| strings.count_longer::<FORM>(*at, sixes) == 1);
        for (string, letter) in once(strings, alike) {
            for at in INNER {
                if let Some(strings) = by_rest.get_mut(&(at, without(&string, at))) {
                    strings.push((string, at, letter));
                }
            }
        }
        for (string, letter) in once(strings, ends.near::<LONGER>(strings)) {
            for at in INNER_OF_LONGER {
                if let Some(strings) = by_form.get_mut(&without(&string, at)) {
                    strings.push((string, at, letter));
                }
            }
        }
        let shorter = once(strings, ends.near::<SHORTER>(strings)).into_iter().collect();
        Self { shorter, by_rest, by_form }
    }

    /// Where strings stand that stand once and are one telling character off a form.
    fn near(&self, form: &[char; FORM], strings: &Strings<'_, '_>) -> Vec<Spot> {
        let mut near = Vec::new();
        for at in INNER.filter(|at| is_telling(form[*at])) {
            let rest = without(form, at);
            near.extend(self.shorter.get(&rest).map(|letter| strings.spot(*letter..letter + SHORTER)));
            let others = self.by_rest.get(&(at, rest)).into_iter().flatten();
            let others = others.filter(|(string, ..)| is_telling(string[at]));
            near.extend(others.map(|(_, _, letter)| strings.spot(*letter..letter + FORM)));
        }
        let more = self.by_form.get(form).into_iter().flatten().filter(|(string, at, _)| is_telling(string[*at]));
        near.extend(more.map(|(_, _, letter)| strings.spot(*letter..letter + LONGER)));
        near
    }
}

/// With which two characters forms begin, and with which they end where they begin so: what is one inner character off
/// a form begins and ends as it does.
struct Ends {
    begins: Vec<bool>,
    both: FxHashSet<(u32, u32)>,
}

impl Ends {
    /// Those of the forms that begin at some letters.
    fn of(strings: &Strings<'_, '_>, forms: &[usize]) -> Self {
        let mut begins = vec![false; strings.count_of_twos()];
        forms.iter().for_each(|at| begins[strings.two(*at) as usize] = true);
        let both = forms.iter().map(|at| (strings.two(*at), strings.two(at + FORM - 2))).collect();
        Self { begins, both }
    }

    /// Where strings of so many characters with such ends begin.
    fn near<const N: usize>(&self, strings: &Strings<'_, '_>) -> Vec<usize> {
        let mut near = Vec::new();
        for run in &strings.runs {
            for at in run.start..(run.end + 1).saturating_sub(N) {
                let begin = strings.two(at);
                if self.begins[begin as usize] && self.both.contains(&(begin, strings.two(at + N - 2))) {
                    near.push(at);
                }
            }
        }
        near
    }
}

/// The strings of so many characters that begin at some letters and at one of them only, in the order of their
/// characters, and the letter with which each begins.
fn once<const N: usize>(strings: &Strings<'_, '_>, letters: Vec<usize>) -> Vec<([char; N], usize)> {
    let mut found: Vec<([char; N], usize)> = letters.into_iter().map(|at| (strings.chars(at), at)).collect();
    found.sort_unstable();
    let alike = found.chunk_by(|(one, _), (other, _)| one == other);
    alike.filter(|alike| alike.len() == 1).flatten().copied().collect()
}

/// A string without one of its characters.
fn without<const N: usize, const M: usize>(string: &[char; N], at: usize) -> [char; M] {
    std::array::from_fn(|order| string[order + usize::from(order >= at)])
}

/// Whether a character is no function word.
fn is_telling(ch: char) -> bool {
    !FREE.contains(ch)
}
