"""Edition → the window of the search, with what is offered to who has not typed anything yet."""

from collections.abc import Iterable, Sequence
from typing import Any

from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment, render_page

# What is offered before anything is typed, by its address, where it is there.
OFFERED = {
    "Nu doen": (
        "afwegen/eerste-gesprek/",
        "afwegen/casus-zit-vast/",
        "afwegen/plan-kiezen/",
        "afwegen/terugblik/",
        "afwegen/verkennen/",
    ),
    "Samen en met het team": (
        "instrumenten/samen-kijken/",
        "instrumenten/zelfscan/",
        "bespreken/",
        "poster/",
        "begrippen/",
    ),
}


def window(edition: Edition, vondsten: Iterable[Sequence[Any]]) -> str:
    """Return the window of the search, with what is offered to who has not typed anything yet."""
    titles = {adres: titel for _, titel, adres, *_ in vondsten}
    offered = {
        heading: [(one, titles[one], "") for one in addresses if one in titles]
        for heading, addresses in OFFERED.items()
    }
    return render_page("outputs/zoek/venster.html", groepen=offered | {"Factoren": _parts_of_the_map(edition)})


def _parts_of_the_map(edition: Edition) -> list[tuple[str, str, str]]:
    """Return every starting point and factor: its address, its title, and the lane that gives it a colour."""
    f, kern = Fragment(edition, ""), edition.framework.kern
    ids = (*kern.startpunten, *kern.factoren)
    return [(address(f.kind_of(id_), id_), f.part(id_).titel, f.lane(id_)) for id_ in ids]
