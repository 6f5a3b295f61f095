"""Everything works with the keyboard alone, and the reader always sees where the focus is."""

from itertools import groupby, takewhile

import pytest
from playwright.sync_api import Page, expect

from tests.site.browser import OpenPage
from tests.site.hands import open_menu, press_many
from tests.site.pages import EDITIONS, FACTOR, GROUPS, WITH_CONTENTS, some

EDITION = next(iter(EDITIONS))
# Before each Tab the page notes where the focus is: what it is, how thick its outline is, whether something is over it.
NOTE = """() => {
  const numbers = new Map();
  const before = [];
  document.onkeydown = (event) => void (event.key === "Tab" && before.push(focus()));
  window.stops = () => [...before.slice(1), focus()];
  const focus = () => {
    const element = document.activeElement;
    if (element === document.body) return null;
    if (!numbers.has(element)) numbers.set(element, numbers.size);
    const box = element.getBoundingClientRect();
    const rect = element.getClientRects()[0] ?? box;
    const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;  // of what is in view
    const x = Math.min(Math.max(rect.x + rect.width / 2, 1), innerWidth - 1);
    const y = middle(rect.top, rect.bottom, innerHeight);
    const top = document.elementFromPoint(x, y);
    const style = getComputedStyle(element);
    return {
      number: numbers.get(element),
      name: element.textContent.trim() || element.tagName,
      menu: !!element.closest(".menu"),
      outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      seen: !!top && (element.contains(top) || top.contains(element)),
    };
  };
}"""
Focus = dict[str, object]


def walk(page: Page, about: int = 25) -> list[Focus]:
    """Press Tab until the focus leaves the page or comes back to where it was, and return every stop, about so many."""
    page.evaluate(NOTE)
    for presses in (about + 1, *[5] * 300):
        press_many(page, "Tab", presses)
        noted = page.evaluate("stops()")
        # the day, the month and the year of one date are three stops in one field
        stops = [next(group) for _, group in groupby(noted, lambda stop: stop and stop["number"])]
        numbers = [stop and stop["number"] for stop in stops]
        end = next((at for at, number in enumerate(numbers) if number is None or number in numbers[:at]), None)
        if end is not None:
            return stops[:end]
    raise AssertionError("Tab komt niet rond")


