"""The pages of principles: what is empty is asked of the municipality, but not of a principle that is retired."""

from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment
from leidraad.render.gemeente.gemeente import principe_in
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


def test_nobody_is_said_to_have_tried_what_was_only_adopted() -> None:
    """Of an adopted principle «getoetst» lies behind it where it is written with whom; else it is still to come."""
    lokaal, found = next(
        (lokaal, one)
        for lokaal in FRAMEWORK.gemeenten.values()
        for one in lokaal.gedragsprincipes.values()
        if one.is_adopted
    )
    f = Fragment(Edition(FRAMEWORK, lokaal), "")
    past = '<li class="geweest"><strong>getoetst</strong> <span>Voorgelegd en bijgesteld</span>'
    open_ = '<li class="straks"><strong>getoetst</strong> <span>Nog niet opgeschreven met wie</span>'
    assert past in principe_in(f, found, "")
    alone = found.model_copy(update={"getoetst_met": ()})
    assert open_ in principe_in(f, alone, "")


def test_the_sign_of_a_retired_principle_stands_where_its_text_begins(open_page: OpenPage) -> None:
    """A diamond is a square on its point: with its ring it does not hang out to the left, nor against its text."""
    edition, id_ = next(
        (edition, principe.id)
        for edition, gemeente in EDITIONS.items()
        for principe in FRAMEWORK.gemeenten[gemeente.id].gedragsprincipes.values()
        if principe.status == "vervallen"
    )
    out = """() => {
      const sign = getComputedStyle(document.querySelector(".baan > li.vervallen"), "::before");
      const ring = Math.max(...sign.boxShadow.match(/\\d+(?=px)/g));
      const { a, b } = new DOMMatrix(sign.transform);
      const half = (parseFloat(sign.width) / 2 + ring) * (Math.abs(a) + Math.abs(b));
      const middle = parseFloat(sign.left) + parseFloat(sign.width) / 2;
      const text = parseFloat(getComputedStyle(document.querySelector(".baan > li.vervallen")).paddingLeft);
      return [half - middle, text - middle - half];
    }"""
    page = open_page(edition + address("principe", id_))
    assert abs(page.evaluate(out)[0]) < 0.5
    page.set_viewport_size({"width": 360, "height": 740})
    left, beside = page.evaluate(out)
    assert abs(left) < 0.5
    assert beside > 6


def test_the_home_page_shows_three_with_how_far_they_are(open_page: OpenPage) -> None:
    """The first three in force, each a link with its status in words and at most one point for what is published."""
    page = open_page(next(iter(EDITIONS)))
    for edition, gemeente in EDITIONS.items():
        page.goto(edition)
        known = FRAMEWORK.gemeenten[gemeente.id].gedragsprincipes
        shown = page.locator(".begin__principes .doen")
        assert shown.count() == 3
        for card in shown.all():
            principe = known[str(card.locator("a").get_attribute("href")).strip("/").split("/")[-1]]
            assert principe.in_force
            assert card.locator(".spoor").inner_text() == principe.status
            assert card.locator(".spoor i").count() == (1 if principe.status == "gepubliceerd" else 3)
