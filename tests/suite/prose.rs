//! Thousands of lines of plausible prose, each looked at twice: in the document, and in the PDF by
//! `tests/oracle/prose.py`, which shares nothing with the program.
//!
//! The prose comes from phrases and a generator of fixed numbers, so that a failing line can be found again.

use crate::support::{HEAD, PUBLICATION, Project, lines, paragraph_runs, root, tool};
use crate::typeset::with_setter;
use bulletin::compile::{Print, compile};
use bulletin::document::{Document, GlyphRun};
use bulletin::fonts::FontFiles;
use bulletin::length::Length;
use bulletin::model::style::Role as Face;
use bulletin::model::{Style, Text};
use bulletin::typeset::{Type, set_line};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

/// Clauses; each `#` becomes a number.
const CLAUSES: &[&str] = &[
    "市人大常委会召开第#次主任会议",
    "会议听取和审议了市人民政府《关于202#年国民经济和社会发展计划执行情况的报告》",
    "共收到代表建议#件",
    "办结率达#%",
    "同比增长#.8%",
    "较上年下降#.3个百分点",
    "全年完成固定资产投资#.6亿元",
    "新建改建农村公路#公里",
    "整治老旧小区#万平方米，加装电梯#台",
    "空气质量优良天数比例为#.9%，PM2.5平均浓度为#微克/立方米",
    "2025年4月24日上午",
    "自2024年#月起至2025年6月30日止",
    "“十四五”规划实施进入收官阶段",
    "坚持“一月一主题、一季一督办、一年一评议”",
    "构建“线上+线下”“集中+分散”的联络机制",
    "代表们谈道：“基层反映最多的‘停车难’‘就医难’，要一件一件抓落实”",
    "《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》明确规定",
    "《浙江省各级人民代表大会常务委员会监督条例》（以下简称《条例》）施行以来",
    "学习《习近平谈治国理政》〈第四卷〉有关论述",
    "依法开展执法检查、专题询问、工作评议、满意度测评",
    "走访企业、社区、学校、医院、村（居）民小组#余次",
    "教育、医疗、养老、托育、助残等民生事项有序推进",
    "全过程人民民主——新时代基层治理的生动实践",
    "问题在基层发现——也在基层解决",
    "从“有没有”到“好不好”，再到“优不优”",
    "水、电、气、路、网……一项项改造陆续完工",
    "这项工作怎么看、怎么干、谁来干",
    "推动AI、5G、物联网等新技术应用",
    "区内规模以上企业R&D投入强度为#.1%",
    "GDP增速保持在合理区间",
    "实施ESG评价和VOCs治理",
    "举办Forum for Young Deputies交流活动",
    "有关材料可在https://www.example.gov.cn/rd/2025/0424/list_36.html下载",
    "意见请发至deputy.office@example.gov.cn",
    "咨询电话：(0571)85250657",
    "外籍专家约翰·史密斯、玛丽·安·琼斯应邀参加",
    "来自新疆维吾尔自治区的买买提·艾力代表发言",
    "“3·15”国际消费者权益日前后",
    "【议案办理】【建议督办】两个专栏同步上线",
    "占总数的#%～#%",
    "每平方米补助#元（含税）",
    "设立街道（镇）代表联络站#个、联络点#个",
    "截至目前，已有#名代表进站接待选民#人次",
    "既要“拿着放大镜找问题”，又要“扑下身子解难题”",
    "与会人员一致认为",
    "要以“钉钉子”精神抓好整改",
    "进一步提高政治站位，强化责任担当",
    "区人大常委会党组书记、主任出席并讲话",
    "市中级人民法院、市人民检察院、市监察委员会负责人列席",
    "会后印发了《审议意见》（杭人大〔2025〕#号）",
    "温度控制在#℃以内",
    "一等奖#名、二等奖#名、三等奖#名",
];

const STARTS: &[&str] = &[
    "",
    "",
    "近日，",
    "会议指出，",
    "一是",
    "（二）",
    "“两个联系”见实效。",
    "据介绍：",
    "《办法》规定，",
    "2025年以来，",
];
const JOINS: &[&str] = &["，", "，", "，", "；", "，同时，", "——", "；其中，", "：", "、"];
const ENDS: &[&str] = &["。", "。", "。", "。", "！", "？", "……", "（详见附件）。", "（图文#）。", "？！"];
const TITLES: &[&str] =
    &["拱墅区：打造“家站点”新样板", "听取审议专项工作报告", "《条例》修订草案征求意见", "以高质量监督助推高质量发展"];
const UNITS: &[&str] = &["", "", "研究室", "余杭区人大常委会办公室"];

