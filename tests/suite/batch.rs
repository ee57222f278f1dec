//! Many issues in one run, and those that need no building.

#[path = "../../benches/archive/mod.rs"]
mod archive;

use crate::support::{PUBLICATION, Project, issue_of, root};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// A project with a synthetic archive of so many issues in `期`.
fn archive_of(count: usize) -> Project {
    let project = Project::new(PUBLICATION);
    archive::write(&project.path().join("期"), count, 7).unwrap();
    project
}

/// The files of a folder with their bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

/// The issues told as built, in the order in which they were told.
fn built(out: &str) -> Vec<String> {
    let lines = out.lines().filter(|line| line.starts_with("已写 "));
    lines.map(|line| line.rsplit('/').next().unwrap().split('.').next().unwrap().to_owned()).collect()
}

#[test]
fn batch_archive_differs_from_issue_to_issue_and_not_from_run_to_run() {
    let texts: Vec<_> = (1..40).map(|serial| archive::issue(7, serial, archive::USUAL)).collect();
    let again: Vec<_> = (1..40).map(|serial| archive::issue(7, serial, archive::USUAL)).collect();
    assert_eq!(texts, again);
    let mut bodies: Vec<_> = texts.iter().flat_map(|text| text.split("'''").skip(1).step_by(2)).collect();
    let count = bodies.len();
    bodies.sort_unstable();
    bodies.dedup();
    assert_eq!(bodies.len(), count, "no body stands twice");
}

#[test]
fn batch_is_the_same_whatever_the_number_of_threads() {
    let project = archive_of(6);
    let run = |threads: &str| {
        let folder = format!("出{threads}");
        let output = Command::new(env!("CARGO_BIN_EXE_bulletin"))
            .args(["build", "期", "--out-dir", &folder])
            .env("LC_ALL", "zh_CN.UTF-8")
            .env("RAYON_NUM_THREADS", threads)
            .current_dir(project.path())
            .output()
            .unwrap();
        assert!(output.status.success());
        // Locks tell where the issue is from where they are: the folders' names are as long as each other.
        (
            files(&project.path().join(folder)),
            String::from_utf8(output.stderr).unwrap(),
            built(&String::from_utf8(output.stdout).unwrap()),
        )
    };
    let one = run("1");
    assert_eq!(one.2, ["1", "2", "3", "4", "5", "6"]);
    assert_eq!(one.0.len(), 12);
    for threads in ["2", "5"] {
        let more = run(threads);
        assert!(more.0 == one.0 && more.1 == one.1 && more.2 == one.2, "{threads}");
    }
}

#[test]
fn batch_goes_on_behind_a_failing_issue_and_sums_up() {
    let project = archive_of(4);
    project.write("期/2.toml", "number = \n");
    let ended = project.run(&["build", "期"]);
    assert_eq!(ended.code, 1);
    assert_eq!(built(&ended.out), ["1", "3", "4"]);
    let summary = ended.out.lines().last().unwrap();
    assert!(summary.starts_with("排好 3 期（") && summary.contains("没有改动 0 期，没有排成 1 期"), "{summary}");
    assert!(ended.err.contains("期/2.toml:1:"), "{}", ended.err);
    let ended = project.run(&["build", "期", "--quiet", "--force"]);
    assert!(ended.code == 1 && ended.out.is_empty() && ended.err.contains("期/2.toml:1:"), "{}", ended.out);
    let ended = project.run(&["build", "期", "--lang", "en"]);
    let summary = ended.out.lines().last().unwrap();
    assert!(summary.starts_with("0 built (0 pages), 3 unchanged, 1 failed, in "), "{summary}");
}

/// Four issues that take in a file of each kind; what is amended holds from the third.
fn archive_of_files() -> Project {
    let project = archive_of(0);
    let publication = fs::read_to_string(project.path().join("期/bulletin.toml")).unwrap();
    let keys = "word_lists = [\"词表.tsv\"]\noutput_profile = \"厂商.icc\"\n";
    let own = "\n[faces.title]\nface = \"字体/own.otf\"\n";
    let amended = |from: &str| format!("{keys}{publication}{own}\n[[amendment]]\nfrom_serial = 3\n{from}\n");
    project.write("期/bulletin.toml", amended("telephone = \"7654321\""));
    project.write("期/词表.tsv", "a1\t某某词\t别的词\twarning\ttypo\n");
    project.write("期/厂商.icc", fs::read(root().join("src/writers/pdf/fogra29.icc")).unwrap());
    project.write("期/字体/own.otf", fs::read(root().join("fonts/FandolSong-Bold.otf")).unwrap());
    project.write("期/稿/文.txt", "文。");
    for serial in 1..=4 {
        let issue = archive::issue(3, serial, 4);
        let more = if serial == 2 {
            "\n[[article]]\ncolumn = \"代表工作\"\ntitle = \"另一篇\"\nbody_file = \"稿/文.txt\"\n"
        } else {
            ""
        };
        project.write(&format!("期/{serial}.toml"), issue + more);
    }
    project
}

