"""A municipality's folder, written against an older core → the same with the successors of retired ids.

The core may retire an id; a folder that names it keeps working, and `leidraad check` says what to change.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from leidraad.model.kinds import named_by
from leidraad.model.types.base import Blok, Naar, naar_of
from leidraad.model.types.kern import Kern, Vervallen

B = TypeVar("B", bound=Blok)
Successors = Mapping[str, str]

_LINK = re.compile(r"\]\(([a-z]+:[a-z0-9-]+)\)")


def successors(kern: Kern, own: Iterable[Vervallen] = ()) -> dict[str, str]:
    """Return every retired reference (factor:oud) with the reference that stands in its place now."""
    direct = {item.oud: item.nieuw for item in (*kern.vervallen, *own)}

    def last(reference: str) -> str:
        seen = set()
        while reference in direct and reference not in seen:
            seen.add(reference)
            reference = direct[reference]
        return reference

    return {old: last(old) for old in direct}


def successor_of(naar: Naar, id_: str, retired: Successors) -> tuple[str, str] | None:
    """Return (old, new) reference when an id that names such things is retired."""
    references = (id_,) if naar.heel else (f"{kind}:{id_}" for kind in named_by(naar))
    return next(((reference, retired[reference]) for reference in references if reference in retired), None)


def fits(naar: Naar, reference: str) -> bool:
    """True when the kind of a reference may stand where such things are named."""
    return naar.heel or reference.partition(":")[0] in named_by(naar)


def retired_links(text: str, retired: Successors) -> list[tuple[str, str]]:
    """Return (old, new) for every link in a text to a retired item."""
    return [(old, retired[old]) for old in _LINK.findall(text) if old in retired]


def follow_text(text: str, retired: Successors) -> str:
    """Return a text whose links to retired items lead to their successors."""
    return _LINK.sub(lambda match: f"]({retired.get(match[1], match[1])})", text)


def follow(block: B, retired: Successors) -> B:
    """Return a block in which every retired id is its successor; one that may not stand there is left out."""
    model = type(block)
    changed = {key: _value(naar_of(model, key), getattr(block, key), retired) for key in model.model_fields}
    return block.model_copy(update=changed)


def _value(naar: Naar | None, value: Any, retired: Successors) -> Any:
    if isinstance(value, Blok):
        return follow(value, retired)
    if isinstance(value, tuple):
        items = [_value(naar, item, retired) for item in value]
        return tuple(dict.fromkeys(item for item in items if item is not None)) if naar else tuple(items)
    if not isinstance(value, str):
        return value
    if naar is None:
        return follow_text(value, retired)
    found = successor_of(naar, value, retired)
    if not found:
        return value
    if not fits(naar, found[1]):
        return None
    return found[1] if naar.heel else found[1].partition(":")[2]
