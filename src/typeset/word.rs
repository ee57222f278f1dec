//! Where a Latin run may break after all: web and mail addresses at their separators, compounds behind
//! their hyphen, long words by patterns and with a hyphen.
//!
//! Source: clreq #handling_of_western_text; that a word is long from a fifth of the measure on: ours.

use super::atom::UNITS;
use super::cell::{Cell, Turn};
use super::class::Class;
use crate::length::Length;
use hypher::Lang;

/// Opens the breaks of a run whose cells are all joined.
pub(super) fn open_breaks(run: &mut [Cell], measure: Option<Length>) {
    let text: String = run.iter().map(|cell| cell.ch).collect();
    if is_address(&text) {
        open_address(run);
        return;
    }
    // A figure with its unit, or units alone, are no compound words.
    let is_measure =
        run.iter().any(|cell| cell.class == Class::Figure) || text.split('/').all(|part| UNITS.contains(&part));
    if !is_measure {
        open_compounds(run);
    }
    if let Some(measure) = measure {
        open_long_words(run, measure / 5);
    }
}

/// Whether a run is a web or mail address.
fn is_address(text: &str) -> bool {
    let is_mail = text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let is_path = text.split_once('/').is_some_and(|(host, _)| {
        host.split_once('.')
            .is_some_and(|(name, rest)| !name.is_empty() && rest.chars().any(|ch| ch.is_ascii_alphabetic()))
    });
    text.contains("://") || text.starts_with("www.") || is_mail || is_path
}

/// Behind each separator of an address, but not between two of them, nor so that one character is cut off.
fn open_address(run: &mut [Cell]) {
    let is_separator = |ch: char| matches!(ch, '/' | '.' | '?' | '&' | '_' | '-');
    for at in 1..run.len().saturating_sub(2) {
        if is_separator(run[at].ch) && !is_separator(run[at + 1].ch) {
            open(&mut run[at]);
        }
    }
}

/// Lets a line end behind a cell.
fn open(cell: &mut Cell) {
    cell.turn = Turn::Open;
}

/// Behind a hyphen or solidus that stands between letters; not in a date or a range of figures.
fn open_compounds(run: &mut [Cell]) {
    for at in 1..run.len().saturating_sub(1) {
        let joins = matches!(run[at].class, Class::Hyphen | Class::Slash);
        if joins && run[at - 1].class == Class::Letter && run[at + 1].class == Class::Letter {
            open(&mut run[at]);
        }
    }
}

/// In words wider than `long`, between syllables.
fn open_long_words(run: &mut [Cell], long: Length) {
    let mut at = 0;
    while at < run.len() {
        let len = run[at..].iter().take_while(|cell| cell.class == Class::Letter).count();
        let word = &mut run[at..at + len];
        let width: Length = word.iter().map(|cell| cell.width).sum();
        // The patterns are for English, in ASCII letters; a word in capitals is an abbreviation.
        let is_word = word.iter().all(|cell| cell.ch.is_ascii_alphabetic())
            && word.iter().skip(1).any(|cell| cell.ch.is_ascii_lowercase());
        if width > long && is_word && len <= hypher::MAX_INLINE_SIZE {
            let text: String = word.iter().map(|cell| cell.ch).collect();
            let mut end = 0;
            for syllable in hypher::hyphenate(&text, Lang::English) {
                end += syllable.len();
                if end < len {
                    word[end - 1].turn = Turn::Hyphen;
                }
            }
        }
        at += len.max(1);
    }
}
