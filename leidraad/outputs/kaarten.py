"""Every item that has a card → kaart/<soort>-<id>/index.html."""

from collections.abc import Iterator
from functools import partial

from leidraad.model.use.addresses import address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.outputs.made import Made
from leidraad.render.kaarten.kaarten import card_page, with_a_card


def each(edition: Edition, version: Version) -> Iterator[Made]:
    """Yield the card of every item that has one."""
    for item in with_a_card(edition):
        path = f"{address('kaart', card(item.soort, item.id))}index.html"
        yield Made(path, item, partial(card_page, edition, version, item))
