"""The gesprekskaart: a moment and one or two factors give one sheet, on the screen and on one A4; nothing is kept."""

import re
from io import BytesIO
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from leidraad.model.types.gemeente import Gemeente
from leidraad.model.use.dates import dutch_date
from leidraad.model.use.framework import Edition
from leidraad.render.gemeente.gemeente import CLOSING, NOT_BY
from leidraad.render.gesprekskaart.gesprekskaart import MOMENTEN
from tests.site.axe import Violations
from tests.site.browser import OpenPage, View
from tests.site.pages import EDITIONS, FRAMEWORK
from tests.site.paper import on_paper, squeezed
from tests.site.server import Server
from tests.site.storage import MARK, kept

PAGE = "voorbeeldstad/nieuwste/gesprekskaart/"
DEN_HAAG = "den-haag/nieuwste/gesprekskaart/"
ITEMS = (*FRAMEWORK.kern.startpunten, *FRAMEWORK.kern.factoren)
TITLES = {id_: item.titel for id_, item in {**FRAMEWORK.startpunten, **FRAMEWORK.factoren}.items()}
SHIFTS = """() => { window.shifted = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true }) }"""


def _box(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=re.compile(rf"^{name}\b"))


def _tick(page: Page, name: str) -> None:
    """Press a choice where a finger would: anywhere on its row."""
    page.locator(".keuzevak").filter(has=_box(page, name)).click()


def _parts(page: Page) -> list[str]:
    ids: list[str] = page.locator(".gesprek__deel:visible").evaluate_all("parts => parts.map(p => p.dataset.factor)")
    return ids


def _questions(page: Page) -> Locator:
    return page.locator(".gesprek__vragen > li:visible")


def _said(page: Page) -> Locator:
    return page.locator(".kiezer [role=status]")


def _sheets(page: Page) -> int:
    return len(PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages)


def test_a_choice_fills_the_sheet(open_page: OpenPage) -> None:
    """A factor gives its part with five questions, what to listen for, what lies with us, and a principle."""
    page = open_page(PAGE)
    expect(page.locator(".gesprek__leeg")).to_be_visible()
    assert _parts(page) == []
    _tick(page, TITLES["houding"])
    assert _parts(page) == ["houding"]
    expect(page.locator(".gesprek__leeg")).to_be_hidden()
    expect(_questions(page)).to_have_count(5)
    part = page.locator(".gesprek__deel:visible")
    expect(part.locator("h4:visible")).to_have_text(["Luister naar", "Ligt het aan ons?"], use_inner_text=True)
    expect(part.locator(".gesprek__naast li")).to_have_count(4)
    expect(part.locator(".lokaalblok a")).to_be_visible()
    expect(_said(page)).to_have_text(f"Op het blad staat: {TITLES['houding']}.")
    assert page.url.endswith("#moment=samen&factor=houding")


def test_two_factors_share_five_questions(open_page: OpenPage) -> None:
    """Three of the first and two of the second, the first choice first; a principle that touches both is said once."""
    page = open_page(PAGE)
    for id_ in ("kennis", "houding"):
        _tick(page, TITLES[id_])
    assert _parts(page) == ["kennis", "houding"]
    for moment, _, _ in MOMENTEN:
        page.locator(f"#moment-{moment}").check(force=True)
        expect(_questions(page)).to_have_count(5)
        expect(page.locator(".gesprek__deel:visible >> nth=0").locator(".gesprek__vragen > li:visible")).to_have_count(
            3
        )
    expect(page.locator(".gesprek__deel .lokaalblok:visible")).to_have_count(1)
    _tick(page, TITLES["kennis"])
    assert _parts(page) == ["houding"]
    expect(page.locator(".gesprek__deel .lokaalblok:visible")).to_have_count(1)


def test_a_third_factor_is_refused_and_said(open_page: OpenPage) -> None:
    """A third stays off, the sheet stays as it was, and the page says what to do; the next choice takes that away."""
    page = open_page(f"{PAGE}#factor=doel,kennis")
    _tick(page, TITLES["houding"])
    expect(_said(page)).to_contain_text("Haal er eerst een weg")
    expect(_box(page, TITLES["houding"])).not_to_be_checked()
    assert _parts(page) == ["doel", "kennis"]
    _tick(page, TITLES["doel"])
    _tick(page, TITLES["houding"])
    assert _parts(page) == ["kennis", "houding"]
    expect(_said(page)).not_to_contain_text("Haal er eerst een weg")


