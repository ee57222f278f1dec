//! Words by what they do in a title: predicates, adverbials and function words of official prose.
//!
//! A dictionary parts a sentence into words; what a word does there it does not tell. Only words that are
//! nearly always used so stand here; 建设, 工作 or 报告 end a title's nouns as often as they are its verbs,
//! and are left to the dictionary.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word does in a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Opens a predicate: 推动, 开展.
    Verb,
    /// Names what is done: a predicate if there is none before it, else its object: 执法检查.
    Event,
    /// An event that is a predicate: 某某区专项监督…….
    Deed,
    /// Ends a clause, for nothing follows it: 上线, 落地见效.
    Ending,
    /// Leads a predicate: 扎实, 首次.
    Adverbial,
    /// Opens a phrase: 为, 关于.
    Opener,
    /// Belongs to what follows it: 的, 和.
    Hanging,
    /// Anything else.
    Noun,
}

const VERBS: &[&str] = &[
    "推动",
    "推进",
    "助推",
    "助力",
    "护航",
    "开展",
    "打造",
    "激发",
    "聚焦",
    "深化",
    "完善",
    "提升",
    "强化",
    "听取",
    "审议",
    "围绕",
    "紧扣",
    "紧盯",
    "促进",
    "表决",
    "组织",
    "举行",
    "召开",
    "接受",
    "宣讲",
    "探索",
    "解决",
    "拓展",
    "督办",
    "跟踪",
    "填补",
    "成为",
    "架起",
    "铸牢",
    "守护",
    "讲好",
    "强调",
    "构建",
    "建立",
    "健全",
    "作出",
    "制定",
    "批准",
    "依托",
    "畅通",
    "延伸",
    "倾听",
    "谱写",
    "激活",
    "赋能",
    "破解",
    "凝聚",
    "汇聚",
    "搭建",
    "培育",
    "夯实",
    "筑牢",
    "擦亮",
    "督促",
    "回应",
    "实现",
    "引领",
    "坚持",
    "践行",
    "弘扬",
    "传承",
    "传递",
    "走进",
    "走访",
    "邀请",
    "列席",
    "公布",
    "通过",
    "票决",
    "票决产生",
    "用好",
    "用活",
    "建好",
    "抓好",
    "办好",
    "打好",
    "让",
    "提出",
    "出台",
    "决定任命",
    "任命",
    "学习贯彻",
    "审议通过",
    "表决通过",
    "审查批准",
    "听取审议",
    "听取和审议",
    "跟踪监督",
    "集中督办",
    "深入践行",
    "部署",
    "动员",
    "争当",
    "对标",
    "聘请",
    "争创",
    "带动",
    "拉动",
    "撬动",
    "点燃",
    "优化",
    "细化",
    "打通",
    "打响",
    "摸清",
    "压实",
    "厚植",
    "彰显",
    "展现",
    "征集",
    "收集",
    "缩短",
    "举办",
    "启动",
    "开创",
    "描绘",
    "书写",
    "答好",
    "交出",
    "当好",
    "织密",
    "扛起",
    "满足",
    "督促落实",
    "贯彻落实",
    "健全完善",
    "落地",
    "组织开展",
    "部署开展",
    "推动落实",
    "变为",
];

const EVENTS: &[&str] = &[
    "执法检查",
    "专题调研",
    "专题询问",
    "专题审议",
    "专题学习",
    "专题听取",
    "专题视察",
    "专项监督",
    "视察",
    "履职评议",
    "工作评议",
    "评议",
    "测评",
    "调研",
    "整改",
    "实地检查",
];

const ENDINGS: &[&str] = &[
    "上线",
    "上岗",
    "召开",
    "举行",
    "启动",
    "发布",
    "代言",
    "亮相",
    "问效",
    "跟踪问效",
    "见效",
    "提速",
    "落地见效",
    "落地落实",
    "落地生根",
    "走深走实",
    "提质扩面",
    "提档升级",
    "深度融合",
    "贯彻实施",
    "同心协力",
    "依法履职",
    "破题",
];

const ADVERBIALS: &[&str] = &[
    "扎实",
    "深入",
    "全面",
    "积极",
    "切实",
    "持续",
    "有效",
    "着力",
    "大力",
    "加快",
    "不断",
    "多措并举",
    "联合",
    "集中",
    "首次",
    "率先",
    "依法",
    "面对面",
    "协同",
    "奋力",
    "有序",
    "精准",
    "主动",
    "认真",
    "稳步",
    "高效",
    "充分",
    "进一步",
    "闭环",
    "全程",
    "全力",
    "共同",
    "携手",
    "合力",
    "并",
    "当场",
    "深度",
    "常态化",
    "统筹",
    "及时",
    "贯通",
    "平均",
];

/// Verbs where an object follows, else the noun that they name.
const TRANSITIVES: &[&str] = &["服务", "报告"];

