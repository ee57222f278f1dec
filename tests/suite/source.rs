//! Faults of sources: every one, all at once, each at its exact place.

use crate::support::{HEAD, PUBLICATION, Project, faults, issue_of};
use bulletin::compile::set;
use bulletin::fonts::FontFiles;

/// The faults of an issue, as `code line:column`.
fn faults_of(issue: &str) -> Vec<String> {
    let compiled = Project::new(PUBLICATION).set(issue);
    faults(&compiled.diagnostics, &compiled.files)
}

/// The faults of a publication.
fn faults_of_publication(publication: &str) -> Vec<String> {
    let compiled = Project::new(publication).set(&issue_of("正文。"));
    faults(&compiled.diagnostics, &compiled.files)
}

#[test]
fn source_all_faults_of_a_file_in_one_run() {
    let issue = r#"number = 0
serial = "1"
editon = "普刊"
date = 2025-02-30

[[article]]
column = "要文"
titel = "题"
unit = 3
authors = ["甲", 4]
body = '''

'''

[[brief]]
body = 5
"#;
    let expected = [
        "B0202 1:1",   // edition
        "B0202 1:1",   // editor
        "B0204 1:10",  // number = 0
        "B0204 2:10",  // a serial in quotes
        "B0201 3:1",   // editon
        "B0206 4:8",   // 30 February
        "B0202 6:1",   // title
        "B0205 7:11",  // column
        "B0201 8:1",   // titel
        "B0203 9:8",   // unit = 3
        "B0203 10:17", // an author that is no text
        "B0209 11:8",  // an empty body
        "B0203 16:8",  // a body that is no text
    ];
    let mut found = faults_of(issue);
    let mut expected: Vec<_> = expected.map(str::to_owned).into();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn source_unknown_key_names_the_nearest() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", format!("{}\n", issue_of("正文。").replace("title =", "titel =")));
    let ended = project.run(&["build", "1.toml"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("1.toml:10:1: 错误 B0201：没有“titel”这个字段"), "{}", ended.err);
    assert!(ended.err.contains("是不是“title”？"), "{}", ended.err);
}

#[test]
fn source_syntax_faults_do_not_hide_each_other() {
    let issue =
        "number = 1\nserial = 1\nedition = 普刊\ndate = 2025-1-2\neditor = \"某人\"\n[[article]]\ncolumn = \"要文\"\n";
    assert_eq!(faults_of(issue), ["B0102 3:11", "B0102 4:8", "B0202 6:1", "B0202 6:1", "B0205 7:11"]);
}

/// What the editor reads for the commonest slips.
#[test]
fn source_slips_are_told_in_plain_words() {
    let project = Project::new(PUBLICATION);
    let said = |from: &str, to: &str| {
        project.write("1.toml", issue_of("正文。").replacen(from, to, 1));
        project.run(&["build", "1.toml"]).err
    };
    for (from, to, words) in [
        ("2025-01-02", "2025年1月2日", "日期要写成 2025-04-24 的样子"),
        ("serial = 1", "serial = １", "数字要用半角"),
        ("editor = \"某人\"", "editor =", "等号后面没有值"),
        ("editor = \"某人\"", "editor = 某人", "文字没有用半角引号括住"),
        ("2025-01-02", "2025-01-02T10:00:00", "带时刻的日期"),
        ("。\n'''\n", "。\n", "1.toml:11:8: 错误 B0102：TOML 写法有误：从这里开始的多行文字没有结束"),
        ("edition = \"普刊\"\n", "", "缺少字段“edition”"),
    ] {
        let said = said(from, to);
        assert!(said.contains(words), "{to}: {said}");
        assert!(!said.contains("expected") && !said.contains("invalid"), "{said}");
    }
    let below = issue_of("正文。").replacen("editor = \"某人\"\n", "", 1) + "editor = \"某人\"\n";
    project.write("1.toml", below);
    let said = project.run(&["build", "1.toml"]).err;
    assert!(said.contains("这是一期的字段，请移到文件开头"), "{said}");
}

/// Missing characters are told beside all other faults.
#[test]
fn source_missing_characters_are_told_beside_other_faults() {
    let issue = format!("extra = 1\n{}", issue_of("正\u{e000}文。"));
    assert_eq!(faults_of(&issue), ["B0201 1:1", "B0304 13:2", "B0631 13:2"]);
}

#[test]
fn source_dates() {
    let with_date = |date: &str| faults_of(&issue_of("正文。").replace("2025-01-02", date));
    assert!(with_date("2024-02-29").is_empty());
    assert_eq!(with_date("2025-02-29"), ["B0206 5:8"]);
    assert_eq!(with_date("2025-13-01"), ["B0206 5:8"]);
    assert_eq!(with_date("0000-01-02"), ["B0206 5:8"]);
    assert_eq!(with_date("\"2025-01-02\""), ["B0203 5:8"]);
    assert_eq!(with_date("2025-01-02T10:00:00"), ["B0203 5:8"]);
    assert_eq!(with_date("10:00:00"), ["B0203 5:8"]);
}

#[test]
fn source_serial_and_file_name() {
    let project = Project::new(PUBLICATION);
    let faults_in = |name: &str, issue: &str| {
        let compiled = set(&project.write(name, issue), &FontFiles::default()).unwrap();
        faults(&compiled.diagnostics, &compiled.files)
    };
    let issue = issue_of("正文。");
    assert_eq!(faults_in("2.toml", &issue), ["B0207 3:10"]);
    assert!(faults_in("1.toml", &issue).is_empty());
    assert!(faults_in("001.toml", &issue).is_empty());
    assert!(faults_in("2a.toml", &issue).is_empty());
    let merged = issue.replace("serial = 1", "serial = [1, 2]");
    assert!(faults_in("2.toml", &merged).is_empty());
    assert_eq!(faults_in("3.toml", &merged), ["B0207 3:10"]);
    assert_eq!(faults_in("x.toml", &issue.replace("serial = 1", "serial = [2, 1]")), ["B0215 3:10"]);
}

#[test]
fn source_names_that_the_publication_does_not_have() {
    assert_eq!(faults_of(&issue_of("正文。").replace("\"普刊\"", "\"专刊\"")), ["B0208 4:12"]);
    assert_eq!(faults_of(&issue_of("正文。").replace("\"要闻\"", "\"摘登\"")), ["B0211 9:11"]);
    assert_eq!(faults_of(HEAD), ["B0212 1:1"]);
    assert_eq!(faults_of(&format!("{HEAD}article = []\n")), ["B0212 1:1"]);
}

#[test]
fn source_encoding_and_duplicate_keys() {
    let project = Project::new(PUBLICATION);
    let mut bytes = HEAD.as_bytes().to_vec();
    bytes.extend([0xd5, 0xfd, 0xce, 0xc4]); // GB 18030
    let compiled = set(&project.write("x.toml", bytes), &FontFiles::default()).unwrap();
    assert_eq!(faults(&compiled.diagnostics, &compiled.files), ["B0101 7:1"]);
    assert_eq!(faults_of(&format!("{}\nbody = '二'\n", issue_of("一。"))), ["B0103 15:1"]);
}

#[test]
fn source_publication_faults() {
    let with = |more: &str| faults_of_publication(&format!("{PUBLICATION}{more}"));
    assert_eq!(with("[sheet]\nwidth = \"210\"\nheigth = 297\n"), ["B0204 8:9", "B0201 9:1"]);
    assert_eq!(with("[sheet]\nwidth = 100\n"), ["B0216 8:9"]);
    assert_eq!(with("[page_number]\ndistance = 100\n"), ["B0216 8:12"]);
    assert_eq!(with("[masthead]\nlines = 50\n"), ["B0216 8:9"]);
    assert_eq!(with("[titles]\nlead_size = 60\n"), ["B0216 8:13"]);
    assert_eq!(with("[text]\nsize = \"三好\"\n"), ["B0204 8:8"]);
    assert_eq!(with("[text]\nlone_lines = \"sometimes\"\n"), ["B0204 8:14"]);
    assert_eq!(with("[masthead]\nissue_line = \"第{n}期\"\n"), ["B0204 8:14"]);
    assert_eq!(with("[[recipients]]\nlabel = \"送：\"\n"), ["B0202 7:1"]);
    assert_eq!(with("[faces.bdy]\nface = \"x\"\n"), ["B0201 7:8"]);
    assert_eq!(with("[faces.body]\nface = \"NoSuchFace\"\n"), ["B0301 8:9"]);
    assert_eq!(
        faults_of_publication(&PUBLICATION.replace("briefs_column = \"摘登\"", "briefs_column = \"摘\"")),
        ["B0210 6:18"]
    );
    assert_eq!(faults_of_publication(&PUBLICATION.replace("\"摘登\"]", "\"摘登\", \"要闻\"]")), ["B0217 5:25"]);
    assert_eq!(faults_of_publication("name = \"甲\"\n").len(), 3);
}

#[test]
fn source_no_publication_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("1.toml");
    std::fs::write(&path, issue_of("正文。")).unwrap();
    let compiled = set(&path, &FontFiles::default()).unwrap();
    assert_eq!(faults(&compiled.diagnostics, &compiled.files), ["B0214 1:1"]);
}

