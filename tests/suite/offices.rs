//! Two further offices' publications, unlike issue 709's in nearly everything, and what page one, the
//! imprint and articles can hold.

use crate::support::{HEAD, PUBLICATION, Project, faults, golden, issue_of, lines, root, runs};
use bulletin::compile::{Compiled, set};
use bulletin::diagnostic::Severity;
use bulletin::document::{Colour, Document, Item, Page};
use bulletin::fonts::FontFiles;
use bulletin::writers::dump;
use std::fs;

/// The set pages of every issue of both publications, before and after what changed in them.
#[test]
fn offices_pages_are_as_they_were() {
    let mut count = 0;
    for office in ["beihe", "linshui"] {
        let folder = root().join("tests/publications").join(office);
        let mut issues: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        issues
            .retain(|path| path.extension().is_some_and(|ending| ending == "toml") && !path.ends_with("bulletin.toml"));
        issues.sort();
        for issue in issues {
            let compiled = set(&issue, &FontFiles::default()).unwrap();
            let mut found = compiled.diagnostics;
            found.retain(|found| found.severity() < Severity::Advice);
            let found = faults(&found, &compiled.files);
            assert!(found.is_empty(), "{}: {found:?}", issue.display());
            let name = format!("publications/{office}/{}.dump", issue.file_stem().unwrap().to_str().unwrap());
            golden(&name, &dump::write(&compiled.product.unwrap()));
            count += 1;
        }
    }
    assert_eq!(count, 8);
}

/// Where a line of a page begins and ends, and on which grid line, by its text without blanks.
fn place(page: &Page, text: &str) -> (f64, f64, usize) {
    let of_line = |line: usize| runs(page).filter(move |run| run.line == line);
    let plain = |text: &str| text.chars().filter(|ch| !ch.is_whitespace()).collect::<String>();
    let found = runs(page).find(|run| plain(&run.text).starts_with(text)).unwrap_or_else(|| panic!("no {text}"));
    let end = |run: &bulletin::document::GlyphRun| run.origin.x + run.glyphs.last().unwrap().x + run.size;
    let right = of_line(found.line).map(end).max().unwrap();
    (found.origin.x.to_mm(), right.to_mm(), found.line)
}

#[test]
fn offices_corners_stand_over_the_masthead() {
    let publication = format!("notice = \"内部资料　注意保存\"\nsecurity = \"内部\"\n{PUBLICATION}");
    let project = Project::new(&publication);
    let more = "security = \"秘密★1年\"\nurgency = \"特急\"\ncopy_number = 12\n";
    let document = project.document(&issue_of("正文。").replace("[[article]]", &format!("{more}[[article]]")));
    let page = &document.pages[0];
    let told: Vec<_> = lines(page).into_iter().take(4).collect();
    assert_eq!(told[..3], ["000012内部资料注意保存", "秘密★1年", "特急"]);
    for (text, line) in [("000012", 1), ("秘密", 2), ("特急", 3)] {
        let (left, _, at) = place(page, text);
        assert!((left - 28.0).abs() < 0.01 && at == line, "{text}: {left} mm on line {at}");
    }
    let (_, right, line) = place(page, "内部资料");
    assert!((right - 184.0).abs() < 0.01 && line == 1, "{right} mm on line {line}");
    // The masthead and all below it go down by the three lines.
    let plain = Project::new(PUBLICATION).document(&issue_of("正文。"));
    assert_eq!(place(page, "（普刊）").2, place(&plain.pages[0], "（普刊）").2 + 3);
    // The publication's own class stands where an issue names none.
    let own = project.document(&issue_of("正文。"));
    assert_eq!(lines(&own.pages[0])[0], "内部内部资料注意保存");
}

/// A notice that has no room beside a corner goes below it.
#[test]
fn offices_corners_do_not_overlap() {
    let publication = format!("notice = \"{}\"\n{PUBLICATION}", "内部资料请妥善保管".repeat(2));
    let project = Project::new(&publication);
    let issue = issue_of("正文。").replace("[[article]]", "security = \"机密★长期并请阅后交回保密室\"\n[[article]]");
    let document = project.document(&issue);
    let page = &document.pages[0];
    assert_eq!((place(page, "机密").2, place(page, "内部资料").2), (1, 2));
}

