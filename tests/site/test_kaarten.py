"""Cards: small pages of their own that any course can frame, sandboxed or not, with scripts or without."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from leidraad.model.use.addresses import CARD_KINDS, address, card
from leidraad.model.use.framework import Edition
from leidraad.render.block.items import Item, items
from leidraad.render.gemeente.gemeente import CLOSING, NOT_BY, disclaimer
from tests.site.axe import Violations
from tests.site.browser import LOST, OpenPage, View
from tests.site.built import built
from tests.site.pages import EDITIONS, FRAMEWORK, in_turn
from tests.site.server import Server, serve
from tests.site.weight import over_the_wire

CARD_WEIGHT = 20_000
SANDBOXES = {
    "geen": None,
    "alles dicht": "",
    "scripts": "allow-scripts",
    "zelfde bron": "allow-scripts allow-same-origin",
}
HOST = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Cursus</title><link rel="icon" href="data:,">
<script>window.hoogtes = []; addEventListener("message", e => hoogtes.push(e.data.leidraadKaart))</script>
<h1>Een cursus</h1><iframe title="Kaart" width="600" height="900" src="{src}"{sandbox}></iframe></html>"""


def _cards(edition: str) -> list[tuple[Item, str]]:
    """Return every item that must have a card, with the address of that card below the edition."""
    gemeente = EDITIONS[edition].id
    found = items(Edition(FRAMEWORK, FRAMEWORK.gemeenten[gemeente]))
    return [(item, address("kaart", card(item.soort, item.id))) for item in found if item.soort in CARD_KINDS]


def _said(page: Page) -> list[str]:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    return said


ONE_OF_EACH = {item.soort: address for item, address in reversed(_cards(next(iter(EDITIONS))))}
EXPLORE = ("afwegen/verkennen/", "kaart/route-verkennen/")  # no item, and one sheet all the same
PAGES = {item.soort: address(item.soort, item.id) for item, _ in reversed(_cards(next(iter(EDITIONS))))}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Server]]:
    """Another origin: a folder for the pages of a course, and the server that shows them."""
    folder = tmp_path_factory.mktemp("cursus")
    with serve(folder) as running:
        yield folder, running


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_item_has_a_complete_card(site: Path, edition: str) -> None:
    """Name, edition and disclaimers in view, hidden from search engines; canonical is the page of the item."""
    gemeente = EDITIONS[edition]
    said = [f"{gemeente.naam} {gemeente.editie}", FRAMEWORK.kern.versie, disclaimer(gemeente), NOT_BY, CLOSING]
    assert {item.soort for item, _ in _cards(edition)} >= CARD_KINDS - {"principe"}
    for item, place in _cards(edition):
        page = built(site / edition / place / "index.html")
        text = page.text_of("body")
        assert [word for word in [item.titel, *said] if " ".join(word.split()) not in text] == [], place
        assert {"name": "robots", "content": "noindex"} in page.attributes["meta"], place
        canonical = [link["href"] for link in page.attributes["link"] if link["rel"] == "canonical"]
        whole = address(item.soort, item.id)
        page_of = f"{gemeente.adres}/{gemeente.id}/nieuwste/{whole.partition('#')[0]}"
        assert canonical == ([page_of] if gemeente.adres else []), place
        assert f"../../{whole}" in [link["href"] for link in page.attributes["a"]], place
        assert not {"nav", "form", "search"} & page.attributes.keys(), place


def test_a_card_is_light(site: Path) -> None:
    """All that a card asks for is at most 20 kB over the wire."""
    sizes = {}
    for page in site.glob("*/nieuwste/kaart/*/index.html"):
        files = {page.parent / link for link in built(page).links if link.endswith((".css", ".js"))}
        sizes[str(page.relative_to(site))] = sum(map(over_the_wire, {page, *files}))
    assert {page: size for page, size in sizes.items() if size > CARD_WEIGHT} == {}


