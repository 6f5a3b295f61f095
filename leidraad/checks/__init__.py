"""Framework → problems: one rule a file; this module only runs them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NamedTuple

from leidraad.checks._manual import BIJ_DE_PAGINAS, BIJ_HET_LEZEN, BIJ_HET_ZOEKEN, Uitleg
from leidraad.checks._remembered import Held, digest, keep, recalled
from leidraad.checks._through import CoreSeen
from leidraad.model.reading.files import Earlier
from leidraad.model.reading.loader import Core, load
from leidraad.model.use.collector import nothing_to_collect
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import NOWHERE, Problem, is_core


class Check(NamedTuple):
    """A rule: its id, its explanation for an author, and the generator that finds what breaks it.

    With `alleen_kern` it looks at no municipality. With `tot_gebruikt` what it finds in the core is taken back when a
    municipality uses it.
    """

    id: str
    uitleg: Uitleg
    check: Callable[[Framework], Iterator[Problem]]
    ook_bij_fouten: bool
    alleen_kern: bool
    tot_gebruikt: bool


_PARTS = {
    "ID": "de naam van de melding, zoals «zinslengte»",
    "UITLEG": "wat de melding betekent, voor wie schrijft",
    "FOUT": "een voorbeeld dat de melding geeft",
    "GOED": "datzelfde voorbeeld, verbeterd",
    "check": "een functie die elke fout met yield geeft, als Problem",
}


def rules() -> Iterator[Check]:
    """Yield the check in each module of this package; one that begins with an underscore is no check.

    Where parts are missing all are said, and nothing goes on: neither the command nor a test.
    """
    modules = {
        one.name: import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__) if one.name[0] != "_"
    }
    missing = [
        f"leidraad/checks/{name}.py: «{part}» ontbreekt; zet erbij: {told}"
        for name, rule in modules.items()
        for part, told in _PARTS.items()
        if not hasattr(rule, part)
    ]
    named = [
        f"leidraad/checks/{name}.py: «ID» is {rule.ID}; een melding heet naar haar bestand: {name.replace('_', '-')}"
        for name, rule in modules.items()
        if getattr(rule, "ID", name).replace("-", "_") != name
    ]
    if missing or named:
        raise SystemExit("\n".join([*missing, *named]))
    for rule in modules.values():
        uitleg = Uitleg(rule.UITLEG, rule.FOUT, rule.GOED)
        marks = (getattr(rule, mark, False) for mark in ("OOK_BIJ_FOUTEN", "ALLEEN_KERN", "TOT_GEBRUIKT"))
        yield Check(rule.ID, uitleg, rule.check, *marks)


CHECKS = tuple(rules())
_ALWAYS = frozenset(check.id for check in CHECKS if check.ook_bij_fouten)
_UNTIL_USED = frozenset(check.id for check in CHECKS if check.tot_gebruikt)

# Every message by its id: what it means, an example that gives it, and its repair.
HANDLEIDING: Mapping[str, Uitleg] = dict(
    sorted(
        {**{check.id: check.uitleg for check in CHECKS}, **BIJ_HET_LEZEN, **BIJ_DE_PAGINAS, **BIJ_HET_ZOEKEN}.items()
    )
)


Found = Mapping[Problem, str]  # what was found → the id of the check that found it


def check_framework(root: Path, only: Collection[str] = ()) -> tuple[Framework, list[Problem]]:
    """Read the framework folder and run every check; problems come sorted by place, each once.

    With `only`, other municipalities are neither read nor checked.
    """
    framework, problems = read_framework(root, only)
    return framework, checked(framework, problems)


def check_some(root: Path, only: Collection[str], memory: Path) -> tuple[Framework, list[Problem]]:
    """Do the same, and take the core from a folder of `memory` while nothing in it changed; keep it there."""
    with nothing_to_collect():
        before = digest(root)
        held = recalled(memory, before)
        framework, problems = load(root, only, held and held.core)
        if held is None:
            if not before or any(map(is_core, problems)):
                return framework, checked(framework, problems)
            core = Core(framework.kern, framework.items, framework.known, framework.pages)
            held = Held(core, _found(replace(framework, gemeenten={}), CHECKS))
            if digest(root) == before:  # nobody saved a file while it was read
                keep(memory, before, held)
        there = CoreSeen(framework.kern, framework.items, framework.gemeenten, framework.known, framework.pages)
        found = _found(there, [check for check in CHECKS if not check.alleen_kern])
        core_found = {problem: id_ for problem, id_ in held.found.items() if id_ not in _UNTIL_USED or problem in found}
        own = {problem: id_ for problem, id_ in found.items() if id_ not in _UNTIL_USED}
        return framework, _told({**core_found, **own}, problems)


def read_framework(
    root: Path, only: Collection[str] = (), earlier: Earlier | None = None
) -> tuple[Framework, list[Problem]]:
    """Read the framework folder, and run no check; what stands in `earlier` as it is, is not read again."""
    with nothing_to_collect():
        return load(root, only, earlier=earlier)


def checked(framework: Framework, problems: list[Problem], checks: Iterable[Check] | None = None) -> list[Problem]:
    """Run every check on what was read with these problems; return all problems, sorted by place, each once.

    `checks` are they, from whoever may want to stop between two.
    """
    with nothing_to_collect():
        return _told(_found(framework, CHECKS if checks is None else checks), problems)


def _found(framework: Framework, checks: Iterable[Check]) -> Found:
    return {problem: check.id for check in checks for problem in check.check(framework)}


def _told(found: Found, problems: list[Problem]) -> list[Problem]:
    """Return what is told of what was found, and of what was wrong in the files."""
    if any(problem.level == "fout" for problem in problems):
        # A hint is mostly about the whole, and a part of it could not be read.
        found = {problem: id_ for problem, id_ in found.items() if problem.level == "fout" or id_ in _ALWAYS}
    return sorted(problem for problem in {*found, *problems} if problem.place != NOWHERE)
