"""From choosing an answer to the next screen painted, four times slower CPU; aim: 50 ms at the 95th percentile."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from tests.site.browser import FLAGS, chromium_path
from tests.site.server import serve

ROOT = Path(__file__).parents[1]
ROUNDS = 30
# One walk through the first route: choose, go on, wait for the paint that shows the new screen.
WALK = """async (rounds) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  const times = [];
  while (times.length < rounds) {
    location.hash = "";
    location.hash = "#scherm=1";
    await painted();
    await painted();
    while (!location.hash.includes("controle")) {
      const start = performance.now();
      document.querySelector(".vraag:not([hidden]) input")?.click();
      document.querySelector(".gids-verder [type=submit]").click();
      await painted();
      times.push(performance.now() - start);
    }
  }
  return times;
}"""


def measure() -> Iterator[str]:
    """Yield the median and the 95th percentile over a few walks."""
    with tempfile.TemporaryDirectory() as folder:
        leidraad = Path(sys.executable).with_name("leidraad")
        words = [str(leidraad), "build", "voorbeeldstad", "--doel", folder]
        subprocess.run(words, check=True, cwd=ROOT, capture_output=True)
        with serve(Path(folder)) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
            for route in ("casus-zit-vast", "plan-kiezen"):
                page = browser.new_page()
                page.goto(f"{server.address}voorbeeldstad/nieuwste/afwegen/{route}/#scherm=1")
                session = page.context.new_cdp_session(page)
                session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
                times = sorted(page.evaluate(WALK, ROUNDS))
                p95 = times[int(len(times) * 0.95)]
                yield f"{route}: median {median(times):.0f} ms, 95th percentile {p95:.0f} ms ({len(times)} screens)"
            browser.close()
