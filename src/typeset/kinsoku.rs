//! Line start and line end (避头尾): may a line break between these neighbours?

use super::class::Class;

/// Whether a line may end between two characters of these classes, at level *strict*.
///
/// Strict is clreq's level that also keeps dash and ellipsis from a line's start
/// (clreq #prohibition_rules_for_line_start_end). Runs that may not be cut are `atom`'s business.
#[must_use]
pub(super) fn may_break(before: Class, after: Class) -> bool {
    !is_forbidden_at_line_end(before) && !is_forbidden_at_line_start(after)
}

/// Marks that no line starts with (行首禁则).
#[must_use]
pub(super) fn is_forbidden_at_line_start(class: Class) -> bool {
    matches!(
        class,
        Class::Close
            | Class::Comma
            | Class::Colon
            | Class::Stop
            | Class::Exclam
            | Class::Dash
            | Class::Ellipsis
            | Class::Middot
            | Class::Hyphen
            | Class::Rule
            | Class::Tilde
            | Class::Slash
            | Class::Postfix
            | Class::LatinClose
            | Class::LatinStop
            | Class::Space
            | Class::Blank
            | Class::Combining
    )
}

/// Marks that no line ends with (行尾禁则).
#[must_use]
pub(super) fn is_forbidden_at_line_end(class: Class) -> bool {
    matches!(class, Class::Open | Class::LatinOpen | Class::Slash | Class::Prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinsoku_strict_level() {
        assert!(may_break(Class::Han, Class::Han));
        assert!(may_break(Class::Stop, Class::Han));
        assert!(may_break(Class::Close, Class::Open));
        assert!(may_break(Class::Figure, Class::Han));
        assert!(!may_break(Class::Han, Class::Comma));
        assert!(!may_break(Class::Open, Class::Han));
        assert!(!may_break(Class::Han, Class::Dash));
        assert!(may_break(Class::Dash, Class::Han));
        assert!(!may_break(Class::Han, Class::Blank));
        assert!(may_break(Class::Blank, Class::Han));
    }
}
