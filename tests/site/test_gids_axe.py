"""axe finds nothing in any state of the guide, wide and narrow, light and dark."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.axe import Violations
from tests.site.browser import OpenPage, View
from tests.site.gids import EXPLORE, PLAN, ROUTE, heard, too_many


def _error(page: Page) -> None:
    too_many(page)
    expect(page.get_by_role("alert")).to_be_visible()


def _warning(page: Page) -> None:
    page.goto(f"{ROUTE}#scherm=2&vraag=welk-gedrag")
    page.fill("[name='welk-gedrag.tekst']", "Het gaat om 111222333")
    expect(page.locator(".vrij-veld__let-op").filter(has_text="BSN")).to_be_visible()


def _outcome(page: Page) -> None:
    page.goto(f"{EXPLORE}#scherm=1&factor=kennis")
    heard(page, "wegen", "kennis", "vermoed")
    page.goto(f"{PLAN}#scherm=uitkomst")
    expect(page.locator("[data-punt]:visible").first).to_be_visible()


def _heard(page: Page) -> None:
    page.goto(f"{ROUTE}#scherm=3")
    heard(page, "wat-hoor-je", "kennis", option="weet-niet-hoe")
    page.locator("[data-doe=meer]:visible").click()


def _taken_away(page: Page) -> None:
    _heard(page)
    page.locator("[data-doe=minder]:visible").first.click()
    expect(page.get_by_role("button", name="Zet terug wat er stond")).to_be_visible()


STATES: dict[str, Callable[[Page], object]] = {
    "begin": lambda page: page.goto(ROUTE),
    "keuze": lambda page: page.goto(f"{ROUTE}#scherm=2"),
    "wegen": lambda page: page.goto(f"{PLAN}#scherm=2"),
    "waarschuwing": _warning,
    "fout": _error,
    "nakijken": lambda page: page.goto(f"{ROUTE}#scherm=controle"),
    "uitkomst": _outcome,
    "uitspraken": _heard,
    "weggehaald": _taken_away,
    "verkennen": lambda page: page.goto(f"{EXPLORE}#scherm=1&factor=kennis"),
    "casusmodus": lambda page: page.goto(f"{PLAN}#scherm=2&casus=1"),
}


@pytest.mark.parametrize("state", STATES)
def test_no_state_of_the_guide_has_a_violation(
    open_page: OpenPage, state: str, violations: Violations, views: tuple[View, ...]
) -> None:
    """In both palettes, at 320 and 1280 px; and nothing sticks out sideways at 320 px."""
    page = open_page(ROUTE)
    STATES[state](page)
    assert violations(page, views) == set()
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= 320")
