"""The guide shows one screen at a time, requires nothing, forgets nothing, and says why each item is there."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from leidraad.model.types.routes import Voorbeeldloop
from leidraad.model.use.framework import Edition
from tests.site.browser import OpenPage
from tests.site.gids import (
    ARRIVED,
    CASUS,
    EDITION,
    EXPLORE,
    NEXT,
    PLAN,
    ROUTE,
    at,
    case,
    discussed,
    go,
    heading,
    heard,
    too_many,
    walk,
)
from tests.site.hands import Hands
from tests.site.pages import FRAMEWORK
from tests.site.paper import sheets, squeezed
from tests.site.storage import wipe
from tests.turns import mainly

KEPT = Path(__file__).with_name("oude-teksten")
LOPEN = list(FRAMEWORK.lopen.values())
FIRST = LOPEN[0]
FULLEST = {loop.route: loop for loop in sorted(LOPEN, key=lambda loop: len(loop.antwoorden))}
MONTHS = re.split(" ", "januari februari maart april mei juni juli augustus september oktober november december")
EDITION_OF = Edition(FRAMEWORK, FRAMEWORK.gemeenten["voorbeeldstad"])


@pytest.mark.parametrize("loop", mainly(LOPEN, FULLEST.values()))
def test_a_worked_walk_goes_by_the_buttons_as_it_is_written(open_page: OpenPage, loop: Voorbeeldloop) -> None:
    """The questions on the screens and the items in the outcome are those of the walk's file.

    Of each route the fullest walk; under --alles each. That the others come to what is written, tests/test_replay.py
    asks of the model, and test_gids_lopen.py that the browser makes of answers what the model makes of them.
    """
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


def test_going_on_touches_only_what_changes(open_page: OpenPage) -> None:
    """Nothing comes into the page or goes out of it, and nothing is given the value that it has (besluiten/0057)."""
    page = open_page(f"{PLAN}#scherm=7&vraag=eerste-stap")
    page.wait_for_function("() => document.querySelector('.vrij-veld__let-op')")  # all that a route needs has come
    page.evaluate("""() => {
      const seen = { childList: true, subtree: true, attributes: true, attributeOldValue: true };
      window.came = [];
      window.same = [];
      new MutationObserver((all) => {
        for (const { type, target, attributeName, oldValue } of all)
          if (target.closest("[data-scherm=controle]")) continue; // written while nobody waits
          else if (type === "childList") came.push(target.outerHTML);
          else if (attributeName !== "href" && target.getAttribute(attributeName) === oldValue)
            same.push([attributeName, target.outerHTML]);
      }).observe(document.querySelector("gids-stappen form"), seen);
    }""")
    page.click(NEXT)
    at(page, "scherm=7&vraag=wie-eerst")
    assert page.evaluate("came") == []
    assert page.evaluate("same") == []


def test_going_on_leads_to_the_first_question_without_an_answer(open_page: OpenPage) -> None:
    """«Dat weten we nog niet» is an answer, and only own words are one."""
    page = open_page(f"{ROUTE}#scherm=1")
    page.check("#wat-zit-vast--oneens")
    page.goto(f"{ROUTE}#scherm=2")
    page.check("#welk-doel--weet-niet")
    page.goto(f"{ROUTE}#scherm=2&vraag=welk-gedrag")
    page.fill("[name='welk-gedrag.tekst']", "belt dinsdag")
    go_on = page.get_by_role("link", name="Ga verder met deze route")
    page.goto(ROUTE)
    go_on.click()
    at(page, "scherm=3")


@pytest.mark.parametrize("address", [ROUTE, f"{EDITION}afwegen/verkennen/"])
def test_a_route_that_was_never_begun_has_nothing_to_go_on_with(open_page: OpenPage, address: str) -> None:
    """What another route filled in stands there, and «Begin» is the one way in; once begun, there are two."""
    page = open_page(f"{EDITION}afwegen/plan-kiezen/#vraag=welk-gedrag")
    field = page.locator("form textarea:visible").first
    field.fill("belt dinsdag")
    page.goto(address)
    go_on = page.locator("[data-eerder]")
    expect(page.locator(".gids-knoppen button:visible").first).to_contain_text("Begin")
    expect(go_on).to_be_hidden()
    page.goto(f"{address}#vraag={'welk-gedrag' if address == ROUTE else 'doelgedrag'}")
    page.locator("form textarea:visible").first.fill("belt woensdag")
    page.goto(address)
    expect(go_on).to_be_visible()


def test_a_route_that_is_only_named_was_not_begun(open_page: OpenPage) -> None:
    """What somebody typed is no answer in a route, whatever it says."""
    page = open_page(f"{PLAN}#vraag=welk-gedrag")
    page.locator("form textarea:visible").first.fill('zei "casus-zit-vast"."casus-zit-vast."')
    page.goto(ROUTE)
    expect(page.locator(".gids-knoppen button:visible").first).to_contain_text("Begin")
    expect(page.locator("[data-eerder]")).to_be_hidden()


def test_who_waits_on_purpose_says_why_and_until_when(open_page: OpenPage) -> None:
    """Both are asked of that answer alone, and stand in the text of the case and on the sheet of the resident."""
    page = open_page(f"{ROUTE}#vraag=wat-nu")
    page.check("#wat-nu--team")
    expect(page.locator("#vraag-wanneer-weer")).to_be_hidden()
    page.check("#wat-nu--wachten")
    page.click(NEXT)
    at(page, "scherm=7")
    page.fill("[name='wanneer-weer.tekst']", "de opvang begint in maart")
    for part, text in (("dag", "2"), ("maand", "maart"), ("jaar", "2027")):
        page.fill(f"[name='wanneer-weer.{part}']", text)
    page.click(NEXT)
    page.goto(CASUS)
    text = page.input_value("#casus-tekst")
    said = ["We wachten bewust", "De reden: de opvang begint in maart.", "op 2 maart 2027"]
    assert sorted(said, key=text.index) == said
    page.goto(f"{EDITION}inwoner/uw-blad/")
    shown = page.locator("[data-deel=activiteiten]")
    for words in ("Er wordt nu bewust gewacht.", "Waarom: de opvang begint in maart."):
        expect(shown.get_by_text(words, exact=True)).to_be_visible()
    page.emulate_media(media="print")
    expect(shown.locator(".regel:visible")).to_have_count(0)


def test_another_moment_asks_anew_what_was_ticked_and_written(open_page: OpenPage) -> None:
    """After the talk nothing is ticked that was ticked before it, and what was written then is said to be of then."""
    page = open_page(f"{FIRST_TALK}#scherm=1")
    page.check("#welk-moment--vooraf")
    page.evaluate("location.hash = '#vraag=wat-moet'")
    page.check("#wat-moet--duidelijk")
    page.goto(f"{FIRST_TALK}#scherm=6&vraag=ons-principe")
    page.fill("[name=ons-principe]", "ik zeg eerst wat moet")
    page.goto(f"{FIRST_TALK}#scherm=uitkomst")
    page.locator(".bespreken input:visible").last.check()
    page.goto(f"{FIRST_TALK}#scherm=1")
    page.check("#welk-moment--erna")
    page.evaluate("location.hash = '#vraag=wat-moet'")
    expect(page.locator("#vraag-wat-moet [data-toen]")).to_be_visible()
    expect(page.locator("#vraag-welk-doel [data-toen]")).to_be_hidden()
    page.check("#wat-moet--onduidelijk")
    go(Hands(page))
    page.evaluate("location.hash = '#vraag=wat-moet'")
    expect(page.locator("#vraag-wat-moet [data-toen]")).to_be_hidden()
    page.evaluate("location.hash = '#scherm=6&vraag=ons-principe'")
    said = page.locator("#vraag-ons-principe [data-toen]")
    expect(said).to_be_visible()
    page.fill("[name=ons-principe]", "ik zei eerst wat moest")
    go(Hands(page))
    page.evaluate("location.hash = '#scherm=6&vraag=ons-principe'")
    expect(said).to_be_hidden()
    page.evaluate("location.hash = '#scherm=uitkomst'")
    expect(page.locator(".bespreken input:visible").first).to_be_visible()
    assert page.locator(".bespreken input:checked").count() == 0


def test_one_activity_beside_nothing_is_said_gently(open_page: OpenPage) -> None:
    """With one of many it says that a second helps, and goes on all the same; with none or two it does not."""
    page = open_page(f"{PLAN}#scherm=2&factor=kennis")
    heard(page, "wat-telt", "kennis")
    page.goto(f"{PLAN}#scherm=3")
    page.check("#waar-aan-werken--kennis")
    page.goto(f"{PLAN}#scherm=5")
    said = page.get_by_text("Met een tweede ernaast valt er iets te kiezen.")
    boxes = page.locator("#vraag-naast-leggen .keuze-blok input").locator("visible=true")
    expect(said).to_be_hidden()
    boxes.nth(0).check()
    expect(said).to_be_visible()
    boxes.nth(2).check()
    expect(said).to_be_hidden()
    boxes.nth(0).uncheck()
    expect(said).to_be_visible()
    page.evaluate("document.querySelectorAll('.keuze-blok:not(:has(:checked))').forEach(one => { one.hidden = true })")
    expect(said).to_be_hidden()
    page.click(NEXT)
    at(page, "scherm=6")


def test_each_question_says_where_it_is(open_page: OpenPage) -> None:
    """One question at a time is the heading, with its number of how many this way may have: it never becomes more."""
    page = open_page(f"{ROUTE}#scherm=2&vraag=welk-gedrag")
    place = page.locator(".gids-plaats")
    expect(place).to_have_text("Vraag 3 van hoogstens 10")
    expect(page.locator(".vraag:visible h2")).to_have_text(
        "Om welk gedrag gaat het nu? Maak één zin met wat, waar en wanneer."
    )
    page.click(NEXT)
    at(page, "scherm=3")
    heard(page, "wat-hoor-je", "praktische-belemmeringen", option="staat-in-de-weg")
    expect(place).to_have_text("Vraag 4 van hoogstens 10")
    expect(page.locator(".voortgang > i")).to_have_count(10)
    expect(page.locator(".voortgang > .is")).to_have_count(4)
    page.goto(f"{ROUTE}#scherm=controle")
    expect(place).to_have_text("")


def test_the_map_lights_up_what_was_noted(open_page: OpenPage) -> None:
    """A factor that a choice stands for, and the goal once it is written; nothing at first, nor for a choice alone."""
    page = open_page(f"{ROUTE}#scherm=2")
    noted = page.locator(".gids-kaart [data-genoteerd]")
    expect(noted).to_have_count(0)
    page.check("#welk-doel--weet-niet")
    expect(noted).to_have_count(0)
    page.check("#welk-doel--samen")
    expect(noted).to_have_count(0)
    page.fill("[name='welk-doel.tekst']", "weer met de handen werken")
    expect(noted).to_have_attribute("data-deel", "doel")
    page.goto(f"{ROUTE}#scherm=3")
    heard(page, "wat-hoor-je", "geloof-in-eigen-kunnen", "vermoed", option="lukt-mij-niet")
    expect(noted).to_have_count(1)
    heard(page, "wat-hoor-je", "geloof-in-eigen-kunnen")
    expect(noted).to_have_count(2)
    expect(noted.last.locator(".plattegrond__stand")).to_be_visible()


@pytest.mark.parametrize(
    ("case", "lit"),
    [
        ({"doel-van": "ons", "gedrag-soort": "te-groot"}, []),
        ({"gedrag": "minder onzeker", "gedrag-soort": "te-groot"}, []),
        ({"doel": "rust", "gedrag": "belt woensdag", "gedrag-soort": "een-zin"}, ["doel", "doelgedrag"]),
    ],
)
def test_the_map_says_the_same_of_a_case_in_each_route(
    open_page: OpenPage, case: dict[str, str], lit: list[str]
) -> None:
    """The goal and the behaviour are noted where they are written, wherever that was, and else nowhere."""
    page = open_page(EDITION)
    page.evaluate("async een => (await import(new URL('assets/lib/casus.js', location.href))).wijzig(een)", case)
    for id_ in ("casus-zit-vast", "eerste-gesprek", "plan-kiezen"):
        page.goto(f"{EDITION}afwegen/{id_}/#scherm=2")
        page.wait_for_selector(".scherm:not([hidden])")
        noted = page.locator(".gids-kaart [data-genoteerd]")
        assert noted.evaluate_all("all => all.map(one => one.dataset.deel)") == lit


def test_the_map_of_exploring_shows_what_was_noted(open_page: OpenPage) -> None:
    """Back at the start each part with a note says so, a suspicion too; without a note none does."""
    page = open_page(f"{EXPLORE}#scherm=1&factor=kennis")
    page.wait_for_selector(".scherm:not([hidden])")
    page.fill("[name='wegen.kennis.0.woorden']", "weet niet waar het is")
    page.goto(EXPLORE)
    noted = page.locator(".plattegrond--groot [data-genoteerd]")
    expect(noted).to_have_count(1)
    expect(noted).to_have_attribute("data-deel", "kennis")
    expect(page.locator(".plattegrond--groot .plattegrond__stand:visible")).to_have_text("genoteerd")
    wipe(page)
    expect(noted).to_have_count(0)


def test_nothing_is_ticked_but_what_was_chosen_or_written(open_page: OpenPage) -> None:
    """No point to discuss is, nor «dat weten we nog niet», nor the only one there is to choose."""
    page = open_page(f"{ROUTE}#scherm=3")
    heard(page, "wat-hoor-je", "geloof-in-eigen-kunnen", option="lukt-mij-niet")
    page.goto(f"{ROUTE}#scherm=5")
    expect(page.locator("#waar-beginnen--lukt-mij-niet")).to_be_visible()
    assert page.locator("[name=waar-beginnen]:checked").count() == 0
    page.goto(f"{ROUTE}#scherm=3")
    heard(page, "wat-hoor-je", "kennis", option="weet-niet-hoe")
    page.goto(f"{ROUTE}#scherm=5")
    expect(page.locator("#waar-beginnen--weet-niet-hoe")).to_be_visible()
    assert page.locator("[name=waar-beginnen]:checked").count() == 0
    page.goto(f"{ROUTE}#scherm=uitkomst")
    assert page.locator("[data-punt]:visible").count() > 2
    assert page.locator("[data-punt] input:checked").count() == 0
    assert case(page)["factoren"] == []


def test_each_why_is_named_by_its_sentence(open_page: OpenPage) -> None:
    """Seven folds are all called «Waarom»: who hears them hears of what."""
    page = open_page(f"{ROUTE}#scherm=uitkomst")
    for point in page.locator("[data-punt]:visible").all():
        name = f"Waarom {point.locator('label').inner_text()}"
        expect(point.locator("summary")).to_have_accessible_name(name)


def test_the_outcome_on_paper_is_what_was_ticked_or_else_all(open_page: OpenPage) -> None:
    """Nothing ticked is no empty sheet; the questions at a chosen factor come along, not those of a suspicion."""
    page = open_page(f"{ROUTE}#scherm=3")
    heard(page, "wat-hoor-je", "geloof-in-eigen-kunnen", option="lukt-mij-niet")
    page.goto(f"{ROUTE}#scherm=5")
    page.check("#waar-beginnen--lukt-mij-niet")
    page.goto(f"{ROUTE}#scherm=uitkomst")
    shown = page.locator("[data-punt]:visible").count()
    asked = page.locator(".bij-keuze:visible .vragen li").all_inner_texts()
    expect(page.locator(".uitkomst-uitleg")).to_contain_text("Vink je niets aan, dan komt alles hier op papier.")
    page.emulate_media(media="print")
    assert page.locator("[data-punt]:visible").count() == shown > 2
    assert page.locator(".bij-keuze:visible .vragen li").all_inner_texts() == asked
    assert asked
    page.emulate_media(media="screen")
    page.locator("[data-punt]:visible input").first.check()
    page.emulate_media(media="print")
    assert page.locator("[data-punt]:visible").count() == 1
    page.locator(".bij-keuze").evaluate_all("all => all.forEach(one => one.toggleAttribute('data-vermoed', true))")
    assert page.locator(".bij-keuze:visible").count() == 0


def test_a_field_asks_for_the_words_that_its_question_asks_for(open_page: OpenPage) -> None:
    """The goal in the resident's words is not asked for in those of who types."""
    page = open_page(f"{EXPLORE}#scherm=2")
    expect(page.locator("label[for=doel]")).not_to_contain_text("je eigen woorden")


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
    page.locator("details.waarom").evaluate_all("found => found.forEach(e => { e.open = true; })")
    assert page.locator(".alleen-als:visible").count() > 3
    expect(page.locator("#wat-zit-vast--oneens")).to_be_checked()
    assert page.locator(".gids :is(button, .gids-balk, .gids-kaart):visible").count() == 0


