//! Classing and breaking: characters to lines.

use crate::inputs::{Input, Written, book, characters, paragraphs};
use bulletin::diagnostic::Sink;
use bulletin::fonts::FontFiles;
use bulletin::model::Text;
use bulletin::model::style::Role;
use bulletin::pages::TypeArea;
use bulletin::source::Loaded;
use bulletin::typeset::{Class, ParagraphStyle, Setter, Type, set_paragraph};
use divan::Bencher;
use divan::counter::CharsCount;

/// The class of each character, by itself.
#[divan::bench(args = Input::PRINTED)]
fn classes(bencher: Bencher<'_, '_>, input: Input) {
    let loaded = Written::new(input).load();
    let text: String = paragraphs(&loaded).iter().map(|text| text.as_str()).collect();
    bencher
        .counter(CharsCount::of_str(&text))
        .bench_local(|| text.chars().filter(|ch| Class::of(*ch) == Class::Han).count());
}

/// All paragraphs of an issue.
#[divan::bench(args = Input::ALL)]
fn issue(bencher: Bencher<'_, '_>, input: Input) {
    let loaded = Written::new(input).load();
    set(bencher, &loaded, &paragraphs(&loaded));
}

/// One paragraph of so many characters: no issue has the longest, but cost must not grow faster than text.
#[divan::bench(args = [200, 2_000, 20_000])]
fn paragraph(bencher: Bencher<'_, '_>, characters: usize) {
    let loaded = Written::new(Input::Synthetic(20)).load();
    let text: String = paragraphs(&loaded).iter().flat_map(|text| text.as_str().chars()).take(characters).collect();
    set(bencher, &loaded, &[&Text::unplaced(&text)]);
}

/// Sets texts as paragraphs of the body.
fn set(bencher: Bencher<'_, '_>, loaded: &Loaded, texts: &[&Text]) {
    let files = FontFiles::default();
    let fonts = &book(loaded, &files);
    let style = &loaded.publication.style;
    let kind = Type { role: Role::Body, size: style.text.size };
    let measure = TypeArea::new(&style.sheet).measure();
    let style_of_paragraph = ParagraphStyle { kind, measure, indent: style.text.indent.at(kind.size) };
    bencher.counter(CharsCount::new(characters(texts))).bench_local(|| {
        let mut sink = Sink::default();
        let mut setter = Setter::new(fonts, style, &[], &mut sink);
        texts.iter().map(|text| set_paragraph(text, style_of_paragraph, &mut setter).len()).sum::<usize>()
    });
}
