"""The tree of tags of a PDF, held against the TOML it was made from.

    python tags.py FILE.pdf ISSUE.toml bulletin.toml

Walks the structure tree with pikepdf, takes each element's text from the marked sequences of the pages through the
fonts' ToUnicode maps, and compares types, order and texts with what the TOML says. Prints `same` and the count of
elements; or the first difference, and ends with 1. Knows issues of plain paragraphs, as the published one is.
"""

import re
import sys
import tomllib

import pikepdf


def to_unicode(font):
    """A font's map from codes to text."""
    texts = {}
    data = font.ToUnicode.read_bytes().decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", data, re.S):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            texts[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", data, re.S):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            start = bytes.fromhex(text).decode("utf-16-be")
            for step in range(int(last, 16) - int(first, 16) + 1):
                texts[int(first, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)
    return texts


def sequences(page, maps):
    """The text of each marked sequence of a page, by its number; artifacts are left out."""
    texts = {}
    current, font = None, None
    for operands, operator in pikepdf.parse_content_stream(page):
        operator = str(operator)
        if operator == "BDC":
            current = operands[1].get("/MCID")
        elif operator == "EMC":
            current = None
        elif operator == "Tf":
            own = page.Resources.Font[str(operands[0])]
            if own.objgen not in maps:
                maps[own.objgen] = to_unicode(own)
            font = maps[own.objgen]
        elif operator in ("Tj", "TJ") and current is not None:
            items = operands[0] if operator == "TJ" else [operands[0]]
            for item in items:
                if isinstance(item, pikepdf.String):
                    data = bytes(item)
                    codes = [int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2)]
                    texts[int(current)] = texts.get(int(current), "") + "".join(font[code] for code in codes)
    return texts


def walk(element, pages, depth=0):
    """Elements in reading order: depth, type, own text."""
    text, kids = "", []
    own = element.get("/Pg")
    found = element.get("/K", [])
    for kid in found if isinstance(found, pikepdf.Array) else [found]:
        if isinstance(kid, int):
            text += pages[own.objgen].get(int(kid), "")
        elif kid.get("/Type") == "/MCR":
            text += pages[kid.get("/Pg", own).objgen].get(int(kid.MCID), "")
        elif kid.get("/Type") == "/OBJR":
            continue
        else:
            kids.append(kid)
    inside = [item for kid in kids for item in walk(kid, pages, depth + 1)]
    kind = str(element.S)[1:]
    # A link is its element's own words, and on screens alone.
    if kind == "Reference" and len(inside) == 1 and inside[0][1] == "Link":
        text, inside = inside[0][2], []
    return [(depth, kind, text)] + inside


def paragraphs(body):
    """The paragraphs of a body: what blank lines part."""
    return ["".join(part.split("\n")).strip() for part in re.split(r"\n\s*\n", body.strip("\n")) if part.strip()]


def byline(table):
    units = table.get("unit", [])
    units = [units] if isinstance(units, str) else units
    return "（" + "".join(units) + "".join(table.get("authors", [])) + "）"


def wanted(issue, publication):
    """What the TOML says should stand in the tree."""
    date = issue["date"]
    tree = [(0, "Document", ""), (1, "Sect", ""), (2, "H1", publication["name"]), (2, "P", f"（{issue['edition']}）")]
    tree.append((2, "P", f"第{issue['number']}期（总第{issue['serial']}期）"))
    tree += [(2, "P", publication["publisher"]), (2, "P", f"{date.year}年{date.month}月{date.day}日")]
    tree += [(1, "TOC", ""), (2, "Caption", "目录")]
    column = None
    for article in issue["article"]:
        tree.append((2, "TOCI", ""))
        if article["column"] != column:
            column = article["column"]
            tree.append((3, "Lbl", column))
        tree.append((3, "Reference", "".join(article["title"].split("\n"))))
    if issue.get("brief"):
        tree += [(2, "TOCI", ""), (3, "Lbl", publication["briefs_column"]), (3, "Reference", f"{len(issue['brief'])}则")]
    for article in issue["article"]:
        tree += [(1, "Art", ""), (2, "H2", "".join(article["title"].split("\n")))]
        tree += [(2, "P", text) for text in paragraphs(article["body"])]
        tree.append((2, "P", byline(article)))
    if issue.get("brief"):
        tree += [(1, "Sect", ""), (2, "H2", publication["briefs_column"])]
        for brief in issue["brief"]:
            tree.append((2, "Art", ""))
            tree += [(3, "P", text) for text in paragraphs(brief["body"])]
            tree.append((3, "P", byline(brief)))
    tree.append((1, "Sect", ""))
    tree += [(2, "P", tier["label"] + "".join(tier["groups"])) for tier in publication["recipients"]]
    tree += [(2, "P", f"本期责任编辑：{issue['editor']}"), (2, "P", f"电话：{publication['telephone']}")]
    return tree


def main():
    path, issue, publication = sys.argv[1:]
    with open(issue, "rb") as file:
        issue = tomllib.load(file)
    with open(publication, "rb") as file:
        publication = tomllib.load(file)
    pdf = pikepdf.open(path)
    maps = {}
    pages = {page.objgen: sequences(page, maps) for page in pdf.pages}
    found = [item for kid in pdf.Root.StructTreeRoot.K for item in walk(kid, pages)]
    expected = wanted(issue, publication)
    for at, (one, other) in enumerate(zip(found, expected)):
        if one != other:
            print(f"element {at}: found {one}, the TOML says {other}")
            sys.exit(1)
    if len(found) != len(expected):
        print(f"{len(found)} elements, the TOML has {len(expected)}")
        sys.exit(1)
    print(f"same: {len(found)} elements")


main()
