//! How a publication and its issues are started: `init`, `new`, and the page that leads a newcomer.

use crate::support::{Ended, PUBLICATION, Project, issue_of, root};
use std::fs;
use std::path::Path;
use std::process::Command;

/// An issue with this head.
fn issue(number: &str, serial: &str, edition: &str, date: &str, editor: &str) -> String {
    format!(
        "number = {number}\nserial = {serial}\nedition = \"{edition}\"\ndate = {date}\neditor = \"{editor}\"\n\n\
         [[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\nbody = \"正文。\"\n"
    )
}

/// A publication of two series.
fn two_series(more: &str) -> String {
    PUBLICATION.replace("[\"普刊\"]", "[\"普刊\", \"增刊\"]") + more
}

/// Starts the next issue; what is said of it.
fn started(project: &Project, arguments: &[&str]) -> String {
    let ended = project.run(&[&["new"][..], arguments].concat());
    assert_eq!((ended.code, &*ended.err), (0, ""), "{}", ended.out);
    ended.out.lines().next().unwrap().to_owned()
}

fn read(project: &Project, name: &str) -> String {
    fs::read_to_string(project.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Every line that is out of force put in force.
fn in_force(text: &str) -> String {
    let lines = text.lines().map(|line| match line.strip_prefix('#') {
        Some(rest) if !rest.is_empty() && !rest.starts_with([' ', ':']) => rest,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// What a started issue leaves empty, filled in.
fn filled_in(text: &str) -> String {
    let text = text.replace("editor = \"\"", "editor = \"某人\"");
    text.replace("title = \"\"", "title = \"题目\"").replace("body = '''\n'''", "body = '''\n正文。\n'''")
}

fn built(project: &Project, issue: &str) {
    let ended = project.run(&["build", issue]);
    assert_eq!((ended.code, &*ended.err), (0, ""), "{}", ended.out);
}

#[test]
fn start_init_writes_an_issue_that_builds_as_it_is() {
    let project = Project::new("");
    let ended = project.run(&["init", "某/刊", "--date", "2025-01-02"]);
    assert_eq!((ended.code, &*ended.err), (0, ""));
    assert!(ended.out.starts_with("已写 某/刊/bulletin.toml\n已写 某/刊/1.toml\n"), "{}", ended.out);
    assert!(ended.out.contains("bulletin build 某/刊/1.toml"), "{}", ended.out);
    assert!(read(&project, "某/刊/bulletin.toml").starts_with("#:schema ./schema/bulletin.schema.json\n"));
    assert!(read(&project, "某/刊/1.toml").starts_with("#:schema ./schema/issue.schema.json\n"));
    assert!(read(&project, "某/刊/1.toml").contains("\ndate = 2025-01-02\n"));
    built(&project, "某/刊/1.toml");
    // Without a date it is today's.
    assert_eq!(project.run(&["init", "今天"]).code, 0);
    built(&project, "今天/1.toml");
}

#[test]
fn start_keys_that_are_out_of_force_are_sound() {
    let project = Project::new("");
    assert_eq!(project.run(&["init", "刊"]).code, 0);
    let (publication, first) = (read(&project, "刊/bulletin.toml"), read(&project, "刊/1.toml"));
    assert!(publication.lines().filter(|line| line.starts_with("# ")).count() > 20);
    project.write("刊/bulletin.toml", in_force(&publication));
    project.write("刊/1.toml", in_force(&first));
    built(&project, "刊/1.toml");
    started(&project, &["刊", "--date", "2031-01-02"]);
    let next = read(&project, "刊/2.toml");
    assert!(next.contains("column = \"立法工作\""), "the amendment holds");
    project.write("刊/2.toml", filled_in(&in_force(&next)));
    built(&project, "刊/2.toml");
}

#[test]
fn start_init_writes_over_nothing() {
    for taken in ["bulletin.toml", "1.toml"] {
        let project = Project::new("");
        let kept = project.write(&format!("刊/{taken}"), "# 我的\n");
        let ended = project.run(&["init", "刊"]);
        assert_eq!((ended.code, &*ended.out), (2, ""));
        assert!(ended.err.contains(&format!("已经有 刊/{taken}，")), "{}", ended.err);
        assert_eq!(fs::read_to_string(&kept).unwrap(), "# 我的\n");
        assert_eq!(fs::read_dir(kept.parent().unwrap()).unwrap().count(), 1, "nothing else is written");
    }
    let project = Project::new("");
    assert_eq!(project.run(&["init", "刊"]).code, 0);
    let before = read(&project, "刊/bulletin.toml");
    let again = project.run(&["init", "刊", "--name", "别的"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("已经有 刊/bulletin.toml、刊/1.toml"), "{}", again.err);
    assert_eq!(read(&project, "刊/bulletin.toml"), before);
    // A link that leads nowhere is a name that is taken.
    fs::create_dir(project.path().join("链")).unwrap();
    std::os::unix::fs::symlink("nowhere", project.path().join("链/1.toml")).unwrap();
    assert_eq!(project.run(&["init", "链"]).code, 2);
    assert!(!project.path().join("链/bulletin.toml").exists());
}

#[test]
fn start_init_takes_any_name() {
    let project = Project::new("");
    for (order, name) in [r#"“某”"某"信息"#, r"某\n'某", "某'某\"某", "# {{date}}", " 某 "].into_iter().enumerate()
    {
        let folder = format!("刊{order}");
        let ended = project.run(&["init", &folder, "--name", name, "--publisher", name]);
        assert_eq!(ended.code, 0, "{name}: {}", ended.err);
        let shown = project.run(&["show-publication", &folder]);
        assert_eq!(shown.code, 0, "{name}: {}", shown.err);
        let written = read(&project, &format!("{folder}/bulletin.toml"));
        let table: toml::Table = written.parse().unwrap();
        assert_eq!((table["name"].as_str(), table["publisher"].as_str()), (Some(name), Some(name)));
    }
}

#[test]
fn start_init_says_what_it_cannot_do() {
    let project = Project::new("");
    project.write("file", "");
    for (arguments, said) in [
        (&["file"][..], "没能运行：file"),
        (&["file/刊"], "没能运行：file"),
        (&["刊", "--name", " "], "“--name”后面缺少值"),
        (&["刊", "--date", "2025-02-30"], "没有 2025-02-30 这一天"),
        (&["刊", "--date", "2025年2月"], "日期“2025年2月”写法不对"),
        (&[], "缺少"),
    ] {
        let ended = project.run(&[&["init"][..], arguments].concat());
        assert_eq!(ended.code, 2, "{arguments:?}");
        assert!(ended.err.contains(said), "{arguments:?}: {}", ended.err);
        assert!(!project.path().join("刊").exists());
    }
}

#[test]
fn start_new_counts_on_and_restarts_with_the_year() {
    let project = Project::new(PUBLICATION);
    assert_eq!(started(&project, &["--date", "2024-11-05"]), "已写 1.toml：普刊，第1期，总第1期，2024-11-05");
    project.write("9.toml", issue("9", "9", "普刊", "2024-12-05", "甲某"));
    project.write("10.toml", issue("[10, 11]", "[10, 11]", "普刊", "2024-12-26", "乙某"));
    let next = started(&project, &["--date", "2024-12-31"]);
    assert_eq!(next, "已写 12.toml：普刊，第12期，总第12期，2024-12-31");
    assert!(read(&project, "12.toml").contains("\neditor = \"乙某\"\n"));
    assert_eq!(started(&project, &["--date", "2025-01-09"]), "已写 13.toml：普刊，第1期，总第13期，2025-01-09");
    let merged = started(&project, &["--date", "2025-02-13", "--merged", "2"]);
    assert_eq!(merged, "已写 14-15.toml：普刊，第2、3期，总第14、15期，2025-02-13");
    assert!(read(&project, "14-15.toml").contains("\nnumber = [2, 3]\n"));
    assert_eq!(started(&project, &["--date", "2025-03-13"]), "已写 16.toml：普刊，第4期，总第16期，2025-03-13");
    project.write("14-15.toml", filled_in(&read(&project, "14-15.toml")));
    built(&project, "14-15.toml");
}

#[test]
fn start_new_takes_issues_or_the_folder_that_is_named() {
    let project = Project::new(PUBLICATION);
    fs::create_dir_all(project.path().join("issues/deeper")).unwrap();
    assert!(started(&project, &["--date", "2025-01-09"]).starts_with("已写 issues/1.toml："));
    assert!(read(&project, "issues/1.toml").starts_with("#:schema ../schema/issue.schema.json\n"));
    assert!(started(&project, &["issues/deeper", "--date", "2025-01-09"]).starts_with("已写 issues/deeper/2.toml："));
    assert!(read(&project, "issues/deeper/2.toml").starts_with("#:schema ../../schema/"));
    assert!(started(&project, &[".", "--date", "2025-01-09"]).starts_with("已写 3.toml："));
    assert!(read(&project, "3.toml").starts_with("#:schema ./schema/"));
}

#[test]
fn start_new_counts_series_by_themselves_or_together() {
    let project = Project::new(&two_series(""));
    project.write("709.toml", issue("3", "709", "普刊", "2025-04-24", "甲某"));
    let own = started(&project, &["--edition", "增刊", "--date", "2025-05-08"]);
    assert_eq!(own, "已写 增刊1.toml：增刊，第1期，总第1期，2025-05-08");
    // The editor of another series where this one has none yet.
    assert!(read(&project, "增刊1.toml").contains("editor = \"甲某\""));
    let second = started(&project, &["--edition", "增刊", "--date", "2025-05-09"]);
    assert_eq!(second, "已写 增刊2.toml：增刊，第2期，总第2期，2025-05-09");
    assert!(started(&project, &["--date", "2025-05-29"]).contains("第4期，总第710期"));

    let project = Project::new(&two_series("[series.\"增刊\"]\nnumbering = \"普刊\"\n"));
    project.write("709.toml", issue("3", "709", "普刊", "2025-04-24", "甲某"));
    let shared = started(&project, &["--edition", "增刊", "--date", "2025-05-08"]);
    assert_eq!(shared, "已写 增刊710.toml：增刊，第4期，总第710期，2025-05-08");
    assert!(started(&project, &["--date", "2025-05-29"]).starts_with("已写 711.toml：普刊，第5期，总第711期"));
}

#[test]
fn start_new_asks_what_holds_on_its_date() {
    let amended = "[[amendment]]\nfrom = 2026-01-01\neditions = [\"普刊\", \"专刊\"]\ncolumns = [\"新栏\", \"摘登\"]\n\
                   [[amendment]]\nfrom_serial = 3\ncolumns = [\"更新\", \"摘登\"]\n\
                   [[amendment]]\nfrom = 2026-01-01\nfor_series = \"专刊\"\ncolumns = [\"专栏\", \"摘登\"]\n";
    let project = Project::new(&(PUBLICATION.to_owned() + amended));
    started(&project, &["--date", "2025-12-31"]);
    let columns = |name: &str| {
        let text = read(&project, name);
        let lines = text.lines().filter_map(|line| line.strip_prefix("column = "));
        (lines.map(str::to_owned).collect::<Vec<_>>(), text.matches("\n[[brief]]\n").count())
    };
    assert_eq!(columns("1.toml"), (vec!["\"要闻\"".to_owned()], 1));
    started(&project, &["--date", "2026-01-01"]);
    assert_eq!(columns("2.toml"), (vec!["\"新栏\"".to_owned()], 1));
    started(&project, &["--date", "2026-01-02"]);
    assert_eq!(columns("3.toml"), (vec!["\"更新\"".to_owned()], 1));
    // A series that comes later is not known before.
    let early = project.run(&["new", "--edition", "专刊", "--date", "2025-12-31"]);
    assert_eq!(early.code, 2);
    assert!(early.err.contains("错误 B0208：刊物没有“专刊”这个版别"), "{}", early.err);
    started(&project, &["--edition", "专刊", "--date", "2026-01-03"]);
    assert_eq!(columns("专刊1.toml"), (vec!["\"专栏\"".to_owned()], 1));
}

#[test]
fn start_new_names_files_by_the_pattern() {
    let pattern = "[series.\"普刊\"]\nfile_name = \"{year}年{number}{edition}\"\n";
    let project = Project::new(&(PUBLICATION.to_owned() + pattern));
    assert!(started(&project, &["--date", "2025-01-09"]).starts_with("已写 2025年1普刊.toml："));
    assert!(started(&project, &["--date", "2025-02-09"]).starts_with("已写 2025年2普刊.toml：普刊，第2期，总第2期"));
    assert!(started(&project, &["--date", "2026-01-09"]).starts_with("已写 2026年1普刊.toml：普刊，第1期，总第3期"));
}

#[test]
fn start_new_writes_no_number_that_is_not_printed() {
    let project = Project::new(&format!("{PUBLICATION}[masthead]\nissue_line = \"第{{number}}期\"\n"));
    let line = started(&project, &["--date", "2025-01-09"]);
    assert_eq!(line, "已写 2025-1.toml：普刊，第1期，2025-01-09");
    let text = read(&project, "2025-1.toml");
    assert!(text.contains("\nnumber = 1\n") && !text.contains("serial"), "{text}");
    assert!(started(&project, &["--date", "2025-02-09"]).starts_with("已写 2025-2.toml：普刊，第2期，2"));
    project.write("2025-1.toml", filled_in(&text));
    built(&project, "2025-1.toml");
    // Where the files are named by it, it goes on.
    let pattern = "series.\"普刊\".file_name = \"{serial}\"\n";
    let project = Project::new(&format!("{PUBLICATION}{pattern}[masthead]\nissue_line = \"第{{number}}期\"\n"));
    project.write("7.toml", issue("2", "7", "普刊", "2025-04-24", "甲某"));
    assert!(started(&project, &["--date", "2025-05-09"]).starts_with("已写 8.toml：普刊，第3期，总第8期"));
    let project = Project::new(&format!("{PUBLICATION}[masthead]\nissue_line = \"{{year}}\"\n"));
    assert_eq!(started(&project, &["--date", "2025-01-09"]), "已写 2025-01-09.toml：普刊，2025-01-09");
    project.write("2025-01-09.toml", filled_in(&read(&project, "2025-01-09.toml")));
    built(&project, "2025-01-09.toml");
}

/// What an issue points to is there, and is left as it is where it was.
#[test]
fn start_new_brings_the_schemas() {
    let project = Project::new(PUBLICATION);
    project.write("schema/bulletin.schema.json", "{}");
    let ended = project.run(&["new", "--date", "2025-01-09"]);
    assert!(
        ended.out.contains("已写 schema/issue.schema.json") && !ended.out.contains("bulletin.schema"),
        "{}",
        ended.out
    );
    assert!(read(&project, "schema/issue.schema.json").contains("\"$schema\""));
    assert_eq!(read(&project, "schema/bulletin.schema.json"), "{}");
    assert!(!project.run(&["new", "--date", "2025-02-09"]).out.contains("schema"));
}

/// Numbers go on over a publication's folders, but not over another publication's.
#[test]
fn start_new_counts_over_folders() {
    let project = Project::new(PUBLICATION);
    project.write("2024/8.toml", issue("8", "8", "普刊", "2024-12-24", "甲某"));
    project.write("2025/9.toml", issue("1", "9", "普刊", "2025-01-24", "乙某"));
    project.write("别的/bulletin.toml", PUBLICATION);
    project.write("别的/70.toml", issue("70", "70", "普刊", "2025-01-24", "丙某"));
    assert_eq!(
        started(&project, &["--date", "2025-02-05", "2025"]),
        "已写 2025/10.toml：普刊，第2期，总第10期，2025-02-05"
    );
}

/// From the day on which the serial is no longer printed, it no longer counts.
#[test]
fn start_new_drops_a_serial_that_is_no_longer_printed() {
    let change = "[[amendment]]\nfrom = 2026-01-01\n[amendment.masthead]\nissue_line = \"第{number}期\"\n";
    let project = Project::new(&format!("{PUBLICATION}{change}"));
    project.write("50.toml", issue("6", "50", "普刊", "2025-12-24", "甲某"));
    assert_eq!(started(&project, &["--date", "2026-01-05"]), "已写 2026-1.toml：普刊，第1期，2026-01-05");
    let ended = project.run(&["new", "--date", "2026-02-05"]);
    assert!(
        ended.out.starts_with("已写 2026-2.toml：普刊，第2期，2026-02-05") && ended.err.is_empty(),
        "{}",
        ended.err
    );
    project.write("2026-3.toml", issue_of("正文。").replace("2025-01-02", "2026-03-01").replace("serial = 1\n", ""));
    let built = project.run(&["build", "2026-3.toml"]);
    assert!(built.err.contains("2026-3.toml:2:10: 错误 B0207"), "{}", built.err);
}

#[test]
fn start_new_goes_on_past_broken_neighbours() {
    let project = Project::new(PUBLICATION);
    // A broken body leaves the head as it is; an article's own file is no issue.
    let broken = issue("3", "709", "普刊", "2025-04-24", "甲某").replace("title = \"题\"", "title = \"题");
    project.write("709.toml", broken);
    project.write("article.toml", "column = \"要闻\"\ntitle = \"题\"\nbody = \"正文\"\n");
    assert!(started(&project, &["--date", "2025-05-29"]).starts_with("已写 710.toml：普刊，第4期，总第710期"));
    // Of a broken head the file's name tells.
    project.write("711.toml", "number = 五\nserial = 七\nedition = \"普刊\"\ndate = 2025-06-19\n");
    let ended = project.run(&["new", "--date", "2025-06-26"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.out.starts_with("已写 712.toml：普刊，第5期，总第712期"), "{}", ended.out);
    assert!(ended.err.starts_with("警告：711.toml 的期号、版别或日期读不出来，是照文件名算的"), "{}", ended.err);
    // Another encoding leaves the figures.
    let gbk = b"number = 6\nserial = 713\nedition = \"\xc6\xd5\xbf\xaf\"\ndate = 2025-06-27\n";
    project.write("713.toml", gbk);
    project.write("草稿.toml", "edition = 普刊");
    let ended = project.run(&["new", "--date", "2025-07-03"]);
    assert!(ended.out.starts_with("已写 714.toml：普刊，第7期，总第714期"), "{}", ended.out);
    assert!(ended.err.contains("警告：713.toml 的"), "{}", ended.err);
    assert!(ended.err.contains("警告：草稿.toml 的期号和版别读不出来，没有算进去"), "{}", ended.err);
}

#[test]
fn start_new_warns_of_a_date_before_the_last() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue("1", "1", "普刊", "2025-01-09", "甲某"));
    let ended = project.run(&["new", "--date", "2024-12-31"]);
    assert_eq!(ended.code, 0);
    assert!(ended.err.starts_with("警告：1.toml 的日期比 2024-12-31 晚"), "{}", ended.err);
    assert!(ended.out.starts_with("已写 2.toml：普刊，第1期，总第2期"), "{}", ended.out);
}

#[test]
fn start_new_takes_over_who_answers() {
    let project = Project::new(PUBLICATION);
    let staff = issue("1", "1", "普刊", "2025-01-09", "甲\\\"某")
        .replace("\n[[article]]", "\n[[staff]]\nlabel = \"审核：\"\nnames = [\"丙某\", \"丁某\"]\n[[article]]");
    project.write("1.toml", staff);
    started(&project, &["--date", "2025-02-09"]);
    let text = read(&project, "2.toml");
    let table: toml::Table = text.parse().unwrap();
    assert_eq!(table["editor"].as_str(), Some("甲\"某"));
    assert!(text.contains("[[staff]]\nlabel = \"审核：\"\nnames = [\"丙某\", \"丁某\"]\n"), "{text}");
    project.write("2.toml", filled_in(&text));
    built(&project, "2.toml");
    // Nobody to take over: an empty name, which `build` points to; none where the publication has its own.
    let project = Project::new(PUBLICATION);
    started(&project, &["--date", "2025-02-09"]);
    assert!(read(&project, "1.toml").contains("\neditor = \"\"\n"));
    let project = Project::new(&format!("{PUBLICATION}[[staff]]\nlabel = \"审核：\"\nnames = [\"丙某\"]\n"));
    started(&project, &["--date", "2025-02-09"]);
    assert!(!read(&project, "1.toml").contains("editor ="));
}

#[test]
fn start_new_leaves_what_is_to_be_written_empty_and_explains_it() {
    let columns = PUBLICATION.replace("[\"要闻\", \"摘登\"]", "[\"要闻\", '带\"引号', \"摘登\", \"末栏\"]");
    let project = Project::new(&columns);
    project.write("1.toml", issue("1", "1", "普刊", "2025-01-09", "甲某"));
    started(&project, &["--date", "2025-02-09"]);
    let text = read(&project, "2.toml");
    let table: toml::Table = text.parse().unwrap();
    let given: Vec<_> =
        table["article"].as_array().unwrap().iter().map(|article| article["column"].as_str().unwrap()).collect();
    assert_eq!(given, ["要闻", "带\"引号", "末栏"]);
    assert_eq!(table["brief"].as_array().unwrap().len(), 1);
    for key in ["number", "serial", "edition", "date", "editor", "column", "title", "body"] {
        let at = text.lines().position(|line| line.starts_with(&format!("{key} = "))).unwrap();
        assert!(text.lines().nth(at - 1).unwrap().starts_with("# "), "{key} is not explained");
    }
    let ended = project.run(&["build", "2.toml"]);
    assert_eq!(ended.code, 1);
    assert_eq!(ended.err.matches("B0209").count(), 7, "{}", ended.err);
    assert_eq!(ended.err.matches("错误 ").count(), 7, "{}", ended.err);
    project.write("2.toml", filled_in(&text));
    built(&project, "2.toml");
}

#[test]
fn start_new_says_what_it_cannot_do() {
    let project = Project::new(&two_series(""));
    project.write("alone/file.txt", "");
    for (arguments, said) in [
        (&[][..], "没有写出刊日期"),
        (&["--date", "2025-02-29"], "没有 2025-02-29 这一天"),
        (&["--date", "2025/02/09"], "日期“2025/02/09”写法不对"),
        (&["--date", "2025-02-09", "--edition", "增刊物"], "是不是“增刊”？"),
        (&["--date", "2025-02-09", "none"], "没有 none 这个文件夹"),
        (&["--date", "2025-02-09", "--merged", "两"], "后面的数不对"),
        (&["--date", "2025-02-09", "--merged", "1"], "后面的数不对"),
    ] {
        let ended = project.run(&[&["new"][..], arguments].concat());
        assert_eq!((ended.code, &*ended.out), (2, ""), "{arguments:?}");
        assert!(ended.err.contains(said), "{arguments:?}: {}", ended.err);
    }
    assert!(!project.path().join("1.toml").exists());
    // A number that another file already has as its name.
    project.write("1.toml", "# 一则笔记\n");
    let taken = project.run(&["new", "--date", "2025-02-09"]);
    assert_eq!(taken.code, 2);
    assert!(taken.err.contains("已经有 1.toml，不会盖掉"), "{}", taken.err);
    assert_eq!(read(&project, "1.toml"), "# 一则笔记\n");
    // Faults of the publication are those of a source.
    project.write("bulletin.toml", PUBLICATION.replace("columns", "colums"));
    let faulty = project.run(&["new", "--date", "2025-02-09"]);
    assert_eq!(faulty.code, 1);
    assert!(faulty.err.contains("bulletin.toml:5:1: 错误 B0201"), "{}", faulty.err);
    fs::remove_file(project.path().join("bulletin.toml")).unwrap();
    let none = project.run(&["new", "--date", "2025-02-09"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("bulletin init"), "{}", none.err);
}

#[test]
fn start_help_has_examples() {
    let project = Project::new(PUBLICATION);
    for (command, words) in
        [("init", ["--name", "--publisher", "--date", "例："]), ("new", ["--date", "--edition", "--merged", "例："])]
    {
        let ended = project.run(&[command, "--help"]);
        assert_eq!(ended.code, 0);
        assert!(words.iter().all(|word| ended.out.contains(word)), "{}", ended.out);
    }
}

/// The blocks of a kind in the newcomer's page.
fn blocks(text: &str, kind: &str) -> Vec<String> {
    let fence = format!("```{kind}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("```\n").next().unwrap().to_owned()).collect()
}

#[test]
fn start_pages_link_to_what_is_there() {
    for name in ["docs/new-publication.md", "docs/new-publication.en.md"] {
        let page = fs::read_to_string(root().join(name)).unwrap();
        for link in page.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(root().join("docs").join(link).exists(), "{name}: {link}");
        }
    }
}

/// The commands of the newcomer's page, in order, in one shell, and what they print.
#[test]
fn start_page_for_newcomers_works() {
    let page = fs::read_to_string(root().join("docs/new-publication.md")).unwrap();
    let project = Project::new("");
    fs::remove_file(project.path().join("bulletin.toml")).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_bulletin")).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    let output = Command::new("sh")
        .args(["-e", "-c", &blocks(&page, "sh").concat()])
        .current_dir(project.path())
        .env("PATH", format!("{}:{path}", program.display()))
        .output()
        .unwrap();
    let ended = Ended::new(&output);
    assert_eq!((ended.code, &*ended.err), (0, ""));
    for line in blocks(&page, "text").iter().flat_map(|block| block.lines()) {
        assert!(ended.out.lines().any(|said| said == line), "the page says “{line}”:\n{}", ended.out);
    }
    let folder = project.path().join("某地人大信息");
    assert!(fs::read(folder.join("build/1.pdf")).unwrap().starts_with(b"%PDF"));
    // The second issue, once it is written, builds too.
    let second = folder.join("2.toml");
    fs::write(&second, filled_in(&fs::read_to_string(&second).unwrap())).unwrap();
    built(&project, &second.display().to_string());
}
