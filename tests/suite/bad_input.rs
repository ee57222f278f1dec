//! Bad input: whatever it is, the program ends soon, without a panic, and says what is wrong.

use crate::support::{Ended, HEAD, PUBLICATION, Project, faults, issue_of, root};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What is slow here takes minutes; what is not, well under a second in an optimised program.
const SOON: Duration = Duration::from_secs(60);

/// Checks an issue, which must end with a code of the program's own.
fn check(issue: impl AsRef<[u8]>) -> Ended {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue);
    let start = Instant::now();
    let ended = project.run(&["check", "1.toml"]);
    assert!((0..=2).contains(&ended.code), "{}: {}", ended.code, ended.err);
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    ended
}

/// The faults of an issue, as `code line:column`.
fn faults_of(issue: &str) -> Vec<String> {
    let compiled = Project::new(PUBLICATION).set(issue);
    faults(&compiled.diagnostics, &compiled.files)
}

fn article(more: &str) -> String {
    format!("{HEAD}\n[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\n{more}\n")
}

/// A file is refused by its size alone: one of 100 MB is not read.
#[test]
fn bad_input_large_files_are_refused() {
    let project = Project::new(PUBLICATION);
    let large = |name: &str| File::create(project.path().join(name)).unwrap().set_len(100 << 20).unwrap();
    large("1.toml");
    let ended = project.run(&["build", "1.toml"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.starts_with("1.toml:1:1: 错误 B0106：1.toml 太大：一个文件最多 4 MiB"), "{}", ended.err);
    large("a.txt");
    large("a.toml");
    project.write("1.toml", format!("{}[[article]]\nfile = \"a.toml\"\n", article("body_file = \"a.txt\"")));
    let ended = project.run(&["build", "1.toml"]);
    assert!(ended.err.contains("1.toml:11:13: 错误 B0106：a.txt 太大"), "{}", ended.err);
    assert!(ended.err.contains("1.toml:13:8: 错误 B0106：a.toml 太大"), "{}", ended.err);
    project.write("1.toml", issue_of("正文。"));
    large("bulletin.toml");
    let ended = project.run(&["build", "1.toml"]);
    assert!(ended.err.contains("bulletin.toml:1:1: 错误 B0106"), "{}", ended.err);
}

#[test]
fn bad_input_files_of_an_issue_are_limited_together() {
    let project = Project::new(PUBLICATION);
    project.write("a.txt", "文。\n".repeat((3 << 20) / 7));
    let mut issue = HEAD.to_owned();
    for at in 0..8 {
        write!(issue, "[[article]]\ncolumn = \"要闻\"\ntitle = \"题{at}\"\nbody_file = \"a.txt\"\n").unwrap();
    }
    project.write("1.toml", issue);
    let path = project.path().join("1.toml");
    let (mut files, mut sink) = (bulletin::diagnostic::Files::default(), bulletin::diagnostic::Sink::default());
    bulletin::source::load(&path, &mut files, &mut sink).unwrap();
    assert_eq!(faults(&sink.into_sorted(), &files), ["B0106 30:13"]);
}

#[test]
fn bad_input_too_many_entries() {
    let ended = check("[[article]]\n".repeat(1_000_000));
    assert!(ended.out.contains("B0106"), "{}", ended.out);
    let ended = check(HEAD.to_owned() + &"[[brief]]\nbody = \"文\"\n".repeat(2_001));
    assert!(ended.out.contains("1.toml:7:1: 错误 B0107：列表里的项太多：有 2001，最多 2000"), "{}", ended.out);
    let names = |key: &str| format!("{key} = [{}]\n", "\"甲\",".repeat(2_001));
    assert!(check(article(&(names("authors") + "body = \"文\""))).out.contains("B0107"));
    let publication = PUBLICATION.replace("\"普刊\"]", &format!("\"普刊\"{}]", ",\"普刊\"".repeat(100)));
    let compiled = Project::new(&publication).set(&issue_of("正文。"));
    assert!(faults(&compiled.diagnostics, &compiled.files).contains(&"B0107 4:12".to_owned()));
    let amendments = "[[amendment]]\nfrom = 2024-01-01\n".repeat(101);
    let compiled = Project::new(&format!("{PUBLICATION}{amendments}")).set(&issue_of("正文。"));
    assert_eq!(faults(&compiled.diagnostics, &compiled.files), ["B0107 7:1"]);
}

/// A file of nothing but faults does not fill the memory.
#[test]
fn bad_input_faults_are_told_up_to_a_number() {
    let keys: String = (0..10_500).fold(String::new(), |keys, at| keys + &format!("x{at} = 1\n"));
    let ended = check(keys + &issue_of("正文。"));
    assert!(ended.out.starts_with("错误 B0107：毛病太多：有 10500，最多 10000"), "{}", &ended.out[..200]);
}

#[test]
fn bad_input_deep_nesting() {
    let deep = 10_000;
    for (value, told) in [
        ("[".repeat(deep), "嵌套太深"),
        ("[".repeat(deep) + &"]".repeat(deep), "嵌套太深"),
        ("{a=".repeat(deep) + "1" + &"}".repeat(deep), "嵌套太深"),
        (format!("{{{} = 1}}", vec!["a"; deep].join(".")), "嵌套太深"),
    ] {
        let ended = check(format!("{HEAD}x = {value}\n# bulletin: ignore B0606\ny = 1\n"));
        assert!(ended.out.contains(told), "{:.300}", ended.out);
    }
    for head in [vec!["a"; deep].join("."), vec!["'a'"; deep].join(" . ")] {
        assert_eq!(check(format!("{HEAD}{head} = 1\n# bulletin: ignore B0606\n")).code, 1);
        assert_eq!(check(format!("{HEAD}[{head}]\n# bulletin: ignore B0606\nb = 1\n")).code, 1);
    }
    // As deep as the parser goes: dotted keys in tables in tables.
    let dotted = vec!["a"; 79].join(".");
    let value = format!("{{ {dotted} = ").repeat(78) + "1" + &" }".repeat(78);
    check(format!("{HEAD}[{dotted}]\n{dotted} = {value}\n# bulletin: ignore B0606\n"));
}

/// What would take time by the square of its length.
#[test]
fn bad_input_long_texts_take_no_longer_than_they_are() {
    let many = 20_000;
    for (name, body) in [
        ("stars", "*".repeat(many)),
        ("stars that open nothing", "甲*".repeat(many)),
        ("stars that close nothing", "*甲 ".repeat(many)),
        ("emphasis", "*甲*".repeat(many)),
        ("comments that are none", format!("bulletin:{}", "<!--".repeat(many))),
        ("comments that close once", format!("bulletin:{}-->", "<!--".repeat(many))),
        ("requests", "甲，，乙<!-- bulletin: ignore B0606 -->".repeat(many)),
        ("requests alone", "<!-- bulletin: ignore B0606 -->\n\n".repeat(many)),
        ("quotes", "“甲”".repeat(many)),
        ("quotes that close nothing", "“".repeat(many) + &"》".repeat(many)),
        ("a word", "a".repeat(many * 5)),
        ("figures", "1".repeat(many * 5)),
        ("blanks", format!("甲{}乙", " ".repeat(many * 5))),
        ("joiners", format!("甲{}乙", "\u{200d}".repeat(many))),
        ("CRLF", "甲\r\n".repeat(many)),
        ("blank lines", format!("甲{}乙", "\n".repeat(1_000_000))),
        ("items", "- 甲\n".repeat(many)),
        ("a line", "正文，多少字。".repeat(many)),
    ] {
        let ended = check(issue_of(&body));
        assert!(ended.out.contains("查了 1 期"), "{name}: {:.300}", ended.err);
    }
    let runts = format!("{}甲", "正文，多少字。".repeat(many / 2));
    let project = Project::new(&format!("{PUBLICATION}[text]\nprefer = \"nearest\"\nrunts = \"avoid\"\n"));
    assert!(project.set(&issue_of(&runts)).product.is_some());
}

#[test]
fn bad_input_long_keys_and_comments() {
    let many = 20_000;
    let keys: String =
        (0..many).fold(String::new(), |keys, at| keys + &format!("# bulletin: ignore B0606\nx{at} = 1\n"));
    for issue in [
        "# bulletin: ignore B0606\n".repeat(many) + &issue_of("正文。"),
        keys + &issue_of("正文。"),
        "x".repeat(3 << 20) + " = 1\n" + &issue_of("正文。"),
        (0..many).fold(String::new(), |lines, at| lines + &format!("x{at} = 甲\n")),
        "= =\n".repeat(many),
        "\0".repeat(many),
        "\u{feff}".repeat(many),
        "\r".repeat(many),
        "\n".repeat(1_000_000) + &issue_of("正文。"),
        article("body = \"文\"").replace("\"题\"", &format!("\"{}\"", "关于开展工作的报告".repeat(many))),
        article("body = \"文\"").replace("\"题\"", &format!("'''\n{}'''", "题\n".repeat(many))),
        article(&format!("body = \"{}\"", "\\u4e00".repeat(many))),
    ] {
        check(issue);
    }
    let start = Instant::now();
    let publication = PUBLICATION.replace("某地人大信息", &"某地人大信息".repeat(many));
    assert!(Project::new(&publication).set(&issue_of("正文。")).product.is_some());
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}

#[test]
fn bad_input_comment_that_closes_in_its_own_mark() {
    assert_eq!(faults_of(&issue_of("甲<!-->bulletin: 乙")), Vec::<String>::new());
    assert_eq!(faults_of(&issue_of("甲<!-->bulletin: ignore B0606 --> 乙，，丙")), ["B0112 12:2", "B0606 12:35"]);
    assert_eq!(faults_of(&issue_of("甲，，乙<!-- bulletin: ignore B0606 -->")), Vec::<String>::new());
}

#[test]
fn bad_input_encodings_are_named() {
    let project = Project::new(PUBLICATION);
    let text = issue_of("正文，“引文”——完。");
    let (gb, _, _) = encoding_rs::GB18030.encode(&text);
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let of = |name: &str, bytes: &[u8]| {
        project.write(name, bytes);
        project.run(&["build", name]).err
    };
    let said = of("我 的.toml", &gb);
    assert!(said.contains("我 的.toml:4:12: 错误 B0101：文件不是 UTF-8 编码，看来是 GB 18030"), "{said}");
    assert!(said.contains("iconv -f GB18030 -t UTF-8 '我 的.toml' > '我 的.toml.utf8'"), "{said}");
    let said = of("u.toml", &[&[0xff, 0xfe], utf16.as_slice()].concat());
    assert!(said.contains("而是 UTF-16") && said.contains("iconv -f UTF-16 -t UTF-8 u.toml"), "{said}");
    let said = of("p.toml", b"\x89PNG\r\n\x1a\n\0\0");
    assert!(said.contains("文件不是文本") && !said.contains("iconv"), "{said}");
    let utf32: Vec<u8> = text.chars().flat_map(|ch| (ch as u32).to_le_bytes()).collect();
    let said = of("v.toml", &[&[0xff, 0xfe, 0, 0], utf32.as_slice()].concat());
    assert!(said.contains("而是 UTF-32") && said.contains("iconv -f UTF-32 -t UTF-8 v.toml"), "{said}");
    let at = text.find("引").unwrap();
    let said = of("b.toml", &[&text.as_bytes()[..at], b"\xff", &text.as_bytes()[at..]].concat());
    assert!(said.contains("b.toml:12:5: 错误 B0101：这里有坏字节（FF）") && !said.contains("iconv"), "{said}");
    let said = of("l.toml", b"name = \"caf\xe9\"\n");
    assert!(said.contains("认不出是什么编码") && !said.contains("iconv"), "{said}");
    // What the command says makes it a sound file.
    let line = of("g.toml", &gb);
    let command = line.split("或用命令：").nth(1).unwrap().lines().next().unwrap();
    assert!(Command::new("sh").args(["-c", command]).current_dir(project.path()).status().unwrap().success());
    assert_eq!(fs::read_to_string(project.path().join("g.toml")).unwrap(), text);
    assert!(!project.path().join("g.toml.utf8").exists());
}

#[test]
fn bad_input_byte_order_mark_and_line_ends_are_advice() {
    let project = Project::new(PUBLICATION);
    let path = project.write("1.toml", format!("\u{feff}{}", issue_of("正文。").replacen('\n', "\r\n", 2)));
    let ended = project.run(&["check", "1.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.out);
    assert!(ended.out.contains("1.toml:1:1: 提示 B0108"), "{}", ended.out);
    assert!(ended.out.contains("1.toml:1:1: 提示 B0109：换行符有两种：2 行用 CRLF，11 行用 LF"), "{}", ended.out);
    let json: serde_json::Value =
        serde_json::from_str(&project.run(&["check", "1.toml", "--format", "json"]).out).unwrap();
    assert_eq!(json["diagnostics"][0]["code"], "B0108");
    assert_eq!(
        (&json["diagnostics"][0]["edit"]["start"], &json["diagnostics"][0]["edit"]["end"]),
        (&0.into(), &3.into())
    );
    assert_eq!(project.run(&["build", "1.toml"]).err, "");
    project.run(&["check", "--fix", "1.toml"]);
    assert!(fs::read_to_string(&path).unwrap().starts_with("\r\nnumber"));
    project.write("1.toml", issue_of("正文。").replace('\n', "\r\n"));
    assert!(project.run(&["check", "1.toml"]).out.starts_with("查了"), "{}", project.run(&["check", "1.toml"]).out);
}

#[test]
fn bad_input_what_stands_twice() {
    let twice = article("body = \"文。\"") + "[[brief]]\ntitle = '题'\nbody = \"另。\"\n";
    assert_eq!(faults_of(&twice), ["B0223 13:10"]);
    let byline = |more: &str| faults_of(&article(&format!("{more}\nbody = \"文。\"")));
    assert_eq!(byline("authors = ['张三', '李四', '张三']"), ["B0224 11:25"]);
    assert_eq!(byline("unit = ['甲', '甲']"), ["B0224 11:15"]);
    let posts = "authors = [{ name = '张三', post = '主任' }, { name = '张三', post = '干部' }]";
    assert_eq!(byline(posts), Vec::<String>::new());
    let recipients = "[[recipients]]\nlabel = '送：'\ngroups = ['市委办公厅，市政府办公厅', '市委办公厅，各区']\n";
    let compiled = Project::new(&format!("{PUBLICATION}{recipients}")).set(&issue_of("正文。"));
    assert_eq!(faults(&compiled.diagnostics, &compiled.files), ["B0225 9:28"]);
    let related = &compiled.diagnostics[0].related;
    assert_eq!(related.iter().map(|place| compiled.files.locate(*place).column).collect::<Vec<_>>(), [12]);
}

#[test]
fn bad_input_folders_and_links_that_loop() {
    let project = Project::new(PUBLICATION);
    fs::create_dir(project.path().join("folder.txt")).unwrap();
    symlink("b.toml", project.path().join("a.toml")).unwrap();
    symlink("a.toml", project.path().join("b.toml")).unwrap();
    project.write("1.toml", article("body_file = \"folder.txt\"") + "[[article]]\nfile = \"a.toml\"\n");
    let ended = project.run(&["build", "1.toml"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("读不了 folder.txt：这是文件夹，不是文件"), "{}", ended.err);
    assert!(ended.err.contains("读不了 a.toml：链接绕了圈"), "{}", ended.err);
    let ended = project.run(&["build", "a.toml"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("a.toml：链接绕了圈"), "{}", ended.err);
    project.write("in/1.toml", issue_of("正文。"));
    symlink(".", project.path().join("in/loop")).unwrap();
    symlink("..", project.path().join("in/loop.toml")).unwrap();
    assert_eq!(project.run(&["build", "in"]).code, 0);
    assert_eq!(project.run(&["check", "in"]).code, 0);
    symlink("out.pdf", project.path().join("out.pdf")).unwrap();
    let ended = project.run(&["build", "in/1.toml", "-o", "out.pdf"]);
    assert!((0..=2).contains(&ended.code), "{}", ended.err);
    // An article that takes itself in does so once: files of articles take in none.
    project.write("1.toml", format!("{HEAD}[[article]]\nfile = \"1.toml\"\n"));
    assert_eq!(project.run(&["build", "1.toml"]).code, 1);
}

#[test]
fn bad_input_without_permission() {
    let project = Project::new(PUBLICATION);
    let path = project.write("1.toml", issue_of("正文。"));
    fs::set_permissions(&path, PermissionsExt::from_mode(0o000)).unwrap();
    // Who may read everything meets no such fault.
    if File::open(&path).is_ok() {
        return;
    }
    let ended = project.run(&["build", "1.toml"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("1.toml：没有权限"), "{}", ended.err);
}

/// A shell that sets limits and runs the program.
fn limited(project: &Project, limits: &str, arguments: &str) -> Ended {
    let program = env!("CARGO_BIN_EXE_bulletin");
    let script = format!("{limits}; exec {program} {arguments}");
    let output = Command::new("sh")
        .args(["-c", &script])
        .env("LC_ALL", "zh_CN.UTF-8")
        .current_dir(project.path())
        .output()
        .unwrap();
    Ended::new(&output)
}

#[test]
fn bad_input_full_disk_leaves_the_earlier_file() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    assert_eq!(project.run(&["build", "1.toml"]).code, 0);
    let earlier = fs::read(project.path().join("build/1.pdf")).unwrap();
    project.write("1.toml", issue_of("另一段正文。"));
    // No file may grow beyond a block: writing the PDF fails in its middle.
    let ended = limited(&project, "trap '' XFSZ; ulimit -f 1", "build 1.toml");
    assert_eq!(ended.code, 2, "{}", ended.err);
    assert!(ended.err.contains("没能运行：") && ended.err.contains("build/1.pdf：文件太大"), "{}", ended.err);
    assert_eq!(fs::read(project.path().join("build/1.pdf")).unwrap(), earlier);
    assert_eq!(fs::read_dir(project.path().join("build")).unwrap().count(), 2, "nothing half-written is left");
    if Path::new("/dev/full").exists() {
        let ended = limited(&project, "exec 1> /dev/full", "build 1.toml");
        assert_eq!(ended.code, 2);
        assert!(ended.err.contains("结果没能全部写出"), "{}", ended.err);
    }
}

/// What a limit of memory would stop: a gigabyte of address space is enough for any input.
#[test]
fn bad_input_keeps_to_its_memory() {
    let project = Project::new(PUBLICATION);
    File::create(project.path().join("1.toml")).unwrap().set_len(10 << 30).unwrap();
    assert_eq!(limited(&project, "ulimit -v 1000000", "check 1.toml").code, 1);
    project.write("1.toml", issue_of(&"正文，多少字。".repeat(40_000)));
    let ended = limited(&project, "ulimit -v 1000000", "build 1.toml");
    assert_eq!(ended.code, 0, "{:.300}", ended.err);
}

#[test]
fn bad_input_an_output_that_is_an_input() {
    let project = Project::new(PUBLICATION);
    let text = article("body_file = \"a.txt\"");
    project.write("1.toml", &text);
    project.write("a.txt", "正文。");
    symlink("1.toml", project.path().join("1.pdf")).unwrap();
    symlink("a.txt", project.path().join("a.pdf")).unwrap();
    for output in ["1.toml", "1.pdf", "./1.toml", "a.txt", "a.pdf", "bulletin.toml"] {
        let ended = project.run(&["build", "1.toml", "-o", output]);
        assert_eq!(ended.code, 2, "{output}: {}", ended.err);
    }
    assert_eq!(fs::read_to_string(project.path().join("1.toml")).unwrap(), text);
    assert_eq!(fs::read_to_string(project.path().join("a.txt")).unwrap(), "正文。");
}

/// Two builds of one issue at once: whoever looks at the PDF finds it whole.
#[test]
fn bad_input_two_builds_at_once() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", issue_of("正文。"));
    assert_eq!(project.run(&["build", "1.toml", "-o", "whole.pdf"]).code, 0);
    let whole = fs::read(project.path().join("whole.pdf")).unwrap();
    let output = project.path().join("build/1.pdf");
    for _ in 0..8 {
        let start = || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_bulletin"));
            command.args(["build", "1.toml"]).current_dir(project.path()).stdout(Stdio::null()).spawn().unwrap()
        };
        let mut builds = [start(), start()];
        while builds.iter_mut().any(|build| build.try_wait().unwrap().is_none()) {
            if let Ok(bytes) = fs::read(&output) {
                assert!(bytes == whole, "{} of {} bytes", bytes.len(), whole.len());
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(builds.iter_mut().all(|build| build.wait().unwrap().success()));
        assert_eq!(fs::read_dir(output.parent().unwrap()).unwrap().count(), 2, "the PDF and its lock");
    }
}

/// The seeds of the fuzz targets, and what they found before.
#[test]
fn bad_input_seeds_of_the_fuzz_targets_are_compiled() {
    for folder in ["source", "whole", "found"] {
        for entry in fs::read_dir(root().join("fuzz/seeds").join(folder)).unwrap() {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            let parts = split(&bytes);
            let project = Project::new(PUBLICATION);
            for (name, part) in ["issue.toml", "bulletin.toml", "a.toml", "a.txt"].iter().zip(parts) {
                project.write(name, part);
            }
            let ended = project.run(&["build", "issue.toml"]);
            assert!((0..=1).contains(&ended.code), "{}", ended.err);
        }
    }
}

/// The files of a seed.
fn split(bytes: &[u8]) -> Vec<&[u8]> {
    let separator = b"\n=====\n";
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(separator.len()).position(|part| part == separator) {
        parts.push(&rest[..at]);
        rest = &rest[at + separator.len()..];
    }
    parts.push(rest);
    parts
}
