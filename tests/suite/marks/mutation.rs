//! One fault put into clean text at a random place: it is found just there, and its edit gives the clean file back
//! byte for byte, in each kind of string that a file may hold the text in.

use super::{found, mended};
use crate::support::{HEAD, PUBLICATION, Project, issue_709, properties};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::fs;
use std::ops::Range;

/// Paragraphs with what the published issue has not.
const OWN: &[&str] = &[
    "代表说：“群众反映的‘停车难’‘就医难’，要一件一件抓落实。”会议学习《关于修改〈代表法〉的决定》。",
    "2025年4月8日（星期二），调研组走访项目9个，投资9亿～16亿元，增长15%～30%，补助13万元～17万元，用时3—5月。",
    "截至2025年4月，每天8:00—17:00开放，收入4000元，补贴300元，增长0.46个百分点，超过100人参加，近100人发言。",
    "根据某人大发〔2025〕3号文件，二〇二五年度办结三千零五十件，共12345件、23456人次、34567元。",
    "全过程人民民主——基层治理的新实践；水、电、气、路……一项项改造完工，约翰·史密斯参加。",
    "（一）加强领导，压实责任。",
    "1.完善制度，明确责任。",
    "第一，提高认识；第二，抓好落实！怎么抓？",
    "会议要求：各部门抓好落实，及时反馈；代表建议：加强监督。",
];

/// A fault: what stands in clean text, what comes there, and which characters of that are told.
struct Fault {
    code: &'static str,
    from: &'static str,
    to: &'static str,
    told: Range<usize>,
    mends: bool,
    /// Whether it is a fault between what stands before and behind.
    counts: fn(&str, &str) -> bool,
}

fn is_han(ch: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&ch)
}

fn always(_: &str, _: &str) -> bool {
    true
}

fn between_han(before: &str, after: &str) -> bool {
    before.ends_with(is_han) && after.starts_with(is_han)
}

fn before_han(_: &str, after: &str) -> bool {
    after.starts_with(is_han)
}

fn before_figure(before: &str, after: &str) -> bool {
    before.ends_with(|ch: char| ch.is_ascii_digit()) && after.starts_with(|ch: char| ch.is_ascii_digit())
}

fn at_end(before: &str, after: &str) -> bool {
    before.ends_with(is_han) && (after.is_empty() || after.starts_with('”'))
}

fn is_open(before: &str) -> bool {
    [('“', '”'), ('《', '》')]
        .iter()
        .any(|(open, close)| before.matches(*open).count() > before.matches(*close).count())
}

/// Where a blank is no name's, no slogan's and no ordinal's.
fn in_a_sentence(before: &str, after: &str) -> bool {
    let words = before.chars().rev().take_while(|ch| is_han(*ch)).count();
    between_han(before, after) && words >= 2 && before.chars().count() > 6 && !is_open(before)
}

/// Behind an enumeration, before 等 that is no part of a word.
fn before_etc(before: &str, after: &str) -> bool {
    let clause = before.rsplit(['。', '；', '：', '？', '！']).next().unwrap_or_default();
    let is_word = after.starts_with(['待', '到', '着', '候', '级', '额', '于', '同', '会', '效', '式', '量']);
    clause.contains('、') && before.ends_with(is_han) && after.starts_with(is_han) && !is_word && !is_open(before)
}

const fn fault(code: &'static str, from: &'static str, to: &'static str, told: Range<usize>) -> Fault {
    Fault { code, from, to, told, mends: true, counts: always }
}

impl Fault {
    const fn told_only(mut self) -> Self {
        self.mends = false;
        self
    }

    const fn where_it(mut self, counts: fn(&str, &str) -> bool) -> Self {
        self.counts = counts;
        self
    }
}

