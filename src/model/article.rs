//! Articles and briefs: title, byline, and the blocks of the body.

use super::text::{self, Text};

/// An article of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The column (栏目) it stands in.
    pub column: Text,
    /// Its title.
    pub title: Title,
    /// Its subtitle (副标题), without the dash.
    pub subtitle: Option<Title>,
    /// The note under its title (题注), line by line.
    pub note: Vec<Text>,
    /// The editor's note (编者按) before its text.
    pub editor_note: Vec<Block>,
    /// Who sent it.
    pub byline: Byline,
    /// Its text, at least one block.
    pub body: Vec<Block>,
}

/// A brief item (简讯): a text and its byline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// Its title, if it has one.
    pub title: Option<Text>,
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
        let whole = self.whole();
        let mut at = 0;
        let starts = self.lines.iter().take(self.lines.len().saturating_sub(1)).map(|line| {
            at += line.as_str().len();
            // A space that joins two lines belongs to the line before.
            at += whole.as_str()[at..].len() - whole.as_str()[at..].trim_start().len();
            at
        });
        starts.collect()
    }
}

/// Who sent an article (供稿署名): units, persons, where it was published first; all of them or none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Byline {
    /// The units (单位), several if they sent it jointly.
    pub units: Vec<Text>,
    /// The persons, in order.
    pub authors: Vec<Author>,
    /// Where it was published first (来源).
    pub source: Option<Text>,
}

/// A person of a byline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The name.
    pub name: Text,
    /// The post (职务).
    pub post: Option<Text>,
}

impl Byline {
    /// The units, posts and names: what no title is broken inside.
    pub fn names(&self) -> impl Iterator<Item = &Text> {
        let persons = self.authors.iter().flat_map(|author| author.post.iter().chain([&author.name]));
        self.units.iter().chain(persons)
    }

    /// Whether there is nothing to print.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty() && self.authors.is_empty() && self.source.is_none()
    }
}
