"""Every question of a route, and every option, changes something: what is asked, the outcome, the case or the text."""

from collections.abc import Iterator

from leidraad.checks._explore import can_be_walked
from leidraad.model.types.routes import Route, Voorwaarde, Vraag
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "ongebruikt-antwoord"
ALLEEN_KERN = True
UITLEG = (
    "Wie iets invult, mag merken dat het ertoe doet. Een vraag of antwoord waar geen voorwaarde, geen keuze uit "
    "eerder, geen deel van de casus en geen `zin` naar kijkt, maakt niets uit. Gebruik het, of haal het weg."
)
FOUT = """\
      - id: tegelijk
        tekst: Het kan tegelijk
"""
GOED = """\
      - id: tegelijk
        tekst: Het kan tegelijk
        zin: De brug en de rest kunnen tegelijk.
"""


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every question, and for every option of a question in use, that changes nothing."""
    for route in framework.routes.values():
        if can_be_walked(route):
            yield from _in_route(route)


def _in_route(route: Route) -> Iterator[Problem]:
    looking = [*_conditions(route)]
    for index, vraag in enumerate(route.vragen):
        about = [one for one in looking if one.vraag == vraag.id]
        if not about and not _goes_along(route, vraag):
            message = f"naar vraag «{vraag.id}» kijkt niets; gebruik die in een voorwaarde, of haal die weg"
            yield Problem(route.place("vragen", index, "id"), message, ID)
            continue
        if _is_source(route, vraag) or vraag.casus:
            continue
        named = {id_ for one in about for id_ in one.keuzes}
        for number, optie in enumerate(vraag.opties):
            if not optie.factor and not optie.zin and optie.id not in named:
                message = f"het maakt niets uit of iemand «{optie.id}» kiest; gebruik het in een voorwaarde "
                place = route.place("vragen", index, "opties", number, "id")
                yield Problem(place, message + "of geef het een «zin», of haal het weg", ID)


def _conditions(route: Route) -> Iterator[Voorwaarde]:
    shown = [vraag.toon_als for vraag in route.vragen] + [punt.toon_als for punt in route.bespreken]
    shown += [other.toon_als for vraag in route.vragen for other in vraag.andere_woorden]
    for toon_als in filter(None, shown):
        yield from (one for _, _, one in toon_als.placed())


def _goes_along(route: Route, vraag: Vraag) -> bool:
    """Return whether an answer is own words, a choice for later, or something that a text or the case takes over."""
    words = vraag.soort in ("tekst", "datum", "wegen") or any(optie.zin or optie.factor for optie in vraag.opties)
    return words or bool(vraag.casus or vraag.tekstveld) or _is_source(route, vraag)


def _is_source(route: Route, vraag: Vraag) -> bool:
    sources = {one.uit for one in route.vragen} | {punt.per_keuze for punt in route.bespreken}
    return vraag.id in sources
