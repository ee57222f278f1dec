//! `bulletin check`: what it tells, how it ends, what it mends, and what is left alone on request.

use crate::support::{PUBLICATION, Project, issue_of, properties};
use bulletin::compile::examine;
use bulletin::diagnostic::{Code, Files};
use bulletin::fonts::FontFiles;
use proptest::prelude::*;
use std::fs;

/// A project with one issue whose body has a doubled comma.
fn project(body: &str) -> Project {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of(body));
    project
}

#[test]
fn check_ends_by_what_is_denied() {
    let doubled = project("正文，，有错。");
    let code = |arguments: &[&str]| doubled.run(&[&["check", "1.toml"], arguments].concat()).code;
    assert_eq!(code(&[]), 0);
    assert_eq!(code(&["--deny", "warning"]), 1);
    assert_eq!(code(&["--deny", "error"]), 0);
    assert_eq!(doubled.run(&["check", "none.toml"]).code, 2);
    assert_eq!(project("正文。").run(&["check", "1.toml", "--deny", "advice"]).code, 0);
    let wrong = Project::new(PUBLICATION);
    wrong.write("1.toml", issue_of("正文。").replace("要闻", "要文"));
    let ended = wrong.run(&["check", "1.toml"]);
    assert_eq!(ended.code, 1);
    assert!(ended.out.ends_with("查了 1 期：1 处错误，0 处警告，0 处提示\n"), "{}", ended.out);
    assert!(!wrong.path().join("build").exists(), "check writes nothing");
}

/// The issues of a folder are held against each other; an issue alone is not.
#[test]
fn check_compares_the_issues_of_a_folder() {
    let project = Project::new(PUBLICATION);
    let issue = |number: &str, serial: &str, date: &str| {
        issue_of("正文。")
            .replace("number = 1", &format!("number = {number}"))
            .replace("serial = 1", &format!("serial = {serial}"))
            .replace("2025-01-02", date)
    };
    project.write("1.toml", issue("1", "1", "2025-01-02"));
    project.write("2.toml", issue("2", "2", "2025-02-02"));
    assert_eq!(project.run(&["check", "."]).code, 0);
    project.write("又2.toml", issue("2", "2", "2025-03-02"));
    let ended = project.run(&["check", "."]);
    assert_eq!(ended.code, 1);
    assert!(ended.out.contains("又2.toml:3:10: 错误 B0219：总第2期 与另一期重了"), "{}", ended.out);
    assert!(ended.out.contains("另见 ./2.toml:3:10") || ended.out.contains("另见 2.toml:3:10"), "{}", ended.out);
    assert_eq!(project.run(&["check", "又2.toml"]).code, 0);
    fs::remove_file(project.path().join("又2.toml")).unwrap();
    project.write("3.toml", issue("3", "3", "2025-01-20"));
    assert!(project.run(&["check", "."]).out.contains("3.toml:5:8: 错误 B0220"));
    fs::remove_file(project.path().join("3.toml")).unwrap();
    project.write("5.toml", issue("5", "5", "2025-05-20"));
    let ended = project.run(&["check", "."]);
    assert_eq!(ended.code, 0);
    assert!(ended.out.contains("提示 B0221：前面缺 总第3、4期"), "{}", ended.out);
}

#[test]
fn check_levels_are_the_publications_or_the_issues() {
    let doubled = |publication: &str, issue: &str| {
        let project = Project::new(publication);
        project.write("1.toml", issue);
        let ended = project.run(&["check", "1.toml", "--format", "json"]);
        let severity = ended.out.split("\"severity\": \"").nth(1).and_then(|rest| rest.split('"').next());
        severity.map(str::to_owned)
    };
    let issue = issue_of("正文，，有错。");
    let with = |level: &str| format!("{PUBLICATION}[check]\nB0606 = \"{level}\"\n");
    assert_eq!(doubled(PUBLICATION, &issue).as_deref(), Some("warning"));
    assert_eq!(doubled(&with("off"), &issue), None);
    assert_eq!(doubled(&with("advice"), &issue).as_deref(), Some("advice"));
    assert_eq!(doubled(&with("error"), &issue).as_deref(), Some("error"));
    let own = format!("{issue}\n[publication.check]\nB0606 = \"off\"\n");
    assert_eq!(doubled(&with("error"), &own), None);
    let project = Project::new(&format!("{PUBLICATION}[check]\nB0606 = \"loud\"\nB0205 = \"off\"\n"));
    project.write("1.toml", &issue);
    let ended = project.run(&["check", "1.toml"]);
    assert!(
        ended.out.contains("bulletin.toml:8:9: 错误 B0204") && ended.out.contains("bulletin.toml:9:1: 错误 B0201"),
        "{}",
        ended.out
    );
}

