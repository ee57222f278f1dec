//! Locks: what they hold, that they are the same everywhere, what `verify` makes of them, and what they are never
//! written over.

use crate::support::{Ended, HEAD, PUBLICATION, Project, golden, issue_709, issue_of, root, tool};
use bulletin::fonts::{Finder, FontFiles, FontFolders};
use bulletin::lock::{self, Change, Content, Digest, Digests, Head, Lock, Trust, may_replace};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A project with the published issue in `issues`.
fn project_709() -> Project {
    let project = Project::new(PUBLICATION);
    project.write("issues/709.toml", fs::read(issue_709()).unwrap());
    project.write("issues/bulletin.toml", fs::read(issue_709().with_file_name("bulletin.toml")).unwrap());
    project
}

/// An issue that takes in a file of each kind.
fn project_of_files() -> Project {
    let project = Project::new(&format!(
        "word_lists = [\"词表.tsv\"]\noutput_profile = \"厂商.icc\"\n{PUBLICATION}\n[faces.title]\nface = \"own.otf\"\n"
    ));
    fs::copy(root().join("fonts/FandolSong-Bold.otf"), project.path().join("own.otf")).unwrap();
    fs::copy(root().join("src/writers/pdf/fogra29.icc"), project.path().join("厂商.icc")).unwrap();
    project.write("词表.tsv", "a1\t某某词\t别的词\twarning\ttypo\n");
    project.write("in/篇.toml", "column = \"要闻\"\ntitle = \"题二\"\nbody_file = \"文.txt\"\n");
    project.write("in/文.txt", "另一篇的正文。");
    project.write("1.toml", issue_of("正文。") + "\n[[article]]\nfile = \"in/篇.toml\"\n");
    project
}

fn read(project: &Project, name: &str) -> Lock {
    Lock::read(&project.path().join(name)).unwrap().unwrap()
}

/// Writes a lock again after a change of it, its digests in step.
fn change(project: &Project, name: &str, change: impl FnOnce(&mut Lock)) {
    let mut lock = read(project, name);
    change(&mut lock);
    lock.head.dump = Content::of(lock.dump.as_bytes());
    project.write(name, lock.print().unwrap());
}

fn replace(project: &Project, name: &str, old: &str, new: &str) {
    let text = fs::read_to_string(project.path().join(name)).unwrap();
    assert!(text.contains(old), "{name}: {old}");
    project.write(name, text.replace(old, new));
}

fn done(ended: &Ended) -> &str {
    assert_eq!((ended.code, &*ended.err), (0, ""), "{}", ended.out);
    &ended.out
}