def test_a_screen_that_is_not_asked_leads_to_one_that_is(open_page: OpenPage) -> None:
    """A deep link to a screen without questions, or to nonsense, still shows something."""
    page = open_page(f"{ROUTE}#scherm=4")
    expect(page.locator(".scherm:visible")).to_have_attribute("data-scherm", "5")
    page.goto(f"{ROUTE}#scherm=onzin&factor=%")
    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()


def test_nothing_is_required(open_page: OpenPage) -> None:
    """Who skips everything still comes to an outcome, and skipped counts as «dat weten we nog niet»."""
    page = open_page(f"{ROUTE}#scherm=1")
    while "uitkomst" not in page.url:
        go(Hands(page))
    assert "nog-vragen" in discussed(page)


def test_an_early_change_keeps_what_applies_and_says_what_does_not(open_page: OpenPage) -> None:
    """Wijzig leads to the question and back; what lapses is named, and returns with the answer."""
    page = open_page(f"{ROUTE}#scherm=3")
    heard(page, "wat-hoor-je", "praktische-belemmeringen", option="staat-in-de-weg")
    heard(page, "wat-hoor-je", "geloof-in-eigen-kunnen", option="lukt-mij-niet")
    page.click(NEXT)
    at(page, "scherm=4")
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
    heard(page, "wat-hoor-je", "praktische-belemmeringen", option="staat-in-de-weg")
    page.goto(f"{ROUTE}#scherm=4")
    expect(page.locator("#eerst-regelen--tegelijk")).to_be_checked()


