"""The components of the look → the page that shows each with its states, for who builds and for a house style."""

from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment
from leidraad.render.block.pictogrammen import PADEN


def bouwstenen(edition: Edition, soort: str) -> str:
    """Return one group: kleuren, pictogrammen, labels, knoppen, gesprek, kaarten, werkbladen, laden or keuzen."""
    return Fragment(edition, "").render("render/page/bouwstenen.html", soort=soort, namen=sorted(PADEN))
