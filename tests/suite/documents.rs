//! What the papers promise: keys and defaults as the code has them, examples that build, commands that are there.

use crate::support::{Project, faults, root};
use bulletin::compile::set;
use bulletin::diagnostic::{Code, Files, Sink};
use bulletin::fonts::FontFiles;
use bulletin::source;
use bulletin::source::schema::FileKind;
use std::fs;

fn paper(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// The papers on the format.
const FORMAT: [&str; 2] = ["docs/format.md", "docs/format.zh-CN.md"];

/// An example of a paper: a file, or a part of one, of which its first line, a comment, says the name.
pub(crate) struct Example {
    file: String,
    text: String,
}

/// What a publication and an issue hold of which an example shows a part only.
const WHOLE_PUBLICATION: &str = r#"
name = "某某人大信息"
publisher = "某某市人大常委会研究室编"
editions = ["普刊", "增刊"]
columns = ["要闻", "代表工作", "摘登"]
briefs_column = "摘登"
"#;
const WHOLE_ISSUE: &str = r#"
number = 4
serial = 710
edition = "普刊"
date = 2025-05-29
editor = "张三"
"#;
const SOME_ARTICLE: &str = "\n[[article]]\ncolumn = \"要闻\"\ntitle = \"某某工作有新进展\"\nbody = \"正文。\"\n";

impl Example {
    /// What kind of file it is.
    pub(crate) fn kind(&self) -> FileKind {
        let name = self.file.rsplit('/').next().unwrap();
        let of_issue = |ch: char| ch.is_ascii_digit() || ch == '.' || ch == '-';
        match name.strip_suffix("toml").unwrap() {
            "bulletin." => FileKind::Publication,
            stem if stem.chars().all(of_issue) || stem.starts_with("增刊") => FileKind::Issue,
            _ => FileKind::Article,
        }
    }

    /// The whole file: what a part leaves out comes from the least file of its kind.
    pub(crate) fn complete(&self) -> String {
        let (whole, more) = match self.kind() {
            FileKind::Publication => (WHOLE_PUBLICATION, ""),
            FileKind::Issue if self.text.contains("[[article]]") || self.text.contains("[[brief]]") => {
                (WHOLE_ISSUE, "")
            }
            FileKind::Issue => (WHOLE_ISSUE, SOME_ARTICLE),
            FileKind::Article => ("", ""),
        };
        let head_end =
            if self.text.starts_with('[') { 0 } else { self.text.find("\n[").map_or(self.text.len(), |at| at + 1) };
        let (head, tables) = self.text.split_at(head_end);
        let key = |line: &str| line.split('=').next().unwrap().trim().to_owned();
        let written: Vec<_> = head.lines().map(key).collect();
        let rest = whole.lines().filter(|line| !written.contains(&key(line))).map(|line| format!("{line}\n"));
        format!("{}{head}\n{tables}{more}", rest.collect::<String>())
    }
}

/// The TOML examples of a paper.
pub(crate) fn examples(name: &str) -> Vec<Example> {
    let blocks = blocks(&paper(name), "toml").into_iter();
    let examples = blocks.map(|block| {
        let (first, text) = block.split_once('\n').unwrap();
        let file = first.strip_prefix("# ").filter(|file| file.ends_with(".toml"));
        let file = file.unwrap_or_else(|| panic!("{name}: which file is this?\n{block}")).to_owned();
        Example { file, text: text.to_owned() }
    });
    examples.collect()
}

/// Every example holds, together with the files that it names.
#[test]
fn documents_examples_of_the_format_hold() {
    for name in FORMAT {
        let project = Project::new(WHOLE_PUBLICATION);
        // The texts that examples take in; articles of their own are examples too.
        for text in paper(name).split("body_file = \"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            project.write(text, "正文。");
            project.write(&format!("来稿/{text}"), "正文。");
        }
        let (articles, others): (Vec<_>, Vec<_>) =
            examples(name).into_iter().partition(|example| example.kind() == FileKind::Article);
        for article in &articles {
            project.write(&article.file, &article.text);
            let read: toml::Table = toml::from_str(&article.text).unwrap();
            let is_named = paper(name).contains(&format!("file = \"{}\"", article.file));
            assert!(is_named && !read.is_empty(), "{name}: {} is in no example", article.file);
        }
        assert!(!articles.is_empty() && others.len() >= 8, "{name}");
        for example in others {
            let text = example.complete();
            let is_publication = example.kind() == FileKind::Publication;
            project.write("bulletin.toml", if is_publication { &text } else { WHOLE_PUBLICATION });
            let path = match is_publication {
                true => project.write("稿件.toml", format!("{WHOLE_ISSUE}{SOME_ARTICLE}").replace("普刊", "增刊")),
                false => project.write(&example.file, &text),
            };
            let (mut files, mut sink) = (Files::default(), Sink::default());
            let loaded = source::load(&path, &mut files, &mut sink).unwrap();
            let found = faults(&sink.into_sorted(), &files);
            assert!(loaded.is_some() && found.is_empty(), "{name}: {found:?}\n{text}");
            if !is_publication {
                let compiled = set(&path, &FontFiles::default()).unwrap();
                let found = faults(&compiled.diagnostics, &compiled.files);
                assert!(compiled.product.is_some() && found.is_empty(), "{name}: {found:?}\n{text}");
            }
        }
    }
}

/// The blocks of a kind in a paper.
fn blocks(text: &str, kind: &str) -> Vec<String> {
    let fence = format!("```{kind}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("```\n").next().unwrap().to_owned()).collect()
}

#[test]
fn documents_examples_of_the_readmes_build() {
    let project = Project::new(&paper("issues/bulletin.toml"));
    let mut built = 0;
    for name in ["README.md", "README.zh-CN.md"] {
        for example in blocks(&paper(name), "toml").iter().filter(|block| block.contains("serial")) {
            let compiled = set(&project.write("example.toml", example), &FontFiles::default()).unwrap();
            let found = faults(&compiled.diagnostics, &compiled.files);
            assert!(compiled.product.is_some() && found.is_empty(), "{name}: {found:?}");
            built += 1;
        }
    }
    assert!(built >= 2);
}

/// Both papers have the same parts, in the same order, with the same examples.
#[test]
fn documents_format_is_the_same_in_both_languages() {
    let [english, chinese] = FORMAT.map(paper);
    let levels = |text: &str| -> Vec<usize> {
        let lines = text.lines().filter(|line| line.starts_with('#') && !line.ends_with(".toml"));
        lines.map(|line| line.bytes().take_while(|byte| *byte == b'#').count()).collect()
    };
    assert_eq!(levels(&english), levels(&chinese));
    let [english, chinese] = FORMAT.map(examples);
    let texts = |examples: Vec<Example>| -> Vec<String> { examples.into_iter().map(|example| example.text).collect() };
    assert_eq!(texts(english), texts(chinese));
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
        "docs/diagnostics.md",
        "docs/diagnostics.zh-CN.md",
        "docs/format.md",
        "docs/format.zh-CN.md",
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
    for name in ["docs/format.md", "docs/format.zh-CN.md", "README.md", "README.zh-CN.md", "CONTRIBUTING.md"] {
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
