"""An item with a card → a file that says how a page elsewhere shows it (oEmbed), which the page of the item names.

A static site cannot answer a question; the file is the answer, for the address of its own copy. Of the glossary there
is none: there are many terms, and they are small.
"""

import json
from collections.abc import Iterator, Mapping
from functools import partial

from leidraad.model.kinds import kind_of
from leidraad.model.use.addresses import CARD_KINDS, address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.once import once
from leidraad.model.use.seen.answers import worked_out
from leidraad.model.use.version import Version
from leidraad.outputs.beeld.platen import SITE, SIZE, WITHOUT, picture
from leidraad.outputs.made import Made
from leidraad.render.block.items import Item, items
from leidraad.render.cursus.cursus import frame, titled

_WIDTH = 640


def each(edition: Edition, version: Version) -> Iterator[Made]:
    """Yield the answer for every item with a card, but a term, where the publication has an address."""
    for item in {item.reference: item for item in embedded(edition).values()}.values() if version.adres else ():
        path = address("oembed", card(item.soort, item.id))
        yield Made(path, item, partial(_answer, edition, version, item))


def item_of_page(edition: Edition, page: str) -> Item | None:
    """Return the item that a page is of, if it is of one."""
    return edition.told(_item_of, page)


@worked_out
def _item_of(edition: Edition, page: str) -> Item | None:
    return embedded(edition).get(page)


@once()
def embedded(edition: Edition) -> Mapping[str, Item]:
    """Return which item a page is of, by the address of the page: its own and its card."""
    chosen = [item for item in items(edition) if item.soort in CARD_KINDS and item.soort not in WITHOUT]
    return {
        place: item
        for item in chosen
        for place in (
            address(item.soort, item.id),
            address("kaart", card(item.soort, item.id)),
        )
        if "#" not in place  # a case shares its page with the others
    }


def _answer(edition: Edition, version: Version, item: Item) -> str:
    html = frame(edition, item, version.url(address("kaart", card(item.soort, item.id))))
    held = {
        "version": "1.0",
        "type": "rich",
        "title": titled(edition, item),
        "provider_name": f"{SITE}, {edition.gemeente.naam}",
        "provider_url": version.newest_url(),
        "html": html,
        "width": _WIDTH,
        "height": kind_of(item.soort).height,
        "thumbnail_url": f"{version.adres}/{picture(edition, item.reference).path}",
        "thumbnail_width": SIZE[0],
        "thumbnail_height": SIZE[1],
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))
