//! Proofreading of content: words, orders, the issue against itself. Each rule with what it must find, at the
//! exact place, what it must leave alone, and mutations of sound text.
//!
//! In the tables `⟦` and `⟧` stand round the place that is to be told; the texts are read without them.

use crate::support::{HEAD, Project, issue_709, properties};
use bulletin::diagnostic::{Diagnostic, Files, Severity, Sink, apply};
use bulletin::model::Text;
use bulletin::proof::{self, Earlier};
use bulletin::source;
use proptest::prelude::*;
use std::fs;
use std::path::Path;

const PUBLICATION: &str = r#"
name = "某地人大信息"
publisher = "某地人大编"
editions = ["普刊"]
columns = ["要闻", "摘登"]
briefs_column = "摘登"
"#;

/// What proofreading finds in an issue, and the issue's files.
fn read(path: &Path) -> (Vec<Diagnostic>, Files) {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let loaded = source::load(path, &mut files, &mut sink).unwrap();
    let loaded = loaded.unwrap_or_else(|| panic!("{} is no issue", path.display()));
    proof::proofread(&loaded.issue, &loaded.publication, &mut sink);
    (sink.into_sorted(), files)
}

/// Each fault of a rule as `line:column written`.
fn told(found: &[Diagnostic], files: &Files, code: &str) -> Vec<String> {
    let of_code = found.iter().filter(|found| found.code.as_str() == code);
    let told = of_code.map(|found| {
        let place = found.place.unwrap();
        let at = files.locate(place);
        let text = files.text(place.file);
        format!("{}:{} {}", at.line, at.column, &text[place.start as usize..place.end as usize])
    });
    told.collect()
}

/// An issue whose marked places are to be told, and those places.
fn marked(issue: &str) -> (String, Vec<String>) {
    let mut places = Vec::new();
    for (line, text) in issue.lines().enumerate() {
        let mut before = 0;
        for part in text.split('⟦').skip(1) {
            let written = part.split('⟧').next().unwrap();
            let start = text[before..].find('⟦').unwrap() + before;
            let column = text[..start].chars().filter(|ch| !matches!(ch, '⟦' | '⟧')).count() + 1;
            places.push(format!("{}:{column} {written}", line + 1));
            before = start + '⟦'.len_utf8();
        }
    }
    (issue.replace(['⟦', '⟧'], ""), places)
}

fn issue(title: &str, body: &str) -> String {
    format!("{HEAD}\n[[article]]\ncolumn = \"要闻\"\ntitle = \"{title}\"\nbody = '''\n{body}\n'''\n")
}

/// Reads issues by one rule and compares what it tells with what is marked.
fn rule(code: &str, publication: &str, issues: impl IntoIterator<Item = String>) {
    let project = Project::new(publication);
    for text in issues {
        let (plain, places) = marked(&text);
        let (found, files) = read(&project.write("1.toml", &plain));
        assert_eq!(told(&found, &files, code), places, "{code}: {text}\n{found:?}");
    }
}

/// Applies what a rule proposes.
fn mended(path: &Path, code: &str) -> String {
    let (found, _) = read(path);
    let edits: Vec<_> =
        found.iter().filter(|found| found.code.as_str() == code).filter_map(|f| f.edit.as_ref()).collect();
    apply(&fs::read_to_string(path).unwrap(), &edits).0
}

/// Bodies, each an issue of one article.
fn bodies(code: &str, bodies: &[&str]) {
    rule(code, PUBLICATION, bodies.iter().map(|body| issue("题", body)));
}

#[test]
fn content_issue_709_has_the_four_slips_that_its_source_lists() {
    let (found, files) = read(&issue_709());
    let graver = found.iter().filter(|found| found.severity < Severity::Advice);
    let graver: Vec<_> =
        graver.map(|found| told(std::slice::from_ref(found), &files, found.code.as_str()).concat()).collect();
    assert_eq!(graver, ["80:225 民生实项目", "96:134 按质保量", "96:170 实实", "96:247 实事实项目"]);
}

