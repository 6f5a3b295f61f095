"""The edition that the pages are made for: GEMEENTE in the environment, read again when a file changed."""

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

from leidraad.checks import check_framework, check_some
from leidraad.editions.engine import gaps
from leidraad.editions.engine.wrong_files import is_looked_at, wrong_files
from leidraad.editions.here import framework_folder, reading_memory, wanted_slug
from leidraad.editions.mistakes import as_far_as_it_goes
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.yaml.problem import Place, Problem
from leidraad.render.registry import refused

Loaded = tuple[Edition | None, list[Problem]]
_held: tuple[object, Loaded] | None = None
_given: Edition | None = None
_began = False  # whether there was a municipality to show since this process began


def use(edition: Edition | None) -> None:
    """Make the pages for this edition from now on, or with None for the one of GEMEENTE again."""
    global _given  # the engines offer no way to hand a value to macros.py
    _given = edition


def load_current() -> Loaded:
    """Return the current edition (None when it cannot be made) and the problems of the framework."""
    if _given is not None:
        return _given, []
    return _held[1] if _held else refresh()


def refresh() -> Loaded:
    """Read the framework again if a file changed; the engines ask for this once per build or page."""
    global _held  # a page has some fifteen calls: reading once per change is what keeps them fast
    folder = framework_folder()
    slug = wanted_slug()
    beside = folder.parent
    around = [path for name in ("docs", "thema") for path in (beside / name).rglob("*.*") if _is_read(path, beside)]
    files = [*folder.rglob("*.*"), *around, *beside.glob("mkdocs.yml")]
    state = (slug, folder, tuple(sorted((str(path), path.stat().st_mtime_ns) for path in files)))
    if _held is None or _held[0] != state:
        _held = (state, _load(folder, slug))
    return _held[1]


def _is_read(path: Path, beside: Path) -> bool:
    return path.suffix == ".md" or is_looked_at(path.relative_to(beside).as_posix())


def _load(folder: Path, slug: str) -> Loaded:
    memory = reading_memory(folder)
    framework, problems = check_framework(folder) if serving() else check_some(folder, (), memory)
    looks = wrong_files(folder.parent, memory)
    errors = [*mistakes_of(problems), *without_folder(framework, folder, slug), *looks]
    return (Edition(framework, framework.gemeenten[slug]) if slug in framework.gemeenten else None), errors


def mistakes_of(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that are more than a hint."""
    return [problem for problem in problems if problem.level == "fout"]


def without_folder(framework: Framework, folder: Path, slug: str) -> Iterator[Problem]:
    """Yield what to say of a municipality that has no folder."""
    if slug not in framework.gemeenten and not (folder / "gemeenten" / slug).is_dir():
        names = ", ".join(sorted(framework.gemeenten))
        message = f"gemeente «{slug}» (uit GEMEENTE) heeft hier geen map; kies uit: {names}"
        yield Problem(Place(f"{folder.name}/gemeenten"), message, "bestand")


def serving() -> bool:
    """True under `mkdocs serve`, where a mistake is shown as a page and the preview goes on."""
    return "serve" in sys.argv


def require_sound() -> None:
    """Print every problem, and end the run with exit code 1 unless it is a preview, which shows them on its pages.

    A preview of a municipality without a folder does not begin; one that was begun waits until the folder is back.
    """
    global _began
    edition, problems = (_given, []) if _given else refresh()
    for problem in problems:
        print(problem, file=sys.stderr, flush=True)  # the engine's log would cut the lines
    if problems and not serving():
        print(f"{len(problems)} fout(en). Er is niets gebouwd en niets overschreven.", file=sys.stderr)
        raise SystemExit(1)
    _began = _began or edition is not None or (framework_folder() / "gemeenten" / wanted_slug()).is_dir()
    if not _began:
        raise SystemExit(1)


def for_pages(function: Callable[..., str]) -> Callable[..., str]:
    """Return the function as a page calls it: without the edition, which is looked up at each call."""

    @wraps(function)
    def call(*args: Any, **values: Any) -> str:
        if reason := refused(function.__name__, args, values):
            raise KeyError(reason)
        if gaps.wanted():
            return gaps.gap(function.__name__, args, values)
        edition, problems = load_current()
        if edition is None or problems:
            return as_far_as_it_goes(function, edition, *args, **values)
        return function(edition, *args, **values)

    return call
