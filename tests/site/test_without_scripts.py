"""With JavaScript off everything can be read and opened."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.site.browser import OpenPage
from tests.site.built import built
from tests.site.pages import EDITIONS, FACTOR, FRAMEWORK, some

EDITION = next(iter(EDITIONS))
# What a script adds to an article, in which there is nothing to read, and the line that says why it is not there.
# The parts of a gesprekskaart are shown by a choice (test_gesprekskaart), the panel of a route by casusmodus,
# a round of the case meeting by a press (test_bespreking), what is compared by a choice (test_naast_elkaar).
SHOWN_BY_A_CHOICE = ".gesprek__deel, .gesprek__leeg, .casus-paneel, casus-bespreking, .vk"
# A link to the page itself is written out by a script: only the browser knows where the publication stands.
ENHANCEMENTS = f"[data-hier], form, druk-knop, [role=status], noscript, kopieer-knop button, {SHOWN_BY_A_CHOICE}"


def test_the_text_of_a_page_is_all_there(open_page: OpenPage) -> None:
    """What an article shows with scripts, it shows without them."""
    plain, scripted = open_page(EDITION, java_script_enabled=False), open_page(EDITION)
    for address in some(EDITION, full_size=False):
        texts = []
        for page in (plain, scripted):
            page.goto(address)
            page.locator(f"article :is({ENHANCEMENTS})").evaluate_all("found => found.forEach(e => e.remove())")
            # without scripts a drawer shows what is in it; with them it opens at a press
            page.locator("article details").evaluate_all("found => found.forEach(e => { e.open = true; })")
            texts.append(page.locator("article").inner_text())
        assert texts[0] == texts[1], address
        assert len(texts[0]) > 200


def test_an_element_without_its_script_takes_no_room(open_page: OpenPage) -> None:
    """The buttons that need a script are not there, and leave no gap."""
    page = open_page(EDITION + FACTOR, java_script_enabled=False)
    for name in ("palet-keuze", "wis-alles"):
        element = page.locator(name)
        assert element.inner_html() == ""
        assert (element.bounding_box() or {"height": 0})["height"] == 0


def test_menu_contents_and_words_open(open_page: OpenPage) -> None:
    """All three are popovers of HTML."""
    page = open_page(EDITION, 360, java_script_enabled=False)
    for place, button, opened in (
        (FACTOR, ".kop__menu", ".menu"),
        ("herkomst/", ".inhoud__knop", ".inhoud"),
        (FACTOR, ".begrip >> visible=true >> nth=0", ".uitleg:popover-open"),
    ):
        page.goto(EDITION + place)
        page.click(button)
        expect(page.locator(opened)).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(opened)).to_be_hidden()


def test_the_system_decides_between_light_and_dark(open_page: OpenPage) -> None:
    """Dark needs no script."""
    page = open_page(EDITION, java_script_enabled=False)
    grounds = set()
    for palette in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if palette == "dark" else "light")
        grounds.add(page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor"))
    assert len(grounds) == 2


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_to_z_is_complete(site: Path, edition: str) -> None:
    """Every step, starting point, factor, principle and glossary word stands in the built page itself."""
    text = built(site / edition / "alles" / "index.html").text_of("article").casefold()
    names = [item.titel for item in FRAMEWORK.onderdelen.values()]
    names += [item.titel for item in FRAMEWORK.gemeenten[EDITIONS[edition].id].gedragsprincipes.values()]
    names += [begrip.term for begrip in FRAMEWORK.begrippen.values()]
    assert [name for name in names if name.casefold() not in text] == []
