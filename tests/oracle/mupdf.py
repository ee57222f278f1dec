"""The text of a PDF as mupdf takes it out, and what mupdf complains of.

    python mupdf.py FILE.pdf

Prints the text of all pages; complaints go to standard error and end it with 1.
"""

import sys

import pymupdf

pymupdf.TOOLS.mupdf_display_errors(False)
document = pymupdf.open(sys.argv[1])
for page in document:
    sys.stdout.write(page.get_text())
complaints = pymupdf.TOOLS.mupdf_warnings()
if complaints:
    sys.stderr.write(complaints + "\n")
    sys.exit(1)
