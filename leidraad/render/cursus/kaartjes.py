"""Edition → the sets of cards to turn over: the factors, and the glossary in pieces that fit an exercise."""

from typing import NamedTuple

from leidraad.model.types.begrippen import Begrip
from leidraad.model.types.igm import Startpunt
from leidraad.model.use.framework import Edition
from leidraad.model.use.names import sort_key
from leidraad.render.block.items import Item, items

# The letters of each set are fixed, so that a file keeps its name when a term is added.
_LETTERS = (("a", "c"), ("d", "g"), ("h", "k"), ("l", "o"), ("p", "s"), ("t", "z"))


class Kaartjes(NamedTuple):
    """One set: the name of its file, what is in it, and the items, a card each."""

    id: str
    titel: str
    items: list[Item]


def kaartjes(edition: Edition) -> list[Kaartjes]:
    """Return the sets that hold something."""
    factors = [item for item in items(edition) if isinstance(item.blok, Startpunt)]
    terms = [item for item in items(edition) if isinstance(item.blok, Begrip)]
    by_letter = [
        Kaartjes(
            f"begrippen-{first}-{last}",
            f"begrippen {first.upper()} tot en met {last.upper()}",
            [item for item in terms if first <= sort_key(item.titel)[:1] <= last],
        )
        for first, last in _LETTERS
    ]
    sets = (Kaartjes("factoren", "doel, doelgedrag en factoren", factors), *by_letter)
    return [one for one in sets if one.items]
