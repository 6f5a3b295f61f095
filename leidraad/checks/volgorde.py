"""kern.yaml names every step, route, starting point and factor, once."""

from collections.abc import Iterator, Mapping

from leidraad.model.kinds import KINDS
from leidraad.model.types.igm import Kop
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import NOWHERE, Place, Problem, nearest

ID = "volgorde"
UITLEG = (
    "In kern.yaml staat elke stap, elke route, elk startpunt en elke factor precies één keer, op volgorde. "
    "Wat er niet in staat, zou op geen enkele pagina te vinden zijn."
)
FOUT = "factoren: [durven]"
GOED = "factoren: [weten]"

Places = list[tuple[str, Place]]


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for what is named twice, and for what is named nowhere."""
    kern = framework.kern
    if not kern.stappen:
        return  # kern.yaml could not be read; that was reported
    for kind in KINDS:
        if kind.order:
            yield from _of_kind(kind.name, kern.listed(kind.order), framework.of(kind.name))


def _of_kind(kind: str, listed: Places, items: Mapping[str, Kop]) -> Iterator[Problem]:
    yield from _twice(kind, listed)
    for id_, place in _forgotten(listed, items).items():
        yield Problem(place, f"{kind} «{id_}» staat niet in kern.yaml; zet die daar op zijn plaats in de volgorde", ID)


def _forgotten(listed: Places, items: Mapping[str, Kop]) -> dict[str, Place]:
    """Return the items that kern.yaml does not name, without those that it names with a mistake in the id."""
    places = dict(listed)
    if NOWHERE in places.values():
        return {}  # an id that could not be read may be any of them
    forgotten = {id_: item.place("id") for id_, item in items.items() if id_ not in places and item.id == id_}
    for mistaken in places.keys() - items.keys():
        forgotten.pop(nearest(mistaken, forgotten) or "", None)
    return forgotten


def _twice(kind: str, listed: Places) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for id_, place in listed:
        if id_ in first:
            where = f"op regel {first[id_].line}" if first[id_].line != place.line else "eerder op deze regel"
            yield Problem(place, f"{kind} «{id_}» staat er al {where}; verwijder er één", ID)
        first.setdefault(id_, place)
