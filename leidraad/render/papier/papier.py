"""What a municipality chose of the model, and its principles → sheets for the wall and the table."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from leidraad.model.types.afwegingskader import Stap
from leidraad.model.types.gemeente import Gedragsprincipe
from leidraad.model.types.igm import Startpunt
from leidraad.model.use.framework import Edition
from leidraad.model.use.names import capital
from leidraad.model.use.questions import asked_of_readers
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.block.igm_kaart import igm_kaart
from leidraad.render.gemeente.gemeente import imprint, living, same_remark

# The poster is set in millimetres of its largest size, A1; at this size of letter a line holds so many characters.
_LINE, _ROWS = 46, 8
_OF_A_LIST = 3  # how many points of a list a card has room for


def poster(edition: Edition) -> str:
    """Return the poster: the map with what to ask at each part, and the principles, for one sheet of A4 to A1."""
    principes = living(edition)
    shown = _that_fit(principes)
    return Fragment(edition, "").render(
        "render/papier/poster.html",
        kaart=Markup(igm_kaart(edition, vragen=poster_vragen(edition))),
        principes=shown,
        rest=len(principes) - len(shown),
        remark=same_remark(shown),
        imprint=imprint(edition),
        link=link,
    )


def poster_vragen(edition: Edition) -> dict[str, str]:
    """Return what to ask at a starting point and at a factor of the poster: the question chosen for it, else its own.

    A factor that was not chosen for the poster keeps the short question of the map.
    """
    framework = edition.framework
    chosen = edition.lokaal.keuze_op("poster").vragen
    startpunten = [framework.startpunten[id_] for id_ in framework.kern.startpunten]
    asked = {}
    for part in [*startpunten, *edition.factoren_in("poster").gekozen]:
        own = [vraag.vraag for vraag in edition.vragen_bij(part, "poster").gekozen if vraag.id in chosen]
        asked[part.id] = own[0] if own else part.kernvraag.tekst
    return asked


def _that_fit(principes: Sequence[Gedragsprincipe]) -> list[Gedragsprincipe]:
    """Return the first principles for which the sheet has room; the last row says how many are left out."""
    shown: list[Gedragsprincipe] = []
    rows = 0
    for number, principe in enumerate(principes, 1):
        rows += -(-len(f"{principe.titel} ({principe.status})") // _LINE)
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
        vragen=asked_of_readers("gedragsprincipe"),
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
    principes = [(woord.enkelvoud, item) for item in living(edition)]
    yield "principes", capital(woord.meervoud), principes
