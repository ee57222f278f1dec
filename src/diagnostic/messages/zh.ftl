### 程序的全部用语（中文）。诊断以编号为键：正文是问题，remedy 是改法。

## 诊断的样子

severity-error = 错误
severity-warning = 警告
severity-advice = 提示
report-remedy = 改法：{ $remedy }
report-spares = 不查：{ $spares }
report-why = 依据：{ $why }
report-related = 另见 { $place }
list-separator = 、
clause-separator = ，
reason-separator = ：
severity-mark = { $place }{ $severity } { $code }：{ $headline }

## B01 读文件

B0101 = { $encoding ->
        [gb18030] 文件不是 UTF-8 编码，看来是 GB 18030（旧称 GBK、GB 2312）
        [utf16] 文件不是 UTF-8 编码，而是 UTF-16
        [utf32] 文件不是 UTF-8 编码，而是 UTF-32
        [broken] 这里有坏字节（{ $byte }），文件的其余部分是 UTF-8 编码
        [binary] 文件不是文本：里面有零字节
       *[unknown] 文件不是 UTF-8 编码，也认不出是什么编码
    }
    .remedy = { $encoding ->
        [binary] 查一查是不是写错了文件名；Word 文稿请另存为 UTF-8 的纯文本
        [unknown] 用编辑器把它另存为 UTF-8
        [broken] 在编辑器里把这里的字重新输入一次，存为 UTF-8
       *[other] 用编辑器把它另存为 UTF-8，或用命令：{ $command }
    }
B0102 = TOML 写法有误：{ $detail }
    .remedy = 照 docs/format.zh-CN.md 的例子改这一处；文字用半角引号括住，多行文字用三个单引号 ''' 括住
B0103 = “{ $key }”写了两次
    .remedy = { $form ->
        [table] 每篇文章、每则简讯的表头都要写两层方括号：[[{ $key }]]
       *[key] 删去其中一个
    }

B0104 = 读不了 { $path }：{ $reason }
    .remedy = 路径从写这个路径的文件所在的文件夹算起；查一查文件名有没有写错、文件在不在那里

B0106 = { $what ->
        [file] { $path } 太大：一个文件最多 { $most } MiB
       *[together] 这一期取用的文件太大：合起来最多 { $most } MiB
    }
    .remedy = 查一查是不是放错了文件；一百多万字的文件不会是一期稿件
B0107 = { $what }太多：有 { $count }，最多 { $most }
    .remedy = 删去多余的，或分成几期
B0108 = 文件开头有字节顺序标记（BOM）
    .remedy = 删去它，或在编辑器里存为“UTF-8（无 BOM）”；能照常排版，但别的程序会把它当成文字
B0109 = 换行符有两种：{ $crlf } 行用 CRLF，{ $lf } 行用 LF
    .remedy = 用编辑器把换行符改成一种；能照常排版，但比较两稿时没有改过的行也会显得改过
B0110 = { $path } 不能用作印刷特性文件：{ $fault }
    .remedy = 请印刷厂给一个 ICC 文件：印刷（prtr）类、CMYK 四色、第 2 或第 4 版；没有就删去 output_profile，用程序自带的（胶版纸平印）
profile-none = 不是 ICC 文件
profile-too-large = 超过 8 MiB
profile-not-printer = 不是印刷设备的，是显示器、扫描仪或别的设备的
profile-not-cmyk = 不是 CMYK 四色的
profile-version = 版本不是 2 也不是 4
profile-incomplete = 不完整，或缺双向转换的表（A2B、B2A、gamt）
B0111 = 这条“不查”的注释{ $fault ->
        [form] 写得不对，不起作用
        [printed] 写得不对，不起作用，还会印在文中
        [none] 没有写编号，不起作用
        [behind] 写在内容后面，不起作用
        [last] 下面没有内容，不起作用
        [error] 里的 { $name } 是错误，不能放过
       *[unknown] 里的 { $name } 不是编号
    }
    .remedy = { $fault ->
        [form] 写成 # bulletin: ignore B0606（冒号用半角）
        [printed] 写成 <!-- bulletin: ignore B0606 -->（冒号用半角）
        [none] 写上要放过的编号，例如 ignore B0606；几个编号之间空一格
        [behind] 单独成行，写在那一项的上面
        [last] 移到要放过的那一项上面
        [error] 改正那处错误；能放过的是警告、提示和校对规则（B06）
       *[unknown] 删去它，或改成报出的编号，例如 B0606
    }
B0112 = 这条注释会照样印在文中
    .remedy = 文中没有注释；不要印的请删去，或移到这一项的上面，行首写 #
B0113 = 这是一篇稿件的文件，不是一期
    .remedy = 在一期里写 [[article]] 和 file = "…" 收进它；稿件另放一个文件夹，例如 issues/稿件/，查整个文件夹时就不会当成一期
limit-list = 列表里的项
limit-files = 取用的文件
limit-faults = 毛病

syntax-unquoted-string = 文字没有用半角引号括住
syntax-unclosed-string = 字符串没有结束，缺少右引号
syntax-escape = 反斜线后面不是 TOML 认得的转义；正文里要写反斜线，请用单引号 ''' 括住全文
syntax-other = 不合 TOML 的写法
syntax-boolean = “是”和“否”要写成小写的 true、false，不加引号
syntax-number = 数的写法不对，例如 3、0.5；文字要用半角引号括住
syntax-extend = 点前面的字段已经有了别的值，不能再写成表
syntax-key = 字段名只能用字母、数字、- 和 _
syntax-no-value = 字段后面没有等号或没有值
syntax-comma = 多了或少了逗号
syntax-unclosed-table = 表头缺少右方括号
syntax-unclosed-array = 列表缺少右方括号
syntax-unclosed-inline-table = 行内表缺少右花括号
syntax-unexpected = 这里不该有这些字
syntax-date = 日期写法不对，应为 年-月-日，例如 2025-04-24（月、日各两位）
syntax-leading-zero = 数前面不能有 0
syntax-too-deep = 嵌套太深
syntax-value-missing = 等号后面没有值
syntax-written-date = 日期要写成 2025-04-24 的样子，月、日各两位，不加引号
syntax-fullwidth-figures = 数字要用半角
syntax-quote = 这里缺少半角引号，或用了全角的逗号、引号；文字里的引号请用“”
syntax-equals = 等号写错了地方；一行只能写一个字段
syntax-line-end = 文件的换行符有误，请用编辑器另存一次
syntax-multi-line-key = 字段名不能写成几行
syntax-control = 文字里有看不见的控制字符，请删去
syntax-comment = 注释里有看不见的控制字符，请删去
syntax-unclosed-block = 从这里开始的多行文字没有结束，缺少 {"'''"}

