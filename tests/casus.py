"""The case of a tab, as its file holds it → the answers to a route, as `replay` takes them.

docs/assets/lib/casus.js says the same in the browser (`answersOf`); random cases hold the two together.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from leidraad.model.types.routes import UITSPRAKEN, Optie, Route, Vraag

_TOLD = ("tekst", "datum")


def answers_of(route: Route, casus: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers to a route's questions that a case holds; old names are read as the new ones."""
    own = casus["antwoorden"].get(route.id, {})
    answers = {**own, UITSPRAKEN: casus[UITSPRAKEN]}
    for vraag in route.vragen:
        named = (own[name] for name in (vraag.id, *vraag.heette) if name in own)
        value = casus[vraag.casus] if vraag.casus else next(named, None)
        if value is not None:
            answers[vraag.id] = value if vraag.soort in _TOLD else _options(route, vraag, value)
        if vraag.tekstveld and vraag.tekstveld.casus:
            answers[f"{vraag.id}.tekst"] = casus[vraag.tekstveld.casus]
        written = vraag.tekstveld and vraag.tekstveld.keuze if answers.get(f"{vraag.id}.tekst") else None
        if written and not answers.get(vraag.id):
            answers[vraag.id] = [written]
    return answers


def _options(route: Route, vraag: Vraag, value: str | Sequence[str]) -> list[str]:
    """Return the options that words of the case, or older ids, stand for; a word itself where there is none."""
    source = route.vraag(vraag.uit) if vraag.uit else vraag
    opties = source.opties if source else ()
    words = [value] if isinstance(value, str) else value
    return [
        next((optie.id for optie in opties if word == _word(vraag, optie) or word in optie.heette), word)
        for word in words
        if word
    ]


def _word(vraag: Vraag, optie: Optie) -> str:
    return (optie.casus or optie.factor or optie.id) if vraag.casus else optie.id
