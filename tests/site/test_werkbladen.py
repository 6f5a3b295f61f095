"""Routes and tools begin with their first press: on the first screen, one caveat before it, the rest folded."""

import pytest

from tests.site.browser import OpenPage
from tests.site.pages import EDITIONS, FRAMEWORK

EDITION = next(iter(EDITIONS))
TOOLS = [f"instrumenten/{id_}/" for id_ in FRAMEWORK.instrumenten] + ["bespreken/"]
ROUTES = [f"afwegen/{id_}/" for id_ in FRAMEWORK.routes]
LONGEST, MOST_WORDS, MOST_SHIFT = 4_000, 900, 0.02
# What one fills in, chooses, opens or begins with; the way to the caveats comes before it, and is not it.
FIRST = "article :is(textarea, input, select, button, summary, a):not(.toolkop *, .begrip, .bronnr)"
SHIFT = """new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) sum += value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
BOTTOM = """(selector) => [...document.querySelectorAll(selector)].find((one) => one.checkVisibility())
  .getBoundingClientRect().bottom"""


@pytest.mark.parametrize("address", [*TOOLS, *ROUTES])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740)])
def test_the_first_press_is_on_the_first_screen(open_page: OpenPage, address: str, width: int, height: int) -> None:
    """With one caveat before it, and nothing moves while the page comes."""
    page = open_page(EDITION + address, width, height)
    assert page.evaluate(SHIFT) <= MOST_SHIFT
    assert page.evaluate(BOTTOM, FIRST) <= height
    assert page.locator(".toolkop__let-op").count() == 1
    assert (
        page.locator(".let-op:visible").evaluate_all(
            "(all, height) => all.filter((one) => one.getBoundingClientRect().top < height / 2).length", height
        )
        == 0
    )


@pytest.mark.parametrize("address", [*TOOLS, *ROUTES])
def test_a_tool_is_no_longer_than_it_must(open_page: OpenPage, address: str) -> None:
    """As opened at 1280: at most 4,000 px and 900 visible words; the way to the caveats opens them."""
    page = open_page(EDITION + address)
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST
    assert len(page.locator("article").inner_text().split()) <= MOST_WORDS
    page.locator(".toolkop__let-op a").last.click()
    assert page.locator("#let-op").is_visible()
