//! Colour spaces and the inks that they make of numbers.

use crate::inspect::facts::Ink;
use hayro_syntax::object::{Array, Name, Object, Stream};
use hayro_syntax::page::Resources;

/// A colour space, as far as what is painted in it can be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Space {
    Gray,
    Rgb,
    Cmyk,
    Spot(String),
    /// Any other, by its name.
    Other(String),
}

impl Space {
    /// The space of a name: a device's, or one of the page's resources.
    pub(super) fn named(name: &Name<'_>, resources: &Resources<'_>) -> Self {
        Self::device(name).unwrap_or_else(|| match resources.get_color_space(name) {
            Some(object) => Self::of(&object, resources),
            None => Self::Other(name.as_str().to_owned()),
        })
    }

    /// The space that an object describes.
    pub(super) fn of(object: &Object<'_>, resources: &Resources<'_>) -> Self {
        match object {
            Object::Name(name) => match Self::device(name) {
                Some(space) => space,
                // A name that only leads to a name is not followed any further.
                None => match resources.get_color_space(name) {
                    Some(Object::Array(array)) => Self::of_array(&array),
                    _ => Self::Other(name.as_str().to_owned()),
                },
            },
            Object::Array(array) => Self::of_array(array),
            _ => Self::Other("?".to_owned()),
        }
    }

    fn device(name: &Name<'_>) -> Option<Self> {
        match name.as_str() {
            "DeviceGray" | "G" => Some(Self::Gray),
            "DeviceRGB" | "RGB" => Some(Self::Rgb),
            "DeviceCMYK" | "CMYK" => Some(Self::Cmyk),
            _ => None,
        }
    }

    fn of_array(array: &Array<'_>) -> Self {
        let mut items = array.flex_iter();
        let Some(family) = items.next::<Name<'_>>() else { return Self::Other("?".to_owned()) };
        match family.as_str() {
            "Separation" => items
                .next::<Name<'_>>()
                .map_or(Self::Other("Separation".to_owned()), |ink| Self::Spot(ink.as_str().to_owned())),
            "ICCBased" => {
                let components = items.next::<Stream<'_>>().and_then(|profile| profile.dict().get::<i32>("N"));
                Self::Other(match components {
                    Some(1) => "ICCBased Gray".to_owned(),
                    Some(3) => "ICCBased RGB".to_owned(),
                    Some(4) => "ICCBased CMYK".to_owned(),
                    _ => "ICCBased".to_owned(),
                })
            }
            name => Self::device(&family).unwrap_or_else(|| Self::Other(name.to_owned())),
        }
    }

    /// What is painted with before any colour is set in this space.
    pub(super) fn initial(&self) -> Ink {
        match self {
            Self::Gray => Ink::Gray(0),
            Self::Rgb => Ink::Rgb([0; 3]),
            Self::Cmyk => Ink::Cmyk([0, 0, 0, 1000]),
            Self::Spot(name) => Ink::Spot(name.clone(), 1000),
            Self::Other(name) => Ink::Other(name.clone()),
        }
    }

    /// The ink of these numbers.
    pub(super) fn ink(&self, numbers: &[f64]) -> Ink {
        let part = |at: usize| thousandths(numbers.get(at).copied().unwrap_or(0.0));
        match self {
            Self::Gray => Ink::Gray(part(0)),
            Self::Rgb => Ink::Rgb([part(0), part(1), part(2)]),
            Self::Cmyk => Ink::Cmyk([part(0), part(1), part(2), part(3)]),
            Self::Spot(name) => Ink::Spot(name.clone(), part(0)),
            Self::Other(name) => Ink::Other(name.clone()),
        }
    }
}

fn thousandths(part: f64) -> u16 {
    (part.clamp(0.0, 1.0) * 1000.0).round() as u16
}
