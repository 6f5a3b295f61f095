"""Every item that shares a page with others → cursus/<soort>-<id>/index.html, «Gebruik in een cursus»."""

from collections.abc import Iterator
from functools import partial

from leidraad.model.use.addresses import address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.outputs.made import Made
from leidraad.render.block.items import items
from leidraad.render.cursus.cursus import example, page


def each(edition: Edition, version: Version) -> Iterator[Made]:
    """Yield the page for a course of every item, and one that shows cards in frames."""
    yield Made(f"{address('cursus', 'voorbeeld')}index.html", None, partial(example, edition))
    for item in items(edition):
        path = f"{address('cursus', card(item.soort, item.id))}index.html"
        yield Made(path, item, partial(page, edition, version, item))
