### Proofreading: marks, figures, spaces (from B0601)

B0601 = “{ $written }”: a halfwidth mark in Chinese text
    .remedy = change it to “{ $right }”
    .why = GB/T 15834-2011 clauses 3 and 5.1: marks of Chinese are one character wide
B0602 = “{ $written }”: fullwidth figures or letters
    .remedy = change them to “{ $right }”
    .why = GB/T 15835-2011 clause 5: figures are half a character wide
B0603 = a straight quote { $written } in Chinese text
    .remedy = change it to { $right }
    .why = GB/T 15834-2011 4.8.2
B0604 = { $written }: a quote or bracket without its other half
    .remedy = add the other half or take this one away
    .why = GB/T 15834-2011 4.8, 4.9, 4.15
B0605 = { $written }: a quote or title in another in the wrong form
    .remedy = use { $right }
    .why = GB/T 15834-2011 4.8.3.4, 4.15.3.5: “” outside, ‘’ inside; 《》 outside, 〈〉 inside
B0606 = “{ $written }”: marks stand twice
    .remedy = keep one of them
    .why = GB/T 15834-2011 5.1.1
B0607 = “{ $written }”: an ellipsis of the wrong form or use
    .remedy = an ellipsis is six dots, “……”; it does not stand beside 等
    .why = GB/T 15834-2011 4.11.2, A.9.1, A.9.2
B0608 = “{ $written }”: a dash of the wrong form
    .remedy = a dash is two characters wide: “——”
    .why = GB/T 15834-2011 4.10.2
B0609 = “{ $written }”: not the mark of a range of quantities or times
    .remedy = change it to “{ $right }”
    .why = GB/T 15834-2011 4.13.3: a wave joins quantities, a line of one character joins times
B0610 = a blank between han characters or beside a mark
    .remedy = take the blank away
    .why = GB/T 15834-2011 5.1: marks have their own room, and han characters take none between
B0611 = “{ $written }”: an approximation said twice
    .remedy = keep one of the two words
    .why = GB/T 15835-2011: a number is made approximate once
B0612 = “{ $written }”: Arabic figures mixed with 千, 百 or 十
    .remedy = write all of it in figures, as in 4000, or all in han numerals
    .why = GB/T 15835-2011: only 万 and 亿 may follow Arabic figures
B0613 = “{ $written }”: the first number lacks its 万, 亿 or percent sign
    .remedy = change it to “{ $right }”
    .why = GB/T 15835-2011: 9亿～16亿, not 9～16亿; 15%～30%, not 15～30%
B0614 = “{ $written }”: { $fault }
    .remedy = { $remedy }
    .why = GB/T 15835-2011; GB/T 9704-2012 7.3.5
B0615 = “{ $written }”: { $fault }
    .remedy = { $remedy }
    .why = GB/T 15835-2011
B0628 = “{ $written }”: the year of a document's number stands in hexagonal brackets
    .remedy = change it to “{ $right }”
    .why = GB/T 9704-2012 7.2.5; GB/T 15834-2011 4.9.3.4
B0629 = “{ $written }”: the wrong mark behind an ordinal
    .remedy = change it to “{ $right }”
    .why = GB/T 15834-2011 B.3.1 to B.3.4
B0630 = “{ $written }”: a mark too many beside 等
    .remedy = take “{ $written }” away
    .why = GB/T 15834-2011 B.1.2, A.9.2
B0631 = { $number }: { $fault }
    .remedy = { $remedy }
    .why = such a character is not found by searching, not set, or lacking in faces
B0632 = { $why ->
        [long] this paragraph is too long ({ $bytes } bytes) and has not been proofread
       *[behind] this issue is too long: from here on it has not been proofread
    }
    .remedy = { $why ->
        [long] leave a blank line between paragraphs; up to { $most } bytes of one are proofread
       *[behind] make several issues of it; up to { $most } bytes of one are proofread
    }
    .why = the rules compare every character; what is too long would take too long
B0633 = “{ $name }”: { $fault ->
        [blank] a blank in a name
        [end] a mark behind a name
       *[several] several persons in one name
    }
    .remedy = { $fault ->
        [blank] delete the blank; the program sets names of two characters apart
        [end] delete the mark
       *[several] give each person quotes of their own: ["张三", "李四"]
    }
    .why = how this program is written for: no blanks in names, an author an item; the program parts and aligns them

date-nought = no nought before a month or day
date-nought-remedy = take the nought away
date-short-year = a year has four figures
date-short-year-remedy = add the century, as in 2025年
date-month-alone = a year and month joined by a hyphen are no whole date
date-month-alone-remedy = write it as in 2025年4月; leave it if it is a number and no date
date-han = the issue has its dates in Arabic figures, and this one is in han
date-han-remedy = write it in Arabic figures, or all dates of the issue in han
date-weekday = not the date's weekday
date-weekday-remedy = look at a calendar, then change the weekday or the date
date-impossible = there is no such day
date-impossible-remedy = look at the manuscript and set the month or the day right
date-incomplete = a part of the date is missing
date-incomplete-remedy = write it whole, like “4月8日”
date-backwards = the span ends before it begins
date-backwards-remedy = look at the manuscript; the earlier date stands first
number-decimal = a decimal without its nought
number-decimal-remedy = put 0 before the point; a full stop is 。
number-nought = in years and numbering nought is 〇
number-nought-remedy = change it to 〇
number-counted-nought = in counting nought is 零
number-counted-nought-remedy = change it to 零
number-thousands = thousands marked otherwise than in the issue's other numbers
number-thousands-remedy = mark the thousands in all numbers of the issue, or in none
number-approximate = an approximation takes neither Arabic figures nor “、”
number-approximate-remedy = write two neighbouring numbers that say about how many in han without a mark, like “三四个”; leave it if the two are meant one by one
number-percent = the percent sign is not the one that the issue has elsewhere
number-percent-remedy = one sign in one issue: “%” everywhere, or “％” everywhere
character-unseen = a character that cannot be seen
character-unseen-remedy = take it away
character-lost = a character lost in a change of encoding
character-lost-remedy = look at the manuscript and type the character again
character-private = a private character, which is another one elsewhere
character-private-remedy = look at the manuscript and type the common character
character-look-alike = a radical or compatibility character, not the common one
character-look-alike-remedy = put the common character in its place
character-dot = looks like the middle dot · and is another
character-dot-remedy = change it to ·
character-letter = a letter among figures
character-letter-remedy = put the figure
character-alphabet = a Cyrillic or Greek letter that looks like a Latin one
character-alphabet-remedy = put the Latin letter
character-traditional = a traditional character (繁体字)
character-traditional-remedy = put the simplified one; what is to stay can be marked as seen at its place
