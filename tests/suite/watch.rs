//! `build --watch`: what is saved, in whatever way, is built again, and nothing else is.
//!
//! The program runs beside the test. What it does is waited for, by its lines and by its files; that it does nothing is
//! told by what it does next.

use crate::support::{PUBLICATION, Project, issue_of, root};
use bulletin::lock::{Digest, Head, path_of};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// So long the program may take for anything: the machine may be busy.
const DEADLINE: Duration = Duration::from_secs(180);

/// What a stream has said so far.
type Lines = Arc<Mutex<Vec<String>>>;

/// A program that watches.
struct Watching<'p> {
    project: &'p Project,
    child: Child,
    /// The lines of standard output and of standard error, which come in no order between them.
    lines: [Lines; 2],
    /// So many of each were looked at.
    seen: [usize; 2],
}

impl<'p> Watching<'p> {
    /// Begins to watch, and waits until all is built and watched.
    fn begin(project: &'p Project, arguments: &[&str]) -> Self {
        let mut watching = Self::spawn(project, arguments);
        watching.line("看着 ");
        watching
    }

    fn spawn(project: &'p Project, arguments: &[&str]) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_bulletin"));
        Self::of(project, program.args(["build", "--watch"]).args(arguments))
    }

    fn of(project: &'p Project, command: &mut Command) -> Self {
        let mut child = command
            .env("LC_ALL", "zh_CN.UTF-8")
            .env("BULLETIN_FONTS_CACHE", project.path().join("缓存"))
            .current_dir(project.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = [gather(child.stdout.take().unwrap()), gather(child.stderr.take().unwrap())];
        Self { project, child, lines, seen: [0, 0] }
    }

    /// Waits until something holds.
    fn until(&mut self, what: &str, holds: impl Fn() -> bool) {
        let start = Instant::now();
        while !holds() {
            let said =
                || self.lines.iter().map(|lines| lines.lock().unwrap().join("\n")).collect::<Vec<_>>().join("\n");
            assert!(self.child.try_wait().unwrap().is_none(), "it ended before {what}; it said:\n{}", said());
            assert!(start.elapsed() < DEADLINE, "in vain: {what}; it said:\n{}", said());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits for a line with this in it, behind those of its stream that were looked at; gives those before it, and it.
    fn line(&mut self, part: &str) -> Vec<String> {
        let (lines, seen) = (self.lines.clone(), self.seen);
        let at = |stream: usize| {
            let lines = lines[stream].lock().unwrap();
            lines[seen[stream]..].iter().position(|line| line.contains(part))
        };
        let found = || (0..2).find_map(|stream| Some((stream, at(stream)?)));
        self.until(part, || found().is_some());
        let (stream, at) = found().unwrap();
        self.seen[stream] += at + 1;
        lines[stream].lock().unwrap()[seen[stream]..self.seen[stream]].to_vec()
    }

    /// Waits until the PDF of an issue is what its file says now.
    fn built(&mut self, issue: &str) {
        let path = self.project.path().join(issue);
        let name = path.file_stem().unwrap().to_str().unwrap();
        let pdf = self.project.path().join(format!("build/{name}.pdf"));
        self.until(&format!("{issue} is built"), || is_of(&path, &pdf));
    }

    /// Interrupts it, and gives how it ended.
    fn end(mut self) -> Option<i32> {
        self.interrupt();
        self.ended()
    }

    fn interrupt(&self) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    }

    fn ended(&mut self) -> Option<i32> {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            assert!(start.elapsed() < DEADLINE, "it does not end");
            thread::sleep(Duration::from_millis(10));
        }
    }
}

/// A test that fails leaves no program behind.
impl Drop for Watching<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn gather(stream: impl Read + Send + 'static) -> Lines {
    let lines = Lines::default();
    let gathered = Arc::clone(&lines);
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            gathered.lock().unwrap().push(line);
        }
    });
    lines
}

/// Whether a PDF was made of this issue as it is, and is whole.
fn is_of(issue: &Path, pdf: &Path) -> bool {
    let (Ok(text), Ok(bytes), Ok(Ok(head))) = (fs::read(issue), fs::read(pdf), Head::read(&path_of(pdf))) else {
        return false;
    };
    head.issue.content.sha256 == Digest::of(&text) && head.pdf.content.sha256 == Digest::of(&bytes)
}

/// An issue of this serial number and text.
fn issue(serial: usize, body: &str) -> String {
    issue_of(body).replace("serial = 1", &format!("serial = {serial}"))
}

/// A project with two issues in `期`.
fn project() -> Project {
    let project = Project::new(PUBLICATION);
    project.write("期/1.toml", issue(1, "正文。"));
    project.write("期/2.toml", issue(2, "正文。"));
    project
}

