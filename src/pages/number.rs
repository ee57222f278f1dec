//! Page numbers (页码): `— 2 —` under the type area, at the outer side.

use super::Composer;
use crate::document::{Artifact, Item, Tag};
use crate::length::{Length, Point};
use crate::model::Text;
use crate::model::style::Role;
use crate::typeset::{Gap, Line, Type, set_line};

/// The number of a page, as items of the sheet.
///
/// Source: GB/T 9704-2012 7.5: the dash's upper edge, not its baseline, is 7 mm below the type area.
pub(super) fn items(number: usize, composer: &mut Composer<'_, '_>) -> Vec<Item> {
    let style = &composer.publication.style.page_number;
    let kind = Type { role: Role::Figure, size: style.size };
    let figures = number.to_string();
    let text = format!("{}{figures}{}", style.dash, style.dash);
    let width = style.gap.at(kind.size);
    let gaps = [style.dash.len(), style.dash.len() + figures.len()].map(|before| Gap { before, width });
    let line = set_line(&Text::unplaced(&text), kind, &gaps, &mut composer.setter);

    let indent = style.indent.at(kind.size);
    let left = composer.area.left(number);
    let x = if number % 2 == 1 { left + composer.area.measure() - indent - line.width } else { left + indent };
    let y = composer.area.foot() + style.distance + ink_top(&line, composer);
    let tag = Tag::Artifact(Artifact::PageNumber);
    super::runs::runs(&line, Point { x, y }, 0, tag, crate::document::Colour::Black)
}

/// How high the first glyph's ink stands above the baseline.
fn ink_top(line: &Line, composer: &Composer<'_, '_>) -> Length {
    let glyph = line.glyphs.first();
    let face = glyph.and_then(|glyph| composer.setter.fonts.face(glyph.face));
    let ink = glyph.zip(face).and_then(|(glyph, face)| face.ink(glyph.id));
    face.zip(ink).map_or(Length::ZERO, |(face, ink)| face.scale(ink.top, line.size))
}
