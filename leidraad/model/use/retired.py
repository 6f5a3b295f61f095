"""A municipality's folder, written against an older core → the same with the successors of retired ids.

The core may retire an id; a folder that names it keeps working, and `leidraad check` says what to change.
"""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from leidraad.model.types.base import Blok
from leidraad.model.types.kern import Kern

B = TypeVar("B", bound=Blok)
Successors = Mapping[str, str]

# key → the kinds of thing of the core that its ids name
KINDS: Mapping[str, tuple[str, ...]] = {
    "bronnen": ("bron",),
    "factoren": ("factor", "startpunt"),
    "voor_factoren": ("factor", "startpunt"),
    "raakt_factoren": ("factor", "startpunt"),
    "stappen": ("stap",),
    "vragen": ("vraag",),
    "routes": ("route",),
    "activiteiten": ("activiteit",),
    "hoort_bij": ("activiteit",),
}
WHOLE = ("bij", "vindt")  # keys that hold whole references, such as factor:kennis
_LINK = re.compile(r"\]\(([a-z]+:[a-z0-9-]+)\)")


def successors(kern: Kern) -> dict[str, str]:
    """Return every retired reference (factor:oud) with the reference that stands in its place now."""
    direct = {item.oud: item.nieuw for item in kern.vervallen}

    def last(reference: str) -> str:
        seen = set()
        while reference in direct and reference not in seen:
            seen.add(reference)
            reference = direct[reference]
        return reference

    return {old: last(old) for old in direct}


def successor_of(key: str, id_: str, retired: Successors) -> tuple[str, str] | None:
    """Return (old, new) reference when an id under a key is retired; those of WHOLE hold whole references."""
    if key in WHOLE:
        return (id_, retired[id_]) if id_ in retired else None
    references = (f"{kind}:{id_}" for kind in KINDS.get(key, ()))
    return next(((reference, retired[reference]) for reference in references if reference in retired), None)


def fits(key: str, reference: str) -> bool:
    """True when the kind of a reference may stand under a key."""
    return key in WHOLE or reference.partition(":")[0] in KINDS[key]


def retired_links(text: str, retired: Successors) -> list[tuple[str, str]]:
    """Return (old, new) for every link in a text to a retired item."""
    return [(old, retired[old]) for old in _LINK.findall(text) if old in retired]


def follow_text(text: str, retired: Successors) -> str:
    """Return a text whose links to retired items lead to their successors."""
    return _LINK.sub(lambda match: f"]({retired.get(match[1], match[1])})", text)


def follow(block: B, retired: Successors) -> B:
    """Return a block in which every retired id is its successor; one that may not stand there is left out."""
    changed = {key: _value(key, getattr(block, key), retired) for key in type(block).model_fields}
    return block.model_copy(update=changed)


def _value(key: str, value: Any, retired: Successors) -> Any:
    if isinstance(value, Blok):
        return follow(value, retired)
    if isinstance(value, tuple):
        items = [_value(key, item, retired) for item in value]
        return tuple(dict.fromkeys(item for item in items if item is not None)) if key in KINDS else tuple(items)
    if not isinstance(value, str):
        return value
    if key in KINDS or key in WHOLE:
        found = successor_of(key, value, retired)
        if not found:
            return value
        if not fits(key, found[1]):
            return None
        return found[1] if key in WHOLE else found[1].partition(":")[2]
    return follow_text(value, retired)
