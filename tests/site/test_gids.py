"""The guide shows one screen at a time, requires nothing, forgets nothing, and says why each item is there."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.browser import OpenPage
from tests.site.gids import EDITION, EXPLORE, NEXT, PLAN, ROUTE, at, discussed, heading, walk
from tests.site.pages import FRAMEWORK

LOPEN = list(FRAMEWORK.lopen.values())
FIRST = LOPEN[0]


@pytest.mark.parametrize("loop", LOPEN, ids=[loop.id for loop in LOPEN])
def test_a_worked_walk_goes_by_the_buttons_as_it_is_written(open_page: OpenPage, loop) -> None:  # type: ignore[no-untyped-def]
    """The questions on the screens and the items in the outcome are those of the walk's file."""
    page = open_page(EDITION)
    assert walk(page, loop) == list(loop.gestelde_vragen)
    assert discussed(page) == list(loop.bespreken)


def test_each_screen_has_its_address_title_and_focus(open_page: OpenPage) -> None:
    """Begin, on, browser back and forward, reload and a deep link all show the same screen."""
    page = open_page(ROUTE)
    page.get_by_role("button", name="Begin", exact=True).click()
    at(page, "scherm=1")
    assert heading(page) == FRAMEWORK.routes["casus-zit-vast"].vragen[0].vraag
    titles = [page.title()]
    page.click(NEXT)
    at(page, "scherm=2")
    titles.append(page.title())
    page.go_back()
    at(page, "scherm=1")
    assert page.title() == titles[0] != titles[1]
    page.go_forward()
    at(page, "scherm=2")
    page.reload()
    assert page.title() == titles[1]
    expect(page.locator(".scherm:visible")).to_have_count(1)
    page.locator("a[data-terug]").click()
    at(page, "scherm=1")
    page.locator("a[data-terug]").click()
    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()


def test_each_question_says_where_it_is(open_page: OpenPage) -> None:
    """One question at a time is the heading, with its number of how many this way has; a choice may change that."""
    page = open_page(f"{ROUTE}#scherm=2&vraag=welk-gedrag")
    place = page.locator(".gids-plaats")
    expect(place).to_have_text("Vraag 3 van 7")
    expect(page.locator(".vraag:visible h2")).to_have_text(
        "Om welk gedrag gaat het nu? Maak één zin met wat, waar en wanneer."
    )
    page.click(NEXT)
    at(page, "scherm=3")
    page.check("#wat-hoor-je--staat-in-de-weg")
    expect(place).to_have_text("Vraag 4 van 10")
    expect(page.locator(".voortgang > i")).to_have_count(10)
    page.goto(f"{ROUTE}#scherm=controle")
    expect(place).to_have_text("")


def test_the_map_lights_up_what_was_noted(open_page: OpenPage) -> None:
    """A factor that a choice stands for, and the goal once it is known; nothing at first, nor for «weten we niet»."""
    page = open_page(f"{ROUTE}#scherm=2")
    noted = page.locator(".gids-kaart [data-genoteerd]")
    expect(noted).to_have_count(0)
    page.check("#welk-doel--weet-niet")
    expect(noted).to_have_count(0)
    page.check("#welk-doel--samen")
    expect(noted).to_have_attribute("data-deel", "doel")
    page.goto(f"{ROUTE}#scherm=3")
    page.check("#wat-hoor-je--lukt-mij-niet")
    expect(noted).to_have_count(2)
    expect(noted.last.locator(".plattegrond__stand")).to_be_visible()


def test_nothing_is_ticked_but_what_was_chosen_or_written(open_page: OpenPage) -> None:
    """In the outcome the answers go along; no point to discuss does, and no choice that the page took over itself."""
    page = open_page(f"{ROUTE}#scherm=3")
    page.check("#wat-hoor-je--lukt-mij-niet")
    page.goto(f"{ROUTE}#scherm=4")
    page.check("#hoe-weet-je-dat--gezegd")
    page.goto(f"{ROUTE}#scherm=uitkomst")
    assert page.locator("[data-punt]:visible").count() > 2
    assert page.locator("[data-punt] input:checked").count() == 0
    chosen = page.locator("[data-groep] input:checked + label")
    assert [text.split(":")[0] for text in chosen.all_text_contents()] == [
        "Geloof in eigen kunnen",
        "Hoe weet je dat? De deelnemer zei het zelf",
    ]
    expect(page.locator("[data-groep=verder] input:not(:checked)")).to_have_count(1)


