//! A paragraph (段落): classes, runs, breaks, justified lines.

use super::breaker::{self, Broken};
use super::cell::Turn;
use super::cells::cells;
use super::filling::{Filling, Next};
use super::justify::Fill;
use super::line::{Gap, Line, build, set_line};
use super::measured::{Edges, Hyphen, Measured};
use super::{Setter, Type};
use crate::diagnostic::{Code, Diagnostic};
use crate::fonts::{Lookup, Script};
use crate::length::Length;
use crate::model::Text;
use crate::model::style::Lone;

/// Of a run that would not go on a line so many characters are told at most.
const LONGEST_RUN: usize = 200;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParagraphStyle {
    /// Its type.
    pub kind: Type,
    /// The measure (行长) of its lines.
    pub measure: Length,
    /// First-line indent (段首缩进).
    pub indent: Length,
}

/// Sets a paragraph; each line starts at the measure's left end, but the first, which is indented.
///
/// Lines that have no legal end, or are stretched beyond the style's limit, are reported.
pub fn set_paragraph(text: &Text, style: ParagraphStyle, setter: &mut Setter<'_, '_>) -> Vec<Line> {
    let cells = cells(text, style.kind, Some(style.measure), setter);
    let hyphen = cells.iter().any(|cell| cell.turn == Turn::Hyphen).then(|| hyphen(style.kind, setter)).flatten();
    let measured = setter.measure(&cells, style.kind.size, hyphen);
    let first = style.measure - style.indent;
    let mut found = Vec::new();
    let mut lines = Vec::new();
    let broken_lines = breaker::break_lines(&measured, first, style.measure);
    if measured.style.runts == Lone::Avoid && breaker::ends_in_runt(&measured, &broken_lines) {
        let last = cells.last().map(|cell| cell.range.clone()).unwrap_or_default();
        found.push(Diagnostic::new(Code::LoneCharacter, text.place(last)));
    }
    for (order, broken) in broken_lines.into_iter().enumerate() {
        let measure = if order == 0 { first } else { style.measure };
        let trimmed_end = !broken.is_last || needs_room(&measured, &broken, measure);
        let edges = Edges { flush_start: order > 0, trimmed_end };
        let fill = if broken.is_last { Fill::LastLine(measure) } else { Fill::Justify(measure) };
        let mut line = build(text, &measured, broken.cells.clone(), edges, fill);
        if setter.keeps_filling {
            line.filling = Some(Box::new(filling(text, &measured, &broken, edges, measure)));
        }
        found.extend(report(text, &measured, &broken, &line, measure));
        lines.push(line);
    }
    for diagnostic in found {
        setter.sink.push(diagnostic);
    }
    lines
}

/// Sets a text on as many lines as it needs, none of them stretched: addresses and names, which are no prose.
pub fn set_ragged(text: &Text, kind: Type, measure: Length, setter: &mut Setter<'_, '_>) -> Vec<Line> {
    let cells = cells(text, kind, Some(measure), setter);
    let hyphen = cells.iter().any(|cell| cell.turn == Turn::Hyphen).then(|| hyphen(kind, setter)).flatten();
    let measured = setter.measure(&cells, kind.size, hyphen);
    let broken = breaker::break_lines(&measured, measure, measure);
    let lines = broken.into_iter().enumerate().map(|(order, broken)| {
        let edges = Edges { flush_start: order > 0, trimmed_end: needs_room(&measured, &broken, measure) };
        build(text, &measured, broken.cells, edges, Fill::LastLine(measure))
    });
    lines.collect()
}

/// The figures of a line, for whoever asks.
fn filling(text: &Text, measured: &Measured<'_>, broken: &Broken, edges: Edges, measure: Length) -> Filling {
    let (start, end, count) = (broken.cells.start, broken.cells.end, measured.cells.len());
    let first_byte = measured.cells[start].range.start;
    let byte = |at: usize| measured.cells[at].range.start;
    let turns = (start + 1..end).filter(|at| measured.may_break(*at)).map(|at| byte(at) - first_byte);
    // Of a run that is longer than any word, what is told of it is enough.
    let farthest = count.min(end + LONGEST_RUN);
    let next_end = (end + 1..=farthest).find(|at| *at == farthest || measured.may_break(*at));
    let next = next_end.map(|next_end| {
        let last_byte = measured.cells[next_end - 1].range.end;
        let trimmed = Edges { trimmed_end: true, ..edges };
        let text = text.as_str()[byte(end)..last_byte].to_owned();
        Next { text, least: measured.width(start..next_end, trimmed).least() }
    });
    let width = measured.width(broken.cells.clone(), edges);
    let (natural, least) = (width.natural, width.least());
    Filling { measure, natural, least, turns: turns.collect(), next, forced: broken.forced }
}

/// Sets a text on one line with space put in at `gaps` if it fits the measure, else on as many as it needs.
pub fn set_within(text: &Text, kind: Type, gaps: &[Gap], measure: Length, setter: &mut Setter<'_, '_>) -> Vec<Line> {
    let line = set_line(text, kind, gaps, setter);
    if line.width <= measure {
        return vec![line];
    }
    set_paragraph(text, ParagraphStyle { kind, measure, indent: Length::ZERO }, setter)
}

/// The hyphen of the type's Latin letters.
fn hyphen(kind: Type, setter: &mut Setter<'_, '_>) -> Option<Hyphen> {
    let glyph = match setter.fonts.look_up(kind.role, Script::Latin, '-', setter.sink) {
        Lookup::Own(glyph) | Lookup::Fallback(glyph) => glyph,
        Lookup::Missing | Lookup::Unavailable => return None,
    };
    let width = setter.fonts.face(glyph.face)?.scale(glyph.advance, kind.size);
    Some(Hyphen { glyph, width })
}

/// Whether a last line is too wide with its last mark whole.
fn needs_room(measured: &Measured<'_>, line: &Broken, measure: Length) -> bool {
    let edges = Edges { flush_start: line.cells.start > 0, trimmed_end: false };
    measured.width(line.cells.clone(), edges).natural > measure
}

/// What is to be said of a line: that it was cut where it may not be, or is stretched too far, and then
/// which run would not go on it.
fn report(text: &Text, measured: &Measured<'_>, broken: &Broken, line: &Line, measure: Length) -> Option<Diagnostic> {
    let cells = measured.cells;
    if broken.forced {
        let range = cells[broken.cells.end - 1].range.clone();
        return Some(Diagnostic::new(Code::ForcedBreak, text.place(range)));
    }
    // A line of one run has no gap to stretch, and falls short of its measure.
    let stretch = if broken.is_last { line.stretch } else { line.stretch.max(measure - line.width) };
    if stretch <= measured.style.stretch_limit.at(measured.size) {
        return None;
    }
    let start = broken.cells.end;
    let end = measured.end_of_run(start).min(start + LONGEST_RUN);
    let run = cells[start].range.start..cells[end - 1].range.end;
    let words = text.as_str()[run.clone()].to_owned();
    let stretch = format!("{:.2}", stretch.to_pt() / measured.size.to_pt());
    Some(Diagnostic::new(Code::LooseLine, text.place(run)).with("run", words).with("stretch", stretch))
}
