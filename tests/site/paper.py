"""A page → what Chromium prints of it, as text to compare."""

import re
import unicodedata
from io import BytesIO

from playwright.sync_api import Page
from pypdf import PdfReader

# The number and the edition at the foot of a sheet, which is read first: a sentence may run on to the next sheet.
FOOT = re.compile(r"^\d+\D.{,80}?Gedeeldekern\d+\.\d+\.")


def on_paper(page: Page) -> str:
    """Return the text of the page as Chromium prints it, without white space: a printer breaks lines where it likes."""
    reader = PdfReader(BytesIO(page.pdf(format="A4")))
    return "".join(FOOT.sub("", squeezed(sheet.extract_text())) for sheet in reader.pages)


def squeezed(text: str) -> str:
    """Return a text without white space and soft hyphens."""
    return re.sub(r"[\s\u00ad]+", "", unicodedata.normalize("NFKC", text))
