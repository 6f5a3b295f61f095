"""The filter of activities: what is chosen stands after #, nothing is asked of a server, everything stays reachable."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.browser import OpenPage

PAGE = "voorbeeldstad/nieuwste/activiteiten/"


def _shown(page: Page) -> list[str]:
    sections = page.locator("lijst-filter section:not([hidden])")
    shown: list[str] = sections.evaluate_all("sections => sections.map(section => section.id)")
    return shown


def test_a_choice_narrows_the_list_and_stands_after_the_hash(open_page: OpenPage) -> None:
    """Choosing a factor and a kind of evidence leaves what fits both, says how many, and can be linked."""
    page = open_page(PAGE)
    everything = _shown(page)
    page.get_by_label("Factor", exact=True).select_option("lastige-situaties")
    page.get_by_label("Bewijs", exact=True).select_option("c")
    left = _shown(page)
    assert "als-danplan" in left
    assert 0 < len(left) < len(everything)
    assert page.url.endswith("#factor=lastige-situaties&bewijs=c")
    expect(page.get_by_role("status").first).to_contain_text(f"van {len(everything)}")


def test_the_map_adds_its_factor_to_what_was_chosen(open_page: OpenPage) -> None:
    """A box of the map is the same choice as in the list; pressed again it lets go of the factor alone."""
    page = open_page(f"{PAGE}#werkgever=ja")
    box = page.locator(".activiteiten__kaart").get_by_role("link", name="Kennis")
    box.click()
    expect(page.get_by_label("Factor", exact=True)).to_have_value("kennis")
    assert page.url.endswith("#werkgever=ja&factor=kennis")
    expect(box).to_have_attribute("aria-current", "true")
    box.click()
    expect(page.get_by_label("Factor", exact=True)).to_have_value("")
    assert page.url.endswith("#werkgever=ja")


def test_a_linked_choice_is_restored(open_page: OpenPage) -> None:
    """An address with choices shows them, after a reload too; back leads to the page before."""
    page = open_page(f"{PAGE}#werkgever=ja")
    expect(page.get_by_label("Werkgever", exact=True)).to_have_value("ja")
    chosen = _shown(page)
    page.wait_for_load_state("networkidle")
    page.reload(wait_until="networkidle")
    assert _shown(page) == chosen
    assert "bedrijfsbezoek" in chosen


def test_toon_alles_brings_everything_back(open_page: OpenPage) -> None:
    """The button empties every choice and the address."""
    page = open_page(f"{PAGE}#stap=plan&werkgever=ja")
    page.get_by_role("button", name="Toon alles").click()
    expect(page.get_by_role("status").first).to_contain_text(
        f"{len(page.locator('lijst-filter section').all())} activiteiten van"
    )
    expect(page.get_by_label("Stap", exact=True)).to_have_value("")
    assert len(_shown(page)) == page.locator("lijst-filter section").count()
    assert "=" not in page.url


@pytest.mark.parametrize("hash_", ["#factor=onzin", "#factor=%3Cscript%3E&x=y", "#=&=", "#bewijs=%"])
def test_nonsense_after_the_hash_shows_everything(open_page: OpenPage, hash_: str) -> None:
    """An unknown or broken choice is no choice, and says nothing on the console."""
    page = open_page(PAGE + hash_)
    assert len(_shown(page)) == page.locator("lijst-filter section").count()


def test_the_place_of_an_activity_leads_to_its_page(open_page: OpenPage) -> None:
    """What was the address of an activity leads to its page, on arrival and from a link."""
    page = open_page(f"{PAGE}#als-danplan")
    page.wait_for_url("**/activiteiten/als-danplan/")
    page.goto(f"{PAGE}#werkgever=ja")
    page.evaluate("location.hash = '#als-danplan'")
    page.wait_for_url("**/activiteiten/als-danplan/")


def test_nothing_fits_says_so(open_page: OpenPage) -> None:
    """When no activity fits, a sentence says what to do."""
    page = open_page(f"{PAGE}#factor=doelgedrag&werkgever=ja")
    assert _shown(page) == []
    expect(page.get_by_role("status").first).to_contain_text("Kies ergens «alle»")


def test_filtering_asks_nothing_of_the_server(open_page: OpenPage) -> None:
    """No request follows a choice."""
    page = open_page(PAGE, own=True)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Factor", exact=True).select_option("kennis")
    page.get_by_role("button", name="Toon alles").click()
    page.wait_for_timeout(200)
    assert asked == []


def test_the_filter_works_by_keyboard(open_page: OpenPage) -> None:
    """Tab reaches the choices, the arrow keys choose, and the focus stays where it was."""
    page = open_page(PAGE)
    page.get_by_label("Factor", exact=True).focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Factor", exact=True)).to_be_focused()
    assert len(_shown(page)) < page.locator("lijst-filter section").count()


def test_without_a_script_everything_is_there(open_page: OpenPage) -> None:
    """Without JavaScript there is no filter to fill in, and every activity can be read."""
    page = open_page(PAGE, java_script_enabled=False)
    expect(page.locator("form.filter")).to_be_hidden()
    sections = page.locator("lijst-filter section")
    assert sections.count() > 20
    for section in sections.all():
        expect(section).to_be_visible()
