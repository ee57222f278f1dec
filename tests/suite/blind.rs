//! Passages and faults that a person wrote who had not seen the rules (`tests/cases/blind/`): nothing is told of the
//! passages, and each fault is told where it stands.
//!
//! `clean.tsv` has the passages, `faults.tsv` what is changed in them: the fault's name, the passage's, the kind, what
//! stands there, what comes there, and how sure its writer was. `not-found.tsv` has the faults that no rule finds, with
//! the reason; a fault that is found must not stand there.

use crate::support::{HEAD, PUBLICATION, Project, root};
use bulletin::diagnostic::{Diagnostic, Files, Severity, Sink};
use bulletin::proof::proofread;
use bulletin::source::load;
use std::collections::BTreeMap;
use std::fs;

/// By how many characters a finding may stand beside the fault: a count of a series stands at its neighbour.
const NEAR: usize = 3;

/// The rows of a file, by their first column.
fn rows(name: &str) -> BTreeMap<String, Vec<String>> {
    let text = fs::read_to_string(root().join("tests/cases/blind").join(name)).unwrap();
    let rows = text.lines().map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
    rows.map(|row| (row[0].clone(), row)).collect()
}

/// What is found in a passage, with the characters of it between which it stands.
fn found(project: &Project, text: &str) -> Vec<(Diagnostic, usize, usize)> {
    let issue = format!("{HEAD}\n[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\nbody = '''\n{text}\n'''\n");
    let base = issue.find(text).unwrap();
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let loaded = load(&project.write("1.toml", &issue), &mut files, &mut sink).unwrap().unwrap();
    proofread(&loaded.issue, &loaded.publication, &mut sink);
    let at = |byte: u32| issue[base..(byte as usize).clamp(base, base + text.len())].chars().count();
    let place = |found: &Diagnostic| found.place.map_or((0, 0), |place| (at(place.start), at(place.end)));
    sink.into_sorted()
        .into_iter()
        .map(|found| (place(&found), found))
        .map(|((start, end), it)| (it, start, end))
        .collect()
}

#[test]
fn blind_passages_are_left_alone() {
    let project = Project::new(PUBLICATION);
    for (name, row) in rows("clean.tsv") {
        let graver: Vec<_> =
            found(&project, &row[1]).into_iter().filter(|it| it.0.severity < Severity::Advice).collect();
        assert!(graver.is_empty(), "{name}: {}\n{graver:?}", row[1]);
    }
}

#[test]
fn blind_faults_are_found_but_for_those_that_are_listed() {
    let project = Project::new(PUBLICATION);
    let (clean, not_found) = (rows("clean.tsv"), rows("not-found.tsv"));
    let mut wrong = Vec::new();
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let faults = rows("faults.tsv");
    assert!(faults.len() > 500 && not_found.keys().all(|name| faults.contains_key(name)));
    for (name, row) in faults {
        let [kind, before, after, sure] = &row[2..] else { panic!("{name}") };
        let text = &clean[&row[1]][1];
        assert_eq!(text.matches(before.as_str()).count(), 1, "{name}");
        let start = text[..text.find(before.as_str()).unwrap()].chars().count();
        let end = start + after.chars().count();
        // Of a mark that has lost its other half, the half that is left is told.
        let is_half = |found: &Diagnostic| found.code.as_str() == "B0604" && kind.starts_with("unpaired");
        let is_found = self::found(&project, &text.replacen(before.as_str(), after, 1))
            .iter()
            .any(|(found, from, to)| (*from <= end + NEAR && *to + NEAR >= start) || is_half(found));
        let count = kinds.entry(kind.clone()).or_default();
        *count = (count.0 + usize::from(is_found), count.1 + 1);
        let is_listed = not_found.contains_key(&name);
        if is_found == is_listed && (is_found || sure == "certain") {
            wrong.push(format!("{name} {kind} {sure}: {before} -> {after} (found: {is_found})"));
        }
    }
    let all = kinds.values().fold((0, 0), |all, kind| (all.0 + kind.0, all.1 + kind.1));
    assert!(wrong.is_empty(), "{all:?} {kinds:?}\n{}", wrong.join("\n"));
}
