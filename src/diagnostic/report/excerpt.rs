//! The line of a source in which a fault stands, and a caret under it.
//!
//! A paragraph is one line of a source, often of some hundred characters: only what is near the fault is
//! shown. Crates for such reports cut long lines by the bytes or characters before the fault, so that the
//! caret slips where these are two cells wide; so it is done here, by the widths of `unicode-width`.

use super::paint::{Paint, Style};
use super::visible::is_unseen;
use crate::diagnostic::{Files, Place};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// The cells of a line that are shown.
const SHOWN: usize = 72;
/// The cells shown before the fault, at most.
const BEFORE: usize = 28;
/// What stands for what is not shown.
const CUT: char = '…';

/// The line of a place, numbered, and the carets under its characters; of a place over several lines the first.
pub(super) fn excerpt(place: Place, files: &Files, style: Style, paint: Paint) -> String {
    let text = files.text(place.file);
    let at = |byte: u32| text.floor_char_boundary(byte as usize);
    let (start, end) = (at(place.start), at(place.end));
    let Range { start: line_start, end: line_end } = files.line(place);
    let line = text[line_start..line_end].trim_end_matches('\r');
    if line.trim().is_empty() {
        return String::new();
    }
    let (start, end) = (start - line_start, end.min(line_end) - line_start);
    let window = window(line, start.min(line.len()), end.min(line.len()));
    let number = files.locate(place).line.to_string();
    let gutter = paint.with(Style::Gutter, &format!("{number:>5} | "));
    let blank = paint.with(Style::Gutter, "      | ");
    let carets = paint.with(style, &"^".repeat(window.carets));
    format!("{gutter}{}\n{blank}{}{carets}\n", window.shown, " ".repeat(window.indent))
}

/// The part of a line that is shown.
struct Window {
    shown: String,
    /// Cells before the carets.
    indent: usize,
    carets: usize,
}

/// The cells of a character; what a terminal does not print takes one, as it is shown.
fn width(ch: char) -> usize {
    if is_plain(ch) { ch.width().unwrap_or(1) } else { 1 }
}

/// Whether a character is shown as it is.
fn is_plain(ch: char) -> bool {
    ch == '\u{3000}' || !is_unseen(ch)
}

fn window(line: &str, start: usize, end: usize) -> Window {
    let mut from = start;
    let mut before = 0;
    for (at, ch) in line[..start].char_indices().rev() {
        if before + width(ch) > BEFORE {
            break;
        }
        before += width(ch);
        from = at;
    }
    let mut shown = String::new();
    let mut indent = before;
    if from > 0 {
        shown.push(CUT);
        indent += width(CUT);
    }
    let mut cells = 0;
    let mut carets = 0;
    for (at, ch) in line[from..].char_indices().map(|(at, ch)| (from + at, ch)) {
        if cells + width(ch) > SHOWN {
            shown.push(CUT);
            break;
        }
        cells += width(ch);
        shown.push(if is_plain(ch) { ch } else { '·' });
        if (start..end).contains(&at) {
            carets += width(ch);
        }
    }
    Window { shown, indent, carets: carets.max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn shown(line: &str, fault: &str) -> String {
        let mut files = Files::default();
        let file = files.add(Path::new("a"), format!("\n{line}\n"));
        let start = line.find(fault).map_or(0, |at| at + 1);
        excerpt(Place::new(file, start..start + fault.len()), &files, Style::Error, Paint::Plain)
    }

    /// The caret stands under the fault, counted in the cells of a terminal.
    #[test]
    fn excerpt_carets_line_up_under_wide_characters() {
        for (line, fault) in [("title = \"某某区：题\"", "区"), ("ab某\tc，d", "，d"), ("x", "x")] {
            let text = shown(line, fault);
            let (source, carets) = text.split_once('\n').unwrap();
            let cells = |text: &str| text.chars().map(width).sum::<usize>();
            let before = cells(&source[..source.find(fault).unwrap()]);
            assert_eq!(carets.find('^').unwrap(), before, "{text}");
            assert_eq!(carets.matches('^').count(), cells(fault), "{text}");
        }
    }

    #[test]
    fn excerpt_shows_what_is_near() {
        let line = format!("{}错{}", "前".repeat(300), "后".repeat(300));
        let text = shown(&line, "错");
        let source = text.lines().next().unwrap();
        assert!(source.contains("…前") && source.contains("错后") && source.ends_with('…'), "{text}");
        assert!(source.chars().count() < 60, "{text}");
        assert_eq!(text.lines().nth(1).unwrap().find('^'), Some("      | ".len() + 28 + width(CUT)));
    }

    #[test]
    fn excerpt_of_a_point_at_a_lines_end() {
        let mut files = Files::default();
        let file = files.add(Path::new("a"), "a = '甲\n".to_owned());
        let end = "a = '甲".len();
        let text = excerpt(Place::new(file, end..end), &files, Style::Error, Paint::Plain);
        assert!(text.ends_with("|        ^\n"), "{text:?}");
        assert_eq!(excerpt(Place::new(file, end + 1..end + 1), &files, Style::Error, Paint::Plain), "");
    }
}