def test_half_a_route_can_be_finished_on_paper(open_page: OpenPage) -> None:
    """Printed halfway it is the whole worksheet: each question and when it applies, what was chosen, the points."""
    page = open_page(f"{ROUTE}#scherm=1")
    page.check("#wat-zit-vast--oneens")
    page.click(NEXT)
    at(page, "scherm=2")
    page.emulate_media(media="print")
    route = FRAMEWORK.routes["casus-zit-vast"]
    assert page.locator(".vraag:visible").count() == len(route.vragen)
    assert page.locator("[data-punt]:visible").count() == len(route.bespreken)
    assert page.locator(".alleen-als:visible").count() > 3
    expect(page.locator("#wat-zit-vast--oneens")).to_be_checked()
    assert page.locator(".gids :is(button, .gids-balk, .gids-kaart):visible").count() == 0


def test_a_screen_that_is_not_asked_leads_to_one_that_is(open_page: OpenPage) -> None:
    """A deep link to a screen without questions, or to nonsense, still shows something."""
    page = open_page(f"{ROUTE}#scherm=4")
    expect(page.locator(".scherm:visible")).to_have_attribute("data-scherm", "6")
    page.goto(f"{ROUTE}#scherm=onzin&factor=%")
    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()


def test_nothing_is_required(open_page: OpenPage) -> None:
    """Who skips everything still comes to an outcome, and skipped counts as «dat weten we nog niet»."""
    page = open_page(f"{ROUTE}#scherm=1")
    while "uitkomst" not in page.url:
        before = page.url
        page.click(NEXT)
        page.wait_for_function("before => location.href !== before", arg=before)
    assert "nog-vragen" in discussed(page)


def test_an_early_change_keeps_what_applies_and_says_what_does_not(open_page: OpenPage) -> None:
    """Wijzig leads to the question and back; what lapses is named, and returns with the answer."""
    page = open_page(f"{ROUTE}#scherm=3")
    page.check("#wat-hoor-je--staat-in-de-weg")
    page.check("#wat-hoor-je--lukt-mij-niet")
    page.click(NEXT)
    at(page, "scherm=4")
    page.click(NEXT)
    at(page, "scherm=4&vraag=eerst-regelen")
    page.check("#eerst-regelen--tegelijk")
    page.goto(f"{ROUTE}#scherm=controle")
    row = page.locator("[data-antwoord=wat-hoor-je]")
    row.get_by_role("link").click()
    at(page, "scherm=3&dan=controle")
    page.uncheck("#wat-hoor-je--staat-in-de-weg")
    expect(page.locator(".gids-melding")).to_contain_text("Moet dit eerst geregeld zijn")
    expect(page.locator("#wat-hoor-je--lukt-mij-niet")).to_be_checked()
    page.click(NEXT)
    at(page, "scherm=controle")
    expect(page.locator("[data-antwoord=eerst-regelen]")).to_contain_text("Geldt nu niet meer")
    page.goto(f"{ROUTE}#scherm=3")
    page.check("#wat-hoor-je--staat-in-de-weg")
    page.goto(f"{ROUTE}#scherm=4&vraag=eerst-regelen")
    expect(page.locator("#eerst-regelen--tegelijk")).to_be_checked()


def test_unknown_and_an_answer_exclude_each_other(open_page: OpenPage) -> None:
    """«Dat weten we nog niet» empties the other boxes, and they empty it."""
    page = open_page(f"{ROUTE}#scherm=1")
    page.check("#wat-zit-vast--wacht")
    page.check("#wat-zit-vast--weet-niet")
    expect(page.locator("#wat-zit-vast--wacht")).not_to_be_checked()
    page.check("#wat-zit-vast--oneens")
    expect(page.locator("#wat-zit-vast--weet-niet")).not_to_be_checked()


