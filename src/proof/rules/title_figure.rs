//! A figure of a title that its text does not have: an amount, a share, a number of persons or things.
//!
//! Source: newsroom practice (校对通例): title and text have the same figures.
//! False alarms: a title may round, add up or convert, so this is advice; a figure with `超`, `近`, `余` and the
//! like is left alone, and so are dates, ordinals and what is quoted. `1.2亿元` and `12000万元` are alike.

use crate::diagnostic::{Code, Sink};
use crate::proof::{Part, Reading};
use std::ops::Range;

/// What is counted.
const UNITS: &[&str] = &[
    "%",
    "％",
    "个百分点",
    "元",
    "人",
    "户",
    "公里",
    "亩",
    "吨",
    "件",
    "条",
    "个",
    "项",
    "家",
    "名",
    "次",
    "台",
    "套",
];

/// What makes a figure a round one.
const ROUND: &[&str] = &["超", "近", "约", "逾", "过", "超过", "第", "破", "达"];

/// A number with its unit, in millionths.
struct Figure {
    range: Range<usize>,
    value: u128,
    unit: &'static str,
}

/// Reports each figure of a title that stands nowhere in the text.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in reading.passages.iter().filter(|passage| matches!(passage.part, Part::Title | Part::BriefTitle)) {
        let Some(entry) = passage.entry else { continue };
        let in_title = figures(passage.as_str());
        if in_title.is_empty() {
            continue;
        }
        let texts = reading
            .of_entry(entry)
            .filter(|passage| passage.part.is_prose() || matches!(passage.part, Part::Heading(_)));
        let in_text: Vec<_> = texts.flat_map(|passage| figures(passage.as_str())).collect();
        for figure in in_title {
            let text = passage.as_str();
            let is_round = ROUND.iter().any(|word| text[..figure.range.start].ends_with(word));
            let has_unit = in_text.iter().any(|other| other.unit == figure.unit);
            let is_there = in_text.iter().any(|other| other.value == figure.value);
            if has_unit && !is_there && !is_round && !passage.is_quoted(&figure.range) {
                sink.push(passage.found(Code::TitleFigure, figure.range));
            }
        }
    }
}

/// The figures of a text that have a unit.
fn figures(text: &str) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|ch: char| ch.is_ascii_digit()).map(|more| at + more) {
        let len = text[start..].find(|ch: char| !ch.is_ascii_digit() && ch != '.').unwrap_or(text.len() - start);
        at = start + len;
        let rest = &text[at..];
        let scale = [("万亿", 12), ("亿", 8), ("千万", 7), ("百万", 6), ("万", 4), ("千", 3)];
        let scaled = scale.iter().find_map(|(word, power)| Some((rest.strip_prefix(word)?, *power)));
        let (rest, power) = scaled.unwrap_or((rest, 0));
        let Some(unit) = UNITS.iter().find(|unit| rest.starts_with(**unit)) else { continue };
        let end = text.len() - rest.len() + unit.len();
        if let Some(value) = millionths(&text[start..at], power) {
            found.push(Figure { range: start..end, value, unit });
        }
    }
    found
}

/// The number of figures with a point, in millionths; none if they are none, or too many.
fn millionths(figures: &str, power: u32) -> Option<u128> {
    let (whole, part) = figures.split_once('.').unwrap_or((figures, ""));
    let digits = u32::try_from(part.len()).ok().filter(|digits| *digits <= 6 && whole.len() <= 12)?;
    let value: u128 = format!("{whole}{part}").parse().ok()?;
    Some(value * 10_u128.pow(6 - digits + power))
}
