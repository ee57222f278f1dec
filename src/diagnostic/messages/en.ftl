### All words of the program (English). Diagnostics are keyed by their codes: the text is what is wrong, remedy what would be right.

## How a diagnostic looks

severity-error = error
severity-warning = warning
severity-advice = advice
report-remedy = remedy: { $remedy }
report-spares = left alone: { $spares }
report-why = why: { $why }
report-related = see also { $place }
list-separator = ,{" "}
clause-separator = ,{" "}
reason-separator = :{" "}
severity-mark = { $place }{ $severity } { $code }: { $headline }

## B01 Reading files

B0101 = { $encoding ->
        [gb18030] The file is not UTF-8 but, it seems, GB 18030 (once called GBK, GB 2312)
        [utf16] The file is not UTF-8 but UTF-16
        [utf32] The file is not UTF-8 but UTF-32
        [broken] there is a broken byte here ({ $byte }); the rest of the file is UTF-8
        [binary] The file is no text: there are zero bytes in it
       *[unknown] The file is not UTF-8, nor in an encoding that is known here
    }
    .remedy = { $encoding ->
        [binary] Check the file's name; save a word processor's document as plain text in UTF-8
        [unknown] Save it as UTF-8 in an editor
        [broken] Type the character here again in an editor, and save as UTF-8
       *[other] Save it as UTF-8 in an editor, or by the command: { $command }
    }
B0102 = a mistake in the TOML: { $detail }
    .remedy = correct this place after the examples in docs/format.md; put text between straight double quotes, and text on several lines between three single quotes '''
B0103 = “{ $key }” is written twice
    .remedy = { $form ->
        [table] each article and each brief is headed by its name in double brackets: [[{ $key }]]
       *[key] delete one of them
    }

B0104 = cannot read { $path }: { $reason }
    .remedy = a path starts from the folder of the file in which it is written; check that the name is spelt right and that the file is there

B0106 = { $what ->
        [file] { $path } is too large: a file may hold { $most } MiB
       *[together] What the issue takes in is too large: its files may hold { $most } MiB together
    }
    .remedy = Check whether it is the right file; a million characters are no issue
B0107 = Too many { $what }: { $count }, where { $most } are allowed
    .remedy = Delete what is not needed, or make several issues of it
B0108 = There is a byte order mark at the file's start
    .remedy = Delete it, or save the file as "UTF-8 (without BOM)"; it is set all the same, but other programs take the mark for text
B0109 = There are two kinds of line ends: CRLF on { $crlf } lines, LF on { $lf }
    .remedy = Make them one kind in an editor; the file is set all the same, but lines that nobody changed look changed when two versions are compared
B0110 = { $path } cannot be used as a printing profile: { $fault }
    .remedy = ask the printer for an ICC file of class prtr, of CMYK, version 2 or 4; without one, delete output_profile, and the program's own (uncoated offset) is used
profile-none = it is no ICC file
profile-too-large = it is larger than 8 MiB
profile-not-printer = it is not a press's but a screen's, a scanner's or another device's
profile-not-cmyk = it is not of CMYK
profile-version = its version is neither 2 nor 4
profile-incomplete = it is incomplete, or lacks tables to convert both ways (A2B, B2A, gamt)
B0111 = this request to leave a place alone { $fault ->
        [form] is not written as it must be, and has no effect
        [printed] is not written as it must be: it has no effect and is printed
        [none] names no code, and has no effect
        [behind] stands behind a value, and has no effect
        [last] has nothing below it, and has no effect
        [error] names { $name }, an error, which cannot be left alone
       *[unknown] names { $name }: there is no such code
    }
    .remedy = { $fault ->
        [form] write # bulletin: ignore B0606 (with a halfwidth colon)
        [printed] write <!-- bulletin: ignore B0606 --> (with a halfwidth colon)
        [none] write the code, as in ignore B0606; between several a blank
        [behind] give it a line of its own, above the key
        [last] move it above the key that is meant
        [error] mend the error; what can be left alone is warnings, advice and what proofreading finds (B06)
       *[unknown] delete it, or write a code that was told, such as B0606
    }
B0112 = this comment is printed in the text
    .remedy = a text has no comments; delete what is not to be printed, or move it above the key, on a line that begins with #
B0113 = this is the file of an article or a brief, not of an issue
    .remedy = let an issue take it in by [[article]] and file = "…"; keep such files in a folder of their own, such as issues/texts/, where they are not taken for issues
limit-list = items in a list
limit-files = files taken in
limit-faults = faults

syntax-unquoted-string = the text is not between straight double quotes
syntax-unclosed-string = the text does not end: its closing quote is missing
syntax-escape = what stands behind the backslash is no escape that TOML knows; to write backslashes in a body, put the whole of it between single quotes '''
syntax-other = this is not TOML
syntax-boolean = yes and no are written true and false, in small letters and without quotes
syntax-number = a number is written as 3 or 0.5; text needs quotes
syntax-extend = what stands before the dot has another value, and cannot be a table as well
syntax-key = a key may only have letters, figures, - and _
syntax-no-value = the key has no equals sign or no value
syntax-comma = there is a comma too many or too few
syntax-unclosed-table = the closing bracket of the table's heading is missing
syntax-unclosed-array = the closing bracket of the list is missing
syntax-unclosed-inline-table = the closing brace of the table is missing
syntax-unexpected = these characters do not belong here
syntax-date = this is not how a date is written; write year-month-day, such as 2025-04-24 (two figures each for month and day)
syntax-leading-zero = a number may not begin with 0
syntax-too-deep = too many levels, one inside another
syntax-value-missing = there is no value behind the equals sign
syntax-written-date = write a date as 2025-04-24, two figures each for month and day, without quotes
syntax-fullwidth-figures = write numbers in halfwidth figures
syntax-quote = a straight double quote is missing here, or a comma or quote is fullwidth; for quotes inside a text use “”
syntax-equals = the equals sign is in the wrong place; a line takes one key only
syntax-line-end = the line ends of this file are wrong; save it once more in your editor
syntax-multi-line-key = a key may not run over several lines
syntax-control = there is an invisible control character in the text; delete it
syntax-comment = there is an invisible control character in the comment; delete it
syntax-unclosed-block = the text that begins here does not end: {"'''"} is missing

