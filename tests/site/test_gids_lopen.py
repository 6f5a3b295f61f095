"""The model in Python and the replay in Chromium agree: over the worked walks, and over seeded random ones."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from leidraad.model.types.routes import Route
from leidraad.model.use.framework import Edition
from leidraad.render.routes.gids import route as route_page
from tests.casus import answers_of
from tests.frameworks import SMALL
from tests.site.browser import OpenPage
from tests.site.pages import EDITIONS, FRAMEWORK
from tests.site.walks import EMPTY, outcome, random_case, wild_answers

ADDRESS = next(iter(EDITIONS))
EDITION = Edition(FRAMEWORK, FRAMEWORK.gemeenten[EDITIONS[ADDRESS].id])
SMALL_EDITION = Edition(SMALL, next(iter(SMALL.gemeenten.values())))
REPLAY = """async ([module, logic, walks]) => {
  const { replay } = await import(new URL(module, location.href));
  return walks.map((answers) => {
    const { aanbod, ...found } = replay(logic, answers, logic.activiteiten);
    return found;
  });
}"""
OF_CASE = """async ([module, logic, cases]) => {
  const { answersOf, heel } = await import(new URL(module, location.href));
  return cases.map((one) => answersOf(logic, heel(one)));
}"""
ROUTES = [(EDITION, one) for one in FRAMEWORK.routes.values()] + [(SMALL_EDITION, one) for one in SMALL.routes.values()]


def logic_of(edition: Edition, route: Route) -> dict[str, Any]:
    """Return the logic as it stands in the page of a route."""
    html = route_page(edition, route.id)
    start = html.index('<script type="application/json">') + len('<script type="application/json">')
    logic: dict[str, Any] = json.loads(html[start : html.index("</script>", start)])
    return logic


def in_browser(page: Page, edition: Edition, route: Route, walks: list[dict[str, Any]]) -> Any:
    """Return what the browser's replay makes of each walk."""
    return page.evaluate(REPLAY, ["assets/lib/replay.js", logic_of(edition, route), walks])


@pytest.mark.parametrize(("edition", "route"), ROUTES, ids=[route.id for _, route in ROUTES])
def test_both_replays_agree(open_page: OpenPage, edition: Edition, route: Route, full_size: bool) -> None:
    """The same questions, screens, outcome and reasons, over every worked walk and 60 (or 500) random ones."""
    framework = edition.framework
    walks = [dict(loop.antwoorden) for loop in framework.lopen_bij(route.id)]
    walks += [wild_answers(edition, route, seed) for seed in range(500 if full_size else 60)]
    found = in_browser(open_page(ADDRESS), edition, route, walks)
    expected = [outcome(edition, route, walk) for walk in walks]
    assert len({json.dumps(one) for one in expected}) > 10
    for walk, ours, theirs in zip(walks, expected, found, strict=True):
        assert theirs == ours, walk


@pytest.mark.parametrize(("edition", "route"), ROUTES, ids=[route.id for _, route in ROUTES])
def test_both_read_the_same_answers_in_a_case(open_page: OpenPage, edition: Edition, route: Route) -> None:
    """Of random cases, filled by this route and by others, with words and ids that nobody offers."""
    cases = [random_case(edition, route, seed) for seed in range(100)]
    found = open_page(ADDRESS).evaluate(OF_CASE, ["assets/lib/casus.js", logic_of(edition, route), cases])
    assert len({json.dumps(one) for one in found}) > 50
    for case, theirs in zip(cases, found, strict=True):
        assert theirs == answers_of(route, case), case


def test_an_older_name_is_read_as_the_new_one() -> None:
    """A question and an option that were called otherwise in an older edition keep their answers."""
    route = FRAMEWORK.routes["casus-zit-vast"]
    vraag = route.vragen[0]
    optie = vraag.opties[0].model_copy(update={"heette": ("oud-antwoord",)})
    renamed = vraag.model_copy(update={"heette": ("oude-vraag",), "opties": (optie, *vraag.opties[1:])})
    route = route.model_copy(update={"vragen": (renamed, *route.vragen[1:])})
    case = {**EMPTY, "antwoorden": {route.id: {"oude-vraag": ["oud-antwoord"]}}}
    assert answers_of(route, case)[vraag.id] == [optie.id]
