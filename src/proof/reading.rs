//! An issue as its proofreader sees it: passages of text, each with what it is.

use super::words::{self, Run};
use crate::char_set::CharSet;
use crate::diagnostic::{Code, Diagnostic, Edit, Place};
use crate::model::{Block, Byline, Entry, Issue, Publication, Text};
use std::ops::Range;

/// An issue laid out for reading.
pub struct Reading<'a> {
    /// The issue.
    pub issue: &'a Issue,
    /// The publication, as it holds for the issue.
    pub publication: &'a Publication,
    /// Its texts, in the order of the issue.
    pub passages: Vec<Passage<'a>>,
    /// Texts that are too long to be read, and the first of those that stand behind as much as is read.
    pub(super) unread: Vec<Unread<'a>>,
}

/// A text that is not read.
pub(super) struct Unread<'a> {
    pub(super) text: &'a Text,
    /// The word of the message for why.
    pub(super) why: &'static str,
    /// So many bytes would have been read.
    pub(super) most: usize,
}

/// A text that stands by itself: a paragraph, a title's line, a name.
pub struct Passage<'a> {
    /// The text.
    pub text: &'a Text,
    /// What it is.
    pub part: Part,
    /// The entry of the issue in which it stands; none for the issue's own fields.
    pub entry: Option<usize>,
    /// The parts of it that are quoted (`“”`, `‘’`, `《》`, `〈〉`), by bytes, the marks included; outermost only.
    pub quoted: Vec<Range<usize>>,
    /// The characters, each with its byte: most rules go through them.
    pub(super) chars: Vec<(usize, char)>,
    /// The runs of han characters, by their orders.
    pub(super) runs: Vec<Range<usize>>,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A line of an article's title.
    Title,
    /// A line of a subtitle.
    Subtitle,
    /// A brief's title.
    BriefTitle,
    /// A line of the note under a title.
    Note,
    /// A paragraph of an editor's note.
    EditorNote,
    /// A heading inside a body, by its level.
    Heading(u8),
    /// A paragraph of a body.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A quoted paragraph.
    Quote,
    /// A unit of a byline.
    Unit,
    /// A person's name.
    Name,
    /// A person's post.
    Post,
    /// Where a text was published first.
    Source,
}

impl Part {
    /// Whether it is running text: sentences with their stops.
    #[must_use]
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Paragraph | Self::ListItem | Self::EditorNote | Self::Quote)
    }

    /// Whether it is a title or a heading.
    #[must_use]
    pub fn is_title(self) -> bool {
        matches!(self, Self::Title | Self::Subtitle | Self::BriefTitle | Self::Heading(_))
    }

    /// Whether it names a person, a unit or a work: rules of language leave it alone.
    #[must_use]
    pub fn is_name(self) -> bool {
        matches!(self, Self::Unit | Self::Name | Self::Post | Self::Source)
    }
}

impl<'a> Passage<'a> {
    pub(super) fn new(text: &'a Text, part: Part, entry: Option<usize>) -> Self {
        let mut chars = Vec::with_capacity(text.as_str().chars().count());
        chars.extend(text.as_str().char_indices());
        Self { text, part, entry, quoted: quoted(&chars), runs: words::han_runs(&chars), chars }
    }

    /// The characters.
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.text.as_str()
    }

    /// Its runs of han characters.
    pub(super) fn runs(&self) -> impl Iterator<Item = Run<'_>> {
        self.runs.iter().map(|orders| {
            let chars = &self.chars[orders.clone()];
            let end = self.chars.get(orders.end).map_or(self.as_str().len(), |(at, _)| *at);
            Run { range: chars.first().map_or(end, |(at, _)| *at)..end, chars }
        })
    }

    /// Whether bytes of it lie in a quotation or a title of a work.
    #[must_use]
    pub fn is_quoted(&self, range: &Range<usize>) -> bool {
        let first = self.quoted.partition_point(|quoted| quoted.end <= range.start);
        self.quoted.get(first).is_some_and(|quoted| quoted.start < range.end)
    }

    /// Where bytes of it stand in the source.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Option<Place> {
        self.text.place(range)
    }

    /// A fault of some bytes of it.
    #[must_use]
    pub fn found(&self, code: Code, range: Range<usize>) -> Diagnostic {
        let written = self.as_str().get(range.clone()).unwrap_or_default().to_owned();
        Diagnostic::new(code, self.place(range)).with("written", written)
    }

    /// The edit that puts a text in the place of some bytes; none where the source does not hold just them.
    #[must_use]
    pub fn edit(&self, range: Range<usize>, replacement: &str) -> Option<Edit> {
        self.text.edit(range, replacement)
    }
}

/// A text of more bytes is no paragraph that anyone wrote, and is not read: the rules compare within it.
const LONGEST: usize = 100_000;
/// An issue of more bytes is not read to its end.
const MOST: usize = 2_000_000;

