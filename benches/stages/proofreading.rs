//! Proofreading by all rules.

use crate::inputs::{Input, Written};
use bulletin::diagnostic::Sink;
use bulletin::proof;
use divan::Bencher;
use divan::counter::CharsCount;

#[divan::bench(args = Input::ALL)]
fn rules(bencher: Bencher<'_, '_>, input: Input) {
    let loaded = Written::new(input).load();
    let texts = proof::texts(&loaded.issue, &loaded.publication);
    let characters: usize = texts.iter().map(|text| text.as_str().chars().count()).sum();
    bencher.counter(CharsCount::new(characters)).bench_local(|| {
        let mut sink = Sink::default();
        proof::proofread(&loaded.issue, &loaded.publication, &mut sink);
        sink
    });
}