FIRST_TALK = f"{EDITION}afwegen/eerste-gesprek/"


def _prepared(open_page: OpenPage) -> Page:
    """Answer beforehand, go back to the first question, and choose that it is over."""
    page = open_page(f"{FIRST_TALK}#scherm=1")
    page.check("#welk-moment--vooraf")
    page.goto(f"{FIRST_TALK}#scherm=2")
    page.check("#wat-weet-je-al--dossier")
    page.goto(f"{FIRST_TALK}#scherm=3&vraag=wat-vraag-je")
    page.check("#wat-vraag-je--gaat-het-lukken")
    expect(page.locator(".gids-kaart [data-genoteerd]")).to_have_count(0)
    page.goto(f"{FIRST_TALK}#scherm=1")
    page.check("#welk-moment--erna")
    return page


def test_what_lapses_is_said_at_the_change_and_at_the_next_question_alone(open_page: OpenPage) -> None:
    """Not after something is filled in there, not further on, not after going back; and never as a number."""
    page = _prepared(open_page)
    said = page.locator(".gids-melding")
    gone = re.compile("«Waar komt wat je al weet vandaan\\?» «Waar ga je naar vragen")
    expect(said).to_have_text(gone)
    page.check("#welk-moment--samen")
    expect(said).to_have_text(gone)
    page.check("#welk-moment--vooraf")
    expect(said).to_have_text("")
    page.check("#welk-moment--erna")
    page.click(NEXT)
    at(page, "scherm=2")
    expect(said).to_have_text(gone)
    page.check("#wat-moet--duidelijk")
    expect(said).to_have_text(gone)
    page.click(NEXT)
    at(page, "scherm=3")
    expect(said).to_have_text("")
    page.fill("[name='welk-doel.tekst']", "met de handen werken")
    expect(said).to_have_text("")
    for place in ("scherm=2", "scherm=1"):
        page.locator("a[data-terug]").click()
        at(page, place)
        expect(said).to_have_text("")


def test_what_was_put_back_is_said_there_alone(open_page: OpenPage) -> None:
    """The button stays as long as it can put back; that it did, is said at that question."""
    page = open_page(f"{ROUTE}#scherm=3")
    heard(page, "wat-hoor-je", "kennis", option="weet-niet-hoe")
    page.locator("[data-doe=minder]:visible").click()
    page.click(NEXT)
    at(page, "scherm=5")
    page.get_by_role("button", name="Zet terug").click()
    said = page.locator(".gids-melding")
    expect(said).to_have_text(re.compile("teruggezet", re.IGNORECASE))
    page.click(NEXT)
    at(page, "scherm=5&vraag=verplichting")
    expect(said).to_have_text("")


def test_what_one_will_ask_about_was_not_heard(open_page: OpenPage) -> None:
    """It is no choice of where to go deeper, lights nothing up, and leaves the text with its question."""
    page = _prepared(open_page)
    page.goto(f"{FIRST_TALK}#scherm=3&vraag=wat-kwam-langs")
    heard(page, "wat-kwam-langs", "geloof-in-eigen-kunnen", option="gaat-het-lukken")
    page.goto(f"{FIRST_TALK}#scherm=4&vraag=waar-dieper")
    expect(page.locator("#waar-dieper--gaat-het-lukken")).to_be_visible()
    assert page.locator("[name=waar-dieper]:checked").count() == 0
    page.goto(CASUS)
    text = page.locator("#casus-tekst")
    expect(text).to_have_value(re.compile("vertelde over geloof in eigen kunnen"))
    expect(text).not_to_have_value(re.compile("We gaan|We beginnen"))
    expect(page.locator("[data-papier=vragen]")).to_be_hidden()
    page.goto(f"{FIRST_TALK}#scherm=1")
    page.check("#welk-moment--vooraf")
    page.goto(CASUS)
    expect(text).to_have_value(re.compile("We gaan vragen naar geloof in eigen kunnen."))
    expect(page.locator("[data-papier=vragen] li")).not_to_have_count(0)


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
    page = open_page(ROUTE)
    too_many(page)
    box = page.get_by_role("alert")
    expect(box).to_be_focused()
    assert page.title().startswith("Fout: ")
    box.get_by_role("link").click()
    expect(page.locator("#waar-beginnen--levert-niets-op")).to_be_focused()
    assert page.url.endswith("#scherm=5")
    page.uncheck("#waar-beginnen--nooit-gedaan")
    page.click(NEXT)
    at(page, "scherm=5&vraag=verplichting")
    expect(box).to_be_hidden()


