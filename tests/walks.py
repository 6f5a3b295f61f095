"""A route and a seed → answers as somebody might give them, also where the route does not ask; for Python and browser.

The same seed always gives the same answers. They hold everything that the replay must be able to take: skipped
questions, «weet-niet» beside a choice, ids that do not exist, dates that do not exist, texts of spaces only, answers
to questions that other answers rule out.
"""

import random
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from leidraad.model.types.routes import BRONNEN, RICHTINGEN, UITSPRAKEN, WEET_NIET, Route, Vraag
from leidraad.model.use.replay import Loop, replay

TEXTS = ("", "  \t\n", "Eerst vragen.", "weet-niet", "Een tekst met «tekens», & en <b>.", "\u00a0")
DATES = ("", "2026-12-01", "2026-02-30", "2028-02-29", "2027-02-29", "1-12-2026", "2026-13-01", " 2026-12-01")


def random_answers(route: Route, seed: int, activiteiten: Iterable[str] = ()) -> dict[str, Any]:
    """Return answers to a route as JSON takes them; `activiteiten` are the ids that may be chosen from."""
    chance = random.Random(f"{route.id} {seed}")  # noqa: S311 - nothing secret
    answers: dict[str, Any] = {UITSPRAKEN: [_statement(route, chance) for _ in range(chance.randint(0, 6))]}
    for vraag in route.vragen:
        if vraag.soort == "wegen" or chance.random() < 0.15:
            continue  # no answer of its own, or skipped
        answers[vraag.id] = _answer(route, vraag, chance, sorted(activiteiten))
        if vraag.tekstveld and chance.random() < 0.5:
            answers[f"{vraag.id}.tekst"] = chance.choice(TEXTS)
    return answers


def _answer(route: Route, vraag: Vraag, chance: random.Random, activiteiten: list[str]) -> Any:
    if vraag.soort == "tekst":
        return chance.choice(TEXTS)
    if vraag.soort == "datum":
        return chance.choice(DATES)
    source = route.vraag(vraag.uit) if vraag.uit else None
    laid = vraag.soort == "activiteiten" or (source and source.soort == "activiteiten")
    ids = activiteiten if laid else _options(route, vraag)
    ids = [*ids, WEET_NIET]
    most = 1 if vraag.soort == "keuze" else vraag.hoogstens or len(ids)
    chosen = chance.sample(ids, min(len(ids), chance.randint(0, most)))
    return [*chosen, "bestaat-niet"] if chance.random() < 0.05 else chosen


def _options(route: Route, vraag: Vraag) -> list[str]:
    source = route.vraag(vraag.uit) if vraag.uit else vraag
    assert source is not None
    return [*source.factoren] or [optie.id for optie in source.opties]


def _statement(route: Route, chance: random.Random) -> dict[str, Any]:
    """Return something that was heard about a factor of the route, now and then about one that it does not know."""
    factoren = {factor for vraag in route.vragen for factor in vraag.factoren}
    factoren |= {optie.factor for vraag in route.vragen for optie in vraag.opties if optie.factor}
    whole = {
        "factor": chance.choice([*sorted(factoren), "bestaat-niet"]),
        "bron": chance.choice([*BRONNEN, ""]),
        "richting": chance.choice([*RICHTINGEN, ""]),
        "woorden": chance.choice(TEXTS),
    }
    return {key: value for key, value in whole.items() if chance.random() < 0.9}


def factors_of(activiteiten: Mapping[str, Any]) -> dict[str, Collection[str]]:
    """Return the factors of every activity, as `replay` takes them."""
    return {id_: item.voor_factoren for id_, item in activiteiten.items()}


def named(route: Route) -> set[tuple[str, str]]:
    """Return (question, answer) of every answer that a condition of the route names, «bekend» for any answer."""
    shown = [vraag.toon_als for vraag in route.vragen] + [punt.toon_als for punt in route.bespreken]
    shown += [other.toon_als for vraag in route.vragen for other in vraag.andere_woorden]
    conditions = [*filter(None, shown)]
    pairs = [(one.vraag, one.keuzes or ("bekend",)) for both in conditions for one in (*both.alle, *both.geen)]
    return {(vraag, keuze) for vraag, keuzes in pairs for keuze in keuzes}


def met(loop: Loop) -> set[tuple[str, str]]:
    """Return (question, answer) of everything that was answered in a walk."""
    given = {(vraag, one.rpartition(":")[2]) for vraag, counted in loop.antwoorden.items() for one in counted}
    return given | {(vraag, "bekend") for vraag, one in given if one != WEET_NIET}


def telling_walks(route: Route, activiteiten: Mapping[str, Any]) -> Iterator[tuple[int, Loop]]:
    """Yield as few walks as meet every answer that a condition names, with the seed of their answers."""
    left, factoren = named(route), factors_of(activiteiten)
    for seed in range(2000):
        if not left:
            return
        loop = replay(route, random_answers(route, seed, factoren), factoren)
        if left & met(loop):
            left -= met(loop)
            yield seed, loop
