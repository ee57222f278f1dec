#!/usr/bin/env python3
"""Every printed line of an issue, derived a second time from the written rules alone.

    python3 tests/oracle/lines.py issues/709.toml --fonts DIR

One tab-separated row a printed line, in reading order:

    page  grid-line  kind  baseline-y  text  x x x ...

y is in pt from the sheet's top, x in pt from its left edge, to 3 decimals. An x is the left edge of
what is left of a character's box: line start plus the used widths and gaps before it. Text and x
hold visible characters only. The settings are `bulletin.toml` beside the issue.

Rules: "HS n" is section n of the bulletin's house style, "RB n" of its rule book of Chinese setting, the
papers that docs/rules.md sums up; the house style wins.
Where both leave a choice open the comment says "Reading:". All positions are exact fractions;
lengths are pt on the sheet and em (of the text at hand) inside a line.
"""

import argparse
import math
import re
import struct
import sys
import tomllib
import unicodedata
from dataclasses import dataclass
from fractions import Fraction as F
from pathlib import Path

HALF, QUARTER = F(1, 2), F(1, 4)


def mm(n):
    """Millimetres as pt."""
    return F(n) * F(720, 254)


# ---- the format's numbers (HS 1-6) ------------------------------------------------------------

MEASURE, AREA_HEIGHT = mm(156), mm(225)
AREA_TOP = mm(37)
BINDING, FORE_EDGE = mm(28), mm(26)
LINES_A_PAGE = 22
PITCH = AREA_HEIGHT / LINES_A_PAGE
ABOVE_BASELINE = F(88, 100)  # of the em square
BODY, LEAD_TITLE, TITLE, IMPRINT, NUMBER = 16, 22, 18, 14, 14
MASTHEAD_MOST = 60
INDENT = 2  # em, first line of a paragraph
CONTENTS_STOP = F(11, 2)  # em, where the contents' titles start
BYLINE_CLEARANCE = 2  # em between a paragraph's last line and a byline set on it
# Ink top of U+2014 in FandolSong-Regular, in em: read once from its outline (a bar from 0.289 to 0.311).
DASH_INK_TOP = F(311, 1000)


# ---- faces: advances only ---------------------------------------------------------------------


class Face:
    """An sfnt font, as far as advances need it: cmap and hmtx (head and hhea give their scales)."""

    def __init__(self, path):
        self.data = path.read_bytes()
        count = self._u16(4)
        self.tables = {}
        for i in range(count):
            tag, _, offset, _ = struct.unpack_from(">4sIII", self.data, 12 + 16 * i)
            self.tables[tag.decode()] = offset
        self.em = self._u16(self.tables["head"] + 18)
        self.full_metrics = self._u16(self.tables["hhea"] + 34)
        self.glyph_of = self._read_cmap()

    def _u16(self, at):
        return struct.unpack_from(">H", self.data, at)[0]

    def _u32(self, at):
        return struct.unpack_from(">I", self.data, at)[0]

    def _read_cmap(self):
        """Code point to glyph, from the best Unicode subtable: format 12 before format 4."""
        cmap = self.tables["cmap"]
        found = {}
        for i in range(self._u16(cmap + 2)):
            platform, encoding, offset = struct.unpack_from(">HHI", self.data, cmap + 4 + 8 * i)
            if platform == 0 or (platform == 3 and encoding in (1, 10)):
                found[self._u16(cmap + offset)] = cmap + offset
        if 12 in found:
            return self._read_format_12(found[12])
        return self._read_format_4(found[4])

    def _read_format_12(self, at):
        glyphs = {}
        for i in range(self._u32(at + 12)):
            first, last, glyph = struct.unpack_from(">III", self.data, at + 16 + 12 * i)
            for code in range(first, last + 1):
                glyphs[code] = glyph + code - first
        return glyphs

    def _read_format_4(self, at):
        glyphs = {}
        count = self._u16(at + 6) // 2
        ends, starts, deltas, ranges = (at + 14 + 2 * (k * count + (k > 0)) for k in range(4))
        for i in range(0, 2 * count, 2):
            first, last, delta, offset = (self._u16(array + i) for array in (starts, ends, deltas, ranges))
            for code in range(first, min(last, 0xFFFE) + 1):
                glyph = self._u16(ranges + i + offset + 2 * (code - first)) if offset else code
                if glyph or not offset:
                    glyphs[code] = (glyph + delta) & 0xFFFF
        return glyphs

    def advance(self, char):
        """Advance in em of a character that the face has."""
        glyph = self.glyph_of.get(ord(char))
        if not glyph:
            raise SystemExit(f"no glyph for {char!r} (U+{ord(char):04X})")
        at = self.tables["hmtx"] + 4 * min(glyph, self.full_metrics - 1)
        return F(self._u16(at), self.em)