def test_a_date_without_a_year_is_the_next_such_day(open_page: OpenPage) -> None:
    """A month may be a word; the year is filled in and shown, and counts when it is confirmed."""
    vraag = next(one for one in reversed(FRAMEWORK.routes["plan-kiezen"].vragen) if one.soort == "datum")
    page = open_page(f"{PLAN}#scherm={vraag.scherm}&vraag={vraag.id}")
    tomorrow = date.today() + timedelta(days=1)
    page.fill(f"[name='{vraag.id}.dag']", str(tomorrow.day))
    page.fill(f"[name='{vraag.id}.maand']", MONTHS[tomorrow.month - 1])
    page.click(NEXT)
    expect(page.get_by_role("alert")).to_contain_text(f"Is {tomorrow.year} goed?")
    expect(page.locator(f"[name='{vraag.id}.jaar']")).to_have_value(str(tomorrow.year))
    assert str(tomorrow.year) not in json.dumps(case(page))
    page.click(NEXT)
    at(page, "scherm=controle")
    expect(page.locator(f"[data-antwoord='{vraag.id}'] dd").first).to_have_text(
        f"{tomorrow.day} {MONTHS[tomorrow.month - 1]} {tomorrow.year}"
    )


def test_an_impossible_date_is_an_error(open_page: OpenPage) -> None:
    """30 February is refused; no date at all is fine."""
    vraag = next(one for one in reversed(FRAMEWORK.routes["plan-kiezen"].vragen) if one.soort == "datum")
    page = open_page(f"{PLAN}#scherm={vraag.scherm}&vraag={vraag.id}")
    for part, text in (("dag", "30"), ("maand", "2"), ("jaar", "2027")):
        page.fill(f"[name='{vraag.id}.{part}']", text)
    page.click(NEXT)
    expect(page.get_by_role("alert")).to_contain_text("Deze datum bestaat niet")
    for part in ("dag", "maand", "jaar"):
        page.fill(f"[name='{vraag.id}.{part}']", "")
    page.click(NEXT)
    at(page, "scherm=controle")


def test_a_point_to_which_the_answers_no_longer_lead_leaves_the_sheet(open_page: OpenPage) -> None:
    """What was ticked for another answer does not stand on the sheet; what still holds stays."""
    page = open_page(EDITION)
    loop = FRAMEWORK.lopen["eerste-gesprek-leeg-blad"]
    walk(page, loop, quick=True)
    for one in loop.bespreken:
        page.check(f"#mee--{one}")
    assert case(page)["bespreken"] == [f"{loop.route}.{one}" for one in loop.bespreken]
    walk(page, loop.model_copy(update={"antwoorden": {**loop.antwoorden, "wat-moet": ["speelt-niet"]}}), quick=True)
    still = [one for one in loop.bespreken if one in discussed(page)]
    assert 0 < len(still) < len(loop.bespreken)
    assert case(page)["bespreken"] == [f"{loop.route}.{one}" for one in still]


def test_only_what_was_asked_can_lapse(open_page: OpenPage) -> None:
    """A factor chosen at one question is no answer to another that fills in the same."""
    page = open_page(EDITION)
    loop = FRAMEWORK.lopen["eerste-gesprek-na-jaren-zorg"]
    asked = walk(page, loop, quick=True)
    for moment in ("vooraf", "samen", "erna"):
        page.goto(f"{EDITION}afwegen/{loop.route}/#scherm=1")
        page.check(f"#welk-moment--{moment}")
        page.goto(f"{EDITION}afwegen/{loop.route}/#scherm=controle")
        expect(page.locator("[data-antwoord]:visible").first).to_be_visible()
        lapsed = page.locator("[data-antwoord]:has(a[hidden]):visible").evaluate_all(
            "all => all.map(one => one.dataset.antwoord)"
        )
        assert set(lapsed) <= set(asked)


def test_the_card_is_asked_for_factors_alone(open_page: OpenPage) -> None:
    """«Weten we nog niet» at the choice of a factor is no factor."""
    page = open_page(EDITION)
    walk(page, FRAMEWORK.lopen["eerste-gesprek-leeg-blad"], quick=True)
    card = page.locator("[data-kaart]").get_attribute("href") or ""
    assert "moment=" in card
    assert "factor=" not in card


def test_own_words_without_a_choice_are_not_called_unknown(open_page: OpenPage) -> None:
    """Who writes a first step and no day reads back the step alone."""
    page = open_page(EDITION)
    loop = FRAMEWORK.lopen["plan-een-telefoontje"]
    vraag = next(one for one in FRAMEWORK.routes[loop.route].vragen if one.soort == "datum" and one.tekstveld)
    step = "Wij bellen het kinderdagverblijf."
    own = {one: value for one, value in loop.antwoorden.items() if one != vraag.id}
    walk(page, loop.model_copy(update={"antwoorden": {**own, f"{vraag.id}.tekst": step}}), quick=True)
    expect(page.locator(f"[data-antwoord='{vraag.id}'] dd:first-of-type")).to_have_text(step)


def test_a_text_of_before_is_read_into_the_case(open_page: OpenPage) -> None:
    """A text with codes, as a route made it before there was one case, on one line; what is unknown is named."""
    page = open_page(ROUTE)
    page.get_by_text("Verdergaan met wat je bewaarde").click()
    page.fill("#gids-plak", (KEPT / "zit-vast.txt").read_text("utf-8").replace("\n", " "))
    page.get_by_role("button", name="Lees de tekst").click()
    at(page, "scherm=controle")
    expect(page.locator(".gids-melding")).to_contain_text("Niet herkend: wat-hoor-je: bestaat-niet")
    found = case(page)
    assert (found["doel-van"], found["gedrag"], found["factoren"]) == (
        "ons",
        "belt dinsdag",
        ["geloof-in-eigen-kunnen"],
    )
    assert [(one["factor"], one["bron"]) for one in found["uitspraken"]] == [("geloof-in-eigen-kunnen", "gezegd")]
    assert found["bespreken"] == ["casus-zit-vast.beeld-voorleggen"]


def test_a_text_of_plan_kiezen_of_before_has_its_statements(open_page: OpenPage) -> None:
    """Where one of several sources was a suspicion, it is one: nobody knows which of them was meant."""
    page = open_page(PLAN)
    page.get_by_text("Verdergaan met wat je bewaarde").click()
    page.fill("#gids-plak", (KEPT / "plan.txt").read_text("utf-8"))
    page.get_by_role("button", name="Lees de tekst").click()
    at(page, "scherm=controle")
    told = [(one["factor"], one["bron"], one["richting"], one["woorden"]) for one in case(page)["uitspraken"]]
    assert told == [
        ("houding", "gezegd", "allebei", "Ze wil graag."),
        ("kennis", "vermoed", "hindert", "Ze hoorde twee antwoorden."),
    ]


def test_a_file_of_before_is_read_and_a_bad_one_changes_nothing(open_page: OpenPage, tmp_path: Path) -> None:
    """A file of one route comes into the case; a damaged or foreign one is refused, and the answers stay."""
    page = open_page(f"{ROUTE}#scherm=1")
    page.check("#wat-zit-vast--oneens")
    page.goto(ROUTE)
    path = tmp_path / "walk.json"
    content = {
        "formaat": "leidraad-gewogen-maatwerk",
        "soort": "route casus-zit-vast",
        "versie": 1,
        "inhoud": {"waarden": {"wat-zit-vast": ["wacht"]}},
    }
    other = {**content, "soort": "route plan-kiezen"}
    for text in ("{", json.dumps(other), json.dumps({**content, "inhoud": {"waarden": {"x": 1}}}), "[]"):
        path.write_text(text, "utf-8")
        page.get_by_text("Verdergaan met wat je bewaarde").click()
        page.set_input_files("#gids-bestand", path)
        expect(page.get_by_role("alert")).to_contain_text("Er is niets veranderd")
        page.reload()
    path.write_text(json.dumps(content), "utf-8")
    page.get_by_text("Verdergaan met wat je bewaarde").click()
    page.set_input_files("#gids-bestand", path)
    at(page, "scherm=controle")
    assert case(page)["antwoorden"]["casus-zit-vast"]["wat-zit-vast"] == ["wacht"]


