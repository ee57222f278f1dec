//! What holds for an issue: amendments, series, what an issue sets for itself, and what is told of it.

use crate::support::{HEAD, PUBLICATION, Project, faults, issue_709, issue_of, lines, root};
use bulletin::compile::{Print, compile, set};
use bulletin::diagnostic::{Files, Sink};
use bulletin::document::Document;
use bulletin::fonts::FontFiles;
use bulletin::source::{Shown, show};
use std::fs;
use std::path::Path;

/// A publication with an amendment of each kind.
const AMENDED: &str = r#"
name = "某地人大信息"
publisher = "某地人大编"
editions = ["普刊", "增刊", "专报"]
columns = ["要闻", "旧栏", "摘登"]
briefs_column = "摘登"
telephone = "1"
series."专报".numbering = "普刊"

[[recipients]]
label = "送："
groups = ["甲", "乙"]

[[amendment]]
from = 2026-01-01
telephone = "2"
columns = ["要闻", "新栏", "摘登"]
[[amendment.recipients]]
label = "发："
groups = ["丙"]
[amendment.imprint]
editor_label = "编："

[[amendment]]
from = 2027-01-01
telephone = "3"
[amendment.imprint]
telephone_label = "电："

[[amendment]]
from_serial = 10
publisher = "自第十期编"

[[amendment]]
from_serial = 3
for_series = "增刊"
publisher = "增刊第三期编"
"#;

/// What is shown for an issue of this edition, serial and date.
fn shown(project: &Project, edition: &str, serial: u32, date: &str) -> Vec<Shown> {
    let issue = issue_of("正文。")
        .replace("普刊", edition)
        .replace("serial = 1", &format!("serial = {serial}"))
        .replace("2025-01-02", date);
    let path = project.write("issue.toml", issue);
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let shown = show(&path, None, &mut files, &mut sink).unwrap();
    shown.unwrap_or_else(|| panic!("{:?}", faults(&sink.into_sorted(), &files)))
}

fn value(shown: &[Shown], key: &str) -> String {
    let found = shown.iter().find(|shown| shown.key == key).unwrap_or_else(|| panic!("no {key}"));
    found.value.clone().unwrap_or_default()
}

#[test]
fn changes_hold_from_their_date_on() {
    let project = Project::new(AMENDED);
    let telephone = |date: &str| value(&shown(&project, "普刊", 1, date), "telephone");
    assert_eq!(telephone("2025-12-31"), "\"1\"");
    assert_eq!(telephone("2026-01-01"), "\"2\"");
    assert_eq!(telephone("2026-12-31"), "\"2\"");
    assert_eq!(telephone("2027-01-01"), "\"3\"");
}

#[test]
fn changes_merge_tables_and_replace_lists() {
    let project = Project::new(AMENDED);
    let late = shown(&project, "普刊", 1, "2028-01-01");
    assert_eq!(value(&late, "imprint.editor_label"), "\"编：\"");
    assert_eq!(value(&late, "imprint.telephone_label"), "\"电：\"");
    assert_eq!(value(&late, "columns"), "[\"要闻\", \"新栏\", \"摘登\"]");
    let recipients = value(&late, "recipients");
    assert!(recipients.contains("丙") && !recipients.contains('甲'), "{recipients}");
}

/// Serials count in their own series, and together in those that share numbers.
#[test]
fn changes_by_serial_count_in_their_series() {
    let project = Project::new(AMENDED);
    let publisher = |edition: &str, serial| value(&shown(&project, edition, serial, "2025-01-02"), "publisher");
    assert_eq!(publisher("普刊", 9), "\"某地人大编\"");
    assert_eq!(publisher("普刊", 10), "\"自第十期编\"");
    assert_eq!(publisher("专报", 10), "\"自第十期编\"");
    assert_eq!(publisher("增刊", 2), "\"某地人大编\"");
    assert_eq!(publisher("增刊", 3), "\"增刊第三期编\"");
    assert_eq!(publisher("增刊", 10), "\"增刊第三期编\"");
    let merged = project.write("9-10.toml", issue_of("正文。").replace("serial = 1", "serial = [9, 10]"));
    let shown = show(&merged, None, &mut Files::default(), &mut Sink::default()).unwrap().unwrap();
    assert_eq!(value(&shown, "publisher"), "\"自第十期编\"");
}

