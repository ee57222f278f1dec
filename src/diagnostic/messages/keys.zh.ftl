### 各项的意思（中文）。一项一条：key-表名-项名；example 是写法，source 是来源（版式各项的写法和来源在代码里）。
### 由它生成 docs/format.zh-CN.md 里的表，以及编辑器里的提示。

## 表和节的名字

table-issue = 一期稿件
table-article = 文章
table-author = 作者
table-brief = 简讯
table-publication = 刊物设置
table-series = 一个版别
table-recipients = 一档送发单位
table-staff = 一行职责和姓名
table-term = 一个词语
table-amendment = 一次变更
table-face = 一种用处的字体
table-faces = 字体
table-entry = 单独成文件的文章或简讯
table-sheet = 幅面、版心、行网格
table-text = 正文
table-corners = 报头上面的两角
table-masthead = 报头（第一页上部）
table-contents = 目录
table-titles = 文章标题
table-editor-note = 编者按
table-byline = 署名
table-briefs = 信息摘登
table-page-number = 页码
table-imprint = 版记
table-colours = 颜色

## 一期稿件

key-issue-number = 当年的期号；合刊写首末两号。期号一行的写法里有它时必写
    .example = number = [3, 4]
    .source = 实测
key-issue-serial = 总期号，按版别各自累计；合刊写首末两号。期号一行的写法里有它时必写
    .example = serial = 709
    .source = 实测
key-issue-edition = 版别，须是 `editions` 里的一个
    .example = edition = "普刊"
    .source = 实测
key-issue-date = 出刊日期，须有这一天，不加引号
    .example = date = 2025-04-24
    .source = 实测
key-issue-editor = 责任编辑，印在版记里；本期和刊物都没有 `staff` 时必写
    .example = editor = "张三"
    .source = 实测
key-issue-staff = 本期的审核、签发等，一行一个 `[[staff]]`，印在责任编辑之后
    .example = [[staff]]
    .source = 自定
key-issue-security = 密级和保密期限，印在第一页左上角；盖过刊物的
    .example = security = "秘密★1年"
    .source = GB/T 9704-2012 7.2.2
key-issue-urgency = 紧急程度，印在密级之下
    .example = urgency = "特急"
    .source = GB/T 9704-2012 7.2.3
key-issue-copy-number = 份号，印在第一页左上角的第一行，前面用 0 补足位数
    .example = copy_number = 12
    .source = GB/T 9704-2012 7.2.1
key-issue-copies = 印数，印在版记里；盖过刊物的
    .example = copies = 120
    .source = GB/T 9704-1999 8.3.10
key-issue-article = 文章，每篇一个 `[[article]]`；第一篇是头条
    .example = [[article]]
    .source = 实测
key-issue-brief = 简讯，每则一个 `[[brief]]`；文章和简讯至少要有一个
    .example = [[brief]]
    .source = 实测
key-issue-publication = 只对这一期改的刊物设置：除 `amendment` 外，刊物的各项都可以写
    .example = [publication]
    .source = 自定

## 文章

key-article-file = 一个 TOML 文件，文章的各项写在里面；这里另写的盖过那里的
    .example = file = "来稿/座谈会.toml"
    .source = 自定
key-article-column = 栏目，须是 `columns` 里的一个，但不能是 `briefs_column`
    .example = column = "要闻"
    .source = 实测
key-article-title = 标题；写成几行就排成几行，在目录和书签里接成一句
    .example = title = "某某区：某某工作有新进展"
    .source = 实测
key-article-subtitle = 副标题，排在标题下面，前面的破折号由程序加；目录里不列
    .example = subtitle = "某某市人大常委会工作综述"
    .source = 自定
key-article-note = 题注（如讲话的日期、讲话人），排在标题下面，照所写的分行；括号要自己写
    .example = note = "（2025年4月24日）"
    .source = 自定
key-article-editor-note = 编者按，排在标题和正文之间；“编者按：”由程序加。可用正文的标记
    .example = editor_note = "某某区的做法值得借鉴，现予刊发。"
    .source = 自定
