//! An issue and its publication, valid by construction. Knows no TOML, no file and no glyph.

mod article;
mod issue;
mod mark;
mod output;
mod publication;
pub mod style;
pub mod text;
mod word_list;

pub use article::{Article, Author, Block, Brief, Byline, ListItem, Title};
pub use issue::{Entry, Issue, IssueDate, NumberRange};
pub use mark::Mark;
pub use output::OutputCondition;
pub use publication::{Contact, Publication, Series, StaffLine, Tier};
pub use style::Style;
pub use text::{Placed, Text};
pub use word_list::{COLUMNS as WORD_LIST_COLUMNS, Condition, ListedWord, Side, WordKind};
