//! `inspect`: what it measures on our own files, on one of an office program, and on files that were broken on
//! purpose, each clause at least once.

mod mutations;
mod patch;

use crate::support::{Project, golden, issue_709, root};
use bulletin::compile::{Inks, Print, compile};
use bulletin::diagnostic::messages::{Language, Messages};
use bulletin::diagnostic::{Files, Sink};
use bulletin::fonts::FontFiles;
use bulletin::inspect::{Inspection, Unreadable, Verdict, clauses, inspect, report};
use bulletin::model::Style;
use bulletin::source::load_publication;
use bulletin::writers::pdf::{Settings, Target};
use patch::Patch;
use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

/// Issue 709 as it is built.
static BUILT: LazyLock<Vec<u8>> = LazyLock::new(|| built(Inks::Two));

fn built(inks: Inks) -> Vec<u8> {
    compile(&issue_709(), Print { inks, ..Print::default() }, &FontFiles::default()).unwrap().product.unwrap().pdf
}

/// A bulletin as an office program makes it: see `office.fodt` beside it.
fn office() -> Vec<u8> {
    fs::read(root().join("tests/cases/inspect/office.pdf")).unwrap()
}

fn inspected(pdf: &[u8]) -> Inspection {
    inspect(pdf.to_vec(), &Style::default()).unwrap()
}

/// The clauses that are not met, or could not be measured.
fn failed(inspection: &Inspection) -> Vec<&'static str> {
    let bad = inspection.findings.iter().filter(|f| matches!(f.verdict, Verdict::Fail | Verdict::NotMeasured));
    bad.map(|finding| finding.clause.id).collect()
}

#[test]
fn inspect_our_own_files_meet_every_clause() {
    let inspection = inspected(&BUILT);
    assert_eq!(inspection.pages, 14);
    assert_eq!(failed(&inspection), Vec::<&str>::new(), "{}", told(&inspection));
    let apart: Vec<_> = inspection.findings.iter().filter(|f| f.verdict == Verdict::NotApplicable).collect();
    let apart: Vec<_> = apart.iter().map(|finding| finding.clause.id).collect();
    assert_eq!(apart, ["hidden-layers"], "{}", told(&inspection));
}

/// The issues of other publications, with sheets, grids, sizes and marks of their own, by their own formats.
#[test]
fn inspect_other_publications_meet_their_own_formats() {
    let mut count = 0;
    for name in ["linshui", "beihe"] {
        let folder = root().join("tests/publications").join(name);
        let issues = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        let issues = issues.filter(|path| path.extension().is_some_and(|kind| kind == "toml"));
        for issue in issues.filter(|path| !path.ends_with("bulletin.toml")) {
            let Some(product) = compile(&issue, Print::default(), &FontFiles::default()).unwrap().product else {
                continue;
            };
            let (mut files, mut sink) = (Files::default(), Sink::default());
            let publication = load_publication(&issue, &mut files, &mut sink).unwrap().unwrap();
            let inspection = inspect(product.pdf, &publication.style).unwrap();
            let found = failed(&inspection);
            assert!(found.is_empty(), "{}: {found:?}\n{}", issue.display(), told(&inspection));
            count += 1;
        }
    }
    assert!(count >= 8, "{count}");
}

/// Black only: there is no red, and nothing else is different.
#[test]
fn inspect_a_file_without_red_is_not_judged_by_it() {
    let inspection = inspected(&built(Inks::Mono));
    assert_eq!(failed(&inspection), Vec::<&str>::new(), "{}", told(&inspection));
    let verdict = |id: &str| inspection.findings.iter().find(|f| f.clause.id == id).unwrap().verdict;
    assert_eq!([verdict("red"), verdict("red-rule-colour")], [Verdict::NotApplicable; 2]);
    assert_eq!([verdict("black"), verdict("red-rule-length")], [Verdict::Pass; 2]);
}

fn told(inspection: &Inspection) -> String {
    report::table(inspection, "709.pdf", &Messages::of(Language::English))
}

