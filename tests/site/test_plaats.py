"""One's place is kept: after a search, on another version, and where the browser refuses another address."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.browser import OpenPage
from tests.site.gids import EDITION, NEXT, ROUTE, at, go
from tests.site.hands import Hands

REFUSE = """for (const name of ['replaceState', 'pushState']) history[name] = () => {
  throw new DOMException('te vaak', 'SecurityError') }"""


def search(page: Page, text: str) -> None:
    """Open the search and type."""
    page.click("zoek-venster > button")
    page.fill("#zoek-veld", text)
    expect(page.locator(".zoek__lijst a").first).to_be_visible()


def test_after_a_search_and_back_the_guide_is_where_it_was(open_page: OpenPage) -> None:
    """From screen 2 to a result, back, and Esc: screen 2 in the address and on the screen, after a reload too."""
    page = open_page(f"{ROUTE}#scherm=1")
    page.click(NEXT)
    at(page, "scherm=2")
    search(page, "kennis")
    page.locator(".zoek__lijst a").first.click()
    page.wait_for_url(re.compile("factoren/kennis"))
    page.go_back()
    expect(page.locator("dialog.zoek")).to_be_visible()
    page.reload()
    expect(page.locator("dialog.zoek")).to_be_visible()
    page.keyboard.press("Escape")
    at(page, "scherm=2")
    expect(page.locator(".scherm:visible")).to_have_attribute("data-scherm", "2")


def test_a_search_that_is_closed_leaves_the_page_alone(open_page: OpenPage) -> None:
    """Esc after typing: the same screen, the same field with the focus, no step in the history."""
    page = open_page(f"{ROUTE}#scherm=2")
    steps = page.evaluate("history.length")
    field = page.locator("gids-stappen .vraag:visible input").last
    field.focus()
    field.press("/")
    search(page, "kennis")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"#scherm=2$"))
    assert page.evaluate("history.length") == steps
    expect(page.locator(".scherm:visible")).to_have_attribute("data-scherm", "2")


def test_a_link_to_a_search_keeps_the_place_too(open_page: OpenPage) -> None:
    """The address is changed by hand or by a link: the page behind does not move, Esc leads back to it."""
    page = open_page(f"{ROUTE}#scherm=2")
    page.evaluate("location.hash = '#zoek=kennis'")
    expect(page.locator("dialog.zoek")).to_be_visible()
    expect(page.locator(".scherm:not([hidden])")).to_have_attribute("data-scherm", "2")
    page.keyboard.press("Escape")
    at(page, "scherm=2")


def test_a_filter_stays_behind_a_search(open_page: OpenPage) -> None:
    """What was chosen in a list is still chosen after a search, back and Esc."""
    page = open_page(f"{EDITION}activiteiten/#werkgever=ja")
    search(page, "kennis")
    page.locator(".zoek__lijst a").first.click()
    page.wait_for_url(re.compile("kennis"))
    page.go_back()
    expect(page.locator("dialog.zoek")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Werkgever", exact=True)).to_have_value("ja")
    assert page.url.endswith("#werkgever=ja")


def test_a_round_of_a_meeting_stays_behind_a_search(open_page: OpenPage) -> None:
    """The second round is still shown, also while the search is linked to."""
    page = open_page(f"{EDITION}bespreken/")
    second = page.locator(".ronde").nth(1).get_attribute("id")
    page.evaluate(f"location.hash = '#{second}'")
    page.evaluate("location.hash = '#zoek=kennis'")
    expect(page.locator("dialog.zoek")).to_be_visible()
    expect(page.locator(".ronde[data-nu]")).to_have_id(second or "")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(f"#{second}$"))


def test_the_version_link_takes_the_place_of_now_along(open_page: OpenPage) -> None:
    """Opened on the first screen and again on the second: each time the address of that moment."""
    page = open_page(f"{ROUTE}#scherm=1")
    links = page.locator(".versies li a[href*='afwegen']")
    for place in ("scherm=1", "scherm=2"):
        page.locator("versie-keuze button").click()
        for link in links.all():
            link.hover()
            expect(link).to_have_attribute("href", re.compile(f"#{place}$"))
        page.keyboard.press("Escape")
        go(Hands(page))


def test_a_browser_that_refuses_addresses_does_not_stop_the_work(open_page: OpenPage) -> None:
    """Safari throws after a hundred changes: the search finds, the filter filters, the guide goes on."""
    page = open_page(EDITION, own=True)
    page.add_init_script(REFUSE)
    page.goto(f"{EDITION}activiteiten/")
    page.get_by_label("Werkgever", exact=True).select_option("ja")
    shown = page.locator("lijst-filter section:not([hidden])").count()
    assert 0 < shown < page.locator("lijst-filter section").count()
    search(page, "kennis")
    page.fill("#zoek-veld", "houding")
    expect(page.locator(".zoek__lijst a").first).to_contain_text("Houding")
    page.goto(f"{ROUTE}#scherm=1")
    page.locator(".scherm:visible input").first.check()
    page.click(NEXT)
    expect(page.locator(".scherm:visible")).to_have_attribute("data-scherm", "2")
    for _ in page.locator(".scherm:visible .vraag").all():
        page.click(NEXT)
    expect(page.locator(".scherm:visible")).not_to_have_attribute("data-scherm", "2")
    page.locator("a[data-terug]").click()
    expect(page.locator(".scherm:visible")).to_have_attribute("data-scherm", "2")


@pytest.mark.parametrize("typed", ["\\ud83d", "kennis\\ude00", "%", "#&=?", "\\u0000"])
def test_whatever_is_typed_the_search_goes_on(open_page: OpenPage, typed: str) -> None:
    """Half a surrogate, or a sign with a meaning in an address: the next word is found as ever."""
    page = open_page(EDITION)
    page.click("zoek-venster > button")
    page.wait_for_selector("#zoek-veld")
    page.evaluate(
        f"""() => {{ const field = document.querySelector("#zoek-veld"); field.value = "{typed}";
          field.dispatchEvent(new Event("input", {{ bubbles: true }})) }}"""
    )
    page.fill("#zoek-veld", "houding")
    expect(page.locator(".zoek__lijst a").first).to_contain_text("Houding")
    expect(page).to_have_url(re.compile("#zoek=houding$"))


@pytest.mark.parametrize("address", ["activiteiten/", "principes/", "voor-elearningmakers/"])
def test_any_place_on_a_page_with_a_list_can_be_linked(open_page: OpenPage, address: str) -> None:
    """Every id around its items, those of the filter's own fields too, stays on the page without a message."""
    page = open_page(f"{EDITION}{address}")
    items = "leidt-door section, lijst-filter tbody tr"
    shown = page.locator(items).count()
    ids = page.locator("[id]:not(leidt-door section, leidt-door section *)").evaluate_all("all => all.map(o => o.id)")
    assert "artikel" in ids  # where the skip link leads
    for one in [*ids, "bestaat-niet", "%", "'\""]:
        page.evaluate("one => { location.hash = one }", one)
        page.evaluate("new Promise((done) => setTimeout(done, 20))")  # a page that is left breaks this off
    page.evaluate("document.querySelectorAll('article details').forEach((one) => { one.open = true })")
    assert page.locator(items).filter(visible=True).count() == shown > 3


def test_the_skip_link_stays_on_a_page_whose_items_lead_on(open_page: OpenPage) -> None:
    """To the text with the keyboard is not to the page of the first activity in it."""
    page = open_page(f"{EDITION}activiteiten/")
    page.locator("a.overslaan").press("Enter")
    expect(page).to_have_url(re.compile("activiteiten/#artikel$"))
    page.wait_for_timeout(200)
    expect(page).to_have_url(re.compile("activiteiten/#artikel$"))