#[test]
fn content_doubled_words() {
    bodies(
        "B0616",
        &[
            "会议⟦进行进行⟧了审议。",
            "全市⟦贯彻落实贯彻落实⟧会议精神。",
            "办好群众身边⟦的的⟧实事。",
            "落实整改⟦措措⟧施。",
            "民生实事⟦实实⟧施情况良好。",
            "听取汇报，⟦审议审议⟧有关报告。",
            "自觉⟦接接⟧受监督，⟦持持⟧续增强，按⟦照照⟧计划，⟦凡凡⟧要求别人做到的。",
            "提交书⟦面面⟧报告，取得⟦了了⟧成效，走访3⟦个个⟧城市，廉⟦洁洁⟧奉公，予⟦以以⟧废止。",
            "把宪法⟦赋予赋予⟧的监督权用起来，⟦一体一体⟧学习。",
        ],
    );
    bodies(
        "B0616",
        &[
            "踏踏实实办好每一件实事，实实在在造福百姓。",
            "人人参与，家家受益，常常走访，一件一件抓落实，一步一步向前走。",
            "某某区区长、某某市市长、协会会长、人大代表代表人民，工作作风不断改进。",
            "大会会议、研究研究再说，请大家提醒提醒，把把脉。",
            "目的的达成在于了解了解决问题的办法，的的确确不易。",
            "他说：“好的的确好”，《进行进行曲》上演。",
            "党中央中央军委，马克思思想，一个单位一个单位地走，大片大片的林地。",
            "合理、理顺，推进，进一步。",
            "一项项举措，一份份建议，某市市场监管局，工作作风，京剧剧目，本报报道，现在在北京，可以以书面形式。",
            "副主任李丽丽说，走走看看，村村通路，要紧紧围绕，两双手紧紧握在一起。",
        ],
    );
}

#[test]
fn content_series() {
    let rows = [
        "一是抓学习。⟦三是⟧抓落实。",
        "一是抓学习；二是抓制度；⟦二是⟧抓落实。",
        "一要抓学习，二要抓制度，⟦四要⟧抓落实。",
        "第一，抓学习。⟦第三⟧，抓落实。",
        "（一）抓学习\n\n（二）抓制度\n\n⟦（四）⟧抓落实",
        "一、抓学习\n\n二、抓制度\n\n⟦四、⟧抓落实",
        "一是抓学习。\n\n二是抓制度。\n\n⟦四是⟧抓落实。",
        "# 一、抓学习\n\n文。\n\n# ⟦三、⟧抓落实\n\n文。",
        "1. 抓学习\n2. 抓制度\n⟦4.⟧ 抓落实",
        "①抓学习。②抓制度。⟦④⟧抓落实。",
        "措施如下：1.抓学习；2.抓制度；⟦4.⟧抓落实。",
    ];
    bodies("B0617", &rows);
    let friends = [
        "一是抓学习。二是抓制度，一是建、二是管。三是抓落实。",
        "一是抓学习。\n\n二是抓制度。一是建，二是管，三是用。\n\n三是抓落实。",
        "目的一是学习，二是落实。",
        "一是一，二是二，说到做到。",
        "第一产业增长，第三产业增长更快。根据第三条第（二）项的规定办理。",
        "他说：“三是要抓落实。”",
        "一、抓学习\n\n（一）读书\n\n（二）讨论\n\n二、抓落实\n\n（一）督办",
        "一是要抓学习，二是要抓制度，三要抓落实。",
        "2025年，3.5万人参加。",
    ];
    bodies("B0617", &friends);
}

#[test]
fn content_mixed_and_unopened_series_are_advice() {
    let project = Project::new(PUBLICATION);
    for body in ["首先，抓学习。第二，抓落实。", "三是抓落实。"] {
        let (found, _) = read(&project.write("1.toml", issue("题", body)));
        let series: Vec<_> = found.iter().filter(|found| found.code.as_str() == "B0617").collect();
        assert!(
            !series.is_empty() && series.iter().all(|found| found.severity == Severity::Advice),
            "{body}: {found:?}"
        );
    }
}

