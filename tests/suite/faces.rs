//! Faces: every kind of file from its bytes to the picture of its glyphs, and where faces are found.

use crate::support::{Ended, HEAD, PUBLICATION, Project, faults, issue_709, issue_of, root, tool};
use bulletin::compile::{Print, compile};
use bulletin::fonts::FontFiles;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A face of a kind, and a text that it has all characters of.
struct Kind {
    file: PathBuf,
    index: u32,
    text: &'static str,
    /// What poppler calls it.
    embedded: &'static str,
}

const HAN: &str = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜。";
const LATIN: &str = "Sphinx of black quartz, judge my vow: 0123456789 pangrams (quickly) jump over & affix: Vexing Zebras; fjord gimlet.";

/// A face of `fonts/` or of `tests/faces/`.
pub(crate) fn file(name: &str) -> PathBuf {
    let folders = ["fonts", "tests/faces"].map(|folder| root().join(folder).join(name));
    let found = folders.into_iter().find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("{name} is missing: run `make fonts test-faces`"))
}

/// The variable face with CFF2 outlines that comes with the sources of a crate we build on.
fn cff2_face() -> PathBuf {
    let manifest = root().join("Cargo.toml").display().to_string();
    // Only what is built here has been fetched.
    let rustc = tool("rustc", "rustc", &["-vV"]);
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let arguments = ["metadata", "--offline", "--locked", "--format-version", "1", "--filter-platform", host];
    let metadata = tool(env!("CARGO"), "cargo", &[&arguments[..], &["--manifest-path", &manifest]].concat());
    let manifests = metadata.split("\"manifest_path\":\"").filter_map(|rest| rest.split('"').next());
    let found = manifests.map(Path::new).find(|path| path.display().to_string().contains("owned_ttf_parser"));
    found.and_then(Path::parent).unwrap().join("fonts/Cantarell-VF.otf")
}

fn kinds() -> Vec<Kind> {
    let kind = |file: PathBuf, index, text, embedded| Kind { file, index, text, embedded };
    vec![
        kind(file("FandolKai-Regular.otf"), 0, HAN, "CID Type 0C"),
        kind(file("NotoSerifCJK-Regular.ttc"), 2, HAN, "CID Type 0C"),
        kind(file("EBGaramond12-Regular.otf"), 0, LATIN, "CID Type 0C"),
        kind(file("LXGWWenKai-Regular.ttf"), 0, HAN, "CID TrueType"),
        kind(file("wqy-microhei.ttc"), 1, HAN, "CID TrueType"),
        kind(file("Inter.var.ttf"), 0, LATIN, "CID TrueType"),
        kind(cff2_face(), 0, LATIN, "CID TrueType"),
    ]
}

/// A text without blanks.
fn solid(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_whitespace()).collect()
}

/// What FreeType's drawing of a face and a page of ours differ by, in thousandths: the mean and the worst.
fn difference(page: &str, dump: &str, name: &str, font: &Path, index: u32) -> (u32, u32) {
    let script = root().join("tests/oracle/glyphs.py").display().to_string();
    let (font, index) = (font.display().to_string(), index.to_string());
    let told = tool("python3", "python3", &[&script, page, "600", dump, "2", name, &font, &index]);
    let words: Vec<_> = told.split_whitespace().collect();
    assert!(words[1].parse::<usize>().unwrap() >= 35, "{told}");
    (words[3].parse().unwrap(), words[5].parse().unwrap())
}