fn names(project: &Project, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(project.path().join(folder)).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn lock_holds_digests_of_everything() {
    let project = project_of_files();
    done(&project.run(&["build", "1.toml", "--dump"]));
    assert_eq!(names(&project, "build"), ["1.dump", "1.lock", "1.pdf"]);
    let head = read(&project, "build/1.lock").head;
    let files = [&head.issue, &head.publication].into_iter().chain(&head.sources);
    let files = files.map(|input| (input.path.clone(), input.content.clone()));
    let files = files.map(|(path, content)| (path, ("sha256sum", "coreutils"), content.size, content.sha256));
    let faces = head.faces.iter().map(|face| (face.path.clone(), &face.content));
    let faces = faces.map(|(path, content)| (path, ("xxh128sum", "xxhash"), content.size, content.xxh128));
    let pdf = (head.pdf.path.clone(), ("sha256sum", "coreutils"), head.pdf.content.size, head.pdf.content.sha256);
    let all: Vec<_> = files.chain(faces).chain([pdf]).collect();
    let paths: Vec<_> = all.iter().map(|(path, ..)| path.as_str()).collect();
    let expected = [
        "../1.toml",
        "../bulletin.toml",
        "../in/文.txt",
        "../in/篇.toml",
        "../厂商.icc",
        "../词表.tsv",
        "../fonts/FandolFang-Regular.otf",
        "../fonts/FandolSong-Regular.otf",
        "../own.otf",
        "../fonts/FandolHei-Regular.otf",
        "../fonts/FandolKai-Regular.otf",
        "1.pdf",
    ];
    assert_eq!(paths, expected);
    for (path, (program, package), size, digest) in &all {
        let file = project.path().join("build").join(path);
        let told = tool(program, package, &[file.to_str().unwrap()]);
        assert_eq!(told.split(' ').next().unwrap(), digest.to_string(), "{path}");
        assert_eq!(fs::metadata(&file).unwrap().len(), *size, "{path}");
    }
    assert_eq!((head.program.as_str(), head.options["inks"].as_str()), (env!("CARGO_PKG_VERSION"), "two"));
    let embedded: Vec<_> = head.faces.iter().filter(|face| face.embedded).map(|face| face.name.as_str()).collect();
    let listed = tool("pdffonts", "poppler-utils", &[project.path().join("build/1.pdf").to_str().unwrap()]);
    assert_eq!(listed.lines().count() - 2, embedded.len(), "{listed}\n{embedded:?}");
}

/// What the paper promises for the day when this program runs no more.
#[test]
fn lock_is_read_with_what_any_machine_has() {
    let project = project_709();
    assert_eq!(project.run(&["build", "issues/709.toml", "--dump"]).code, 0);
    let lock = project.path().join("build/709.lock").display().to_string();
    let unpack = |name: &str| {
        let script = format!("sed -n '/BEGIN {name}/,/END {name}/p' '{lock}' | grep -v -e ----- | base64 -d | gunzip");
        tool("sh", "dash", &["-c", &script])
    };
    assert_eq!(unpack("PAGE DUMP"), fs::read_to_string(project.path().join("build/709.dump")).unwrap());
    let held = unpack("PUBLICATION");
    let shown = project.run(&["show-publication", "issues/709.toml"]).out;
    let keys: Vec<_> = held.lines().collect();
    let expected: Vec<_> = shown.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(keys.len(), expected.len());
    assert!(expected.iter().zip(&keys).all(|(shown, held)| shown.starts_with(held)), "{held}");
}

/// Nothing of the machine, the moment or the way in which the program is called is in the PDF or in the lock.
#[test]
fn lock_and_pdf_are_the_same_everywhere() {
    let run = |project: &Project, folder: &str, arguments: &[&str], environment: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bulletin"));
        command.args(arguments).current_dir(project.path().join(folder)).envs(environment.iter().copied());
        let ended = Ended::new(&command.output().unwrap());
        assert_eq!(ended.code, 0, "{}", ended.err);
        ["pdf", "lock"].map(|ending| fs::read(project.path().join("build/709").with_extension(ending)).unwrap())
    };
    let first = project_709();
    let plain = ["build", "issues/709.toml"];
    let expected = run(&first, ".", &plain, &[]);
    // A home without a cache, one with a cache, and one whose cache is broken.
    let home = first.path().join("home").display().to_string();
    let cache = first.path().join("home/.cache/bulletin/fonts/digests.index");
    let environments: [&[(&str, &str)]; 7] = [
        &[("TZ", "Asia/Shanghai"), ("LANG", "zh_CN.UTF-8"), ("LC_ALL", "zh_CN.UTF-8")],
        &[("TZ", "America/Adak"), ("LANG", "C"), ("LC_ALL", "C"), ("NO_COLOR", "1")],
        &[("LC_ALL", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "1"), ("HOSTNAME", "other"), ("USER", "nobody")],
        &[("RAYON_NUM_THREADS", "7"), ("SOURCE_DATE_EPOCH", "0"), ("TMPDIR", "/var/tmp")],
        &[("HOME", &home)],
        &[("HOME", &home)],
        &[("HOME", "/dev/null"), ("XDG_CACHE_HOME", "/dev/null"), ("XDG_DATA_DIRS", "/dev/null")],
    ];
    for environment in environments {
        assert!(run(&first, ".", &plain, environment) == expected, "{environment:?}");
    }
    let no_override =
        std::env::var_os("BULLETIN_FONTS_CACHE").is_none() && std::env::var_os("XDG_CACHE_HOME").is_none();
    assert!(cache.is_file() || !no_override);
    fs::create_dir_all(cache.parent().unwrap()).unwrap();
    fs::write(&cache, "bulletin digests 1\nrubbish\nend\n").unwrap();
    assert!(run(&first, ".", &plain, &[("HOME", &home)]) == expected);
    // Another folder, whole paths, paths that go up, other working folders.
    let second = project_709();
    let whole = |path: &str| second.path().join(path).display().to_string();
    let (issue, pdf) = (whole("issues/709.toml"), whole("build/709.pdf"));
    fs::create_dir_all(second.path().join("a/b")).unwrap();
    for (folder, arguments) in [
        (".", vec!["build", &issue, "-o", &pdf]),
        ("issues", vec!["build", "709.toml", "-o", "../build/709.pdf"]),
        ("a/b", vec!["build", "../../issues/709.toml", "--out-dir", "../../a/../build"]),
        (".", vec!["build", "./issues/../issues/709.toml", "--out-dir", "./build/"]),
    ] {
        assert!(run(&second, folder, &arguments, &[]) == expected, "{arguments:?} in {folder}");
    }
}

