"""Every item that has a card → kaart/<soort>-<id>/index.html."""

from collections.abc import Iterator

from leidraad.model.use.addresses import address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.render.kaarten.kaarten import cards


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the card of every item that has one."""
    for item, page in cards(edition, version):
        yield f"{address('kaart', card(item.soort, item.id))}index.html", page.encode()