## B02 内容

B0201 = 没有“{ $key }”这个字段
    .remedy = { $nearest ->
        [none] 这里能写的字段是：{ $known }
        [entry] 单独成文件的稿件，栏目、标题、正文直接写；请删去 [[{ $key }]] 这一行
        [own] 这是刊物的设置；只为这一期改，写成 [publication.{ $key }]
        [top] 这是一期的字段，请移到文件开头、第一个 [[article]] 或 [[brief]] 的前面
       *[other] 是不是“{ $nearest }”？这里能写的字段是：{ $known }
    }
B0202 = 缺少字段“{ $key }”
    .remedy = 在这张表里加一行，例如 { $example }
B0203 = 这里不能写{ $found }
    .remedy = 改成{ $expected }
B0204 = 这里不能写 { $found }
    .remedy = 改成{ $expected }{ $choices ->
        [none] {""}
       *[other] ：{ $choices }
    }
B0205 = 刊物没有“{ $name }”这个栏目
    .remedy = { $nearest ->
        [none] 栏目是：{ $known }；新栏目要先加到 bulletin.toml 的 columns 里
       *[other] 是不是“{ $nearest }”？栏目是：{ $known }；新栏目要先加到 bulletin.toml 的 columns 里
    }
B0206 = 没有这一天
    .remedy = 查一查月和日：月是 01 到 12，日不能超过当月的天数
B0207 = 文件名 { $name } 与期号、版别不符，应是 { $says }
    .remedy = 改期号、版别，或改文件名；文件名不合各版别的格式时不作比较
B0208 = 刊物没有“{ $name }”这个版别
    .remedy = { $nearest ->
        [none] 版别是：{ $known }；新版别要先加到 bulletin.toml 的 editions 里
       *[other] 是不是“{ $nearest }”？版别是：{ $known }；新版别要先加到 bulletin.toml 的 editions 里
    }
B0209 = 这里是空的
    .remedy = 写上内容；可以不写的字段，整行删去
