"""The pages for a resident: short sentences, one sheet of paper, and what is not filled in shows as empty."""

from io import BytesIO
from pathlib import Path
from statistics import mean

import pytest
from pypdf import PdfReader

from bench.language import lengths
from leidraad.checks.zinslengte import FOR_RESIDENTS
from tests.site.browser import OpenPage
from tests.site.pages import EDITIONS, PAGES

FOR_A_RESIDENT = [page for page in PAGES if page.startswith("inwoner/")]
ALL = [edition + page for edition in EDITIONS for page in FOR_A_RESIDENT]


@pytest.mark.parametrize("address", ALL)
def test_every_sentence_is_short(site: Path, address: str) -> None:
    """At most 12 words on average and none over 20, in the whole article."""
    found = lengths((site / address / "index.html").read_text("utf-8"))
    assert len(found) > 20
    assert (mean(found) <= 12, max(found) <= FOR_RESIDENTS) == (True, True), found


def test_every_page_is_one_sheet_of_paper(open_page: OpenPage) -> None:
    """Printed as it comes, on A4."""
    page = open_page(ALL[0])
    sheets = {}
    for address in ALL:
        page.goto(address)
        sheets[address] = len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages)
    assert sheets == dict.fromkeys(ALL, 1)


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_the_municipality_left_empty_shows_as_empty(open_page: OpenPage, edition: str) -> None:
    """Where to go is what gemeente.yaml says, and an open question where it says nothing."""
    gemeente = EDITIONS[edition]
    fields = (gemeente.clientondersteuning, gemeente.inzage, gemeente.klacht, gemeente.bezwaar, gemeente.clientenraad)
    answers = open_page(f"{edition}inwoner/").locator(".rechten dd")
    assert answers.count() == len(fields)
    for number, field in enumerate(fields):
        answer = answers.nth(number)
        assert (answer.locator(".nog-open").count() == 0) == bool(field)
        assert not field or field.split()[0] in answer.inner_text()