key-article-unit = 供稿单位；联合供稿写成列表
    .example = unit = ["甲区人大", "乙区人大"]
    .source = 实测
key-article-authors = 作者，按先后；要印职务的，写成表
    .example = authors = ["李四", { "{" } name = "王小明", post = "主任" { "}" }]
    .source = 实测
key-article-source = 最先登在哪里，署名里印成“来源：……”
    .example = source = "《某某日报》"
    .source = 自定
key-article-body = 正文，至少一段，可用标记；与 `body_file` 二者必写其一
    .example = body = "正文第一段。"
    .source = 实测
key-article-body-file = 正文写在这个文件里，后缀须是 .txt 或 .md
    .example = body_file = "来稿/座谈会.txt"
    .source = 自定

## 作者

key-author-name = 姓名
    .example = name = "王小明"
    .source = 自定
key-author-post = 职务，印在姓名前
    .example = post = "主任"
    .source = 自定

## 简讯

key-brief-file = 一个 TOML 文件，简讯的各项写在里面；这里另写的盖过那里的
    .example = file = "来稿/视察.toml"
    .source = 自定
key-brief-title = 标题；不写就没有。排法见 `briefs.title`
    .example = title = "代表视察老旧小区改造"
    .source = 自定
key-brief-unit = 供稿单位；联合供稿写成列表
    .example = unit = "某某区人大"
    .source = 实测
key-brief-authors = 作者，按先后；要印职务的，写成表
    .example = authors = ["李四"]
    .source = 实测
key-brief-source = 最先登在哪里，署名里印成“来源：……”
    .example = source = "《某某日报》"
    .source = 自定
key-brief-body = 正文，至少一段，可用标记；与 `body_file` 二者必写其一
    .example = body = "正文第一段。"
    .source = 实测
key-brief-body-file = 正文写在这个文件里，后缀须是 .txt 或 .md
    .example = body_file = "来稿/视察.md"
    .source = 自定

## 刊物设置

key-publication-name = 刊名，印在报头
    .example = name = "某某人大信息"
    .source = 实测
key-publication-publisher = 编辑单位，照所写的印在第一页左边
    .example = publisher = "某某市人大常委会研究室编"
    .source = 实测
key-publication-language = 文字的语言代码（BCP 47），写进 PDF
    .example = language = "zh-CN"
    .source = 自定
key-publication-editions = 版别，不能重复；第一个是主要的
    .example = editions = ["普刊", "增刊"]
    .source = 实测
key-publication-series = 某个版别另有的设置，一个版别一节
    .example = [series."增刊"]
    .source = 自定
key-publication-columns = 栏目，不能重复；文章的次序以稿件为准，不按它排
    .example = columns = ["要闻", "摘登"]
    .source = 实测
key-publication-briefs-column = 刊登简讯的栏目，须是 `columns` 里的一个；有简讯就必须写
    .example = briefs_column = "摘登"
    .source = 实测
key-publication-notice = 第一页右上角的提示语
    .example = notice = "内部资料　注意保存"
    .source = 自定
key-publication-security = 密级和保密期限，用于没有另写的各期
    .example = security = "内部"
    .source = GB/T 9704-2012 7.2.2
key-publication-recipients = 送发单位，一档一个 `[[recipients]]`，印在版记里
    .example = [[recipients]]
    .source = GB/T 9704-2012 7.4.2
key-publication-staff = 各期共有的审核、签发等，一行一个 `[[staff]]`，印在版记里
    .example = [[staff]]
    .source = 自定
key-publication-telephone = 电话，印在版记里
    .example = telephone = "(0571)12345678"
    .source = 实测
key-publication-address = 地址，印在版记里
    .example = address = "某某市某某路1号"
    .source = 自定
key-publication-email = 电子邮箱，印在版记里
    .example = email = "bulletin@example.com"
    .source = 自定