class Faces:
    """The face that sets a role's ASCII characters; all others have their class's width."""

    DEFAULTS = {
        "body": "FandolFang-Regular",
        "title": "FandolSong-Bold",
        "label": "FandolHei-Regular",
        "byline": "FandolKai-Regular",
        "figure": "FandolSong-Regular",
    }

    def __init__(self, folder, settings):
        self.folder, self.settings, self.opened = folder, settings, {}

    def latin(self, role):
        own = self.settings.get(role, {})
        name = own.get("latin") or own.get("face")
        if name is None:
            name = "FandolSong-Regular" if role == "body" else self.DEFAULTS[role]
        if name not in self.opened:
            paths = sorted(self.folder.rglob(name + ".otf"))
            if not paths:
                raise SystemExit(f"{name}.otf is not in {self.folder}")
            self.opened[name] = Face(paths[0])
        return self.opened[name]


# ---- classes (RB 2) and prohibitions (RB 3, level strict) ---------------------------------------

CLASS_OF = {}
for _name, _chars in {
    "open": "“‘（《〈【〖〔［｛「『〝",
    "close": "”’）》〉】〗〕］｝」』〞",
    "comma": "，、；",
    "colon": "：",
    "stop": "。．",
    "exclam": "？！‼⁇⁈⁉",
    "dash": "—⸺",
    "ellipsis": "…⋯",
    "middot": "·‧•・",
    "hyphen": "-–",
    "tilde": "～",
    "slash": "/／",
    "post": "%‰℃°′″％",
    "pre": "￥$£€№§±−",
    "space": " \u00a0\u3000",
}.items():
    for _char in _chars:
        CLASS_OF[_char] = _name

PAUSES = {"comma", "colon", "stop", "exclam"}
NEVER_FIRST = PAUSES | {"crowd", "close", "middot", "hyphen", "dash", "ellipsis", "tilde", "slash", "space"}
NEVER_LAST = {"open", "slash"}
ASCII_NEVER_FIRST, ASCII_NEVER_LAST = ",.;:?!)]}", "([{"
HALF_EM = {"middot", "hyphen", "slash"}
CONNECTORS = {"hyphen", "tilde", "slash"}
# HS 5: these, and the quotes, give up to half an em where a line needs it; brackets give nothing.
SQUEEZED_QUOTES = "“”‘’"


def class_of(char):
    if char in CLASS_OF:
        return CLASS_OF[char]
    if char < "\u0080":
        return "figure" if char.isdigit() else "latin"
    if unicodedata.category(char)[0] == "L" and unicodedata.east_asian_width(char) not in "WF":
        return "latin"
    # Reading: every other character is a Han unit, so also the fullwidth ＋, which no list names.
    return "han"


@dataclass
class Cell:
    """One character: its class, its whole box, the run that holds it, a fixed gap after it (em)."""

    char: str
    kind: str
    width: F
    run: int
    gap_after: F = F(0)


# Runs that may not be cut (RB 4): numbers with prefix and suffix, Latin words, doubled units.
RUN = re.compile(
    r"第[0-9]+[^，。、；：]?期"
    r"|[￥$£€№§±−]?[0-9A-Za-z]+(?:[.,:/×][0-9A-Za-z]+)*[%‰℃°′″％]?"
    r"|—+|…+|⋯+|[？！]{2,3}"
)


