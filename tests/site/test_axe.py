"""axe finds nothing: WCAG 2.0 to 2.2, A and AA, and best practice, in every state, palette and width.

What somebody runs at each change looks at each kind of page and each state once, in turn wide and narrow, light and
dark; the frame around them is so looked at in all (besluiten/0046). Under --alles the bar is proven for every page of
every edition, without a whole run per page and state:

- as it loads, every page is looked at whole, in both palettes and both widths;
- a state adds or changes one part, and leaves the rest of the page as it was: on every page that part is opened and
  looked at in both palettes, and on one page of each kind in each edition the whole page in that state, for what lies
  between the part and the rest (the focus, the landmarks, what is covered);
- a chosen palette gives every element of every page the colours that the system's palette gives it, so what axe finds
  in the one it finds in the other;
- the explanation of a word is the same HTML wherever the word stands: each is opened once in each edition.
"""

import pytest
from playwright.sync_api import Page

from tests.site import axe
from tests.site.axe import Violations
from tests.site.browser import VIEWS, OpenPage, View
from tests.site.hands import open_menu
from tests.site.pages import EDITIONS, FACTOR, ONCE, WITH_CONTENTS, some
from tests.site.storage import WIPES

# Together they have every state; each in an edition of its own.
SHOWN = [edition + page for edition, page in zip(EDITIONS, (FACTOR, WITH_CONTENTS), strict=True)]
# Each state: the width it is reached at, what is clicked to get there, and the part that it opens or changes.
STATES: dict[str, tuple[int, tuple[str, ...], str]] = {
    "menu open": (320, (".kop__menu",), ".menu"),
    "inhoud open": (320, (".inhoud__knop",), ".inhoud"),
    "uitleg open, smal": (320, (".begrip >> visible=true >> nth=0",), ".uitleg:popover-open"),
    "uitleg open, breed": (1280, (".begrip >> visible=true >> nth=-1",), ".uitleg:popover-open"),
    "donker gekozen": (1280, ("palet-keuze button",), "palet-keuze"),
    "licht gekozen": (320, ("palet-keuze button", "palet-keuze button"), "palet-keuze"),
    "wissen gevraagd": (320, (f"{WIPES} > button",), f"{WIPES} .wisvraag"),
    "alles gewist": (1280, ("palet-keuze button", f"{WIPES} > button", f"{WIPES} .wisvraag button"), WIPES),
}
SHARES = range(4)  # the pages of an edition are shared out, so that workers can take turns
COLOURS = """chosen => {
  const root = document.documentElement;
  chosen ? root.setAttribute("data-palet", chosen) : root.removeAttribute("data-palet");
  return [...document.querySelectorAll("body, body *")].map(element => {
    const { color, backgroundColor, borderColor, outlineColor, fill, stroke } = getComputedStyle(element);
    return `${element.tagName} ${[color, backgroundColor, borderColor, outlineColor, fill, stroke]}`;
  });
}"""