# The word for a resident, made as long as one that municipalities use; returns how many there were.
WITH_LONG_WORDS = """(word) => {
  const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  let count = 0;
  while (texts.nextNode()) {
    count += texts.currentNode.data.split(word).length - 1;
    texts.currentNode.data = texts.currentNode.data.replaceAll(word, "werkzoekende");
  }
  return count;
}"""


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_card_is_one_sheet(open_page: OpenPage, edition: str, full_size: bool) -> None:
    """Whatever has a card, it prints on one A4 and fits a screen of 320 px; a term is small enough to be sure of.

    Those of the core the editions print in turn, but for routes, the fullest; under --alles each prints them all. So
    they do for a municipality whose own words are long.
    """
    held = {one: [place for item, place in _cards(one) if item.soort != "begrip"] + [EXPLORE[1]] for one in EDITIONS}
    routes = [edition + place for item, place in _cards(edition) if item.soort == "route"]
    pages = [edition + place for place in held[edition]] if full_size else [*in_turn(held), *routes]
    page = open_page(edition, 320)
    sheets, found = {}, {}
    for place in dict.fromkeys(place for place in pages if place.startswith(edition)):
        page.goto(place)
        if place in routes:
            assert page.evaluate(WITH_LONG_WORDS, EDITIONS[edition].woorden.inwoner.enkelvoud) > 0, place
        found[place] = page.evaluate(LOST)
        sheets[place] = len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages)
    assert {place: count for place, count in sheets.items() if count != 1} == {}
    assert {place: lines for place, lines in found.items() if lines} == {}


def test_a_card_of_a_term_fits_a_narrow_screen(open_page: OpenPage, full_size: bool) -> None:
    """At 320 px, also with a long word in its title; under --alles each term."""
    page, found = open_page(edition := next(iter(EDITIONS)), 320), {}
    terms = {place: max(map(len, item.titel.split())) for item, place in _cards(edition) if item.soort == "begrip"}
    assert max(terms.values()) > 20
    for place in terms if full_size else sorted(terms, key=lambda place: -terms[place])[:6]:
        page.goto(edition + place)
        found[place] = page.evaluate(LOST)
    assert {place: lines for place, lines in found.items() if lines} == {}


