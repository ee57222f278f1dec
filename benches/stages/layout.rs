//! Blocks to pages, breaking included.

use crate::inputs::{Input, Written, book, document};
use bulletin::fonts::FontFiles;
use divan::Bencher;
use divan::counter::ItemsCount;

/// Items are pages.
#[divan::bench(args = Input::ALL)]
fn pages(bencher: Bencher<'_, '_>, input: Input) {
    let loaded = Written::new(input).load();
    let files = FontFiles::default();
    let book = book(&loaded, &files);
    let pages = document(&loaded, &book).pages.len();
    bencher.counter(ItemsCount::new(pages)).bench_local(|| document(&loaded, &book));
}