#[test]
fn content_counts() {
    let rows = [
        "会议提出⟦三点意见⟧：一是抓学习；二是抓落实。",
        "会议提出⟦两点意见⟧：一是抓学习；二是抓制度；三是抓落实。",
        "要抓好以下⟦四个方面工作⟧：\n\n一、学习\n\n二、制度\n\n三、落实",
        "现将⟦三个方面情况报告如下⟧。\n\n一是抓学习。\n\n二是抓落实。",
    ];
    bodies("B0618", &rows);
    let friends = [
        "会议提出三点意见：一是抓学习；二是抓制度；三是抓落实。",
        "会议提出三点意见：\n\n一是抓学习。\n\n二是抓制度。一是建，二是管。\n\n三是抓落实。",
        "会议听取了三个报告：第一季度情况，第二季度情况。",
        "第三条规定：一是学习；二是落实。",
        "4月25日下午2点整：一是学习；二是落实。",
        "收到意见三百二十条：一是学习类；二是落实类。",
    ];
    bodies("B0618", &friends);
    let paragraphs = "一是学习。\n\n二是制度。\n\n三是落实。";
    let titles =
        ["某区：⟦四举措⟧推进工作", "某区：⟦五项措施⟧推进工作", "某区：三举措推进工作", "某区：“四举措”推进工作"];
    rule("B0618", PUBLICATION, titles.map(|title| issue(title, paragraphs)));
}

#[test]
fn content_announced_briefs_are_counted() {
    let note = |count: &str| {
        format!(
            "{HEAD}\n[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\neditor_note = \"本期刊登{count}简讯。\"\nbody = \"文。\"\n\n[[brief]]\nbody = \"甲。\"\n\n[[brief]]\nbody = \"乙。\"\n"
        )
    };
    rule("B0618", PUBLICATION, [note("⟦6则⟧"), note("2则"), note("两则"), note("⟦十二则⟧")]);
}

#[test]
fn content_titles_end_in_no_stop() {
    let titles =
        ["某区推进工作⟦。⟧", "某区推进工作⟦，⟧", "某区推进⟦：⟧", "某区怎么办？", "某区加油！", "某区……", "某区“好。”"];
    rule("B0619", PUBLICATION, titles.iter().map(|title| issue(title, "文。")));
    bodies("B0619", &["# 一、抓学习⟦。⟧\n\n文。", "# 一、抓学习。\n文。", "# 怎么办？\n\n文。"]);
    let lines = issue("题", "文。").replace("\"题\"", "'''\n某区推进工作，\n再上台阶'''");
    rule("B0619", PUBLICATION, [lines]);
}

#[test]
fn content_heading_levels() {
    let rows = [
        "# 一、甲\n\n文。\n\n### ⟦1.⟧ 乙\n\n文。",
        "# 一、甲\n\n文。\n\n# ⟦（一）⟧乙\n\n文。",
        "# 一、甲\n\n文。\n\n## ⟦二、⟧乙\n\n文。",
        "一、甲\n\n文。\n\n⟦（1）⟧乙",
    ];
    bodies("B0620", &rows);
    let friends = [
        "# 一、甲\n\n文。\n\n## （一）乙\n\n文。\n\n### 1. 丙\n\n文。\n\n# 二、丁\n\n文。",
        "# 甲\n\n文。\n\n## 乙\n\n文。\n\n# 丙\n\n文。",
        "## （一）甲\n\n文。\n\n## （二）乙\n\n文。",
        "（一）甲\n\n1．乙\n\n（1）丙",
    ];
    bodies("B0620", &friends);
}

