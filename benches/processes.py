"""Runs of the release program as whole processes, for the guards and the tables of growth.

Every run gets the same small environment and a cache of the user's of its own, so that nothing depends on who runs it.
"""

import os
import pathlib
import shutil
import subprocess
import time
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
PROGRAM = TARGET / "release/bulletin"
# Below the checkout, so that its faces are found.
SCRATCH = ROOT / "target/scratch"
# A file that changed less than two seconds ago is hashed each time, as `src/lock/digests.rs` says.
STILL = 2.5


@dataclass
class Cost:
    """What a process took."""

    wall: float  # s
    cpu: float  # s, the program's and the system's on its behalf
    peak: float  # MiB, mapped files that it touched included
    out: str


def scratch(name):
    """An empty folder."""
    folder = SCRATCH / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def environment(cache, threads):
    """All that a run is told."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(cache),
        "XDG_CACHE_HOME": str(cache),
        "LC_ALL": "C.UTF-8",
        "RAYON_NUM_THREADS": str(threads),
    }


def run(arguments, cache, threads=2):
    """Runs a command and gives what it took; a command that fails ends this program."""
    output = SCRATCH / "output"
    output.parent.mkdir(parents=True, exist_ok=True)
    with output.open("w+b") as file:
        start = time.perf_counter()
        command = [str(argument) for argument in arguments]
        process = subprocess.Popen(command, stdout=file, stderr=file, env=environment(cache, threads), cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        file.seek(0)
        out = file.read().decode(errors="replace")
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: {process.returncode}\n{out[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out)


def generate(folder, *arguments):
    """Writes a synthetic archive, as `benches/archive.rs` does, which needs nothing but the standard library."""
    generator = SCRATCH / "archive"
    source = ROOT / "benches/archive.rs"
    parts = [source, ROOT / "benches/archive/mod.rs"]
    if not generator.exists() or any(generator.stat().st_mtime < part.stat().st_mtime for part in parts):
        SCRATCH.mkdir(parents=True, exist_ok=True)
        rustc = os.environ.get("RUSTC", "rustc")
        subprocess.run([rustc, "--edition", "2024", "-O", source, "-o", generator], check=True)
    subprocess.run([generator, folder, *(str(argument) for argument in arguments)], check=True)
    return folder