def cells_of(text, role, faces):
    """A text as cells with its runs numbered; one character outside a run is a run of its own."""
    run_at, crowd_at = {}, {}
    for found in RUN.finditer(text):
        for at in range(found.start(), found.end()):
            run_at[at] = found.start()
            if found.group()[0] in "？！":  # two are 1 em in all, three are 2 (RB 5.1), nothing left to give
                crowd_at[at] = F(len(found.group()) - 1, len(found.group()))
    cells = []
    for at, char in enumerate(text):
        kind = class_of(char)
        if at in crowd_at:
            kind, width = "crowd", crowd_at[at]
        elif kind in HALF_EM:
            width = HALF
        elif char == "⸺":
            width = F(2)
        elif char < "\u0080" or kind == "latin" or char == "\u00a0":
            width = faces.latin(role).advance(char)
        else:
            width = F(1)
        cells.append(Cell(char, kind, width, run_at.get(at, at)))
    return cells


def may_break(left, right):
    """May a line end between these neighbours?"""
    if left.run == right.run or left.char == "\u00a0":
        return False
    if left.char in ASCII_NEVER_LAST or right.char in ASCII_NEVER_FIRST:
        return False
    return left.kind not in NEVER_LAST and right.kind not in NEVER_FIRST


# ---- widths (RB 5) ------------------------------------------------------------------------------


def adjacent_loss(left, right):
    """(left mark's right side, right mark's left side) lost where two marks meet, in em (RB 5.1)."""
    a, b = left.kind, right.kind
    if b == "open" and (a in PAUSES or a in ("open", "close", "middot")):
        return F(0), HALF
    if b == "close" and (a in PAUSES or a == "close"):
        return HALF, F(0)
    if a == "close" and (b in PAUSES or b == "middot"):
        return HALF, F(0)
    return F(0), F(0)


class Line:
    """Cells start..end set as one line: what each lost at its sides, and where each one stands."""

    def __init__(self, cells, flush_start=False):
        self.cells = cells
        self.left = [F(0)] * len(cells)
        self.right = [F(0)] * len(cells)
        self.gap = [cell.gap_after for cell in cells]
        if flush_start and cells[0].kind == "open":
            self.left[0] = HALF
        for i in range(len(cells) - 1):
            a, b = adjacent_loss(cells[i], cells[i + 1])
            self.right[i] = max(self.right[i], a)
            self.left[i + 1] = max(self.left[i + 1], b)

    def used(self, i):
        return self.cells[i].width - self.left[i] - self.right[i]

    def natural(self):
        """Width with adjacent marks squeezed, its last gap left out."""
        return sum(self.used(i) + self.gap[i] for i in range(len(self.cells))) - self.gap[-1]

    def end_half(self):
        """The empty half of a mark that ends the line (RB 5.2)."""
        last = self.cells[-1]
        has_half = last.kind in PAUSES or last.kind == "close"
        return HALF if has_half and self.right[-1] == 0 else F(0)

    def squeezable(self):
        """(index, side) of every half that is still there to give (HS 5)."""
        found = []
        for i, cell in enumerate(self.cells):
            if cell.kind in PAUSES or (cell.kind == "close" and cell.char in SQUEEZED_QUOTES):
                if self.right[i] == 0:
                    found.append((i, self.right))
            elif cell.kind == "open" and cell.char in SQUEEZED_QUOTES and self.left[i] == 0:
                found.append((i, self.left))
        return found

    def least(self):
        """Narrowest the line can be: its end's half gone and every other half with it."""
        taken = self.end_half()
        last = len(self.cells) - 1
        halves = [i for i, side in self.squeezable() if not (taken and i == last and side is self.right)]
        return self.natural() - taken - HALF * len(halves)

    def give_end_half(self):
        self.right[-1] += self.end_half()

    def shrink(self, excess):
        """Takes the excess from all squeezable halves alike."""
        halves = self.squeezable()
        each = excess / len(halves)
        assert each <= HALF
        for i, side in halves:
            side[i] += each

    def stretch(self, lack):
        """Shares the lack between all gaps but those inside a run and those beside a connector (RB 6.2).

        Reading: a U+3000 is a fixed blank whose two gaps stretch like any other.
        """
        pairs = enumerate(zip(self.cells, self.cells[1:]))
        gaps = [i for i, (a, b) in pairs if a.run != b.run and not {a.kind, b.kind} & CONNECTORS]
        for i in gaps:
            self.gap[i] += lack / len(gaps)

    def fit(self, measure):
        """Squeezes or stretches the line so that it ends at the measure exactly."""
        self.give_end_half()
        over = self.natural() - measure
        if over > 0:
            self.shrink(over)
        elif over < 0:
            self.stretch(-over)
        # A line that is one single run has no gap to stretch.
        assert self.natural() == measure or self.cells[0].run == self.cells[-1].run, self.text()

    def fit_last(self, measure):
        """A paragraph's last line: natural, unless only the squeeze makes it the last line (HS 5).

        Reading: where the natural width is over the measure, the last mark's half goes first.
        """
        if self.natural() <= measure:
            return
        self.give_end_half()
        if self.natural() > measure:
            self.shrink(self.natural() - measure)

    def places(self):
        """Left edge of each cell, in em from the line's start."""
        x, out = F(0), []
        for i in range(len(self.cells)):
            out.append(x)
            x += self.used(i) + self.gap[i]
        return out

    def text(self):
        return "".join(cell.char for cell in self.cells)


