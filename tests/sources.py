"""The sources → a copy to change, and the pages that the engine made of them as they are, lent to it.

A stencil serves every copy whose pages, theme and machine are the same, so the engine runs once for all of them.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

from filelock import FileLock

from leidraad.editions.engine.stencil import stencil
from tests.probe import ROOT

SOURCES = ("docs", "framework", "thema", "leidraad", "macros.py", "mkdocs.yml")
SHELF = Path(".cache") / "bouw"
LOCK = ROOT / ".cache" / "proef.slot"  # held while the engine makes what all tests of a run share


def copy_sources(folder: Path, names: Sequence[str] = SOURCES) -> Path:
    """Copy the sources into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def lend_stencil(project: Path, shelf: Path | None = None, lock: Path = LOCK) -> Path:
    """Put the stencil of a project's pages on its shelf; there it is used as long as they stay the same."""
    (ROOT / SHELF).mkdir(parents=True, exist_ok=True)
    with FileLock(lock):
        made = stencil(project, "mkdocs", ROOT / SHELF, lambda _: None)
        shutil.copytree(made, (shelf or project / SHELF) / made.name)
    return project
