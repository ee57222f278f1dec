//! A file's bytes become TOML values with spans; encoding and syntax faults become diagnostics.

use super::{encoding, ignore, limits};
use crate::diagnostic::{Argument, Code, Diagnostic, FileId, Files, Place, Sink};
use anyhow::Context;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use toml::Spanned;
use toml::de::DeTable;

/// A file's TOML: its values, and where its syntax is broken.
pub(super) struct Raw<'t> {
    pub(super) file: FileId,
    pub(super) text: &'t str,
    pub(super) table: Spanned<DeTable<'t>>,
    /// The spans of the syntax faults, already reported: in order, those that touch as one.
    pub(super) faults: Vec<Range<usize>>,
    /// Whether a fault reaches beyond one value, so that it is not known which keys the author wrote.
    pub(super) torn: bool,
}

/// The bytes of a file; none if there are too many.
///
/// # Errors
/// A file that is not there, is a folder, or may not be read.
pub(super) fn bytes(path: &Path, files: &mut Files, sink: &mut Sink) -> anyhow::Result<Option<Vec<u8>>> {
    match files.read(path) {
        Err(error) if error.kind() == ErrorKind::FileTooLarge => {
            let file = files.add(path, String::new());
            limits::too_large("file", &path.display().to_string(), Files::LARGEST, Place::new(file, 0..0), sink);
            Ok(None)
        }
        read => read.map(Some).with_context(|| path.display().to_string()),
    }
}

/// The text of the file at a path; none if it is too large, or not UTF-8.
///
/// # Errors
/// A file that is not there, is a folder, or may not be read.
pub(super) fn file(path: &Path, files: &mut Files, sink: &mut Sink) -> anyhow::Result<Option<(FileId, Arc<str>)>> {
    Ok(bytes(path, files, sink)?.and_then(|bytes| text(path, bytes, files, sink)))
}

/// A file's text; none if it is not UTF-8.
pub(super) fn text(path: &Path, bytes: Vec<u8>, files: &mut Files, sink: &mut Sink) -> Option<(FileId, Arc<str>)> {
    match String::from_utf8(bytes) {
        Ok(text) => {
            let file = files.add(path, text);
            let text = files.text(file);
            encoding::advise(file, &text, sink);
            Some((file, text))
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let valid = String::from_utf8_lossy(&error.as_bytes()[..at]).into_owned();
            let file = files.add(path, valid);
            let name = encoding::name(error.as_bytes());
            let command = encoding::command(name, &path.display().to_string());
            let diagnostic = Diagnostic::new(Code::NotUtf8, Place::new(file, at..at));
            let broken: String = error.as_bytes()[at..].iter().take(1).map(|byte| format!("{byte:02X}")).collect();
            sink.push(diagnostic.with("encoding", name).with("command", command).with("byte", broken));
            None
        }
    }
}

/// Parses a file's text, past as many syntax faults as the parser can.
pub(super) fn parse<'t>(file: FileId, text: &'t str, sink: &mut Sink) -> Raw<'t> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut faults = Vec::new();
    let mut torn = false;
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        sink.push(syntax_diagnostic(file, text, &span, error.message()));
        faults.push(span);
        torn |= !WITHIN_A_VALUE.iter().any(|start| error.message().starts_with(start));
    }
    let raw = Raw { file, text, table, faults: united(faults), torn };
    ignore::comments(&raw, sink);
    raw
}

/// Spans in order, those that touch each other as one.
fn united(mut spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
    spans.sort_by_key(|span| (span.start, span.end));
    let mut united: Vec<Range<usize>> = Vec::new();
    for span in spans {
        match united.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => united.push(span),
        }
    }
    united
}

/// How the parser's words begin for faults that reach no farther than one value.
const WITHIN_A_VALUE: &[&str] = &[
    "string values must be quoted",
    "invalid date",
    "invalid time",
    "duplicate key",
    "missing escaped",
    "too few unicode",
];

