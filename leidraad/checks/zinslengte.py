"""A sentence is as short as its reader needs."""

import re
from collections.abc import Iterator

from leidraad.model.base import Blok, walk
from leidraad.model.framework import Framework
from leidraad.model.markup import text_fields
from leidraad.model.problem import Place, Problem

ID = "zinslengte"
UITLEG = (
    "Een zin voor inwoners telt hoogstens 20 woorden, een zin voor professionals hoogstens 30. "
    "Knip een langere zin in tweeën. In de map van een gemeente is dit een hint."
)
FOR_RESIDENTS, FOR_PROFESSIONALS = 20, 30
# What a resident reads or hears, under these keys.
_RESIDENT_KEYS = frozenset({"voor_de_inwoner", "open_vragen", "vragen_samen", "bespreek_vooraf", "schaal"})
_END = re.compile(r"(?<=[.!?])[»)]?\s+(?=[«A-Z0-9((])|\n\s*[-*]?\s*")
_WORD = re.compile(r"\w")
_ABBREVIATIONS = re.compile(r"\b(e\.a|z\.j|enz|bijv|ca|nr)\.")


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every sentence that is too long; a hint where a municipality wrote it."""
    for block in framework.core_blocks:
        for problem in _in_block(block):
            yield problem
    for lokaal in framework.gemeenten.values():
        for block in (*lokaal.gedragsprincipes.values(), *lokaal.aanvullingen.values()):
            for problem in _in_block(block):
                yield Problem(problem.place, problem.message, ID, "let-op")


def _in_block(block: Blok) -> Iterator[Problem]:
    for owner, path, key, value in walk(block):
        if key not in text_fields(type(owner)):
            continue
        residents = not _RESIDENT_KEYS.isdisjoint(map(str, (*path, key)))
        limit = FOR_RESIDENTS if residents else FOR_PROFESSIONALS
        for index, text in enumerate(value if isinstance(value, tuple) else (value,)):
            if isinstance(text, str):
                place = (*path, key, index) if isinstance(value, tuple) else (*path, key)
                yield from _too_long(text, limit, block, place)


def _too_long(text: str, limit: int, block: Blok, path: tuple[str | int, ...]) -> Iterator[Problem]:
    for sentence in sentences(text):
        words = word_count(sentence)
        if words > limit:
            place: Place = block.place(*path)
            start = " ".join(sentence.split()[:4])
            message = f"deze zin telt {words} woorden; hoogstens {limit}: knip hem in tweeën («{start} …»)"
            yield Problem(place, message, ID)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a point of a list is one."""
    return [part for part in _END.split(_ABBREVIATIONS.sub(r"\1", text)) if part and _WORD.search(part)]


def word_count(sentence: str) -> int:
    """Return the number of words: what stands between spaces and holds a letter or a digit."""
    return sum(1 for part in sentence.split() if _WORD.search(part))
