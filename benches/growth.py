"""How the cost of a build grows: with the pages of one issue, and with the issues of one run.

    python3 benches/growth.py [pages|issues]

Whole processes on two threads, the user's cache empty; the median of several rounds where they are short. Writes up to
2.5 GB below target/scratch and removes it.
"""

import re
import shutil
import statistics
import sys

import processes

# Paragraphs that fill about 14, 100, 300 and 1,000 pages.
PARAGRAPHS = [26, 225, 690, 2320]
ISSUES = [1, 10, 100, 1000, 5000]
ROUNDS = 5
# A size is not begun again after so many seconds.
ENOUGH = 10


def measured(source, folder):
    """Builds a source some times; the last run's words, and the medians of wall, cpu and peak."""
    costs = []
    while len(costs) < ROUNDS and sum(cost.wall for cost in costs) < ENOUGH:
        for old in (folder / "cache", folder / "out"):
            shutil.rmtree(old, ignore_errors=True)
        arguments = ["build", "--lang", "en", source, "--out-dir", folder / "out", "--force"]
        costs.append(processes.run([processes.PROGRAM, *arguments], folder / "cache"))
    median = lambda key: statistics.median(getattr(cost, key) for cost in costs)
    return costs[-1].out, median("wall"), median("cpu"), median("peak")


def table(what, rows):
    """A table: how many, and the costs of all and of each."""
    print(f"| {what} | wall s | cpu s | wall ms each | cpu ms each | peak MiB |\n| --: | --: | --: | --: | --: | --: |")
    for count, wall, cpu, peak in rows:
        each = f"{wall / count * 1000:.2f} | {cpu / count * 1000:.2f}"
        print(f"| {count:,} | {wall:.3f} | {cpu:.3f} | {each} | {peak:.0f} |", flush=True)


def pages():
    """One issue, longer and longer."""
    for paragraphs in PARAGRAPHS:
        folder = processes.scratch("growth")
        source = processes.generate(folder / "source", "long", paragraphs) / "1.toml"
        out, *costs = measured(source, folder)
        yield int(re.search(r"(\d+) page\(s\)", out)[1]), *costs


def issues():
    """More and more issues in one run."""
    for count in ISSUES:
        folder = processes.scratch("growth")
        _, *costs = measured(processes.generate(folder / "source", count), folder)
        yield count, *costs


def main():
    wanted = sys.argv[1:] or ["pages", "issues"]
    kinds = {"pages": ("pages of one issue", pages), "issues": ("issues in one run", issues)}
    if unknown := [name for name in wanted if name not in kinds]:
        raise SystemExit(f"{unknown[0]}: neither {' nor '.join(kinds)}")
    for name in wanted:
        what, rows = kinds[name]
        table(what, rows())
        print()
    processes.scratch("growth").rmdir()


if __name__ == "__main__":
    main()
