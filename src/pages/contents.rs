//! The contents (目录): a column's label, then the titles of its articles; the briefs are one entry.

use super::block::{Anchor, PageOf, Part, Row, Strip, TextPart, Trim};
use super::links::Goal;
use super::{Composer, wording};
use crate::document::{Artifact, Colour, ElementId, Role as Element, Structure, Tag};
use crate::length::{Em, Length};
use crate::model::style::{ContentsOrder, Role};
use crate::model::{Entry, Text, Title};
use crate::typeset::{Line, Type, set_line, set_whole_title, set_within};

/// The rows of the heading and of the list.
pub(super) fn rows(composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let contents = composer.structure.add(Element::Contents, Structure::ROOT);
    let mut rows = vec![heading(contents, composer)];
    let space = composer.publication.style.contents.space_below;
    rows.push(Row { trim: Trim::default(), ..Row::blank(space.ceil()) });
    let mut column: Option<&Text> = None;
    let mut briefs_listed = false;
    for (order, item) in in_order(composer) {
        match item {
            Entry::Article(article) => {
                let repeats = column.is_some_and(|column| column.as_str() == article.column.as_str());
                let label = (!repeats).then_some(&article.column);
                let listed = Listed::Title(article.title.clone());
                rows.extend(entry(contents, label, &listed, Anchor::Entry(order), composer));
                column = Some(&article.column);
            }
            Entry::Brief(_) if !briefs_listed => {
                let label = composer.publication.briefs.as_ref();
                let listed = Listed::Count(brief_count(composer));
                rows.extend(entry(contents, label, &listed, Anchor::Briefs(order), composer));
                (briefs_listed, column) = (true, None);
            }
            Entry::Brief(_) => {}
        }
    }
    rows
}

/// The issue's entries in the order in which they are listed.
fn in_order<'a>(composer: &Composer<'a, '_>) -> Vec<(usize, &'a Entry)> {
    let (issue, publication) = (composer.issue, composer.publication);
    let mut entries: Vec<_> = issue.entries.iter().enumerate().collect();
    if publication.style.contents.order == ContentsOrder::Columns {
        let place = |column: Option<&Text>| {
            publication.columns.iter().position(|known| Some(known.as_str()) == column.map(Text::as_str))
        };
        entries.sort_by_key(|(_, entry)| match entry {
            Entry::Article(article) => place(Some(&article.column)),
            Entry::Brief(_) => place(publication.briefs.as_ref()),
        });
    }
    entries
}

/// What an entry lists.
enum Listed {
    /// An article by its title.
    Title(Title),
    /// The briefs by their number.
    Count(Text),
}

impl Listed {
    fn whole(&self) -> String {
        match self {
            Self::Title(title) => title.whole().as_str().to_owned(),
            Self::Count(count) => count.as_str().to_owned(),
        }
    }
}

/// `6则`, in the style's wording.
fn brief_count(composer: &Composer<'_, '_>) -> Text {
    let count = Text::unplaced(&composer.issue.briefs().count().to_string());
    wording::fill(&composer.publication.style.contents.brief_count, &[("count", count)])
}

/// The heading, centred in its lines.
fn heading(contents: ElementId, composer: &mut Composer<'_, '_>) -> Row {
    let style = &composer.publication.style.contents;
    let kind = Type { role: Role::Title, size: style.heading_size };
    let text = Text::unplaced(&style.heading);
    let gap = wording::gap_inside_pair(&style.heading, style.heading_spacing.at(kind.size));
    let line = set_line(&text, kind, gap.as_slice(), &mut composer.setter);
    let tag = Tag::Element(composer.structure.add(Element::ContentsHeading, contents));
    let lines = style.heading_lines;
    let strip = Strip { top: Length::ZERO, height: composer.area.pitch() * lines as i64 };
    let x = (composer.area.measure() - line.width) / 2;
    let part = Part::Text(TextPart { line, x, strip, colour: Colour::Black, tag });
    Row { height: lines, parts: vec![part], keep_with_next: true, anchor: Some(Anchor::Contents), ..Row::default() }
}