def test_a_foreign_text_is_refused(open_page: OpenPage) -> None:
    """A text that is not ours, or of another route, says so and changes nothing."""
    page = open_page(ROUTE)
    page.get_by_text("Verdergaan met wat je bewaarde").click()
    for text, says in (("Verslag", "van een oudere uitgave"), ("[leidraad: route, x, 1]", "ander onderdeel")):
        page.fill("#gids-plak", text)
        page.get_by_role("button", name="Lees de tekst").click()
        expect(page.get_by_role("alert")).to_contain_text(says)


def test_a_statement_that_is_taken_away_can_be_put_back(open_page: OpenPage) -> None:
    """Also when its choice is taken away: one button brings it back, until something else is filled in."""
    page = open_page(f"{ROUTE}#scherm=3")
    heard(page, "wat-hoor-je", "kennis", option="weet-niet-hoe")
    page.fill("[name='wat-hoor-je.kennis.0.woorden']", "Leest de brieven niet")
    for gone in ("[data-doe=minder]:visible", "#wat-hoor-je--weet-niet-hoe"):
        page.click(gone)
        assert case(page).get("uitspraken", []) == []
        expect(page.locator("#wat-hoor-je--weet-niet-hoe")).not_to_be_checked()
        page.get_by_role("button", name="Zet terug wat er stond").click()
        expect(page.locator("[name='wat-hoor-je.kennis.0.woorden']")).to_have_value("Leest de brieven niet")
        expect(page.locator("#wat-hoor-je--weet-niet-hoe")).to_be_checked()


def test_nothing_is_asked_twice(open_page: OpenPage) -> None:
    """What one route or the map heard stands in the others, says where it is from, and can be changed there."""
    page = open_page(EXPLORE, 360)
    page.locator(".plattegrond a[href^='#scherm']:visible", has_text="Kennis").click()
    at(page, "scherm=1&factor=kennis")
    heard(page, "wegen", "kennis")
    page.fill("[name='wegen.kennis.0.woorden']", "Ik weet niet waar")
    page.goto(f"{ROUTE}#scherm=3")
    expect(page.locator("#wat-hoor-je--weet-niet-hoe")).to_be_checked()
    expect(page.locator("[name='wat-hoor-je.kennis.0.woorden']")).to_have_value("Ik weet niet waar")
    expect(page.locator("[data-uit-rij]:visible")).to_contain_text("Dit noteerde je bij Verkennen")
    page.goto(f"{ROUTE}#scherm=2")
    page.check("#welk-doel--vooral-van-ons")
    page.goto(f"{EDITION}afwegen/eerste-gesprek/#vraag=welk-doel")
    expect(page.locator("#welk-doel--onze-opdracht")).to_be_checked()
    expect(page.locator("[data-uit=doel-van]")).to_contain_text("Dit vulde je in bij Mijn casus zit vast")
    page.check("#welk-doel--lopen-uiteen")
    page.goto(f"{ROUTE}#scherm=2")
    expect(page.locator("#welk-doel--ieder-een-ander")).to_be_checked()


HOLD = """(value) => sessionStorage.setItem(
  "leidraad.casus /", JSON.stringify({ versie: 1, op: Date.now(), ...value }))"""
ASK = [(route.id, vraag.id) for route in FRAMEWORK.routes.values() for vraag in route.vragen if vraag.toont]


@pytest.mark.parametrize(("route", "vraag"), ASK)
def test_a_principle_without_words_is_an_answer(open_page: OpenPage, route: str, vraag: str) -> None:
    """It stands where the answers are looked over, and stays in sight and ticked at the outcome."""
    page = open_page(EDITION)
    chosen = "eerst-wat-niet-kan-wachten"  # touches none of the factors that were chosen
    values = {"moment": "vooraf", "principes": [chosen], "factoren": ["kennis"]}
    page.evaluate(
        HOLD,
        values,
    )
    page.goto(f"{EDITION}afwegen/{route}/#scherm=controle")
    expect(page.get_by_role("heading", name="Kijk je antwoorden na")).to_be_visible()
    said = page.locator(f"[data-antwoord={vraag}] dd").first
    expect(said).not_to_contain_text("Dat weten we nog niet")
    expect(said).to_have_text(page.locator(f"label[for='principes--{chosen}']").text_content() or "?")
    page.goto(f"{EDITION}afwegen/{route}/#scherm=uitkomst")
    box = page.locator(f"#uitkomst-principes--{chosen}")
    expect(box).to_be_visible()
    expect(box).to_be_checked()


def test_where_it_was_filled_in_is_said_once(open_page: OpenPage) -> None:
    """At a question whose choice and words both came from the same route."""
    page = open_page(EDITION)
    page.evaluate(
        HOLD,
        {
            "gedrag": "belt",
            "gedrag-soort": "een-zin",
            "uit": {"gedrag": "casus-zit-vast.x.tekst", "gedrag-soort": "casus-zit-vast.x"},
        },
    )
    page.goto(f"{PLAN}#scherm=1")
    expect(page.locator("p[data-uit]:visible")).to_have_count(1)


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
    """It has an address, stays on from screen to screen, goes to one factor and back, and goes off again."""
    page = open_page(f"{PLAN}#scherm=1")
    page.get_by_role("link", name="Met het team").click()
    at(page, "scherm=1&casus=1")
    page.click(NEXT)
    at(page, "scherm=2&casus=1")
    expect(page.locator(".casus-paneel")).to_be_in_viewport()
    page.locator(".wegen-lijst a").filter(has_text="Houding").click()
    at(page, "scherm=2&factor=houding&casus=1")
    expect(page.locator(".factor:visible")).to_have_count(1)
    expect(page.locator(".casus-paneel")).to_be_in_viewport()
    page.click(NEXT)
    at(page, "scherm=2&casus=1")
    expect(page.locator(".factor:visible")).to_have_count(0)
    page.get_by_role("link", name="Weer gewoon").click()
    expect(page.locator(".casus-paneel")).to_be_hidden()


def test_only_the_factors_that_came_up_are_weighed(open_page: OpenPage) -> None:
    """A list of the seven with a question of three words each; one is noted on a screen of its own, and said so."""
    page = open_page(f"{PLAN}#scherm=2")
    rows = page.locator(".wegen-lijst li")
    expect(rows).to_have_count(7)
    expect(page.locator(".uitspraak:visible")).to_have_count(0)
    rows.filter(has_text="Kennis").get_by_role("link").click()
    at(page, "scherm=2&factor=kennis")
    heard(page, "wat-telt", "kennis")
    page.click(NEXT)
    at(page, "scherm=2")
    expect(rows.locator("strong:visible")).to_have_text(["genoteerd"])
    page.locator("a[data-terug]").click()
    at(page, "scherm=1")


