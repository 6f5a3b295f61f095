"""The look as a browser shows it: our own letter, and nothing that moves."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.site.browser import OpenPage
from tests.site.pages import FACTOR, ONCE

# Forms that a script builds or shows after the page came; their makers still owe them their room beforehand.
STILL_MOVING = ("bespreken/", "eigen-leidraad/principe-maker/")
SHIFT = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => (sum += entry.hadRecentInput ? 0 : entry.value)))
    .observe({ type: "layout-shift", buffered: true });
  document.fonts.ready.then(() => setTimeout(() => resolve(sum), 150));
})"""


def _fonts(page: Page) -> dict[str, Any]:
    """Return the font of every text on the page, as the browser drew it."""
    client = page.context.new_cdp_session(page)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    nodes = client.send("DOM.querySelectorAll", {"nodeId": root, "selector": "body :not(script, style, code, option)"})
    found: dict[str, Any] = {}
    for node in nodes["nodeIds"]:
        for font in client.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]:
            found.setdefault(font["familyName"], client.send("DOM.getOuterHTML", {"nodeId": node})["outerHTML"][:200])
    return found


@pytest.mark.parametrize("address", ["voorbeeldstad/nieuwste/", f"voorbeeldstad/nieuwste/{FACTOR}"])
def test_every_text_is_drawn_in_our_own_letter(open_page: OpenPage, address: str) -> None:
    """No letter or mark of the site falls outside the subset."""
    assert _fonts(open_page(address)).keys() == {"Public Sans"}


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_loads(open_page: OpenPage, width: int) -> None:
    """The layout shift of each kind of page is at most 0.02."""
    page, shifts = open_page("", width), {}
    for address in (address for address in ONCE if not address.endswith(STILL_MOVING)):
        page.goto(address)
        shifts[address] = page.evaluate(SHIFT)
    print(f"\nverschuiving: hoogstens {max(shifts.values()):.4f} op {width}")
    assert {address: shift for address, shift in shifts.items() if shift > 0.02} == {}