/// The later date wins, whatever stands first in the file.
#[test]
fn changes_count_in_the_order_of_their_dates() {
    let amendments =
        "[[amendment]]\nfrom = 2027-01-01\ntelephone = \"3\"\n\n[[amendment]]\nfrom = 2026-01-01\ntelephone = \"2\"\n";
    let project = Project::new(&format!("{PUBLICATION}{amendments}"));
    assert_eq!(value(&shown(&project, "普刊", 1, "2028-01-01"), "telephone"), "\"3\"");
    assert_eq!(value(&shown(&project, "普刊", 1, "2026-06-01"), "telephone"), "\"2\"");
}

/// What no longer holds is taken back by an empty text; where there is nothing to take back, that is a slip.
#[test]
fn changes_take_back_what_no_longer_holds() {
    let publication = format!("telephone = \"1\"\nnotice = \"内部\"\n{PUBLICATION}");
    let amended = format!("{publication}[[amendment]]\nfrom = 2026-01-01\ntelephone = \"\"\nnotice = \"\"\n");
    let project = Project::new(&amended);
    let printed = |date: &str| -> String {
        let document = project.document(&issue_of("正文。").replace("2025-01-02", date));
        document.pages.iter().flat_map(lines).collect()
    };
    assert!(printed("2025-12-31").contains("电话：1") && printed("2025-12-31").contains("内部"));
    assert!(!printed("2026-01-01").contains("电话") && !printed("2026-01-01").contains("内部"));
    let compiled = Project::new(&format!("telephone = \"\"\n{PUBLICATION}")).set(&issue_of("正文。"));
    assert_eq!(faults(&compiled.diagnostics, &compiled.files), ["B0209 1:13"]);
}

/// A series that is given up keeps what it had, for its old issues.
#[test]
fn changes_of_series_leave_old_issues_valid() {
    let series = "[series.\"增刊\"]\nlabel = \"增\"\n[[amendment]]\nfrom = 2026-01-01\neditions = [\"普刊\"]\n";
    let project = Project::new(&format!("{}{series}", PUBLICATION.replace("[\"普刊\"]", "[\"普刊\", \"增刊\"]")));
    let issue = |date: &str| issue_of("正文。").replace("普刊", "增刊").replace("2025-01-02", date);
    assert_eq!(lines(&project.document(&issue("2025-12-31")).pages[0])[1], "（增）");
    let compiled = project.set(&issue("2026-01-01"));
    assert_eq!(faults(&compiled.diagnostics, &compiled.files), ["B0208 4:12"]);
    let own = format!("{}[publication.series.\"专刊\"]\nlabel = \"专\"\n", issue("2025-12-31"));
    assert_eq!(faults(&project.set(&own).diagnostics, &project.set(&own).files), ["B0208 14:21"]);
}

/// No third amendment changes which of two counts more.
#[test]
fn changes_do_not_change_each_others_order() {
    let first = "[[amendment]]\nfrom = 2026-01-01\ntelephone = \"A\"\n";
    let second = "[[amendment]]\nfrom_serial = 50\ntelephone = \"B\"\n";
    let third = "[[amendment]]\nfrom = 2025-01-01\ncopies = 3\n";
    for order in [[first, second, ""], [first, second, third], [third, first, second], [first, third, second]] {
        let project = Project::new(&format!("{PUBLICATION}{}", order.concat()));
        assert_eq!(value(&shown(&project, "普刊", 100, "2026-06-30"), "telephone"), "\"B\"", "{order:?}");
    }
}