B0210 = 简讯的栏目“{ $name }”不在 columns 里
    .remedy = 把它加到 columns，或把 briefs_column 改成 columns 里的一个
B0211 = 文章放进了刊登简讯的栏目“{ $name }”
    .remedy = 简讯请写成 [[brief]]；有标题的文章请换一个栏目
B0212 = 这一期没有文章，也没有简讯
    .remedy = 至少写一篇：文章用 [[article]]，简讯用 [[brief]]
B0213 = 刊物没有设刊登简讯的栏目
    .remedy = 在 bulletin.toml 里写 briefs_column = "栏目名"，并把这个栏目加到 columns 里
B0214 = 找不到刊物的设置文件 { $file }
    .remedy = 把 { $file } 放在这一期所在的文件夹或它上面的文件夹里
B0215 = 号数倒了：后一个比前一个小
    .remedy = 合刊写成 [前一号, 后一号]，例如 [3, 4]
B0216 = 版面尺寸对不上：{ $clash }
    .remedy = 改有关的数；不写的按默认值，见 docs/format.zh-CN.md
B0217 = “{ $name }”列了两次
    .remedy = 删去其中一个

B0218 = “{ $first }”和“{ $second }”只能写一个
    .remedy = 删去其中一个

B0219 = { $number } 与另一期重了
    .remedy = 查一查哪一期写错了；合刊写成 [前一号, 后一号]
B0220 = 日期比 { $number } 的还早
    .remedy = 查一查两期的日期和期号：期号大的，日期不能早
B0221 = 前面缺 { $number }
    .remedy = 若是文件还没有放进来，不必管；若是编号跳了，改正期号
B0222 = 合刊的期号有 { $numbers } 个，总期号有 { $serials } 个
    .remedy = 改成一样多，例如 number = [3, 4]、serial = [709, 710]；哪一种只算一期的，写成一个数
B0223 = 题目“{ $name }”用了两次
    .remedy = 查一查是不是把一篇排了两次，或题目忘了改
B0224 = 署名里“{ $name }”写了两次
    .remedy = 删去一个；若是两个同名的人，写上各自的职务
B0225 = 版记的发送对象里“{ $name }”写了两次
    .remedy = 删去一个
numbered-serial = 总第{ $value }期
numbered-number = { $year }年第{ $value }期

clash-head = 报头和目录标题占的行太多，第一页排不下目录
clash-number = 页码落到纸外面去了
clash-title = 标题的字比它的行还高，会叠在一起
clash-width = 订口加版心比纸还宽
clash-height = 天头加版心比纸还高
clash-measure = 版心太窄，一行放不下十个字
clash-pitch = 一行的高度比字还小，行与行会叠在一起
clash-figures = 数字两边的空太宽，一行放不下
clash-stop = 目录标题的起点太靠右，一行放不下四个字
clash-indent = 段首缩进太多，第一行放不下两个字
clash-lines = 每页的行数太少，第一页排不下报头（至少 12 行）

kind-text = 文字（用引号括住）
kind-texts = 文字的列表，例如 ["张三", "李四"]
kind-table = 一张表
kind-tables = 表的列表，表头用两层方括号，例如 [[article]]
kind-number = 1 到 999999 的整数，合刊写成 [3, 4]
kind-single-number = 1 到 999999 的整数
kind-one-or-more = 文字，或文字的列表，例如 ["甲区人大", "乙区人大"]
kind-authors = 列表，例如 ["张三", "李四"]
kind-author = 姓名，或写明姓名和职务的表，例如 { "{" } name = "张三", post = "主任" { "}" }
kind-numbering = 自己编号的版别（它不再与别的版别共用编号）
kind-file-name = 文件名的格式，要有 {"{serial}"} 或 {"{number}"}，不含斜杠，例如 "增刊{"{serial}"}"
kind-body-file = .txt 或 .md 文件
kind-date = 日期，不加引号，例如 2025-04-24
kind-language = 语言代码，例如 "zh-CN"
kind-millimetres = 毫米数，0 到 2000
kind-size = 磅数（1 到 500）或字号名（初号、小初、一号、小一、二号、小二、三号、小三、四号、小四、五号、小五，要加引号）
kind-points = 磅数，0 到 100
kind-ems = 字宽的倍数，0 到 100
kind-grid-lines = 行数，0 到 50，可以是 1.5
kind-count = 1 到 200 的整数
kind-flag = true 或 false
kind-ink-name = 专色油墨的名称，最多 127 字节；None、All、Cyan、Magenta、Yellow、Black 在印刷里另有所指
kind-words = 文字，不含控制字符
kind-pattern = 花括号里能用的名字
kind-percentages = 青、品红、黄、黑四个百分数，例如 [0, 80, 80, 0]
kind-choice = 可选的词之一

