"""Placeholders are the ones that a municipality fills in."""

import re
from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.use.framework import Framework
from leidraad.model.use.markup import PLACEHOLDERS
from leidraad.model.yaml.problem import Problem, did_you_mean, quoted

ID = "invulwoord"
UITLEG = (
    "Een invulwoord staat tussen dubbele haakjes, met een hoofdletter aan het begin van een zin. Er zijn: inwoner, "
    "inwoners, professional, professionals, principe en principes. Voor principe mag het, dit, dat, elk, welk, ons, "
    "ander of mooi staan, binnen dezelfde haakjes: dan klopt het met het lidwoord van de gemeente. Gedrag hoort alleen "
    "in de uitspraak van een schaal."
)
FOUT = "elke ((inwonert))"
GOED = "elke ((inwoner))"
_ANY = re.compile(r"\(\(([^()]*)(\)\))?")
_HALF = re.compile(rf"(?<!\()\(({'|'.join(PLACEHOLDERS)})\)\)", re.IGNORECASE)


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every placeholder that nobody fills in."""
    for text in through(framework).texts:
        allowed = (*PLACEHOLDERS, "gedrag") if text.key == "uitspraak" else PLACEHOLDERS
        for match in _HALF.finditer(text.text) if "))" in text.text else ():
            message = f"invulwoord {quoted(match[0])} begint met één haakje; schrijf {quoted(f'(({match[1]}))')}"
            yield Problem(text.place(match.start()), message, ID)
        for match in _ANY.finditer(text.text) if "((" in text.text else ():
            word, closed = match[1], match[2]
            if not closed:
                message = f"invulwoord {quoted('((' + word)} is niet gesloten; schrijf er «))» achter"
                yield Problem(text.place(match.start()), message, ID)
            elif word[:1].lower() + word[1:] not in allowed:
                hint = did_you_mean(word, allowed) or did_you_mean(word, [one for one in allowed if " " not in one])
                yield Problem(text.place(match.start()), f"invulwoord {quoted(match[0])} ken ik niet{hint}", ID)
