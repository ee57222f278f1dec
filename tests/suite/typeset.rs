//! Lines: the rule book's widths and breaks, and what must hold of any text.

use crate::support::{PUBLICATION, Project, root};
use bulletin::diagnostic::{Code, Diagnostic, Files, Place, Sink};
use bulletin::fonts::{FontBook, FontFiles, FontFolders};
use bulletin::length::{Em, Length};
use bulletin::model::style::{Faces, Role};
use bulletin::model::{Style, Text};
use bulletin::typeset::{Class, Line, ParagraphStyle, Setter, Type, set_line, set_paragraph};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

static FILES: LazyLock<FontFiles> = LazyLock::new(FontFiles::default);
static BOOK: LazyLock<FontBook<'static>> = LazyLock::new(|| {
    let folders = FontFolders::for_publication(&root().join("issues/bulletin.toml"));
    FontBook::open(&Faces::default(), &folders, &FILES, &mut Sink::default()).unwrap()
});

/// Body type of ten points: an em is ten points, which reads well in a failing test.
pub(crate) fn body() -> Type {
    Type { role: Role::Body, size: Length::pt(10.0) }
}

/// Sets with the default style and whatever a test changes of it.
pub(crate) fn with_setter<T>(style: &Style, set: impl FnOnce(&mut Setter<'_, '_>) -> T) -> (T, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let result = set(&mut Setter::new(&BOOK, style, &[], &mut sink));
    (result, sink.into_sorted())
}

/// The lines of a paragraph on a measure of so many em, without an indent.
fn paragraph(text: &str, measure: f64) -> Vec<Line> {
    paragraph_and_faults(text, measure).0
}

fn paragraph_and_faults(text: &str, measure: f64) -> (Vec<Line>, Vec<Diagnostic>) {
    let style = ParagraphStyle { kind: body(), measure: Em::new(measure).at(body().size), indent: Length::ZERO };
    with_setter(&Style::default(), |setter| set_paragraph(&Text::unplaced(text), style, setter))
}

fn texts(lines: &[Line]) -> Vec<&str> {
    lines.iter().map(|line| line.text.as_str()).collect()
}

/// Width of a text on a line of its own, in em.
fn width(text: &str) -> f64 {
    let line = with_setter(&Style::default(), |setter| set_line(&Text::unplaced(text), body(), &[], setter)).0;
    (line.width.to_pt() * 100.0).round() / 1000.0
}

#[test]
fn typeset_widths_of_adjacent_marks() {
    for (text, em) in [
        ("口，口", 3.0),
        ("口。”口", 3.5),
        ("口：“口”", 4.5),
        ("《〈口〉》", 4.0),
        ("口）”。口", 4.0),
        ("》《", 1.5),
        ("？！", 1.0),
        ("！！！", 2.0),
        ("口——口", 4.0),
        ("口……口", 4.0),
        ("口·口", 2.5),
        ("》·《", 1.5),
        ("出-交", 2.5),
    ] {
        assert_eq!(width(text), em, "{text}");
    }
}

#[test]
fn typeset_line_of_the_measure_in_709() {
    let measure = 27.64;
    let han = "口".repeat(28);
    let lines = paragraph(&han, measure);
    assert_eq!(lines.iter().map(|line| line.glyphs.len()).collect::<Vec<_>>(), [27, 1]);
    let gap = (lines[0].glyphs[1].x - lines[0].glyphs[0].x).to_pt() / 10.0;
    assert!((gap - 1.0 - 0.64 / 26.0).abs() < 0.0001, "{gap}");

    let comma = format!("{}，口口", "口".repeat(27));
    let lines = paragraph(&comma, measure);
    assert_eq!(lines[0].text.as_str().chars().count(), 28);
    assert!(lines[0].text.as_str().ends_with('，'));

    let opening = format!("{}“口口", "口".repeat(27));
    let lines = paragraph(&opening, measure);
    assert_eq!(texts(&lines)[1], "“口口");
    // The mark sits flush: its ink starts where the line does.
    assert!(lines[1].glyphs[0].x < Length::ZERO);
}

#[test]
fn typeset_pushes_in_before_it_stretches() {
    // Two commas give one em: the eleventh character comes in.
    assert_eq!(texts(&paragraph("口口，口口，口口口口口口口口", 10.0))[0].chars().count(), 11);
    // Brackets give nothing.
    assert_eq!(texts(&paragraph("口（口口）口口口口口口口口口", 10.0))[0].chars().count(), 10);
}

#[test]
fn typeset_forbidden_starts_and_ends() {
    assert_eq!(texts(&paragraph("口口口口口口口口口30%以上", 10.7)), ["口口口口口口口口口", "30%以上"]);
    assert_eq!(texts(&paragraph("口口口口——口口", 5.0)), ["口口口", "口——口口"]);
    assert_eq!(texts(&paragraph("口口口口（口口）", 5.0)), ["口口口口", "（口口）"]);
    assert_eq!(texts(&paragraph("口口口口口·口", 5.0)), ["口口口口", "口·口"]);
    assert_eq!(texts(&paragraph("口口口2025年", 5.0)), ["口口口2025", "年"]);
    assert_eq!(texts(&paragraph("口口口口2025年", 5.0)), ["口口口口", "2025年"]);
}

#[test]
fn typeset_last_line_is_squeezed_only_to_be_the_last() {
    let lines = paragraph("口口，口口口口口口口口", 10.7);
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].width, Em::new(10.7).at(body().size));
    let lines = paragraph("口口，口口", 10.7);
    assert_eq!(lines[0].width, Length::pt(50.0));
}

