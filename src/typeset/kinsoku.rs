//! Line start and line end (避头尾): may a line break between these neighbours?

use super::class::Class;
use crate::model::style::Kinsoku;

/// Whether a line may end between two characters of these classes.
///
/// Runs that may not be cut are `atom`'s business. Source: clreq #prohibition_rules_for_line_start_end.
#[must_use]
pub(super) fn may_break(before: Class, after: Class, level: Kinsoku) -> bool {
    !is_forbidden_at_line_end(before, level) && !is_forbidden_at_line_start(after, level)
}

/// Marks that no line starts with (行首禁则).
#[must_use]
pub(super) fn is_forbidden_at_line_start(class: Class, level: Kinsoku) -> bool {
    match class {
        // Blanks vanish at a line's end and are no start of one; a combining mark is no character.
        Class::Space | Class::Blank | Class::Combining => true,
        Class::Close
        | Class::Comma
        | Class::Colon
        | Class::Stop
        | Class::Exclam
        | Class::Middot
        | Class::Hyphen
        | Class::Rule
        | Class::Tilde
        | Class::Slash
        | Class::Postfix
        | Class::LatinClose
        | Class::LatinStop
        | Class::Nonstarter => level != Kinsoku::None,
        Class::Dash | Class::Ellipsis => level == Kinsoku::Strict,
        _ => false,
    }
}

/// Marks that no line ends with (行尾禁则).
#[must_use]
pub(super) fn is_forbidden_at_line_end(class: Class, level: Kinsoku) -> bool {
    match class {
        Class::Open | Class::LatinOpen | Class::Prefix => level != Kinsoku::None,
        Class::Slash => matches!(level, Kinsoku::Gb | Kinsoku::Strict),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinsoku_levels_follow_each_other() {
        use Kinsoku::{Basic, Gb, None, Strict};
        let rows = [
            // before, after, and from which level on the break is forbidden
            (Class::Han, Class::Han, [true, true, true, true]),
            (Class::Stop, Class::Han, [true, true, true, true]),
            (Class::Close, Class::Open, [true, true, true, true]),
            (Class::Figure, Class::Han, [true, true, true, true]),
            (Class::Dash, Class::Han, [true, true, true, true]),
            (Class::Han, Class::Comma, [true, false, false, false]),
            (Class::Han, Class::Middot, [true, false, false, false]),
            (Class::Han, Class::Slash, [true, false, false, false]),
            (Class::Open, Class::Han, [true, false, false, false]),
            (Class::Prefix, Class::Han, [true, false, false, false]),
            (Class::Slash, Class::Han, [true, true, false, false]),
            (Class::Han, Class::Dash, [true, true, true, false]),
            (Class::Han, Class::Ellipsis, [true, true, true, false]),
            (Class::Han, Class::Blank, [false, false, false, false]),
            (Class::Blank, Class::Han, [true, true, true, true]),
        ];
        for (before, after, allowed) in rows {
            for (level, allowed) in [None, Basic, Gb, Strict].into_iter().zip(allowed) {
                assert_eq!(may_break(before, after, level), allowed, "{before:?} {after:?} {level:?}");
            }
        }
    }
}
