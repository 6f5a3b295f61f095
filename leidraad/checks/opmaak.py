"""Texts use only the markup that is shown."""

import re
from collections.abc import Iterator

from leidraad.model.base import Blok
from leidraad.model.framework import Framework
from leidraad.model.markup import texts
from leidraad.model.problem import Place, Problem

ID = "opmaak"
UITLEG = (
    "In teksten mogen *nadruk*, **vet**, lijsten met streepjes en links. HTML, afbeeldingen, koppen, tabellen, "
    "code en sjabloontekens werken niet: ze zouden als losse tekens op de pagina staan."
)
_FORBIDDEN = {
    re.compile(r"</?[a-zA-Z!][^\s]*"): "HTML",
    re.compile(r"!\["): "een afbeelding",
    re.compile(r"^#{1,6} ", re.M): "een kop",
    re.compile(r"`"): "code",
    re.compile(r"\{\{|\{%|\{:"): "een sjabloonteken",
    re.compile(r"--8<--"): "een invoegteken",
    re.compile(r"^\|", re.M): "een tabel",
}


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem at every text with markup that would show as loose characters."""
    blocks: list[Blok] = [framework.kern, *framework.begrippen.values(), *framework.bronnen.values()]
    blocks += framework.onderdelen_unordered
    for lokaal in framework.gemeenten.values():
        blocks += [lokaal.gemeente, *lokaal.gedragsprincipes.values(), *lokaal.aanvullingen.values()]
        for own in lokaal.teksten.values():
            yield from _in_text(own.text, own.place)
    for block in blocks:
        for _, text, place in texts(block):
            yield from _in_text(text, place)


def _in_text(text: str, place: Place) -> Iterator[Problem]:
    for pattern, name in _FORBIDDEN.items():
        if match := pattern.search(text):
            message = f"{name} («{match.group()[:20]}») werkt hier niet; schrijf het als gewone tekst"
            yield Problem(place, message, ID)