#[test]
fn content_figures_of_titles() {
    let text = "今年投入1.2亿元，办结率98.5%，惠及3000人。";
    let titles = [
        "投入⟦1.3亿元⟧",
        "办结率⟦98%⟧",
        "投入12000万元",
        "办结率98.5%",
        "投入超1亿元",
        "惠及近2万人",
        "第3次会议",
        "走访20户",
    ];
    rule("B0621", PUBLICATION, titles.map(|title| issue(title, text)));
}

/// An issue with a byline, whose second article has another.
fn signed(first: &str, second: &str, body: &str) -> String {
    let article = |byline: &str, body: &str| {
        format!("\n[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\n{byline}\nbody = '''\n{body}\n'''\n")
    };
    format!("{HEAD}{}{}", article(first, body), article(second, "文。"))
}

#[test]
fn content_names() {
    let unit = |name: &str| format!("unit = \"甲区人大常委会办公室\"\nauthors = [\"{name}\"]");
    let rows = [
        signed(&unit("李文雯"), &unit("⟦李文文⟧"), "文。"),
        signed(&unit("李文雯"), &unit("王某"), "会上，主任⟦李文文⟧作了讲话。"),
        signed(&unit("王某"), &unit("王某"), "主任张建军出席。副主任陈某。主任张建军说，主任⟦张健军⟧指出。"),
        signed(&unit("李文雯"), &unit("李文雯"), "主任李文雯说，代表李文指出，代表李小平说。"),
        signed(&unit("李文雯"), &unit("李雯"), "代表李文说。"),
        signed(&unit("高文量"), &unit("高文量"), "推动代表高质量履职。"),
        signed(&unit("王某"), &unit("王某"), "主任闻砚舟主持会议。⟦闻砚州⟧强调，要依法行政。"),
        signed(&unit("王某"), &unit("王某"), "晏书桓委员指出问题。针对⟦宴书桓⟧的意见，区政府作了说明。"),
        signed(&unit("王某"), &unit("王某"), "业主赵敬臣外出。赵敬忠称不知情。赵敬忠是其弟。"),
        signed(&unit("王某"), &unit("王某"), "主任闻砚舟主持，副主任闻砚书出席。闻砚书说，会议开得好。"),
    ];
    rule("B0622", PUBLICATION, rows);
    let project = Project::new(PUBLICATION);
    let other = "unit = \"乙区人大常委会办公室\"\nauthors = [\"李文文\"]";
    let (found, _) = read(&project.write("1.toml", signed(&unit("李文雯"), other, "文。")));
    assert!(
        found.iter().any(|found| found.code.as_str() == "B0622" && found.severity == Severity::Advice),
        "{found:?}"
    );
}

#[test]
fn content_terms() {
    let often = "民生实事项目由代表票决。今年的民生实事项目已经开工。每个民生实事项目都有人督办。";
    let rows = [
        format!("{often}围绕⟦民生实项目⟧开展协商。"),
        format!("{often}围绕民生⟦实事实项目⟧开展协商。"),
        format!("{often}围绕⟦民生事项目⟧开展协商。"),
        format!("{often}围绕民生实事的项目开展协商。"),
        format!("{often}围绕⟦民生微实事项目⟧开展协商，民生项目也要办好。"),
        format!("{often}“围绕民生实项目”。"),
    ];
    rule("B0623", PUBLICATION, rows.iter().map(|body| issue("题", body)));
}

#[test]
fn content_districts() {
    let sent = |title: &str, unit: &str| issue(title, "文。").replace("body", &format!("unit = \"{unit}\"\nbody"));
    let rows = [
        sent("⟦甲山区⟧：推进工作", "乙水区人大常委会办公室"),
        sent("甲山区：推进工作", "甲山区人大常委会办公室"),
        sent("甲山区：推进工作", "某市甲山区人大常委会办公室"),
        sent("甲山区：推进工作", "秘书一处"),
        sent("各区：推进工作", "乙水区人大常委会办公室"),
        sent("开发园区：推进工作", "秘书一处"),
    ];
    rule("B0624", PUBLICATION, rows);
}