## B02 Content

B0201 = there is no key “{ $key }”
    .remedy = { $nearest ->
        [none] the keys that may be written here are: { $known }
        [entry] in a file of its own the keys of an article stand by themselves; delete the line [[{ $key }]]
        [own] this is a setting of the publication; to change it for this issue, write [publication.{ $key }]
        [top] this is a key of the issue: move it to the beginning of the file, before the first [[article]] or [[brief]]
       *[other] did you mean “{ $nearest }”? The keys that may be written here are: { $known }
    }
B0202 = the key “{ $key }” is missing
    .remedy = add a line to this table, for example { $example }
B0203 = this cannot be { $found }
    .remedy = write { $expected }
B0204 = this cannot be { $found }
    .remedy = write { $expected }{ $choices ->
        [none] {""}
       *[other] : { $choices }
    }
B0205 = the publication has no column “{ $name }”
    .remedy = { $nearest ->
        [none] the columns are: { $known }; add a new one to columns in bulletin.toml first
       *[other] did you mean “{ $nearest }”? The columns are: { $known }; add a new one to columns in bulletin.toml first
    }
B0206 = there is no such day
    .remedy = check month and day: months go from 01 to 12, days to the end of that month
B0207 = the file's name { $name } does not agree with the issue's numbers and edition; by these it would be { $says }
    .remedy = change the numbers or the edition, or rename the file; names that have the form of no edition are not checked
B0208 = the publication has no edition “{ $name }”
    .remedy = { $nearest ->
        [none] the editions are: { $known }; add a new one to editions in bulletin.toml first
       *[other] did you mean “{ $nearest }”? The editions are: { $known }; add a new one to editions in bulletin.toml first
    }