def test_the_moment_changes_what_is_asked_and_written(open_page: OpenPage) -> None:
    """Before: what do I ask. Together: the same questions. After: what was heard, in the past tense."""
    page = open_page(f"{PAGE}#factor=kennis")
    asked: dict[str, list[str]] = {}
    room: dict[str, list[str]] = {}
    for moment, title, _ in MOMENTEN:
        page.locator(f"#moment-{moment}").check(force=True)
        expect(page.locator(".gesprek h2:visible")).to_have_text([title])
        asked[moment] = _questions(page).all_inner_texts()
        room[moment] = page.locator(".gesprek__ruimte > li:visible").all_inner_texts()
    assert asked["voorbereiden"] == asked["samen"] != asked["erna"]
    assert asked["erna"][0] == "Wat zei de deelnemer hier zelf over?"
    assert len({tuple(texts) for texts in room.values()}) == len(MOMENTEN)


CASE: dict[str, Any] = {
    "moment": "erna",
    "gedrag": "Belt woensdag de groothandel.",
    "factoren": ["geloof-in-eigen-kunnen"],
    "afspraken": "Hij belt, wij zoeken de bus uit.",
    "stap": "samen oefenen",
    "stap-wie": "hij en ik",
    "stap-datum": "2026-12-02",
    "ons-deel-woorden": "De brief kwam laat.",
    "belofte": "wij regelen één nummer",
    "uitspraken": [
        {"factor": "geloof-in-eigen-kunnen", "bron": bron, "richting": "hindert", "woorden": f"Woorden {bron}."}
        for bron in ("gezegd", "gezien", "vermoed", "")
    ]
    + [{"factor": "kennis", "bron": "gezegd", "richting": "helpt", "woorden": "Over iets anders."}],
}
AGREED = f"Wij regelen één nummer. {CASE['afspraken']}"
KEEP = "async (velden) => (await import(new URL('../assets/lib/casus.js', location.href))).wijzig(velden)"


def test_a_case_fills_the_sheet_and_a_suspicion_never(open_page: OpenPage) -> None:
    """Moment, factor, behaviour, what was said and seen about the factor, what was agreed; nothing of it is kept."""
    page = open_page(PAGE)
    page.evaluate(KEEP, CASE)
    page.reload()
    expect(page.locator("#moment-erna")).to_be_checked()
    assert _parts(page) == ["geloof-in-eigen-kunnen"]
    filled = page.locator(".gesprek__ingevuld:visible")
    told = ["«Woorden gezegd.»", "Woorden gezien."]
    expect(filled).to_have_text([CASE["gedrag"], CASE["ons-deel-woorden"], *told, AGREED])
    expect(page.locator(".kiezer__casus")).to_be_visible()
    for moment, _, _ in MOMENTEN:
        page.locator(f"#moment-{moment}").check(force=True)
        for words in ("vermoed.", "Woorden .", "iets anders"):
            expect(page.locator(".gesprek")).not_to_contain_text(words)
    page.locator("#moment-samen").check(force=True)
    expect(filled.last).to_have_text(f"Samen oefenen (hij en ik, 2 december 2026). {AGREED}")
    assert "groothandel" not in page.url


