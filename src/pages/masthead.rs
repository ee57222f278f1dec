//! The head of page one (报头): corners, name, edition, numbers, publisher and date, the red rule.

use super::block::{Part, Row, Strip, TextPart};
use super::{Composer, corners, wording};
use crate::document::{Colour, ElementId, Role as Element, Structure, Tag};
use crate::length::Length;
use crate::model::Text;
use crate::model::style::Role;
use crate::typeset::{Gap, Line, Type, set_line, set_title, set_within};

/// The rows of the head: the name's lines, and one each for the rest.
pub(super) fn rows(composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let head = composer.structure.add(Element::Masthead, Structure::ROOT);
    let mut rows = corners::rows(head, composer);
    if composer.publication.style.masthead.preprinted {
        rows = vec![corners_in_printed_head(rows, composer)];
    } else {
        rows.push(name(head, composer));
    }
    if composer.publication.style.masthead.edition_shown {
        rows.extend(edition(head, composer));
    }
    rows.extend(numbers(head, composer));
    rows.extend(publisher_and_date(head, composer));
    rows.push(red_rule(composer));
    for row in &mut rows {
        row.keep_with_next = true;
    }
    rows
}

/// The room of a head that is on the sheet already, with the corners in its upper lines: nothing below moves
/// because of them.
fn corners_in_printed_head(corners: Vec<Row>, composer: &Composer<'_, '_>) -> Row {
    let mut head = Row { height: composer.publication.style.masthead.lines, ..Row::default() };
    for (order, row) in corners.into_iter().enumerate() {
        let down = composer.area.pitch() * order as i64;
        head.height = head.height.max(order + 1);
        head.parts.extend(row.parts.into_iter().map(|part| match part {
            Part::Text(text) => {
                Part::Text(TextPart { strip: Strip { top: text.strip.top + down, ..text.strip }, ..text })
            }
            part => part,
        }));
    }
    head
}

/// The publication's name, spread evenly over the measure less the inset, at the style's size or the
/// largest that fits.
fn name(head: ElementId, composer: &mut Composer<'_, '_>) -> Row {
    let style = &composer.publication.style;
    let text = &composer.publication.name;
    let inset = style.masthead.inset.at(style.text.size);
    let room = composer.area.measure() - inset;
    let lines = style.masthead.lines;
    let height = composer.area.pitch() * lines as i64;

    let mut kind = Type { role: Role::Title, size: style.masthead.size.min(height) };
    let natural = set_line(text, kind, &[], &mut composer.setter).width;
    if natural > room {
        kind.size = kind.size.scale(room.units(), natural.units());
    }
    let natural = set_line(text, kind, &[], &mut composer.setter).width;
    let starts: Vec<_> = text.as_str().char_indices().map(|(at, _)| at).skip(1).collect();
    let spread = |part: i64| (room - natural).scale(part, starts.len().max(1) as i64);
    let gaps = (0..).zip(&starts).map(|(order, at)| Gap { before: *at, width: spread(order + 1) - spread(order) });
    let line = set_line(text, kind, &gaps.collect::<Vec<_>>(), &mut composer.setter);

    let tag = Tag::Element(composer.structure.add(Element::Name, head));
    let x = (composer.area.measure() - line.width) / 2;
    let strip = Strip { top: Length::ZERO, height };
    let part = TextPart { line, x, strip, colour: Colour::Red, tag };
    Row { height: lines, parts: vec![Part::Text(part)], ..Row::default() }
}

