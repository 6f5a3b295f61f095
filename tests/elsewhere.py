"""site/ in Firefox or WebKit → each form and route filled in, printed and wiped, and a search; what went wrong.

Run `make firefox` and `make webkit`, the engine of Safari, which cannot be asked to print. Where there is none this
says so and fails, since nothing was tried.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from tests import marionette, webkit
from tests.marionette import Firefox
from tests.probe import ROOT
from tests.site.server import serve
from tests.webkit import WebKit

Browser = Firefox | WebKit
Start = Callable[[str], AbstractContextManager[Browser]]

EDITION = "voorbeeldstad/nieuwste/"
OF_A_CASE = ("afwegen/jullie-casus/", "instrumenten/voortgang/", "inwoner/uw-blad/")  # what shows what was noted
NOTE = "afwegen/verkennen/#scherm=1&factor=kennis"  # where a case begins with one field
WORDS = "proef met de vos"
MISSING = {
    "firefox": "hier is geen Firefox. Op Debian: apt-get install firefox-esr. Of zet het pad in FIREFOX.",
    "webkit": "hier is geen WebKit met een stuurder. Op Debian: apt-get install webkit2gtk-driver xvfb.",
}
SCREENS = 60  # more than any route has
# Fill in what is shown and was not filled in before: of each name one choice, of each text the words.
FILL = """
const shown = e => e.checkVisibility() && !e.disabled && !e.readOnly && !e.closest(".filter, .woordzoek, wis-alles");
const told = e => ["input", "change"].forEach(kind => e.dispatchEvent(new Event(kind, { bubbles: true })));
const names = new Set();
let filled = 0;
for (const e of document.querySelectorAll("article :is(input, textarea, select)")) {
  if (!shown(e) || ["file", "search", "hidden"].includes(e.type) || e.dataset.gedaan) continue;
  e.dataset.gedaan = "ja";
  if (["radio", "checkbox"].includes(e.type)) {
    if (e.checked || e.name && names.has(e.name)) continue;
    names.add(e.name);
    e.click();
  } else {
    e.focus();
    if (e.tagName === "SELECT") e.selectedIndex = Math.min(1, e.options.length - 1);
    else e.value = { date: "2026-12-01", number: "1", email: "a@voorbeeld.example" }[e.type] ??
      (e.inputMode === "numeric" ? "1" : "WORDS");
    told(e);
  }
  filled += 1;
}
return filled;
""".replace("WORDS", WORDS)
HOLDS = f"""
const fields = [...document.querySelectorAll("input, textarea")].some(e => e.value.includes("{WORDS}"));
const kept = [sessionStorage, localStorage].some(one => JSON.stringify(one).includes("{WORDS}"));
const held = document.documentElement.hasAttribute("data-invullen");
return fields || kept || held || document.body.innerText.includes("{WORDS}");
"""
WATCH = "window.mis = []; addEventListener('error', e => mis.push(e.message));"
WATCH += "addEventListener('unhandledrejection', e => mis.push(String(e.reason)));"
PRESS = (
    "const one = [...document.querySelectorAll({what!r})].find(e => e.checkVisibility()); one?.click(); return !!one;"
)
GONE = "document.querySelector('wis-alles [role=status]').textContent.startsWith('Gewist')"
PLACE = "location.hash + document.querySelectorAll('.scherm:not([hidden]) .factor:not([hidden])').length"


def forms(site: Path) -> list[str]:
    """Return the pages of the edition in which something can be written or chosen."""
    pages = {path: path.read_text("utf-8").partition("<article")[2] for path in sorted(site.rglob("index.html"))}
    found = [path for path, text in pages.items() if re.search(r'<textarea|type="(checkbox|radio)"', text)]
    names = {f"{path.parent.relative_to(site).as_posix()}/" for path in found}.union(OF_A_CASE)
    return sorted(name for name in names if not name.startswith(("kaart/", "cursus/")))


def fill(browser: Browser, address: str, page: str) -> int:
    """Fill in a page; a route screen by screen to its outcome. Return how many fields there were."""
    filled = 0
    if page in OF_A_CASE:
        browser.visit(address.replace(page, NOTE))
        filled = int(browser.run(FILL))
    browser.visit(address)
    browser.run(WATCH)
    browser.run("document.querySelectorAll('article details:not([open]) > summary').forEach(one => one.click());")
    if not browser.run("return !!document.querySelector('gids-stappen')"):
        browser.run(PRESS.format(what="article [data-doe=vul]"))
        return filled + sum(int(browser.run(FILL)) for _ in range(3))
    for screen in range(SCREENS):
        before = browser.run(f"return {PLACE}")
        filled += sum(int(browser.run(FILL)) for _ in range(2))
        begin = "[data-scherm=''] [type=submit]" if not screen else ".gids-verder [type=submit]"
        if not browser.run(PRESS.format(what=begin)):
            break
        browser.wait(f"{PLACE} !== {before!r}")
    return filled


def problems(browser: Browser, address: str, page: str) -> Iterator[str]:
    """Fill in, print and wipe one page, and yield what is not as it should be."""
    filled = fill(browser, address, page)
    if not filled:
        yield "niets om in te vullen gevonden"
    if "gids-stappen" in browser.run("return document.body.innerHTML") and "afwegen/" in page:
        last = browser.run("return document.querySelector('.scherm:not([hidden])')?.dataset.scherm")
        if last not in ("uitkomst", "1" if page.endswith("verkennen/") else "uitkomst"):
            yield f"de route eindigt op scherm «{last}»"
    held, pdf = browser.run(HOLDS), browser.pdf()
    paper = [sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages] if pdf else []
    if not all(text.strip() for text in paper):
        yield "er is een leeg vel afgedrukt"
    browser.run(PRESS.format(what="wis-alles > button"))
    browser.run(PRESS.format(what=".wisvraag button"))
    if held and not browser.wait(GONE):
        yield "«Wis alles» zegt niet dat er gewist is"
    if browser.run(HOLDS):
        yield "na «Wis alles» staat er nog iets"
    yield from browser.run("return window.mis ?? []")
    printed = f"{len(paper)} vellen papier" if pdf else "niet afgedrukt"
    print(f"  {page}: {filled} velden, {printed}, {'gewist' if held else 'niets bewaard'}", flush=True)


def search(browser: Browser, address: str) -> Iterator[str]:
    """Search once as a reader does, and yield what is wrong if nothing is found."""
    browser.visit(address)
    browser.run("document.querySelector('zoek-venster :is(button, a)').click();")
    if not browser.wait("document.querySelector('dialog[open] input')"):
        yield "het zoekvenster gaat niet open"
        return
    browser.run(
        "const field = document.querySelector('dialog[open] input'); field.value = 'bang om te bellen';"
        "field.dispatchEvent(new Event('input', { bubbles: true }));"
    )
    if not browser.wait("document.querySelector('dialog[open] mark')"):
        yield "niets gevonden op «bang om te bellen»"


def walk(site: Path, start: Start, command: str) -> Iterator[str]:
    """Walk everything, and yield what is wrong; after a page that stands still a new browser goes on."""
    with serve(site) as server, ExitStack() as stack:
        browser = stack.enter_context(start(command))
        print(f"{browser.name} {browser.version}", flush=True)
        for page in forms(site / EDITION):
            try:
                yield from (f"{page}: {one}" for one in problems(browser, f"{server.address}{EDITION}{page}", page))
            except TimeoutError:
                yield f"{page}: de pagina staat stil"
                stack.close()
                browser = stack.enter_context(start(command))
        yield from (f"zoeken: {one}" for one in search(browser, f"{server.address}{EDITION}"))


def main(name: str, site: Path) -> int:
    """Walk everything in the browser of a name and say what is wrong; 0 when nothing is."""
    start: Start = marionette.firefox if name == "firefox" else webkit.webkit
    if not (command := (marionette if name == "firefox" else webkit).program()):
        print(f"Niet gelopen: {MISSING[name]}")
        return 1
    wrong = [*walk(site, start, command)]
    print("\n".join(["Mis:", *wrong] if wrong else ["Alles ging goed."]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "site"))