key-publication-copies = 印数，用于没有另写的各期
    .example = copies = 500
    .source = GB/T 9704-1999 8.3.10
key-publication-word-lists = 本刊的词表（易错词、异形词、人名和职务、禁用词），TSV 文件，路径从写它的文件算起
    .example = word_lists = ["词表/本刊.tsv"]
    .source = 自定
key-publication-output-profile = 印刷厂的 ICC 文件，路径从写它的文件算起；不写用程序自带的（胶版纸平印），写空的收回
    .example = output_profile = "厂商.icc"
    .source = 自定
key-publication-output-condition = 印刷条件在登记表里的名称
    .example = output_condition = "FOGRA39"
    .source = 自定
key-publication-check = 校对规则和别的警告、提示的级别，按编号写：`"off"` 不查，`"advice"` 提示，`"warning"` 警告，`"error"` 错误
    .example = check = {"{"} B0606 = "error" {"}"}
    .source = 自定
key-publication-term = 标题和目录回行时不断开的词语，一个一表；本期的单位、姓名、职务本来就不断开，不必写
    .example = [[term]]
    .source = 自定
key-publication-amendment = 从某日或某期起的变更，一次一个 `[[amendment]]`
    .example = [[amendment]]
    .source = 自定

## 版别

key-series-label = 第一页括号里印的字；不写就印版别的名字
    .example = label = "增"
    .source = 自定
key-series-numbering = 总期号跟着哪个版别一起数；不写就自己数
    .example = numbering = "普刊"
    .source = 自定
key-series-file-name = 稿件的文件名怎样起，不含 .toml；可用 {"{serial}"}、{"{number}"}、{"{year}"}、{"{edition}"}，前两个至少有一个，不含斜杠。不写的，主要的版别是 {"{serial}"}，期号一行不印总期号的是 {"{year}-{number}"}，其余的版别前面加 {"{edition}"}
    .example = file_name = "增刊{"{serial}"}"
    .source = 自定

## 送发单位、职责、词语

key-recipients-label = 这一档的名目
    .example = label = "送："
    .source = 实测
key-recipients-groups = 各组单位，每组另起一行，都缩在名目之后；标点照所写的印
    .example = groups = ["省人大常委会办公厅", "市人大常委会组成人员"]
    .source = 实测
key-recipients-close = 最后一组末尾的标点；不写就没有
    .example = close = "。"
    .source = GB/T 9704-2012 7.4.2
key-staff-label = 职责
    .example = label = "审核："
    .source = 自定
key-staff-names = 姓名
    .example = names = ["王五", "赵六"]
    .source = 自定
key-term-word = 这个词语
    .example = word = "全过程人民民主"
    .source = 自定

## 变更

key-amendment-from = 从这一天出刊的一期起；与 `from_serial` 二者必写其一
    .example = from = 2026-01-01
    .source = 自定
key-amendment-from-serial = 从这个总期号起，在所属版别里数
    .example = from_serial = 720
    .source = 自定
key-amendment-for-series = 只对这个版别；不写，按日期的对各版别，按总期号的对与主要版别一起数的
    .example = for_series = "增刊"
    .source = 自定

## 字体

key-face-face = 本字体
    .example = face = "FandolFang-Regular"
    .source = 自定
key-face-latin = 数字、西文字母和半角符号用的字体；没有就用本字体。不想另用，写成与 `face` 相同
    .example = latin = "FandolSong-Regular"
    .source = 实测
key-face-fallback = 后备字体：上面两种都没有的字，依次到这里找，找到就给一条警告
    .example = fallback = ["NotoSerifCJKsc-Regular"]
    .source = 自定

## 字体的用处

use-body = 正文、目录、版记，第一页的份号、期号、编辑单位、日期
use-title = 刊名、“目录”二字、标题
use-label = 目录里的栏目名、信息摘登的标题、简讯的标题，密级、紧急程度、提示语，正文里的一级标题和 `**强调**`
use-byline = 署名、版别、副标题、题注、编者按，正文里的二级标题和引文
use-figure = 页码