type-string = 文字
type-integer = 整数
type-float = 小数
type-boolean = true 或 false
type-datetime = 日期
type-date-time = 带时刻的日期
type-array = 列表
type-table = 表

example-number = number = 3
example-serial = serial = 709
example-edition = edition = "普刊"
example-date = date = 2025-04-24
example-editor = editor = "张三"
example-column = column = "要闻"
example-title = title = "某某区：某某工作有新进展"
example-body = body = '''正文……'''
example-name = name = "某某人大信息"
example-publisher = publisher = "某某市人大常委会研究室编"
example-editions = editions = ["普刊"]
example-columns = columns = ["要闻", "摘登"]
example-label = label = "送："
example-groups = groups = ["省人大常委会办公厅"]
example-author = name = "张三"
example-names = names = ["张三"]
example-from = from = 2026-01-01，或 from_serial = 720
example-word = word = "某某条例"
example-other = 见 docs/format.zh-CN.md

## B03 字体

B0301 = 找不到字体 { $name }（用于 { $roles }）；找过：{ $paths }{ $names ->
        [none] {""}
       *[other] ；系统字体里按名字找过：{ $names }（{ $folders ->
            [none] 没有系统字体的文件夹
           *[other] 在 { $folders }
        }）
    }
    .remedy = 运行 make fonts 取得默认的字体，或把字体文件放进 fonts/，或在 bulletin.toml 的 [faces] 里写明它的路径{ $names ->
        [none] {""}
       *[other] ，或在系统里装上其中一种
    }
B0302 = 这个文件不是能用的字体：{ $paths }（{ $name }，用于 { $roles }）
    .remedy = 换一个 OpenType 或 TrueType 字体文件；若是 make fonts 取来的，删去它再运行一次
B0306 = { $paths } 里只有 { $count } 个字体，没有这一个（{ $name }，用于 { $roles }）
    .remedy = “#”后面的序号从 0 数起，最大是 { $last }
B0303 = 字“{ $char }”（{ $point }）本字体没有，用 { $face } 代替{ $often ->
        [several] （共 { $count } 处）
       *[once] {""}
    }
    .remedy = 看一看版面上这个字是否合适；要用别的字体，改 bulletin.toml 里 [faces.{ $role }] 的 fallback
B0304 = 字“{ $char }”（{ $point }）所有字体都没有
    .remedy = 换一个字（看不见的字符请删去），或在 bulletin.toml 里 [faces.{ $role }] 的 fallback 加上有这个字的字体
B0305 = 字体 { $name }（用于 { $roles }）不许嵌入 PDF：{ $reason }；文件是 { $paths }
    .remedy = 向字体的权利人取得可以嵌入的版本，或在 bulletin.toml 的 [faces] 里换一种字体

embedding-restricted = 字体注明未经权利人许可不得嵌入（OS/2 表 fsType 第 1 位）
embedding-subsets = 字体注明只能整个嵌入，而这里只嵌入用到的字（OS/2 表 fsType 第 8 位）
embedding-outlines = 字体注明只能嵌入点阵，不能嵌入轮廓（OS/2 表 fsType 第 9 位）

role-body = 正文
role-title = 标题
role-label = 栏目
role-byline = 署名
role-figure = 页码

## B04 排字

B0401 = 这一串字比一行还长，又没有可以断开的地方，只好在这里断开
    .remedy = 改写这一句，或把这一串字写短

B0402 = 上一行排得太松（字间空了 { $stretch } 个字），因为“{ $run }”不能断开，放不进那一行
    .remedy = 改写这一句，让“{ $run }”换个位置

B0403 = 标题里作者定的这一行太长，一行放不下，已另行折行
    .remedy = 把这一行写短，或换个地方折行

B0404 = 这一段的末行只有一个字（孤字），前面的行已不能再挤或再拉
    .remedy = 改写这一段，添几个字或减几个字

## B05 页面

B0501 = 版记有 { $lines } 行，一页放不下
    .remedy = 减少主送、抄送的单位，或改小版记的字号

B0502 = 标题有 { $lines } 行，一页放不下
    .remedy = 把标题写短；正文请写在 body 里

