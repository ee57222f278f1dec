//! The words of the program, Fluent resources a language; no word of it stands in the code.

mod entries;
mod language;

pub use language::Language;

use super::{Argument, Code};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::io;
use std::sync::{Mutex, PoisonError};

/// Chinese, the editors' language.
const ZH: &[&str] = &[
    include_str!("zh.ftl"),
    include_str!("marks.zh.ftl"),
    include_str!("content.zh.ftl"),
    include_str!("lock.zh.ftl"),
    include_str!("inspect.zh.ftl"),
    include_str!("spares.zh.ftl"),
];
/// English.
const EN: &[&str] = &[
    include_str!("en.ftl"),
    include_str!("marks.en.ftl"),
    include_str!("content.en.ftl"),
    include_str!("lock.en.ftl"),
    include_str!("inspect.en.ftl"),
    include_str!("spares.en.ftl"),
];
/// What the keys of the format mean, in Chinese.
const KEYS_ZH: &str = include_str!("keys.zh.ftl");

/// Room for so many texts: a language has some 700.
const MOST_TEXTS: usize = 896;

/// The texts of one language, by key. Each stands by itself: none refers to another.
pub struct Messages {
    /// The source of each text.
    sources: FxHashMap<&'static str, &'static str>,
    /// The texts that have been asked for so far.
    bundle: Mutex<FluentBundle<FluentResource>>,
    language: Language,
}