impl<'a> Reading<'a> {
    /// Lays an issue out; what is longer than any real text is left out, and kept apart to be told.
    #[must_use]
    pub fn new(issue: &'a Issue, publication: &'a Publication) -> Self {
        let (mut passages, mut unread) = (Vec::new(), Vec::new());
        let mut read = 0;
        for (order, entry) in issue.entries.iter().enumerate() {
            let at = Some(order);
            let mut add = |text: &'a Text, part| {
                let length = text.as_str().len();
                if length > LONGEST {
                    unread.push(Unread { text, why: "long", most: LONGEST });
                } else if read + length <= MOST {
                    read += length;
                    passages.push(Passage::new(text, part, at));
                } else if read <= MOST {
                    unread.push(Unread { text, why: "behind", most: MOST });
                    // Nothing behind it is read either, and that is told once.
                    read = MOST + 1;
                }
            };
            match entry {
                Entry::Article(article) => {
                    article.title.lines.iter().for_each(|line| add(line, Part::Title));
                    article.subtitle.iter().flat_map(|title| &title.lines).for_each(|line| add(line, Part::Subtitle));
                    article.note.iter().for_each(|line| add(line, Part::Note));
                    blocks(&article.editor_note, Some(Part::EditorNote), &mut add);
                    blocks(&article.body, None, &mut add);
                    byline(&article.byline, &mut add);
                }
                Entry::Brief(brief) => {
                    brief.title.iter().for_each(|line| add(line, Part::BriefTitle));
                    blocks(&brief.body, None, &mut add);
                    byline(&brief.byline, &mut add);
                }
            }
        }
        Self { issue, publication, passages, unread }
    }

    /// Where addresses and paths stand, in order.
    pub(super) fn addresses(&self) -> Vec<Place> {
        let of = |passage: &Passage<'a>| {
            let addresses = super::addresses::addresses(passage.as_str());
            addresses.into_iter().filter_map(|range| passage.place(range)).collect::<Vec<_>>()
        };
        let mut places: Vec<_> = self.passages.iter().flat_map(of).collect();
        places.sort();
        places
    }

    /// The passages of an entry.
    pub fn of_entry(&self, entry: usize) -> impl Iterator<Item = &Passage<'a>> {
        self.passages.iter().filter(move |passage| passage.entry == Some(entry))
    }

    /// The passages of running text.
    pub fn prose(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.passages.iter().filter(|passage| passage.part.is_prose())
    }
}

/// The passages of blocks; `all` is what their paragraphs are, if not what they would be in a body.
fn blocks<'a>(blocks: &'a [Block], all: Option<Part>, add: &mut impl FnMut(&'a Text, Part)) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => add(text, all.unwrap_or(Part::Paragraph)),
            Block::Heading(text) => {
                let level = text.marks_at(0).find_map(|mark| match mark {
                    crate::model::Mark::Heading(level) => Some(level),
                    _ => None,
                });
                add(text, Part::Heading(level.unwrap_or(1)));
            }
            Block::List(items) => items.iter().for_each(|item| add(&item.text, all.unwrap_or(Part::ListItem))),
            Block::Quote(paragraphs) => paragraphs.iter().for_each(|text| add(text, Part::Quote)),
        }
    }
}

fn byline<'a>(byline: &'a Byline, add: &mut impl FnMut(&'a Text, Part)) {
    byline.units.iter().for_each(|unit| add(unit, Part::Unit));
    for author in &byline.authors {
        author.post.iter().for_each(|post| add(post, Part::Post));
        add(&author.name, Part::Name);
    }
    byline.source.iter().for_each(|source| add(source, Part::Source));
}

/// The quoted parts of a text, outermost only; a mark that is not closed quotes nothing.
fn quoted(chars: &[(usize, char)]) -> Vec<Range<usize>> {
    static MARKS: CharSet = CharSet::of("“”‘’《》〈〉");
    let pairs = [('“', '”'), ('‘', '’'), ('《', '》'), ('〈', '〉')];
    // The open marks, by their kinds, and how many of each kind there are.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut waiting = [0_usize; 4];
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, ch) in chars.iter().copied().filter(|(_, ch)| MARKS.contains(*ch)) {
        if let Some(kind) = pairs.iter().position(|(open, _)| *open == ch) {
            open.push((kind, at));
            waiting[kind] += 1;
        } else if let Some(closed) = pairs.iter().position(|(_, close)| *close == ch).filter(|kind| waiting[*kind] > 0)
        {
            while let Some((kind, start)) = open.pop() {
                waiting[kind] -= 1;
                if kind == closed {
                    let inner = found.iter().rev().take_while(|inner| inner.start > start).count();
                    found.truncate(found.len() - inner);
                    found.push(start..at + ch.len_utf8());
                    break;
                }
            }
        }
    }
    found
}
