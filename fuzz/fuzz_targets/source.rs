//! Sources: whatever bytes stand in an issue, its publication and the files that it takes in, reading them
//! ends, and every fault has a place that is there.

#![no_main]

mod shared;

use bulletin::diagnostic::{Files, Sink};
use bulletin::proof::proofread;
use bulletin::source::load;
use libfuzzer_sys::fuzz_target;
use shared::{Folder, tell};
use std::sync::LazyLock;

static FOLDER: LazyLock<Folder> = LazyLock::new(Folder::new);

fuzz_target!(|input: &[u8]| {
    let path = FOLDER.fill(input);
    let (mut files, mut sink) = (Files::default(), Sink::default());
    if let Ok(Some(loaded)) = load(&path, &mut files, &mut sink) {
        proofread(&loaded.issue, &loaded.publication, &mut sink);
    }
    tell(&sink.into_sorted(), &files);
});
