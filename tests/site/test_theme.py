"""Our theme overrides what exists, and every item has its page."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import material  # type: ignore[import-untyped]
import pytest
import yaml
from playwright.sync_api import expect

from leidraad.editions.finish import brand_at
from leidraad.model.use.framework import Edition
from tests.frameworks import SMALL
from tests.site.browser import OpenPage
from tests.site.pages import EDITIONS, FRAMEWORK, ROOT, SOURCES
from tests.turns import in_turn

THEMA, MATERIAL = ROOT / "thema", Path(material.__file__).parent / "templates"
OURS = sorted(path.relative_to(THEMA) for path in THEMA.rglob("*.html"))
KINDS = {"stap": "stappen", "startpunt": "factoren", "factor": "factoren"}


def _blocks(path: Path) -> set[str]:
    return set(re.findall(r"{%-?\s*block (\w+)", path.read_text("utf-8")))


def _front_matter(address: str) -> dict[str, str]:
    return dict(yaml.safe_load(SOURCES[address].read_text("utf-8").split("---")[1]))


def test_every_block_we_override_exists() -> None:
    """The engine ignores an override of a block that is not there, without a word."""
    known = _blocks(MATERIAL / "base.html")
    assert len(known) > 10
    assert [f"{path}: {name}" for path in OURS for name in _blocks(THEMA / path) if name not in known] == []


@pytest.mark.parametrize("path", OURS, ids=str)
def test_every_template_of_ours_is_used(path: Path) -> None:
    """It takes the place of a file that Material has, or one of our own templates includes it."""
    included = {name for ours in OURS for name in re.findall(r'include "([^"]+)"', (THEMA / ours).read_text("utf-8"))}
    assert (MATERIAL / path).exists() or path.as_posix() in included


def test_every_item_has_a_page_and_every_page_an_item() -> None:
    """A step, starting point or factor has a file in docs/ with its title, and the other way round."""
    items = {
        f"{KINDS[ref.split(':')[0]]}/{item.id}/": item.titel
        for ref, item in FRAMEWORK.onderdelen.items()
        if ref.split(":")[0] in KINDS
    }
    pages = [address for address in SOURCES if re.fullmatch(r"(stappen|factoren)/[\w-]+/", address)]
    assert {address: _front_matter(address)["title"] for address in pages} == items


def test_every_page_describes_itself() -> None:
    """A description is there, is unique, and has the length that search engines show: 50 to 160 characters."""
    texts = {address: _front_matter(address)["description"] for address in SOURCES}
    assert {address: len(text) for address, text in texts.items() if not 50 <= len(text) <= 160} == {}
    assert len(set(texts.values())) == len(texts)


WIDE = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="100"><path d="M0 0h600v100H0z"/></svg>'
# Where the logo, the letters of the name and what stands beside them are.
PLACES = """() => {
  const box = document.querySelector('.kop__gemeente');
  const name = document.createRange();
  name.selectNodeContents(box.lastChild);
  const shown = [...document.querySelectorAll('.kop__zoek, .kop__menu, .kop__logo')].filter(one => one.offsetWidth);
  return [...shown, name].map(one => one.getBoundingClientRect()).map(({ left, right }) => [left, right]);
}"""


# The words of the name that are broken, or lie under what stands beside it.
BROKEN = """() => {
  const text = document.querySelector('.kop__gemeente').lastChild;
  const beside = document.querySelector('.kop__zoek').getBoundingClientRect().left;
  const word = document.createRange();
  return [...text.data.matchAll(/[^\\s-]+/g)].filter(({ 0: one, index }) => {
    word.setStart(text, index);
    word.setEnd(text, index + one.length);
    return word.getClientRects().length > 1 || word.getBoundingClientRect().right > beside;
  }).map(([one]) => one);
}"""

# Whether the letters of the name end before what stands beside them, and what is in the bar within its borders.
FREE = """() => {
  const name = document.createRange();
  name.selectNodeContents(document.querySelector('.kop__gemeente').lastChild);
  const beside = document.querySelector('.kop__zoek').getBoundingClientRect().left;
  const bar = document.querySelector('.kop').getBoundingClientRect();
  const title = document.querySelector('.kop__titel').getBoundingClientRect();
  const { right, bottom } = name.getBoundingClientRect();
  return [right <= beside + 1, title.top >= bar.top + 8, bottom <= bar.bottom - 4];
}"""


@pytest.mark.parametrize("has_logo", [False, True])
def test_a_name_has_its_words_whole_on_a_phone(open_page: OpenPage, has_logo: bool) -> None:
    """The longest words that municipalities are called by, also beside a wide logo, which gives way."""
    page = open_page(next(iter(EDITIONS)), 360, own=True)
    page.route("**/assets/logo.svg", lambda route: route.fulfill(body=WIDE, content_type="image/svg+xml"))
    for naam in ("Haarlemmermeer", "Weststellingwerf", "Bodegraven-Reeuwijk", "Nuenen, Gerwen en Nederwetten"):
        logo = '<img class="kop__logo" src="assets/logo.svg" alt="">' if has_logo else ""
        page.locator(".kop__gemeente").evaluate("(box, html) => { box.innerHTML = html; }", f"{logo} {naam}")
        if has_logo:
            page.wait_for_function("() => document.querySelector('.kop__logo').naturalWidth === 600")
        for width in (320, 360, 390):
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate(BROKEN) == [], (naam, width)


@pytest.mark.parametrize("has_logo", [False, True])
def test_no_word_of_a_name_lies_under_the_search(open_page: OpenPage, has_logo: bool) -> None:
    """A word that is too long for a phone breaks, or has the room of the logo; its lines leave the borders free."""
    page = open_page(next(iter(EDITIONS)), 360, own=True)
    page.route("**/assets/logo.svg", lambda route: route.fulfill(body=WIDE, content_type="image/svg+xml"))
    logo = '<img class="kop__logo" src="assets/logo.svg" alt="">' if has_logo else ""
    page.locator(".kop__gemeente").evaluate(
        "(box, html) => { box.innerHTML = html; }", f"{logo} Gemeenschappelijke regeling Werk en Inkomen Zuid-Oost"
    )
    if has_logo:
        page.wait_for_function("() => document.querySelector('.kop__logo').naturalWidth === 600")
    for width in (320, 360, 390):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(FREE) == [True, True, True], width


@pytest.mark.parametrize(
    ("naam", "width"),
    in_turn(["Nuenen, Gerwen en Nederwetten", "'s-Hertogenbosch", "Waterhoek"], [320, 360, 1280]),
)
def test_a_wide_logo_leaves_the_name_its_room(open_page: OpenPage, naam: str, width: int) -> None:
    """Six times as wide as high: the logo, the name, Zoeken and Menu stand beside each other, within the screen."""
    page = open_page(next(iter(EDITIONS)), width, own=True)
    fabeldam = SMALL.gemeenten["fabeldam"]
    edition = Edition(SMALL, replace(fabeldam, gemeente=fabeldam.gemeente.model_copy(update={"naam": naam})))
    page.route("**/assets/logo.svg", lambda route: route.fulfill(body=WIDE, content_type="image/svg+xml"))
    page.locator(".kop__gemeente").evaluate("(box, html) => { box.innerHTML = html; }", brand_at(edition, ""))
    expect(page.locator(".kop__logo")).to_be_visible()
    page.wait_for_function("() => document.querySelector('.kop__logo').naturalWidth === 600")
    places = sorted(page.evaluate(PLACES), key=lambda place: place[0])
    assert len(places) == 4
    assert all(one[1] <= other[0] + 1 for one, other in pairwise(places)), places
    assert places[0][0] >= 0
    assert places[-1][1] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