def test_what_the_case_chose_and_answered_goes_along(open_page: OpenPage) -> None:
    """Goal, obligation, the principle that was laid beside it and how it comes back; not what is left out."""
    page = open_page(PAGE)
    case = {
        **CASE,
        "doel": "weer met de handen werken",
        "verplichting-woorden": "elke maand een gesprek",
        "principes": ["zeggen-wat-moet"],
        "principe": "eerst zeggen wat moet",
    }
    page.evaluate(KEEP, case)
    page.reload()
    said = (
        "Het doel: Weer met de handen werken.",
        "Wat er moet: Elke maand een gesprek.",
        "terug: Eerst zeggen wat moet.",
    )
    for text in said:
        expect(page.locator(".gesprek__weten:visible", has_text=text)).to_have_count(1)
    shown = page.locator(".gesprek .lokaalblok:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_have_attribute("data-gekozen", "zeggen-wat-moet")
    page.evaluate(KEEP, {"mee": {"doel": False, "verplichting": False, "principe": False}})
    expect(page.locator(".gesprek__weten:visible")).to_have_count(0)
    expect(shown).to_have_attribute("data-principe", re.compile("."))


def test_a_choice_in_the_address_goes_before_the_case(open_page: OpenPage) -> None:
    """The link from a factor or an outcome says which factor; the case only fills in what belongs to it."""
    page = open_page(PAGE)
    page.evaluate(KEEP, CASE)
    page.goto(f"{PAGE}#moment=samen&factor=kennis")
    page.reload()
    assert _parts(page) == ["kennis"]
    expect(page.locator(".gesprek__ingevuld:visible")).to_have_text(
        [
            CASE["gedrag"],
            CASE["ons-deel-woorden"],
            "«Over iets anders.»",
            f"Samen oefenen (hij en ik, 2 december 2026). {AGREED}",
        ]
    )


def test_a_full_case_still_fits_on_one_sheet(open_page: OpenPage) -> None:
    """Long words of everything, at each moment: the sheet shows how each begins."""
    page = open_page(PAGE)
    long = "Dit is een lange zin die doorgaat. " * 25
    statements = [{**one, "woorden": long} for one in CASE["uitspraken"] for _ in range(3)]
    fields = ("gedrag", "afspraken", "ons-deel-woorden", "doel", "verplichting-woorden", "principe")
    chosen = ["zeggen-wat-moet", "eerst-vragen-dan-raad-geven"]
    page.evaluate(KEEP, {**CASE, **dict.fromkeys(fields, long), "principes": chosen, "uitspraken": statements})
    page.reload()
    for moment, _, _ in MOMENTEN:
        page.locator(f"#moment-{moment}").check(force=True)
        assert _sheets(page) == 1, moment
    for id_ in ITEMS:
        page.evaluate(KEEP, {"factoren": [id_], "uitspraken": [{**one, "factor": id_} for one in statements]})
        page.goto(PAGE)
        page.reload()
        page.locator("#moment-samen").check(force=True)
        assert _parts(page) == [id_]
        assert _sheets(page) == 1, id_


def test_what_the_municipality_added_stands_beside_the_questions(open_page: OpenPage) -> None:
    """On one line that says what it is about, before and in the conversation; beside two factors with one question."""
    page = open_page(f"{PAGE}#factor=praktische-belemmeringen")
    own = page.locator(".gesprek__eigen:visible")
    expect(_questions(page)).to_have_count(5)
    expect(own).to_have_count(1)
    expect(own).to_contain_text("als dit speelt: Opvang tijdens een bezoek of oefenplek.")
    for asked in _questions(page).all_text_contents():
        assert not re.search(r"\b(kind|school|opvang)", asked)
    _tick(page, TITLES["kennis"])
    expect(own.locator("span:visible")).to_have_count(2)
    page.locator("#moment-erna").check(force=True)
    expect(own).to_have_count(0)


def test_what_is_cut_ends_with_a_sentence_and_says_so(open_page: OpenPage) -> None:
    """More than it holds: whole sentences, a quote that is closed, and where the rest is; a long one is cut too."""
    page = open_page(PAGE)
    one, said = CASE["uitspraken"][0], "Ik wil wel, maar niet elke dag. "
    seen = {**one, "bron": "gezien", "woorden": "zij keek weg " * 30}
    told = [{**one, "woorden": said}, {**one, "woorden": said * 6}, seen]
    page.evaluate(
        KEEP, {**CASE, "moment": "", "gedrag": "belt woensdag", "afspraken": "wij bellen", "uitspraken": told}
    )
    page.reload()
    rooms = {
        veld: page.locator(f"[data-veld={veld}]:visible").inner_text()
        for veld in ("gedrag", "gezegd", "gezien", "doen")
    }
    assert rooms["gedrag"] == "Belt woensdag."
    assert rooms["gezegd"].startswith("«Ik wil wel, maar niet elke dag.» «Ik wil wel")
    assert rooms["gezegd"].endswith("elke dag.» En meer, zie jullie casus.")
    assert rooms["gezien"].endswith("… En meer, zie jullie casus.")
    assert rooms["doen"].endswith(" Wij bellen.")


def test_a_room_that_the_case_fills_keeps_a_line_for_a_pen(open_page: OpenPage) -> None:
    """On paper, under what was said, seen and agreed."""
    page = open_page(PAGE)
    told = [{**one, "woorden": "Dit is een zin van gewone lengte. " * 9} for one in CASE["uitspraken"][:2]]
    page.evaluate(KEEP, {**CASE, "uitspraken": told})
    page.reload()
    page.emulate_media(media="print")
    left = page.locator(".gesprek__ruimte > li:visible:has(span:not(:empty))").evaluate_all(
        """rooms => rooms.map(room => room.getBoundingClientRect().bottom
          - room.querySelector("span").getBoundingClientRect().bottom)"""
    )
    assert len(left) == 3
    assert min(left) > 6 * 96 / 25.4


def test_what_is_known_already_stands_there_whole(open_page: OpenPage) -> None:
    """Two short notes before a conversation, on the screen and on paper."""
    page = open_page(PAGE)
    told = [
        {**CASE["uitspraken"][0], "woorden": "Bij het woord sorteercentrum legt ze haar pen neer en kijkt weg."},
        {**CASE["uitspraken"][1], "woorden": "Zij kwam twee keer op tijd, en belde toen de bus uitviel."},
    ]
    page.evaluate(KEEP, {**CASE, "moment": "vooraf", "uitspraken": told})
    page.reload()
    known = page.locator("[data-veld=zeker]:visible")
    expect(known).to_contain_text("uitviel")
    for media in ("screen", "print"):
        page.emulate_media(media="print" if media == "print" else "screen")
        assert known.evaluate("one => one.scrollHeight - one.clientHeight") <= 1, media


def test_a_wipe_empties_the_sheet(open_page: OpenPage) -> None:
    """What stood there leaves with «Wis alles»; the choice of moment and factor stays."""
    page = open_page(PAGE)
    page.evaluate(KEEP, CASE)
    page.reload()
    page.evaluate("async () => (await import(new URL('../assets/lib/storage.js', location.href))).wipe()")
    expect(page.locator(".gesprek__ingevuld:visible")).to_have_count(0)
    expect(page.locator(".kiezer__casus")).to_be_hidden()


def test_a_linked_choice_back_forward_and_reload(open_page: OpenPage) -> None:
    """An address gives its sheet; each choice is one step back, and forward again; a reload keeps it."""
    page = open_page(f"{PAGE}#factor=houding,kennis&moment=erna")
    assert _parts(page) == ["houding", "kennis"]
    expect(page.locator("#moment-erna")).to_be_checked()
    _tick(page, TITLES["kennis"])
    _tick(page, TITLES["doel"])
    assert _parts(page) == ["houding", "doel"]
    page.go_back()
    assert _parts(page) == ["houding"]
    page.go_back()
    assert _parts(page) == ["houding", "kennis"]
    page.go_forward()
    page.reload(wait_until="networkidle")
    assert _parts(page) == ["houding"]
    expect(page.locator("#moment-erna")).to_be_checked()


def test_a_link_to_one_factor_begins_at_the_top(open_page: OpenPage, first_view: Server) -> None:
    """Whoever comes from a factor page sees the choice first, and nothing moves while the page opens."""
    for width, height in ((1280, 900), (360, 740)):
        page = open_page("", width, height, of=first_view)
        page.add_init_script(f"({SHIFTS})()")
        for choice in ("", "#factor=houding", "#moment=erna&factor=kennis,houding"):
            page.goto("about:blank")
            page.goto(PAGE + choice, wait_until="networkidle")
            assert page.evaluate("scrollY") == 0, choice
            assert page.evaluate("shifted") <= 0.02, choice


@pytest.mark.parametrize(
    ("hash_", "parts"),
    [
        ("#factor=onzin", []),
        ("#factor=%3Cscript%3E&moment=x", []),
        ("#=&=", []),
        ("#factor=%", []),
        ("#factor=doel,doel,onzin,kennis", ["doel", "kennis"]),
        ("#factor=doel,kennis,houding", ["doel", "kennis"]),
        ("#factor=houding&moment=toString", ["houding"]),
    ],
)
def test_nonsense_after_the_hash_does_no_harm(open_page: OpenPage, hash_: str, parts: list[str]) -> None:
    """What is unknown is left out, what is double counts once, and no more than two are shown."""
    page = open_page(PAGE + hash_)
    assert _parts(page) == parts
    expect(page.locator("#moment-samen")).to_be_checked()


@pytest.mark.parametrize("address", [PAGE, DEN_HAAG])
def test_every_sheet_is_one_a4(open_page: OpenPage, address: str, full_size: bool) -> None:
    """One factor or two, at each moment, is one sheet; under --alles every pair of factors."""
    page = open_page(address)
    longest = sorted(ITEMS, key=lambda id_: -len(page.locator(f"[data-factor={id_}]").text_content() or ""))
    pairs = [*product(ITEMS, ITEMS)] if full_size else [(id_, id_) for id_ in ITEMS] + [tuple(longest[:2])]
    for moment, (one, other) in product([moment for moment, _, _ in MOMENTEN], pairs):
        page.evaluate("hash => { location.hash = hash }", f"moment={moment}&factor={one},{other}")
        page.wait_for_function("n => +document.querySelector('.gesprek').dataset.aantal === n", arg=len({one, other}))
        assert _sheets(page) == 1, (moment, one, other)


@pytest.mark.parametrize(("edition", "gemeente"), EDITIONS.items())
def test_paper_holds_the_sheet_and_whose_it_is(open_page: OpenPage, edition: str, gemeente: Gemeente) -> None:
    """Nothing but the sheet, that begins with the edition, with disclaimers and closing sentence; black on white."""
    page = open_page(f"{edition}gesprekskaart/#factor=doel", color_scheme="dark")
    printed = on_paper(page)
    assert printed.startswith(squeezed(f"{gemeente.naam} {gemeente.editie}, {dutch_date(gemeente.datum)}."))
    for text in ("In het gesprek", TITLES["doel"], NOT_BY, CLOSING, "Het gedrag waar het om gaat, in één zin"):
        assert squeezed(text) in printed
    for text in ("Druk af", "Welke factor?", "Kies een moment", TITLES["lastige-situaties"], "Na het gesprek"):
        assert squeezed(text) not in printed


def test_an_edition_without_principles_for_a_factor_asks(open_page: OpenPage) -> None:
    """In den-haag no statement names a factor: the question stands there, and who did not publish this is said."""
    page = open_page(f"{DEN_HAAG}#factor=kennis")
    expect(page.locator(".gesprek__deel:visible .nog-open")).to_be_visible()
    expect(page.locator(".gesprek__deel:visible .lokaalblok")).to_have_count(0)
    expect(page.locator(".gesprek__voet")).to_contain_text("Niet uitgegeven door de gemeente Den Haag.")


def test_without_a_script_there_is_a_card_for_each_factor(open_page: OpenPage) -> None:
    """All stand there, in the municipality's order; a link shows one alone, on one A4, and the moment can be chosen."""
    page = open_page(PAGE, java_script_enabled=False)
    factors = Edition(FRAMEWORK, FRAMEWORK.gemeenten["voorbeeldstad"]).factoren_in("gesprek").alle
    assert _parts(page) == [*FRAMEWORK.kern.startpunten, *(factor.id for factor in factors)]
    page.get_by_role("link", name=TITLES["kennis"], exact=True).first.click()
    assert _parts(page) == ["kennis"]
    expect(_questions(page)).to_have_count(5)
    page.locator("#moment-erna").check(force=True)
    expect(page.locator(".gesprek h2:visible")).to_have_text(["Na het gesprek"])
    assert _sheets(page) == 1


def test_printing_says_what_to_do_when_nothing_happens(open_page: OpenPage) -> None:
    """The button prints once when something is chosen; else it asks for a choice."""
    page = open_page(PAGE)
    page.evaluate("window.printed = 0; window.print = () => printed++; 0")
    page.get_by_role("button", name="Druk af").click()
    expect(_said(page)).to_have_text("Kies eerst een of twee factoren.")
    _tick(page, TITLES["doel"])
    page.get_by_role("button", name="Druk af").click()
    expect(_said(page)).to_contain_text("Ctrl+P")
    assert page.evaluate("printed") == 1


def test_nothing_is_kept_or_asked(open_page: OpenPage, first_view: Server) -> None:
    """There is no field to type in; choosing asks nothing of the server and keeps the mark alone that a wipe needs."""
    page = open_page(PAGE, of=first_view)
    before = len(first_view.requested)
    _tick(page, TITLES["houding"])
    page.locator("#moment-erna").check(force=True)
    assert first_view.requested[before:] == []
    assert kept(page) == MARK
    assert page.locator("gespreks-kaart :is(textarea, input:not([type=radio], [type=checkbox]))").count() == 0


def test_it_works_by_keyboard(open_page: OpenPage) -> None:
    """Arrows choose the moment, the space bar a factor; the focus stays where it is."""
    page = open_page(PAGE)
    page.locator("#moment-samen").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#moment-erna")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert _parts(page) == [ITEMS[0]]
    expect(page.locator(f"#kies-{ITEMS[0]}")).to_be_focused()


@pytest.mark.parametrize("choice", ["", "#factor=praktische-belemmeringen", "#moment=erna&factor=kennis,doel"])
def test_axe_finds_nothing(open_page: OpenPage, violations: Violations, views: tuple[View, ...], choice: str) -> None:
    """Nothing chosen, one factor, two; and after a third was refused."""
    page = open_page(PAGE + choice)
    if "," in choice:
        _tick(page, TITLES["houding"])
    assert violations(page, views) == set()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("place", ["", "factoren/"])
def test_it_is_offered_where_one_begins(open_page: OpenPage, place: str) -> None:
    """The home page and the map lead to it."""
    page = open_page(f"voorbeeldstad/nieuwste/{place}")
    page.get_by_role("link", name="Maak een gesprekskaart").first.click()
    expect(page).to_have_url(re.compile(r"/nieuwste/gesprekskaart/$"))
