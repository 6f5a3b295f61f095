"""The names that pages may call → the functions that return their block or value."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from inspect import Signature, signature
from typing import Any

from leidraad.model.kinds import listed
from leidraad.model.use.framework import Edition
from leidraad.model.use.marks import escape_markdown
from leidraad.model.yaml.problem import did_you_mean, quoted
from leidraad.render.activiteiten import activiteiten
from leidraad.render.block import igm_kaart
from leidraad.render.block.fragment import numbers, own_word
from leidraad.render.block.pictogrammen import PADEN
from leidraad.render.block.pictogrammen import pictogram as drawn
from leidraad.render.casus import casusformulier
from leidraad.render.casussen import casussen
from leidraad.render.cursus import cursus, cursuslijst
from leidraad.render.gemeente import gemeente
from leidraad.render.gesprekskaart import gesprekskaart
from leidraad.render.instrumenten import evaluatie, instrumenten
from leidraad.render.inwonerpapier import inwonerpapier
from leidraad.render.lijsten import lijsten
from leidraad.render.onderdelen import onderdelen
from leidraad.render.page import bouwstenen, opslag
from leidraad.render.papier import papier
from leidraad.render.principe_maker import principe_maker
from leidraad.render.routes import gids, route_plaat
from leidraad.render.stapbeeld import stapbeeld
from leidraad.render.stapbeeld.beelden import BEELDEN

# One call, one block of HTML.
FRAGMENTS: dict[str, Callable[..., str]] = {
    function.__name__: function
    for function in (
        igm_kaart.igm_kaart,
        onderdelen.factor,
        onderdelen.startpunt,
        onderdelen.stap,
        onderdelen.overzicht,
        onderdelen.in_gewone_woorden,
        activiteiten.activiteiten,
        activiteiten.naast_elkaar,
        activiteiten.aanbod,
        casussen.casussen,
        gids.routes,
        gids.route_lead,
        gids.route,
        gids.route_meer,
        gids.verkennen,
        instrumenten.instrumenten,
        instrumenten.instrument_lead,
        instrumenten.instrument,
        instrumenten.instrument_meer,
        instrumenten.bespreking,
        instrumenten.bijeenkomst,
        casussen.oefencasus,
        evaluatie.samen_kijken,
        evaluatie.inzet,
        evaluatie.teamoogst,
        evaluatie.zelfscan,
        casusformulier.jullie_casus,
        gemeente.principes,
        gemeente.principes_kort,
        gemeente.van_wie,
        gemeente.vaststelstuk,
        gemeente.eigen_tekst,
        gemeente.wet,
        gemeente.aanbod_met_werkgever,
        gemeente.colofon,
        gemeente.rechten,
        gemeente.afspraken,
        gemeente.verklaring,
        principe_maker.principe_maker,
        principe_maker.maker_vragen,
        gesprekskaart.gesprekskaart,
        inwonerpapier.inwonerpapier,
        papier.poster,
        papier.papierkaarten,
        gemeente.veranderd,
        lijsten.begrippen,
        lijsten.meldingen,
        lijsten.bronnen,
        lijsten.onderzoeken,
        lijsten.zoekverantwoording,
        lijsten.alles,
        route_plaat.route_plaat,
        stapbeeld.stapbeeld,
        opslag.opslag,
        bouwstenen.bouwstenen,
        cursus.gebruik,
        cursus.cursuspakketten,
        cursus.cursustekst,
        cursuslijst.cursuslijst,
        cursuslijst.cursusvragen,
        cursuslijst.cursuscasussen,
    )
}


def waarde(edition: Edition, naam: str) -> str:
    """Return a value for in a sentence: an own word (inwoner, Inwoners, professional …) or gemeente."""
    return escape_markdown(edition.gemeente.naam if naam == "gemeente" else own_word(edition, naam))


def bron(edition: Edition, *ids: str) -> str:
    """Return the numbers of sources, for at the end of a claim in a page."""
    return str(numbers(_known(edition, ids), is_reading=False))


def lezing(edition: Edition, *ids: str) -> str:
    """Return the numbers of sources of which a claim in a page is our reading."""
    return str(numbers(_known(edition, ids), is_reading=True))


def _known(edition: Edition, ids: tuple[str, ...]) -> tuple[str, ...]:
    for id_ in ids:
        if id_ not in edition.framework.bronnen:
            raise KeyError(f"bron «{id_}» bestaat niet")
    return ids


def pictogram(_: Edition, naam: str) -> str:
    """Return a pictogram for in a page, beside its word."""
    return str(drawn(naam))


# One call, one value in a sentence.
VALUES: dict[str, Callable[..., str]] = {function.__name__: function for function in (waarde, bron, lezing, pictogram)}

# What the first word of a call may be, where that is no id of the framework (see model/use/pages.py).
_SAID = ("inwoner", "inwoners", "professional", "professionals")
_PARTS = ("stap", "startpunt", "factor")
CHOICES: Mapping[str, Sequence[str]] = {
    "bouwstenen": (
        *("kleuren", "pictogrammen", "labels", "knoppen", "gesprek", "kaarten", "werkbladen", "laden", "keuzen"),
    ),
    "cursustekst": ("adressen", "onderdelen", "insluiten", "links", "systemen"),
    "in_gewone_woorden": _PARTS,
    "jullie_casus": (*casusformulier.PAPIEREN,),
    "overzicht": [kind.name for kind in listed()],
    "pictogram": (*PADEN,),
    "stapbeeld": (*BEELDEN,),
    "verklaring": ("toegankelijkheidsverklaring", "privacyverklaring"),
    "waarde": ("gemeente", *_SAID, *(word.capitalize() for word in _SAID)),
}


def refused(name: str, args: Sequence[Any], values: Mapping[str, Any]) -> str:
    """Return why a page cannot call this with these words, or nothing when it can."""
    known = {**FRAGMENTS, **VALUES}
    if name not in known:
        return f"{quoted(name)} ken ik niet{did_you_mean(name, known)}"
    try:
        bound = _signature(name).bind(None, *args, **values)
    except TypeError:
        wanted = ", ".join([one.rstrip("_") for one in _signature(name).parameters][1:])
        return f"bij «{name}» " + (f"hoort tussen de haakjes: {wanted}" if wanted else "staat niets tussen de haakjes")
    bound.apply_defaults()
    if (choices := CHOICES.get(name)) and (word := bound.args[1]) not in choices:
        hint = did_you_mean(word, choices) or f"; kies uit {', '.join(choices)}"
        return f"{name} {quoted(word)} bestaat niet{hint}"
    return ""


@cache
def _signature(name: str) -> Signature:
    return signature({**FRAGMENTS, **VALUES}[name])
