//! Halfwidth marks in Chinese text: `,` `;` `:` `?` `!`, a point (`.` `．`) for a full stop, `(` and `)`, `｡` and `､`.
//!
//! Source: GB/T 15834-2011 clause 3, 4.1, 4.9, 5.1.
//! False alarms: a mark is told only if han stands before it (closing marks between), a percent
//! sign, or han right behind it. Marks
//! inside figures and Latin text (`1,000`, `8:30`, `3:2`, `PM2.5`), in addresses and domains (a point before a
//! letter or figure), and brackets whose content has no han (`(0571)`, `(试)` has) are left alone. What the
//! brackets of Latin content should be is a matter of taste, so it is not told at all. Quotations are not
//! spared: a mark's width is the typist's, not the speaker's.

use super::chars::{Chars, has_han, is_blank, is_chinese_mark, is_han, is_han_number};
use crate::diagnostic::{Code, Sink};
use crate::proof::{Passage, Reading};

/// Halfwidth marks and what they are in Chinese.
const MARKS: &[(char, &str)] = &[(',', "，"), (';', "；"), (':', "："), ('?', "？"), ('!', "！")];

/// Marks of narrow Japanese type.
const NARROW: &[(char, &str)] = &[('｡', "。"), ('､', "、")];

/// Signs behind figures, after which a clause goes on in Chinese.
const SIGNS: &str = "%％‰℃";

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in &reading.passages {
        let chars = Chars::of(passage);
        for (at, ch) in chars.iter() {
            if let Some((_, right)) = MARKS.iter().find(|(mark, _)| *mark == ch) {
                if is_chinese(&chars, at) {
                    report(passage, &chars, at, right, sink);
                }
            } else if matches!(ch, '.' | '．') {
                point(passage, &chars, at, sink);
            } else if let Some((_, right)) = NARROW.iter().find(|(mark, _)| *mark == ch) {
                report(passage, &chars, at, right, sink);
            }
        }
        brackets(passage, &chars, sink);
    }
}

/// Whether the mark here belongs to Chinese text.
fn is_chinese(chars: &Chars<'_>, at: usize) -> bool {
    let word_end = chars.run_back(at, |ch| "”’）》〉】〕".contains(ch));
    let after_sign = chars.was(at, |ch| SIGNS.contains(ch));
    let in_chinese = after_sign && has_han(chars.str(0..at)) && !chars.is(at + 1, is_blank);
    let after_han = (chars.was(word_end, is_han) || in_chinese) && !is_address(chars, at);
    let before_han = chars.is(at + 1, is_han) && chars.was(at, |ch| !is_blank(ch));
    let between_marks = word_end < at && chars.is(at + 1, |ch| "“‘（《【".contains(ch));
    after_han || before_han || between_marks
}

/// Whether the mark here stands in an address: `…/搜索?q=1`.
fn is_address(chars: &Chars<'_>, at: usize) -> bool {
    let word = chars.str(chars.run_back(at, |ch| !is_blank(ch) && !is_chinese_mark(ch))..at);
    word.contains("://") || word.contains("www.")
}

/// Reports the mark here, and takes the blanks behind it away with it.
fn report(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, right: &str, sink: &mut Sink) {
    let end = chars.run(at + 1, |ch| ch == ' ');
    // Where a mark of emphasis stands between, the blanks stay.
    let whole = passage.edit(chars.bytes(at..end), right).filter(|edit| edit.gaps.is_empty());
    let edit = whole.or_else(|| passage.edit(chars.bytes(at..at + 1), right));
    let found = passage.found(Code::HalfwidthMark, chars.bytes(at..at + 1));
    sink.push(found.with("right", right).fixed_by(edit));
}

/// A point that ends a sentence, or stands between han.
fn point(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, sink: &mut Sink) {
    let is_run = chars.was(at, |ch| ".．".contains(ch)) || chars.is(at + 1, |ch| ".．".contains(ch));
    let is_ordinal = chars.run_back(at, is_han_number) == 0;
    let is_behind = |ch: char| is_han(ch) || SIGNS.contains(ch);
    let word = chars.run_back(at, |ch| "”’）》〉".contains(ch));
    if is_run || is_ordinal || !has_han(chars.str(0..at)) || !(word < at || chars.was(word, is_behind)) {
        return;
    }
    let is_closed = word < at && !chars.is(at + 1, |ch| ch.is_ascii_alphanumeric());
    let ends = is_closed || chars.get(at + 1).is_none_or(|ch| "”’）\n".contains(ch) || is_blank(ch));
    if ends {
        report(passage, chars, at, "。", sink);
    } else if chars.is(at + 1, is_han) {
        // A full stop, or the dot of a foreign name: not certain enough for an edit.
        sink.push(passage.found(Code::HalfwidthMark, chars.bytes(at..at + 1)).with("right", "。"));
    }
}

/// Brackets round text with han, each half by itself.
fn brackets(passage: &Passage<'_>, chars: &Chars<'_>, sink: &mut Sink) {
    let mut open: Vec<usize> = Vec::new();
    for (at, ch) in chars.iter() {
        match ch {
            '(' | '（' => open.push(at),
            ')' | '）' => {
                let Some(start) = open.pop() else { continue };
                let mixed = (ch == ')') != (chars.get(start) == Some('('));
                if !mixed && !has_han(chars.str(start..at)) {
                    continue;
                }
                for (half, right) in [(start, '（'), (at, '）')] {
                    if chars.is(half, |ch| ch.is_ascii()) {
                        let right = right.to_string();
                        let edit = passage.edit(chars.bytes(half..half + 1), &right);
                        let found = passage.found(Code::HalfwidthMark, chars.bytes(half..half + 1));
                        sink.push(found.with("right", right).fixed_by(edit));
                    }
                }
            }
            _ => {}
        }
    }
}
