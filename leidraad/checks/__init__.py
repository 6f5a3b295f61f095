"""Framework → problems: one rule a file; this module only runs them."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from leidraad.checks import (
    aantal_principes,
    adres_en_contact,
    afkorting,
    deelsite,
    dubbel_begrip,
    dubbele_id,
    herziening,
    id_uit_de_kern,
    invulwoord,
    kleurcontrast,
    kring,
    lege_uitkomst,
    logo,
    niet_samen,
    nog_een_vraag,
    nooit_in_uitkomst,
    onbekende_verwijzing,
    onbereikbare_vraag,
    ongebruikte_bron,
    oordeelwoord,
    opmaak,
    principe_met_inwoners,
    principe_onderbouwing,
    principe_spanning,
    principe_wel_en_niet,
    ronde,
    te_veel_combinaties,
    te_veel_schermen,
    tegenstrijdig,
    vervallen_id,
    volgorde,
    voorbeeldloop,
    voorwaarde,
    vraagsoort,
    vraagt_naar,
    zinslengte,
    zonder_herkomst,
)
from leidraad.model.reading.loader import load
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import NOWHERE, Problem


class Check(NamedTuple):
    """A rule: its id, its explanation for an author, and the generator that finds what breaks it."""

    id: str
    uitleg: str
    check: Callable[[Framework], Iterator[Problem]]


CHECKS = tuple(
    Check(module.ID, module.UITLEG, module.check)
    for module in (
        aantal_principes,
        adres_en_contact,
        afkorting,
        deelsite,
        dubbel_begrip,
        dubbele_id,
        herziening,
        id_uit_de_kern,
        invulwoord,
        kleurcontrast,
        kring,
        lege_uitkomst,
        logo,
        niet_samen,
        nooit_in_uitkomst,
        onbereikbare_vraag,
        nog_een_vraag,
        onbekende_verwijzing,
        ongebruikte_bron,
        oordeelwoord,
        opmaak,
        principe_met_inwoners,
        principe_onderbouwing,
        principe_spanning,
        principe_wel_en_niet,
        ronde,
        vervallen_id,
        te_veel_combinaties,
        te_veel_schermen,
        tegenstrijdig,
        volgorde,
        voorbeeldloop,
        voorwaarde,
        vraagsoort,
        vraagt_naar,
        zinslengte,
        zonder_herkomst,
    )
)

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
        found = {problem for check in CHECKS for problem in check.check(framework)}
    if problems:
        # A hint is about the whole, and a part of it could not be read.
        found = {problem for problem in found if problem.level == "fout"}
    return framework, sorted(problem for problem in found.union(problems) if problem.place != NOWHERE)