/// What is said of one series is over what is said of all, and the later over the earlier.
#[test]
fn changes_of_one_series_are_over_those_of_all() {
    let changes = "[series.\"增刊\"]\ntelephone = \"内线\"\n\n[[amendment]]\nfrom = 2026-01-01\ntelephone = \"2\"\n\n\
        [[amendment]]\nfrom = 2027-01-01\nfor_series = \"增刊\"\ntelephone = \"3\"\n\n\
        [[amendment]]\nfrom = 2028-01-01\n[amendment.series.\"增刊\"]\ntelephone = \"4\"\n";
    let project = Project::new(&format!("{}{changes}", PUBLICATION.replace("[\"普刊\"]", "[\"普刊\", \"增刊\"]")));
    let telephone = |edition: &str, date: &str| value(&shown(&project, edition, 1, date), "telephone");
    assert_eq!(telephone("普刊", "2027-06-01"), "\"2\"");
    assert_eq!(telephone("增刊", "2026-06-01"), "\"内线\"");
    assert_eq!(telephone("增刊", "2027-06-01"), "\"3\"");
    assert_eq!(telephone("增刊", "2028-06-01"), "\"4\"");
    // The publication's own file tells of its main series.
    let path = project.path().join("bulletin.toml");
    let newest = show(&path, None, &mut Files::default(), &mut Sink::default()).unwrap().unwrap();
    assert_eq!(value(&newest, "telephone"), "\"2\"");
    let supplement = show(&path, Some("增刊"), &mut Files::default(), &mut Sink::default()).unwrap().unwrap();
    assert_eq!(value(&supplement, "telephone"), "\"4\"");
}

/// A column that was renamed keeps the old issues valid, and is unknown to the new ones.
#[test]
fn changes_of_columns_leave_old_issues_valid() {
    let project = Project::new(AMENDED);
    let faults_of = |column: &str, date: &str| {
        let compiled = project.set(&issue_of("正文。").replace("要闻", column).replace("2025-01-02", date));
        faults(&compiled.diagnostics, &compiled.files)
    };
    assert!(faults_of("旧栏", "2025-12-31").is_empty());
    assert_eq!(faults_of("新栏", "2025-12-31"), ["B0205 9:11"]);
    assert_eq!(faults_of("旧栏", "2026-01-01"), ["B0205 9:11"]);
    assert!(faults_of("新栏", "2026-01-01").is_empty());
}

/// A fault in a change is told at once, not on the day from which it holds.
#[test]
fn changes_are_checked_before_they_hold() {
    let faults_with = |amendment: &str| {
        let compiled = Project::new(&format!("{PUBLICATION}{amendment}")).set(&issue_of("正文。"));
        faults(&compiled.diagnostics, &compiled.files)
    };
    let from = "[[amendment]]\nfrom = 2099-01-01\n";
    assert_eq!(faults_with(&format!("{from}telefone = \"1\"\n")), ["B0201 9:1"]);
    assert_eq!(faults_with(&format!("{from}columns = \"要闻\"\n")), ["B0203 9:11"]);
    assert_eq!(faults_with(&format!("{from}columns = [\"要闻\"]\n")), ["B0210 9:11"]);
    assert_eq!(faults_with(&format!("{from}[amendment.text]\nsize = \"大号\"\n")), ["B0204 10:8"]);
    assert_eq!(faults_with(&format!("{from}[amendment.sheet]\nwidth = 20\n")), ["B0216 10:9"]);
    assert_eq!(faults_with("[[amendment]]\ntelephone = \"1\"\n"), ["B0202 7:1"]);
    assert_eq!(faults_with("[[amendment]]\nfrom = 2099-02-30\n"), ["B0206 8:8"]);
    assert_eq!(faults_with("[[amendment]]\nfrom = 1\n"), ["B0203 8:8"]);
    assert_eq!(faults_with(&format!("{from}from_serial = 3\n")), ["B0218 9:15"]);
    assert_eq!(faults_with("[series.\"增刊\"]\nlabel = \"增\"\n"), ["B0208 7:9"]);
    assert_eq!(faults_with("[series.\"普刊\"]\nlable = \"增\"\n"), ["B0201 8:1"]);
    assert_eq!(faults_with("[series.\"普刊\"]\nnumbering = \"增刊\"\n"), ["B0208 8:14"]);
    assert_eq!(faults_with("[series.\"普刊\"]\nfile_name = \"期\"\n"), ["B0204 8:13"]);
    assert_eq!(faults_with(&format!("{from}for_series = \"增刊\"\n")), ["B0208 9:15"]);
    let two = PUBLICATION.replace("[\"普刊\"]", "[\"普刊\", \"增刊\"]");
    let faults_of_two = |more: &str| {
        let compiled = Project::new(&format!("{two}{more}")).set(&issue_of("正文。"));
        faults(&compiled.diagnostics, &compiled.files)
    };
    let loops = "series.\"普刊\".numbering = \"增刊\"\nseries.\"增刊\".numbering = \"普刊\"\n";
    assert_eq!(faults_of_two(loops), ["B0204 7:25", "B0204 8:25"]);
    assert_eq!(faults_of_two("series.\"增刊\".file_name = \"{serial}\"\n"), ["B0217 7:25"]);
    assert_eq!(faults_with("[series.\"普刊\"]\nfile_name = \"{serial}{no}\"\n"), ["B0204 8:13"]);
    assert_eq!(faults_with("[series.\"普刊\".text]\nsize = 0\n"), ["B0204 8:8"]);
}