/// Each kind of face gives its text back, and the picture that FreeType draws of it.
#[test]
fn faces_of_each_kind_are_set_as_freetype_draws_them() {
    for kind in kinds() {
        let name = format!("face/{}#{}", kind.file.file_name().unwrap().to_string_lossy(), kind.index);
        let project = Project::new(&format!("{PUBLICATION}\n[faces.body]\nface = \"{name}\"\nlatin = \"{name}\"\n"));
        fs::create_dir(project.path().join("face")).unwrap();
        let link = project.path().join("face").join(kind.file.file_name().unwrap());
        std::os::unix::fs::symlink(&kind.file, link).unwrap();
        project.write("1.toml", issue_of(kind.text));
        let ended = project.run(&["build", "1.toml", "-o", "x.pdf", "--dump"]);
        assert_eq!(ended.code, 0, "{name}: {}", ended.err);

        let path = |name: &str| project.path().join(name).display().to_string();
        let (pdf, dump, page) = (path("x.pdf"), path("x.dump"), path("page"));
        let text = tool("pdftotext", "poppler-utils", &[&pdf, "-"]);
        assert!(solid(&text).contains(&solid(kind.text)), "{name}: {text}");
        let fonts = tool("pdffonts", "poppler-utils", &[&pdf]);
        let of_kind = |line: &str| line.contains(kind.embedded) && line.contains(" yes yes yes ");
        assert!(fonts.lines().any(of_kind), "{name}: {fonts}");
        tool("qpdf", "qpdf", &["--check", &pdf]);

        tool("pdftoppm", "poppler-utils", &["-gray", "-r", "600", "-f", "2", "-l", "2", "-singlefile", &pdf, &page]);
        let page = format!("{page}.pgm");
        let (mean, worst) = difference(&page, &dump, &name, &kind.file, kind.index);
        assert!(mean <= 8 && worst <= 20, "{name}: mean {mean}, worst {worst} thousandths");
        // Another face of the same script must not pass.
        let other = if kind.text == HAN { file("FandolHei-Regular.otf") } else { file("FandolSong-Bold.otf") };
        let (mean, _) = difference(&page, &dump, &name, &other, 0);
        assert!(mean >= 300, "{name}: the comparison sees nothing, mean {mean} thousandths");
    }
}

/// A project that finds no face but in a folder of its own, and keeps its index in a cache of its own.
struct Machine {
    project: Project,
}

impl Machine {
    fn new(publication: &str, files: &[&str]) -> Self {
        let project = Project::new(publication);
        fs::remove_file(project.path().join("fonts")).unwrap();
        fs::create_dir_all(project.path().join("system/deep")).unwrap();
        for name in files {
            std::os::unix::fs::symlink(file(name), project.path().join("system/deep").join(name)).unwrap();
        }
        project.write("1.toml", issue_of("正文。"));
        Self { project }
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bulletin"));
        command.args(arguments).current_dir(self.project.path()).env_remove("BULLETIN_FONTS_CACHE");
        command.env("XDG_CACHE_HOME", self.project.path().join("cache"));
        command.env("BULLETIN_SYSTEM_FONTS", self.project.path().join("system"));
        Ended::new(&command.output().unwrap())
    }

    fn index(&self) -> PathBuf {
        self.project.path().join("cache/bulletin/fonts/installed.index")
    }

    /// Puts a font under these bytes among the installed ones.
    fn install(&self, name: &str, bytes: &[u8]) {
        self.project.write(&format!("system/{name}"), bytes);
    }
}

/// A publication that takes all its faces by these names, in the order of the roles.
fn named(names: [&str; 5]) -> String {
    let roles = ["body", "title", "label", "byline", "figure"];
    let faces: Vec<_> = roles
        .iter()
        .zip(names)
        .map(|(role, name)| format!("[faces.{role}]\nface = \"{name}\"\nlatin = \"{name}\"\nfallback = []\n"))
        .collect();
    format!("{PUBLICATION}\n{}", faces.concat())
}

/// A face's file with its English names replaced by one of the same length.
fn renamed(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let (old, new) = (wide(old), wide(&format!("{new:width$}", width = old.len())));
    let mut bytes = bytes.to_vec();
    let places: Vec<_> =
        bytes.windows(old.len()).enumerate().filter(|(_, window)| *window == old).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + old.len()].copy_from_slice(&new);
    }
    bytes
}

/// A face's file with other embedding bits.
pub(crate) fn with_permission(bytes: &[u8], bits: u16) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let record = bytes.windows(4).position(|window| window == b"OS/2").unwrap();
    let offset = u32::from_be_bytes(bytes[record + 8..record + 12].try_into().unwrap()) as usize;
    bytes[offset + 8..offset + 10].copy_from_slice(&bits.to_be_bytes());
    bytes
}

