"""While pages are made: which keys of which types the machine reads, so that one that nobody reads is seen."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Literal, get_args, get_origin

import pytest

from leidraad.model.kinds import KINDS
from leidraad.model.types.base import Blok

Keys = set[tuple[type[Blok], str]]
# These stand between who reads and what is read: who asked them is who reads.
_BETWEEN = ("jinja2", "seen/views.py", "seen/reader.py", "seen/memory.py")
# These go through every key of a block, whatever it is, or look what is wrong: no reader sees anything by it.
_THROUGH = (
    "model/types/base.py",
    "model/use/markup.py",
    "model/use/retired.py",
    "model/use/seen/",
    "model/reading/",
    "model/compare/",
    "checks/",
)


@contextmanager
def reading(keys: Keys) -> Iterator[None]:
    """Note in `keys` what is read within the block, each under the type that defines it."""

    def read(block: Blok, key: str) -> Any:
        if key[0] != "_" and key in type(block).model_fields:
            noted = (defining(type(block), key), key)
            if noted not in keys and _is_for_readers(sys._getframe(1)):
                keys.add(noted)
        return object.__getattribute__(block, key)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Blok, "__getattribute__", read)
        yield


def defining(model: type[Blok], key: str) -> type[Blok]:
    """Return the type in which a key is written down."""
    return next(one for one in reversed(model.__mro__) if key in getattr(one, "model_fields", ()))


def all_keys() -> Keys:
    """Return every key of every kind, however deep; but for what only says of which kind something is."""
    found, types = Keys(), [kind.type for kind in KINDS]
    for model in types:
        for key, field in model.model_fields.items():
            found |= {(defining(model, key), key)} - ({(model, key)} if _is_one_word(field.annotation) else set())
            types += {*_blocks(field.annotation)} - {*types}
    return found


def _blocks(hint: object) -> Iterator[type[Blok]]:
    if isinstance(hint, type) and issubclass(hint, Blok):
        yield hint
    for part in get_args(hint):
        yield from _blocks(part)


def _is_one_word(hint: object) -> bool:
    return get_origin(hint) is Literal and len(get_args(hint)) == 1


def _is_for_readers(frame: FrameType | None) -> bool:
    while frame and any(name in frame.f_code.co_filename for name in _BETWEEN):
        frame = frame.f_back
    file = frame.f_code.co_filename.replace("\\", "/").rpartition("/leidraad/")[2] if frame else ""
    return bool(file) and not file.startswith(_THROUGH) and not file.endswith("leidraad_json.py")