const ISSUES: u64 = 6;
const ARTICLES: usize = 8;
const PARAGRAPHS: usize = 26;

/// Marks that no line may start with, and those that none may end with.
const NO_START: &str = "，。、；：！？”’）》〉】〕·—…～%℃";
const NO_END: &str = "“‘（《〈【〔";

/// Numbers that only look random: a linear congruential generator.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    /// The phrase with a number for each `#`.
    fn fill(&mut self, phrase: &str) -> String {
        let mut filled = String::new();
        for ch in phrase.chars() {
            match ch {
                '#' => {
                    let most = [9, 90, 900, 9000][self.below(4)];
                    filled.push_str(&(self.below(most) + 1).to_string());
                }
                _ => filled.push(ch),
            }
        }
        filled
    }

    fn pick(&mut self, words: &[&str]) -> String {
        let at = self.below(words.len());
        self.fill(words[at])
    }

    fn sentence(&mut self) -> String {
        let mut sentence = self.pick(STARTS) + &self.pick(CLAUSES);
        for _ in 0..self.below(4) {
            sentence += &(self.pick(JOINS) + &self.pick(CLAUSES));
        }
        sentence + &self.pick(ENDS)
    }

    fn paragraph(&mut self) -> String {
        (0..=self.below(5)).map(|_| self.sentence()).collect()
    }
}

/// An issue's source and its paragraphs.
fn issue(seed: u64) -> (String, Vec<String>) {
    let mut numbers = Numbers(seed);
    let mut source = HEAD.to_owned();
    let mut paragraphs = Vec::new();
    for _ in 0..ARTICLES {
        let bodies: Vec<_> = (0..PARAGRAPHS).map(|_| numbers.paragraph()).collect();
        let (title, unit) = (numbers.pick(TITLES), numbers.pick(UNITS));
        let body = bodies.join("\n\n");
        source += &format!("\n[[article]]\ncolumn = \"要闻\"\ntitle = \"{title}\"\nbody = '''\n{body}\n'''\n");
        if !unit.is_empty() {
            source += &format!("unit = \"{unit}\"\n");
        }
        paragraphs.extend(bodies);
    }
    (source, paragraphs)
}

/// A line of a paragraph as it is printed.
struct Printed {
    text: String,
    page: usize,
    grid_line: usize,
    baseline: Length,
    start: Length,
    last_glyph: Length,
}

impl Printed {
    fn new(page: usize, run: &GlyphRun) -> Self {
        let (grid_line, baseline, start) = (run.line, run.origin.y, run.origin.x + run.glyphs[0].x);
        Self { text: String::new(), page, grid_line, baseline, start, last_glyph: start }
    }

    fn add(&mut self, run: &GlyphRun) {
        self.text.push_str(&run.text);
        self.last_glyph = run.origin.x + run.glyphs.last().unwrap().x;
    }

    /// Where its last character ends, a mark without the empty half of its frame.
    fn end(&self, advances: &mut Advances) -> Length {
        self.last_glyph + advances.of(self.text.chars().last().unwrap())
    }
}

/// The lines of each paragraph.
fn printed(document: &Document) -> Vec<Vec<Printed>> {
    let mut paragraphs: BTreeMap<usize, Vec<Printed>> = BTreeMap::new();
    for (id, page, run) in paragraph_runs(document) {
        let lines = paragraphs.entry(id).or_default();
        if lines.last().is_none_or(|line| (line.page, line.baseline) != (page, run.origin.y)) {
            lines.push(Printed::new(page, run));
        }
        lines.last_mut().unwrap().add(run);
    }
    paragraphs.into_values().collect()
}

/// What a last character takes of its line; those of letters and `℃` are asked of the face.
#[derive(Default)]
struct Advances(HashMap<char, Length>);

impl Advances {
    fn of(&mut self, ch: char) -> Length {
        match ch {
            '0'..='9' => BODY / 2,
            // The face draws them in the middle of a whole em, whose quarters at either side are left out.
            '·' | '？' => BODY.scale(3, 4),
            _ if NO_START.contains(ch) && !"—…～%℃".contains(ch) => BODY / 2,
            _ if ch.is_ascii() || ch == '℃' => *self.0.entry(ch).or_insert_with(|| face_width(ch)),
            _ => BODY,
        }
    }
}

fn face_width(ch: char) -> Length {
    let kind = Type { role: Face::Body, size: BODY };
    with_setter(&Style::default(), |setter| set_line(&Text::unplaced(&ch.to_string()), kind, &[], setter)).0.width
}

