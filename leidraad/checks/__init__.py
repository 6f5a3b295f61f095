"""Framework → problems: one rule a file; this module only runs them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from leidraad.checks import (
    adres_en_contact,
    deelsite,
    dubbel_begrip,
    invulwoord,
    kleurcontrast,
    kring,
    logo,
    onbekende_verwijzing,
    ongebruikte_bron,
    opmaak,
    volgorde,
    zonder_herkomst,
)
from leidraad.model.framework import Framework
from leidraad.model.loader import load
from leidraad.model.problem import Problem


class Check(NamedTuple):
    """A rule: its id, its explanation for an author, and the generator that finds what breaks it."""

    id: str
    uitleg: str
    check: Callable[[Framework], Iterator[Problem]]


CHECKS = tuple(
    Check(module.ID, module.UITLEG, module.check)
    for module in (
        adres_en_contact,
        deelsite,
        dubbel_begrip,
        invulwoord,
        kleurcontrast,
        kring,
        logo,
        onbekende_verwijzing,
        ongebruikte_bron,
        opmaak,
        volgorde,
        zonder_herkomst,
    )
)

# What the reader and the model refuse before any check runs.
UITLEG_BIJ_HET_LEZEN = {
    "bestand": "Een bestand ontbreekt, heeft een onbekende naam of staat in de verkeerde map.",
    "leeg-bestand": "In het bestand staat niets.",
    "niet-utf8": "Het bestand is niet als UTF-8 opgeslagen; letters met accenten gaan dan stuk.",
    "yaml-kapot": "De YAML is niet te lezen: inspringing, aanhalingstekens, dubbele punten of haken.",
    "yaml-anker": "Ankers (&) en verwijzingen (*) verbergen waar een tekst vandaan komt; schrijf de tekst uit.",
    "dubbele-sleutel": "Dezelfde sleutel staat twee keer; YAML zou de eerste stil weggooien.",
    "tekst-tussen-accolades": "Tussen { } breekt een komma een zin af, zonder foutmelding.",
    "onbekende-sleutel": "Deze sleutel bestaat niet; meestal een tikfout.",
    "ontbreekt": "Een verplichte sleutel ontbreekt.",
    "leeg": "Een verplichte sleutel is leeg.",
    "verkeerde-waarde": "De waarde past niet: een datum die niet bestaat, een woord dat niet in de lijst staat.",
    "id-is-bestandsnaam": "De id is gelijk aan de naam van het bestand of de map.",
    "dubbele-id": "Twee onderdelen hebben dezelfde id.",
}


def check_framework(root: Path) -> tuple[Framework, list[Problem]]:
    """Read the framework folder and run every check; problems come sorted by place, each once."""
    framework, problems = load(root)
    for check in CHECKS:
        problems += check.check(framework)
    return framework, sorted(set(problems))
