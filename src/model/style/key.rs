//! The keys of the style as data: what each holds, within which bounds, its default, what is said of it.

/// A key of a section, for reading, documents and tests.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The key's name in the publication's file.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// The default as written in the code.
    pub default: &'static str,
    /// What it is, with its source.
    pub about: &'static str,
}

impl Key {
    /// The default as a publication's file would write it.
    #[must_use]
    pub fn written_default(&self) -> String {
        match (self.kind, self.default) {
            (Kind::Choice(_), variant) => {
                let word = variant.rsplit("::").next().unwrap_or(variant);
                format!("\"{}\"", word.to_lowercase())
            }
            (_, number) => number.parse::<f64>().map_or_else(|_| number.to_owned(), |number| number.to_string()),
        }
    }

    /// A value as a publication's file would write it; not the default, where the kind alone gives another.
    #[must_use]
    pub fn written_example(&self) -> String {
        let default = self.written_default();
        match self.kind {
            Kind::Choice(names) => {
                let names = names.iter().map(|name| format!("\"{name}\""));
                names.rev().find(|name| *name != default).unwrap_or(default)
            }
            Kind::Flag => (default == "false").to_string(),
            Kind::Size => {
                let points = default.parse::<f64>().ok();
                let named = SIZE_NAMES.iter().find(|(_, size)| Some(*size) == points);
                named.map_or(default, |(name, _)| format!("\"{name}\""))
            }
            _ => default,
        }
    }

    /// What it is, and the source of its default; the source stands last in what is said about a key.
    #[must_use]
    pub fn meaning_and_source(&self) -> (&'static str, &'static str) {
        let about = self.about.trim();
        let starts = SOURCES.iter().filter_map(|source| Some(about.find(&format!(". {source}"))? + 1));
        let at = starts.min().unwrap_or(about.len());
        (about[..at].trim(), about[at..].trim().trim_end_matches('.'))
    }
}

/// How sources begin.
const SOURCES: &[&str] = &["GB/T ", "clreq ", "Measured", "Ours"];

/// What a key holds, in the unit in which it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A length in mm, 0 to 2000.
    Millimetres,
    /// A type size in pt, 1 to 500, or a Chinese size name.
    Size,
    /// A thickness in pt, 0 to 100.
    Points,
    /// A width in em, 0 to 100.
    Ems,
    /// A number of grid lines, 0 to 50, halves and quarters allowed.
    GridLines,
    /// A whole number, 1 to 200.
    Count,
    /// `true` or `false`.
    Flag,
    /// Words.
    Words,
    /// The name of an ink of its own.
    InkName,
    /// Four percentages: cyan, magenta, yellow, black.
    Percentages,
    /// One of these words.
    Choice(&'static [&'static str]),
}

impl Kind {
    /// The key of the message that says what is expected.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Millimetres => "kind-millimetres",
            Self::Size => "kind-size",
            Self::Points => "kind-points",
            Self::Ems => "kind-ems",
            Self::GridLines => "kind-grid-lines",
            Self::Count => "kind-count",
            Self::Flag => "kind-flag",
            Self::Words => "kind-words",
            Self::InkName => "kind-ink-name",
            Self::Percentages => "kind-percentages",
            Self::Choice(_) => "kind-choice",
        }
    }

    /// The least and the greatest number, for kinds that are numbers; of a percentage, each of the four.
    #[must_use]
    pub const fn bounds(self) -> Option<(f64, f64)> {
        match self {
            Self::Millimetres => Some((0.0, 2000.0)),
            Self::Size => Some((1.0, 500.0)),
            Self::Points | Self::Ems | Self::Percentages => Some((0.0, 100.0)),
            Self::GridLines => Some((0.0, 50.0)),
            Self::Count => Some((1.0, 200.0)),
            Self::Flag | Self::Words | Self::InkName | Self::Choice(_) => None,
        }
    }

    /// Whether a number is within the bounds.
    pub(super) fn holds(self, number: f64) -> bool {
        self.bounds().is_none_or(|(least, greatest)| (least..=greatest).contains(&number))
    }
}

/// The traditional sizes (字号) in pt.
pub const SIZE_NAMES: &[(&str, f64)] = &[
    ("初号", 42.0),
    ("小初", 36.0),
    ("一号", 26.0),
    ("小一", 24.0),
    ("二号", 22.0),
    ("小二", 18.0),
    ("三号", 16.0),
    ("小三", 15.0),
    ("四号", 14.0),
    ("小四", 12.0),
    ("五号", 10.5),
    ("小五", 9.0),
];

#[cfg(test)]
mod tests {
    use crate::model::Style;

    #[test]
    fn key_every_one_tells_its_meaning_and_its_source() {
        for (section, keys) in Style::SECTIONS {
            for key in *keys {
                let (meaning, source) = key.meaning_and_source();
                assert!(meaning.ends_with('.') && !source.is_empty(), "{section}.{}: {meaning} | {source}", key.name);
            }
        }
    }
}