#[test]
fn lock_of_an_issue_as_it_was_verifies() {
    let project = project_709();
    project.run(&["build", "issues/709.toml"]);
    let before = names(&project, "build");
    assert_eq!(
        done(&project.run(&["verify", "issues/709.toml"])),
        format!("build/709.lock：一致。{} 版重排，PDF 逐字节相同\n", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(names(&project, "build"), before, "nothing is written");
    // Each output has its lock, and each is verified with the options that it was built with.
    project.run(&["build", "issues/709.toml", "-o", "屏/黑.pdf", "--mono"]);
    assert_eq!(read(&project, "屏/黑.lock").head.options["inks"], "mono");
    assert_ne!(read(&project, "屏/黑.lock").head.pdf.content, read(&project, "build/709.lock").head.pdf.content);
    done(&project.run(&["verify", "issues/709.toml", "-o", "屏/黑.pdf"]));
    let asked = ["--target", "screen", "--bleed", "3mm"];
    project.run(&[&["build", "issues/709.toml", "-o", "屏/宽.pdf"], asked.as_slice()].concat());
    let options = read(&project, "屏/宽.lock").head.options;
    assert_eq!((options["target"].as_str(), options["bleed"].as_str()), ("screen", "557314"));
    done(&project.run(&["verify", "issues/709.toml", "-o", "屏/宽.pdf"]));
    done(&project.run(&["verify", "issues"]));
}

/// Puts another profile in the place of the press's.
fn other_press(project: &Project) {
    let path = project.path().join("厂商.icc");
    let mut profile = fs::read(&path).unwrap();
    profile[24..36].fill(0);
    fs::write(path, profile).unwrap();
}

/// A change of each input is told by its name.
#[test]
fn lock_tells_which_input_changed() {
    let told = |change: &dyn Fn(&Project)| {
        let project = project_of_files();
        done(&project.run(&["build", "1.toml"]));
        change(&project);
        let ended = project.run(&["verify", "1.toml"]);
        assert_eq!(ended.err, "", "{}", ended.out);
        let lines = ended.out.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
        (ended.code, lines)
    };
    let holds = |(code, lines): (i32, Vec<String>), expected: i32, line: &str| {
        assert!(code == expected && lines.iter().any(|found| found == line), "{line}: {code} {lines:#?}");
    };
    holds(told(&|project| replace(project, "1.toml", "正文", "本文")), 1, "稿件改过：1.toml");
    holds(told(&|project| replace(project, "in/篇.toml", "题二", "题三")), 1, "稿件改过：in/篇.toml");
    holds(told(&|project| replace(project, "in/文.txt", "另一", "又一")), 1, "稿件改过：in/文.txt");
    holds(told(&|project| other_press(project)), 1, "稿件改过：厂商.icc");
    holds(
        told(&|project| replace(project, "bulletin.toml", "某地人大编", "某地人大办")),
        1,
        "刊物的设置改过：publisher",
    );
    // What changes no page is told, and is no fault.
    holds(told(&|project| replace(project, "词表.tsv", "别的词", "另外词")), 0, "稿件改过：词表.tsv");
    let comment = told(&|project| replace(project, "1.toml", "number", "# 注\nnumber"));
    holds(comment, 0, "稿件改过：1.toml");
    // Another face under the same name; the same face elsewhere.
    let song = root().join("fonts/FandolHei-Regular.otf");
    holds(
        told(&|project| assert!(fs::copy(&song, project.path().join("own.otf")).is_ok())),
        1,
        "字体 own.otf 的文件换过",
    );
    let nearer = told(&|project| {
        fs::remove_file(project.path().join("own.otf")).unwrap();
        fs::remove_file(project.path().join("fonts")).unwrap();
        fs::create_dir(project.path().join("fonts")).unwrap();
        for face in fs::read_dir(root().join("fonts")).unwrap() {
            let face = face.unwrap();
            std::os::unix::fs::symlink(face.path(), project.path().join("fonts").join(face.file_name())).unwrap();
        }
        std::os::unix::fs::symlink(root().join("fonts/FandolSong-Bold.otf"), project.path().join("fonts/own.otf"))
            .unwrap();
    });
    holds(nearer, 0, "字体 own.otf 不在当时的文件里了");
    // A publication's file nearer to the issue.
    let publication = told(&|project| {
        let text = fs::read_to_string(project.path().join("bulletin.toml")).unwrap();
        fs::create_dir_all(project.path().join("deep")).unwrap();
        project.write("deep/bulletin.toml", text);
        fs::rename(project.path().join("1.toml"), project.path().join("deep/1.toml")).unwrap();
        std::os::unix::fs::symlink(project.path().join("deep/1.toml"), project.path().join("1.toml")).unwrap();
    });
    assert_eq!(publication.0, 0, "{:?}", publication.1);
    // A change of the publication that is not for this issue is none.
    let later = told(&|project| {
        let text = fs::read_to_string(project.path().join("bulletin.toml")).unwrap();
        let amendment = "\n[[amendment]]\nfrom = 2030-01-01\ntelephone = \"9\"\n";
        project.write("bulletin.toml", text + amendment);
    });
    assert_eq!((later.0, later.1.len()), (0, 1), "{:?}", later.1);
}

#[test]
fn lock_notices_a_pdf_that_is_not_the_one_it_was() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    done(&project.run(&["build", "1.toml"]));
    let pdf = project.path().join("build/1.pdf");
    let mut bytes = fs::read(&pdf).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&pdf, &bytes).unwrap();
    let ended = project.run(&["verify", "1.toml"]);
    assert_eq!(ended.code, 1);
    assert!(ended.out.ends_with("重排：\n  build/1.pdf 不是当时写的文件，后来改过\n"), "{}", ended.out);
    fs::remove_file(&pdf).unwrap();
    let ended = project.run(&["verify", "1.toml"]);
    assert_eq!(ended.code, 1);
    assert!(ended.out.ends_with("  build/1.pdf 不在了\n"), "{}", ended.out);
    // Building again sets it right.
    done(&project.run(&["build", "1.toml"]));
    done(&project.run(&["verify", "1.toml"]));
}