/// What one change after the other builds again: just the issues that it touches.
#[test]
fn batch_builds_what_a_change_touches() {
    let project = archive_of_files();
    let all = ["1", "2", "3", "4"];
    let build = || {
        let ended = project.run(&["build", "期"]);
        assert_eq!(ended.code, 0, "{}", ended.err);
        built(&ended.out)
    };
    let none: [&str; 0] = [];
    let replace = |name: &str, from: &str, to: &str| {
        let path = project.path().join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{name}: {from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    };
    assert_eq!(build(), all);
    assert_eq!(build(), none);
    replace("期/4.toml", "editor  = ", "editor =  ");
    assert_eq!(build(), ["4"], "an issue");
    replace("期/稿/文.txt", "文", "本文");
    assert_eq!(build(), ["2"], "a body in a file of its own");
    replace("期/bulletin.toml", "7654321", "7654322");
    assert_eq!(build(), ["3", "4"], "an amendment");
    replace("期/bulletin.toml", "[[amendment]]", "# 说明\n[[amendment]]");
    assert_eq!(build(), none, "a comment in the publication");
    replace("期/bulletin.toml", "某地人大信息", "某地人大情况");
    assert_eq!(build(), all, "the publication");
    replace("期/词表.tsv", "别的词", "其他词");
    assert_eq!(build(), all, "a word list");
    let mut profile = fs::read(project.path().join("期/厂商.icc")).unwrap();
    profile[24..36].fill(0);
    project.write("期/厂商.icc", profile);
    assert_eq!(build(), all, "the press's profile");
    // A face's file is replaced by renaming, as a package's is.
    project.write("期/字体/new.otf", fs::read(root().join("fonts/FandolHei-Regular.otf")).unwrap());
    fs::rename(project.path().join("期/字体/new.otf"), project.path().join("期/字体/own.otf")).unwrap();
    assert_eq!(build(), all, "a face");
    let pdf = fs::read(project.path().join("build/1.pdf")).unwrap();
    project.write("build/1.pdf", &pdf[..pdf.len() / 2]);
    assert_eq!(build(), ["1"], "half a PDF");
    fs::remove_file(project.path().join("build/2.pdf")).unwrap();
    assert_eq!(build(), ["2"], "no PDF");
    replace("build/3.lock", "\"program\": \"", "\"program\": \"0.");
    assert_eq!(build(), ["3"], "another version's lock");
    project.write("build/4.lock", "bulletin lock 3\n{");
    assert_eq!(build(), ["4"], "a broken lock");
    assert_eq!(built(&project.run(&["build", "期", "--mono"]).out), all, "other options");
    assert_eq!(build(), all, "and back");
    assert_eq!(built(&project.run(&["build", "期", "--force"]).out), all, "force");
    assert_eq!(build(), none);
    // What is asked for beside the PDF comes from the set pages.
    assert_eq!(built(&project.run(&["build", "期/1.toml", "--dump"]).out), ["1"]);
}

/// What stands behind a lock's head is for the day when no program runs: it must be whole as well.
#[test]
fn batch_builds_where_a_lock_is_not_whole() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    let build = || project.run(&["build", "1.toml"]).out.starts_with("已写 build/1.pdf");
    assert!(build() && !build());
    let lock = fs::read_to_string(project.path().join("build/1.lock")).unwrap();
    let letter = lock.rfind("H4s").unwrap() + 40;
    let other = if lock[letter..].starts_with('A') { "B" } else { "A" };
    let changed = format!("{}{other}{}", &lock[..letter], &lock[letter + 1..]);
    for broken in [&lock[..lock.len() - 200], &lock[..lock.len() - 1], &changed, &format!("{lock}\n")] {
        project.write("build/1.lock", broken);
        assert!(build(), "{} bytes", broken.len());
        assert_eq!(fs::read_to_string(project.path().join("build/1.lock")).unwrap(), lock);
    }
    project.write("build/1.lock", lock.replace('\n', "\r\n"));
    assert!(!build(), "other line ends are borne");
}

#[test]
fn batch_one_unchanged_issue_says_so() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    assert!(project.run(&["build", "1.toml"]).out.starts_with("已写 build/1.pdf"));
    assert_eq!(project.run(&["build", "1.toml"]).out, "build/1.pdf：没有改动，不必重排\n");
    assert_eq!(project.run(&["build", "1.toml", "-q"]).out, "");
    // The same lock does not stand for a PDF of another name.
    assert!(project.run(&["build", "1.toml", "-o", "build/1.PDF"]).out.starts_with("已写 build/1.PDF"));
}

/// An interrupt ends the run behind what was begun: every file that is there is whole, and none is left aside.
#[test]
fn batch_interrupted_leaves_whole_files() {
    let project = archive_of(60);
    let mut child = Command::new(env!("CARGO_BIN_EXE_bulletin"))
        .args(["build", "期", "--lang", "en"])
        .current_dir(project.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let folder = project.path().join("build");
    while !folder.join("2.pdf").exists() {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it could be interrupted");
        std::thread::yield_now();
    }
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Interrupted"));
    let files = files(&folder);
    let pdfs = files.keys().filter(|name| name.ends_with(".pdf")).count();
    assert!((2..60).contains(&pdfs), "{pdfs}");
    for (name, bytes) in &files {
        assert!(!name.ends_with(".part"), "{name}");
        assert!(!name.ends_with(".pdf") || bytes.trim_ascii_end().ends_with(b"%%EOF"), "{name}");
    }
}
