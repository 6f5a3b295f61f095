"""Framework → the principles that the hints are about: in force, and of a municipality that writes its own."""

from collections.abc import Iterator

from leidraad.model.types.gemeente import Gedragsprincipe
from leidraad.model.use.framework import Framework, Lokaal


def own_folders(framework: Framework) -> Iterator[Lokaal]:
    """Yield every municipality but those of which only a publication is known: nobody there could act on a hint."""
    for lokaal in framework.gemeenten.values():
        if lokaal.gemeente.spreekt_zelf:
            yield lokaal


def in_force(lokaal: Lokaal) -> list[Gedragsprincipe]:
    """Return the principles of a municipality that were not retired."""
    return [item for item in lokaal.gedragsprincipes.values() if item.in_force]


def principes(framework: Framework) -> Iterator[Gedragsprincipe]:
    """Yield every principle in force of every municipality that writes its own."""
    for lokaal in own_folders(framework):
        yield from in_force(lokaal)
