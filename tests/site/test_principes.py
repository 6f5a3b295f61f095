"""The pages of principles: what is empty is asked of the municipality, but not of a principle that is retired."""

from leidraad.model.use.addresses import address
from tests.site.browser import OpenPage
from tests.site.pages import EDITIONS, FRAMEWORK


def test_nothing_is_asked_of_a_retired_principle(open_page: OpenPage) -> None:
    """A concept shows its open questions; a retired principle shows only what is known."""
    page = open_page(next(iter(EDITIONS)))
    asked: dict[str, list[int]] = {}
    for edition, gemeente in EDITIONS.items():
        for principe in FRAMEWORK.gemeenten[gemeente.id].gedragsprincipes.values():
            page.goto(edition + address("principe", principe.id))
            questions = page.locator(".nog-open").count()
            asked.setdefault(principe.status, []).append(questions)
    assert set(asked["vervallen"]) == {0}
    assert max(asked["concept"]) > 0
