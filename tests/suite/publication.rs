//! Every key of `bulletin.toml`, alone, changes what is printed.

use crate::support::{Project, faults, issue_709, root};
use bulletin::compile::{Compiled, set};
use bulletin::document::Document;
use bulletin::fonts::FontFiles;
use bulletin::model::Style;
use bulletin::model::style::Kind;
use bulletin::writers::dump;
use std::fs;

/// What must be set besides a key for it to be seen, and the issue's change that makes it so.
const NEEDS: &[(&str, &str)] = &[
    ("text.cjk_latin_least", "[text]\ncjk_latin_spacing = 0.25\n"),
    ("text.cjk_latin_most", "[text]\ncjk_latin_spacing = 0.25\n"),
    ("text.word_space", "[text]\nprefer = \"out\"\n"),
    ("contents.leader", "[contents]\npage_numbers = true\n"),
    ("contents.leader_gap", "[contents]\npage_numbers = true\n"),
    ("contents.number_room", "[contents]\npage_numbers = true\n"),
    ("imprint.address_label", "address = \"某路1号\"\n[imprint]\n"),
    ("imprint.email_label", "email = \"a@b.cn\"\n[imprint]\n"),
];

/// A value for a key that differs from its default, where its kind alone does not give one that is seen.
const VALUES: &[(&str, &str)] = &[
    ("sheet.height", "300"),
    ("text.lone_lines", "\"avoid\""),
    ("text.runts", "\"avoid\""),
    ("text.kinsoku", "\"none\""),
    ("text.punctuation", "\"kaiming\""),
    ("text.prefer", "\"out\""),
    ("text.cjk_latin_least", "0.25"),
    ("text.stretch_limit", "0.01"),
    ("text.squeezable", "\"\""),
    ("text.word_space", "0.3"),
    ("text.cjk_latin_spacing", "0.25"),
    ("masthead.issue_line", "\"总{serial}\""),
    ("masthead.merged_issue_line", "\"总{serial}\""),
    ("masthead.date_line", "\"{year}.{month}\""),
    ("contents.leader_gap", "6"),
    ("contents.order", "\"columns\""),
    ("briefs.title", "\"centred\""),
    ("imprint.copies_line", "\"印{copies}\""),
    ("titles.keep_lines", "12"),
    ("byline.run_on_gap", "30"),
    ("imprint.pages_multiple", "4"),
];

/// A value of another kind's default: not far from it.
fn other_value(key: &str, kind: Kind, default: &str) -> String {
    if let Some((_, value)) = VALUES.iter().find(|(known, _)| *known == key) {
        return (*value).to_owned();
    }
    let number = || default.parse::<f64>().unwrap();
    match kind {
        Kind::Millimetres | Kind::Points => format!("{:.3}", number() * 0.9),
        Kind::Size => format!("{}", number() - 1.0),
        Kind::Ems => format!("{:.3}", number() * 0.8),
        Kind::GridLines => format!("{}", number() + 1.0),
        Kind::Count => format!("{}", number() + 1.0),
        Kind::Flag => format!("{}", default == "false"),
        Kind::Words | Kind::InkName => "\"改\"".to_owned(),
        Kind::Percentages => "[1, 2, 3, 4]".to_owned(),
        Kind::Choice(_) => panic!("{key} needs a value in the test's table"),
    }
}

/// What some keys need: a first column that comes last, all that may stand round a text, a brief with a title.
const LAST: &str = r#"
[[article]]
column = "要闻速递"
title = "某个标题"
subtitle = "某个副标题"
note = "（2025年4月24日）"
editor_note = "某篇文章的按语。"
source = "《某报》"
body = "某段正文。"

[[brief]]
title = "某则简讯"
body = "某则简讯的正文。"
"#;

/// Issue 709 with paragraphs of English, which some keys need.
fn issue(briefs: usize) -> String {
    let english = "Words of this internationalization paragraph are set with spaces, which stretch before anything else, notwithstanding counterrevolutionary typographers, and it is long enough to fill several lines of the page.";
    let issue = fs::read_to_string(issue_709()).unwrap();
    let more: String = (0..briefs)
        .map(|order| format!("\n[[brief]]\nbody = '''\n第{order}则。{english}\n\n- 列表\n\n> 引文\n'''\n"))
        .collect();
    let own = "copies = 120\ncopy_number = 12\n\n[[staff]]\nlabel = \"审核：\"\nnames = [\"甲乙丙\", \"丁戊己\"]\n\n";
    let issue = issue.replacen("[[article]]", &format!("{own}[[article]]"), 1);
    format!("{issue}{more}{LAST}")
}

fn print(project: &Project, publication: &str, issue: &str) -> Compiled<Document> {
    project.write("bulletin.toml", publication);
    set(&project.write("709.toml", issue), &FontFiles::default()).unwrap()
}

/// What is printed, and what is found wrong.
fn outcome(compiled: &Compiled<Document>) -> String {
    let printed = compiled.product.as_ref().map(dump::write).unwrap_or_default();
    format!("{printed}\n{}", faults(&compiled.diagnostics, &compiled.files).join("\n"))
}

fn publication() -> String {
    fs::read_to_string(root().join("issues/bulletin.toml")).unwrap()
}

