"""The look as a browser shows it: our own letter."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.site.browser import SHIFT, STEADY, OpenPage
from tests.site.pages import FACTOR
from tests.site.server import Server


def _fonts(page: Page) -> dict[str, Any]:
    """Return the font of every text on the page, as the browser drew it."""
    client = page.context.new_cdp_session(page)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    nodes = client.send(
        "DOM.querySelectorAll", {"nodeId": root, "selector": "body :not(script, style, code, option, :empty)"}
    )
    found: dict[str, Any] = {}
    for node in nodes["nodeIds"]:
        for font in client.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]:
            if (name := font["familyName"]) not in found:
                found[name] = client.send("DOM.getOuterHTML", {"nodeId": node})["outerHTML"][:200]
    return found


@pytest.mark.parametrize("address", ["voorbeeldstad/nieuwste/", f"voorbeeldstad/nieuwste/{FACTOR}"])
def test_every_text_is_drawn_in_our_own_letter(open_page: OpenPage, address: str) -> None:
    """No letter or mark of the site falls outside the subset."""
    assert _fonts(open_page(address, own=True)).keys() == {"Public Sans"}


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_at_a_linked_question(open_page: OpenPage, first_view: Server, width: int) -> None:
    """The address of a question in a route has its room from the first paint, after a reload too."""
    page = open_page("voorbeeldstad/nieuwste/afwegen/casus-zit-vast/#scherm=2", width, of=first_view)
    assert page.evaluate(SHIFT) <= STEADY
    page.reload()
    assert page.evaluate(SHIFT) <= STEADY