# How many stops there are to see now; a group of radios is one.
FOCUSABLE = """() => {
  const all = "a, button:enabled, summary, select, textarea, [tabindex='0'], input:enabled";
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const stops = [...document.querySelectorAll(all)].filter(isSeen);
  return new Set(stops.map((one) => one.type === "radio" ? one.name : one)).size;
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_tab_passes_everything_and_is_always_seen(open_page: OpenPage, width: int, full_size: bool) -> None:
    """No trap; at every stop an outline of at least 2 px, and nothing lies over it.

    Each kind of page on a narrow screen; under --alles every page, on a wide one too.
    """
    page = open_page(EDITION + FACTOR, width)
    for address in some(EDITION, full_size=full_size) if full_size or width == 360 else (EDITION, EDITION + FACTOR):
        page.goto(address)
        shown = int(page.evaluate(FOCUSABLE))
        stops = walk(page, shown)
        # what comes at the first focus is a stop too
        assert len(stops) == shown or len(stops) == page.evaluate(FOCUSABLE), address
        assert [stop for stop in stops if float(str(stop["outline"])) < 2 or not stop["seen"]] == [], address


def test_the_first_stop_skips_to_the_text(open_page: OpenPage) -> None:
    """The skip link comes first, is shown, and takes the focus past header, menu and contents."""
    page = open_page(EDITION + FACTOR)
    page.keyboard.press("Tab")
    expect(page.locator(".overslaan")).to_be_focused()
    expect(page.locator(".overslaan")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_the_closed_menu_takes_no_focus(open_page: OpenPage) -> None:
    """On a narrow screen no link of the closed menu is reached."""
    page = open_page(EDITION + FACTOR, 360)
    assert [stop["name"] for stop in walk(page) if stop["menu"]] == []


def test_the_menu_opens_walks_and_closes(open_page: OpenPage) -> None:
    """Enter opens it at 360 px, Tab reaches each of its links, Esc closes it and gives the focus back."""
    page = open_page(EDITION + FACTOR, 360)
    button, menu = page.locator(".kop__menu"), page.locator(".menu")
    button.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(menu.locator("details")).to_have_count(GROUPS)
    for group in menu.locator("details").all():
        if group.get_attribute("open") is None:
            group.locator("summary").focus()
            page.keyboard.press("Enter")
    button.focus()
    inside = list(takewhile(lambda stop: stop["menu"], walk(page)))
    assert len(inside) == menu.locator("a, button, summary").count() > 20
    assert all(stop["seen"] for stop in inside)
    menu.locator("a").last.focus()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_of_a_telephone_is_short(open_page: OpenPage, scripts: bool) -> None:
    """Only the group of the page is open, also without scripts; with them the page itself has the focus, in sight."""
    page = open_page(EDITION + FACTOR, 360, 740, java_script_enabled=scripts)
    open_menu(page) if scripts else page.click(".kop__menu")
    assert page.locator(".menu details[open] > summary").all_inner_texts() == ["Willen en kunnen"]
    if not scripts:
        return
    here = page.locator(".menu [aria-current]")
    expect(here).to_be_in_viewport()
    expect(here).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".menu [aria-current] >> xpath=../following-sibling::li[1]/a")).to_be_focused()


def test_where_there_is_room_the_menu_shows_every_day(open_page: OpenPage) -> None:
    """On a wide screen the groups of the bar are open; what is needed seldom is folded."""
    page = open_page(EDITION)
    for place in ("", FACTOR):
        page.goto(EDITION + place)
        open_menu(page)
        words = page.locator(".woorden a").all_inner_texts()
        expect(page.locator(".menu details[open] > summary")).to_have_text(words)


LINKS = "() => [...document.querySelectorAll('.menu a')].map(one => [one.href, one.textContent])"


def test_the_menu_is_whole_on_every_page(open_page: OpenPage) -> None:
    """What stands on the home page alone comes when the menu opens: the same links, in the same order."""
    page = open_page(EDITION)
    wanted = page.evaluate(LINKS)
    assert len(wanted) > 80
    for place in (FACTOR, "afwegen/plan-kiezen/", "voor-elearningmakers/", "principes/"):
        page.goto(EDITION + place)
        assert len(page.evaluate(LINKS)) < 35
        open_menu(page)
        assert page.evaluate(LINKS) == wanted, place
        expect(page.locator(".menu [aria-current]")).to_have_count(1)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_group_that_does_not_come_is_a_link_to_where_it_is_whole(open_page: OpenPage, scripts: bool) -> None:
    """Without scripts, and where the home page cannot be had."""
    page = open_page(EDITION + FACTOR, 360, java_script_enabled=scripts)
    page.route(f"**/{EDITION}", lambda route: route.fulfill(status=200, body="storing"))
    page.click(".kop__menu")
    expect(page.locator(".menu details > summary")).to_have_text(["Willen en kunnen"])
    page.click(".menu a:text-is('Werkbladen')")
    page.wait_for_url("**/instrumenten/")
    page.click(".kop__menu")
    expect(page.locator(".menu details a")).to_have_count(11)


def test_a_heading_can_be_linked(open_page: OpenPage) -> None:
    """A heading is a link to itself, by its own words; it shows that when the keyboard arrives, and not on paper."""
    page = open_page(next(iter(EDITIONS)) + FACTOR)
    link = page.locator(".koplink").first
    shown = "link => getComputedStyle(link, '::after').opacity"
    assert link.evaluate(shown) == "0"
    page.keyboard.press("Tab")
    link.focus()
    assert link.evaluate(shown) == "1"
    page.keyboard.press("Enter")
    assert page.url.endswith("#" + str(link.evaluate("link => link.parentElement.id")))
    page.emulate_media(media="print")
    assert link.evaluate("link => getComputedStyle(link, '::after').content") == "none"


@pytest.mark.parametrize("width", [360, 1280])
def test_a_word_is_explained_where_it_stands(open_page: OpenPage, width: int) -> None:
    """Enter opens the explanation near the word and in view, Tab goes into it, Esc gives the focus back."""
    page = open_page(EDITION + FACTOR, width)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    words = page.locator(".begrip").all()
    assert words
    for word in words:
        word.focus()
        page.keyboard.press("Enter")
        note = page.locator(".uitleg:popover-open")
        expect(note).to_be_in_viewport(ratio=1)
        assert not page.evaluate(OVERLAP), word.text_content()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.uitleg:popover-open') !== null")
        page.keyboard.press("Escape")
        expect(word).to_be_focused()


OVERLAP = """() => {
  const word = document.activeElement.getBoundingClientRect();
  const note = document.querySelector('.uitleg:popover-open').getBoundingClientRect();
  return word.top < note.bottom - 1 && note.top < word.bottom - 1;
}"""


def test_the_contents_close_after_a_choice(open_page: OpenPage) -> None:
    """On a narrow screen a choice from «Op deze pagina» shows that heading, with nothing over it."""
    page = open_page(EDITION + WITH_CONTENTS, 360)
    page.locator(".inhoud__knop").focus()
    page.keyboard.press("Enter")
    link = page.locator(".inhoud a").last
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".inhoud")).to_be_hidden()
    expect(page.locator(f"h2{link.get_attribute('href')}")).to_be_in_viewport()