## 命令

cli-template-root =
    {"{about}"}

    用法：
    {"  {usage}"}

    命令：
    {"{subcommands}"}

    选项：
    {"{options}"}{"{after-help}"}
cli-template =
    {"{about}"}

    用法：
    {"  {usage}"}

    参数：
    {"{positionals}"}

    选项：
    {"{options}"}{"{after-help}"}

cli-about = 把人大信息从 TOML 排成可付印的 PDF
cli-usage = bulletin <命令> [选项]
cli-examples =
    例：
      bulletin build issues/709.toml      排第 709 期，写到 build/709.pdf
      bulletin build --help               看 build 的全部选项

    结束码：0 完成；1 稿件有错；2 没能运行
cli-help = 显示这份说明
cli-version = 显示版本
cli-lang = 用哪种语言：zh 中文，en 英文；不写则随系统
cli-value-language = 语言

cli-build-about = 检查各期稿件，排成 PDF；有错的一期不写文件，旧的 PDF 照旧，其余各期照排
cli-build-usage = bulletin build [选项] <稿件、文件夹或通配符>...
cli-build-input = 一期的 TOML 文件，或放着各期的文件夹（取其中的 .toml，bulletin.toml 除外），或通配符，如 'issues/2024-*.toml'，** 表示各层文件夹
cli-build-output = 写到这个文件（只排一期时）
cli-build-folder = 写到这个文件夹，不写则为 build
cli-build-mono = 红色改印黑色，供单色打印机用
cli-build-target = 给谁用：press 付印、归档、读屏三用（一个文件同时合 PDF/X-4、PDF/A-2a、PDF/UA-1，不写就是它）；screen 看屏幕用（A-2a 和 UA-1，目录和邮箱可以点）
cli-build-bleed = 四边加出血，如 3mm；不写没有
cli-build-force = 没有改动的也重排，文件都重新核对
cli-build-quiet = 顺利的不说，只说出错的
cli-build-watch = 排好以后接着看：稿件、它用到的文件、刊物的设置、字体，哪一样有改动，用到它的各期就重排；按 Ctrl-C 结束
cli-build-poll = 和 --watch 一起用：不靠系统通知，每秒看一遍；网络盘、共享文件夹等收不到通知的地方用
cli-watch-ready = 看着 { $count } 期，存盘就重排；按 Ctrl-C 结束
cli-watch-few = { $issues }
cli-watch-many = { $issues } 等 { $count } 期
cli-watch-built = 排好 { $issues }（{ $pages } 页）
cli-watch-failed = 没有排成 { $issues }
cli-watch-healed = { $issues } 改回来了，PDF 不必重排
cli-watch-round = { $done }：{ $errors } 处错误，{ $warnings } 处警告，{ $milliseconds } 毫秒
cli-watch-gone = { $input } 没有了，不再排它；排过的 PDF 还在
cli-watch-looking = 系统不能通知文件的改动（{ $reason }），改为每 { $seconds } 秒看一遍
cli-watch-limit = 能看的文件夹数目已到系统的上限，可调大 fs.inotify.max_user_watches
cli-watch-ended = 不再看了
cli-unchanged = { $output }：没有改动，不必重排
cli-summary = 排好 { $built } 期（{ $pages } 页），没有改动 { $unchanged } 期，没有排成 { $failed } 期，用时 { $seconds } 秒
cli-interrupted = 已中断：正在排的排完了，其余的没有排
cli-build-tags = 打印标记树：读屏软件依次读到的内容
cli-value-target = press|screen
cli-value-length = 毫米
cli-build-dump = 另把排好的版面写成文本（.dump），各行各字的位置都在其中
cli-build-examples =
    例：
      bulletin build issues/709.toml                   写 build/709.pdf
      bulletin build issues/709.toml -o 付印.pdf       写 付印.pdf
      bulletin build issues/ --out-dir 存档            各期都排，写进 存档/
      bulletin build 'issues/2024-*.toml'              排通配符选中的各期
      bulletin build issues/ --watch                   接着看，存盘就重排
      bulletin build issues/709.toml --dump            另写 build/709.dump