B0209 = this is empty
    .remedy = fill it in; if the key may be left out, delete the whole line
B0210 = the column of the briefs, “{ $name }”, is not among columns
    .remedy = add it to columns, or let briefs_column name one of them
B0211 = an article stands in “{ $name }”, the column of the briefs
    .remedy = write a brief as [[brief]]; give an article with a title another column
B0212 = this issue has neither articles nor briefs
    .remedy = write at least one: an article under [[article]], a brief under [[brief]]
B0213 = the publication has no column for briefs
    .remedy = write briefs_column = "name of the column" in bulletin.toml, and add that column to columns
B0214 = the publication's file { $file } is not found
    .remedy = put { $file } into the issue's folder or one above it
B0215 = these numbers run backwards: the last is smaller than the first
    .remedy = write a merged issue as [first number, last number], for example [3, 4]
B0216 = measures do not agree: { $clash }
    .remedy = change the numbers concerned; what is not written is as by default, see docs/format.md
B0217 = “{ $name }” is listed twice
    .remedy = delete one of them

B0218 = only one of “{ $first }” and “{ $second }” may be written
    .remedy = delete one of them

B0219 = another issue has { $number } too
    .remedy = find out which of the two is wrong; write a merged issue as [first number, last number]
B0220 = the date is earlier than that of { $number }
    .remedy = check dates and numbers of both issues: of two issues the one with the greater number cannot have the earlier date
B0221 = { $number } is missing before this issue
    .remedy = if its file has just not been put here yet, let it be; if a number was skipped, correct the numbers
B0223 = The title "{ $name }" stands twice
    .remedy = Check whether a text is printed twice, or its title was not changed
B0224 = "{ $name }" stands twice in a byline
    .remedy = Delete one; of two persons with one name give the posts
B0225 = "{ $name }" stands twice among the recipients of the imprint
    .remedy = Delete one
numbered-serial = serial { $value }
numbered-number = number { $value } of { $year }

B0222 = the merged issue has { $numbers } number(s) of the year, but { $serials } serial(s)
    .remedy = give as many of each, such as number = [3, 4] and serial = [709, 710]; of a kind that counts it once give one number

clash-head = the masthead and the heading of the contents take so many lines that page one has no room for the contents
clash-number = the page number falls off the sheet
clash-title = the characters of a title are taller than its line, so that its lines would overlap
clash-width = binding margin and type area together are wider than the sheet
clash-height = head margin and type area together are higher than the sheet
clash-measure = the type area is too narrow: a line has no room for ten characters
clash-pitch = a line is lower than its characters are tall, so that lines would overlap
clash-figures = the space at figures is too wide for a line
clash-stop = the titles in the contents start too far to the right: a line has no room for four characters
clash-indent = the first-line indent is too large: the first line has no room for two characters
clash-lines = a page has too few lines: page one has no room for the masthead (at least 12 lines)

kind-text = text (between quotes)
kind-texts = a list of texts, such as ["张三", "李四"]
kind-table = a table
kind-tables = a list of tables, each headed by its name in double brackets, such as [[article]]
kind-number = a whole number, 1 to 999999; for a merged issue two, as [3, 4]
kind-single-number = a whole number, 1 to 999999
kind-one-or-more = text, or a list of texts, such as ["甲区人大", "乙区人大"]
kind-authors = a list, such as ["张三", "李四"]
kind-author = a name, or a table with name and post, such as { "{" } name = "张三", post = "主任" { "}" }
kind-numbering = a series that counts by itself and shares no other's numbers
kind-file-name = the form of the files' names, with {"{serial}"} or {"{number}"} in it and without slashes, such as "增刊{"{serial}"}"
kind-body-file = a .txt or .md file
kind-date = a date without quotes, such as 2025-04-24
kind-language = a language code, such as "zh-CN"
kind-millimetres = a number of millimetres, 0 to 2000
kind-size = a number of points (1 to 500) or a size name (初号, 小初, 一号, 小一, 二号, 小二, 三号, 小三, 四号, 小四, 五号, 小五; between quotes)
kind-points = a number of points, 0 to 100
kind-ems = a number of em, 0 to 100
kind-grid-lines = a number of lines, 0 to 50; it may be 1.5
kind-count = a whole number, 1 to 200
kind-flag = true or false
kind-ink-name = the name of an ink of its own, at most 127 bytes; None, All, Cyan, Magenta, Yellow and Black mean something else to a press
kind-words = text without control characters
kind-pattern = a name that may stand in braces here
kind-percentages = four percentages, cyan, magenta, yellow and black, such as [0, 80, 80, 0]
kind-choice = one of the words that may stand here

