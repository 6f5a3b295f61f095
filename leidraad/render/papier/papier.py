"""What a municipality chose of the model, and its principles → sheets for the wall and the table."""

from collections.abc import Callable, Iterator, Sequence

from leidraad.model.types.afwegingskader import Stap
from leidraad.model.types.gemeente import Gedragsprincipe
from leidraad.model.types.igm import Startpunt
from leidraad.model.use.framework import Edition
from leidraad.model.use.names import capital
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.gemeente.gemeente import imprint, in_order, same_remark

# The poster is set in millimetres of its largest size, A1; at this size of letter a line holds so many characters.
_LINE, _LARGER_LINE, _ROWS = 46, 40, 8
_FEW = 4  # so many factors leave room for larger letters and more questions
_OF_A_LIST = 3  # how many points of a list a card has room for


def poster(edition: Edition) -> str:
    """Return the poster: the starting points, willen and kunnen, and the principles, for one sheet of A4 to A1."""
    framework = edition.framework
    principes = [item for item in in_order(edition) if item.in_force]
    factoren = edition.factoren_in("poster")
    few = len(factoren.gekozen) <= _FEW
    shown = _that_fit(principes, _LARGER_LINE if few else _LINE)
    return Fragment(edition, "").render(
        "render/papier/poster.html",
        startpunten=[framework.startpunten[id_] for id_ in framework.kern.startpunten],
        groepen=[
            (groep, [item for item in factoren.gekozen if item.id in groep.factoren])
            for groep in framework.kern.groepen
        ],
        rest_factoren=factoren.ook,
        vragen=_vragen(edition, 2 if few else 1),
        few=few,
        principes=shown,
        rest=len(principes) - len(shown),
        remark=same_remark(shown),
        imprint=imprint(edition),
        link=link,
    )


def _vragen(edition: Edition, most: int) -> Callable[[Startpunt], list[str]]:
    """Return what to ask on the poster at an item: the questions chosen for it, as many as fit, else its core one."""
    chosen = edition.lokaal.keuze_op("poster").vragen

    def at(item: Startpunt) -> list[str]:
        own = [vraag.vraag for vraag in edition.vragen_bij(item, "poster").gekozen if vraag.id in chosen]
        return own[:most] or [item.kernvraag.tekst]

    return at


def _that_fit(principes: Sequence[Gedragsprincipe], line: int) -> list[Gedragsprincipe]:
    """Return the first principles for which the sheet has room; the last row says how many are left out."""
    shown: list[Gedragsprincipe] = []
    rows = 0
    for number, principe in enumerate(principes, 1):
        rows += -(-len(f"{principe.titel} ({principe.status})") // line)
        if rows > _ROWS - (number < len(principes)):
            break
        shown.append(principe)
    return shown


def papierkaarten(edition: Edition) -> str:
    """Return a card for every step, starting point, factor and principle, for one or four on a sheet of A4."""
    return Fragment(edition, "").render(
        "render/papier/papierkaarten.html",
        soorten=list(_cards(edition)),
        imprint=imprint(edition),
        most=_OF_A_LIST,
        link=link,
    )


def _cards(edition: Edition) -> Iterator[tuple[str, str, Sequence[tuple[str, Startpunt | Stap | Gedragsprincipe]]]]:
    """Yield (id, title, cards) of each kind; a card is its kind for a reader, and what was authored."""
    framework = edition.framework
    startpunten = [("startpunt", framework.startpunten[id_]) for id_ in framework.kern.startpunten]
    factoren = [
        (f"factor · {groep.titel}", framework.factoren[id_])
        for groep in framework.kern.groepen
        for id_ in groep.factoren
    ]
    yield "factoren", "Startpunten en factoren", [*startpunten, *factoren]
    yield "stappen", "Stappen", [("stap", framework.stappen[id_]) for id_ in framework.kern.stappen]
    woord = edition.gemeente.woorden.principe
    principes = [(woord.enkelvoud, item) for item in in_order(edition) if item.in_force]
    yield "principes", capital(woord.meervoud), principes
