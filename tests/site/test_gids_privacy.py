"""What is filled in reaches no request, no address and no lasting storage; «Wis alles» leaves nothing anywhere."""

from playwright.sync_api import Page

from tests.site.browser import OpenPage
from tests.site.gids import ARRIVED, EXPLORE, NEXT, PLAN, ROUTE, go
from tests.site.hands import Hands
from tests.site.storage import wipe

CANARY = "kanariegeel"
EVERYTHING = """(canary) => {
  for (const field of document.querySelectorAll("gids-stappen .scherm:not([hidden]) :is(input, textarea)")) {
    if (field.type === "file" || field.readOnly || !field.checkVisibility()) continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked || field.click();
    else { field.value = canary.slice(0, field.maxLength > 0 ? field.maxLength : 99); }
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""
# A button that goes on may be answered by what is wrong, which a script says that comes when it is needed.
ANSWERED = f"""before => document.querySelector("gids-stappen [role=alert]").checkVisibility() || ({ARRIVED})(before)"""
FIELDS = """(canary) =>
  [...document.querySelectorAll("input, textarea")].filter((field) => field.value.includes(canary)).length"""


def _fill_everything(page: Page) -> list[str]:
    """Fill in every field of two routes and of exploring; return every address that the browser showed."""
    addresses = []
    for start in (f"{ROUTE}#scherm=1", f"{PLAN}#scherm=1", f"{EXPLORE}#scherm=1"):
        page.goto(start)
        for _ in range(16):
            page.evaluate(EVERYTHING, CANARY)
            addresses.append(page.url)
            if "uitkomst" in page.url:
                break
            before = page.url
            page.click(NEXT)
            page.wait_for_function(ANSWERED, arg=before)
            if page.get_by_role("alert").is_visible():  # too many, or no date: that screen is left as it is
                page.click("[data-mee]")
            page.wait_for_function(ARRIVED, arg=before)
    return addresses


def test_nothing_that_is_filled_in_leaves_the_tab(open_page: OpenPage) -> None:
    """In no request, in no address, not in localStorage (but for a mark), not in a cookie; in sessionStorage alone."""
    page = open_page(ROUTE, own=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.headers} {request.post_data}"))
    addresses = _fill_everything(page)
    assert [line for line in [*asked, *addresses] if CANARY in line] == []
    assert CANARY in page.evaluate("JSON.stringify(sessionStorage)")
    assert page.evaluate("Object.keys(localStorage)") == ["leidraad.beurt /"]
    assert CANARY not in page.evaluate("JSON.stringify(localStorage)")
    assert page.context.cookies() == []


def test_nothing_is_asked_while_filling_in(open_page: OpenPage) -> None:
    """From the first answer to the outcome the page asks for nothing at all."""
    page = open_page(f"{ROUTE}#scherm=1", own=True)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    while "uitkomst" not in page.url:
        page.evaluate("document.querySelector('.scherm:not([hidden]) .vraag:not([hidden]) input')?.click()")
        go(Hands(page))
    assert asked == []


def test_after_wiping_nothing_is_left(open_page: OpenPage) -> None:
    """Not in a storage, not in a field, not in the page, not on the page before, and not to be put back."""
    page = open_page(ROUTE)
    _fill_everything(page)
    assert page.evaluate(FIELDS, CANARY) > 0
    wipe(page)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate(FIELDS, CANARY) == 0
    assert CANARY not in page.content()
    assert not page.get_by_role("button", name="Zet terug wat er stond").is_visible()
    for address in (ROUTE, PLAN, EXPLORE):
        page.goto(f"{address}#scherm=uitkomst")
        assert CANARY not in page.content()
        assert page.evaluate(FIELDS, CANARY) == 0
        assert page.locator("[data-groep] input").count() == 0
