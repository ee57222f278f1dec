//! The marks of emphasis inside a text: one star at each end for dots, two for another face.

use crate::model::{Mark, Text};

/// A text with its emphasis marked and the marks themselves gone.
pub(super) fn inline(text: &Text) -> Text {
    let source = text.as_str();
    if !source.contains('*') {
        return text.clone();
    }
    let mut emphasis = [Emphasis::new(source, 1, Mark::Dots), Emphasis::new(source, 2, Mark::Strong)];
    let mut plain = Text::default();
    let mut at = 0;
    while let Some(ch) = source[at..].chars().next() {
        let rest = &source[at..];
        let (skip, kept) = match ch {
            // Elsewhere a backslash is a character like any other.
            '\\' if rest[1..].starts_with('*') => (1, 1),
            '*' if rest.starts_with("**") => {
                if emphasis[1].toggles(source, at, &mut plain) {
                    (2, 0)
                } else {
                    (0, 2)
                }
            }
            '*' if emphasis[0].toggles(source, at, &mut plain) => (1, 0),
            _ => (0, ch.len_utf8()),
        };
        plain.append(&text.slice(at + skip..at + skip + kept));
        at += skip + kept;
    }
    plain
}

/// One kind of emphasis, on the way through a text.
struct Emphasis {
    mark: Mark,
    /// How many stars it is marked by.
    len: usize,
    /// The last place at which it could close.
    last: Option<usize>,
    /// Where the open one began in the plain text.
    open: Option<usize>,
}

impl Emphasis {
    fn new(source: &str, len: usize, mark: Mark) -> Self {
        Self { mark, len, last: last_closing(source, len), open: None }
    }

    /// Opens or closes it with the mark that stands at `at`, if it is one there.
    fn toggles(&mut self, source: &str, at: usize, plain: &mut Text) -> bool {
        let before = source[..at].chars().next_back();
        let after = source[at + self.len..].chars().next();
        let is_plain = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_alphanumeric());
        if is_plain(before) && is_plain(after) {
            return false;
        }
        match self.open {
            Some(start) if before.is_some_and(|ch| !ch.is_whitespace()) => {
                plain.mark(start..plain.as_str().len(), self.mark);
                self.open = None;
                true
            }
            None if after.is_some_and(|ch| !ch.is_whitespace()) && self.closes(source, at + self.len) => {
                self.open = Some(plain.as_str().len());
                true
            }
            _ => false,
        }
    }

    /// Whether a mark that closes it stands behind `from`, with something between.
    fn closes(&self, source: &str, from: usize) -> bool {
        self.last.is_some_and(|last| last > from) || (self.len == 2 && source[from..].starts_with("****"))
    }
}

/// The last place at which so many stars can close an emphasis: not behind a blank, nor taken away by a backslash.
fn last_closing(source: &str, len: usize) -> Option<usize> {
    let mut stars = source.rmatch_indices('*').map(|(at, _)| at);
    stars.find(|at| {
        let (before, rest) = (&source[..*at], &source[*at..]);
        let is_held = before.ends_with(['\\', ' ']);
        match len {
            1 => !is_held && !before.ends_with('*') && !rest.starts_with("**"),
            _ => !before.ends_with('*') && rest.starts_with("**") && (!is_held || rest.starts_with("****")),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> (String, Vec<(String, Mark)>) {
        let plain = inline(&Text::unplaced(text));
        let mut found: Vec<(String, Mark)> = Vec::new();
        for (at, ch) in plain.as_str().char_indices() {
            for mark in plain.marks_at(at) {
                match found.last_mut() {
                    Some((word, last)) if *last == mark => word.push(ch),
                    _ => found.push((ch.to_string(), mark)),
                }
            }
        }
        (plain.as_str().to_owned(), found)
    }

    #[test]
    fn emphasis_of_stars() {
        assert_eq!(marked("要**抓好**落实"), ("要抓好落实".into(), vec![("抓好".into(), Mark::Strong)]));
        assert_eq!(marked("要*抓好*落实"), ("要抓好落实".into(), vec![("抓好".into(), Mark::Dots)]));
        assert_eq!(marked("3*4*5"), ("3*4*5".into(), vec![]));
        assert_eq!(marked("单个*星"), ("单个*星".into(), vec![]));
        assert_eq!(marked(r"\*不是\*标记"), ("*不是*标记".into(), vec![]));
        assert_eq!(marked(r"路径D:\资料\2024\10月"), (r"路径D:\资料\2024\10月".into(), vec![]));
        assert_eq!(marked("2**3=8，*这样*。"), ("2**3=8，这样。".into(), vec![("这样".into(), Mark::Dots)]));
    }
}