/// An error by level stops a build, a warning does not, advice is not even told.
#[test]
fn check_levels_hold_for_builds() {
    for (level, code, told) in [("error", 1, true), ("warning", 0, true), ("advice", 0, false)] {
        let project = Project::new(&format!("{PUBLICATION}[check]\nB0606 = \"{level}\"\n"));
        project.write("1.toml", issue_of("正文，，有错。"));
        let ended = project.run(&["build", "1.toml"]);
        assert_eq!((ended.code, ended.err.contains("B0606")), (code, told), "{level}: {}", ended.err);
    }
}

/// A place that its author has looked at is left alone, and the request is not printed.
#[test]
fn check_leaves_places_alone_on_request() {
    let codes = |issue: &str| {
        let project = Project::new(PUBLICATION);
        let path = project.write("1.toml", issue);
        let found = examine(&path, Files::default(), &FontFiles::default()).unwrap();
        let at = |place| found.files.locate(place).line;
        found
            .diagnostics
            .iter()
            .map(|found| format!("{} {}", found.code.as_str(), at(found.place.unwrap())))
            .collect::<Vec<_>>()
    };
    let plain = issue_of("第一段，，错。\n\n第二段，，错。").replace("title = \"题\"", "title = \"题，，目\"");
    assert_eq!(codes(&plain), ["B0606 10", "B0606 12", "B0606 14"]);
    assert_eq!(codes(&plain.replace("title =", "# bulletin: ignore B0606\ntitle =")), ["B0606 13", "B0606 15"]);
    assert_eq!(codes(&plain.replace("body =", "# bulletin: ignore B0606\nbody =")), ["B0606 10"]);
    assert_eq!(codes(&plain.replace("[[article]]", "# bulletin: ignore B0606\n[[article]]")), Vec::<String>::new());
    let inside = plain.replace("第一段", "第一段<!-- bulletin: ignore B0606 -->");
    assert_eq!(codes(&inside), ["B0606 10", "B0606 14"]);
    let alone = plain.replace("第二段", "<!-- bulletin: ignore B0606 -->\n第二段");
    assert_eq!(codes(&alone), ["B0606 10", "B0606 12"]);
    let before = plain.replace("第二段", "<!-- bulletin: ignore B0606 -->\n\n第二段");
    assert_eq!(codes(&before), ["B0606 10", "B0606 12"]);
    // What is no rule is said; other comments are the author's own.
    assert_eq!(codes(&plain.replace("title =", "# bulletin: ignore B0205\ntitle ="))[0], "B0111 10");
    let other = plain.replace("第一段，，错", "<!-- 别的 -->第一段");
    assert_eq!(codes(&other), ["B0606 10", "B0112 12", "B0606 14"]);
    let document = Project::new(PUBLICATION).document(&inside);
    let printed: String = document.pages.iter().flat_map(crate::support::lines).collect();
    assert!(printed.contains("第一段，，错。") && !printed.contains("ignore"), "{printed}");
}

#[test]
fn check_fix_changes_what_it_says_and_nothing_else() {
    let issue = issue_of("正文，，有错。\r\n\r\n第二段。。也有。  \n")
        .replace("title = \"题\"", "title = \"题，，目\"   # 注释，，不动");
    let project = Project::new(PUBLICATION);
    project.write("1.toml", &issue);
    let read = || fs::read_to_string(project.path().join("1.toml")).unwrap();
    let diff = project.run(&["check", "1.toml", "--diff"]);
    assert!(diff.out.contains("-title = \"题，，目\"") && diff.out.contains("+title = \"题，目\""), "{}", diff.out);
    assert_eq!(read(), issue, "--diff writes nothing");
    let fixed = project.run(&["check", "1.toml", "--fix"]);
    assert!(fixed.out.contains("已改 1.toml:10:11：「，，」改成「，」"), "{}", fixed.out);
    let expected = issue.replace("题，，目", "题，目").replace("正文，，", "正文，").replace("段。。", "段。");
    assert_eq!(read(), expected);
    let again = project.run(&["check", "1.toml", "--fix"]);
    assert!(!again.out.contains("已改"), "{}", again.out);
    assert_eq!(read(), expected, "--fix is idempotent");
}

