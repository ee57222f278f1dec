//! Posts (职务) and surnames, by which persons are known in running text.

use crate::char_set::CharSet;

/// Posts before a name, the longer first.
const POSTS: &[&str] = &[
    "常务副主任",
    "副秘书长",
    "副检察长",
    "副董事长",
    "副总经理",
    "党组书记",
    "副主任",
    "副书记",
    "副主席",
    "副市长",
    "副区长",
    "副县长",
    "副镇长",
    "副乡长",
    "副局长",
    "副院长",
    "副部长",
    "副处长",
    "副科长",
    "副校长",
    "副所长",
    "副组长",
    "副省长",
    "秘书长",
    "检察长",
    "董事长",
    "总经理",
    "负责人",
    "主任",
    "书记",
    "主席",
    "市长",
    "区长",
    "县长",
    "镇长",
    "乡长",
    "局长",
    "院长",
    "部长",
    "处长",
    "科长",
    "校长",
    "所长",
    "站长",
    "组长",
    "省长",
    "厅长",
    "会长",
    "委员",
    "代表",
    "经理",
];

/// With what posts end.
static LASTS: CharSet = CharSet::lasts(POSTS);

/// Frequent surnames of one character.
static SURNAMES: CharSet = CharSet::of(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤楼俞章施鲍裘骆",
);

/// Rarer surnames; many of them are frequent words, so they count only right behind a post.
static RARE: CharSet = CharSet::of(
    "闻苗荀卞晏冼桑阮屈占祝柏樊穆宫岑褚卫喻窦鲍史费廉滕殷毕郝邬乐时皮卡齐康伍元卜顾平和萧狄米贝明臧计成茅庞纪舒项董梁杜蓝闵席季麻强路娄危童颜梅盛刁丘骆蔡田胡凌霍虞支柯昝管经房裘缪干解应宗宣贲邓郁单杭洪包诸左吉钮嵇邢滑荣翁羊於惠甄曲家封芮羿储靳汲邴糜松井富巫乌焦巴弓牧隗山谷车宓蓬全郗班仰秋仲伊宁仇栾暴甘厉戎祖符景詹束幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公佟芦岳帅肖付闫冯褚",
);

/// Whether a character is any surname.
pub(super) fn may_be_surname(ch: char) -> bool {
    is_surname(ch) || RARE.contains(ch)
}

/// The post that ends a text.
pub(super) fn ending(text: &str) -> Option<&'static str> {
    let is_last = text.chars().next_back().is_some_and(|last| LASTS.contains(last));
    POSTS.iter().filter(|_| is_last).find(|post| text.ends_with(**post)).copied()
}

/// Whether a character is a frequent surname.
pub(super) fn is_surname(ch: char) -> bool {
    SURNAMES.contains(ch)
}
