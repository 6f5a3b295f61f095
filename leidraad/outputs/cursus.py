"""Every item that shares a page with others → cursus/<soort>-<id>/index.html, «Gebruik in een cursus»."""

from collections.abc import Iterator

from leidraad.model.addresses import address, card
from leidraad.model.framework import Edition
from leidraad.model.version import Version
from leidraad.render.cursus import page
from leidraad.render.items import items


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the page for a course of every item."""
    for item in items(edition):
        yield f"{address('cursus', card(item.soort, item.id))}index.html", page(edition, version, item).encode()
