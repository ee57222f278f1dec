//! A synthetic archive: any number of issues, each with a text of its own, the same for the same seed.
//!
//! Scale is measured on varied text, not on copies: titles, paragraphs, bylines and briefs are put together from
//! parts, so that lines break at other places in each, and several hundred different characters stand in each.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The publication of the archive.
const PUBLICATION: &str = r#"name = "某地人大信息"
publisher = "某地人大常委会研究室编"
editions = ["普刊"]
columns = ["要闻速递", "监督纵横", "代表工作", "立法前沿", "情况交流", "信息摘登"]
briefs_column = "信息摘登"
telephone = "01234567"

[[recipients]]
label = "送："
groups = ["省人大常委会领导、办公厅、各委员会，市委、市人大常委会、市政府、市政协领导，", "各区、县（市）人大常委会，市直各部门。"]
"#;

const COLUMNS: [&str; 5] = ["要闻速递", "监督纵横", "代表工作", "立法前沿", "情况交流"];
const PLACES: [&str; 14] = [
    "东湖区",
    "西岭县",
    "南浦市",
    "北塘区",
    "清河区",
    "白沙县",
    "石桥区",
    "青田市",
    "金沙区",
    "柳林县",
    "云台区",
    "望江县",
    "临溪区",
    "宝山市",
];
const SURNAMES: [&str; 16] =
    ["赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨"];
const GIVEN: [&str; 18] = [
    "文华", "晓明", "建国", "丽", "志强", "海燕", "伟", "春生", "雨桐", "明远", "静", "国栋", "思齐", "浩然", "慧",
    "永康", "子墨", "清",
];
const WHEN: [&str; 12] = [
    "今年以来，",
    "近年来，",
    "近日，",
    "上半年，",
    "一季度，",
    "去年底，",
    "换届以来，",
    "会议期间，",
    "汛期前，",
    "年初，",
    "国庆前夕，",
    "本届以来，",
];
const WHO: [&str; 12] = [
    "区人大常委会",
    "常委会主任会议",
    "法制工作委员会",
    "财政经济委员会",
    "各代表小组",
    "街道人大工委",
    "社会建设委员会",
    "乡镇人大主席团",
    "代表联络站",
    "教科文卫工委",
    "环资工委",
    "监察司法工委",
];
const VERBS: [&str; 16] = [
    "听取并审议了",
    "持续跟踪",
    "专题调研了",
    "集中视察了",
    "深入推动",
    "重点督办",
    "牵头起草了",
    "组织代表评议",
    "全面梳理",
    "着力破解",
    "统筹推进",
    "广泛征求群众对下列事项的意见：",
    "督促落实",
    "开展执法检查，关注",
    "研究部署",
    "系统总结",
];
const WHAT: [&str; 24] = [
    "老旧小区改造",
    "养老服务设施建设",
    "优化营商环境",
    "水污染防治",
    "基础教育均衡发展",
    "预算绩效管理",
    "国有资产管理",
    "农村饮用水安全",
    "电动自行车停放",
    "文化遗产保护",
    "食品安全监管",
    "学前教育普惠",
    "城市更新",
    "科技成果转化",
    "物业管理条例修订",
    "公共法律服务",
    "河道整治",
    "医保基金监管",
    "残疾人无障碍环境",
    "乡村产业发展",
    "数字经济促进",
    "未成年人保护",
    "垃圾分类处理",
    "公园绿地布局",
];
const HOW: [&str; 14] = [
    "坚持问题导向，把功夫下在会前",
    "实行清单管理，逐项销号",
    "采取“四不两直”方式，走进现场",
    "邀请专家学者和一线职工参与",
    "建立“周调度、月通报”机制",
    "充分发挥人大代表的桥梁作用",
    "用好用足监督法赋予的手段",
    "线上线下同步征集意见",
    "注重上下联动，形成合力",
    "把群众满意作为检验标准",
    "边查边改、立行立改",
    "强化跟踪问效，防止“一评了之”",
    "运用大数据比对线索",
    "逐条反馈办理结果",
];
const RESULT: [&str; 12] = [
    "推动一批难题得到解决",
    "办理结果向社会公开",
    "群众获得感明显增强",
    "有关部门作出书面回应",
    "形成了可复制的经验",
    "相关制度进一步健全",
    "工作质效稳步提升",
    "代表满意率保持在较高水平",
    "为全市提供了样本",
    "整改措施全部落地",
    "长效机制初步建立",
    "一批项目提前完工",
];
const UNITS: [&str; 8] = ["件", "条", "项", "次", "处", "户", "场", "个"];
const HEADS: [&str; 6] =
    ["提高站位抓学习", "聚焦民生抓监督", "立足实际抓创新", "强化保障抓代表", "注重规范抓制度", "突出实效抓整改"];
