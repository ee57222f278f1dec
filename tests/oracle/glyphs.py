"""Compares the glyphs of a page as poppler draws them with FreeType's own drawing of the face's file.

    glyphs.py PAGE.pgm RESOLUTION FILE.dump PAGE FACE FONT INDEX

The page is a picture of the PDF (`pdftoppm -gray -r RESOLUTION`). The dump says where each glyph of FACE stands and
what character it is. FreeType draws that character from FONT, face INDEX, without hints. All drawings
together are compared with the page, glyph by glyph: `|page - drawings|` summed over the glyph's box, over the glyph's ink.

Prints `glyphs N mean M worst W CHARACTER`, M and W in thousandths. Knows nothing of our code or of the PDF's fonts.
"""

import ctypes
import re
import sys
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_short, c_ubyte, c_uint, c_ulong, c_ushort, c_void_p

NO_HINTING_NO_BITMAP = 2 | 8
UNIT = 65536  # of the dump, in a point


class Bitmap(ctypes.Structure):
    _fields_ = [("rows", c_uint), ("width", c_uint), ("pitch", c_int), ("buffer", POINTER(c_ubyte)),
                ("num_grays", c_ushort), ("pixel_mode", c_ubyte), ("palette_mode", c_ubyte), ("palette", c_void_p)]


class Slot(ctypes.Structure):
    _fields_ = [("library", c_void_p), ("face", c_void_p), ("next", c_void_p), ("glyph_index", c_uint),
                ("generic", c_void_p * 2), ("metrics", c_long * 8), ("linear", c_long * 2), ("advance", c_long * 2),
                ("format", c_int), ("bitmap", Bitmap), ("left", c_int), ("top", c_int)]


class Face(ctypes.Structure):
    _fields_ = [("num_faces", c_long), ("face_index", c_long), ("face_flags", c_long), ("style_flags", c_long),
                ("num_glyphs", c_long), ("family_name", c_char_p), ("style_name", c_char_p),
                ("num_fixed_sizes", c_int), ("available_sizes", c_void_p), ("num_charmaps", c_int),
                ("charmaps", c_void_p), ("generic", c_void_p * 2), ("bbox", c_long * 4), ("units_per_em", c_ushort),
                ("ascender", c_short), ("descender", c_short), ("height", c_short), ("max_advance", c_short * 2),
                ("underline", c_short * 2), ("glyph", POINTER(Slot))]


class FreeType:
    """A face as FreeType draws it at a size."""

    def __init__(self, file, index, points, resolution):
        self.library = ctypes.CDLL("libfreetype.so.6")
        self.library.FT_Get_Char_Index.argtypes = [c_void_p, c_ulong]
        handle, self.face = c_void_p(), POINTER(Face)()
        self.check(self.library.FT_Init_FreeType(byref(handle)))
        self.check(self.library.FT_New_Face(handle, file.encode(), c_long(index), byref(self.face)))
        size = round(points * 64)
        self.check(self.library.FT_Set_Char_Size(self.face, c_long(0), c_long(size), c_uint(resolution), c_uint(resolution)))

    @staticmethod
    def check(error):
        if error:
            sys.exit(f"FreeType: error {error}")

    def draw(self, character):
        """The ink of a character: left edge, upper edge above the baseline, rows of bytes."""
        glyph = self.library.FT_Get_Char_Index(self.face, ord(character))
        self.check(self.library.FT_Load_Glyph(self.face, c_uint(glyph), c_int(NO_HINTING_NO_BITMAP)))
        self.check(self.library.FT_Render_Glyph(self.face.contents.glyph, c_int(0)))
        slot = self.face.contents.glyph.contents
        bitmap = slot.bitmap
        length = bitmap.rows * bitmap.pitch
        ink = bytes(bitmap.buffer[:length]) if length else b""
        rows = [ink[row * bitmap.pitch:row * bitmap.pitch + bitmap.width] for row in range(bitmap.rows)]
        return slot.left, slot.top, rows


def read_page(name):
    """The picture's width and its rows as ink, 255 for black."""
    data = open(name, "rb").read()
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    width, height = int(head[1]), int(head[2])
    ink = data[head.end():].translate(bytes(255 - value for value in range(256)))
    return [ink[row * width:(row + 1) * width] for row in range(height)]


def glyphs_of(dump, page, face):
    """Each glyph of the face on the page: character, x, y of the baseline from above, and size, in points."""
    lines = open(dump, encoding="utf-8").read().split("\n")
    here = False
    for number, line in enumerate(lines):
        if line.startswith("page "):
            here = line.split()[1] == page
        run = re.fullmatch(r'  \d+ x=(-?\d+) y=(-?\d+) (.+) (\d+) (?:black|red) \S+ "(.*)"', line)
        if not here or not run or run[3] != face:
            continue
        steps = []
        if lines[number + 1].startswith("    dx "):
            for part in lines[number + 1].split()[1:]:
                step, _, count = part.partition("*")
                steps += [int(step)] * int(count or 1)
        x = int(run[1])
        for character, step in zip(run[5], steps + [0]):
            yield character, x / UNIT, int(run[2]) / UNIT, int(run[4]) / UNIT
            x += step


def difference(page, left, top, rows):
    """How far the page's ink differs from the rows in their box; both in 255ths of a pixel."""
    total = 0
    for number, row in enumerate(rows):
        here = page[top + number][left:left + len(row)] if 0 <= top + number < len(page) else b""
        total += sum(abs(a - b) for a, b in zip(here.ljust(len(row), b"\0"), row))
    return total


def paint(canvas, left, top, rows):
    """Adds a drawing to what is drawn already: letters may hang over each other."""
    for number, row in enumerate(rows):
        line = canvas[top + number]
        for at, ink in enumerate(row, left):
            line[at] += ink * (255 - line[at]) // 255


def main():
    picture, resolution, dump, page_number, name, font, index = sys.argv[1:]
    page, resolution = read_page(picture), int(resolution)
    canvas = [bytearray(len(row)) for row in page]
    faces, drawn = {}, []
    for character, x, y, size in glyphs_of(dump, page_number, name):
        if size not in faces:
            faces[size] = FreeType(font, int(index), size, resolution)
        left, top, rows = faces[size].draw(character)
        if not any(any(row) for row in rows):
            continue
        # poppler puts a large glyph on a whole pixel: the one before or the one after.
        across, down = x * resolution / 72, y * resolution / 72
        places = [(int(across) + dx + left, int(down) + dy - top) for dy in (0, 1) for dx in (0, 1)]
        place = min(places, key=lambda place: difference(page, *place, rows))
        paint(canvas, *place, rows)
        drawn.append((character, *place, rows))
    found = []
    for character, left, top, rows in drawn:
        box = [canvas[top + number][left:left + len(row)] for number, row in enumerate(rows)]
        found.append((difference(page, left, top, box) / sum(map(sum, rows)), character))
    if not found:
        sys.exit(f"no glyph of {name} on page {page_number}")
    worst, character = max(found)
    mean = sum(value for value, _ in found) / len(found)
    print(f"glyphs {len(found)} mean {mean * 1000:.0f} worst {worst * 1000:.0f} {character}")


main()
