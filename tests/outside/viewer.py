"""Every cartridge in Instructure's viewer: all that it should list, and one of each kind opened."""

import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.outside.common import chromium, from_npm, name, needs, packages
from tests.site.server import serve

ITEM = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}item"
# What the viewer asks of a host of scripts, and where npm puts it.
SCRIPTS = {
    "**/zip.min.js": "@zip.js/zip.js/dist/zip.min.js",
    "**/sanitize-html.min.js": "sanitize-html/dist/sanitize-html.min.js",
}
# Of each kind in the cartridge of lessons: an item, and words that are shown of it.
OPENED = {
    "pagina-factor-kennis": "Open vragen",
    "vragen-factor-kennis": "Vragen aan jezelf",
    "gesprek-factor-kennis": "Verzonnen",
    "link-factor-kennis": "/factoren/kennis/",
}


def run(site: Path, sources: Path) -> Iterator[str]:
    """Open each by its address, as a reader of the viewer does."""
    built = needs(sources / "viewer", "common-cartridge-viewer")
    modules = from_npm(sources, "@zip.js/zip.js@2.8.23", "sanitize-html@1.18.2")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        shutil.copytree(built, folder, dirs_exist_ok=True)
        context = browser.new_context()
        for pattern, path in SCRIPTS.items():
            context.route(pattern, partial(_given, modules / path))
        context.route("**/tex-mml-chtml.js", lambda route: route.abort())  # formulas; we have none
        for package in packages(site, "*.imscc"):
            shutil.copy(package, folder)
            with serve(Path(folder)) as server:
                yield _look(context, f"{server.address}?cartridge={server.address}{package.name}", package)


def _given(path: Path, route: Route) -> None:
    route.fulfill(path=path)


def _look(context: BrowserContext, address: str, package: Path) -> str:
    page = context.new_page()
    page.goto(address)
    links = page.locator("a[href*='/module-items/']")
    with zipfile.ZipFile(package) as archive:
        root = ElementTree.fromstring(archive.read("imsmanifest.xml"))  # noqa: S314  # we made it
    wanted = [item.attrib["identifierref"] for item in root.iter(ITEM) if "identifierref" in item.attrib]
    expect(links).to_have_count(len(wanted), timeout=30_000)
    listed = links.evaluate_all("links => links.map(link => link.getAttribute('href').split('/').at(-1))")
    assert listed == wanted, name(package)
    opened = [_opened(page, item, words) for item, words in OPENED.items() if any(one.endswith(item) for one in wanted)]
    page.close()
    return f"{name(package)}: all {len(wanted)} items listed, {len(opened)} kinds opened"


def _opened(page: Page, item: str, words: str) -> str:
    """Open an item, see its words on the page, in a frame of it or as where a link leads, and go back."""
    page.locator(f"a[href$='{item}']").click()
    seen = "words => document.body.innerText.includes(words) || !!document.querySelector(`a[href*='${words}']`)"
    for _ in range(100):
        if any(frame.evaluate(seen, words) for frame in page.frames):
            break
        page.wait_for_timeout(100)
    else:
        raise AssertionError(f"{item} does not show «{words}»")
    page.go_back()
    return item
