//! A page dump read back: lines of text as a reader sees them, and the rest to be compared as it is written.

use std::collections::BTreeMap;

/// A dump taken apart.
#[derive(Debug, Default)]
pub(super) struct Dump<'d> {
    /// The first line, which tells the form.
    pub(super) form: &'d str,
    /// What the document says of itself.
    pub(super) info: Vec<&'d str>,
    /// The pages' sizes by their place.
    pub(super) pages: Vec<&'d str>,
    /// The lines of text of all pages.
    pub(super) lines: Vec<SetLine<'d>>,
    /// What else stands on a page, sorted, without what it is part of.
    pub(super) shapes: BTreeMap<usize, Vec<String>>,
    /// What these are part of, in their order.
    pub(super) shape_tags: Vec<&'d str>,
    /// What follows the pages, by its heading.
    pub(super) parts: BTreeMap<&'d str, Vec<&'d str>>,
}

/// A line of text: the runs on one baseline.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SetLine<'d> {
    /// The page, from 1.
    pub(super) page: usize,
    /// The grid line; 0 outside the type area.
    pub(super) line: usize,
    /// Where its first glyph stands, in 1/65536 pt.
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) text: String,
    pub(super) runs: Vec<Run<'d>>,
}

/// A run of glyphs of one face.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Run<'d> {
    /// From the line's first glyph.
    pub(super) x: i64,
    /// Face, size and colour.
    pub(super) look: &'d str,
    /// What it is part of.
    pub(super) tag: &'d str,
    /// The distances between its glyphs.
    pub(super) steps: &'d str,
}

/// Reads a dump. Lines that are none of those that this program writes count as shapes, so that they are compared too.
pub(super) fn read(dump: &str) -> Dump<'_> {
    let mut lines = dump.lines();
    let mut read = Dump { form: lines.next().unwrap_or_default(), ..Dump::default() };
    let mut part: Option<&str> = None;
    for line in lines.filter(|line| !line.is_empty()) {
        match line.strip_prefix("page ") {
            Some(_) if !line.starts_with(' ') => {
                read.pages.push(line.rsplit(' ').next().unwrap_or_default());
                part = None;
            }
            _ if read.pages.is_empty() => read.info.push(line),
            _ if !line.starts_with(' ') => {
                part = Some(line);
                read.parts.entry(line).or_default();
            }
            _ => match part {
                Some(part) => read.parts.entry(part).or_default().push(line),
                None => read.item(line),
            },
        }
    }
    read.shapes.values_mut().for_each(|shapes| shapes.sort());
    read
}

impl<'d> Dump<'d> {
    fn item(&mut self, line: &'d str) {
        let page = self.pages.len();
        if let Some(steps) = line.strip_prefix("    dx ") {
            if let Some(run) = self.lines.last_mut().and_then(|line| line.runs.last_mut()) {
                run.steps = steps;
            }
            return;
        }
        match glyphs(line, page) {
            Some(set) => match self.lines.last_mut() {
                Some(last) if (last.page, last.line, last.y) == (set.page, set.line, set.y) => {
                    last.text.push_str(&set.text);
                    let offset = set.x - last.x;
                    last.runs.extend(set.runs.into_iter().map(|run| Run { x: offset, ..run }));
                }
                _ => self.lines.push(set),
            },
            None => {
                let (shape, tag) = line.rsplit_once(' ').unwrap_or((line, ""));
                self.shapes.entry(page).or_default().push(shape.to_owned());
                self.shape_tags.push(tag);
            }
        }
    }
}

/// A run's line: `  3 x=… y=… face size colour tag "text"`; a face's name may hold spaces.
fn glyphs(line: &str, page: usize) -> Option<SetLine<'_>> {
    let (head, _) = line.split_once(" \"")?;
    let text = serde_json::from_str(&line[head.len() + 1..]).ok()?;
    let (grid_line, rest) = head.trim_start().split_once(' ')?;
    let (x, rest) = rest.strip_prefix("x=")?.split_once(' ')?;
    let (y, rest) = rest.strip_prefix("y=")?.split_once(' ')?;
    let (look, tag) = rest.rsplit_once(' ')?;
    // No sheet has more lines, or is wider, than these types tell: sums of them are safe.
    let line: u16 = grid_line.parse().ok()?;
    let (x, y): (i32, i32) = (x.parse().ok()?, y.parse().ok()?);
    let run = Run { x: 0, look, tag, steps: "" };
    Some(SetLine { page, line: line.into(), x: x.into(), y: y.into(), text, runs: vec![run] })
}
