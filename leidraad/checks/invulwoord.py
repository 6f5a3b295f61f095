"""Placeholders are the ones that a municipality fills in."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from leidraad.checks._through import through
from leidraad.model.use.framework import Framework
from leidraad.model.use.markup import PLACEHOLDERS
from leidraad.model.use.own_words import IN_PAGES
from leidraad.model.yaml.problem import Place, Problem, did_you_mean, place_in, quoted

ID = "invulwoord"
UITLEG = (
    "Een invulwoord staat tussen dubbele haakjes, met een hoofdletter aan het begin van een zin. Er zijn: inwoner, "
    "inwoners, professional, professionals, principe en principes. Voor principe mag het, dit, dat, elk, welk, ons, "
    "ander of mooi staan, binnen dezelfde haakjes: dan klopt het met het lidwoord van de gemeente. Gedrag hoort alleen "
    "in de uitspraak van een schaal. Op een pagina van docs/ vult de site alleen principe, principes en wat daarvoor "
    "mag staan in, en «voor inwoners» en «voor professionals»."
)
FOUT = "elke ((inwonert))"
GOED = "elke ((inwoner))"
_ANY = re.compile(r"\(\(([^()]*)(\)\))?")
_OF_PAGES = (*IN_PAGES, *(word for word in PLACEHOLDERS if "principe" in word))  # see render/block/fragment.py
_NO_TEXT = re.compile(r"\{[{%].*?[%}]\}|`[^`\n]*`")  # of a page: a call has brackets of its own, code shows them
_HALF = re.compile(rf"(?<!\()\(({'|'.join(PLACEHOLDERS)})\)\)", re.IGNORECASE)


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every placeholder that nobody fills in."""
    for text in through(framework).texts:
        yield from _in(text.text, (*PLACEHOLDERS, *(["gedrag"] if text.key == "uitspraak" else [])), text.place)
    for file, page in framework.pages.texts.items() if framework.pages else ():
        yield from _in(_NO_TEXT.sub(lambda part: "x" * len(part[0]), page), _OF_PAGES, partial(place_in, file, page))


def _in(text: str, allowed: Sequence[str], place: Callable[[int], Place]) -> Iterator[Problem]:
    for match in _HALF.finditer(text) if "))" in text else ():
        message = f"invulwoord {quoted(match[0])} begint met één haakje; schrijf {quoted(f'(({match[1]}))')}"
        yield Problem(place(match.start()), message, ID)
    for match in _ANY.finditer(text) if "((" in text else ():
        word, closed = match[1], match[2]
        if not closed:
            message = f"invulwoord {quoted('((' + word)} is niet gesloten; schrijf er «))» achter"
            yield Problem(place(match.start()), message, ID)
        elif (small := word[:1].lower() + word[1:]) in PLACEHOLDERS and small not in allowed:
            message = f"invulwoord {quoted(match[0])} vult op een pagina niemand in; schrijf daar een gewoon woord"
            yield Problem(place(match.start()), message, ID)
        elif small not in allowed:
            hint = did_you_mean(word, allowed) or did_you_mean(word, [one for one in allowed if " " not in one])
            yield Problem(place(match.start()), f"invulwoord {quoted(match[0])} ken ik niet{hint}", ID)
