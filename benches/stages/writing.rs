//! Set pages to bytes.

use crate::inputs::{Input, Written, book, document};
use bulletin::fonts::FontFiles;
use bulletin::writers::{dump, pdf};
use divan::Bencher;
use divan::counter::ItemsCount;

/// The PDF, subsetting included. Items are pages.
#[divan::bench(args = Input::ALL)]
fn file(bencher: Bencher<'_, '_>, input: Input) {
    let loaded = Written::new(input).load();
    let files = FontFiles::default();
    let book = book(&loaded, &files);
    let document = document(&loaded, &book);
    bencher
        .counter(ItemsCount::new(document.pages.len()))
        .bench_local(|| pdf::write(&document, &book, pdf::Settings::default()).unwrap());
}

/// The page dump, as a lock holds it.
#[divan::bench(args = Input::PRINTED)]
fn page_dump(bencher: Bencher<'_, '_>, input: Input) {
    let loaded = Written::new(input).load();
    let files = FontFiles::default();
    let document = document(&loaded, &book(&loaded, &files));
    bencher.counter(ItemsCount::new(document.pages.len())).bench_local(|| dump::write(&document));
}
