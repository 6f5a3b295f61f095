"""docs/ and framework/ → the addresses of all pages of all editions, and which pages are of one kind."""

import re
from pathlib import Path

from leidraad.checks import check_framework
from leidraad.render.registry import VALUES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FRAMEWORK, _ = check_framework(ROOT / "framework")
EDITIONS = {f"{slug}/nieuwste/": lokaal.gemeente for slug, lokaal in FRAMEWORK.gemeenten.items()}


def address_of(path: Path) -> str:
    """Return the address of a page in docs/ within an edition: factoren/kennis/, or nothing for the home page."""
    parts = path.relative_to(DOCS).with_suffix("").parts
    return "".join(f"{part}/" for part in parts if part != "index")


def kind_of(path: Path) -> frozenset[str]:
    """Return the blocks that a page calls: two pages with the same blocks, such as two factors, differ in text only."""
    calls = re.findall(r'(?:{{|=) (\w+)\(|include "(\w+\.md)"', path.read_text("utf-8"))
    return frozenset({name or shape for name, shape in calls} - VALUES.keys())


SOURCES = {address_of(path): path for path in sorted(DOCS.rglob("*.md")) if "_vormen" not in path.parts}
PAGES = tuple(SOURCES)
_BY_SIZE = sorted(SOURCES.items(), key=lambda item: item[1].stat().st_size)
KINDS = tuple({kind_of(path): address for address, path in _BY_SIZE}.values())  # of each kind the longest
FACTOR = f"factoren/{FRAMEWORK.kern.factoren[0]}/"
EVERY = [edition + page for edition in EDITIONS for page in PAGES]
# Each kind of page once, the editions taking turns: for what differs between kinds, not between editions.
ONCE = [list(EDITIONS)[number % len(EDITIONS)] + page for number, page in enumerate(KINDS)]


def some(edition: str, *, full_size: bool) -> list[str]:
    """Return the addresses of an edition's pages below site/: one of each kind, or all."""
    return [edition + page for page in (PAGES if full_size else KINDS)]
