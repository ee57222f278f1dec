### 锁文件，以及 verify 所说的

cli-lock-taken = { $lock } 不是锁文件，不会盖掉，所以没有排；PDF 请换个名字，或把那个文件移走
cli-output-is-lock = { $output } 正是锁文件（.lock）要写的地方；PDF 请换个名字

cli-verify-about = 把各期重排一遍，同当时写下的锁文件比较：PDF 是不是还一样，哪些行动了，哪些稿件、字体、设置后来改过；稿件、PDF 和锁文件都不动
cli-verify-usage = bulletin verify [选项] <稿件、文件夹或通配符>...
cli-verify-output = 当时写的是这个文件（只验一期时）
cli-verify-folder = 当时写在这个文件夹，不写则为 build
cli-verify-examples =
    例：
      bulletin verify issues/709.toml                  重排第 709 期，与 build/709.lock 比较
      bulletin verify issues/709.toml -o 付印.pdf      与 付印.lock 比较
      bulletin verify issues/ --out-dir 存档           各期与 存档/ 里的比较

    结束码：0 一致；1 不一致，或稿件有错；2 没能运行

verify-same = { $lock }：一致。{ $now } 版重排，PDF 逐字节相同
verify-same-file = { $lock }：一致。{ $was } 版所排，{ $now } 版重排，PDF 逐字节相同
verify-same-pages = { $lock }：一致。{ $was } 版所排，{ $now } 版重排，各页各行都在原处（PDF 的字节随版本而异）
verify-differs = { $lock }：不一致。{ $was } 版所排，{ $now } 版重排：
verify-not-built = { $lock }：现在排不出来。{ $was } 版排过，{ $now } 版重排，稿件有错或缺字体
verify-missing = { $lock } 不在：{ $input } 还没有排过，或排在别处；先 bulletin build，排在别处的加 -o 或 --out-dir
verify-no-lock = { $lock } 不是锁文件
verify-other-form = { $lock } 是另一种格式（{ $more }）的锁文件，这个版本读不了；请用写它的版本来验
verify-damaged = { $lock } 不完整，或被改过；要用它，请从备份恢复，或重新 bulletin build
verify-head-changed = { $lock } 的开头（程序版本、选项、稿件、字体）被改过，不再可信；请从备份恢复，或重新 bulletin build
verify-of-another = { $lock } 是 { $more } 的锁文件，不是 { $input } 的
verify-unknown-option = { $lock } 用了这个版本不认得的选项 { $option }；请用写它的版本来验

verify-pdf-changed = { $pdf } 不是当时写的文件，后来改过
verify-pdf-missing = { $pdf } 不在了
verify-bytes = 各页各行都在原处，但 PDF 的字节不同
verify-other-dump = 两个版本的版面记录格式不同，不能逐行比较
verify-more-moves = 另有 { $count } 处不同
verify-no-line-moved = 各页各行都在原处

verify-source = 稿件改过：{ $name }
verify-source-gone = 稿件不在了：{ $name }
verify-other-publication = 现在归另一份刊物设置：{ $name }
verify-no-publication = 刊物的设置 bulletin.toml 不在了
verify-publication = 刊物的设置改过：{ $keys }
verify-publication-more = 刊物的设置改过 { $count } 项：{ $keys } 等
verify-publication-unknown = 刊物的设置现在怎样生效不知道，因为稿件或设置有错
verify-face = 字体 { $name } 的文件换过
verify-face-elsewhere = 字体 { $name } 不在当时的文件里了

spot-line = 第 { $page } 页第 { $line } 行
spot-lines = 第 { $page } 页第 { $line } 至 { $last } 行
spot-outside = 第 { $page } 页版心外
move-one = “{ $text }”
move-and-on = （“{ $text }”起）
move-down = { $spot }{ $text }下移 { $lines } 行
move-up = { $spot }{ $text }上移 { $lines } 行
move-to = { $spot }{ $text }移到{ $to }
move-shifted = { $spot }“{ $text }”移动：向右 { $right } 毫米，向下 { $down } 毫米
move-spaced = { $spot }“{ $text }”字距不同
move-dressed = { $spot }“{ $text }”字体、字号或颜色不同
move-text = { $spot }由“{ $was }”变为“{ $now }”
move-text-elsewhere = { $spot }由“{ $was }”变为{ $to }的“{ $now }”
move-gone = { $spot }“{ $text }”没有了
move-added = { $spot }多出“{ $text }”
move-pages = 由 { $was } 页变为 { $now } 页
move-shapes = 第 { $page } 页的线条、圆点不同
move-sheet = 第 { $page } 页的大小不同
move-information = 题名、作者、日期、油墨色等文件信息不同
move-structure = 标签（文件的结构）不同
move-outline = 书签不同
move-unknown = 版面记录里还有别的不同
