//! The quick way to a subset: charstrings (字形程序) copied as they are into a small CFF.
//!
//! It serves CID-keyed faces whose glyphs call no subroutines, as the default faces are: nothing of a glyph then
//! refers to anything else of its face but the widths of its private dictionary, which is copied too. All other
//! faces take the general way.
//!
//! Source: Adobe Technical Note 5176, The Compact Font Format.

use super::face::Face;
use skrifa::raw::ps::cff::dict::{self, Entry};
use skrifa::raw::ps::cff::fd_select::FdSelect;
use skrifa::raw::ps::cff::index::Index;
use skrifa::raw::tables::cff::Cff;
use skrifa::raw::types::{GlyphId, Tag};
use skrifa::raw::{FontData, FontRead, FontRef, TableProvider};
use std::collections::BTreeMap;
use std::ops::Range;

/// A face with these glyphs behind `.notdef`, in their order; none if it must go the general way.
pub(super) fn subset(face: &Face<'_>, glyphs: &[u16]) -> Option<Vec<u8>> {
    let font = FontRef::from_index(face.bytes(), face.located().index).ok()?;
    let cff = font.cff().ok()?;
    let parts = Parts::of(&cff)?;
    let copied: Vec<_> = std::iter::once(&0)
        .chain(glyphs)
        .map(|glyph| parts.charstrings.get(usize::from(*glyph)).ok())
        .collect::<Option<_>>()?;
    let dictionaries: Vec<_> =
        std::iter::once(&0).chain(glyphs).map(|glyph| parts.dictionary(*glyph)).collect::<Option<_>>()?;
    Small::new(cff.name(0)?, &copied, &dictionaries, &parts.private).file()
}

/// The table of a face whose glyphs are numbered as CIDs; none of any other face.
pub(super) fn cid_table(bytes: &[u8]) -> Option<&[u8]> {
    let font = FontRef::new(bytes).ok()?;
    Top::read(font.cff().ok()?.top_dicts().get(0).ok()?)?;
    Some(font.table_data(Tag::new(b"CFF "))?.as_bytes())
}

/// What of a face's table is copied.
struct Parts<'a> {
    charstrings: Index<'a>,
    /// Which dictionary each glyph has; none if there is but one.
    select: Option<FdSelect<'a>>,
    /// The private dictionaries.
    private: Vec<&'a [u8]>,
}

impl<'a> Parts<'a> {
    fn of(cff: &Cff<'a>) -> Option<Self> {
        let data = cff.offset_data().as_bytes();
        let top = Top::read(cff.top_dicts().get(0).ok()?)?;
        if cff.global_subrs().count() > 0 {
            return None;
        }
        let at = |offset: usize| data.get(offset..);
        let array = Index::new(at(top.array)?, false).ok()?;
        let private = (0..array.count() as usize).map(|number| {
            let range = private_range(array.get(number).ok()?)?;
            let private = data.get(range)?;
            is_plain(private).then_some(private)
        });
        let private: Vec<_> = private.collect::<Option<_>>()?;
        let select = match private.len() {
            0 => return None,
            1 => None,
            _ => Some(FdSelect::read(FontData::new(at(top.select?)?)).ok()?),
        };
        Some(Self { charstrings: Index::new(at(top.charstrings)?, false).ok()?, select, private })
    }

    /// The number of a glyph's dictionary.
    fn dictionary(&self, glyph: u16) -> Option<u16> {
        let number = self.select.as_ref().map_or(Some(0), |select| select.font_index(GlyphId::new(glyph.into())))?;
        (usize::from(number) < self.private.len()).then_some(number)
    }
}

/// Where the parts of a CID-keyed face lie.
struct Top {
    charstrings: usize,
    array: usize,
    select: Option<usize>,
}

impl Top {
    /// Reads a top dictionary; none of a face that is not CID-keyed, or whose em is not the usual one.
    fn read(bytes: &[u8]) -> Option<Self> {
        let (mut charstrings, mut array, mut select, mut is_cid) = (None, None, None, false);
        for entry in dict::entries(bytes, None) {
            match entry.ok()? {
                Entry::Ros { .. } => is_cid = true,
                Entry::CharstringsOffset(offset) => charstrings = Some(offset),
                Entry::FdArrayOffset(offset) => array = Some(offset),
                Entry::FdSelectOffset(offset) => select = Some(offset),
                Entry::FontMatrix(_) => return None,
                Entry::CharstringType(kind) if kind != 2 => return None,
                _ => {}
            }
        }
        is_cid.then_some(())?;
        Some(Self { charstrings: charstrings?, array: array?, select })
    }
}

