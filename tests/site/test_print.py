"""On paper everything is there, black on white, and it says what it is and what it is not."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from leidraad.model.use.dates import dutch_date
from leidraad.render.gemeente.gemeente import CLOSING, NOT_BY, disclaimer
from tests.site.browser import OpenPage
from tests.site.hands import open_menu
from tests.site.pages import EDITIONS, EVERY, FACTOR, FRAMEWORK, ONCE
from tests.site.paper import FOOT, sheets, squeezed

SHARES = range(2)  # the pages of an edition are shared out, so that workers can take turns
# Every text of the article; what opens at a word, and a form with its heading, have tests of their own.
# Of «Gebruik in een cursus» the citation and the licence go along.
PIECES = """elsewhere => [
  ...document.querySelectorAll("article :is(h1, h2, h3, h4, p, li, dt, dd, th, td, summary + *)")]
  .filter(element => !element.closest(".letters, .filter, .alleen-scherm, .kaartensoort__titel"))
  .filter(element => !element.closest(".formulier, .bij-formulier"))
  .filter(element => !element.closest(".gebruik") || element.closest(".gebruik__rij--papier"))
  .filter(element => !element.closest(".per-keuze, .inwonerpapier .opnieuw"))
  .filter(element => !element.closest(elsewhere))
  .flatMap(element => [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE))
  .map(node => node.data.trim()).filter(text => text)"""
# Of an activity to choose, paper has the name; what it is stands on its own page, which one press prints on one A4.
# Of what can be laid side by side it has what each is. The table for courses is of links: there are the names alone.
ELSEWHERE = (
    ".keuze-blok > .raakt, .vraag > .naast-elkaar, .bij-factor p, .bij-keuze, .vk-rij:not(:first-child),"
    ".cursuslijst :is(thead, td), article:has(naast-elkaar) :is(.lade:has(.bronnen), .op-papier)"
)
# The most sheets of a page before anything is chosen or filled in: what has many entries to look something up in,
# what is handed out sheet by sheet, and what is read or filled in.
SHEETS = {
    "(begrippen|bronnen|onderzoeken|voor-elearningmakers|casussen|alles)/": 16,
    "(eigen-leidraad/meldingen|afwegen/routekaart)/": 16,
    "instrumenten/(workshop|een-uur-kennismaken)/": 14,
    "afwegen/.+": 10,
    "stappen/.+": 8,
    "activiteiten/.+": 4,
    "principes/.+": 3,
    "naast-elkaar/": 2,
    ".*": 7,
}
# The menu stands open, as its button opens it but for what that asks of the home page.
OPEN = "() => document.querySelector('.menu').showPopover()"
MENU = "() => [...document.querySelectorAll('.menu a')].map(link => link.textContent)"
SHOWN = """() => [...document.querySelectorAll(".menu, .inhoud, .inhoud__knop, palet-keuze")]
  .filter(element => element.checkVisibility()).map(element => element.outerHTML.slice(0, 80))"""
# A browser leaves grounds out of print, but where a style says that they are needed: there ink is on its own ground.
NOT_BLACK_ON_WHITE = """() => [...document.querySelectorAll("body, body *")].filter(element => {
  const { color, backgroundColor, printColorAdjust } = getComputedStyle(element);
  const [r, g, b] = color.match(/[0-9.]+/g).map(Number);
  const says = element.matches("input:not([type=checkbox], [type=radio]), textarea, select") ||
    [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const dark = !says || Math.max(r, g, b) <= 0x33;
  const white = /rgba\\(0, 0, 0, 0\\)|rgb\\(255, 255, 255\\)/.test(backgroundColor);
  return element.checkVisibility() && printColorAdjust !== "exact" && !(dark && white);
}).map(element => element.outerHTML.slice(0, 80))"""


def _imprint(edition: str) -> list[str]:
    gemeente = EDITIONS[edition]
    version = f"{gemeente.naam} {gemeente.editie}, {dutch_date(gemeente.datum)}. Gedeelde kern {FRAMEWORK.kern.versie}."
    return [version, disclaimer(gemeente), NOT_BY, CLOSING]


def without(text: str, lines: list[str]) -> str:
    """Return what a sheet says beside these lines."""
    for line in lines:
        text = text.replace(squeezed(line), "")
    return text


def most_sheets(address: str) -> int:
    """Return how many sheets a page may take at most."""
    return next(most for page, most in SHEETS.items() if re.fullmatch(page, address.partition("nieuwste/")[2]))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("share", SHARES)
def test_a_page_prints_in_full(open_page: OpenPage, edition: str, share: int, full_size: bool) -> None:
    """The whole article, whatever was closed; edition, version, disclaimers and the closing sentence; no menu.

    No sheet has the imprint alone, and no page takes more sheets than its kind may.
    Dark was chosen and the menu stands open: ink is dark, paper stays white and without the menu all the same. On the
    first page it is the whole menu, under --alles on each; which group stands open in it makes no difference on paper.
    """
    page, imprint = open_page(edition), _imprint(edition)
    page.click("palet-keuze button")
    pages = [address for address in (EVERY if full_size else ONCE) if address.startswith(edition)]
    for number, address in enumerate(pages[share :: len(SHARES)]):
        page.goto(address)
        open_menu(page) if number == 0 or full_size else page.evaluate(OPEN)
        menu = page.evaluate(MENU)
        assert len(menu) > (80 if number == 0 or full_size else 10), address
        pieces = page.evaluate(PIECES, ELSEWHERE)
        papers = [FOOT.sub("", text) for text in sheets(page.pdf(format="A4"))]
        printed = "".join(papers)
        assert len(papers) <= most_sheets(address), address
        assert [text for text in papers if not without(text, imprint)] == [], address
        assert [piece for piece in [*pieces, *imprint] if squeezed(piece) not in printed] == [], address
        assert not any(squeezed("".join(run)) in printed for run in (menu[:3], ["DonkerMenu"])), address
        page.emulate_media(media="print")
        assert page.evaluate(SHOWN) == [], address
        assert page.evaluate(NOT_BLACK_ON_WHITE) == [], address
        page.emulate_media(media="null")  # «screen» would stay so in a print


def test_the_text_on_paper_is_what_any_reader_finds(open_page: OpenPage) -> None:
    """Our own reader of what Chromium prints is quick; sheet by sheet it finds what one for all PDFs finds."""
    pdf = open_page(ONCE[0]).pdf(format="A4")
    assert sheets(pdf) == [squeezed(sheet.extract_text()) for sheet in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_paper_is_black_on_white(open_page: OpenPage, choice: str, full_size: bool) -> None:
    """Whatever the system prefers: the home page and that of a factor, under --alles each kind."""
    page = open_page(ONCE[0], color_scheme="dark" if choice == "dark" else "light")
    page.emulate_media(media="print")
    for address in ONCE if full_size else (ONCE[0], next(iter(EDITIONS)) + FACTOR):
        page.goto(address)
        assert page.evaluate(NOT_BLACK_ON_WHITE) == [], address


def test_words_explained_on_the_screen_are_listed_on_paper(open_page: OpenPage) -> None:
    """What opens at a word on a screen stands at the end of the sheet, each word once."""
    page = open_page(next(iter(EDITIONS)) + FACTOR)
    words = set(page.locator(".uitleg strong").all_text_contents())
    page.emulate_media(media="print")
    assert sorted(page.locator(".op-papier dt:visible").all_inner_texts()) == sorted(words)