const TAILS: [&str; 10] = [
    "见行见效",
    "走深走实",
    "提质增效",
    "落地生根",
    "再上台阶",
    "跑出加速度",
    "结出新成果",
    "迈出新步伐",
    "取得新突破",
    "开创新局面",
];
const MORE: [&str; 8] = [
    "（详见附表）",
    "——这是代表们最关心的事",
    "、助企“直通车”",
    "（含3个街道、12个社区）",
    "“一件事”集成改革",
    "、AI辅助审查",
    "《实施意见》",
    "2024—2026年行动计划",
];

/// Numbers that look like chance and are the same for the same seed: xorshift64*.
pub(crate) struct Chance(u64);

impl Chance {
    /// Chance of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }
}

/// A sentence.
fn sentence(chance: &mut Chance, text: &mut String) {
    let (when, who, verb, what, how) =
        (chance.of(&WHEN), chance.of(&WHO), chance.of(&VERBS), chance.of(&WHAT), chance.of(&HOW));
    let (other, result) = (chance.of(&WHAT), chance.of(&RESULT));
    let (count, unit) = (chance.below(890) + 10, chance.of(&UNITS));
    let more = if chance.below(3) == 0 { chance.of(&MORE) } else { "" };
    match chance.below(4) {
        0 => write!(text, "{when}{who}{verb}{what}{more}工作，{how}，{result}。"),
        1 => write!(text, "围绕{what}和{other}{more}，{who}{how}，梳理问题{count}{unit}，{result}。"),
        2 => write!(
            text,
            "{who}{verb}{what}，提出意见建议{count}{unit}，其中涉及{other}的占{}.{}%，{result}。",
            chance.below(60) + 5,
            chance.below(9) + 1
        ),
        _ => write!(text, "“{how}。”{who}负责同志介绍，{when}{what}{more}已完成{count}{unit}，{result}。"),
    }
    .unwrap_or_default();
}

fn paragraph(chance: &mut Chance, sentences: usize) -> String {
    let mut text = String::new();
    for _ in 0..sentences {
        sentence(chance, &mut text);
    }
    text
}

fn name(chance: &mut Chance) -> String {
    format!("{}{}", chance.of(&SURNAMES), chance.of(&GIVEN))
}

fn title(chance: &mut Chance) -> String {
    match chance.below(3) {
        0 => format!("{}：{}推动{}{}", chance.of(&PLACES), chance.of(&HEADS), chance.of(&WHAT), chance.of(&TAILS)),
        1 => format!("{}组织开展{}专题视察", chance.of(&WHO), chance.of(&WHAT)),
        _ => format!("{}人大{}助力{}", chance.of(&PLACES), chance.of(&HEADS), chance.of(&WHAT)),
    }
}

/// An issue of the archive, with about so many paragraphs in its articles.
pub(crate) fn issue(seed: u64, serial: usize, paragraphs: usize) -> String {
    let mut chance = Chance::new(seed ^ (serial as u64).wrapping_mul(0x1000_0001));
    let (year, month, day) = (1990 + serial / 24, serial / 2 % 12 + 1, serial % 2 * 14 + 1);
    let mut text = format!(
        "number  = {}\nserial  = {serial}\nedition = \"普刊\"\ndate    = {year}-{month:02}-{day:02}\neditor  = \"{}\"\n",
        serial % 24 + 1,
        name(&mut chance),
    );
    let mut left = paragraphs;
    let mut column = 0;
    while left > 0 {
        let count = (3 + chance.below(4)).min(left);
        left -= count;
        let body: Vec<_> = (0..count)
            .map(|_| {
                let sentences = 2 + chance.below(5);
                paragraph(&mut chance, sentences)
            })
            .collect();
        let authors = format!("\"{}\", \"{}\"", name(&mut chance), name(&mut chance));
        let _ = write!(
            text,
            "\n[[article]]\ncolumn  = \"{}\"\ntitle   = \"{}\"\nunit    = \"{}人大常委会办公室\"\nauthors = [{authors}]\nbody = '''\n{}\n'''\n",
            COLUMNS[column % COLUMNS.len()],
            title(&mut chance),
            chance.of(&PLACES),
            body.join("\n\n"),
        );
        column += 1;
    }
    for _ in 0..4 {
        let _ = write!(
            text,
            "\n[[brief]]\nunit = \"{}人大\"\nbody = '''\n{}\n'''\n",
            chance.of(&PLACES),
            paragraph(&mut chance, 2),
        );
    }
    text
}

/// Paragraphs of an issue of some fourteen pages.
pub(crate) const USUAL: usize = 26;

/// Writes an archive of so many issues into a folder; returns the issues' paths.
///
/// # Errors
/// A folder or file that cannot be written.
pub(crate) fn write(folder: &Path, issues: usize, seed: u64) -> io::Result<Vec<PathBuf>> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("bulletin.toml"), PUBLICATION)?;
    (1..=issues)
        .map(|serial| {
            let path = folder.join(format!("{serial}.toml"));
            fs::write(&path, issue(seed, serial, USUAL))?;
            Ok(path)
        })
        .collect()
}
