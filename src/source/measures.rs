//! What keys of the style must agree on: measures that fit together, patterns that can be filled.

use super::table::Fields;
use super::value::Item;
use crate::diagnostic::{Argument, Code, Diagnostic, Sink};
use crate::length::{Length, Lines};
use crate::model::Style;

/// Reports what cannot stand together.
pub(super) fn check(fields: &Fields<'_, '_>, style: &Style, sink: &mut Sink) {
    check_patterns(fields, style, sink);
    check_measures(fields, style, sink);
}

/// The patterns of the style: where each stands, what it is, and the names that it may use.
pub(super) type Pattern<'s> = (&'static str, &'static str, &'s str, &'static [&'static str]);

/// The patterns of words that the format fills in.
fn patterns(style: &Style) -> Vec<Pattern<'_>> {
    let head = &style.masthead;
    vec![
        ("masthead", "issue_line", &head.issue_line, &["number", "serial", "year"]),
        ("masthead", "merged_issue_line", &head.merged_issue_line, &["number", "serial", "year"]),
        ("masthead", "date_line", &head.date_line, &["year", "month", "day"]),
        ("contents", "brief_count", &style.contents.brief_count, &["count"]),
        ("imprint", "copies_line", &style.imprint.copies_line, &["copies"]),
    ]
}

/// Reports names in braces that a pattern does not fill.
fn check_patterns(fields: &Fields<'_, '_>, style: &Style, sink: &mut Sink) {
    for (section, key, pattern, known) in patterns(style) {
        let item = fields.table(section, &mut Sink::default()).and_then(|table| table.get(key));
        if let Some(item) = item {
            check_pattern(&item, pattern, known, sink);
        }
    }
}

/// Reports the first name in braces that is not among the known ones.
pub(super) fn check_pattern(item: &Item<'_, '_>, pattern: &str, known: &[&str], sink: &mut Sink) {
    let mut names = pattern.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    if let Some(unknown) = names.find(|name| !known.contains(name)) {
        let known: Vec<_> = known.iter().map(|name| format!("{{{name}}}")).collect();
        let diagnostic = Diagnostic::new(Code::WrongValue, item.place())
            .with("expected", Argument::Message("kind-pattern"))
            .with("found", format!("{{{unknown}}}"))
            .with("choices", Argument::Texts(known));
        sink.push(diagnostic);
    }
}

/// Reports measures that cannot stand together, at the section that sets one of them.
fn check_measures(fields: &Fields<'_, '_>, style: &Style, sink: &mut Sink) {
    let sheet = &style.sheet;
    let measure = sheet.type_area_width;
    let pitch = sheet.type_area_height / i64::try_from(sheet.lines).unwrap_or(1);
    let (titles, briefs) = (&style.titles, &style.briefs);
    let sizes = [
        style.text.size,
        style.byline.size,
        style.contents.size,
        style.imprint.size,
        titles.subtitle_size,
        style.corners.size,
    ];
    let largest = sizes.into_iter().max().unwrap_or(Length::ZERO);
    let stop = style.contents.title_stop.at(style.contents.size);
    let head = style.masthead.lines + 4 + style.contents.heading_lines + style.contents.space_below.ceil();
    let below = sheet.height - sheet.head_margin - sheet.type_area_height;
    let number = style.page_number.distance + style.page_number.size;
    let title = |line: Lines, size: Length| line.at(pitch) < size;
    let clashes = [
        ("masthead", "clash-head", head >= sheet.lines),
        ("page_number", "clash-number", number > below),
        ("titles", "clash-title", title(titles.lead_line, titles.lead_size)),
        ("titles", "clash-title", title(titles.line, titles.size)),
        ("briefs", "clash-title", title(briefs.line, briefs.size)),
        ("contents", "clash-title", style.contents.heading_size > pitch * style.contents.heading_lines as i64),
        ("sheet", "clash-width", sheet.binding_margin + measure > sheet.width),
        ("sheet", "clash-height", sheet.head_margin + sheet.type_area_height > sheet.height),
        ("text", "clash-measure", measure < largest * 10),
        ("sheet", "clash-pitch", pitch < largest),
        ("contents", "clash-stop", measure - stop < style.contents.size * 4),
        ("text", "clash-indent", style.text.indent.at(style.text.size) > measure - style.text.size * 2),
        ("sheet", "clash-lines", sheet.lines < 12),
    ];
    for (section, message, clash) in clashes {
        if clash {
            let table = fields.table(section, &mut Sink::default());
            let place =
                table.and_then(|table| table.place()).or_else(|| fields.layers.first().map(|base| base.place()));
            sink.push(Diagnostic::new(Code::MeasuresClash, place).with("clash", Argument::Message(message)));
        }
    }
}