#[test]
fn faces_are_found_among_the_installed_fonts_by_any_of_their_names() {
    let names = ["Noto Serif CJK SC", "Noto Serif CJK SC Bold", "NotoSansCJKsc-Regular", "霞鹜文楷", "lxgw  wenkai"];
    let files =
        ["NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc", "NotoSansCJK-Regular.ttc", "LXGWWenKai-Regular.ttf"];
    let machine = Machine::new(&named(names), &files);
    let ended = machine.run(&["fonts"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    for (role, name, file) in [
        ("正文", "NotoSerifCJKsc-Regular", "system/deep/NotoSerifCJK-Regular.ttc#2"),
        ("标题", "NotoSerifCJKsc-Bold", "system/deep/NotoSerifCJK-Bold.ttc#2"),
        ("栏目", "NotoSansCJKsc-Regular", "system/deep/NotoSansCJK-Regular.ttc#2"),
        ("署名", "LXGWWenKai-Regular", "system/deep/LXGWWenKai-Regular.ttf "),
        ("页码", "LXGWWenKai-Regular", "system/deep/LXGWWenKai-Regular.ttf "),
    ] {
        let row = ended.out.lines().find(|row| row.starts_with(&format!("{role}  "))).unwrap();
        assert!(row.contains(name) && row.contains(file) && row.ends_with("  系统"), "{row}");
    }
    // A fallback goes by its own name, too, and so is known to the catalogue with its licence.
    let with_fallback = named(names).replacen("fallback = []", "fallback = [\"Noto Serif CJK SC\"]", 1);
    machine.project.write("bulletin.toml", with_fallback.replacen("\"Noto Serif CJK SC\"", "\"霞鹜文楷\"", 2));
    let table = machine.run(&["fonts"]).out;
    let row = table.lines().find(|row| row.contains("NotoSerifCJK-Regular.ttc#2")).unwrap();
    let cells: Vec<_> = row.split_whitespace().collect();
    assert_eq!((&cells[..2], cells[3]), (&["正文", "NotoSerifCJKsc-Regular"][..], "OFL-1.1"), "{row}");
    machine.project.write("bulletin.toml", named(names));
    let built = machine.run(&["build", "1.toml", "-o", "x.pdf"]);
    assert_eq!(built.code, 0, "{}", built.err);
    let pdf = machine.project.path().join("x.pdf").display().to_string();
    let fonts = tool("pdffonts", "poppler-utils", &[&pdf]);
    assert!(fonts.contains("+NotoSerifCJKsc-Regular") && fonts.contains("+LXGWWenKai-Regular"), "{fonts}");
}

#[test]
fn faces_of_the_default_style_are_replaced_by_those_of_office_machines() {
    let machine = Machine::new(PUBLICATION, &["LXGWWenKai-Regular.ttf"]);
    let bytes = fs::read(file("EBGaramond12-Regular.otf")).unwrap();
    machine.install("a.otf", &renamed(&bytes, "EB Garamond", "FangSong"));
    let ended = machine.run(&["fonts"]);
    assert_eq!(ended.code, 2, "{}", ended.out);
    let row = ended.out.lines().find(|row| row.starts_with("正文  ")).unwrap();
    assert!(row.contains("system/a.otf") && row.ends_with("系统，代替默认的字体"), "{row}");
    // The others are nowhere: each is named with its roles, its names and what to do.
    for part in [
        "B0301：找不到字体 FandolHei-Regular（用于 栏目）；找过：",
        "系统字体里按名字找过：FandolHei-Regular、SimHei、黑体、STHeiti、华文黑体、Heiti SC",
        "B0301：找不到字体 FandolSong-Regular（用于 正文、页码）",
        "方正小标宋简体",
        "make fonts",
        "在系统里装上其中一种",
    ] {
        assert!(ended.err.contains(part), "{part}: {}", ended.err);
    }
    assert!(!ended.err.contains("FandolFang-Regular"), "{}", ended.err);

    // A face that the publication insists on has no such deputies.
    let machine = Machine::new(&format!("{PUBLICATION}\n[faces.body]\nface = \"FandolFang-Regular\"\n"), &[]);
    machine.install("a.otf", &renamed(&bytes, "EB Garamond", "FangSong"));
    let ended = machine.run(&["build", "1.toml"]);
    assert_eq!(ended.code, 2);
    assert!(
        ended.err.contains("bulletin.toml:9:9: 错误 B0301：找不到字体 FandolFang-Regular（用于 正文）"),
        "{}",
        ended.err
    );
    assert!(ended.err.contains("按名字找过：FandolFang-Regular（在 "), "{}", ended.err);
}

#[test]
fn faces_in_fonts_folders_leave_the_machine_alone() {
    let machine = Machine::new(PUBLICATION, &[]);
    std::os::unix::fs::symlink(root().join("fonts"), machine.project.path().join("fonts")).unwrap();
    // A deputy of the body's face is installed, and not even looked at.
    machine.install("a.otf", &renamed(&fs::read(file("EBGaramond12-Regular.otf")).unwrap(), "EB Garamond", "FangSong"));
    let issue = issue_709().display().to_string();
    assert_eq!(machine.run(&["build", &issue, "-o", "x.pdf"]).code, 0);
    assert_eq!(machine.run(&["fonts"]).code, 0);
    // Nor does a fallback that is nowhere, until a character needs it.
    machine.project.write("bulletin.toml", format!("{PUBLICATION}\n[faces.byline]\nfallback = [\"FangSong\"]\n"));
    assert_eq!(machine.run(&["build", "1.toml"]).code, 0);
    assert!(!machine.index().exists(), "no index was made");
    machine.project.write("2.toml", format!("{HEAD}\n[[brief]]\nauthors = [\"王Ǆ\"]\nbody = \"正文。\"\n"));
    let ended = machine.run(&["build", "2.toml"]);
    assert!(machine.index().is_file(), "{}", ended.err);
}

#[test]
fn faces_index_is_kept_checked_and_done_without() {
    let machine = Machine::new(&named(["EB Garamond 12"; 5]), &["EBGaramond12-Regular.otf"]);
    let row = |ended: &Ended| ended.out.lines().nth(1).unwrap_or_default().to_owned();
    let first = machine.run(&["fonts"]);
    assert_eq!(first.code, 0, "{}", first.err);
    let index = fs::read_to_string(machine.index()).unwrap();
    assert!(index.contains("family\tEB Garamond 12\n"), "{index}");

    // What stands is not opened again: the index is believed.
    fs::write(machine.index(), index.replace("EB Garamond 12", "某地宋体")).unwrap();
    machine.project.write("bulletin.toml", named(["某地宋体"; 5]));
    let told = machine.run(&["fonts"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(row(&told).contains("EBGaramond12-Regular.otf"), "{}", told.out);

    // A file that is gone is dropped, a new one is read; a broken index is made anew.
    machine.project.write("bulletin.toml", named(["EB Garamond 12"; 5]));
    fs::remove_file(machine.project.path().join("system/deep/EBGaramond12-Regular.otf")).unwrap();
    machine.install("b.otf", &fs::read(file("EBGaramond12-Regular.otf")).unwrap());
    assert!(row(&machine.run(&["fonts"])).contains("system/b.otf"));
    let index = fs::read_to_string(machine.index()).unwrap();
    assert!(!index.contains("deep") && !index.contains("某地"), "{index}");
    for broken in ["", "nonsense", &index[..index.len() / 2]] {
        fs::write(machine.index(), broken).unwrap();
        assert_eq!(machine.run(&["fonts"]).code, 0);
        assert_eq!(fs::read_to_string(machine.index()).unwrap(), index);
    }

    // Another time, and the file is read again.
    fs::write(machine.index(), index.replace("EB Garamond 12", "某地宋体")).unwrap();
    let installed = fs::File::options().write(true).open(machine.project.path().join("system/b.otf")).unwrap();
    installed.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000)).unwrap();
    assert_eq!(machine.run(&["fonts"]).code, 0);
    assert!(!fs::read_to_string(machine.index()).unwrap().contains("某地"));

    // No cache can be written: it works without.
    fs::remove_dir_all(machine.project.path().join("cache")).unwrap();
    machine.project.write("cache", "a file");
    assert_eq!(machine.run(&["fonts"]).code, 0);
}

#[test]
fn faces_that_may_not_be_embedded_are_refused_with_the_reason() {
    let bytes = fs::read(file("EBGaramond12-Regular.otf")).unwrap();
    for (bits, code, reason) in [
        (0x0002, 2, "未经权利人许可不得嵌入"),
        (0x0104, 2, "只能整个嵌入"),
        (0x0200, 2, "只能嵌入点阵"),
        (0x0006, 0, ""),
        (0x0008, 0, ""),
    ] {
        let project = Project::new(&format!("{PUBLICATION}\n[faces.body]\nlatin = \"a/x.otf\"\n"));
        project.write("a/x.otf", with_permission(&bytes, bits));
        project.write("1.toml", issue_of("正文。"));
        let ended = project.run(&["build", "1.toml"]);
        assert_eq!(ended.code, code, "{bits:#x}: {}", ended.err);
        let told = ended.err.contains("bulletin.toml:9:10: 错误 B0305：字体 a/x.otf（用于 正文）不许嵌入 PDF：");
        assert_eq!(told, code == 2, "{}", ended.err);
        assert!(ended.err.contains(reason), "{}", ended.err);
    }
    // A fallback only where it is needed.
    let project = Project::new(&format!("{PUBLICATION}\n[faces.byline]\nfallback = [\"a/x.otf\"]\n"));
    project.write("a/x.otf", with_permission(&bytes, 2));
    let brief = |author: &str| format!("{HEAD}\n[[brief]]\nauthors = [\"{author}\"]\nbody = \"正文。\"\n");
    assert!(project.set(&brief("王明")).diagnostics.is_empty());
    let needed = project.set(&brief("王珺"));
    assert_eq!(faults(&needed.diagnostics, &needed.files), ["B0305 9:14"]);
}

/// Whatever the bytes, the answer is a diagnostic, or a fault of the machine: never a panic.
#[test]
fn faces_with_broken_bytes_do_not_break_the_program() {
    let sources = [file("EBGaramond12-Regular.otf"), file("Inter.var.ttf"), cff2_face()];
    let project = Project::new(&format!(
        "{PUBLICATION}\n[faces.body]\nface = \"a/x.otf\"\nlatin = \"a/x.otf\"\nfallback = [\"FandolSong-Regular\"]\n"
    ));
    let issue = project.write("1.toml", issue_of("Sphinx, 0123 王！’s"));
    let (mut seed, mut refused) = (709_u64, 0);
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    for round in 0..150 {
        let mut bytes = fs::read(&sources[round % sources.len()]).unwrap();
        match round % 5 {
            0 => bytes.truncate(random(bytes.len())),
            // The directory and the first tables, a few bytes anywhere.
            2 | 3 => {
                // A few bytes at the beginning of a table.
                let tables = usize::from(u16::from_be_bytes([bytes[4], bytes[5]]));
                let record = 12 + 16 * random(tables) + 8;
                let offset = u32::from_be_bytes(bytes[record..record + 4].try_into().unwrap()) as usize;
                (0..1 + random(3)).for_each(|_| {
                    let at = (offset + random(48)).min(bytes.len() - 1);
                    bytes[at] = random(256) as u8;
                });
            }
            1 => (0..3).for_each(|_| bytes[random(400)] = random(256) as u8),
            _ => (0..200).for_each(|_| {
                let at = random(bytes.len());
                bytes[at] = random(256) as u8;
            }),
        }
        project.write("a/x.otf", &bytes);
        let compiled = compile(&issue, Print::default(), &FontFiles::default());
        refused += usize::from(compiled.is_err() || compiled.is_ok_and(|compiled| compiled.product.is_none()));
    }
    assert!(refused > 20, "{refused}");
}

#[test]
fn faces_check_tells_what_each_role_lacks() {
    let project = Project::new(PUBLICATION);
    let brief = "\n[[brief]]\nauthors = [\"王珺\", \"李珺\", \"赵堃\"]\nbody = \"正文璟。\"\n";
    project.write("1.toml", format!("{HEAD}{brief}"));
    let ended = project.run(&["fonts", "--check", "1.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let expected = [
        "正文（FandolFang-Regular、FandolSong-Regular）：缺 1 个字",
        "  璟 U+749F  由 NotoSerifCJKsc-Regular 代替  1.toml:10:11",
        "标题（FandolSong-Bold）：不缺字",
        "栏目（FandolHei-Regular）：不缺字",
        "署名（FandolKai-Regular）：缺 2 个字",
        "  堃 U+5803  由 LXGWWenKai-Regular 代替  1.toml:9:26",
        "  珺 U+73FA  由 LXGWWenKai-Regular 代替  1.toml:9:14、1.toml:9:20",
        "页码（FandolSong-Regular）：不缺字",
    ];
    assert_eq!(ended.out.lines().collect::<Vec<_>>(), expected);

    project.write("2.toml", format!("{HEAD}{}", brief.replace('璟', "\u{e000}")));
    let ended = project.run(&["fonts", "--check", "2.toml"]);
    assert_eq!(ended.code, 1);
    assert!(ended.out.contains("\u{e000} U+E000  所有字体都没有  2.toml:10:11"), "{}", ended.out);
    let ended = project.run(&["fonts", "--check", "none.toml"]);
    assert_eq!(ended.code, 2);
}
