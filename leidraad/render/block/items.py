"""Edition → everything in it that has an address of its own: one list for A to Z, search, cards and JSON."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from leidraad.model.types.base import Blok
from leidraad.model.types.routes import Route
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment

_MARKUP = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Item:
    """One item: `soort` and `id` make its address, `naam` is what a reader calls its kind, all texts are plain.

    `blok` is what was authored.
    """

    soort: str
    id: str
    naam: str
    titel: str
    samenvatting: str
    ook: tuple[str, ...] = ()
    zoekwoorden: tuple[str, ...] = ()
    blok: Blok | None = None

    @property
    def reference(self) -> str:
        """How authors refer to it: factor:kennis."""
        return f"{self.soort}:{self.id}"


_held: tuple[Edition, tuple[Item, ...]] | None = None


def items(edition: Edition) -> tuple[Item, ...]:
    """Return every item of an edition: steps, starting points and factors in reading order, then the other kinds."""
    global _held  # a build asks for it a dozen times
    if _held is None or _held[0] is not edition:
        _held = (edition, tuple(_items(edition)))
    return _held[1]


def _items(edition: Edition) -> Iterator[Item]:
    framework = edition.framework
    for reference, onderdeel in framework.onderdelen.items():
        soort, _, id_ = reference.partition(":")
        yield _item(edition, soort, id_, soort, onderdeel)
    for activiteit in edition.activiteiten.alle:
        own = activiteit.id in edition.lokaal.activiteiten
        naam = f"activiteit van {edition.gemeente.naam}" if own else "activiteit"
        yield _item(edition, "activiteit", activiteit.id, naam, activiteit)
    for route in edition.routes_in("gesprek").alle:
        yield _item(edition, "route", route.id, "route", route)
    for principe in edition.lokaal.gedragsprincipes.values():
        naam = edition.gemeente.woorden.principe.enkelvoud
        summary = plain_text(edition, principe.kern or "")
        yield Item("principe", principe.id, naam, principe.titel, summary, blok=principe)
    for instrument in framework.instrumenten.values():
        yield _item(edition, "instrument", instrument.id, "werkblad", instrument)
    for casus in framework.casussen.values():
        yield Item("casus", casus.id, "casus", casus.titel, plain_text(edition, casus.verhaal), blok=casus)
    for begrip in framework.begrippen.values():
        ook = tuple(form for form in (begrip.meervoud, *begrip.spelling) if form)
        summary = plain_text(edition, begrip.definitie.tekst)
        yield Item("begrip", begrip.id, "begrip", begrip.term, summary, ook, begrip.synoniemen, begrip)


def route_item(edition: Edition, route: Route) -> Item:
    """Return a guided route as an item; it can be found where its page is built."""
    return _item(edition, "route", route.id, "route", route)


def _item(edition: Edition, soort: str, id_: str, naam: str, item: Any) -> Item:
    ook = tuple(other.term for other in getattr(item, "ook_wel", ()))
    summary = plain_text(edition, item.kern.tekst)
    return Item(soort, id_, naam, item.titel, summary, ook, tuple(item.zoekwoorden), item)


def plain_text(edition: Edition, text: str) -> str:
    """Return an authored text without its markup, on one line, with the municipality's words filled in."""
    html = Fragment(edition, "").block(text)
    return " ".join(Markup(_MARKUP.sub(" ", str(html))).unescape().split())
