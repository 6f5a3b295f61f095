"""What the site keeps is what the privacy page says, only after a choice, and «Wis alles» leaves nothing."""

import re
from pathlib import Path

from playwright.sync_api import Browser

from leidraad.render.page.opslag import STORAGE_KEYS
from tests.site.browser import OpenPage
from tests.site.built import built
from tests.site.pages import DOCS, EDITIONS, FACTOR
from tests.site.server import Server
from tests.site.storage import MARK, WIPES, kept, wipe

KNOWN = {(key.plaats, key.sleutel) for key in STORAGE_KEYS}
EDITION = next(iter(EDITIONS))


def test_what_is_kept_is_what_the_privacy_page_says(open_page: OpenPage, site: Path) -> None:
    """The keys that a choice writes, those in our scripts and those on the privacy page are the same.

    What is filled in goes to sessionStorage; the tests of the other forms compare those keys.
    """
    page = open_page(EDITION)
    page.click("palet-keuze button")
    page.click("zoek-venster button")
    page.click(".zoek__toets")
    page.goto(f"{EDITION}afwegen/casus-zit-vast/#scherm=1")
    page.locator("gids-stappen input:visible").first.check()
    written = {key for _, key in kept(page)}
    scripts = " ".join(path.read_text("utf-8") for path in (DOCS / "assets").rglob("*.js"))
    named = set(re.findall(r"[\"'`](leidraad\.[\w.-]+)[\"'`]", scripts))
    assert kept(page) == {pair for pair in KNOWN if "localStorage" in pair or "leidraad.casus" in pair} | MARK
    assert named == {key for _, key in KNOWN} >= written
    said = built(site / EDITION / "over" / "privacy" / "index.html").text_of("article")
    assert [part for key in STORAGE_KEYS for part in (key.sleutel, key.plaats, key.waarvoor) if part not in said] == []


def test_a_choice_of_colours_is_kept_and_can_be_wiped(open_page: OpenPage) -> None:
    """It holds on the next page; «Wis alles» empties both storages, says no more, and the system decides again."""
    page = open_page(EDITION, color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("palet-keuze button")
    page.goto(EDITION + FACTOR)
    assert page.evaluate(ground) != light
    wipe(page)
    assert kept(page) == set()
    assert "Hier was niets ingevuld" in (page.locator(f"{WIPES} [role=status]").text_content() or "")
    assert page.evaluate(ground) == light
    assert page.locator("palet-keuze button").text_content() == "Donker scherm"


def test_a_page_works_where_storage_is_refused(browser: Browser, server: Server) -> None:
    """In a sandboxed frame every storage throws: no message, the colours still change, «Wis alles» says what is so."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_content(f'<iframe sandbox="allow-scripts" src="{server.address}{EDITION}{FACTOR}"></iframe>')
    frame = page.frame_locator("iframe")
    frame.locator("palet-keuze button").click()
    assert frame.locator("html").get_attribute("data-palet") == "donker"
    wipe(frame)
    assert "houdt zijn opslag dicht" in (frame.locator(f"{WIPES} [role=status]").text_content() or "")
    assert said == []
    page.close()
