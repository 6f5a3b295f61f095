"""The sheets for spreading: agendas that add up, each part a sheet of its own, with a case to practise on."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from leidraad.model.use.framework import Edition
from leidraad.render.block.items import plain_text
from leidraad.render.gemeente.gemeente import imprint
from tests.site.browser import OpenPage
from tests.site.pages import EDITIONS, FRAMEWORK
from tests.site.paper import sheets, squeezed

SHEETS = {"een-uur-kennismaken": 60, "workshop": 180}
EDITION = next(iter(EDITIONS))


@pytest.mark.parametrize(("id_", "minutes"), SHEETS.items())
def test_the_agenda_leaves_no_minute_open(id_: str, minutes: int) -> None:
    """Every row begins where the one before it ended, from nought to the end; the notes keep to the same times."""
    times = [
        [tuple(map(int, row[0].split("–"))) for row in deel.tabel.rijen]
        for deel in FRAMEWORK.instrumenten[id_].onderdelen
        if deel.tabel and deel.tabel.kolommen[0] == "Minuut"
    ]
    assert times
    assert all(found == times[0] for found in times)
    assert [begin for begin, _ in times[0]] == [0, *(end for _, end in times[0][:-1])]
    assert times[0][-1][1] == minutes


@pytest.mark.parametrize("id_", SHEETS)
def test_every_part_is_a_sheet_that_can_be_handed_out_alone(open_page: OpenPage, id_: str) -> None:
    """Each part, and the case, begins on a sheet of its own that says where it belongs and which edition it is."""
    item = FRAMEWORK.instrumenten[id_]
    page = open_page(f"{EDITION}instrumenten/{id_}/")
    pdf = page.pdf(prefer_css_page_size=True)
    printed = sheets(pdf)
    edition = Edition(FRAMEWORK, FRAMEWORK.gemeenten[EDITIONS[EDITION].id])
    parts = [plain_text(edition, deel.titel) for deel in item.onderdelen if not deel.id.endswith("-vervolg")]
    wanted = [squeezed(titel + item.titel) for titel in parts]
    wanted.append(squeezed(page.locator("#casus").inner_text()))
    first = [next((at for at, sheet in enumerate(printed) if head in sheet), -1) for head in wanted]
    assert -1 not in first, (first, [sheet[:60] for sheet in printed])
    assert first == sorted(set(first))
    own = imprint(edition)
    assert [at for at, sheet in enumerate(printed) if not all(squeezed(line) in sheet for line in own)] == []
    assert own[0] in " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split()), "the foot keeps its spaces"
