### Proofreading: words, orders, the issue against itself (from B0616)

B0105 = { $column ->
        [order] the days of this row of a word list run backwards
        [more] this row of a word list has too many columns
       *[other] the column “{ $column }” of this row of a word list is wrong
    }
    .remedy = a row has id, wrong, right, level, kind, from, to, condition, note, parted by tabs; each id stands once, levels are error, warning, advice, kinds are typo, variant, name, forbidden, days are written 2025-04-24, conditions 前无=甲|乙；后有=丙

B0616 = “{ $written }”: written twice
    .remedy = delete one; if it is meant, say there that it is not to be told
    .why = newsroom practice: but for reduplications, what stands twice is a slip

B0617 = “{ $written }”: { $fault ->
        [skipped] “{ $missing }” is missing before it
        [repeated] this number stood before
        [backward] the numbers go back; the one before is “{ $before }”
        [mixed] mixed with “{ $before }”, another kind of number
       *[unopened] there is no “{ $missing }” before it
    }
    .remedy = number on, in one kind of number a series
    .why = GB/T 15834-2011 annex B.3

B0618 = “{ $written }” is announced, { $count } are there
    .remedy = change the count, or add the missing item
    .why = newsroom practice: what is announced is what follows

B0619 = “{ $written }”: a title ends in a stop
    .remedy = delete it
    .why = GB/T 15834-2011 annex B.4

B0620 = “{ $written }”: { $fault ->
        [skipped] a heading of level { $level } is missing above it
        [number] its number is not the kind that headings of this level have
       *[order] there is no level “{ $missing }” above it
    }
    .remedy = the levels are 一、 （一） 1. （1）
    .why = GB/T 9704-2012 7.3.3

B0621 = “{ $written }” of the title is not in the text
    .remedy = compare the figures of title and text
    .why = newsroom practice: title and text have the same figures

B0622 = the name “{ $written }” is written “{ $other }” elsewhere
    .remedy = see whether they are one person, who has one name
    .why = newsroom practice: one name in one issue

B0623 = “{ $written }”: elsewhere in the issue it is “{ $other }”, one character off
    .remedy = look for a character too many, missing or wrong
    .why = newsroom practice: one term in one issue

B0624 = the title is about “{ $written }”, the byline is “{ $unit }”
    .remedy = compare title and byline
    .why = newsroom practice: the district of a title is that of its sender

B0625 = this passage { $where ->
        [earlier] was printed in { $issue }
        [beside] follows upon itself
       *[issue] stands elsewhere in the issue
    }: “{ $written }”
    .remedy = see whether it was sent twice; a set phrase may stay
    .why = newsroom practice: nothing is printed twice

B0626 = “{ $written }”: the idiom or word is “{ $other }”
    .remedy = look for a wrong character
    .why = newsroom practice: idioms are not changed

B0627 = { $fault ->
        [typo] “{ $written }” should be “{ $right }”
        [variant] “{ $written }” is better written “{ $right }”
        [name] “{ $written }” should be “{ $right }”
        [post] “{ $written }”: the list has the post “{ $right }”
       *[forbidden] “{ $written }” is not used
    }
    .remedy = { $note ->
        [none] as the list has it
       *[other] { $note }
    }
    .why = word list ({ $id })
