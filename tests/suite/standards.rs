//! The three standards that a file keeps at once, and those who read it: press, archive, screen reader.

mod clauses;

use crate::support::{PUBLICATION, Project, golden, issue_709, issue_of, root, tool};
use bulletin::compile::{Print, compile, set};
use bulletin::fonts::FontFiles;
use bulletin::length::Length;
use bulletin::writers::pdf::{Settings, Target};
use bulletin::writers::tags;
use clauses::CLAUSES;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// A file of an issue.
fn pdf_of(issue: &Path, settings: Settings) -> Vec<u8> {
    let print = Print { settings, ..Print::default() };
    compile(issue, print, &FontFiles::default()).unwrap().product.unwrap().pdf
}

static PRESS: LazyLock<Vec<u8>> = LazyLock::new(|| pdf_of(&issue_709(), Settings::default()));

fn broken(pdf: &lopdf::Document) -> Vec<&'static str> {
    CLAUSES.iter().filter(|clause| (clause.kept)(pdf).is_err()).map(|clause| clause.name).collect()
}

#[test]
fn standards_are_kept_by_what_is_built() {
    for issue in built() {
        let pdf = lopdf::Document::load_mem(&pdf_of(&issue, Settings::default())).unwrap();
        for clause in CLAUSES {
            let kept = (clause.kept)(&pdf);
            assert_eq!(kept, Ok(()), "{}: {}", issue.display(), clause.name);
        }
    }
}

/// Each clause can fail, and a file in which just one is broken fails just that.
#[test]
fn standards_each_clause_broken_is_found() {
    let sound = lopdf::Document::load_mem(&PRESS).unwrap();
    for clause in CLAUSES {
        let mut pdf = sound.clone();
        (clause.broken)(&mut pdf);
        assert_eq!(broken(&pdf), [clause.name]);
    }
}

/// Issues of all test publications, the specimen, and 709.
fn built() -> Vec<PathBuf> {
    let folders = ["beihe", "linshui"].map(|name| root().join("tests/publications").join(name));
    let mut issues: Vec<_> =
        folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path()).collect();
    issues.retain(|path| path.extension().is_some_and(|ending| ending == "toml") && !path.ends_with("bulletin.toml"));
    issues.sort();
    issues.extend([issue_709(), root().join("docs/specimen/specimen.toml")]);
    issues
}

/// The outside checker, where it is.
fn checker() -> Option<PathBuf> {
    let named = std::env::var_os("PDFCHECK").map(PathBuf::from);
    let beside = root().join("../shared/tools/pdfcheck.py");
    let found = named.or_else(|| beside.exists().then_some(beside));
    if found.is_none() {
        skipped("no pdfcheck.py beside the checkout, and PDFCHECK names none");
    }
    found
}

/// Says so past the harness, which keeps what a passing test prints to itself.
fn skipped(what: &str) {
    let _ = writeln!(std::io::stderr().lock(), "SKIPPED: {what}");
}

/// The Python that has what the scripts read PDFs with: `make tools` makes it.
pub(crate) fn python() -> String {
    let own = root().join("target/python/bin/python");
    if own.exists() { own.display().to_string() } else { "python3".to_owned() }
}

/// What the checker says of files that must keep these standards: nothing if they do.
fn faults_found(checker: &Path, standards: &str, files: &[PathBuf]) -> (bool, String) {
    let output = Command::new(python()).arg(checker).args(["--require", standards]).args(files).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert_ne!(output.status.code(), Some(2), "{said}");
    (output.status.success(), said)
}

