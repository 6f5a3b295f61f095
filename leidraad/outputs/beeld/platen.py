"""The core → what stands on the picture that others show of a shared address: one for each item, one for the rest.

A picture holds nothing of a municipality, so that it stands once in a publication, beside the editions. Its name says
what is on it: another text is another picture, and the old one stays for the fixed versions that name it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import astuple, dataclass

from leidraad.model.kinds import KINDS
from leidraad.model.types.igm import Startpunt
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.use.markup import PLACEHOLDER
from leidraad.model.use.names import capital
from leidraad.model.use.once import once
from leidraad.outputs.dias.inhoud import plain

FOLDER = "beeld"  # at the root of a publication
SITE = "Leidraad Gewogen Maatwerk"
SIZE = (1200, 630)
_DRAWN = "1"  # another way of drawing is another picture
WITHOUT = ("begrip",)  # of so many, small and on one page, the general one will do
_PRINCIPE = "principe:"  # what it says is a municipality's, and a picture is of all of them
_LONGEST = 150  # letters of a sentence that is shown whole, or not at all


@dataclass(frozen=True)
class Plaat:
    """A picture: of what kind, its title, a sentence, and on the map of the model what it is about."""

    id: str
    soort: str
    titel: str
    zin: str
    kaart: tuple[tuple[str, tuple[bool, ...]], ...]

    @property
    def name(self) -> str:
        """Its file."""
        digest = hashlib.sha256(repr((_DRAWN, *astuple(self))).encode()).hexdigest()[:10]
        return f"{self.id}-{digest}.png"

    @property
    def path(self) -> str:
        """Where it stands in a publication."""
        return f"{FOLDER}/{self.name}"


@once()
def plates(framework: Framework) -> Mapping[str, Plaat]:
    """Return the picture of every item of the core by its reference; that of everything else under an empty one."""
    found = {
        "": Plaat(
            "leidraad",
            "",
            SITE,
            "Kijken wat iemand nodig heeft, kiezen wat je doet, en zeggen waarom.",
            _map(framework),
        ),
        _PRINCIPE: Plaat(
            "principe",
            "Uit de leidraad",
            "Waar een gemeente voor staat",
            "Wat het betekent, wat niet, en waarom.",
            _map(framework),
        ),
    }
    for kind in KINDS:
        if kind.of == "kern" and kind.plural and kind.card and kind.name not in WITHOUT:
            for id_, item in framework.of(kind.name).items():
                name = capital(kind.label or kind.name)
                if kind.name == "factor":
                    name = f"{name} · {framework.groep_of(id_).titel}"
                found[f"{kind.name}:{id_}"] = Plaat(
                    f"{kind.name}-{id_}",
                    name,
                    plain(getattr(item, kind.title)),
                    _sentence(item),
                    _map(framework, id_, *getattr(item, "voor_factoren", ()), *getattr(item, "factoren", ())),
                )
    return found


def picture(edition: Edition, reference: str) -> Plaat:
    """Return the picture of an item; of a principle that of its kind, and of what has none, the general one."""
    found = plates(edition.framework)
    return found.get(reference) or found[_PRINCIPE if reference.startswith(_PRINCIPE) else ""]


def _sentence(item: object) -> str:
    """A question of a part, or the first sentence of what an item is for; none where a municipality's word is in it."""
    text = item.korte_vraag if isinstance(item, Startpunt) else getattr(getattr(item, "kern", None), "tekst", "")
    told = plain(text).partition(". ")
    first = told[0] + ("." if told[2] else "")
    return "" if PLACEHOLDER.search(first) or len(first) > _LONGEST else first


def _map(framework: Framework, *lit: str) -> tuple[tuple[str, tuple[bool, ...]], ...]:
    kern = framework.kern
    rows = [("start", kern.startpunten), *((groep.id, groep.factoren) for groep in kern.groepen)]
    return tuple((side, tuple(id_ in lit for id_ in ids)) for side, ids in rows)
