//! What the papers promise: keys and defaults as the code has them, examples that build, commands that are there.

use crate::support::{Project, faults, root};
use bulletin::compile::set;
use bulletin::diagnostic::Code;
use bulletin::fonts::FontFiles;
use bulletin::model::Style;
use std::fs;

fn paper(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// The rows of a paper's tables, cell by cell.
fn rows(text: &str) -> Vec<Vec<String>> {
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// A default as the papers write it: without a needless `.0`, a variant by its word.
fn written(default: &str) -> String {
    match default {
        variant if variant.contains("::") => format!("\"{}\"", variant.split("::").last().unwrap().to_lowercase()),
        number => number.parse::<f64>().map_or_else(|_| number.to_owned(), |number| number.to_string()),
    }
}

#[test]
fn documents_format_has_every_key_with_its_default_and_no_other() {
    let text = paper("docs/format.md");
    let rows = rows(&text);
    let mut known = Vec::new();
    for (section, keys) in Style::SECTIONS {
        for key in *keys {
            let name = format!("`{section}.{}`", key.name);
            let row =
                rows.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("{name} is not in docs/format.md"));
            assert_eq!(row[1], format!("`{}`", written(key.default)), "{name}");
            known.push(name);
        }
    }
    for row in &rows {
        let section = row[0].trim_matches('`').split('.').next().unwrap();
        let is_style = Style::SECTIONS.iter().any(|(name, _)| *name == section) && row[0].contains('.');
        assert!(!is_style || known.contains(&row[0]), "{} is no key", row[0]);
    }
    for key in [
        "name",
        "publisher",
        "language",
        "editions",
        "columns",
        "briefs_column",
        "telephone",
        "recipients.label",
        "recipients.groups",
        "faces.body",
        "faces.figure",
        "number",
        "serial",
        "edition",
        "date",
        "editor",
        "article.column",
        "article.title",
        "article.unit",
        "article.authors",
        "article.body",
        "brief.unit",
        "brief.authors",
        "brief.body",
    ] {
        assert!(text.contains(&format!("`{key}`")), "{key}");
    }
}

/// The blocks of a kind in a paper.
fn blocks(text: &str, kind: &str) -> Vec<String> {
    let fence = format!("```{kind}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("```\n").next().unwrap().to_owned()).collect()
}

#[test]
fn documents_examples_of_issues_build() {
    let project = Project::new(&paper("issues/bulletin.toml"));
    let mut built = 0;
    for name in ["README.md", "README.zh-CN.md", "docs/format.md"] {
        for example in blocks(&paper(name), "toml").iter().filter(|block| block.contains("serial")) {
            let compiled = set(&project.write("example.toml", example), &FontFiles::default()).unwrap();
            let found = faults(&compiled.diagnostics, &compiled.files);
            assert!(compiled.product.is_some() && found.is_empty(), "{name}: {found:?}");
            built += 1;
        }
    }
    assert!(built >= 3);
}

#[test]
fn documents_readmes_name_the_two_commands() {
    let makefile = paper("Makefile");
    for target in ["all:", "fonts:", "test:", "lint:", "accept:"] {
        assert!(makefile.lines().any(|line| line.starts_with(target)), "{target}");
    }
    for name in ["README.md", "README.zh-CN.md"] {
        let text = paper(name);
        assert!(["make", "make test"].iter().all(|command| text.contains(command)), "{name}");
        assert!(text.contains("docs/pages.png"), "{name}");
    }
    assert!(paper(".ci/run").lines().any(|line| line == "make test"), "CI runs the README's test command");
}

#[test]
fn documents_link_to_what_is_there() {
    for name in [
        "README.md",
        "README.zh-CN.md",
        "CONTRIBUTING.md",
        "docs/README.md",
        "docs/format.md",
        "docs/architecture.md",
        "docs/rules.md",
    ] {
        let folder = root().join(name).parent().unwrap().to_path_buf();
        for link in paper(name).split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap();
            assert!(file.is_empty() || file.contains("://") || folder.join(file).exists(), "{name}: {link}");
        }
    }
}

#[test]
fn documents_codes_in_the_format_are_real() {
    for name in ["docs/format.md", "README.md", "README.zh-CN.md", "CONTRIBUTING.md"] {
        let text = paper(name);
        for (at, _) in text.match_indices("B0") {
            let code: String = text[at..].chars().take(5).collect();
            let is_code = code.len() == 5 && code[1..].bytes().all(|byte| byte.is_ascii_digit());
            assert!(!is_code || Code::ALL.iter().any(|known| known.as_str() == code), "{name}: {code}");
        }
    }
}

/// Every test that the rules name is there.
#[test]
fn documents_rules_name_tests_that_exist() {
    let sources: String = ["tests/suite", "src"].into_iter().map(|folder| all_text(&root().join(folder))).collect();
    let text = paper("docs/rules.md");
    let names = text.split('`').skip(1).step_by(2).filter(|name| {
        name.contains('_') && name.chars().all(|ch| ch.is_ascii_lowercase() || ch.is_ascii_digit() || ch == '_')
    });
    for name in names {
        assert!(sources.contains(&format!("fn {name}(")) || sources.contains(name), "{name}");
    }
}

/// The Rust text below a folder.
fn all_text(folder: &std::path::Path) -> String {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts =
        entries.map(|path| if path.is_dir() { all_text(&path) } else { fs::read_to_string(&path).unwrap_or_default() });
    texts.collect()
}

/// The sample sheet is set from its source, without an error.
#[test]
fn documents_specimen_builds() {
    let path = root().join("docs/specimen/specimen.toml");
    let compiled = set(&path, &FontFiles::default()).unwrap();
    let document = compiled.product.unwrap();
    assert_eq!(document.pages.len(), 5);
    assert!(root().join("docs/specimen.pdf").is_file(), "make specimen");
}
