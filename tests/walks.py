"""A route and a seed → answers as somebody might give them, also where the route does not ask; for Python and browser.

The same seed always gives the same answers. They hold everything that the replay must be able to take: skipped
questions, «weet-niet» beside a choice, ids that do not exist, dates that do not exist, texts of spaces only, answers
to questions that other answers rule out.
"""

import random
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from leidraad.model.types.routes import HERKOMSTEN, RICHTINGEN, WEET_NIET, Route, Vraag

TEXTS = ("", "  \t\n", "Eerst vragen.", "weet-niet", "Een tekst met «tekens», & en <b>.", "\u00a0")
DATES = ("", "2026-12-01", "2026-02-30", "2028-02-29", "2027-02-29", "1-12-2026", "2026-13-01", " 2026-12-01")


def random_answers(route: Route, seed: int, activiteiten: Iterable[str] = ()) -> dict[str, Any]:
    """Return answers to a route as JSON takes them; `activiteiten` are the ids that may be chosen from."""
    chance = random.Random(f"{route.id} {seed}")  # noqa: S311 - nothing secret
    answers: dict[str, Any] = {}
    for vraag in route.vragen:
        if chance.random() < 0.15:
            continue  # skipped
        answers[vraag.id] = _answer(route, vraag, chance, sorted(activiteiten))
        if vraag.tekstveld and chance.random() < 0.5:
            answers[f"{vraag.id}.tekst"] = chance.choice(TEXTS)
    return answers


def _answer(route: Route, vraag: Vraag, chance: random.Random, activiteiten: list[str]) -> Any:
    if vraag.soort == "tekst":
        return chance.choice(TEXTS)
    if vraag.soort == "datum":
        return chance.choice(DATES)
    if vraag.soort == "wegen":
        return {factor: _weighed(chance) for factor in vraag.factoren if chance.random() < 0.5}
    ids = activiteiten if vraag.soort == "activiteiten" else _options(route, vraag)
    ids = [*ids, WEET_NIET]
    most = 1 if vraag.soort == "keuze" else vraag.hoogstens or len(ids)
    chosen = chance.sample(ids, min(len(ids), chance.randint(0, most)))
    return [*chosen, "bestaat-niet"] if chance.random() < 0.05 else chosen


def _options(route: Route, vraag: Vraag) -> list[str]:
    source = route.vraag(vraag.uit) if vraag.uit else vraag
    assert source is not None
    return [*source.factoren] or [optie.id for optie in source.opties]


def _weighed(chance: random.Random) -> dict[str, Any]:
    whole = {
        "richting": chance.choice(RICHTINGEN),
        "herkomst": chance.sample(HERKOMSTEN, chance.randint(0, 3)),
        "reden": chance.choice(TEXTS),
    }
    return {key: value for key, value in whole.items() if chance.random() < 0.9}


def factors_of(activiteiten: Mapping[str, Any]) -> dict[str, Collection[str]]:
    """Return the factors of every activity, as `replay` takes them."""
    return {id_: item.voor_factoren for id_, item in activiteiten.items()}
