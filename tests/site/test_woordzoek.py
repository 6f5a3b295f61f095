"""The glossary, the sources and the studies can be searched in the page itself."""

import pytest
from playwright.sync_api import expect

from tests.site.browser import OpenPage

EDITION = "voorbeeldstad/nieuwste/"


@pytest.mark.parametrize(
    ("page_", "typed", "left"),
    [
        ("begrippen/", "clientenraad", "clientenraad"),
        ("bronnen/", "liu", "liu-2014"),
        ("onderzoeken/", "liu", "liu-2014-kop"),
    ],
)
def test_what_is_typed_narrows_the_list(open_page: OpenPage, page_: str, typed: str, left: str) -> None:
    """Without accents and capitals; it says how many, an empty field brings all back, an address shows its entry."""
    page = open_page(EDITION + page_)
    entries = page.locator("woord-zoek [data-woord]:visible")
    everything = entries.count()
    page.locator("#woordzoek").fill(typed)
    expect(page.locator(f"#{left}")).to_be_visible()
    assert 0 < entries.count() < everything
    expect(page.locator(".woordzoek__stand")).to_contain_text(f"van {everything}")
    page.locator("#woordzoek").fill("qqq")
    expect(page.locator(".woordzoek__stand")).to_contain_text("Geen")
    page.evaluate(f"location.hash = '#{left}'")
    expect(entries).to_have_count(everything)


@pytest.mark.parametrize("page_", ["begrippen/", "bronnen/", "onderzoeken/"])
def test_without_a_script_there_is_nothing_to_fill_in(open_page: OpenPage, page_: str) -> None:
    """The whole list is there."""
    page = open_page(EDITION + page_, java_script_enabled=False)
    expect(page.locator(".woordzoek")).to_be_hidden()
    assert page.locator("woord-zoek [data-woord]:visible").count() > 20
