"""A browser, and the sites that it looks at: that of now, and an older one where $BESIDE names its folder."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.site.browser import FLAGS, chromium_path

ROOT = Path(__file__).parents[1]


@contextmanager
def browser_and_sites() -> Iterator[tuple[Browser, dict[str, Path]]]:
    """Build Voorbeeldstad and yield a browser with the folders to compare; CalledProcessError if it does not build."""
    with tempfile.TemporaryDirectory() as folder:
        leidraad = Path(sys.executable).with_name("leidraad")
        words = [str(leidraad), "build", "voorbeeldstad", "--doel", folder]
        subprocess.run(words, check=True, cwd=ROOT, capture_output=True)
        older = os.environ.get("BESIDE")
        sites = {"now": Path(folder), **({"before": Path(older)} if older else {})}
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
            yield browser, sites
            browser.close()
