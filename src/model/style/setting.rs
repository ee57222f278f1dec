//! What a key of the style can hold: kinds of values, and how each is read from any serde format.

use crate::length::{Em, Length, Lines};
use crate::model::style::cmyk::Cmyk;
use serde::{Deserialize, Deserializer};
use std::marker::PhantomData;

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
}

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
            Self::Percentages => "kind-percentages",
            Self::Choice(_) => "kind-choice",
        }
    }
}

/// What came of setting a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is set.
    Set,
    /// The section has no such key.
    UnknownKey,
    /// The key does not hold such a value; it holds this kind.
    Refused(Kind),
}

/// A section of the style.
pub trait Section {
    /// Its table's name in the publication's file.
    const NAME: &'static str;
    /// Its keys, in order.
    const KEYS: &'static [Key];

    /// Sets a key from a value of any format.
    fn set<'de, D: Deserializer<'de>>(&mut self, key: &str, value: D) -> Outcome;
}

/// A kind of value as a type: how defaults are written, what is kept, how it is read.
pub trait Setting {
    /// What is kept.
    type Value;
    /// How a default is written in the list of keys.
    type Literal;
    /// The kind, for messages and documents.
    const KIND: Kind;

    /// The value of a default.
    fn value(literal: Self::Literal) -> Self::Value;
    /// Reads a value of any format; none if the key does not hold such a value.
    fn read<'de, D: Deserializer<'de>>(value: D) -> Option<Self::Value>;
}

/// Defines a kind that is a number within bounds.
macro_rules! number {
    ($(#[$doc:meta])* $name:ident, $kind:expr, $value:ty, $make:expr, $range:expr) => {
        $(#[$doc])*
        pub struct $name;

        impl Setting for $name {
            type Value = $value;
            type Literal = f64;
            const KIND: Kind = $kind;

            fn value(literal: f64) -> $value {
                $make(literal)
            }

            fn read<'de, D: Deserializer<'de>>(value: D) -> Option<$value> {
                f64::deserialize(value).ok().filter(|number| $range.contains(number)).map($make)
            }
        }
    };
}

number!(
    /// Millimetres.
    Mm, Kind::Millimetres, Length, Length::mm, (0.0..=2000.0));
number!(
    /// A thickness in points.
    Points, Kind::Points, Length, Length::pt, (0.0..=100.0));
number!(
    /// A width in em.
    Ems, Kind::Ems, Em, Em::new, (0.0..=100.0));
number!(
    /// A number of grid lines.
    GridLines, Kind::GridLines, Lines, Lines::new, (0.0..=50.0));

/// A type size.
pub struct Size;

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

impl Setting for Size {
    type Value = Length;
    type Literal = f64;
    const KIND: Kind = Kind::Size;

    fn value(literal: f64) -> Length {
        Length::pt(literal)
    }

    fn read<'de, D: Deserializer<'de>>(value: D) -> Option<Length> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Points(f64),
            Name(String),
        }
        let points = match Written::deserialize(value).ok()? {
            Written::Points(points) => points,
            Written::Name(name) => SIZE_NAMES.iter().find(|(known, _)| *known == name)?.1,
        };
        (1.0..=500.0).contains(&points).then(|| Length::pt(points))
    }
}

/// A whole number of things, at least one.
pub struct Count;

impl Setting for Count {
    type Value = usize;
    type Literal = usize;
    const KIND: Kind = Kind::Count;

    fn value(literal: usize) -> usize {
        literal
    }

    fn read<'de, D: Deserializer<'de>>(value: D) -> Option<usize> {
        usize::deserialize(value).ok().filter(|count| (1..=200).contains(count))
    }
}

/// Yes or no.
pub struct Flag;

impl Setting for Flag {
    type Value = bool;
    type Literal = bool;
    const KIND: Kind = Kind::Flag;

    fn value(literal: bool) -> bool {
        literal
    }

    fn read<'de, D: Deserializer<'de>>(value: D) -> Option<bool> {
        bool::deserialize(value).ok()
    }
}

/// Words of the format.
pub struct Words;

impl Setting for Words {
    type Value = String;
    type Literal = &'static str;
    const KIND: Kind = Kind::Words;

    fn value(literal: &'static str) -> String {
        literal.to_owned()
    }

    fn read<'de, D: Deserializer<'de>>(value: D) -> Option<String> {
        String::deserialize(value).ok().filter(|words| !words.chars().any(char::is_control))
    }
}

/// Four percentages.
pub struct Percentages;

impl Setting for Percentages {
    type Value = Cmyk;
    type Literal = [u8; 4];
    const KIND: Kind = Kind::Percentages;

    fn value(literal: [u8; 4]) -> Cmyk {
        Cmyk(literal)
    }

    fn read<'de, D: Deserializer<'de>>(value: D) -> Option<Cmyk> {
        let parts = <[u8; 4]>::deserialize(value).ok()?;
        parts.iter().all(|part| *part <= 100).then_some(Cmyk(parts))
    }
}

/// The words that choose among the variants of an enum.
pub trait Choices: for<'de> Deserialize<'de> {
    /// The words, in the order of the variants.
    const NAMES: &'static [&'static str];
}

/// One of an enum's variants.
pub struct Choice<T>(PhantomData<T>);

impl<T: Choices> Setting for Choice<T> {
    type Value = T;
    type Literal = T;
    const KIND: Kind = Kind::Choice(T::NAMES);

    fn value(literal: T) -> T {
        literal
    }

    fn read<'de, D: Deserializer<'de>>(value: D) -> Option<T> {
        T::deserialize(value).ok()
    }
}