/// Writes a file aside and renames it, so that one save is one change.
fn save(project: &Project, name: &str, content: impl AsRef<[u8]>) {
    let aside = project.write(".aside", content);
    fs::create_dir_all(project.path().join(name).parent().unwrap()).unwrap();
    fs::rename(aside, project.path().join(name)).unwrap();
}

/// The lines that tell what a round has built.
fn rounds(lines: &[String]) -> Vec<&String> {
    lines.iter().filter(|line| line.starts_with("排好 ")).collect()
}

/// In place; written aside and renamed; taken away and made anew; the old one renamed, as some editors keep a copy.
#[test]
fn watch_builds_what_is_saved_in_whatever_way() {
    let project = project();
    let mut watching = Watching::begin(&project, &["期"]);
    watching.built("期/1.toml");
    let path = project.path().join("期/1.toml");
    let beside = |name: &str| project.path().join("期").join(name);
    project.write("期/1.toml", issue(1, "原处写的。"));
    watching.built("期/1.toml");
    watching.line("排好 期/1.toml（2 页）：0 处错误，0 处警告，");
    fs::write(beside(".1.toml.new"), issue(1, "改名而来的。")).unwrap();
    fs::rename(beside(".1.toml.new"), &path).unwrap();
    watching.built("期/1.toml");
    fs::remove_file(&path).unwrap();
    fs::write(&path, issue(1, "删掉重写的。")).unwrap();
    watching.built("期/1.toml");
    fs::rename(&path, beside("1.toml~")).unwrap();
    fs::write(&path, issue(1, "留下备份的。")).unwrap();
    fs::remove_file(beside("1.toml~")).unwrap();
    watching.built("期/1.toml");
    // What a link leads to, and another link.
    project.write("别处/9.toml", issue(9, "链接的。"));
    std::os::unix::fs::symlink("../别处/9.toml", beside("9.toml")).unwrap();
    watching.built("期/9.toml");
    project.write("别处/9.toml", issue(9, "链接的，改过。"));
    watching.built("期/9.toml");
    project.write("别处/新的.toml", issue(9, "另一个链接的。"));
    fs::remove_file(beside("9.toml")).unwrap();
    std::os::unix::fs::symlink("../别处/新的.toml", beside("9.toml")).unwrap();
    watching.built("期/9.toml");
    assert_eq!(watching.end(), Some(2));
}

#[test]
fn watch_outlives_what_is_broken_for_a_moment() {
    let project = project();
    let mut watching = Watching::begin(&project, &["期"]);
    let pdf = project.path().join("build/1.pdf");
    let earlier = fs::read(&pdf).unwrap();
    project.write("期/1.toml", issue(1, "正文。").replace("editor", "editr"));
    watching.line("期/1.toml:6:");
    watching.line("没有排成 期/1.toml：2 处错误");
    assert!(fs::read(&pdf).unwrap() == earlier, "the earlier PDF stays");
    // The same fault is told again.
    project.write("期/1.toml", issue(1, "正文。").replace("editor", "editr") + "# 说明\n");
    watching.line("期/1.toml:6:");
    // As it was: the PDF is right already.
    project.write("期/1.toml", issue(1, "正文。"));
    watching.line("期/1.toml 改回来了");
    // A body that is not there yet, in a folder that is not there yet.
    let with_file = issue(1, "正文。").replace("body = '''\n正文。\n'''", "body_file = \"稿/文.txt\"");
    project.write("期/1.toml", with_file);
    watching.line("没有排成 期/1.toml");
    project.write("期/稿/文.txt", "正文。");
    watching.built("期/1.toml");
    watching.line("排好 期/1.toml");
    assert_eq!(watching.end(), Some(2));
}

#[test]
fn watch_takes_issues_that_come_and_drops_those_that_go() {
    let project = project();
    let mut watching = Watching::begin(&project, &["期"]);
    project.write("期/3.toml", issue(3, "新的一期。"));
    watching.built("期/3.toml");
    watching.line("排好 期/3.toml");
    fs::remove_file(project.path().join("期/2.toml")).unwrap();
    watching.line("期/2.toml 没有了");
    assert!(project.path().join("build/2.pdf").exists());
    project.write("期/2.toml", issue(2, "又有了。"));
    watching.built("期/2.toml");
    // The folder is taken away and another takes its place.
    fs::rename(project.path().join("期"), project.path().join("旧")).unwrap();
    watching.line("没有了");
    project.write("新/1.toml", issue(1, "另一处的。"));
    fs::rename(project.path().join("新"), project.path().join("期")).unwrap();
    watching.built("期/1.toml");
    project.write("期/1.toml", issue(1, "还看着。"));
    watching.built("期/1.toml");
    assert_eq!(watching.end(), Some(2));
}