fn red_items(document: &Document) -> usize {
    let items = document.pages.iter().flat_map(|page| &page.items);
    items
        .filter(|item| match item {
            Item::Glyphs(run) => run.colour == Colour::Red,
            Item::Rule(rule) => rule.colour == Colour::Red,
            Item::Disc(disc) => disc.colour == Colour::Red,
        })
        .count()
}

/// On a preprinted sheet nothing red is drawn, and all else stands where it stood.
#[test]
fn offices_preprinted_heads_keep_their_room() {
    let plain = Project::new(PUBLICATION).document(&issue_of("正文。"));
    let preprinted = format!("{PUBLICATION}[masthead]\npreprinted = true\n");
    let preprinted = Project::new(&preprinted).document(&issue_of("正文。"));
    assert!(red_items(&plain) >= 2);
    assert_eq!(red_items(&preprinted), 0);
    let black = |document: &Document| -> Vec<_> {
        let texts = document.pages.iter().flat_map(runs).filter(|run| run.colour == Colour::Black);
        texts.map(|run| (run.origin, run.text.clone())).collect()
    };
    assert_eq!(black(&plain), black(&preprinted));
    assert!(preprinted.info.title.starts_with("某地人大信息"));
}

#[test]
fn offices_mono_prints_black_alone() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    for (arguments, dump) in [
        (vec!["build", "1.toml", "--dump"], "red [0, 80, 80, 0]"),
        (vec!["build", "1.toml", "--mono", "--dump"], "red [0, 0, 0, 100]"),
    ] {
        let ended = project.run(&arguments);
        assert_eq!(ended.code, 0, "{}", ended.err);
        let text = fs::read_to_string(project.path().join("build/1.dump")).unwrap();
        assert!(text.contains(dump), "{arguments:?}");
        let plain = project.path().join("plain.pdf");
        let pdf = project.path().join("build/1.pdf");
        crate::support::tool(
            "qpdf",
            "qpdf",
            &["--qdf", "--object-streams=disable", pdf.to_str().unwrap(), plain.to_str().unwrap()],
        );
        let content = String::from_utf8_lossy(&fs::read(plain).unwrap()).into_owned();
        let colours: std::collections::BTreeSet<_> = content.lines().filter(|line| line.ends_with(" k")).collect();
        assert_eq!(colours.len(), if dump.starts_with("red [0, 80") { 2 } else { 1 }, "{colours:?}");
    }
}

/// Tiers hang each behind its own label and end with their own mark, which is not doubled.
#[test]
fn offices_tiers_hang_and_close() {
    let tiers = r#"
[[recipients]]
label = "报："
groups = ["市人大常委会。"]
close = "。"
[[recipients]]
label = "抄送单位："
groups = ["区委、区政府", "各街镇人大"]
close = "；"
[[recipients]]
label = "发："
groups = ["各代表小组"]
"#;
    let document = Project::new(&format!("{PUBLICATION}{tiers}")).document(&issue_of("正文。"));
    let page = document.pages.last().unwrap();
    let told = lines(page);
    for line in ["报：市人大常委会。", "抄送单位：区委、区政府", "各街镇人大；", "发：各代表小组"]
    {
        assert!(told.contains(&line.to_owned()), "{line}: {told:?}");
    }
    let label_end = |label: &str, size: f64| place(page, label).0 + label.chars().count() as f64 * size;
    let em = 14.0 * 25.4 / 72.0;
    assert!((place(page, "各街镇人大").0 - label_end("抄送单位：", em)).abs() < 0.01);
}

/// Any number of people answer for an issue; what has no room goes on to the next line.
#[test]
fn offices_staff_and_contact_fill_the_imprint() {
    let publication = format!(
        "telephone = \"0571-12345678\"\naddress = \"某市某路1号\"\nemail = \"a@b.cn\"\ncopies = 1200\n{PUBLICATION}\n[[staff]]\nlabel = \"编审：\"\nnames = [\"甲\"]\n"
    );
    let project = Project::new(&publication);
    let staff: String = ["签发", "审核", "校对", "统筹"]
        .iter()
        .map(|role| format!("[[staff]]\nlabel = \"{role}：\"\nnames = [\"张三\", \"欧阳修\"]\n"))
        .collect();
    let document = project.document(&issue_of("正文。").replace("[[article]]", &format!("{staff}[[article]]")));
    let told = lines(document.pages.last().unwrap());
    let foot = &told[told.len() - 5..];
    assert_eq!(
        foot,
        [
            "本期责任编辑：某人编审：甲签发：张三欧阳修",
            "审核：张三欧阳修校对：张三欧阳修",
            "统筹：张三欧阳修电话：0571-12345678",
            "地址：某市某路1号电子邮箱：a@b.cn",
            "共印1200份",
        ]
    );
}

