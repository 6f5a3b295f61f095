"""Nothing is lost on a narrow screen, at 400 %, or with wider spacing; what is ours can be hit with a thumb."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.browser import LOST, SHIFT, STEADY, OpenPage
from tests.site.hands import Quick, open_menu
from tests.site.pages import EDITIONS, EVERY, FACTOR, OWN, PAGES, in_turn, some
from tests.site.server import Server

EDITION = next(iter(EDITIONS))
SHARES = range(4)  # the pages are shared out, so that workers can take turns
# WCAG 1.4.12, to the letter.
SPACING = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-bottom: 2em !important; }
"""
SPACE = """style => {
  const sheet = new CSSStyleSheet();  // the policy of the page allows no style element
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}"""
OWN_CONTROLS = (
    "button:not(.begrip), summary, select, .menu a, .inhoud a, .letters a, .wegwijzer a, .ingangen a, .kaartjes a, "
    ".alles-op-een-rij li a, .voet__meld a, .voet__verder a, .kop a, .uitleg a, .plattegrond a"
)
OPENERS = (".kop__menu", ".inhoud__knop", ".begrip")
TOO_SMALL = """(selector) => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).flatMap(e => {
  const { width, height } = e.getBoundingClientRect();
  return Math.min(width, height) < 43.9 ? [`${e.textContent.trim()}: ${width.toFixed(1)} × ${height.toFixed(1)}`] : [];
})"""


# The same with a part open: by its button, but for the menu, whose other groups its button asks of the home page.
TOO_SMALL_OPEN = f"""([selector, openers]) => openers.flatMap(opener => {{
  const button = [...document.querySelectorAll(opener)].find(one => one.checkVisibility());
  const part = button?.popoverTargetElement;
  if (!part) return [];
  opener === ".kop__menu" ? part.showPopover() : button.click();
  const found = part.matches(":popover-open") ? ({TOO_SMALL})(selector) : ["gaat niet open"];
  part.hidePopover();
  return found.map(line => `${{opener}} ${{line}}`);
}})"""


def lost(page: Page, addresses: list[str]) -> dict[str, list[str]]:
    """Return, per page, what is lost."""
    found = {}
    for address in addresses:
        page.goto(address)
        found[address] = page.evaluate(LOST)
    return {address: lines for address, lines in found.items() if lines}


def unhit(page: Page) -> dict[str, list[str]]:
    """Return the controls that are too small, as the page is and with each of its parts open, the menu whole."""
    found = {}
    for opener in ("", *OPENERS[:-1], ".begrip >> visible=true >> nth=0"):
        if opener and page.locator(opener).count():
            open_menu(page) if opener == ".kop__menu" else Quick(page).click(opener)
        found[opener] = page.evaluate(TOO_SMALL, OWN_CONTROLS)
        page.keyboard.press("Escape")
    return {opener: lines for opener, lines in found.items() if lines}


@pytest.mark.parametrize("share", SHARES)
def test_a_narrow_screen_loses_nothing(open_page: OpenPage, first_view: Server, share: int, full_size: bool) -> None:
    """The page at the root and every page, at 320 px; each kind with all that can be asked there.

    What several editions have, they show in turn; under --alles every page of every edition.
    Each kind of page: nothing moves while it loads, its own controls are at least 44 px (words and links within a text
    are inline, WCAG 2.5.8), and a reader's own spacing of lines, words, letters and paragraphs cuts nothing off.
    """
    known, fresh, found = open_page(EVERY[0], 320), open_page(EVERY[0], 320, of=first_view), {}
    whole = set(some(EDITION, full_size=full_size))
    pages = EVERY if full_size else in_turn({edition: [*PAGES, *OWN[edition]] for edition in EDITIONS})
    for address in sorted({"", *pages, *whole})[share :: len(SHARES)]:
        page = fresh if address in whole else known
        page.goto(address)
        found[f"{address} smal"] = page.evaluate(LOST)
        if address in whole:
            moved = page.evaluate(SHIFT)
            found[f"{address} schuift"] = [f"{moved}"] if moved > STEADY else []
            found[f"{address} klein"] = page.evaluate(TOO_SMALL, OWN_CONTROLS)
            found[f"{address} klein open"] = page.evaluate(TOO_SMALL_OPEN, [OWN_CONTROLS, OPENERS])
            page.evaluate(SPACE, SPACING)
            found[f"{address} wijder"] = page.evaluate(LOST)
    assert {place: lines for place, lines in found.items() if lines} == {}


def test_no_page_scrolls_sideways_at_400_percent(open_page: OpenPage, full_size: bool) -> None:
    """A window of 1280 × 1024 at 400 %, so 320 px; the menu, too, can be read to its end. Under --alles each kind."""
    page = open_page(EVERY[0], 320, 256, device_scale_factor=4)
    assert lost(page, some(EDITION, full_size=False) if full_size else [EDITION, EDITION + FACTOR]) == {}
    open_menu(page)
    last = page.locator(".menu :is(a, summary) >> visible=true").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    assert page.evaluate(LOST) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_wider_spacing_loses_nothing(open_page: OpenPage, width: int, full_size: bool) -> None:
    """Also in the menu, and where there is room: the home page and that of a factor, under --alles each kind."""
    page = open_page(EVERY[0], width)
    found = {}
    for address in some(EDITION, full_size=False) if full_size else (EDITION, EDITION + FACTOR):
        page.goto(address)
        page.evaluate(SPACE, SPACING)
        found[address] = page.evaluate(LOST)
    if width == 320:
        open_menu(page)
        found["menu"] = page.evaluate(LOST)
    assert {place: lines for place, lines in found.items() if lines} == {}


def test_a_title_with_a_long_word_breaks_it(site: Path, open_page: OpenPage) -> None:
    """In each part of the site the page with the longest word in its title, at 320 px with a reader's own spacing."""
    longest = dict[str, tuple[int, str]]()
    for address in EVERY:
        heading = re.search(r"<h1[^>]*>(.*?)</h1>", (site / address / "index.html").read_text("utf-8"), re.S)
        words = re.sub(r"<[^>]+>", " ", heading[1]).split() if heading else [""]
        part = address.split("/")[2]
        longest[part] = max(longest.get(part, (0, "")), (max(map(len, words)), address))
    assert max(length for length, _ in longest.values()) > 16
    page, found = open_page(EVERY[0], 320), {}
    for _, address in longest.values():
        page.goto(address)
        page.evaluate(SPACE, SPACING)
        found[address] = page.evaluate(LOST)
    assert {address: lines for address, lines in found.items() if lines} == {}


def test_own_controls_are_at_least_44_px_on_a_telephone(open_page: OpenPage, full_size: bool) -> None:
    """At 360 px: the home page and that of a factor; under --alles every page."""
    page, found = open_page(EVERY[0], 360), {}
    for address in some(EDITION, full_size=True) if full_size else (EDITION, EDITION + FACTOR):
        page.goto(address)
        found[address] = unhit(page)
    assert {address: lines for address, lines in found.items() if lines} == {}


def test_on_a_wide_screen_buttons_are_at_least_44_px(open_page: OpenPage) -> None:
    """The menu beside the text is for a mouse; every target there is at least 24 px high (WCAG 2.5.8)."""
    page = open_page(EDITION + FACTOR)
    assert page.evaluate(TOO_SMALL, "button:not(.begrip), .ingangen a, .plattegrond a") == []
    open_menu(page)
    shown = "[...document.querySelectorAll('.menu a')].filter(link => link.checkVisibility())"
    assert page.evaluate(f"{shown}.length > 20 && {shown}.every(link => link.offsetHeight >= 24)")
