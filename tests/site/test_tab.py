"""The tab that tests share is a new one to each of them; what would outlast a test is refused in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.site.browser import LASTING, Tab
from tests.site.server import serve

PAGE = '<!doctype html><html lang="nl"><title>Proef</title><link rel="icon" href="data:,"><p>Tekst</p>'
FOUND = """() => [localStorage.length, sessionStorage.length, location.hash,
  matchMedia("print").matches, matchMedia("(prefers-color-scheme: dark)").matches, document.querySelector("p:hover")]"""


@pytest.fixture
def tab(browser: Browser, tmp_path: Path) -> Iterator[Tab]:
    """A tab on a site of one page."""
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    with serve(tmp_path) as server:
        tab = Tab(browser, server)
        yield tab
        tab.close()


def test_nothing_of_a_test_is_left(tab: Tab) -> None:
    """Neither what a page kept, nor what it opened, nor how it was looked at, nor a way back to it."""
    page = tab.page
    page.goto("")
    page.evaluate("localStorage.setItem('a', '1'); sessionStorage.setItem('b', '2'); location.hash = '#c'")
    page.evaluate("window.open(location.href) && undefined")
    page.emulate_media(media="print", color_scheme="dark")
    page.hover("p")
    tab.empty()
    page.goto("")
    assert page.evaluate(FOUND) == [0, 0, "", False, False, None]
    assert page.context.pages == [page]
    page.go_back()
    assert page.content().count("Tekst") == 0


@pytest.mark.parametrize("of", [Page, BrowserContext])
def test_what_would_outlast_a_test_is_refused(tab: Tab, of: type) -> None:
    """Whatever the driver offers of the kind, by its name."""
    one = tab.page if of is Page else tab.page.context
    kinds = ("add_", "expose_", "grant_", "new_cdp", "on", "once", "route", "set_default", "set_extra", "set_off")
    offered = {name for name in dir(of) if name.startswith(kinds)} - {"add_script_tag", "add_style_tag"}
    assert offered <= {*LASTING}
    for name in offered:
        with pytest.raises(AssertionError, match="own=True"):
            getattr(one, name)()
    with pytest.raises(AssertionError, match="own=True"):
        tab.page.clock.install()


def test_what_a_page_says_is_heard(tab: Tab) -> None:
    """By the test that opened it, to the last, and not by the next."""
    tab.page.goto("")
    tab.page.evaluate("console.log('tot ziens')")
    with pytest.raises(AssertionError, match="tot ziens"):
        tab.empty()
    tab.page.goto("")
    tab.empty()
