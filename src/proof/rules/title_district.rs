//! A district in a title that is not the byline's: `某某区：…` sent by another district.
//!
//! Source: newsroom practice (校对通例): the district of a title is that of its sender.
//! False alarms: only a title that begins with a district and a colon is taken, and only if the byline's unit
//! itself begins with a district; a unit of the city may write of any district.

use crate::diagnostic::{Code, Sink};
use crate::proof::words::is_han;
use crate::proof::{Part, Passage, Reading};

/// Reports each district that no unit of the byline has.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for (order, _) in reading.issue.entries.iter().enumerate() {
        let units: Vec<&Passage<'_>> = reading.of_entry(order).filter(|passage| passage.part == Part::Unit).collect();
        let sent = units.iter().filter_map(|unit| district(unit.as_str()));
        let sent: Vec<_> = sent.collect();
        if sent.is_empty() || sent.len() < units.len() {
            continue;
        }
        let title = reading.of_entry(order).find(|passage| matches!(passage.part, Part::Title | Part::BriefTitle));
        let Some(passage) = title else { continue };
        let text = passage.as_str();
        let Some(colon) = text.find('：') else { continue };
        let Some(named) = district(&text[..colon]).filter(|named| named.len() == colon) else { continue };
        let is_sender = units.iter().any(|unit| unit.as_str().contains(named));
        if !is_sender && !sent.iter().any(|unit| named.ends_with(unit)) {
            let unit = units.first().map_or("", |unit| unit.as_str());
            let place = units.first().and_then(|unit| unit.text.whole_place());
            sink.push(passage.found(Code::TitleDistrict, 0..colon).with("unit", unit).related(place));
        }
    }
}

/// The district, county or city with which a text begins.
fn district(text: &str) -> Option<&str> {
    let chars = text.char_indices().take(9);
    let (count, (at, ch)) =
        chars.enumerate().find(|(count, (_, ch))| *count >= 1 && matches!(ch, '区' | '县' | '市'))?;
    let named = &text[..at + ch.len_utf8()];
    // 本市, 全区, 各县
    let is_name = count >= 2 || !named.starts_with(['本', '全', '各', '我', '该', '省', '市', '区', '县']);
    (is_name && named.chars().all(is_han)).then_some(named)
}
