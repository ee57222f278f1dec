//! Rows put on sheets: every line and rule gets its place on the page.

use super::block::{Part, RULE, Row};
use super::outline::Reached;
use super::paginate::PageRows;
use super::runs::runs;
use super::{Composer, LineNote, contents, number};
use crate::document::{Item, Page, Rule};
use crate::length::{Length, Point, Rect};

/// The sheets of all pages.
pub(super) fn sheets(pages: Vec<PageRows>, reached: &[Reached], composer: &mut Composer<'_, '_>) -> Vec<Page> {
    let sheet = &composer.publication.style.sheet;
    let (width, height) = (sheet.width, sheet.height);
    let mut sheets = Vec::with_capacity(pages.len());
    for (number, page) in (1..).zip(pages) {
        let mut items = Vec::new();
        for (line, row) in &page.rows {
            items.extend(row_items(row, *line, number, reached, composer));
        }
        if !page.unnumbered {
            items.extend(number::items(number, composer));
        }
        sheets.push(Page { number, width, height, items });
    }
    sheets
}

/// What a row paints on a page of this number, from grid line `line` down.
fn row_items(row: &Row, line: usize, number: usize, reached: &[Reached], composer: &mut Composer<'_, '_>) -> Vec<Item> {
    let mut items = Vec::new();
    for part in &row.parts {
        match part {
            Part::PageOf(wanted) => {
                let page = reached
                    .iter()
                    .find(|reached| reached.anchor == wanted.anchor)
                    .map_or(0, |reached| reached.page + 1);
                for part in contents::page_number(wanted, page, composer) {
                    items.extend(part_items(&part, line, number, composer));
                }
            }
            part => items.extend(part_items(part, line, number, composer)),
        }
    }
    items
}

fn part_items(part: &Part, line: usize, number: usize, composer: &mut Composer<'_, '_>) -> Vec<Item> {
    let area = composer.area;
    let (left, top) = (area.left(number), area.line_top(line));
    match part {
        Part::Text(text) => {
            // Lines inside a row stand on the grid as exactly as rows do.
            let strip_top = grid_exact(text.strip.top, line, composer);
            let y = strip_top + area.baseline_in(text.strip.height, text.line.size);
            let origin = Point { x: left + text.x, y };
            if text.line.filling.is_some() {
                composer.notes.push(LineNote { page: number, line: area.line_of(y), set: text.line.clone() });
            }
            let rect = Rect { x: origin.x, y: strip_top, width: text.line.width, height: text.strip.height };
            composer.leads.put(text.tag, number - 1, rect);
            runs(&text.line, origin, area.line_of(y), text.tag, text.colour)
        }
        Part::Rule { rect, colour } => {
            let rect = Rect { x: left + rect.x, y: top + rect.y, ..*rect };
            vec![Item::Rule(Rule { rect, colour: *colour, tag: RULE })]
        }
        Part::PageOf(_) => Vec::new(),
    }
}

/// The top of a strip on the sheet: where it starts a whole number of lines down its row, exactly on
/// that line of the grid.
fn grid_exact(top: Length, line: usize, composer: &Composer<'_, '_>) -> Length {
    let area = &composer.area;
    let pitch = area.pitch();
    let whole = top.units() / pitch.units().max(1);
    if top == pitch * whole {
        return area.line_top(line + usize::try_from(whole).unwrap_or(0));
    }
    area.line_top(line) + top
}
