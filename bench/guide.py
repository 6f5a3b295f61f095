"""From choosing an answer to the next screen painted, four times slower CPU; aim: 50 ms at the 95th percentile."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from bench.beside import browser_and_sites
from tests.site.server import serve

ROUNDS = 15
TURNS = 3  # what a busy machine does, it does to all that is measured
# One walk through the first route: choose, go on, wait for the paint that shows the new screen. Nobody is quicker than
# a tenth of a second: what a screen leaves for after its paint does not weigh on the next one, nor is it counted (the
# paint is waited for from before the press).
WALK = """async (rounds) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const times = [];
  while (times.length < rounds) {
    location.hash = "";
    location.hash = "#scherm=1";
    await painted();
    await painted();
    while (document.querySelector("[data-scherm=controle]").hidden) {
      await new Promise((done) => setTimeout(done, 100));
      const start = performance.now();
      const seen = painted();
      document.querySelector(".vraag:not([hidden]) input")?.click();
      document.querySelector(".gids-verder [type=submit]").click();
      await seen;
      times.push(performance.now() - start);
    }
  }
  return times;
}"""


def measure() -> Iterator[str]:
    """Yield the median and the 95th percentile over a few walks; in turns with an older site where BESIDE names one."""
    with browser_and_sites() as (browser, sites):
        for route in ("casus-zit-vast", "plan-kiezen"):
            times: dict[str, list[float]] = {name: [] for name in sites}
            for name, site in [*sites.items()] * TURNS:
                times[name] += _walked(browser, site, route)
            for name, found in times.items():
                p95 = sorted(found)[int(len(found) * 0.95)]
                yield (
                    f"{route}, {name}: median {median(found):.0f} ms, 95th percentile {p95:.0f} ms "
                    f"({len(found)} screens)"
                )


def _walked(browser: Browser, site: Path, route: str) -> list[float]:
    with serve(site) as server:
        page = browser.new_page()
        page.goto(f"{server.address}voorbeeldstad/nieuwste/afwegen/{route}/#scherm=1")
        page.wait_for_load_state("networkidle")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        times: list[float] = page.evaluate(WALK, ROUNDS)
        page.close()
    return times
