"""With JavaScript off everything can be read and opened."""

import re
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
ENHANCEMENTS = (
    f"[data-hier], form, druk-knop, .met-script, [role=status], noscript, kopieer-knop button, {SHOWN_BY_A_CHOICE}"
)

# Without scripts a drawer shows what is in it; with them it opens at a press.
TEXT = """enhancements => {
  const [article, ...others] = document.querySelectorAll("article");
  for (const one of article.querySelectorAll(enhancements)) one.remove();
  for (const drawer of article.querySelectorAll("details")) drawer.open = true;
  return others.length ? "meer dan één" : article.innerText;
}"""


def test_the_text_of_a_page_is_all_there(open_page: OpenPage) -> None:
    """What an article shows with scripts, it shows without them."""
    plain, scripted = open_page(EDITION, java_script_enabled=False), open_page(EDITION)
    for address in some(EDITION, full_size=False):
        texts = []
        for page in (plain, scripted):
            page.goto(address)
            texts.append(page.evaluate(TEXT, ENHANCEMENTS))
        assert texts[0] == texts[1], address
        assert len(texts[0]) > 200


def test_an_element_without_its_script_takes_no_room(open_page: OpenPage) -> None:
    """The buttons that need a script are not there, and leave no gap."""
    page = open_page(EDITION + FACTOR, java_script_enabled=False)
    for name in ("palet-keuze", "wis-alles"):
        element = page.locator(name)
        assert element.inner_html() == ""
        assert (element.bounding_box() or {"height": 0})["height"] == 0


# What is pressed, ticked or promised and does nothing without a script. In a route and on a sheet of choices one ticks
# what the page says (the style of cards and posters follows); the page of building blocks shows what they look like.
DEAD = """() => [...document.querySelectorAll(
    "article :is(button:not([popovertarget]), input, select, textarea, [hidden], .met-script)")]
  .filter(one => one.checkVisibility({ visibilityProperty: true }))
  .filter(one => one.hidden || one.disabled || one.matches("button, .met-script") || !one.closest("form"))
  .map(one => one.outerHTML.slice(0, 80))"""
PROMISES = re.compile(r"wordt [^.]*vanzelf een tekst|[Vv]ink aan wat|maak je er een tekst|komt op dit blad")
SHOWCASE = "over/bouwstenen/"


def test_nothing_is_offered_that_needs_a_script(open_page: OpenPage) -> None:
    """No button, choice or promise of what only a script does; what is hidden stays hidden, with scripts too."""
    plain, scripted, found = open_page(EDITION, java_script_enabled=False), open_page(EDITION), {}
    for address in some(EDITION, full_size=False):
        plain.goto(address)
        found[address] = plain.evaluate(DEAD) if not address.endswith(SHOWCASE) else []
        found[address] += PROMISES.findall(plain.locator("article").inner_text())
        scripted.goto(address)
        found[address] += scripted.locator("article [hidden]:visible").evaluate_all("all => all.map(e => e.outerHTML)")
    assert {address: what for address, what in found.items() if what} == {}


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


# What a tap would press that is no part of the panel, nor closes it, nor is the button that is over everything.
BESIDE = """panel => [...Array(740).keys()].map(y => document.elementFromPoint(180, y))
  .filter(one => !one.closest(`${panel}, [popovertarget], wis-alles`)).map(one => one.outerHTML)"""


@pytest.mark.parametrize("scripts", [True, False])
def test_a_tap_beside_a_panel_closes_it_and_does_nothing_else(open_page: OpenPage, *, scripts: bool) -> None:
    """Wherever it lands, with a finger also where there is no veil: the link that lies there is not followed."""
    page = open_page(EDITION, 360, 740, has_touch=True, is_mobile=True, java_script_enabled=scripts)
    for place, button, opened in (
        (FACTOR, ".kop__menu", ".menu"),
        ("herkomst/", ".inhoud__knop", ".inhoud"),
        (FACTOR, ".begrip >> visible=true >> nth=0", ".uitleg:popover-open"),
        *([(FACTOR, "versie-keuze > button", ".versies")] if scripts else []),
    ):
        page.goto(EDITION + place)
        for x in (3, 180, 357):
            page.locator(button).tap()
            panel = page.locator(opened)
            expect(panel).to_be_visible()
            box = panel.bounding_box()
            assert box
            y = box["y"] + box["height"]
            page.touchscreen.tap(x, (y + 740) / 2 if y < 732 else box["y"] / 2)
            expect(panel).to_be_hidden()
            assert page.url.endswith(EDITION + place), button
        page.locator(button).tap()
        assert page.evaluate(BESIDE, opened) == [], button


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
