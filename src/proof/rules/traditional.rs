//! Traditional characters (繁体字) in a simplified text: `起草報告`.
//!
//! Source: the law on the common language (国家通用语言文字法): simplified characters; forms of `data/traditional.txt`.
//! False alarms: only characters with one simplified form stand in the table, and none that names and standard
//! spelling keep. Quoted text, titles of works, bylines and names behind a post are left alone. An issue that has
//! more traditional characters than simplified ones is set in them, and nothing is told.

use super::characters::report;
use super::chars::Chars;
use crate::char_set::{CharSet, decoded, word_start};
use crate::diagnostic::Sink;
use crate::proof::{Passage, Reading, posts};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Characters, each with its simplified form.
const TABLE: &str = include_str!("../data/traditional.txt");

/// The characters and their simplified forms.
static FORMS: LazyLock<FxHashMap<char, char>> = LazyLock::new(table);

/// The characters, those beyond the basic plane left out.
static OTHERS: CharSet = {
    let mut others = CharSet::of("");
    let (list, mut at) = (TABLE.as_bytes(), 0);
    while let Some(start) = word_start(list, at) {
        let (other, right) = decoded(list, start);
        if other <= 0xffff {
            others.insert(other);
        }
        (_, at) = decoded(list, right);
    }
    others
};

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let texts = || reading.passages.iter().flat_map(|passage| passage.chars.iter().map(|(_, ch)| *ch));
    let may_be_other = |ch| OTHERS.contains(ch) || ch > '\u{ffff}';
    let may_have_others = |passage: &Passage<'_>| passage.chars.iter().any(|(_, ch)| may_be_other(*ch));
    if !reading.passages.iter().any(may_have_others) {
        return;
    }
    let table = &*FORMS;
    let count = texts().filter(|ch| table.contains_key(ch)).count();
    if count == 0 {
        return;
    }
    let forms: FxHashSet<char> = table.values().copied().collect();
    if count > texts().filter(|ch| forms.contains(ch)).count() {
        return;
    }
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let chars = Chars::of(passage);
        for (at, ch) in chars.iter() {
            let Some(right) = table.get(&ch) else { continue };
            if !passage.is_quoted(&chars.bytes(at..at + 1)) && !is_named(passage, &chars, at) {
                let words = ("character-traditional", "character-traditional-remedy");
                report(passage, &chars, at, words, Some(right.to_string()), sink);
            }
        }
    }
}

/// The characters and their simplified forms.
fn table() -> FxHashMap<char, char> {
    let mut table = FxHashMap::default();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut pairs = line.chars();
        while let (Some(other), Some(right)) = (pairs.next(), pairs.next()) {
            table.insert(other, right);
        }
    }
    table
}

/// Whether a character is one of the first three of a name behind a post.
fn is_named(passage: &Passage<'_>, chars: &Chars<'_>, at: usize) -> bool {
    let before = |count: usize| chars.str(0..at.saturating_sub(count));
    let is_surname = |count: usize| chars.is(at.saturating_sub(count), posts::is_surname);
    passage.part.is_prose()
        && (0..=2).any(|count| count <= at && is_surname(count) && posts::ending(before(count)).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_forms_are_not_simplified_ones() {
        let table = table();
        assert!(table.len() > 2000, "{}", table.len());
        assert!(table.values().all(|right| !table.contains_key(right)));
        assert_eq!((table.get(&'報'), table.get(&'會'), table.get(&'乾')), (Some(&'报'), Some(&'会'), None));
    }
}
