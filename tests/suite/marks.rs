//! The rules of marks, figures and blanks: what each finds and where, what it leaves alone, and that its edits mend.

mod mutation;

use crate::support::{PUBLICATION, Project, issue_709, issue_of};
use bulletin::diagnostic::{Diagnostic, Edit, Files, Severity, Sink, apply};
use bulletin::proof::proofread;
use bulletin::source::load;
use std::fs;
use std::path::Path;

/// Whether a code is one of these rules.
fn is_ours(found: &Diagnostic) -> bool {
    let code = found.code.as_str();
    ("B0601"..="B0615").contains(&code) || ("B0628"..="B0631").contains(&code)
}

/// What these rules find in an issue.
fn found(path: &Path) -> (Vec<Diagnostic>, Files) {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let loaded = load(path, &mut files, &mut sink).unwrap().unwrap();
    let mut found = Sink::default();
    proofread(&loaded.issue, &loaded.publication, &mut found);
    let found = found.into_sorted().into_iter().filter(is_ours).collect();
    (found, files)
}

/// The text with all edits that were found.
fn mended(text: &str, found: &[Diagnostic]) -> String {
    let edits: Vec<&Edit> = found.iter().filter_map(|found| found.edit.as_ref()).collect();
    apply(text, &edits).0
}