/// The edition in its brackets, centred.
fn edition(head: ElementId, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let style = &composer.publication.style;
    let kind = Type { role: Role::Byline, size: style.text.size };
    let edition = &composer.issue.edition;
    let series = composer.publication.series_named(edition.as_str());
    let edition = series.and_then(|series| series.label.as_ref()).unwrap_or(edition);
    let mut text = Text::unplaced(&style.masthead.edition_open);
    let opened = text.as_str().len();
    text.append(edition);
    text.push(&style.masthead.edition_close, None);
    let inside = wording::gap_inside_pair(edition.as_str(), style.masthead.edition_spacing.at(kind.size));
    let gaps: Vec<_> = inside.map(|gap| Gap { before: gap.before + opened, ..gap }).into_iter().collect();
    let lines = set_within(&text, kind, &gaps, composer.area.measure(), &mut composer.setter);
    centred(lines, Element::Edition, head, composer)
}

/// The year's number and the serial, centred.
fn numbers(head: ElementId, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let style = &composer.publication.style;
    let text = wording::issue_line(composer.issue, &style.masthead);
    let lines = set_off(&text, composer.area.measure(), composer);
    centred(lines, Element::IssueNumber, head, composer)
}

/// The publisher at the left, the date at the right, each standing in; the date goes below a publisher
/// that leaves it no room.
fn publisher_and_date(head: ElementId, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let style = &composer.publication.style;
    let indent = style.masthead.indent.at(style.text.size);
    let kind = Type { role: Role::Body, size: style.text.size };
    let room = composer.area.measure() - indent * 2;
    let publisher = std::slice::from_ref(&composer.publication.publisher);
    let publisher = set_title(publisher, kind, room, &mut composer.setter);
    let dates = set_off(&date_text(composer), room, composer);
    let date_width = dates.first().map_or(Length::ZERO, |date| date.width);
    let beside = publisher.len() == 1 && dates.len() == 1 && publisher[0].width + kind.size + date_width <= room;

    let pitch = composer.area.pitch();
    let tag = Tag::Element(composer.structure.add(Element::Publisher, head));
    let mut rows: Vec<_> = publisher.into_iter().map(|line| Row::text(line, indent, pitch, tag)).collect();
    let tag = Tag::Element(composer.structure.add(Element::Date, head));
    for date in dates {
        let x = composer.area.measure() - indent - date.width;
        let date = Row::text(date, x, pitch, tag);
        match rows.last_mut().filter(|_| beside) {
            Some(row) => row.parts.extend(date.parts),
            None => rows.push(date),
        }
    }
    rows
}

/// The date of issue in the style's wording.
fn date_text(composer: &Composer<'_, '_>) -> Text {
    let date = composer.issue.date;
    let part = |value: u16| {
        let mut text = Text::default();
        text.push(&value.to_string(), Some(date.place));
        text
    };
    let values = [
        ("year", part(date.value.year)),
        ("month", part(date.value.month.into())),
        ("day", part(date.value.day.into())),
    ];
    wording::fill(&composer.publication.style.masthead.date_line, &values)
}

/// Body type whose figures are set off.
fn set_off(text: &Text, room: Length, composer: &mut Composer<'_, '_>) -> Vec<Line> {
    let style = &composer.publication.style;
    let kind = Type { role: Role::Body, size: style.text.size };
    let gaps = wording::gaps_at_figures(text.as_str(), style.masthead.figure_spacing.at(kind.size));
    set_within(text, kind, &gaps, room, &mut composer.setter)
}

fn centred(lines: Vec<Line>, element: Element, head: ElementId, composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let tag = Tag::Element(composer.structure.add(element, head));
    let (measure, pitch) = (composer.area.measure(), composer.area.pitch());
    lines
        .into_iter()
        .map(|line| (line.width, line))
        .map(|(width, line)| Row::text(line, (measure - width) / 2, pitch, tag))
        .collect()
}

/// The red rule over the measure, in the middle of its line.
fn red_rule(composer: &Composer<'_, '_>) -> Row {
    let height = composer.publication.style.masthead.rule;
    if composer.publication.style.masthead.preprinted {
        return Row { height: 1, ..Row::default() };
    }
    let y = (composer.area.pitch() - height) / 2;
    let part = Part::rule(y, composer.area.measure(), height, Colour::Red);
    Row { height: 1, parts: vec![part], ..Row::default() }
}
