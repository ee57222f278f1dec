"""Counts the instructions that the release program takes, and holds them against the record.

    python3 benches/instructions.py            # ends with 1 if a count is over its record
    python3 benches/instructions.py --accept   # writes the record anew

Times differ from run to run by more than any change of the code; counts differ by a millionth. They do not tell how
long a thing takes, only that it takes more than it did.
"""

import platform
import re
import shutil
import subprocess
import sys
import time
import tomllib

import processes

RECORD = processes.ROOT / "benches/instructions.toml"
# Of a record, in hundredths: where it was taken with the same tools, and where it was not. Two runs differ by a
# millionth; another compiler, C library, valgrind or processor may well differ by several hundredths.
SAME, OTHER = 3, 10
ISSUES = 5

HEADER = f"""\
# Instructions of the release program on one thread, as valgrind counts them: what `make test` holds a build against.
# `make accept-instructions` writes this file. A count may be over its record by {SAME} %, or by {OTHER} % where the tools are not
# those that the record was taken with; so take it anew when the compiler is another one.
#
# cold: nothing is known of the faces, and they are hashed. warm: their digests are known; the source is not.
"""


def tools():
    """What a count depends on besides the code."""
    first = lambda *command: subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")[0]
    flags = processes.pathlib.Path("/proc/cpuinfo").read_text()
    return {
        "machine": platform.machine() + (" avx2" if " avx2" in flags else ""),
        "rustc": first("rustc", "--version"),
        "valgrind": first("valgrind", "--version"),
        "libc": " ".join(platform.libc_ver()),
    }


def count(cache, *arguments):
    """The instructions of a run of the program."""
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    told = processes.run([*valgrind, processes.PROGRAM, *arguments], cache, threads=1).out
    return int(re.search(r"Collected : (\d+)", told)[1])


def counts():
    """The counts by their names."""
    folder = processes.scratch("instructions")
    issue = processes.ROOT / "issues/709.toml"
    archive = processes.generate(folder / "archive", ISSUES)
    time.sleep(processes.STILL)
    cache = folder / "cache"
    build = lambda source, out, *options: count(cache, "build", source, "--out-dir", folder / out, *options)
    return {
        "issue-cold": build(issue, "cold", "--force"),
        "issue-warm": build(issue, "warm"),
        "issue-unchanged": build(issue, "warm"),
        "issue-check": count(cache, "check", issue),
        "archive-warm": build(archive, "archive.out"),
        "archive-unchanged": build(archive, "archive.out"),
        "archive-check": count(cache, "check", archive),
    }


def verdicts(recorded, counted, tolerance):
    """What is to be said of each count: its name, a sign, and by how many hundredths it is off."""
    for name in sorted(recorded.keys() | counted.keys()):
        old, new = recorded.get(name), counted.get(name)
        if old is None or new is None:
            yield name, "unknown", 0.0
            continue
        off = (new - old) / old * 100
        yield name, "over" if off > tolerance else "under" if off < -tolerance else "same", off


def write(counted):
    quoted = lambda items: "".join(f'{key} = "{value}"\n' for key, value in items.items())
    numbers = "".join(f"{name} = {value:_}\n" for name, value in counted.items())
    RECORD.write_text(f"{HEADER}\n[tools]\n{quoted(tools())}\n[counts]\n{numbers}")
    print(f"{RECORD.relative_to(processes.ROOT)}:\n{numbers}", end="")


def hold(counted):
    """Tells of each count; whether one is over its record."""
    record = tomllib.loads(RECORD.read_text())
    others = [f"{key}: {record['tools'].get(key)} -> {value}" for key, value in tools().items() if record["tools"].get(key) != value]
    tolerance = OTHER if others else SAME
    if others:
        print(f"与记录时的工具不同，放宽到 {tolerance} %。 Not the record's tools, so {tolerance} % is allowed: {'; '.join(others)}")
    found = list(verdicts(record["counts"], counted, tolerance))
    for name, sign, off in found:
        print(f"{name:18}{counted.get(name, 0):>15,}  {off:+7.2f} %{'' if sign == 'same' else '  ' + sign.upper()}")
    signs = {sign for _, sign, _ in found}
    if "over" in signs:
        print(f"指令数比记录多出 {tolerance} % 以上。 More instructions than recorded, by over {tolerance} %: find out why,")
        print("or, if they are worth it, record them: make accept-instructions")
    if signs & {"under", "unknown"}:
        print("指令数与记录不符，请更新记录。 The record is out of date; record the new counts: make accept-instructions")
    return bool(signs & {"over", "unknown"})


def main():
    accepts = sys.argv[1:] == ["--accept"]
    if not shutil.which("valgrind"):
        if accepts:
            raise SystemExit("没有 valgrind。 valgrind is not installed: apt-get install valgrind")
        print("SKIPPED: 没有 valgrind，不数指令。 valgrind is not installed, so instructions are not counted.")
        return False
    if accepts:
        write(counts())
        return False
    if tomllib.loads(RECORD.read_text())["tools"]["machine"].split()[0] != platform.machine():
        print("SKIPPED: 记录属于另一种处理器。 The record is of another kind of processor.")
        return False
    return hold(counts())


if __name__ == "__main__":
    sys.exit(main())