#[test]
fn standards_the_outside_checker_agrees() {
    let Some(checker) = checker() else { return };
    let folder = tempfile::tempdir().unwrap();
    let write = |name: String, pdf: Vec<u8>| {
        let path = folder.path().join(name);
        fs::write(&path, pdf).unwrap();
        path
    };
    let screen = Settings { target: Target::Screen, ..Settings::default() };
    let bleed = Settings { bleed: Length::mm(3.0), ..Settings::default() };
    let spot = Project::new(&format!("{PUBLICATION}[colours]\nred_spot = \"PANTONE 186 C\"\n"));
    let mut press: Vec<_> =
        (0..).zip(built()).map(|(at, issue)| write(format!("{at}.pdf"), pdf_of(&issue, Settings::default()))).collect();
    press.push(write("bleed.pdf".to_owned(), pdf_of(&issue_709(), bleed)));
    press.push(write("spot.pdf".to_owned(), pdf_of(&spot.write("1.toml", issue_of("正文。")), Settings::default())));
    let (passes, said) = faults_found(&checker, "x4,a2a,ua1", &press);
    assert!(passes && !said.contains("WARN"), "{said}");
    let screens: Vec<_> =
        (0..).zip(built()).map(|(at, issue)| write(format!("s{at}.pdf"), pdf_of(&issue, screen))).collect();
    let (passes, said) = faults_found(&checker, "a2a,ua1", &screens);
    assert!(passes && !said.contains("WARN"), "{said}");
}

#[test]
fn standards_the_outside_checker_finds_what_is_broken() {
    let Some(checker) = checker() else { return };
    let folder = tempfile::tempdir().unwrap();
    let sound = lopdf::Document::load_mem(&PRESS).unwrap();
    let mut missed = Vec::new();
    for clause in CLAUSES.iter().filter(|clause| clause.outside) {
        let mut pdf = sound.clone();
        (clause.broken)(&mut pdf);
        let path = folder.path().join("broken.pdf");
        pdf.save(&path).unwrap();
        let (passes, _) = faults_found(&checker, "x4,a2a,ua1", &[path]);
        missed.extend(passes.then_some(clause.name));
    }
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn standards_tags_of_709() {
    let document = set(&issue_709(), &FontFiles::default()).unwrap().product.unwrap();
    golden("issue_709/709.tags", &tags::write(&document));
}

/// An outside reader walks the tree of 709 and finds the TOML's texts, each under its tag and in its order; a tree
/// of nothing but paragraphs does not pass.
#[test]
fn standards_tags_are_the_sources_texts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("709.pdf");
    let script = root().join("tests/oracle/tags.py");
    let walk = |pdf: &[u8]| {
        fs::write(&path, pdf).unwrap();
        let issues = root().join("issues");
        Command::new(python())
            .arg(&script)
            .arg(&path)
            .arg(issues.join("709.toml"))
            .arg(issues.join("bulletin.toml"))
            .output()
            .unwrap()
    };
    let said = |output: &std::process::Output| {
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
    };
    let found = walk(&PRESS);
    assert!(found.status.success(), "{}", said(&found));
    assert!(said(&found).contains("same"), "{}", said(&found));
    let screen = walk(&pdf_of(&issue_709(), Settings { target: Target::Screen, ..Settings::default() }));
    assert!(screen.status.success(), "{}", said(&screen));

    let mut flat = lopdf::Document::load_mem(&PRESS).unwrap();
    let ids: Vec<_> = clauses::elements(&flat).iter().map(|(id, _)| *id).collect();
    for id in ids {
        flat.get_dictionary_mut(id).unwrap().set("S", lopdf::Object::Name(b"P".to_vec()));
    }
    let mut bytes = Vec::new();
    flat.save_to(&mut bytes).unwrap();
    let found = walk(&bytes);
    assert_eq!(found.status.code(), Some(1), "{}", said(&found));
}

#[test]
fn standards_links_are_for_screens() {
    let screen = Settings { target: Target::Screen, ..Settings::default() };
    let project = Project::new(&format!("{PUBLICATION}email = \"a@b.cn\"\n"));
    let issue = project.write("1.toml", issue_of("正文。"));
    let pdf = lopdf::Document::load_mem(&pdf_of(&issue, screen)).unwrap();
    let links: Vec<_> = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|link| link.has_type(b"Annot"))
        .collect();
    assert_eq!(links.len(), 2);
    assert_eq!(links.iter().filter(|link| link.has(b"Dest")).count(), 1);
    let address = links.iter().find_map(|link| link.get(b"A").ok()).unwrap().as_dict().unwrap();
    assert_eq!(address.get(b"URI").unwrap().as_str().unwrap(), b"mailto:a@b.cn");
    for link in links {
        assert!(link.has(b"StructParent") && link.has(b"Contents"), "{link:?}");
    }
    let press = lopdf::Document::load_mem(&pdf_of(&issue, Settings::default())).unwrap();
    assert!(!press.objects.values().any(|object| object.as_dict().is_ok_and(|object| object.has_type(b"Annot"))));
}

