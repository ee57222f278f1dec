//! A paragraph (段落): classes, runs, breaks, justified lines.

use super::breaker::Edges;
use super::cells::cells;
use super::justify::Fill;
use super::line::{Line, build};
use super::{Setter, Type};
use crate::diagnostic::{Code, Diagnostic};
use crate::length::Length;
use crate::model::Text;

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
pub fn set_paragraph(text: &Text, style: ParagraphStyle, setter: &mut Setter<'_, '_>) -> Vec<Line> {
    let cells = cells(text, style.kind, setter);
    let measured = setter.measure(&cells, style.kind.size);
    let first = style.measure - style.indent;
    let mut forced = Vec::new();
    let mut lines = Vec::new();
    for (order, broken) in measured.break_lines(first, style.measure).into_iter().enumerate() {
        let measure = if order == 0 { first } else { style.measure };
        let edges =
            Edges { flush_start: order > 0, half_end: !broken.is_last || needs_room(&measured, &broken, measure) };
        let fill = if broken.is_last { Fill::LastLine(measure) } else { Fill::Justify(measure) };
        if broken.forced {
            let at = &cells[broken.cells.end - 1].range;
            forced.push(Diagnostic::new(Code::ForcedBreak, text.place(at.clone())));
        }
        lines.push(build(text, &measured, broken.cells, edges, fill));
    }
    for diagnostic in forced {
        setter.sink.push(diagnostic);
    }
    lines
}

/// Whether a last line is too wide with its last mark whole.
fn needs_room(measured: &super::breaker::Measured<'_>, line: &super::breaker::Broken, measure: Length) -> bool {
    let edges = Edges { flush_start: line.cells.start > 0, half_end: false };
    measured.width(line.cells.clone(), edges).0 > measure
}
