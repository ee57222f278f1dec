//! Idioms (成语) and other fixed expressions of four characters, laid out by the compiler.

use super::few::{Few, FewSet, few_of, spread};
use crate::char_set::CharSet;

/// Fixed expressions of four characters.
const IDIOMS: &str = include_str!("data/idioms.txt");

/// Expressions of which only some changes are slips.
const MORE: &str = include_str!("data/more_idioms.txt");

/// Parallel expressions: the first and third character are one, the pair is the second and fourth.
const PARALLELS: &str = include_str!("data/parallels.txt");

/// So many idioms, parallels not counted, the table may have.
const MOST: usize = 1500;
/// Chains of idioms, by a half.
const CHAINS: usize = 4096;

static ALL: FewSet<4096> = FewSet::of(&[IDIOMS, MORE, PARALLELS]);
static VARIED: FewSet<4096> = FewSet::of(&[MORE]);
static BY_HALVES: ByHalves = ByHalves::new(few_of(&[IDIOMS, MORE]));

static PARALLEL: [Few; 60] = few_of(&[PARALLELS]);
static OF_PARALLELS: CharSet = CharSet::listed(PARALLELS);

/// Idioms by their first and by their last two characters: what differs from one in one character has a half of it.
struct ByHalves {
    idioms: [Few; MOST],
    heads: Chains,
    tails: Chains,
}

/// Lists of idioms: the first of each, and of each idiom the next; counted from one, nought ends a list.
struct Chains {
    first: [u16; CHAINS],
    next: [u16; MOST],
}

impl ByHalves {
    const fn new(idioms: [Few; MOST]) -> Self {
        let mut heads = Chains { first: [0; CHAINS], next: [0; MOST] };
        let mut tails = Chains { first: [0; CHAINS], next: [0; MOST] };
        let mut at = 0;
        while at < MOST {
            let (head, tail) = idioms[at].halves();
            if tail != 0 {
                heads.put(head, at);
                tails.put(tail, at);
            }
            at += 1;
        }
        Self { idioms, heads, tails }
    }

    /// The idiom that four characters are but for one of them, which is left out; some none where several are.
    fn but_one(&self, four: Few, left_out: usize) -> Option<Option<Few>> {
        let (head, tail) = four.halves();
        let (chains, half) = if left_out < 2 { (&self.tails, tail) } else { (&self.heads, head) };
        let rest = four.without(left_out);
        let mut found = None;
        let mut next = chains.first[spread(half.into(), CHAINS)];
        while let Some(at) = usize::from(next).checked_sub(1) {
            if self.idioms[at].without(left_out) == rest {
                found = Some(found.is_none().then_some(self.idioms[at]));
            }
            next = chains.next[at];
        }
        found
    }
}

impl Chains {
    const fn put(&mut self, half: u32, at: usize) {
        let chain = spread(half as u64, CHAINS);
        self.next[at] = self.first[chain];
        self.first[chain] = at as u16 + 1;
    }
}

/// Whether four characters are an idiom.
pub(super) fn is_idiom(four: Few) -> bool {
    ALL.contains(four)
}

/// Whether writers vary an idiom.
pub(super) fn is_varied(idiom: Few) -> bool {
    VARIED.contains(idiom)
}

/// Whether an idiom is one of the parallels.
pub(super) fn is_parallel(idiom: Few) -> bool {
    PARALLEL.contains(&idiom)
}

/// The idiom that four characters are like, but for one of them or the order of two; none if they are one themselves.
pub(super) fn like(four: Few) -> Option<Few> {
    if is_idiom(four) {
        return None;
    }
    if let Some(blended) = blended(four) {
        return Some(blended);
    }
    for at in 0..3 {
        let swapped = four.exchanged(at);
        if is_idiom(swapped) {
            return Some(swapped);
        }
    }
    // Like two idioms, it is likely a third.
    (0..4).find_map(|left_out| BY_HALVES.but_one(four, left_out)).flatten()
}

/// The parallel whose half four characters begin with, if they end with half of another of the same pair.
fn blended(four: Few) -> Option<Few> {
    if !OF_PARALLELS.contains(four.get(1)?) || !OF_PARALLELS.contains(four.get(3)?) {
        return None;
    }
    let pair = |four: Few| four.without(0).without(2);
    let with_head = |head| PARALLEL.iter().find(|known| pair(**known) == pair(four) && known.get(0) == head).copied();
    with_head(four.get(2)).and(with_head(four.get(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idioms_are_known_by_three_characters() {
        let like = |text: &str| Few::of(text).and_then(like).map(Few::text);
        assert_eq!(like("一如即往").as_deref(), Some("一如既往"));
        assert_eq!(like("一如往既").as_deref(), Some("一如既往"));
        assert_eq!(like("按质保量").as_deref(), Some("按质按量"));
        assert_eq!((like("一如既往"), like("提出意见")), (None, None));
    }

    #[test]
    fn idioms_have_four_characters() {
        for list in [IDIOMS, MORE, PARALLELS] {
            let words = list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
            assert!(words.map(Few::of).all(|few| few.is_some_and(|few| few.get(3).is_some() && is_idiom(few))));
        }
    }
}
