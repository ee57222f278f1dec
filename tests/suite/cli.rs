//! The command as it is run: what it writes, says, and how it ends.

use crate::support::{PUBLICATION, Project, issue_709, issue_of};
use std::fs;

#[test]
fn cli_builds_into_build_and_says_so() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    let ended = project.run(&["build", "1.toml"]);
    assert_eq!((ended.code, &*ended.err), (0, ""));
    assert!(ended.out.starts_with("已写 build/1.pdf：2 页，"), "{}", ended.out);
    assert_eq!(ended.out.lines().count(), 1);
    assert!(fs::read(project.path().join("build/1.pdf")).unwrap().starts_with(b"%PDF-1.6"));
}

#[test]
fn cli_takes_an_output_file_or_folder() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    assert_eq!(project.run(&["build", "1.toml", "-o", "a/付印.pdf"]).code, 0);
    assert_eq!(project.run(&["build", "1.toml", "--out-dir", "存档", "--dump"]).code, 0);
    assert!(project.path().join("a/付印.pdf").is_file());
    assert!(project.path().join("存档/1.pdf").is_file());
    assert!(fs::read_to_string(project.path().join("存档/1.dump")).unwrap().starts_with("bulletin dump 1"));
}

#[test]
fn cli_of_a_folder_takes_the_issues_directly_in_it() {
    let project = Project::new(PUBLICATION);
    project.write("in/2.toml", issue_of("正文。").replace("serial = 1", "serial = 2"));
    project.write("in/1.toml", issue_of("正文。"));
    project.write("in/bulletin.toml", PUBLICATION);
    project.write("in/notes.txt", "x");
    project.write("in/deeper/3.toml", "not read");
    let ended = project.run(&["build", "in", "in/1.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let written: Vec<_> = ended.out.lines().map(|line| line.split('：').next().unwrap()).collect();
    assert_eq!(written[..2], ["已写 build/1.pdf", "已写 build/2.pdf"]);
    assert!(written.len() == 3 && written[2].starts_with("排好 2 期"), "{written:?}");
}

#[test]
fn cli_one_bad_issue_does_not_stop_the_others() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。").replace("editor", "editr"));
    project.write("2.toml", issue_of("正文。").replace("serial = 1", "serial = 2"));
    let ended = project.run(&["build", "1.toml", "2.toml"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("1.toml：2 处错误，没有写 PDF"), "{}", ended.err);
    assert!(project.path().join("build/2.pdf").is_file());
    assert!(!project.path().join("build/1.pdf").exists());
    let ended = project.run(&["build", "1.toml", "none.toml", "2.toml"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("没能运行：none.toml：没有这个文件或文件夹"), "{}", ended.err);
}

#[test]
fn cli_a_failed_build_leaves_the_earlier_file() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    assert_eq!(project.run(&["build", "1.toml"]).code, 0);
    let earlier = fs::read(project.path().join("build/1.pdf")).unwrap();
    project.write("1.toml", issue_of("正文。").replace("2025-01-02", "2025-02-30"));
    assert_eq!(project.run(&["build", "1.toml"]).code, 1);
    assert_eq!(fs::read(project.path().join("build/1.pdf")).unwrap(), earlier);
    let left: Vec<_> = fs::read_dir(project.path().join("build")).unwrap().collect();
    assert_eq!(left.len(), 2, "nothing half-written is left");
}

#[test]
fn cli_refuses_outputs_that_would_destroy_something() {
    let project = Project::new(PUBLICATION);
    project.write("a/1.toml", issue_of("正文。"));
    project.write("b/1.toml", issue_of("正文。"));
    let same = project.run(&["build", "a/1.toml", "b/1.toml"]);
    assert_eq!(same.code, 2);
    assert!(same.err.contains("a/1.toml 和 b/1.toml 都要写成 build/1.pdf"), "{}", same.err);
    assert!(!project.path().join("build").exists());
    assert_eq!(project.run(&["build", "a/1.toml", "-o", "a/1.toml"]).code, 2);
    assert_eq!(project.run(&["build", "a/1.toml", "-o", "b/../a/1.toml"]).code, 2);
    assert_eq!(project.run(&["build", "a/1.toml", "-o", "b/1.toml"]).code, 2);
    assert_eq!(project.run(&["build", "a/1.toml", "-o", "bulletin.toml"]).code, 2);
    assert_eq!(project.run(&["build", "a/1.toml", "-o", "a/2.toml"]).code, 2);
    assert_eq!(project.run(&["build", "a/1.toml", "-o", "a/2.TOML"]).code, 2);
    assert_eq!(project.run(&["build", "a/1.toml", "-o", "b"]).code, 2);
    assert_eq!(project.run(&["build", "a/1.toml", "b/1.toml", "-o", "x.pdf"]).code, 2);
    assert!(fs::read_to_string(project.path().join("a/1.toml")).unwrap().contains("正文。"));
}

/// Over what is no PDF nothing is written, whatever it is: the faces are links to files that everybody uses.
#[test]
fn cli_writes_over_pdfs_only() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    let build = |output: &str| project.run(&["build", "1.toml", "-o", output]);
    let face = fs::read("fonts/FandolSong-Regular.otf").unwrap();
    project.write("song.otf", &face);
    let ended = build("song.otf");
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("song.otf 已经有了，而且不是 PDF"), "{}", ended.err);
    assert!(fs::read(project.path().join("song.otf")).unwrap() == face);
    // A PDF under any name, an empty file, and whatever is called one.
    fs::write(project.path().join("earlier.pdf"), "broken").unwrap();
    fs::write(project.path().join("empty"), "").unwrap();
    for output in ["earlier.pdf", "empty", "out", "out"] {
        assert_eq!(build(output).code, 0, "{output}");
    }
}

