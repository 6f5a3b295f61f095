"""Placeholders are the ones that a municipality fills in."""

import re
from collections.abc import Iterator

from leidraad.model.base import Blok
from leidraad.model.framework import Framework
from leidraad.model.markup import PLACEHOLDERS, texts
from leidraad.model.problem import Problem, did_you_mean

ID = "invulwoord"
UITLEG = (
    "Een invulwoord staat tussen dubbele haakjes: ((inwoner)), ((inwoners)), ((professional)), ((professionals)), "
    "met een hoofdletter aan het begin van een zin. ((gedrag)) hoort alleen in de uitspraak van een schaal."
)
_ANY = re.compile(r"\(\(([^()]*)\)\)")


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every placeholder that nobody fills in."""
    blocks: list[Blok] = [*framework.begrippen.values(), *framework.onderdelen_unordered]
    for lokaal in framework.gemeenten.values():
        blocks += [*lokaal.gedragsprincipes.values(), *lokaal.aanvullingen.values()]
    for block in blocks:
        for key, text, place in texts(block):
            allowed = (*PLACEHOLDERS, "gedrag") if key == "uitspraak" else PLACEHOLDERS
            for word in _ANY.findall(text):
                if word[:1].lower() + word[1:] not in allowed:
                    hint = did_you_mean(word.lower(), allowed)
                    yield Problem(place, f"invulwoord «(({word}))» ken ik niet{hint}", ID)
