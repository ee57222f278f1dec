//! Characters that are taken for one another (形近字、音近字), laid out by the compiler.

use super::few::spread;
use crate::char_set::{decoded, word_start};

/// The groups of such characters, parted by blanks.
const GROUPS: &str = include_str!("data/confusables.txt");

/// Places for these characters, a power of two, of which about half are taken.
const PLACES: usize = 2048;
/// So many pairs of a character and one that it is taken for there may be.
const MOST: usize = 1536;

static TABLE: Table = Table::of(GROUPS.as_bytes());

struct Table {
    /// The characters by their places, and where among the others begins and ends what each is taken for.
    chars: [(char, usize, usize); PLACES],
    others: [char; MOST],
}

impl Table {
    const fn of(groups: &[u8]) -> Self {
        let (pairs, count) = pairs(groups);
        let mut table = Self { chars: [('\0', 0, 0); PLACES], others: ['\0'; MOST] };
        // How many there are of each comes first.
        let mut at = 0;
        while at < count {
            let place = table.place(pairs[at].0);
            table.chars[place].0 = pairs[at].0;
            table.chars[place].2 += 1;
            at += 1;
        }
        let (mut place, mut from) = (0, 0);
        while place < PLACES {
            let count = table.chars[place].2;
            (table.chars[place].1, table.chars[place].2) = (from, from);
            from += count;
            place += 1;
        }
        at = 0;
        while at < count {
            let place = table.place(pairs[at].0);
            table.others[table.chars[place].2] = pairs[at].1;
            table.chars[place].2 += 1;
            at += 1;
        }
        table
    }

    /// Where a character stands, or would.
    const fn place(&self, ch: char) -> usize {
        let mut place = spread(ch as u64, PLACES);
        while self.chars[place].0 != '\0' && self.chars[place].0 != ch {
            place = (place + 1) % PLACES;
        }
        place
    }
}

/// Each character with each other of its group, and how many such pairs there are.
const fn pairs(groups: &[u8]) -> ([(char, char); MOST], usize) {
    let mut pairs = [('\0', '\0'); MOST];
    let (mut count, mut at) = (0, 0);
    while let Some(start) = word_start(groups, at) {
        at = start;
        while at < groups.len() && !groups[at].is_ascii_whitespace() {
            let (one, next) = decoded(groups, at);
            let mut beside = start;
            while beside < groups.len() && !groups[beside].is_ascii_whitespace() {
                let (other, next) = decoded(groups, beside);
                if let (Some(one), Some(other)) = (char::from_u32(one), char::from_u32(other))
                    && one != other
                {
                    pairs[count] = (one, other);
                    count += 1;
                }
                beside = next;
            }
            at = next;
        }
    }
    (pairs, count)
}

/// What a character is taken for.
pub(super) fn others(ch: char) -> &'static [char] {
    let (_, from, to) = TABLE.chars[TABLE.place(ch)];
    &TABLE.others[from..to]
}

/// Whether one of two characters is taken for the other.
pub(super) fn are_alike(one: char, other: char) -> bool {
    one == other && !others(one).is_empty() || others(one).contains(&other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confusables_are_those_of_all_groups() {
        let groups = || GROUPS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
        for one in groups().flat_map(str::chars) {
            let with = groups().filter(|group| group.contains(one)).flat_map(str::chars);
            assert!(others(one).iter().copied().eq(with.filter(|other| *other != one)), "{one}");
        }
        assert!(others('的').is_empty() && are_alike('峻', '竣') && !are_alike('峻', '书'));
    }
}
