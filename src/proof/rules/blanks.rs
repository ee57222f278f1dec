//! Blanks between han characters or beside fullwidth marks: spaces, tabs, U+00A0, U+3000.
//!
//! Source: GB/T 15834-2011 5.1 (marks have the room they need); house style: none between han.
//! False alarms: a blank between two clauses of a title or of a quoted slogan (`“双岗建功　服务打造…”`) is meant, and
//! so is one behind an ordinal at a paragraph's start (`第一条　`) and behind 记者 and the like; a name of two characters
//! typed with a blank between marks (`、王　伟、`) is left alone, and so are names of the byline. Beside the marks that
//! Latin text has too (`“”` `‘’` `—` `…` `·`) a blank counts only if Chinese stands on its other side. Blanks
//! between han and Latin letters or figures are a matter of the house, not told here.

use super::chars::{Chars, is_blank, is_chinese_mark, is_han, is_han_number, is_mark};
use crate::diagnostic::{Code, Sink};
use crate::proof::{Passage, Reading};

/// Common surnames, by which a name typed with a blank is known.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈\
姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

/// Words before a name that is set off by a blank.
const BEFORE_NAMES: &[&str] = &["记者", "通讯员", "责任编辑", "摄影", "作者", "校对"];

/// Reports each run of blanks.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let chars = Chars::of(passage);
        let mut at = chars.next(0, is_blank);
        while at < chars.len() {
            let end = chars.run(at, is_blank);
            if at > 0 && end < chars.len() && is_stray(&chars, at, end) && !is_meant(passage, &chars, at, end) {
                let range = chars.bytes(at..end);
                let edit = passage.edit(range.clone(), "");
                // What the program itself puts between two lines is not the author's.
                if passage.place(range.clone()).is_some() {
                    sink.push(passage.found(Code::StrayBlank, range).fixed_by(edit));
                }
            }
            at = chars.next(end, is_blank);
        }
    }
}

/// Whether Chinese stands so beside the blanks that none belong there.
fn is_stray(chars: &Chars<'_>, at: usize, end: usize) -> bool {
    let is_chinese = |ch: char| is_han(ch) || is_mark(ch);
    let both = chars.was(at, is_chinese) && chars.is(end, is_chinese);
    both || chars.was(at, is_chinese_mark) || chars.is(end, is_chinese_mark)
}

/// Whether an author puts blanks there on purpose.
fn is_meant(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, end: usize) -> bool {
    let before = chars.run_back(at, is_han);
    let after = chars.run(end, is_han);
    // A quote that lost its other half opens a quotation all the same.
    let mark = chars.str(0..at).chars().rev().find(|ch| "“”‘’《》\"".contains(*ch));
    let is_open = mark.is_some_and(|mark| "“‘《\"".contains(mark));
    let is_slogan = passage.part.is_title() || is_open || passage.is_quoted(&chars.bytes(at..end));
    let clauses = is_slogan && at - before >= 2 && after - end >= 2 && at - before + after - end >= 6;
    let ordinal = is_ordinal(chars.str(0..at));
    let named =
        BEFORE_NAMES.iter().any(|word| chars.ends(at, word)) && chars.is(at, |ch| ch == '\u{3000}') && at + 1 == end;
    clauses || ordinal || named || is_name(chars, at, end)
}

/// Whether a text is nothing but an ordinal: `第一条`, `一、`, `（一）`.
fn is_ordinal(text: &str) -> bool {
    let is_numbered = |text: &str| text.chars().all(|ch| is_han_number(ch) || ch.is_ascii_digit());
    match text.strip_prefix('第') {
        Some(rest) => rest.strip_suffix(['条', '章', '节', '编', '款']).is_some_and(is_numbered),
        None => is_numbered(text.trim_start_matches('（').trim_end_matches(['、', '）'])),
    }
}

/// Whether a surname and a character stand between marks, other blanks or the ends: a name typed with a blank.
fn is_name(chars: &Chars<'_>, at: usize, end: usize) -> bool {
    let parts = |ch: Option<char>| ch.is_none_or(|ch| is_mark(ch) || is_blank(ch));
    let surname = chars.was(at, |ch| SURNAMES.contains(ch)) && parts(at.checked_sub(2).and_then(|at| chars.get(at)));
    // With U+3000, as names are evened out to three characters, the sentence may go on behind it.
    let evened = at + 1 == end && chars.is(at, |ch| ch == '\u{3000}');
    surname && chars.is(end, is_han) && (evened || parts(chars.get(end + 1)))
}