/// Where the private dictionary of a font dictionary lies; none if that has a scale of its own.
fn private_range(bytes: &[u8]) -> Option<Range<usize>> {
    let mut range = None;
    for entry in dict::entries(bytes, None) {
        match entry.ok()? {
            Entry::PrivateDictRange(found) => range = Some(found),
            Entry::FontMatrix(_) => return None,
            _ => {}
        }
    }
    range
}

/// Whether a private dictionary refers to nothing outside itself.
fn is_plain(bytes: &[u8]) -> bool {
    dict::entries(bytes, None).all(|entry| entry.is_ok_and(|entry| !matches!(entry, Entry::SubrsOffset(_))))
}

/// A table to be written: glyphs with identifiers counted from 0, and the dictionaries that they use.
struct Small<'a> {
    name: &'a [u8],
    charstrings: &'a [&'a [u8]],
    /// The number of each glyph's dictionary in the new table.
    dictionaries: Vec<u8>,
    private: Vec<&'a [u8]>,
}

/// Operators of dictionaries (5176, tables 9, 10 and 23).
mod operator {
    pub(super) const CHARSET: &[u8] = &[15];
    pub(super) const CHARSTRINGS: &[u8] = &[17];
    pub(super) const PRIVATE: &[u8] = &[18];
    pub(super) const ROS: &[u8] = &[12, 30];
    pub(super) const CID_COUNT: &[u8] = &[12, 34];
    pub(super) const FD_ARRAY: &[u8] = &[12, 36];
    pub(super) const FD_SELECT: &[u8] = &[12, 37];
}

/// The first string that is not one of the standard ones.
const FIRST_STRING: i32 = 391;

impl<'a> Small<'a> {
    fn new(name: &'a [u8], charstrings: &'a [&'a [u8]], used: &[u16], private: &[&'a [u8]]) -> Self {
        let mut renumbered: BTreeMap<u16, u8> = BTreeMap::new();
        let mut kept = Vec::new();
        let dictionaries = used.iter().map(|old| {
            *renumbered.entry(*old).or_insert_with(|| {
                kept.push(private[usize::from(*old)]);
                (kept.len() - 1) as u8
            })
        });
        let dictionaries = dictionaries.collect();
        Self { name, charstrings, dictionaries, private: kept }
    }

    /// An OpenType file with the table and nothing else, whose length is known before it is written: PDF wants the
    /// table alone, and its writer takes it out. None if the table would be too large for its numbers.
    fn file(&self) -> Option<Vec<u8>> {
        let count = u16::try_from(self.charstrings.len()).ok()?;
        let mut head = vec![1, 0, 4, 4];
        index(&[self.name], &mut head)?;
        let mut strings = Vec::new();
        index(&[b"Adobe", b"Identity"], &mut strings)?;
        let (charset, select) = (charset(count), self.select(count));
        // Every number of the dictionary takes the same bytes, so that its length is known before the numbers are.
        let top = |at: &Layout, bytes: &mut Vec<u8>| index(&[&top_dictionary(count, at)], bytes);
        let mut blank = Vec::new();
        top(&Layout::default(), &mut blank)?;
        let start = head.len() + blank.len() + strings.len() + EMPTY_INDEX.len();
        let mut at = Layout { charset: start, ..Layout::default() };
        at.select = at.charset + charset.len();
        at.charstrings = at.select + select.len();
        at.array = at.charstrings + index_length(self.charstrings);
        let array = self.array(at.array)?;
        let length = at.array + array.len() + self.private.iter().map(|private| private.len()).sum::<usize>();

        let mut file = open_type(length);
        file.extend(head);
        top(&at, &mut file)?;
        file.extend(strings);
        file.extend(EMPTY_INDEX);
        file.extend(charset);
        file.extend(select);
        index(self.charstrings, &mut file)?;
        file.extend(array);
        for private in &self.private {
            file.extend(*private);
        }
        Some(file)
    }

