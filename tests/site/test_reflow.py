"""Nothing is lost on a narrow screen, at 400 %, or with wider spacing; what is ours can be hit with a thumb."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.browser import OpenPage
from tests.site.pages import EDITIONS, EVERY, FACTOR, some

EDITION = next(iter(EDITIONS))
# What sticks out of the page sideways, or is cut off by its own box. A table may scroll within its frame.
LOST = """() => {
  const root = document.documentElement;
  const out = root.scrollWidth > root.clientWidth ? [`pagina: ${root.scrollWidth} > ${root.clientWidth}`] : [];
  for (const element of document.querySelectorAll("body *")) {
    const style = getComputedStyle(element);
    if (!element.checkVisibility() || element.closest(".tabel, .overslaan, .alleen-lezer, svg")) continue;
    const cut = style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
    const low = style.overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1;
    if (cut || low) out.push(`afgesneden: ${element.className || element.tagName}`);
  }
  for (const text of document.querySelectorAll(":is(.igm-kaart, .route-plaat) rect + text")) {
    const [inner, box] = [text, text.previousElementSibling].map(part => part.getBoundingClientRect());
    const outside = inner.left < box.left || inner.right > box.right || inner.bottom > box.bottom + 1;
    if (inner.width && outside) out.push(`kaart: ${text.textContent}`);
  }
  for (const text of document.querySelectorAll("article svg text")) {
    const [inner, whole] = [text, text.ownerSVGElement].map(part => part.getBoundingClientRect());
    const outside = inner.left < whole.left - 1 || inner.right > whole.right + 1 || inner.bottom > whole.bottom + 1;
    if (inner.width && outside) out.push(`tekening: ${text.textContent}`);
  }
  return out;
}"""
# WCAG 1.4.12, to the letter.
SPACING = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-bottom: 2em !important; }
"""
# Words with an explanation whose punctuation may come to stand on another line.
TORN = """() => [...document.querySelectorAll(".begrip")].filter(word => {
  const before = word.previousSibling?.data ?? "", after = word.nextElementSibling.nextSibling?.data ?? "";
  return (/[«(]$/.test(before) || /^[».,;:!?)]/.test(after)) && !word.closest(".heel");
}).map(word => word.textContent)"""
OWN_CONTROLS = (
    "button:not(.begrip), summary, select, .menu a, .inhoud a, .letters a, .wegwijzer a, .ingangen a, .kaartjes a, "
    ".alles-op-een-rij a, .voet__meld a, .voet__verder a, .kop a, .uitleg a, .igm-kaart a"
)
TOO_SMALL = """(selector) => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).flatMap(e => {
  const { width, height } = e.getBoundingClientRect();
  return Math.min(width, height) < 43.9 ? [`${e.textContent.trim()}: ${width.toFixed(1)} × ${height.toFixed(1)}`] : [];
})"""


def lost(page: Page, addresses: list[str]) -> dict[str, list[str]]:
    """Return, per page, what is lost."""
    found = {}
    for address in addresses:
        page.goto(address)
        found[address] = page.evaluate(LOST)
    return {address: lines for address, lines in found.items() if lines}


def test_no_page_scrolls_sideways_at_320_px(open_page: OpenPage) -> None:
    """The page at the root, and every page of every edition."""
    assert lost(open_page(EVERY[0], 320), ["", *EVERY]) == {}


def test_no_page_scrolls_sideways_at_400_percent(open_page: OpenPage, full_size: bool) -> None:
    """A window of 1280 × 1024 at 400 %, so 320 px; the menu, too, can be read to its end. Under --alles each kind."""
    page = open_page(EVERY[0], 320, 256, device_scale_factor=4)
    assert lost(page, some(EDITION, full_size=False) if full_size else [EDITION, EDITION + FACTOR]) == {}
    page.click(".kop__menu")
    last = page.locator(".menu :is(a, summary) >> visible=true").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    assert page.evaluate(LOST) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_wider_spacing_loses_nothing(open_page: OpenPage, width: int, full_size: bool) -> None:
    """A reader's own spacing of lines, words, letters and paragraphs cuts nothing off, also in what opens.

    Each kind of page; where there is room, under --alles.
    """
    page = open_page(EVERY[0], width, bypass_csp=True)
    found = {}
    for address in some(EDITION, full_size=False) if full_size or width == 320 else (EDITION, EDITION + FACTOR):
        page.goto(address)
        page.add_style_tag(content=SPACING)
        found[address] = page.evaluate(LOST)
    assert {address: lines for address, lines in found.items() if lines} == {}
    if width == 320:
        page.click(".kop__menu")
        assert page.evaluate(LOST) == []


@pytest.mark.parametrize("width", [320, 360])
def test_own_controls_are_at_least_44_px(open_page: OpenPage, width: int, full_size: bool) -> None:
    """Buttons, menus, lists of links and the map; words and links within a text are inline (WCAG 2.5.8).

    Each kind of page at 320 px; under --alles every page, at 360 px too.
    """
    page, found = open_page(EVERY[0], width), {}
    for address in some(EDITION, full_size=full_size) if full_size or width == 320 else (EDITION, EDITION + FACTOR):
        page.goto(address)
        for opener in (None, ".kop__menu", ".inhoud__knop", ".begrip >> visible=true >> nth=0"):
            if opener and page.locator(opener).count():
                page.click(opener)
            found[f"{address} {opener}"] = page.evaluate(TOO_SMALL, OWN_CONTROLS)
            page.keyboard.press("Escape")
    assert {place: lines for place, lines in found.items() if lines} == {}


def test_on_a_wide_screen_buttons_are_at_least_44_px(open_page: OpenPage) -> None:
    """The menu beside the text is for a mouse; every target there is at least 24 px high (WCAG 2.5.8)."""
    page = open_page(EDITION + FACTOR)
    assert page.evaluate(TOO_SMALL, "button:not(.begrip), .ingangen a, .igm-kaart a") == []
    assert page.evaluate("[...document.querySelectorAll('.menu a')].every(link => link.offsetHeight >= 24)")


def test_punctuation_stays_with_an_explained_word(open_page: OpenPage) -> None:
    """A line never starts with the full stop after a word that can be opened, nor ends with the mark before it."""
    page = open_page(EVERY[0])
    kept = 0
    for address in some(EDITION, full_size=False):
        page.goto(address)
        assert page.evaluate(TORN) == [], address
        kept += page.locator(".heel .begrip").count()
    assert kept > 10
