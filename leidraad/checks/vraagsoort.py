"""A question of a route has what its kind needs, and nothing that belongs to another kind."""

from collections.abc import Iterator

from leidraad.model.types.routes import WEET_NIET, Route, Vraag
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import NOWHERE, Problem

ID = "vraagsoort"
ALLEEN_KERN = True
UITLEG = (
    "Elke soort vraag heeft eigen sleutels: keuze en meerkeuze hebben `opties`, kies-uit-eerder en activiteiten "
    "hebben `uit`, wegen heeft `factoren`. «Dat weten we nog niet» staat er vanzelf bij. "
    "De `keuze` bij een `tekstveld` is een van de opties. Schermen lopen op vanaf 1."
)
FOUT = """\
soort: keuze
opties:
  - id: eerst
    tekst: Eerst maken
"""
GOED = """\
soort: keuze
opties:
  - id: eerst
    tekst: Eerst maken
  - id: tegelijk
    tekst: Het kan tegelijk
"""

_NEEDED = {
    "keuze": "opties",
    "meerkeuze": "opties",
    "kies-uit-eerder": "uit",
    "wegen": "factoren",
    "activiteiten": "uit",
}
# key → the kinds of question that may have it; other keys are for every kind
_FITTING = {
    "opties": ("keuze", "meerkeuze"),
    "uit": ("kies-uit-eerder", "activiteiten"),
    "factoren": ("wegen",),
    "uitspraken": ("meerkeuze",),
    "bron": ("meerkeuze",),
    "hoogstens": ("meerkeuze", "kies-uit-eerder", "activiteiten"),
    "tekstveld": ("keuze", "meerkeuze", "kies-uit-eerder", "activiteiten", "datum"),
    "toont": ("tekst",),
    "zonder_principes": ("tekst",),
}


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every key that is missing at a question, or does not belong there."""
    for route in framework.routes.values():
        yield from in_route(route)


def in_route(route: Route) -> Iterator[Problem]:
    """Yield the problems of one route."""
    screen = 0
    counts = all(vraag.place("scherm") != NOWHERE for vraag in route.vragen)
    for index, vraag in enumerate(route.vragen):
        yield from _keys(route, index, vraag)
        yield from _options(route, index, vraag)
        yield from _written(route, index, vraag)
        if counts and vraag.scherm not in (screen, screen + 1):
            first = f"«{screen}» of «{screen + 1}»" if screen else "«1»"
            message = f"scherm {vraag.scherm} past hier niet; schermen lopen op zonder gat: kies {first}"
            yield Problem(route.place("vragen", index, "scherm"), message, ID)
        screen = vraag.scherm


def _keys(route: Route, index: int, vraag: Vraag) -> Iterator[Problem]:
    needed = _NEEDED.get(vraag.soort)
    if needed and not getattr(vraag, needed):
        message = f"bij soort «{vraag.soort}» hoort «{needed}»; zet er een regel «{needed}: …» bij"
        yield Problem(route.place("vragen", index, "soort"), message, ID)
    for key, kinds in _FITTING.items():
        if getattr(vraag, key) and vraag.soort not in kinds:
            message = f"«{key}» hoort niet bij soort «{vraag.soort}», wel bij {_or(kinds)}; haal de regel weg"
            yield Problem(vraag.place_of_key(key), message, ID)
    if vraag.soort == "tekst" and bool(vraag.toont) != bool(vraag.zonder_principes):
        has, lacks = ("toont", "zonder_principes") if vraag.toont else ("zonder_principes", "toont")
        message = f"bij «{has}» hoort ook «{lacks}»; zet er een regel «{lacks}: …» bij"
        yield Problem(vraag.place_of_key(has), message, ID)


def _options(route: Route, index: int, vraag: Vraag) -> Iterator[Problem]:
    if len(vraag.opties) == 1:
        message = "één optie is geen keuze; zet er nog een bij"
        yield Problem(route.place("vragen", index, "opties", 0, "id"), message, ID)
    for number, optie in enumerate(vraag.opties):
        if optie.id == WEET_NIET:
            message = f"«{WEET_NIET}» staat vanzelf bij elke vraag; haal deze optie weg"
            yield Problem(route.place("vragen", index, "opties", number, "id"), message, ID)


def _written(route: Route, index: int, vraag: Vraag) -> Iterator[Problem]:
    keuze = vraag.tekstveld.keuze if vraag.tekstveld else None
    ids = [optie.id for optie in vraag.opties]
    if keuze and (vraag.soort != "keuze" or keuze not in ids):
        message = f"«{keuze}» is geen optie van deze keuze; kies uit: {', '.join(ids) or 'geen'}"
        yield Problem(route.place("vragen", index, "tekstveld", "keuze"), message, ID)


def _or(words: tuple[str, ...]) -> str:
    return " of ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
