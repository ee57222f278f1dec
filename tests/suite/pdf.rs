//! The PDF as other programs read it: poppler and qpdf, not the library that wrote it.

use crate::support::{PUBLICATION, Project, issue_709, issue_of, root, tool};
use bulletin::compile::{Print, compile};
use bulletin::fonts::FontFiles;
use std::path::PathBuf;
use std::sync::LazyLock;
use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization;

/// Issue 709 as a file.
struct Built {
    _folder: TempDir,
    path: PathBuf,
}

static BUILT: LazyLock<Built> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("709.pdf");
    let product = compile(&issue_709(), Print::default(), &FontFiles::default()).unwrap().product.unwrap();
    std::fs::write(&path, product.pdf).unwrap();
    Built { _folder: folder, path }
});

/// Runs a tool on the built issue.
fn read(program: &str, package: &str, before: &[&str], after: &[&str]) -> String {
    let path = BUILT.path.display().to_string();
    let arguments: Vec<_> = before.iter().copied().chain([&*path]).chain(after.iter().copied()).collect();
    tool(program, package, &arguments)
}

/// A text as it is compared: NFKC, without blanks.
fn plain(text: &str) -> String {
    text.nfkc().filter(|ch| !ch.is_whitespace()).collect()
}

/// The text of the PDF, page numbers left out.
fn text(options: &[&str]) -> String {
    let text = read("pdftotext", "poppler-utils", options, &["-"]);
    let pages = text.split('\u{c}').enumerate().map(|(at, page)| {
        // The number stands at one side of the last line, which may itself have two ends.
        plain(page).replacen(&plain(&format!("—{}—", at + 1)), "", 1)
    });
    pages.collect()
}

/// The text of the sources in reading order, put together from the TOML alone.
fn source_text() -> String {
    let read = |name: &str| -> toml::Table { std::fs::read_to_string(root().join(name)).unwrap().parse().unwrap() };
    let (issue, publication) = (read("issues/709.toml"), read("issues/bulletin.toml"));
    let word = |table: &toml::Table, key: &str| table[key].as_str().unwrap().to_owned();
    let list = |table: &toml::Table, key: &str| -> Vec<String> {
        let items = table.get(key).and_then(toml::Value::as_array);
        items.into_iter().flatten().map(|item| item.as_str().unwrap().to_owned()).collect()
    };
    let tables = |table: &toml::Table, key: &str| -> Vec<toml::Table> {
        table[key].as_array().unwrap().iter().map(|item| item.as_table().unwrap().clone()).collect()
    };
    let byline = |table: &toml::Table| format!("（{}{}）", word(table, "unit"), list(table, "authors").concat());
    let whole = |table: &toml::Table, key: &str| table[key].as_integer().unwrap();
    let date = issue["date"].as_datetime().unwrap().date.unwrap();

    let mut parts = vec![word(&publication, "name"), format!("（{}）", word(&issue, "edition"))];
    parts.push(format!("第{}期（总第{}期）", whole(&issue, "number"), whole(&issue, "serial")));
    parts.extend([word(&publication, "publisher"), format!("{}年{}月{}日", date.year, date.month, date.day)]);
    parts.push("目录".to_owned());
    let (articles, briefs) = (tables(&issue, "article"), tables(&issue, "brief"));
    let mut column = String::new();
    for article in &articles {
        if word(article, "column") != column {
            column = word(article, "column");
            parts.push(column.clone());
        }
        parts.push(word(article, "title"));
    }
    let briefs_column = word(&publication, "briefs_column");
    parts.extend([briefs_column.clone(), format!("{}则", briefs.len())]);
    for article in &articles {
        parts.extend([word(article, "title"), word(article, "body"), byline(article)]);
    }
    parts.push(briefs_column);
    for brief in &briefs {
        parts.extend([word(brief, "body"), byline(brief)]);
    }
    for tier in tables(&publication, "recipients") {
        parts.push(word(&tier, "label"));
        parts.extend(list(&tier, "groups"));
    }
    parts.push(format!("本期责任编辑：{}", word(&issue, "editor")));
    parts.push(format!("电话：{}", word(&publication, "telephone")));
    plain(&parts.concat())
}

/// Whether two texts are one; tells where they part.
fn assert_same(found: &str, wanted: &str) {
    let at = found.chars().zip(wanted.chars()).take_while(|(a, b)| a == b).count();
    let near = |text: &str| text.chars().skip(at.saturating_sub(5)).take(20).collect::<String>();
    assert_eq!(found.chars().count(), at, "found {} wanted {}", near(found), near(wanted));
    assert_eq!(wanted.chars().count(), at, "found {} wanted {}", near(found), near(wanted));
}

#[test]
fn pdf_text_is_the_sources_text_in_reading_order() {
    let wanted = source_text();
    assert!(wanted.chars().count() > 6900);
    assert_same(&text(&[]), &wanted);
    assert_same(&text(&["-raw"]), &wanted);
}

