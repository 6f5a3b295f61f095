"""The real site, a server and a browser; every page that a test opens is watched for what it says and asks."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.site import axe
from tests.site.axe import Violations
from tests.site.browser import FLAGS, VIEWS, OpenPage, View, chromium_path, watched_page
from tests.site.pages import ROOT
from tests.site.server import Server, serve


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All editions, built once by the real command, for every worker of a run; no test may write in it."""
    worker = "PYTEST_XDIST_WORKER" in os.environ
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if worker else own) / "site"
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            started = folder.with_suffix(".begonnen")
            command = [str(Path(sys.executable).with_name("leidraad")), "build", "--doel", str(started)]
            subprocess.run(command, cwd=ROOT, check=True)
            started.rename(folder)  # so what another worker finds is whole
    return folder


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[Server]:
    """The site, served at the root of a host."""
    with serve(site) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Real headless Chromium, started once; on a busy machine it takes its time."""
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def views(full_size: bool) -> tuple[View, ...]:
    """The widths and palettes to look at a state in: each width and palette once, under --alles every pair."""
    return VIEWS if full_size else VIEWS[:2]


@pytest.fixture
def violations(full_size: bool) -> Violations:
    """Return the function that asks axe: of each look of a text one, under --alles every text."""
    return partial(axe.violations, every_text=full_size)


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[OpenPage]:
    """Return a function that opens an address below site/ in a new, watched page."""
    with ExitStack() as stack:

        def open_page(address: str, width: int = 1280, height: int = 800, **options: Any) -> Page:
            page = stack.enter_context(watched_page(browser, options.pop("of", server), width, height, **options))
            page.goto(address)
            return page

        yield open_page