type-string = text
type-integer = a whole number
type-float = a decimal number
type-boolean = true or false
type-datetime = a date
type-date-time = a date with a time
type-array = a list
type-table = a table

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
example-from = from = 2026-01-01, or from_serial = 720
example-word = word = "某某条例"
example-other = as in docs/format.md

## B03 Faces

B0301 = the face { $name } (for { $roles }) is not found; looked for at: { $paths }{ $names ->
        [none] {""}
       *[other] ; among the installed fonts by name: { $names } ({ $folders ->
            [none] there are no folders of installed fonts
           *[other] in { $folders }
        })
    }
    .remedy = run make fonts to fetch the default faces, or put the font's file into fonts/, or give its path in [faces] of bulletin.toml{ $names ->
        [none] {""}
       *[other] , or install one of these fonts
    }
B0302 = this file is no font that can be used: { $paths } ({ $name }, for { $roles })
    .remedy = use another OpenType or TrueType file; if it came from make fonts, delete it and run that again
B0306 = { $paths } holds only { $count } face(s), not this one ({ $name }, used for { $roles })
    .remedy = the number behind “#” counts from 0; the greatest is { $last }
B0303 = the face lacks the character “{ $char }” ({ $point }); { $face } stands in{ $often ->
        [several] {" "}({ $count } times)
       *[once] {""}
    }
    .remedy = see whether it looks right on the page; to take it from another face, change fallback under [faces.{ $role }] in bulletin.toml
B0304 = no face has the character “{ $char }” ({ $point })
    .remedy = write another one (delete it if it is invisible), or add a face that has it to fallback under [faces.{ $role }] in bulletin.toml
B0305 = the face { $name } (for { $roles }) may not be embedded in a PDF: { $reason }; the file is { $paths }
    .remedy = get a version that may be embedded from the font's owner, or name another face in [faces] of bulletin.toml

embedding-restricted = the font says that it may not be embedded without its owner's permission (OS/2 table, fsType bit 1)
embedding-subsets = the font says that it may only be embedded whole, and here only the characters in use are (OS/2 table, fsType bit 8)
embedding-outlines = the font says that only its bitmaps may be embedded, not its outlines (OS/2 table, fsType bit 9)

role-body = body text
role-title = titles
role-label = columns
role-byline = bylines
role-figure = page numbers

## B04 Setting lines

B0401 = this run of characters is longer than a line and may be broken nowhere, so it had to be broken here
    .remedy = reword the sentence, or shorten the run

B0402 = the line above is set too loosely ({ $stretch } em between characters), because “{ $run }” may not be broken and does not fit on it
    .remedy = reword the sentence so that “{ $run }” stands elsewhere

B0403 = this line of the title, as its author broke it, is too long to fit and has been broken again
    .remedy = shorten the line, or break it elsewhere

B0404 = the last line of this paragraph holds a single character (a runt), and the lines before it cannot be squeezed or stretched any further
    .remedy = reword the paragraph, a few characters longer or shorter

## B05 Pages

B0501 = the imprint has { $lines } lines and does not fit on a page
    .remedy = name fewer recipients, or make the imprint's size smaller

B0502 = the title has { $lines } lines and does not fit on a page
    .remedy = shorten the title; the text belongs in body

## Commands