/// The faults of every rule, but for marks without their other half, which have a test of their own.
const FAULTS: &[Fault] = &[
    fault("B0601", "，", ",", 0..1).where_it(between_han),
    fault("B0601", "；", ";", 0..1).where_it(between_han),
    fault("B0601", "：", ":", 0..1).where_it(between_han),
    fault("B0601", "？", "?", 0..1),
    fault("B0601", "！", "!", 0..1),
    fault("B0601", "。", ".", 0..1).where_it(at_end),
    fault("B0601", "（", "(", 0..1),
    fault("B0601", "）", ")", 0..1),
    fault("B0602", "2", "２", 0..1),
    fault("B0602", "E", "Ｅ", 0..1),
    fault("B0603", "“", "\"", 0..1),
    fault("B0603", "”", "\"", 0..1),
    fault("B0603", "‘", "'", 0..1),
    fault("B0603", "’", "'", 0..1),
    fault("B0605", "〈代表法〉", "《代表法》", 0..5),
    fault("B0605", "‘停车难’", "“停车难”", 0..5),
    fault("B0605", "“四个机关”", "‘四个机关’", 0..6),
    fault("B0606", "，", "，，", 0..2),
    fault("B0606", "、", "、、", 0..2),
    fault("B0606", "。", "。。", 0..2),
    fault("B0606", "，", "、，", 0..2).told_only(),
    fault("B0607", "……", "...", 0..3),
    fault("B0607", "……", "。。。", 0..3),
    fault("B0607", "……", "…", 0..1),
    fault("B0607", "……", "………", 0..3),
    fault("B0607", "等", "……等", 0..2).where_it(before_etc),
    fault("B0608", "——", "--", 0..2),
    fault("B0608", "——", "－－", 0..2),
    fault("B0608", "——", "──", 0..2),
    fault("B0608", "——", "———", 0..3),
    fault("B0609", "～", "~", 0..1),
    fault("B0609", "～", "-", 0..1),
    fault("B0609", "—", "-", 0..1).where_it(before_figure),
    fault("B0610", "", " ", 0..1).where_it(in_a_sentence),
    fault("B0610", "", "\u{a0}", 0..1).where_it(in_a_sentence),
    fault("B0610", "", "\u{3000}\u{3000}", 0..2).where_it(in_a_sentence),
    fault("B0610", "，", "， ", 1..2),
    fault("B0610", "。", " 。", 0..1),
    fault("B0611", "超过100人", "超过100人以上", 0..8).told_only(),
    fault("B0611", "近100人", "近100余人", 0..5).told_only(),
    fault("B0611", "20余项", "近20余项", 0..4).told_only(),
    fault("B0611", "50余个", "50多余个", 0..4).told_only(),
    fault("B0612", "4000元", "4千元", 0..2),
    fault("B0612", "300元", "3百元", 0..2),
    fault("B0613", "9亿～16亿", "9～16亿", 0..5),
    fault("B0613", "15%～30%", "15～30%", 0..6),
    fault("B0614", "4月8日", "04月8日", 0..2),
    fault("B0614", "4月8日", "4月08日", 2..4),
    fault("B0614", "2025年4月", "25年4月", 0..5).told_only(),
    fault("B0614", "2025年4月", "二〇二五年四月", 0..7).told_only(),
    fault("B0614", "2025年4月，", "2025-4，", 0..6).told_only(),
    fault("B0614", "星期二", "星期三", 0..3).told_only(),
    fault("B0615", "0.46", ".46", 0..3).told_only(),
    fault("B0615", "〇", "○", 0..1),
    fault("B0615", "〇", "零", 0..1),
    fault("B0615", "〇", "0", 0..1),
    fault("B0615", "千零", "千〇", 1..2),
    fault("B0615", "23456", "23,456", 0..6).told_only(),
    fault("B0628", "〔2025〕", "[2025]", 0..6),
    fault("B0628", "〔2025〕", "（2025）", 0..6),
    fault("B0628", "〔2025〕", "(2025)", 0..6),
    fault("B0629", "（一）", "（一）、", 0..4).where_it(before_han),
    fault("B0629", "1.", "1、", 0..2),
    fault("B0629", "第一，", "第一、", 0..3),
    fault("B0630", "等", "、等", 0..1).where_it(before_etc),
    fault("B0631", "", "\u{200b}", 0..1).where_it(between_han),
    fault("B0631", "", "\u{ad}", 0..1).where_it(between_han),
    fault("B0631", "人", "\u{2f08}", 0..1),
    fault("B0631", "民", "\u{2ea0}", 0..1),
    fault("B0631", "更", "\u{f901}", 0..1),
    fault("B0631", "·", "•", 0..1),
    fault("B0631", "·", "・", 0..1),
];

