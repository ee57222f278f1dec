//! What a command line names: files, folders, and patterns that no shell has expanded.

use crate::support::{Ended, PUBLICATION, Project, issue_of};
use std::fs;

/// An issue of this serial number.
fn issue(serial: usize) -> String {
    issue_of("正文。").replace("serial = 1", &format!("serial = {serial}"))
}

/// A project with issues by year, a publication of each folder, pieces and hidden files among them.
fn years() -> Project {
    let project = Project::new(PUBLICATION);
    for (year, serial) in [(2024, 1), (2024, 2), (2025, 3), (2025, 10)] {
        project.write(&format!("期/{year}/{serial}.toml"), issue(serial));
    }
    project.write("期/2025/bulletin.toml", PUBLICATION);
    project.write("期/2024/2/稿.toml", "column = \"要闻\"\ntitle = \"题\"\nbody = \"正文。\"\n");
    project.write("期/2024/.3.toml", "not read");
    project.write("期/.旧/4.toml", "not read");
    project.write("期/2024/说明.txt", "not read");
    project
}

/// The PDFs told as written, in their order.
fn written(ended: &Ended) -> Vec<&str> {
    let lines = ended.out.lines().filter_map(|line| line.strip_prefix("已写 build/"));
    lines.map(|line| line.split('.').next().unwrap()).collect()
}

/// What a pattern has built, without a word of complaint.
fn built(project: &Project, patterns: &[&str]) -> Vec<String> {
    let arguments: Vec<_> = ["build", "--force"].iter().chain(patterns).copied().collect();
    let ended = project.run(&arguments);
    assert_eq!((ended.code, &*ended.err), (0, ""), "{patterns:?}");
    written(&ended).into_iter().map(str::to_owned).collect()
}

#[test]
fn inputs_patterns_match_as_a_shell_would_have_them() {
    let project = years();
    assert_eq!(built(&project, &["期/2024/*.toml"]), ["1", "2"]);
    assert_eq!(built(&project, &["期/*/[12]*.toml"]), ["1", "2", "10"]);
    assert_eq!(built(&project, &["期/2025/?.toml", "期/2024/1.toml", "期/2024/*"]), ["3", "1", "2"], "each once");
    assert_eq!(built(&project, &["期/2*"]), ["1", "2", "10", "3"], "folders");
}

/// At any depth there are pieces too, which are no issues.
#[test]
fn inputs_patterns_reach_folders_at_any_depth() {
    let project = years();
    assert_eq!(built(&project, &["期/**/*.toml"]), ["1", "2", "10", "3"]);
    assert_eq!(built(&project, &["**/1*.toml"]), ["1", "10"]);
    assert_eq!(built(&project, &["期/**"]), ["1", "2", "10", "3"]);
    assert_eq!(built(&project, &["期/2024/**"]), ["1", "2"], "what is directly in it too");
    // A broken issue is no piece.
    project.write("期/2024/2.toml", "serial = \n");
    let ended = project.run(&["build", "期/**/*.toml"]);
    assert!(ended.code == 1 && ended.err.contains("期/2024/2.toml:1:"), "{}", ended.err);
}

#[test]
fn inputs_that_are_there_are_no_patterns() {
    let project = Project::new(PUBLICATION);
    project.write("[1].toml", issue(1));
    project.write("1.toml", issue(1));
    project.write("旧[1]/2.toml", issue(2));
    project.write("旧1/3.toml", issue(3));
    assert_eq!(built(&project, &["[1].toml"]), ["[1]"]);
    assert_eq!(built(&project, &["旧[1]/*.toml"]), ["2"]);
    fs::remove_file(project.path().join("[1].toml")).unwrap();
    assert_eq!(built(&project, &["[1].toml"]), ["1"], "a pattern now");
    let ended = project.run(&["build", "旧[1]/9.toml"]);
    assert!(ended.code == 2 && ended.err.contains("旧[1]/9.toml：没有这个文件"), "{}", ended.err);
}

#[test]
fn inputs_patterns_without_a_match_are_told() {
    let project = years();
    for pattern in ["期/2023-*.toml", "没有/*.toml", "期/2024/*.txt", "期/2025/b*.toml", "期/2024/2/*", "期/2024/.*"]
    {
        let ended = project.run(&["build", pattern]);
        assert_eq!(ended.code, 2, "{pattern}");
        assert!(ended.err.starts_with(&format!("{pattern} 没有匹配到稿件")), "{}", ended.err);
        assert_eq!(ended.err.lines().count(), 1, "{}", ended.err);
    }
    let ended = project.run(&["build", "期/2023-*.toml", "--lang", "en"]);
    assert!(ended.err.starts_with("期/2023-*.toml matches no issue"), "{}", ended.err);
    for pattern in ["期/[1.toml", "期/a**/1.toml"] {
        let ended = project.run(&["build", pattern]);
        assert!(
            ended.code == 2 && ended.err.starts_with(&format!("{pattern} 不是文件，也不是通配符")),
            "{}",
            ended.err
        );
    }
    // The others are built all the same.
    let ended = project.run(&["build", "期/2023-*.toml", "期/2024/1.toml"]);
    assert_eq!((ended.code, written(&ended)), (2, vec!["1"]));
}

#[test]
fn inputs_patterns_are_for_other_commands_too() {
    let project = years();
    let ended = project.run(&["check", "期/**/*.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.out);
    assert!(ended.out.contains("4 期"), "{}", ended.out);
    assert_eq!(project.run(&["check", "期/2023-*.toml"]).code, 2);
    assert_eq!(project.run(&["check", "期/2023-*.toml", "期/2024/1.toml"]).code, 2);
    built(&project, &["期/2024/*.toml"]);
    let ended = project.run(&["verify", "期/2024/*.toml"]);
    assert_eq!((ended.code, ended.out.lines().count()), (0, 2), "{}", ended.out);
    assert_eq!(project.run(&["verify", "期/2023-*.toml"]).code, 2);
}
