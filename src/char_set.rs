//! Sets of characters, laid out by the compiler, so that to look one up costs the same whatever the set has.

/// A set of characters of the basic plane, which holds all marks and all usual han characters.
pub struct CharSet([u64; 1024]);

impl CharSet {
    /// The characters of a text. In a `static`, a character beyond the basic plane stops the compiler.
    #[must_use]
    pub const fn of(text: &str) -> Self {
        let mut bits = [0; 1024];
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            // UTF-8: the first byte tells how many follow, six bits each.
            let (first, more) = match bytes[at] {
                byte @ 0..=0x7f => (byte as usize, 0),
                byte @ 0x80..=0xdf => ((byte & 0x1f) as usize, 1),
                byte @ 0xe0..=0xef => ((byte & 0x0f) as usize, 2),
                byte => ((byte & 0x07) as usize, 3),
            };
            let mut code = first;
            let mut next = 1;
            while next <= more {
                code = code << 6 | (bytes[at + next] & 0x3f) as usize;
                next += 1;
            }
            bits[code / 64] |= 1 << (code % 64);
            at += 1 + more;
        }
        Self(bits)
    }

    /// Whether a character is one of them.
    #[must_use]
    pub fn contains(&self, ch: char) -> bool {
        let code = ch as usize;
        self.0.get(code / 64).is_some_and(|bits| bits >> (code % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn char_set_has_the_characters_of_its_text_alone() {
        static SET: CharSet = CharSet::of("a\u{7ff}〇龥\u{ff0c}\u{ffff}");
        let found: String = ('\0'..=char::MAX).filter(|ch| SET.contains(*ch)).collect();
        assert_eq!(found, "a\u{7ff}〇龥\u{ff0c}\u{ffff}");
    }
}
