"""docs/ and framework/ → the addresses of all pages of all editions, and which pages are of one kind."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from leidraad.model.types.base import Blok
from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition
from leidraad.render.block.items import items
from leidraad.render.registry import VALUES
from leidraad.render.routes.gids import route
from tests.frameworks import REAL

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FRAMEWORK = REAL
EDITIONS = {f"{slug}/nieuwste/": lokaal.gemeente for slug, lokaal in FRAMEWORK.gemeenten.items()}


_BYTES = Counter[str]()  # of the files of an item, by its id
for _file in (ROOT / "framework").rglob("*.yaml"):
    _BYTES[_file.stem] += _file.stat().st_size


def address_of(path: Path) -> str:
    """Return the address of a page in docs/ within an edition: factoren/kennis/, or nothing for the home page."""
    parts = path.relative_to(DOCS).with_suffix("").parts
    return "".join(f"{part}/" for part in parts if part != "index")


def kind_of(path: Path) -> frozenset[str]:
    """Return the blocks that a page calls: two pages with the same blocks, such as two factors, differ in text only."""
    calls = re.findall(r'(?:{{|=) (\w+)\(|include "(\w+\.md)"', path.read_text("utf-8"))
    return frozenset({name or shape for name, shape in calls} - VALUES.keys())


def size_of(address: str) -> int:
    """Return how much a page has to show: its own text, the files of the items that it names, a route as it is made."""
    text = SOURCES[address].read_text("utf-8")
    ids = set(re.findall(r'"(?:[a-z]+:)?([a-z0-9-]+)"', text))
    edition = Edition(FRAMEWORK, next(iter(FRAMEWORK.gemeenten.values())))
    routes = [route(edition, id_) for id_ in ids & FRAMEWORK.routes.keys()]
    return len(text) + sum(_BYTES[id_] for id_ in ids) + sum(map(len, routes))


SOURCES = {address_of(path): path for path in sorted(DOCS.rglob("*.md")) if "_vormen" not in path.parts}
PAGES = tuple(SOURCES)
_BY_SIZE = sorted(SOURCES, key=size_of)
KINDS = tuple({kind_of(SOURCES[address]): address for address in _BY_SIZE}.values())  # of each kind the longest
FACTOR = f"factoren/{FRAMEWORK.kern.factoren[0]}/"
GROUPS = 10  # of the menu, that unfold
WITH_CONTENTS = "herkomst/"  # a page of prose, with «Op deze pagina» beside it
# Beside those in docs/: a page for every activity and principle, by edition.
ITEMS = {
    edition: {
        address(item.soort, item.id): item.blok
        for item in items(Edition(FRAMEWORK, FRAMEWORK.gemeenten[gemeente.id]))
        if item.soort in ("activiteit", "principe") and item.blok
    }
    for edition, gemeente in EDITIONS.items()
}
OWN = {edition: [*found] for edition, found in ITEMS.items()}


def covering(held: Mapping[str, set[tuple[str, object]]]) -> list[str]:
    """Return few of the names that together hold everything that one of them holds."""
    left, chosen = set().union(*held.values()), list[str]()
    while left:
        chosen.append(max(held, key=lambda name: len(held[name] & left)))
        left -= held[chosen[-1]]
    return chosen


def fields_of(item: Blok) -> set[tuple[str, object]]:
    """Return what is filled in of an item, which is what its page has to show, and how far it is."""
    filled = {(type(item).__name__, key) for key in type(item).model_fields if getattr(item, key)}
    return filled | {("status", getattr(item, "status", ""))}


# These stand for the others: together they fill in every field.
TELLING = covering({edition + page: fields_of(item) for edition in ITEMS for page, item in ITEMS[edition].items()})
EVERY = [edition + page for edition in EDITIONS for page in (*PAGES, *OWN[edition])]
# Each kind of page once, the editions taking turns: for what differs between kinds, not between editions.
ONCE = [list(EDITIONS)[number % len(EDITIONS)] + page for number, page in enumerate(KINDS)]
ONCE += TELLING


def in_turn(found: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the addresses of pages by edition, each page in one: what several have, they show in turn."""
    having: dict[str, list[str]] = {}
    for edition, pages in found.items():
        for page in pages:
            having.setdefault(page, []).append(edition)
    return [editions[number % len(editions)] + page for number, (page, editions) in enumerate(having.items())]


def some(edition: str, *, full_size: bool) -> list[str]:
    """Return the addresses of an edition's pages below site/: one of each kind, or all."""
    own = [page for page in OWN[edition] if full_size or edition + page in TELLING]
    return [edition + page for page in (*(PAGES if full_size else KINDS), *own)]