cli-fonts-about = 列出各处所用的字体：用处、字体、文件、许可、字形数、怎样找到的；或查一期稿件里各字体缺哪些字
cli-fonts-usage = bulletin fonts [位置 | --check <稿件>]
cli-fonts-check = 不列字体，只查这一期里各处的字体缺哪些字、由什么字体代替；有字所有字体都没有时，结束码是 1
cli-fonts-place = 一期稿件、bulletin.toml 或文件夹；不写则为 issues/，没有则为当前文件夹
cli-fonts-examples =
    例：
      bulletin fonts                  issues/ 里的刊物所用的字体
      bulletin fonts 别的刊物/        另一种刊物所用的字体
      bulletin fonts --check issues/709.toml    第 709 期里各字体缺的字

cli-check-about = 检查稿件，不排 PDF：写法、内容、校对，一次说全
cli-check-usage = bulletin check [选项] [稿件、文件夹或通配符]...
cli-check-input = 一期的 TOML 文件，或放着各期的文件夹，或通配符；文件夹还查各期之间的期号和日期；不写则为 issues/，没有则为当前文件夹
cli-check-deny = 有哪一级的问题算不合格：error（默认）、warning、advice
cli-check-format = 怎样列出：human（默认，给人看）、json、sarif、github
cli-check-fix = 把能照改的直接改到稿件里，别处一个字节不动；改了更糟的不改
cli-check-diff = 只列出 --fix 会改什么，不写文件
cli-check-examples =
    例：
      bulletin check                            查 issues/ 里的各期
      bulletin check issues/709.toml --diff     看看能自动改什么
      bulletin check issues/ --deny warning     有警告也算不合格

    结束码：0 合格；1 不合格；2 没能运行
cli-explain-code-about = 说明一个编号是什么问题、怎么改、依据什么
cli-explain-code-usage = bulletin explain <编号>
cli-explain-code-code = 问题的编号，如 B0205
cli-explain-code-examples =
    例：
      bulletin explain B0205
cli-value-word = 词
cli-value-code = 编号
check-summary = { $checked }：{ $errors } 处错误，{ $warnings } 处警告，{ $advice } 处提示
check-issues = 查了 { $count } 期
check-publications = 查了 { $count } 份刊物设置
check-unread = { $count } 个文件没能查
fix-changed = 已改 { $place }：{ $form ->
    [goes] 删去「{ $from }」
    [comes] 补上「{ $to }」
   *[other] 「{ $from }」改成「{ $to }」
}
fix-left = 未改 { $place }：{ $form ->
    [goes] 删去「{ $from }」
    [comes] 补上「{ $to }」
   *[other] 「{ $from }」改成「{ $to }」
}，会让文件出新的毛病；请自己动手
explain-unknown = 没有 { $code } 这个编号；全部编号见 docs/diagnostics.md
explain-example = 例：
explain-told = 会报：
explain-levels = 不想查的：在 bulletin.toml 的 [check] 里写 { $code } = "off"；只放过一处的：在那一项上面写注释 # bulletin: ignore { $code }，或在正文里写 <!-- bulletin: ignore { $code } -->

cli-show-about = 列出刊物的设置对某一期怎样生效：每一项的值，写在哪个文件第几行
cli-show-usage = bulletin show-publication <稿件>
cli-show-place = 一期稿件；也可以是 bulletin.toml 或它所在的文件夹，列的就是最新的设置
cli-show-examples =
    例：
      bulletin show-publication issues/709.toml

schema-meaning = { $meaning }。{ $kind }

cli-schema-about = 写出 JSON Schema：编辑器凭它在录入时补全各项、指出写错的地方
cli-schema-usage = bulletin schema <种类> | --out-dir <文件夹>
cli-schema-kind = 打印哪一种：publication（bulletin.toml）、issue（一期稿件）、article（单独成文件的文章或简讯）
cli-schema-folder = 三种都写到这个文件夹：bulletin.schema.json、issue.schema.json、article.schema.json
cli-schema-examples =
    例：
      bulletin schema issue                  打印一期稿件的
      bulletin schema --out-dir schema       三种都写进 schema/

    在稿件的第一行写上它的位置，编辑器就会用它：
      #:schema schema/issue.schema.json
cli-schema-written = 已写 { $output }
cli-schema-unknown = 没有“{ $kind }”这个种类；种类有：{ $known }
cli-value-kind = 种类
cli-show-edition = 只用于 bulletin.toml：列哪个版别最新的设置；不写则为主刊
show-whose = # { $edition }最新的设置
show-main = 主刊
show-default = 默认
show-unset = 没有设

