"""Framework → problems: one rule a file; this module only runs them."""

import gc
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NamedTuple

from leidraad.checks._manual import BIJ_HET_LEZEN, BIJ_HET_ZOEKEN, Uitleg
from leidraad.model.reading.loader import load
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import NOWHERE, Problem


class Check(NamedTuple):
    """A rule: its id, its explanation for an author, and the generator that finds what breaks it."""

    id: str
    uitleg: Uitleg
    check: Callable[[Framework], Iterator[Problem]]
    ook_bij_fouten: bool


def _found() -> Iterator[Check]:
    """Yield the check in each module of this package; one that begins with an underscore is no check."""
    for found in iter_modules(__path__):
        if not found.name.startswith("_"):
            rule = import_module(f"{__name__}.{found.name}")
            uitleg = Uitleg(rule.UITLEG, rule.FOUT, rule.GOED)
            yield Check(rule.ID, uitleg, rule.check, getattr(rule, "OOK_BIJ_FOUTEN", False))


CHECKS = tuple(_found())

# Every message by its id: what it means, an example that gives it, and its repair.
HANDLEIDING: Mapping[str, Uitleg] = dict(
    sorted({**{check.id: check.uitleg for check in CHECKS}, **BIJ_HET_LEZEN, **BIJ_HET_ZOEKEN}.items())
)


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """Keep the collector from going through what is read again and again: a quarter of the time; all of it stays."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def check_framework(root: Path, only: Collection[str] = ()) -> tuple[Framework, list[Problem]]:
    """Read the framework folder and run every check; problems come sorted by place, each once.

    With `only`, other municipalities are neither read nor checked.
    """
    framework, problems = read_framework(root, only)
    return framework, checked(framework, problems)


def read_framework(root: Path, only: Collection[str] = ()) -> tuple[Framework, list[Problem]]:
    """Read the framework folder, and run no check."""
    with _nothing_to_collect():
        return load(root, only)


def checked(framework: Framework, problems: list[Problem]) -> list[Problem]:
    """Run every check on what was read with these problems; return all problems, sorted by place, each once."""
    with _nothing_to_collect():
        found = {problem: check for check in CHECKS for problem in check.check(framework)}
    if problems:
        # A hint is mostly about the whole, and a part of it could not be read.
        found = {problem: check for problem, check in found.items() if problem.level == "fout" or check.ook_bij_fouten}
    return sorted(problem for problem in {*found, *problems} if problem.place != NOWHERE)
