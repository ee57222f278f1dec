//! The foot of the imprint: who answers for the issue, how the publication is reached, how many copies
//! are printed.
//!
//! Left parts follow each other on a line as long as they fit; a right part stands at the right end of
//! the last line, where that has room for it. What is longer than a line is turned between its words and
//! hangs behind its label.

use super::block::Part;
use super::links::Goal;
use super::{Composer, imprint, wording};
use crate::document::{ElementId, Role as Element, Tag};
use crate::length::Length;
use crate::model::style::Role;
use crate::model::{StaffLine, Text};
use crate::typeset::{Gap, Line, Type, set_line, set_ragged};

/// Adds these lines from line `first` of the imprint on; returns how many they take.
pub(super) fn lines(first: usize, parent: ElementId, parts: &mut Vec<Part>, composer: &mut Composer<'_, '_>) -> usize {
    let mut foot = Foot { first, count: 0, left_end: Length::ZERO, right_free: false, last: None, parent, parts };
    let (issue, publication) = (composer.issue, composer.publication);
    let (style, contact) = (&publication.style.imprint, &publication.contact);
    if let Some(editor) = &issue.editor {
        foot.left(&Words::labelled(&style.editor_label, editor), Element::Editor, true, composer);
    }
    for line in publication.staff.iter().chain(&issue.staff) {
        foot.left(&Words::staff(line), Element::Staff, true, composer);
    }
    if let Some(telephone) = &contact.telephone {
        foot.right(&Words::labelled(&style.telephone_label, telephone), Element::Telephone, composer);
    }
    if let Some(address) = &contact.address {
        foot.left(&Words::labelled(&style.address_label, address), Element::Address, false, composer);
    }
    if let Some(email) = &contact.email {
        foot.right(&Words::labelled(&style.email_label, email), Element::Email, composer);
        // What is no plain address is printed and leads nowhere.
        if let Some(element) = foot.last.filter(|_| is_address(email.as_str())) {
            composer.leads.add(element, email.as_str(), Goal::Address(format!("mailto:{}", email.as_str())));
        }
    }
    if let Some(copies) = &publication.copies {
        let text = wording::fill(&style.copies_line, &[("copies", copies.to_text())]);
        foot.copies(&text, composer);
    }
    foot.count
}

/// Whether a text is an e-mail address that needs no rewriting to lead somewhere.
fn is_address(text: &str) -> bool {
    text.contains('@') && text.chars().all(|ch| ch.is_ascii_alphanumeric() || "@.+-_".contains(ch))
}

/// A label and the words behind it, between which a line may be turned.
struct Words {
    label: Text,
    words: Vec<Text>,
}

impl Words {
    fn labelled(label: &str, value: &Text) -> Self {
        Self { label: Text::unplaced(label), words: vec![value.clone()] }
    }

    fn staff(line: &StaffLine) -> Self {
        Self { label: line.label.clone(), words: line.names.clone() }
    }

    /// All of it on one line, a gap between two words.
    fn whole(&self, width: Length) -> (Text, Vec<Gap>) {
        let mut text = self.label.clone();
        let mut gaps = Vec::new();
        for (order, word) in self.words.iter().enumerate() {
            if order > 0 {
                gaps.push(Gap { before: text.as_str().len(), width });
            }
            text.append(word);
        }
        (text, gaps)
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
    /// The element added last.
    last: Option<ElementId>,
    parent: ElementId,
    parts: &'p mut Vec<Part>,
}

impl Foot<'_> {
    /// Adds a left part: behind the one before it if it `flows` and fits, else on lines of its own.
    fn left(&mut self, words: &Words, element: Element, flows: bool, composer: &mut Composer<'_, '_>) {
        let style = &composer.publication.style.imprint;
        let (gap, indent) = (style.staff_gap.at(style.size), style.indent.at(style.size));
        let right = composer.area.measure() - indent;
        let tag = self.tag(element, composer);
        let line = one_line(words, composer);
        if flows && self.right_free && self.left_end + gap + line.width <= right {
            let x = self.left_end + gap;
            return self.put(line, x, tag, composer);
        }
        if line.width <= right - indent {
            self.count += 1;
            return self.put(line, indent, tag, composer);
        }
        self.hang(words, tag, composer);
    }

