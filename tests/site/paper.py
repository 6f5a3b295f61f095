"""A page → what Chromium prints of it, as text to compare.

Only what Chromium writes is read: signs as numbers in a font that says what each number stands for. A reader of every
PDF there is takes ten times as long for the same text.
"""

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from playwright.sync_api import Page
from pypdf import PdfReader

# The number and the edition at the foot of a sheet, which is read first: a sentence may run on to the next sheet.
FOOT = re.compile(r"^\d+\D.{,80}?Gedeeldekern\d+\.\d+\.")
_DRAWN = re.compile(rb"/(?P<font>\w+) [\d.]+ Tf|<(?P<signs>[0-9A-F]+)>\s*Tj|/(?P<part>\w+) Do")
_WIDTH = re.compile(rb"begincodespacerange\s*<([0-9A-F]+)>")
_ONE = re.compile(rb"^<([0-9A-F]+)> <((?:[0-9A-F]{4})+)>$", re.M)
_RANGE = re.compile(rb"^<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>$", re.M)
Font = tuple[int, dict[str, str]]  # how many digits a sign takes, and what each sign stands for


def on_paper(page: Page) -> str:
    """Return the text of the page as Chromium prints it, without white space: a printer breaks lines where it likes."""
    return "".join(FOOT.sub("", text) for text in sheets(page.pdf(format="A4")))


def sheets(pdf: bytes) -> list[str]:
    """Return the text of each sheet of what Chromium printed, without white space."""
    fonts: dict[int, Font] = {}
    return [squeezed("".join(_texts(sheet, fonts))) for sheet in PdfReader(BytesIO(pdf)).pages]


def _texts(drawing: Any, fonts: dict[int, Font]) -> Iterator[str]:
    """Yield the texts of a sheet, or of a part that is drawn in it, in the order in which they are drawn."""
    held = drawing["/Resources"]
    content = drawing.get_contents() if "/Contents" in drawing else drawing
    width, signs = 2, dict[str, str]()
    for found in _DRAWN.finditer(content.get_data()):
        if found["font"]:
            font = held["/Font"].raw_get(f"/{found['font'].decode()}")
            width, signs = fonts.get(font.idnum) or fonts.setdefault(font.idnum, _font(font.get_object()))
        elif found["part"]:
            part = held["/XObject"][f"/{found['part'].decode()}"]
            yield from _texts(part, fonts) if part["/Subtype"] == "/Form" else ()
        else:
            digits = found["signs"].decode()
            yield "".join(signs.get(digits[at : at + width], "") for at in range(0, len(digits), width))


def _font(font: Any) -> Font:
    table = font["/ToUnicode"].get_data()
    found = _WIDTH.search(table)
    width = len(found[1]) if found else 4
    signs = {sign.decode(): bytes.fromhex(text.decode()).decode("utf-16-be") for sign, text in _ONE.findall(table)}
    for first, last, text in _RANGE.findall(table):
        for number in range(int(first, 16), int(last, 16) + 1):
            signs[f"{number:0{width}X}"] = chr(int(text, 16) + number - int(first, 16))
    return width, signs


def squeezed(text: str) -> str:
    """Return a text without white space and soft hyphens."""
    return re.sub(r"[\s\u00ad]+", "", unicodedata.normalize("NFKC", text))