## [sheet]

key-sheet-width = 成品纸宽
key-sheet-height = 成品纸高
key-sheet-head-margin = 天头
key-sheet-binding-margin = 订口
key-sheet-mirror-margins = 双页的订口是否在右边，使一张纸正反两面的版心重合；`false` 则各页都在左边
key-sheet-type-area-width = 版心宽，也就是行长
key-sheet-type-area-height = 版心高
key-sheet-lines = 每页行数，至少 12
key-sheet-ascent = 字框在基线以上的部分

## [text]

key-text-size = 字号；第一页版别、期号、编辑单位、日期也用它
key-text-indent = 段首缩进
key-text-list-hang = 列表各项的文字，从编号起头处算起至少缩进多少；编号太宽时，按最宽的编号再加四分之一字
key-text-quote-indent = 引文两边各缩进多少
key-text-kinsoku = 避头尾：`"none"` 不管；`"basic"` 点号、后引号、后括号、连接号、间隔号、`%` 等不在行首，前引号、前括号、`￥` 不在行末；`"gb"` 另加分隔号不在行末；`"strict"` 另加破折号、省略号不在行首
key-text-punctuation = 标点宽度：`"quanjiao"` 全角式，`"kaiming"` 开明式（`。？！` 占一字，其余半字），`"banjiao"` 半角式，`"hangmobanjiao"` 行末半角式（行内一律一字，相邻也不挤，行首行末半字）
key-text-prefer = 一行差一点放不下时：`"in"` 挤一挤放进来，`"out"` 留给下一行、把这行拉开，`"nearest"` 看哪种改动小
key-text-hanging = 行末的顿号、逗号、句号是否悬在版心之外；前面紧挨别的标点的不悬
key-text-squeezable = 排满一行时可以挤压的标点，不在其中的（如括号、书名号）不挤
key-text-squeeze = 这些标点每个最多挤去多少
key-text-word-space-least = 挤压时，西文词间的空最少留多宽
key-text-word-space = 拉伸时，西文词间的空最多拉到多宽
key-text-cjk-latin-spacing = 汉字与西文字母、数字之间的空
key-text-cjk-latin-least = 挤压时，这个空最少留多宽
key-text-cjk-latin-most = 拉伸时，这个空最多拉到多宽
key-text-hyphenation = 段落里长的英文词（超过行长五分之一）在行末是否断开、加连字符
key-text-stretch-limit = 字间拉开超过多少就报警告 B0402；一行只有一串不能断开、拉不开的字，比行长短了这么多也报
key-text-lone-lines = 孤行：一段的头一行落在页末、或末一行落在页首，`"allow"` 听任，`"avoid"` 避免
key-text-runts = 孤字：一段的末行只有一个字，`"allow"` 听任，`"avoid"` 避免：先挤前面的行把它收上去，再让倒数第二行早些结束，都不行就报警告 B0404

## [corners]

key-corners-size = 份号、密级、紧急程度、提示语的字号
key-corners-copy-figures = 份号的位数，不足的前面补 0

## [masthead]

key-masthead-size = 刊名字号；刊名太长或 `masthead.lines` 太少则自动缩小
key-masthead-lines = 刊名占几行
key-masthead-inset = 刊名两边一共让出多少，按正文字宽计
key-masthead-preprinted = 是否印在已有红色报头的纸上（套红）：`true` 则照样留出位置，刊名和红线不印
key-masthead-edition-shown = 是否印版别
key-masthead-edition-open = 版别前的括号
key-masthead-edition-close = 版别后的括号
key-masthead-edition-spacing = 两个字的版别，字间的空
key-masthead-issue-line = 期号一行的写法：{"{number}"} 期号，{"{serial}"} 总期号，{"{year}"} 年份；没有写进来的，稿件里可以不写
key-masthead-merged-issue-line = 合刊时的写法
key-masthead-date-line = 日期的写法：{"{year}"}、{"{month}"}、{"{day}"}
key-masthead-figure-spacing = 第一页上数字两边的空
key-masthead-indent = 编辑单位和日期各缩进多少
key-masthead-rule = 红线粗细

