### inspect：PDF 的核对单

## 命令

cli-inspect-about = 读 PDF，按 GB/T 9704 和本刊格式核对，列出核对单；任何程序做的 PDF 都可以核对
cli-inspect-usage = bulletin inspect [选项] <PDF>
cli-inspect-input = 要核对的 PDF
cli-inspect-publication = 按这份 bulletin.toml（或某一期）的格式核对；不写就按默认格式
cli-inspect-json = 按 JSON 输出，供程序读取
cli-inspect-examples =
    例：
      bulletin inspect build/709.pdf
      bulletin inspect word.pdf --publication issues/bulletin.toml
      bulletin inspect build/709.pdf --json

    结束码：0 各项都符合，1 有不符合或测不出的，2 未能核对
    各项说明见 docs/inspect.md
cli-inspect-unreadable = { $reason ->
        [no-pdf] { $input } 不是 PDF：开头没有 %PDF-
        [locked] { $input } 加了密，没有口令打不开；请用未加密的文件核对
        [no-pages] { $input } 里一页也没有
        [too-much] { $input } 有一页的内容多得不像印刷品，未核对
        [too-large] { $input } 太大；可核对的文件最多 { $most } MiB
       *[broken] { $input } 是 PDF，但已损坏，读不出来；请重新生成后再核对
    }

## 核对单

inspect-title = { $file }：{ $pages } 页
inspect-column-verdict = 结论
inspect-column-clause = 项目
inspect-column-source = 依据
inspect-column-asked = 应为
inspect-column-measured = 实测
inspect-house = 本刊格式
inspect-pages = （第 { $pages } 页）
inspect-pages-more = （第 { $pages } 页等，共 { $count } 页）
inspect-sum = 符合 { $pass } 项，不符合 { $fail } 项，不适用 { $apart } 项，测不出 { $unknown } 项
verdict-pass = 符合
verdict-fail = 不符合
verdict-not-applicable = 不适用
verdict-not-measured = 测不出

## 项目

clause-sheet-size = 幅面
clause-head-margin = 天头
clause-binding-margin = 左边距（订口、切口）
clause-type-area-width = 版心宽
clause-type-area-height = 版心高
clause-type-area-kept = 版心之外
clause-lines-per-page = 每页行数
clause-line-pitch = 行距
clause-baselines-on-grid = 行落在网格上
clause-characters-per-line = 每行字数
clause-body-size = 正文字号
clause-body-face = 正文字体
clause-colour-spaces = 色彩空间
clause-black = 黑色
clause-red = 红色
clause-two-colours = 颜色数
clause-transparency = 透明
clause-black-overprints = 黑色叠印
clause-page-numbers = 页码编排
clause-page-number-size = 页码字号
clause-page-number-dashes = 页码一字线
clause-page-number-side = 页码左右位置
clause-page-number-height = 页码距版心下边缘
clause-red-rule-thickness = 红色分隔线粗细
clause-red-rule-length = 红色分隔线长
clause-red-rule-colour = 红色分隔线颜色
clause-imprint-outer-rules = 版记首末分隔线粗细
clause-imprint-inner-rules = 版记中间分隔线粗细
clause-imprint-rule-length = 版记分隔线长
clause-imprint-at-foot = 版记末线位置
clause-faces-embedded = 字体嵌入
clause-faces-subset = 字体子集
clause-faces-unicode = 字形对应文字
clause-faces-missing-glyphs = 缺字
clause-file-structure = 文件首尾
clause-pdf-version = PDF 版本
clause-not-encrypted = 加密
clause-file-identifier = 文件标识
clause-page-boxes = 页面框
clause-output-intents = 输出意图
clause-no-annotations = 页面注释
clause-no-actions = 打开时的动作
clause-trapped = 补漏白声明
clause-hidden-layers = 图层
clause-clipped-text = 被裁去的文字
clause-language = 语言
clause-title = 文档标题
clause-titles-agree = 两处标题一致
clause-title-displayed = 显示文档标题
clause-tagged = 标记为带标签
clause-structure-tree = 结构树
clause-content-marked = 内容标记
clause-metadata = 元数据（XMP）
clause-mark-pdfa = 归档标识
clause-mark-pdfua = 无障碍标识
clause-mark-pdfx = 印刷标识

## 应为、实测