#[test]
fn standards_bleed_widens_the_sheet_alone() {
    let bleed = Settings { bleed: Length::mm(3.0), ..Settings::default() };
    let wide = lopdf::Document::load_mem(&pdf_of(&issue_709(), bleed)).unwrap();
    let page = wide.get_dictionary(wide.page_iter().next().unwrap()).unwrap();
    let edges = |name: &[u8]| -> Vec<f32> {
        page.get(name).unwrap().as_array().unwrap().iter().map(|edge| edge.as_float().unwrap()).collect()
    };
    assert_eq!(edges(b"TrimBox"), [0.0, 0.0, 595.276, 841.89]);
    assert_eq!(edges(b"BleedBox"), [-8.504, -8.504, 603.78, 850.394]);
    assert_eq!(edges(b"MediaBox"), edges(b"BleedBox"));
    let plain = lopdf::Document::load_mem(&PRESS).unwrap();
    let content = |file: &lopdf::Document| file.page_iter().map(|id| file.get_page_content(id)).collect::<Vec<_>>();
    assert!(content(&wide) == content(&plain));
    for (bleed, code) in [("3", 0), ("3mm", 0), ("5.5mm", 0), ("-1", 2), ("21", 2), ("3cm", 2), ("NaN", 2)] {
        let project = Project::new(PUBLICATION);
        project.write("1.toml", issue_of("正文。"));
        assert_eq!(project.run(&["build", "1.toml", &format!("--bleed={bleed}")]).code, code, "{bleed}");
    }
}

/// A printer's own profile stands in the file as it is, under the name of its condition.
#[test]
fn standards_a_printers_profile() {
    let own = fs::read(root().join("src/writers/pdf/fogra29.icc")).unwrap();
    let mut other = own.clone();
    other[24..36].fill(0);
    for (condition, identifier) in [("output_condition = \"FOGRA47\"\n", "FOGRA47"), ("", "Custom")] {
        let project = Project::new(&format!("{PUBLICATION}output_profile = \"厂商.icc\"\n{condition}"));
        project.write("厂商.icc", &other);
        let issue = project.write("1.toml", issue_of("正文。"));
        let pdf = lopdf::Document::load_mem(&pdf_of(&issue, Settings::default())).unwrap();
        let is_profile = |object: &&lopdf::Object| object.as_stream().is_ok_and(|stream| stream.dict.has(b"Alternate"));
        let profile = pdf.objects.values().find(is_profile).unwrap().as_stream().unwrap();
        assert!(profile.decompressed_content().unwrap() == other);
        let intents = pdf.catalog().unwrap().get(b"OutputIntents").unwrap().as_array().unwrap();
        for intent in intents {
            let intent = intent.as_dict().unwrap();
            let name = lopdf::decode_text_string(intent.get(b"OutputConditionIdentifier").unwrap()).unwrap();
            assert_eq!(name, identifier);
        }
    }
}

#[test]
fn standards_profiles_that_no_press_has() {
    let own = fs::read(root().join("src/writers/pdf/fogra29.icc")).unwrap();
    let patched = |at: usize, bytes: &[u8]| {
        let mut profile = own.clone();
        profile[at..at + bytes.len()].copy_from_slice(bytes);
        profile
    };
    let cases = [
        (b"none".to_vec(), "不是 ICC 文件"),
        (patched(12, b"mntr"), "不是印刷设备的"),
        (patched(16, b"RGB "), "不是 CMYK"),
        (patched(8, &[5]), "版本不是"),
        (own[..own.len() - 1].to_vec(), "不完整"),
        (patched(own.windows(4).position(|tag| tag == b"gamt").unwrap(), b"XXXX"), "不完整"),
        (patched(128, &[0xff; 4]), "不完整"),
        (patched(140, &[0xff; 4]), "不完整"),
        (vec![0; (8 << 20) + 1], "超过 8 MiB"),
    ];
    for (profile, told) in cases {
        let project = Project::new(&format!("{PUBLICATION}output_profile = \"厂商.icc\"\n"));
        project.write("厂商.icc", profile);
        project.write("1.toml", issue_of("正文。"));
        let ended = project.run(&["build", "1.toml"]);
        assert!(ended.code == 1 && ended.err.contains("B0110") && ended.err.contains(told), "{told}: {}", ended.err);
    }
}