cli-explain-about = 说明某一行为什么在那里结束：可断之处、宽窄、挤压和拉开、下一个放不下的单元
cli-explain-usage = bulletin explain-line <稿件> --page <数> --line <数>
cli-explain-input = 一期的 TOML 文件
cli-explain-page = 页码
cli-explain-line = 版心里的第几行，从 1 起
cli-explain-examples =
    例：
      bulletin explain-line issues/709.toml --page 3 --line 5
cli-bad-value = “{ $argument }”后面的数不对；加 --help 看能写什么
explain-atoms = 可断之处：{ $atoms }
explain-widths = 行长 { $measure } 字；不挤不拉是 { $natural } 字，挤到底是 { $least } 字
explain-squeezed = 标点一共挤去 { $width } 字
explain-stretched = 一共拉开 { $width } 字，每处字间 { $gap } 字
explain-short = 这一行只有一串不能拉开的字，比行长短 { $width } 字
explain-last = 段末的一行，不挤也不拉
explain-next = 下一个单元“{ $next }”放不进：加上它，挤到底也要 { $least } 字
explain-next-left = 下一个单元“{ $next }”挤得进（挤到底是 { $least } 字），照版式的设置留给下一行
explain-forced = 没有合规的断点，只好在这里断开
explain-no-line = 第 { $page } 页第 { $line } 行不是正文的行

cli-init-about = 新办一种刊物：写一份带说明的 bulletin.toml，和一期不用改就能排的样稿；已有的文件不会盖掉
cli-init-usage = bulletin init [选项] <文件夹>
cli-init-folder = 写到这个文件夹，没有就新建
cli-init-name = 刊名，不写就先用“某某人大信息”
cli-init-publisher = 编辑单位，不写就先用“某某市人大常委会研究室编”
cli-init-date = 第一期的出刊日期，如 2025-05-29；不写就是今天
cli-init-value-name = 刊名
cli-init-value-publisher = 编辑单位
cli-init-examples =
    例：
      bulletin init 某某人大信息                     写 某某人大信息/bulletin.toml 和 某某人大信息/1.toml
      bulletin init 刊物 --name 某某人大信息         刊名先填好
      bulletin build 某某人大信息/1.toml             排样稿
init-name = 某某人大信息
init-publisher = 某某市人大常委会研究室编
init-written = 已写 { $path }
init-next =
    接着：
      bulletin build { $issue }    排出样刊
    再照 { $publication } 里的说明，改刊名、栏目、送发单位
init-exists = 已经有 { $paths }，不会盖掉，所以一个文件也没有写；请换一个文件夹

cli-new-about = 开始新的一期：期号接着上一期数，各栏目各备一篇空文章；已有的文件不会盖掉
cli-new-usage = bulletin new [选项] [文件夹]
cli-new-folder = 放着各期的文件夹；不写则为 issues/，没有则为当前文件夹
cli-new-date = 出刊日期，如 2025-05-29；不写就在屏幕上问
cli-new-edition = 版别，不写就是第一个
cli-new-merged = 合刊占几个期号，2 到 99
cli-new-value-date = 日期
cli-new-value-edition = 版别
cli-new-examples =
    例：
      bulletin new                                   issues/ 里的下一期，日期在屏幕上问
      bulletin new --date 2025-05-29                 日期写明
      bulletin new --edition 增刊 --date 2025-05-29  下一期增刊
      bulletin new 别的刊物/ --merged 2              别的刊物的下一期，两期合刊

    标题、正文还空着；写之前排它，程序会逐处指出
new-number = 第{ $range }期
new-serial = 总第{ $range }期
new-written =
    已写 { $path }：{ $said }
    接着写上标题和正文，用不着的栏目整段删去；再排：
      bulletin build { $path }    还有哪里空着，会逐处指出
new-ask-date = 出刊日期（如 2025-05-29；直接按回车就是今天，{ $today }）：
new-no-date = 没有写出刊日期；请加 --date，例如 --date 2025-05-29
new-bad-date = 日期“{ $date }”写法不对；要写成 2025-05-29 的样子，月、日各两位
new-no-such-date = 没有 { $date } 这一天；请查一查月和日
new-no-folder = 没有 { $folder } 这个文件夹
new-no-publication = { $folder } 和它上面的文件夹里都没有刊物的设置文件 { $file }；新办刊物用 bulletin init
new-exists = 已经有 { $path }，不会盖掉，所以没有写；它若是另外一期，请给它改名，或改 bulletin.toml 里这个版别的 file_name
new-counted-by-name = 警告：{ $path } 的期号、版别或日期读不出来，是照文件名算的；请核对新一期的期号
new-not-counted = 警告：{ $path } 的期号和版别读不出来，没有算进去；请核对新一期的期号
new-later = 警告：{ $path } 的日期比 { $date } 晚；新一期的期号接在最大的号数之后，请核对

