//! What marks give up (标点挤压): to each other, at a line's edges, and on demand.
//!
//! A fullwidth mark is half ink, half blank. The blank half goes first where two marks meet, then at a
//! line's edge; what is left of it may be taken when a line is full. No half is taken twice.
//!
//! ```text
//!   。”  ->  。 gives its right half: 1.5 em        （end of line）  。|  gives its right half
//!   ：“  ->  “ gives its left half:  1.5 em        （start of line） |“  gives its left half
//! ```

use super::class::Class;
use crate::length::{Em, Length};
use crate::model::style::Punctuation;

/// What a mark gives up wherever it stands, in em at its left and its right: its style's.
///
/// Source: clreq #punctuation_style_adjustment; the names are the trade's.
#[must_use]
pub(super) fn always(class: Class, style: Punctuation) -> (Em, Em) {
    let narrow = match style {
        Punctuation::Quanjiao | Punctuation::Hangmobanjiao => false,
        Punctuation::Kaiming => !matches!(class, Class::Stop | Class::Exclam),
        Punctuation::Banjiao => true,
    };
    match class {
        Class::Open if narrow => (Em::HALF, Em::ZERO),
        Class::Close | Class::Comma | Class::Colon | Class::Stop | Class::Exclam if narrow => (Em::ZERO, Em::HALF),
        _ => (Em::ZERO, Em::ZERO),
    }
}

/// Whether half of a mark's frame is blank: nothing else gives up anything, wherever it stands.
#[must_use]
pub(super) fn has_blank(class: Class) -> bool {
    use Class::{Close, Colon, Comma, Exclam, Open, Stop};
    matches!(class, Open | Close | Comma | Colon | Stop | Exclam)
}

/// What two neighbours give up between them, in em: the left mark at its right, the right one at its left.
///
/// Source: clreq #punctuation_adjustment_space, row by row; `》·《` loses half at either side of the dot: ours.
#[must_use]
pub(super) fn adjacent(left: Class, right: Class, style: Punctuation) -> (Em, Em) {
    use Class::{Close, Colon, Comma, Exclam, Middot, Open, Stop};
    if style == Punctuation::Hangmobanjiao {
        return (Em::ZERO, Em::ZERO);
    }
    match (left, right) {
        (Open, Open) | (Close, Open) | (Comma | Colon | Stop, Open) | (Exclam, Open) | (Middot, Open) => {
            (Em::ZERO, Em::HALF)
        }
        (Close, Close | Comma | Colon | Stop | Exclam | Middot) | (Comma | Colon | Stop, Close) | (Exclam, Close) => {
            (Em::HALF, Em::ZERO)
        }
        _ => (Em::ZERO, Em::ZERO),
    }
}

/// What a mark gives up at the end of a justified line, in em.
///
/// Source: GB/T 15834-2011 5.1.10.
#[must_use]
pub(super) fn at_line_end(class: Class) -> Em {
    match class {
        Class::Close | Class::Comma | Class::Colon | Class::Stop | Class::Exclam => Em::HALF,
        _ => Em::ZERO,
    }
}

/// What a mark gives up at the start of a line that is not a paragraph's first, in em.
///
/// Source: clreq #punctuation_width_adjustment.
#[must_use]
pub(super) fn at_line_start(class: Class) -> Em {
    match class {
        Class::Open => Em::HALF,
        _ => Em::ZERO,
    }
}

/// Whether a mark may hang outside the measure at a line's end (标点悬挂): one stop, behind no other mark.
///
/// Source: clreq #hanging_punctuation_marks.
#[must_use]
pub(super) fn may_hang(ch: char, before: Option<Class>) -> bool {
    let is_mark = |class| at_line_end(class) > Em::ZERO || class == Class::Open;
    matches!(ch, '、' | '，' | '。') && !before.is_some_and(is_mark)
}

/// What of a mark's frame is gone, and what may still be taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Blank {
    /// Taken from the left.
    pub(super) left: Length,
    /// Taken from the right.
    pub(super) right: Length,
    /// What the mark may still give when a line is full.
    pub(super) give: Length,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squeeze_adjacent_marks_take_half_an_em() {
        let pairs = [('。', '”'), ('）', '、'), ('》', '（'), ('：', '“'), ('”', '“'), ('《', '〈'), ('？', '”')];
        for (left, right) in pairs {
            let (a, b) = adjacent(Class::of(left), Class::of(right), Punctuation::Quanjiao);
            assert_eq!(a + b, Em::HALF, "{left}{right}");
        }
        for (left, right) in [('人', '，'), ('，', '人'), ('”', '—'), ('“', '”'), ('、', '，')] {
            let (a, b) = adjacent(Class::of(left), Class::of(right), Punctuation::Quanjiao);
            assert_eq!(a + b, Em::ZERO, "{left}{right}");
        }
    }
}
