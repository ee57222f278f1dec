//! Whether two PDFs hold the same text: their han characters, in whatever order, and their number.

use crate::process::Task;
use anyhow::{Result, bail};
use std::path::Path;

/// What a PDF holds.
pub(crate) struct Text {
    /// Its han characters, sorted.
    han: Vec<char>,
    pub(crate) pages: usize,
}

impl Text {
    /// Reads a PDF with `pdftotext`.
    pub(crate) fn of(pdf: &Path) -> Result<Self> {
        let task = Task {
            program: "pdftotext".into(),
            arguments: vec![pdf.into(), "-".into()],
            folder: ".".into(),
            cache: None,
        };
        let text = task.printed()?;
        let mut han: Vec<_> = text.chars().filter(|ch| is_han(*ch)).collect();
        han.sort_unstable();
        Ok(Self { han, pages: text.matches('\u{c}').count() })
    }

    /// The number of han characters, which are the same in both.
    pub(crate) fn same(&self, other: &Self, name: &str) -> Result<usize> {
        if self.han == other.han {
            return Ok(self.han.len());
        }
        let at = self.han.iter().zip(&other.han).position(|(ours, theirs)| ours != theirs);
        let differs = at.map(|at| format!(", first at {} and {}", self.han[at], other.han[at])).unwrap_or_default();
        bail!("{name} holds {} han characters, ours {}{differs}", other.han.len(), self.han.len())
    }
}

/// Unified and compatibility ideographs, and the zero that is written as one.
fn is_han(ch: char) -> bool {
    matches!(ch, '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