/// Another version must give the same pages; their bytes may differ.
#[test]
fn lock_of_another_version_asks_for_the_same_pages_only() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    done(&project.run(&["build", "1.toml"]));
    let pdf = project.path().join("build/1.pdf");
    let older = [fs::read(&pdf).unwrap(), b"%older".to_vec()].concat();
    fs::write(&pdf, &older).unwrap();
    change(&project, "build/1.lock", |lock| {
        lock.head.program = "0.0.9".into();
        lock.head.pdf.content = Content::of(&older);
        // A key that this version added is no change of the publication.
        lock.held = lock
            .held
            .lines()
            .filter(|line| !line.starts_with("contents."))
            .fold(String::new(), |text, line| text + line + "\n");
        lock.head.held = Content::of(lock.held.as_bytes());
    });
    let now = env!("CARGO_PKG_VERSION");
    assert_eq!(
        done(&project.run(&["verify", "1.toml"])),
        format!("build/1.lock：一致。0.0.9 版所排，{now} 版重排，各页各行都在原处（PDF 的字节随版本而异）\n")
    );
    change(&project, "build/1.lock", |lock| {
        let line = lock.dump.lines().find(|line| line.contains("\"正文。\"")).unwrap();
        let (indent, number) = line.trim_start().split_once(' ').map(|(number, rest)| (rest, number)).unwrap();
        let number: usize = number.parse().unwrap();
        lock.dump = lock.dump.replace(line, &format!("  {} {indent}", number - 1));
    });
    let ended = project.run(&["verify", "1.toml"]);
    assert_eq!(ended.code, 1);
    assert!(ended.out.contains("“正文。”下移 1 行\n"), "{}", ended.out);
    assert_eq!(ended.out.lines().count(), 2, "{}", ended.out);
    // A dump of another form cannot be compared; an option from times to come is not guessed at.
    change(&project, "build/1.lock", |lock| lock.dump = lock.dump.replace("dump 1", "dump 0"));
    let ended = project.run(&["verify", "1.toml"]);
    assert!(ended.code == 1 && ended.out.contains("格式不同，不能逐行比较"), "{}", ended.out);
    change(&project, "build/1.lock", |lock| drop(lock.head.options.insert("ink_limit".into(), "240".into())));
    let ended = project.run(&["verify", "1.toml"]);
    assert!(ended.code == 2 && ended.err.contains("ink_limit = 240"), "{}", ended.err);
}

