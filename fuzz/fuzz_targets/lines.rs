//! Lines: whatever the text, the measure and the style, every character stands once, in its order, and no line
//! that was not forced is wider than its measure.

#![no_main]

use bulletin::diagnostic::Sink;
use bulletin::fonts::{FontBook, FontFiles, FontFolders};
use bulletin::length::{Em, Length};
use bulletin::model::style::{Faces, Kinsoku, Lone, Prefer, Role};
use bulletin::model::{Style, Text};
use bulletin::typeset::{Line, ParagraphStyle, Setter, Type, set_paragraph, set_ragged, set_whole_title};
use libfuzzer_sys::fuzz_target;
use std::path::Path;
use std::sync::LazyLock;

static FILES: LazyLock<FontFiles> = LazyLock::new(FontFiles::default);
static BOOK: LazyLock<FontBook<'static>> = LazyLock::new(|| {
    let publication = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../issues/bulletin.toml"));
    FontBook::open(&Faces::default(), &FontFolders::for_publication(publication), &FILES, &mut Sink::default()).unwrap()
});

fuzz_target!(|input: &[u8]| {
    let [measure, choices, rest @ ..] = input else { return };
    let text = String::from_utf8_lossy(rest);
    let style = style(*choices);
    let kind = Type { role: Role::Body, size: Length::pt(10.0) };
    let measure = Em::new(1.0 + f64::from(measure % 120) / 4.0).at(kind.size);
    let indent = if choices & 1 == 0 { Length::ZERO } else { Em::new(2.0).at(kind.size).min(measure / 2) };
    let placed = Text::unplaced(&text);
    let mut sink = Sink::default();
    let mut setter = Setter { fonts: &BOOK, style: &style, terms: &[], sink: &mut sink };
    let lines = set_paragraph(&placed, ParagraphStyle { kind, measure, indent }, &mut setter);
    check_characters(&text, &lines);
    for (order, line) in lines.iter().enumerate() {
        let measure = if order == 0 { measure - indent } else { measure };
        let is_forced = line.filling.as_ref().is_some_and(|filling| filling.forced);
        assert!(is_forced || line.width <= measure, "{:?} is {:?} on {measure:?}", line.text.as_str(), line.width);
    }
    check_characters(&text, &set_ragged(&placed, kind, measure, &mut setter));
    check_characters(&text, &set_whole_title(&placed, &[], kind, measure, &mut setter));
});

/// A style by the bits of a byte.
fn style(choices: u8) -> Style {
    let mut style = Style::default();
    style.text.prefer = [Prefer::In, Prefer::Out, Prefer::Nearest][usize::from(choices >> 1 & 3).min(2)];
    style.text.runts = if choices & 8 == 0 { Lone::Allow } else { Lone::Avoid };
    style.text.hanging = choices & 16 != 0;
    style.text.hyphenation = choices & 32 != 0;
    style.text.kinsoku = if choices & 64 == 0 { Kinsoku::Basic } else { Kinsoku::Strict };
    if choices & 128 != 0 {
        (style.text.cjk_latin_spacing, style.text.cjk_latin_most) = (Em::new(0.25), Em::new(0.5));
    }
    style
}

/// Every character stands once and in its order; a line may end with a hyphen that no author wrote.
fn check_characters(text: &str, lines: &[Line]) {
    let mut rest = text;
    for line in lines {
        let set = line.text.as_str();
        let after = rest.strip_prefix(set).or_else(|| rest.strip_prefix(set.strip_suffix('-')?));
        rest = after.unwrap_or_else(|| panic!("{set:?} is not what comes in {rest:?}"));
    }
    assert_eq!(rest, "");
}