/// The code, a text with each place it is found at in ⟦⟧, and the text mended; empty if there is no edit.
const WRONG: &[(&str, &str, &str)] = &[
    ("B0601", "会议指出⟦,⟧要抓落实", "会议指出，要抓落实"),
    ("B0601", "他说⟦:⟧ “好⟦!⟧”又说⟦;⟧对⟦?⟧", "他说：“好！”又说；对？"),
    ("B0601", "要抓好PM2.5⟦,⟧臭氧", "要抓好PM2.5，臭氧"),
    ("B0601", "《条例》⟦,⟧“办法”⟦,⟧“AI”", "《条例》，“办法”，“AI”"),
    ("B0601", "会议结束⟦.⟧", "会议结束。"),
    ("B0601", "会议结束⟦.⟧散会", ""),
    ("B0601", "条例⟦(⟧试行⟦)⟧", "条例（试行）"),
    ("B0601", "条例（试行⟦)⟧和办法⟦(⟧2025）", "条例（试行）和办法（2025）"),
    ("B0602", "⟦２０２５⟧年增长⟦３．５⟧%，⟦ＡＩ⟧赋能", "2025年增长3.5%，AI赋能"),
    ("B0603", "学好⟦\"⟧必修课⟦\"⟧、⟦\"⟧AI⟦\"⟧", "学好“必修课”、“AI”"),
    ("B0603", "学好“必修课⟦\"⟧", "学好“必修课”"),
    ("B0603", "他说：“要解决⟦'⟧停车难⟦'⟧”", "他说：“要解决‘停车难’”"),
    ("B0603", "⟦'⟧停车难⟦'⟧要解决", "“停车难”要解决"),
    ("B0603", "学好⟦\"⟧必修课", ""),
    ("B0603", "他说：“要⟦\"⟧真抓⟦\"⟧实干”。", ""),
    ("B0604", "学好⟦“⟧必修课", ""),
    ("B0604", "学好必修课⟦”⟧、基本功", ""),
    ("B0604", "他说：“要解决⟦‘⟧停车难”", ""),
    ("B0604", "《条例⟦（⟧试行》", ""),
    ("B0605", "《关于⟦《条例》⟧的说明》", "《关于〈条例〉的说明》"),
    ("B0605", "他说：“要解决⟦“停车难”⟧”", "他说：“要解决‘停车难’”"),
    ("B0605", "要解决⟦‘停车难’⟧", "要解决“停车难”"),
    ("B0606", "会议指出⟦，，⟧要抓落实⟦。。⟧", "会议指出，要抓落实。"),
    ("B0606", "会议指出⟦、，⟧要抓落实", ""),
    ("B0606", "他说：“要抓落实⟦。”。⟧", ""),
    ("B0606", "真好⟦！！！！⟧", ""),
    ("B0607", "水、电、气⟦...⟧都通了⟦。。。⟧", "水、电、气……都通了……"),
    ("B0607", "水、电⟦…⟧气⟦………⟧", "水、电……气……"),
    ("B0607", "水、电、气⟦……⟧等设施", "水、电、气等设施"),
    ("B0607", "水、电、气等⟦……⟧都通了", "水、电、气等都通了"),
    ("B0608", "民主⟦--⟧实践⟦－－⟧民主⟦──⟧实践⟦———⟧民主", "民主——实践——民主——实践——民主"),
    ("B0608", "北京⟦─⟧上海", ""),
    ("B0609", "共3⟦~⟧5个，3万⟦~⟧5万元", "共3～5个，3万～5万元"),
    ("B0609", "3⟦-⟧5月，每天8:00⟦-⟧17:00，3月⟦-⟧5月", "3—5月，每天8:00—17:00，3月—5月"),
    ("B0609", "补助13万元⟦-⟧17万元，10%⟦-⟧20%，2⟦－⟧3家", "补助13万元～17万元，10%～20%，2～3家"),
    ("B0610", "会议⟦ ⟧指出，⟦ ⟧要⟦　⟧抓落实⟦\u{a0}⟧。3项", "会议指出，要抓落实。3项"),
    ("B0610", "联系电话：⟦ ⟧123", "联系电话：123"),
    ("B0611", "⟦近100余⟧人，⟦约50人左右⟧，⟦超过80%以上⟧，共⟦100多余⟧人", ""),
    ("B0611", "⟦近百余⟧人，⟦大约3000多⟧户，⟦不超过10天以内⟧，⟦几百余⟧人", ""),
    ("B0612", "⟦4千⟧元、⟦3百⟧人、⟦1.5千⟧户、⟦2千⟧万元", "4000元、300人、1500户、2000万元"),
    ("B0612", "⟦1百⟧零8人", ""),
    ("B0612", "投入5～⟦6千⟧万元、1～⟦2千⟧亿元、3～⟦9百⟧户", "投入5000万～6000万元、1000亿～2000亿元、300～900户"),
    ("B0612", "共1000～⟦2千⟧人，⟦3千⟧～⟦5千⟧人，3元～⟦5千⟧元", "共1000～2000人，3000～5000人，3元～5000元"),
    ("B0612", "投入⟦3千⟧⟦5百⟧万元、1万⟦5千⟧元", ""),
    ("B0613", "投资⟦9～16亿⟧元，增长⟦15～30%⟧", "投资9亿～16亿元，增长15%～30%"),
    ("B0614", "2025年⟦04⟧月⟦08⟧日", "2025年4月8日"),
    ("B0614", "截至⟦2025-4⟧，⟦25年4月⟧以来，2025年4月24日⟦星期五⟧", ""),
    ("B0614", "2025年以来，⟦二〇二五年四月八日⟧召开", ""),
    ("B0615", "增长⟦.46⟧个百分点", ""),
    ("B0615", "二⟦○⟧二五年，二⟦零⟧二五年，五⟦0⟧二厂，三千⟦〇⟧五十人", "二〇二五年，二〇二五年，五〇二厂，三千零五十人"),
    ("B0615", "共12345元、23456人、⟦34,567⟧户", ""),
    ("B0601", "增长4.8%⟦,⟧其中一季度9%⟦.⟧", "增长4.8%，其中一季度9%。"),
    ("B0601", "持续增强⟦．⟧", "持续增强。"),
    ("B0601", "会议结束⟦｡⟧散会", "会议结束。散会"),
    ("B0601", "学习⟦<预算法>⟧", "学习《预算法》"),
    ("B0603", "学好⟦＂⟧必修课⟦＂⟧", "学好“必修课”"),
    ("B0604", "《条例（审议稿》⟦）⟧公布", ""),
    ("B0604", "（一）学习；二⟦）⟧落实", ""),
    ("B0605", "开展⟦「清水行动」⟧", "开展“清水行动”"),
    ("B0607", "从征集到评价⟦……⟧等等，都要参与", "从征集到评价等等，都要参与"),
    ("B0608", "“一头热”⟦—⟧组长这样概括", ""),
    ("B0611", "⟦超过6500余⟧次，⟦超300年以上⟧，共⟦2100余人次左右⟧", ""),
    ("B0612", "树龄⟦3百⟧年以上", "树龄300年以上"),
    ("B0614", "⟦5月32日⟧、⟦2月30日⟧、⟦2025年2月29日⟧、⟦18月20日⟧、⟦2025年13月⟧、⟦6月0日⟧", ""),
    ("B0614", "⟦9月1⟧前补齐。⟦4月22⟧，召开；⟦6月日⟧，⟦2025年月14日⟧召开", ""),
    ("B0614", "⟦8月23日至20日⟧，⟦2025年3月2日至2024年5月1日⟧，⟦3月5日至32日⟧", ""),
    ("B0615", "要绕行⟦2、3⟧公里，有⟦3、4⟧成", ""),
    ("B0615", "增长5%、6%和7⟦％⟧", "增长5%、6%和7%"),
    ("B0629", "第一，学习。⟦第二。⟧落实", "第一，学习。第二，落实"),
    ("B0630", "教育、医疗⟦，⟧等工作", "教育、医疗等工作"),
    ("B0628", "人大发⟦[2025]⟧3号，人大发⟦（2025）⟧第4号", "人大发〔2025〕3号，人大发〔2025〕第4号"),
    ("B0629", "⟦（一）、⟧加强领导", "（一）加强领导"),
    ("B0629", "⟦1、⟧加强领导", "1.加强领导"),
    ("B0629", "⟦第一、⟧加强领导；⟦第二、⟧压实责任", "第一，加强领导；第二，压实责任"),
    ("B0629", "⟦一.⟧加强领导", "一、加强领导"),
    ("B0630", "教育、医疗⟦、⟧等事项", "教育、医疗等事项"),
    ("B0630", "教育、医疗等等⟦……⟧都要办好", "教育、医疗等等都要办好"),
];