#[test]
fn typeset_spaces_stretch_before_anything_else() {
    let lines = paragraph("one two three four five six", 8.0);
    let line = &lines[0];
    let step = |at: usize| (line.glyphs[at + 1].x - line.glyphs[at].x).to_pt();
    let space = line.text.as_str().find(' ').unwrap();
    assert!(step(space) > 2.5, "{}", step(space));
    assert!(!line.text.as_str().trim_end().contains("\n"));
}

#[test]
fn typeset_typed_space_between_han_and_latin_is_the_styles() {
    assert_eq!(width("口 ESG 口"), width("口ESG口"));
    let mut style = Style::default();
    style.text.cjk_latin_spacing = Em::QUARTER;
    let spaced =
        |text: &str| with_setter(&style, |setter| set_line(&Text::unplaced(text), body(), &[], setter)).0.width;
    assert_eq!(spaced("口ESG口"), spaced("口 ESG 口"));
    assert_eq!(spaced("口ESG口") - Em::HALF.at(body().size), Length::pt(width("口ESG口") * 10.0));
}

#[test]
fn typeset_run_wider_than_the_line_is_cut_and_reported() {
    let style = ParagraphStyle { kind: body(), measure: Length::pt(50.0), indent: Length::ZERO };
    let text = Text::unplaced("0123456789012345678901234567890123456789");
    let (lines, found) = with_setter(&Style::default(), |setter| set_paragraph(&text, style, setter));
    assert!(lines.len() > 2);
    assert_eq!(texts(&lines).concat(), text.as_str());
    assert!(found.iter().any(|found| found.code == Code::ForcedBreak));
    assert!(lines.iter().all(|line| line.width <= Length::pt(50.0)));
}

#[test]
fn typeset_marks_keep_their_classes_widths_in_any_face() {
    // A sans whose quotes are narrow stands in for the body's face.
    let project = Project::new(&format!("{PUBLICATION}[faces.body]\nface = \"fonts/NotoSansCJK-Regular.ttc#0\"\n"));
    let document = project.document(&crate::support::issue_of("口“口”口·口—口"));
    let run = document.pages[1].items.iter().find_map(|item| match item {
        bulletin::document::Item::Glyphs(run) if run.text.contains('“') => Some(run),
        _ => None,
    });
    let run = run.unwrap();
    let end = run.glyphs.last().unwrap().x + run.size;
    assert_eq!(end, Em::new(8.5).at(run.size), "{:?}", run.glyphs);
}

proptest! {
    #![proptest_config(crate::support::properties(400))]

    /// No character lost, no forbidden start or end, every justified line exact, whatever the text.
    #[test]
    fn typeset_lines_of_any_text_keep_the_rules(
        text in "([人大常委会监督代表工作]{1,6}|[，。、；：！？]|[“（《][立法]{1,4}[”）》]|——|……|[0-9]{1,5}|[0-9]{1,3}%|ESG| word |·|\u{3000}){1,60}",
        measure in 12_u32..30,
    ) {
        let (lines, found) = paragraph_and_faults(&text, f64::from(measure));
        prop_assert_eq!(texts(&lines).concat(), text.clone());
        // A chain of marks longer than the line has no legal break; that is reported.
        prop_assume!(found.is_empty());
        let exact = Em::new(f64::from(measure)).at(body().size);
        let forbidden_start = ['，', '。', '、', '；', '：', '！', '？', '”', '）', '》', '—', '…', '·', '%'];
        for (order, line) in lines.iter().enumerate() {
            let shown = line.text.as_str().trim_end();
            let is_last = order + 1 == lines.len();
            if order > 0 {
                prop_assert!(!shown.starts_with(forbidden_start) || shown.is_empty(), "{:?}", texts(&lines));
            }
            if !is_last {
                prop_assert!(!shown.ends_with(['“', '（', '《']), "{:?}", texts(&lines));
                // A line of one unbreakable run has no gap to stretch.
                let classes: Vec<_> = shown.chars().map(Class::of).collect();
                let has_gap = classes.windows(2).any(|pair| pair == [Class::Han, Class::Han]);
                prop_assert!(!has_gap || line.width == exact, "{:?} {:?} {:?}", shown, line.width, exact);
            }
            prop_assert!(line.width <= exact, "{:?}", shown);
        }
    }

    /// Any characters at all: no panic, none lost.
    #[test]
    fn typeset_any_characters_are_kept(text in "\\PC{0,80}", measure in 1_u32..20) {
        let mut style = Style::default();
        // A hyphen at a line's end would be a character more.
        style.text.hyphenation = false;
        let size = body().size;
        let paragraph = ParagraphStyle { kind: body(), measure: size * i64::from(measure), indent: Length::ZERO };
        let lines = with_setter(&style, |setter| set_paragraph(&Text::unplaced(&text), paragraph, setter)).0;
        prop_assert_eq!(texts(&lines).concat(), text);
    }
}

/// A character is looked up once, and told of wherever it stands.
#[test]
fn typeset_characters_that_no_face_has_are_told_at_each_place() {
    let file = Files::default().add(Path::new("a"), String::new());
    let mut text = Text::default();
    text.push("\u{f0000}人\u{f0000}", Some(Place::new(file, 0..11)));
    let (_, found) = with_setter(&Style::default(), |setter| set_line(&text, body(), &[], setter));
    let missing = found.iter().filter(|found| found.code == Code::NoGlyph);
    let starts: Vec<_> = missing.filter_map(|found| found.place.map(|place| place.start)).collect();
    assert_eq!(starts, [0, 7]);
}
