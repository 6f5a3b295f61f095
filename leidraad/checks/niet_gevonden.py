"""Only what was searched for was not found."""

import re
from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.types.base import Blok
from leidraad.model.types.onderzoeken import Bewijspunt, WatWetenWe
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "niet-gevonden"
UITLEG = (
    "«Niet gevonden» mag er alleen staan als er gezocht is: vul dan bij de bewering `gezocht` in, met de id uit "
    "zoekverantwoording.yaml. Is er niet gezocht, schrijf dan «zochten wij niet»."
)
FOUT = "    tekst: Hierover vonden wij niets."
GOED = "    tekst: Hiernaar zochten wij niet."
_SAYS_SO = re.compile(
    r"\bv(?:onden|inden) wij\b[^.;]*\b(?:niet|niets|geen|nergens)\b"
    r"|\b(?:niet|nergens) (?:apart )?onderzocht\b|\bgeen onderzoek (?:naar|over)\b|\bkonden wij niet vinden\b",
    re.IGNORECASE,
)


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every claim or summary that says so without a search."""
    for value in through(framework).values:
        block = value.value
        if isinstance(block, WatWetenWe) and not any(punt.gezocht for punt in block.punten):
            yield from _said(block.samenvatting, "tekst")
        if value.key == "bewering" and isinstance(value.owner, Bewijspunt) and not value.owner.gezocht:
            yield from _said(value.owner, "bewering")


def _said(block: Blok, key: str) -> Iterator[Problem]:
    found = _SAYS_SO.search(" ".join(getattr(block, key).split()))
    if found:
        message = f"«{found[0]}»: vul bij de bewering «gezocht» in, of schrijf dat hier niet naar gezocht is"
        yield Problem(block.place(key), message, ID)
