"""The real site, a server and a browser; every page that a test opens is watched for what it says and asks."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, sync_playwright

from leidraad.editions.pdf import NAMES
from tests.site.pages import ROOT
from tests.site.server import Server, serve

OpenPage = Callable[..., Page]
View = tuple[int, str]
VIEWS: tuple[View, ...] = ((1280, "light"), (320, "dark"), (1280, "dark"), (320, "light"))
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
# A violation of the policy is said aloud, so that one list holds everything that is wrong.
VIOLATION = "addEventListener('securitypolicyviolation', e => console.error(`beleid: ${e.violatedDirective}`))"


def chromium_path() -> str | None:
    """Return the browser of $CHROMIUM, else an installed one, the quickest first; None is that of playwright."""
    names = ("chromium-headless-shell", *NAMES)
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


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
    """Real headless Chromium, started once."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


class Watch:
    """Everything that a page says, misses, or asks of another host."""

    def __init__(self, page: Page, origin: str) -> None:
        """Listen to a page from the first moment."""
        self.page, self.origin = page, origin
        self.wrong: list[str] = []
        page.on("console", lambda message: self._note(f"zegt: {message.text}"))
        page.on("pageerror", lambda error: self._note(f"zegt: {error}"))
        page.on("request", lambda request: None if request.url.startswith(self._known) else self._note(request.url))
        page.on("response", lambda answer: self._note(f"mist: {answer.url}") if answer.status >= 400 else None)

    @property
    def _known(self) -> tuple[str, ...]:
        return (self.origin, "data:")

    def _note(self, text: str) -> None:
        self.wrong.append(f"{self.page.url} {text}")


@contextmanager
def watched_page(browser: Browser, server: Server, width: int, height: int, **options: Any) -> Iterator[Page]:
    """Yield a page that may say nothing, fail at nothing and ask nothing of another host."""
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=server.address, **options)
    context.add_init_script(VIOLATION)
    page = context.new_page()
    watch = Watch(page, server.origin)
    yield page
    context.close()
    assert watch.wrong == []


@pytest.fixture
def views(full_size: bool) -> tuple[View, ...]:
    """The widths and palettes to look at a state in: each width and palette once, under --alles every pair."""
    return VIEWS if full_size else VIEWS[:2]


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[OpenPage]:
    """Return a function that opens an address below site/ in a new, watched page."""
    with ExitStack() as stack:

        def open_page(address: str, width: int = 1280, height: int = 800, **options: Any) -> Page:
            page = stack.enter_context(watched_page(browser, options.pop("of", server), width, height, **options))
            page.goto(address)
            return page

        yield open_page
