//! The languages in which the program speaks.

use unic_langid::LanguageIdentifier;

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Chinese.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// The language that a tag or a locale's name means: `zh`, `zh-CN`, `en_GB.UTF-8`; none if it is neither.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let tag = name.split(['.', '@']).next().unwrap_or_default().replace('_', "-").to_ascii_lowercase();
        match tag.split('-').next() {
            Some("zh") => Some(Self::Chinese),
            Some("en") => Some(Self::English),
            _ => None,
        }
    }

    /// The language of the user's locale; Chinese where that says nothing of the two.
    #[must_use]
    pub fn of_locale() -> Self {
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG"));
        locale.as_deref().and_then(Self::named).unwrap_or(Self::Chinese)
    }

    /// Its tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// Its tag, for the library of messages.
    pub(super) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_is_known_by_tags_and_locales() {
        let named = |name: &str| Language::named(name);
        assert_eq!(named("zh"), Some(Language::Chinese));
        assert_eq!(named("zh_TW.Big5"), Some(Language::Chinese));
        assert_eq!(named("EN-us"), Some(Language::English));
        assert_eq!(named("en_GB.UTF-8@euro"), Some(Language::English));
        assert_eq!(["C.UTF-8", "POSIX", "de_DE", ""].map(named), [None; 4]);
    }
}