/// The kinds of string that TOML has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Literal,
    LiteralLines,
    Basic,
    BasicLines,
}

/// Paragraphs as a file's body, where a part of one is as given; `salt` says which other characters are escaped and
/// where lines fold. Gives the file and where the part stands in it.
fn written(
    kind: Kind,
    paragraphs: &[&str],
    chosen: usize,
    part: Range<usize>,
    with: &str,
    salt: usize,
) -> (String, usize) {
    let quotes = match kind {
        Kind::Literal => "'",
        Kind::LiteralLines => "'''",
        Kind::Basic => "\"",
        Kind::BasicLines => "\"\"\"",
    };
    let is_basic = matches!(kind, Kind::Basic | Kind::BasicLines);
    let escaped = |text: &str| if is_basic { text.replace('\\', "\\\\").replace('"', "\\\"") } else { text.to_owned() };
    let mut file = format!("{HEAD}\n[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\nbody = {quotes}");
    let mut at = 0;
    for (order, paragraph) in paragraphs.iter().enumerate() {
        if order > 0 {
            file.push_str(if kind == Kind::Basic { "\\n\\n" } else { "\n\n" });
        }
        for (byte, ch) in paragraph.char_indices() {
            if order == chosen && byte == part.start {
                at = file.len();
                file.push_str(&escaped(with));
            }
            if order == chosen && part.contains(&byte) {
                continue;
            }
            // Near the fault the text stays as it is: an edit of what an escape stands in is no edit of one place.
            let is_near = order == chosen && byte + 9 > part.start && byte < part.end + 9;
            if is_basic && !is_near && (byte / 3 + salt).is_multiple_of(7) {
                file.push_str(&format!("\\u{:04x}", u32::from(ch)));
            } else {
                if kind == Kind::BasicLines && !is_near && (byte / 3 + salt) % 23 == 1 {
                    file.push_str("\\\n    ");
                }
                file.push_str(&escaped(&ch.to_string()));
            }
        }
        if order == chosen && part.start == paragraph.len() {
            at = file.len();
            file.push_str(&escaped(with));
        }
    }
    file.push_str(quotes);
    file.push('\n');
    (file, at)
}

/// The paragraphs of the published issue.
fn published() -> Vec<String> {
    let text = fs::read_to_string(issue_709()).unwrap();
    let bodies = text.split("body = '''\n").skip(1).filter_map(|rest| rest.split("\n'''").next());
    bodies.flat_map(|body| body.split("\n\n").map(str::to_owned)).collect()
}

/// Every place of the paragraphs where a fault can be put in.
fn sites(fault: &Fault, paragraphs: &[String]) -> Vec<(usize, usize)> {
    let of = |(order, text): (usize, &String)| -> Vec<(usize, usize)> {
        let at: Vec<usize> = match fault.from {
            "" => text.char_indices().map(|(at, _)| at).collect(),
            from => text.match_indices(from).map(|(at, _)| at).collect(),
        };
        let counts = |at: &usize| (fault.counts)(&text[..*at], &text[*at + fault.from.len()..]);
        at.into_iter().filter(counts).map(|at| (order, at)).collect()
    };
    paragraphs.iter().enumerate().flat_map(of).collect()
}

/// The paragraphs that a file holds for a fault in one: some by ours, and that one.
fn company(kind: Kind, paragraphs: &[String], order: usize) -> (Vec<&str>, usize) {
    let mut around: Vec<&str> = OWN.iter().copied().filter(|own| *own != paragraphs[order]).collect();
    if kind == Kind::Literal {
        return (vec![&paragraphs[order]], 0);
    }
    around.insert(1, &paragraphs[order]);
    (around, 1)
}

/// The bytes of some characters of a text.
fn bytes(text: &str, range: &Range<usize>) -> Range<usize> {
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    byte(range.start)..byte(range.end)
}

