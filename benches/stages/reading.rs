//! Source to model.

use crate::inputs::{Input, Written};
use divan::Bencher;
use divan::counter::BytesCount;

#[divan::bench(args = Input::ALL)]
fn load(bencher: Bencher<'_, '_>, input: Input) {
    let written = Written::new(input);
    let bytes = std::fs::metadata(&written.path).unwrap().len();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| written.load());
}
