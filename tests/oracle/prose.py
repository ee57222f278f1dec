"""Counts what a reader of a PDF sees of an issue's lines, from the places of its words alone.

    python3 prose.py issue.pdf

Needs pdftotext (poppler). Prints JSON, a key a line: `pages`; `lines`, a number a page, page numbers left out; `forbidden`, lines
that start or end with a mark that may not; `turned`, how many lines were seen to go on in the next one; `ragged`,
those of them whose right edge is off the measure.

Words are joined to lines by their middles: poppler parts a line at its gaps, and faces differ in their heights.
A line goes on if the next one, on this page or the next, starts at the left edge: paragraphs are indented, titles
are centred, the imprint is set in, bylines stand at the right.
"""

import argparse
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from html import unescape

MM = 72 / 25.4
EM = 16.0
AREA_TOP, AREA_FOOT = 37 * MM, (37 + 225) * MM
MEASURE = 156 * MM
BINDING, FORE_EDGE = 28 * MM, 26 * MM

SLACK = 0.05
# Words whose middles are nearer than this stand on one line; lines are 28.99 pt apart.
ONE_LINE = 9.0

NO_START = set("，。、；：！？”’）》〉】〕·—…～%℃")
NO_END = set("“‘（《〈【〔")

WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


@dataclass
class Word:
    left: float
    right: float
    middle: float
    text: str


@dataclass
class Line:
    page: int
    left: float
    right: float
    text: str


def words_of(page):
    """The words of a page of poppler's output that stand in the type area."""
    for match in WORD.finditer(page):
        left, top, right, foot = map(float, match.groups()[:4])
        middle = (top + foot) / 2
        if AREA_TOP < middle < AREA_FOOT:
            yield Word(left, right, middle, unescape(match.group(5)))


def line_of(number, words):
    words = sorted(words, key=lambda word: word.left)
    edge = BINDING if number % 2 else FORE_EDGE
    right = max(word.right for word in words)
    return Line(number, words[0].left - edge, right - edge, "".join(word.text for word in words))


def lines_of(number, page):
    """The words of a page joined to lines, from the top."""
    groups = []
    for word in sorted(words_of(page), key=lambda word: word.middle):
        if groups and word.middle - groups[-1][0].middle < ONE_LINE:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [line_of(number, words) for words in groups]


def pages_of(path):
    command = ["pdftotext", "-bbox", "-enc", "UTF-8", path, "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")
    pages = text.split("<page ")[1:]
    return [lines_of(number, page) for number, page in enumerate(pages, 1)]


def is_forbidden(line):
    return line.text[0] in NO_START or line.text[-1] in NO_END


def is_turned(line):
    """Whether a line goes on from the one before: at the left edge, an opening mark's empty half outside it."""
    half = EM / 2 if line.text[0] in NO_END else 0.0
    return abs(line.left + half) <= SLACK


def is_ragged(line):
    """A mark may reach out of the measure with the empty half of its frame, and with no more."""
    return abs(line.right - MEASURE) > EM / 2 + SLACK


def said(line):
    return f"page {line.page}, {line.right - MEASURE:+.3f} pt: {line.text}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pdf")
    pages = pages_of(parser.parse_args().pdf)
    # The first page is the masthead and the contents.
    body = [line for page in pages[1:] for line in page]
    turned = [line for line, following in zip(body, body[1:]) if is_turned(following)]
    findings = {
        "pages": len(pages),
        "lines": [len(page) for page in pages],
        "forbidden": [said(line) for page in pages for line in page if is_forbidden(line)],
        "turned": len(turned),
        "ragged": [said(line) for line in turned if is_ragged(line)],
    }
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    pairs = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in findings.items())
    print("{", ",\n".join(pairs), "}", sep="\n")


if __name__ == "__main__":
    main()
