"""Saving a file until its text stands in Chromium, in `leidraad serve`; aim: at most 1 s for each kind of file."""

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from tests.site.browser import FLAGS, chromium_path
from tests.sources import copy_sources, lend_stencil

ROUNDS = 10
LEIDRAAD = Path(sys.executable).with_name("leidraad")
SHOWN = "text => document.querySelector('article')?.innerText.includes(text)"
STYLED = "text => getComputedStyle(document.documentElement).getPropertyValue('--proef').trim() === text"
# What is saved: the file, what the change stands before, the change, the page, and how it is seen there.
KINDS = {
    "principle": (
        "framework/gemeenten/voorbeeldstad/gedragsprincipes/elke-week-bellen.yaml",
        "titel: ",
        "titel: {} ",
        "principes/elke-week-bellen/",
        SHOWN,
    ),
    "factor of the core": ("framework/igm/kennis.yaml", "titel: ", "titel: {} ", "factoren/kennis/", SHOWN),
    "page": ("docs/bronnen.md", "{{ bronnen() }}", "{}\n\n{{{{ bronnen() }}}}", "bronnen/", SHOWN),
    "style": ("docs/assets/tokens.css", ":root {", ":root {{ --proef: {};", "bronnen/", STYLED),
}


def measure() -> Iterator[str]:
    """Yield the time to the first page, and per kind of file the median and the worst."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = lend_stencil(copy_sources(Path(folder)))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        start = time.perf_counter()
        words = [str(LEIDRAAD), "serve", "--poort", str(port)]
        process = subprocess.Popen(words, cwd=project, stdout=subprocess.PIPE, encoding="utf-8")
        while "Te zien op" not in (process.stdout or sys.stdin).readline():
            pass
        yield f"from the command to the first page: {time.perf_counter() - start:.2f} s"
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        page = browser.new_page()
        page.set_default_timeout(20_000)
        for name, (file, old, new, address, seen) in KINDS.items():
            page.goto(f"http://127.0.0.1:{port}/{address}")
            page.wait_for_timeout(4000)  # the engine gets ready after the first page
            times = [_saved(page, project / file, old, new, seen, number) for number in range(ROUNDS)]
            yield f"{name}: {median(times):.2f} s (median of {ROUNDS}, worst {max(times):.2f})"
        browser.close()
        process.terminate()
        process.wait()


def _saved(page: Page, path: Path, old: str, new: str, seen: str, number: int) -> float:
    text, good = f"Proef{number}", path.read_text("utf-8")
    start = time.perf_counter()
    path.write_text(good.replace(old, new.format(text), 1), "utf-8", newline="\n")
    page.wait_for_function(seen, arg=text)
    took = time.perf_counter() - start
    path.write_text(good, "utf-8", newline="\n")
    page.wait_for_function(f"text => document.querySelector('article') && !({seen})(text)", arg=text)
    page.wait_for_timeout(700)  # the checks of this change are not the next one's wait
    return took