/// What `verify` tells in both languages.
fn told(project: &Project) -> String {
    let told = ["zh", "en"].map(|language| {
        let ended = project.run(&["verify", "issues/709.toml", "--lang", language]);
        assert_eq!((ended.code, &*ended.err), (1, ""));
        ended.out.replace(env!("CARGO_PKG_VERSION"), "VERSION")
    });
    told.join("\n")
}

/// A sentence is put in: what follows goes down, and some of it over the page.
#[test]
fn lock_moves_after_a_sentence_more_are_told_in_both_languages() {
    let project = project_709();
    project.run(&["build", "issues/709.toml"]);
    let text = fs::read_to_string(project.path().join("issues/709.toml")).unwrap();
    let start = text.find("body").unwrap();
    let at = start + text[start..].find("。\n").unwrap();
    let more = "，并且以钉钉子的精神一件一件地抓好落实，务求取得人民群众看得见摸得着的成效";
    project.write("issues/709.toml", format!("{}{more}{}", &text[..at], &text[at..]));
    golden("moves/sentence.txt", &told(&project));
}

/// Another version set the issue otherwise: each kind of difference, put into the lock's dump.
#[test]
fn lock_moves_of_another_version_are_told_in_both_languages() {
    let project = project_709();
    project.run(&["build", "issues/709.toml"]);
    change(&project, "build/709.lock", |lock| {
        lock.head.program = "0.0.9".into();
        let mut lines: Vec<_> = lock.dump.lines().map(str::to_owned).collect();
        let at = |start: &str| at_in(&lines, start);
        let page = |number: usize| at(&format!("page {number} "));
        let beside = |number: usize| run_in(&lines, number, 0);
        let run = |number: usize, line: usize| run_in(&lines, number, line);
        let (structure, outline) = (at("structure"), at("outline"));
        let edits = [
            (1, "title \"", "title \"旧"),
            (page(4), "x", "x1"),
            (at("  rule"), "x=", "x=1"),
            (outline + 1, "y=", "y=1"),
            (structure + 1, "Document", "Part"),
            (run(3, 2), "  2 ", "  1 "),
            (run(3, 3), "  3 ", "  2 "),
            (run(5, 4), "  4 ", "  7 "),
            (run(6, 2), "black", "red"),
            (run(7, 2) + 1, "dx ", "dx 5 "),
            (run(8, 2), "\"", "\"旧有的字"),
            (beside(9), " y=", " y=1"),
            (run(10, 3), " x=", " x=1"),
        ];
        for (line, old, new) in edits {
            assert!(lines[line].contains(old), "{} lacks {old}", lines[line]);
            lines[line] = lines[line].replacen(old, new, 1);
        }
        // A line that is there no more, and one that was not there.
        let gone = lines[run_in(&lines, 11, 3)].replace(" y=", " y=2").replacen("\"", "\"从前另有的一行", 1);
        let new = run_in(&lines, 12, 4);
        lines.drain(new..new + 2);
        let place = run_in(&lines, 11, 4);
        lines.insert(place, gone);
        lock.dump = lines.join("\n") + "\n";
    });
    golden("moves/version.txt", &told(&project));
}

fn at_in(lines: &[String], start: &str) -> usize {
    lines.iter().position(|line| line.starts_with(start)).unwrap()
}

/// The first run on a line of a page.
fn run_in(lines: &[String], page: usize, line: usize) -> usize {
    let page = at_in(lines, &format!("page {page} "));
    page + at_in(&lines[page..], &format!("  {line} x="))
}

