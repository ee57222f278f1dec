//! What keys of the style must agree on: measures that fit together, patterns that can be filled.

use super::table::{Fields, Layer};
use super::value::Item;
use crate::diagnostic::{Argument, Code, Diagnostic, Place, Sink};
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

/// Reports measures that cannot stand together, where the last of them was set.
fn check_measures(fields: &Fields<'_, '_>, style: &Style, sink: &mut Sink) {
    let pitch = style.sheet.type_area_height / i64::try_from(style.sheet.lines).unwrap_or(1);
    let largest = largest(style);
    let clashes = clashes_of_sheet(style).into_iter();
    for (message, keys, clash) in
        clashes.chain(clashes_of_heads(style, pitch)).chain(clashes_of_lines(style, pitch, largest))
    {
        if clash {
            let place = last_set(fields, keys).or_else(|| fields.layers.first().map(Layer::place));
            sink.push(Diagnostic::new(Code::MeasuresClash, place).with("clash", Argument::Message(message)));
        }
    }
}

/// The largest size of what stands on lines of the grid.
fn largest(style: &Style) -> Length {
    let [text, byline, contents] = [style.text.size, style.byline.size, style.contents.size];
    let [imprint, subtitle, corners] = [style.imprint.size, style.titles.subtitle_size, style.corners.size];
    text.max(byline).max(contents).max(imprint).max(subtitle).max(corners)
}

/// What does not go on the sheet.
fn clashes_of_sheet(style: &Style) -> Vec<Clash> {
    let (sheet, number) = (&style.sheet, &style.page_number);
    let below = sheet.height - sheet.head_margin - sheet.type_area_height;
    let across = number.indent.at(number.size) + number.size * 6;
    vec![
        ("clash-width", &[BINDING, AREA_WIDTH, WIDTH], sheet.binding_margin + sheet.type_area_width > sheet.width),
        ("clash-height", &[HEAD_MARGIN, AREA_HEIGHT, HEIGHT], below < Length::ZERO),
        ("clash-lines", &[LINES], sheet.lines < 12),
        (
            "clash-number",
            &[("page_number", "distance"), ("page_number", "size"), HEIGHT, AREA_HEIGHT, HEAD_MARGIN],
            number.distance + number.size > below,
        ),
        (
            "clash-number",
            &[("page_number", "indent"), ("page_number", "size"), AREA_WIDTH],
            across > sheet.type_area_width,
        ),
    ]
}

/// What does not go into the heads of pages and articles.
fn clashes_of_heads(style: &Style, pitch: Length) -> Vec<Clash> {
    let (titles, briefs, contents, head) = (&style.titles, &style.briefs, &style.contents, &style.masthead);
    let lines = head.lines + 4 + contents.heading_lines + contents.space_below.ceil();
    let figures = head.figure_spacing.at(style.text.size) * 8;
    let title = |line: Lines, size: Length| line.at(pitch) < size;
    vec![
        (
            "clash-head",
            &[("masthead", "lines"), ("contents", "heading_lines"), ("contents", "space_below"), LINES],
            lines >= style.sheet.lines,
        ),
        ("clash-figures", &[("masthead", "figure_spacing"), SIZES[0]], figures > style.sheet.type_area_width),
        (
            "clash-title",
            &[("titles", "lead_line"), ("titles", "lead_size"), LINES, AREA_HEIGHT],
            title(titles.lead_line, titles.lead_size),
        ),
        ("clash-title", &[("titles", "line"), ("titles", "size"), LINES, AREA_HEIGHT], title(titles.line, titles.size)),
        ("clash-title", &[("briefs", "line"), ("briefs", "size"), LINES, AREA_HEIGHT], title(briefs.line, briefs.size)),
        (
            "clash-title",
            &[("contents", "heading_size"), ("contents", "heading_lines"), LINES, AREA_HEIGHT],
            contents.heading_size > pitch * contents.heading_lines as i64,
        ),
    ]
}

/// What does not go on a line.
fn clashes_of_lines(style: &Style, pitch: Length, largest: Length) -> Vec<Clash> {
    let measure = style.sheet.type_area_width;
    let stop = style.contents.title_stop.at(style.contents.size);
    let indent = style.text.indent.at(style.text.size);
    vec![
        (
            "clash-measure",
            &[SIZES[0], SIZES[1], SIZES[2], SIZES[3], SIZES[4], SIZES[5], AREA_WIDTH],
            measure < largest * 10,
        ),
        (
            "clash-pitch",
            &[SIZES[0], SIZES[1], SIZES[2], SIZES[3], SIZES[4], SIZES[5], LINES, AREA_HEIGHT],
            pitch < largest,
        ),
        (
            "clash-stop",
            &[("contents", "title_stop"), ("contents", "size"), AREA_WIDTH],
            measure - stop < style.contents.size * 4,
        ),
        ("clash-indent", &[("text", "indent"), SIZES[0], AREA_WIDTH], indent > measure - style.text.size * 2),
    ]
}

/// A clash: its message, the keys that it may come from, and whether it is one.
type Clash = (&'static str, &'static [(&'static str, &'static str)], bool);

const LINES: (&str, &str) = ("sheet", "lines");
const BINDING: (&str, &str) = ("sheet", "binding_margin");
const AREA_WIDTH: (&str, &str) = ("sheet", "type_area_width");
const WIDTH: (&str, &str) = ("sheet", "width");
const HEIGHT: (&str, &str) = ("sheet", "height");
const AREA_HEIGHT: (&str, &str) = ("sheet", "type_area_height");
const HEAD_MARGIN: (&str, &str) = ("sheet", "head_margin");
/// The sizes of what stands on lines of the grid.
const SIZES: [(&str, &str); 6] = [
    ("text", "size"),
    ("byline", "size"),
    ("contents", "size"),
    ("imprint", "size"),
    ("titles", "subtitle_size"),
    ("corners", "size"),
];

/// Where the topmost layer that sets one of these keys does so.
fn last_set(fields: &Fields<'_, '_>, keys: &[(&str, &str)]) -> Option<Place> {
    let mut quiet = Sink::default();
    fields.layers.iter().rev().find_map(|layer| {
        let layer = Fields { layers: vec![layer.clone()] };
        keys.iter().find_map(|(section, key)| layer.table(section, &mut quiet)?.get(key)).map(|item| item.place())
    })
}
