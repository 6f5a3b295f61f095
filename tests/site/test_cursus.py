"""«Gebruik in een cursus»: what stands there, the copy buttons, and a package that runs in a learning system."""

import html
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from leidraad.model.kinds import KINDS
from leidraad.model.use.addresses import CARD_KINDS, LESSON_KINDS, PACKAGE_KINDS, address, card
from leidraad.model.use.dates import dutch_date
from leidraad.model.use.framework import Edition
from leidraad.render.block.items import Item, items
from leidraad.render.cursus.cursus import course_address
from tests.site.axe import Violations
from tests.site.browser import OpenPage, View
from tests.site.built import built
from tests.site.pages import EDITIONS, FACTOR, FRAMEWORK, ROOT
from tests.site.server import Server, serve

SLUG = "voorbeeldstad"
EDITION = f"{SLUG}/nieuwste/"
GEMEENTE = EDITIONS[EDITION]
BASE = f"{GEMEENTE.adres}/{SLUG}/"
ITEMS = list(items(Edition(FRAMEWORK, FRAMEWORK.gemeenten[SLUG])))
LISTED = [item for item in ITEMS if item.status != "vervallen"]  # what was withdrawn keeps its pages alone
ONE_OF_EACH = {item.soort: item for item in reversed(ITEMS)}
PACKAGE, FACTOR_PAGE = "factor-kennis", "factoren/kennis/"

SHARED = "cursus/begrippen-d-g/"  # the page for a course of terms
HEIGHTS = {kind.name: kind.height for kind in KINDS if kind.height}


def _rows(page: Page) -> dict[str, Locator]:
    page.wait_for_function("() => document.querySelector('kopieer-knop button')")
    names = page.locator(".gebruik .kopje >> visible=true").all_inner_texts()
    return dict(zip(names, page.locator("kopieer-knop >> visible=true").all(), strict=True))


def _panel_page(item: Item) -> tuple[str, str]:
    """Return the page with the panel of an item, and its place there."""
    page, _, place = course_address(item.soort, item.id, item.titel).partition("#")
    return page, place


@pytest.mark.parametrize("soort", ONE_OF_EACH)
def test_every_item_says_how_to_use_it_in_a_course(site: Path, soort: str) -> None:
    """Its two addresses, the code of its card, citation, licence, QR code and package, each where it belongs."""
    item = ONE_OF_EACH[soort]
    id_ = card(item.soort, item.id)
    place, _ = _panel_page(item)
    page = built(site / EDITION / place / "index.html")
    text = page.text_of("article")
    assert f"{BASE}nieuwste/{address(soort, item.id)}" in text
    assert f"{BASE}{GEMEENTE.editie}/{address(soort, item.id)}" in text
    assert (f'src="{BASE}{GEMEENTE.editie}/kaart/{id_}/" title="' in text) == (soort in CARD_KINDS)
    assert "CC BY 4.0" in text
    day, _, year = dutch_date(GEMEENTE.datum).rpartition(" ")
    assert f"({year}, {day})" in text
    codes = [code["alt"] for code in page.attributes["img"] if code.get("class") == "qr"]
    assert codes.count(f"QR-code naar {BASE}nieuwste/{address(soort, item.id)}") == 1
    assert (f"../../cursus/scorm-{id_}.zip" in page.links) == (soort in PACKAGE_KINDS)
    assert (f"../../cursus/les-{id_}.zip" in page.links) == (soort in LESSON_KINDS)


def test_the_address_that_every_item_had_for_a_course_leads_to_its_panel(site: Path) -> None:
    """Without a script, to a place that is there; and it says nothing of an edition, so that it stands once."""
    for item in ITEMS:
        text = (site / EDITION / "cursus" / card(item.soort, item.id) / "index.html").read_text("utf-8")
        (led,) = re.findall(r'http-equiv="refresh" content="0; url=../../([^"]+)"', text)
        page, _, place = led.partition("#")
        assert f'id="{place}"' in (site / EDITION / page / "index.html").read_text("utf-8"), item.reference
        assert "Voorbeeldstad" not in text or "Voorbeeldstad" in item.titel


