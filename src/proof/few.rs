//! A few characters as one number: words and forms of words that are looked up by the ten thousand, and lists of them
//! that the compiler lays out, so that no run takes a list apart.

use crate::char_set::{decoded, word_start};

/// So many characters it may be.
const MOST: usize = 4;
/// What a character takes.
const BITS: usize = 16;

/// One to four characters of the basic plane; each may be taken out, which leaves a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Few(u64);

impl Few {
    /// The characters of a text; none if there are more than four, or one is beyond the basic plane.
    pub(super) fn of(text: &str) -> Option<Self> {
        Self::from_chars(text.chars())
    }

    /// These characters.
    #[inline]
    pub(super) fn from_chars(chars: impl IntoIterator<Item = char>) -> Option<Self> {
        let mut few = 0;
        for (at, ch) in chars.into_iter().enumerate() {
            let code = u16::try_from(u32::from(ch)).ok().filter(|_| at < MOST)?;
            few |= u64::from(code) << (BITS * at);
        }
        Some(Self(few))
    }

    /// The next word of a list that has so few characters, from a byte on, and where it ends.
    const fn next_of(list: &[u8], from: usize) -> Option<(Self, usize)> {
        let mut at = from;
        while let Some(start) = word_start(list, at) {
            let (mut few, mut count) = (0, 0);
            at = start;
            while at < list.len() && !list[at].is_ascii_whitespace() {
                let (code, next) = decoded(list, at);
                if count < MOST && code <= 0xffff {
                    few |= (code as u64) << (BITS * count);
                }
                count = if code <= 0xffff { count + 1 } else { MOST + 1 };
                at = next;
            }
            if count <= MOST {
                return Some((Self(few), at));
            }
        }
        None
    }

    /// One of them; none in a gap and behind the end.
    #[inline]
    pub(super) fn get(self, at: usize) -> Option<char> {
        let code = (self.0 >> (BITS * at)) & 0xffff;
        u32::try_from(code).ok().filter(|code| *code > 0).and_then(char::from_u32)
    }

    /// All of them.
    pub(super) fn chars(self) -> impl Iterator<Item = char> {
        (0..MOST).filter_map(move |at| self.get(at))
    }

    /// They as text.
    pub(super) fn text(self) -> String {
        self.chars().collect()
    }

    /// The first two and the last two of four, each as a number.
    #[inline]
    pub(super) const fn halves(self) -> (u32, u32) {
        ((self.0 & 0xffff_ffff) as u32, (self.0 >> 32) as u32)
    }

    /// They without one.
    #[inline]
    pub(super) fn without(self, at: usize) -> Self {
        Self(self.0 & !(0xffff << (BITS * at)))
    }

    /// They with another character in the place of one; none if it is beyond the basic plane.
    #[inline]
    pub(super) fn with(self, at: usize, ch: char) -> Option<Self> {
        let code = u16::try_from(u32::from(ch)).ok()?;
        Some(Self(self.without(at).0 | u64::from(code) << (BITS * at)))
    }

    /// They with one and the next in the other order.
    #[inline]
    pub(super) fn exchanged(self, at: usize) -> Self {
        let pair = |at: usize| (self.0 >> (BITS * at)) & 0xffff;
        let rest = self.without(at).without(at + 1);
        Self(rest.0 | pair(at + 1) << (BITS * at) | pair(at) << (BITS * (at + 1)))
    }
}

/// Lists of words as a set: a table of so many places, a power of two, of which at most half are taken.
pub(super) struct FewSet<const PLACES: usize>([u64; PLACES]);

impl<const PLACES: usize> FewSet<PLACES> {
    /// The words of lists; those of more than four characters are left out. In a `static`, too many stop the compiler.
    pub(super) const fn of(lists: &[&str]) -> Self {
        assert!(PLACES.is_power_of_two());
        let mut set = Self([0; PLACES]);
        let (mut list, mut count) = (0, 0);
        while list < lists.len() {
            let mut at = 0;
            while let Some((few, next)) = Few::next_of(lists[list].as_bytes(), at) {
                set.0[set.place(few)] = few.0;
                count += 1;
                at = next;
            }
            list += 1;
        }
        assert!(count <= PLACES / 2);
        set
    }

    /// Whether a word is one of them.
    #[inline]
    pub(super) const fn contains(&self, few: Few) -> bool {
        self.0[self.place(few)] == few.0
    }

    /// Where a word stands, or would.
    #[inline]
    const fn place(&self, few: Few) -> usize {
        let mut place = spread(few.0, PLACES);
        while self.0[place] != 0 && self.0[place] != few.0 {
            place = (place + 1) % PLACES;
        }
        place
    }
}

/// One of so many places, a power of two, for a number: numbers that differ little get places far apart.
#[inline]
pub(super) const fn spread(number: u64, places: usize) -> usize {
    (number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - places.trailing_zeros())) as usize
}

/// The words of a list in their order, and nothing behind them: at most so many.
pub(super) const fn few_of<const MOST: usize>(lists: &[&str]) -> [Few; MOST] {
    let mut words = [Few(0); MOST];
    let (mut list, mut count) = (0, 0);
    while list < lists.len() {
        let mut at = 0;
        while let Some((few, next)) = Few::next_of(lists[list].as_bytes(), at) {
            words[count] = few;
            count += 1;
            at = next;
        }
        list += 1;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_are_told_apart() {
        let few = |text: &str| Few::of(text).unwrap();
        assert_eq!(few("竣工验收").chars().collect::<String>(), "竣工验收");
        assert_eq!(few("竣工").with(0, '峻'), Some(few("峻工")));
        assert_eq!(few("竣工验收").exchanged(1), few("竣验工收"));
        assert_eq!(few("竣工验收").without(2), few("竣工年收").without(2));
        assert_ne!(few("竣工"), few("竣工\u{1}"));
        assert_eq!((Few::of("一二三四五"), Few::of("𠮷")), (None, None));
    }

    #[test]
    fn few_sets_have_the_words_of_their_lists() {
        static SET: FewSet<8> = FewSet::of(&["# 注\n竣工 一二三四五\n验收", "竣工验收"]);
        let has = |text: &str| SET.contains(Few::of(text).unwrap());
        assert!(["竣工", "验收", "竣工验收"].into_iter().all(has));
        assert!(!["注", "一二三四", "工", "收验"].into_iter().any(has));
        assert_eq!(few_of::<2>(&["竣工 验收"]), [Few::of("竣工").unwrap(), Few::of("验收").unwrap()]);
    }
}