cli-template-root =
    {"{about}"}

    Usage:
    {"  {usage}"}

    Commands:
    {"{subcommands}"}

    Options:
    {"{options}"}{"{after-help}"}
cli-template =
    {"{about}"}

    Usage:
    {"  {usage}"}

    Arguments:
    {"{positionals}"}

    Options:
    {"{options}"}{"{after-help}"}

cli-about = Makes a print-ready PDF of a people's-congress bulletin from TOML
cli-usage = bulletin <command> [options]
cli-examples =
    Examples:
      bulletin build issues/709.toml      sets issue 709 and writes build/709.pdf
      bulletin build --help               shows all options of build

    Exit codes: 0 done; 1 faults in the issues; 2 could not run
cli-help = Show this help
cli-version = Show the version
cli-lang = The language: zh Chinese, en English; the system's if left out
cli-value-language = language

cli-build-about = Checks issues and sets them as PDF; an issue with errors is not written, its earlier PDF stays as it was, and the others are built all the same
cli-build-usage = bulletin build [options] <issue, folder or pattern>...
cli-build-input = An issue's TOML file, or a folder of issues (every .toml in it but bulletin.toml), or a pattern such as 'issues/2024-*.toml', where ** stands for folders at any depth
cli-build-output = Write to this file (for one issue only)
cli-build-folder = Write to this folder; build if left out
cli-build-mono = Print what is red in black, for printers with one ink
cli-build-target = For whom: press (PDF/X-4, PDF/A-2a and PDF/UA-1 in one file; the default) or screen (A-2a and UA-1, with links on the page)
cli-build-bleed = Widen the sheet by a bleed on all sides, such as 3mm; none if left out
cli-build-force = Build issues too that did not change since their PDF was written, and hash every file anew
cli-build-quiet = Say nothing of what went well
cli-build-watch = Go on watching: what depends on an issue's file, a file that it takes in, the publication's settings or a face is built again when that is saved; Ctrl-C ends it
cli-build-poll = With --watch: look each second instead of being told by the system, for network drives and shared folders that tell nothing
cli-watch-ready = Watching { $count } issue(s), each built again when it is saved; Ctrl-C ends this
cli-watch-few = { $issues }
cli-watch-many = { $issues } and others, { $count } in all,
cli-watch-built = built { $issues } ({ $pages } page(s))
cli-watch-failed = did not build { $issues }
cli-watch-healed = { $issues } is as it was when its PDF was written
cli-watch-round = { $done }: { $errors } error(s), { $warnings } warning(s), { $milliseconds } ms
cli-watch-gone = { $input } is gone and is not built any more; its PDF stays
cli-watch-looking = The system cannot tell what is saved ({ $reason }); looking every { $seconds } s instead
cli-watch-limit = the most folders that it watches are watched already; fs.inotify.max_user_watches can be raised
cli-watch-ended = Watching ended
cli-unchanged = { $output }: nothing changed since it was written
cli-summary = { $built } built ({ $pages } pages), { $unchanged } unchanged, { $failed } failed, in { $seconds } s
cli-interrupted = Interrupted: what was begun is finished, the rest was not built
cli-build-tags = Print the tree of tags: what a screen reader walks through
cli-value-target = press|screen
cli-value-length = millimetres
cli-build-dump = Also write the set pages as text (.dump), with the place of every line and character
cli-build-examples =
    Examples:
      bulletin build issues/709.toml                   writes build/709.pdf
      bulletin build issues/709.toml -o print.pdf      writes print.pdf
      bulletin build issues/ --out-dir archive         sets every issue, into archive/
      bulletin build 'issues/2024-*.toml'              sets the issues that the pattern matches
      bulletin build issues/ --watch                   goes on watching, and sets again what is saved
      bulletin build issues/709.toml --dump            also writes build/709.dump
