//! Issue 709 against the house style, its own source, and lines derived by a program that shares no code.

use crate::support::{golden, issue_709, lines, root, runs, tool};
use bulletin::compile::set;
use bulletin::document::{Document, Item, Tag};
use bulletin::fonts::FontFiles;
use bulletin::length::Length;
use bulletin::model::Style;
use bulletin::pages::TypeArea;
use bulletin::writers::dump;
use std::sync::LazyLock;

static DOCUMENT: LazyLock<Document> = LazyLock::new(|| {
    let compiled = set(&issue_709(), &FontFiles::default()).unwrap();
    // The slips of its texts are `content.rs`'s.
    assert!(compiled.diagnostics.iter().all(|found| found.code.is_rule()), "{:?}", compiled.diagnostics);
    compiled.product.unwrap()
});

#[test]
fn issue_709_makes_fourteen_pages_that_begin_as_published() {
    let begins: Vec<_> = DOCUMENT.pages.iter().map(|page| lines(page)[0].clone()).collect();
    assert_eq!(begins.len(), 14);
    let published = [
        (2, "市人大机关打造学习型组织扎实推进"),
        (3, "力科学立法、民主立法"),
        (4, "钱塘区：以高质量学习推动人大工作高质量发展"),
        (5, "交流。"),
        (6, "子成员坚持示范带动"),
        (7, "足各工委专业优势"),
    ];
    for (page, start) in published {
        let line = &begins[page - 1];
        // On page seven a character earlier or later is what another face would do.
        let later: String = start.chars().skip(1).collect();
        assert!(line.starts_with(start) || (page == 7 && line.starts_with(&later)), "page {page}: {line}");
    }
}

#[test]
fn issue_709_dump_is_golden() {
    golden("issue_709/709.dump", &dump::write(&DOCUMENT));
}

#[test]
fn issue_709_body_stands_on_the_grid() {
    let style = Style::default();
    let area = TypeArea::new(&style.sheet);
    let mut count = 0;
    for run in DOCUMENT.pages.iter().flat_map(runs).filter(|run| run.line > 0 && run.size == style.text.size) {
        let wanted = area.line_top(run.line - 1) + area.baseline_in(area.pitch(), run.size);
        assert_eq!(run.origin.y, wanted, "{}", run.text);
        count += 1;
    }
    assert!(count > 250, "{count}");
}

#[test]
fn issue_709_glyphs_stay_in_the_type_area() {
    let style = Style::default();
    let area = TypeArea::new(&style.sheet);
    for page in &DOCUMENT.pages {
        let (left, right) = (area.left(page.number), area.left(page.number) + area.measure());
        for run in runs(page).filter(|run| run.line > 0) {
            // An opening mark that sits flush has its empty half outside: origin, but no ink.
            let flush =
                if run.text.starts_with(['“', '‘', '（', '《', '〈']) { run.size / 2 } else { Length::ZERO };
            assert!(run.origin.x + flush >= left, "{} {}", page.number, run.text);
            let last = run.origin.x + run.glyphs.last().unwrap().x;
            assert!(last < right, "{} {}", page.number, run.text);
        }
    }
}

#[test]
fn issue_709_lines_are_those_of_an_independent_derivation() {
    let path = |name: &str| root().join(name).display().to_string();
    let arguments = [&path("tests/oracle/lines.py"), &path("issues/709.toml"), "--fonts", &path("fonts")];
    let derived = tool("python3", "python3", &arguments);
    let ours = printed_lines(&DOCUMENT);
    let derived: Vec<_> = derived.lines().map(Derived::read).collect();
    assert_eq!(ours.len(), derived.len());
    assert!(derived.len() > 290);
    for (ours, derived) in ours.iter().zip(&derived) {
        assert_eq!((ours.page, ours.line, &*ours.text), (derived.page, derived.line, &*derived.text));
        assert!((ours.y - derived.y).abs() < 0.01, "{}: {} {}", ours.text, ours.y, derived.y);
        for ((ch, x), wanted) in ours.text.chars().zip(&ours.xs).zip(&derived.xs) {
            // These stand in frames of another width than the face's: the derivation gives the frame's place.
            if !"“‘（《〈【·-—…".contains(ch) {
                assert!(
                    (x - wanted).abs() < 0.01,
                    "page {} line {}: {ch} of {}: {x} {wanted}",
                    ours.page,
                    ours.line,
                    ours.text
                );
            }
        }
    }
}

/// A printed line: blanks left out.
struct Printed {
    page: usize,
    line: usize,
    y: f64,
    tag: Tag,
    text: String,
    xs: Vec<f64>,
}

fn printed_lines(document: &Document) -> Vec<Printed> {
    let mut lines: Vec<Printed> = Vec::new();
    for page in &document.pages {
        for item in &page.items {
            let Item::Glyphs(run) = item else { continue };
            let y = run.origin.y.to_pt();
            let same = lines.last().is_some_and(|last| last.page == page.number && last.y == y && last.tag == run.tag);
            if !same {
                lines.push(Printed {
                    page: page.number,
                    line: run.line,
                    y,
                    tag: run.tag,
                    text: String::new(),
                    xs: Vec::new(),
                });
            }
            let line = lines.last_mut().unwrap();
            for glyph in &run.glyphs {
                let text = &run.text[glyph.range.clone()];
                if !text.trim().is_empty() {
                    line.text.push_str(text);
                    line.xs.push((run.origin.x + glyph.x).to_pt());
                }
            }
        }
    }
    lines
}

/// A line as the script derives it: page, grid line, kind, baseline, text, places.
struct Derived {
    page: usize,
    line: usize,
    y: f64,
    text: String,
    xs: Vec<f64>,
}

impl Derived {
    fn read(row: &str) -> Self {
        let fields: Vec<_> = row.split('\t').collect();
        let [page, line, _kind, y, text, xs] = fields[..] else { panic!("{row}") };
        Self {
            page: page.parse().unwrap(),
            line: line.parse().unwrap(),
            y: y.parse().unwrap(),
            text: text.to_owned(),
            xs: xs.split(' ').map(|x| x.parse().unwrap()).collect(),
        }
    }
}
