//! What each stage of the road costs: `cargo bench --bench stages [-- FILTER]`, or `make bench`.
//!
//! `inputs` is what they work on: issue 709, and issues of the synthetic archive of one, ten and a hundred times the usual
//! length. `reading`, `breaking`, `layout`, `proofreading`, `subsetting` and `writing` are the stages; `whole` is all of them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a bench without its inputs may say so by panicking")]

#[path = "../archive/mod.rs"]
mod archive;
mod breaking;
mod inputs;
mod layout;
mod proofreading;
mod reading;
mod subsetting;
mod whole;
mod writing;

use std::time::Duration;

/// So long is a case measured at most, if nothing else is asked for.
const LONGEST: Duration = Duration::from_secs(2);

fn main() {
    divan::Divan::default().max_time(LONGEST).config_with_args().main();
}
