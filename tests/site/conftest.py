"""A server and a browser for the real site; every page that a test opens is watched for what it says and asks."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.site import axe
from tests.site.axe import Violations
from tests.site.browser import OF_A_TEST, VIEWS, OpenPage, Tab, View, chromium_path, watched_page
from tests.site.server import ASSETS, Server, serve


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[Server]:
    """The site, served at the root of a host; a reader's second page finds scripts and styles kept, as there."""
    with serve(site, kept=ASSETS) as running:
        yield running


@pytest.fixture(scope="session")
def first_view(site: Path) -> Iterator[Server]:
    """The same where nothing is kept: for what a first view weighs, asks and moves."""
    with serve(site) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Real headless Chromium, started once; on a busy machine it takes its time."""
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=OF_A_TEST)
        yield browser
        browser.close()


@pytest.fixture
def views(request: pytest.FixtureRequest, full_size: bool) -> tuple[View, ...]:
    """The widths and palettes to look at a state in: tests take turns, under --alles every pair (besluiten/0046)."""
    return VIEWS if full_size else (VIEWS[crc32(request.node.nodeid.encode()) % len(VIEWS)],)


@pytest.fixture
def violations(full_size: bool) -> Violations:
    """Return the function that asks axe: of each look of a text one, under --alles every text."""
    return partial(axe.violations, every_text=full_size)


@pytest.fixture(scope="session")
def kept_tabs(browser: Browser, server: Server) -> Iterator[list[Tab]]:
    """The tab that tests use one after another; none while a test has it, and after one that left it unsound."""
    kept: list[Tab] = []
    yield kept
    for tab in kept:
        tab.close()


@pytest.fixture
def open_page(browser: Browser, server: Server, kept_tabs: list[Tab]) -> Iterator[OpenPage]:
    """Return a function that opens an address below site/ in a watched page that holds nothing of before.

    The first is the tab that tests share. One of its `own` has whoever asks for it, another server or other options.
    """
    tab = kept_tabs.pop() if kept_tabs else Tab(browser, server)
    handed: list[Tab] = []
    with ExitStack() as stack:

        def open_page(address: str, width: int = 1280, height: int = 800, *, own: bool = False, **options: Any) -> Page:
            if own or options or handed:
                page = stack.enter_context(watched_page(browser, options.pop("of", server), width, height, **options))
            else:
                handed.append(tab)
                page = tab.page
                page.set_viewport_size({"width": width, "height": height})
            page.goto(address)
            return page

        yield open_page
    if handed:
        tab.empty()
    kept_tabs.append(tab)  # what went wrong with, is not handed on
