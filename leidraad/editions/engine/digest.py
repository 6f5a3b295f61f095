"""What a build reads, or made → a digest: equal digests, equal folders, so what did not change is not built again."""

import hashlib
import os
import sys
from array import array
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from operator import attrgetter
from pathlib import Path

_SOURCES = ("docs", "thema", "macros.py", "mkdocs.yml")
_PACKAGES = (
    *("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "markdown", "markdown-it-py", "jinja2", "zensical"),
    *("pydantic", "pyyaml", "segno", "snowballstemmer", "pystemmer"),
)
_VARIABLES = ("SITE_URL", "SOURCE_DATE_EPOCH")
_PACKAGE = Path(__file__).parents[2]
_COMPILED = "__pycache__"  # in which others may write
_STATE = attrgetter("st_size", "st_mtime_ns")
_NEXT = "\0"  # between names: no name holds it


def inputs(project: Path, framework: Path, slug: str, *more: str) -> str:
    """Return the digest of everything that the edition of `slug` is made of, and of `more`."""
    own = _files(framework / "gemeenten" / slug)
    return _digest([_shared(project, framework), _contents(framework, own), *more])


def shared(project: Path, framework: Path, engine: str) -> bytes:
    """Return the digest of everything but what a municipality wrote itself."""
    return bytes.fromhex(_digest([_shared(project, framework), engine, sys.version]))


def sources(project: Path, engine: str) -> str:
    """Return the digest of what every edition's pages are made with: no word of the framework is in it."""
    return _digest([_machine(project), engine])


def outputs(folder: Path) -> str:
    """Return what `stands` looks for in a built folder: the state of all, and the name of each folder and file.

    A file that stands in both copies is named once.
    """
    names, known, folders = [""], set[int](), [str(folder)]
    for inside in folders:
        with os.scandir(inside) as found:
            for entry in found:
                if entry.is_dir():
                    folders.append(entry.path)
                elif entry.inode() in known:
                    continue
                known.add(entry.inode())
                names.append(entry.path[len(str(folder)) + 1 :])
    return _NEXT.join([_states(folder, names), *names])


def stands(folder: Path, held: str) -> bool:
    """Return whether a built folder holds what `outputs` found there: nothing changed in place, came or went.

    A folder tells by its own moment that a name in it came, went or was given to something else, so that no folder
    needs to be read: there are tens of thousands of files when there are many editions.
    """
    state, *names = held.split(_NEXT)
    try:
        return state == _states(folder, names)
    except (OSError, ValueError):  # it is gone, or what is held is no list of names
        return False


def _states(folder: Path, names: Iterable[str]) -> str:
    found = map(os.stat, map(f"{folder}/".__add__, names))  # a Path for each takes most of the time
    return hashlib.sha256(array("q", chain.from_iterable(map(_STATE, found)))).hexdigest()


@cache
def _shared(project: Path, framework: Path) -> str:
    local = framework / "gemeenten"
    core = [path for path in _files(framework) if not path.startswith(f"{local}{os.sep}")]
    variables = [f"{name}={os.environ.get(name, '')}" for name in _VARIABLES]
    return _digest([_contents(framework, core), _machine(project), *variables])


@cache
def _machine(project: Path) -> str:
    sources = [path for name in _SOURCES for path in _files(project / name)]
    machine = [path for path in _files(_PACKAGE) if _COMPILED not in path.removeprefix(str(_PACKAGE))]
    packages = [f"{name} {_installed(name)}" for name in _PACKAGES]
    return _digest([_contents(project, sources), _contents(_PACKAGE, machine), *packages])


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


def _files(path: Path) -> list[str]:
    """Return all that stands in a folder, also the folders: an empty one can be a mistake."""
    if not path.is_dir():
        return [str(path)]
    return sorted(os.path.join(folder, name) for folder, *names in os.walk(path) for name in chain(*names))  # noqa: PTH118  # a Path for each takes most of the time


def _contents(root: Path, files: Iterable[str]) -> str:
    return _digest(f"{path.removeprefix(str(root))} {_content(path)}" for path in files)


def _content(path: str) -> str:
    if not os.path.isfile(path):  # noqa: PTH113
        return "-"
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return hashlib.sha256(file.read()).hexdigest()


def _digest(rows: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()
