//! Rounds, medians, ratios, and the table of them.

use crate::process::{self, Clock, Task};
use anyhow::Result;
use std::fs;
use std::path::PathBuf;

/// A way to do the work, measured beside the others.
pub(crate) struct Way {
    pub(crate) name: String,
    pub(crate) tasks: Vec<Task>,
    pub(crate) clock: Clock,
    /// A file that it writes, for its size.
    pub(crate) file: PathBuf,
    /// How many times faster ours is to be; none where no bar is set.
    pub(crate) bar: Option<f64>,
}

/// A way's figures.
struct Measured {
    times: Vec<f64>,
    peak: f64,
    bytes: u64,
}

/// Measures the ways in alternating rounds, ours first, and prints what came of it.
pub(crate) fn compare(heading: &str, ways: &[Way], rounds: usize, issues: usize) -> Result<()> {
    println!("\n{heading}; {rounds} alternating rounds, ms an issue");
    let mut measured = Vec::new();
    for way in ways {
        // This run warms the page cache too.
        let peak = way.tasks.first().map_or(Ok(0.0), Task::peak)?;
        let bytes = fs::metadata(&way.file)?.len();
        measured.push(Measured { times: Vec::new(), peak, bytes });
    }
    for _ in 0..rounds {
        for (way, measured) in ways.iter().zip(&mut measured) {
            measured.times.push(process::time(&way.tasks, &way.clock)? / issues as f64);
        }
    }
    print(ways, &measured);
    Ok(())
}

fn print(ways: &[Way], measured: &[Measured]) {
    println!("| way | median | min | max | x ours | peak MiB | bytes |\n| --- | --: | --: | --: | --: | --: | --: |");
    let Some(ours) = measured.first() else { return };
    let mut bars = Vec::new();
    for (way, one) in ways.iter().zip(measured) {
        let ratios = one.times.iter().zip(&ours.times).map(|(theirs, ours)| theirs / ours).collect();
        let ratio = median(ratios);
        let (least, most) =
            (one.times.iter().copied().fold(f64::MAX, f64::min), one.times.iter().copied().fold(0.0, f64::max));
        let middle = median(one.times.clone());
        println!(
            "| {} | {middle:.1} | {least:.1} | {most:.1} | {ratio:.2} | {:.1} | {} |",
            way.name, one.peak, one.bytes
        );
        bars.extend(way.bar.map(|bar| {
            let verdict = if ratio >= bar { "met" } else { "MISSED" };
            format!("bar {bar}x {}: {verdict} ({ratio:.2})", way.name)
        }));
    }
    bars.iter().for_each(|bar| println!("{bar}"));
}

/// The middle value; of an even number, the mean of the two.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    match (values.get(half), values.len() % 2) {
        (Some(middle), 1) => *middle,
        (Some(upper), _) => (values[half - 1] + upper) / 2.0,
        (None, _) => 0.0,
    }
}
