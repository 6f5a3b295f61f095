"""A sentence is as short as its reader needs."""

import re
from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "zinslengte"
UITLEG = (
    "Een zin voor inwoners telt hoogstens 20 woorden, een zin voor professionals hoogstens 30. "
    "Knip een langere zin in tweeën. In de map van een gemeente is dit een hint."
)
FOUT = (
    "- Wat wilt u op maandag aan onze oude en wijze draak vragen over het werk dat u graag wilt gaan doen bij de dam?"
)
GOED = "- Wat wilt u de draak vragen?"
FOR_RESIDENTS, FOR_PROFESSIONALS = 20, 30
# The form says these too, with the values in the places of {}.
MELDING = "deze zin telt {} woorden; hoogstens {}: knip hem in tweeën («{} …»)"
# What a resident reads or hears, under these keys.
RESIDENT_KEYS = frozenset({"voor_de_inwoner", "open_vragen", "vragen_samen", "bespreek_vooraf", "schaal"})
END = re.compile(r"(?<=[.!?])[»)]?\s+(?=[«A-Z0-9((])|\n\s*[-*]?\s*")
_WORD = re.compile(r"\w")
ABBREVIATIONS = re.compile(r"\b(e\.a|z\.j|enz|bijv|ca|nr)\.")


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every sentence that is too long; a hint where a municipality wrote it."""
    for text in through(framework).texts:
        if text.own or (text.lokaal and text.item is text.lokaal.gemeente):
            continue
        limit = FOR_PROFESSIONALS if RESIDENT_KEYS.isdisjoint(text.path) else FOR_RESIDENTS
        if len(text.text.split()) <= limit:
            continue  # so is every sentence in it
        for sentence in sentences(text.text):
            words = word_count(sentence)
            if words > limit:
                start = " ".join(sentence.split()[:4])
                message = MELDING.format(words, limit, start)
                yield Problem(text.place(), message, ID, "let-op" if text.lokaal else "fout")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a point of a list is one."""
    return [part for part in END.split(ABBREVIATIONS.sub(r"\1", text)) if part and _WORD.search(part)]


def word_count(sentence: str) -> int:
    """Return the number of words: what stands between spaces and holds a letter or a digit."""
    return sum(1 for part in sentence.split() if _WORD.search(part))
