"""Peak memory of builds, against the bars: one issue under 48 MiB, many in one run under 150 MiB.

    python3 benches/memory.py

What the system counts is the most that was in memory at once, the touched pages of mapped faces included.
"""

import sys

import processes

# MiB; ours.
BARS = {"one": 48, "many": 150}
MANY = 300


def peaks():
    """The peak of each kind of run, MiB: the user's cache empty, on two threads."""
    folder = processes.scratch("memory")
    many = processes.generate(folder / "many", MANY)
    sources = {"one": processes.ROOT / "issues/709.toml", "many": many}
    for name, source in sources.items():
        cache, out = folder / f"{name}.cache", folder / f"{name}.out"
        cost = processes.run([processes.PROGRAM, "build", source, "--out-dir", out, "--force"], cache)
        yield name, cost.peak


def main():
    over = False
    for name, peak in peaks():
        over |= peak > BARS[name]
        what = "一期 one issue" if name == "one" else f"一次 {MANY} 期 {MANY} issues in one run"
        print(f"{what}: {peak:.1f} MiB, {'超过 over' if peak > BARS[name] else '不超过 under'} {BARS[name]} MiB")
    processes.scratch("memory")
    return over


if __name__ == "__main__":
    sys.exit(main())
