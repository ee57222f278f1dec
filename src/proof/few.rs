//! A few characters as one number: words and forms of words that are looked up by the ten thousand.

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
    pub(super) fn from_chars(chars: impl IntoIterator<Item = char>) -> Option<Self> {
        let mut few = 0;
        for (at, ch) in chars.into_iter().enumerate() {
            let code = u16::try_from(u32::from(ch)).ok().filter(|_| at < MOST)?;
            few |= u64::from(code) << (BITS * at);
        }
        Some(Self(few))
    }

    /// One of them; none in a gap and behind the end.
    pub(super) fn get(self, at: usize) -> Option<char> {
        let code = (self.0 >> (BITS * at)) & 0xffff;
        u32::try_from(code).ok().filter(|code| *code > 0).and_then(char::from_u32)
    }

    /// All of them.
    pub(super) fn chars(self) -> impl Iterator<Item = char> {
        (0..MOST).filter_map(move |at| self.get(at))
    }

    /// They without one.
    pub(super) fn without(self, at: usize) -> Self {
        Self(self.0 & !(0xffff << (BITS * at)))
    }

    /// They with another character in the place of one; none if it is beyond the basic plane.
    pub(super) fn with(self, at: usize, ch: char) -> Option<Self> {
        let code = u16::try_from(u32::from(ch)).ok()?;
        Some(Self(self.without(at).0 | u64::from(code) << (BITS * at)))
    }

    /// They with one and the next in the other order.
    pub(super) fn exchanged(self, at: usize) -> Self {
        let pair = |at: usize| (self.0 >> (BITS * at)) & 0xffff;
        let rest = self.without(at).without(at + 1);
        Self(rest.0 | pair(at + 1) << (BITS * at) | pair(at) << (BITS * (at + 1)))
    }
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
}
