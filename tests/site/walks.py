"""A route → seeded random answers, and what the model makes of them, to lay beside what the browser makes of them."""

import random
from typing import Any

from leidraad.model.framework import Edition
from leidraad.model.replay import replay
from leidraad.model.routes import HERKOMSTEN, RICHTINGEN, WEET_NIET, Route, Vraag

NONSENSE: tuple[Any, ...] = (None, "", [], {}, ["bestaat-niet"], "tekst", {"kennis": None}, ["weet-niet", "x"])


def random_answers(edition: Edition, route: Route, seed: int) -> dict[str, Any]:
    """Return answers to any of the questions: chosen, skipped, unknown, and now and then nonsense."""
    chance = random.Random(f"{route.id} {seed}")  # noqa: S311  # a seed, so that a walk can be had again
    found: dict[str, Any] = {}
    for vraag in route.vragen:
        if chance.random() < 0.15:
            continue
        nonsense = chance.random() < 0.08
        found[vraag.id] = chance.choice(NONSENSE) if nonsense else _answer(edition, route, vraag, chance)
        if vraag.tekstveld and chance.random() < 0.5:
            found[f"{vraag.id}.tekst"] = "belt dinsdag twee bedrijven"
    return found


def _answer(edition: Edition, route: Route, vraag: Vraag, chance: random.Random) -> Any:
    if vraag.soort == "tekst":
        return chance.choice(["", " \t\n", "Eerst vragen.", "\u00a0"])
    if vraag.soort == "datum":
        return chance.choice(["2026-12-01", "2026-02-30", "1-2-2026", "0000-01-01"])
    if vraag.soort == "wegen":
        return {
            factor: {
                "richting": chance.choice(RICHTINGEN),
                "herkomst": chance.sample(HERKOMSTEN, chance.randint(0, 3)),
                "reden": chance.choice(["", "Zei dat bellen niet lukt."]),
            }
            for factor in vraag.factoren
            if chance.random() < 0.6
        }
    ids = _ids(edition, route, vraag)
    many = 1 if vraag.soort == "keuze" else chance.randint(1, min(3, len(ids)))
    return chance.sample(ids, many)


def _ids(edition: Edition, route: Route, vraag: Vraag) -> list[str]:
    if vraag.soort == "activiteiten":
        return [one.id for one in edition.activiteiten.alle] + [WEET_NIET]
    source = route.vraag(vraag.uit or "")
    if source is None:
        return [optie.id for optie in vraag.opties] + [WEET_NIET]
    return [*source.factoren, *(optie.id for optie in source.opties), WEET_NIET]


def outcome(edition: Edition, route: Route, answers: dict[str, Any]) -> dict[str, Any]:
    """Return what the model makes of answers, in the form of the browser."""
    loop = replay(route, answers, {one.id: one.voor_factoren for one in edition.activiteiten.alle})
    return {
        "gevraagd": list(loop.gevraagd),
        "vervallen": list(loop.vervallen),
        "bespreken": [
            {"id": punt.id, "door": [[id_, list(given)] for id_, given in punt.door]} for punt in loop.bespreken
        ],
        "antwoorden": {id_: list(given) for id_, given in loop.antwoorden.items()},
        "schermen": list(loop.schermen),
    }
