"""Routes and tools begin with their first press: on the first screen, one caveat before it, the rest folded."""

import pytest

from tests.site.browser import SHIFT, STEADY, OpenPage
from tests.site.pages import EDITIONS, FRAMEWORK
from tests.site.server import Server

EDITION = next(iter(EDITIONS))
TOOLS = [f"instrumenten/{id_}/" for id_ in FRAMEWORK.instrumenten] + ["bespreken/"]
ROUTES = [f"afwegen/{id_}/" for id_ in FRAMEWORK.routes]
LONGEST, MOST_WORDS = 4_000, 900
SIZES = ((1280, 800), (360, 740))
# What one fills in, chooses, opens or begins with; the way to the caveats comes before it, and is not it.
FIRST = "article :is(textarea, input, select, button, summary, a):not(.toolkop *, .begrip, .bronnr)"
BOTTOM = """(selector) => [...document.querySelectorAll(selector)].find((one) => one.checkVisibility())
  .getBoundingClientRect().bottom"""
# Those on the upper half of the first screen.
CAVEATS = """() => [...document.querySelectorAll(".let-op")].filter((one) =>
  one.checkVisibility() && one.getBoundingClientRect().top < innerHeight / 2).length"""


@pytest.mark.parametrize("size", SIZES)
def test_the_first_press_is_on_the_first_screen(open_page: OpenPage, first_view: Server, size: tuple[int, int]) -> None:
    """With one caveat before it, and nothing moves while the page comes.

    As opened at 1280: at most 4,000 px and 900 visible words; the way to the caveats opens them.
    """
    page = open_page("", *size, of=first_view)
    for address in (*TOOLS, *ROUTES):
        page.goto(EDITION + address)
        assert page.evaluate(SHIFT) <= STEADY, address
        assert page.evaluate(BOTTOM, FIRST) <= size[1], address
        assert page.locator(".toolkop__let-op").count() == 1, address
        assert page.evaluate(CAVEATS) == 0, address
        if size == SIZES[0]:
            assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST, address
            assert len(page.locator("article").inner_text().split()) <= MOST_WORDS, address
            page.locator(".toolkop__let-op a").last.click()
            assert page.locator("#let-op").is_visible(), address
