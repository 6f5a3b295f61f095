"""axe finds nothing: WCAG 2.0 to 2.2, A and AA, and best practice, in every state, palette and width."""

from collections.abc import Iterable
from pathlib import Path

import axe_playwright_python  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Page

from tests.site.conftest import OpenPage
from tests.site.pages import EDITIONS, EVERY, FACTOR, some
from tests.site.server import serve_as_published

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
FIND = """async () => {
  const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
  return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`));
}"""
# axe cannot see the colour behind a text in a drawing, so the map's contrast is worked out here.
LOWEST_ON_MAP = """() => {
  const light = css => {
    const part = value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = css.match(/[0-9.]+/g).map(value => part(value / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratios = [...document.querySelectorAll(".igm-kaart text")].map(text => {
    const fill = getComputedStyle(text.previousElementSibling).fill;
    const behind = fill === "none" ? getComputedStyle(document.body).backgroundColor : fill;
    const [low, high] = [light(getComputedStyle(text).fill), light(behind)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  });
  return Math.min(...ratios);
}"""
FACTOR_PAGES = [edition + FACTOR for edition in EDITIONS]
View = tuple[int, str]
VIEWS: tuple[View, ...] = ((1280, "light"), (320, "dark"), (1280, "dark"), (320, "light"))
# Each state: the width it is reached at, and what is clicked to get there.
STATES: dict[str, tuple[int, tuple[str, ...]]] = {
    "menu open": (320, (".kop__menu",)),
    "inhoud open": (320, (".inhoud__knop",)),
    "uitleg open, smal": (320, (".begrip >> nth=0",)),
    "uitleg open, breed": (1280, (".begrip >> nth=-1",)),
    "donker gekozen": (1280, ("palet-keuze button",)),
    "licht gekozen": (320, ("palet-keuze button", "palet-keuze button")),
    "alles gewist": (1280, ("palet-keuze button", "wis-alles button")),
}


def violations(page: Page, views: Iterable[View]) -> set[str]:
    """Return what axe finds on a page as it stands, in each width and palette."""
    page.evaluate(AXE)
    found: set[str] = set()
    for width, palette in views:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if palette == "dark" else "light")
        found |= {f"{width} {palette}: {line}" for line in page.evaluate(FIND)}
    return found


def reach(page: Page, width: int, clicks: tuple[str, ...]) -> bool:
    """Bring a page into a state; False where the page has nothing to click there."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="light")
    if not all(page.locator(selector).count() for selector in clicks):
        return False
    for selector in clicks:
        page.click(selector)
    return True


def test_no_page_has_a_violation(open_page: OpenPage, full_size: bool) -> None:
    """Each kind of page, wide and narrow, light and dark, shared out over the editions; under --alles in all."""
    page, found = open_page(FACTOR_PAGES[0]), {}
    for number, edition in enumerate(EDITIONS):
        for place, address in enumerate(some(edition, full_size=full_size)):
            page.goto(address)
            found[address] = violations(page, VIEWS if full_size else [VIEWS[2 * (place % 2) + number % 2]])
    print(f"\naxe: {len(found)} pagina's")
    assert {address: lines for address, lines in found.items() if lines} == {}


@pytest.mark.parametrize("state", STATES)
def test_no_state_has_a_violation(open_page: OpenPage, state: str, full_size: bool) -> None:
    """Whatever can be opened or chosen, in light and dark, on a page of a factor; under --alles on every page."""
    page, found = open_page(FACTOR_PAGES[0]), {}
    width, clicks = STATES[state]
    for address in EVERY if full_size else FACTOR_PAGES:
        page.goto(address)
        if reach(page, width, clicks):
            found[address] = violations(page, [(width, "light"), (width, "dark")])
    assert found
    assert {address: lines for address, lines in found.items() if lines} == {}


def test_without_scripts_nothing_is_violated(open_page: OpenPage) -> None:
    """Where our scripts do nothing, the same bar holds (axe itself cannot run where scripts are off)."""
    page = open_page("")
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(FACTOR_PAGES[0])
    assert page.locator("button", has_text="Wis alles").count() == 0
    assert violations(page, VIEWS) == set()


def test_the_page_at_the_root_has_no_violation(open_page: OpenPage) -> None:
    """The list of municipalities."""
    assert violations(open_page(""), VIEWS) == set()


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_page_for_a_wrong_address_has_no_violation(open_page: OpenPage, site: Path, edition: str) -> None:
    """The 404 page, where its host serves it."""
    with serve_as_published(site, edition) as server:
        page = open_page("404.html", of=server)
        assert page.locator("h1").count() == 1
        assert violations(page, VIEWS) == set()


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_map_can_be_read(open_page: OpenPage, edition: str) -> None:
    """Every text in the drawing has a contrast of at least 4.5 with what is behind it, in both palettes."""
    page = open_page(edition + FACTOR)
    for palette in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if palette == "dark" else "light")
        assert page.evaluate(LOWEST_ON_MAP) >= 4.5, palette
