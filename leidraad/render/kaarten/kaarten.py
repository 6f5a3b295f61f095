"""An item → its card: a small page of its own that a course can show in a frame."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from leidraad.checks._explore import explore
from leidraad.model.kinds import row_of
from leidraad.model.types.igm import Startpunt
from leidraad.model.types.routes import EXPLORE, Route
from leidraad.model.use.addresses import CARD_KINDS, address
from leidraad.model.use.framework import Edition
from leidraad.model.use.names import capital
from leidraad.model.use.questions import asked_of_readers
from leidraad.model.use.telwoorden import in_words
from leidraad.model.use.version import Version
from leidraad.render.block.fragment import Fragment, link, render_page
from leidraad.render.block.igm_kaart import igm_kaart
from leidraad.render.block.items import Item, items
from leidraad.render.block.lagen import first_sentence
from leidraad.render.block.pictogrammen import with_sprite
from leidraad.render.routes.gids import RICHTING, UNKNOWN

_MANY = {"onderdelen": 11, "vragen": 10}  # a worksheet or route of more is set closer on its one sheet


def with_a_card(edition: Edition) -> Iterator[Item]:
    """Yield every item that has a card. Exploring is no item, but prints on one sheet as the routes do."""
    yield from (item for item in items(edition) if item.soort in CARD_KINDS)
    yield Item("route", EXPLORE, "Om in te vullen", "Verkennen", "Willen en kunnen bij één gedrag, op één A4.")


def card_page(edition: Edition, version: Version, item: Item) -> str:
    """Return the card of an item; links are in the neutral form."""
    vorm = row_of(item.soort, item.blok).card or "" if item.blok else EXPLORE
    fragment = Fragment(edition, "")
    page = render_page(
        "render/kaarten/kaart.html",
        f=fragment,
        vorm=vorm,
        dicht=any(len(getattr(item.blok, part, ())) > most for part, most in _MANY.items()),
        baan=fragment.lane(item.id) if vorm == "factor" else "",
        kaart=Markup(igm_kaart(edition, item.id, "mini")) if vorm == "factor" else "",
        soort=_kind(edition, item),
        naam=item.titel,
        samenvatting=item.samenvatting,
        deel=f"render/kaarten/kaart_{vorm}.html",
        item=item.blok,
        volledig=link(item.soort, item.id),
        canoniek=version.newest_url(address(item.soort, item.id).partition("#")[0]),
        verwijzing=item.reference,
        vragen=asked_of_readers("gedragsprincipe"),
        weet_niet=UNKNOWN,
        telling=_telling,
        richtingen=RICHTING.values(),
        delen=lambda: [*_startpunten(edition), *edition.factoren_in("gesprek").alle],
        zin=partial(first_sentence, edition),
        link=link,
    )
    return with_sprite(page)


def _telling(route: Route) -> tuple[str, str]:
    """Return in words how many questions a route has, and how many of them whoever follows it answers."""
    numbers = explore(route).numbers
    return in_words(len(route.vragen)), " tot ".join(in_words(one) for one in sorted({min(numbers), max(numbers)}))


def _startpunten(edition: Edition) -> list[Startpunt]:
    framework = edition.framework
    return [framework.startpunten[id_] for id_ in framework.kern.startpunten]


def _kind(edition: Edition, item: Item) -> str:
    name = capital(item.naam)
    return f"{name} · {edition.framework.groep_of(item.id).titel}" if item.soort == "factor" else name
