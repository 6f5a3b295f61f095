"""A text that says how many factors there are, counts them all."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from leidraad.checks._through import through
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Place, Problem, place_in, quoted

ID = "telwoord"
ALLEEN_KERN = True
UITLEG = (
    "Een tekst van de kern of een pagina zegt hoeveel factoren of startpunten er zijn, en het zijn er meer of minder. "
    "Dat gebeurt als er een bij komt of vervalt. Een tekst die er maar een paar bedoelt, zegt dat zonder getal dat er "
    "bijna gelijk aan is."
)
FOUT = "twee startpunten"
GOED = "één startpunt"
_WORDS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_COUNTED = re.compile(rf"\b({'|'.join(_WORDS[2:])}) (factoren|startpunten)\b", re.IGNORECASE)
_NEAR = 2  # fewer than this many too many or too few is the whole, counted before one came or went


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every text that counts what there is, and is wrong by one or two."""
    kern = framework.kern
    there = {"factoren": len(kern.factoren), "startpunten": len(kern.startpunten)}
    for text in through(framework).texts:
        if text.lokaal is None:
            yield from _in(text.text, there, text.place)
    for file, page in framework.pages.texts.items() if framework.pages else ():
        yield from _in(page, there, partial(place_in, file, page))


def _in(text: str, there: Mapping[str, int], place: Callable[[int], Place]) -> Iterator[Problem]:
    for match in _COUNTED.finditer(text):
        said, kind = _WORDS.index(match[1].lower()), match[2].lower()
        if 0 < abs(said - there[kind]) <= _NEAR:
            message = f"hier staat {quoted(match[0])}, en er zijn er {there[kind]}; maak de tekst kloppend"
            yield Problem(place(match.start()), message, ID, "let-op")
