"""Two or three activities side by side: what was chosen stands after #, and without a script all of them are there."""

from io import BytesIO

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from leidraad.model.use.names import fold
from tests.site.axe import Violations
from tests.site.browser import VIEWS, OpenPage

PAGE = "voorbeeldstad/nieuwste/naast-elkaar/"
CHOSEN = ["kijkochtend-stadskwekerij", "meelopen-met-werk", "nu-niets-doen"]


def _shown(page: Page) -> list[str]:
    columns = page.locator(".vk-kolom:visible")
    shown: list[str] = columns.evaluate_all("columns => columns.map(column => column.dataset.id)")
    return shown


def test_an_address_shows_what_it_names(open_page: OpenPage, violations: Violations) -> None:
    """The own offer stands in front, the rows line up, and nothing is wrong for a reader, wide and narrow."""
    page = open_page(f"{PAGE}#kies={','.join(reversed(CHOSEN))}")
    assert _shown(page) == CHOSEN
    tops = page.locator(".vk-kolom:visible .vk-rij:nth-child(4)").evaluate_all(
        "rows => rows.map(row => Math.round(row.getBoundingClientRect().top))"
    )
    assert len(set(tops)) == 1
    assert not violations(page, VIEWS[:2])


def test_a_choice_stands_after_the_hash(open_page: OpenPage) -> None:
    """Until two are chosen there is the list alone; at most three can be; nothing is asked of the server."""
    page = open_page(PAGE, own=True)
    assert _shown(page) == []
    page.wait_for_function("() => document.readyState === 'complete' && document.fonts.status === 'loaded'")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for id_ in CHOSEN:
        page.locator(f"input[value={id_}]").check()
    assert page.url.endswith(f"#kies={','.join(CHOSEN)}")
    expect(page.locator("input[value=als-danplan]")).to_be_disabled()
    page.locator(f"input[value={CHOSEN[0]}]").uncheck()
    expect(page.locator("input[value=als-danplan]")).to_be_enabled()
    assert (_shown(page), asked) == (CHOSEN[1:], [])


def test_one_press_lays_them_side_by_side(open_page: OpenPage) -> None:
    """On a phone the list is long: the button stays in sight below it, closes it, and brings what was chosen."""
    page = open_page(PAGE, 360, 740)
    done = page.get_by_role("button", name="Leg ze naast elkaar")
    for id_ in CHOSEN[:2]:
        expect(done).to_be_hidden()
        page.locator(f"input[value={id_}]").check()
    expect(done).to_be_in_viewport()
    done.click()
    expect(page.locator(f"#kop-{CHOSEN[0]}")).to_be_in_viewport()
    expect(page.locator(".vk")).to_be_focused()
    expect(done).to_be_hidden()


def test_without_a_script_all_are_there(open_page: OpenPage) -> None:
    """Every activity can be read, and there is nothing to choose with."""
    page = open_page(PAGE, java_script_enabled=False)
    expect(page.locator(".vk-kies")).to_be_hidden()
    assert page.locator(".vk-kolom:visible").count() > 20


def test_the_names_stay_in_sight(open_page: OpenPage) -> None:
    """On a phone the second one is named before it is seen, a press brings it, and its name is marked from then on."""
    page = open_page(f"{PAGE}#kies={','.join(CHOSEN[:2])}", 360, 740)
    names = page.locator(".vk-namen button")
    expect(names).to_have_text(page.locator(".vk-kolom:visible h2").all_text_contents())
    expect(names.first).to_have_attribute("aria-current", "true")
    page.locator(f"#kolom-{CHOSEN[0]} .vk-rij:nth-child(8)").scroll_into_view_if_needed()
    expect(names.nth(1)).to_be_in_viewport()
    names.nth(1).click()
    expect(names.nth(1)).to_have_attribute("aria-current", "true")
    expect(page.locator(f"#kolom-{CHOSEN[1]} .vk-rij:nth-child(8)")).to_be_in_viewport(ratio=0.5)
    page.set_viewport_size({"width": 1280, "height": 740})
    page.locator(f"#kolom-{CHOSEN[0]} .vk-rij:nth-child(8)").scroll_into_view_if_needed()
    expect(names.nth(1)).to_be_in_viewport()


def test_the_list_is_by_name_with_the_own_offer_first(open_page: OpenPage) -> None:
    """Of each half in the order of the alphabet, so that a name is found without reading all."""
    page = open_page(PAGE)
    rows = page.locator(".vk-kies__naam").evaluate_all(
        "all => all.map(one => [!one.querySelector('.lokaal__merk'), one.firstChild.data.trim()])"
    )
    assert rows == sorted(rows, key=lambda row: (row[0], fold(row[1])))


def test_on_paper_stand_the_chosen_alone(open_page: OpenPage) -> None:
    """Two on two sheets, with the sources of these two under the numbers that they have, and nothing over another."""
    page = open_page(f"{PAGE}#kies={','.join(CHOSEN[:2])}")
    marks = page.locator(".vk-kolom:visible .bronnr").evaluate_all(
        "all => all.map(one => [one.hash.slice(1), parseInt(one.textContent)])"
    )
    page.emulate_media(media="print")
    shown = page.locator("ol.bronnen > li:visible").evaluate_all("all => all.map(one => [one.id, one.value])")
    assert {tuple(one) for one in shown} == {tuple(one) for one in marks}
    below = page.locator(".vk").evaluate("one => one.getBoundingClientRect().bottom")
    ends = page.locator(".vk-kolom:visible").evaluate_all("all => all.map(one => one.getBoundingClientRect().bottom)")
    assert max(ends) <= below + 1
    assert len(PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages) == 2