/// Coverbs and the like.
const OPENERS: &[&str] = &["为", "以", "从", "由", "在", "向", "对", "关于", "针对", "把", "就", "来"];

const HANGING: &[&str] = &[
    "的", "和", "与", "及", "及其", "或", "对", "在", "为", "向", "以", "把", "被", "从", "由", "让", "将", "关于",
    "就", "用", "等", "并", "暨", "不", "更", "最", "各", "全", "每", "该", "其", "使", "给", "同", "跟", "比", "至",
    "到", "于", "来",
];

/// Words that no line starts with.
const NEVER_FIRST: &[&str] =
    &["的", "地", "得", "和", "与", "及", "及其", "或", "等", "了", "着", "过", "们", "者", "性", "化", "暨", "以及"];

/// Nouns that a general dictionary cuts in two.
const NOUNS: &[&str] = &[
    "人民代表大会",
    "常务委员会",
    "人民代表大会常务委员会",
    "全国人民代表大会",
    "全国人民代表大会常务委员会",
    "人民政府",
    "人民法院",
    "人民检察院",
    "市人民代表大会",
    "省人民代表大会常务委员会",
    "市人民代表大会常务委员会",
    "区人民代表大会常务委员会",
    "县人民代表大会常务委员会",
    "市人大常委会",
    "区人大常委会",
    "县人大常委会",
    "省人大常委会",
    "全国人大常委会",
    "市人大",
    "怎么看",
    "怎么办",
    "怎么样",
    "人大代表",
    "民生实事",
    "实事项目",
    "民生实事项目",
    "常委会",
    "人大常委会",
    "常委会会议",
    "人大系统",
    "审议意见",
    "促进条例",
    "保护条例",
    "管理条例",
    "防治条例",
    "我市",
    "我省",
    "我区",
    "我县",
    "学习型组织",
    "预算审查",
    "备案审查",
    "非道路移动机械",
    "讨论决定重大事项",
    "联系点",
    "联络站",
    "组合拳",
    "议事厅",
    "会客厅",
    "工作法",
    "法工委",
    "人大工委",
    "中级人民法院",
    "贯彻实施情况",
    "实施情况",
    "抓手",
    "排气污染防治条例",
];

/// The lists in the order in which they are asked, made once in a run.
struct Index {
    /// What each word does by itself.
    parts: FxHashMap<&'static str, Part>,
    /// The words of two characters or more, by the first.
    words: FxHashMap<char, Vec<&'static str>>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    // Of a word that stands in several lists, the first tells what it does.
    let lists = [
        (ENDINGS, Part::Ending),
        (VERBS, Part::Verb),
        (EVENTS, Part::Event),
        (ADVERBIALS, Part::Adverbial),
        (OPENERS, Part::Opener),
        (HANGING, Part::Hanging),
        (NOUNS, Part::Noun),
    ];
    let mut index = Index { parts: FxHashMap::default(), words: FxHashMap::default() };
    for (word, part) in lists.into_iter().flat_map(|(words, part)| words.iter().map(move |word| (*word, part))) {
        index.parts.entry(word).or_insert(part);
        let mut chars = word.chars();
        if let (Some(first), Some(_)) = (chars.next(), chars.next()) {
            index.words.entry(first).or_default().push(word);
        }
    }
    index
});

/// The length of the longest listed word that a text begins with, of two characters or more.
pub(super) fn longest_word(text: &str) -> Option<usize> {
    let words = INDEX.words.get(&text.chars().next()?)?;
    words.iter().filter(|word| text.starts_with(**word)).map(|word| word.len()).max()
}

/// The length of a single function word that a text begins with, where a listed word follows it: a
/// dictionary takes 并列席 for 并列 and 席.
pub(super) fn function_word(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    ("并由让为以向对把就来在".contains(first) && longest_word(rest).is_some()).then_some(first.len_utf8())
}

/// What a word does, by itself. A word that may end a clause or open a predicate is one that ends it:
/// what follows decides.
pub(super) fn part(word: &str) -> Part {
    INDEX.parts.get(word).copied().unwrap_or(Part::Noun)
}

/// Whether an ending is a verb too, where an object follows it.
pub(super) fn may_take_object(word: &str) -> bool {
    VERBS.contains(&word)
}

/// Whether a word is a verb only where an object follows it.
pub(super) fn needs_object(word: &str) -> bool {
    TRANSITIVES.contains(&word)
}

/// Whether a word ends the name of a paper or an arrangement, behind which a title may pause.
pub(super) fn ends_name(word: &str) -> bool {
    ["决定", "决议", "报告", "办法", "条例", "制度", "机制", "体系"].iter().any(|end| word.ends_with(end))
}

/// Whether a word would hang at a line's end.
pub(super) fn hangs(word: &str) -> bool {
    HANGING.contains(&word)
}

/// Whether a line may not start with a word.
pub(super) fn never_starts(word: &str) -> bool {
    NEVER_FIRST.contains(&word)
}
