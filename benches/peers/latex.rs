//! An issue in LaTeX's language, for `peer-bulletin.cls`.

use crate::plain::{Block, Entry, Head, Issue, Kind, Run, cut_at_figures};
use std::fmt::Write as _;

/// The class, written beside the issues.
pub(crate) const TEMPLATE: (&str, &str) = ("peer-bulletin.cls", include_str!("peer-bulletin.cls"));

/// The source of an issue.
pub(crate) fn source(issue: &Issue) -> String {
    let mut out = String::from("\\documentclass{peer-bulletin}\n\\begin{document}\n");
    let (year, month, day) = issue.date;
    let date = format!("{year}年{month}月{day}日");
    let name: Vec<_> = issue.name.chars().map(|ch| escaped(&ch.to_string())).collect();
    let _ = writeln!(
        out,
        "\\masthead{{{}}}{{{}}}{{{}}}{{{}}}{{{}}}",
        name.join("\\hfill{}"),
        spread(&issue.edition, "\\hspace{8bp}"),
        set_off(&issue.numbers),
        escaped(&issue.publisher),
        set_off(&date),
    );
    contents(issue, &mut out);
    body(issue, &mut out);
    imprint(issue, &mut out);
    out + "\\end{document}\n"
}

fn contents(issue: &Issue, out: &mut String) {
    out.push_str("\\contents\n");
    let mut column = None;
    let briefs = issue.entries.iter().filter(|entry| entry.head.is_none()).count();
    let mut listed = false;
    for entry in &issue.entries {
        if let Some(head) = &entry.head {
            let label = if column == Some(&head.column) { "" } else { &head.column };
            let _ = writeln!(out, "\\listed{{{}}}{{{}}}", escaped(label), escaped(&head.whole));
            column = Some(&head.column);
        } else if !listed {
            let _ = writeln!(out, "\\listed{{{}}}{{{briefs}\\q 则}}", escaped(&issue.briefs_column));
            (listed, column) = (true, None);
        }
    }
}

fn body(issue: &Issue, out: &mut String) {
    let (mut is_lead, mut in_briefs) = (true, false);
    for entry in &issue.entries {
        if let Some(head) = &entry.head {
            write_head(head, is_lead, out);
            (is_lead, in_briefs) = (false, false);
        } else if in_briefs {
            out.push_str("\\betweenbriefs\n");
        } else {
            let _ = writeln!(out, "\\briefsheading{{{}}}", escaped(&issue.briefs_column));
            in_briefs = true;
        }
        blocks(&entry.body, out);
        byline(entry, out);
    }
}

fn write_head(head: &Head, is_lead: bool, out: &mut String) {
    let title: Vec<_> = head.title.iter().map(|line| escaped(line)).collect();
    let command = if is_lead { "leadtitle" } else { "othertitle" };
    let _ = writeln!(out, "\\{command}{{{}}}", title.join("\\\\"));
    for line in head.subtitle.iter().chain(&head.note) {
        let _ = writeln!(out, "\\subtitle{{{}}}", escaped(line));
    }
    if !head.editor_note.is_empty() {
        out.push_str("\\begin{inset}\\bylineface\n");
        blocks(&head.editor_note, out);
        out.push_str("\\end{inset}\n");
    }
}

fn blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(runs) => paragraph(runs, out),
            Block::Quote(texts) => {
                out.push_str("\\begin{inset}\n");
                texts.iter().for_each(|runs| paragraph(runs, out));
                out.push_str("\\end{inset}\n\n");
            }
        }
    }
}

fn paragraph(runs: &[Run], out: &mut String) {
    for run in runs {
        let text = escaped(&run.text);
        let _ = match run.kind {
            Kind::Plain => write!(out, "{text}"),
            Kind::Heading(level) => write!(out, "\\head{{{level}}}{{{text}}}"),
            Kind::Strong => write!(out, "\\emphasis{{{text}}}"),
        };
    }
    out.push_str("\n\n");
}

fn byline(entry: &Entry, out: &mut String) {
    let units = entry.units.iter().map(|unit| escaped(unit));
    let authors = entry.authors.iter().map(|name| match name.chars().collect::<Vec<_>>()[..] {
        [first, second] => format!("\\pair{{{first}}}{{{second}}}"),
        _ => escaped(name),
    });
    let parts: Vec<_> = units.chain(authors).collect();
    if !parts.is_empty() {
        let _ = writeln!(out, "\\byline{{{}}}", parts.join("\\g{}"));
    }
}

fn imprint(issue: &Issue, out: &mut String) {
    out.push_str("\\imprint{%\n");
    for (label, groups) in &issue.recipients {
        let groups: Vec<_> = groups.iter().map(|group| escaped(group)).collect();
        let _ = writeln!(out, "\\recipients{{{}}}{{{}}}%", escaped(label), groups.join("\\par "));
    }
    let left: Vec<_> = issue.left.iter().map(|parts| escaped(&parts.join("　"))).collect();
    let right: Vec<_> = issue.right.iter().map(|part| escaped(part)).collect();
    let _ = writeln!(out, "}}{{{}}}{{{}}}", left.join("\\hspace{2em}"), right.join("\\hspace{2em}"));
}

/// A line whose figures are set off.
fn set_off(line: &str) -> String {
    cut_at_figures(line).iter().map(|part| escaped(part)).collect::<Vec<_>>().join("\\q{}")
}

/// A word of two characters with a gap inside.
fn spread(word: &str, gap: &str) -> String {
    match word.chars().collect::<Vec<_>>()[..] {
        [first, second] => format!("{first}{gap}{second}"),
        _ => escaped(word),
    }
}

/// Text without the language's special characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for ch in text.chars() {
        match ch {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => out.extend(['\\', ch]),
            _ => out.push(ch),
        }
    }
    out
}
