//! The foot of the imprint: who answers for the issue, how the publication is reached, how many copies
//! are printed.
//!
//! Left parts follow each other on a line as long as they fit; a right part stands at the right end of
//! the last line, or of the next where that has no room for it.

use super::block::Part;
use super::{Composer, imprint, wording};
use crate::document::{ElementId, Role as Element, Tag};
use crate::length::Length;
use crate::model::style::Role;
use crate::model::{StaffLine, Text};
use crate::typeset::{Gap, Line, Type, set_within};

/// Adds these lines from line `first` of the imprint on; returns how many they take.
pub(super) fn lines(first: usize, parent: ElementId, parts: &mut Vec<Part>, composer: &mut Composer<'_, '_>) -> usize {
    let mut foot = Foot { first, count: 0, left_end: Length::ZERO, right_free: false, parent, parts };
    let (issue, publication) = (composer.issue, composer.publication);
    let style = &publication.style.imprint;
    if let Some(editor) = &issue.editor {
        foot.left(Words::labelled(&style.editor_label, editor), Element::Editor, true, composer);
    }
    for line in publication.staff.iter().chain(&issue.staff) {
        let words = Words::staff(line, style.name_gap.at(style.size));
        foot.left(words, Element::Staff, true, composer);
    }
    if let Some(telephone) = &publication.contact.telephone {
        foot.right(Words::labelled(&style.telephone_label, telephone), Element::Telephone, composer);
    }
    if let Some(address) = &publication.contact.address {
        foot.left(Words::labelled(&style.address_label, address), Element::Address, false, composer);
    }
    if let Some(email) = &publication.contact.email {
        foot.right(Words::labelled(&style.email_label, email), Element::Email, composer);
    }
    if let Some(copies) = &publication.copies {
        let text = wording::fill(&style.copies_line, &[("copies", copies.to_text())]);
        let spacing = publication.style.masthead.figure_spacing.at(style.size);
        let gaps = wording::gaps_at_figures(text.as_str(), spacing);
        foot.right(Words { text, gaps }, Element::Copies, composer);
    }
    foot.count
}

/// A text with the gaps put into it.
struct Words {
    text: Text,
    gaps: Vec<Gap>,
}

impl Words {
    fn labelled(label: &str, value: &Text) -> Self {
        let mut text = Text::unplaced(label);
        text.append(value);
        Self { text, gaps: Vec::new() }
    }

    /// A label and its names, a gap between two.
    fn staff(line: &StaffLine, width: Length) -> Self {
        let mut text = line.label.clone();
        let mut gaps = Vec::new();
        for (order, name) in line.names.iter().enumerate() {
            if order > 0 {
                gaps.push(Gap { before: text.as_str().len(), width });
            }
            text.append(name);
        }
        Self { text, gaps }
    }
}

/// The lines as they fill.
struct Foot<'p> {
    first: usize,
    /// Lines begun.
    count: usize,
    /// Where the left parts of the last line end.
    left_end: Length,
    /// Whether the last line's right end is free.
    right_free: bool,
    parent: ElementId,
    parts: &'p mut Vec<Part>,
}

impl Foot<'_> {
    /// Adds a left part: behind the one before it if it `flows` and fits, else on the next line.
    fn left(&mut self, words: Words, element: Element, flows: bool, composer: &mut Composer<'_, '_>) {
        let style = &composer.publication.style.imprint;
        let (gap, indent) = (style.staff_gap.at(style.size), style.indent.at(style.size));
        let (lines, tag) = self.set(&words, element, composer);
        let right = composer.area.measure() - indent;
        let beside = match lines.as_slice() {
            [line] => flows && self.right_free && self.left_end + gap + line.width <= right,
            _ => false,
        };
        for line in lines {
            let x = if beside { self.left_end + gap } else { indent };
            self.count += usize::from(!beside);
            self.left_end = x + line.width;
            self.right_free = true;
            self.put(line, x, tag, composer);
        }
    }

    /// Adds a right part: on the last line if it fits, else on the next.
    fn right(&mut self, words: Words, element: Element, composer: &mut Composer<'_, '_>) {
        let style = &composer.publication.style.imprint;
        let right = composer.area.measure() - style.indent.at(style.size);
        let (lines, tag) = self.set(&words, element, composer);
        let beside = match lines.as_slice() {
            [line] => self.right_free && self.left_end + style.size <= right - line.width,
            _ => false,
        };
        for line in lines {
            self.count += usize::from(!beside);
            let x = right - line.width;
            self.put(line, x, tag, composer);
        }
        self.right_free = false;
    }

    /// Sets words as lines of the imprint, and makes them an element.
    fn set(&self, words: &Words, element: Element, composer: &mut Composer<'_, '_>) -> (Vec<Line>, Tag) {
        let style = &composer.publication.style.imprint;
        let kind = Type { role: Role::Body, size: style.size };
        let room = composer.area.measure() - style.indent.at(style.size) * 2;
        let lines = set_within(&words.text, kind, &words.gaps, room, &mut composer.setter);
        (lines, Tag::Element(composer.structure.add(element, self.parent)))
    }

    fn put(&mut self, line: Line, x: Length, tag: Tag, composer: &Composer<'_, '_>) {
        let order = self.first + self.count.saturating_sub(1);
        self.parts.push(imprint::text(line, x, order, tag, composer));
    }
}
