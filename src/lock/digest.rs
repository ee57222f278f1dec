//! A digest: what a file held, in 64 figures. SHA-256 for sources and what is made of them, which any machine tells;
//! BLAKE3 for faces, which are a hundred times as large.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::io::{self, Read};

/// Bytes that are read at a time: so few stay in the processor's cache, and copying them costs less than mapping them.
const PART: usize = 256 << 10;

/// How a digest is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hash {
    Sha256,
    Blake3,
}

impl Hash {
    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Blake3 => "blake3",
        }
    }

    /// The one of a name.
    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::Sha256, Self::Blake3].into_iter().find(|hash| hash.name() == name)
    }
}

/// A digest of 256 bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The SHA-256 digest of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The BLAKE3 digest of these bytes.
    #[must_use]
    pub fn blake3(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes).into())
    }

    /// The BLAKE3 digest of what is read to its end, a part of it in memory at a time.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn blake3_of(mut reader: impl Read) -> io::Result<Self> {
        let mut hasher = blake3::Hasher::new();
        let mut part = vec![0; PART];
        loop {
            match reader.read(&mut part) {
                Ok(0) => return Ok(Self(hasher.finalize().into())),
                Ok(count) => hasher.update(&part[..count]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
        }
    }

    /// The digest that 64 hexadecimal figures tell; none if they are anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let figure = |figure: u8| char::from(figure).to_digit(16).and_then(|value| u8::try_from(value).ok());
        let mut bytes = [0; 32];
        if text.len() != 64 {
            return None;
        }
        for (byte, figures) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            *byte = figure(figures[0])? << 4 | figure(figures[1])?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
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

    /// The digests of nothing: FIPS 180-4's example of an empty message, and the first of BLAKE3's test vectors.
    #[test]
    fn digest_is_that_of_the_standard() {
        let blake3 = "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";
        assert_eq!(Digest::blake3(b"").to_string(), blake3);
        let long = vec![7; 300_000];
        assert_eq!(Digest::blake3_of(&*long).unwrap(), Digest::blake3(&long));
        let text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Digest::of(b"").to_string(), text);
        assert_eq!(Digest::parse(text), Some(Digest::of(b"")));
        for broken in ["", &text[1..], &text.replace('e', "g"), &text.replace("e3", "é")] {
            assert_eq!(Digest::parse(broken), None, "{broken}");
        }
    }
}