@pytest.mark.parametrize("scripts", [True, False])
def test_who_comes_by_an_old_address_sees_the_panel(open_page: OpenPage, scripts: bool) -> None:
    """Of an item with a page of its own open on that page; of a term alone, its neighbours one press away."""
    page = open_page(f"{EDITION}cursus/factor-kennis/", java_script_enabled=scripts)
    page.wait_for_url("**/factoren/kennis/#gebruik")
    expect(page.get_by_text("Code voor de kaart, nieuwste versie")).to_be_in_viewport()
    page = open_page(f"{EDITION}cursus/begrip-doelgedrag/", java_script_enabled=scripts)
    page.wait_for_url(f"**/{SHARED}#doelgedrag")
    expect(page.locator("h2 >> visible=true")).to_have_text(["doelgedrag"])
    page.get_by_role("navigation").get_by_role("link", name="doel", exact=True).click()
    expect(page.locator("h2 >> visible=true")).to_have_text(["doel"])


def test_every_item_leads_to_its_panel(site: Path) -> None:
    """A page of its own holds the panel; an item that shares a page has a link to it."""
    for item in ITEMS:
        place, _, anchor = address(item.soort, item.id).partition("#")
        page = built(site / EDITION / place / "index.html")
        if anchor:
            assert "../{}#{}".format(*_panel_page(item)) in page.links, item.reference
        else:
            assert [part for part in page.attributes["details"] if part.get("class") == "gebruik"], item.reference


def test_who_makes_a_course_can_follow_what_changes(site: Path) -> None:
    """Where it says to look at each new version: the feed and the list of versions, which are there."""
    for edition, gemeente in EDITIONS.items():
        page = site / edition / "voor-elearningmakers" / "index.html"
        text = page.read_text("utf-8").partition("Kijk dan bij elke nieuwe versie")[2].partition("</p>")[0]
        named = re.findall('href="([^"]+)"', text)
        assert named == (["../../feed.xml", "../../"] if gemeente.adres else [])
        assert all((page.parent / link).exists() for link in named)


def test_an_edition_without_an_address_says_so(site: Path) -> None:
    """No address of nowhere, no QR code, but lessons, and a citation that names no author who did not write it."""
    slugs = [edition for edition, gemeente in EDITIONS.items() if not gemeente.adres]
    assert slugs
    for edition in slugs:
        page = built(site / edition / FACTOR_PAGE / "index.html")
        text = page.text_of("article")
        assert "geen openbaar adres" in text
        assert not re.search(r'src="?https?://', html.unescape(page.html))
        assert "QR-code naar" not in page.html
        naam = EDITIONS[edition].naam
        assert f"editie {naam} {EDITIONS[edition].editie}; niet uitgegeven door de gemeente {naam})" in text
        packages = [path.name for path in (site / edition / "cursus").glob("*.*")]
        assert "les-cursus.zip" in packages
        assert not any(name.startswith(("scorm-", "links-")) for name in packages)


def test_without_an_address_the_browser_writes_out_where_things_are(open_page: OpenPage, server: Server) -> None:
    """The link and the code begin with where the reader is, in the version that is open."""
    edition = next(edition for edition, gemeente in EDITIONS.items() if not gemeente.adres)
    slug, number = edition.split("/")[0], EDITIONS[edition].editie
    for name in ("nieuwste", number):
        page = open_page(f"{slug}/{name}/{FACTOR_PAGE}#gebruik", permissions=["clipboard-read", "clipboard-write"])
        base = f"{server.address}{slug}/{name}/"
        rows = _rows(page)
        for label, wanted in (
            ("Link naar de versie waar je nu bent", f"{base}factoren/kennis/"),
            ("Code voor de kaart, de versie waar je nu bent", f'<iframe src="{base}kaart/{PACKAGE}/" title="'),
        ):
            rows[label].get_by_role("button").click()
            expect(rows[label].get_by_role("status")).to_have_text("Gekopieerd.")
            assert page.evaluate("navigator.clipboard.readText()").startswith(wanted)
        assert page.request.get(f"{base}kaart/{PACKAGE}/").ok