#[test]
fn content_repeated_passages() {
    let long = "常委会组织代表深入街道社区开展专题调研，广泛听取群众对公共服务、基层治理和民生保障的意见建议";
    bodies("B0625", &[&format!("甲处{long}。\n\n乙局⟦{long}⟧，取得成效。"), "短句相同不要紧。\n\n短句相同不要紧。"]);
    let project = Project::new(PUBLICATION);
    let (found, _) = read(&project.write("1.toml", issue("题", &format!("{long}。\n\n{long}。"))));
    assert!(found.iter().any(|found| found.code.as_str() == "B0625" && found.severity == Severity::Warning));
    // Against an earlier issue.
    let path = project.write("2.toml", issue("题", &format!("今年，{long}。")).replace("= 1\n", "= 2\n"));
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let loaded = source::load(&path, &mut files, &mut sink).unwrap().unwrap();
    let earlier = [Earlier { name: "第1期".to_owned(), texts: vec![Text::unplaced(&format!("去年{long}，"))] }];
    proof::compare(&loaded.issue, &loaded.publication, &earlier, &mut sink);
    assert_eq!(told(&sink.into_sorted(), &files, "B0625"), [format!("12:4 {long}")]);
    let texts = proof::texts(&loaded.issue, &loaded.publication);
    assert_eq!(texts.iter().map(Text::as_str).collect::<Vec<_>>(), [format!("今年，{long}。")]);
}

#[test]
fn content_idioms() {
    let rows = [
        "确保工程⟦按质保量⟧完成。",
        "做到⟦有始善终⟧。",
        "群众⟦迫不及代⟧。",
        "传统文化⟦渊远流长⟧。",
        "确保工程保质保量完成，按质按量，按时保质，依法合规。",
        "这是必经之路，上下齐心，以上率下，立行立办，真抓实干。",
        "他写道“渊远流长”。",
        "工作⟦不余遗力⟧推进，⟦齐心胁力⟧办实事。",
        "工程已经⟦峻工⟧，大会作出⟦决义⟧，⟦经菅者⟧满意，代表⟦嬴得⟧信任，不得⟦据为已有⟧。",
        "面对严峻工作形势，开展督查、巡查，为其办理，分步实施。",
    ];
    bodies("B0626", &rows);
}

#[test]
fn content_general_list() {
    bodies(
        "B0627",
        &["会议⟦布署⟧了工作。", "召开⟦坐谈会⟧。", "要⟦贯策⟧好精神。", "他自已经手的事。", "《布署》一文。"],
    );
}

#[test]
fn content_word_lists_of_a_publication() {
    let publication = format!("{PUBLICATION}word_lists = [\"词表/本刊.tsv\"]\n");
    let project = Project::new(&publication);
    let list = "id\twrong\tright\tlevel\tkind\tfrom\tto\tcondition\tnote\n\
        # 注\n\
        a1\t甲词\t乙词\twarning\ttypo\n\
        a2\t丙词\t丁词\tadvice\tvariant\t\t\t前无=老|旧；后有=。\n\
        a3\t\t王某某\twarning\tname\t\t\t职务=主任\n\
        a4\t禁词\t\terror\tforbidden\t\t\t\t不用\n\
        a5\t旧词\t新词\twarning\ttypo\t2026-01-01\n\
        a6\t往词\t今词\twarning\ttypo\t\t2024-12-31\n\
        a7\t李某莫\t李某某\twarning\tname\n";
    project.write("词表/本刊.tsv", list);
    let body = "用⟦甲词⟧，用⟦丙词⟧。老丙词。丙词用，⟦禁词⟧，旧词，往词。⟦副主任王某某⟧、主任王某某、⟦李某莫⟧。“甲词”。";
    let (plain, places) = marked(&issue("题", body));
    let path = project.write("1.toml", &plain);
    let (found, files) = read(&path);
    assert_eq!(told(&found, &files, "B0627"), places);
    let severities: Vec<_> =
        found.iter().filter(|found| found.code.as_str() == "B0627").map(|f| f.severity.name()).collect();
    assert_eq!(severities, ["warning", "advice", "error", "warning", "warning"]);
    assert_eq!(mended(&path, "B0627"), plain.replacen("甲词", "乙词", 1));
    // A row's own place is told beside.
    let first = found.iter().find(|found| found.code.as_str() == "B0627").unwrap();
    assert_eq!(files.locate(first.related[0]).line, 3);
}