def test_the_outcome_offers_what_it_speaks_of(open_page: OpenPage) -> None:
    """At a chosen factor two questions, activities with the municipality's own first, its principles, and the card."""
    page = open_page(f"{PLAN}#scherm=2&factor=praktische-belemmeringen")
    heard(page, "wat-telt", "praktische-belemmeringen")
    page.goto(f"{PLAN}#scherm=3")
    page.check("#waar-aan-werken--praktische-belemmeringen")
    asked = next(vraag for vraag in FRAMEWORK.routes["plan-kiezen"].vragen if vraag.toont)
    page.goto(f"{PLAN}#vraag={asked.id}")
    principle = page.locator(f"#vraag-{asked.id} [name=principes]").first
    principle.check()
    page.goto(f"{PLAN}#scherm=uitkomst")
    offered = page.locator(".bij-keuze:visible")
    expect(offered).to_have_count(1)
    expect(offered.locator(".vragen li")).to_have_count(2)
    links = offered.locator("p a")
    own = [one.id for one in EDITION_OF.lokaal.activiteiten.values() if "praktische-belemmeringen" in one.voor_factoren]
    assert own
    shown = [(link.get_attribute("href") or "").split("/")[-2] for link in links.all()]
    assert shown[0] in own
    needs_employer = [FRAMEWORK.activiteiten[id_].werkgever for id_ in shown if id_ in FRAMEWORK.activiteiten]
    assert needs_employer and not any(needs_employer)  # what begins without one is there, so it is offered first
    chosen = page.locator(".scherm--uitkomst [name=principes]:visible")
    expect(chosen).to_have_count(1)
    expect(chosen).to_be_checked()
    assert case(page)["principes"] == [principle.get_attribute("value")] == [chosen.get_attribute("value")]
    card = page.locator("[data-kaart]")
    assert (card.get_attribute("href") or "").endswith("gesprekskaart/#factor=praktische-belemmeringen")


def test_what_was_told_counts_as_said_where_the_question_says_so(open_page: OpenPage) -> None:
    """«Wat vertelde …»: gezegd is chosen already, and can be changed; nothing of what was told is lost."""
    address = f"{EDITION}afwegen/verplichting-niet-nagekomen/"
    page = open_page(f"{address}#scherm=2")
    page.check("[name=gehoord][value=ja]")
    page.goto(f"{address}#scherm=3")
    asked = FRAMEWORK.routes["verplichting-niet-nagekomen"].vraag("wat-speelde")
    assert asked is not None
    option = next(optie for optie in asked.opties if optie.factor)
    page.check(f"#wat-speelde--{option.id}")
    expect(page.locator(f"[name='wat-speelde.{option.factor}.0.bron'][value=gezegd]")).to_be_checked()
    page.fill(f"[name='wat-speelde.{option.factor}.0.woorden']", "Ik had geen oppas.")
    assert case(page)["uitspraken"][0]["bron"] == "gezegd"
    page.check(f"[name='wat-speelde.{option.factor}.0.bron'][value=gezien]")
    assert case(page)["uitspraken"][0]["bron"] == "gezien"
    page.goto(f"{EDITION}afwegen/jullie-casus/")
    expect(page.locator("#casus-tekst")).to_have_value(re.compile("Ik had geen oppas"))


def test_exploring_ends_with_what_was_noted(open_page: OpenPage) -> None:
    """On the screen and on paper; a suspicion is not among it."""
    page = open_page(f"{EXPLORE}#scherm=1&factor=kennis")
    for factor, bron, words in (("kennis", "gezegd", "Ik wist het niet."), ("houding", "vermoed", "Geen zin.")):
        page.goto(f"{EXPLORE}#scherm=1&factor={factor}")
        row = page.locator(f".factor[data-factor={factor}]")
        row.locator("textarea").first.fill(words)
        row.locator(f"[value={bron}]").first.check()
    page.goto(f"{EXPLORE}#scherm=uitkomst")
    noted = page.locator("[data-beeld] li")
    expect(noted).to_have_count(1)
    expect(noted).to_contain_text("«Ik wist het niet.»")
    page.emulate_media(media="print")
    expect(noted).to_be_visible()


def test_exploring_goes_on_with_what_was_noted(open_page: OpenPage) -> None:
    """«Verder waar ik was» leads to all that was noted."""
    page = open_page(EDITION)
    page.evaluate(HOLD, {"doel": "weer bouwen", "uit": {"doel": "verkennen.doel"}})
    page.goto(EXPLORE)
    page.get_by_role("link", name="Verder waar ik was").click()
    expect(page.locator("[data-beeld] li")).to_have_text(["Doel: «weer bouwen»"])


def test_a_note_from_a_factor_page_arrives_at_that_factor(open_page: OpenPage) -> None:
    """«Noteer wat je hoort» goes on with the factor that one read about."""
    page = open_page(f"{EDITION}factoren/kennis/")
    page.get_by_role("link", name="Noteer wat je hoort").click()
    page.wait_for_url("**/verkennen/**")
    expect(page.locator(".factor:visible")).to_have_attribute("data-factor", "kennis")


@pytest.mark.parametrize("part", ["doel", "doelgedrag", "kennis"])
def test_each_part_of_the_map_leads_to_its_field(open_page: OpenPage, part: str) -> None:
    """While exploring: from the map and from its own page; what was written there is in the case and lights up."""
    page = open_page(f"{EDITION}factoren/{part}/")
    page.get_by_role("link", name="Noteer wat je hoort").click()
    page.wait_for_url("**/verkennen/**")
    field = page.locator(".vraag textarea:visible").first
    expect(field).to_be_visible()
    page.goto(EXPLORE)
    page.locator(f".plattegrond a[href$='={part}']").first.click()
    field.fill("in eigen woorden")
    assert "in eigen woorden" in page.evaluate("JSON.stringify(sessionStorage)")
    if part != "kennis":
        expect(page.locator(f".gids-kaart [data-deel={part}]")).to_have_attribute("data-genoteerd", "")


def test_exploring_begins_where_the_map_begins(open_page: OpenPage) -> None:
    """Its parts come in the order of the map, and nothing speaks of a behaviour that was not named."""
    page = open_page(EXPLORE)
    order = [
        href.rstrip("/").rsplit("/", 1)[-1].rsplit("=", 1)[-1]
        for href in page.locator(".plattegrond a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    ]
    page.get_by_role("button", name="Begin bij het doel").click()
    at(page, "scherm=2")
    seen = []
    for _ in range(len(set(order))):
        seen.append(
            page.locator(".factor:visible, .vraag:visible").last.evaluate(
                "one => one.dataset.factor ?? one.dataset.vraag"
            )
        )
        expect(page.locator(".vraag:visible")).not_to_contain_text("dit gedrag")
        go(Hands(page))
    assert seen == list(dict.fromkeys(order))


# The shortest way through each route that leaves with something: what is filled in, and where one asks «Wat neem ik
# mee?»: once there is a factor, an activity or a learning point, and what lies with us and what must were asked.
SHORTEST = {
    "eerste-gesprek": ({"welk-moment": "vooraf", "wat-vraag-je": "wat-levert-het-op"}, "wat-kan-van-ons"),
    "casus-zit-vast": ({"wat-zit-vast": "blijft-liggen"}, "verplichting"),
    "plan-kiezen": (
        {
            "waar-aan-werken": "praktische-belemmeringen",
            "naast-leggen": "direct-regelen",
            "wat-doen": "direct-regelen",
        },
        "wat-doen",
    ),
    "terugblik": ({"klopte-het": "klopte"}, "leerpunt"),
    "verplichting-niet-nagekomen": ({"gehoord": "ja"}, "wat-speelde"),
}
HEARD = {"plan-kiezen": "praktische-belemmeringen", "casus-zit-vast": "geloof-in-eigen-kunnen"}
WORDS = r"() => document.querySelector('.gids form').innerText.trim().split(/\s+/).length"


@pytest.mark.parametrize("id_", FRAMEWORK.routes)
def test_the_shortest_useful_way_is_short(open_page: OpenPage, id_: str) -> None:
    """From the start to the outcome no more than 1,200 words are shown, all screens together."""
    page = open_page(f"{EDITION}afwegen/{id_}/")
    chosen, last = SHORTEST[id_]
    if id_ in HEARD:
        said = {"factor": HEARD[id_], "bron": "gezegd", "richting": "hindert", "woorden": "Dat lukt niet.", "uit": ""}
        keep = "async (een) => (await import(new URL('../../assets/lib/casus.js', location.href))).wijzig(een)"
        page.evaluate(keep, {"uitspraken": [said]})
        page.reload()
    seen = [page.evaluate(WORDS)]
    press, before = page.get_by_role("button", name="Begin", exact=True), page.url
    while "uitkomst" not in page.url:
        press.click()
        page.wait_for_function(ARRIVED, arg=before)
        for vraag, value in chosen.items():
            if page.locator(f"#vraag-{vraag}").is_visible():
                page.check(f"[name='{vraag}'][value='{value}']")
        seen.append(page.evaluate(WORDS))
        press = page.locator("[data-mee]" if page.locator(f"#vraag-{last}").is_visible() else NEXT)
        before = page.url
    assert len(seen) > 3 and min(seen) > 10, "a screen without a question was counted"
    assert sum(seen) <= 1200


def test_where_nothing_is_kept_the_page_says_so(open_page: OpenPage) -> None:
    """A browser that refuses storage keeps the answers for this page, and the page tells."""
    page = open_page(EDITION, own=True)
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('dicht') } })")
    page.goto(f"{ROUTE}#scherm=1")
    expect(page.locator(".gids-melding")).to_contain_text("Je browser bewaart niet wat je nu invult")
    page.check("#wat-zit-vast--oneens")
    page.click(NEXT)
    page.locator("a[data-terug]").click()
    expect(page.locator("#wat-zit-vast--oneens")).to_be_checked()