@pytest.mark.parametrize("place", [f"{SHARED}#doelgedrag", f"{FACTOR_PAGE}#gebruik"])
def test_every_button_copies_what_stands_beside_it(open_page: OpenPage, place: str) -> None:
    """By mouse and by keyboard; it says that it copied, and the clipboard holds the text to the letter."""
    page = open_page(EDITION + place, permissions=["clipboard-read", "clipboard-write"])
    rows = _rows(page)
    assert len(rows) == 6
    for number, (name, row) in enumerate(rows.items()):
        button = row.get_by_role("button", name=f"Kopieer: {name}")
        if number % 2:
            button.focus()
            page.keyboard.press("Enter")
        else:
            button.click()
        expect(row.get_by_role("status")).to_have_text("Gekopieerd.")
        assert page.evaluate("navigator.clipboard.readText()") == row.locator(":scope > *").first.text_content()
        assert (button.bounding_box() or {"height": 0})["height"] >= 44


def test_a_refused_copy_is_said_and_selects_the_text(open_page: OpenPage) -> None:
    """Where a browser or a frame forbids copying, the text stands selected, ready for the keys."""
    page = open_page(f"{EDITION}{SHARED}#doelgedrag")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    row = next(iter(_rows(page).values()))
    row.get_by_role("button").click()
    expect(row.get_by_role("status")).to_contain_text("geselecteerd")
    assert page.evaluate("getSelection().toString()").strip() == row.locator("code").text_content()


def test_the_code_shows_the_card_whole(open_page: OpenPage, site: Path, full_size: bool) -> None:
    """In a frame 640 pixels wide the advised height is enough for every card of a kind, and not twice too much."""
    page = open_page(EDITION, 640)
    highest: dict[str, int] = dict.fromkeys(HEIGHTS, 0)
    chosen = [item for item in ITEMS if item.soort in CARD_KINDS and (full_size or item.soort != "begrip")]
    for item in chosen:
        page.goto(EDITION + address("kaart", card(item.soort, item.id)))
        height = page.evaluate("document.documentElement.offsetHeight")
        highest[item.soort] = max(highest[item.soort], height)
    assert {soort: height for soort, height in highest.items() if height > HEIGHTS[soort]} == {}
    assert {soort: height for soort, height in highest.items() if 0 < height < HEIGHTS[soort] / 2} == {}


def test_a_card_is_light_or_dark_on_request(open_page: OpenPage, server: Server) -> None:
    """In a frame, behind the address, whatever the device of the reader says; without it, as the device says."""
    host = open_page(MAKERS, own=True).context.new_page()
    wanted = {"": "light dark", "#licht": "light", "#donker": "dark", "#anders": "light dark"}
    places = [f"{server.address}{EDITION}kaart/{PACKAGE}/{asked}" for asked in wanted]
    host.set_content(
        "<!doctype html><title>Cursus</title>" + "".join(f'<iframe src="{place}"></iframe>' for place in places)
    )
    for place, scheme in zip(places, wanted.values(), strict=True):
        frame = next(frame for frame in host.frames if frame.url == place)
        frame.wait_for_load_state("load")
        assert frame.evaluate("getComputedStyle(document.documentElement).colorScheme") == scheme
    host.close()


