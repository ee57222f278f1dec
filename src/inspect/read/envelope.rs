//! How a file begins and ends: what viewers put right without a word, and other programs stumble over.
//!
//! Source: ISO 32000-1 7.5; ISO 19005-2 6.1.2 and 6.1.3.

use crate::inspect::facts::Envelope;

/// The number behind `startxref` has no more figures.
const FIGURES: usize = 20;

/// Looks at the first and the last bytes.
pub(super) fn read(bytes: &[u8]) -> Envelope {
    if !bytes.starts_with(b"%PDF-") {
        return Envelope::JunkBefore;
    }
    let Some(end) = last(bytes, b"%%EOF") else { return Envelope::NoEnd };
    if !bytes[end + b"%%EOF".len()..].iter().all(|byte| is_blank(*byte)) {
        return Envelope::JunkBehind;
    }
    let target = last(&bytes[..end], b"startxref").and_then(|at| offset(&bytes[at + b"startxref".len()..end]));
    match target.and_then(|target| bytes.get(target..)) {
        Some(table) if table.starts_with(b"xref") => match leads(bytes, table) {
            true => Envelope::Sound,
            false => Envelope::WrongTable,
        },
        Some(table) if is_object(table) => Envelope::Sound,
        _ => Envelope::NoTable,
    }
}

/// Whether each line of a table in use, `0000000123 00000 n`, leads to the beginning of an object.
fn leads(bytes: &[u8], table: &[u8]) -> bool {
    let end = table.windows(7).position(|window| window == b"trailer").unwrap_or(table.len());
    let mut words = table[..end].split(|byte| is_blank(*byte)).filter(|word| !word.is_empty());
    let mut place = None;
    let mut generation = None;
    // The words before `n` are the place and the generation.
    words.all(|word| {
        let is_sound = word != b"n" || place.and_then(offset).is_some_and(|at| bytes.get(at..).is_some_and(is_object));
        (place, generation) = (generation, Some(word));
        is_sound
    })
}

fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0
}

fn last(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|window| window == word)
}

/// The number between blanks.
fn offset(bytes: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(bytes).ok()?.trim_matches(|ch: char| ch.is_whitespace() || ch == '\0');
    (text.len() <= FIGURES).then(|| text.parse().ok())?
}

/// Whether an object begins here: `12 0 obj`, as a cross-reference stream does.
fn is_object(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2 * FIGURES)]).into_owned();
    let mut words = start.split_ascii_whitespace();
    let is_number = |word: Option<&str>| word.is_some_and(|word| word.parse::<u32>().is_ok());
    start.starts_with(|ch: char| ch.is_ascii_digit())
        && is_number(words.next())
        && is_number(words.next())
        && words.next().is_some_and(|word| word.starts_with("obj"))
}
