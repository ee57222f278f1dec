//! Characters that are not what they look like, or look like nothing: left behind by copying from other programs.
//!
//! Source: ours; the forms are Unicode's (compatibility ideographs, Kangxi radicals), the middle dot is
//! GB/T 15834-2011 4.14.
//! False alarms: joiners between letters of other scripts are left alone, as are the twelve characters among the
//! compatibility ideographs that are unified. A look-alike dot counts only between two characters of which
//! one is han or both are figures: bullets, formulas and kana are left alone. Names and quotations are not
//! spared: the right character looks the same.

use super::chars::{Chars, is_han};
use crate::char_set::CharSet;
use crate::diagnostic::{Argument, Code, Sink};
use crate::proof::{Passage, Reading};
use unicode_normalization::UnicodeNormalization;

/// Radicals of the supplement that simplified characters look like and Unicode does not map.
const RADICALS: &str =
    "⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

/// Dots that are typed for `·`.
static DOTS: CharSet = CharSet::of("•‧・∙⋅･");

/// The messages of what is wrong and of its remedy, by their keys.
pub(super) type Fault = (&'static str, &'static str);

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in &reading.passages {
        let chars = Chars::of(passage);
        let unseen = |at, sink: &mut Sink| {
            let words = ("character-unseen", "character-unseen-remedy");
            report(passage, &chars, at, words, Some(String::new()), sink);
        };
        for (at, ch) in chars.iter() {
            match ch {
                // Nearly all.
                '\u{4e00}'..='\u{9fff}' => {}
                '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => {
                    unseen(at, sink);
                }
                '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' => unseen(at, sink),
                ch if ch.is_control() && !"\n\r\t".contains(ch) => unseen(at, sink),
                // Joiners have their work in other scripts and in pictures.
                '\u{200c}' | '\u{200d}' if chars.was(at, is_han) || chars.is(at + 1, is_han) => {
                    unseen(at, sink);
                }
                '\u{fffd}' => report(passage, &chars, at, ("character-lost", "character-lost-remedy"), None, sink),
                '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => {
                    report(passage, &chars, at, ("character-private", "character-private-remedy"), None, sink);
                }
                '\u{2e80}'..='\u{2fd5}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}' => {
                    if let Some(right) = unified(ch) {
                        report(
                            passage,
                            &chars,
                            at,
                            ("character-look-alike", "character-look-alike-remedy"),
                            Some(right.to_string()),
                            sink,
                        );
                    }
                }
                '、' if is_day_of_note(&chars, at) => {
                    report(passage, &chars, at, ("character-dot", "character-dot-remedy"), Some("·".to_owned()), sink);
                }
                _ if DOTS.contains(ch) && is_middle_dot(&chars, at) => {
                    report(passage, &chars, at, ("character-dot", "character-dot-remedy"), Some("·".to_owned()), sink);
                }
                _ => {}
            }
        }
    }
}

/// Reports a character with what is wrong and what should stand there.
pub(super) fn report(
    passage: &Passage<'_>,
    chars: &Chars<'_>,
    at: usize,
    fault: Fault,
    right: Option<String>,
    sink: &mut Sink,
) {
    let range = chars.bytes(at..at + 1);
    let edit = right.and_then(|right| passage.edit(range.clone(), &right));
    let number = format!("U+{:04X}", chars.get(at).map_or(0, u32::from));
    let found = passage.found(Code::StrayCharacter, range).with("number", number);
    sink.push(
        found.with("fault", Argument::Message(fault.0)).with("remedy", Argument::Message(fault.1)).fixed_by(edit),
    );
}

/// The character that another looks like, if it is another.
fn unified(ch: char) -> Option<char> {
    let mut pairs = RADICALS.chars();
    while let (Some(radical), Some(right)) = (pairs.next(), pairs.next()) {
        if radical == ch {
            return Some(right);
        }
    }
    ch.nfkc().next().filter(|right| *right != ch)
}

/// Whether the dot here stands in a name, between a book and its chapter, or in a date.
fn is_middle_dot(chars: &Chars<'_>, at: usize) -> bool {
    let is_figure = |ch: char| ch.is_ascii_digit();
    let is_word = |ch: char| is_han(ch) || ch.is_alphanumeric();
    let is_kana = |ch: char| ('\u{3040}'..='\u{30ff}').contains(&ch);
    let words = chars.was(at, is_word) && chars.is(at + 1, is_word);
    let kana = chars.was(at, is_kana) || chars.is(at + 1, is_kana);
    let chinese =
        chars.was(at, is_han) || chars.is(at + 1, is_han) || (chars.was(at, is_figure) && chars.is(at + 1, is_figure));
    words && chinese && !kana
}

/// Whether the mark here parts the month and the day of a day with a name: `“3、15”`.
fn is_day_of_note(chars: &Chars<'_>, at: usize) -> bool {
    let is_figure = |ch: char| ch.is_ascii_digit();
    let (start, end) = (chars.run_back(at, is_figure), chars.run(at + 1, is_figure));
    let number = |range| chars.str(range).parse::<u32>().unwrap_or(0);
    let is_date = (1..=12).contains(&number(start..at)) && (10..=31).contains(&number(at + 1..end));
    is_date && chars.was(start, |ch| ch == '“') && chars.is(end, |ch| ch == '”')
}
