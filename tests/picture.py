"""The built home page → the README's picture, and the digest that says which page it shows.

Run `python -m tests.picture` before a release, and when the headings of the home page change: a test compares these.
"""

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.site.browser import FLAGS, chromium_path
from tests.site.built import built
from tests.site.server import ASSETS, serve

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / ".github" / "site.png"
DIGEST = ROOT / ".github" / "site.sha256"


def digest_of(site: Path) -> str:
    """Return the digest of what the picture shows: the headings of the home page, whatever their style."""
    page = built(site / "index.html")
    shown = [page.text_of(tag) for tag in ("h1", "h2", "h3")]
    return hashlib.sha256("\n".join(shown).encode()).hexdigest()


def main() -> None:
    """Build the example edition, take the picture and write both files."""
    with tempfile.TemporaryDirectory() as folder:
        words = [str(Path(sys.executable).with_name("leidraad")), "build", "voorbeeldstad", "--doel", folder]
        subprocess.run(words, check=True, cwd=ROOT)
        site = Path(folder) / "voorbeeldstad" / "nieuwste"
        PICTURE.parent.mkdir(exist_ok=True)
        with serve(site, kept=ASSETS) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
            page = browser.new_page(viewport={"width": 1280, "height": 1000})
            for _ in range(2):  # a letter that came late is there from the second page on (besluiten/0045)
                page.goto(server.address, wait_until="networkidle")
            page.screenshot(path=PICTURE)
            browser.close()
        DIGEST.write_text(digest_of(site) + "\n", "utf-8")


if __name__ == "__main__":
    main()
