"""How many questions a route says it asks is how many it asks."""

import re

import pytest

from leidraad.checks._explore import explore
from leidraad.model.use.replay import replay
from tests.frameworks import REAL

WORDS = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]


@pytest.mark.parametrize("id_", REAL.routes)
def test_no_walk_asks_more_than_was_said_on_the_way(id_: str) -> None:
    """At each question of a walk: those before it, and at most so many after it."""
    route = REAL.routes[id_]
    after = explore(route).after
    for loop in (one for one in REAL.lopen.values() if one.route == id_):
        asked = replay(route, loop.antwoorden).gevraagd
        assert all(len(asked) <= at + after[one] for at, one in enumerate(asked, 1)), (loop.id, asked)
    assert max(explore(route).numbers) == 1 + after[route.vragen[0].id]


@pytest.mark.parametrize("id_", REAL.routes)
def test_the_number_of_questions_is_right(id_: str) -> None:
    """The fewest and the most over all ways through it, in the sentence about how long it takes."""
    route = REAL.routes[id_]
    numbers = explore(route).numbers
    found = re.search(r"voor (\w+)(?: (?:tot|of) (\w+))? vragen", route.duur.tekst)
    assert found, route.duur.tekst
    assert [WORDS.index(one) for one in found.groups() if one] == sorted({min(numbers), max(numbers)})