/// A change of one series is no fault of another, which it never meets.
#[test]
fn changes_of_one_series_do_not_meet_another() {
    let changes = "[[amendment]]\nfor_series = \"增刊\"\nfrom_serial = 2\ncolumns = [\"新\"]\nbriefs_column = \"新\"\n\n\
        [[amendment]]\nfrom = 2026-01-01\nbriefs_column = \"要闻\"\ncolumns = [\"要闻\"]\n\n\
        [[amendment]]\nfrom_serial = 30\ncolumns = [\"要闻\", \"摘登\"]\n";
    let publication = format!("{}{changes}", PUBLICATION.replace("[\"普刊\"]", "[\"普刊\", \"增刊\"]"));
    let compiled = Project::new(&publication).set(&issue_of("正文。"));
    assert_eq!(faults(&compiled.diagnostics, &compiled.files), Vec::<String>::new());
}

/// What an issue sets for itself is over all else, and holds for it alone.
#[test]
fn changes_of_an_issue_are_its_own() {
    let project = Project::new(AMENDED);
    let own = "\n[publication]\ntelephone = \"9\"\n[publication.imprint]\neditor_label = \"己：\"\n";
    let issue = |own: &str| issue_of("正文。").replace("2025-01-02", "2026-05-01") + own;
    let printed = |issue: String| -> String {
        let document = project.document(&issue);
        document.pages.iter().flat_map(lines).collect()
    };
    let with = printed(issue(own));
    assert!(with.contains("己：某人") && with.contains("电话：9"), "{with}");
    assert!(printed(issue("")).contains("编：某人"));
    let compiled = project.set(&issue("\n[publication]\ntelefone = 1\namendment = []\n"));
    assert_eq!(faults(&compiled.diagnostics, &compiled.files), ["B0201 16:1", "B0201 17:1"]);
}

/// Issue 709 as it is printed is not moved by what changes afterwards.
#[test]
fn changes_later_leave_issue_709_to_the_byte() {
    let publication = fs::read_to_string(root().join("issues/bulletin.toml")).unwrap();
    let later = r#"
[[amendment]]
from = 2025-04-25
publisher = "改"
columns = ["新"]
briefs_column = "新"
telephone = "0"
recipients = []
[amendment.text]
size = 14
[amendment.faces.body]
face = "FandolKai-Regular"

[[amendment]]
from_serial = 710
name = "改"
"#;
    let pdf = |publication: &str| {
        let project = Project::new(publication);
        let path = project.write("709.toml", fs::read(issue_709()).unwrap());
        compile(&path, Print::default(), &FontFiles::default()).unwrap().product.unwrap().pdf
    };
    let before = pdf(&publication);
    assert!(before == pdf(&format!("{publication}{later}")), "709 has moved");
    let earlier = later.replace("2025-04-25", "2025-04-24").replace("columns = [\"新\"]\nbriefs_column = \"新\"\n", "");
    assert!(before != pdf(&format!("{publication}{earlier}")), "an amendment from the issue's own day holds");
}

/// The key's line of a file.
fn line_of(text: &str, key: &str) -> usize {
    let start = format!("{key} = ");
    text.lines().position(|line| line.starts_with(&start)).unwrap_or_else(|| panic!("{key} in {text}")) + 1
}

