"""kern.yaml names every step, starting point and factor, once."""

from collections.abc import Iterator

from leidraad.model.framework import Framework
from leidraad.model.problem import Place, Problem

ID = "volgorde"
UITLEG = (
    "In kern.yaml staat elke stap, elk startpunt en elke factor precies één keer, op volgorde. "
    "Wat er niet in staat, zou op geen enkele pagina te vinden zijn."
)


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for what is named twice, and for what is named nowhere."""
    kern = framework.kern
    if not kern.stappen:
        return  # kern.yaml could not be read; that was reported
    listed = [
        ("stap", [(id_, kern.place("stappen", i)) for i, id_ in enumerate(kern.stappen)], framework.stappen),
        ("startpunt", [(id_, kern.place("startpunten", i)) for i, id_ in enumerate(kern.startpunten)],
         framework.startpunten),
        ("factor", [(id_, kern.place("groepen", g, "factoren", i)) for g, groep in enumerate(kern.groepen)
                    for i, id_ in enumerate(groep.factoren)], framework.factoren),
    ]  # fmt: skip
    for kind, places, items in listed:
        yield from _twice(kind, places)
        for id_, item in items.items():
            if id_ not in dict(places):
                message = f"{kind} «{id_}» staat niet in kern.yaml; zet hem daar in de volgorde"
                yield Problem(item.place("id"), message, ID)


def _twice(kind: str, places: list[tuple[str, Place]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for id_, place in places:
        if id_ in seen:
            yield Problem(place, f"{kind} «{id_}» staat er al; verwijder er één", ID)
        seen.add(id_)
