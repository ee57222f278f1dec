//! A TOML string token becomes text whose every character knows its place.
//!
//! The parser's spans cover whole values only; so the token's own characters are read again here, in
//! each of TOML's four kinds of string: basic and literal, on one line and on several. Escapes, folded
//! lines and CRLF line ends are pieces of their own, so that places after them are still exact.

use crate::diagnostic::{FileId, Place};
use crate::model::Text;

/// The text of a string token (quotes included) that starts at byte `base` of the file.
///
/// A token whose syntax is broken gives what can be read of it.
pub(super) fn string(file: FileId, token: &str, base: usize) -> Text {
    let quotes = if token.starts_with("\"\"\"") || token.starts_with("'''") { 3 } else { 1 };
    let literal = token.starts_with('\'');
    let body_end = token.len().saturating_sub(quotes).max(quotes.min(token.len()));
    let mut at = quotes.min(token.len());
    if quotes == 3 {
        // A line end right after the opening quotes is not part of the string.
        at += line_end(&token[at..body_end]);
    }
    let mut scanner = Scanner { file, base, body: &token[..body_end], at, text: Text::default() };
    while scanner.at < scanner.body.len() {
        scanner.step(literal);
    }
    scanner.text
}

/// The text of a whole file: as it is, but for a byte order mark, and every line end a line feed.
pub(super) fn plain(file: FileId, source: &str) -> Text {
    let mut text = Text::default();
    let mut at = source.len() - source.trim_start_matches('\u{feff}').len();
    for line in source[at..].split_inclusive('\n') {
        let words = line.strip_suffix("\r\n").or(line.strip_suffix('\n')).unwrap_or(line);
        let end = at + words.len();
        text.push(words, Some(Place::new(file, at..end)));
        at += line.len();
        if end < at {
            text.push("\n", Some(Place::new(file, end..at)));
        }
    }
    text
}

/// Bytes of the line end at the start of `text`: 2, 1 or none.
fn line_end(text: &str) -> usize {
    if text.starts_with("\r\n") { 2 } else { usize::from(text.starts_with('\n')) }
}

struct Scanner<'t> {
    file: FileId,
    base: usize,
    /// The token without its closing quotes.
    body: &'t str,
    at: usize,
    text: Text,
}

impl Scanner<'_> {
    /// Takes an escape, a line end, a fold, or the characters up to the next of these.
    fn step(&mut self, literal: bool) {
        let rest = &self.body[self.at..];
        let end = line_end(rest);
        if end > 0 {
            self.take(end, "\n");
        } else if !literal && rest.starts_with('\\') {
            self.escape(rest);
        } else {
            let first = rest.chars().next().map_or(0, char::len_utf8);
            let ends = |byte: u8| matches!(byte, b'\n' | b'\r') || (byte == b'\\' && !literal);
            let more = rest.bytes().skip(first).position(ends).unwrap_or(rest.len() - first);
            self.take(first + more, &rest[..first + more]);
        }
    }

    /// Takes `len` bytes of the source that stand for `string`.
    fn take(&mut self, len: usize, string: &str) {
        let start = self.base + self.at;
        self.text.push(string, Some(Place::new(self.file, start..start + len)));
        self.at += len;
    }

    /// Takes an escape, or a backslash that folds the line: both start `rest`.
    fn escape(&mut self, rest: &str) {
        let after = &rest[1..];
        let blank = after.len() - after.trim_start_matches([' ', '\t']).len();
        if line_end(&after[blank..]) > 0 {
            self.at += 1 + after.len() - after.trim_start_matches([' ', '\t', '\r', '\n']).len();
            return;
        }
        let mut chars = after.chars();
        let Some(kind) = chars.next() else { return self.take(1, "") };
        let digits = match kind {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let value = match kind {
            'b' => Some('\u{8}'),
            't' => Some('\t'),
            'n' => Some('\n'),
            'f' => Some('\u{c}'),
            'r' => Some('\r'),
            'e' => Some('\u{1b}'),
            '"' | '\\' => Some(kind),
            _ => after.get(1..=digits).and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32),
        };
        match value {
            Some(ch) => self.take(2 + digits, ch.encode_utf8(&mut [0; 4])),
            // Broken, and reported by the parser.
            None => self.take(1 + kind.len_utf8(), ""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Files;
    use proptest::prelude::*;
    use std::path::Path;
    use toml::de::DeTable;

    fn scan(token: &str) -> Text {
        string(Files::default().add(Path::new("a"), String::new()), token, 0)
    }

    /// What the parser makes of the token, with every line end as a line feed.
    fn parsed(token: &str) -> Option<String> {
        let source = format!("a = {token}\n");
        let (table, errors) = DeTable::parse_recoverable(&source);
        let value = table.get_ref().get("a")?.get_ref().as_str()?.replace("\r\n", "\n");
        errors.is_empty().then_some(value)
    }

    fn place_of(token: &str, ch: char) -> Option<&str> {
        let text = scan(token);
        let at = text.as_str().find(ch)?;
        let place = text.place(at..at + ch.len_utf8())?;
        token.get(place.start as usize..place.end as usize)
    }

    #[test]
    fn scan_places_behind_escapes_folds_and_crlf() {
        assert_eq!(place_of("\"a\\u4e00\\t珺\"", '珺'), Some("珺"));
        assert_eq!(place_of("\"a\\u4e00\\t珺\"", '一'), Some("\\u4e00"));
        assert_eq!(place_of("\"\"\"\r\n甲\\\r\n   \r\n  珺\"\"\"", '珺'), Some("珺"));
        assert_eq!(place_of("'''\r\n甲\r\n珺'''", '珺'), Some("珺"));
        assert_eq!(place_of("'\\n珺'", '珺'), Some("珺"));
    }

    #[test]
    fn scan_reads_plain_files_with_places() {
        let source = "\u{feff}甲\r\n乙\n\n珺";
        let text = plain(Files::default().add(Path::new("a"), String::new()), source);
        assert_eq!(text.as_str(), "甲\n乙\n\n珺");
        let place = text.place(9..12).unwrap();
        assert_eq!(source.get(place.start as usize..place.end as usize), Some("珺"));
    }

    #[test]
    fn scan_reads_quotes_before_the_closing_ones() {
        assert_eq!(scan("\"\"\"a\"\"\"\"\"").as_str(), "a\"\"");
        assert_eq!(scan("''''a'''''").as_str(), "'a''");
        assert_eq!(scan("\"\"").as_str(), "");
    }

    proptest! {
        // The same texts in every run.
        #![proptest_config(ProptestConfig {
            rng_seed: proptest::test_runner::RngSeed::Fixed(709),
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn scan_agrees_with_the_parser(content in r#"([a-z珺。“”' "\r\n\t\\]|\\[btnf"\\]|\\u4e00|\\U0001F600|\r\n|\\ *\r?\n *){0,20}"#) {
            for token in [format!("\"{content}\""), format!("'{content}'"), format!("\"\"\"{content}\"\"\""), format!("'''{content}'''")] {
                if let Some(expected) = parsed(&token) {
                    let scanned = scan(&token);
                    prop_assert_eq!(scanned.as_str(), expected, "{:?}", token);
                }
            }
        }
    }
}
