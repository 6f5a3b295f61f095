"""A group is a question, never a profile: nothing in the guide asks to what group somebody belongs."""

import re

import pytest

from leidraad.model.types.routes import Route
from tests.frameworks import REAL

MARKS = re.compile(
    r"\b(leeftijd|jonger dan|ouder dan|jongeren?|5\d-plus\w*|afkomst|nationaliteit|statushouders?|geloof(?! in)"
    r"|diagnoses?|handicap|lvb|verstandelijk\w*|psychisch\w*|ziek\w*)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("route", REAL.routes.values(), ids=lambda route: route.id)
def test_no_answer_of_a_route_is_a_mark_of_a_group(route: Route) -> None:
    """Health, origin and age are no field to fill in; who wants to speak of them, does."""
    asked = [vraag.vraag for vraag in route.vragen]
    answers = [optie.tekst for vraag in route.vragen for optie in vraag.opties]
    assert [text for text in asked + answers if MARKS.search(text)] == []


def test_the_mark_of_a_group_would_be_seen() -> None:
    """The words that are looked for are found in what must not be asked."""
    assert all(MARKS.search(text) for text in ("Wat is de leeftijd?", "Een 55-plusser", "Heeft een diagnose"))
    assert not MARKS.search("Geloof in eigen kunnen")
