//! What on the pages leads elsewhere: the contents to the entries, addresses out of the issue.

use super::block::Anchor;
use super::grid::TypeArea;
use super::outline::Reached;
use crate::document::{ElementId, Link, LinkArea, LinkTarget, Tag};
use crate::length::Rect;
use std::collections::BTreeMap;

/// Where something leads, before the pages are known.
#[derive(Debug, Clone)]
pub(super) enum Goal {
    /// A point of the issue.
    Anchor(Anchor),
    /// An address.
    Address(String),
}

/// Everything that leads elsewhere, as the rows are made and put on sheets.
#[derive(Debug, Default)]
pub(super) struct Leads {
    leads: Vec<Lead>,
    /// Which of them an element belongs to.
    of: BTreeMap<ElementId, usize>,
}

#[derive(Debug)]
struct Lead {
    element: ElementId,
    about: String,
    goal: Goal,
    areas: Vec<LinkArea>,
}

impl Leads {
    /// An element leads somewhere; `about` is what it says.
    pub(super) fn add(&mut self, element: ElementId, about: &str, goal: Goal) {
        self.of.insert(element, self.leads.len());
        self.leads.push(Lead { element, about: about.to_owned(), goal, areas: Vec::new() });
    }

    /// Pressing what an element shows leads where another element does.
    pub(super) fn join(&mut self, element: ElementId, other: ElementId) {
        if let Some(at) = self.of.get(&other).copied() {
            self.of.insert(element, at);
        }
    }

    /// Something of this tag was put on a page, by its index.
    pub(super) fn put(&mut self, tag: Tag, page: usize, rect: Rect) {
        let Tag::Element(id) = tag else { return };
        if let Some(lead) = self.of.get(&id).and_then(|at| self.leads.get_mut(*at)) {
            lead.areas.push(LinkArea { page, rect });
        }
    }

    /// The links, when it is known where all anchors stand.
    pub(super) fn into_links(self, reached: &[Reached], area: &TypeArea) -> Vec<Link> {
        let links = self.leads.into_iter().filter_map(|lead| {
            let target = match lead.goal {
                Goal::Anchor(anchor) => {
                    let at = reached.iter().find(|reached| reached.anchor == anchor)?;
                    LinkTarget::Place { page: at.page, y: at.top(area) }
                }
                Goal::Address(address) => LinkTarget::Address(address),
            };
            Some(Link { element: lead.element, about: lead.about, target, areas: lead.areas })
        });
        links.collect()
    }
}
