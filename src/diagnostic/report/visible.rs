//! Characters that are not seen, told so that they are.

use std::fmt::Write;

/// A text in which blanks and what is not seen at all can be seen.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            ' ' => shown.push('␣'),
            '\n' => shown.push('↵'),
            '\t' => shown.push('⇥'),
            ch if is_unseen(ch) => drop(write!(shown, "[U+{:04X}]", ch as u32)),
            ch => shown.push(ch),
        }
    }
    shown
}

/// A text without what would not be seen in it, or would be an order to a terminal; blanks and line ends stay.
#[must_use]
pub fn legible(text: &str) -> String {
    let is_harmless = |ch: char| ch == '\n' || ch.is_whitespace() && !ch.is_control() || !is_unseen(ch);
    text.chars().map(|ch| if is_harmless(ch) { ch.to_string() } else { format!("[U+{:04X}]", ch as u32) }).collect()
}

/// Whether a character leaves no ink: blanks of other widths, controls, what joins and orders others.
pub(super) fn is_unseen(ch: char) -> bool {
    ch.is_control()
        || ch.is_whitespace() && ch != ' '
        || matches!(ch, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn visible_shows_what_is_not_seen() {
        assert_eq!(visible("a b\u{3000}\t\u{200b}，\n\u{e0001}"), "a␣b[U+3000]⇥[U+200B]，↵[U+E0001]");
        assert_eq!(legible("a b\u{3000}\u{1b}\u{0}，\n"), "a b\u{3000}[U+001B][U+0000]，\n");
    }
}
