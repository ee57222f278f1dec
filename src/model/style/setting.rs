//! What a key of the style can hold: kinds of values, and how each is read from any serde format.

use super::cmyk::Cmyk;
use super::key::{Key, Kind, SIZE_NAMES};
use crate::length::{Em, Length, Lines};
use serde::{Deserialize, Deserializer};
use std::marker::PhantomData;

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
    ($(#[$doc:meta])* $name:ident, $kind:expr, $value:ty, $make:expr) => {
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
                f64::deserialize(value).ok().filter(|number| Self::KIND.holds(*number)).map($make)
            }
        }
    };
}

number!(
    /// Millimetres.
    Mm, Kind::Millimetres, Length, Length::mm);
number!(
    /// A thickness in points.
    Points, Kind::Points, Length, Length::pt);
number!(
    /// A width in em.
    Ems, Kind::Ems, Em, Em::new);
number!(
    /// A number of grid lines.
    GridLines, Kind::GridLines, Lines, Lines::new);

/// A type size.
pub struct Size;

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
        Self::KIND.holds(points).then(|| Length::pt(points))
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
        usize::deserialize(value).ok().filter(|count| Self::KIND.holds(*count as f64))
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

/// The name of an ink of its own; empty is none.
pub struct InkName;

/// The bytes that a name may have in a PDF (ISO 19005-2 6.1.13).
const LONGEST_NAME: usize = 127;

/// Names that stand for inks of every press, or for none and all of them (ISO 32000-1 8.6.6.4).
const RESERVED: [&str; 6] = ["None", "All", "Cyan", "Magenta", "Yellow", "Black"];

impl Setting for InkName {
    type Value = String;
    type Literal = &'static str;
    const KIND: Kind = Kind::InkName;

    fn value(literal: &'static str) -> String {
        literal.to_owned()
    }

    fn read<'de, D: Deserializer<'de>>(value: D) -> Option<String> {
        let name = Words::read(value)?;
        (name.len() <= LONGEST_NAME && !RESERVED.contains(&name.trim())).then_some(name)
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
        parts.iter().all(|part| Self::KIND.holds((*part).into())).then_some(Cmyk(parts))
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
