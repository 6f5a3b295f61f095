"""What a first view costs over the wire, gzip; aim: at most 100 kB, own scripts at most 15 kB a page."""

import gzip
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]


def measure() -> Iterator[str]:
    """Yield the lightest, median and heaviest page, and the whole edition on disk."""
    with tempfile.TemporaryDirectory() as folder:
        leidraad = Path(sys.executable).with_name("leidraad")
        words = [str(leidraad), "build", "voorbeeldstad", "--doel", folder]
        subprocess.run(words, check=True, cwd=ROOT, capture_output=True)
        site = Path(folder) / "voorbeeldstad" / "nieuwste"
        pages = sorted((first_view(site, page), page.relative_to(site).as_posix()) for page in site.rglob("*.html"))
        for name, (size, page) in (("lightest", pages[0]), ("median", pages[len(pages) // 2]), ("heaviest", pages[-1])):
            yield f"{name}: {size / 1000:.1f} kB ({page})"
        scripts = sum(_gzipped(path) for path in site.rglob("*.js"))
        yield f"all scripts: {scripts / 1000:.1f} kB"
        yield f"edition on disk: {sum(path.stat().st_size for path in site.rglob('*.*')) / 1000:.0f} kB"


def first_view(site: Path, page: Path) -> int:
    """Return the gzipped bytes of a page with its style sheets and scripts (the icon is in the page)."""
    text = page.read_text("utf-8")
    needed = re.findall(r'<script[^>]* src="([^"]+)"|<link rel="stylesheet" href="([^"]+)"', text)
    paths = {
        (page.parent / (script or link)).resolve() for script, link in needed if not (script or link).startswith("/")
    }
    return _gzipped(page) + sum(_gzipped(path) for path in paths)


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))