    /// Adds a right part: at the end of the last line if it fits, else as a left part.
    fn right(&mut self, words: &Words, element: Element, composer: &mut Composer<'_, '_>) {
        let style = &composer.publication.style.imprint;
        let right = composer.area.measure() - style.indent.at(style.size);
        let line = one_line(words, composer);
        if !self.right_free || self.left_end + style.size > right - line.width {
            return self.left(words, element, false, composer);
        }
        let tag = self.tag(element, composer);
        let x = right - line.width;
        self.put(line, x, tag, composer);
        self.right_free = false;
    }

    /// Adds the copies: at the right end of the last line, or of the next.
    fn copies(&mut self, text: &Text, composer: &mut Composer<'_, '_>) {
        let style = &composer.publication.style;
        let right = composer.area.measure() - style.imprint.indent.at(style.imprint.size);
        let gaps = wording::gaps_at_figures(text.as_str(), style.masthead.figure_spacing.at(style.imprint.size));
        let line = set_line(text, kind(composer), &gaps, &mut composer.setter);
        let beside = self.right_free && self.left_end + style.imprint.size <= right - line.width;
        self.count += usize::from(!beside);
        let tag = self.tag(Element::Copies, composer);
        let x = right - line.width;
        self.put(line, x, tag, composer);
        self.right_free = false;
    }

    /// Adds what is longer than a line: as many words a line as fit, behind the label.
    fn hang(&mut self, words: &Words, tag: Tag, composer: &mut Composer<'_, '_>) {
        let style = &composer.publication.style.imprint;
        let (gap, indent) = (style.name_gap.at(style.size), style.indent.at(style.size));
        let right = composer.area.measure() - indent;
        let label = set_line(&words.label, kind(composer), &[], &mut composer.setter);
        // A label that leaves its words no room has a line of its own.
        let beside = indent + label.width + style.size * 6 <= right;
        let start = if beside { indent + label.width } else { indent };
        self.count += 1;
        self.put(label, indent, tag, composer);
        let mut at = if beside { start } else { right };
        for word in &words.words {
            let line = set_line(word, kind(composer), &[], &mut composer.setter);
            let follows = at > start;
            let x = if follows { at + gap } else { at };
            if x + line.width <= right {
                at = x + line.width;
                self.put(line, x, tag, composer);
                continue;
            }
            for line in set_ragged(word, kind(composer), right - start, &mut composer.setter) {
                self.count += usize::from(at > start);
                at = start + line.width;
                self.put(line, start, tag, composer);
            }
        }
    }

    fn tag(&mut self, element: Element, composer: &mut Composer<'_, '_>) -> Tag {
        let id = composer.structure.add(element, self.parent);
        self.last = Some(id);
        Tag::Element(id)
    }

    fn put(&mut self, line: Line, x: Length, tag: Tag, composer: &Composer<'_, '_>) {
        let order = self.first + self.count.saturating_sub(1);
        self.left_end = x + line.width;
        self.right_free = true;
        self.parts.push(imprint::text(line, x, order, tag, composer));
    }
}

fn kind(composer: &Composer<'_, '_>) -> Type {
    Type { role: Role::Body, size: composer.publication.style.imprint.size }
}

/// A part on one line, whatever its width.
fn one_line(words: &Words, composer: &mut Composer<'_, '_>) -> Line {
    let style = &composer.publication.style.imprint;
    let (text, gaps) = words.whole(style.name_gap.at(style.size));
    set_line(&text, kind(composer), &gaps, &mut composer.setter)
}
