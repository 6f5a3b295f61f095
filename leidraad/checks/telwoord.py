"""A text that says how many there are of something, counts them all."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from leidraad.checks._explore import can_be_walked, explore
from leidraad.checks._through import through
from leidraad.model.types.routes import Route, Voorbeeldloop
from leidraad.model.use.framework import Framework
from leidraad.model.use.replay import replay
from leidraad.model.use.telwoorden import WOORDEN
from leidraad.model.yaml.problem import Place, Problem, place_in, quoted

ID = "telwoord"
ALLEEN_KERN = True
UITLEG = (
    "Een tekst van de kern of een pagina zegt hoeveel factoren, rondes of bijeenkomsten er zijn, en het zijn er meer "
    "of minder. Dat gebeurt als er een bij komt of vervalt. Een tekst die er maar een paar bedoelt, zegt dat zonder "
    "getal dat er bijna gelijk aan is. Ook de `duur` van een route telt haar vragen, en een voorbeeldloop de zijne."
)
FOUT = "twee startpunten"
GOED = "één startpunt"
_WORD = f"({'|'.join(WOORDEN)})"
_KINDS = ("factoren", "startpunten", "rondes", "bijeenkomsten")
_COUNTED = re.compile(rf"\b({'|'.join(WOORDEN[2:])}) ({'|'.join(_KINDS)})\b", re.IGNORECASE)
_QUESTIONS = re.compile(rf"\bvoor {_WORD}(?: (?:tot|of) {_WORD})? vragen\b")
_ASKED = re.compile(rf"\b{_WORD} (?:vragen|schermen)\b")  # each question is a screen of its own
_NEAR = 2  # fewer than this many too many or too few is the whole, counted before one came or went


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every text that counts what there is, and is wrong by one or two."""
    kern = framework.kern
    delen = [deel for one in framework.instrumenten.values() for deel in one.onderdelen]
    there = {
        "factoren": len(kern.factoren),
        "startpunten": len(kern.startpunten),
        "rondes": sum(len(deel.rondes) for deel in delen),
        "bijeenkomsten": sum(deel.bijeenkomst is not None for deel in delen),
    }
    for text in through(framework).texts:
        if text.lokaal is None:
            yield from _in(text.text, there, text.place)
    for file, page in framework.pages.texts.items() if framework.pages else ():
        yield from _in(page, there, partial(place_in, file, page))
    for route in filter(can_be_walked, framework.routes.values()):
        yield from _of_a_route(route)
        for loop in framework.lopen_bij(route.id):
            yield from _of_a_walk(route, loop)


def _in(text: str, there: Mapping[str, int], place: Callable[[int], Place]) -> Iterator[Problem]:
    for match in _COUNTED.finditer(text):
        said, kind = WOORDEN.index(match[1].lower()), match[2].lower()
        if there[kind] and 0 < abs(said - there[kind]) <= _NEAR:
            yield _wrong(place(match.start()), match[0], f"er zijn er {there[kind]}")


def _of_a_route(route: Route) -> Iterator[Problem]:
    numbers, match = explore(route).numbers, _QUESTIONS.search(route.duur.tekst)
    most = sorted({min(numbers), max(numbers)}) if numbers else []
    if match and most and [WOORDEN.index(word) for word in match.groups() if word] != most:
        yield _wrong(route.place("duur", "tekst"), match[0], f"het zijn er {' tot '.join(map(str, most))}")


def _of_a_walk(route: Route, loop: Voorbeeldloop) -> Iterator[Problem]:
    match = _ASKED.search(loop.wat_dit_laat_zien) if loop.is_whole else None
    number = len(replay(route, loop.antwoorden).gevraagd) if match else 0
    if match and WOORDEN.index(match[1]) != number:
        yield _wrong(loop.place("wat_dit_laat_zien"), match[0], f"het zijn er {number}")


def _wrong(place: Place, said: str, number: str) -> Problem:
    return Problem(place, f"hier staat {quoted(said)}, en {number}; maak de tekst kloppend", ID, "let-op")