cli-fonts-about = Lists the faces in use: what for, name, file, licence, number of glyphs, how each was found; or tells which characters of an issue they lack
cli-fonts-usage = bulletin fonts [place | --check <issue>]
cli-fonts-check = List no faces, but tell which characters of this issue each use's faces lack, and which face stands in; the exit code is 1 if no face has one of them
cli-fonts-place = An issue, a bulletin.toml or a folder; if left out, issues/, or this folder if there is none
cli-fonts-examples =
    Examples:
      bulletin fonts                  the faces of the publication in issues/
      bulletin fonts other/           the faces of another publication
      bulletin fonts --check issues/709.toml    what the faces lack of issue 709

cli-check-about = Check issues without making a PDF: syntax, content, proofreading, all at once
cli-check-usage = bulletin check [options] [issues, folders or patterns]...
cli-check-input = an issue's TOML file, a pattern, or a folder of issues, whose numbers and dates are then compared too; issues/ if left out, or the current folder
cli-check-deny = what is grave enough to fail: error (the default), warning, advice
cli-check-format = how findings are told: human (the default), json, sarif, github
cli-check-fix = apply mechanical remedies to the sources, leaving every other byte as it is; what would make matters worse is not applied
cli-check-diff = only show what --fix would change
cli-check-examples =
    Examples:
      bulletin check                            the issues in issues/
      bulletin check issues/709.toml --diff     what could be set right by itself
      bulletin check issues/ --deny warning     fail on warnings too

    Exit codes: 0 clean; 1 findings; 2 could not run
cli-explain-code-about = Tell what a code means, what to do, and why
cli-explain-code-usage = bulletin explain <code>
cli-explain-code-code = a diagnostic's code, such as B0205
cli-explain-code-examples =
    Example:
      bulletin explain B0205
cli-value-word = word
cli-value-code = code
check-summary = { $checked }: { $errors } error(s), { $warnings } warning(s), { $advice } piece(s) of advice
check-issues = { $count } issue(s) checked
check-publications = { $count } publication(s) checked
check-unread = { $count } file(s) could not be checked
fix-changed = changed { $place }: { $form ->
    [goes] “{ $from }” deleted
    [comes] “{ $to }” put in
   *[other] “{ $from }” to “{ $to }”
}
fix-left = left { $place }: { $form ->
    [goes] to delete “{ $from }”
    [comes] to put in “{ $to }”
   *[other] to change “{ $from }” to “{ $to }”
} would make the file check worse; please mend it by hand
explain-unknown = There is no code { $code }; all codes are in docs/diagnostics.md
explain-example = for example:
explain-told = is told as:
explain-levels = To turn it off: { $code } = "off" in [check] of bulletin.toml. To leave one place alone: the comment # bulletin: ignore { $code } above the key, or <!-- bulletin: ignore { $code } --> in the text

cli-show-about = Lists what of the publication's settings holds for an issue: every value, and the file and line where it stands
cli-show-usage = bulletin show-publication <issue>
cli-show-place = An issue; or a bulletin.toml or its folder, for the newest settings
cli-show-examples =
    Examples:
      bulletin show-publication issues/709.toml

schema-meaning = { $meaning }. Write { $kind }

cli-schema-about = Writes JSON Schemas, by which an editor completes keys and marks mistakes while you type
cli-schema-usage = bulletin schema <kind> | --out-dir <folder>
cli-schema-kind = Which to print: publication (bulletin.toml), issue (an issue), article (an article or a brief in a file of its own)
cli-schema-folder = Write all three to this folder: bulletin.schema.json, issue.schema.json, article.schema.json
cli-schema-examples =
    Examples:
      bulletin schema issue                  prints that of an issue
      bulletin schema --out-dir schema       writes all three to schema/

    Say on an issue's first line where it is, and the editor will use it:
      #:schema schema/issue.schema.json
cli-schema-written = Wrote { $output }
cli-schema-unknown = There is no kind “{ $kind }”; the kinds are: { $known }
cli-value-kind = kind
cli-show-edition = for bulletin.toml only: the series whose newest settings are listed; the main one if left out
show-whose = # the newest settings of { $edition }
show-main = the main series
show-default = default
show-unset = not set