#[test]
fn marks_are_found_and_mended() {
    let project = Project::new(PUBLICATION);
    for (code, marked, right) in WRONG {
        let text = marked.replace(['⟦', '⟧'], "");
        let issue = issue_of(&text);
        let (found, files) = found(&project.write("issue.toml", &issue));
        let places: Vec<_> = found.iter().filter_map(|found| found.place).collect();
        let base = issue.find(&text).unwrap();
        let mut told = String::new();
        let mut at = 0;
        for place in &places {
            let (start, end) = (place.start as usize - base, place.end as usize - base);
            told.push_str(&text[at..start]);
            told.push('⟦');
            told.push_str(&text[start..end]);
            told.push('⟧');
            at = end;
        }
        told.push_str(&text[at..]);
        assert_eq!(&told, marked, "{code}");
        assert!(
            found.iter().all(|found| found.code.as_str() == *code),
            "{text}: {:?}",
            crate::support::faults(&found, &files)
        );
        match right.is_empty() {
            true => assert!(found.iter().any(|found| found.edit.is_none()), "{text}"),
            false => assert_eq!(mended(&issue, &found), issue_of(right)),
        }
    }
}

/// Characters that are hard to see, with what they should be.
#[test]
fn marks_stray_characters_are_found_and_mended() {
    let project = Project::new(PUBLICATION);
    let pairs = [
        ("会议\u{200b}指出", "会议指出"),
        ("会议\u{feff}指出", "会议指出"),
        ("会议\u{ad}指出", "会议指出"),
        ("\u{2f08}民代表", "人民代表"),
        ("人\u{2ea0}代表", "人民代表"),
        ("\u{f901}好", "更好"),
        ("约翰•史密斯", "约翰·史密斯"),
        ("约翰・史密斯", "约翰·史密斯"),
        ("“3‧15”晚会", "“3·15”晚会"),
        ("“3、15”晚会", "“3·15”晚会"),
        ("全区\u{420}M2.5下降", "全区PM2.5下降"),
        ("医院\u{421}T检查", "医院CT检查"),
        ("2O24年上半年", "2024年上半年"),
        ("走访l42次", "走访142次"),
        ("起草報告，报告已经起草", "起草报告，报告已经起草"),
    ];
    for (wrong, right) in pairs {
        let issue = issue_of(wrong);
        let (found, _) = found(&project.write("issue.toml", &issue));
        assert_eq!(found.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["B0631"], "{wrong:?}");
        assert_eq!(mended(&issue, &found), issue_of(right));
    }
    for lost in ["会议\u{fffd}指出", "会议\u{e000}指出"] {
        let (found, _) = found(&project.write("issue.toml", issue_of(lost)));
        assert!(found.len() == 1 && found[0].edit.is_none(), "{lost:?}");
    }
}

