"""The core as it was read, and what the checks found in it → a file of its own, for exactly the bytes it was made of.

Those are all of the core, the pages and the machine, on one day. Of what a file holds nothing is made but the types of
the model, whoever wrote it.
"""

import io
import pickle
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import markdown_it
import pydantic
import yaml

from leidraad.model.reading import memory
from leidraad.model.reading.loader import Core
from leidraad.model.use.day import build_day
from leidraad.model.yaml.problem import Problem

_NAME = "kern"
_MACHINE = Path(__file__).parents[1]
_MADE = frozenset({("pathlib", "PosixPath"), ("pathlib", "WindowsPath"), ("datetime", "date")})


class Held(NamedTuple):
    """The core, and what the checks found in it alone: each problem with the id of its check."""

    core: Core
    found: Mapping[Problem, str]


class _Model(pickle.Unpickler):
    """Makes the types of the model, and nothing else: no file can have anything done."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a type of the model, or one of the few plain ones in it."""
        ours = module.startswith("leidraad.model.") and "." not in name
        found = super().find_class(module, name) if ours or (module, name) in _MADE else None
        if isinstance(found, type):
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def digest(root: Path) -> bytes:
    """Return what stands for all that reading and checking the core depends on; nothing when that cannot be read."""
    versions = (sys.version, pydantic.VERSION, yaml.__version__, markdown_it.__version__)
    try:
        return memory.digest([*_depends_on(root)], root.name, build_day(), versions)
    except OSError:
        return b""


def _depends_on(root: Path) -> Iterator[Path]:
    """Yield the files and folders of the core, the pages that say what they show, and the machine that reads them."""
    for part in sorted(root.iterdir()):
        if part.name != "gemeenten":
            yield from (part, *sorted(part.rglob("*")))
    yield from (path for path in [root.parent / "mkdocs.yml"] if path.exists())
    yield from sorted((root.parent / "docs").rglob("*.md"))
    for stage in ("model", "checks"):
        yield from sorted((_MACHINE / stage).rglob("*.py"))


def recalled(folder: Path, key: bytes) -> Held | None:
    """Return what was kept for this digest, or None."""
    content = memory.kept(folder / _NAME, key)
    if content is None:
        return None
    try:
        core, found = _Model(io.BytesIO(content)).load()
        return Held(Core(*core), found)
    except Exception:  # whatever a file of somebody else holds, the core is read instead
        return None


def keep(folder: Path, key: bytes, held: Held) -> None:
    """Keep it in place of what was kept."""
    memory.keep(folder / _NAME, key, pickle.dumps((tuple(held.core), dict(held.found)), pickle.HIGHEST_PROTOCOL))
