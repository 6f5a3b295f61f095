"""The pictures of the steps show what there is: each is played, line by line, on the real form and the real pages."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from leidraad.model.compare.bericht import BEKIJKEN, GESPREK, WACHTEN
from leidraad.model.use.names import capital
from leidraad.render.stapbeeld.beelden import BEELDEN, EDITIE, VOORBEELD, Beeld, Regel
from leidraad.render.stapbeeld.stapbeeld import in_words
from tests.site.browser import OpenPage
from tests.site.maker import EDITION
from tests.site.pages import EDITIONS, ROOT

PAGES = ROOT / "docs" / "eigen-leidraad"
GEMEENTE = next(gemeente for gemeente in EDITIONS.values() if gemeente.id == EDITION.partition("/")[0])
NAAM, WOORD = GEMEENTE.naam, GEMEENTE.woorden.principe.enkelvoud
OURS = {name: beeld for name, beeld in BEELDEN.items() if beeld.pagina}
HOSTS = {name: beeld for name, beeld in BEELDEN.items() if not beeld.pagina and name != "rapport"}
IN_ORDER = "([one, other]) => !!(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)"
TAGS = {
    "kop": "h1, h2, h3, legend",
    "lade": "summary",
    "knop": "button, a.knop",
    "rij": ".bestanden summary, .tijdlijn a",
    "kolom": "th",
    "tekst": "p",
}


def _text(regel: Regel) -> re.Pattern[str]:
    """What stands on the page of an edition, which has its own name, its own number, and words for a screen reader."""
    text = capital(WOORD) if (regel.soort, regel.tekst) == ("kolom", "Principe") else regel.tekst
    told = re.escape(text.replace(VOORBEELD, NAAM)).replace(re.escape(EDITIE), r"\d{4}\.\d+")
    return re.compile(rf"^\s*{told}(?=$|\s|:| bij)")


def _found(page: Page, regel: Regel) -> Locator:
    if regel.soort in ("veld", "lang", "kies"):
        label = page.locator("label").filter(has_text=re.compile(rf"^\s*{re.escape(regel.tekst)}(?: \(verplicht\))?$"))
        fields = {"veld": "input[type=text]", "lang": "textarea", "kies": "select"}[regel.soort]
        return label.locator("visible=true").locator("xpath=..").locator(fields).first
    return page.locator(TAGS[regel.soort]).filter(has_text=_text(regel)).locator("visible=true").first


def play(page: Page, beeld: Beeld) -> None:
    """See each line where the picture has it, after the one before; fill in and press as it says."""
    before = None
    for regel in beeld.regels:
        found = _found(page, regel)
        expect(found, regel.tekst).to_be_visible()
        here = found.element_handle()
        assert before is None or page.evaluate(IN_ORDER, [before, here])
        before = here
        if regel.soort == "kies" and regel.waarde:
            found.select_option(label=regel.waarde)
        elif regel.soort in ("veld", "lang"):
            found.fill(regel.waarde)
            expect(found).to_have_value(regel.waarde)
        elif regel.hier:
            found.click()


def test_the_pictures_of_the_form_are_played_from_nothing_to_a_zip(open_page: OpenPage) -> None:
    """In the order of the page, in one empty form, to the zip at the end."""
    page = open_page(f"{EDITION}{BEELDEN['gemeente'].pagina}")
    for name in ("gemeente", "principe", "tabel"):
        play(page, BEELDEN[name])
    with page.expect_download() as started:
        play(page, BEELDEN["bestanden"])
    assert started.value.suggested_filename == f"{VOORBEELD.lower()}.zip"


@pytest.mark.parametrize("name", [name for name, beeld in OURS.items() if "principe-maker" not in beeld.pagina])
def test_the_pictures_of_pages_are_seen_on_them(open_page: OpenPage, name: str) -> None:
    """Each heading, column and button stands on the page, in that order."""
    play(open_page(f"{EDITION}{OURS[name].pagina}"), OURS[name])


@pytest.mark.parametrize("name", HOSTS)
def test_the_pictures_of_a_host_say_what_the_page_beside_them_says(name: str) -> None:
    """Where one presses has the word of the text, and presses are numbered from one on."""
    page = next(text for text in _pages() if f'stapbeeld("{name}")' in text)
    pressed = [regel for regel in HOSTS[name].regels if regel.hier]
    assert [regel.hier for regel in pressed] == [*range(1, len(pressed) + 1)]
    assert [regel.tekst for regel in pressed if f"**{regel.tekst}**" not in page] == []


def test_the_picture_of_the_report_has_its_headings() -> None:
    """The three lists for the management."""
    assert [regel.tekst for regel in BEELDEN["rapport"].regels[1:]] == [GESPREK, BEKIJKEN, WACHTEN]


def test_every_picture_stands_once_and_is_told_in_words(site: Path) -> None:
    """On one page, with a text that says every line of it, and no picture file to load."""
    told = "".join((site / EDITION / f"eigen-leidraad/{name}/index.html").read_text("utf-8") for name in _NAMES)
    told += (site / EDITION / "eigen-leidraad/index.html").read_text("utf-8")
    for name, beeld in BEELDEN.items():
        assert told.count(f'data-stapbeeld="{name}"') == 1, name
        words = in_words(beeld)
        assert "««" not in words
        assert all(f": {regel.tekst}" in words for regel in beeld.regels), name
    assert "<img" not in "".join(re.findall(r'<figure class="stapbeeld".*?</figure>', told, re.S))


_NAMES = sorted(path.stem for path in PAGES.glob("*.md") if path.stem != "index")


def _pages() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(PAGES.glob("*.md"))]
