"""Opening the search: the first list within 150 ms, four times slower CPU, and what was typed found as soon.

Each round opens a page anew in a browser that has the files in its store. Counted from the click, on a network that
takes no time, until the list stands in the page and was painted.
"""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from bench.beside import browser_and_sites
from tests.site.server import serve

ROUNDS = 10
TURNS = 2
PAGE = "voorbeeldstad/nieuwste/factoren/kennis/"
OPEN = """async ([selector, text]) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  const there = (one) => new Promise((done) => {
    if (document.querySelector(one)) return done();
    const watch = new MutationObserver(() => document.querySelector(one) && (watch.disconnect(), done()));
    watch.observe(document.body, { childList: true, subtree: true });
  });
  const start = performance.now();
  if (text) location.hash = `#zoek=${text}`;
  else document.querySelector("zoek-venster button").click();
  await there(selector);
  await painted();
  return performance.now() - start;
}"""
LISTS = {
    "what is offered": (".zoek__voor a", ""),
    "the factors with it": (".zoek__voor .labels a", ""),
    "what was typed": (".zoek__lijst a", "kennis"),
}


def measure() -> Iterator[str]:
    """Yield the median and the worst per list; in turns with an older site where BESIDE names one."""
    with browser_and_sites() as (browser, sites):
        for told, (selector, text) in LISTS.items():
            times: dict[str, list[float]] = {name: [] for name in sites}
            for name, site in [*sites.items()] * TURNS:
                times[name] += _opened(browser, site, selector, text)
            for name, found in times.items():
                yield (
                    f"{told}, {name}: {median(found):.0f} ms "
                    f"(median of {len(found)}, worst {max(found):.0f}; 4x slower CPU)"
                )


def _opened(browser: Browser, site: Path, selector: str, text: str) -> list[float]:
    times = []
    with serve(site) as server:
        context = browser.new_context(base_url=server.address)
        for number in range(ROUNDS + 1):
            page = context.new_page()
            page.goto(PAGE)
            page.wait_for_load_state("networkidle")
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
            took = page.evaluate(OPEN, [selector, text])
            if number:  # the first one fills the store
                times.append(took)
            page.close()
        context.close()
    return times