/// A character that no face has, in each kind of string: U+E000 is for private use.
#[test]
fn source_places_of_missing_characters() {
    // Proofreading has its own word on such characters.
    let with_body = |body: &str| -> Vec<String> {
        let found = faults_of(&format!("{HEAD}\n[[brief]]\nbody = {body}\n"));
        found.into_iter().filter(|fault| !fault.starts_with("B06")).collect()
    };
    assert_eq!(with_body("\"正\\u6587\\t文\u{e000}。\""), ["B0304 9:19"]);
    assert_eq!(with_body("\"正文\\uE000。\""), ["B0304 9:11"]);
    assert_eq!(with_body("'正\\n文\u{e000}。'"), ["B0304 9:13"]);
    assert_eq!(with_body("'''\n正文\n  第二行\u{e000}。'''"), ["B0304 11:6"]);
    assert_eq!(with_body("\"\"\"\n正文\\\n\n   第二行\u{e000}。\"\"\""), ["B0304 12:7"]);
    assert_eq!(with_body("\"\"\"\r\n正文\\\r\n\r\n   第二行\u{e000}。\"\"\""), ["B0109 9:11", "B0304 12:7"]);
    // A control character is no text, though some faces draw a box for it.
    assert_eq!(with_body("\"正\\u0007文\""), ["B0304 9:10"]);
    assert_eq!(with_body("'''\r\n正文\r\n\r\n第二段\u{e000}。\r\n'''"), ["B0109 9:11", "B0304 12:4"]);
}

