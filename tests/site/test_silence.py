"""A page says nothing to the console, asks nothing of another host, and runs nothing that is not ours."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browser import OpenPage
from tests.site.built import built
from tests.site.pages import EDITIONS, EVERY, FACTOR, ONCE, some
from tests.site.server import Server

INJECTIONS = {
    "element": "<script>window.kwaad = 1</script>",
    "attribuut": '<p id="raak" onclick="window.kwaad = 1">tekst</p>',
    "link": '<a id="raak" href="javascript:window.kwaad = 1">tekst</a>',
    "afbeelding": '<img src="niets.png" alt="" onerror="window.kwaad = 1">',
    "andere host": '<script src="https://elders.example/kwaad.js"></script>',
    "stijl": '<p style="position: fixed; inset: 0">tekst</p>',
}


def _use(page: Page) -> None:
    """Do what a reader can do on a page without leaving it."""
    for selector in ("palet-keuze button", ".begrip >> visible=true >> nth=0", "summary >> nth=0", "wis-alles button"):
        if page.locator(selector).count():
            page.click(selector)
            page.keyboard.press("Escape")


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_is_silent(open_page: OpenPage, edition: str, full_size: bool) -> None:
    """No page, nor the one at the root, says or asks anything while it loads; open_page watches.

    A page of each kind, on a wide screen; at 320 px test_reflow opens, and so watches, every page.
    """
    page = open_page("")
    for address in some(edition, full_size=full_size):
        page.goto(address)


def test_nothing_is_asked_after_a_page_is_loaded(open_page: OpenPage, server: Server, full_size: bool) -> None:
    """Choosing colours, opening a word and wiping everything cause no request."""
    page = open_page(EVERY[0])
    for address in EVERY if full_size else ONCE:
        page.goto(address)
        before = len(server.requested)
        _use(page)
        assert server.requested[before:] == [], address


def test_every_page_carries_the_policy(site: Path) -> None:
    """One policy in each page, first of all, that allows nothing unsafe and nothing from elsewhere."""
    pages = list(site.rglob("*.html"))
    for page in pages:
        found = [meta["content"] for meta in built(page).attributes["meta"] if "http-equiv" in meta]
        assert len(found) == 1, page
        assert found[0].startswith("default-src 'none'; "), page
        assert not re.search(r"unsafe|https?:|\*", found[0]), page
        assert built(page).html.index("Content-Security-Policy") < built(page).html.index("<link")
    assert len(pages) > len(EVERY)


@pytest.mark.parametrize("kind", INJECTIONS)
def test_what_is_injected_into_a_page_does_not_act(browser: Browser, server: Server, site: Path, kind: str) -> None:
    """The policy works: markup that someone slips into a page does not run, load or restyle anything."""
    edition = next(iter(EDITIONS))
    html = (site / edition / FACTOR / "index.html").read_text("utf-8")
    body = html.replace("<h1", f"{INJECTIONS[kind]}<h1", 1)
    context = browser.new_context(base_url=server.address)
    context.add_init_script("window.geweigerd = 0; addEventListener('securitypolicyviolation', () => geweigerd++)")
    page = context.new_page()
    page.route(f"**/{FACTOR}", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(edition + FACTOR)
    if page.locator("#raak").count():
        page.locator("#raak").click()
    page.wait_for_function("() => geweigerd > 0")  # the browser reports it a moment after it refused
    assert page.evaluate("typeof kwaad") == "undefined"
    context.close()