/// Each mutation breaks exactly the clauses that it says.
#[test]
fn inspect_finds_every_mutation() {
    let mut wrong = Vec::new();
    for mutation in mutations::ALL {
        let mut patch = Patch::of(&BUILT);
        (mutation.change)(&mut patch);
        let inspection = inspected(&patch.save());
        let found = failed(&inspection);
        if found != mutation.breaks {
            wrong.push(format!("{}: {found:?} instead of {:?}", mutation.name, mutation.breaks));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A file for screens claims the archive and access, not print: it has links, and is asked nothing for a press.
#[test]
fn inspect_a_file_for_screens_meets_every_clause() {
    let settings = Settings { target: Target::Screen, ..Settings::default() };
    let print = Print { settings, ..Print::default() };
    let pdf = compile(&issue_709(), print, &FontFiles::default()).unwrap().product.unwrap().pdf;
    let inspection = inspected(&pdf);
    assert_eq!(failed(&inspection), Vec::<&str>::new(), "{}", told(&inspection));
    let apart = inspection.findings.iter().filter(|finding| finding.verdict == Verdict::NotApplicable);
    let apart: Vec<_> = apart.map(|finding| finding.clause.id).collect();
    assert_eq!(apart, ["black-overprints", "no-annotations", "trapped", "hidden-layers", "mark-pdfx"]);
    let mut patch = Patch::of(&pdf);
    patch.catalog().remove(b"OutputIntents");
    assert_eq!(failed(&inspected(&patch.save())), ["output-intents"]);
}

/// A program that is none, or that has lost its glyphs, is no embedded face, of whatever kind it is.
#[test]
fn inspect_faces_are_faces_with_their_glyphs() {
    let mut patch = Patch::of(&office());
    patch.program("DroidSansFallback", |data| *data = b"not a font at all".to_vec());
    assert!(failed(&inspected(&patch.save())).contains(&"faces-embedded"));
    // The names of the tables stand at the beginning: the face is read, but has no outlines.
    let mut patch = Patch::of(&office());
    patch.program("DroidSansFallback", |data| {
        let at = data.windows(4).position(|name| name == b"glyf").unwrap();
        data[at..at + 4].copy_from_slice(b"none");
    });
    let found = failed(&inspected(&patch.save()));
    assert!(found.contains(&"faces-embedded") || found.contains(&"faces-missing-glyphs"), "{found:?}");
    let mut patch = Patch::of(&BUILT);
    patch.program("FandolFang-Regular", |data| data.truncate(data.len() / 2));
    let found = failed(&inspected(&patch.save()));
    assert!(found.contains(&"faces-embedded") || found.contains(&"faces-missing-glyphs"), "{found:?}");
}

/// What readers mend without a word is said.
#[test]
fn inspect_says_what_readers_would_mend() {
    let whole = &*BUILT;
    let start = whole.windows(9).rposition(|window| window == b"startxref").unwrap();
    let mut astray = whole.clone();
    let figures = astray[start + 10..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    astray[start + 10..start + 10 + figures].fill(b'1');
    // The first object of the table is said to lie a byte off.
    let mut shifted = whole.clone();
    let table = whole[..start].windows(5).rposition(|window| window == b"xref\n").unwrap();
    let first = table + whole[table..].windows(3).position(|window| window == b" n ").unwrap();
    shifted[first - 7] ^= 1;
    let end = whole.windows(5).rposition(|window| window == b"%%EOF").unwrap();
    let files = [
        [b"junk\n", whole.as_slice()].concat(),
        [whole.as_slice(), b"noise"].concat(),
        whole[..end].to_vec(),
        shifted,
        astray,
    ];
    for (at, file) in files.iter().enumerate() {
        let Ok(inspection) = inspect(file.clone(), &Style::default()) else { panic!("{at} is not read") };
        assert!(failed(&inspection).contains(&"file-structure"), "{at}");
    }
    let blanks = [whole.as_slice(), b"\r\n \n"].concat();
    assert_eq!(failed(&inspected(&blanks)), Vec::<&str>::new());
}

/// No clause that nothing can break: each is broken by a mutation, by asking another format, or by encrypting.
#[test]
fn inspect_every_clause_can_fail() {
    let mut broken: BTreeSet<_> = mutations::ALL.iter().flat_map(|mutation| mutation.breaks.iter().copied()).collect();
    broken.extend(["characters-per-line", "not-encrypted", "file-structure"]);
    let all: BTreeSet<_> = clauses().map(|clause| clause.id).collect();
    assert_eq!(broken, all);
}

/// What is asked comes from the publication: the same file fails another format.
#[test]
fn inspect_measures_by_the_publications_format() {
    let mut style = Style::default();
    style.sheet.lines = 20;
    let found = failed(&inspect(BUILT.clone(), &style).unwrap());
    assert_eq!(found, ["lines-per-page", "line-pitch", "baselines-on-grid"]);
    let mut style = Style::default();
    style.text.size = bulletin::length::Length::pt(15.0);
    let found = failed(&inspect(BUILT.clone(), &style).unwrap());
    assert_eq!(found, ["characters-per-line", "body-size"]);
}

#[test]
fn inspect_office_file_has_its_deviations_named() {
    let inspection = inspected(&office());
    let found = failed(&inspection);
    for id in [
        "binding-margin",
        "lines-per-page",
        "line-pitch",
        "baselines-on-grid",
        "body-size",
        "body-face",
        "colour-spaces",
        "black",
        "red",
        "page-number-size",
        "page-number-dashes",
        "page-number-side",
        "imprint-outer-rules",
        "page-boxes",
        "tagged",
        "mark-pdfx",
    ] {
        assert!(found.contains(&id), "{id} is not among {found:?}");
    }
    let met = |id: &str| inspection.findings.iter().any(|f| f.clause.id == id && f.verdict == Verdict::Pass);
    assert!(["sheet-size", "page-numbers", "faces-embedded", "two-colours"].into_iter().all(met));
    for language in Language::ALL {
        let sheet = report::table(&inspection, "office.pdf", &Messages::of(language));
        let name = if language == Language::Chinese { "zh" } else { "en" };
        golden(&format!("inspect/office.{name}.txt"), &sheet);
    }
}

#[test]
fn inspect_columns_stand_under_each_other() {
    use unicode_width::UnicodeWidthStr;
    for messages in Language::ALL.map(Messages::of) {
        let sheet = report::table(&inspected(&BUILT), "709.pdf", &messages);
        let heading = sheet.lines().nth(1).unwrap();
        let asked = heading.find(&messages.text("inspect-column-asked")).unwrap();
        let column = heading[..asked].width();
        for line in sheet.lines().skip(2).take(clauses().count()) {
            let at = line.char_indices().map(|(at, _)| at).find(|at| line[..*at].width() == column);
            let at = at.unwrap_or_else(|| panic!("no character begins at the column: {line}"));
            assert!(line[..at].ends_with("  ") && !line[at..].starts_with(' '), "{line}");
        }
    }
}

#[test]
fn inspect_command_ends_as_it_found() {
    let project = Project::new(crate::support::PUBLICATION);
    let whole = project.write("whole.pdf", &*BUILT);
    let whole = whole.to_str().unwrap();
    let ended = project.run(&["inspect", whole]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{}", ended.out);
    assert!(ended.out.contains("不符合 0 项"), "{}", ended.out);
    let ended = project.run(&["inspect", whole, "--publication", "bulletin.toml", "--lang", "en"]);
    assert_eq!(ended.code, 0, "{}", ended.out);
    project.write("other/bulletin.toml", format!("{}\n[sheet]\nlines = 20\n", crate::support::PUBLICATION));
    let ended = project.run(&["inspect", whole, "--publication", "other/bulletin.toml", "--lang", "en"]);
    assert_eq!(ended.code, 1, "{}", ended.out);
    project.write("wrong/bulletin.toml", "name = 3\n");
    let ended = project.run(&["inspect", whole, "--publication", "wrong/bulletin.toml"]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{}", ended.err);
}

#[test]
fn inspect_json_says_the_same() {
    let project = Project::new(crate::support::PUBLICATION);
    project.write("office.pdf", office());
    let ended = project.run(&["inspect", "office.pdf", "--json"]);
    assert_eq!(ended.code, 1);
    let told: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(told["version"], 1);
    assert_eq!((&told["file"], &told["met"]), (&"office.pdf".into(), &false.into()));
    let inspection = inspected(&office());
    let listed = told["clauses"].as_array().unwrap();
    assert_eq!(listed.len(), inspection.findings.len());
    for (clause, finding) in listed.iter().zip(&inspection.findings) {
        assert_eq!(clause["id"], finding.clause.id);
        assert_eq!(clause["verdict"], finding.verdict.name());
        assert_eq!(clause["pages"].as_array().unwrap().len(), finding.pages.len());
        for (name, value) in &finding.measured.values {
            assert_eq!(clause["measured"]["values"][*name], value.as_str());
        }
    }
    assert_eq!(told["counts"]["fail"], inspection.count(Verdict::Fail));
}

#[test]
fn inspect_refuses_what_it_cannot_read() {
    let project = Project::new(crate::support::PUBLICATION);
    project.write("whole.pdf", &*BUILT);
    project.write("text.pdf", "这不是 PDF");
    project.write("empty.pdf", "");
    project.write("head.pdf", "%PDF-1.7\n");
    crate::support::tool(
        "qpdf",
        "qpdf",
        &["--encrypt", "secret", "owner", "256", "--", &path(&project, "whole.pdf"), &path(&project, "locked.pdf")],
    );
    for (file, said) in
        [("text.pdf", "不是 PDF"), ("empty.pdf", "不是 PDF"), ("head.pdf", "已损坏"), ("locked.pdf", "加了密")]
    {
        let ended = project.run(&["inspect", file]);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{file}");
        assert!(ended.err.contains(file) && ended.err.contains(said), "{}", ended.err);
    }
    for file in ["none.pdf", "fonts"] {
        let ended = project.run(&["inspect", file]);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{file}: {}", ended.err);
        assert!(ended.err.contains(file), "{}", ended.err);
    }
}

fn path(project: &Project, name: &str) -> String {
    project.path().join(name).display().to_string()
}

/// A file that opens without a password is measured, and told to be encrypted.
#[test]
fn inspect_reads_what_is_encrypted_without_a_password() {
    let project = Project::new(crate::support::PUBLICATION);
    project.write("whole.pdf", &*BUILT);
    let (from, to) = (path(&project, "whole.pdf"), path(&project, "open.pdf"));
    crate::support::tool("qpdf", "qpdf", &["--encrypt", "", "owner", "128", "--use-aes=y", "--", &from, &to]);
    let found = failed(&inspected(&fs::read(to).unwrap()));
    assert_eq!(found, ["not-encrypted"]);
}

/// Another program's way to write the same file (object streams, a cross-reference stream) changes no finding.
#[test]
fn inspect_reads_object_streams() {
    let project = Project::new(crate::support::PUBLICATION);
    project.write("whole.pdf", &*BUILT);
    let (from, to) = (path(&project, "whole.pdf"), path(&project, "packed.pdf"));
    crate::support::tool("qpdf", "qpdf", &["--object-streams=generate", &from, &to]);
    assert_eq!(failed(&inspected(&fs::read(to).unwrap())), Vec::<&str>::new());
}

/// Whatever happened to a file, there is an answer: no panic, no hang.
#[test]
fn inspect_survives_broken_files() {
    let (mut unreadable, mut read) = (0, 0);
    for file in [office(), BUILT.clone()] {
        for round in 0..40_usize {
            let mut broken = file.clone();
            if round % 4 == 0 {
                broken.truncate(file.len() * round / 40);
            }
            for step in 0..(1 + round * 3) {
                // Spread over the file by a multiplier that has nothing to do with its length.
                let at = (round * 7_919 + step * 104_729) * 31 % file.len();
                if let Some(byte) = broken.get_mut(at) {
                    *byte = byte.wrapping_add(1 + (step % 7) as u8);
                }
            }
            match inspect(broken, &Style::default()) {
                Ok(_) => read += 1,
                Err(_) => unreadable += 1,
            }
        }
    }
    assert!(read > 0 && unreadable > 0, "{read} read, {unreadable} not");
    assert_eq!(inspect(b"%PDF-1.4".to_vec(), &Style::default()).unwrap_err(), Unreadable::Broken);
}

/// A form that draws itself, and forms that double each other, come to an end.
#[test]
fn inspect_comes_to_an_end() {
    let mut patch = Patch::of(&BUILT);
    patch.add_doubling_forms(3, 60);
    let ended = inspect(patch.save(), &Style::default());
    assert!(matches!(ended, Err(Unreadable::TooMuch)) || ended.is_ok());
    let mut patch = Patch::of(&BUILT);
    patch.add_form_in_itself(3);
    assert!(inspect(patch.save(), &Style::default()).is_ok());
}

/// The paper lists every clause with its source, in the order of the sheet.
#[test]
fn inspect_paper_lists_the_clauses() {
    let paper = fs::read_to_string(root().join("docs/inspect.md")).unwrap();
    let table = paper.split("## As JSON").next().unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `"));
    let rows = rows.filter_map(|row| row.split_once("` | "));
    let listed: Vec<_> = rows.map(|(id, rest)| (id.to_owned(), rest.split(" | ").next().unwrap().to_owned())).collect();
    let known: Vec<_> = clauses().map(|clause| (clause.id.to_owned(), clause.source.to_owned())).collect();
    assert_eq!(listed, known);
}

/// Every text that a clause may tell is in the resources.
#[test]
fn inspect_texts_are_all_there() {
    let folder = root().join("src/inspect/clauses");
    for messages in Language::ALL.map(Messages::of) {
        for entry in fs::read_dir(&folder).unwrap() {
            let text = fs::read_to_string(entry.unwrap().path()).unwrap();
            for key in text.split('"').filter(|part| part.starts_with("told-")) {
                assert!(messages.has(key), "{key}");
            }
        }
        for clause in clauses() {
            assert!(messages.has(&clause.message()), "{}", clause.id);
        }
        for verdict in Verdict::ALL {
            assert!(messages.has(&format!("verdict-{}", verdict.name())));
        }
    }
}
