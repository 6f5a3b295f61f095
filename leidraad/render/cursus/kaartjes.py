"""Edition → the sets of cards to turn over: the factors, and the glossary in pieces that fit an exercise."""

from typing import NamedTuple

from leidraad.model.types.begrippen import Begrip
from leidraad.model.types.igm import Startpunt
from leidraad.model.use.framework import Edition
from leidraad.model.use.names import sort_key
from leidraad.render.block.items import Item, items

# The letters of each set are fixed, so that a file keeps its name when a term is added.
_LETTERS = (("a", "c"), ("d", "g"), ("h", "k"), ("l", "o"), ("p", "s"), ("t", "z"))
_SETS = {
    f"begrippen-{first}-{last}": (last, f"begrippen {first.upper()} tot en met {last.upper()}")
    for first, last in _LETTERS
}


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
        Kaartjes(id_, titel, [item for item in terms if set_of(item.titel) == id_]) for id_, (_, titel) in _SETS.items()
    ]
    sets = (Kaartjes("factoren", "doel, doelgedrag en factoren", factors), *by_letter)
    return [one for one in sets if one.items]


def title_of_set(id_: str) -> str:
    """Return what a set of terms is called, in running text; nothing for what is no set of terms."""
    return _SETS.get(id_, ("", ""))[1]


def set_of(term: str) -> str:
    """Return the name of the set that a term is in, by its first letter."""
    letter = sort_key(term)[:1]
    return next((id_ for id_, (last, _) in _SETS.items() if letter <= last), [*_SETS][-1])
