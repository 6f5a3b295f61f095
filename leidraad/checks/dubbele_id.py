"""An id stands for one thing, and a list of ids names each once."""

from collections.abc import Iterator

from leidraad.model.base import Blok, walk
from leidraad.model.framework import Framework
from leidraad.model.problem import NOWHERE, Place, Problem

ID = "dubbele-id"
UITLEG = "Twee onderdelen hebben dezelfde id, of in één lijst staat een id twee keer."
_LISTS = ("bronnen", "factoren", "voor_factoren", "raakt_factoren", "stappen", "naar")


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every id that is used twice in one list (kern.yaml's order has a check of its own)."""
    for block in framework.core_blocks:
        if block is not framework.kern:
            yield from _in_block(block)
    yield from _twice([(g.id, framework.kern.place("groepen", i, "id")) for i, g in enumerate(framework.kern.groepen)])
    for lokaal in framework.gemeenten.values():
        for principe in lokaal.gedragsprincipes.values():
            yield from _in_block(principe)


def _in_block(block: Blok) -> Iterator[Problem]:
    for _, path, key, value in walk(block):
        if not isinstance(value, tuple) or len(value) < 2:
            continue
        if key in _LISTS:
            yield from _twice([(id_, block.place(*path, key, index)) for index, id_ in enumerate(value)])
        elif isinstance(value[0], Blok) and "id" in type(value[0]).model_fields:
            yield from _twice([(item.id, block.place(*path, key, index, "id")) for index, item in enumerate(value)])


def _twice(ids: list[tuple[str, Place]]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for id_, place in ids:
        if id_ in first:
            where = f"op regel {first[id_].line}" if first[id_].line != place.line else "eerder op deze regel"
            yield Problem(place, f"«{id_}» staat er al {where}; kies een andere of verwijder er één", ID)
        elif place != NOWHERE:
            first[id_] = place
