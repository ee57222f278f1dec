//! Letters that stand for what looks like them: `O` and `l` among figures (`2O24`, `l42次`), Cyrillic and Greek letters
//! for Latin ones (`РM2.5` with U+0420).
//!
//! Source: ours; newsroom practice (校对通例: 形似字符).
//! False alarms: a letter counts as a figure only in a word of nothing but figures and such letters, between two
//! figures, or as the first of `l42` or the last of `20O` before han; `O3` and `O157` are names. Cyrillic and Greek
//! count only if all such letters of the issue look like Latin ones: where it has others, somebody writes Russian
//! or formulas. Names and quotations are not spared: the right character looks the same.

use super::characters::report;
use super::chars::{Chars, is_han};
use crate::diagnostic::Sink;
use crate::proof::{Passage, Reading};

/// Cyrillic and Greek letters, each with the Latin one that it looks like.
const ALIKE: &str = "АAВBЕEКKМMНHОOРPСCТTХXаaеeоoрpсcуyхxІIіiЅSѕsЈJјjΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo";

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let is_foreign_letter = |ch| is_other_alphabet(ch) && latin(ch).is_none();
    let has_foreign = |passage: &Passage<'_>| passage.chars.iter().any(|(_, ch)| is_foreign_letter(*ch));
    let is_foreign = reading.passages.iter().any(has_foreign);
    for passage in &reading.passages {
        let chars = Chars::of(passage);
        for (at, ch) in chars.iter().filter(|(_, ch)| is_like_figure(*ch) || is_other_alphabet(*ch)) {
            match latin(ch).filter(|_| !is_foreign) {
                Some(right) => {
                    let words = ("character-alphabet", "character-alphabet-remedy");
                    report(passage, &chars, at, words, Some(right.to_string()), sink);
                }
                None if is_like_figure(ch) => letter(passage, &chars, at, sink),
                None => {}
            }
        }
    }
}

/// Whether it is a letter that looks like a figure.
fn is_like_figure(ch: char) -> bool {
    matches!(ch, 'O' | 'o' | 'l' | 'I')
}

/// Whether it is a Cyrillic or Greek letter.
fn is_other_alphabet(ch: char) -> bool {
    matches!(ch, '\u{370}'..='\u{52f}') && ch.is_alphabetic()
}

/// The Latin letter that another looks like.
fn latin(ch: char) -> Option<char> {
    if !is_other_alphabet(ch) {
        return None;
    }
    let mut pairs = ALIKE.chars();
    while let (Some(other), Some(right)) = (pairs.next(), pairs.next()) {
        if other == ch {
            return Some(right);
        }
    }
    None
}

/// Reports a letter that is meant as a figure.
fn letter(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, sink: &mut Sink) {
    let is_part = |ch: char| ch.is_ascii_digit() || is_like_figure(ch);
    let (start, end) = (chars.run_back(at, is_part), chars.run(at, is_part));
    let is_joined = |ch: char| ch.is_ascii_alphanumeric() || "-_/.@".contains(ch);
    if chars.was(start, is_joined) || chars.is(end, is_joined) {
        return;
    }
    let figures = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let (before, behind) = (figures(chars.str(start..at)), figures(chars.str(at + 1..end)));
    let is_one = chars.is(at, |ch| "lI".contains(ch));
    let begins = at == start && is_one && behind >= 2 && chars.is(end, is_han);
    let ends = before >= 1 && behind == 0 && !is_one && chars.is(end, is_han);
    if (before > 0 && behind > 0) || begins || ends {
        let right = if is_one { "1" } else { "0" };
        let words = ("character-letter", "character-letter-remedy");
        report(passage, chars, at, words, Some(right.to_owned()), sink);
    }
}
