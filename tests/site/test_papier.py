"""Sheets for the wall and the table, as Chromium prints them: one sheet, nothing cut off, letters large enough."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from leidraad.model.use.framework import Edition
from leidraad.render.gemeente.gemeente import imprint
from leidraad.render.papier.papier import poster
from tests.site.axe import Violations
from tests.site.browser import VIEWS, OpenPage
from tests.site.pages import EDITIONS, FRAMEWORK
from tests.site.paper import sheets, squeezed

SIZES = {"a4": (210, 297), "a3": (297, 420), "a2": (420, 594), "a1": (594, 841)}
MM = 25.4 / 72
# Our own figures for reading at three metres (the page says so): capitals of names, and small letters of all the rest.
CAPITAL, SMALL = 14, 6.5
OUTSIDE = """root => [...document.querySelectorAll(root)].flatMap(sheet => {
  const edge = sheet.getBoundingClientRect();
  return [...sheet.querySelectorAll("*")].filter(element => {
    const { top, left, bottom, right, width } = element.getBoundingClientRect();
    return width && (top < edge.top - 1 || left < edge.left - 1 || bottom > edge.bottom + 1 || right > edge.right + 1);
  }).map(element => element.outerHTML.slice(0, 80));
})"""


# The texts of each card, by kind.
CARDS = """() => [...document.querySelectorAll(".kaartensoort")].map(kind =>
  [...kind.querySelectorAll(".papierkaart")].map(card =>
    [...card.querySelectorAll("h3, p, li")].map(piece => piece.textContent)))"""


def pdf(page: Page) -> PdfReader:
    """Return the page as it is printed on the paper that its style asks for."""
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def letters(reader: PdfReader) -> Iterator[tuple[str, float, float]]:
    """Yield every piece of text with the heights of its capitals and its small letters, in millimetres on paper."""
    found: list[tuple[str, float, float]] = []

    def note(text: str, cm: list[float], tm: list[float], _: Any, size: float) -> None:
        if text.strip():
            height = abs(size * tm[3] * cm[3]) * MM
            found.append((text.strip(), height * 0.7, height * 0.5))  # the smallest share in fonts of this kind

    reader.pages[0].extract_text(visitor_text=note)
    yield from found


@pytest.mark.parametrize("size", SIZES)
def test_the_poster_is_one_sheet_in_every_size(open_page: OpenPage, size: str) -> None:
    """One page of exactly the paper that was chosen, and everything on it, with edition, date and disclaimers."""
    for edition, gemeente in EDITIONS.items():
        page = open_page(f"{edition}poster/")
        page.check(f"#papier-{size}")
        reader = pdf(page)
        assert len(reader.pages) == 1
        width, height = (float(side) * MM for side in reader.pages[0].mediabox[2:])
        assert (round(width), round(height)) == pytest.approx(SIZES[size], abs=1)
        printed = squeezed(reader.pages[0].extract_text())
        texts = page.locator(".poster :is(h2, h3, p, li > a)").all_text_contents()
        own = imprint(Edition(FRAMEWORK, FRAMEWORK.gemeenten[gemeente.id]))
        assert [text for text in [*texts, *own] if squeezed(text) not in printed] == []


def test_the_poster_can_be_read_at_three_metres(open_page: OpenPage) -> None:
    """On A1 the capitals of every name and the small letters of every question reach our own figures."""
    for edition in EDITIONS:
        page = open_page(f"{edition}poster/")
        page.check("#papier-a1")
        names = squeezed("".join(page.locator(".plattegrond__naam").all_text_contents()))
        foot = squeezed("".join(page.locator(".poster__voet").all_text_contents()))
        read = [(squeezed(text), capital, small) for text, capital, small in letters(pdf(page))]
        assert len(read) > 20
        large = [(text, capital) for text, capital, _ in read if text in names]
        assert large
        assert [row for row in large if row[1] < CAPITAL and row[0] not in foot] == []
        assert [(text, small) for text, _, small in read if small < SMALL and text not in foot] == []


def test_the_map_of_the_poster_is_that_of_the_home_page(open_page: OpenPage) -> None:
    """One list, never a second drawing: every part, in the order and with the pictogram of the home page."""
    parts = """() => [...document.querySelectorAll(".plattegrond [data-deel]")].map(part =>
      [part.dataset.deel, part.querySelector("use").getAttribute("href"), part.querySelector("a").pathname])"""
    for edition in EDITIONS:
        page = open_page(edition)
        home = page.evaluate(parts)
        page.goto(page.url + "poster/")
        assert (page.evaluate(parts), len(home)) == (home, 9)


def _with_many(slug: str, titel: str) -> Edition:
    """An edition with twenty principles of this title, that are tried but not adopted."""
    lokaal = FRAMEWORK.gemeenten[slug]
    one = next(iter(lokaal.gedragsprincipes.values())).model_copy(update={"titel": titel, "status": "concept"})
    many = {f"p{number}": one.model_copy(update={"id": f"p{number}"}) for number in range(20)}
    return Edition(FRAMEWORK, lokaal.having("principe", many))


@pytest.mark.parametrize("titel", ["We bellen eerst", "We vragen altijd eerst wie er mag meedenken en wie liever niet"])
def test_nothing_on_the_poster_is_cut_off(open_page: OpenPage, titel: str) -> None:
    """Every part lies within the sheet, also when the principles fill all the room that the sheet has."""
    for edition, gemeente in EDITIONS.items():
        width, height = (round(side / 25.4 * 96) for side in SIZES["a1"])
        page = open_page(f"{edition}poster/", width, height)
        page.emulate_media(media="print")
        assert page.evaluate(OUTSIDE, ".poster__papier") == []
        html = poster(_with_many(gemeente.id, titel))
        page.evaluate("html => { document.querySelector('.poster').outerHTML = html }", html)
        assert page.locator(".poster__principes li").count() > 2
        assert page.evaluate(OUTSIDE, ".poster__papier") == []


def test_more_principles_than_fit_are_named_as_such() -> None:
    """What the sheet has no room for is counted on its last row, never cut."""
    html = poster(_with_many("voorbeeldstad", "We bellen eerst"))
    assert html.count("leidraad:principe/") == 7
    assert "En nog 13: zie de leidraad" in html


@pytest.mark.parametrize("choice", ["#papier-vier", "#papier-een"])
def test_cards_print_whole(open_page: OpenPage, choice: str) -> None:
    """Four or one to a sheet; each card is whole and carries edition, date and disclaimers."""
    for edition in EDITIONS:
        page = open_page(f"{edition}kaarten/")
        page.check(choice)
        printed = sheets(page.pdf(prefer_css_page_size=True))
        kinds: list[list[list[str]]] = page.evaluate(CARDS)
        cards = [[squeezed(text) for text in card] for kind in kinds for card in kind]
        assert len(printed) == (len(cards) if choice == "#papier-een" else sum(-(-len(kind) // 4) for kind in kinds))
        for pieces in cards:
            assert any(all(piece in sheet for piece in pieces) for sheet in printed), pieces[:2]
        named = squeezed(f"{EDITIONS[edition].naam} {EDITIONS[edition].editie}")
        assert sum(sheet.count(named) for sheet in printed) == len(cards)


def test_only_the_chosen_kind_of_card_is_printed(open_page: OpenPage) -> None:
    """Each choice by keyboard leaves one kind."""
    page = open_page(f"{next(iter(EDITIONS))}kaarten/")
    page.focus("#welke-alles")
    for kind in ("factoren", "stappen", "principes"):
        page.keyboard.press("ArrowRight")
        assert page.locator(f"#welke-{kind}").is_checked()
        assert (
            page.locator(".kaartensoort:visible").count() == page.locator(f".kaartensoort--{kind}:visible").count() == 1
        )


def test_a_choice_of_paper_has_no_violation(open_page: OpenPage, violations: Violations) -> None:
    """axe, in the states that the defaults of the page do not show."""
    page = open_page(f"{next(iter(EDITIONS))}poster/")
    page.check("#papier-a1")
    found = violations(page, VIEWS[:2])
    page.goto(page.url.replace("poster/", "kaarten/"))
    page.check("#welke-principes")
    assert found | violations(page, VIEWS[:2]) == set()
