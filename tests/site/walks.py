"""A route → seeded random answers with nonsense among them, and what the model makes of them, beside the browser."""

import random
from typing import Any, get_args

from leidraad.model.types.routes import UITSPRAKEN, WEET_NIET, Casusveld, Route
from leidraad.model.use.framework import Edition
from leidraad.model.use.replay import replay
from tests.walks import factors_of, random_answers

LISTS = ("ons-deel", "vragen-naar", "factoren", "vergeleken", "activiteiten")
NONSENSE: tuple[Any, ...] = (None, "", [], {}, ["bestaat-niet"], "tekst", {"kennis": None}, ["weet-niet", "x"], [None])


def wild_answers(edition: Edition, route: Route, seed: int) -> dict[str, Any]:
    """Return answers as somebody might give them, and now and then what no screen of ours would ever send."""
    chance = random.Random(f"{route.id} {seed}")  # noqa: S311  # a seed, so that a walk can be had again
    answers = random_answers(route, seed, [one.id for one in edition.activiteiten.alle])
    return {key: chance.choice(NONSENSE) if chance.random() < 0.08 else value for key, value in answers.items()}


def _empty() -> dict[str, Any]:
    fields = dict.fromkeys(get_args(Casusveld), "")
    lists: dict[str, list[str]] = {field: [] for field in LISTS}
    return {**fields, **lists, "versie": 1, UITSPRAKEN: [], "antwoorden": {}}


EMPTY = _empty()


def random_case(edition: Edition, route: Route, seed: int) -> dict[str, Any]:
    """Return a case that holds words of this route and of others, and now and then what nobody offers."""
    chance = random.Random(f"casus {route.id} {seed}")  # noqa: S311
    case = {**EMPTY, "antwoorden": {route.id: random_answers(route, seed)}}
    uitspraken = case["antwoorden"][route.id].pop(UITSPRAKEN, [])
    case[UITSPRAKEN] = [one for one in uitspraken if set(one) == {"factor", "bron", "richting", "woorden"}]
    words = [
        word
        for other in edition.framework.routes.values()
        for vraag in other.vragen
        for optie in vraag.opties
        for word in (optie.id, optie.casus, optie.factor)
        if word
    ]
    for field, value in EMPTY.items():
        if isinstance(value, list) and field != UITSPRAKEN:
            case[field] = chance.sample([*words, "bestaat-niet", WEET_NIET], chance.randint(0, 3))
        elif value == "":
            case[field] = chance.choice([*words, "", WEET_NIET, "eigen woorden"])
    return case


def outcome(edition: Edition, route: Route, answers: dict[str, Any]) -> dict[str, Any]:
    """Return what the model makes of answers, in the form of the browser."""
    loop = replay(route, answers, factors_of({one.id: one for one in edition.activiteiten.alle}))
    return {
        "gevraagd": list(loop.gevraagd),
        "vervallen": list(loop.vervallen),
        "bespreken": [
            {"id": punt.id, "door": [[id_, list(given)] for id_, given in punt.door]} for punt in loop.bespreken
        ],
        "antwoorden": {id_: list(given) for id_, given in loop.antwoorden.items()},
        "schermen": list(loop.schermen),
        "woorden": dict(loop.woorden),
    }