/// Files that an issue takes in are mended too.
#[test]
fn check_fix_reaches_further_files() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", format!("{}\n[[article]]\nfile = \"a.toml\"\n", crate::support::HEAD));
    project.write("a.toml", "column = \"要闻\"\ntitle = \"题\"\nbody_file = \"b.md\"\n");
    project.write("b.md", "\u{feff}正文，，有错。\r\n");
    assert_eq!(project.run(&["check", "1.toml", "--fix", "--deny", "warning"]).code, 0);
    let text = fs::read_to_string(project.path().join("b.md")).unwrap();
    assert!(text.trim_start_matches('\u{feff}') == "正文，有错。\r\n", "{text:?}");
}

/// The kinds of TOML strings, each with a body in it; in those with escapes the body's marks may be escapes.
fn written(kind: usize, body: &str, escaped: bool) -> String {
    let escape = |text: &str| {
        let text = text.replace('\\', "\\\\").replace('"', "\\\"");
        if escaped { text.replace('，', "\\uff0c") } else { text }
    };
    match kind {
        0 => format!("\"{}\"", escape(body).replace('\n', "\\n")),
        1 => format!("\"\"\"\n{}\"\"\"", escape(body)),
        2 => format!("\"\"\"{}\\\n   \"\"\"", escape(body)),
        _ => format!("'''\n{body}'''"),
    }
}

proptest! {
    #![proptest_config(properties(64))]

    /// Fixing sets right what is doubled in every kind of string, and nothing else; twice is once.
    #[test]
    fn check_fix_keeps_every_other_byte(
        words in prop::collection::vec(("[甲乙丙丁]{1,5}", prop_oneof![Just("，"), Just("，，"), Just("。"), Just("。。"), Just("\n\n")]), 1..8),
        kind in 0usize..4,
        escaped in any::<bool>(),
    ) {
        // What replaces an escape is the character itself.
        let mark = |mark: &str, single: bool| match mark {
            "，，" if single => "\u{1}".to_owned(),
            "。。" if single => "。".to_owned(),
            mark => mark.to_owned(),
        };
        let body = |single| words.iter().map(|(word, end)| word.clone() + &mark(end, single)).collect::<String>() + "完";
        let issue = |body: &str| {
            let body = written(kind, body, escaped).replace('\u{1}', "，");
            format!("{}\n[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\nbody = {body}\n", crate::support::HEAD)
        };
        // Random words are full of other faults.
        let others = Code::ALL.iter().filter(|code| code.is_rule() && **code != Code::DoubledMark);
        let off: String = others.map(|code| format!("{} = \"off\"\n", code.as_str())).collect();
        let project = Project::new(&format!("{PUBLICATION}[check]\n{off}"));
        let path = project.write("1.toml", issue(&body(false)));
        let run = || project.run(&["check", "1.toml", "--fix"]);
        run();
        let fixed = fs::read_to_string(&path).unwrap();
        prop_assert_eq!(&fixed, &issue(&body(true)));
        run();
        prop_assert_eq!(fs::read_to_string(&path).unwrap(), fixed);
    }
}