def line_end(cells, start, measure, turned):
    """Furthest legal end at which the fully squeezed line fits: push in first (HS 5)."""
    best = None
    for end in range(start + 1, len(cells) + 1):
        line = Line(cells[start:end], flush_start=turned)
        least = line.least()
        if least > measure + 4:
            break
        if least <= measure and (end == len(cells) or may_break(cells[end - 1], cells[end])):
            best = end
    if best is None:
        raise SystemExit("no legal line end: " + "".join(cell.char for cell in cells[start : start + 30]))
    return best


def set_paragraph(cells, measure, indent):
    """Cells as justified lines, last line natural: [(offset, Line)] in em. A mark at a turned line's start is flush."""
    lines, start = [], 0
    while start < len(cells):
        offset = F(0) if start else F(indent)
        end = line_end(cells, start, measure - offset, turned=start > 0)
        line = Line(cells[start:end], flush_start=start > 0)
        if end < len(cells):
            line.fit(measure - offset)
        else:
            line.fit_last(measure - offset)
        lines.append((offset, line))
        start = end
    assert "".join(line.text() for _, line in lines) == "".join(c.char for c in cells)
    return lines


def set_balanced(cells, measure):
    """A contents title (or a title whose author fixed no break): adjacent marks squeezed and nothing else.

    Reading: one line if it fits; else the fewest lines, cut at mark boundaries if that is possible and at
    any legal place otherwise; among those the one whose longest and shortest lines differ least.
    """

    def at_mark(i):
        return cells[i - 1].kind in PAUSES | {"close"} or cells[i].kind == "open"

    legal = [i for i in range(1, len(cells)) if may_break(cells[i - 1], cells[i])]
    for places in ([i for i in legal if at_mark(i)], legal):
        options = partitions(cells, measure, places)
        if options:
            fewest = min(len(lines) for lines in options)
            return min((o for o in options if len(o) == fewest), key=spread_of)
    raise SystemExit("a title that no break makes fit: " + "".join(c.char for c in cells))


def partitions(cells, measure, places):
    """All ways to cut the cells at some of the places into lines that fit (at most three lines)."""

    def cut(start, left):
        whole = Line(cells[start:])
        if whole.natural() <= measure:
            yield [whole]
        if left:
            for i in places:
                if i > start and Line(cells[start:i]).natural() <= measure:
                    for rest in cut(i, left - 1):
                        yield [Line(cells[start:i])] + rest

    return list(cut(0, 2))


