"""A value → what stands for it where values are compared."""

from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any, cast

from leidraad.model.types.base import Blok

_PRINT = "_fingerprint"  # where something that never changes holds its own
_digests: dict[int, tuple[Blok, bytes]] = {}  # each with its block, so that it is the only one with that number


def fingerprint(value: Any) -> Hashable:
    """Return what stands for a value: equal for values that are equal, from whatever municipality they come."""
    if isinstance(value, Blok):
        if id(value) not in _digests:
            _digests[id(value)] = value, sha256(repr(value).encode()).digest()
        return _digests[id(value)][1]
    if isinstance(value, tuple | list):
        return tuple(map(fingerprint, value))
    if isinstance(value, Mapping):
        return tuple((key, fingerprint(one)) for key, one in value.items())
    if is_dataclass(value):
        if (known := value.__dict__.get(_PRINT)) is None:
            known = tuple(fingerprint(getattr(value, one.name)) for one in fields(value) if one.name != "place")
            object.__setattr__(value, _PRINT, known)
        return cast("Hashable", known)
    return cast("Hashable", value)
