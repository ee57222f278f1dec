### 校对：词语、次序、全刊的对照（B0616 起）

B0105 = 词表这一行{ $column ->
        [order] 的起止日期倒了
        [more] 的栏太多
       *[other] 的“{ $column }”栏不对
    }
    .remedy = 每行依次为：编号、错的、对的、级别、类别、起、止、条件、说明，各栏用制表符隔开；编号不重复，级别为 error、warning、advice，类别为 typo、variant、name、forbidden，日期写成 2025-04-24，条件写成 前无=甲|乙；后有=丙

B0616 = “{ $written }”：字词重复
    .remedy = 删去多出的一个；本来就要重叠的，可在此处注明不查
    .why = 校对通例：连写两遍的字词，除重叠词外都是衍文

B0617 = “{ $written }”：{ $fault ->
        [skipped] 前面缺“{ $missing }”
        [repeated] 这个序号前面已经有了
        [backward] 序号倒退，前一个是“{ $before }”
        [mixed] 与“{ $before }”混用了两种序号
       *[unopened] 前面没有“{ $missing }”
    }
    .remedy = 把序号排连续，同一组用同一种
    .why = GB/T 15834-2011 附录 B.3

B0618 = 说是“{ $written }”，实有 { $count } 项
    .remedy = 改数目，或补上缺的一项
    .why = 校对通例：总提的数目与分述的项数相符

B0619 = “{ $written }”：标题末尾用了点号
    .remedy = 删去
    .why = GB/T 15834-2011 附录 B.4

B0620 = “{ $written }”：{ $fault ->
        [skipped] 标题越级，上一级标题缺第 { $level } 级
        [number] 序号与标题的级别不合，同级的标题用的是另一种序号
       *[order] 序号越级，前面没有“{ $missing }”这一级
    }
    .remedy = 结构层次依次为“一、”“（一）”“1.”“（1）”
    .why = GB/T 9704-2012 7.3.3

B0621 = 标题里的“{ $written }”，正文里没有
    .remedy = 核对标题与正文的数字
    .why = 校对通例：标题与正文的数字相符

B0622 = 人名“{ $written }”，别处写作“{ $other }”
    .remedy = 核对是不是同一个人，同一个人只写一种
    .why = 校对通例：同一人名全刊一致

B0623 = “{ $written }”，本期别处写作“{ $other }”，差一个字
    .remedy = 核对有没有多字、漏字、错字
    .why = 校对通例：同一名称全刊一致

B0624 = 标题说的是“{ $written }”，署名是“{ $unit }”
    .remedy = 核对标题与署名
    .why = 校对通例：标题里的地区与供稿单位相符

B0625 = 这一段{ $where ->
        [earlier] 在{ $issue }已经刊过
        [beside] 紧接着重复了一遍
       *[issue] 在本期出现过
    }：“{ $written }”
    .remedy = 核对是不是重复收稿；是套话的不必改
    .why = 校对通例：来稿不重复刊登

B0626 = “{ $written }”，成语或常用词写作“{ $other }”
    .remedy = 核对有没有错字
    .why = 校对通例：成语和惯用语不改字

B0627 = { $fault ->
        [typo] “{ $written }”应作“{ $right }”
        [variant] “{ $written }”以写作“{ $right }”为宜
        [name] “{ $written }”应作“{ $right }”
        [post] “{ $written }”的职务，词表作“{ $right }”
       *[forbidden] “{ $written }”不用
    }
    .remedy = { $note ->
        [none] 按词表改
       *[other] { $note }
    }
    .why = 词表（{ $id }）