def reach(page: Page, width: int, clicks: tuple[str, ...]) -> bool:
    """Bring a page into a state; False where the page has nothing to click there."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="light")
    if not all(page.locator(selector).count() for selector in clicks):
        return False
    for selector in clicks:
        open_menu(page) if selector == ".kop__menu" else page.click(selector)
    return True


def _once_of(edition: str) -> list[tuple[str, tuple[View, ...]]]:
    """Return the pages that stand for a kind in this edition, each in one width and palette, taking turns."""
    own = [address for address in ONCE if address.startswith(edition)]
    return [(address, (VIEWS[n % len(VIEWS)],)) for n, address in enumerate(own)]


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("edition", EDITIONS)
def test_no_page_has_a_violation(
    open_page: OpenPage, edition: str, share: int, full_size: bool, violations: Violations
) -> None:
    """Each kind of page: editions, widths and palettes take turns; under --alles every page in each."""
    page, found = open_page(edition), {}
    pages = [(address, VIEWS) for address in some(edition, full_size=True)] if full_size else _once_of(edition)
    for address, views in pages[share :: len(SHARES)]:
        page.goto(address)
        found[address] = violations(page, views)
    assert found
    assert {address: lines for address, lines in found.items() if lines} == {}


@pytest.mark.parametrize("state", STATES)
def test_no_state_has_a_violation(open_page: OpenPage, state: str, full_size: bool, violations: Violations) -> None:
    """Whatever can be opened or chosen, in light and dark, on two pages; under --alles on each kind."""
    page, found = open_page(SHOWN[0]), {}
    width, clicks, _ = STATES[state]
    kinds = [address for edition in EDITIONS for address in some(edition, full_size=False)]
    for address in kinds if full_size else SHOWN:
        page.goto(address)
        if reach(page, width, clicks):
            found[address] = violations(page, [(width, "light"), (width, "dark")])
    assert found
    assert {address: lines for address, lines in found.items() if lines} == {}


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("edition", EDITIONS)
def test_what_a_state_opens_has_no_violation(
    open_page: OpenPage, edition: str, share: int, full_size: bool, violations: Violations
) -> None:
    """The part that a state opens or changes, in light and dark, on every page."""
    if not full_size:
        pytest.skip("alleen bij --alles op elke pagina; op twee pagina's wordt elke staat hierboven heel bekeken")
    page, found = open_page(edition), {}
    for address in some(edition, full_size=True)[share :: len(SHARES)]:
        page.goto(address)
        for state, (width, clicks, part) in STATES.items():
            if reach(page, width, clicks):
                found[f"{address} {state}"] = violations(page, [(width, "light"), (width, "dark")], part)
            page.keyboard.press("Escape")
            page.evaluate("localStorage.clear(); document.documentElement.removeAttribute('data-palet')")
    assert found
    assert {place: lines for place, lines in found.items() if lines} == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_explanation_of_a_word_has_no_violation(
    open_page: OpenPage, edition: str, full_size: bool, violations: Violations
) -> None:
    """Two words of a page of a factor, in light and dark; under --alles each word of the edition, once."""
    page, seen, found = open_page(edition), set[str](), {}
    for address in some(edition, full_size=True) if full_size else [edition + FACTOR]:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
        for word in page.locator(".begrip").all()[: None if full_size else 2]:
            note = page.locator(f"#{word.get_attribute('popovertarget')}")
            if (text := note.inner_html()) not in seen and word.is_visible():  # some wait in a part that is shown later
                seen.add(text)
                word.click()
                found[f"{address} {note.text_content()}"] = violations(page, VIEWS[2:], ".uitleg:popover-open")
                page.keyboard.press("Escape")
    assert found
    assert {place: lines for place, lines in found.items() if lines} == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_chosen_palette_is_that_of_the_system(open_page: OpenPage, edition: str, full_size: bool) -> None:
    """Every element has the same colours, whoever chose them; under --alles on every page, else on that of a factor."""
    page = open_page(edition)
    for address in some(edition, full_size=True) if full_size else [edition + FACTOR]:
        page.goto(address)
        page.wait_for_load_state("networkidle")  # the window of the search comes once the page is there
        page.emulate_media(color_scheme="light")
        light, dark_by_choice = page.evaluate(COLOURS, None), page.evaluate(COLOURS, "donker")
        page.emulate_media(color_scheme="dark")
        light_by_choice, dark = page.evaluate(COLOURS, "licht"), page.evaluate(COLOURS, None)
        pairs = zip([*light, *dark], [*light_by_choice, *dark_by_choice], strict=True)
        assert [pair for pair in pairs if pair[0] != pair[1]] == [], address
        assert light != dark


def test_without_scripts_nothing_is_violated(open_page: OpenPage, violations: Violations) -> None:
    """Where our scripts do nothing, the same bar holds (axe itself cannot run where scripts are off)."""
    page = open_page("", own=True)
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(SHOWN[0])
    assert page.locator("button", has_text="Wis alles").count() == 0
    assert violations(page, VIEWS) == set()


def test_the_page_at_the_root_has_no_violation(open_page: OpenPage, violations: Violations) -> None:
    """The list of municipalities, and the page on which they read each other."""
    page = open_page("")
    assert violations(page, VIEWS) == set()
    page.goto("leren-van-elkaar/")
    assert violations(page, VIEWS) == set()


def test_a_text_that_cannot_be_read_is_named(open_page: OpenPage) -> None:
    """Of each look one text is measured; whichever text gets a colour that is too light, axe names it."""
    page = open_page(SHOWN[0])
    with_text = "//main//*[self::h1 or self::h2 or self::p or self::a][text()[normalize-space()]]"
    texts = page.locator(f"{with_text} >> visible=true")
    for number in range(0, texts.count(), 12):
        texts.nth(number).evaluate("text => text.style.setProperty('color', '#aaa')")
        found = axe.violations(page, VIEWS[:1], every_text=False)
        assert [line for line in found if "color-contrast" in line], texts.nth(number).text_content()
        texts.nth(number).evaluate("text => text.style.removeProperty('color')")


def test_a_link_that_cannot_be_told_from_its_text_is_named(open_page: OpenPage) -> None:
    """Of each look one link is judged, once for all pages; one that loses its line and nearly its colour is named."""
    page = open_page(SHOWN[0])
    assert axe.violations(page, VIEWS[:1], every_text=False) == set()
    links = page.locator("//main//p[text()[normalize-space()]]/a >> visible=true")
    assert links.count()
    for link in links.all()[:3]:
        link.evaluate("link => Object.assign(link.style, { textDecoration: 'none', color: '#333' })")
        found = axe.violations(page, VIEWS[:1], every_text=False)
        assert [line for line in found if "link-in-text-block" in line], link.text_content()
        link.evaluate("link => link.removeAttribute('style')")