#[test]
fn content_word_lists_with_faults_are_told_at_their_rows() {
    let project = Project::new(&format!("{PUBLICATION}word_lists = [\"甲.tsv\", \"无.tsv\"]\n"));
    project.write("甲.tsv", "a\t甲\t乙\twarning\ttypo\nb\t甲\t乙\tgrave\ttypo\r\na\t丙\t丁\terror\ttypo\n");
    let path = project.write("1.toml", issue("题", "文。"));
    let (found, files) = read(&path);
    let places = found.iter().map(|found| {
        let at = files.locate(found.place.unwrap());
        format!("{} {}:{}", found.code.as_str(), at.path.file_name().unwrap().to_string_lossy(), at.line)
    });
    let places: Vec<_> = places.collect();
    assert_eq!(places, ["B0104 bulletin.toml:7", "B0105 甲.tsv:2", "B0109 甲.tsv:2", "B0105 甲.tsv:3"]);
}

#[test]
fn content_a_list_in_use_stops_nothing_when_it_is_sound() {
    let project = Project::new(&format!("{PUBLICATION}word_lists = [\"甲.tsv\"]\n"));
    project.write("甲.tsv", "\u{feff}id\twrong\tright\tlevel\tkind\r\na\t甲\t乙\twarning\ttypo\r\n\r\n");
    let (found, files) = read(&project.write("1.toml", issue("题", "甲。")));
    assert_eq!(told(&found, &files, "B0627"), ["12:1 甲"]);
}

/// Sound paragraphs, without a slip of these rules.
const SOUND: &[&str] = &[
    "近年来，某某区人大常委会坚持问题导向，扎实推进基层治理，组织代表开展专题调研，形成一批工作成果。",
    "常委会会议听取和审议专项工作报告，督促政府部门限时整改落实，推动审议意见落地见效。",
    "代表们深入联络站接待选民，收集群众意见建议，推动民生实事项目加快建设，让群众得到实惠。",
    "区人大常委会紧扣中心工作，加强预算监督，完善工作机制，持续提升监督质效。",
];

/// Words of these paragraphs.
const WORDS: &[&str] = &["推进", "调研", "审议", "整改", "代表", "监督", "完善", "提升", "建设", "组织"];

