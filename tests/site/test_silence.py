"""A page says nothing to the console, asks nothing of another host, and runs nothing that is not ours."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.site.browser import SHIFT, STEADY, OpenPage
from tests.site.built import built
from tests.site.maker import BESIDE
from tests.site.pages import EDITIONS, EVERY, FACTOR, ONCE, some
from tests.site.server import Server
from tests.site.storage import kept, wipe
from tests.site.weight import asked_file, over_the_wire

# Words with an explanation whose punctuation may come to stand on another line.
TORN = """() => [...document.querySelectorAll(".begrip")].filter(word => {
  const before = word.previousSibling?.data ?? "", after = word.nextElementSibling.nextSibling?.data ?? "";
  return (/[«(]$/.test(before) || /^[».,;:!?)]/.test(after)) && !word.closest(".heel");
}).map(word => word.textContent)"""
# Where the window of the search comes by itself: what that weighs is part of the first view.
EARLY = "!document.forms[0] && !!document.querySelector('zoek-venster button')"
VIEW, PAGE_SCRIPTS, MAKER_SCRIPTS = 75_000, 15_000, 40_000
HEAVY = "afwegen/plan-kiezen/"  # the heaviest page: looked at in each edition, also when a run takes some of each kind
# What the maker asks for when somebody begins: what it offers, and the page beside its fields with its look.
OF_THE_MAKER = re.compile(
    r"/(formulier|voorbeelden)\.json|/assets/lib/(voorbeeld|vullen|opmaak|wenken|kiezen|map|yaml|zip)\.js|/assets/.*\.(css|woff2)"
)
TITLED = (
    "title => document.querySelector('.voorbeeld iframe').contentDocument.querySelector('h1').textContent === title"
)
INJECTIONS = {
    "element": "<script>window.kwaad = 1</script>",
    "attribuut": '<p id="raak" onclick="window.kwaad = 1">tekst</p>',
    "link": '<a id="raak" href="javascript:window.kwaad = 1">tekst</a>',
    "afbeelding": '<img src="niets.png" alt="" onerror="window.kwaad = 1">',
    "andere host": '<script src="https://elders.example/kwaad.js"></script>',
    "stijl": '<p style="position: fixed; inset: 0">tekst</p>',
}


# What a reader can press on a page without leaving it: the first of each that is to see.
USE = """() => {
  for (const selector of ["palet-keuze button", ".begrip", "summary"]) {
    const one = [...document.querySelectorAll(selector)].find(found => found.checkVisibility());
    one?.focus();
    one?.click();
    for (const open of document.querySelectorAll(".uitleg:popover-open")) open.hidePopover();
  }
  return !!document.querySelector("wis-alles");
}"""


def _use(page: Page) -> None:
    """Do what a reader can do on a page without leaving it."""
    if page.evaluate(USE):
        wipe(page)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_is_silent_light_and_keeps_nothing(
    open_page: OpenPage, first_view: Server, site: Path, edition: str, full_size: bool
) -> None:
    """Each kind of page on a wide screen, once, with all that can be asked there; open_page watches what it says.

    The editions take turns; under --alles every page of each.

    Everything that it asks for on an empty cache is at most 75 kB, its scripts at most 15 kB (gzip), the
    maker's 40. Nothing moves while it loads, and looking at it keeps nothing. Punctuation stays on the line of an
    explained word. Using it causes no request, but for what the maker needs when somebody begins. At 320 px test_reflow
    opens, and so watches, every page.
    """
    page, kept_together = open_page("", of=first_view), 0
    pages = some(edition, full_size=True) if full_size else [one for one in ONCE if one.startswith(edition)]
    for address in pages:
        before = len(first_view.requested)
        page.goto(address)
        if page.evaluate(EARLY):
            page.locator("dialog.zoek").wait_for(state="attached")
        files = {asked_file(site, asked) for asked in first_view.requested[before:]}
        assert sum(map(over_the_wire, files)) <= VIEW, address
        scripts = sum(over_the_wire(file) for file in files if file.suffix == ".js")
        assert scripts > 0, address
        assert scripts <= (MAKER_SCRIPTS if "principe-maker" in address else PAGE_SCRIPTS), address
        assert page.evaluate(SHIFT) <= STEADY, address
        assert kept(page) == set(), address
        assert page.evaluate(TORN) == [], address
        kept_together += page.locator(".heel .begrip").count()
        before = len(first_view.requested)
        _use(page)
        if "principe-maker" in address:  # what it offers comes when somebody begins, before anything is filled in
            page.wait_for_function(BESIDE)
            asked = [one.removeprefix(f"/{edition}") for one in first_view.requested[before:]]
            assert all(OF_THE_MAKER.fullmatch(f"/{one}") for one in asked), asked
            assert {"formulier.json", "voorbeelden.json"} <= {*asked}
            page.fill("[data-rijen=gedragsprincipe] [data-veld=titel]", "Een titel")
            page.wait_for_function(TITLED, arg="Een titel")
            assert first_view.requested[before + len(asked) :] == [], address
            page.evaluate("sessionStorage.clear(); localStorage.clear()")  # as somebody finds the next page
            continue
        assert first_view.requested[before:] == [], address
    assert kept_together > 10


@pytest.mark.parametrize("address", ["activiteiten/", "activiteiten/proefplaatsing/"])  # what moved most
def test_nothing_moves_when_the_letter_comes_late(open_page: OpenPage, first_view: Server, address: str) -> None:
    """A letter of half a second late is not shown on the page that somebody already reads (besluiten/0045)."""

    def late(route: Route) -> None:
        time.sleep(0.5)
        route.continue_()

    page = open_page("", 360, of=first_view)
    page.route("**/*.woff2", late)
    page.goto(next(iter(EDITIONS)) + address)
    assert page.evaluate(SHIFT) <= STEADY


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_longest_route_is_light_too(open_page: OpenPage, first_view: Server, site: Path, edition: str) -> None:
    """The same bars: 75 kB for all that it asks for on an empty cache, 15 kB for its scripts."""
    before = len(first_view.requested)
    open_page(edition + HEAVY, of=first_view)
    files = {asked_file(site, asked) for asked in first_view.requested[before:]}
    assert sum(map(over_the_wire, files)) <= VIEW
    assert sum(over_the_wire(file) for file in files if file.suffix == ".js") <= PAGE_SCRIPTS


def test_every_page_carries_the_policy(site: Path) -> None:
    """One policy in each page, first of all, that allows nothing unsafe and nothing from elsewhere.

    Only what leads on says more to the browser: where to, once, and that is a place of ours which is there.
    """
    pages, leading = list(site.rglob("*.html")), 0
    for page in pages:
        said = [meta for meta in built(page).attributes["meta"] if "http-equiv" in meta]
        found = [meta["content"] for meta in said if meta["http-equiv"] == "Content-Security-Policy"]
        assert len(found) == 1, page
        if len(said) > 1:
            leading += 1
            (led,) = [meta["content"] for meta in said if meta["http-equiv"] == "refresh"]
            place, _, anchor = led.removeprefix("0; url=../").partition("#")
            assert len(said) == 2, page
            assert anchor in built(page.parents[1] / place / "index.html").ids, page
            assert "article" not in built(page).attributes, page
        assert found[0].startswith("default-src 'none'; "), page
        assert not re.search(r"unsafe|https?:|\*", found[0]), page
        assert built(page).html.index("Content-Security-Policy") < built(page).html.index("<link")
    assert len(pages) > len(EVERY)
    assert leading > 100


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
