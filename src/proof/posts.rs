//! Posts (职务) and surnames, by which persons are known in running text.

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

/// Frequent surnames of one character.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤楼俞章施鲍裘骆";

/// The post that ends a text.
pub(super) fn ending(text: &str) -> Option<&'static str> {
    POSTS.iter().find(|post| text.ends_with(**post)).copied()
}

/// Whether a character is a frequent surname.
pub(super) fn is_surname(ch: char) -> bool {
    SURNAMES.contains(ch)
}