/// Separations as a press makes them: nothing is on cyan, black text on black alone, red on magenta and yellow, or
/// on its own plate.
#[test]
fn standards_separations() {
    let folder = tempfile::tempdir().unwrap();
    let plates = |pdf: &[u8], name: &str| {
        let path = folder.path().join(format!("{name}.pdf"));
        fs::write(&path, pdf).unwrap();
        let script = root().join("tests/oracle/separations.py").display().to_string();
        tool(
            "python3",
            "ghostscript",
            &[&script, &path.display().to_string(), &folder.path().join(name).display().to_string()],
        )
    };
    // Each line: page, and the share of each plate that holds ink, in millionths.
    let process = plates(&PRESS, "process");
    for line in process.lines() {
        let red = line.starts_with("page 1 ");
        assert!(line.contains("Cyan 0 ") && !line.contains("Black 0 "), "{line}");
        assert_eq!(!line.contains("Magenta 0 "), red, "{line}");
        assert_eq!(!line.contains("Yellow 0 "), red, "{line}");
        assert!(line.ends_with("both 0"), "{line}");
    }
    assert_eq!(process.lines().count(), 14);
    let project = Project::new(&format!("{PUBLICATION}[colours]\nred_spot = \"PANTONE 186 C\"\n"));
    let spot = plates(&pdf_of(&project.write("1.toml", issue_of("正文。")), Settings::default()), "spot");
    let first = spot.lines().next().unwrap();
    assert!(first.contains("Cyan 0 ") && first.contains("Magenta 0 ") && first.contains("Yellow 0 "), "{spot}");
    assert!(first.contains("PANTONE 186 C ") && !first.contains("PANTONE 186 C 0 "), "{spot}");
}

/// Three readers take one text out of the file, white space and page numbers left out.
#[test]
fn standards_three_readers_read_one_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let solid = |text: &str| -> String { text.chars().filter(|ch| !ch.is_whitespace()).collect() };
    let body = "数学符号 a²+b²、CO₂、《书》“引”‘内’——……·～ 葛󠄀城区与葛城 an internationalization of representative ¥ ￥ 㐂 𠮷。";
    let project = Project::new(PUBLICATION);
    let odd = project.write("1.toml", issue_of(body));
    for (name, pdf) in [("709.pdf", PRESS.clone()), ("odd.pdf", pdf_of(&odd, Settings::default()))] {
        fs::write(path(name), pdf).unwrap();
        let poppler = solid(&tool("pdftotext", "poppler-utils", &["-raw", &path(name), "-"]));
        let mupdf = solid(&tool(&python(), "mupdf (make tools)", &[&mupdf_script(), &path(name)]));
        assert_eq!(poppler, mupdf, "{name}");
        assert!(name != "odd.pdf" || poppler.contains(&solid(body)), "{poppler}");
        match pdf_js(&path(name)) {
            Some(text) => assert_eq!(solid(&text), poppler, "{name}"),
            None => skipped("pdf.js, which needs Node and `make tools`"),
        }
    }
}

fn mupdf_script() -> String {
    root().join("tests/oracle/mupdf.py").display().to_string()
}

/// The text as pdf.js takes it out; none where it is not installed.
fn pdf_js(path: &str) -> Option<String> {
    let library = root().join("target/node/node_modules/pdfjs-dist/legacy/build/pdf.mjs");
    if !library.exists() {
        return None;
    }
    let script = root().join("tests/oracle/text.mjs").display().to_string();
    Some(tool("node", "nodejs", &[&script, &library.display().to_string(), path]))
}

