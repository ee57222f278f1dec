//! Addresses and paths in a text: `https://…`, `www.…`, `/home/…/纪要.txt`. Their marks are no marks of the language.

use std::ops::Range;

/// How an address begins wherever it stands.
const BEGINNINGS: &[&str] = &["http://", "https://", "ftp://", "file://", "www."];

/// No address that anyone prints has more bytes.
const LONGEST: usize = 1_000;
/// Nor a path.
const LONGEST_PATH: usize = 200;

/// The addresses of a text, by bytes. Han characters behind the last Latin letter or figure go on with the sentence.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if !text.contains(['/', '\\']) && !text.contains("www.") {
        return found;
    }
    for (at, ch) in text.char_indices() {
        if found.last().is_some_and(|last| at < last.end) || !(ch.is_ascii_alphabetic() || "/.~".contains(ch)) {
            continue;
        }
        let before = text[..at].chars().next_back();
        if before.is_some_and(|before| before.is_ascii_graphic() && !"([<\"'".contains(before)) {
            continue;
        }
        let begins = BEGINNINGS.iter().any(|beginning| text[at..].starts_with(beginning));
        let longest = if begins { LONGEST } else { LONGEST_PATH };
        let rest = &text[at..text.floor_char_boundary(at + longest)];
        let word = &rest[..rest.find(ends).unwrap_or(rest.len())];
        let word = &word[..word.rfind(|ch: char| ch.is_ascii_alphanumeric() || ch == '/').map_or(0, |last| last + 1)];
        if begins || is_path(word) {
            found.push(at..at + word.len());
        }
    }
    found
}

/// Whether no address has the character: blanks, and marks of Chinese.
fn ends(ch: char) -> bool {
    ch.is_whitespace() || "，。、；：？！“”‘’《》〈〉【】「」『』…".contains(ch)
}

/// Whether a word is the path of a file: from a root, with a folder and an ending.
fn is_path(word: &str) -> bool {
    let drive = word.get(1..3).is_some_and(|drive| [":\\", ":/"].contains(&drive));
    let rooted = ["/", "./", "../", "~/"].iter().any(|root| word.starts_with(root));
    let name = word.rsplit(['/', '\\']).next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let folders = word.matches(['/', '\\']).count();
    let ends = (1..=5).contains(&ending.len()) && ending.chars().all(|ch| ch.is_ascii_alphanumeric());
    ends && (drive || rooted && folders > 1 || !word.starts_with('/') && rooted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        let found = |text: &'static str| addresses(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("见https://example.com/人大(公告).html。"), ["https://example.com/人大(公告).html"]);
        assert_eq!(found("见www.rd.gov.cn/人大,公告.pdf，"), ["www.rd.gov.cn/人大,公告.pdf"]);
        assert_eq!(found("存于 /home/会议,纪要.txt 中"), ["/home/会议,纪要.txt"]);
        assert_eq!(found(r"存于D:\资料\会议,纪要.docx。"), [r"D:\资料\会议,纪要.docx"]);
        assert_eq!(found("登录www.rd.gov.cn查询,办理"), ["www.rd.gov.cn"]);
        assert_eq!(found("和/或,及/与 GB/T 9704-2012"), Vec::<&str>::new());
    }
}
