//! The walls of the house: lower rooms never import upper ones.

use crate::support::root;
use std::fs;
use std::path::Path;

/// Each room and the rooms of the crate that it may name.
const ROOMS: &[(&str, &[&str])] = &[
    ("length.rs", &[]),
    ("char_set.rs", &[]),
    ("diagnostic", &["diagnostic"]),
    ("model", &["diagnostic", "length", "model"]),
    ("fonts", &["diagnostic", "length", "model", "fonts"]),
    ("typeset", &["diagnostic", "length", "model", "fonts", "typeset"]),
    ("document", &["diagnostic", "length", "model", "fonts", "document"]),
    ("source", &["diagnostic", "length", "model", "source"]),
    ("lock", &["diagnostic", "fonts", "source", "lock"]),
    ("inspect", &["diagnostic", "length", "model", "inspect"]),
    ("proof", &["char_set", "diagnostic", "model", "proof"]),
    ("pages", &["diagnostic", "length", "model", "fonts", "typeset", "document", "pages"]),
    ("writers", &["length", "model", "fonts", "document", "writers"]),
];

#[test]
fn walls_hold() {
    for (room, allowed) in ROOMS {
        for (file, text) in sources(&root().join("src").join(room)) {
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for named in text.split("crate::").skip(1) {
                let name: String = named.chars().take_while(|ch| ch.is_alphanumeric() || *ch == '_').collect();
                assert!(name.is_empty() || allowed.contains(&name.as_str()), "{file} imports {name}");
            }
        }
    }
}

#[test]
fn walls_only_the_pdf_writer_and_reader_know_their_libraries() {
    for (file, text) in sources(&root().join("src")) {
        if !file.contains("writers/pdf/") {
            assert!(!text.contains("printpdf::") && !text.contains("lopdf::"), "{file}");
        }
        if !file.contains("src/inspect/") {
            assert!(!text.contains("hayro_"), "{file}");
        }
        if !file.contains("src/source/") && !file.ends_with("fonts/catalogue.rs") {
            assert!(!text.contains("toml::"), "{file}");
        }
    }
}

/// No word of the sample publication stands in the code.
#[test]
fn walls_code_knows_no_publication() {
    for (file, text) in sources(&root().join("src")) {
        for word in ["杭州", "钱塘", "要闻速递", "助力攻坚", "85250657", "秘书一处", "杨青青"] {
            assert!(!text.contains(word), "{file}: {word}");
        }
    }
}

/// Only what starts an issue may ask what day it is; what is built never does.
#[test]
fn walls_only_one_place_knows_a_clock() {
    for (file, text) in sources(&root().join("src")) {
        assert!(file.ends_with("cli/clock.rs") || !text.contains("jiff::"), "{file}");
        let asks = text.contains("clock::today");
        assert!(!asks || ["cli/init.rs", "cli/new.rs"].iter().any(|start| file.ends_with(start)), "{file}");
    }
}

/// The files of a room with their text; a profile has none, deflated or not.
fn sources(path: &Path) -> Vec<(String, String)> {
    if path.extension().is_some_and(|extension| extension == "icc" || extension == "deflated") {
        return Vec::new();
    }
    if path.is_file() {
        return vec![(path.display().to_string(), fs::read_to_string(path).unwrap())];
    }
    let entries = fs::read_dir(path).unwrap();
    entries.flat_map(|entry| sources(&entry.unwrap().path())).collect()
}