def test_where_nothing_is_kept_the_text_comes_to_the_page(open_page: OpenPage) -> None:
    """The text, the sheet and the file of what this page holds, below the route; and again after a change."""
    page = open_page(EDITION, own=True)
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('dicht') } })")
    page.goto(f"{ROUTE}#scherm=2&vraag=welk-gedrag")
    expect(page.locator(".gids-melding")).to_contain_text("onderaan deze pagina")
    page.fill("[name='welk-gedrag.tekst']", "belt dinsdag")
    page.locator("[data-mee]").click()
    expect(page.locator(".scherm[data-scherm=uitkomst]")).to_be_visible()
    page.get_by_role("link", name="Naar de tekst en het blad").click()
    expect(page.get_by_role("heading", name="Jullie casus", level=2)).to_be_focused()
    expect(page.locator("#casus-tekst")).to_have_value(re.compile("Het gaat nu om dit gedrag: belt dinsdag."))
    expect(page.locator(".gesprekspapier")).to_contain_text("belt dinsdag")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    page.locator("casus-formulier a[href$='/inwoner/uw-blad/'].knop").click(no_wait_after=True)
    assert asked == ["beforeunload"]
    expect(page.locator("#casus-tekst")).to_have_value(re.compile("belt dinsdag"))
    page.goto(f"{ROUTE}#scherm=2&vraag=welk-gedrag")
    page.fill("[name='welk-gedrag.tekst']", "belt woensdag")
    page.locator("[data-mee]").click()
    page.get_by_role("link", name="Naar de tekst en het blad").click()
    expect(page.locator("#casus-tekst")).to_have_value(re.compile("belt woensdag"))
    assert page.locator("casus-formulier").count() == 1


def test_without_a_script_it_is_a_worksheet(open_page: OpenPage) -> None:
    """Every question, option, reason and item to discuss can be read, with in words when it applies."""
    page = open_page(PLAN, java_script_enabled=False)
    route = FRAMEWORK.routes["plan-kiezen"]
    for vraag in route.vragen:
        expect(page.locator(f"#vraag-{vraag.id} > legend")).to_be_visible()
    assert page.locator("[data-punt]:visible").count() == len(route.bespreken)
    page.locator("details.waarom").evaluate_all("found => found.forEach(e => { e.open = true; })")
    assert page.locator(".alleen-als:visible").count() > 0
    assert page.locator("gids-stappen button:visible").count() == 0


def test_the_outcome_of_a_worked_walk_prints_on_one_page(open_page: OpenPage, tmp_path: Path) -> None:
    """One A4, with what is ticked and the closing sentence, and without what is not."""
    page = open_page(EDITION)
    walk(page, FIRST, quick=True)
    for box in page.locator("[data-punt]:visible input").all():
        box.check()
    pdf = page.pdf(format="A4")
    assert pdf.count(b"/Type /Page\n") == 1


def test_a_factor_that_is_only_ticked_is_said_to_be_a_suspicion(open_page: OpenPage) -> None:
    """Beside it stands what that means and what is not asked now, and at the outcome the open questions about it."""
    page = open_page(f"{EDITION}afwegen/eerste-gesprek/#scherm=1")
    page.check("[name=welk-moment][value=samen]")
    page.goto(f"{EDITION}afwegen/eerste-gesprek/#scherm=3&vraag=wat-kwam-langs")
    at(page, "scherm=3&vraag=wat-kwam-langs")
    skipped = page.locator("#vraag-wat-kwam-langs .overslaan-uitleg")
    expect(skipped).to_be_hidden()
    page.check("[name=wat-kwam-langs][value=gaat-het-lukken]")
    expect(page.locator(".uitspraak .vermoeden:visible")).to_contain_text("In de uitkomst staat er een open vraag bij")
    expect(skipped).to_contain_text("Is er al één gedrag waar het nu om gaat?")
    expect(skipped).to_contain_text("dieper op in?»")
    expect(skipped).to_be_visible()
    page.goto(f"{EDITION}afwegen/eerste-gesprek/#scherm=uitkomst")
    about = page.locator("[data-bij-keuze=geloof-in-eigen-kunnen]")
    expect(about).to_contain_text("Dit vermoed je nog")
    expect(about.locator(".vragen li")).to_have_count(2)
    expect(about.locator(".passend")).to_be_hidden()
    expect(page.locator("[data-kaart]")).to_have_attribute("href", re.compile("factor=geloof-in-eigen-kunnen"))
    expect(page.locator("[data-punt=breed-vragen]")).to_be_hidden()
    page.goto(f"{EDITION}afwegen/eerste-gesprek/#scherm=3&vraag=wat-kwam-langs")
    page.locator("[name$='.bron'][value=gezegd]:visible").check()
    expect(skipped).to_be_hidden()
    expect(page.locator(".uitspraak .vermoeden")).to_be_hidden()


def test_what_was_noted_stands_where_it_is_summed_up(open_page: OpenPage) -> None:
    """The goal, the behaviour and what was said or seen, in its words; no suspicion; and if there is nothing, that."""
    page = open_page(EDITION)
    page.evaluate(HOLD, {"moment": "samen"})
    address = f"{EDITION}afwegen/eerste-gesprek/#scherm=6&vraag=herkend"
    page.goto(address)
    shown = page.locator("#vraag-herkend [data-beeld] li")
    expect(page.locator("#vraag-herkend .leeg")).to_have_text("Nog niets wat gezegd of gezien is.")
    expect(shown).to_have_count(0)
    said = {"factor": "kennis", "bron": "gezegd", "richting": "hindert", "woorden": "weet de weg niet"}
    guess = {"factor": "houding", "bron": "", "richting": "", "woorden": "wil misschien niet"}
    page.evaluate(HOLD, {"moment": "samen", "doel": "weer bouwen", "uitspraken": [said, guess]})
    page.reload()
    expect(shown).to_have_text(["Doel: «weer bouwen»", "Kennis: gezegd, «weet de weg niet», ons beeld: hindert"])
    expect(page.locator("#vraag-herkend .leeg")).to_be_hidden()
    own = '"weer bouwen", dat wil hij'
    page.evaluate(HOLD, {"moment": "samen", "doel": own, "uitspraken": []})
    page.reload()
    expect(shown).to_have_text([f"Doel: {own}"])


