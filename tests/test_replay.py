"""Answers → what `replay` makes of them: the worked walks, the cases in naspelen.yaml, and seeded random answers."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from leidraad.checks._explore import explore
from leidraad.model.types.routes import Route, Voorbeeldloop
from leidraad.model.use.replay import Loop, replay
from tests.frameworks import REAL, SMALL
from tests.walks import factors_of, met, named, random_answers, telling_walks

FRAMEWORKS = (REAL, SMALL)
WALKS = [(framework.routes[loop.route], loop) for framework in FRAMEWORKS for loop in framework.lopen.values()]
ROUTES = [
    (route, factors_of(framework.activiteiten)) for framework in FRAMEWORKS for route in framework.routes.values()
]
CASES = yaml.safe_load((Path(__file__).with_name("naspelen.yaml")).read_text("utf-8"))
KEYS = {
    "naam",
    "antwoorden",
    "voor_factoren",
    "gevraagd",
    "vervallen",
    "bespreken",
    "schermen",
    "door",
    "antwoord",
    "woorden",
}


def as_lists(loop: Loop, case: dict[str, Any]) -> dict[str, Any]:
    """Return of a walk what a case says something about, as YAML writes it."""
    door = {punt.id: [[vraag, [*given]] for vraag, given in punt.door] for punt in loop.bespreken}
    found = {
        "gevraagd": [*loop.gevraagd],
        "vervallen": [*loop.vervallen],
        "bespreken": [*door],
        "schermen": [*loop.schermen],
        "door": {id_: door.get(id_) for id_ in case.get("door", ())},
        "woorden": dict(loop.woorden),
        "antwoord": {id_: [*loop.antwoorden.get(id_, ())] for id_ in case.get("antwoord", ())},
    }
    return {key: value for key, value in found.items() if key in case}


@pytest.mark.parametrize("case", CASES, ids=[case["naam"] for case in CASES])
def test_answers_come_to_what_the_case_says(case: dict[str, Any]) -> None:
    """Each rule of the replay, on the route of the miniature."""
    route = FRAMEWORKS[1].routes["over-de-brug"]
    expected = {key: value for key, value in case.items() if key not in ("naam", "antwoorden", "voor_factoren")}
    assert case.keys() <= KEYS
    assert as_lists(replay(route, case["antwoorden"], case.get("voor_factoren")), case) == expected


def test_no_two_questions_of_a_route_fill_the_same_field() -> None:
    """What was meant at one is no answer to another."""
    for route, _ in ROUTES:
        fields = [vraag.casus for vraag in route.vragen if vraag.casus]
        assert sorted(fields) == sorted(set(fields)), route.id


HEARD = ("ons-deel", "ons-deel-woorden", "gedrag", "factoren", "afspraken")


def test_before_the_talk_no_route_fills_in_what_is_heard_there() -> None:
    """What we think that a resident noticed is a question then, and no words beside it stand as a fact."""
    moments = [(route, vraag) for route, _ in ROUTES for vraag in route.vragen if vraag.casus == "moment"]
    assert moments
    for route, moment in moments:
        asked = [vraag for vraag in route.vragen if vraag.id in replay(route, {moment.id: ["vooraf"]}).gevraagd]
        assert [vraag.id for vraag in asked if vraag.casus in HEARD or vraag.is_beeld] == []
        ours = [vraag for vraag in asked if "ons-deel" in vraag.vraagt_naar]
        assert [vraag.tekstveld for vraag in ours] == [None] * len(ours)
        zinnen = [optie.zin or "" for vraag in ours for optie in vraag.opties]
        assert [zin for zin in zinnen if not zin.startswith("Nog te vragen: ")] == []


@pytest.mark.parametrize(("route", "loop"), WALKS, ids=[loop.id for _, loop in WALKS])
def test_a_worked_walk_runs_as_written(route: Route, loop: Voorbeeldloop) -> None:
    """The questions asked and the items to discuss are those of the walk's own file."""
    found = replay(route, loop.antwoorden)
    assert (found.gevraagd, tuple(punt.id for punt in found.bespreken)) == (loop.gestelde_vragen, loop.bespreken)


@pytest.mark.parametrize(("route", "factoren"), ROUTES, ids=[route.id for route, _ in ROUTES])
def test_random_answers_stay_within_what_was_explored(route: Route, factoren: dict[str, Any], full_size: bool) -> None:
    """No answers reach a question, an item or a length that trying all combinations did not."""
    seen = explore(route)
    for seed in range(500 if full_size else 60):
        found = replay(route, random_answers(route, seed, factoren), factoren)
        assert seen.asked.issuperset(found.gevraagd)
        assert seen.shown.issuperset(punt.id for punt in found.bespreken)
        assert len(found.schermen) in seen.screens
        assert found.bespreken


def test_every_route_has_at_least_two_walks() -> None:
    """A route of the core is explained by walks that differ."""
    framework = FRAMEWORKS[0]
    assert {id_: len(framework.lopen_bij(id_)) >= 2 for id_ in framework.routes} == dict.fromkeys(
        framework.routes, True
    )


@pytest.mark.parametrize(("route", "factoren"), ROUTES, ids=[route.id for route, _ in ROUTES])
def test_every_answer_that_a_condition_names_is_given_in_a_walk(route: Route, factoren: dict[str, Any]) -> None:
    """In a worked walk, or in one of those whose outcome is kept in tests/verwacht/lopen/."""
    activiteiten = next(framework.activiteiten for framework in FRAMEWORKS if route.id in framework.routes)
    worked = [replay(found, loop.antwoorden) for found, loop in WALKS if found.id == route.id]
    kept = [loop for _, loop in telling_walks(route, activiteiten)]
    assert named(route) - set[tuple[str, str]]().union(*map(met, [*worked, *kept])) == set()
