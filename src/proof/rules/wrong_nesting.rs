//! Quotes and titles in each other in the wrong form: `“` in `“`, `《` in `《`, `‘` that stands in no `“`.
//!
//! Source: GB/T 15834-2011 4.8.3.4, 4.15.3.5.
//! False alarms: only pairs whose both marks stand in the passage count, and only inside an outer pair that is
//! closed there; where anything in the passage has lost its other half nothing is told, for then what is
//! inside what is a guess. Single quotes round text without han are left alone, and so is `〈〉` outside `《》`
//! (parts of works). Brackets in brackets are not told: `（见本条第（一）项）` is common and right enough.

use super::chars::{Chars, has_han};
use super::pairs::{Pair, paired};
use crate::diagnostic::{Code, Sink};
use crate::proof::{Passage, Reading};

/// Reports each pair of the wrong form.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in &reading.passages {
        let chars = Chars::of(passage);
        let (pairs, singles) = paired(&chars);
        if pairs.is_empty() || !singles.is_empty() {
            continue;
        }
        // Where a straight quote is meant for one of them, what is inside what is not known.
        let has_straight = passage.as_str().contains(['"', '\'']);
        for pair in pairs.iter().filter(|pair| !has_straight || !"“‘".contains(pair.kind)) {
            if let Some(right) = right(&chars, &pairs, pair) {
                report(passage, &chars, &pairs, pair, right, sink);
            }
        }
    }
}

/// The marks that a pair should have, if not its own.
fn right(chars: &Chars<'_>, pairs: &[Pair], pair: &Pair) -> Option<(char, char)> {
    let outer = |kinds: [char; 2]| {
        let holds = |other: &&Pair| kinds.contains(&other.kind) && other.start < pair.start && pair.end < other.end;
        pairs.iter().filter(holds).max_by_key(|other| other.start).map(|other| other.kind)
    };
    match pair.kind {
        '“' if outer(['“', '‘']) == Some('“') => Some(('‘', '’')),
        '‘' if outer(['“', '‘']).is_none() && has_han(chars.str(pair.start..pair.end)) => Some(('“', '”')),
        '《' if outer(['《', '〈']) == Some('《') => Some(('〈', '〉')),
        _ => None,
    }
}

/// Reports a pair from mark to mark; the edit is certain where nothing of its kind stands inside it.
fn report(passage: &Passage<'_>, chars: &Chars<'_>, pairs: &[Pair], pair: &Pair, right: (char, char), sink: &mut Sink) {
    let group = if "“‘".contains(pair.kind) { "“‘" } else { "《〈" };
    let inner = |other: &Pair| group.contains(other.kind) && pair.start < other.start && other.end < pair.end;
    let content = chars.str(pair.start + 1..pair.end);
    let is_safe = !content.chars().any(|ch| ch.is_control() || matches!(ch, '"' | '\'' | '\\'));
    let range = chars.bytes(pair.start..pair.end + 1);
    let edit = match is_safe && !pairs.iter().any(inner) {
        true => passage.edit(range.clone(), &format!("{}{content}{}", right.0, right.1)),
        false => None,
    };
    let marks = format!("{}{}", right.0, right.1);
    sink.push(passage.found(Code::WrongNesting, range).with("right", marks).fixed_by(edit));
}