def test_too_many_choices_is_an_error_with_a_way_out(open_page: OpenPage) -> None:
    """The summary has the focus, the title says Fout, its link leads to the field; taking one away goes on."""
    page = open_page(f"{ROUTE}#scherm=3")
    for one in ("levert-niets-op", "lukt-mij-niet", "nooit-gedaan"):
        page.check(f"#wat-hoor-je--{one}")
    page.goto(f"{ROUTE}#scherm=5")
    for one in ("levert-niets-op", "lukt-mij-niet", "nooit-gedaan"):
        page.check(f"#waar-beginnen--{one}")
    page.click(NEXT)
    box = page.get_by_role("alert")
    expect(box).to_be_focused()
    assert page.title().startswith("Fout: ")
    box.get_by_role("link").click()
    expect(page.locator("#waar-beginnen--levert-niets-op")).to_be_focused()
    assert page.url.endswith("#scherm=5")
    page.uncheck("#waar-beginnen--nooit-gedaan")
    page.click(NEXT)
    at(page, "scherm=6")
    expect(box).to_be_hidden()


def test_an_impossible_date_is_an_error(open_page: OpenPage) -> None:
    """30 February is refused; no date at all is fine."""
    vraag = next(one for one in FRAMEWORK.routes["plan-kiezen"].vragen if one.soort == "datum")
    page = open_page(f"{PLAN}#scherm={vraag.scherm}&vraag={vraag.id}")
    for part, text in (("dag", "30"), ("maand", "2"), ("jaar", "2027")):
        page.fill(f"[name='{vraag.id}.{part}']", text)
    page.click(NEXT)
    expect(page.get_by_role("alert")).to_contain_text("Deze datum bestaat niet")
    for part in ("dag", "maand", "jaar"):
        page.fill(f"[name='{vraag.id}.{part}']", "")
    page.click(NEXT)
    at(page, "scherm=controle")


def test_only_what_is_ticked_goes_along_and_a_suspicion_only_when_chosen(open_page: OpenPage) -> None:
    """The text loses an item that is unticked, and holds a suspicion only as a question, when it is ticked."""
    page = open_page(f"{EXPLORE}#scherm=1&factor=kennis")
    page.check("[name='wegen.kennis.richting'][value=hindert]")
    page.check("[name='wegen.kennis.herkomst'][value=vermoed]")
    page.fill("[name='wegen.kennis.reden']", "Leest de brieven misschien niet")
    page.goto(f"{EXPLORE}#scherm=1&factor=houding")
    page.check("[name='wegen.houding.richting'][value=helpt]")
    page.check("[name='wegen.houding.herkomst'][value=gezegd]")
    page.locator("[data-mee]").click()
    text = page.locator("#gids-tekst")
    expect(text).to_have_value(re.compile(r"Houding: helpt \(gezegd\)"))
    assert "Kennis" not in text.input_value()
    page.locator("[data-groep=vermoed] input").check()
    assert "Nog navragen over Kennis" in text.input_value()
    assert "misschien" not in text.input_value()
    page.locator("[data-groep=willen] input").uncheck()
    assert "Houding" not in text.input_value()


def test_willen_comes_before_kunnen_under_the_municipalitys_headings(open_page: OpenPage) -> None:
    """The order and the headings are fixed, whatever was noted first; edition, date and the closing sentence stand."""
    page = open_page(f"{EXPLORE}#scherm=1&factor=kennis")
    for factor in ("kennis", "houding"):
        page.goto(f"{EXPLORE}#scherm=1&factor={factor}")
        page.check(f"[name='wegen.{factor}.richting'][value=helpt]")
        page.check(f"[name='wegen.{factor}.herkomst'][value=gezien]")
    page.goto(f"{EXPLORE}#scherm=uitkomst")
    text = page.locator("#gids-tekst").input_value()
    assert 0 < text.index("WILLEN") < text.index("Houding") < text.index("KUNNEN") < text.index("Kennis")
    assert "Voorbeeldstad 2026.1" in text
    assert text.endswith("geen grond voor een besluit over uitkering of maatregel.\n")


def _notes(page: Page) -> str:
    text: str = page.locator("#gids-tekst").input_value()
    return text