impl Messages {
    /// The texts of a language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // The marks that isolate directions would be printed by plain terminals.
        bundle.set_use_isolating(false);
        let texts = match language {
            Language::Chinese => ZH,
            Language::English => EN,
        };
        let mut sources = FxHashMap::with_capacity_and_hasher(MOST_TEXTS, FxBuildHasher);
        sources.extend(texts.iter().flat_map(|text| entries::entries(text)));
        Self { sources, bundle: Mutex::new(bundle), language }
    }

    /// Their language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The Chinese texts, and what the keys of the format mean.
    #[must_use]
    pub fn keys() -> Self {
        let mut messages = Self::of(Language::Chinese);
        messages.sources.extend(entries::entries(KEYS_ZH));
        messages
    }

    /// A text without values; a key that the resource lacks gives the key itself.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A text with values.
    #[must_use]
    pub fn with(&self, key: &str, arguments: &[(&'static str, Argument)]) -> String {
        self.format(key, None, arguments).unwrap_or_else(|| key.to_owned())
    }

    /// What a rule of proofreading leaves alone; none of another code.
    #[must_use]
    pub fn spares(&self, code: Code) -> Option<String> {
        let key = format!("spares-{}", code.as_str());
        self.has(&key).then(|| self.text(&key))
    }

    /// Texts as a list.
    #[must_use]
    pub fn list(&self, texts: &[String]) -> String {
        texts.join(&self.text("list-separator"))
    }

    /// A text without its values: an ellipsis stands for each.
    #[must_use]
    pub fn pattern(&self, key: &str) -> String {
        unfilled(&self.text(key))
    }

    /// An attribute of a text without its values.
    #[must_use]
    pub fn pattern_of(&self, key: &str, name: &str) -> Option<String> {
        self.attribute(key, name, &[]).map(|text| unfilled(&text))
    }

    /// An attribute of a text, such as a diagnostic's `remedy`; none if the text has no such attribute.
    #[must_use]
    pub fn attribute(&self, key: &str, name: &str, arguments: &[(&'static str, Argument)]) -> Option<String> {
        self.format(key, Some(name), arguments)
    }

    /// A text or an attribute of it, parsed when it is first asked for; none if there is no such.
    fn format(&self, key: &str, attribute: Option<&str>, arguments: &[(&'static str, Argument)]) -> Option<String> {
        let source = self.sources.get(key)?;
        // Values may be texts too, so they are made before the lock is taken.
        let values = self.values(arguments);
        let mut bundle = self.bundle.lock().unwrap_or_else(PoisonError::into_inner);
        if !bundle.has_message(key) {
            let text = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(text);
        }
        let message = bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        Some(bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }

    fn values(&self, arguments: &[(&'static str, Argument)]) -> FluentArgs<'static> {
        let mut values = FluentArgs::new();
        for (name, argument) in arguments {
            values.set(
                *name,
                match argument {
                    Argument::Text(text) => text.clone(),
                    Argument::Message(key) => self.text(key),
                    Argument::Texts(texts) => self.list(texts),
                    Argument::Named(key, values) => {
                        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.clone().into())).collect();
                        self.with(key, &values)
                    }
                    Argument::Messages(keys) => self.list(&keys.iter().map(|key| self.text(key)).collect::<Vec<_>>()),
                },
            );
        }
        values
    }

    /// Whether the resource has a text for the key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.sources.contains_key(key)
    }
}

/// The key of the text that says what a key of a table or of a section means.
#[must_use]
pub fn key_message(table: &str, key: &str) -> String {
    format!("key-{table}-{key}").replace('_', "-")
}

/// A text whose values are not given, an ellipsis in the place of each.
fn unfilled(text: &str) -> String {
    let mut parts = text.split("{$");
    let mut pattern = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        pattern.push('…');
        pattern.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    pattern
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
        io::ErrorKind::FileTooLarge => "io-too-large",
        // A kind that has a name, but may not be called by it yet.
        kind if format!("{kind:?}") == "FilesystemLoop" => "io-loop",
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

    fn keys_of(texts: &[&str]) -> Vec<String> {
        let line = |line: &&str| line.starts_with(|ch: char| ch.is_ascii_alphanumeric()) || line.starts_with("    .");
        let name = |line: &str| line.split(" =").next().unwrap_or_default().to_owned();
        let mut keys: Vec<_> = texts.iter().flat_map(|text| text.lines()).filter(line).map(name).collect();
        keys.sort();
        keys
    }

    #[test]
    fn messages_resources_have_no_syntax_error() {
        for resource in ZH.iter().chain(EN).chain([&KEYS_ZH]) {
            let result = FluentResource::try_new((*resource).to_owned());
            assert!(result.is_ok(), "{:?}", result.err().map(|(_, errors)| errors));
        }
    }

    /// What is parsed entry by entry is what the whole resource holds.
    #[test]
    fn messages_resources_are_the_sum_of_their_entries() {
        for resource in ZH.iter().chain(EN).chain([&KEYS_ZH]) {
            let whole = FluentResource::try_new((*resource).to_owned()).unwrap();
            let parts =
                entries::entries(resource).map(|(_, source)| FluentResource::try_new(source.to_owned()).unwrap());
            let parts: Vec<_> = parts.collect();
            assert!(whole.entries().eq(parts.iter().flat_map(FluentResource::entries)));
            assert!(parts.iter().all(|part| part.entries().count() == 1));
        }
    }

    /// No text refers to another, nor to a function, since each is parsed by itself.
    #[test]
    fn messages_stand_by_themselves() {
        for resource in ZH.iter().chain(EN).chain([&KEYS_ZH]) {
            // A brace in quotes is itself.
            let mut is_quoted = false;
            for placeable in resource.split('{').skip(1) {
                let refers =
                    !is_quoted && placeable.trim_start().starts_with(|ch: char| ch.is_ascii_alphabetic() || ch == '-');
                assert!(!refers, "{}", placeable.lines().next().unwrap_or_default());
                is_quoted = (is_quoted || placeable.starts_with('"')) && !placeable.contains("\"}");
            }
        }
    }

    #[test]
    fn messages_every_code_has_headline_remedy_and_for_a_rule_its_reason() {
        for messages in Language::ALL.map(Messages::of) {
            for code in Code::ALL {
                let code_has = |name: &str| messages.attribute(code.as_str(), name, &[]).is_some();
                assert!(messages.has(code.as_str()), "{} has no headline", code.as_str());
                assert!(code_has("remedy"), "{} has no remedy", code.as_str());
                assert!(!code.is_rule() || code_has("why"), "{} has no reason", code.as_str());
                assert_eq!(code.is_rule(), messages.spares(*code).is_some(), "what does {} spare?", code.as_str());
            }
        }
    }

    /// Both languages say the same things.
    #[test]
    fn messages_are_complete_in_every_language() {
        assert_eq!(keys_of(ZH), keys_of(EN));
    }
}
