//! The text of a lock: a first line, a head in JSON, and two compressed texts, each between lines that tell its name.
//!
//! ```text
//! bulletin lock 3
//! {
//!   "program": "0.1.0",
//!   …
//!   "seal": "f9a9…"
//! }
//!
//! -----BEGIN PUBLICATION-----
//! H4sIAAAAAAAC/…
//! -----END PUBLICATION-----
//! -----BEGIN PAGE DUMP-----
//! H4sIAAAAAAAC/…
//! -----END PAGE DUMP-----
//! ```
//!
//! The head ends with the first empty line, so that it is read without the rest, and is sealed by its own digest. The
//! texts are gzip in base64: any machine reads them. What keeps texts may have made all line ends CR LF.

use super::{Content, Digest, Head, Lock};
use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use libdeflater::{CompressionLvl, Compressor, Decompressor};
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// How the first line of every lock begins.
const MARK: &str = "bulletin lock ";
/// The form that this program writes and reads.
const FORM: &str = "3";
/// The names of the two texts.
const HELD: &str = "PUBLICATION";
const DUMP: &str = "PAGE DUMP";
/// The most bytes of a lock, and of each text in it: an issue of ten thousand pages has less.
const LARGEST: u64 = 512 << 20;
/// The most bytes of a head.
const LARGEST_HEAD: u64 = 4 << 20;
/// Into how little deflate packs a text at the most: a byte for so many.
const CLOSEST: u64 = 1032;
/// How hard packing is tried: level 6 would take twice as long, and make a lock of 31 kB one of 28.
const LEVEL: i32 = 1;
/// Characters on a line of base64, as in MIME.
const WIDTH: usize = 76;

/// Why a file is no lock that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// Its first line is not that of a lock.
    NoLock,
    /// It is a lock of another form, which another version of the program wrote.
    OtherForm(String),
    /// It is cut short, or was changed.
    Damaged,
    /// Its head was changed, by hand or otherwise.
    HeadChanged,
}

/// The key of a head's digest.
const SEAL: &str = "seal";

/// A head as it stands in the file.
#[derive(Serialize)]
struct Sealed<'h> {
    #[serde(flatten)]
    head: &'h Head,
    texts: &'h Content,
    seal: Digest,
}

/// The key of what stands behind a head.
const TEXTS: &str = "texts";

/// The digest of a head's keys, those among them that only another version knows: a head that was changed by hand has
/// another.
fn seal(head: &Value) -> serde_json::Result<Digest> {
    Ok(Digest::of(serde_json::to_string(head)?.as_bytes()))
}

/// A lock's text with the line ends that it was written with.
fn plain(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").into() } else { text.into() }
}

/// The two texts of a lock as they stand in its file. They are made while the PDF is.
pub struct Packed {
    /// What the publication's keys were.
    held: Content,
    /// What the page dump was.
    dump: Content,
    /// What stands behind the head.
    behind: String,
    /// What that is.
    texts: Content,
}

impl Packed {
    /// Packs the publication's keys, a line a key, and the page dump.
    ///
    /// # Errors
    /// None that any text is known to meet.
    pub fn of(held: &str, dump: &str) -> anyhow::Result<Self> {
        let behind = armoured(HELD, held)? + &armoured(DUMP, dump)?;
        let texts = Content::of(behind.as_bytes());
        Ok(Self { held: Content::of(held.as_bytes()), dump: Content::of(dump.as_bytes()), behind, texts })
    }

    /// What the publication's keys were, and what the page dump was.
    pub(super) fn contents(&self) -> (Content, Content) {
        (self.held.clone(), self.dump.clone())
    }

    /// The text of the lock that has this head.
    ///
    /// # Errors
    /// None that any lock is known to meet.
    pub fn under(&self, head: &Head) -> anyhow::Result<String> {
        let texts = &self.texts;
        let mut value = serde_json::to_value(head).context("lock")?;
        value[TEXTS] = serde_json::to_value(texts).context("lock")?;
        let seal = seal(&value).context("lock")?;
        let head = serde_json::to_string_pretty(&Sealed { head, texts, seal }).context("lock")?;
        Ok(format!("{MARK}{FORM}\n{head}\n\n{}", self.behind))
    }
}

impl Lock {
    /// The text of the lock.
    ///
    /// # Errors
    /// None that any lock is known to meet.
    pub fn print(&self) -> anyhow::Result<String> {
        Packed::of(&self.held, &self.dump)?.under(&self.head)
    }

    /// Reads a lock's text.
    ///
    /// # Errors
    /// A text that is no lock, or none that is whole.
    pub fn parse(text: &str) -> Result<Self, Broken> {
        let text = &*plain(text);
        let head = Head::parse(text)?;
        let (_, texts) = text.split_once("\n\n").ok_or(Broken::Damaged)?;
        let (held, rest) = unarmoured(HELD, texts, &head.held).ok_or(Broken::Damaged)?;
        let (dump, rest) = unarmoured(DUMP, rest, &head.dump).ok_or(Broken::Damaged)?;
        if !rest.is_empty() {
            return Err(Broken::Damaged);
        }
        Ok(Self { head, held, dump })
    }

    /// Reads the lock at a path.
    ///
    /// # Errors
    /// A file that cannot be read; within, a file that is no lock.
    pub fn read(path: &Path) -> io::Result<Result<Self, Broken>> {
        Ok(text(path, LARGEST)?.ok_or(Broken::NoLock).and_then(|text| Self::parse(&text)))
    }
}

impl Head {
    /// Reads the head at the beginning of a lock's text; what stands behind it may be missing.
    ///
    /// # Errors
    /// A text that is no lock, or whose head is not whole.
    pub fn parse(text: &str) -> Result<Self, Broken> {
        Ok(Self::parsed(&plain(text))?.0)
    }