#[test]
fn lock_that_cannot_be_used_is_said() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    project.write("2.toml", issue_of("正文。").replace("serial = 1", "serial = 2"));
    let verify = |expected: &str| {
        let ended = project.run(&["verify", "1.toml"]);
        assert_eq!((ended.code, &*ended.out), (2, ""), "{}", ended.err);
        assert!(ended.err.contains(expected), "{}", ended.err);
    };
    verify("build/1.lock 不在：1.toml 还没有排过");
    done(&project.run(&["build", "1.toml", "2.toml"]));
    let text = fs::read_to_string(project.path().join("build/1.lock")).unwrap();
    let whole = Lock::parse(&text).unwrap();
    assert_eq!(whole.print().unwrap(), text);
    // Cut short anywhere, or with any character another, it is never taken for whole.
    for end in (0..text.len()).step_by(97).filter(|end| text.is_char_boundary(*end)) {
        assert!(Lock::parse(&text[..end]).is_err(), "{end}");
    }
    let armour = text.find("-----BEGIN").unwrap();
    for at in (armour..text.len()).step_by(61) {
        let mut bytes = text.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        let parsed = Lock::parse(std::str::from_utf8(&bytes).unwrap());
        // The last figures of base64 may hold bits that say nothing; decoders refuse them.
        assert!(parsed.is_err(), "{at}");
    }
    project.write("build/1.lock", &text[..text.len() / 2]);
    verify("build/1.lock 不完整，或被改过");
    project.write("build/1.lock", text.replace("\"size\"", "\"sise\""));
    verify("build/1.lock 不完整，或被改过");
    project.write("build/1.lock", text.replace("lock 3", "lock 7"));
    verify("另一种格式（7）");
    project.write("build/1.lock", [0xff, 0xfe, 0]);
    verify("build/1.lock 不是锁文件");
    project.write("build/1.lock", fs::read(project.path().join("build/2.lock")).unwrap());
    verify("build/1.lock 是 2.toml 的锁文件，不是 1.toml 的");
    fs::remove_file(project.path().join("build/1.lock")).unwrap();
    fs::create_dir(project.path().join("build/1.lock")).unwrap();
    verify("没能运行：build/1.lock：这是文件夹");
    // One that cannot be verified does not stop the others.
    let ended = project.run(&["verify", "1.toml", "2.toml", "none.toml"]);
    assert_eq!(ended.code, 2);
    assert!(ended.out.contains("build/2.lock：一致"), "{}", ended.out);
    assert!(ended.err.contains("none.toml：没有这个文件或文件夹"), "{}", ended.err);
    for (arguments, expected) in [
        (&["verify", "bulletin.toml"][..], "bulletin.toml 是刊物的设置"),
        (&["verify", "1.toml", "2.toml", "-o", "x.pdf"], "-o"),
        (&["verify"], "缺少"),
    ] {
        let ended = project.run(arguments);
        assert!(ended.code == 2 && ended.err.contains(expected), "{arguments:?}: {}", ended.err);
    }
}

#[test]
fn lock_of_an_issue_that_no_longer_builds_says_why() {
    let project = Project::new(&format!("{PUBLICATION}\n[faces.title]\nface = \"own.otf\"\n"));
    let face = project.path().join("own.otf");
    fs::copy(root().join("fonts/FandolSong-Bold.otf"), &face).unwrap();
    project.write("1.toml", issue_of("正文。"));
    done(&project.run(&["build", "1.toml"]));
    replace(&project, "1.toml", "2025-01-02", "2025-02-30");
    let ended = project.run(&["verify", "1.toml"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("1.toml:5:"), "{}", ended.err);
    assert!(ended.out.contains("现在排不出来") && ended.out.contains("稿件改过：1.toml"), "{}", ended.out);
    replace(&project, "1.toml", "2025-02-30", "2025-01-02");
    fs::remove_file(face).unwrap();
    let ended = project.run(&["verify", "1.toml"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("B0301"), "{}", ended.err);
    assert!(ended.out.contains("字体 own.otf 不在当时的文件里了"), "{}", ended.out);
}

/// A file `X.lock` may be anything: Cargo's lock is one.
#[test]
fn lock_is_written_over_nothing_but_locks() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    for content in ["# generated by something else\n", "", "bulletin loc"] {
        project.write("Cargo.lock", content);
        let ended = project.run(&["build", "1.toml", "-o", "Cargo.pdf"]);
        assert_eq!(ended.code, 2);
        assert!(ended.err.contains("Cargo.lock 不是锁文件，不会盖掉"), "{}", ended.err);
        assert_eq!(fs::read_to_string(project.path().join("Cargo.lock")).unwrap(), content);
        assert!(!project.path().join("Cargo.pdf").exists());
    }
    for output in ["x.lock", "x.LOCK"] {
        let ended = project.run(&["build", "1.toml", "-o", output]);
        assert!(ended.code == 2 && ended.err.contains(&format!("{output} 正是锁文件")), "{}", ended.err);
        assert!(!project.path().join(output).exists());
    }
    fs::create_dir(project.path().join("y.lock")).unwrap();
    assert_eq!(project.run(&["build", "1.toml", "-o", "y.pdf"]).code, 2);
    // A lock of whatever form is ours; a link stays one, and what it leads to is looked at.
    project.write("far/z.lock", "bulletin lock 99\n");
    std::os::unix::fs::symlink(project.path().join("far/z.lock"), project.path().join("z.lock")).unwrap();
    done(&project.run(&["build", "1.toml", "-o", "z.pdf"]));
    assert!(fs::symlink_metadata(project.path().join("z.lock")).unwrap().is_symlink());
    assert!(read(&project, "far/z.lock").head.pdf.path.ends_with("z.pdf"));
    done(&project.run(&["verify", "1.toml", "-o", "z.pdf"]));
    assert!(!may_replace(&project.path().join("1.toml")).unwrap() && may_replace(Path::new("/none/at/all")).unwrap());
}

#[test]
fn lock_of_a_failed_build_stays_as_it_was() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    done(&project.run(&["build", "1.toml"]));
    let earlier = fs::read(project.path().join("build/1.lock")).unwrap();
    replace(&project, "1.toml", "editor", "editr");
    assert_eq!(project.run(&["build", "1.toml"]).code, 1);
    assert_eq!(fs::read(project.path().join("build/1.lock")).unwrap(), earlier);
    assert_eq!(names(&project, "build"), ["1.lock", "1.pdf"]);
}