/// What a key is set to, to be found again: its default, or a value of its kind.
fn settable(shown: &Shown) -> String {
    let value = shown.value.clone().unwrap_or_else(|| match shown.key.as_str() {
        "copies" => "120".to_owned(),
        "staff" => "[{ label = \"审核：\", names = [\"甲\"] }]".to_owned(),
        "recipients" => "[{ groups = [\"甲\"], label = \"送：\" }]".to_owned(),
        "word_lists" => "[\"词表.tsv\"]".to_owned(),
        "term" => "[{ word = \"词\" }]".to_owned(),
        key if key.ends_with(".latin") => "\"FandolHei-Regular\"".to_owned(),
        _ => "\"某\"".to_owned(),
    });
    assert!(!value.contains('\n'), "{}: {value}", shown.key);
    value
}

/// Every key, set at each of the four levels, is told with its right file and line.
#[test]
fn changes_every_key_tells_its_place_at_each_level() {
    let project = Project::new(PUBLICATION);
    let place = |publication: &str, issue: &str, key: &str| -> Option<(String, usize, String)> {
        project.write("bulletin.toml", publication);
        let path = project.write("issue.toml", issue);
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let all = show(&path, None, &mut files, &mut sink).unwrap();
        let all = all.unwrap_or_else(|| panic!("{key}: {:?}", faults(&sink.into_sorted(), &files)));
        let found = all.into_iter().find(|shown| shown.key == key).unwrap();
        found.place.map(|place| {
            let at = files.locate(place);
            (at.path.file_name().unwrap().to_string_lossy().into_owned(), at.line, found.value.unwrap())
        })
    };
    let issue = issue_of("正文。");
    let path = project.write("issue.toml", &issue);
    let keys = show(&path, None, &mut Files::default(), &mut Sink::default()).unwrap().unwrap();
    assert!(keys.len() > 120, "{}", keys.len());
    for key in &keys {
        let name = key.key.as_str();
        let value = settable(key);
        let required = PUBLICATION.contains(&format!("\n{name} = "));
        let (base, at_base) = if required {
            (PUBLICATION.to_owned(), Some(line_of(PUBLICATION, name)))
        } else {
            assert_eq!(place(PUBLICATION, &issue, name), None, "{name} has no default");
            (format!("{PUBLICATION}{name} = {value}\n"), None)
        };
        let at_base = at_base.unwrap_or_else(|| line_of(&base, name));
        assert_eq!(place(&base, &issue, name), Some(("bulletin.toml".to_owned(), at_base, value.clone())));
        let amended = format!("{base}\n[[amendment]]\nfrom = 2025-01-02\n# 改\n{name} = {value}\n");
        let at = amended.lines().count();
        assert_eq!(place(&amended, &issue, name), Some(("bulletin.toml".to_owned(), at, value.clone())), "amended");
        let own = format!("{issue}\n[publication]\n\n{name} = {value}\n");
        let at = own.lines().count();
        assert_eq!(place(&amended, &own, name), Some(("issue.toml".to_owned(), at, value)), "the issue's own");
    }
}

/// The faces of an issue are those that held for it.
#[test]
fn changes_of_faces_are_listed_for_an_issue() {
    let amendment =
        "[[amendment]]\nfrom = 2026-01-01\n[amendment.faces.label]\nface = \"FandolKai-Regular\"\nfallback = []\n";
    let project = Project::new(&format!("{PUBLICATION}{amendment}"));
    project.write("旧.toml", issue_of("正文。"));
    project.write("新.toml", issue_of("正文。").replace("2025-01-02", "2026-01-02"));
    let lists = |place: &str| project.run(&["fonts", place]).out.contains("FandolHei-Regular");
    assert!(lists("旧.toml") && !lists("新.toml") && !lists("bulletin.toml"));
}

/// Lists of tables are told where their first table begins.
#[test]
fn changes_lists_of_tables_tell_their_first_line() {
    let project = Project::new(AMENDED);
    let tell = |date: &str| {
        project.write("1.toml", issue_of("正文。").replace("2025-01-02", date));
        let ended = project.run(&["show-publication", "1.toml"]);
        assert_eq!(ended.code, 0, "{}", ended.err);
        ended.out.lines().find(|line| line.starts_with("recipients = ")).unwrap().to_owned()
    };
    assert!(tell("2025-01-02").ends_with("  # bulletin.toml:10"), "{}", tell("2025-01-02"));
    assert!(tell("2026-01-02").ends_with("  # bulletin.toml:18"), "{}", tell("2026-01-02"));
}

