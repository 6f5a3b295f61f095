"""No word judges a person, unless it is quoted to be discussed."""

import re
from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "oordeelwoord"
UITLEG = (
    "Woorden als ongemotiveerd of niet-willer oordelen over een persoon en geven geen handvat. "
    "Schrijf wat er gezegd of gezien is. Tussen « en » mag zo'n woord wel besproken worden."
)
FOUT = "Niemand is kansloos. Lees over"
GOED = "Lees over"
PATTERN = (
    r"\b(ongemotiveerd\w*|niet-willers?|niet-kunners?|onwil|onwillig\w*|werkschuw\w*|weigeraars?|terugvallers?"
    r"|lui|luie|kansloos|kansloze|hopeloos|hopeloze|onbemiddelbaar|onbemiddelbare|probleemgeval\w*"
    r"|moeilijke (?:klant|cliënt|inwoner)\w*)\b"
)
_WORDS = re.compile(PATTERN)
_QUOTED = re.compile(r"«[^»]*»")
# Words to find things by, and the example of how not to write it: these are shown as quotations.
_FREE_KEYS = ("zoekwoorden", "synoniemen", "spelling", "term", "meervoud", "liever_niet")


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every judging word outside a quotation."""
    for text in through(framework).texts:
        small = text.text.lower()  # searching without regard to case takes three times as long
        if text.key in _FREE_KEYS or not _WORDS.search(small):
            continue
        for match in _WORDS.finditer(_QUOTED.sub(_blank, small)):
            word = text.text[match.start() : match.end()]
            message = f"«{word}» oordeelt over een persoon; schrijf wat er gezegd of gezien is"
            yield Problem(text.place(match.start()), message, ID)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