/// What was most likely meant for a request, and has no effect, is told; nothing of it is lost in silence.
#[test]
fn check_tells_requests_that_have_no_effect() {
    let plain = issue_of("第一段，，错。");
    let told = |issue: &str| {
        let project = Project::new(PUBLICATION);
        let path = project.write("1.toml", issue);
        let found = examine(&path, Files::default(), &FontFiles::default()).unwrap();
        crate::support::faults(&found.diagnostics, &found.files)
    };
    let above = |comment: &str| told(&plain.replace("title =", &format!("{comment}\ntitle =")));
    for comment in [
        "# bulletin：ignore B0606",
        "# Bulletin: Ignore B0606",
        "# bulletin: ignroe B0606",
        "# bulletin ignore B0606",
        "# bulletin: skip B0606",
    ] {
        assert_eq!(above(comment), ["B0111 10:1", "B0606 13:4"], "{comment}");
    }
    assert_eq!(above("# bulletin: ignore"), ["B0111 10:2", "B0606 13:4"]);
    assert_eq!(above("# bulletin: ignore all"), ["B0111 10:20", "B0606 13:4"]);
    assert_eq!(above("# bulletin: ignore B9999"), ["B0111 10:20", "B0606 13:4"]);
    // A word about the bulletin is no request; lower case is understood.
    assert_eq!(above("# bulletin: 内部刊物，注意保存"), ["B0606 13:4"]);
    assert_eq!(told(&plain.replace("body =", "# bulletin: ignore b0606\nbody =")), Vec::<String>::new());
    let behind = plain.replace("title = \"题\"", "title = \"题 # bulletin: ignore B0606\" # bulletin: ignore B0606");
    assert_eq!(told(&behind), ["B0111 10:38", "B0606 12:4"]);
    assert_eq!(told(&format!("{plain}# bulletin: ignore B0606\n")), ["B0606 12:4", "B0111 14:1"]);
    let inside = |comment: &str| told(&plain.replace("第一段", &format!("第一段{comment}")));
    assert_eq!(inside("<!-- bulletin：ignore B0606 -->")[0], "B0111 12:4");
    assert_eq!(inside("<!-- bulletin: ignroe B0606 -->")[0], "B0111 12:4");
    assert_eq!(inside("<!-- bulletin: ignore -->")[0], "B0111 12:8");
    assert_eq!(inside("<!-- 待核 -->")[0], "B0112 12:4");
    assert_eq!(inside("<!-- 待核")[0], "B0606 12:11");
}

/// Warnings and advice of every room have levels and can be left alone; errors cannot.
#[test]
fn check_levels_of_all_rooms() {
    let issue = issue_of("正文。").replace("title = \"题\"", "title = \"题\"\nauthors = [\"王珺\"]");
    let told = |publication: &str, issue: &str| {
        let project = Project::new(publication);
        project.write("1.toml", issue);
        let ended = project.run(&["check", "1.toml", "--deny", "warning"]);
        (ended.code, ended.out.lines().next().unwrap_or_default().to_owned())
    };
    let with = |level: &str| format!("{PUBLICATION}[check]\nB0303 = \"{level}\"\n");
    assert!(told(PUBLICATION, &issue).1.contains("警告 B0303"));
    assert_eq!(told(&with("off"), &issue).0, 0);
    assert!(told(&with("error"), &issue).1.contains("错误 B0303"));
    let left = issue.replace("authors =", "# bulletin: ignore B0303\nauthors =");
    assert_eq!(told(PUBLICATION, &left).0, 0);
    assert_eq!(told(&with("error"), &left).0, 0);
    let project = Project::new(&with("error"));
    project.write("1.toml", &issue);
    assert_eq!(project.run(&["build", "1.toml"]).code, 1);
    // What is found before the publication is known, and among the issues of a folder.
    let marked = format!("\u{feff}{}", issue_of("正文。"));
    let publication = format!("{PUBLICATION}[check]\nB0108 = \"off\"\nB0221 = \"off\"\n");
    let project = Project::new(&publication);
    project.write("1.toml", marked);
    let third = issue_of("正文。").replace("number = 1", "number = 3").replace("serial = 1", "serial = 3");
    project.write("3.toml", third.replace("2025-01-02", "2025-03-02"));
    assert_eq!(project.run(&["check", ".", "--deny", "advice"]).code, 0);
}

/// One character from another face is told once, with its other places and their count.
#[test]
fn check_tells_a_fallback_once() {
    let issue = issue_of("王珺，王珺，王珺。").replace("title = \"题\"", "title = \"题\"\nauthors = [\"王珺\"]");
    let project = Project::new(PUBLICATION);
    project.write("1.toml", &issue);
    let told = [project.run(&["check", "1.toml"]).out, project.run(&["build", "1.toml"]).err];
    for told in told {
        // The byline's face and the body's are two.
        assert_eq!(told.matches("警告 B0303").count(), 2, "{told}");
        assert!(told.contains("（共 3 处）") && told.matches("另见 1.toml:13:").count() == 2, "{told}");
    }
}