#[test]
fn publication_every_key_of_the_style_alone_changes_the_print() {
    let project = Project::new("");
    // An odd number of pages, so that an imprint can be moved to an even one.
    let pages = |issue: &String| print(&project, &publication(), issue).product.unwrap().pages.len();
    let plain = (20..40).map(issue).find(|issue| pages(issue) % 2 == 1).unwrap();
    let merged = plain.replace("number  = 3 ", "number  = [3, 4] ");
    let mut unseen = Vec::new();
    for (section, keys) in Style::SECTIONS {
        for key in *keys {
            let name = format!("{section}.{}", key.name);
            let issue = if key.name == "merged_issue_line" { &merged } else { &plain };
            let needs = NEEDS
                .iter()
                .find(|(known, _)| *known == name)
                .map_or_else(|| format!("[{section}]\n"), |(_, needs)| (*needs).to_owned());
            let value = other_value(&name, key.kind, key.default);
            // Keys of the publication itself must come before its tables.
            let (own, section) = needs.split_at(needs.find('[').unwrap_or(0));
            let publication = |more: &str| format!("{own}{}\n{section}{more}", publication());
            let without = print(&project, &publication(""), issue);
            let with = print(&project, &publication(&format!("{} = {value}\n", key.name)), issue);
            assert!(without.product.is_some() && with.product.is_some(), "{name} = {value}: {}", outcome(&with));
            if outcome(&without) == outcome(&with) {
                unseen.push(name);
            }
        }
    }
    assert!(unseen.is_empty(), "these keys change nothing: {unseen:?}");
}

#[test]
fn publication_every_other_key_alone_changes_the_print() {
    let project = Project::new("");
    let issue = fs::read_to_string(issue_709()).unwrap();
    let plain = outcome(&print(&project, &publication(), &issue));
    let from_to = [
        ("\"杭州人大信息\"", "\"人大信息\""),
        ("publisher = \"杭州市", "publisher = \""),
        ("\"zh-CN\"", "\"zh\""),
        ("[\"普刊\", ", "["),
        ("columns = [\"要闻速递\", ", "columns = ["),
        ("briefs_column = \"信息摘登\"", "briefs_column = \"情况交流\""),
        ("85250657", "85250658"),
        ("label  = \"送：\"", "label  = \"发：\""),
        ("、研究室", ""),
        ("face     = \"FandolFang-Regular\"", "face     = \"FandolKai-Regular\""),
        ("latin    = \"FandolSong-Regular\"", "latin    = \"FandolHei-Regular\""),
        ("face     = \"FandolSong-Bold\"", "face     = \"FandolHei-Regular\""),
        ("face     = \"FandolHei-Regular\"", "face     = \"FandolSong-Bold\""),
        ("face     = \"FandolKai-Regular\"", "face     = \"FandolFang-Regular\""),
        ("face     = \"FandolSong-Regular\"\nfallback", "face     = \"FandolHei-Regular\"\nfallback"),
    ];
    for (from, to) in from_to {
        let changed = publication().replacen(from, to, 1);
        assert_ne!(changed, publication(), "{from}");
        assert_ne!(outcome(&print(&project, &changed, &issue)), plain, "{from} -> {to}");
    }
}

/// A fallback is seen only where a face lacks a character.
#[test]
fn publication_fallbacks_of_each_role_are_used() {
    let project = Project::new("");
    let rare = fs::read_to_string(issue_709())
        .unwrap()
        .replace("杨青青", "杨璟")
        .replace("秘书一处", "秘书璟处")
        .replace("机关打造", "璟关打造");
    let rare = rare.replace("\"要闻速递\"", "\"要闻璟递\"");
    let publication = publication().replace("要闻速递", "要闻璟递");
    let plain = outcome(&print(&project, &publication, &rare));
    for (from, to) in [
        (
            "fallback = [\"NotoSerifCJKsc-Regular\"]\n\n[faces.title]",
            "fallback = [\"LXGWWenKai-Regular\"]\n\n[faces.title]",
        ),
        ("fallback = [\"NotoSerifCJKsc-Bold\"]", "fallback = [\"NotoSerifCJKsc-Regular\"]"),
        ("fallback = [\"NotoSansCJKsc-Regular\"]", "fallback = [\"NotoSerifCJKsc-Bold\"]"),
        ("fallback = [\"LXGWWenKai-Regular\", ", "fallback = ["),
    ] {
        let changed = publication.replacen(from, to, 1);
        assert_ne!(changed, publication, "{from}");
        assert_ne!(outcome(&print(&project, &changed, &rare)), plain, "{from}");
    }
}

#[test]
fn publication_sizes_may_be_named() {
    let project = Project::new("");
    let issue = fs::read_to_string(issue_709()).unwrap();
    let with = |size: &str| outcome(&print(&project, &format!("{}\n[titles]\nsize = {size}\n", publication()), &issue));
    assert_eq!(with("\"小二\""), with("18"));
    assert_eq!(with("\"小二\""), with("18.0"));
    assert_ne!(with("\"三号\""), with("18"));
}

#[test]
fn publication_is_found_by_walking_up() {
    let project = Project::new(crate::support::PUBLICATION);
    let deep = project.write("a/b/c/1.toml", crate::support::issue_of("正文。"));
    assert!(set(&deep, &FontFiles::default()).unwrap().product.is_some());
    // The nearest one holds.
    project.write("a/b/bulletin.toml", crate::support::PUBLICATION.replace("某地", "近处"));
    let document = set(&deep, &FontFiles::default()).unwrap().product.unwrap();
    assert!(document.info.title.starts_with("近处人大信息"));
}

#[test]
fn publication_may_name_a_face_by_its_path() {
    let kai = "fonts/FandolKai-Regular.otf";
    let project = Project::new(&format!("{}[faces.body]\nface = \"{kai}\"\n", crate::support::PUBLICATION));
    let document = project.document(&crate::support::issue_of("正文。"));
    assert!(document.faces.contains(&kai.to_owned()));
    let collection = "fonts/NotoSerifCJK-Regular.ttc#2";
    let project = Project::new(&format!("{}[faces.body]\nface = \"{collection}\"\n", crate::support::PUBLICATION));
    let document = project.document(&crate::support::issue_of("正文。"));
    assert!(document.faces.contains(&collection.to_owned()));
}