/// What is longer than a line is turned between names, the gaps kept, and hangs behind its label.
#[test]
fn offices_long_lines_of_the_imprint_hang() {
    let names: Vec<_> = "甲乙丙丁戊己庚辛壬癸子丑寅卯".chars().map(|name| format!("\"欧阳{name}\"")).collect();
    let staff = format!("[[staff]]\nlabel = \"编委：\"\nnames = [{}]\n", names.join(", "));
    let address = "某某省某某市某某区某某街道某某大道一千二百三十四号某某大厦十二层一二三四室";
    let project = Project::new(&format!("address = \"{address}\"\n{PUBLICATION}"));
    let document = project.document(&issue_of("正文。").replace("[[article]]", &format!("{staff}[[article]]")));
    let page = document.pages.last().unwrap();
    let told = lines(page);
    let at = told.iter().position(|line| line.starts_with("编委：")).unwrap();
    let em = 14.0 * 25.4 / 72.0;
    let (left, _, _) = place(page, "编委：");
    for line in &told[at + 1..at + 3] {
        assert_eq!(line.chars().count() % 3, 0, "turned inside a name: {line}");
        let first: String = line.chars().take(3).collect();
        assert!((place(page, &first).0 - left - 3.0 * em).abs() < 0.01, "{line} does not hang");
        let starts: Vec<_> =
            runs(page).filter(|run| line.contains(&run.text)).map(|run| run.origin.x.to_mm()).collect();
        assert!(starts.windows(2).all(|pair| (pair[1] - pair[0] - 4.0 * em).abs() < 0.01), "{line}: no gaps");
    }
    let rest = told.iter().find(|line| address.ends_with(*line)).unwrap();
    assert!((place(page, rest).0 - left - 3.0 * em).abs() < 0.01, "the address does not hang");
}

/// On a sheet whose head is printed already, corners stand in its room and move nothing.
#[test]
fn offices_corners_move_nothing_on_preprinted_sheets() {
    let project = Project::new(&format!("{PUBLICATION}[masthead]\npreprinted = true\nlines = 5\n"));
    let corners = "security = \"秘密★1年\"\nurgency = \"特急\"\ncopy_number = 12\n";
    let plain = project.document(&issue_of("正文。"));
    let marked = project.document(&issue_of("正文。").replace("[[article]]", &format!("{corners}[[article]]")));
    assert_eq!(place(&plain.pages[0], "（普刊）"), place(&marked.pages[0], "（普刊）"));
    assert_eq!(place(&marked.pages[0], "特急").2, 3);
}

/// A title keeps lines of its text also where an editor's note stands between.
#[test]
fn offices_titles_keep_text_behind_an_editors_note() {
    let project = Project::new(PUBLICATION);
    let article = "[[article]]\ncolumn = \"要闻\"\ntitle = \"第二题\"\nnote = \"题注\"\neditor_note = \"按语一。\\n\\n按语二。\"\nbody = \"开头。\\n\\n接着。\"\n";
    for before in 1..22 {
        let document = project.document(&format!("{}{article}", issue_of(&"段。\n\n".repeat(before))));
        let page = document.pages[1..].iter().find(|page| lines(page).contains(&"第二题".to_owned())).unwrap();
        assert!(lines(page).contains(&"接着。".to_owned()), "{before}: {:?}", lines(page));
    }
}

/// The document of one article with these keys beside its title.
fn article(keys: &str) -> Document {
    let issue = issue_of("正文。").replace("body =", &format!("{keys}\nbody ="));
    Project::new(PUBLICATION).document(&issue)
}

#[test]
fn offices_titles_have_subtitles_and_notes() {
    let document = article("subtitle = \"某项工作纪实\"\nnote = '''\n（2025年1月1日）\n某人\n'''");
    assert_eq!(lines(&document.pages[1])[..5], ["题", "——某项工作纪实", "（2025年1月1日）", "某人", "正文。"]);
    let (left, right, _) = place(&document.pages[1], "某人");
    assert!(((left + right) / 2.0 - (26.0 + 78.0)).abs() < 0.1, "a note is centred: {left} to {right}");
    // A dash that the author wrote is not doubled.
    let document = article("subtitle = '——某项工作纪实'");
    assert_eq!(lines(&document.pages[1])[1], "——某项工作纪实");
    // The body stands on the grid below: one line more for each line of these.
    assert_eq!(place(&document.pages[1], "正文。").2, place(&article("").pages[1], "正文。").2 + 1);
}