def test_the_example_of_a_course_fits_a_narrow_screen(browser: Browser, server: Server) -> None:
    """At 320 px, with its frames; of the one that is shut the browser says that it ran nothing, so nobody watches."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(f"{server.address}{next(iter(EDITIONS))}cursus/voorbeeld/")
    assert page.evaluate(LOST) == []
    page.close()


@pytest.mark.parametrize("id_", FRAMEWORK.instrumenten)
def test_what_one_writes_in_has_room(open_page: OpenPage, id_: str) -> None:
    """On paper a cell for words is 18 mm wide, of a scale 12; a field for sentences has lines, on a full card less."""
    page = open_page(f"{next(iter(EDITIONS))}kaart/instrument-{id_}/", 680, 1024)  # what an A4 has between its margins
    page.emulate_media(media="print")
    sizes = """(cells, side) => cells.map(cell => cell.getBoundingClientRect()[side] / 96 * 25.4)"""
    assert all(
        size >= 18
        for size in page.locator("section:not(.kaart__breed) tr:has(td:empty ~ td:empty ~ td:empty)")
        .locator("td:empty")
        .evaluate_all(sizes, "width")
    )
    assert all(size >= 12 for size in page.locator("td:empty").evaluate_all(sizes, "width"))
    assert all(size >= 20 for size in page.locator(".kaart:not(.kaart--dicht) .ruim").evaluate_all(sizes, "height"))
    assert all(size >= 9 for size in page.locator(".ruim").evaluate_all(sizes, "height"))
    assert page.locator(".ruim").count() == len(
        page.get_by_text("zinnen").and_(page.locator(".kaart__velden > li")).all()
    )


# Cases and terms share a page with others.
@pytest.mark.parametrize(
    ("of", "card_"),
    [(PAGES[soort], ONE_OF_EACH[soort]) for soort in ONE_OF_EACH if "#" not in PAGES[soort]] + [EXPLORE],
)
def test_one_press_prints_the_card(open_page: OpenPage, of: str, card_: str) -> None:
    """From the page of an item one press opens its card and asks to print it, once; its own address prints nothing.

    The button that wipes is not on the sheet.
    """
    page = open_page(next(iter(EDITIONS)) + of, own=True)
    page.context.add_init_script("window.geprint = 0; window.print = () => geprint++")
    page.locator("article a[href$='#druk']").first.click()
    page.wait_for_url(f"**/{card_}")
    page.wait_for_function("() => window.geprint === 1")
    expect(page.locator("wis-alles > button")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("wis-alles")).to_be_hidden()
    page.reload()
    assert page.evaluate("window.geprint") == 0


@pytest.mark.parametrize("sandbox", SANDBOXES)
def test_a_card_can_be_framed_from_another_origin(
    browser: Browser, server: Server, course: tuple[Path, Server], sandbox: str, full_size: bool
) -> None:
    """Cards are read in full, say their height where scripts may run, and say nothing else.

    The kinds take turns with the ways to frame one; under --alles each kind in each.
    """
    folder, host = course
    value = SANDBOXES[sandbox]
    attribute = "" if value is None else f' sandbox="{value}"'
    page = browser.new_page()
    said = _said(page)
    turn = 0 if full_size else [*SANDBOXES].index(sandbox)
    for soort, place in [*ONE_OF_EACH.items()][turn :: 1 if full_size else len(SANDBOXES)]:
        source = urljoin(server.address, next(iter(EDITIONS)) + place)
        (folder / f"{soort}.html").write_text(HOST.format(src=source, sandbox=attribute), "utf-8")
        said.clear()
        page.goto(f"{host.address}{soort}.html")
        frame = page.frame_locator("iframe")
        assert frame.locator("h1").is_visible()
        assert frame.locator("footer").is_visible()
        if value == "":
            assert all("sandboxed" in line for line in said), said  # the browser names the script that it did not run
            assert page.evaluate("hoogtes") == []
        else:
            page.wait_for_function("() => hoogtes.length > 0")
            height = frame.locator("html").evaluate("html => html.offsetHeight")
            assert page.evaluate("hoogtes.at(-1)") == height > 200
            assert said == []
    page.close()


def test_a_framed_card_opens_the_leidraad_beside_the_course(
    browser: Browser, server: Server, course: tuple[Path, Server]
) -> None:
    """«Open in de leidraad» leaves the course where it is and opens the page of the item."""
    folder, host = course
    source = urljoin(server.address, next(iter(EDITIONS)) + ONE_OF_EACH["factor"])
    (folder / "open.html").write_text(HOST.format(src=source, sandbox=""), "utf-8")
    page = browser.new_page()
    page.goto(f"{host.address}open.html")
    with page.expect_popup() as opened:
        page.frame_locator("iframe").get_by_role("link", name="Open in de leidraad").click()
    assert opened.value.url == source.replace("/kaart/factor-", "/factoren/")
    assert page.url == f"{host.address}open.html"
    opened.value.close()
    page.close()


@pytest.mark.parametrize("soort", ONE_OF_EACH)
def test_a_card_has_no_violation(
    open_page: OpenPage, soort: str, violations: Violations, views: tuple[View, ...]
) -> None:
    """axe finds nothing, wide and narrow, light and dark; nothing is wider than a narrow screen."""
    page = open_page(next(iter(EDITIONS)) + ONE_OF_EACH[soort], 320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = "found => found.filter(e => e.getBoundingClientRect().height < 44).map(e => e.textContent)"
    assert page.locator(".knop:visible, .voet__meld a").evaluate_all(small) == []
    assert violations(page, views) == set()