def spread_of(lines):
    widths = [line.natural() for line in lines]
    return max(widths) - min(widths)


# ---- pages ----------------------------------------------------------------------------------------


@dataclass
class Row:
    """A printed line: x are pt from the type area's left edge, y pt from its top."""

    kind: str
    y: F
    chars: str
    xs: list


def row_of(kind, y, line, size, start):
    """A row from a line that starts `start` pt from the type area's left edge; blanks are not printed."""
    shown = [(c.char, start + size * x) for c, x in zip(line.cells, line.places()) if not c.char.isspace()]
    return Row(kind, y, "".join(c for c, _ in shown), [x for _, x in shown])


def baseline(first, height, size):
    """Baseline of a line whose em square is centred in `height` grid lines, from `first` (0-based) on."""
    return first * PITCH + (height * PITCH - size) / 2 + ABOVE_BASELINE * size


class Flow:
    """Pages of 22 grid lines, filled from the top; `line` is the next free one (0-based)."""

    def __init__(self):
        self.pages = [[]]  # a page is a list of rows
        self.line = 0

    def left(self):
        return LINES_A_PAGE - self.line

    def new_page(self):
        self.pages.append([])
        self.line = 0

    def need(self, lines):
        """Goes to the next page unless so many lines are left on this one."""
        if lines > self.left():
            self.new_page()

    def blank(self):
        """A blank line that a page's top drops."""
        if 0 < self.line < LINES_A_PAGE:
            self.line += 1

    def put(self, kind, line, size, start):
        self.need(1)
        self.pages[-1].append(row_of(kind, baseline(self.line, 1, size), line, size, start))
        self.line += 1


# ---- page one (HS 3) --------------------------------------------------------------------------------


def set_off_figures(cells):
    """A quarter em between figures and Han units."""
    for a, b in zip(cells, cells[1:]):
        if {a.kind, b.kind} == {"figure", "han"}:
            a.gap_after = QUARTER
    return cells


def centred(line, size):
    """Reading: a line is centred by its natural width, its edge marks whole (RB 6.4: headings, RB 5.1 only)."""
    return (MEASURE - size * line.natural()) / 2


def masthead_row(name, faces):
    """The name spread over the measure less 2 em of 16 pt, 60 pt or the largest size that fits."""
    cells = cells_of(name, "title", faces)
    room = MEASURE - 2 * BODY
    width = Line(cells).natural()
    size = min(F(MASTHEAD_MOST), room / width, 3 * PITCH)
    for cell in cells[:-1]:
        cell.gap_after = (room / size - width) / (len(cells) - 1)
    return row_of("masthead", baseline(0, 3, size), Line(cells), size, F(BODY))


def edition_line(edition, faces):
    cells = cells_of(f"（{edition}）", "byline", faces)
    if len(edition) == 2:
        cells[1].gap_after = HALF
    return Line(cells)


def head_rows(issue, settings, faces):
    """Lines 1-9: masthead, edition, number, publisher and date, the contents' heading."""
    yield masthead_row(settings["name"], faces)
    line = edition_line(issue["edition"], faces)
    yield row_of("edition", baseline(3, 1, BODY), line, BODY, centred(line, BODY))
    number = f"第{issue['number']}期（总第{issue['serial']}期）"
    line = Line(set_off_figures(cells_of(number, "body", faces)))
    yield row_of("number", baseline(4, 1, BODY), line, BODY, centred(line, BODY))
    line = Line(cells_of(settings["publisher"], "body", faces))
    yield row_of("publisher", baseline(5, 1, BODY), line, BODY, F(BODY))
    day = issue["date"]
    line = Line(set_off_figures(cells_of(f"{day.year}年{day.month}月{day.day}日", "body", faces)))
    yield row_of("date", baseline(5, 1, BODY), line, BODY, MEASURE - BODY - BODY * line.natural())
    cells = cells_of("目录", "title", faces)
    cells[0].gap_after = F(1)
    line = Line(cells)
    yield row_of("contents-heading", baseline(7, 2, LEAD_TITLE), line, LEAD_TITLE, centred(line, LEAD_TITLE))


