"""An id stands for one thing, and a list of ids names each once."""

from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.types.base import Blok
from leidraad.model.types.igm import OpenVraag
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import NOWHERE, Place, Problem

ID = "dubbele-id"
UITLEG = "Twee onderdelen hebben dezelfde id, of in één lijst staat een id twee keer."


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every id that is used twice in one list (kern.yaml's order has a check of its own)."""
    for value in through(framework).values:
        items = value.value
        if not isinstance(items, tuple) or len(items) < 2:
            continue
        if value.naar and value.item is not framework.kern:
            yield from _twice([(id_, value.place(index)) for index, id_ in enumerate(items)])
        elif isinstance(items[0], Blok) and "id" in type(items[0]).model_fields and not isinstance(items[0], OpenVraag):
            yield from _twice([(item.id, value.place(index, "id")) for index, item in enumerate(items)])
    igm = [*framework.startpunten.values(), *framework.factoren.values()]
    yield from _twice(
        [
            (vraag.id, item.place("open_vragen", "punten", index, "id"))
            for item in igm
            for index, vraag in enumerate(item.open_vragen.punten)
            if vraag.id
        ]
    )


def _twice(ids: list[tuple[str, Place]]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for id_, place in ids:
        if id_ in first:
            other_file = first[id_].file if first[id_].file != place.file else ""
            where = f"op regel {first[id_].line}" if first[id_].line != place.line else "eerder op deze regel"
            where = f"in {other_file}" if other_file else where
            yield Problem(place, f"«{id_}» staat er al {where}; kies een andere of verwijder er één", ID)
        elif place != NOWHERE:
            first[id_] = place


FOUT = """\
  - id: willen
  - id: willen
"""
GOED = """\
  - id: willen
  - id: kunnen
"""
