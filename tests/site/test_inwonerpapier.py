"""The sheet for the resident: the case in plain words, never a suspicion; without a case a form for a pen."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from leidraad.model.types.routes import Route
from tests.site.axe import Violations
from tests.site.browser import OpenPage, View
from tests.site.pages import FRAMEWORK
from tests.site.paper import sheets
from tests.site.storage import WIPES

PAGE = "voorbeeldstad/nieuwste/inwoner/uw-blad/"
KEEP = "async (velden) => (await import(new URL('../../assets/lib/casus.js', location.href))).wijzig(velden)"
DANPLAN = FRAMEWORK.activiteiten["als-danplan"]
FOLDER = Path("tests/casusteksten")
FULL: dict[str, Any] = {
    "doel": "Weer met mijn handen werken.",
    "gedrag": "Woensdag bellen met de groothandel.",
    "ons-deel-woorden": "De bus rijdt niet meer.",
    "verplichting": "onduidelijk",
    "verplichting-woorden": "Eén keer per maand een gesprek.",
    "activiteiten": ["als-danplan"],
    "reden": "Eerst horen, dan doen.",
    "stap": "Bellen om tien uur.",
    "stap-datum": "2026-12-02",
    "stap-wie": "U belt zelf.",
    "afspraken": "Wij zijn die ochtend bereikbaar.",
    "kijken-op": "2026-12-11",
    "uitspraken": [
        {"factor": "kennis", "bron": "gezegd", "richting": "helpt", "woorden": "Ik ken de straat."},
        {"factor": "kennis", "bron": "gezien", "richting": "hindert", "woorden": "De brief was niet open."},
        {"factor": "kennis", "bron": "vermoed", "richting": "hindert", "woorden": "Een vermoeden."},
        {"factor": "kennis", "bron": "", "richting": "hindert", "woorden": "Geen bron."},
    ],
}
SHOWN = (
    FULL["doel"],
    FULL["gedrag"],
    "«Ik ken de straat.»",
    "De brief was niet open.",
    FULL["ons-deel-woorden"],
    FULL["verplichting-woorden"],
    "Vraag uitleg over wat er precies moet.",
    f"{DANPLAN.titel}. {DANPLAN.in_gewone_woorden.tekst if DANPLAN.in_gewone_woorden else ''}",
    "Waarom: Eerst horen, dan doen.",
    FULL["stap"],
    "Afgesproken voor 2 december 2026.",
    "Wie dat doet: U belt zelf.",
    FULL["afspraken"],
    "Afgesproken voor 11 december 2026.",
)


def _sheets(page: Page) -> int:
    return len(PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages)


def _filled(open_page: OpenPage, case: dict[str, Any]) -> Page:
    page = open_page(PAGE)
    page.evaluate(KEEP, case)
    page.reload()
    return page


@pytest.mark.parametrize("who", ["hem", "Haar", "mij", "mijn", "ons", "hun", "de deelnemer", "wij"])
def test_a_sentence_that_does_not_say_who_is_named(open_page: OpenPage, who: str) -> None:
    """«Bel hem» is no word for who reads it about themselves; of what the resident said it is left alone.

    «Zijn» is mostly what days and agreements are, and is left alone too.
    """
    said = {"factor": "kennis", "bron": "gezegd", "richting": "", "woorden": f"«Bel {who} even», zei hij"}
    page = _filled(open_page, {"afspraken": f"Bel {who} even.", "stap": "Oefen de hunebedroute.", "uitspraken": [said]})
    expect(page.locator("[data-wie] li")).to_have_text([f"«Bel {who} even», zei hij.", f"Bel {who} even."])
    page.evaluate(
        KEEP, {"afspraken": "De ochtenden zijn geregeld.", "uitspraken": [{**said, "woorden": f"Bel {who} even"}]}
    )
    expect(page.locator("[data-wie]")).to_be_hidden()


def test_what_the_professional_thinks_is_not_told_by_the_resident(open_page: OpenPage) -> None:
    """No weighing stands beside what was said or seen, and a goal is called theirs where somebody said so."""
    told = [{"factor": "kennis", "bron": bron, "woorden": "Dat heeft geen zin."} for bron in ("gezegd", "gezien")]
    for richting in ("helpt", "hindert", "allebei"):
        both = [{**one, "richting": richting, "eerder": eerder} for one in told for eerder in (False, True)]
        page = _filled(open_page, {"uitspraken": both, "doel": "Iets vinden.", "doel-van": ""})
        expect(page.locator("[data-uitspraken=gezegd] li")).to_have_text(["«Dat heeft geen zin.»"] * 2)
        expect(page.locator("[data-uitspraken=gezien] li")).to_have_text(["Dat heeft geen zin."] * 2)
        expect(page.locator("[data-deel=doel] h2")).to_have_text("Het doel")
    page.evaluate(KEEP, {"doel-van": "inwoner"})
    expect(page.locator("[data-deel=doel] h2")).to_have_text("Wat u wilt")


def test_without_a_case_it_is_printed_empty(open_page: OpenPage) -> None:
    """It says where it is filled in and one press prints it; nothing is ticked. With a case that is not said."""
    page = open_page(PAGE, own=True)
    page.context.add_init_script("window.geprint = 0; window.print = () => geprint++")
    page.reload()
    said = page.locator(".inwonerpapier__leeg")
    expect(said.get_by_role("link", name="Jullie casus")).to_have_attribute(
        "href", re.compile("afwegen/jullie-casus/$")
    )
    said.get_by_role("button", name="Druk af").click()
    page.wait_for_function("() => window.geprint === 1")
    expect(page.locator("#samen-gekozen")).to_be_hidden()
    expect(page.locator("#samen-gekozen")).not_to_be_checked()
    page.evaluate(KEEP, FULL)
    expect(said).to_be_hidden()
    expect(page.get_by_role("button", name="Druk af")).to_have_count(1)


def test_everything_of_the_case_stands_on_one_sheet(open_page: OpenPage) -> None:
    """Each field in its place, and what was suspected nowhere."""
    page = _filled(open_page, FULL)
    for text in SHOWN:
        expect(
            page.locator("inwoner-papier [data-deel]").get_by_text(text, exact=True).locator("visible=true")
        ).to_have_count(1)
    expect(page.locator("inwoner-papier")).not_to_contain_text("vermoeden")
    expect(page.locator("inwoner-papier")).not_to_contain_text("Geen bron")
    assert _sheets(page) == 1


def test_what_nobody_wrote_leaves_its_part_out(open_page: OpenPage) -> None:
    """With one agreement there is one part, and what may always; what does not go along is not there."""
    page = _filled(open_page, {"afspraken": "Wij bellen terug.", "doel": "Rust.", "mee": {"doel": False}})
    expect(page.locator("[data-deel]:visible")).to_have_count(1)
    expect(page.locator("inwoner-papier")).not_to_contain_text("Rust.")
    expect(page.get_by_role("heading", name="Dit mag u altijd")).to_be_visible()


MOMENT = {
    "datum": "2026-11-01",
    "woorden": {"kennis": "een-beetje", "houding": "weet-niet", "sociale-norm": "zeg-niet", "weg": "redelijk"},
    "merkt": "Ik bel nu zelf.",
    "hielp": "samen oefenen",
    "gezien": "Hij aarzelde.",
    "anders": "Over het bellen.",
    "stap": "",
}


def test_what_the_resident_chose_and_said_stands_on_the_sheet(open_page: OpenPage) -> None:
    """Of the last time: the word by its sentence, what is noticed and what helped; not what the other saw."""
    page = _filled(open_page, FULL | {"vellen": {"samen-kijken": {"momenten": [MOMENT]}}})
    part = page.locator("[data-deel=woorden]")
    assert part.locator("li").all_inner_texts() == [
        "«Ik weet genoeg om dit te doen»: «een beetje».",
        "«Dit is voor mij de moeite waard»: dat weet u nog niet.",
    ]
    for text in ("Dit zei u op 1 november 2026.", "U merkt dat aan: Ik bel nu zelf.", "Wat hielp: samen oefenen."):
        expect(part.get_by_text(text, exact=True)).to_be_visible()
    for other in ("aarzelde", "Over het bellen"):
        expect(page.locator("inwoner-papier")).not_to_contain_text(other)
    assert _sheets(page) == 1
    page.evaluate(KEEP, {"mee": {"momenten.kennis": False, "momenten.merkt": False, "momenten.sociale-norm": True}})
    assert part.locator("li").all_inner_texts()[1:] == [
        "«Mensen die voor mij belangrijk zijn, staan hier achter»: dat zegt u liever niet."
    ]
    expect(part).not_to_contain_text("Ik bel nu zelf")
    page.evaluate(
        KEEP, {"vellen": {"samen-kijken": {"momenten": [{**MOMENT, "woorden": {}, "merkt": "", "hielp": ""}]}}}
    )
    expect(part).to_be_hidden()


def test_where_nothing_is_agreed_there_is_room_for_a_pen(open_page: OpenPage) -> None:
    """Four lines across the sheet, also beside a small step; on the screen it says why; with an agreement neither."""
    small = {"samen-kijken": {"momenten": [{"stap": "Lezen.", "woorden": {}}]}}
    page = _filled(open_page, {"doel": "Rust.", "vellen": small})
    part = page.locator("[data-deel=ruimte]")
    expect(part).to_contain_text("ruimte om samen afspraken")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    lines = part.locator(".regel").evaluate_all("all => all.map(one => one.getBoundingClientRect())")
    whole = page.locator("inwoner-papier").evaluate("sheet => sheet.getBoundingClientRect().width")
    assert [(one["height"] > 40, round(one["width"] / whole)) for one in lines] == [(True, 1)] * 4
    expect(part.locator(".alleen-scherm")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    for one in ({"afspraken": "Wij bellen terug."}, {"stap": "Zij belt."}):
        page = _filled(open_page, {"doel": "Rust.", **one})
        expect(page.get_by_text("ruimte om samen afspraken")).to_be_hidden()
    assert _sheets(page) == 1


def test_a_full_sheet_keeps_its_letters_before_its_lines(open_page: OpenPage) -> None:
    """Where the lines across the sheet do not fit, one line in a column stays, and no letter becomes smaller for it."""
    told = [{**FULL["uitspraken"][nth % 2], "woorden": "Een zin van een gesprek. " * 3} for nth in range(12)]
    page = _filled(open_page, {"uitspraken": told})
    sheet = page.locator("inwoner-papier")
    for nth in range(13, 40):
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        if (sheet.get_attribute("data-vol") or "ruim") not in ("ruim", ""):
            break
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        page.evaluate(KEEP, {"uitspraken": told * 2 if nth > 24 else [*told, *told[: nth - 12]]})
    expect(sheet).to_have_attribute("data-vol", "krap")
    size = sheet.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert round(size * 72 / 96, 2) == 11.5
    expect(sheet.locator("[data-deel=ruimte] .regel:visible")).to_have_count(1)
    assert _sheets(page) == 1


def test_lines_stay_as_they_were_typed(open_page: OpenPage) -> None:
    """Pasted lines stand below each other, without blank ones, with one sign for a list and no full stop of ours."""
    words = "We bellen (ivm rooster);\n\n\n•zaterdag kan niet\n* 3x p/w ☎️\n– rooster meenemen"
    shown = "We bellen (ivm rooster);\n- zaterdag kan niet\n- 3x p/w ☎️\n- rooster meenemen"
    told = {"factor": "kennis", "bron": "gezien", "richting": "helpt", "woorden": words}
    page = _filled(open_page, {"afspraken": words, "doel": "- weer werken", "reden": words, "uitspraken": [told]})
    for part, text in (
        ("[data-deel=afspraken] .regel", shown),
        ("[data-deel=doel] .regel", "Weer werken."),
        ("[data-veld=reden]", f"Waarom:\n- {shown}"),
        ("[data-deel=gezien] li", shown),
    ):
        assert page.locator(part).inner_text() == text
    page.evaluate(KEEP, {"uitspraken": [{**told, "woorden": " - "}]})
    expect(page.locator("[data-deel=gezien]")).to_be_hidden()


def test_what_is_not_there_yet_has_a_line_for_a_pen(open_page: OpenPage) -> None:
    """On paper, as far as there is room: not of what somebody left out, nor of what has a part."""
    page = _filled(open_page, {"doel": "Rust.", "gedrag": "Belt.", "stap": "Zij belt.", "mee": {"gedrag": False}})
    lines = page.locator("[data-open]:visible")
    expect(lines).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Nog te bespreken")).to_be_visible()
    shown = lines.evaluate_all("all => all.map(one => one.dataset.open)")
    assert shown == ["ons-deel", "verplichting", "afspraken", "kijken-op"]
    assert min(lines.locator("span").evaluate_all("all => all.map(one => one.offsetWidth)")) > 40
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="null")
    assert _sheets(page) == 1
    page = _filled(open_page, {"doel": "Rust."})
    page.emulate_media(media="print")
    expect(page.locator("[data-open=afspraken]")).to_be_hidden()  # there is a part with room for them


def test_a_line_for_a_pen_goes_where_there_is_no_room(open_page: OpenPage) -> None:
    """A full sheet is as large as without those lines, and one sheet."""
    told = [{**FULL["uitspraken"][nth % 2], "woorden": "Een zin van een gesprek. " * 3} for nth in range(40)]
    page = _filled(open_page, {"afspraken": "Wij bellen."})
    sheet, lines = page.locator("inwoner-papier"), page.locator("[data-open]:not([hidden])")
    for nth in range(9, 40):
        page.evaluate(KEEP, {"uitspraken": told[:nth]})
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        if page.locator("[data-open].rest:not([hidden])").count():
            break
        page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert lines.count() == 6
    before = sheet.get_attribute("data-vol")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.evaluate("for (const one of document.querySelectorAll('.open')) one.remove()")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(sheet).to_have_attribute("data-vol", before or "")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert _sheets(page) == 1


def test_what_must_be_is_said_or_has_a_line_for_a_pen(open_page: OpenPage) -> None:
    """«Er is iets dat moet.» never stands alone; with its words, or where nothing must be, no line."""
    pen = "[data-deel=verplichting] .pen"
    for case, shown in (
        ({"verplichting": "duidelijk"}, 1),
        ({"verplichting": "onduidelijk"}, 1),
        ({"verplichting": "duidelijk", "verplichting-woorden": "Elke maand een gesprek."}, 0),
        ({"verplichting": "speelt-niet", "verplichting-woorden": ""}, 0),
    ):
        page = _filled(open_page, {"doel": "Rust.", **case})
        expect(page.locator(pen).locator("visible=true")).to_have_count(shown)


def test_a_day_without_a_step_has_a_line_for_the_step(open_page: OpenPage) -> None:
    """When is known, and what is not: it is written in; so is what was chosen, where only the reason is known."""
    page = _filled(open_page, {"stap-datum": "2026-12-02", "reden": "Eerst zien."})
    page.emulate_media(media="print")
    for part in ("stap", "activiteiten"):
        line = page.locator(f"[data-deel={part}] .regel:empty")
        assert line.evaluate("line => line.getBoundingClientRect().height") > 30


def test_what_does_not_go_along_in_the_text_is_not_on_the_sheet(open_page: OpenPage) -> None:
    """Each line of the case that was unticked, days and choices too; and what lapsed in a route."""
    lines = ("doel", "gedrag", "ons-deel", "verplichting", "activiteiten", "reden", "stap", "stap-datum", "stap-wie")
    told = [{**one, "mee": False} for one in FULL["uitspraken"]]
    left = {"mee": dict.fromkeys([*lines, "afspraken"], False), "uitspraken": told}
    lapsed = {"uit": {"kijken-op": "plan-kiezen.wanneer-kijken"}, "vervallen": {"plan-kiezen": ["wanneer-kijken"]}}
    page = _filled(open_page, {**FULL, **left, **lapsed})
    assert page.locator("[data-deel]:visible").count() == 0
    expect(page.get_by_role("heading", name="Dit mag u altijd")).to_be_visible()


def test_what_was_said_is_quoted_once(open_page: OpenPage) -> None:
    """Also where somebody typed the quotation marks; a sentence without an end gets one."""
    told = {"factor": "kennis", "bron": "gezegd", "richting": "hindert", "woorden": "«Ik ben overal te laat mee»"}
    seen = {**told, "bron": "gezien", "richting": "", "woorden": "belt rustig"}
    page = _filled(open_page, {"uitspraken": [told, seen]})
    expect(page.locator("[data-uitspraken=gezegd] li")).to_have_text("«Ik ben overal te laat mee».")
    expect(page.locator("[data-uitspraken=gezien] li")).to_have_text("Belt rustig.")


def test_without_a_case_it_is_a_form_for_a_pen(open_page: OpenPage) -> None:
    """Every part with room to write, and no button of the screen."""
    page = open_page(PAGE)
    assert page.locator("[data-deel]:visible").count() == page.locator("[data-deel]:not(.opnieuw)").count() > 8
    expect(page.locator(".inwonerpapier__knoppen")).to_be_hidden()
    assert _sheets(page) == 1


def test_a_wipe_leaves_nothing_of_it(open_page: OpenPage) -> None:
    """It is the form for a pen again."""
    page = _filled(open_page, FULL)
    page.evaluate("async () => (await import(new URL('../../assets/lib/storage.js', location.href))).wipe()")
    expect(page.locator("inwoner-papier")).not_to_contain_text("groothandel")
    assert page.locator("[data-deel]:visible").count() == page.locator("[data-deel]:not(.opnieuw)").count()


def _case(route: Route, answers: dict[str, Any]) -> dict[str, Any]:
    """Return what a worked walk puts in the case, of what the sheet shows."""
    case: dict[str, Any] = {"uitspraken": []}
    for one in answers.get("uitspraken", ()):
        case["uitspraken"].append({"richting": "", "woorden": "", **one})
    for vraag in route.vragen:
        if vraag.tekstveld and vraag.tekstveld.casus and answers.get(f"{vraag.id}.tekst"):
            case[vraag.tekstveld.casus] = answers[f"{vraag.id}.tekst"]
        if vraag.casus in ("afspraken", "stap-datum", "kijken-op", "activiteiten") and answers.get(vraag.id):
            case[vraag.casus] = answers[vraag.id]
    return case


@pytest.mark.parametrize("id_", [id_ for id_, loop in FRAMEWORK.lopen.items() if "uitspraken" in loop.antwoorden])
def test_a_worked_walk_gives_one_sheet(open_page: OpenPage, id_: str) -> None:
    """Its words stand there in full, its suspicions do not, and one A4 holds it."""
    loop = FRAMEWORK.lopen[id_]
    case = _case(FRAMEWORK.routes[loop.route], dict(loop.antwoorden))
    page = _filled(open_page, case)
    for one in case["uitspraken"]:
        if one["bron"] in ("gezegd", "gezien") and one["woorden"]:
            expect(page.locator("inwoner-papier")).to_contain_text(one["woorden"])
    assert _sheets(page) == 1


def test_sentences_changed_by_hand_are_said_to_be_elsewhere(open_page: OpenPage) -> None:
    """The sheet does not take them over: it says so on the screen, and leads to where the fields are."""
    page = _filled(open_page, FULL)
    said = page.locator("[data-met-de-hand]")
    expect(page.locator("inwoner-papier")).to_have_attribute("data-ingevuld", "")
    expect(said).to_be_hidden()
    page.evaluate(KEEP, {"tekst": {"van": "Het doel: rust.", "is": "Het doel: werk."}})
    expect(said).to_be_visible()
    expect(said.locator("li")).to_have_text(["Het doel: werk."])
    said.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Wat gaat er mee?")).to_be_in_viewport()


def test_a_promise_of_ours_is_an_agreement_and_no_cause(open_page: OpenPage) -> None:
    """Words at the question who has to do something; unticked, they are nowhere."""
    page = _filled(open_page, {"belofte": "Wij regelen één vast nummer."})
    expect(page.locator("[data-deel=afspraken]")).to_contain_text("één vast nummer")
    expect(page.locator("[data-deel=ons-deel]")).to_be_hidden()
    page.evaluate(KEEP, {"mee": {"belofte": False}})
    expect(page.locator("[data-deel=afspraken]")).to_be_hidden()


@pytest.mark.parametrize("id_", FRAMEWORK.activiteiten)
def test_what_was_chosen_is_explained(open_page: OpenPage, id_: str) -> None:
    """Each activity has a sentence or two for who does it: with «u» or «we», in short sentences."""
    item = FRAMEWORK.activiteiten[id_]
    assert item.in_gewone_woorden
    words = item.in_gewone_woorden.tekst
    assert re.search(r"\b[Uu]w?\b", words)
    assert max(len(one.split()) for one in re.split(r"[.!?] ", words)) <= 16
    if id_ == "als-danplan":
        page = _filled(open_page, {"activiteiten": [id_]})
        expect(page.locator("[data-namen] li")).to_have_text(f"{item.titel}. {words}")


CASES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.yaml"))}


@pytest.mark.parametrize("name", CASES)
def test_each_invented_case_gives_one_a4(open_page: OpenPage, name: str) -> None:
    """In letters that an elder reads without effort, and nothing is said of leaving off."""
    page = _filled(open_page, CASES[name])
    expect(page.locator("[data-te-vol]")).to_be_hidden()
    assert _sheets(page) == 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("inwoner-papier").get_attribute("data-vol") in ("ruim", "", "klein")


def test_what_does_not_fit_on_one_a4_is_said_before_printing(open_page: OpenPage) -> None:
    """How many sheets, and what may be left off; then it fits, and in the case nothing changed."""
    words = "Dit is een zin zoals iemand die opschrijft na een gesprek van een uur. " * 2
    told = [{**FULL["uitspraken"][nth % 2], "woorden": words} for nth in range(24)]
    page = _filled(open_page, {**FULL, "uitspraken": told})
    offer = page.locator("[data-te-vol]")
    expect(offer).to_contain_text("past waarschijnlijk niet op één A4. Reken op 2.")
    assert _sheets(page) == 2
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    size = page.locator("inwoner-papier").evaluate("sheet => parseFloat(getComputedStyle(sheet).fontSize)")
    assert round(size * 72 / 96, 2) >= 11.5, "small letters save no sheet"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    for label in ("Wat u vertelde", "Wat te zien was"):
        offer.get_by_label(label).check()
    expect(offer).to_contain_text("Dit past nu op één A4.")
    assert _sheets(page) == 1
    assert len(page.evaluate("async () => (await import('../../assets/lib/casus.js')).casus().uitspraken")) == 24


def test_the_offer_to_leave_something_off_has_no_violation(
    open_page: OpenPage, violations: Violations, views: tuple[View, ...]
) -> None:
    """With sentences changed by hand beside it, in both palettes, wide and narrow."""
    told = [{**FULL["uitspraken"][nth % 2], "woorden": "Een lange zin van iemand. " * 6} for nth in range(24)]
    page = _filled(
        open_page, {**FULL, "uitspraken": told, "tekst": {"van": "Het doel: rust.", "is": "Het doel: werk."}}
    )
    expect(page.locator("[data-te-vol] .keuze")).to_have_count(2)
    assert violations(page, views) == set()


def test_a_goal_of_ours_is_not_what_the_resident_wants(open_page: OpenPage) -> None:
    """The heading says whose goal it is, as it was answered."""
    page = _filled(open_page, FULL)
    heading = page.locator("[data-deel=doel] h2")
    for van, said in (("inwoner", "Wat u wilt"), ("samen", "Het doel dat u samen koos"), ("ons", "van de gemeente")):
        page.evaluate(KEEP, {"doel-van": van})
        expect(heading).to_contain_text(said)


def test_two_goals_have_each_a_place(open_page: OpenPage) -> None:
    """Where they differ there is a line for ours, and for theirs when nothing was written; elsewhere none."""
    page = _filled(open_page, {"doel": "Weer werken.", "doel-van": "uiteen"})
    part = page.locator("[data-deel=doel]")
    expect(part).to_contain_text("Doel van de gemeente:")
    expect(part.locator(".regel")).to_have_text("Weer werken.")
    page.evaluate(KEEP, {"doel": ""})
    assert part.locator(".regel").evaluate("line => line.getBoundingClientRect().height") > 30
    expect(part).to_contain_text("Doel van de gemeente:")
    page.evaluate(KEEP, {"doel": "Weer werken.", "doel-van": "samen"})
    expect(part.locator(".ons-doel")).to_be_hidden()
    page.evaluate(KEEP, {"doel-van": "uiteen", "mee": {"doel": False}})
    expect(part).to_be_hidden()


def test_what_was_chosen_is_a_proposal_until_it_was_chosen_together(open_page: OpenPage) -> None:
    """Somebody says so, for this choice; another one is a proposal again, and the empty sheet is filled in together."""
    page = _filled(open_page, {"activiteiten": ["als-danplan"]})
    heading = page.locator("[data-deel=activiteiten] h2")
    expect(heading).to_have_text("Wat er is voorgesteld")
    page.get_by_label("Dit is samen gekozen").check()
    expect(heading).to_have_text("Wat u samen koos")
    page.reload()
    expect(heading).to_have_text("Wat u samen koos")
    page.emulate_media(media="print")
    expect(page.get_by_label("Dit is samen gekozen")).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate(KEEP, {"activiteiten": ["nu-niets-doen"]})
    expect(heading).to_have_text("Wat er is voorgesteld")
    page.evaluate("async () => (await import(new URL('../../assets/lib/storage.js', location.href))).wipe()")
    expect(heading).to_have_text("Wat u samen koos")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_paper_says_whose_it_is_while_something_is_filled_in(open_page: OpenPage, width: int) -> None:
    """The name stands in the head, whatever the screen is and while «Wis alles» is in the bar."""
    page = open_page(PAGE, width)
    page.evaluate(KEEP, FULL)
    page.reload()
    expect(page.locator(f"{WIPES}[data-blijft]")).to_be_visible()
    assert "LeidraadGewogenMaatwerk" in sheets(page.pdf(format="A4", prefer_css_page_size=True))[0].split("Watis")[0]
    page.emulate_media(media="print")
    for part in (".kop__titel", ".kop__gemeente"):
        size = page.locator(part).evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        assert size > 8


def test_each_disclaimer_is_on_the_paper_once(open_page: OpenPage) -> None:
    """What the foot says, the sheet above it does not say again."""
    page = _filled(open_page, FULL)
    text = "".join(one.extract_text() for one in PdfReader(BytesIO(page.pdf(format="A4"))).pages)
    said = " ".join(text.split())
    assert said.count("bestaat niet") == 1
    assert said.count("Geen oordeel over een persoon") == 1


def test_a_second_conversation_has_a_sheet_of_its_own(open_page: OpenPage) -> None:
    """What was agreed then, what came of it, what is different; and what was told then is called so."""
    told = {"factor": "kennis", "bron": "gezegd", "richting": "helpt"}
    page = _filled(
        open_page,
        {
            "vorige": ["Wij bellen."],
            "ervan": "Wij belden twee keer.",
            "anders": "De bus rijdt weer.",
            "uitspraken": [{**told, "woorden": "Toen.", "eerder": True}, {**told, "woorden": "Nu."}],
        },
    )
    for part, text in (
        ("vorige", "Wij bellen."),
        ("ervan", "Wij belden twee keer."),
        ("anders", "De bus rijdt weer."),
        ("eerder-gezegd", "«Toen.»"),
        ("gezegd", "«Nu.»"),
    ):
        expect(page.locator(f"[data-deel={part}]")).to_contain_text(text)
    expect(page.locator("[data-deel=gezegd]")).not_to_contain_text("Toen")
    assert _sheets(page) == 1