def contents_entries(issue, settings, faces):
    """(label or empty, title cells), one entry an article; the briefs are one entry with their count."""
    column = None
    for article in issue.get("article", []):
        label = article["column"] if article["column"] != column else ""
        column = article["column"]
        yield label, cells_of("".join(title_lines(article)), "body", faces)
    if issue.get("brief"):
        # Reading: the count's figure is set off like those of line 5 (the house style writes `6 则`).
        yield settings["briefs_column"], set_off_figures(cells_of(f"{len(issue['brief'])}则", "body", faces))


def put_page_one(flow, issue, settings, faces):
    flow.pages[-1] += list(head_rows(issue, settings, faces))
    flow.line = 10
    for label, cells in contents_entries(issue, settings, faces):
        lines = set_balanced(cells, MEASURE / BODY - CONTENTS_STOP)
        for i, line in enumerate(lines):
            flow.need(1)
            if label and i == 0:
                flow.put("contents-label", Line(cells_of(label, "label", faces)), BODY, F(0))
                flow.line -= 1
            flow.put("contents-title", line, BODY, BODY * CONTENTS_STOP)
    flow.new_page()


# ---- articles (HS 4) --------------------------------------------------------------------------------


def title_lines(article):
    return [part.strip() for part in article["title"].strip().splitlines()]


def paragraphs(text):
    """Paragraphs of a source text: blocks between blank lines, the author's line ends inside them dropped."""
    blocks = re.split(r"\n[ \t\r]*\n", text.strip())
    return ["".join(part.strip(" \t\r") for part in block.split("\n")) for block in blocks]


def broken_title(article, size, faces):
    """Title lines; the author's breaks are kept as they are."""
    parts = title_lines(article)
    if len(parts) > 1:
        return [Line(cells_of(part, "title", faces)) for part in parts]
    return set_balanced(cells_of(parts[0], "title", faces), MEASURE / size)


def put_title(flow, article, is_lead, faces):
    """1 blank above (kept at a page's top by the lead's title only), the title, 1 blank below; 2 lines of text with it.

    The lead's lines are 1.5 grid lines high, the whole rounded up; what that adds is shared above and below.
    """
    size, height = (LEAD_TITLE, F(3, 2)) if is_lead else (TITLE, F(1))
    lines = broken_title(article, size, faces)
    inner = height * len(lines)
    total = math.ceil(inner) + 2
    above = 1
    if flow.line == 0 and not is_lead:
        above, total = 0, total - 1
    if total + 2 > flow.left() and flow.line > 0:
        flow.new_page()
        return put_title(flow, article, is_lead, faces)
    first = flow.line + above + (math.ceil(inner) - inner) / 2
    for i, line in enumerate(lines):
        y = baseline(first + i * height, height, size)
        flow.pages[-1].append(row_of("title", y, line, size, centred(line, size)))
    flow.line += total


def byline_parts(item, faces):
    """Parts of `（unit　name　name）` as cells; a two-character name is spaced to three em by position."""
    texts = [item["unit"]] + item.get("authors", [])
    texts[0] = "（" + texts[0]
    texts[-1] += "）"
    parts = [cells_of(text, "byline", faces) for text in texts]
    for part, name in zip(parts[1:], item.get("authors", [])):
        if len(name) == 2:
            part[0].gap_after = F(1)
    return parts


def byline_lines(item, faces):
    """The byline as lines, turned between its parts where it is longer than the measure."""
    rows = [[]]
    for part in byline_parts(item, faces):
        part[-1].gap_after = F(1)  # Line.natural() leaves the last gap out
        if rows[-1] and Line(rows[-1] + part).natural() > MEASURE / BODY:
            rows.append([])
        rows[-1] += part
    return [Line(cells) for cells in rows]