proptest! {
    #![proptest_config(properties(200))]

    #[test]
    fn content_a_doubled_word_is_found_and_mended(paragraph in 0..SOUND.len(), word in 0..WORDS.len()) {
        let (text, word) = (SOUND[paragraph], WORDS[word]);
        prop_assume!(text.contains(word) && word != "代表");
        let project = Project::new(PUBLICATION);
        let sound = issue("题", text);
        let path = project.write("1.toml", sound.replacen(word, &format!("{word}{word}"), 1));
        let (found, files) = read(&path);
        let told = told(&found, &files, "B0616");
        prop_assert!(told.len() == 1 && told[0].ends_with(&format!("{word}{word}")), "{:?} {}", told, word);
        prop_assert_eq!(mended(&path, "B0616"), sound);
    }

    #[test]
    fn content_a_dropped_number_is_found(count in 3_u32..10, dropped in 1_u32..9, kind in 0..4_usize, parted in any::<bool>()) {
        prop_assume!(dropped < count);
        let han = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
        let number = |at: u32| { let han = han[at as usize - 1]; match kind {
            0 => format!("{han}是"), 1 => format!("第{han}，"), 2 => format!("（{han}）"), _ => format!("{han}要"),
        }};
        let items: Vec<_> = (1..=count).filter(|at| *at != dropped || dropped == 1).map(|at| format!("{}抓工作。", number(at))).collect();
        let body = items.join(if parted { "\n\n" } else { "" });
        let project = Project::new(PUBLICATION);
        let (found, files) = read(&project.write("1.toml", issue("题", &body)));
        let told = told(&found, &files, "B0617");
        if dropped == 1 {
            prop_assert!(told.is_empty(), "{:?}", told);
        } else {
            let next = number(dropped + 1);
            prop_assert!(told.len() == 1 && told[0].ends_with(next.trim_end_matches('，')), "{:?} {}", told, body);
        }
    }

    #[test]
    fn content_a_stop_behind_a_title_is_found_and_removed(stop in "[，。、；：]", title in "[甲乙丙丁]{2,12}") {
        let project = Project::new(PUBLICATION);
        let sound = issue(&title, "文。");
        let path = project.write("1.toml", issue(&format!("{title}{stop}"), "文。"));
        let (found, files) = read(&path);
        prop_assert_eq!(told(&found, &files, "B0619").len(), 1);
        prop_assert_eq!(mended(&path, "B0619"), sound);
    }

    #[test]
    fn content_a_changed_name_is_found(at in 1..3_usize, other in "[建健俊峻伟玮]") {
        let name: Vec<char> = "张志强".chars().collect();
        let mut wrong = name.clone();
        wrong[at] = other.chars().next().unwrap();
        let wrong: String = wrong.into_iter().collect();
        let byline = "unit = \"甲区人大常委会\"\nauthors = [\"张志强\"]";
        let text = signed(byline, byline, &format!("会上，副主任{wrong}，代表王某。"));
        let project = Project::new(PUBLICATION);
        let (found, files) = read(&project.write("1.toml", text));
        let told = told(&found, &files, "B0622");
        prop_assert!(told.len() == 1 && told[0].ends_with(&wrong), "{:?}", told);
    }

    /// A character too many, or one lost, in a term that the issue has often.
    #[test]
    fn content_a_changed_term_is_found(term in 0..TERMS.len(), at in 0..8_usize, drop in any::<bool>()) {
        let term = TERMS[term];
        let chars: Vec<char> = term.chars().collect();
        prop_assume!((2..chars.len() - 2).contains(&at));
        let mut wrong = chars.clone();
        if drop { wrong.remove(at); } else { wrong.insert(at, '实'); }
        let wrong: String = wrong.into_iter().collect();
        let body = format!("今年推出{term}。加快{term}建设。做好{term}评估。本月，{wrong}开工。");
        let project = Project::new(PUBLICATION);
        let (found, files) = read(&project.write("1.toml", issue("题", &body)));
        let all = ["B0616", "B0623"].map(|code| told(&found, &files, code).len()).iter().sum::<usize>();
        prop_assert!(all >= 1, "{wrong}");
    }
}

/// Terms that an office repeats.
const TERMS: &[&str] = &["民生实事项目", "监督议题清单", "基层治理平台"];

/// A series inside another may begin in mid-sentence; what begins nowhere is told all the same.
#[test]
fn content_a_series_inside_another_begins_in_mid_sentence() {
    let project = Project::new(PUBLICATION);
    let series = |inner: &str| {
        let text = format!("一是学习抓得紧。二是调研抓得实，{inner}。三是整改抓得严。");
        let (found, files) = read(&project.write("1.toml", issue("题", &text)));
        told(&found, &files, "B0617")
    };
    assert_eq!(series("调研组一是看现场，二是听汇报，三是问群众"), Vec::<String>::new());
    assert_eq!(series("二是听汇报").len(), 1);
    assert_eq!(series("调研组一是看现场，二是听汇报，四是问群众"), ["12:32 四是"]);
}

