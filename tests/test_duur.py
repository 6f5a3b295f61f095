"""How many questions a route says it asks is how many it asks."""

import re
from pathlib import Path

import pytest

from leidraad.checks._explore import explore
from leidraad.model.use.framework import Edition
from leidraad.model.use.replay import replay
from leidraad.model.use.telwoorden import WOORDEN
from leidraad.model.use.version import version_at
from leidraad.render.instrumenten.instrumenten import bespreking
from leidraad.render.kaarten.kaarten import card_page, with_a_card
from tests.frameworks import REAL, REAL_PROBLEMS


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
    """The fewest and the most over all ways through it, in the sentence about how long it takes (check «telwoord»)."""
    route = REAL.routes[id_]
    assert re.search(r"voor \w+(?: (?:tot|of) \w+)? vragen", route.duur.tekst)
    assert [str(problem) for problem in REAL_PROBLEMS if problem.check == "telwoord"] == []


@pytest.mark.parametrize("id_", REAL.routes)
def test_the_sheet_of_a_route_counts_and_says_what_goes_along(id_: str) -> None:
    """How many questions stand there, how many of them count, and below them what one takes to the conversation."""
    edition = Edition(REAL, REAL.gemeenten["voorbeeldstad"])
    (item,) = (one for one in with_a_card(edition) if one.reference == f"route:{id_}")
    html = card_page(edition, version_at(edition, Path("nieuwste")), item)
    route, numbers = REAL.routes[id_], explore(REAL.routes[id_]).numbers
    shown = [WOORDEN[one] for one in sorted({len(route.vragen), min(numbers), max(numbers)}, reverse=True)]
    assert f"{WOORDEN[len(route.vragen)]} vragen" in html
    assert all(word in html.partition("<ol")[0] for word in shown)
    mine = html.partition('class="kaart__mee"')[2]
    assert mine.count("<li>") == sum(not punt.toon_als for punt in route.bespreken) + 2 * (id_ != "terugblik")
    assert ("Dit neem je mee in het gesprek" in mine) == (id_ != "terugblik")


def test_the_meeting_on_a_screen_counts_its_rounds() -> None:
    """The sentence above them says how many there are, also where one is left out."""
    item = REAL.instrumenten["casusbespreking"]
    delen = [deel.model_copy(update={"rondes": deel.rondes[:-1]}) if deel.rondes else deel for deel in item.onderdelen]
    fewer = REAL.having("instrument", {item.id: item.model_copy(update={"onderdelen": tuple(delen)})})
    html = bespreking(Edition(fewer, fewer.gemeenten["voorbeeldstad"]), item.id)
    assert "Zeven rondes in 55 minuten" in html
    assert html.count('class="ronde"') == 7