#[test]
fn marks_every_mutation_is_found_and_mended() {
    let project = Project::new(PUBLICATION);
    let paragraphs: Vec<String> = OWN.iter().map(|own| (*own).to_owned()).chain(published()).collect();
    let mut failed: Vec<String> = Vec::new();
    for fault in FAULTS {
        let sites = sites(fault, &paragraphs);
        assert!(!sites.is_empty(), "{} {:?} has no place", fault.code, fault.from);
        let strategy = (
            0..sites.len(),
            prop_oneof![Just(Kind::Literal), Just(Kind::LiteralLines), Just(Kind::Basic), Just(Kind::BasicLines)],
            0_usize..23,
        );
        let mut runner = TestRunner::new(properties(40));
        let outcome = runner.run(&strategy, |(site, kind, salt)| {
            let (order, at) = sites[site];
            // A literal string on one line holds no straight quote, and the whole issue in one paragraph is no issue.
            let needs_others = ["二〇二五年四月", "23,456", "2025-4，"].contains(&fault.to);
            prop_assume!(kind != Kind::Literal || !(fault.to.contains('\'') || needs_others));
            let (around, chosen) = company(kind, &paragraphs, order);
            let part = at..at + fault.from.len();
            let (clean, _) = written(kind, &around, chosen, part.clone(), fault.from, salt);
            let (faulty, start) = written(kind, &around, chosen, part, fault.to, salt);
            let path = project.write("issue.toml", &clean);
            prop_assert!(found(&path).0.is_empty(), "clean: {clean}");
            let path = project.write("issue.toml", &faulty);
            let (found, files) = found(&path);
            let told: Vec<_> = found
                .iter()
                .map(|found| (found.code.as_str(), found.place.map(|place| place.start as usize..place.end as usize)))
                .collect();
            let mut range = bytes(fault.to, &fault.told);
            // In a basic string a straight quote is two characters.
            range.end += if fault.to == "\"" && matches!(kind, Kind::Basic | Kind::BasicLines) { 1 } else { 0 };
            let expected = start + range.start..start + range.end;
            prop_assert_eq!(
                told,
                vec![(fault.code, Some(expected))],
                "{:?} in {}",
                crate::support::faults(&found, &files),
                faulty
            );
            prop_assert_eq!(found[0].edit.is_some(), fault.mends);
            if fault.mends {
                prop_assert_eq!(mended(&faulty, &found), clean);
            }
            Ok(())
        });
        if let Err(error) = outcome {
            failed.push(format!("{} {:?} -> {:?}: {error}", fault.code, fault.from, fault.to));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

/// A mark taken away: its other half is told.
#[test]
fn marks_without_their_other_half_are_found() {
    let project = Project::new(PUBLICATION);
    let paragraphs: Vec<String> = OWN.iter().map(|own| (*own).to_owned()).chain(published()).collect();
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (order, text) in paragraphs.iter().enumerate() {
        let mut open: Vec<(char, usize)> = Vec::new();
        for (at, ch) in text.char_indices() {
            match ch {
                '“' | '‘' | '（' | '《' | '〈' | '〔' => open.push((ch, at)),
                '”' | '’' | '）' | '》' | '〉' | '〕' => {
                    pairs.extend(open.pop().map(|(_, start)| (order, start, at)))
                }
                _ => {}
            }
        }
    }
    // A bracket that ends a label is right without its other half.
    pairs.retain(|(_, start, _)| *start > 0);
    let strategy =
        (0..pairs.len(), any::<bool>(), prop_oneof![Just(Kind::LiteralLines), Just(Kind::BasicLines)], 0_usize..23);
    let outcome = TestRunner::new(properties(300)).run(&strategy, |(pair, first, kind, salt)| {
        let (order, start, end) = pairs[pair];
        let (gone, kept) = if first { (start, end) } else { (end, start) };
        let (around, chosen) = company(kind, &paragraphs, order);
        let mark = paragraphs[order][kept..].chars().next().unwrap_or_default();
        let (faulty, _) = written(kind, &around, chosen, gone..gone + 3, "", salt);
        let (found, files) = found(&project.write("issue.toml", &faulty));
        let told: Vec<_> = found.iter().filter(|found| found.code.as_str() == "B0604").collect();
        prop_assert_eq!(told.len(), 1, "{:?} in {}", crate::support::faults(&found, &files), faulty);
        let place = told[0].place.map(|place| faulty[place.start as usize..place.end as usize].to_owned());
        let escape = format!("\\u{:04x}", u32::from(mark));
        prop_assert!(place == Some(mark.to_string()) || place == Some(escape));
        Ok(())
    });
    assert!(outcome.is_ok(), "{}", outcome.unwrap_err());
}
