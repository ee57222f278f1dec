//! Sets of characters, laid out by the compiler, so that to look one up costs the same whatever the set has.

/// A set of characters of the basic plane, which holds all marks and all usual han characters.
pub struct CharSet([u64; 1024]);

impl CharSet {
    /// The characters of a text. In a `static`, a character beyond the basic plane stops the compiler.
    #[must_use]
    pub const fn of(text: &str) -> Self {
        let mut set = Self([0; 1024]);
        let mut at = 0;
        while at < text.len() {
            let (code, next) = decoded(text.as_bytes(), at);
            set.insert(code);
            at = next;
        }
        set
    }

    /// The characters of a list of the program: its lines but those that begin with `#`, without blanks.
    #[must_use]
    pub const fn listed(list: &str) -> Self {
        let mut set = Self([0; 1024]);
        let mut at = 0;
        while let Some(start) = word_start(list.as_bytes(), at) {
            let (code, next) = decoded(list.as_bytes(), start);
            set.insert(code);
            at = next;
        }
        set
    }

    /// The characters with which words begin.
    #[must_use]
    pub const fn firsts(words: &[&str]) -> Self {
        let mut set = Self([0; 1024]);
        let mut word = 0;
        while word < words.len() {
            set.insert(decoded(words[word].as_bytes(), 0).0);
            word += 1;
        }
        set
    }

    /// The characters with which words end.
    #[must_use]
    pub const fn lasts(words: &[&str]) -> Self {
        let mut set = Self([0; 1024]);
        let mut word = 0;
        while word < words.len() {
            let bytes = words[word].as_bytes();
            let (mut code, mut at) = decoded(bytes, 0);
            while at < bytes.len() {
                (code, at) = decoded(bytes, at);
            }
            set.insert(code);
            word += 1;
        }
        set
    }

    /// Takes in a character of the basic plane, by its number.
    pub(crate) const fn insert(&mut self, code: u32) {
        self.0[code as usize / 64] |= 1 << (code % 64);
    }

    /// Whether a character is one of them.
    #[inline]
    #[must_use]
    pub fn contains(&self, ch: char) -> bool {
        let code = ch as usize;
        self.0.get(code / 64).is_some_and(|bits| bits >> (code % 64) & 1 == 1)
    }
}

/// The character that begins at a byte of UTF-8, as its number, and where the next begins.
#[must_use]
pub(crate) const fn decoded(bytes: &[u8], at: usize) -> (u32, usize) {
    // The first byte tells how many follow, six bits each.
    let (first, more) = match bytes[at] {
        byte @ 0..=0x7f => (byte as u32, 0),
        byte @ 0x80..=0xdf => ((byte & 0x1f) as u32, 1),
        byte @ 0xe0..=0xef => ((byte & 0x0f) as u32, 2),
        byte => ((byte & 0x07) as u32, 3),
    };
    let mut code = first;
    let mut next = 1;
    while next <= more {
        code = code << 6 | (bytes[at + next] & 0x3f) as u32;
        next += 1;
    }
    (code, at + 1 + more)
}

/// Where in a list of the program, from a byte on, the next character stands that is no blank and in no line of
/// remarks; none behind the last.
#[must_use]
pub(crate) const fn word_start(list: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while at < list.len() {
        let is_remark = list[at] == b'#' && (at == 0 || list[at - 1] == b'\n');
        if is_remark {
            while at < list.len() && list[at] != b'\n' {
                at += 1;
            }
        } else if list[at].is_ascii_whitespace() {
            at += 1;
        } else {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(set: &CharSet) -> String {
        ('\0'..=char::MAX).filter(|ch| set.contains(*ch)).collect()
    }

    #[test]
    fn char_set_has_the_characters_of_its_text_alone() {
        static SET: CharSet = CharSet::of("a\u{7ff}〇龥\u{ff0c}\u{ffff}");
        assert_eq!(found(&SET), "a\u{7ff}〇龥\u{ff0c}\u{ffff}");
    }

    #[test]
    fn char_set_reads_lists_and_ends_of_words() {
        assert_eq!(found(&CharSet::listed("# 甲\n乙 丙\n#丁\n戊")), "丙乙戊");
        assert_eq!(found(&CharSet::firsts(&["%", "公里", "里"])), "%公里");
        assert_eq!(found(&CharSet::lasts(&["%", "公里", "主任"])), "%任里");
    }
}