#[test]
fn watch_follows_patterns_into_folders_that_come() {
    let project = Project::new(PUBLICATION);
    project.write("期/2024/1.toml", issue(1, "正文。"));
    let mut watching = Watching::begin(&project, &["期/*/*.toml", "另/9.toml"]);
    project.write("期/2025/2.toml", issue(2, "明年的。"));
    watching.built("期/2025/2.toml");
    project.write("期/2025/3.toml", issue(3, "明年的。"));
    watching.built("期/2025/3.toml");
    // A named file that comes only now, in a folder that was not there.
    project.write("另/9.toml", issue(9, "才有的。"));
    watching.built("另/9.toml");
    assert_eq!(watching.end(), Some(2));
}

/// Each thing that an issue depends on, and just the issues that it touches.
#[test]
fn watch_builds_what_a_change_touches() {
    let project = Project::new(PUBLICATION);
    let publication = |name: &str| {
        let own = "[faces.title]\nface = \"字体/own.otf\"\n";
        let keys = format!("name = \"{name}\"\nword_lists = [\"词表.tsv\"]");
        format!("{}\n{own}", PUBLICATION.replace("name = \"某地人大信息\"", &keys))
    };
    project.write("期/bulletin.toml", publication("某地人大信息"));
    project.write("期/词表.tsv", "a1\t某某词\t别的词\twarning\ttypo\n");
    project.write("期/字体/own.otf", fs::read(root().join("fonts/FandolSong-Bold.otf")).unwrap());
    project.write("期/稿/文.txt", "文。");
    let body = "body_file = \"稿/文.txt\"";
    project.write("期/1.toml", issue(1, "正文。").replace("body = '''\n正文。\n'''", body));
    project.write("期/2.toml", issue(2, "正文。"));
    let mut watching = Watching::begin(&project, &["期"]);
    let mut next = |what: &str, line: &str| {
        let lines = watching.line("排好 ");
        assert!(lines.last().unwrap().starts_with(line), "{what}: {lines:?}");
    };
    save(&project, "期/稿/文.txt", "改过的文。");
    next("an article's body", "排好 期/1.toml（");
    save(&project, "期/bulletin.toml", publication("某地人大情况"));
    next("the publication", "排好 期/1.toml、期/2.toml（4 页）");
    save(&project, "期/词表.tsv", "a1\t某某词\t其他词\twarning\ttypo\n");
    next("a word list", "排好 期/1.toml、期/2.toml（");
    save(&project, "期/字体/own.otf", fs::read(root().join("fonts/FandolHei-Regular.otf")).unwrap());
    next("a face", "排好 期/1.toml、期/2.toml（");
    // A comment in the publication changes nothing, nor does a file that is saved as it was.
    save(&project, "期/bulletin.toml", publication("某地人大情况") + "# 说明\n");
    save(&project, "期/1.toml", fs::read(project.path().join("期/1.toml")).unwrap());
    save(&project, "期/2.toml", issue(2, "改过的正文。"));
    next("an issue", "排好 期/2.toml（");
    assert_eq!(watching.end(), Some(2));
}

/// Faces that are missing, at a path and in a folder that is not there yet.
#[test]
fn watch_takes_faces_that_come() {
    let project = Project::new(PUBLICATION);
    let own = "[faces.title]\nface = \"字体/own.otf\"\n[faces.byline]\nface = \"另一种\"\n";
    project.write("期/bulletin.toml", format!("{PUBLICATION}\n{own}"));
    let signed = issue(1, "正文。").replace("body =", "authors = [\"某人\"]\nbody =");
    project.write("期/1.toml", signed);
    let mut watching = Watching::begin(&project, &["期"]);
    let face = fs::read(root().join("fonts/FandolHei-Regular.otf")).unwrap();
    project.write("期/字体/own.otf", &face);
    watching.line("没有排成 期/1.toml：1 处错误");
    project.write("期/fonts/另一种.otf", &face);
    watching.built("期/1.toml");
    // Written over in place, as by a copy: the PDF has the other face's glyphs.
    watching.line("排好 期/1.toml");
    let pdf = project.path().join("build/1.pdf");
    let earlier = fs::read(&pdf).unwrap();
    project.write("期/fonts/另一种.otf", fs::read(root().join("fonts/FandolSong-Bold.otf")).unwrap());
    watching.line("排好 期/1.toml");
    watching.until("the PDF is another", || fs::read(&pdf).unwrap() != earlier);
    assert_eq!(watching.end(), Some(2));
}