/// A head that was changed by hand, and is still one, is not believed.
#[test]
fn lock_whose_head_was_changed_is_refused() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    done(&project.run(&["build", "1.toml"]));
    let whole = read(&project, "build/1.lock");
    let text = whole.print().unwrap();
    let sealed = |change: fn(&mut serde_json::Value)| {
        let (head, rest) = text.split_once("\n\n").unwrap();
        let (first, head) = head.split_once('\n').unwrap();
        let mut head = serde_json::from_str(head).unwrap();
        change(&mut head);
        format!("{first}\n{}\n\n{rest}", serde_json::to_string_pretty(&head).unwrap())
    };
    assert_eq!(Lock::parse(&sealed(|_| {})).unwrap(), whole);
    for changed in [
        sealed(|head| head["sources"] = serde_json::json!([{ "path": "a", "size": 0, "sha256": "0".repeat(64) }])),
        sealed(|head| head["faces"] = serde_json::json!([])),
        sealed(|head| head["options"]["bleed"] = "-500000".into()),
        sealed(|head| head["program"] = "banana".into()),
        sealed(|head| head["more"] = "banana".into()),
    ] {
        project.write("build/1.lock", changed);
        let ended = project.run(&["verify", "1.toml"]);
        assert_eq!((ended.code, &*ended.out), (2, ""), "{}", ended.err);
        assert!(ended.err.contains("build/1.lock 的开头"), "{}", ended.err);
    }
}

/// Version control and editors may make all line ends CR LF: the lock says the same.
#[test]
fn lock_with_other_line_ends_is_read() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    done(&project.run(&["build", "1.toml"]));
    let at = project.path().join("build/1.lock");
    let whole = read(&project, "build/1.lock");
    let text = fs::read_to_string(&at).unwrap().replace('\n', "\r\n");
    project.write("build/1.lock", &text);
    assert_eq!(read(&project, "build/1.lock"), whole);
    assert_eq!(Head::read(&at).unwrap().unwrap(), whole.head);
    assert!(done(&project.run(&["verify", "1.toml"])).contains("build/1.lock：一致"));
    project.write("build/1.lock", text.replace("lock 3", "lock 7"));
    assert!(project.run(&["verify", "1.toml"]).err.contains("另一种格式（7）"));
}