/// 三号.
const BODY: Length = Length::from_units(16 * 65_536);

/// The type area's left edge on a page: house style 1.
fn left_edge(page: usize) -> Length {
    Length::mm(if page % 2 == 1 { 28.0 } else { 26.0 })
}

/// Baselines: the em square (0.88 above, 0.12 below) centred in its grid line, lines counted from the top.
fn grid_baseline(line: usize) -> f64 {
    let pitch = 225.0 / 22.0 * 72.0 / 25.4;
    37.0 * 72.0 / 25.4 + pitch * (line as f64 - 0.5) + 8.0 - 1.92
}

fn check_line(line: &Printed, advances: &mut Advances, is_first: bool, is_last: bool) {
    let text = &line.text;
    let place = format!("page {} line {}: {text}", line.page, line.grid_line);
    assert!(is_first || !text.starts_with(|ch| NO_START.contains(ch)), "forbidden start, {place}");
    assert!(!text.ends_with(|ch| NO_END.contains(ch)), "forbidden end, {place}");
    assert!((1..=22).contains(&line.grid_line), "{place}");
    assert!((line.baseline.to_pt() - grid_baseline(line.grid_line)).abs() < 0.001, "off the grid, {place}");
    let left = left_edge(line.page);
    let blank = if text.starts_with(|ch| NO_END.contains(ch)) { BODY / 2 } else { Length::ZERO };
    // An opening mark is flush on a turned line; on an indented one it stands whole, but a full line may squeeze it.
    let most = if is_first { left + BODY + BODY } else { left - blank };
    let least = if is_first { most - blank } else { most };
    assert!((least..=most).contains(&line.start), "starts {:?} off, {place}", line.start - most);
    let (end, measure) = (line.end(advances), left + Length::mm(156.0));
    assert!(if is_last { end <= measure } else { end == measure }, "ends {:?} off, {place}", end - measure);
}

fn solid(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_whitespace()).collect()
}

/// The document's lines keep the rules, and are the source.
fn check(document: &Document, sources: &[String]) -> usize {
    let paragraphs = printed(document);
    assert_eq!(paragraphs.len(), sources.len());
    let mut advances = Advances::default();
    let mut count = 0;
    for (lines, source) in paragraphs.iter().zip(sources) {
        let text: String = lines.iter().map(|line| &*line.text).collect();
        assert_eq!(solid(&text), solid(source));
        for (order, line) in lines.iter().enumerate() {
            check_line(line, &mut advances, order == 0, order + 1 == lines.len());
        }
        count += lines.len();
    }
    count
}

#[test]
fn prose_of_five_thousand_lines_keeps_the_rules() {
    let project = Project::new(PUBLICATION);
    let mut count = 0;
    for seed in 0..ISSUES {
        let (source, paragraphs) = issue(seed);
        count += check(&project.document(&source), &paragraphs);
    }
    assert!(count >= 5000, "{count} lines");
}

/// What the oracle saw in a PDF.
#[derive(Deserialize)]
struct Seen {
    pages: usize,
    lines: Vec<usize>,
    forbidden: Vec<String>,
    ragged: Vec<String>,
    turned: usize,
}

/// The oracle's findings. Its JSON has a key a line, whose values are TOML's too.
fn look(pdf: &str) -> Seen {
    let script = root().join("tests/oracle/prose.py");
    let json = tool("python3", "python3", &[script.to_str().unwrap(), pdf]);
    let pairs = json.lines().filter_map(|line| line.split_once(": "));
    let toml: String = pairs.map(|(key, value)| format!("{key} = {}\n", value.trim_end_matches(','))).collect();
    toml::from_str(&toml).unwrap_or_else(|error| panic!("{error}: {json}"))
}

#[test]
fn prose_is_the_same_for_a_reader_of_the_pdf() {
    let project = Project::new(PUBLICATION);
    let mut turned = 0;
    for seed in 0..ISSUES {
        let path = project.write("issue.toml", issue(seed).0);
        let product = compile(&path, Print::default(), &FontFiles::default()).unwrap().product.unwrap();
        let pdf = project.write("issue.pdf", product.pdf);
        let seen = look(pdf.to_str().unwrap());
        assert_eq!(seen.pages, product.document.pages.len());
        assert_eq!(seen.lines, product.document.pages.iter().map(|page| lines(page).len()).collect::<Vec<_>>());
        assert!(seen.forbidden.is_empty(), "{:?}", seen.forbidden);
        assert!(seen.ragged.is_empty(), "{:?}", seen.ragged);
        turned += seen.turned;
    }
    assert!(turned > 3000, "only {turned} full lines were judged");
}