#[test]
fn source_paragraphs_and_line_ends() {
    let document = Project::new(PUBLICATION)
        .document(&issue_of("今年\n以来，\n常委会\n\nan\nissue of 第\n3 期\n   \n　　段首空格"));
    let text: Vec<_> = document.pages[1]
        .items
        .iter()
        .filter_map(|item| match item {
            bulletin::document::Item::Glyphs(run) if run.line > 0 => Some(run.text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(text.concat(), "题今年以来，常委会an issue of 第3 期段首空格本期责任编辑：某人");
}

#[test]
fn source_entries_stand_in_the_order_of_the_file() {
    let entries = "[[brief]]\nbody = \"一。\"\n[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\nbody = \"二。\"\n[[brief]]\nbody = \"三。\"\n[[brief]]\nbody = \"四。\"\n";
    let document = Project::new(PUBLICATION).document(&format!("{HEAD}\n{entries}"));
    let lines = crate::support::lines(&document.pages[1]);
    assert_eq!(lines, ["摘登", "一。", "题", "二。", "摘登", "三。", "四。", "本期责任编辑：某人"]);
}

#[test]
fn source_title_keeps_its_authors_break_but_contents_have_it_whole() {
    let issue = issue_of("正文。").replace("\"题\"", "'''\n上一行\n“下”一行'''");
    let document = Project::new(PUBLICATION).document(&issue);
    assert_eq!(crate::support::lines(&document.pages[1])[..2], ["上一行", "“下”一行"]);
    assert!(crate::support::lines(&document.pages[0]).contains(&"要闻上一行“下”一行".to_owned()));
    assert_eq!(document.outline[1].children[0].title, "上一行“下”一行");
}

/// Runs whose every character is the program's own have no place; all others lead to what was written.
#[test]
fn source_every_glyph_run_of_an_author_knows_its_place() {
    let compiled = Project::new(PUBLICATION).set(&issue_of("今年以来，常委会办理3件。"));
    let document = compiled.product.unwrap();
    for (shown, written) in [
        ("今年以来，常委会办理", "今年以来，常委会办理"),
        ("3", "3"),
        ("件。", "件。"),
        ("题", "题"),
        ("要闻", "要闻"),
        ("某地人大信息", "某地人大信息"),
        ("（普刊）", "普刊"),
        ("2025", "2025-01-02"),
        ("本期责任编辑：某人", "某人"),
    ] {
        let run = document.pages.iter().flat_map(crate::support::runs).find(|run| run.text == shown).unwrap();
        let place = run.place.unwrap();
        let source = compiled.files.text(place.file);
        assert_eq!(&source[place.start as usize..place.end as usize], written, "{shown}");
    }
}

/// A body of marks alone is empty, and a mark with nothing behind it is never printed.
#[test]
fn source_marks_with_nothing_behind_them() {
    for (body, expected) in [
        ("> ", "B0209 12:1"),
        (">\n>", "B0209 12:1"),
        ("# ", "B0209 12:1"),
        ("正文。\n\n## \n\n正文。", "B0209 14:1"),
        ("- 甲\n- \n- 乙", "B0209 13:1"),
        ("1. ", "B0209 12:1"),
    ] {
        assert_eq!(faults_of(&issue_of(body)).first().map(String::as_str), Some(expected), "{body:?}");
    }
    for sound in ["> 甲\n>\n> 乙", "\\\\- 甲", "- 甲\n- 乙", "共 3\n1.5 倍"] {
        assert_eq!(faults_of(&issue_of(sound)), Vec::<String>::new(), "{sound:?}");
    }
}

/// Without a publication an issue's own faults are told all the same.
#[test]
fn source_faults_of_an_issue_without_a_publication() {
    let project = Project::new(PUBLICATION);
    std::fs::remove_file(project.path().join("bulletin.toml")).unwrap();
    let issue = issue_of("正文。").replace("title =", "titel =").replace("number = 1", "number = x");
    let compiled = project.set(&issue);
    let mut found = faults(&compiled.diagnostics, &compiled.files);
    found.sort();
    assert_eq!(found, ["B0102 2:10", "B0201 10:1", "B0202 8:1", "B0214 1:1"]);
}

/// What the parser says is said in the editor's language.
#[test]
fn source_faults_of_syntax_are_told_in_chinese() {
    let project = Project::new(PUBLICATION);
    for line in [
        "x = True",
        "x = .5",
        "x = 1.",
        "x = 1e",
        "x = 0xZZ",
        "x = 0b2",
        "x = inff",
        "x = nan1",
        "x = [",
        "[",
        "x = 2025-01-02T00:00:00+99:00",
        "a = 1\na.b = 2",
        "a = {b = 1}\na.c = 2",
        "x = 0o9",
        "x = 1__0",
        "x = +-1",
        "x = 01",
        "x = 'a\ny = 1",
        "x.",
        "= 1",
        "x = {a = 1",
        "x = \"\\q\"",
        "x = [1 2]",
        "x",
        "[[a]\n",
        "x = 1 y = 2",
    ] {
        project.write("1.toml", format!("{line}\n"));
        let out = project.run(&["check", "1.toml", "--lang", "zh"]).out;
        let told: Vec<_> = out.lines().filter(|told| told.contains("B0102：")).collect();
        let is_english = |told: &&&str| {
            let said = told.split("B0102：").nth(1).unwrap_or_default();
            let words = said.split(|ch: char| !ch.is_ascii_alphabetic());
            words.filter(|word| word.len() > 2 && !["TOML", "true", "false"].contains(word)).count() > 0
        };
        assert!(!told.is_empty(), "{line}: {out}");
        assert_eq!(told.iter().find(is_english), None, "{line}");
    }
}

/// A publication's table in an issue is told where it goes, and an article's file that it is one.
#[test]
fn source_tables_in_the_wrong_file() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", format!("{}\n[check]\nB0606 = \"off\"\n", issue_of("正文。")));
    let out = project.run(&["check", "1.toml"]).out;
    assert!(out.contains("[publication.check]"), "{out}");
    assert_eq!(faults_of("column = \"要闻\"\ntitle = \"题\"\nbody = \"正文。\"\n"), ["B0113 1:1"]);
    assert!(!faults_of("title = \"题\"\nserial = 1\nbody = \"正文。\"\n").contains(&"B0113 1:1".to_owned()));
}
