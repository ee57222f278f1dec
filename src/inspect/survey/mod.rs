//! Facts put in order: glyphs as lines, the text's usual size and pitch, its edges, the pages' numbers.

mod area;
mod line;
mod number;

pub(super) use area::Area;
pub(super) use line::Line;
pub(super) use number::Number;

use super::facts::{Facts, Glyph, PageFacts, Rule};
use crate::length::Length;
use crate::model::Style;
use std::collections::BTreeMap;

/// How far a size may be from the body's to count as it, in pt.
const SAME_SIZE: f64 = 0.25;
/// Sizes and pitches are counted in steps of this, in pt.
const STEP: f64 = 0.05;
/// Two lines share an edge that differs by no more, in mm.
const SAME_EDGE: f64 = 0.2;
/// On fewer lines an edge that two of them share may be that of an indent.
const LEAST_LINES: usize = 8;
/// A line that is so much further from one edge of the type area than from the other is not centred, in mm.
const CENTRED: f64 = 0.5;
/// A line that comes so near to both edges, in mm, is full and not centred.
const INSET: f64 = 1.0;
/// Distances of baselines beyond this many ems are blank lines, not a pitch.
const WIDEST_PITCH: i64 = 3;
/// A pitch that occurs less often tells nothing.
const LEAST_PITCHES: usize = 3;

/// A file as it is measured.
pub(super) struct Survey<'f> {
    pub(super) facts: &'f Facts,
    pub(super) style: &'f Style,
    /// The type area that is asked for.
    pub(super) area: Area,
    pub(super) pages: Vec<Page<'f>>,
    /// The size of most glyphs, those of the imprint left out.
    pub(super) body: Option<Length>,
    /// The distance of most lines of that size to the next.
    pub(super) pitch: Option<Length>,
}

/// A page as it is measured.
pub(super) struct Page<'f> {
    pub(super) facts: &'f PageFacts,
    /// Counted from 1, as it lies in the file.
    pub(super) place: usize,
    /// Its lines from top to foot, but for the page number.
    pub(super) lines: Vec<Line<'f>>,
    pub(super) number: Option<Number<'f>>,
    /// Where the imprint begins, on the last page: below stand its own sizes and indents.
    imprint: Option<Length>,
}

impl Page<'_> {
    /// Which side of the leaf it is: by the number printed on it, else by its place.
    pub(super) fn is_odd(&self) -> bool {
        self.number.as_ref().map_or(self.place, |number| number.value) % 2 == 1
    }

    fn is_body(&self, line: &Line<'_>) -> bool {
        self.imprint.is_none_or(|top| line.baseline < top)
    }

    /// Whether nothing is printed on it but a number.
    pub(super) fn is_blank(&self) -> bool {
        self.lines.is_empty()
    }
}

/// The edges of the text on odd and on even pages; none where there are few lines, or no two share one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Edges {
    pub(super) odd: Option<Length>,
    pub(super) even: Option<Length>,
}

impl Edges {
    pub(super) fn on(self, is_odd: bool) -> Option<Length> {
        if is_odd { self.odd } else { self.even }
    }
}

impl<'f> Survey<'f> {
    pub(super) fn new(facts: &'f Facts, style: &'f Style) -> Self {
        let pages: Vec<_> = facts.pages.iter().enumerate().map(|(at, page)| survey_page(page, at + 1)).collect();
        let mut survey = Self { facts, style, area: Area::new(&style.sheet), pages, body: None, pitch: None };
        survey.find_imprint();
        let sizes = survey.body_glyphs().map(|glyph| glyph.size);
        survey.body = commonest(sizes).map(|(size, _)| size);
        survey.pitch = survey.measured_pitch();
        survey
    }

