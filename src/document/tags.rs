//! The tree in the standard's terms: which structure type (标记类型) each element is.
//!
//! Source: ISO 32000-1 14.8.4; ISO 14289-1 7.4 for headings, whose levels never skip.

use super::structure::{Element, ElementId, Role, Structure};
use std::fmt;

/// A standard structure type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StructureType {
    /// The whole document.
    Document,
    /// A division of it.
    Section,
    /// A text complete in itself.
    Article,
    /// A heading, by its level from 1 to 6.
    Heading(u8),
    /// A paragraph, or a line that stands for one.
    Paragraph,
    /// A table of contents.
    Contents,
    /// An entry of it.
    ContentsItem,
    /// A heading of a list or a table of contents.
    Caption,
    /// What an entry or an item is labelled with.
    Label,
    /// What leads to another place of the document.
    Reference,
    /// What can be followed on the page.
    Link,
    /// A list.
    List,
    /// An item of it.
    ListItem,
    /// What an item says.
    ListBody,
    /// A quotation of whole paragraphs.
    BlockQuote,
}

impl StructureType {
    /// Its name in a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Section => "Sect",
            Self::Article => "Art",
            Self::Heading(level) => HEADINGS[usize::from(level.clamp(1, 6)) - 1],
            Self::Paragraph => "P",
            Self::Contents => "TOC",
            Self::ContentsItem => "TOCI",
            Self::Caption => "Caption",
            Self::Label => "Lbl",
            Self::Reference => "Reference",
            Self::Link => "Link",
            Self::List => "L",
            Self::ListItem => "LI",
            Self::ListBody => "LBody",
            Self::BlockQuote => "BlockQuote",
        }
    }
}

impl fmt::Display for StructureType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

const HEADINGS: [&str; 6] = ["H1", "H2", "H3", "H4", "H5", "H6"];

impl Structure {
    /// The type of every element, by its number.
    ///
    /// A heading's level is how many headings of higher rank stand open over it, not the mark that its author
    /// wrote: an article whose first heading is （一） has it one level below its title.
    #[must_use]
    pub fn types(&self) -> Vec<StructureType> {
        let mut open: Vec<u8> = Vec::new();
        let types = self.iter().map(|(_, element)| match rank(element.role) {
            Some(rank) => {
                open.retain(|above| *above < rank);
                open.push(rank);
                StructureType::Heading(u8::try_from(open.len()).unwrap_or(u8::MAX).min(6))
            }
            None => self.plain_type(element),
        });
        types.collect()
    }

    /// The type of an element that is no heading.
    fn plain_type(&self, element: &Element) -> StructureType {
        match element.role {
            Role::Document => StructureType::Document,
            Role::Masthead | Role::Briefs | Role::EditorNote | Role::Imprint => StructureType::Section,
            Role::Article | Role::Brief => StructureType::Article,
            Role::Contents => StructureType::Contents,
            Role::ContentsHeading => StructureType::Caption,
            Role::ContentsEntry => StructureType::ContentsItem,
            Role::ContentsColumn | Role::ListLabel => StructureType::Label,
            Role::ContentsTitle | Role::ContentsPage => StructureType::Reference,
            Role::List => StructureType::List,
            Role::ListItem => StructureType::ListItem,
            Role::Quote => StructureType::BlockQuote,
            Role::Paragraph if self.parent_role(element) == Some(Role::ListItem) => StructureType::ListBody,
            _ => StructureType::Paragraph,
        }
    }

    fn parent_role(&self, element: &Element) -> Option<Role> {
        element.parent.and_then(|parent| self.element(parent)).map(|parent| parent.role)
    }

    /// Which elements are painted, or hold one that is, by their numbers.
    #[must_use]
    pub fn reached(&self, painted: impl IntoIterator<Item = ElementId>) -> Vec<bool> {
        let mut reached = vec![false; self.iter().count()];
        for id in painted {
            let mut next = Some(id);
            while let Some(id) = next {
                let Some(seen) = reached.get_mut(id.index()).filter(|seen| !**seen) else { break };
                *seen = true;
                next = self.element(id).and_then(|element| element.parent);
            }
        }
        reached
    }
}

/// How high a heading stands: the lower the number, the higher; none for what is no heading.
fn rank(role: Role) -> Option<u8> {
    match role {
        Role::Name => Some(0),
        Role::Title | Role::BriefsHeading => Some(1),
        Role::BriefTitle => Some(2),
        Role::Heading(level) => Some(level.saturating_add(2)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(structure: &Structure) -> Vec<&'static str> {
        structure.types().into_iter().map(StructureType::name).collect()
    }

    #[test]
    fn tags_headings_go_by_depth() {
        let mut tree = Structure::new();
        let head = tree.add(Role::Masthead, Structure::ROOT);
        tree.add(Role::Name, head);
        for levels in [[2, 3, 2], [1, 4, 2]] {
            let article = tree.add(Role::Article, Structure::ROOT);
            tree.add(Role::Title, article);
            for level in levels {
                tree.add(Role::Heading(level), article);
            }
        }
        let headings: Vec<_> = names(&tree).into_iter().filter(|name| name.starts_with('H')).collect();
        assert_eq!(headings, ["H1", "H2", "H3", "H4", "H3", "H2", "H3", "H4", "H4"]);
    }

    #[test]
    fn tags_without_a_name_begin_at_the_titles() {
        let mut tree = Structure::new();
        let article = tree.add(Role::Article, Structure::ROOT);
        tree.add(Role::Title, article);
        tree.add(Role::Heading(1), article);
        assert_eq!(names(&tree), ["Document", "Art", "H1", "H2"]);
    }

    #[test]
    fn tags_an_items_text_is_its_body() {
        let mut tree = Structure::new();
        let list = tree.add(Role::List, Structure::ROOT);
        let item = tree.add(Role::ListItem, list);
        tree.add(Role::ListLabel, item);
        tree.add(Role::Paragraph, item);
        tree.add(Role::Paragraph, Structure::ROOT);
        assert_eq!(names(&tree), ["Document", "L", "LI", "Lbl", "LBody", "P"]);
    }

    #[test]
    fn tags_only_what_is_painted_is_reached() {
        let mut tree = Structure::new();
        let note = tree.add(Role::EditorNote, Structure::ROOT);
        let article = tree.add(Role::Article, Structure::ROOT);
        let title = tree.add(Role::Title, article);
        let reached = tree.reached([title]);
        assert!(reached[0] && reached[article.index()] && reached[title.index()] && !reached[note.index()]);
    }
}