    /// The head, and what it says of the texts behind it.
    fn parsed(text: &str) -> Result<(Self, Option<Content>), Broken> {
        let (form, rest) = text.strip_prefix(MARK).and_then(|text| text.split_once('\n')).ok_or(Broken::NoLock)?;
        if form != FORM {
            return Err(Broken::OtherForm(form.chars().take(20).collect()));
        }
        let (head, _) = rest.split_once("\n\n").ok_or(Broken::Damaged)?;
        let mut head: Value = serde_json::from_str(head).map_err(|_| Broken::Damaged)?;
        let said = head.as_object_mut().and_then(|keys| keys.remove(SEAL)).ok_or(Broken::Damaged)?;
        let is_whole = seal(&head).is_ok_and(|seal| said == seal.to_string());
        let texts = head.get(TEXTS).and_then(|texts| serde_json::from_value(texts.clone()).ok());
        let head = serde_json::from_value(head).map_err(|_| Broken::Damaged)?;
        if is_whole { Ok((head, texts)) } else { Err(Broken::HeadChanged) }
    }

    /// Reads the head of a lock that is whole: what stands behind it is not unpacked, but is what was written.
    ///
    /// # Errors
    /// A file that cannot be read; within, a file that is no lock, or none that is whole.
    pub fn read_of_whole(path: &Path) -> io::Result<Result<Self, Broken>> {
        let Some(text) = text(path, LARGEST)? else { return Ok(Err(Broken::NoLock)) };
        let text = plain(&text);
        let is_whole = |texts: Option<Content>| {
            let behind = text.split_once("\n\n").map(|(_, behind)| Content::of(behind.as_bytes()));
            texts.is_some() && behind == texts
        };
        Ok(Self::parsed(&text).and_then(|(head, texts)| if is_whole(texts) { Ok(head) } else { Err(Broken::Damaged) }))
    }

    /// Reads the head of the lock at a path, and no more of the file than that takes.
    ///
    /// # Errors
    /// A file that cannot be read; within, a file that is no lock.
    pub fn read(path: &Path) -> io::Result<Result<Self, Broken>> {
        let mut file = opened(path)?;
        let mut bytes = Vec::new();
        loop {
            let read = (&mut file).take(16 << 10).read_to_end(&mut bytes)?;
            let ends = [b"\n\n".as_slice(), b"\r\n\r\n"];
            let end = ends.iter().find_map(|end| {
                let at = bytes.windows(end.len()).position(|window| window == *end)?;
                Some(at + end.len())
            });
            if end.is_some() || read == 0 || bytes.len() as u64 > LARGEST_HEAD {
                let head = &bytes[..end.unwrap_or(bytes.len())];
                return Ok(std::str::from_utf8(head).map_err(|_| Broken::NoLock).and_then(Self::parse));
            }
        }
    }
}

/// Whether what stands at a path may be written over by a lock: nothing, or a lock of whatever form.
///
/// # Errors
/// A file that cannot be read.
pub fn may_replace(path: &Path) -> io::Result<bool> {
    match opened(path) {
        Ok(file) => {
            let mut start = Vec::new();
            file.take(MARK.len() as u64).read_to_end(&mut start)?;
            Ok(start == MARK.as_bytes())
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if matches!(error.kind(), io::ErrorKind::IsADirectory | io::ErrorKind::InvalidInput) => Ok(false),
        Err(error) => Err(error),
    }
}

/// An ordinary file, opened: a pipe might never end.
fn opened(path: &Path) -> io::Result<File> {
    let kind = std::fs::metadata(path)?;
    if kind.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !kind.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    File::open(path)
}

/// A file's text; none if it is no text.
fn text(path: &Path, most: u64) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    opened(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(String::from_utf8(bytes).ok())
}

/// A text compressed, in lines of base64.
fn armoured(name: &str, text: &str) -> anyhow::Result<String> {
    let level = CompressionLvl::new(LEVEL).map_err(|_| anyhow::anyhow!("libdeflate"))?;
    let mut compressor = Compressor::new(level);
    let mut packed = vec![0; compressor.gzip_compress_bound(text.len())];
    let size = compressor.gzip_compress(text.as_bytes(), &mut packed).context("libdeflate")?;
    let figures = STANDARD.encode(&packed[..size]);
    let mut armoured = format!("-----BEGIN {name}-----\n");
    let mut rest = figures.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(WIDTH));
        armoured.push_str(line);
        armoured.push('\n');
        rest = after;
    }
    armoured.push_str(&format!("-----END {name}-----\n"));
    Ok(armoured)
}

/// The text of this name, which must be what the head says, and what stands behind it.
fn unarmoured<'t>(name: &str, text: &'t str, content: &Content) -> Option<(String, &'t str)> {
    let text = text.strip_prefix(&format!("-----BEGIN {name}-----\n"))?;
    let (figures, rest) = text.split_once(&format!("-----END {name}-----\n"))?;
    let figures: String = figures.lines().collect();
    let packed = STANDARD.decode(figures).ok()?;
    // No text is packed closer than deflate can, whatever the head says.
    let most = LARGEST.min(packed.len() as u64 * CLOSEST);
    let size = usize::try_from(content.size).ok().filter(|_| content.size <= most)?;
    let mut unpacked = vec![0; size];
    let len = Decompressor::new().gzip_decompress(&packed, &mut unpacked).ok()?;
    unpacked.truncate(len);
    let is_whole = Content::of(&unpacked) == *content;
    String::from_utf8(unpacked).ok().filter(|_| is_whole).map(|text| (text, rest))
}