@pytest.mark.parametrize("route", [route for route, _ in ASK])
def test_a_principle_is_asked_once(open_page: OpenPage, route: str) -> None:
    """At the outcome stands what was chosen, alone; where the question was passed over, it is not asked again."""
    page = open_page(EDITION)
    page.evaluate(HOLD, {"moment": "vooraf", "factoren": ["kennis"]})
    address = f"{EDITION}afwegen/{route}/#scherm=uitkomst"
    page.goto(address)
    asked = page.locator(".scherm--uitkomst fieldset.gids-principes")
    expect(page.locator("#uitkomst-titel")).to_be_visible()
    expect(asked).to_be_hidden()
    page.evaluate(HOLD, {"moment": "vooraf", "factoren": ["kennis"], "principes": ["eerst-wat-niet-kan-wachten"]})
    page.reload()
    expect(asked.locator("legend")).to_have_text("Dit legde je ernaast")
    expect(asked.locator(".keuze:visible")).to_have_count(1)


def at_the_outcome(open_page: OpenPage, route: str) -> Page:
    """Open the outcome of a route in which one factor was chosen."""
    page = open_page(EDITION)
    page.evaluate(HOLD, {"moment": "vooraf", "factoren": ["kennis"]})
    page.goto(f"{EDITION}afwegen/{route}/#scherm=uitkomst")
    expect(page.locator("#uitkomst-titel")).to_be_visible()
    return page


@pytest.mark.parametrize("route", [route.id for route in FRAMEWORK.routes.values() if route.bespreken])
def test_the_principle_is_on_paper(open_page: OpenPage, route: str) -> None:
    """What was laid beside it is printed with and without points that were ticked; the question for it is not."""
    page = at_the_outcome(open_page, route)
    on_paper = page.locator(".gids-principes:visible")
    page.emulate_media(media="print")
    expect(on_paper).to_have_count(0)
    page.emulate_media(media="screen")
    page.evaluate(HOLD, {"moment": "vooraf", "factoren": ["kennis"], "principes": ["eerst-wat-niet-kan-wachten"]})
    page.reload()
    expect(page.locator("#uitkomst-titel")).to_be_visible()
    for ticked in (0, 1):
        page.emulate_media(media="print")
        expect(on_paper.locator("legend")).to_have_text("Dit legde je ernaast")
        expect(on_paper.locator(".keuze:visible")).to_have_count(1)
        expect(on_paper.locator("input:visible")).to_have_count(0)
        assert page.locator(".bespreken input:checked").count() == ticked
        page.emulate_media(media="screen")
        if not ticked:
            page.locator("[data-punt]:visible input").first.check()


@pytest.mark.parametrize("route", [route.id for route in FRAMEWORK.routes.values() if route.bespreken])
def test_what_rests_on_a_source_names_it_on_paper(open_page: OpenPage, route: str) -> None:
    """Each point of the outcome, in the words of the screen, and all on one sheet."""
    page = at_the_outcome(open_page, route)
    named = page.locator("[data-punt]:visible .herkomst")
    said = [text.strip() for text in named.all_text_contents()]
    assert said
    assert len(sheets(pdf := page.pdf(format="A4"))) == 1
    page.emulate_media(media="print")
    assert named.and_(page.locator(":visible")).count() == len(said)
    assert [text for text in said if squeezed(text) not in sheets(pdf)[0]] == []


@pytest.mark.parametrize("route", [route.id for route in FRAMEWORK.routes.values() if route.bespreken])
def test_what_is_unfavourable_is_said_beside_it(open_page: OpenPage, route: str) -> None:
    """The outcome names an activity with the condition under which its own page advises against it, on paper too."""
    page = open_page(EDITION)
    page.evaluate(HOLD, {"moment": "vooraf", "factoren": ["houding"]})
    page.goto(f"{EDITION}afwegen/{route}/#scherm=uitkomst")
    named = page.locator("[data-bij-keuze=houding] .passend")
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        expect(named).to_be_visible()
        expect(named).to_contain_text("Voor- en nadelen wegen (ongunstig bij twijfel)")


def test_where_one_is_stands_on_one_line_on_a_narrow_screen(open_page: OpenPage) -> None:
    """At 320 px it is not squeezed between the two links."""
    page = open_page(ROUTE, 320)
    page.goto(f"{ROUTE}#scherm=1")
    place = page.locator("#gids-plaats")
    expect(place).to_contain_text("Vraag 1")
    line = place.evaluate("one => parseFloat(getComputedStyle(one).lineHeight)")
    box = place.bounding_box()
    assert box
    assert box["height"] < 1.5 * line
    links = [one.bounding_box() for one in page.locator(".gids-balk > a:visible").all()]
    assert len({round(one["y"]) for one in links if one}) == 1


@pytest.mark.parametrize("route", ["plan-kiezen", "casus-zit-vast", "eerste-gesprek"])
def test_a_sentence_that_is_written_is_the_answer_too(open_page: OpenPage, route: str) -> None:
    """Written here, or in another route: «in one sentence» is ticked, and what counts as unknown is not proposed."""
    page = open_page(f"{EDITION}afwegen/{route}/")
    told = {"factor": "kennis", "bron": "gezegd", "richting": "", "woorden": "Waar moet ik heen?"}
    case = {"moment": "samen", "uitspraken": [told]}
    page.evaluate(HOLD, case)
    page.goto(f"{EDITION}afwegen/{route}/#vraag=welk-gedrag")
    page.reload()
    one = page.locator("[name=welk-gedrag][value=een-zin]")
    field = page.locator("[name='welk-gedrag.tekst']")
    expect(one).not_to_be_checked()
    field.fill("elke woensdag meelopen")
    expect(one).to_be_checked()
    field.fill("")
    expect(one).not_to_be_checked()
    page.locator("[name=welk-gedrag][value=weet-niet]").check()
    field.fill("elke woensdag meelopen")
    expect(one).not_to_be_checked()
    page.evaluate(HOLD, {**case, "gedrag": "elke woensdag meelopen"})
    page.reload()
    expect(one).to_be_checked()
    page.goto(f"{EDITION}afwegen/{route}/#scherm=uitkomst")
    for small in ("gedrag-eerst", "gedrag-klein-maken"):
        expect(page.locator(f"[data-punt={small}]:visible")).to_have_count(0)


def test_looking_back_shows_what_was_chosen_and_agreed(open_page: OpenPage) -> None:
    """From the case of this tab, nothing that is suspected; without a case it says where it would come from."""
    page = open_page(f"{EDITION}afwegen/terugblik/#scherm=1")
    shown = page.locator("#vraag-klopte-het .overwegingen")
    expect(shown).to_contain_text("In dit tabblad staat nog geen keuze")
    expect(shown.get_by_role("link", name="Jullie casus")).to_be_visible()
    expect(shown.locator("li:visible")).to_have_count(0)
    page.evaluate(
        HOLD,
        {
            "factoren": ["houding"],
            "activiteiten": ["meelopen-met-werk"],
            "stap": "woensdag bellen",
            "stap-datum": "2026-12-02",
            "vorige": ["Wij zoeken de bus uit.", "Zij belt."],
            "uitspraken": [{"factor": "kennis", "bron": "vermoed", "richting": "", "woorden": "weet het niet"}],
        },
    )
    page.reload()
    expect(shown.locator("li:visible")).to_have_text(
        [
            f"Gekozen factor: {FRAMEWORK.factoren['houding'].titel}",
            "Gekozen: Meelopen met werk",
            "De eerste stap: woensdag bellen",
            "De dag daarvan: 2 december 2026",
            "De vorige keer afgesproken: Wij zoeken de bus uit. Zij belt.",
        ]
    )
    expect(shown.locator(".leeg")).to_be_hidden()