/// `issues/*.toml` has the publication's file in it.
#[test]
fn cli_passes_over_the_publications_file_among_issues() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    let ended = project.run(&["build", "1.toml", "bulletin.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.err.contains("bulletin.toml 是刊物的设置，不是稿件，跳过"), "{}", ended.err);
    assert!(!project.path().join("build/bulletin.pdf").exists());
}

/// A file that is replaced keeps its permissions and its other names.
#[test]
#[cfg(unix)]
fn cli_replaced_files_keep_what_they_were() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文，，有错。"));
    let of = |name: &str| fs::metadata(project.path().join(name)).unwrap();
    for (name, arguments) in [("1.toml", &["check", "1.toml", "--fix"][..]), ("build/1.pdf", &["build", "1.toml"])] {
        project.run(&["build", "1.toml"]);
        let path = project.path().join(name);
        fs::set_permissions(&path, PermissionsExt::from_mode(0o640)).unwrap();
        let before = fs::read(&path).unwrap();
        project.write("1.toml", issue_of("正文，，另有错。"));
        assert_eq!(project.run(arguments).code, 0);
        assert_eq!(of(name).permissions().mode() & 0o777, 0o640, "{name}");
        assert!(fs::read(&path).unwrap() != before, "{name}");
        // Both names lead to the new file.
        project.write("1.toml", issue_of("正文，，又有错。"));
        fs::hard_link(&path, project.path().join("other")).unwrap();
        assert_eq!(project.run(arguments).code, 0);
        assert_eq!((of(name).ino(), of(name).permissions().mode() & 0o777), (of("other").ino(), 0o640), "{name}");
        assert!(fs::read(&path).unwrap() == fs::read(project.path().join("other")).unwrap());
        fs::remove_file(project.path().join("other")).unwrap();
    }
    let left = fs::read_dir(project.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(left.filter(|name| name.to_string_lossy().ends_with(".part")).count(), 0);
}

#[test]
fn cli_writes_through_links_and_on_nothing_but_files() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    project.write("real.pdf", "old");
    std::os::unix::fs::symlink(project.path().join("real.pdf"), project.path().join("link.pdf")).unwrap();
    assert_eq!(project.run(&["build", "1.toml", "-o", "link.pdf"]).code, 0);
    assert!(fs::symlink_metadata(project.path().join("link.pdf")).unwrap().is_symlink());
    assert!(fs::read(project.path().join("real.pdf")).unwrap().starts_with(b"%PDF"));
    let dump = project.run(&["build", "1.toml", "-o", "x.dump", "--dump"]);
    assert_eq!(dump.code, 2);
    assert!(!project.path().join("x.dump").exists());
    // A folder in one output's place is that issue's trouble alone.
    project.write("in/1.toml", issue_of("正文。"));
    project.write("in/2.toml", issue_of("正文。").replace("serial = 1", "serial = 2"));
    project.write("in/.3.toml", "hidden");
    fs::create_dir_all(project.path().join("build/1.pdf")).unwrap();
    let ended = project.run(&["build", "in"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("build/1.pdf 是文件夹或设备"), "{}", ended.err);
    assert!(project.path().join("build/2.pdf").is_file());
}

#[test]
fn cli_says_what_could_not_run() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    project.write("file", "");
    let ended = project.run(&["build", "1.toml", "-o", "file/x.pdf"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("没能运行："), "{}", ended.err);
    fs::create_dir(project.path().join("empty")).unwrap();
    let empty = project.run(&["build", "empty"]);
    assert_eq!(empty.code, 2);
    assert!(empty.err.contains("empty 里没有 .toml 文件"), "{}", empty.err);
    let publication = project.run(&["build", "bulletin.toml"]);
    assert_eq!(publication.code, 2);
    assert!(publication.err.contains("bulletin.toml 是刊物的设置"), "{}", publication.err);
}

#[test]
fn cli_missing_faces_are_said_and_are_no_fault_of_the_issue() {
    let project = Project::new(&format!("{PUBLICATION}\n[faces.title]\nface = \"some/Title.otf\"\n"));
    project.write("1.toml", issue_of("正文。"));
    let ended = project.run(&["build", "1.toml"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("B0301：找不到字体 some/Title.otf（用于 标题）；找过："), "{}", ended.err);
    assert!(ended.err.contains("make fonts"), "{}", ended.err);
    project.write("some/Title.otf", "no face");
    let ended = project.run(&["build", "1.toml"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("B0302"), "{}", ended.err);
}

#[test]
fn cli_fonts_prints_the_table() {
    let project = Project::new(PUBLICATION);
    let ended = project.run(&["fonts"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let row = ended.out.lines().find(|line| line.contains("FandolKai-Regular ")).unwrap();
    for part in ["署名", "FandolKai-Regular.otf", "GPL-3.0", "10361"] {
        assert!(row.contains(part), "{row}");
    }
    assert!(ended.out.contains("LXGWWenKai-Regular"));
}

#[test]
fn cli_speaks_the_editors_language() {
    let project = Project::new(PUBLICATION);
    for (arguments, expected) in [
        (&["bild"][..], "没有“bild”这个命令"),
        (&["build"], "缺少"),
        (&["build", "--dmp", "x"], "不认得“--dmp”"),
        (&["build", "x", "-o"], "后面缺少值"),
        (&["check", ""], "是空的，请写上内容"),
        (&["--lang", "fr", "check"], "不能是“fr”；可以写：zh、en"),
        (&["check", "--format", "xml"], "不能是“xml”；可以写：human、json、sarif、github"),
        (&["check", "--deny", "foo"], "不能是“foo”；可以写：error、warning、advice"),
        (&["build", "x", "-o", "a", "--out-dir", "b"], "不能和"),
        (&[], "没有写命令"),
    ] {
        let ended = project.run(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}");
        assert!(ended.err.contains(expected), "{arguments:?}: {}", ended.err);
    }
    for language in ["zh-CN", "ZH", "zh", "zh_CN.UTF-8"] {
        assert!(project.run(&["--lang", language, "explain", "B0606"]).out.contains("标点重复"), "{language}");
    }
}

#[test]
fn cli_help_is_complete_and_has_examples() {
    let project = Project::new(PUBLICATION);
    for (arguments, words) in [
        (&["--help"][..], &["build", "fonts", "--version", "例："][..]),
        (&["build", "--help"], &["--output", "--out-dir", "--dump", "例：", "issues/709.toml"]),
        (&["fonts", "--help"], &["位置", "例："]),
    ] {
        let ended = project.run(arguments);
        assert_eq!(ended.code, 0);
        for word in words {
            assert!(ended.out.contains(word), "{arguments:?} lacks {word}:\n{}", ended.out);
        }
        assert!(!ended.out.contains("Usage") && !ended.out.contains("Options"), "{}", ended.out);
    }
    assert!(project.run(&["--version"]).out.contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn cli_same_input_gives_the_same_bytes() {
    let project = Project::new(PUBLICATION);
    let issue = issue_709().display().to_string();
    for output in ["a.pdf", "b.pdf"] {
        assert_eq!(project.run(&["build", &issue, "-o", output]).code, 0);
    }
    assert_eq!(fs::read(project.path().join("a.pdf")).unwrap(), fs::read(project.path().join("b.pdf")).unwrap());
}

#[test]
fn cli_explains_a_line() {
    let project = Project::new(PUBLICATION);
    let issue = issue_709().display().to_string();
    let ended = project.run(&["explain-line", &issue, "--page", "3", "--line", "5"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let told: Vec<_> = ended.out.lines().collect();
    assert_eq!(told[0].replace('|', ""), "可断之处：事项清单，积极回应法治急需。规范做好人事任免工作，健全人事");
    assert!(told[0].contains("清|单，|积"), "{}", told[0]);
    assert!(told[1].starts_with("行长 27.638 字；不挤不拉是 29.000 字，挤到底是 27.500 字"), "{}", told[1]);
    assert_eq!(told[2], "标点一共挤去 1.362 字");
    assert_eq!(told[3], "下一个单元“任”放不进：加上它，挤到底也要 28.500 字");
    assert_eq!(project.run(&["explain-line", &issue, "--page", "1", "--line", "1"]).code, 2);
    assert_eq!(project.run(&["explain-line", &issue, "--page", "x", "--line", "1"]).code, 2);
}