cli-explain-about = Tells why a line ends where it does: where it may break, its widths, what was squeezed or stretched, and the next unit, which did not fit
cli-explain-usage = bulletin explain-line <issue> --page <number> --line <number>
cli-explain-input = An issue's TOML file
cli-explain-page = The page's number
cli-explain-line = The line of the type area, counted from 1
cli-explain-examples =
    Examples:
      bulletin explain-line issues/709.toml --page 3 --line 5
cli-bad-value = The number behind “{ $argument }” will not do; see --help
explain-atoms = May break at: { $atoms }
explain-widths = Measure { $measure } em; { $natural } em neither squeezed nor stretched, { $least } em squeezed as far as it goes
explain-squeezed = Squeezed out of marks: { $width } em in all
explain-stretched = Stretched by { $width } em in all, { $gap } em at each gap
explain-short = The line holds a single run that cannot be stretched, { $width } em short of the measure
explain-last = The last line of a paragraph, neither squeezed nor stretched
explain-next = The next unit “{ $next }” does not fit: with it, even squeezed as far as it goes, the line takes { $least } em
explain-next-left = The next unit “{ $next }” would fit when squeezed (as far as it goes, { $least } em); the style leaves it to the next line
explain-forced = No place to break is allowed by the rules, so the line is broken here all the same
explain-no-line = Line { $line } of page { $page } is no line of body text

cli-init-about = Starts a publication: a bulletin.toml with explanations, and a sample issue that builds as it is; never writes over a file
cli-init-usage = bulletin init [options] <folder>
cli-init-folder = Write to this folder; it is made if it is not there
cli-init-name = The publication's name; if left out, “某某人大信息” for the time being
cli-init-publisher = The publisher; if left out, “某某市人大常委会研究室编” for the time being
cli-init-date = The first issue's date, such as 2025-05-29; today if left out
cli-init-value-name = name
cli-init-value-publisher = publisher
cli-init-examples =
    Examples:
      bulletin init renda                            writes renda/bulletin.toml and renda/1.toml
      bulletin init renda --name 某某人大信息        fills in the name
      bulletin build renda/1.toml                    sets the sample issue
init-name = 某某人大信息
init-publisher = 某某市人大常委会研究室编
init-written = Wrote { $path }
init-next =
    Next:
      bulletin build { $issue }    sets the sample issue
    Then change name, columns and recipients, as { $publication } explains
init-exists = Already there: { $paths }; nothing is ever written over, so no file has been written; please take another folder

cli-new-about = Starts the next issue: its numbers counted on from the last one's, an empty article for each column; never writes over a file
cli-new-usage = bulletin new [options] [folder]
cli-new-folder = The folder of the issues; if left out, issues/, or this folder if there is none
cli-new-date = The date of issue, such as 2025-05-29; asked for on the screen if left out
cli-new-edition = The edition; the first one if left out
cli-new-merged = How many numbers a merged issue takes, 2 to 99
cli-new-value-date = date
cli-new-value-edition = edition
cli-new-examples =
    Examples:
      bulletin new                                   the next issue in issues/, its date asked for on the screen
      bulletin new --date 2025-05-29                 with its date
      bulletin new --edition 增刊 --date 2025-05-29  the next issue of 增刊
      bulletin new other/ --merged 2                 the next issue of another publication, with two numbers

    Titles and texts are still empty; build it before they are written, and the program names each place
new-number = number { $range }
new-serial = serial { $range }
new-written =
    Wrote { $path }: { $said }
    Now write titles and texts, and delete columns that are not used; then:
      bulletin build { $path }    names what is still empty
