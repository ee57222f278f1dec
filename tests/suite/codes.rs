//! Every code of a diagnostic: a case that shows it, what is said of that in both languages, and its page.
//!
//! A case is a folder `tests/cases/diagnostics/CODE/` with the smallest files that show the fault, and nothing
//! else. Without a `bulletin.toml` it has `support::PUBLICATION`; a file `NAME.hex` is written as `NAME`, its bytes told in
//! hexadecimal figures. `make accept` writes the snapshots `zh.txt` and `en.txt` beside them, what the program has of them
//! in `src/diagnostic/examples/`, and the pages in `docs/diagnostics.md` and `docs/diagnostics.zh-CN.md`.

use crate::faces;
use crate::support::{PUBLICATION, Project, current, golden, root};
use bulletin::compile::examine;
use bulletin::diagnostic::messages::{Language, Messages};
use bulletin::diagnostic::report::{Paint, render};
use bulletin::diagnostic::{Code, Diagnostic, Edit, Files, Severity, Sink, apply};
use bulletin::fonts::FontFiles;
use bulletin::source;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

// ------------------------------------------------------------------------------------------------------------
// RULES WHOSE CASES ARE TO COME. Each goes from this list when its folder comes; at the end the list is empty.
// Codes that are not in the table of codes may stand here.
const TO_COME: &[&str] = &[];
// ------------------------------------------------------------------------------------------------------------

/// Where the cases lie.
const FOLDER: &str = "tests/cases/diagnostics";

/// A code's case, examined.
pub(crate) struct Case {
    pub(crate) code: Code,
    project: Project,
    /// What was found in each issue, and then among those of the folder.
    pub(crate) findings: Vec<(Vec<Diagnostic>, Files)>,
}

/// All cases, in the order of their codes.
pub(crate) static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| Code::ALL.iter().copied().filter_map(case).collect());

/// The case of a code; none if it has none.
fn case(code: Code) -> Option<Case> {
    let folder = root().join(FOLDER).join(code.as_str());
    if !folder.is_dir() {
        return None;
    }
    let project = Project::new(PUBLICATION);
    let mut issues: Vec<_> = copied(&folder, "", &project).into_iter().filter(|path| is_issue(path)).collect();
    issues.retain(|path| path.parent() == Some(project.path()));
    issues.sort();
    match code {
        Code::NoPublication => fs::remove_file(project.path().join("bulletin.toml")).unwrap(),
        Code::FaceNotEmbeddable => {
            let face = fs::read(faces::file("EBGaramond12-Regular.otf")).unwrap();
            project.write("字体/restricted.otf", faces::with_permission(&face, 0x0002));
        }
        Code::TooLarge => {
            project.write("正文.txt", vec![b'x'; Files::LARGEST as usize + 1]);
        }
        Code::UnreadText => {
            project.write("正文.txt", "会议强调，要抓好落实。".repeat(4_000));
        }
        _ => {}
    }
    let findings = examined(&issues);
    Some(Case { code, project, findings })
}

fn is_issue(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "toml") && !path.ends_with("bulletin.toml")
}

/// Copies a case's files into its project, but for the snapshots; returns their paths there.
fn copied(folder: &Path, below: &str, project: &Project) -> Vec<PathBuf> {
    let mut copies = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()) {
        let name = format!("{below}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            copies.extend(copied(&entry.path(), &format!("{name}/"), project));
        } else if let Some(raw) = name.strip_suffix(".hex") {
            copies.push(project.write(raw, bytes(&fs::read_to_string(entry.path()).unwrap())));
        } else if !["zh.txt", "en.txt"].contains(&name.as_str()) {
            copies.push(project.write(&name, fs::read(entry.path()).unwrap()));
        }
    }
    copies
}

/// The bytes that a text tells in hexadecimal figures; what stands behind `#` is for people.
fn bytes(hex: &str) -> Vec<u8> {
    let figures = hex.lines().flat_map(|line| line.split('#').next().unwrap().split_whitespace());
    figures.map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect()
}

/// What is found in issues, and among them.
fn examined(issues: &[PathBuf]) -> Vec<(Vec<Diagnostic>, Files)> {
    let examine = |path: &PathBuf| examine(path, Files::default(), &FontFiles::default()).unwrap();
    let mut findings: Vec<_> = issues.iter().map(examine).map(|found| (found.diagnostics, found.files)).collect();
    let (mut files, mut sink) = (Files::default(), Sink::default());
    source::compare(issues, &mut files, &mut sink);
    findings.push((sink.into_sorted(), files));
    findings
}

impl Case {
    /// Everything found, as it is told; paths are those of the project's folder.
    pub(crate) fn told(&self, language: Language) -> String {
        let messages = Messages::of(language);
        let findings = self.findings.iter().flat_map(|(found, files)| found.iter().map(move |found| (found, files)));
        let told: Vec<_> = findings
            .map(|(found, files)| render(found, files, &messages, Paint::Plain))
            .map(|text| self.plain(&text))
            .collect();
        told.concat()
    }

