//! JSON Schemas of the three kinds of file, by which editors complete and check while an author types.
//!
//! They are made from the lists of keys, [`format`](super::format) and the sections of the style, so that
//! they cannot tell of other keys than the program reads. What a schema refuses, the program refuses too;
//! the program knows more, such as which columns a publication has. The dialect is draft-07, which
//! the extensions of editors for TOML read; a local date of TOML is to them a string of the format `date`.

mod forms;
mod objects;

use super::format::{
    AMENDMENT, ARTICLE, AUTHOR, BRIEF, FACE, ISSUE, PUBLICATION, RECIPIENTS, SERIES, STAFF, TERM, Table,
};
use objects::{ArticleFile, IssueFile, PublicationFile};
use schemars::generate::SchemaSettings;

/// Every table of the format, under the name by which the resources and the papers tell of it.
pub static TABLES: &[(&str, &Table)] = &[
    ("issue", &ISSUE),
    ("article", &ARTICLE),
    ("author", &AUTHOR),
    ("brief", &BRIEF),
    ("publication", &PUBLICATION),
    ("series", &SERIES),
    ("recipients", &RECIPIENTS),
    ("staff", &STAFF),
    ("term", &TERM),
    ("amendment", &AMENDMENT),
    ("face", &FACE),
];

/// The kinds of file that authors write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A publication's file.
    Publication,
    /// An issue's file.
    Issue,
    /// A file of an article's or a brief's own.
    Article,
}

impl FileKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Publication, Self::Issue, Self::Article];

    /// What the command calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Publication => "publication",
            Self::Issue => "issue",
            Self::Article => "article",
        }
    }

    /// How the file of its schema is called.
    #[must_use]
    pub fn schema_file(self) -> &'static str {
        match self {
            Self::Publication => "bulletin.schema.json",
            Self::Issue => "issue.schema.json",
            Self::Article => "article.schema.json",
        }
    }

    /// Its schema as text.
    #[must_use]
    pub fn schema(self) -> String {
        let generator = SchemaSettings::draft07().into_generator();
        let schema = match self {
            Self::Publication => generator.into_root_schema_for::<PublicationFile>(),
            Self::Issue => generator.into_root_schema_for::<IssueFile>(),
            Self::Article => generator.into_root_schema_for::<ArticleFile>(),
        };
        let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// All schemas: the file's name, and what it holds.
#[must_use]
pub fn schemas() -> Vec<(&'static str, String)> {
    FileKind::ALL.into_iter().map(|kind| (kind.schema_file(), kind.schema())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::messages::{Messages, key_message};
    use crate::model::Style;
    use crate::model::style::Role;
    use crate::source::format::Form;
    use std::collections::BTreeSet;

    /// The keys of the messages that there must be.
    fn wanted() -> BTreeSet<String> {
        let mut wanted = BTreeSet::from(["table-entry".to_owned(), "table-faces".to_owned()]);
        for (name, table) in TABLES {
            wanted.insert(format!("table-{name}"));
            wanted.extend(table.keys.iter().map(|key| key_message(name, key.name)));
        }
        for (section, keys) in Style::SECTIONS {
            wanted.insert(format!("table-{section}").replace('_', "-"));
            wanted.extend(keys.iter().map(|key| key_message(section, key.name)));
        }
        wanted.extend(Role::ALL.iter().map(|role| format!("use-{}", role.name())));
        wanted
    }

    #[test]
    fn schema_every_key_has_a_meaning_and_no_meaning_lacks_its_key() {
        let told: BTreeSet<_> = Messages::names_of_keys().into_iter().collect();
        let wanted = wanted();
        assert_eq!(wanted.difference(&told).collect::<Vec<_>>(), Vec::<&String>::new(), "keys without a meaning");
        assert_eq!(told.difference(&wanted).collect::<Vec<_>>(), Vec::<&String>::new(), "meanings without a key");
    }

    #[test]
    fn schema_every_key_of_a_table_has_an_example_and_a_source() {
        let words = Messages::keys();
        for (name, table) in TABLES {
            for key in table.keys {
                for part in ["example", "source"] {
                    let found = words.attribute(&key_message(name, key.name), part, &[]);
                    assert!(found.is_some(), "{name}.{} has no {part}", key.name);
                }
            }
        }
    }

    /// Every table that a table holds is listed too.
    #[test]
    fn schema_tables_are_all_there() {
        for key in TABLES.iter().flat_map(|(_, table)| table.keys) {
            if let Form::Rows(inner) | Form::Named(inner) = key.form {
                assert!(TABLES.iter().any(|(_, table)| std::ptr::eq(*table, inner)), "{}", inner.name);
            }
        }
    }

    /// One schema serves the files of articles and of briefs.
    #[test]
    fn schema_briefs_have_no_key_that_articles_lack() {
        assert!(BRIEF.keys.iter().all(|key| ARTICLE.names().contains(&key.name)));
    }
}
