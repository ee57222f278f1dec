//! An issue from its file to the PDF's bytes, as one process does it; the lock and the disk are left out.

use crate::inputs::{Input, Written, book, document};
use bulletin::compile::{Compiled, Print, Product, compile};
use bulletin::fonts::FontFiles;
use divan::Bencher;
use divan::counter::ItemsCount;

/// The first issue of a run: its faces are mapped anew. Items are pages.
#[divan::bench(args = Input::PRINTED)]
fn first(bencher: Bencher<'_, '_>, input: Input) {
    let written = Written::new(input);
    bencher.counter(pages(&written)).bench_local(|| compiled(&written, &FontFiles::default()));
}

/// A later issue of a run, or of a program that is kept alive.
#[divan::bench(args = Input::PRINTED)]
fn later(bencher: Bencher<'_, '_>, input: Input) {
    let written = Written::new(input);
    let files = FontFiles::default();
    bencher.counter(pages(&written)).bench_local(|| compiled(&written, &files));
}

fn compiled(written: &Written, files: &FontFiles) -> Compiled<Product> {
    let compiled = compile(&written.path, Print::default(), files).unwrap();
    assert!(compiled.product.is_some(), "{} holds errors", written.path.display());
    compiled
}

fn pages(written: &Written) -> ItemsCount {
    let (loaded, files) = (written.load(), FontFiles::default());
    ItemsCount::new(document(&loaded, &book(&loaded, &files)).pages.len())
}