def test_the_line_to_paste_gives_a_frame_its_height(open_page: OpenPage, server: Server) -> None:
    """With it a low frame becomes as high as its card, of every kind, whatever stands around it."""
    page = open_page(MAKERS, own=True)
    line = page.locator("kopieer-knop code", has_text="leidraadKaart").text_content()
    cards = [f"kaart/{card(item.soort, item.id)}/" for item in ONE_OF_EACH.values() if item.soort in CARD_KINDS]
    host = page.context.new_page()
    for place in cards:  # one at a time: what is out of view is not measured until it is scrolled to
        frame = f'<iframe title="Kaart" src="{server.address}{EDITION}{place}" height="99"></iframe>'
        host.set_content(f"<!doctype html><title>Cursus</title>{frame}{line}")
        host.wait_for_function("() => document.querySelector('iframe').height > 300")
    host.close()


def test_the_example_shows_each_way_to_frame_a_card(
    open_page: OpenPage, violations: Violations, views: tuple[View, ...]
) -> None:
    """A height that adapts, light and dark, shut off and with what is needed; it says of each what is seen."""
    page = open_page(MAKERS, 320, own=True).context.new_page()  # a shut frame says on the console what it did not get
    page.goto(f"{EDITION}cursus/voorbeeld/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    frames = page.locator("iframe")
    for number, frame in enumerate(frames.all()):
        frame.scroll_into_view_if_needed()
        shut = frame.get_attribute("sandbox") == ""
        expect(frame).to_have_attribute("height", "300" if shut else re.compile(r"^[1-9]\d{3}$"))
        expect(page.frame_locator("iframe").nth(number).locator("h1")).to_be_visible()
    schemes = {frame.url.partition("#")[2]: frame for frame in page.frames[1:]}
    for asked, scheme in (("donker", "dark"), ("licht", "light")):
        assert schemes[asked].evaluate("getComputedStyle(document.documentElement).colorScheme") == scheme
    assert violations(page, views) == set()


def test_the_line_to_paste_is_the_one_of_the_example(site: Path) -> None:
    """What is copied does what is shown."""
    shown = (ROOT / "docs" / "assets" / "kaart" / "hoogte.js").read_text("utf-8").partition("\n")[2]
    (line,) = re.findall(
        r"<code>&lt;script&gt;(.*?)&lt;/script&gt;</code>", (site / MAKERS / "index.html").read_text("utf-8")
    )
    assert re.sub(r"\s", "", html.unescape(line)) == re.sub(r"\s", "", shown)


@pytest.mark.parametrize("place", [f"{FACTOR_PAGE}#gebruik", f"{SHARED}#doelgedrag", "cursus/casussen/"])
def test_the_page_for_a_course_has_no_violation(
    open_page: OpenPage, place: str, violations: Violations, views: tuple[View, ...]
) -> None:
    """axe finds nothing, wide and narrow, light and dark, before and after copying."""
    page = open_page(EDITION + place, 320, permissions=["clipboard-read", "clipboard-write"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    if "#" in place:
        page.locator("kopieer-knop button >> visible=true").first.click()
        expect(page.locator("kopieer-knop [role=status]:not(:empty)")).to_have_text("Gekopieerd.")
    assert violations(page, views) == set()


# ---- a package in a learning system ----

# A host of our own that knows SCORM 1.2's eight calls: what a learning system keeps, and every call in order.
OWN_HOST = """
const kept = { "cmi.core.lesson_status": "not attempted" }, calls = window.calls = [];
const API = window.API = { LMSInitialize: () => "true", LMSFinish: () => "true", LMSCommit: () => "true",
  LMSGetValue: (key) => kept[key] ?? "", LMSSetValue: (key, value) => { kept[key] = value; return "true"; },
  LMSGetLastError: () => "0", LMSGetErrorString: () => "", LMSGetDiagnostic: () => "" };
for (const [name, act] of Object.entries(API))
  API[name] = (...given) => { calls.push([name, ...given]); return act(...given); };
window.status_ = () => kept["cmi.core.lesson_status"];
window.again_ = () => undefined;
"""
INDEPENDENT_HOST = """
const calls = window.calls = [];
window.again_ = (status) => {
  const API = window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
  if (status) API.cmi.core.lesson_status = status;
  for (const name of ["LMSInitialize", "LMSSetValue", "LMSCommit", "LMSFinish"])
    API.on(name, (...given) => calls.push([name, ...given.filter((part) => part !== undefined)]));
};
window.status_ = () => API.cmi.core.lesson_status;
again_();
"""
PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Leersysteem</title><link rel="icon" href="data:,">
{runtime}<script>{script}</script>
<iframe id="les" title="Les" width="900" height="900" src="{package}.html"></iframe></html>"""


@pytest.fixture(scope="session")
def independent(tmp_path_factory: pytest.TempPathFactory, full_size: bool) -> str:
    """The SCORM runtime scorm-again, from npm; only at full size, and only where npm is."""
    if not full_size:
        pytest.skip("de onafhankelijke SCORM-omgeving draait alleen mee onder --alles")
    if not shutil.which("npm"):
        pytest.skip("npm ontbreekt: de onafhankelijke SCORM-omgeving kan hier niet draaien")
    folder = tmp_path_factory.mktemp("scorm-again")
    words = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder)]
    subprocess.run([*words, "scorm-again@3"], check=True, timeout=300)
    return (folder / "node_modules/scorm-again/dist/scorm12.min.js").read_text("utf-8")


@pytest.fixture(params=["eigen", "onafhankelijk"])
def lms(request: pytest.FixtureRequest, tmp_path: Path, site: Path) -> Iterator[Server]:
    """A learning system on a host of its own that plays a package: ours, and at full size an independent one."""
    own = request.param == "eigen"
    runtime = "" if own else f"<script>{request.getfixturevalue('independent')}</script>"
    with zipfile.ZipFile(site / EDITION / "cursus" / f"scorm-{PACKAGE}.zip") as archive:
        archive.extractall(tmp_path)
    page = PAGE.replace("{runtime}", runtime).replace("{script}", OWN_HOST if own else INDEPENDENT_HOST)
    (tmp_path / "les.html").write_text(page.replace("{package}", PACKAGE), "utf-8")
    with zipfile.ZipFile(site / EDITION / "cursus" / f"les-{PACKAGE}.zip") as archive:
        archive.extractall(tmp_path / "les")
    (tmp_path / "inhoud.html").write_text(page.replace("{package}", f"les/{PACKAGE}"), "utf-8")
    with serve(tmp_path) as running:
        yield running


def _lesson(browser: Browser, lms: Server, site: Path, refuse: bool = False) -> Page:
    """Open the lesson; the municipality's public address is answered by the built site, which may forbid framing."""
    page = browser.new_page()

    def published(route: Route) -> None:
        path = site / SLUG / unquote(urlsplit(route.request.url).path.removeprefix(f"/{SLUG}/"))
        path = path / "index.html" if path.is_dir() else path
        headers = {"x-frame-options": "DENY"} if refuse else {}
        route.fulfill(path=path, headers={**headers, "content-type": guess_type(path.name)[0] or "text/plain"})

    page.context.route(f"{BASE}**", published)
    page.goto(f"{lms.address}les.html")
    return page


def _status(page: Page) -> str:
    return str(page.evaluate("status_()"))


def test_a_package_reports_read_when_the_reader_says_so(browser: Browser, lms: Server, site: Path) -> None:
    """The card shows in its frame; incomplete until the button is pressed, then completed, and nothing else is sent."""
    page = _lesson(browser, lms, site)
    lesson = page.frame_locator("#les")
    expect(lesson.frame_locator("#kaart").get_by_role("heading", level=1)).to_have_text("Kennis")
    page.wait_for_function("() => document.querySelector('#les').contentDocument.querySelector('#kaart').height > 700")
    assert _status(page) == "incomplete"
    lesson.get_by_role("button", name="Ik heb deze kaart gelezen").click()
    expect(lesson.get_by_role("status")).to_have_text("Vastgelegd: gelezen.")
    assert _status(page) == "completed"
    values = [call[1:3] for call in page.evaluate("calls") if call[0] == "LMSSetValue"]
    assert values == [["cmi.core.lesson_status", "incomplete"], ["cmi.core.lesson_status", "completed"]]
    page.evaluate("again_('completed')")  # a new session, with what was kept
    page.evaluate("document.querySelector('#les').contentWindow.location.reload()")
    expect(lesson.get_by_role("status")).to_have_text("Dit stond al vast als gelezen.")
    assert _status(page) == "completed"
    page.context.close()


def test_a_lesson_reports_read_when_the_reader_says_so(browser: Browser, lms: Server) -> None:
    """Incomplete until the end was in view and the button was pressed, and then completed; nothing else is sent."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{lms.address}inhoud.html")
    lesson = page.frame_locator("#les")
    page.wait_for_function("() => status_() === 'incomplete'")
    lesson.locator("#gelezen").evaluate("button => button.click()")
    expect(lesson.get_by_role("status")).to_contain_text("nog niet helemaal in beeld")
    assert _status(page) == "incomplete"
    lesson.get_by_role("button", name="Ik heb dit gelezen").click()
    expect(lesson.get_by_role("status")).to_have_text("Vastgelegd: gelezen.")
    assert _status(page) == "completed"
    values = [call[1:3] for call in page.evaluate("calls") if call[0] == "LMSSetValue"]
    assert values == [["cmi.core.lesson_status", "incomplete"], ["cmi.core.lesson_status", "completed"]]
    assert all(url.startswith(lms.address) for url in asked)
    page.close()


def test_every_link_in_every_package_is_alive(site: Path) -> None:
    """Asked for on the built site, with the place on the page: cards, pages, sources, of both versions."""
    found: set[str] = set()
    for package in (*(site / EDITION / "cursus").glob("*.zip"), *(site / EDITION / "cursus").glob("*.imscc")):
        with zipfile.ZipFile(package) as archive:
            texts = [archive.read(name).decode() for name in archive.namelist()]
        found |= {html.unescape(link) for text in texts for link in re.findall(r'"(https?://[^"]+)"', text)}
    own = {link.removeprefix(BASE) for link in found if link.startswith(BASE)}
    assert len(own) > 200
    dead = set()
    for link in own:
        place, _, anchor = link.partition("#")
        path = site / SLUG / place / "index.html"
        if not path.is_file() or (anchor and f'id="{anchor}"' not in path.read_text("utf-8")):
            dead.add(link)
    assert dead == set()


def test_a_card_that_was_not_shown_is_not_read(browser: Browser, lms: Server, site: Path) -> None:
    """Where the host forbids framing, the button records nothing until the card was opened in a window of its own."""
    page = _lesson(browser, lms, site, refuse=True)
    lesson = page.frame_locator("#les")
    lesson.get_by_role("button", name="Ik heb deze kaart gelezen").click()
    expect(lesson.get_by_role("status")).to_contain_text("nog niet getoond")
    assert _status(page) == "incomplete"
    with page.expect_popup() as opened:
        lesson.get_by_role("link", name="Open de kaart in een nieuw venster").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Kennis")
    lesson.get_by_role("button", name="Ik heb deze kaart gelezen").click()
    expect(lesson.get_by_role("status")).to_have_text("Vastgelegd: gelezen.")
    assert _status(page) == "completed"
    page.context.close()


def test_without_a_learning_system_nothing_is_recorded(
    browser: Browser, site: Path, tmp_path: Path, violations: Violations, views: tuple[View, ...]
) -> None:
    """Opened on its own, a package says that there is nothing to record with; axe finds nothing in it."""
    package = (site / EDITION / "cursus" / f"scorm-{PACKAGE}.zip").read_bytes()
    zipfile.ZipFile(io.BytesIO(package)).extractall(tmp_path)
    (tmp_path / "les.html").write_text((tmp_path / f"{PACKAGE}.html").read_text("utf-8"), "utf-8")
    with serve(tmp_path) as alone:
        page = _lesson(browser, alone, site)
        expect(page.get_by_role("status")).to_contain_text("geen verbinding")
        expect(page.frame_locator("#kaart").get_by_role("heading", level=1)).to_have_text("Kennis")
        page.wait_for_function("() => document.querySelector('#kaart').height > 700")
        page.get_by_role("button").click()
        expect(page.get_by_role("status")).to_contain_text("niets vastgelegd")
        assert violations(page, views) == set()
        page.context.close()


# ---- the page for who makes a course ----

MAKERS = f"{EDITION}voor-elearningmakers/"


def _listed(page: Page) -> list[str]:
    rows = page.locator("lijst-filter tbody tr:not([hidden]) th a")
    found: list[str] = rows.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return found


def test_the_table_holds_every_item(site: Path) -> None:
    """Each with its page, its card where it has one, and its page for a course; without a script too.

    What was withdrawn does not stand in it.
    """
    links = built(site / MAKERS / "index.html").links
    assert not {f"../{address(item.soort, item.id)}" for item in ITEMS if item not in LISTED} & {*links}
    for item in LISTED:
        id_ = card(item.soort, item.id)
        assert f"../{address(item.soort, item.id)}" in links
        assert (f"../kaart/{id_}/" in links) == (item.soort in CARD_KINDS), item.reference
        assert "../{}#{}".format(*_panel_page(item)) in links


def test_the_filters_of_the_table_stand_after_the_hash(open_page: OpenPage) -> None:
    """Kind, factor and step narrow the table together; the address holds them and brings them back."""
    page = open_page(MAKERS)
    assert not page.locator("lijst-filter details[open]").count()
    everything = _listed(page)
    assert len(everything) == len(LISTED)
    page.get_by_label("Factor", exact=True).select_option("kennis")
    page.get_by_label("Soort", exact=True).select_option("casus")
    left = _listed(page)
    wanted = [casus.id for casus in FRAMEWORK.casussen.values() if "kennis" in casus.factoren]
    assert left == [f"../casussen/#{id_}" for id_ in wanted] != []
    assert page.url.endswith("#soort=casus&factor=kennis")
    expect(page.locator(".filter__stand")).to_have_text(
        f"{len(left)} {'onderdeel' if len(left) == 1 else 'onderdelen'} van {len(everything)}."
    )
    assert page.locator("lijst-filter details:not([hidden])").evaluate_all("all => all.map((one) => one.open)") == [
        True
    ]
    again = open_page(f"{MAKERS}#soort=stap")
    assert _listed(again) == [f"../stappen/{id_}/" for id_ in FRAMEWORK.kern.stappen]


def test_the_page_gives_questions_cases_and_packages(site: Path) -> None:
    """Every question to oneself, every case with its factors, and packages only where an address is known."""
    for edition, gemeente in EDITIONS.items():
        page = built(site / edition / "voor-elearningmakers" / "index.html")
        text = page.text_of("article")
        for part in FRAMEWORK.onderdelen.values():
            for punt in part.reflectievragen.punten:
                assert "((" in punt.tekst or punt.tekst.split(" [")[0][:40] in text, punt.tekst
        assert {f"../casussen/#{id_}" for id_ in FRAMEWORK.casussen} <= set(page.links)
        for casus in FRAMEWORK.casussen.values():
            assert [
                line for line in casus.om_te_bespreken if "((" not in line and line.split(" [")[0][:40] not in text
            ] == []
        packages = [link for link in page.links if link.endswith((".imscc", ".zip", ".h5p", ".txt"))]
        assert len(packages) == (13 if gemeente.adres else 10)
        assert ("geen openbaar adres" in text) == (not gemeente.adres)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_for_makers_has_no_violation(open_page: OpenPage, width: int, violations: Violations) -> None:
    """axe finds nothing with and without a choice made; nothing is wider than the screen."""
    page = open_page(MAKERS, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for choice in ("factor", "stap"):
        page.get_by_label("Soort", exact=True).select_option(choice)
        palette = "light" if choice == "factor" else "dark"
        assert violations(page, [(width, palette)]) == set()


def test_a_shared_link_has_a_title_and_a_description(site: Path) -> None:
    """OpenGraph on every page and card: whose edition it is, what it is, and its lasting address."""
    for place in (FACTOR, f"kaart/{PACKAGE}/", "voor-elearningmakers/", ""):
        page = built(site / EDITION / place / "index.html")
        tags = {meta["property"]: meta["content"] for meta in page.attributes["meta"] if "property" in meta}
        assert tags["og:title"] and page.text_of("title").startswith(tags["og:title"])
        assert tags["og:description"] == next(
            meta["content"] for meta in page.attributes["meta"] if meta.get("name") == "description"
        )
        assert tags["og:url"] == f"{BASE}nieuwste/{place}"
        assert GEMEENTE.naam in tags["og:site_name"]
    for edition in (edition for edition, gemeente in EDITIONS.items() if not gemeente.adres):
        without = built(site / edition / FACTOR / "index.html")
        assert "og:url" not in {meta.get("property") for meta in without.attributes["meta"]}


# ---- a package of links that the browser makes ----


def _made(page: Page, tmp_path: Path) -> dict[str, bytes]:
    with page.expect_download() as got:
        page.get_by_role("button", name="Maak het pakket").click()
    path = tmp_path / got.value.suggested_filename
    got.value.save_as(path)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("which", ["nieuwste", "vast"])
def test_the_browser_makes_the_same_package_of_links(
    open_page: OpenPage, site: Path, tmp_path: Path, which: str
) -> None:
    """To the letter that of the publication, when every kind is chosen; without the glossary there is none of it."""
    page = open_page(MAKERS)
    page.locator(f"#links-{which}").check()
    without = _made(page, tmp_path)
    assert not [name for name in without if name.startswith("begrip-")]
    page.get_by_label("Begrippen").check()
    with zipfile.ZipFile(site / EDITION / "cursus" / f"links-{which}.imscc") as archive:
        assert _made(page, tmp_path) == {name: archive.read(name) for name in archive.namelist()}
    for box in page.locator("links-maker [type=checkbox]").all():
        box.uncheck()
    page.get_by_role("button", name="Maak het pakket").click()
    expect(page.locator("links-maker [role=status]")).to_contain_text("minstens één soort")


@pytest.mark.parametrize("which", ["nieuwste", "vast"])
def test_without_an_address_the_links_are_those_of_where_one_is(
    open_page: OpenPage, server: Server, site: Path, tmp_path: Path, which: str
) -> None:
    """Each link is alive there, in the version that was chosen; on one's own computer the page says what that means."""
    edition = next(edition for edition, gemeente in EDITIONS.items() if not gemeente.adres)
    page = open_page(f"{edition}voor-elearningmakers/")
    page.locator(f"#links-{which}").check()
    files = _made(page, tmp_path)
    expect(page.locator("links-maker [role=status]")).to_contain_text("alleen op deze computer")
    links = [link for held in files.values() for link in re.findall(r'<url href="([^"]+)"', held.decode())]
    slug = edition.split("/")[0]
    name = "nieuwste" if which == "nieuwste" else EDITIONS[edition].editie
    assert links
    assert all(link.startswith(f"{server.address}{slug}/{name}/") for link in links)
    places = {link.removeprefix(server.address).partition("#")[0] for link in links}
    assert [place for place in places if not (site / place / "index.html").is_file()] == []