#[test]
fn pdf_source_is_the_published_text() {
    // Every character of the published text, summed in order: no wording is ever corrected.
    let wanted = source_text();
    let sum = wanted.chars().fold(0_u64, |sum, ch| sum.wrapping_mul(1_000_003).wrapping_add(u64::from(u32::from(ch))));
    assert_eq!((wanted.chars().count(), sum), (6930, PUBLISHED_SUM));
}

/// The sum of the published text's characters, as [`pdf_source_is_the_published_text`] adds them up.
const PUBLISHED_SUM: u64 = 8_902_066_514_184_833_513;

#[test]
fn pdf_faces_are_embedded_subsets() {
    let table = read("pdffonts", "poppler-utils", &[], &[]);
    let faces: Vec<_> = table.lines().skip(2).collect();
    assert_eq!(faces.len(), 5, "{table}");
    for face in faces {
        let fields: Vec<_> = face.split_whitespace().collect();
        // name, type (three words), encoding, embedded, subset, ToUnicode, object
        assert_eq!(fields[1..8], ["CID", "Type", "0C", "Identity-H", "yes", "yes", "yes"], "{face}");
        let (tag, name) = fields[0].split_once('+').unwrap();
        assert!(tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()), "{face}");
        assert!(name.starts_with("Fandol"), "{face}");
    }
}

#[test]
fn pdf_is_sound() {
    let said = read("qpdf", "qpdf", &["--check"], &[]);
    assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    assert!(!said.to_lowercase().contains("warning"), "{said}");
}

#[test]
fn pdf_says_what_it_is() {
    let info = read("pdfinfo", "poppler-utils", &["-isodates"], &[]);
    for line in [
        "Title:           杭州人大信息　第3期（总第709期）",
        "Author:          杭州市人大常委会研究室编",
        "CreationDate:    2025-04-2", // midnight in China, printed in the reader's own time
        "Pages:           14",
        "Page size:       595.276 x 841.89 pts (A4)",
        "PDF version:     1.6",
    ] {
        assert!(info.contains(line), "{line} is not in\n{info}");
    }
    let catalog = read("qpdf", "qpdf", &["--json", "--json-key=qpdf"], &[]);
    assert!(catalog.contains("\"/Lang\": \"u:zh-CN\""));
    assert!(catalog.contains("\"/DisplayDocTitle\": true"));
    assert!(catalog.contains("(D:20250424000000+08'00')") || catalog.contains("u:D:20250424000000+08'00'"));
}

#[test]
fn pdf_has_nested_bookmarks() {
    let outlines = read("qpdf", "qpdf", &["--json", "--json-key=outlines"], &[]);
    let titles: Vec<_> = outlines.lines().filter_map(|line| line.trim().strip_prefix("\"title\": \"")).collect();
    let title = |at: usize| titles[at].trim_end_matches(['"', ',']);
    assert_eq!(titles.len(), 1 + 5 + 6 + 1 + 6, "{titles:?}");
    assert!(titles.iter().any(|title| title.starts_with("市人大机关打造学习型组织扎实推进“四个机关”建设")));
    assert_eq!(title(0).chars().count(), 2);
    // An entry that leads to page 4 and stands in its column.
    assert!(outlines.contains("\"destpageposfrom1\": 4"), "{outlines}");
}

#[test]
fn pdf_paints_two_colours_only() {
    let path = BUILT.path.display().to_string();
    let folder = tempfile::tempdir().unwrap();
    let plain = folder.path().join("plain.pdf").display().to_string();
    tool("qpdf", "qpdf", &["--qdf", "--object-streams=disable", &path, &plain]);
    let bytes = std::fs::read(plain).unwrap();
    let content = String::from_utf8_lossy(&bytes);
    let mut colours: Vec<_> = content.lines().filter(|line| line.ends_with(" k")).collect();
    colours.sort_unstable();
    colours.dedup();
    assert_eq!(colours, ["0 0 0 1 k", "0 0.8 0.8 0 k"]);
    for operator in [" rg", " RG", " g", " G", " K"] {
        assert!(
            !content.lines().any(|line| line.ends_with(operator) && line.starts_with(|ch: char| ch.is_ascii_digit())),
            "{operator}"
        );
    }
}