def put_byline(flow, lines):
    """Each line ends at the measure's right edge.

    Reading: with its whole box. Only a justified line's last mark gives up its half (HS 5), a byline is natural.
    """
    for line in lines:
        flow.put("byline", line, BODY, MEASURE - BODY * line.natural())


def put_paragraph(flow, lines):
    for offset, line in lines:
        flow.put("paragraph", line, BODY, BODY * offset)


def put_last_paragraph(flow, lines, byline):
    """The paragraph before a byline: a byline never stands alone at a page's top (HS 4).

    It goes on the paragraph's last line if that fits with 2 em between, else that line goes over with it.
    """
    put_paragraph(flow, lines[:-1])
    offset, last = lines[-1]
    flow.need(1)
    if 1 + len(byline) <= flow.left():
        put_paragraph(flow, lines[-1:])
        return put_byline(flow, byline)
    taken = offset + last.natural() + BYLINE_CLEARANCE + byline[0].natural()
    if len(byline) == 1 and taken <= MEASURE / BODY:
        put_paragraph(flow, lines[-1:])
        flow.line -= 1
        return put_byline(flow, byline)
    flow.new_page()
    put_paragraph(flow, lines[-1:])
    put_byline(flow, byline)


def put_text(flow, item, faces):
    """An article's or a brief's paragraphs and its byline."""
    measure = MEASURE / BODY
    texts = paragraphs(item["body"])
    for text in texts[:-1]:
        put_paragraph(flow, set_paragraph(cells_of(text, "body", faces), measure, INDENT))
    last = set_paragraph(cells_of(texts[-1], "body", faces), measure, INDENT)
    put_last_paragraph(flow, last, byline_lines(item, faces))


def put_briefs(flow, briefs, heading, faces):
    """Heading: 1 blank above (dropped at a page's top), none below. 1 blank between two briefs.

    Reading: the heading keeps two lines of text with it, as a title does (RB 8).
    """
    if not briefs:
        return
    flow.need(1 + 1 + 2)
    flow.blank()
    line = Line(cells_of(heading, "label", faces))
    flow.put("heading", line, TITLE, centred(line, TITLE))
    for i, brief in enumerate(briefs):
        if i:
            flow.blank()
        put_text(flow, brief, faces)


# ---- imprint and page numbers (HS 6) ------------------------------------------------------------------


def imprint_recipients(settings, faces):
    """(start in pt, Line) of the recipients' lines.

    Reading: a group that is longer than its line is broken and justified like body text, hanging behind `送：`.
    """
    room = (MEASURE - 2 * IMPRINT) / IMPRINT
    for entry in settings.get("recipients", []):
        label = cells_of(entry["label"], "body", faces)
        hang = sum(cell.width for cell in label)
        for g, group in enumerate(entry["groups"]):
            for i, (_, line) in enumerate(set_paragraph(cells_of(group, "body", faces), room - hang, 0)):
                start = IMPRINT * (1 + hang)
                if g == i == 0:
                    line = with_label(label, line)
                    start = F(IMPRINT)
                yield start, line


def with_label(label, line):
    """The label, full (RB 1.6), before a line already set."""
    joined = Line(label + line.cells)
    joined.left = [F(0)] * len(label) + line.left
    joined.right = [F(0)] * len(label) + line.right
    joined.gap = [F(0)] * len(label) + line.gap
    return joined


def put_imprint(flow, issue, settings, faces):
    """At the foot of the last page, its last rule on the foot of the type area; one grid line a line."""
    recipients = list(imprint_recipients(settings, faces))
    flow.need(len(recipients) + 1)
    flow.line = LINES_A_PAGE - 1 - len(recipients)
    for start, line in recipients:
        flow.put("imprint", line, IMPRINT, start)
    # Reading: the two ends of the last line are a row each, like the publisher and the date.
    editor = Line(cells_of(f"本期责任编辑：{issue['editor']}", "body", faces))
    telephone = Line(cells_of(f"电话：{settings['telephone']}", "body", faces))
    flow.put("imprint", editor, IMPRINT, F(IMPRINT))
    flow.line -= 1
    flow.put("imprint", telephone, IMPRINT, MEASURE - IMPRINT - IMPRINT * telephone.natural())


