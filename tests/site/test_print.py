"""On paper everything is there, black on white, and it says what it is and what it is not."""

import pytest

from leidraad.render.block.fragment import dutch_date
from leidraad.render.gemeente.gemeente import CLOSING, NOT_BY, disclaimer
from tests.site.browser import OpenPage
from tests.site.pages import EDITIONS, EVERY, FACTOR, FRAMEWORK, ONCE
from tests.site.paper import on_paper, squeezed

# Every text of the article; what opens at a word, and a form with its heading, have tests of their own.
# Of «Gebruik in een cursus» the citation and the licence go along.
PIECES = """() => [...document.querySelectorAll("article :is(h1, h2, h3, h4, p, li, dt, dd, th, td, summary + *)")]
  .filter(element => !element.closest(".letters, .filter, .alleen-scherm, .kaartensoort__titel, .vel, .bij-vel"))
  .filter(element => !element.closest(".gebruik") || element.closest(".gebruik__rij--papier"))
  .filter(element => !element.closest(".gids-notities, .per-keuze"))
  .flatMap(element => [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE))
  .map(node => node.data.trim()).filter(text => text)"""
NOT_BLACK_ON_WHITE = """() => [...document.querySelectorAll("body, body *")].filter(element => {
  const { color, backgroundColor } = getComputedStyle(element);
  const [r, g, b] = color.match(/[0-9.]+/g).map(Number);
  const dark = Math.max(r, g, b) <= 0x33;
  const white = /rgba\\(0, 0, 0, 0\\)|rgb\\(255, 255, 255\\)/.test(backgroundColor);
  const drawn = element.closest(  // a shape is filled on paper too
    ".schijf, .spoor, .staal, .meter, .turf, .baan, .gelezen__beeld, .label[aria-current], :disabled");
  return element.checkVisibility() && !drawn && !(dark && white);
}).map(element => element.outerHTML.slice(0, 80))"""


def _imprint(edition: str) -> list[str]:
    gemeente = EDITIONS[edition]
    version = f"{gemeente.naam} {gemeente.editie}, {dutch_date(gemeente.datum)}. Gedeelde kern {FRAMEWORK.kern.versie}."
    return [version, disclaimer(gemeente), NOT_BY, CLOSING]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_prints_in_full(open_page: OpenPage, edition: str, full_size: bool) -> None:
    """The whole article, whatever was closed; edition, version, disclaimers and the closing sentence; no menu."""
    page, imprint = open_page(edition, color_scheme="dark"), _imprint(edition)
    for address in (address for address in (EVERY if full_size else ONCE) if address.startswith(edition)):
        page.goto(address)
        menu = page.locator(".menu details a").all_text_contents()
        pieces, printed = page.evaluate(PIECES), on_paper(page)
        assert [piece for piece in [*pieces, *imprint] if squeezed(piece) not in printed] == [], address
        assert not any(squeezed("".join(run)) in printed for run in (menu[:3], ["Op deze pagina"], ["DonkerMenu"]))


@pytest.mark.parametrize("choice", ["light", "dark", "gekozen"])
def test_paper_is_black_on_white(open_page: OpenPage, choice: str, full_size: bool) -> None:
    """Whatever the system prefers and whatever was chosen, ink is dark and paper stays white.

    Each kind of page where dark was chosen; under --alles in each of the three.
    """
    page = open_page(ONCE[0], color_scheme="dark" if choice == "dark" else "light")
    if choice == "gekozen":
        page.click("palet-keuze button")
    page.emulate_media(media="print")
    for address in ONCE if full_size or choice == "gekozen" else (ONCE[0], next(iter(EDITIONS)) + FACTOR):
        page.goto(address)
        assert page.evaluate(NOT_BLACK_ON_WHITE) == [], address


def test_words_explained_on_the_screen_are_listed_on_paper(open_page: OpenPage) -> None:
    """What opens at a word on a screen stands at the end of the sheet, each word once."""
    page = open_page(next(iter(EDITIONS)) + FACTOR)
    words = set(page.locator(".uitleg strong").all_text_contents())
    page.emulate_media(media="print")
    assert sorted(page.locator(".op-papier dt:visible").all_inner_texts()) == sorted(words)