new-ask-date = Date of issue (such as 2025-05-29; just press Enter for today, { $today }):
new-no-date = There is no date of issue; add --date, for example --date 2025-05-29
new-bad-date = The date “{ $date }” is not written right; write it as 2025-05-29, two figures each for month and day
new-no-such-date = There is no day { $date }; check month and day
new-no-folder = There is no folder { $folder }
new-no-publication = The publication's file { $file } is neither in { $folder } nor in a folder above it; start a publication with bulletin init
new-exists = { $path } is already there and never written over, so nothing has been written; if it is another issue, rename it, or change file_name of this edition in bulletin.toml
new-counted-by-name = Warning: numbers, edition or date of { $path } cannot be read, so it was counted by its name; please check the new issue's numbers
new-not-counted = Warning: numbers and edition of { $path } cannot be read, so it was not counted; please check the new issue's numbers
new-later = Warning: the date of { $path } is later than { $date }; the new issue's numbers follow the greatest ones, please check them

cli-value-input = issue
cli-value-issue = issue
cli-value-number = number
cli-value-file = file
cli-value-folder = folder
cli-value-place = place

cli-built = Wrote { $output }: { $pages } page(s), { $kilobytes } kB, { $milliseconds } ms
cli-not-built = { $input }: { $count } error(s), no PDF written
cli-could-not-run = Could not run: { $reason }
cli-no-issues = There is no issue in { $places }: no .toml file (bulletin.toml does not count)
cli-no-match = { $pattern } matches no issue: of what a pattern matches only .toml files count, and folders of them, but for bulletin.toml, hidden files, and pieces that issues take in
cli-no-pattern = { $pattern } is no file, and no pattern: [ must be closed by ], and ** must stand alone between slashes, as in issues/**/*.toml
cli-passed-over = { $input } is the publication's file, not an issue; passed over
cli-is-folder = { $input } is a folder, not an issue; passed over
cli-not-an-issue = { $input } is the publication's file, not an issue; name an issue's file, or a folder of issues
cli-output-of-several = -o is for one issue only; for several use --out-dir
cli-same-output = { $first } and { $second } would both be written to { $output }; build them one by one, or rename one of them
cli-output-is-no-pdf = { $output } is there already and is no PDF; give the PDF another name
cli-output-is-input = { $output } is an issue, settings or a file that they use, and cannot be written as a PDF; give the PDF another name
cli-output-is-no-file = { $output } is a folder or a device, no ordinary file; name another file to write
cli-output-is-dump = { $output } is the very file that .dump is written to; give the PDF another name
cli-no-such-place = There is no file or folder { $place }
cli-unheard = The result could not be written in full (the disk is full, or its place cannot be written to)
cli-no-command = No command is given; bulletin --help lists the commands
cli-unknown-command = There is no command “{ $argument }”; bulletin --help lists the commands
cli-unknown-argument = “{ $argument }” is not known; add --help for the options
cli-missing-argument = { $argument } is missing; add --help for the usage
cli-conflict = “{ $argument }” cannot go together with “{ $other }”
cli-wrong-word = { $argument } cannot be “{ $value }”; it may be: { $choices }
cli-empty-value = { $argument } is empty; please give a value
cli-no-value = “{ $argument }” needs a value; add --help for the usage

io-not-found = there is no such file or folder
io-too-large = the file is too large
io-loop = links lead in a circle
io-permission = permission is denied
io-is-folder = it is a folder, not a file
io-not-folder = it is not a folder
io-full = the disk is full
io-read-only = this place is read-only
io-no-file = this is no ordinary file
io-exists = there is a file of this name already

fonts-role = use
fonts-face = face
fonts-file = file
fonts-licence = licence
fonts-glyphs = glyphs
fonts-origin = found by
fonts-by-path = path
fonts-in-folder = fonts folder
fonts-in-cache = cache
fonts-installed = installed
fonts-substitute = installed, for a default face
fonts-lacks-nothing = { $role } ({ $faces }): no characters lacking
fonts-lacks = { $role } ({ $faces }): { $count } character(s) lacking
fonts-lack = { $char } { $point }  { $face } stands in  { $places }{ $count ->
        [few] {""}
       *[other] {" "}and so on, { $count } places
    }
fonts-lack-of-all = { $char } { $point }  in no face  { $places }{ $count ->
        [few] {""}
       *[other] {" "}and so on, { $count } places
    }
fonts-nowhere = (not found)
fonts-licence-unknown = (your own; its licence is your care)