/// A fault of syntax; a date that does not exist is one to the parser, but not to the author.
fn syntax_diagnostic(file: FileId, text: &str, span: &Range<usize>, message: &str) -> Diagnostic {
    let place = Place::new(file, span.clone());
    let written = text.get(span.clone()).unwrap_or_default();
    if message.starts_with("duplicate key") {
        let form = if text[..span.start].ends_with('[') { "table" } else { "key" };
        return Diagnostic::new(Code::DuplicateKey, place).with("key", written).with("form", form);
    }
    if ["expected day", "expected month"].iter().any(|expected| message.contains(expected)) {
        return Diagnostic::new(Code::NoSuchDate, place);
    }
    if message.starts_with("invalid multi-line") {
        // Told where the text began: it ends with the file.
        let delimiter = if message.contains("literal") { "'''" } else { "\"\"\"" };
        let start = text[..span.start].rfind(delimiter).unwrap_or(span.start);
        let place = Place::new(file, start..start);
        return Diagnostic::new(Code::Syntax, place).with("detail", Argument::Message("syntax-unclosed-block"));
    }
    let known = SYNTAX_DETAILS.iter().find(|(start, _)| message.starts_with(start));
    let detail = value_detail(message, written, text, span).or(known.map(|(_, key)| *key)).unwrap_or("syntax-other");
    Diagnostic::new(Code::Syntax, place).with("detail", Argument::Message(detail))
}

/// What a value that is no TOML seems to have been meant for.
fn value_detail(message: &str, written: &str, text: &str, span: &Range<usize>) -> Option<&'static str> {
    let next = text[span.start..].chars().next().unwrap_or('\n');
    if message.starts_with("invalid basic string") && next.is_control() && !matches!(next, '\n' | '\r') {
        return Some("syntax-control");
    }
    if !message.starts_with("string values must be quoted") {
        return None;
    }
    let is_figure = |ch: char| ch.is_ascii_digit() || matches!(ch, '年' | '月' | '日' | '/' | '.' | '-');
    match written.trim() {
        "" => Some("syntax-value-missing"),
        written if written.chars().all(|ch| matches!(ch, '０'..='９')) => Some("syntax-fullwidth-figures"),
        written if written.starts_with(|ch: char| ch.is_ascii_digit()) && written.chars().all(is_figure) => {
            Some("syntax-written-date")
        }
        _ => None,
    }
}

/// The parser's words, by how they begin, and the key of the text that says it in the editor's language.
const SYNTAX_DETAILS: &[(&str, &str)] = &[
    ("string values must be quoted", "syntax-unquoted-string"),
    ("invalid basic string", "syntax-unclosed-string"),
    ("invalid literal string", "syntax-unclosed-string"),
    ("invalid multi-line", "syntax-unclosed-string"),
    ("missing escaped value", "syntax-escape"),
    ("too few unicode value digits", "syntax-escape"),
    ("invalid escaped unicode value", "syntax-escape"),
    ("invalid value", "syntax-escape"),
    ("invalid unquoted key", "syntax-key"),
    ("key with no value", "syntax-no-value"),
    ("missing value", "syntax-no-value"),
    ("missing comma", "syntax-comma"),
    ("extra comma", "syntax-comma"),
    ("unclosed array table", "syntax-unclosed-table"),
    ("unclosed table", "syntax-unclosed-table"),
    ("unclosed array", "syntax-unclosed-array"),
    ("unclosed inline table", "syntax-unclosed-inline-table"),
    ("unexpected key or value", "syntax-unexpected"),
    ("unexpected content", "syntax-unexpected"),
    ("invalid date", "syntax-date"),
    ("invalid time", "syntax-date"),
    ("invalid date-time", "syntax-date"),
    ("unexpected leading zero", "syntax-leading-zero"),
    ("cannot recurse further", "syntax-too-deep"),
    ("recursion limit", "syntax-too-deep"),
    ("carriage return must", "syntax-line-end"),
    ("missing opening quote", "syntax-quote"),
    ("unexpected `=`", "syntax-equals"),
    ("extra `=`", "syntax-equals"),
    ("extra assignment", "syntax-equals"),
    ("missing assignment", "syntax-no-value"),
    ("keys cannot be multi-line", "syntax-multi-line-key"),
    ("invalid comment character", "syntax-comment"),
    ("unquoted keys cannot be empty", "syntax-key"),
    ("invalid key-value pair", "syntax-unexpected"),
    ("invalid inline table element", "syntax-unexpected"),
    ("integers with a radix", "syntax-unexpected"),
    ("radix must be lowercase", "syntax-unexpected"),
    ("redundant", "syntax-unexpected"),
    ("unexpected sign", "syntax-unexpected"),
    ("`_` may only go", "syntax-unexpected"),
    ("missing key for", "syntax-key"),
    ("invalid boolean", "syntax-boolean"),
    ("invalid integer", "syntax-number"),
    ("invalid hexadecimal", "syntax-number"),
    ("invalid octal", "syntax-number"),
    ("invalid binary", "syntax-number"),
    ("invalid float", "syntax-number"),
    ("invalid mantissa", "syntax-number"),
    ("invalid fraction", "syntax-number"),
    ("invalid exponent", "syntax-number"),
    ("cannot extend", "syntax-extend"),
];