/// Other programs read what they asked for, whatever is changed and whatever fails.
#[test]
fn check_fix_keeps_what_programs_read_apart() {
    for (format, flag) in [("json", "--fix"), ("json", "--diff"), ("sarif", "--fix"), ("sarif", "--diff")] {
        let ended = project("正文，，有错。").run(&["check", "1.toml", flag, "--format", format]);
        assert!(serde_json::from_str::<serde_json::Value>(&ended.out).is_ok(), "{format} {flag}: {}", ended.out);
        assert!(ended.err.contains("，，"), "{}", ended.err);
    }
    let github = project("正文，，有错。").run(&["check", "1.toml", "--fix", "--format", "github"]);
    assert_eq!(github.out, "");
}

/// A file that cannot be written stops no other, and what was written is said.
#[test]
fn check_fix_says_what_it_wrote_where_another_fails() {
    let project = Project::new(PUBLICATION);
    let faulty = issue_of("正文，，有错。");
    // No name beside it is short enough for the file that is written first.
    let long = format!("{}.toml", "8".repeat(245));
    for name in ["7.toml", &long, "9.toml"] {
        project.write(&format!("期/{name}"), &faulty);
    }
    let ended = project.run(&["check", "期", "--fix"]);
    assert_eq!(ended.code, 2, "{}", ended.out);
    let read = |name: &str| fs::read_to_string(project.path().join("期").join(name)).unwrap();
    assert!(read("7.toml").contains("正文，有错") && read("9.toml").contains("正文，有错"));
    assert_eq!(read(&long), faulty);
    assert!(ended.out.contains("已改 期/7.toml") && ended.out.contains("已改 期/9.toml"), "{}", ended.out);
    assert!(!ended.out.contains("已改 期/8") && ended.err.contains("没能运行：期/888"), "{}{}", ended.out, ended.err);
    assert!(ended.out.contains("警告 B0606"), "what is left is still told: {}", ended.out);
}

/// Of the edits of a file only those are left out that would make it check worse, and they are named.
#[test]
fn check_fix_names_the_edits_that_it_leaves_out() {
    let project = Project::new(&format!("{PUBLICATION}word_lists = [\"词表.tsv\"]\n"));
    project.write("词表.tsv", "id\twrong\tright\tlevel\tkind\na\t尺寸甲\t尺\"寸\twarning\ttypo\n");
    let issue = issue_of("").replace("'''\n\n'''", "\"正文，，尺寸甲，，有错。\"");
    project.write("1.toml", &issue);
    let ended = project.run(&["check", "1.toml", "--fix"]);
    let text = fs::read_to_string(project.path().join("1.toml")).unwrap();
    assert_eq!(text, issue.replace("，，", "，"));
    assert!(ended.err.contains("未改 1.toml:11:13：「尺寸甲」改成「尺\"寸」"), "{}{}", ended.out, ended.err);
    assert_eq!(ended.out.matches("已改").count(), 2, "{}", ended.out);
}

/// What an edit changes may be parted by a fold or a line end, which stays.
#[test]
fn check_fix_reaches_over_folds_and_line_ends() {
    let fixed = |body: &str| {
        let project = Project::new(PUBLICATION);
        let issue = issue_of("").replace("'''\n\n'''", body);
        project.write("1.toml", &issue);
        project.run(&["check", "1.toml", "--fix"]);
        let text = fs::read_to_string(project.path().join("1.toml")).unwrap();
        text.split("body = ").nth(1).unwrap().trim_end().to_owned()
    };
    assert_eq!(fixed("\"\"\"投入4\\\n   千元。\"\"\""), "\"\"\"投入4000\\\n   元。\"\"\"");
    assert_eq!(fixed("\"\"\"甲方，\\\n，乙方。\"\"\""), "\"\"\"甲方，\\\n乙方。\"\"\"");
    assert_eq!(fixed("'''\n甲方，  \n  ，乙方。\n'''"), "'''\n甲方，  \n  乙方。\n'''");
    // A blank line would part the paragraph; the mark of a quotation is no line end.
    for kept in ["'''\n甲方，\n，\n乙方。\n'''", "'''\n> 甲方，\n> ，乙方。\n'''", "'''\n甲方，\n，- 乙方。\n'''"]
    {
        assert_eq!(fixed(kept), kept);
    }
}

