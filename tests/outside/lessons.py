"""Every lesson, in SCORM and in a cartridge, with axe and without a network: wide and light, narrow and dark."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.outside.common import chromium, packages, unpacked
from tests.site.axe import violations
from tests.site.browser import VIEWS


def run(site: Path, _: Path) -> Iterator[str]:
    """Open each from disk, offline; nothing is asked for, nothing is wider than a phone, axe finds nothing."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        found = [*packages(site, "les-*.zip"), *packages(site, "lessen.imscc")]
        pages = [page for package in found for page in sorted(unpacked(package, Path(folder)).glob("*.html"))]
        page = browser.new_context(offline=True, bypass_csp=True).new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for file in pages:
            page.set_viewport_size({"width": 320, "height": 800})
            page.goto(file.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, file
            wrong = violations(page, VIEWS[:2], every_text=True)
            assert not wrong, (file, sorted(wrong)[:3])
        assert not [url for url in asked if not url.startswith(("file:", "data:"))]
        yield f"{len(pages)} lessons: axe finds nothing, nothing is asked for"