def number_row(page, faces):
    """`— 2 —`, the dash's ink 7 mm below the type area; 1 em in, odd pages from the right, even from the left."""
    cells = cells_of(f"—{page}—", "figure", faces)
    cells[0].gap_after = cells[-2].gap_after = QUARTER
    line = Line(cells)
    start = MEASURE - NUMBER - NUMBER * line.natural() if page % 2 else F(NUMBER)
    y = AREA_HEIGHT + mm(7) + DASH_INK_TOP * NUMBER
    return row_of("page-number", y, line, NUMBER, start)


# ---- the whole ------------------------------------------------------------------------------------------


def lay_out(issue, settings, faces):
    flow = Flow()
    put_page_one(flow, issue, settings, faces)
    for i, article in enumerate(issue.get("article", [])):
        put_title(flow, article, i == 0, faces)
        put_text(flow, article, faces)
    put_briefs(flow, issue.get("brief", []), settings["briefs_column"], faces)
    put_imprint(flow, issue, settings, faces)
    for i, page in enumerate(flow.pages):
        page.append(number_row(i + 1, faces))
    return flow.pages


def check_text(pages, issue):
    """No character of the text pages is lost, doubled or moved."""
    source = []
    for i, item in enumerate(issue.get("article", []) + issue.get("brief", [])):
        source.append(item.get("title", "") + item["body"])
        source.append("（" + item["unit"] + "".join(item.get("authors", [])) + "）")
    want = re.sub(r"\s", "", "".join(source))
    kinds = {"title", "paragraph", "byline"}
    have = "".join(row.chars for page in pages for row in page if row.kind in kinds)
    assert have == want, "the pages' text is not the source's"


def check_709(pages, issue):
    """HS 7: what the published issue shows."""
    if issue["serial"] != 709:
        return
    starts = {
        2: "市人大机关打造学习型组织扎实推进",
        3: "力科学立法、民主立法",
        4: "钱塘区：以高质量学习推动人大工作高质量发展",
        5: "交流。",
        6: "子成员坚持示范带动",
        # HS 7 lists 足各工委专业优势 and allows one character earlier or later. With both halves of HS 5's
        # `“”‘’` squeezed, `推行“三` (page 6, line 19) pulls its character in and 足 ends page 6.
        7: ("立足各工委专业优势", "足各工委专业优势", "各工委专业优势"),
    }
    assert len(pages) == 14, f"{len(pages)} pages, not 14"
    for page, start in starts.items():
        first = pages[page - 1][0].chars
        assert first.startswith(start), f"page {page} starts with {first}"


def decimals(value):
    """Three decimals, halves to even."""
    return f"{round(value * 1000) / 1000:.3f}"


def print_rows(pages, out):
    for number, page in enumerate(pages, 1):
        left = BINDING if number % 2 else FORE_EDGE
        for row in page:
            grid = 0 if row.kind == "page-number" else 1 + math.floor(row.y / PITCH)
            xs = " ".join(decimals(left + x) for x in row.xs)
            print(number, grid, row.kind, decimals(AREA_TOP + row.y), row.chars, xs, sep="\t", file=out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("issue", type=Path)
    parser.add_argument("--fonts", type=Path, required=True, help="the folder with the .otf faces")
    arguments = parser.parse_args()
    issue = tomllib.loads(arguments.issue.read_text(encoding="utf-8"))
    beside = arguments.issue.with_name("bulletin.toml")
    settings = tomllib.loads(beside.read_text(encoding="utf-8"))
    faces = Faces(arguments.fonts, settings.get("faces", {}))
    pages = lay_out(issue, settings, faces)
    check_text(pages, issue)
    check_709(pages, issue)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print_rows(pages, sys.stdout)


if __name__ == "__main__":
    main()