/// An entry: its column's label, where it is shown, and its title, wrapped under its own start.
fn entry(
    contents: ElementId,
    label: Option<&Text>,
    listed: &Listed,
    anchor: Anchor,
    composer: &mut Composer<'_, '_>,
) -> Vec<Row> {
    let style = &composer.publication.style;
    let size = style.contents.size;
    let stop = style.contents.title_stop.at(size);
    let numbered = style.contents.page_numbers;
    let room = (style.contents.number_room + style.contents.leader_gap).at(size);
    let number_room = if numbered { room } else { Length::ZERO };
    let entry = composer.structure.add(Element::ContentsEntry, contents);

    let label = label.map(|label| {
        let kind = Type { role: Role::Label, size };
        let lines = set_within(label, kind, &[], composer.area.measure(), &mut composer.setter);
        (lines, Tag::Element(composer.structure.add(Element::ContentsColumn, entry)))
    });
    let measure = composer.area.measure() - stop - number_room;
    let lines = listed_lines(listed, Type { role: Role::Body, size }, measure, composer);
    let title = composer.structure.add(Element::ContentsTitle, entry);
    composer.leads.add(title, &listed.whole(), Goal::Anchor(anchor));
    let tag = Tag::Element(title);
    let pitch = composer.area.pitch();
    let mut rows: Vec<_> = lines.into_iter().map(|line| Row::text(line, stop, pitch, tag)).collect();
    if let Some((lines, tag)) = label {
        // A label that reaches the titles' stop has lines of its own.
        let beside = lines.iter().all(|line| line.width + size / 2 <= stop);
        let mut labels: Vec<_> = lines.into_iter().map(|line| Row::text(line, Length::ZERO, pitch, tag)).collect();
        match (rows.first_mut().filter(|_| beside), labels.pop()) {
            (Some(first), Some(label)) => drop(first.parts.splice(0..0, label.parts)),
            (None, Some(label)) => rows.splice(0..0, labels.into_iter().chain([label])).for_each(drop),
            _ => {}
        }
    }
    if let (Some(last), true) = (rows.last_mut(), numbered) {
        let number = composer.structure.add(Element::ContentsPage, entry);
        composer.leads.join(number, title);
        let tag = Tag::Element(number);
        let from = last.extent().1 + Em::HALF.at(size);
        last.parts.push(Part::PageOf(PageOf { anchor, from, tag }));
    }
    let count = rows.len();
    for row in rows.iter_mut().take(count - 1) {
        row.keep_with_next = true;
    }
    rows
}

/// A title broken like any title; a number with its figures set off.
fn listed_lines(listed: &Listed, kind: Type, measure: Length, composer: &mut Composer<'_, '_>) -> Vec<Line> {
    match listed {
        Listed::Title(title) => set_whole_title(&title.whole(), &title.breaks(), kind, measure, &mut composer.setter),
        Listed::Count(count) => {
            let spacing = composer.publication.style.masthead.figure_spacing.at(kind.size);
            let gaps = wording::gaps_at_figures(count.as_str(), spacing);
            vec![set_line(count, kind, &gaps, &mut composer.setter)]
        }
    }
}

/// A page number and the leader dots before it, when the page is known.
pub(super) fn page_number(part: &PageOf, page: usize, composer: &mut Composer<'_, '_>) -> Vec<Part> {
    let style = &composer.publication.style;
    let size = style.contents.size;
    let kind = Type { role: Role::Body, size };
    let strip = Strip { top: Length::ZERO, height: composer.area.pitch() };
    let text = |line: Line, x: Length, tag: Tag| Part::Text(TextPart { line, x, strip, colour: Colour::Black, tag });

    let number = set_line(&Text::unplaced(&page.to_string()), kind, &[], &mut composer.setter);
    let mark = set_line(&Text::unplaced(&style.contents.leader), kind, &[], &mut composer.setter);
    // All leaders end at one place, so that their dots stand under each other.
    let end = composer.area.measure() - style.contents.number_room.at(size);
    let dots = if mark.width > Length::ZERO { (end - part.from).units() / mark.width.units() } else { 0 };
    let leader = Text::unplaced(&style.contents.leader.repeat(usize::try_from(dots).unwrap_or(0)));
    let leader = set_line(&leader, kind, &[], &mut composer.setter);
    let (leader_x, number_x) = (end - leader.width, composer.area.measure() - number.width);
    vec![text(leader, leader_x, Tag::Artifact(Artifact::Leader)), text(number, number_x, part.tag)]
}