#[test]
fn offices_editors_notes_stand_before_the_text() {
    let document = article("editor_note = '''\n第一段。\n\n第二段。\n'''");
    assert_eq!(lines(&document.pages[1])[1..4], ["编者按：第一段。", "第二段。", "正文。"]);
    let page = &document.pages[1];
    assert_eq!(place(page, "正文。").2, place(page, "第二段。").2 + 2);
    let em = 16.0 * 25.4 / 72.0;
    assert!((place(page, "第二段。").0 - (26.0 + 4.0 * em)).abs() < 0.01);
    let document = article("editor_note = '编者按：已写。'");
    assert_eq!(lines(&document.pages[1])[1], "编者按：已写。");
}

#[test]
fn offices_bylines_name_units_posts_and_sources() {
    let keys = "unit = [\"甲区\", \"乙区\"]\nauthors = [{ name = \"李四\", post = \"主任\" }, \"王小明\"]\nsource = \"《某报》\"";
    assert_eq!(lines(&article(keys).pages[1])[2], "（甲区乙区主任李四王小明来源：《某报》）");
    assert_eq!(lines(&article("source = \"《某报》\"").pages[1])[2], "（来源：《某报》）");
    assert_eq!(lines(&article("").pages[1]), ["题", "正文。", "本期责任编辑：某人"]);
    // A post is not parted from its name.
    let keys = "unit = [\"某某某某某某某某某某人大\", \"某某某某人大\"]\nauthors = [{ name = \"李四\", post = \"常委会副主任\" }]";
    let told = lines(&article(keys).pages[1]);
    assert_eq!(told[2..4], ["（某某某某某某某某某某人大某某某某人大", "常委会副主任李四）"]);
}

#[test]
fn offices_briefs_may_have_titles() {
    let issue = format!(
        "{HEAD}\n[[brief]]\ntitle = \"短讯\"\nbody = \"正文。\"\n\n[[brief]]\ntitle = \"列表\"\nbody = \"- 甲\"\n"
    );
    let document = Project::new(PUBLICATION).document(&issue);
    assert_eq!(lines(&document.pages[1])[1..4], ["【短讯】正文。", "【列表】", "●"]);
    assert_eq!(document.outline[1].children[0].title, "短讯");
    let centred = format!("{PUBLICATION}[briefs]\ntitle = \"centred\"\n");
    let document = Project::new(&centred).document(&issue);
    assert_eq!(lines(&document.pages[1])[1..3], ["短讯", "正文。"]);
}

#[test]
fn offices_contents_may_go_by_columns() {
    let entry = |column: &str, title: &str| {
        format!("[[article]]\ncolumn = \"{column}\"\ntitle = \"{title}\"\nbody = \"正文。\"\n")
    };
    let issue =
        format!("{HEAD}{}[[brief]]\nbody = \"简讯。\"\n{}{}", entry("后", "甲"), entry("先", "乙"), entry("后", "丙"));
    let publication = PUBLICATION.replace("[\"要闻\", \"摘登\"]", "[\"先\", \"摘登\", \"后\"]");
    let contents = |order: &str| {
        let document = Project::new(&format!("{publication}[contents]\norder = \"{order}\"\n")).document(&issue);
        let told = lines(&document.pages[0]);
        told[told.len() - 4..].join(" ")
    };
    assert_eq!(contents("issue"), "后甲 摘登1则 先乙 后丙");
    assert_eq!(contents("columns"), "先乙 摘登1则 后甲 丙");
}

/// Sets an issue with one article, and these files beside it.
fn with_files(entry: &str, files: &[(&str, &[u8])]) -> (Compiled<Document>, Vec<String>) {
    let project = Project::new(PUBLICATION);
    for (name, content) in files {
        project.write(name, content);
    }
    let compiled = project.set(&format!("{HEAD}\n{entry}"));
    let graver = compiled.diagnostics.iter().filter(|found| found.severity() < Severity::Advice);
    let found = graver.map(|found| {
        let at = compiled.files.locate(found.place.unwrap());
        let name = at.path.strip_prefix(project.path()).unwrap().display().to_string();
        format!("{} {name}:{}:{}", found.code.as_str(), at.line, at.column)
    });
    let found = found.collect();
    (compiled, found)
}

