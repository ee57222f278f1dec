//! Range marks (连接号) of the wrong form: `~` for `～`, `-` between quantities or times (`3-5月`).
//!
//! Source: GB/T 15834-2011 4.13.3; GB/T 15835-2011 (ranges of quantities).
//! False alarms: a hyphen counts only between two rising numbers of which the second, or each, has a unit that is
//! counted or measured. Telephone numbers (`010-66001234`), serials and codes (`GB/T 15834-2011`, `A3-5`),
//! rooms (`3-502室`), dates in figures (`2025-04-24`), scores (`3-2`) and chains of words (`提出-交办`) have none.
//! `~` counts only between two numbers. What joins quantities is `～`, what joins times `—`.

use super::chars::{Chars, begins_number, is_han, is_less, number_end};
use crate::char_set::CharSet;
use crate::diagnostic::{Code, Sink};
use crate::proof::{Passage, Reading};

/// Hyphens and dashes that are typed for a range mark.
static HYPHENS: CharSet = CharSet::of("-－–−‐");

/// Waves that are typed for it.
static WAVES: CharSet = CharSet::of("~∼〜˜");

/// Units of time.
const TIMES: &[&str] = &["年", "月", "日", "时", "点", "分", "秒", "学年", "周", "天", "小时"];

/// Other units, and words that are counted.
const UNITS: &[&str] = &[
    "%", "％", "‰", "℃", "万", "亿", "千", "百", "元", "个", "人", "名", "位", "倍", "次", "件", "项", "家", "户",
    "条", "岁", "公里", "千米", "米", "厘米", "毫米", "亩", "公顷", "吨", "公斤", "千克", "克", "平方", "立方", "公分",
    "成", "种", "类", "批", "篇", "本", "台", "辆", "艘", "棵", "株", "头", "只", "场", "届", "期", "章", "款", "页",
    "级", "度", "km", "kg", "mm", "cm", "kW", "m", "t",
];

/// Reports each of them.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in reading.passages.iter().filter(|passage| !passage.part.is_name()) {
        let chars = Chars::of(passage);
        for (at, ch) in chars.iter() {
            if WAVES.contains(ch) && joins_numbers(&chars, at) {
                report(passage, &chars, at, "～", sink);
            } else if HYPHENS.contains(ch)
                && let Some(right) = range_mark(&chars, at)
            {
                report(passage, &chars, at, right, sink);
            }
        }
    }
}

fn report(passage: &Passage<'_>, chars: &Chars<'_>, at: usize, right: &str, sink: &mut Sink) {
    let range = chars.bytes(at..at + 1);
    let edit = passage.edit(range.clone(), right);
    sink.push(passage.found(Code::RangeMark, range).with("right", right).fixed_by(edit));
}

/// Whether a wave stands between two numbers; the first may have its unit.
fn joins_numbers(chars: &Chars<'_>, at: usize) -> bool {
    let is_figure = |ch: char| ch.is_ascii_digit();
    let unit = chars.run_back(at, |ch| is_han(ch) || "%％℃‰".contains(ch));
    let is_number = at - unit <= 3 && chars.was(unit, is_figure);
    is_number && (chars.is(at + 1, is_figure) || (chars.is(at + 1, |ch| ch == '-') && chars.is(at + 2, is_figure)))
}

/// What should join the numbers round a hyphen; none if it may join them.
fn range_mark(chars: &Chars<'_>, at: usize) -> Option<&'static str> {
    let (first, first_unit) = number_before(chars, at)?;
    let last_end = clock_end(chars, at + 1);
    let last = chars.str(at + 1..last_end);
    if last.is_empty() || chars.is(last_end, |ch| HYPHENS.contains(ch) || ch == '/') || is_hyphened_date(first, last) {
        return None;
    }
    let is_clock = |number: &str| number.contains(':');
    if is_clock(first) && is_clock(last) {
        return Some("—");
    }
    let unit = unit_at(chars, last_end)?;
    let each = !first_unit.is_empty();
    let rises = is_less(first, last) || (each && first_unit != unit);
    (rises && (!each || TIMES.contains(&first_unit) == TIMES.contains(&unit))).then_some(if TIMES.contains(&unit) {
        "—"
    } else {
        "～"
    })
}

/// The number that ends before a hyphen, and the unit between them.
fn number_before<'t>(chars: &Chars<'t>, at: usize) -> Option<(&'t str, &'t str)> {
    let end = chars.run_back(at, |ch| is_han(ch) || "%％‰℃".contains(ch));
    let unit = if end == at { "" } else { unit_at(chars, end)? };
    let start = chars.run_back(end, |ch| ch.is_ascii_digit() || ".:,".contains(ch));
    let has_number = start < end && begins_number(chars, start) && chars.is(start, |ch| ch.is_ascii_digit());
    let is_dashed = chars.was(start, |ch| HYPHENS.contains(ch));
    (has_number && !is_dashed && at - end <= 3).then(|| (chars.str(start..end), unit))
}

/// Where a number or a time of the clock ends.
fn clock_end(chars: &Chars<'_>, from: usize) -> usize {
    let end = number_end(chars, from);
    let minutes = chars.run(end + 1, |ch| ch.is_ascii_digit());
    if end > from && chars.is(end, |ch| ch == ':') && minutes == end + 3 { minutes } else { end }
}

/// The unit that stands here, the longest that fits.
fn unit_at(chars: &Chars<'_>, at: usize) -> Option<&'static str> {
    let fits = |unit: &&&&str| {
        let end = at + unit.chars().count();
        // A Latin unit ends where its letters do; 号, 室 and the like after the figures name a place.
        chars.starts(at, unit) && !(unit.is_ascii() && chars.is(end, |ch| ch.is_ascii_alphabetic()))
    };
    UNITS
        .iter()
        .chain(TIMES)
        .collect::<Vec<_>>()
        .iter()
        .filter(|unit| fits(unit))
        .max_by_key(|unit| unit.len())
        .map(|unit| **unit)
}

/// `2025-4` is a month, not a range.
fn is_hyphened_date(first: &str, last: &str) -> bool {
    first.len() == 4 && (first.starts_with("19") || first.starts_with("20")) && last.len() <= 2
}
