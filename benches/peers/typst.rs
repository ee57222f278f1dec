//! An issue in Typst's language: data for `bulletin.typ`.

use crate::plain::{Block, Entry, Issue, Kind, Run, cut_at_figures};
use std::fmt::Write as _;

/// The template, written beside the issues.
pub(crate) const TEMPLATE: (&str, &str) = ("bulletin.typ", include_str!("bulletin.typ"));

/// The source of an issue.
pub(crate) fn source(issue: &Issue) -> String {
    let mut out = String::from("#import \"bulletin.typ\": *\n#bulletin(\n");
    let numbers: Vec<_> = cut_at_figures(&issue.numbers).iter().map(|part| markup(part)).collect();
    let (year, month, day) = issue.date;
    let fields = [
        ("name", quoted(&issue.name)),
        ("publisher", quoted(&issue.publisher)),
        ("edition", quoted(&issue.edition)),
        ("numbers", format!("[{}]", numbers.join("#q;"))),
        ("date", format!("(year: {year}, month: {month}, day: {day})")),
        ("briefs-column", quoted(&issue.briefs_column)),
        (
            "recipients",
            array(issue.recipients.iter().map(|(label, groups)| format!("({}, {})", quoted(label), list(groups)))),
        ),
        ("answering", array(issue.left.iter().map(|parts| list(parts)))),
        ("reaching", list(&issue.right)),
        ("entries", array(issue.entries.iter().map(entry))),
    ];
    for (name, value) in fields {
        let _ = writeln!(out, "  {name}: {value},");
    }
    out + ")\n"
}

fn entry(entry: &Entry) -> String {
    let mut out = String::from("(\n    ");
    let mut body = String::new();
    if let Some(head) = &entry.head {
        let _ = write!(out, "kind: \"article\", column: {}, title: {}, ", quoted(&head.column), list(&head.title));
        for line in &head.subtitle {
            let _ = write!(body, "#subtitle[{}]\n\n", markup(line));
        }
        for line in &head.note {
            let _ = write!(body, "#note[{}]\n\n", markup(line));
        }
        if !head.editor_note.is_empty() {
            let _ = write!(body, "#editor-note[\n{}]\n\n", blocks(&head.editor_note));
        }
    } else {
        out += "kind: \"brief\", ";
    }
    body += &blocks(&entry.body);
    let _ = write!(out, "units: {}, authors: {},\n    body: [\n{body}]\n  )", list(&entry.units), list(&entry.authors));
    out
}

fn blocks(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(runs) => out += &paragraph(runs),
            Block::Quote(texts) => {
                let texts: String = texts.iter().map(|runs| paragraph(runs)).collect();
                let _ = write!(out, "#quote[\n{texts}]\n\n");
            }
        }
    }
    out
}

fn paragraph(runs: &[Run]) -> String {
    let runs = runs.iter().map(|run| match run.kind {
        Kind::Plain => markup(&run.text),
        Kind::Heading(level) => format!("#head({level})[{}]", markup(&run.text)),
        Kind::Strong => format!("#emphasis[{}]", markup(&run.text)),
    });
    runs.collect::<String>() + "\n\n"
}

/// Text as markup that says nothing but itself.
fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        let begins = before.is_none();
        let special = match ch {
            '\\' | '#' | '$' | '*' | '_' | '`' | '<' | '>' | '@' | '~' | '[' | ']' | '\'' | '"' => true,
            '=' | '+' => begins,
            // A dash before a figure or another dash, an ellipsis, a comment, an address, a numbered item.
            '-' => {
                begins || before == Some('-') || chars.peek().is_some_and(|next| *next == '-' || next.is_ascii_digit())
            }
            '/' => begins || matches!(before, Some('/' | ':' | '*')) || matches!(chars.peek(), Some('/' | '*')),
            '.' => before == Some('.') || chars.peek() == Some(&'.') || out.chars().all(|ch| ch.is_ascii_digit()),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(ch);
        before = Some(ch);
    }
    out
}

/// Text as a string of the language.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn list(texts: &[String]) -> String {
    array(texts.iter().map(|text| quoted(text)))
}

fn array(values: impl Iterator<Item = String>) -> String {
    let values: String = values.map(|value| value + ", ").collect();
    format!("({})", values.trim_end_matches(' '))
}