/// An edit of one end of a range never leaves the other end less than it was: all edits, until there is none.
#[test]
fn marks_edits_keep_the_numbers_of_ranges() {
    let project = Project::new(PUBLICATION);
    for (text, right) in [
        ("投入5～6千万元", "投入5000万～6000万元"),
        ("投入2-3百万元", "投入200万～300万元"),
        ("投入1～2千亿元", "投入1000亿～2000亿元"),
        ("共3-5千人", "共3000～5000人"),
        ("共8-9百斤", "共800～900斤"),
        ("投入3千5百万元", "投入3千5百万元"),
    ] {
        let mut issue = issue_of(text);
        for _ in 0..4 {
            let (found, _) = found(&project.write("issue.toml", &issue));
            issue = mended(&issue, &found);
        }
        assert_eq!(issue, issue_of(right));
    }
}

/// Controls, variation selectors and tags, from an escape or a file of its own: told, mended, and never printed raw.
#[test]
fn marks_unseen_characters_are_told_by_their_numbers() {
    let project = Project::new(PUBLICATION);
    for (escape, number) in [
        ("\\u0000", "U+0000"),
        ("\\u0007", "U+0007"),
        ("\\u0085", "U+0085"),
        ("\\uFE0F", "U+FE0F"),
        ("\\U000E0001", "U+E0001"),
    ] {
        let issue = issue_of("").replace("'''\n\n'''", &format!("\"会议{escape}指出\""));
        project.write("1.toml", &issue);
        let ended = project.run(&["check", "1.toml"]);
        assert!(ended.out.contains(&format!("B0631：{number}")), "{}", ended.out);
        assert!(!ended.out.contains(|ch: char| ch.is_control() && ch != '\n'), "{:?}", ended.out);
        project.run(&["check", "1.toml", "--fix"]);
        assert_eq!(fs::read_to_string(project.path().join("1.toml")).unwrap(), issue.replace(escape, ""));
    }
}

/// A blank that an emphasis parts from its comma stays, and the comma is mended all the same.
#[test]
fn marks_before_emphasis_are_mended() {
    let project = Project::new(PUBLICATION);
    let issue = issue_of("**甲,** *乙,*丙");
    let (found, _) = found(&project.write("issue.toml", &issue));
    assert_eq!(mended(&issue, &found), issue_of("**甲，** *乙，*丙"));
}

/// What looks like a fault and is none.
const RIGHT: &[&str] = &[
    "共1,000元，比分3:2，8:30开会，PM2.5，(0571)85250657，Hello, world!",
    "网址www.example.cn/搜索?q=1，新华网.com，路径D:\\资料",
    "见https://example.com/人大(公告).html。又见www.rd.gov.cn/人大,公告.pdf",
    "存于/home/会议,纪要.txt，也在D:\\资料\\会议,纪要.docx和./会议,纪要.md",
    "推进“人工智能＋”，don't，5'和6\"，the \"best\" way",
    "’98旅游年，People’s Congress，要求：1）学习；2）落实",
    "“一是学习。\n\n“二是落实。”",
    "他说：“一是学习。\n\n二是落实。”",
    "（见本条第（一）项）和《习近平谈治国理政》〈第四卷〉",
    "他高喊“万岁！”。好！！！",
    "a...b，版本1.0...2.0，水、电……等到来了再说",
    "我在等……后来他来了",
    "a--b，北京—上海，提出-交办-面商-答复",
    "电话0571-85250657，GB/T 15834-2011，2025-04-24，以3-2战胜，3-502室，A3-5个，13-14号楼，2025-4号",
    "“双岗建功　服务打造更高水平创新活力之城”，王　伟、李　明出席",
    "第一条　为了规范",
    "最近20多年来，近20多年来，附近100多人，节约10元左右，多余的人，100多人，近100人，超过100人",
    "跑了2千米、重5千克、500强、0.5百分点、10百货、“千万工程”、3.45亿元、13万元",
    "5000～1万元，9亿～16亿，13万元～17万元，2020—2024年，3～5个",
    "2025年4月8日，用了15年4个月，2025年4月24日星期四，上午8:05，9704-2012",
    "二〇二五年四月八日",
    "0.46，三千零五十，五〇二，版本.5x，价格12345元，电话85250657",
    "人大发〔2025〕3号，（2025）浙01民初123号，（2025）",
    "（一）、（二）项",
    "1、2号楼，3、4月，第3、4季度，5、7个",
    "第一、二、三产业；第一、第二批",
    "教育、医疗等事项，划分甲、等级乙，等待",
    "• 项目",
    "29日，2月29日，2024年2月29日，5月31日，18月龄，12月20日至1月5日，3月1、2日，6月18至20日，6月日均10件，5月10起",
    "第六届2月1日，2024年12月31日至2025年1月2日，1—4月22项",
    "臭氧（O3）和O157，CO2，L形，5l水，H2O，角α和β，Москва",
    "主任李報国出席，《報告文学》，“起草報告”，我们的报告",
    "增长5％，下降6％",
    "北京—上海，“复兴号”—“和谐号”",
];

