"""Starting points and factors, and what a municipality chose and added → the sheet for one conversation."""

from collections.abc import Iterator
from dataclasses import dataclass

from leidraad.model.types.base import Puntenblok, Tekstblok
from leidraad.model.types.gemeente import Gedragsprincipe
from leidraad.model.types.igm import OpenVraag, Startpunt
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.gemeente.gemeente import imprint, living

# Id, name in the choice, title on the sheet, what the sheet is for.
MOMENTEN = (
    ("voorbereiden", "Voor het gesprek", "Kies wat je gaat vragen. Twee of drie vragen is vaak genoeg."),
    ("samen", "In het gesprek", "Luister, vraag en vat samen."),
    ("erna", "Na het gesprek", "Schrijf op wat je hoorde. Wat je vermoedt, is nog een vraag."),
)
# What to write down at each moment, with the part of the case that fills it in; the last goes over the whole width.
SCHRIJFRUIMTE = {
    "voorbereiden": (
        ("Wat weet ik al?", "zeker"),
        ("Van wie hoorde ik dat?", ""),
        ("Wat zoek ik eerst uit?", ""),
        ("Hoe begin ik?", ""),
    ),
    "samen": (
        ("Gezegd", "gezegd"),
        ("Gezien", "gezien"),
        ("Wat we nog niet weten", ""),
        ("Wat wij doen, en wanneer", "doen"),
    ),
    "erna": (
        ("Gezegd, in eigen woorden", "gezegd"),
        ("Gezien", "gezien"),
        ("Vermoed: hier vraag ik nog naar", ""),
        ("Afgesproken: wie, wat, wanneer", "afspraken"),
    ),
}
_QUESTIONS, _POINTS = 5, 2  # of one factor; with two the style sheet shows fewer questions of each
_OWN = 2  # questions that the municipality added, beside those of the core and never in the place of one


@dataclass(frozen=True)
class Deel:
    """What the sheet holds about one factor or starting point."""

    item: Startpunt
    vragen: tuple[OpenVraag, ...]
    eigen: tuple[tuple[str, tuple[str, ...]], ...]
    terugblik: tuple[str, ...]
    luister_naar: tuple[Tekstblok, ...]
    ligt_het_aan_ons: tuple[Tekstblok, ...]
    principe: Gedragsprincipe | None


def gesprekskaart(edition: Edition) -> str:
    """Return the choice of moment and factors, and one sheet that holds a part for each of them."""
    factoren = (factor.id for factor in edition.factoren_in("gesprek").alle)
    delen = [_deel(edition, id_) for id_ in (*edition.framework.kern.startpunten, *factoren)]
    return Fragment(edition, "").render(
        "render/gesprekskaart/gesprekskaart.html",
        delen=delen,
        momenten=MOMENTEN,
        schrijfruimte=SCHRIJFRUIMTE,
        principes=living(edition),
        imprint=imprint(edition),
        link=link,
    )


def _deel(edition: Edition, id_: str) -> Deel:
    item: Startpunt = Fragment(edition, "").part(id_)
    return Deel(
        item=item,
        vragen=questions(edition, item),
        eigen=tuple(added(edition, item)),
        terugblik=tuple(punt.tekst for punt in item.reflectievragen.punten[:_QUESTIONS]),
        luister_naar=_short(item.luister_naar),
        ligt_het_aan_ons=_short(item.ligt_het_aan_ons),
        principe=next((principe for principe in living(edition) if id_ in principe.raakt_factoren), None),
    )


def questions(edition: Edition, item: Startpunt) -> tuple[OpenVraag, ...]:
    """Return the first questions of the core to put, what the municipality chose before what else there is.

    The first of the core is always one of them: it is the most open.
    """
    vragen, first = edition.vragen_bij(item).alle[:_QUESTIONS], item.open_vragen.punten[0]
    return tuple(vragen) if first in vragen else (*vragen[:-1], first)


def added(edition: Edition, item: Startpunt) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what the municipality added: what it is about, for nobody said that it plays a part, and questions."""
    room = _OWN
    for extra in edition.aanvullingen_bij(f"{item.soort}:{item.id}"):
        if vragen := extra.open_vragen[:room]:
            room -= len(vragen)
            yield extra.titel, vragen


def _short(block: Puntenblok) -> tuple[Tekstblok, ...]:
    """Return the first points, those that need no source or remark in front: the sheet has no room for these."""
    return tuple(sorted(block.punten, key=lambda punt: bool(punt.has_origin or punt.let_op))[:_POINTS])
