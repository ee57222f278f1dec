//! Writes a synthetic archive: `cargo bench --bench archive -- FOLDER [ISSUES] [SEED]`; or one long issue:
//! `cargo bench --bench archive -- FOLDER long PARAGRAPHS`.

#[path = "archive/mod.rs"]
mod archive;

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    // Cargo puts `--bench` among the arguments; without a folder there is nothing to do.
    let arguments: Vec<_> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let Some(folder) = arguments.first().map(PathBuf::from) else { return Ok(()) };
    let number = |at: usize, default: usize| arguments.get(at).and_then(|text| text.parse().ok()).unwrap_or(default);
    if arguments.get(1).is_some_and(|kind| kind == "long") {
        archive::write(&folder, 0, 1)?;
        return fs::write(folder.join("1.toml"), archive::issue(1, 1, number(2, archive::USUAL)));
    }
    archive::write(&folder, number(1, 50), number(2, 1) as u64).map(drop)
}
