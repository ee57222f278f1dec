### 校对：标点、数字、间隔（B0601 起）

B0601 = “{ $written }”：中文里用了半角标点
    .remedy = 改为“{ $right }”
    .why = GB/T 15834-2011 第3、5.1条：中文标点占一字
B0602 = “{ $written }”：全角的数字或字母
    .remedy = 改为“{ $right }”
    .why = GB/T 15835-2011 第5条：阿拉伯数字占半字
B0603 = 中文里用了直引号 { $written }
    .remedy = 改为 { $right }
    .why = GB/T 15834-2011 4.8.2
B0604 = 「{ $written }」：没有配对的引号、括号或书名号
    .remedy = 补上另一半，或者删去这一半
    .why = GB/T 15834-2011 4.8、4.9、4.15
B0605 = 「{ $written }」：引号或书名号的套用有误
    .remedy = 改用 { $right }
    .why = GB/T 15834-2011 4.8.3.4、4.15.3.5：外“”内‘’，外《》内〈〉
B0606 = “{ $written }”：标点重复
    .remedy = 只留一个
    .why = GB/T 15834-2011 5.1.1
B0607 = “{ $written }”：省略号的形式或用法有误
    .remedy = 省略号是六个连点，写作“……”；与“等”只用其一
    .why = GB/T 15834-2011 4.11.2、A.9.1、A.9.2
B0608 = “{ $written }”：破折号的形式有误
    .remedy = 破折号占两字，写作“——”
    .why = GB/T 15834-2011 4.10.2
B0609 = “{ $written }”：数值或时间的起止之间不用这个符号
    .remedy = 改为“{ $right }”
    .why = GB/T 15834-2011 4.13.3：数值用浪纹线，时间用一字线
B0610 = 汉字之间或标点旁边有空格
    .remedy = 删去空格
    .why = GB/T 15834-2011 5.1：标点自占位置，汉字之间不加空
B0611 = “{ $written }”：约数重复
    .remedy = 两种说法只留一种
    .why = GB/T 15835-2011：一个约数只说一次
B0612 = “{ $written }”：阿拉伯数字与“千”“百”“十”混用
    .remedy = 数字写全，如“4000”，或者全用汉字
    .why = GB/T 15835-2011：阿拉伯数字之后只可用“万”“亿”
B0613 = “{ $written }”：前一个数缺少“万”“亿”或百分号
    .remedy = 改为“{ $right }”
    .why = GB/T 15835-2011：9亿～16亿不写作9～16亿，15%～30%不写作15～30%
B0614 = “{ $written }”：{ $fault }
    .remedy = { $remedy }
    .why = GB/T 15835-2011；GB/T 9704-2012 7.3.5
B0615 = “{ $written }”：{ $fault }
    .remedy = { $remedy }
    .why = GB/T 15835-2011
B0628 = “{ $written }”：发文字号的年份用六角括号
    .remedy = 改为“{ $right }”
    .why = GB/T 9704-2012 7.2.5；GB/T 15834-2011 4.9.3.4
B0629 = “{ $written }”：序次语后面的标点有误
    .remedy = 改为“{ $right }”
    .why = GB/T 15834-2011 B.3.1至B.3.4
B0630 = “{ $written }”：“等”的前后不用这个标点
    .remedy = 删去“{ $written }”
    .why = GB/T 15834-2011 B.1.2、A.9.2
B0631 = { $number }：{ $fault }
    .remedy = { $remedy }
    .why = 这样的字符查不到、排不出，或者字体里没有
B0632 = { $why ->
        [long] 这一段太长（{ $bytes } 字节），没有校对
       *[behind] 这一期太长，从这里起没有校对
    }
    .remedy = { $why ->
        [long] 段与段之间空一行；一段最多校对 { $most } 字节
       *[behind] 分成几期；一期最多校对 { $most } 字节
    }
    .why = 校对规则要逐字比较，太长的文字要等很久
B0633 = “{ $name }”：{ $fault ->
        [blank] 姓名里有空格
        [end] 姓名后面有标点
       *[several] 一个姓名里写了几个人
    }
    .remedy = { $fault ->
        [blank] 删去空格；两个字的姓名，程序会自己排开
        [end] 删去标点
       *[several] 一人一个引号，写成 ["张三", "李四"]
    }
    .why = 本程序的写法：姓名里不加空格，署名一人一项，分隔和对齐由程序排出

date-nought = 月、日前面不补“0”
date-nought-remedy = 去掉“0”
date-short-year = 年份要写四位数字
date-short-year-remedy = 补上世纪，如“2025年”
date-month-alone = 用短横连接的年月不完整
date-month-alone-remedy = 写作“2025年4月”的样子；编号不是日期的不必改
date-han = 本期的日期用阿拉伯数字，这里用了汉字
date-han-remedy = 改用阿拉伯数字，或者全期统一用汉字
date-weekday = 星期与日期不符
date-weekday-remedy = 查日历，改星期或者改日期
date-impossible = 没有这一天
date-impossible-remedy = 查原稿，改正月、日
date-incomplete = 日期缺了一部分
date-incomplete-remedy = 补全，写作“4月8日”的样子
date-backwards = 起止日期倒置
date-backwards-remedy = 查原稿，起在前，止在后
number-decimal = 小数缺少“0”
number-decimal-remedy = 小数点前补“0”；是句号的改为“。”
number-nought = 年份和编号里的零写作“〇”
number-nought-remedy = 改为“〇”
number-counted-nought = 计数的零写作“零”
number-counted-nought-remedy = 改为“零”
number-thousands = 千分位的写法与本期其他数字不一致
number-thousands-remedy = 全期统一：都用千分号，或者都不用
number-approximate = 约数不用阿拉伯数字和顿号
number-approximate-remedy = 相邻的两个数表示约数用汉字，中间不加顿号，如“三四个”；分指两个数的不必改
number-percent = 百分号的写法与本期其他地方不一致
number-percent-remedy = 全期统一：都用“%”，或者都用“％”
character-unseen = 看不见的字符
character-unseen-remedy = 删去
character-lost = 编码转换时丢失的字符
character-lost-remedy = 查原稿，重打这个字
character-private = 私用区字符，换一台机器就不是这个字
character-private-remedy = 查原稿，换成通用的字
character-look-alike = 部首或兼容字符，不是通用的汉字
character-look-alike-remedy = 换成通用的汉字
character-dot = 形似间隔号，不是间隔号“·”
character-dot-remedy = 改为“·”
character-letter = 数字里夹了字母
character-letter-remedy = 换成数字
character-alphabet = 形似拉丁字母，是西里尔字母或希腊字母
character-alphabet-remedy = 换成拉丁字母
character-traditional = 繁体字
character-traditional-remedy = 换成简化字；应当保留的，可在此处注明不查
