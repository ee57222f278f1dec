//! A digest: what a file held, in hexadecimal figures. SHA-256 for sources and what is made of them; XXH3 of 128 bits for
//! faces, which are a hundred times as large.
//!
//! XXH3 tells any change that happens, not one that is made to be missed. Nothing rests on a face's digest but whether an
//! issue is built again and which input `verify` names: what a face gave stands in the PDF, which has SHA-256.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::io::{self, Read};
use xxhash_rust::xxh3::Xxh3Default;

/// Bytes that are read at a time: so few stay in the processor's cache, and copying them costs less than mapping them.
const PART: usize = 256 << 10;

/// How a digest is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hash {
    Sha256,
    Xxh128,
}

/// A digest of one of two kinds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Digest {
    /// SHA-256.
    Sha256([u8; 32]),
    /// XXH3 of 128 bits, in the order in which its figures are told.
    Xxh128([u8; 16]),
}

impl Digest {
    /// The SHA-256 digest of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::Sha256(Sha256::digest(bytes).into())
    }

    /// The XXH3 digest of these bytes.
    #[must_use]
    pub fn xxh128(bytes: &[u8]) -> Self {
        Self::Xxh128(xxhash_rust::xxh3::xxh3_128(bytes).to_be_bytes())
    }

    /// The XXH3 digest of what is read to its end, a part of it in memory at a time.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn xxh128_of(mut reader: impl Read) -> io::Result<Self> {
        let mut hasher = Xxh3Default::new();
        let mut part = vec![0; PART];
        loop {
            match reader.read(&mut part) {
                Ok(0) => return Ok(Self::Xxh128(hasher.digest128().to_be_bytes())),
                Ok(count) => hasher.update(&part[..count]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// The digest that 64 or 32 hexadecimal figures tell; none if they are anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.len() {
            64 => figures(text).map(Self::Sha256),
            32 => figures(text).map(Self::Xxh128),
            _ => None,
        }
    }

    /// How it was taken.
    pub(super) fn hash(self) -> Hash {
        match self {
            Self::Sha256(_) => Hash::Sha256,
            Self::Xxh128(_) => Hash::Xxh128,
        }
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::Sha256(bytes) => bytes,
            Self::Xxh128(bytes) => bytes,
        }
    }
}

/// Bytes from twice as many hexadecimal figures; none if there is anything else.
fn figures<const COUNT: usize>(text: &str) -> Option<[u8; COUNT]> {
    let figure = |figure: u8| char::from(figure).to_digit(16).and_then(|value| u8::try_from(value).ok());
    let mut bytes = [0; COUNT];
    for (byte, figures) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = figure(figures[0])? << 4 | figure(figures[1])?;
    }
    Some(bytes)
}

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bytes().iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("no digest"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The digests of nothing: FIPS 180-4's example of an empty message, and what `xxhsum -H2` tells of an empty file.
    #[test]
    fn digest_is_that_of_the_standard() {
        let nothing = "99aa06d3014798d86001c324468d497f";
        assert_eq!(Digest::xxh128(b"").to_string(), nothing);
        assert_eq!(Digest::parse(nothing), Some(Digest::xxh128(b"")));
        let long = vec![7; 300_000];
        assert_eq!(Digest::xxh128_of(&*long).unwrap(), Digest::xxh128(&long));
        let text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Digest::of(b"").to_string(), text);
        assert_eq!(Digest::parse(text), Some(Digest::of(b"")));
        for broken in ["", &text[1..], &text.replace('e', "g"), &text.replace("e3", "é")] {
            assert_eq!(Digest::parse(broken), None, "{broken}");
        }
    }
}