    /// The glyphs of all pages, but for page numbers and the imprint.
    pub(super) fn body_glyphs(&self) -> impl Iterator<Item = &'f Glyph> {
        let lines = self.pages.iter().flat_map(|page| page.lines.iter().filter(|line| page.is_body(line)));
        lines.flat_map(|line| line.glyphs.iter().copied())
    }

    /// The lines of the body's size on a page, but for those that are centred: headings, notes under titles.
    pub(super) fn body_lines<'s>(&'s self, page: &'s Page<'f>) -> impl Iterator<Item = &'s Line<'f>> {
        let left = self.area.left(page.is_odd());
        let right = left + self.area.width;
        let wanted = move |line: &&Line<'_>| {
            let body = self.body.filter(|body| (line.size - *body).to_pt().abs() <= SAME_SIZE);
            let inset = (line.left - left, right - line.right);
            let is_centred = (inset.0 - inset.1).to_mm().abs() <= CENTRED && inset.0.to_mm() > INSET;
            body.is_some() && !is_centred && page.is_body(line)
        };
        page.lines.iter().filter(wanted)
    }

    /// The rules of the imprint: the long ones on the last page that is printed on, but for the head's; and
    /// that page's place.
    pub(super) fn imprint_rules(&self) -> (Vec<Rule>, usize) {
        let Some(page) = self.last_page() else { return (Vec::new(), 0) };
        let mut rules = self.long_rules(page);
        if page.place == 1 && !self.style.masthead.preprinted && !rules.is_empty() {
            rules.remove(0);
        }
        (rules, page.place)
    }

    fn find_imprint(&mut self) {
        let (rules, place) = self.imprint_rules();
        let top = rules.first().map(|rule| rule.top);
        if let Some(page) = self.pages.get_mut(place.saturating_sub(1)) {
            page.imprint = top;
        }
    }

    /// The left edges of body text.
    pub(super) fn left_edges(&self) -> Edges {
        self.edges(|line| line.left)
    }

    /// The right edges of body text: those of full lines, for no two others end at one place further right.
    pub(super) fn right_edges(&self) -> Edges {
        let turned = self.edges(|line| -line.right);
        Edges { odd: turned.odd.map(|edge| -edge), even: turned.even.map(|edge| -edge) }
    }

    fn edges(&self, of: impl Fn(&Line<'_>) -> Length) -> Edges {
        let least = |is_odd: bool| {
            let pages = self.pages.iter().filter(|page| page.is_odd() == is_odd);
            let mut edges: Vec<_> = pages.flat_map(|page| self.body_lines(page).map(&of)).collect();
            if edges.len() < LEAST_LINES {
                return None;
            }
            edges.sort();
            let pair = edges.windows(2).find(|pair| pair[1] - pair[0] <= Length::mm(SAME_EDGE));
            pair.map(|pair| pair[0])
        };
        Edges { odd: least(true), even: least(false) }
    }

    fn measured_pitch(&self) -> Option<Length> {
        let mut steps = Vec::new();
        for page in &self.pages {
            let baselines: Vec<_> = self.body_lines(page).map(|line| line.baseline).collect();
            steps.extend(baselines.windows(2).map(|pair| pair[1] - pair[0]));
        }
        let body = self.body?;
        let near = steps.into_iter().filter(|step| *step > Length::ZERO && *step <= body * WIDEST_PITCH);
        commonest(near).filter(|(_, count)| *count >= LEAST_PITCHES).map(|(pitch, _)| pitch)
    }

    /// The last page on which something is printed.
    pub(super) fn last_page(&self) -> Option<&Page<'f>> {
        self.pages.iter().rev().find(|page| !page.is_blank())
    }

    /// The rules of a page that are at least half as long as the measure, from top to foot: a rule that is
    /// drawn in pieces is one.
    pub(super) fn long_rules(&self, page: &Page<'_>) -> Vec<Rule> {
        let mut rules = page.facts.rules.clone();
        rules.sort_by_key(|rule| (rule.top, rule.left));
        let mut joined: Vec<Rule> = Vec::new();
        let near = Length::mm(SAME_EDGE);
        let apart = |a: Length, b: Length| (a - b).max(b - a) > near / 2;
        for rule in rules {
            match joined.last_mut() {
                Some(last)
                    if !apart(last.top, rule.top)
                        && !apart(last.thickness, rule.thickness)
                        && rule.left <= last.right + near =>
                {
                    last.right = last.right.max(rule.right);
                }
                _ => joined.push(rule),
            }
        }
        joined.retain(|rule| rule.right - rule.left >= self.area.width / 2);
        joined
    }
}

fn survey_page(facts: &PageFacts, place: usize) -> Page<'_> {
    let mut lines = line::lines(&facts.glyphs);
    let number = number::take(&mut lines, facts.sheet.1);
    Page { facts, place, lines, number, imprint: None }
}

/// The length that occurs most often, and how often.
fn commonest(lengths: impl Iterator<Item = Length>) -> Option<(Length, usize)> {
    let mut counts: BTreeMap<i64, (usize, Length)> = BTreeMap::new();
    for length in lengths {
        let step = (length.to_pt() / STEP).round() as i64;
        let entry = counts.entry(step).or_insert((0, length));
        entry.0 += 1;
    }
    counts.into_values().max_by_key(|(count, _)| *count).map(|(count, length)| (length, count))
}
