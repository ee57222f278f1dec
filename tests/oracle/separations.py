"""What each plate of a PDF holds, as Ghostscript separates it.

    python3 separations.py FILE.pdf PREFIX

Prints a line for each page: the plates' names, each with the share of the sheet that holds ink, in millionths, and
`both`: the share on which black and another plate hold ink. PREFIX is where the plates are written.
"""

import glob
import os
import subprocess
import sys


def plate(path):
    """The samples of a grey TIFF, one byte each, 255 for ink, and its width."""
    with open(path, "rb") as file:
        data = file.read()
    order = "little" if data[:2] == b"II" else "big"

    def number(at, size):
        return int.from_bytes(data[at : at + size], order)

    at = number(4, 4)
    tags = {}
    for entry in range(number(at, 2)):
        start = at + 2 + 12 * entry
        tag, kind, count = number(start, 2), number(start + 2, 2), number(start + 4, 4)
        size = {3: 2, 4: 4}.get(kind, 1)
        if size * count <= 4:
            tags[tag] = [number(start + 8 + size * item, size) for item in range(count)]
        else:
            where = number(start + 8, 4)
            tags[tag] = [number(where + size * item, size) for item in range(count)]
    assert tags.get(259, [1]) == [1], "packed"
    strips = zip(tags[273], tags[279])
    samples = b"".join(data[where : where + length] for where, length in strips)
    return samples if tags.get(262, [1]) == [0] else bytes(255 - sample for sample in samples)


def main():
    file, prefix = sys.argv[1:]
    subprocess.run(
        ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72", "-sCompression=none", "-dOverprint=/simulate",
         f"-sOutputFile={prefix}-%03d.tif", file],
        check=True, stdout=subprocess.DEVNULL,
    )
    page = 0
    while True:
        page += 1
        paths = sorted(glob.glob(f"{glob.escape(prefix)}-{page:03d}(*).tif"))
        if not paths:
            break
        plates = {os.path.basename(path).split("(", 1)[1].rsplit(")", 1)[0]: plate(path) for path in paths}
        black = plates["Black"]
        told = [f"page {page}"]
        for name, samples in plates.items():
            held = sum(1 for sample in samples if sample)
            told.append(f"{name} {-(-held * 1_000_000 // len(samples))}")
        others = [samples for name, samples in plates.items() if name != "Black"]
        both = sum(1 for at, sample in enumerate(black) if sample and any(other[at] for other in others))
        told.append(f"both {both}")
        print(" ".join(told))


main()