/// The place with which a place disagrees is told beside it.
#[test]
fn content_two_places_that_disagree_are_both_told() {
    let project = Project::new(PUBLICATION);
    let (found, files) = read(&project.write("1.toml", issue("题", "一是学习，二是调研，四是整改。")));
    let related: Vec<_> =
        found.iter().flat_map(|found| &found.related).map(|place| files.locate(*place).column).collect();
    assert_eq!(related, [6]);
}

/// Names of the byline and of the editor without blanks and marks.
#[test]
fn content_names_have_no_blanks_and_no_marks() {
    let project = Project::new(PUBLICATION);
    let of = |authors: &str, editor: &str| {
        let text = issue("题", "正文。").replace("title =", &format!("authors = [{authors}]\ntitle ="));
        let (found, files) = read(&project.write("1.toml", text.replace("某人", editor)));
        let ours = found.iter().filter(|found| found.code.as_str() == "B0633");
        let fixed = ours.filter(|found| found.edit.is_some()).count();
        (told(&found, &files, "B0633"), fixed)
    };
    let places = |places: &[&str]| places.iter().map(|place| (*place).to_owned()).collect::<Vec<_>>();
    assert_eq!(of("\"李 四\", \"王　五\"", "某人"), (places(&["10:14  ", "10:21 　"]), 2));
    assert_eq!(of("\"张三、李四\", \"李四，王五\"", "某人"), (places(&["10:15 、", "10:24 ，"]), 0));
    assert_eq!(of("\"张三,\"", "某 某,"), (places(&["6:12  ", "6:14 ,", "10:15 ,"]), 3));
    assert_eq!(of("\"阿卜杜拉·买买提\", \"J. Smith\"", "张三、李四"), (Vec::new(), 0));
}

/// A paragraph whose blank lines were forgotten is read; what is too long for that is told.
#[test]
fn content_long_texts_are_read_or_told() {
    let project = Project::new(PUBLICATION);
    let sentence = "会议强调要抓好各项工作落实见效。";
    let codes = |body: &str| {
        let (found, files) = read(&project.write("1.toml", issue("题", body)));
        let codes = found.iter().filter(|found| found.severity() < Severity::Advice);
        codes
            .map(|found| format!("{} {}", found.code.as_str(), files.locate(found.place.unwrap()).line))
            .collect::<Vec<_>>()
    };
    let lines = (0..1_500).fold(String::new(), |lines, at| format!("{lines}第{at}次{sentence}\n"));
    assert!(lines.len() > 70_000, "{}", lines.len());
    assert_eq!(codes(&format!("{lines}正文，，有错。")), ["B0606 1512"]);
    assert_eq!(codes(&format!("正文，，有错。\n\n{}", sentence.repeat(2_100))), ["B0606 12", "B0632 14"]);
    let many = format!("{}\n\n", sentence.repeat(1_000)).repeat(44);
    let codes = codes(&format!("{many}正文，，有错。\n\n正文，，有错。"));
    assert_eq!(codes.iter().filter(|code| code.starts_with("B0632")).count(), 1, "{codes:?}");
    assert!(!codes.iter().any(|code| code.starts_with("B0606")), "{codes:?}");
}

/// Rows of a list that contradict themselves, or have more than a row holds.
#[test]
fn content_rows_of_lists_that_are_none_are_told() {
    let project = Project::new(&format!("{PUBLICATION}word_lists = [\"a.tsv\"]\n"));
    let row = "a\t尺寸\t迟寸\terror\ttypo";
    let days = |from: &str, to: &str| format!("{row}\t{from}\t{to}\n");
    for (list, expected) in [
        (days("2025-02-01", "2025-01-01"), "起止日期倒了"),
        (format!("{row}\t\t\t\t注\t又注\n"), "栏太多"),
        (format!("{row}\n{row}\n"), "“id”栏不对"),
    ] {
        project.write("a.tsv", list);
        project.write("1.toml", issue("题", "正文。"));
        let ended = project.run(&["check", "1.toml"]);
        assert!(ended.code == 1 && ended.out.contains(expected), "{}", ended.out);
    }
}
