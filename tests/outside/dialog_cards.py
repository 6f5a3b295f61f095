"""The dialog cards played with h5p-standalone and H5P's own library: every card turned."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.outside.common import chromium, from_npm, name, needs, packages, unpacked
from tests.site.server import serve

PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>H5P</title><link rel="icon" href="data:,">
<script src="dist/main.bundle.js"></script><div id="kaarten"></div>
<script>new H5PStandalone.H5P(document.getElementById("kaarten"), { h5pJsonPath: "{content}", librariesPath: "h5p",
frameJs: "dist/frame.bundle.js", frameCss: "dist/styles/h5p.css" });</script></html>"""
TEXT = "html => new DOMParser().parseFromString(html, 'text/html').body.textContent.replace(/\\s+/g, ' ').trim()"


def run(site: Path, sources: Path) -> Iterator[str]:
    """Play each in the player of others, with the libraries that a system has; nothing is missed or said in English."""
    libraries = needs(sources / "h5p", "the libraries of Dialog Cards")
    player = from_npm(sources, "h5p-standalone@3") / "h5p-standalone"
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        shutil.copytree(libraries, f"{folder}/h5p")
        shutil.copytree(player / "dist", f"{folder}/dist")
        for package in packages(site, "*.h5p"):
            content = unpacked(package, Path(folder))
            (Path(folder) / "kaarten.html").write_text(PAGE.replace("{content}", content.name), "utf-8")
            cards = json.loads((content / "content/content.json").read_text("utf-8"))["dialogs"]
            with serve(Path(folder)) as server:
                page = browser.new_page()
                wrong = _heard(page)
                page.goto(f"{server.address}kaarten.html")
                _turn(page, cards)
                assert not wrong, (name(package), wrong)
                page.close()
            yield f"{name(package)}: {len(cards)} cards, each turned and read"
    version = json.loads((player / "package.json").read_text("utf-8"))["version"]
    library = json.loads(next(libraries.glob("H5P.Dialogcards-*/library.json")).read_text("utf-8"))
    number = ".".join(str(library[f"{part}Version"]) for part in ("major", "minor", "patch"))
    yield f"h5p-standalone {version}, Dialog Cards {number}"


def _heard(page: Page) -> list[str]:
    """Return the list in which comes what the page throws and misses."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda got: wrong.append(got.url) if got.status >= 400 else None)
    return wrong


def _turn(page: Page, cards: list[dict[str, str]]) -> None:
    frame = page.frame_locator("iframe")
    for number, card in enumerate(cards, 1):
        expect(frame.get_by_text(f"Kaart {number} van {len(cards)}").first).to_be_visible(timeout=30_000)
        now = frame.locator(".h5p-dialogcards-current")
        expect(now).to_contain_text(page.evaluate(TEXT, card["text"]))
        now.get_by_role("button", name="Draai om").click()
        expect(now).to_contain_text(page.evaluate(TEXT, card["answer"].partition("</p>")[0]))
        if number < len(cards):
            frame.get_by_role("button", name="Volgende").first.click()
