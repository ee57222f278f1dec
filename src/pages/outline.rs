//! The outline (书签): the contents, then each column with its titles, the briefs by their units.

use super::Composer;
use super::block::{Anchor, Part, Row};
use super::grid::TypeArea;
use super::paginate::PageRows;
use crate::document::OutlineEntry;
use crate::length::Length;
use crate::model::{Block, Brief, Entry};

/// The page on which an anchor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reached {
    pub(super) anchor: Anchor,
    /// Index of the page, from 0.
    pub(super) page: usize,
    /// The grid line, from 0.
    line: usize,
    /// From the line's top to the top of what is painted.
    offset: Length,
}

impl Reached {
    /// How far down its page it stands, from the trimmed top.
    pub(super) fn top(&self, area: &TypeArea) -> Length {
        area.line_top(self.line) + self.offset
    }
}

/// How many characters of a brief without a unit stand for it.
const EXCERPT: usize = 16;

/// Where all anchors stand.
pub(super) fn anchors(pages: &[PageRows]) -> Vec<Reached> {
    let rows =
        pages.iter().enumerate().flat_map(|(page, rows)| rows.rows.iter().map(move |(line, row)| (page, *line, row)));
    rows.filter_map(|(page, line, row)| row.anchor.map(|anchor| Reached { anchor, page, line, offset: top_of(row) }))
        .collect()
}

/// From a row's top to its first line of text.
fn top_of(row: &Row) -> Length {
    let tops = row.parts.iter().filter_map(|part| match part {
        Part::Text(text) => Some(text.strip.top),
        _ => None,
    });
    tops.min().unwrap_or(Length::ZERO)
}

/// The entries of the outline.
pub(super) fn entries(pages: &[PageRows], composer: &Composer<'_, '_>) -> Vec<OutlineEntry> {
    let reached = anchors(pages);
    let leading_to = |title: String, anchor: Anchor| {
        let at = reached.iter().find(|reached| reached.anchor == anchor)?;
        Some(OutlineEntry { title, page: at.page, y: at.top(&composer.area), children: Vec::new() })
    };
    let contents = &composer.publication.style.contents.heading;
    // Contents without a heading have no name to go by.
    let named = (!contents.trim().is_empty()).then(|| leading_to(contents.clone(), Anchor::Contents)).flatten();
    let mut entries: Vec<_> = named.into_iter().collect();
    for (order, item) in composer.issue.entries.iter().enumerate() {
        let (column, title) = match item {
            Entry::Article(article) => (article.column.as_str(), article.title.whole().as_str().to_owned()),
            Entry::Brief(brief) => {
                (composer.publication.briefs.as_ref().map_or("", |briefs| briefs.as_str()), excerpt(brief))
            }
        };
        let Some(child) = leading_to(title, Anchor::Entry(order)) else { continue };
        match entries.last_mut() {
            Some(last) if last.title == column && !last.children.is_empty() => last.children.push(child),
            _ => {
                let heading = leading_to(column.to_owned(), Anchor::Briefs(order));
                let own = OutlineEntry { title: column.to_owned(), children: Vec::new(), ..child.clone() };
                let mut parent = heading.unwrap_or(own);
                parent.children.push(child);
                entries.push(parent);
            }
        }
    }
    entries
}

/// What stands for a brief: its title, else its unit, else its first words.
fn excerpt(brief: &Brief) -> String {
    if let Some(name) = brief.title.as_ref().or(brief.byline.units.first()) {
        return name.as_str().to_owned();
    }
    let text = match brief.body.first() {
        Some(Block::Paragraph(text) | Block::Heading(text)) => text,
        Some(Block::List(items)) if !items.is_empty() => &items[0].text,
        Some(Block::Quote(paragraphs)) if !paragraphs.is_empty() => &paragraphs[0],
        _ => return String::new(),
    };
    let mut words: String = text.as_str().chars().take(EXCERPT).collect();
    if words.len() < text.as_str().len() {
        words.push('…');
    }
    words
}