## [contents]

key-contents-heading = 标题用语
key-contents-heading-size = 标题字号
key-contents-heading-spacing = 两个字的标题，字间的空
key-contents-heading-lines = 标题占几行
key-contents-space-below = 标题与目录之间空几行
key-contents-size = 目录字号
key-contents-title-stop = 文章标题从行首算起在哪里起排
key-contents-order = 目录的次序：`"issue"` 照稿件的次序；`"columns"` 按 `columns` 里栏目的次序，一个栏目一处
key-contents-brief-count = 简讯则数的写法：{"{count}"} 则数
key-contents-page-numbers = 是否印页码
key-contents-leader = 页码前的前导符
key-contents-number-room = 右端留给页码的宽度
key-contents-leader-gap = 标题与页码之间至少留的宽度

## [titles]

key-titles-lead-size = 头条标题字号
key-titles-lead-above = 头条标题上面空几行，在页首也保留
key-titles-lead-line = 头条标题每行占几行
key-titles-lead-below = 头条标题下面空几行
key-titles-size = 其余标题字号
key-titles-above = 其余标题上面空几行，在页首不留
key-titles-line = 其余标题每行占几行
key-titles-below = 其余标题下面空几行
key-titles-subtitle-size = 副标题和题注的字号
key-titles-subtitle-dash = 副标题前的破折号；作者自己写了的不再加
key-titles-keep-lines = 文章标题和层次标题后至少跟几行正文在同一页

## [editor_note]

key-editor-note-label = 编者按前的用语；作者自己写了的不再加
key-editor-note-indent = 两边各缩进多少
key-editor-note-below = 下面空几行，在页首不留

## [byline]

key-byline-size = 字号
key-byline-open = 前括号
key-byline-close = 后括号
key-byline-gap = 单位、姓名之间的空
key-byline-name-width = 两个字的姓名占几个字宽
key-byline-source-label = 来源前的用语
key-byline-run-on-gap = 署名接排在段落末行时，中间至少空多少

## [briefs]

key-briefs-size = 信息摘登的标题（栏目名）字号
key-briefs-above = 标题上面空几行，在页首不留
key-briefs-line = 标题每行占几行
key-briefs-below = 标题下面空几行
key-briefs-between = 两则之间空几行，在页首不留
key-briefs-title = 每则的标题：`"inline"` 接排在正文之前，`"centred"` 居中独占一行
key-briefs-title-open = 接排的标题，前面的括号
key-briefs-title-close = 接排的标题，后面的括号

## [page_number]

key-page-number-size = 字号
key-page-number-dash = 页码两边的横线
key-page-number-gap = 横线与数字之间的空
key-page-number-distance = 版心下边到横线上沿的距离
key-page-number-indent = 离版心外侧边缘多少，按页码字宽计

## [imprint]

key-imprint-size = 字号
key-imprint-outer-rule = 首末两条线的粗细
key-imprint-inner-rule = 中间线的粗细
key-imprint-indent = 左右各缩进多少
key-imprint-editor-label = 责任编辑前的用语
key-imprint-staff-gap = 同一行里两项职责之间的空
key-imprint-name-gap = 同一项职责里两个姓名之间的空
key-imprint-telephone-label = 电话前的用语
key-imprint-address-label = 地址前的用语
key-imprint-email-label = 电子邮箱前的用语
key-imprint-copies-line = 印数的写法：{"{copies}"} 份数
key-imprint-even-page = 是否把版记移到双页（封底）
key-imprint-pages-multiple = 总页数凑成几的倍数，版记在最末页

## [colours]

key-colours-red = 报头的红：青、品红、黄、黑各占百分之几
key-colours-red-spot = 红色专用油墨（专色）的名称，如 `PANTONE 186 C`；空的用四色合成，写了名称时 `red` 只供屏幕显示
