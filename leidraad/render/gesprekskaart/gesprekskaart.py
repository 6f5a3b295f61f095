"""Starting points and factors, and what a municipality chose and added → the sheet for one conversation."""

from dataclasses import dataclass

from leidraad.model.types.base import Puntenblok, Tekstblok
from leidraad.model.types.gemeente import Gedragsprincipe
from leidraad.model.types.igm import Startpunt
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
_CHOSEN = 3  # so many that were chosen from the core go before what was added: some of each on every sheet


@dataclass(frozen=True)
class Vraag:
    """A question on the sheet; `eigen` when the municipality added it itself."""

    tekst: str
    eigen: bool = False


@dataclass(frozen=True)
class Deel:
    """What the sheet holds about one factor or starting point."""

    item: Startpunt
    vragen: tuple[Vraag, ...]
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
        terugblik=tuple(punt.tekst for punt in item.reflectievragen.punten[:_QUESTIONS]),
        luister_naar=_short(item.luister_naar),
        ligt_het_aan_ons=_short(item.ligt_het_aan_ons),
        principe=next((principe for principe in living(edition) if id_ in principe.raakt_factoren), None),
    )


def questions(edition: Edition, item: Startpunt) -> tuple[Vraag, ...]:
    """Return the first questions to put: what the municipality chose and added itself, then what else there is."""
    vragen = edition.vragen_bij(item)
    chosen = vragen.gekozen[:_CHOSEN] if vragen.ook else ()
    own = [
        Vraag(vraag, eigen=True)
        for extra in edition.aanvullingen_bij(f"{item.soort}:{item.id}")
        for vraag in extra.open_vragen
    ]
    rest = (vraag for vraag in vragen.alle if vraag not in chosen)
    return (*(Vraag(vraag.vraag) for vraag in chosen), *own, *(Vraag(vraag.vraag) for vraag in rest))[:_QUESTIONS]


def _short(block: Puntenblok) -> tuple[Tekstblok, ...]:
    """Return the first points, those that need no source or remark in front: the sheet has no room for these."""
    return tuple(sorted(block.punten, key=lambda punt: bool(punt.has_origin or punt.let_op))[:_POINTS])
