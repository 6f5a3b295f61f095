"""«Gebruik in een cursus» of items that share a page → one page for several; of every item, an address that leads on.

The panel of an item with a page of its own stands there. Until 2026 every item had a page for a course: those
addresses lead to the panel (besluiten/0052).
"""

from collections.abc import Iterator
from functools import partial

from leidraad.model.use.addresses import address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.outputs.made import Made
from leidraad.render.block.fragment import Fragment, render_page
from leidraad.render.block.items import Item, items
from leidraad.render.cursus.cursus import course_address, example, page, together


def each(edition: Edition, version: Version) -> Iterator[Made]:
    """Yield the pages with panels, what leads on to the panel of every item, and one that shows cards in frames."""
    yield Made(f"{address('cursus', 'voorbeeld')}index.html", None, partial(example, edition))
    for samen in together(edition):
        yield Made(f"{address('cursus', samen.id)}index.html", samen.items, partial(page, edition, version, samen))
    for item in items(edition):
        path = f"{address('cursus', card(item.soort, item.id))}index.html"
        yield Made(path, item, partial(_leads_on, edition, item))


def _leads_on(edition: Edition, item: Item) -> str:
    """Return a page that leads to the panel of an item; it says nothing of an edition, so that it stands once."""
    fragment = Fragment(edition, "")
    titel, gezegd = fragment.plain(item.titel), fragment.spoken(item.titel)
    place = f"../../{course_address(item.soort, item.id, item.titel)}"
    return render_page("outputs/cursus.html", titel=titel, gezegd=gezegd, adres=place)
