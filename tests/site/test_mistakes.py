"""The mistakes of who writes stand above a page of the preview, and nothing of that page lies over them."""

import pytest
from playwright.sync_api import Route

from leidraad.editions.mistakes import with_mistakes
from leidraad.model.yaml.problem import NOWHERE, Problem
from tests.site.browser import OpenPage
from tests.site.pages import EDITIONS, FACTOR, OWN, WITH_CONTENTS

EDITION = next(iter(EDITIONS))
LOOKS = ("", "principes/", FACTOR, "afwegen/plan-kiezen/", WITH_CONTENTS, OWN[EDITION][0], OWN[EDITION][-1])
PROBLEMS = [Problem(NOWHERE, "een lange zin die zegt wat er niet goed is, en wat eraan te doen is", "yaml-kapot")] * 3
# What lies over a letter or a link of the list.
COVERED = """() => [...document.querySelectorAll("article > details:first-child :is(summary, p, a, code)")]
  .flatMap((one) => [...one.getClientRects()].map(({ left, bottom }) => ({ left, bottom: bottom + scrollY })))
  .filter(({ left, bottom }) => {
    scrollTo({ top: bottom - 300, behavior: "instant" });
    const found = document.elementFromPoint(left + 2, bottom - 3 - scrollY);
    return !found?.closest("article > details:first-child");
  }).length"""


@pytest.mark.parametrize("address", [EDITION + page for page in LOOKS])
def test_nothing_lies_over_the_mistakes(open_page: OpenPage, address: str) -> None:
    """Pages that begin in each way, on a screen and on a phone: the last line and its link too."""
    page = open_page("", own=True)

    def mistaken(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=with_mistakes(answer.text(), PROBLEMS, "../messages/"))

    page.route(f"**/{address}", mistaken)
    page.goto(address)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.locator("article > details:first-child li").count() == len(PROBLEMS)
        assert page.evaluate(COVERED) == 0, width