cli-value-input = 稿件
cli-value-issue = 稿件
cli-value-number = 数
cli-value-file = 文件
cli-value-folder = 文件夹
cli-value-place = 位置

cli-built = 已写 { $output }：{ $pages } 页，{ $kilobytes } kB，{ $milliseconds } 毫秒
cli-not-built = { $input }：{ $count } 处错误，没有写 PDF
cli-could-not-run = 没能运行：{ $reason }
cli-no-issues = 没有稿件：{ $places } 里没有 .toml 文件（bulletin.toml 不算）
cli-no-match = { $pattern } 没有匹配到稿件：通配符匹配到的只算 .toml 文件和放着它们的文件夹，bulletin.toml、隐藏文件、稿件引用的单篇不算
cli-no-pattern = { $pattern } 不是文件，也不是通配符：[ 要有 ] 配对，** 要单独占一层，如 issues/**/*.toml
cli-passed-over = { $input } 是刊物的设置，不是稿件，跳过
cli-is-folder = { $input } 是文件夹，不是稿件，跳过
cli-not-an-issue = { $input } 是刊物的设置，不是一期稿件；请写一期的文件，或放着各期的文件夹
cli-output-of-several = -o 只能用于一期；排几期请用 --out-dir
cli-same-output = { $first } 和 { $second } 都要写成 { $output }；请分开排，或给其中一个改名
cli-output-is-no-pdf = 要写的 { $output } 已经有了，而且不是 PDF；请另起一个名字
cli-output-is-input = 要写的文件 { $output } 是稿件、设置或它们用到的文件，不能写成 PDF；请另起一个名字
cli-output-is-no-file = 要写的 { $output } 是文件夹或设备，不是普通文件；请另写一个文件名
cli-output-is-dump = { $output } 和要写的 .dump 是同一个文件；请给 PDF 另起一个名字
cli-no-such-place = 没有 { $place } 这个文件或文件夹
cli-unheard = 结果没能全部写出（磁盘已满，或输出的地方不能写）
cli-no-command = 没有写命令；bulletin --help 看有哪些命令
cli-unknown-command = 没有“{ $argument }”这个命令；bulletin --help 看有哪些命令
cli-unknown-argument = 不认得“{ $argument }”；加 --help 看有哪些选项
cli-missing-argument = 缺少 { $argument }；加 --help 看用法
cli-conflict = “{ $argument }”不能和“{ $other }”一起用
cli-wrong-word = { $argument } 不能是“{ $value }”；可以写：{ $choices }
cli-empty-value = { $argument } 是空的，请写上内容
cli-no-value = “{ $argument }”后面缺少值；加 --help 看用法

io-not-found = 没有这个文件或文件夹
io-too-large = 文件太大
io-loop = 链接绕了圈
io-permission = 没有权限
io-is-folder = 这是文件夹，不是文件
io-not-folder = 这不是文件夹
io-full = 磁盘已满
io-read-only = 这里是只读的
io-no-file = 这不是普通文件
io-exists = 已经有同名的文件

fonts-role = 用处
fonts-face = 字体
fonts-file = 文件
fonts-licence = 许可
fonts-glyphs = 字形
fonts-origin = 怎样找到
fonts-by-path = 路径
fonts-in-folder = fonts 文件夹
fonts-in-cache = 缓存
fonts-installed = 系统
fonts-substitute = 系统，代替默认的字体
fonts-lacks-nothing = { $role }（{ $faces }）：不缺字
fonts-lacks = { $role }（{ $faces }）：缺 { $count } 个字
fonts-lack = { $char } { $point }  由 { $face } 代替  { $places }{ $count ->
        [few] {""}
       *[other] {" "}等 { $count } 处
    }
fonts-lack-of-all = { $char } { $point }  所有字体都没有  { $places }{ $count ->
        [few] {""}
       *[other] {" "}等 { $count } 处
    }
fonts-nowhere = （没有找到）
fonts-licence-unknown = （自备，许可由用者负责）