#[test]
fn marks_leave_false_friends_alone() {
    let project = Project::new(PUBLICATION);
    for text in RIGHT {
        let (found, files) = found(&project.write("issue.toml", issue_of(text)));
        assert!(found.is_empty(), "{text}: {:?}", crate::support::faults(&found, &files));
    }
}

#[test]
fn marks_of_issue_709_are_right() {
    let (found, files) = found(&issue_709());
    assert!(found.is_empty(), "{:?}", crate::support::faults(&found, &files));
}

/// Whatever is written, each finding has a place and each edit leaves a file that can be read.
#[test]
fn marks_stand_any_text() {
    let project = Project::new(PUBLICATION);
    let words = "[0-9一二三十百千万亿〇零○年月日号第等近约余多左右以上星期（）()“”‘’《》〈〉〔〕\\[\\]，。、；：？！,.:;?!…—～~\\-─ \u{3000}２Ａa％%•\u{200b}\u{2f08}\"人元会代]{1,24}";
    let mut runner = proptest::test_runner::TestRunner::new(crate::support::properties(600));
    let outcome = runner.run(&words, |text| {
        let issue = issue_of(&format!("正{text}文"));
        let (found, _) = found(&project.write("issue.toml", &issue));
        proptest::prop_assert!(found.iter().all(|found| found.place.is_some()), "{}", text);
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let path = project.write("issue.toml", mended(&issue, &found));
        proptest::prop_assert!(load(&path, &mut files, &mut sink).unwrap().is_some(), "{}", text);
        proptest::prop_assert!(!sink.has_errors(), "{}", text);
        Ok(())
    });
    assert!(outcome.is_ok(), "{}", outcome.unwrap_err());
}

/// A title's lines are one text, and a name is left as it is.
#[test]
fn marks_pair_across_the_lines_of_a_title() {
    let project = Project::new(PUBLICATION);
    let issue = issue_of("正文")
        .replace("title = \"题\"", "title = \"\"\"\n学好“必修课\n基本功”\"\"\"\nauthors = [\"王　伟\"]");
    let (found, files) = found(&project.write("issue.toml", issue));
    assert!(found.is_empty(), "{:?}", crate::support::faults(&found, &files));
}

/// Newspaper prose that nobody wrote for this: at most what was looked at by hand. `tests/oracle/corpus.py`
/// fetches it; without it there is nothing to count.
#[test]
fn marks_are_sparing_in_newspaper_prose() {
    let home = |name: &str| std::env::var_os(name).map(std::path::PathBuf::from);
    let cache = home("XDG_CACHE_HOME").or_else(|| Some(home("HOME")?.join(".cache")));
    let Some(Ok(folder)) = cache.map(|cache| fs::read_dir(cache.join("bulletin/corpus"))) else { return };
    let mut paths: Vec<_> = folder
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    paths.sort();
    let project = Project::new(PUBLICATION);
    let mut characters = 0;
    let mut warnings: Vec<String> = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        characters += text.chars().count();
        let (found, _) = found(&project.write("issue.toml", text));
        let graver = found.iter().filter(|found| found.severity() < Severity::Advice);
        // That newspaper's dash is three characters long and its inner quotes are 『』: wrong by the rule, and its style.
        let is_style = |code: &str| code == "B0608" || code == "B0605";
        warnings.extend(graver.map(|found| found.code.as_str().to_owned()).filter(|code| !is_style(code)));
    }
    assert!(characters == 0 || characters >= 100_000, "{characters}");
    // All of them true by hand, so far: the bound is that of false ones.
    assert!(warnings.len() * 10_000 <= characters, "{} in {characters}: {warnings:?}", warnings.len());
}