/// What is told is TOML: put in the publication's place, it gives the same pages.
#[test]
fn changes_what_is_shown_can_be_built_with() {
    let folder = root().join("tests/publications");
    for (publication, issue) in [("beihe", "89-90"), ("beihe", "增5"), ("linshui", "2024-1")] {
        let project = Project::new("");
        let copied = |name: &str| fs::read_to_string(folder.join(publication).join(name)).unwrap();
        project.write("bulletin.toml", copied("bulletin.toml"));
        let path = project.write(&format!("{issue}.toml"), copied(&format!("{issue}.toml")));
        let build = |path: &Path| -> Document { set(path, &FontFiles::default()).unwrap().product.unwrap() };
        let before = build(&path);
        let shown = project.run(&["show-publication", &format!("{issue}.toml")]).out;
        project.write("bulletin.toml", &shown);
        assert_eq!(before, strip_places(build(&path), &before), "{publication}/{issue}: {shown}");
    }
}

/// A document with the places of another: the same sheets may come from other files.
fn strip_places(mut document: Document, like: &Document) -> Document {
    use bulletin::document::Item;
    for (page, other) in document.pages.iter_mut().zip(&like.pages) {
        for (item, other) in page.items.iter_mut().zip(&other.items) {
            if let (Item::Glyphs(run), Item::Glyphs(other)) = (item, other) {
                run.place = other.place;
            }
        }
    }
    document
}

#[test]
fn changes_files_are_named_by_their_series() {
    let publication = AMENDED.replace("[[recipients]]", "series.\"增刊\".file_name = \"增{serial}\"\n[[recipients]]");
    let project = Project::new(&publication);
    let faults_of = |name: &str, edition: &str, serial: &str| {
        let issue = issue_of("正文。").replace("普刊", edition).replace("serial = 1", &format!("serial = {serial}"));
        let compiled = set(&project.write(name, issue), &FontFiles::default()).unwrap();
        faults(&compiled.diagnostics, &compiled.files)
    };
    assert!(faults_of("7.toml", "普刊", "7").is_empty());
    assert!(faults_of("增7.toml", "增刊", "7").is_empty());
    assert!(faults_of("7-8.toml", "普刊", "[7, 8]").is_empty());
    assert!(faults_of("草稿.toml", "增刊", "7").is_empty());
    assert_eq!(faults_of("8.toml", "普刊", "7"), ["B0207 3:10"]);
    assert_eq!(faults_of("增8.toml", "增刊", "7"), ["B0207 3:10"]);
    // A supplement in a file that is named like an issue of the main series.
    assert_eq!(faults_of("7.toml", "增刊", "7"), ["B0207 3:10"]);
}

/// Numbers that are not printed need not be given; those that are must be.
#[test]
fn changes_numbers_are_needed_where_they_are_printed() {
    let project = Project::new(&format!("{PUBLICATION}[masthead]\nissue_line = \"{{year}}年第{{number}}期\"\n"));
    let issue = issue_of("正文。").replace("serial = 1\n", "");
    let document = project.document(&issue);
    assert_eq!(lines(&document.pages[0])[2], "2025年第1期");
    let compiled = project.set(&issue.replace("number = 1\n", ""));
    assert_eq!(faults(&compiled.diagnostics, &compiled.files), ["B0202 1:1"]);
}

/// Of what an issue leaves out, and nobody else answers for, the editor is asked for.
#[test]
fn changes_somebody_answers_for_an_issue() {
    let issue = issue_of("正文。").replace("editor = \"某人\"\n", "");
    let staff = "[[staff]]\nlabel = \"审核：\"\nnames = [\"甲\"]\n";
    let faults_with = |publication: &str, issue: &str| {
        let compiled = Project::new(publication).set(issue);
        faults(&compiled.diagnostics, &compiled.files)
    };
    assert_eq!(faults_with(PUBLICATION, &issue), ["B0202 1:1"]);
    assert!(faults_with(&format!("{PUBLICATION}{staff}"), &issue).is_empty());
    assert!(faults_with(PUBLICATION, &issue.replace("[[article]]", &format!("{staff}[[article]]"))).is_empty());
    assert!(HEAD.contains("editor"));
}
