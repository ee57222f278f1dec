//! What the tests share: a fresh project in a folder of its own, and the program run in it.

use bulletin::compile::{Compiled, set};
use bulletin::diagnostic::Diagnostic;
use bulletin::document::{Document, GlyphRun, Item, Page, Role, Tag};
use bulletin::fonts::FontFiles;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// The checkout.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The published issue.
pub(crate) fn issue_709() -> PathBuf {
    root().join("issues/709.toml")
}

/// The least publication that a file may hold.
pub(crate) const PUBLICATION: &str = r#"
name = "某地人大信息"
publisher = "某地人大编"
editions = ["普刊"]
columns = ["要闻", "摘登"]
briefs_column = "摘登"
"#;

/// The head of an issue without its entries.
pub(crate) const HEAD: &str = r#"
number = 1
serial = 1
edition = "普刊"
date = 2025-01-02
editor = "某人"
"#;

/// A project: a publication and its issues in a folder that goes when the test ends.
pub(crate) struct Project {
    folder: TempDir,
}

impl Project {
    /// A project with this publication, and the checkout's faces.
    pub(crate) fn new(publication: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let fonts = root().join("fonts");
        assert!(fonts.join("FandolFang-Regular.otf").exists(), "the faces are missing: run `make fonts`");
        std::os::unix::fs::symlink(fonts, folder.path().join("fonts")).unwrap();
        let project = Self { folder };
        project.write("bulletin.toml", publication);
        project
    }

    /// Its folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file and returns its path.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    /// Sets an issue.
    pub(crate) fn set(&self, issue: &str) -> Compiled<Document> {
        set(&self.write("issue.toml", issue), &FontFiles::default()).unwrap()
    }

    /// The document of an issue without faults.
    pub(crate) fn document(&self, issue: &str) -> Document {
        let compiled = self.set(issue);
        let faults = faults(&compiled.diagnostics, &compiled.files);
        compiled.product.unwrap_or_else(|| panic!("{faults:?}"))
    }

    /// Runs the program in the project's folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        let output = Command::new(env!("CARGO_BIN_EXE_bulletin"))
            .args(arguments)
            .env("LC_ALL", "zh_CN.UTF-8")
            .current_dir(self.path())
            .output()
            .unwrap();
        Ended::new(&output)
    }
}

/// How a run of the program ended.
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    pub(crate) fn new(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
    }
}

/// Each fault as `code line:column`.
pub(crate) fn faults(diagnostics: &[Diagnostic], files: &bulletin::diagnostic::Files) -> Vec<String> {
    let fault = |found: &Diagnostic| match found.place {
        Some(place) => {
            let at = files.locate(place);
            format!("{} {}:{}", found.code.as_str(), at.line, at.column)
        }
        None => found.code.as_str().to_owned(),
    };
    diagnostics.iter().map(fault).collect()
}

/// Runs another program and gives what it printed; says what to install if it is not there.
pub(crate) fn tool(program: &str, package: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{program} is needed ({error}): apt-get install {package}"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program} {arguments:?}: {text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// The glyph runs of a page.
pub(crate) fn runs(page: &Page) -> impl Iterator<Item = &GlyphRun> {
    page.items.iter().filter_map(|item| match item {
        Item::Glyphs(run) => Some(run),
        _ => None,
    })
}

/// The glyph runs of all paragraphs in the order of the pages: the paragraph, the page's number, the run.
pub(crate) fn paragraph_runs(document: &Document) -> impl Iterator<Item = (usize, usize, &GlyphRun)> {
    let runs = document.pages.iter().flat_map(|page| runs(page).map(|run| (page.number, run)));
    runs.filter_map(|(page, run)| match run.tag {
        Tag::Element(id) if document.structure.element(id).unwrap().role == Role::Paragraph => {
            Some((id.index(), page, run))
        }
        _ => None,
    })
}

/// The lines of text of a page: runs of one baseline joined, page numbers left out, blanks left out.
pub(crate) fn lines(page: &Page) -> Vec<String> {
    let mut lines: Vec<(i64, usize, String)> = Vec::new();
    for run in runs(page).filter(|run| run.line > 0) {
        let text: String = run.text.chars().filter(|ch| !ch.is_whitespace()).collect();
        match lines.last_mut() {
            Some((y, _, line)) if *y == run.origin.y.units() => line.push_str(&text),
            _ => lines.push((run.origin.y.units(), run.line, text)),
        }
    }
    lines.into_iter().map(|(_, _, line)| line).collect()
}

/// An issue of one article with this body, in a literal string.
pub(crate) fn issue_of(body: &str) -> String {
    format!("{HEAD}\n[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\nbody = '''\n{body}\n'''\n")
}

/// Compares with a golden file; `BULLETIN_ACCEPT=1` rewrites it.
pub(crate) fn golden(name: &str, text: &str) {
    current(&format!("tests/cases/{name}"), text);
}

/// Compares with a file of the checkout that is made from the code; `BULLETIN_ACCEPT=1` rewrites it.
pub(crate) fn current(name: &str, text: &str) {
    let path = root().join(name);
    let mut expected = fs::read_to_string(&path).unwrap_or_default();
    // What is current is left alone: other tests read it at the same time.
    if std::env::var_os("BULLETIN_ACCEPT").is_some() && expected != text {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        text.clone_into(&mut expected);
    }
    if let Some((line, (old, new))) = expected.lines().zip(text.lines()).enumerate().find(|(_, (old, new))| old != new)
    {
        panic!("{name} differs at line {}:\n- {old}\n+ {new}\n`make accept` rewrites it", line + 1);
    }
    assert_eq!(expected.len(), text.len(), "{name} differs in length; `make accept` rewrites it");
}

/// The texts of property tests: the same in every run, so that a run tells of the change and not of chance.
/// `PROPTEST_RNG_SEED` tries others, `PROPTEST_CASES` more.
pub(crate) fn properties(cases: u32) -> proptest::test_runner::Config {
    let from_environment = proptest::test_runner::Config::default();
    let seed = |name: &str| std::env::var(name).is_ok();
    proptest::test_runner::Config {
        cases: if seed("PROPTEST_CASES") { from_environment.cases } else { cases },
        rng_seed: match seed("PROPTEST_RNG_SEED") {
            true => from_environment.rng_seed,
            false => proptest::test_runner::RngSeed::Fixed(709),
        },
        failure_persistence: None,
        ..from_environment
    }
}