/// What a build that wants to know whether it is needed asks: without parsing or reading where nothing changed.
#[test]
fn lock_inputs_are_compared_without_a_build() {
    let project = project_of_files();
    done(&project.run(&["build", "1.toml"]));
    let at = project.path().join("build/1.lock");
    let head = Head::read(&at).unwrap().unwrap();
    assert_eq!(head, read(&project, "build/1.lock").head);
    let cache = project.path().join("digests.index");
    let options = |inks: &str| {
        let options = [("inks", inks), ("target", "press"), ("bleed", "0")];
        lock::Options::from(options.map(|(name, value)| (name.to_owned(), value.to_owned())))
    };
    let look = |inks: &str| {
        let issue = project.path().join("1.toml");
        let fonts = FontFiles::default();
        let folders = FontFolders::for_publication(&project.path().join("bulletin.toml"));
        let finder = Finder::new(folders, &fonts).unwrap();
        let digests = Digests::open(Some(cache.clone()), Trust::Remembered);
        let inputs = lock::Inputs { head: &head, at: &at, issue: &issue, digests: &digests, finder: &finder };
        (inputs.are_current(&options(inks)).unwrap(), inputs.changes(None).unwrap())
    };
    assert_eq!(look("two"), (true, vec![]));
    // With other options another PDF is asked for, whatever the inputs.
    assert_eq!(look("mono"), (false, vec![]));
    let pdf = fs::read(project.path().join("build/1.pdf")).unwrap();
    project.write("build/1.pdf", &pdf[1..]);
    assert_eq!(look("two"), (false, vec![]));
    project.write("build/1.pdf", &pdf);
    replace(&project, "in/文.txt", "另一", "又一");
    assert_eq!(look("two"), (false, vec![Change::Source("../in/文.txt".into())]));
    fs::remove_file(project.path().join("in/文.txt")).unwrap();
    replace(&project, "bulletin.toml", "某地人大编", "某地人大办");
    let gone = Change::SourceGone("../in/文.txt".into());
    assert_eq!(look("two").1, [gone.clone(), Change::Publication(Vec::new())]);
    replace(&project, "bulletin.toml", "某地人大办", "某地人大编");
    // What the issue sets for itself is part of what holds.
    replace(&project, "1.toml", "editor = ", "copies = 3\neditor = ");
    assert_eq!(look("two").1, [Change::Source("../1.toml".into()), gone, Change::Publication(Vec::new())]);
    project.write("in/文.txt", "另一篇的正文。");
    replace(&project, "1.toml", "copies = 3\n", "");
    assert_eq!(look("two"), (true, vec![]), "what is again as it was is as it was");
    let mut another = head.clone();
    another.program = "0.0.9".into();
    assert!(!another.is_of_this_program() && lock::options_differ(&another, &options("mono")) == ["inks"]);
}

/// A face is hashed once and then remembered, by what the system tells of the file.
#[test]
fn lock_digests_of_faces_are_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().join("digests.index");
    let face = root().join("fonts/FandolSong-Bold.otf");
    let real = fs::canonicalize(&face).unwrap();
    let digest = |trust| Digests::open(Some(cache.clone()), trust).of_face(&face, &FontFiles::default()).unwrap().1;
    let whole = digest(Trust::Remembered);
    assert_eq!(whole, Digest::xxh128(&fs::read(&face).unwrap()));
    let text = fs::read_to_string(&cache).unwrap();
    assert!(text.contains(&format!("{whole}\t")) && text.contains(real.to_str().unwrap()), "{text}");
    // What is remembered is believed, but not by those who trust nothing, who set it right.
    let other = Digest::xxh128(b"other");
    fs::write(&cache, text.replace(&whole.to_string(), &other.to_string())).unwrap();
    assert_eq!(digest(Trust::Remembered), other);
    assert_eq!(digest(Trust::Nothing), whole);
    assert_eq!(fs::read_to_string(&cache).unwrap(), text);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

/// Where a lock lies beside its issue, its paths are the names of the files.
#[test]
fn lock_beside_its_issue() {
    let project = Project::new(PUBLICATION);
    project.write("一.toml", format!("{HEAD}\n[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\nbody = \"文。\"\n"));
    done(&project.run(&["build", "一.toml", "-o", "一.PDF"]));
    let head = read(&project, "一.lock").head;
    assert_eq!((head.issue.path.as_str(), head.pdf.path.as_str()), ("一.toml", "一.PDF"));
    done(&project.run(&["verify", "一.toml", "-o", "一.PDF"]));
    // The folder goes elsewhere as a whole, and is what it was.
    let moved: PathBuf = project.path().join("moved");
    fs::create_dir(&moved).unwrap();
    for name in ["一.toml", "一.lock", "一.PDF", "bulletin.toml", "fonts"] {
        fs::rename(project.path().join(name), moved.join(name)).unwrap();
    }
    let out = project.run(&["verify", "moved/一.toml", "-o", "moved/一.PDF"]);
    assert_eq!(done(&out).lines().count(), 1, "{}", out.out);
}
