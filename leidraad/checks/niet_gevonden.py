"""Only what was searched for was not found."""

import re
from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.types.base import Blok
from leidraad.model.types.begrippen import Begrip
from leidraad.model.types.onderzoeken import Bewijspunt, WatWetenWe
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "niet-gevonden"
UITLEG = (
    "«Niet gevonden» mag er alleen staan als er gezocht is: vul dan bij de bewering `gezocht` in, met de id uit "
    "zoekverantwoording.yaml. Is er niet gezocht, schrijf dan «zochten wij niet». «Niet onderzocht» zegt u nergens "
    "anders: dat weet alleen wie alles las. In de map van een gemeente is dat een hint."
)
FOUT = "    tekst: Hierover vonden wij niets."
GOED = "    tekst: Hiernaar zochten wij niet."
_SAYS_SO = re.compile(
    r"\bv(?:onden|inden) wij\b[^.;]*\b(?:niet|niets|geen|nergens)\b"
    r"|\b(?:niet|nergens) (?:apart )?onderzocht\b|\bgeen onderzoek (?:naar|over)\b|\bkonden wij niet vinden\b",
    re.IGNORECASE,
)
_NOBODY_DID = re.compile(r"\b(?:niet|nergens) (?:\w+ )?onderzocht\b", re.IGNORECASE)


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every claim or summary that says so without a search, and for what says nobody ever did."""
    for value in through(framework).values:
        block = value.value
        if isinstance(block, WatWetenWe) and not any(punt.gezocht for punt in block.punten):
            yield from _said(block.samenvatting, "tekst")
        if value.key == "bewering" and isinstance(value.owner, Bewijspunt) and not value.owner.gezocht:
            yield from _said(value.owner, "bewering")
    for text in through(framework).texts:
        found = _NOBODY_DID.search(text.text)
        if found and "wat_weten_we" not in text.path and not isinstance(text.item, Begrip):
            message = f"«{found[0]}»: dat weten wij niet; schrijf dat er niet naar gezocht is"
            yield Problem(text.place(found.start()), message, ID, "let-op" if text.lokaal else "fout")


def _said(block: Blok, key: str) -> Iterator[Problem]:
    found = _SAYS_SO.search(" ".join(getattr(block, key).split()))
    if found:
        message = f"«{found[0]}»: vul bij de bewering «gezocht» in, of schrijf dat hier niet naar gezocht is"
        yield Problem(block.place(key), message, ID)
