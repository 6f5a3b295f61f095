"""What is chosen by name in the form: one list of boxes with all there is, and the order of what was chosen."""

import io
import zipfile

import yaml
from playwright.sync_api import Locator, Page, expect

from tests.site.browser import OpenPage
from tests.site.maker import MAKER, begin, download, fill_in, make, open_all, press, state_of


def _box(page: Page, key: str) -> Locator:
    return page.locator(f".gekozen:has([data-veld='{key}'])").first


def _chosen(page: Page, key: str) -> list[str]:
    chosen: list[str] = state_of(page)["keuze"][0][key]
    return chosen


def _wait_for(page: Page, key: str, number: int) -> None:
    expect(_box(page, key).locator("ol > li")).to_have_count(number)


def test_all_but_one_takes_two_presses(open_page: OpenPage) -> None:
    """All are boxes in one list that stays as it stands; what is chosen has an order, and nothing chosen is none."""
    page, key = open_page(MAKER), "poster.factoren"
    fill_in(page)
    begin(page)
    open_all(page)
    box = _box(page, key)
    boxes = box.get_by_role("checkbox")
    expect(boxes).to_have_count(7)
    names = box.locator("label").all_inner_texts()
    box.get_by_role("button", name="Vink alles aan").click()
    _wait_for(page, key, 7)
    box.get_by_role("checkbox", name="Sociale norm").uncheck()
    _wait_for(page, key, 6)
    expect(box.get_by_role("checkbox", name="Sociale norm")).to_be_focused()
    assert (box.locator("label").all_inner_texts(), "sociale-norm" in _chosen(page, key)) == (names, False)
    box.get_by_role("button", name="Vink niets aan").click()
    _wait_for(page, key, 0)
    assert _chosen(page, key) == []


def test_the_order_is_changed_by_keyboard(open_page: OpenPage) -> None:
    """Forward, back and out; the button keeps the focus while it is there, and the file holds the order."""
    page, key = open_page(MAKER), "gesprek.factoren"
    fill_in(page)
    begin(page)
    open_all(page)
    box = _box(page, key)
    for number, id_ in enumerate(("houding", "kennis", "vaardigheden"), 1):
        box.locator(f"[type=checkbox][value={id_}]").check()
        _wait_for(page, key, number)
    later = box.locator("[data-zet=later][value=houding]")
    later.focus()
    page.keyboard.press("Enter")
    expect(box.locator("ol > li").first).to_contain_text("Kennis")
    expect(later).to_be_focused()
    page.keyboard.press("Enter")
    expect(box.locator("ol > li").last).to_contain_text("Houding")
    expect(box.locator("[data-zet=eerder][value=houding]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(box.locator("ol > li").nth(1)).to_contain_text("Houding")
    assert _chosen(page, key) == ["kennis", "houding", "vaardigheden"]
    make(page)
    expect(page.locator(".bestanden")).to_be_visible()
    with zipfile.ZipFile(io.BytesIO(download(page, "zip", "map"))) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/keuze.yaml"))
        assert yaml.safe_load(archive.read(name))["gesprek"]["factoren"] == ["kennis", "houding", "vaardigheden"]


def test_own_principles_and_sources_are_chosen_too(open_page: OpenPage) -> None:
    """The principles of the form, by their titles; of the many sources one picks from a list."""
    page, key = open_page(MAKER), "principes"
    fill_in(page)
    begin(page)
    open_all(page)
    press(page, "nog-een", "gedragsprincipe")
    second = page.locator("[data-rijen=gedragsprincipe] > details").nth(1)
    second.locator("[data-veld=titel]").fill("Tweede")
    expect(_box(page, key).get_by_role("checkbox")).to_have_count(2)
    _box(page, key).get_by_role("checkbox", name="Tweede").check()
    _wait_for(page, key, 1)
    assert _chosen(page, key) == ["tweede"]
    open_all(page)
    sources = page.locator("[data-rijen=gedragsprincipe] .gekozen:has([data-veld=bronnen])").first
    sources.locator("select").focus()  # the list comes with it
    sources.locator("select").select_option(index=2)
    sources.get_by_role("button", name="Voeg toe").click()
    expect(sources.locator("ol > li")).to_have_count(1)
    expect(sources.locator("select")).to_have_value("")
    assert len(state_of(page)["gedragsprincipe"][0]["bronnen"]) == 1
    sources.get_by_role("button", name="Haal weg").click()
    expect(sources.locator("ol > li")).to_have_count(0)
    second.get_by_role("button", name="Haal dit principe weg").click()
    expect(_box(page, key).locator("ol > li")).to_contain_text("dat niet meer bestaat")
    make(page)
    expect(page.locator(".fouten")).to_contain_text("«tweede» staat in deze lijst en bestaat niet meer")
