"""Every item that shares a page with others → cursus/<soort>-<id>/index.html, «Gebruik in een cursus»."""

from collections.abc import Iterator

from leidraad.model.use.addresses import address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.render.block.items import items
from leidraad.render.cursus.cursus import example, page


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the page for a course of every item, and one that shows cards in frames."""
    yield f"{address('cursus', 'voorbeeld')}index.html", example(edition).encode()
    for item in items(edition):
        yield f"{address('cursus', card(item.soort, item.id))}index.html", page(edition, version, item).encode()