/// Two issues that would be one PDF: that is said, nothing is built, and what was saved meanwhile is not forgotten.
#[test]
fn watch_waits_until_what_clashes_is_mended() {
    let project = Project::new(PUBLICATION);
    project.write("甲/1.toml", issue(1, "正文。"));
    project.write("乙/2.toml", issue(2, "正文。"));
    let mut watching = Watching::begin(&project, &["甲", "乙"]);
    save(&project, "乙/1.toml", issue(1, "又一个。"));
    watching.line("甲/1.toml 和 乙/1.toml 都要写成 build/1.pdf");
    save(&project, "乙/2.toml", issue(2, "这时改的。"));
    fs::rename(project.path().join("乙/1.toml"), project.path().join("乙/1.txt")).unwrap();
    watching.built("乙/2.toml");
    assert_eq!(watching.end(), Some(2));
    // A pattern that is none matches nothing whatever is saved.
    assert_eq!(project.run(&["build", "--watch", "甲/[1.toml"]).code, 2);
}

/// Where the system gives nothing to watch with, that is said, and folders are looked through.
#[test]
fn watch_looks_where_the_system_cannot_tell() {
    let project = Project::new(PUBLICATION);
    let broken = issue(1, "正文。").replace("editor", "editr");
    project.write("期/1.toml", &broken);
    let program = env!("CARGO_BIN_EXE_bulletin");
    // Two files are left to open: too few to be told of changes, enough to read.
    let command = format!("ulimit -n 5; exec '{program}' build --watch 期");
    let mut command_line = Command::new("sh");
    command_line.args(["-c", &command]).env("RAYON_NUM_THREADS", "1");
    let mut watching = Watching::of(&project, &mut command_line);
    watching.line("改为每 1 秒看一遍");
    watching.line("看着 1 期");
    save(&project, "期/1.toml", broken.replace("2025-01-02", "2025-02-30"));
    watching.line("期/1.toml:5:");
    assert_eq!(watching.end(), Some(2));
}

/// What a build writes beside the issues does not wake it.
#[test]
fn watch_is_not_woken_by_its_own_files() {
    let project = project();
    for eye in [&[][..], &["--poll"]] {
        let mut watching = Watching::begin(&project, &[&["期", "--out-dir", "期", "--dump"], eye].concat());
        let text = format!("改过的正文{}。", eye.len());
        for round in 1..=2 {
            for serial in 1..=2 {
                let name = format!("期/{serial}.toml");
                save(&project, &name, issue(serial, &format!("{text}{round}")));
                let lines = watching.line("排好 ");
                let told = rounds(&lines);
                assert!(told.len() == 1 && told[0].starts_with(&format!("排好 {name}（")), "{lines:?}");
            }
        }
        assert_eq!(watching.end(), Some(2));
    }
    let left: Vec<PathBuf> =
        fs::read_dir(project.path().join("期")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(left.len(), 8, "{left:?}");
}

/// An interrupt ends it while it waits, and while it builds: no file is left half-written.
#[test]
fn watch_ends_cleanly_when_it_is_interrupted() {
    let project = project();
    for serial in 3..30 {
        project.write(&format!("期/{serial}.toml"), issue(serial, "正文。"));
    }
    let mut watching = Watching::spawn(&project, &["期"]);
    let second = project.path().join("build/2.pdf");
    watching.until("two are built", || second.exists());
    assert_eq!(watching.end(), Some(2));
    let mut names: Vec<_> =
        fs::read_dir(project.path().join("build")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    for name in names.iter().map(|name| name.to_str().unwrap()) {
        assert!(name.ends_with(".pdf") || name.ends_with(".lock"), "{name}");
        let bytes = fs::read(project.path().join("build").join(name)).unwrap();
        assert!(!name.ends_with(".pdf") || bytes.trim_ascii_end().ends_with(b"%%EOF"), "{name}");
    }
}

#[test]
fn watch_says_little_when_it_is_asked_to_and_refuses_what_build_refuses() {
    let project = project();
    let mut watching = Watching::spawn(&project, &["期", "--quiet"]);
    watching.built("期/1.toml");
    watching.built("期/2.toml");
    // Saved until it is noticed: no line tells when it watches.
    project.write("期/1.toml", issue(1, "正文二。"));
    watching.built("期/1.toml");
    project.write("期/1.toml", issue(1, "正文。").replace("editor", "editr"));
    let lines = watching.line("期/1.toml：2 处错误，没有写 PDF");
    assert!(lines[0].starts_with("期/1.toml:1:1:"), "nothing of what went well: {lines:?}");
    assert_eq!(watching.end(), Some(2));
    let refused = project.run(&["build", "--watch", "期", "-o", "x.pdf"]);
    assert!(refused.code == 2 && refused.err.contains("-o 只能用于一期"), "{}", refused.err);
    assert_eq!(project.run(&["build", "--poll", "期"]).code, 2);
}