told-above-foot = 距版心下边缘 { $value } mm
told-all-artifacts = 文字不在结构中，全部标为页面附件
told-all-embedded = 全部嵌入
told-all-marked = 全部属于正文结构或标为页面附件
told-all-on-grid = { $count } 行都在
told-all-subset = 只含用到的字形
told-all-unicode = 每个字形都知道是什么字
told-art-box = 成品框和作品框都有，只能有一个
told-at-foot = 与版心下边缘重合
told-both-sides = 单页 { $odd } mm，双页 { $even } mm
told-boxes-nested = 成品框在出血框内，出血框在介质框内
told-boxes-not-nested = 几个框不是一个套一个
told-characters = { $count } 字
told-characters-between = { $least }～{ $most } 字
told-colours = { $count } 种
told-colours-most = 至多 { $count } 种
told-count = { $count } 处
told-dashes = 数字左右各一条 { $dash }
told-encrypted = 已加密
told-even-side = 双页 { $even } mm
told-face = 仿宋（{ $name }）
told-faces = { $count } 种字体都合格
told-few-lines = 正文行太少
told-for-screens = 供屏幕阅读，带链接
told-half-marks = 标点半角，字数不定
told-headings = 有，其中有标题
told-junk-before = %PDF- 之前还有内容
told-junk-behind = %%EOF 之后还有内容
told-knocks-out = 黑色挖空了下面的颜色
told-layers-hidden = 有隐藏或可能隐藏的图层
told-layers-shown = 没有隐藏的图层
told-lines = { $count } 行
told-lost = { $count } 处在结构树里找不到
told-metadata-broken = 有，但不是 XML，读不出
told-missing = 有缺字的字体：{ $names }
told-mm = { $value } mm
told-named = { $name }
told-no-actions = 没有
told-no-black = 没有黑色的内容
told-no-dash-ink = 没有一字线，或其字体未嵌入，量不出
told-no-end = 没有 %%EOF
told-no-full-lines = 满行太少
told-no-full-page = 没有排满的页
told-no-headings = 有，但没有标题
told-no-inner-rule = 没有中间的分隔线
told-no-layers = 没有图层
told-no-missing = 没有缺字
told-no-numbers = 没有页码
told-no-pdfx = 文件未声明 PDF/X
told-no-profile = 有，但没有可读的特性文件
told-no-rule = 没有这条线
told-no-table = startxref 指的地方没有对象表
told-no-text = 没有可量的文字
told-no-titles = 都没有
told-no-trim-box = 没有成品框
told-not-embedded = 未嵌入，或嵌入的不是字体：{ $names }
told-not-encrypted = 未加密
told-not-subset = 整套嵌入：{ $names }
told-not-there = 没有
told-not-unicode = 有字形不知是什么字：{ $names }
told-nothing-outside = 版心之外没有内容
told-numbers = 没有页码的 { $without } 页，不连续的 { $wrong } 页
told-numbers-counted = 每页都有，连续
told-odd-side = 单页 { $odd } mm
told-off-grid = { $count } 行中 { $wrong } 行不在，最多差 { $value } mm
told-on-grid = 正文各行都在网格上
told-only-black = 全文只有黑色
told-outer-side = 单页居右、双页居左，各空一字（{ $value } mm）
told-outside = 伸出版心 { $value } mm
told-overprints = 黑色叠印在别的颜色上
told-preprinted = 用套红纸，不印
told-press-inks = 四色、灰度或专色
told-profile-space = 特性文件是 { $name } 的，页面却用 CMYK
told-profiles-differ = 有几个特性文件，应共用一个
told-pt = { $value } pt
told-quoted = “{ $text }”
told-red = { $name } 或专色
told-rule-black = 黑色
told-rule-red = 红色
told-sheet = { $width } × { $height } mm
told-side = 第 { $number } 页{ $side ->
        [left] 居左，空 { $value } mm
        [right] 居右，空 { $value } mm
       *[centre] 居中
    }
told-sound = 首尾完整
told-there = 有
told-title-information-only = 只有信息字典里有，元数据里没有
told-title-metadata-only = 只有元数据里有，信息字典里没有
told-titles-agree = 信息字典和元数据的标题相同
told-titles-differ = 信息字典是“{ $information }”，元数据是“{ $metadata }”
told-translucent = 半透明 { $count } 处
told-trapped = True 或 False
told-unmarked = { $count } 处未标记
told-version-most = 不高于 { $name }
told-wrong-table = 对象表指的地方没有对象