const PIECE: &[u8] =
    "column = \"要闻\"\ntitle = \"文件里的题\"\nunit = \"某区\"\nbody = \"文件里的正文。\"\n".as_bytes();

#[test]
fn offices_articles_may_stand_in_files_of_their_own() {
    let (compiled, found) = with_files("[[article]]\nfile = \"1/某区.toml\"\n", &[("1/某区.toml", PIECE)]);
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(lines(&compiled.product.unwrap().pages[1])[..3], ["文件里的题", "文件里的正文。", "（某区）"]);
    // What stands beside `file` wins.
    let beside = "[[article]]\nfile = \"1/某区.toml\"\ntitle = \"改的题\"\nbody = \"改的正文。\"\n";
    let (compiled, _) = with_files(beside, &[("1/某区.toml", PIECE)]);
    assert_eq!(lines(&compiled.product.unwrap().pages[1])[..3], ["改的题", "改的正文。", "（某区）"]);
    // Briefs too; and a body in a text file beside the piece.
    let piece = "unit = \"某区\"\nbody_file = \"正文.txt\"\n".as_bytes();
    let text = "\u{feff}第一段，\r\n接着写。\r\n\r\n第二段。\r\n".as_bytes();
    let files = [("1/某区.toml", piece), ("1/正文.txt", text)];
    let (compiled, found) = with_files("[[brief]]\nfile = \"1/某区.toml\"\n", &files);
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(
        lines(&compiled.product.unwrap().pages[1])[1..],
        ["第一段，接着写。", "第二段。", "（某区）", "本期责任编辑：某人"]
    );
}

/// Faults in taken-in files are told at their places there.
#[test]
fn offices_faults_in_further_files_have_their_places() {
    let article = "[[article]]\nfile = \"a.toml\"\n";
    let found = |entry: &str, files: &[(&str, &[u8])]| with_files(entry, files).1;
    assert_eq!(found(article, &[]), ["B0104 issue.toml:9:8"]);
    assert_eq!(found(article, &[("a.toml", b"file = \"b.toml\"\n")])[..1], ["B0202 a.toml:1:1"]);
    let wrong = "column = \"要文\"\ntitel = \"题\"\ntitle = \"题\"\nbody = \"正\u{e000}文\"\n".as_bytes();
    assert_eq!(
        found(article, &[("a.toml", wrong)]),
        ["B0205 a.toml:1:11", "B0201 a.toml:2:1", "B0304 a.toml:4:10", "B0631 a.toml:4:10"]
    );
    let body = "[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\n";
    let text = "第一段。\n\n第二\u{e000}段。".as_bytes();
    assert_eq!(
        found(&format!("{body}body_file = \"b.md\"\n"), &[("b.md", text)]),
        ["B0304 b.md:3:3", "B0631 b.md:3:3"]
    );
    assert_eq!(found(&format!("{body}body_file = \"b.docx\"\n"), &[("b.docx", text)]), ["B0204 issue.toml:11:13"]);
    assert_eq!(found(&format!("{body}body_file = \"b.md\"\n"), &[("b.md", b" \n")]), ["B0209 b.md:1:1"]);
    let wrapped = "[[article]]\ntitle = \"题\"\n".as_bytes();
    assert_eq!(found(article, &[("a.toml", wrapped)]), ["B0201 a.toml:1:3"]);
    assert_eq!(found(&format!("{body}body_file = \"b.md\"\n"), &[("b.md", b"\xd5\xfd")]), ["B0101 b.md:1:1"]);
    let both = format!("{body}body = \"正文\"\nbody_file = \"b.md\"\n");
    assert_eq!(found(&both, &[("b.md", text)]), ["B0218 issue.toml:12:13"]);
    assert_eq!(found(body, &[]), ["B0202 issue.toml:8:1"]);
}

/// An output never takes the place of a file that the issue is made of.
#[test]
fn offices_outputs_spare_further_files() {
    let project = Project::new(PUBLICATION);
    let body = "正文。";
    project.write("正文.md", body);
    project
        .write("1.toml", format!("{HEAD}\n[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\nbody_file = \"正文.md\"\n"));
    let ended = project.run(&["build", "1.toml", "-o", "正文.md"]);
    assert_eq!(ended.code, 2, "{}", ended.err);
    assert_eq!(fs::read_to_string(project.path().join("正文.md")).unwrap(), body);
}