#[test]
fn pdf_ink_stays_in_the_type_area_but_for_page_numbers() {
    let boxes = read("pdftotext", "poppler-utils", &["-bbox"], &["-"]);
    let mut page = 0;
    let mut words = 0;
    for line in boxes.lines().map(str::trim) {
        if line.starts_with("<page ") {
            page += 1;
        }
        let Some(rest) = line.strip_prefix("<word ") else { continue };
        let value = |name: &str| -> f64 {
            let at = rest.find(name).unwrap() + name.len() + 2;
            rest[at..].split('"').next().unwrap().parse().unwrap()
        };
        let (left, right) = if page % 2 == 1 { (28.0, 184.0) } else { (26.0, 182.0) };
        let mm = |points: f64| points * 25.4 / 72.0;
        let (x0, y0, x1, y1) = (mm(value("xMin")), mm(value("yMin")), mm(value("xMax")), mm(value("yMax")));
        let is_number = y0 > 262.0;
        words += 1;
        // The boxes are of frames: half an em of a mark at either end may hang out, without ink.
        assert!(x0 > left - 3.0 && x1 < right + 3.0, "page {page}: {line}");
        assert!(y0 > 36.0 && (y1 < 264.0 || is_number), "page {page}: {line}");
    }
    assert!(page == 14 && words > 300);
}

#[test]
fn pdf_of_fallback_faces_gives_its_text_back() {
    let project = Project::new(PUBLICATION);
    let body = "王珺、李堃、张喆、赵旻、钱镕、孙垚、周璟、吴翀，𠮷野家，葛\u{e0100}城，ESG 100%。";
    let path =
        project.write("x.toml", issue_of(body).replace("title = \"题\"", "title = \"题垚\"\nauthors = [\"王珺\"]"));
    let product = compile(&path, Print::default(), &FontFiles::default()).unwrap().product.unwrap();
    let pdf = project.write("x.pdf", &product.pdf).display().to_string();
    let text = plain(&tool("pdftotext", "poppler-utils", &[&pdf, "-"]));
    assert!(text.contains(&plain(body)), "{text}");
    assert!(text.contains("题垚") && text.contains("(王珺)"), "{text}");
    let fonts = tool("pdffonts", "poppler-utils", &[&pdf]);
    assert!(fonts.contains("+LXGWWenKai-Regular") && fonts.contains("TrueType"), "{fonts}");
    assert!(fonts.lines().skip(2).all(|line| line.contains(" yes yes yes ")), "{fonts}");
    tool("qpdf", "qpdf", &["--check", &pdf]);
}

/// Raised figures are drawn from the figures, bullets share their glyph with the middle dot: each still
/// copies as what it is, and marks of the source are no text.
#[test]
fn pdf_text_of_marked_bodies_is_the_text_without_marks() {
    let project = Project::new(PUBLICATION);
    let body = "# 一、总要求\n\n## （一）面积。\n共2 m²，排放CO₂22吨，欧阳·某。\n\n- 要**抓好**\n- 也要*重视*\n\n> 引文如此。\n\n\\*星\\*";
    let path = project.write("x.toml", issue_of(body));
    let product = compile(&path, Print::default(), &FontFiles::default()).unwrap().product.unwrap();
    let pdf = project.write("x.pdf", &product.pdf).display().to_string();
    let text = tool("pdftotext", "poppler-utils", &[&pdf, "-"]);
    let solid: String = text.chars().filter(|ch| !ch.is_whitespace()).collect();
    assert!(
        solid.contains("一、总要求（一）面积。共2m²，排放CO₂22吨，欧阳·某。●要抓好●也要重视引文如此。*星*"),
        "{solid}"
    );
    tool("qpdf", "qpdf", &["--check", &pdf]);
}

/// The identifiers are the hash of the file with blank ones in their places, as anyone can count again.
#[test]
fn pdf_identifiers_come_from_its_content() {
    let file = std::fs::read(&BUILT.path).unwrap();
    let find = |what: &[u8], from: usize| from + file[from..].windows(what.len()).position(|at| at == what).unwrap();
    let trailer = find(b"/ID[<", 0) + b"/ID[<".len();
    let second = find(b"<", trailer) + 1;
    let instance = find(b"<xmpMM:InstanceID>uuid:", 0) + b"<xmpMM:InstanceID>uuid:".len();
    let hexadecimal = |range: std::ops::Range<usize>| String::from_utf8(file[range].to_vec()).unwrap();
    let identifier = hexadecimal(trailer..trailer + 32);
    assert_eq!(hexadecimal(second..second + 32), identifier);
    let mut blank = file.clone();
    for at in [trailer, second] {
        blank[at..at + 32].fill(b'0');
    }
    blank[instance..instance + 36].copy_from_slice(b"00000000-0000-8000-8000-000000000000");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("blank.pdf");
    std::fs::write(&path, blank).unwrap();
    let sum = tool("xxh128sum", "xxhash", &[path.to_str().unwrap()]);
    assert_eq!(sum[..32].to_uppercase(), identifier.to_uppercase());
    // The same digits, but for those that tell the version and the kind of a UUID.
    let named = hexadecimal(instance..instance + 36).replace('-', "");
    let same = named.chars().zip(sum.chars()).filter(|(one, other)| one == other).count();
    assert!(same >= 30, "{named} {sum}");
}
