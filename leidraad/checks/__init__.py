"""Framework → problems: one rule a file; this module only runs them."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NamedTuple

from leidraad.model.reading.loader import load
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import NOWHERE, Problem


class Check(NamedTuple):
    """A rule: its id, its explanation for an author, and the generator that finds what breaks it."""

    id: str
    uitleg: str
    check: Callable[[Framework], Iterator[Problem]]
    ook_bij_fouten: bool


def _found() -> Iterator[Check]:
    """Yield the check in each module of this package; one that begins with an underscore is no check."""
    for found in iter_modules(__path__):
        if not found.name.startswith("_"):
            rule = import_module(f"{__name__}.{found.name}")
            yield Check(rule.ID, rule.UITLEG, rule.check, getattr(rule, "OOK_BIJ_FOUTEN", False))


CHECKS = tuple(_found())

# What the reader and the model refuse before any check runs.
UITLEG_BIJ_HET_LEZEN = {
    "bestand": "Een bestand ontbreekt, heeft een onbekende naam of staat in de verkeerde map.",
    "leeg-bestand": "In het bestand staat niets.",
    "niet-utf8": "Het bestand is niet als UTF-8 opgeslagen; letters met accenten gaan dan stuk.",
    "twee-versies": "In het bestand staan twee versies onder elkaar, die git niet zelf kon samenvoegen.",
    "onzichtbaar-teken": "Er staat een teken dat u niet ziet, of dat alleen in een ander programma een teken is.",
    "yaml-kapot": "De YAML is niet te lezen: inspringing, aanhalingstekens, dubbele punten of haken.",
    "yaml-anker": "Ankers (&) en verwijzingen (*) verbergen waar een tekst vandaan komt; schrijf de tekst uit.",
    "dubbele-sleutel": "Dezelfde sleutel staat twee keer; YAML zou de eerste stil weggooien.",
    "tekst-tussen-accolades": "Tussen { } breekt een komma een zin af, zonder foutmelding.",
    "onbekende-sleutel": "Deze sleutel bestaat niet; meestal een tikfout.",
    "ontbreekt": "Een verplichte sleutel ontbreekt.",
    "leeg": "Een verplichte sleutel is leeg.",
    "verkeerde-waarde": "De waarde past niet: een datum die niet bestaat, een woord dat niet in de lijst staat.",
    "id-is-bestandsnaam": "De id is gelijk aan de naam van het bestand of de map.",
}


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


def check_framework(root: Path) -> tuple[Framework, list[Problem]]:
    """Read the framework folder and run every check; problems come sorted by place, each once."""
    with _nothing_to_collect():
        framework, problems = load(root)
        found = {problem: check for check in CHECKS for problem in check.check(framework)}
    if problems:
        # A hint is mostly about the whole, and a part of it could not be read.
        found = {problem: check for problem, check in found.items() if problem.level == "fout" or check.ook_bij_fouten}
    return framework, sorted(problem for problem in {*found, *problems} if problem.place != NOWHERE)
