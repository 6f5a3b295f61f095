"""Only what was searched for was not found."""

import re
from collections.abc import Iterator
from typing import Any, Literal

from leidraad.checks._through import Text, through
from leidraad.model.types.begrippen import Begrip
from leidraad.model.types.onderzoeken import Bewijspunt, WatWetenWe
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Place, Problem, place_in

ID = "niet-gevonden"
UITLEG = (
    "«Niet gevonden» mag er alleen staan als er gezocht is: vul dan bij de bewering `gezocht` in, met de id uit "
    "zoekverantwoording.yaml. In een andere tekst linkt u in dezelfde alinea naar de zoekactie, zoals "
    "`[zochten wij](zoekactie:z6)`; op een pagina zoals naar elk onderdeel. Is er niet gezocht, schrijf dan "
    "«zochten wij niet» of «lazen wij niet». «Niet onderzocht» zegt u nergens anders: dat weet alleen wie alles las. "
    "In de map van een gemeente is dat een hint."
)
FOUT = "    tekst: Hierover vonden wij niets."
GOED = "    tekst: Hiernaar zochten wij niet."
# The form says these too, with the values in the places of {}.
WETEN_WIJ_NIET = "«{}»: dat weten wij niet; schrijf dat er niet naar gezocht is"
NIET_VERTELD = "«{}»: link naar waar staat hoe er gezocht is (bij een bewering: «gezocht»), of zeg dat niet gezocht is"
SAYS_SO = re.compile(
    r"\bv(?:onden|inden) wij\b[^.;]*\b(?:niet|niets|geen|nergens)\b"
    r"|\b(?:niet|nergens) (?:apart )?onderzocht\b|\bgeen onderzoek (?:naar|over)\b|\bkonden wij niet vinden\b"
    r"|\bniets? gevonden\b",
    re.IGNORECASE,
)
NOBODY_DID = re.compile(r"\b(?:niet|nergens) (?:\w+ )?onderzocht\b", re.IGNORECASE)
ACCOUNT = re.compile(r"zoekactie[:/]|zoekverantwoording")  # where the search itself is told
_PARAGRAPH = re.compile(r".+")
_ACCOUNTS = "docs/zoekverantwoording.md"
Level = Literal["fout", "let-op"]


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every text that says so without a search, and for what says nobody ever did."""
    for text in through(framework).texts:
        if not isinstance(text.item, Begrip):  # its other words are what people look for
            yield from _in_text(text)
    for file, page in framework.pages.texts.items() if framework.pages else ():
        for paragraph in _PARAGRAPH.finditer(page) if file != _ACCOUNTS else ():
            found = SAYS_SO.search(paragraph[0])
            if found and not ACCOUNT.search(paragraph[0]):
                yield _not_told(found[0], place_in(file, page, paragraph.start() + found.start()), "fout")


def _in_text(text: Text) -> Iterator[Problem]:
    level: Level = "let-op" if text.lokaal else "fout"
    nobody = NOBODY_DID.search(text.text)
    if nobody and "wat_weten_we" not in text.path:
        yield Problem(text.place(nobody.start()), WETEN_WIJ_NIET.format(nobody[0]), ID, level)
        return
    found = SAYS_SO.search(" ".join(text.text.split()))
    if found and not ACCOUNT.search(text.text) and not _rests_on_a_search(text):
        yield _not_told(found[0], text.place(), level)


def _rests_on_a_search(text: Text) -> bool:
    """Whether its claim names a search, or, for what sums up claims, one of those does."""
    here: Any = text.item
    searched = False
    for step in text.path if here else ():
        here = here[step] if isinstance(step, int) else getattr(here, step)
        if isinstance(here, WatWetenWe):
            searched = any(punt.gezocht for punt in here.punten)
        elif isinstance(here, Bewijspunt):
            searched = bool(here.gezocht)
    return searched


def _not_told(words: str, place: Place, level: Level) -> Problem:
    return Problem(place, NIET_VERTELD.format(words), ID, level)
