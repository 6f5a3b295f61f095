"""Every item → the tables for who makes a course; every step, factor and case → its text to take over."""

from typing import Any

from leidraad.model.kinds import kind_of
from leidraad.model.types.casussen import Casus
from leidraad.model.use.addresses import CARD_KINDS, card
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.block.items import Item, items, offered
from leidraad.render.cursus.cursus import course_link, credit

_FACTORS = ("startpunt", "factor")


def cursuslijst(edition: Edition) -> str:
    """Return all items, a table for each kind, with what a filter chooses from."""
    kinds = dict.fromkeys(item.soort for item in offered(edition))
    rows = {soort: [item for item in offered(edition) if item.soort == soort] for soort in kinds}
    parts = edition.framework.onderdelen.items()
    return Fragment(edition, "").render(
        "render/cursus/cursuslijst.html",
        soorten=[(kind_of(soort).plural, held) for soort, held in rows.items()],
        vervallen=[item for item in items(edition) if not item.in_force],
        rij=lambda item, caller: edition.remembered("cursuslijst", item, lambda: caller(*_belongs_to(item))),
        met_kaart=CARD_KINDS,
        card=card,
        in_cursus=course_link,
        link=link,
        keuzes=[
            ("soort", "Soort", [(soort, kind_of(soort).plural) for soort in kinds]),
            ("factor", "Factor", [(part.id, part.titel) for ref, part in parts if ref.partition(":")[0] in _FACTORS]),
            ("stap", "Stap", [(part.id, part.titel) for ref, part in parts if ref.startswith("stap:")]),
        ],
    )


def _belongs_to(item: Item) -> tuple[str, str]:
    """Return the ids of the factors and of the steps that an item is about, as words."""
    blok: Any = item.blok
    factors = [item.id] if item.soort in _FACTORS else []
    steps = [item.id] if item.soort == "stap" else []
    for name in ("voor_factoren", "raakt_factoren", "factoren"):
        factors += getattr(blok, name, ())
    steps += getattr(blok, "stappen", ())
    for reference in (*getattr(blok, "naar", ()), getattr(blok, "zie", None) or ""):
        kind, _, id_ = reference.partition(":")
        factors += [id_] if kind in _FACTORS else []
        steps += [id_] if kind == "stap" else []
    return " ".join(dict.fromkeys(factors)), " ".join(dict.fromkeys(steps))


def cursusvragen(edition: Edition) -> str:
    """Return the questions to oneself and the invented cases of every step, starting point and factor."""
    parts = [(ref.partition(":")[0], part) for ref, part in edition.framework.onderdelen.items()]
    rows = [(soort, part, cases_of(edition, soort, part.id)) for soort, part in parts]
    return Fragment(edition, "").render("render/cursus/cursusvragen.html", delen=rows, link=link)


def cursuscasussen(edition: Edition) -> str:
    """Return every invented case as a text to take over, with what is to be said of where it comes from."""
    rows = [(item.blok, credit(edition, item)) for item in items(edition) if item.soort == "casus"]
    return Fragment(edition, "").render("render/cursus/cursuscasussen.html", casussen=rows, link=link)


def cases_of(edition: Edition, soort: str, id_: str) -> list[Casus]:
    """Return the cases that fit a step, or a starting point or factor."""
    cases = edition.framework.casussen.values()
    return [casus for casus in cases if id_ in (casus.stappen if soort == "stap" else casus.factoren)]
