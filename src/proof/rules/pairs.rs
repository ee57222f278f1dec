//! Quotes and brackets of a text, paired: what two rules read.

use super::chars::{Chars, has_han, is_han_number};
use crate::char_set::CharSet;

/// Opening marks and the marks that close them; halfwidth brackets count as their fullwidth ones.
const KINDS: &[(char, char)] =
    &[('“', '”'), ('‘', '’'), ('（', '）'), ('《', '》'), ('〈', '〉'), ('【', '】'), ('〔', '〕')];

/// These marks, and the halfwidth brackets.
static MARKS: CharSet = CharSet::of("“”‘’（）()《》〈〉【】〔〕");

/// A pair, by the orders of its marks.
pub(super) struct Pair {
    /// The opening mark, fullwidth.
    pub(super) kind: char,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A mark without its other half.
#[derive(Clone, Copy)]
pub(super) struct Single {
    /// The opening mark of its kind, fullwidth.
    pub(super) kind: char,
    pub(super) at: usize,
    pub(super) is_open: bool,
}

/// Pairs the marks of a text.
///
/// A closing mark closes the nearest open one of its kind; what was opened in between stays open.
pub(super) fn paired(chars: &Chars<'_>) -> (Vec<Pair>, Vec<Single>) {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut pairs = Vec::new();
    let mut singles = Vec::new();
    for (at, ch) in chars.iter().filter(|(_, ch)| MARKS.contains(*ch)) {
        let wide = match ch {
            '(' => '（',
            ')' => '）',
            _ => ch,
        };
        if KINDS.iter().any(|(opening, _)| *opening == wide) {
            open.push((wide, at));
        } else if let Some((kind, _)) = KINDS.iter().find(|(_, closing)| *closing == wide) {
            if is_apostrophe(chars, at) {
                continue;
            }
            match open.iter().rposition(|(opening, _)| opening == kind) {
                Some(depth) => {
                    pairs.push(Pair { kind: *kind, start: open[depth].1, end: at });
                    let unclosed = open.drain(depth..).skip(1);
                    singles.extend(unclosed.map(|(kind, at)| Single { kind, at, is_open: true }));
                }
                None if is_label(chars, at) => {}
                None => singles.push(Single { kind: *kind, at, is_open: false }),
            }
        }
    }
    singles.extend(open.into_iter().map(|(kind, at)| Single { kind, at, is_open: true }));
    singles.retain(|single| chars.is(single.at, |ch| !ch.is_ascii()) || has_han(chars.str(0..chars.len())));
    // A quote that a straight one may pair is told with that one.
    let text = chars.str(0..chars.len());
    singles.retain(|single| match single.kind {
        '“' => !text.contains('"'),
        '‘' => !text.contains('\''),
        _ => true,
    });
    singles.sort_by_key(|single| single.at);
    pairs.sort_by_key(|pair| pair.start);
    (pairs, singles)
}

/// `’` behind a Latin letter or a figure, or before the last figures of a year: `People’s`, `James’`, `’98`.
fn is_apostrophe(chars: &Chars<'_>, at: usize) -> bool {
    let year = chars.run(at + 1, |ch| ch.is_ascii_digit());
    if chars.is(at, |ch| ch == '’') && year == at + 3 && !chars.str(0..at).contains('‘') {
        return true;
    }
    let in_word = chars.is(at + 1, |ch| ch.is_ascii_alphabetic());
    let opened = chars.str(0..at).contains('‘');
    chars.is(at, |ch| ch == '’') && chars.was(at, |ch| ch.is_ascii_alphanumeric()) && (in_word || !opened)
}

/// A closing bracket that ends an item's label (`1）` `a)` `一）`), or a face of marks (`:)`).
fn is_label(chars: &Chars<'_>, at: usize) -> bool {
    let start = chars.run_back(at, |ch| ch.is_ascii_alphanumeric() || is_han_number(ch));
    let begins = chars.before(start).is_none_or(|ch| !ch.is_alphanumeric());
    // `二）` behind `（一）` has lost its half; a list of `1）` may hold others of `（1）`.
    let first = if chars.is(start, |ch| ch.is_ascii_digit()) { ("（1）", "1）") } else { ("（一）", "一）") };
    let firsts = chars.str(0..start).matches(first.0).count();
    if chars.is(at, |ch| ch == '）') && firsts > 0 && firsts == chars.str(0..start).matches(first.1).count() {
        return false;
    }
    let is_face = chars.was(at, |ch| ":;-".contains(ch));
    is_face || (start < at && at - start <= 3 && begins && chars.is(at, |ch| ch == '）' || ch == ')'))
}
