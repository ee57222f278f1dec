//! Articles and briefs: title, byline, and the blocks of the body.

use super::text::{self, Text};

/// An article of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The column (栏目) it stands in.
    pub column: Text,
    /// Its title.
    pub title: Title,
    /// Who sent it.
    pub byline: Byline,
    /// Its text, at least one block.
    pub body: Vec<Block>,
}

/// A brief item (简讯): a text and its byline, without a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// Who sent it.
    pub byline: Byline,
    /// Its text, at least one block.
    pub body: Vec<Block>,
}

/// A piece of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph (段落). A heading that runs in before its text is marked in it.
    Paragraph(Text),
    /// A heading (层次标题) on lines of its own.
    Heading(Text),
    /// A list (列表).
    List(Vec<ListItem>),
    /// Paragraphs quoted from elsewhere (引文).
    Quote(Vec<Text>),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// What it is numbered with, such as `1.`, or its bullet.
    pub label: Text,
    /// Its text.
    pub text: Text,
}

/// A title, with the line breaks that its author fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// Its lines: one, unless the author broke it.
    pub lines: Vec<Text>,
}

impl Title {
    /// The title in one piece, as contents and bookmarks have it.
    #[must_use]
    pub fn whole(&self) -> Text {
        text::join_lines(&self.lines)
    }

    /// Where the author's lines begin in the whole title, by its bytes, but for the first.
    #[must_use]
    pub fn breaks(&self) -> Vec<usize> {
        let upto = |count: usize| text::join_lines(&self.lines[..count]).as_str().len();
        let whole = self.whole();
        let starts = (1..self.lines.len()).map(upto);
        // A space that joins two lines belongs to the line before.
        starts.map(|at| at + whole.as_str()[at..].len() - whole.as_str()[at..].trim_start().len()).collect()
    }
}

/// Who sent an article (供稿署名): a unit, persons, both or nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Byline {
    /// The unit (单位).
    pub unit: Option<Text>,
    /// The persons, in order.
    pub authors: Vec<Text>,
}

impl Byline {
    /// The parts in the order in which they are printed.
    pub fn parts(&self) -> impl Iterator<Item = &Text> {
        self.unit.iter().chain(&self.authors)
    }

    /// Whether nobody is named.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.unit.is_none() && self.authors.is_empty()
    }
}
