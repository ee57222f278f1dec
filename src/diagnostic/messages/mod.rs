//! The words of the program, one Fluent resource a language; no word of it stands in the code.

use super::Argument;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use std::io;
use unic_langid::LanguageIdentifier;

/// Chinese, the editors' language.
const ZH: &str = include_str!("zh.ftl");

/// What the keys of the format mean, in Chinese.
const KEYS_ZH: &str = include_str!("keys.zh.ftl");

/// The texts of one language, by key.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// The Chinese texts.
    #[must_use]
    pub fn chinese() -> Self {
        let mut bundle = FluentBundle::new(vec!["zh-CN".parse::<LanguageIdentifier>().unwrap_or_default()]);
        // The marks that isolate directions would be printed by plain terminals.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(ZH.to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// The Chinese texts, and what the keys of the format mean.
    #[must_use]
    pub fn keys() -> Self {
        let mut messages = Self::chinese();
        let resource = FluentResource::try_new(KEYS_ZH.to_owned()).unwrap_or_else(|(partial, _)| partial);
        messages.bundle.add_resource_overriding(resource);
        messages
    }

    /// A text without values; a key that the resource lacks gives the key itself.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.format(key, None, &[])
    }

    /// A text with values.
    #[must_use]
    pub fn with(&self, key: &str, arguments: &[(&'static str, Argument)]) -> String {
        self.format(key, None, arguments)
    }

    /// An attribute of a text, such as a diagnostic's `remedy`; none if the text has no such attribute.
    #[must_use]
    pub fn attribute(&self, key: &str, name: &str, arguments: &[(&'static str, Argument)]) -> Option<String> {
        self.bundle.get_message(key)?.get_attribute(name)?;
        Some(self.format(key, Some(name), arguments))
    }

    fn format(&self, key: &str, attribute: Option<&str>, arguments: &[(&'static str, Argument)]) -> String {
        let pattern = self.bundle.get_message(key).and_then(|message| match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else { return key.to_owned() };
        let mut values = FluentArgs::new();
        for (name, argument) in arguments {
            values.set(
                *name,
                match argument {
                    Argument::Text(text) => text.clone(),
                    Argument::Message(key) => self.text(key),
                    Argument::Messages(keys) => keys.iter().map(|key| self.text(key)).collect::<Vec<_>>().join("、"),
                },
            );
        }
        self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// Whether the resource has a text for the key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

/// The key of the text that says what a key of a table or of a section means.
#[must_use]
pub fn key_message(table: &str, key: &str) -> String {
    format!("key-{table}-{key}").replace('_', "-")
}

/// The key of the text for a common fault of the system.
#[must_use]
pub fn io_message(kind: io::ErrorKind) -> Option<&'static str> {
    Some(match kind {
        io::ErrorKind::NotFound => "io-not-found",
        io::ErrorKind::PermissionDenied => "io-permission",
        io::ErrorKind::IsADirectory => "io-is-folder",
        io::ErrorKind::NotADirectory => "io-not-folder",
        io::ErrorKind::StorageFull => "io-full",
        io::ErrorKind::ReadOnlyFilesystem => "io-read-only",
        io::ErrorKind::AlreadyExists => "io-exists",
        io::ErrorKind::InvalidInput => "io-no-file",
        _ => return None,
    })
}

#[cfg(test)]
impl Messages {
    /// The keys of all texts about keys of the format.
    pub(crate) fn names_of_keys() -> Vec<String> {
        let lines = KEYS_ZH.lines().filter(|line| line.starts_with(|ch: char| ch.is_ascii_lowercase()));
        lines.filter_map(|line| line.split_once(" = ")).map(|(key, _)| key.to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn messages_resource_has_no_syntax_error() {
        for resource in [ZH, KEYS_ZH] {
            let result = FluentResource::try_new(resource.to_owned());
            assert!(result.is_ok(), "{:?}", result.err().map(|(_, errors)| errors));
        }
    }

    #[test]
    fn messages_every_code_has_headline_and_remedy() {
        let messages = Messages::chinese();
        for code in Code::ALL {
            assert!(messages.has(code.as_str()), "{} has no headline", code.as_str());
            assert!(messages.attribute(code.as_str(), "remedy", &[]).is_some(), "{} has no remedy", code.as_str());
        }
    }
}
