//! The page of rules: `tests/cases/typeset/<topic>/<case>.toml`, a case for each row of the rules, with the
//! lines it must be set in beside it (`.txt`). `make accept` rewrites the lines.
//!
//! ```toml
//! rule    = "clreq #prohibition_rules_for_line_start_end: no closing bracket at a line's start"
//! text    = "……"
//! measure = 10          # em
//! indent  = 0           # em; may be left out
//! as      = "paragraph" # or "title"; may be left out
//! [text_style]          # keys of bulletin.toml's [text]; may be left out
//! prefer  = "out"
//! ```
//!
//! Each row of the `.txt` is a line: its width in em (its last mark's empty half left out) and its text;
//! `!` rows are what is reported.

use crate::support::{golden, root};
use crate::typeset::{body, with_setter};
use bulletin::length::{Em, Length};
use bulletin::model::{Style, Text};
use bulletin::typeset::{ParagraphStyle, set_paragraph, set_title};
use serde::Deserialize;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    rule: String,
    text: String,
    measure: f64,
    #[serde(default)]
    indent: f64,
    #[serde(default, rename = "as")]
    kind: Option<String>,
    #[serde(default, rename = "text_style")]
    style: toml::Table,
}

impl Case {
    /// The lines, as the golden file holds them.
    fn print(&self) -> String {
        let mut style = Style::default();
        for (key, value) in &self.style {
            let outcome = style.set("text", key, value.clone());
            assert_eq!(outcome, bulletin::model::style::Outcome::Set, "{key}");
        }
        let size = body().size;
        let text = Text::unplaced(&self.text);
        let measure = Em::new(self.measure).at(size);
        let paragraph = ParagraphStyle { kind: body(), measure, indent: Em::new(self.indent).at(size) };
        let (lines, found) = with_setter(&style, |setter| match self.kind.as_deref() {
            Some("title") => set_title(&[text], body(), measure, setter),
            _ => set_paragraph(&text, paragraph, setter),
        });
        let em = |length: Length| length.to_pt() / size.to_pt();
        let mut printed = String::new();
        for line in &lines {
            let _ = writeln!(printed, "{:7.3}  {}", em(line.width), line.text.as_str());
        }
        for found in &found {
            let _ = writeln!(printed, "!  {}", found.code.as_str());
        }
        printed
    }
}

/// The case files below a folder, in order.
fn case_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.flat_map(|path| if path.is_dir() { case_files(&path) } else { vec![path] });
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect();
    files.sort();
    files
}

#[test]
fn cases_of_typeset_are_golden() {
    let folder = root().join("tests/cases");
    let files = case_files(&folder.join("typeset"));
    assert!(files.len() > 100, "{}", files.len());
    for file in files {
        let case: Case = toml::from_str(&fs::read_to_string(&file).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert!(!case.rule.is_empty(), "{}", file.display());
        let name = file.strip_prefix(&folder).unwrap().with_extension("txt");
        golden(&name.display().to_string(), &case.print());
    }
}
