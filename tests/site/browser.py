"""The Chromium that tests use, and pages in it that are watched for what they say and ask."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from playwright.sync_api import Browser, BrowserContext, Page

from leidraad.editions.pdf.pdf import NAMES
from tests.site.server import EMPTY, Server

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
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # there is no other host: what is asked of one, fails
]
# A test keeps no page long enough for what it costs to make its scripts quick; to compile them once, plainly, is
# a sixth of axe (besluiten/0046). A benchmark has what a reader has.
OF_A_TEST = [*FLAGS, "--js-flags=--no-opt --no-maglev --sparkplug"]
# A violation of the policy is said aloud, so that one list holds everything that is wrong.
VIOLATION = "addEventListener('securitypolicyviolation', e => console.error(`beleid: ${e.violatedDirective}`))"

# How much of a page moved since it began to load: the layout shift of Core Web Vitals, at most 0.02 here.
SHIFT = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => (sum += entry.hadRecentInput ? 0 : entry.value)))
    .observe({ type: "layout-shift", buffered: true });
  document.fonts.ready.then(() => setTimeout(() => resolve(sum), 150));
})"""
STEADY = 0.02
# What sticks out of the page sideways, or is cut off by its own box. A table may scroll within its frame, and so may
# activities side by side; what stands in them may not be cut off either.
LOST = """() => {
  const root = document.documentElement;
  const out = root.scrollWidth > root.clientWidth ? [`pagina: ${root.scrollWidth} > ${root.clientWidth}`] : [];
  for (const element of document.querySelectorAll("body *")) {
    const style = getComputedStyle(element);
    if (!element.checkVisibility() || element.closest(".overslaan, .alleen-lezer, svg")) continue;
    const frame = style.overflowX === "visible" || element.matches(".tabel, .vk");
    const cut = !frame && element.scrollWidth > element.clientWidth + 1;
    const low = style.overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1;
    if (cut || low) out.push(`afgesneden: ${element.className || element.tagName}`);
  }
  for (const text of document.querySelectorAll(".route-plaat rect + text")) {
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


def chromium_path() -> str | None:
    """Return the browser of $CHROMIUM, else an installed one, the quickest first; None is that of playwright."""
    names = ("chromium-headless-shell", *NAMES)
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


class Watch:
    """Everything that a page says, misses, or asks of another host.

    Of what it misses on its own host the browser speaks itself. So nothing is heard of all that goes well: that would
    cost a tenth of every page (tests/site/test_watch.py).
    """

    def __init__(self, page: Page, origin: str) -> None:
        """Listen to a page from the first moment."""
        self.page, self.origin = page, origin
        self.wrong: list[str] = []
        page.on("console", lambda message: self._note(f"zegt: {message.text} {message.location.get('url', '')}"))
        page.on("pageerror", lambda error: self._note(f"zegt: {error}"))
        page.on("requestfailed", lambda request: self._note_elsewhere(request.url))

    def _note_elsewhere(self, url: str) -> None:
        if not url.startswith((self.origin, "data:")):
            self._note(f"vraagt: {url}")

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
    assert watch.wrong == [], watch.wrong


# What would outlast a page, on the page, its context and its clock.
LASTING = (
    *("add_init_script", "add_locator_handler", "expose_binding", "expose_function", "on", "once", "route"),
    *(
        "route_from_har",
        "route_web_socket",
        "set_default_navigation_timeout",
        "set_default_timeout",
        "set_extra_http_headers",
    ),
    *("add_cookies", "grant_permissions", "new_cdp_session", "set_geolocation", "set_offline", "close"),
    *("fast_forward", "install", "pause_at", "run_for", "set_fixed_time", "set_system_time"),
)


def _refused(*_: object, **__: object) -> NoReturn:
    raise AssertionError("this outlasts the test: ask for a tab of its own, open_page(..., own=True)")


class Tab:
    """One watched tab for many tests, each of which finds it as a new one, at half the cost of a new one.

    What a page leaves (its storages, its history, what it opened, the pointer) is taken away after each test; what
    nothing could take away (a script at every page, a listener, a clock) is refused.
    """

    def __init__(self, browser: Browser, server: Server) -> None:
        """Open it."""
        self.server = server
        self._context = browser.new_context(base_url=server.address)
        self._context.add_init_script(VIOLATION)
        self.page = self._context.new_page()
        self._watch = Watch(self.page, server.origin)
        self._session = self._context.new_cdp_session(self.page)
        for one in (self.page, self._context, self.page.clock):
            for name in LASTING:
                if hasattr(one, name):
                    setattr(one, name, _refused)

    def empty(self) -> None:
        """Leave the page of a test, with all that it kept; what it said comes out."""
        for page in self._context.pages:
            if page is not self.page:
                page.close()
        self.page.goto(self.server.address + EMPTY)
        self.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        self._session.send("Page.resetNavigationHistory")
        self.page.emulate_media(
            media="null", color_scheme="light", reduced_motion="no-preference", forced_colors="none"
        )
        self.page.mouse.move(-10, -10)
        wrong, self._watch.wrong = self._watch.wrong, []
        assert wrong == [], wrong

    def close(self) -> None:
        """Throw it away."""
        BrowserContext.close(self._context)