/// Ghostscript and mupdf read the file without a word.
#[test]
fn standards_readers_do_not_complain() {
    let folder = tempfile::tempdir().unwrap();
    let (python, script) = (python(), mupdf_script());
    let commands: [(&str, &[&str]); 4] = [
        ("gs", &["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage"]),
        (&python, &[&script]),
        ("pdftotext", &["-q"]),
        ("qpdf", &["--check"]),
    ];
    for (number, issue) in built().iter().enumerate() {
        let path = folder.path().join(format!("{number}.pdf"));
        fs::write(&path, pdf_of(issue, Settings::default())).unwrap();
        for (program, before) in commands {
            let said = complaints(program, before, &path);
            assert!(said.is_empty(), "{}: {program}: {said}", issue.display());
        }
    }
}

/// What a program says of a file, if it is not content with it.
fn complaints(program: &str, before: &[&str], path: &Path) -> String {
    let mut command = Command::new(program);
    command.args(before).arg(path);
    if program == "pdftotext" {
        command.arg("/dev/null");
    }
    let output = command.output().unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    // mupdf's script prints the pages' text to the first of the two streams.
    let told = if program.contains("python") { String::from_utf8_lossy(&output.stderr).into_owned() } else { said };
    let complains = ["warning", "error:", "**** "].iter().any(|word| told.to_lowercase().contains(word));
    if output.status.success() && !complains { String::new() } else { format!("{} {told}", output.status) }
}

#[test]
fn standards_names_that_are_no_inks_are_refused() {
    for name in ["None", "All", "Cyan", "Black", &"x".repeat(128)] {
        let project = Project::new(&format!("{PUBLICATION}[colours]\nred_spot = \"{name}\"\n"));
        project.write("1.toml", issue_of("正文。"));
        let ended = project.run(&["build", "1.toml"]);
        assert!(ended.code == 1 && ended.err.contains("bulletin.toml:8:12: 错误 B0204"), "{name}: {}", ended.err);
    }
}

/// What a publication leaves empty leaves nothing empty in the file.
#[test]
fn standards_are_kept_where_words_are_left_empty() {
    let project = Project::new(&format!("{PUBLICATION}[masthead]\nissue_line = \"\"\n[contents]\nheading = \"\"\n"));
    let issue = project.write("1.toml", issue_of("正文。"));
    let pdf = lopdf::Document::load_mem(&pdf_of(&issue, Settings::default())).unwrap();
    let kept: Vec<_> = CLAUSES.iter().filter(|clause| (clause.kept)(&pdf).is_err()).map(|clause| clause.name).collect();
    assert!(kept.is_empty(), "{kept:?}");
    let titles = pdf.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Title").ok());
    for title in titles {
        let title = lopdf::decode_text_string(title).unwrap();
        assert!(!title.is_empty() && title.trim() == title, "{title:?}");
    }
}

/// A list says what its items are labelled with; a hyphen put in by setting is none of the source's.
#[test]
fn standards_lists_and_hyphens() {
    let project = Project::new(PUBLICATION);
    let body = format!("1. 甲\n2. 乙\n\n- 丙\n\n{}internationalization要断开。", "民".repeat(18));
    let issue = project.write("1.toml", issue_of(&body));
    let pdf = lopdf::Document::load_mem(&pdf_of(&issue, Settings::default())).unwrap();
    let numberings = clauses::elements(&pdf).into_iter().filter_map(|(_, element)| element.get(b"A").ok());
    let numberings: Vec<_> = numberings
        .map(|own| own.as_dict().unwrap().get(b"ListNumbering").unwrap().as_name().unwrap().to_vec())
        .collect();
    assert_eq!(numberings, [b"Decimal".to_vec(), b"Disc".to_vec()]);
    let document = set(&issue, &FontFiles::default()).unwrap().product.unwrap();
    let tags = tags::write(&document);
    assert!(tags.contains("internationaliza\u{ad}tion"), "{tags}");
}