def test_the_text_pasted_back_restores_the_walk(open_page: OpenPage) -> None:
    """After wiping, the copied text brings back the same answers and outcome, also on one line."""
    page = open_page(EDITION)
    walk(page, FIRST)
    for box in page.locator("[data-punt]:visible input").all():
        box.check()
    before, points = _notes(page), discussed(page)
    page.click("wis-alles button")
    page.goto(f"{EDITION}afwegen/{FIRST.route}/")
    page.get_by_text("Verdergaan met een bestand of een tekst").click()
    page.fill("#gids-plak", before.replace("\n", " "))
    page.get_by_role("button", name="Lees de tekst").click()
    page.wait_for_function("() => location.hash === '#scherm=uitkomst'")
    known = [one for one in points if f"bespreken.{one}" in before and one in discussed(page)]
    assert known
    assert set(_lines(before)) >= set(_lines(_notes(page))) - {"- " + one for one in points}


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("- ") and "[bespreken." not in line]


def test_a_file_restores_the_walk_and_a_bad_one_changes_nothing(open_page: OpenPage, tmp_path: Path) -> None:
    """What was saved is opened; a damaged or foreign file is refused with a message, and the answers stay."""
    page = open_page(f"{ROUTE}#scherm=1")
    page.check("#wat-zit-vast--oneens")
    page.goto(f"{ROUTE}#scherm=uitkomst")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    saved = tmp_path / "walk.json"
    download.value.save_as(saved)
    content = json.loads(saved.read_text("utf-8"))
    assert content["slot"].startswith("Hulp bij een gesprek")
    page.get_by_role("button", name="Maak leeg").click()
    expect(page.locator("[data-eerder]")).to_be_hidden()
    page.get_by_text("Verdergaan met een bestand of een tekst").click()
    page.set_input_files("#gids-bestand", saved)
    page.wait_for_function("() => location.hash === '#scherm=uitkomst'")
    assert "[wat-zit-vast: oneens]" in _notes(page)
    page.goto(ROUTE)
    wrong = tmp_path / "wrong.json"
    other = {**content, "soort": "route plan-kiezen"}
    for text in ("{", json.dumps(other), json.dumps({**content, "inhoud": {"waarden": {"x": 1}}}), "[]"):
        wrong.write_text(text, "utf-8")
        page.get_by_text("Verdergaan met een bestand of een tekst").click()
        page.set_input_files("#gids-bestand", wrong)
        expect(page.get_by_role("alert")).to_contain_text("Er is niets veranderd")
        page.reload()
    page.goto(f"{ROUTE}#scherm=1")
    expect(page.locator("#wat-zit-vast--oneens")).to_be_checked()


def test_a_foreign_text_is_refused(open_page: OpenPage) -> None:
    """A text that is not ours, or of another route, says so and changes nothing."""
    page = open_page(ROUTE)
    page.get_by_text("Verdergaan met een bestand of een tekst").click()
    for text, says in (("Verslag", "geen tekst uit deze leidraad"), ("[leidraad: route, x, 1]", "ander onderdeel")):
        page.fill("#gids-plak", text)
        page.get_by_role("button", name="Lees de tekst").click()
        expect(page.get_by_role("alert")).to_contain_text(says)


def test_what_is_emptied_can_be_put_back(open_page: OpenPage) -> None:
    """Maak leeg is not the end: one button brings it back, until something else is filled in."""
    page = open_page(f"{ROUTE}#scherm=1")
    page.check("#wat-zit-vast--oneens")
    page.get_by_role("button", name="Maak leeg").click()
    page.get_by_role("button", name="Zet terug wat er stond").click()
    page.goto(f"{ROUTE}#scherm=1")
    expect(page.locator("#wat-zit-vast--oneens")).to_be_checked()


def test_maak_leeg_takes_the_notes_at_the_factors_too(open_page: OpenPage) -> None:
    """After emptying, no note of the factors that the route weighs is left: not in a field, not in what is kept."""
    page = open_page(f"{EXPLORE}#scherm=1&factor=kennis")
    page.check("[name='wegen.kennis.richting'][value=hindert]")
    page.fill("[name='wegen.kennis.reden']", "Leest de brieven niet")
    page.get_by_role("button", name="Maak leeg").click()
    expect(page.get_by_role("button", name="Zet terug wat er stond")).to_be_visible()
    assert "brieven" not in page.evaluate("sessionStorage.getItem('leidraad.gids /') ?? ''")
    page.goto(f"{EXPLORE}#scherm=1&factor=kennis")
    expect(page.locator("[name='wegen.kennis.reden']")).to_have_value("")
    expect(page.locator("[name='wegen.kennis.richting']:checked")).to_have_count(0)


