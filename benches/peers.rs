//! The same issues set by Typst and XeLaTeX, side by side with ours: `make bench-peers`, told in `benches/peers/README.md`.
//!
//! `cargo bench --bench peers -- run [PROGRAM]` measures; `… -- sources FOLDER ISSUE…` only writes the peers' sources.

#![expect(clippy::print_stdout, reason = "figures are what it is for")]

#[path = "archive/mod.rs"]
mod archive;
#[path = "peers/figures.rs"]
mod figures;
#[path = "peers/latex.rs"]
mod latex;
#[path = "peers/plain.rs"]
mod plain;
#[path = "peers/process.rs"]
mod process;
#[path = "peers/text.rs"]
mod text;
#[path = "peers/typst.rs"]
mod typst;
#[path = "peers/yard.rs"]
mod yard;

use anyhow::{Context, Result};
use figures::{Way, compare};
use process::Clock;
use std::env;
use std::ffi::OsString;
use std::path::Path;
use yard::{Faces, Peers, Yard};

/// How many issues the archive has.
const ISSUES: usize = 50;

fn main() -> Result<()> {
    // Cargo puts `--bench` among the arguments; without a word there is nothing to do.
    let arguments: Vec<OsString> = env::args_os().skip(1).filter(|argument| argument != "--bench").collect();
    let rest = arguments.get(1..).unwrap_or_default();
    match arguments.first().and_then(|word| word.to_str()) {
        Some("run") => run(rest.first().map_or("target/release/bulletin".as_ref(), Path::new)),
        Some("peak") => {
            let program = rest.first().context("no program")?;
            println!("{}", process::watch(program.as_ref(), &rest[1..])?);
            Ok(())
        }
        Some("sources") => {
            let folder = rest.first().context("no folder")?;
            yard::write_sources(folder.as_ref(), rest[1..].iter().map(AsRef::as_ref))
        }
        _ => Ok(()),
    }
}

fn run(program: &Path) -> Result<()> {
    let yard = Yard::new(program, "target/peers".as_ref(), ISSUES)?;
    let peers = Peers::found(&yard)?;
    check(&yard, &peers)?;
    let number = |name: &str, default| env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default);
    one_issue(&yard, &peers, number("RUNS", 11))?;
    archive_in_one_run(&yard, &peers, number("ROUNDS", 5))
}

/// Every issue by every way once: that the work is equal.
fn check(yard: &Yard, peers: &Peers) -> Result<()> {
    let names = yard.names();
    yard.ours_sample().run()?;
    yard.ours_archive().run()?;
    for (name, _) in [("Typst", peers.typst), ("XeLaTeX", peers.xelatex)].into_iter().filter(|(_, found)| *found) {
        let (mut han, mut apart) = (0, 0);
        for issue in &names {
            let (task, pdf) = if name == "Typst" { yard.typst(issue, Faces::Used, &[]) } else { yard.xelatex(issue) };
            task.run()?;
            let (ours, theirs) = (text::Text::of(&yard.ours_pdf(issue))?, text::Text::of(&pdf)?);
            han += ours.same(&theirs, &pdf.display().to_string())?;
            apart = apart.max(ours.pages.abs_diff(theirs.pages));
        }
        println!(
            "{name}: {} issues hold the same {han} han characters as ours; pages differ by {apart} at most",
            names.len()
        );
    }
    Ok(())
}

fn one_issue(yard: &Yard, peers: &Peers, rounds: usize) -> Result<()> {
    let way = |name: &str, (task, file), bar| Way {
        name: name.to_owned(),
        tasks: vec![task],
        clock: Clock::OneByOne,
        file,
        bar,
    };
    let sample = yard::SAMPLE;
    let mut ways =
        vec![way("bulletin, cold, tagged, X-4 + A-2a + UA-1", (yard.ours_sample(), yard.ours_pdf(sample)), None)];
    if peers.typst {
        let untagged = |faces| yard.typst(sample, faces, &["--no-pdf-tags"]);
        ways.push(way("Typst, untagged, the five faces alone", untagged(Faces::Used), Some(5.0)));
        ways.push(way("Typst, untagged, all of fonts/", untagged(Faces::All), Some(5.0)));
        ways.push(way("Typst, tagged, the five faces alone", yard.typst(sample, Faces::Used, &[]), None));
        let standards = ["--pdf-standard", "a-2a,ua-1", "--input", "inks=rgb"];
        ways.push(way(
            "Typst, A-2a + UA-1, in RGB, the five faces alone",
            yard.typst(sample, Faces::Used, &standards),
            None,
        ));
    }
    if peers.xelatex {
        ways.push(way("XeLaTeX, one pass", yard.xelatex(sample), Some(35.0)));
    }
    compare("One issue, whole processes", &ways, rounds, 1)
}

fn archive_in_one_run(yard: &Yard, peers: &Peers, rounds: usize) -> Result<()> {
    let names: Vec<_> = yard.names().into_iter().filter(|name| name != yard::SAMPLE).collect();
    let Some(first) = names.first() else { return Ok(()) };
    let each = |name: &str, task: &dyn Fn(&str) -> (process::Task, std::path::PathBuf), clock, bar| Way {
        name: name.to_owned(),
        tasks: names.iter().map(|issue| task(issue).0).collect(),
        clock,
        file: task(first).1,
        bar,
    };
    let mut ways = vec![Way {
        name: "bulletin, one run, cold".to_owned(),
        tasks: vec![yard.ours_archive()],
        clock: Clock::OneByOne,
        file: yard.ours_pdf(first),
        bar: None,
    }];
    if peers.typst {
        let untagged = |issue: &str| yard.typst(issue, Faces::Used, &["--no-pdf-tags"]);
        let all = |issue: &str| yard.typst(issue, Faces::All, &["--no-pdf-tags"]);
        ways.push(each("Typst, one run an issue, the five faces alone", &untagged, Clock::OneByOne, Some(10.0)));
        ways.push(each("Typst, one run an issue, all of fonts/", &all, Clock::OneByOne, Some(10.0)));
        ways.push(each("Typst, two runs at a time, the five faces alone", &untagged, Clock::TwoAtATime, None));
    }
    if let Some(alive) = &peers.alive {
        let (task, file) = yard.alive(alive, &names);
        let name = "Typst's compiler kept alive, start not counted".to_owned();
        ways.push(Way { name, tasks: vec![task], clock: Clock::Told, file, bar: Some(8.0) });
    }
    if peers.xelatex && env::var_os("FULL").is_some_and(|full| full == "1") {
        ways.push(each("XeLaTeX, one run an issue", &|issue| yard.xelatex(issue), Clock::OneByOne, None));
    }
    compare(&format!("{ISSUES} differing issues (peak: of one process)"), &ways, rounds, ISSUES)
}