    /// Which dictionary each glyph has, in runs (format 3).
    fn select(&self, count: u16) -> Vec<u8> {
        let mut runs = Vec::new();
        let mut number = 0_u16;
        let mut glyph = 0_u16;
        for run in self.dictionaries.chunk_by(|a, b| a == b) {
            runs.extend(glyph.to_be_bytes());
            runs.push(run[0]);
            number += 1;
            glyph += run.len() as u16;
        }
        let mut select = vec![3];
        select.extend(number.to_be_bytes());
        select.extend(runs);
        select.extend(count.to_be_bytes());
        select
    }

    /// The font dictionaries, which stand at `start`; the private ones follow them.
    fn array(&self, start: usize) -> Option<Vec<u8>> {
        let dictionaries = |first: usize| {
            let mut at = first;
            let each = self.private.iter().map(|private| {
                let mut dictionary = Vec::new();
                number(private.len() as i32, &mut dictionary);
                number(at as i32, &mut dictionary);
                dictionary.extend(operator::PRIVATE);
                at += private.len();
                dictionary
            });
            let each: Vec<_> = each.collect();
            let mut bytes = Vec::new();
            index(&each.iter().map(Vec::as_slice).collect::<Vec<_>>(), &mut bytes)?;
            Some(bytes)
        };
        let length = dictionaries(0)?.len();
        dictionaries(start + length)
    }
}

/// Where the parts of the new table lie.
#[derive(Default)]
struct Layout {
    charset: usize,
    select: usize,
    charstrings: usize,
    array: usize,
}

fn top_dictionary(count: u16, at: &Layout) -> Vec<u8> {
    let mut top = Vec::new();
    let mut entry = |numbers: &[usize], operator: &[u8]| {
        for value in numbers {
            number(*value as i32, &mut top);
        }
        top.extend(operator);
    };
    entry(&[FIRST_STRING as usize, FIRST_STRING as usize + 1, 0], operator::ROS);
    entry(&[usize::from(count)], operator::CID_COUNT);
    entry(&[at.charset], operator::CHARSET);
    entry(&[at.select], operator::FD_SELECT);
    entry(&[at.charstrings], operator::CHARSTRINGS);
    entry(&[at.array], operator::FD_ARRAY);
    top
}

/// Identifiers counted on from 1 behind `.notdef` (format 2).
fn charset(count: u16) -> Vec<u8> {
    let mut charset = vec![2];
    if count > 1 {
        charset.extend(1_u16.to_be_bytes());
        charset.extend((count - 2).to_be_bytes());
    }
    charset
}

/// A whole number in five bytes.
fn number(value: i32, dictionary: &mut Vec<u8>) {
    dictionary.push(29);
    dictionary.extend(value.to_be_bytes());
}

/// A list of nothing.
const EMPTY_INDEX: [u8; 2] = [0, 0];

/// How many bytes a list of data takes.
fn index_length(items: &[&[u8]]) -> usize {
    3 + 4 * (items.len() + 1) + items.iter().map(|item| item.len()).sum::<usize>()
}

/// Writes a list of data, with offsets of four bytes; none if there is too much for them.
fn index(items: &[&[u8]], bytes: &mut Vec<u8>) -> Option<()> {
    bytes.extend(u16::try_from(items.len()).ok()?.to_be_bytes());
    bytes.push(4);
    let mut offset = 1_u32;
    bytes.extend(offset.to_be_bytes());
    for item in items {
        offset = offset.checked_add(u32::try_from(item.len()).ok()?)?;
        bytes.extend(offset.to_be_bytes());
    }
    for item in items {
        bytes.extend_from_slice(item);
    }
    Some(())
}

/// The head of an OpenType file that holds but one table, of this length; there is room for it.
fn open_type(length: usize) -> Vec<u8> {
    const HEADER: u32 = 12 + 16;
    let mut file = Vec::with_capacity(HEADER as usize + length);
    file.extend(b"OTTO");
    for value in [1_u16, 16, 0, 0] {
        file.extend(value.to_be_bytes());
    }
    file.extend(b"CFF ");
    for value in [0, HEADER, length as u32] {
        file.extend(value.to_be_bytes());
    }
    file
}