def test_exploring_and_routes_share_what_was_noted(open_page: OpenPage) -> None:
    """A note on the map stands at that factor in a route, and a choice in a route stands on the map's page."""
    page = open_page(EXPLORE, 360)
    page.locator(".plattegrond a[href^='#scherm']:visible", has_text="Kennis").click()
    at(page, "scherm=1&factor=kennis")
    page.check("[name='wegen.kennis.richting'][value=hindert]")
    page.goto(f"{PLAN}#scherm=2")
    expect(page.locator("[name$='.kennis.richting'][value=hindert]").first).to_be_checked()
    page.goto(f"{ROUTE}#scherm=3")
    expect(page.locator("[data-notitie=kennis]").first).to_contain_text("hindert")
    page.check("#wat-hoor-je--lukt-mij-niet")
    page.goto(f"{EXPLORE}#scherm=1&factor=geloof-in-eigen-kunnen")
    expect(page.locator("[data-elders]:visible")).to_contain_text("Dat gaat mij niet lukken")


def test_two_taps_from_home_to_three_open_questions(open_page: OpenPage) -> None:
    """On a telephone: the link to the map, a factor on it, and three questions are in view."""
    page = open_page(EDITION, 360, 740)
    page.locator("article a[href$='afwegen/verkennen/']").first.click()
    page.locator(".plattegrond a[href^='#scherm']:visible", has_text="Kennis").click()
    at(page, "scherm=1&factor=kennis")
    questions = page.locator(".factor:visible .vragen li")
    assert questions.count() == 3
    for question in questions.all():
        expect(question).to_be_in_viewport()


def test_casusmodus_keeps_resident_and_principle_in_view(open_page: OpenPage) -> None:
    """It has an address, stays on from screen to screen, shows one factor at a time, and goes off again."""
    page = open_page(f"{PLAN}#scherm=1")
    page.get_by_role("link", name="Casusmodus").click()
    at(page, "scherm=1&casus=1")
    for _ in range(2):
        page.click(NEXT)
        page.wait_for_function("() => document.activeElement.matches('h2, legend')")
        expect(page.locator(".casus-paneel")).to_be_in_viewport()
    expect(page.locator(".factor:visible")).to_have_count(1)
    page.get_by_role("link", name="Casusmodus uit").click()
    expect(page.locator(".casus-paneel")).to_be_hidden()
    assert page.locator(".factor:visible").count() > 1


def test_where_nothing_is_kept_the_page_says_so(open_page: OpenPage) -> None:
    """A browser that refuses storage keeps the answers for this page, and the page tells."""
    page = open_page(EDITION)
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('dicht') } })")
    page.goto(f"{ROUTE}#scherm=1")
    expect(page.locator(".gids-melding")).to_contain_text("Je browser bewaart niet wat je nu invult")
    page.check("#wat-zit-vast--oneens")
    page.click(NEXT)
    page.locator("a[data-terug]").click()
    expect(page.locator("#wat-zit-vast--oneens")).to_be_checked()


def test_without_a_script_it_is_a_worksheet(open_page: OpenPage) -> None:
    """Every question, option, reason and item to discuss can be read, with in words when it applies."""
    page = open_page(PLAN, java_script_enabled=False)
    route = FRAMEWORK.routes["plan-kiezen"]
    for vraag in route.vragen:
        expect(page.locator(f"#vraag-{vraag.id} > legend")).to_be_visible()
    assert page.locator("[data-punt]:visible").count() == len(route.bespreken)
    assert page.locator(".alleen-als:visible").count() > 0
    assert page.locator("gids-stappen button:visible").count() == 0


def test_the_outcome_of_a_worked_walk_prints_on_one_page(open_page: OpenPage, tmp_path: Path) -> None:
    """One A4, with what is ticked and the closing sentence, and without what is not."""
    page = open_page(EDITION)
    walk(page, FIRST)
    for box in page.locator("[data-punt]:visible input").all():
        box.check()
    pdf = page.pdf(format="A4")
    assert pdf.count(b"/Type /Page\n") == 1
