"""The seven meetings of the development group: complete, each part a sheet of its own, and honest about its source."""

import pytest

from leidraad.model.types.gemeente import Gedragsprincipe
from leidraad.model.use.framework import Edition
from leidraad.render.gemeente.gemeente import imprint
from tests.site.browser import OpenPage
from tests.site.pages import EDITIONS, FRAMEWORK
from tests.site.paper import sheets, squeezed

MEETINGS = [deel for deel in FRAMEWORK.instrumenten["ontwikkelgroep"].onderdelen if deel.bijeenkomst]
PARTS = ("agenda", "vragen", "uitnodiging", "oogst", "begeleiders", "kennis")
EDITION = next(iter(EDITIONS))


def test_there_are_seven_meetings_and_together_they_harvest_a_principle() -> None:
    """Each has an agenda that adds up, questions and evidence with a source; what is empty at the start is filled."""
    assert [deel.id for deel in MEETINGS] == [f"bijeenkomst-{number}" for number in range(1, 8)]
    harvested = set()
    for deel in MEETINGS:
        assert deel.tabel and deel.punten and deel.velden and deel.bijeenkomst, deel.id
        assert sum(int(row[0]) for row in deel.tabel.rijen) == 150, deel.id
        assert all(claim.bronnen for claim in deel.bijeenkomst.kennis), deel.id
        harvested |= set(deel.bijeenkomst.oogst)
    assert harvested <= Gedragsprincipe.model_fields.keys()
    assert {"titel", "betekent_wel", "betekent_niet", "onderbouwing", "getoetst_met", "status"} <= harvested


@pytest.mark.parametrize("number", [3])
def test_every_part_of_a_meeting_is_a_sheet_of_its_own(open_page: OpenPage, number: int) -> None:
    """Six parts begin on six sheets, in order; on the screen each has its heading, and the source is named."""
    page = open_page(f"{EDITION}ontwikkelgroep/bijeenkomst-{number}/")
    assert "daarover zegt de bron niet meer dan dat het er ongeveer zeven waren" in page.locator(".intro").inner_text()
    headings = [page.locator(f"h2#{part}").inner_text() for part in PARTS]
    printed = sheets(page.pdf(prefer_css_page_size=True))
    first = [next(at for at, sheet in enumerate(printed) if squeezed(heading) in sheet) for heading in headings]
    assert first == sorted(set(first))
    assert len(first) == len(PARTS)
    own = imprint(Edition(FRAMEWORK, FRAMEWORK.gemeenten[EDITIONS[EDITION].id]))
    assert [at for at, sheet in enumerate(printed) if not all(squeezed(line) in sheet for line in own)] == []


def test_the_pages_say_what_their_files_say(open_page: OpenPage) -> None:
    """All seven pages exist, linked from the programme; each shows every question and harvest field of its file."""
    page = open_page(f"{EDITION}instrumenten/ontwikkelgroep/")
    links = page.locator(".tijdlijn h2 a")
    assert links.count() == len(MEETINGS)
    addresses = [link.evaluate("link => link.href") for link in links.all()]
    for deel, address in zip(MEETINGS, addresses, strict=True):
        page.goto(address)
        assert page.locator(".vragenblad li").count() == len(deel.punten.punten if deel.punten else ())
        assert page.locator(".papier--oogst .velden:not(.velden--principe) li").count() == len(deel.velden)
        fields = len(deel.bijeenkomst.oogst) if deel.bijeenkomst else 0
        assert page.locator(".velden--principe li").count() == fields
