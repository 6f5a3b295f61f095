"""An id stands for one thing, and a list of ids names each once."""

from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.base import Blok
from leidraad.model.framework import Framework
from leidraad.model.problem import NOWHERE, Place, Problem

ID = "dubbele-id"
UITLEG = "Twee onderdelen hebben dezelfde id, of in één lijst staat een id twee keer."
_LISTS = ("bronnen", "factoren", "voor_factoren", "raakt_factoren", "stappen", "naar")


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every id that is used twice in one list (kern.yaml's order has a check of its own)."""
    for value in through(framework).values:
        items = value.value
        if not isinstance(items, tuple) or len(items) < 2:
            continue
        if value.key in _LISTS and value.item is not framework.kern:
            yield from _twice([(id_, value.place(index)) for index, id_ in enumerate(items)])
        elif isinstance(items[0], Blok) and "id" in type(items[0]).model_fields:
            yield from _twice([(item.id, value.place(index, "id")) for index, item in enumerate(items)])


def _twice(ids: list[tuple[str, Place]]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for id_, place in ids:
        if id_ in first:
            where = f"op regel {first[id_].line}" if first[id_].line != place.line else "eerder op deze regel"
            yield Problem(place, f"«{id_}» staat er al {where}; kies een andere of verwijder er één", ID)
        elif place != NOWHERE:
            first[id_] = place