/// What cannot be read is said and counted, in a folder too; a folder among issues is passed over.
#[test]
fn check_tells_what_it_cannot_read() {
    let broken = project("正文。");
    std::os::unix::fs::symlink("loop.toml", broken.path().join("loop.toml")).unwrap();
    std::os::unix::fs::symlink("nowhere", broken.path().join("dang.toml")).unwrap();
    fs::create_dir(broken.path().join("dir.toml")).unwrap();
    for command in ["check", "build"] {
        let ended = broken.run(&[command, "."]);
        assert_eq!(ended.code, 2, "{}", ended.err);
        for part in ["loop.toml：链接绕了圈", "dang.toml：", "dir.toml 是文件夹，不是稿件，跳过"] {
            assert!(ended.err.contains(part), "{part}: {}", ended.err);
        }
    }
    assert!(
        broken.run(&["check", "."]).out.contains("查了 1 期、2 个文件没能查："),
        "{}",
        broken.run(&["check", "."]).out
    );
    let none = broken.run(&["check", "none.toml"]);
    assert!(none.out.starts_with("1 个文件没能查："), "{}", none.out);
    let json: serde_json::Value =
        serde_json::from_str(&broken.run(&["check", "none.toml", "--format", "json"]).out).unwrap();
    assert_eq!(json["failures"][0]["file"], "none.toml");
    assert!(json["failures"][0]["reason"].as_str().unwrap().contains("没有这个文件"), "{json}");
    let sarif: serde_json::Value =
        serde_json::from_str(&broken.run(&["check", "none.toml", "--format", "sarif"]).out).unwrap();
    assert_eq!(sarif["runs"][0]["invocations"][0]["executionSuccessful"], false);
}

/// The publication's own file can be checked, alone and among issues.
#[test]
fn check_of_a_publication() {
    let project = Project::new(&format!("{PUBLICATION}colour = 1\nword_lists = [\"词表.tsv\"]\n"));
    project.write("1.toml", issue_of("正文。"));
    let alone = project.run(&["check", "bulletin.toml"]);
    assert_eq!(alone.code, 1, "{}", alone.err);
    assert!(alone.out.contains("B0201") && alone.out.contains("查了 1 份刊物设置："), "{}", alone.out);
    let all = project.run(&["check", "1.toml", "bulletin.toml"]);
    assert!(all.code == 1 && all.out.contains("查了 1 期、查了 1 份刊物设置："), "{}", all.out);
    let sound = Project::new(PUBLICATION);
    assert_eq!(sound.run(&["check", "bulletin.toml"]).code, 0);
}

/// One date that runs backwards is told once, though the serial and the year's number both show it.
#[test]
fn check_tells_a_date_once() {
    let project = project("正文。");
    let second = issue_of("正文。").replace("number = 1", "number = 2").replace("serial = 1", "serial = 2");
    project.write("2.toml", second.replace("2025-01-02", "2025-01-01"));
    assert_eq!(project.run(&["check", "."]).out.matches("B0220").count(), 1);
}

/// What an earlier issue has printed is told with the place at which it did.
#[test]
fn check_tells_where_it_was_printed_before() {
    let passage = "各级人大代表深入基层一线走访选民，广泛听取意见建议，推动解决群众急难愁盼问题";
    let project = project(&format!("去年，{passage}。"));
    let second = issue_of(&format!("今年，{passage}。")).replace("number = 1", "number = 2");
    project.write("2.toml", second.replace("serial = 1", "serial = 2").replace("2025-01-02", "2025-01-09"));
    let out = project.run(&["check", "."]).out;
    assert!(out.contains("2.toml:12:2: 提示 B0625") && out.contains("1.toml:12:2\n"), "{out}");
}
