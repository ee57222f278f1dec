//! Words that a list has otherwise: slips, variant forms, names and posts, and what may not be written.
//!
//! Source: the row of the list; a small list of slips that are always wrong comes with the program
//! (`data/general.tsv`), everything else is the publication's.
//! False alarms: a row says beside what it does not hold; it holds only between its dates. Quoted text is left
//! alone, and of names only rows about names and forbidden words speak. Of two rows the longer word counts.

use crate::diagnostic::{Code, Diagnostic, Severity, Sink};
use crate::model::{ListedWord, WordKind};
use crate::proof::{Passage, Reading, posts};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Slips that are always wrong.
const GENERAL: &str = include_str!("../data/general.tsv");

/// Rows by the first character of what is wrong, with the form.
type Index<'w> = FxHashMap<char, Vec<(&'w str, &'w ListedWord)>>;

/// Reports each word that a list has otherwise; an edit is proposed for slips that are no mere advice.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let general = general();
    let day = reading.issue.date.value;
    let holding = general.iter().chain(&reading.publication.words).filter(|row| row.holds_on(day));
    let holding: Vec<_> = holding.collect();
    let mut index = Index::default();
    for row in &holding {
        for form in &row.wrong {
            if let Some(first) = form.chars().next() {
                index.entry(first).or_default().push((form, row));
            }
        }
    }
    let mut persons = Index::default();
    for row in holding.into_iter().filter(|row| row.kind == WordKind::Name && row.posts().next().is_some()) {
        if let Some(first) = row.right.chars().next() {
            persons.entry(first).or_default().push((row.right.as_str(), row));
        }
    }
    for passage in &reading.passages {
        words(passage, &index, sink);
        if !passage.part.is_name() && !persons.is_empty() {
            posts_of(passage, &persons, sink);
        }
    }
}

/// The list that comes with the program.
pub(super) fn general() -> &'static [ListedWord] {
    static LIST: LazyLock<Vec<ListedWord>> = LazyLock::new(|| {
        let row = |line| ListedWord::read(line, None).ok().flatten();
        GENERAL.lines().filter_map(row).collect()
    });
    &LIST
}

/// Reports what of a passage stands in the index.
fn words(passage: &Passage<'_>, index: &Index<'_>, sink: &mut Sink) {
    let text = passage.as_str();
    let mut from = 0;
    for (at, ch) in passage.chars.iter().copied() {
        if at < from {
            continue;
        }
        let Some(rows) = index.get(&ch) else { continue };
        let speak = rows.iter().filter(|(form, row)| {
            let is_named = matches!(row.kind, WordKind::Name | WordKind::Forbidden) || !passage.part.is_name();
            let here = at..at + form.len();
            is_named && text[at..].starts_with(form) && row.stands_right(text, here.start, here.end)
        });
        let Some((form, row)) = speak.max_by_key(|(form, _)| form.len()) else { continue };
        from = at + form.len();
        // What is right may itself begin with what is wrong.
        let is_right = !row.right.is_empty() && text[at..].starts_with(&row.right);
        if !is_right && !passage.is_quoted(&(at..from)) {
            report(passage, at..from, row, sink);
        }
    }
}

fn report(passage: &Passage<'_>, range: Range<usize>, row: &ListedWord, sink: &mut Sink) {
    let fault = match row.kind {
        WordKind::Typo => "typo",
        WordKind::Variant => "variant",
        WordKind::Name => "name",
        WordKind::Forbidden => "forbidden",
    };
    let is_plain = row.kind == WordKind::Typo && row.severity < Severity::Advice;
    let edit = if is_plain { passage.edit(range.clone(), &row.right) } else { None };
    sink.push(of_row(passage.found(Code::ListedWord, range), row).with("fault", fault).fixed_by(edit));
}

/// A fault with what its row says.
fn of_row(found: Diagnostic, row: &ListedWord) -> Diagnostic {
    let note = if row.note.is_empty() { "none" } else { row.note.as_str() };
    let found = found.with("right", row.right.as_str()).with("note", note).with("id", row.id.as_str());
    let mut found = found.related(row.place);
    found.severity = row.severity;
    found
}

/// Reports the persons of a passage whose posts there are not those that the list has.
fn posts_of(passage: &Passage<'_>, persons: &Index<'_>, sink: &mut Sink) {
    let text = passage.as_str();
    for (at, ch) in passage.chars.iter().copied() {
        for (name, row) in persons.get(&ch).into_iter().flatten().filter(|(name, _)| text[at..].starts_with(name)) {
            post(passage, at..at + name.len(), row, sink);
        }
    }
}

/// Reports a person, named at some bytes, whose post there is not one that the list has.
fn post(passage: &Passage<'_>, here: Range<usize>, row: &ListedWord, sink: &mut Sink) {
    let before = &passage.as_str()[..here.start];
    let Some(written) = posts::ending(before).filter(|_| !passage.is_quoted(&here)) else { return };
    let is_held = row.posts().any(|post| {
        let stands = before.ends_with(post) || written == post;
        stands && !(before.strip_suffix(post).is_some_and(|rest| rest.ends_with('副')))
    });
    if !is_held {
        let range = here.start - written.len()..here.end;
        let posts = row.posts().collect::<Vec<_>>().join("、");
        let mut found = of_row(passage.found(Code::ListedWord, range), row).with("fault", "post");
        found.arguments.retain(|(name, _)| *name != "right");
        sink.push(found.with("right", posts));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn general_list_is_sound() {
        let rows = GENERAL.lines().map(|line| ListedWord::read(line, None));
        assert!(
            rows.clone().all(|row| row.is_ok()),
            "{:?}",
            GENERAL.lines().find(|line| ListedWord::read(line, None).is_err())
        );
        let rows: Vec<_> = rows.flatten().flatten().collect();
        assert!(rows.len() >= 60, "{}", rows.len());
        for (at, row) in rows.iter().enumerate() {
            assert!(rows[..at].iter().all(|earlier| earlier.id != row.id), "{}", row.id);
            assert!(row.wrong.iter().all(|wrong| !row.right.contains(wrong.as_str())), "{}", row.id);
        }
    }
}