    /// A text in which nothing is the machine's.
    fn plain(&self, text: &str) -> String {
        let folder = self.project.path().display().to_string();
        text.replace(&format!("{folder}/"), "").replace(&folder, "…")
    }

    /// The parts of the sources in which the fault stands: each headed by its file's name.
    fn example(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (found, files) in &self.findings {
            for place in found.iter().flat_map(|found| found.related.iter().copied().chain(found.place)) {
                let file = self.plain(&files.path(place.file).display().to_string());
                let part = format!("# {file}\n{}", self.part(&file, files.locate(place).line));
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
        }
        // A fault without a place is one of what the case's own publication asks for.
        let whole = || vec![format!("# bulletin.toml\n{}", self.part("bulletin.toml", usize::MAX))];
        if parts.is_empty() { whole() } else { parts }.join("\n")
    }

    /// The table of a file in which a line stands.
    fn part(&self, file: &str, line: usize) -> String {
        let raw = root().join(FOLDER).join(self.code.as_str()).join(format!("{file}.hex"));
        if let Ok(hex) = fs::read_to_string(raw) {
            return hex.lines().filter(|line| line.ends_with(')')).map(|line| format!("{line}\n")).collect();
        }
        let text = fs::read_to_string(self.project.path().join(file)).unwrap();
        let lines: Vec<_> = text.trim_start_matches('\n').lines().collect();
        let line = line.saturating_sub(text.lines().count() - lines.len()).clamp(1, lines.len());
        let is_heading = |line: &&str| line.starts_with('[');
        let start = lines[..line].iter().rposition(is_heading).unwrap_or(0);
        let end = lines[line..].iter().position(is_heading).map_or(lines.len(), |at| line + at);
        clipped(&lines[start..end])
    }
}

/// Lines as an example shows them: of many the first and the last, of a long one its beginning.
fn clipped(lines: &[&str]) -> String {
    let blank = lines.iter().rev().take_while(|line| line.is_empty()).count();
    let lines = &lines[..lines.len() - blank];
    let shown = match lines.len() {
        0..=10 => lines.to_vec(),
        count => [&lines[..6], &["…"], &lines[count - 2..]].concat(),
    };
    let line = |line: &&str| match line.char_indices().nth(100) {
        Some((at, _)) => format!("{}…\n", &line[..at]),
        None => format!("{line}\n"),
    };
    shown.iter().map(line).collect()
}

/// Every code has a case, which shows it and no other fault.
#[test]
fn codes_each_have_a_case_that_shows_it() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        match CASES.iter().find(|case| case.code == *code) {
            Some(case) => {
                let found = case.findings.iter().flat_map(|(found, _)| found).map(|found| found.code);
                let found: BTreeSet<_> = found.collect();
                if found != BTreeSet::from([*code]) {
                    wrong.push(format!("{}: {found:?}\n{}", code.as_str(), case.told(Language::English)));
                }
            }
            None if TO_COME.contains(&code.as_str()) => {}
            None => wrong.push(format!("{} has no case in {FOLDER}", code.as_str())),
        }
    }
    let folders = fs::read_dir(root().join(FOLDER)).unwrap().map(|entry| entry.unwrap().file_name());
    for name in folders.filter_map(|name| name.into_string().ok()) {
        if CASES.iter().all(|case| case.code.as_str() != name) {
            wrong.push(format!("{name} is no code"));
        }
        if TO_COME.contains(&name.as_str()) {
            wrong.push(format!("{name} has come: take it from the list"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is said of every case, in both languages.
#[test]
fn codes_are_told_as_the_snapshots_have_it() {
    for case in CASES.iter() {
        for (language, name) in [(Language::Chinese, "zh"), (Language::English, "en")] {
            golden(&format!("diagnostics/{}/{name}.txt", case.code.as_str()), &case.told(language));
        }
    }
}

/// No value of a message is left open, and no text is the key of one that is missing.
#[test]
fn codes_are_told_in_whole_sentences() {
    for case in CASES.iter() {
        for language in Language::ALL {
            let told = case.told(language);
            assert!(!told.contains("{$") && !told.contains("{ $"), "{told}");
            let folder = std::env::temp_dir();
            assert!(!told.contains(&folder.display().to_string()), "{told}");
            let is_word = |word: &str| word.is_ascii() && word.matches('-').count() > 0 && !word.contains(['.', '/']);
            let messages = Messages::of(language);
            let words = told.split(|ch: char| !ch.is_ascii_lowercase() && ch != '-');
            let keys: Vec<_> = words.filter(|word| is_word(word) && messages.has(word)).collect();
            assert!(keys.is_empty(), "{keys:?}: {told}");
        }
    }
}

/// A mechanical remedy takes its fault away and brings no other.
#[test]
fn codes_edits_set_right_what_they_are_for() {
    for case in CASES.iter() {
        for (found, files) in &case.findings {
            let edits: Vec<&Edit> = found.iter().filter_map(|found| found.edit.as_ref()).collect();
            let Some(first) = edits.first() else { continue };
            let (path, text) = (files.path(first.place.file), files.text(first.place.file));
            let tried = [(path.to_path_buf(), apply(&text, &edits).0.into())].into_iter().collect();
            let found = examine(path, Files::trying(tried), &FontFiles::default()).unwrap().diagnostics;
            assert!(found.is_empty(), "{}: {found:?}", case.code.as_str());
        }
    }
}

/// What `explain` shows is what the cases show.
#[test]
fn codes_examples_in_the_program_are_those_of_the_cases() {
    let all = |part: &dyn Fn(&Case) -> String| -> String {
        CASES.iter().map(|case| format!("==== {}\n{}", case.code.as_str(), part(case))).collect()
    };
    current("src/diagnostic/examples/sources.txt", &all(&Case::example));
    current("src/diagnostic/examples/zh.txt", &all(&|case| case.told(Language::Chinese)));
    current("src/diagnostic/examples/en.txt", &all(&|case| case.told(Language::English)));
}

#[test]
fn codes_explain_prints_the_page_with_its_example() {
    let project = Project::new(PUBLICATION);
    for (language, words) in
        [("zh", ["错误", "改法：", "例：", "会报："]), ("en", ["error", "remedy: ", "for example:", "is told as:"])]
    {
        let code = Code::UnknownColumn;
        for written in ["B0205", "b0205"] {
            let ended = project.run(&["--lang", language, "explain", written]);
            assert_eq!(ended.code, 0, "{}", ended.err);
            assert!(ended.out.starts_with("B0205  "), "{}", ended.out);
            // What the program was built with: that it is current is another test's affair.
            let (example, told) = (code.example(), code.example_told(Language::named(language).unwrap()));
            assert!(example.contains("column = ") && told.contains("B0205"), "{example}{told}");
            for line in words.into_iter().chain(told.lines()).chain(example.lines()) {
                assert!(ended.out.contains(line), "{line}: {}", ended.out);
            }
        }
        let unknown = project.run(&["--lang", language, "explain", "B9999"]);
        assert!(unknown.code == 2 && unknown.out.is_empty() && unknown.err.contains("B9999"), "{}", unknown.err);
    }
    let rule = project.run(&["explain", "B0606"]).out;
    assert!(rule.contains("B0606 = \"off\"") && rule.contains("依据：GB/T 15834"), "{rule}");
}

/// The page of a code in a paper.
fn page(code: Code, messages: &Messages) -> String {
    let key = code.as_str();
    let severity = match code.severity() {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Advice => "severity-advice",
    };
    let mut page = format!("\n### {key}\n\n**{}** ({})\n", marked(&messages.pattern(key)), messages.text(severity));
    for (attribute, line) in [("remedy", "report-remedy"), ("why", "report-why")] {
        if let Some(text) = messages.pattern_of(key, attribute) {
            let text = messages.with(line, &[(attribute, text.into())]);
            page.push_str(&format!("\n{}\n", marked(&text)));
        }
    }
    if let Some(spares) = messages.spares(code) {
        page.push_str(&format!("\n{}\n", marked(&messages.with("report-spares", &[("spares", spares.into())]))));
    }
    if let Some(case) = CASES.iter().find(|case| case.code == code) {
        let (example, told) = (case.example(), case.told(messages.language()));
        page.push_str(&format!("\n```text\n{example}```\n\n```text\n{told}```\n"));
    }
    page
}

/// A text in which Markdown sees no marks of its own.
fn marked(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('*', "\\*")
        .replace('<', "&lt;")
        .replace("[", "\\[")
        .replace('_', "\\_")
        .replace('\n', " ")
}

/// The rooms of the codes, in English and Chinese.
const ROOMS: [(&str, &str, &str); 6] = [
    ("B01", "Reading files", "读文件"),
    ("B02", "Content", "内容"),
    ("B03", "Faces", "字体"),
    ("B04", "Lines", "排字"),
    ("B05", "Pages", "页面"),
    ("B06", "Proofreading", "校对"),
];

/// Both papers have the page of every code.
#[test]
fn codes_have_their_pages() {
    for (name, language) in
        [("docs/diagnostics.md", Language::English), ("docs/diagnostics.zh-CN.md", Language::Chinese)]
    {
        let messages = Messages::of(language);
        let mut pages = String::new();
        for (room, english, chinese) in ROOMS {
            let title = if language == Language::English { english } else { chinese };
            pages.push_str(&format!("\n## {room} {title}\n"));
            let codes = Code::ALL.iter().filter(|code| code.as_str().starts_with(room));
            codes.for_each(|code| pages.push_str(&page(*code, &messages)));
        }
        let paper = fs::read_to_string(root().join(name)).unwrap();
        let (start, end) = ("<!-- codes -->\n", "<!-- end -->\n");
        let (before, rest) = paper.split_once(start).unwrap_or_else(|| panic!("{name}: where do the codes go?"));
        let (_, after) = rest.split_once(end).unwrap_or_else(|| panic!("{name}: where do the codes end?"));
        current(name, &format!("{before}{start}{pages}\n{end}{after}"));
        for code in Code::ALL {
            assert!(pages.contains(&format!("### {}\n", code.as_str())), "{name}: {} has no page", code.as_str());
        }
    }
}
