"""What leaves the tab: the text, the sheet and the file of a case hold what somebody wrote or chose, no more."""

import json
import re
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from leidraad.render.casus.casusformulier import ZINNEN
from tests.site.axe import Violations
from tests.site.browser import OpenPage, View
from tests.site.gids import CASUS, EDITION, PLAN, ROUTE, case, heard
from tests.site.pages import EDITIONS, FRAMEWORK
from tests.site.paper import sheets, squeezed
from tests.site.storage import wipe
from tests.turns import in_turn

FOLDER = Path(__file__).parents[1] / "casusteksten"
CASES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.yaml"))}
KAART = f"{EDITION}gesprekskaart/"
VOORBEELDSTAD = next(edition for edition in EDITIONS if edition.startswith("voorbeeldstad"))
FACTOREN = [*FRAMEWORK.startpunten, *FRAMEWORK.factoren]
CLOSING = "geen grond voor een besluit over uitkering of maatregel."
SET = "([key, value]) => sessionStorage.setItem(key, JSON.stringify(value))"
OUT = """() => {
  const form = document.querySelector("casus-formulier");
  return { tekst: form.text, papier: document.querySelector(".gesprekspapier").textContent,
    bestand: JSON.stringify(form.content), kopie: document.querySelector("#casus-tekst").value };
}"""
# In the page: n cases of statements with a word of their own each, and every place where a suspicion still is.
RANDOM = """async ([n, factoren]) => {
  const { wijzig, begin, isZeker } = await import(new URL("../../assets/lib/casus.js", location.href));
  const form = document.querySelector("casus-formulier");
  let seed = 1;
  const chance = (k) => (seed = (seed * 48271) % 2147483647) % k;
  const pick = (list) => list[chance(list.length)];
  const found = [];
  for (let i = 0; i < n; i++) {
    begin();
    const uitspraken = Array.from({ length: 1 + chance(5) }, (_, at) => ({
      factor: pick(factoren), bron: pick(["gezegd", "gezien", "vermoed", ""]), woorden: `w${at}w`,
      richting: pick(["helpt", "hindert", "allebei", "weten-we-niet", ""]),
      ...(chance(4) ? {} : { mee: chance(2) > 0 }),
    }));
    wijzig({ uitspraken, factoren: chance(2) ? [pick(factoren)] : [] });
    form.renew();
    const { text, content } = form;
    const sheet = form.querySelector(".gesprekspapier").textContent;
    uitspraken.forEach((one, at) => {
      const sure = isZeker(one), word = `w${at}w`;
      const there = text.includes(word), kept = content.uitspraken.some(({ woorden }) => woorden === word);
      if (sheet.includes(word) !== there) found.push(["papier", one]);
      if (there !== (sure && one.mee !== false)) found.push(["tekst", one]);
      if (kept !== sure) found.push(["bestand", one]);
    });
    const asked = uitspraken.filter((one) => !isZeker(one) && one.mee).length;
    if (text.split("Nog te vragen over").length - 1 !== asked) found.push(["vragen", uitspraken]);
    const mee = content.uitspraken.filter((one) => !isZeker(one));
    if (mee.length !== asked || mee.some(({ woorden, richting }) => woorden || richting)) found.push(["mee", mee]);
  }
  begin();
  return found.slice(0, 5);
}"""


def hold(page: Page, values: dict[str, Any], address: str = CASUS) -> None:
    """Let a tab hold a case, and open a page."""
    page.evaluate(SET, ["leidraad.casus /", {"versie": 1, "op": page.evaluate("Date.now()"), **values}])
    page.goto(address)
    if "#" in page.url:  # the same page, which would not begin anew
        page.reload()


def leaves(page: Page) -> dict[str, str]:
    """Return the text, the sheet and the file as they leave."""
    found: dict[str, str] = page.evaluate(OUT)
    return found


@pytest.mark.parametrize("name", CASES)
def test_a_case_gives_the_texts_that_are_kept(open_page: OpenPage, name: str, request: pytest.FixtureRequest) -> None:
    """Text, sheet, card, resident's page: as in tests/casusteksten, read aloud before it is renewed (--vernieuw)."""
    page = open_page(EDITION)
    hold(page, CASES[name])
    parts = {"Tekst": leaves(page)["tekst"], "Blad": page.locator(".gesprekspapier").inner_text()}
    page.goto(KAART)
    parts["Gesprekskaart"] = page.locator(".gesprek").inner_text()
    page.goto(f"{EDITION}inwoner/uw-blad/")
    parts["Wat is afgesproken"] = page.locator(".inwonerpapier").inner_text()
    made = "\n".join(f"# {part}\n\n{_lines(text)}" for part, text in parts.items())
    kept = FOLDER / f"{name}.txt"
    if request.config.getoption("--vernieuw"):
        kept.write_text(made, "utf-8", newline="\n")
    assert made == kept.read_text("utf-8")


@pytest.mark.parametrize("place", [CASUS, KAART, f"{EDITION}afwegen/plan-kiezen/#scherm=uitkomst"])
def test_a_sheet_has_a_line_for_its_day(open_page: OpenPage, place: str) -> None:
    """Who finds it in a file later sees of which day it is."""
    page = open_page(EDITION)
    hold(page, {"gedrag": "belt woensdag", "factoren": ["kennis"]}, place)
    page.emulate_media(media="print")
    line = page.locator(".penregel:visible")
    expect(line).to_contain_text("Datum")
    assert line.locator("span").evaluate("line => line.offsetWidth") > 100


def test_what_must_be_is_told_in_order(open_page: OpenPage) -> None:
    """First the obligation, then how it was told, what was weighed, and only then what was agreed."""
    page = open_page(EDITION)
    hold(page, CASES["twee-ochtenden-niet-geweest"])
    text = leaves(page)["tekst"]
    said = [
        "drie ochtenden naar",
        "staat alleen in een brief",
        "is gehoord",
        "overwogen",
        "plan samen aan",
        "eerste stap",
    ]
    assert sorted(said, key=text.index) == said
    assert text.index("Afwegen en afspreken") < text.index(said[0])


def _lines(text: str) -> str:
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())


def test_a_suspicion_appears_nowhere_unless_it_is_chosen(open_page: OpenPage) -> None:
    """Every source, direction and factor beside a sure statement: text, copy, sheet and file hold what is sure."""
    page = open_page(EDITION)
    sure = {"factor": "houding", "bron": "gezegd", "richting": "helpt", "woorden": "zeker"}
    for bron, richting in product(
        ("gezegd", "gezien", "vermoed", ""), ("helpt", "hindert", "allebei", "weten-we-niet", "")
    ):
        told = [
            {"factor": id_, "bron": bron, "richting": richting, "woorden": f"twijfel{at}"}
            for at, id_ in enumerate(FACTOREN)
        ]
        hold(page, {"uitspraken": [*told, sure]})
        for place, text in leaves(page).items():
            assert "zeker" in text, (place, bron, richting)
            there = [at for at in range(len(told)) if f"twijfel{at}" in text]
            assert there == (list(range(len(told))) if bron in ("gezegd", "gezien") else []), (place, bron, richting)


def test_with_nothing_to_take_along_there_is_nothing_to_copy(open_page: OpenPage) -> None:
    """A case of «dat weten we nog niet» alone says so; what is ticked brings the text and its button."""
    page = open_page(EDITION)
    hold(page, {"antwoorden": {"casus-zit-vast": {"wat-zit-vast": ["weet-niet"]}}})
    expect(page.get_by_text("Er is nog niets om mee te nemen.")).to_be_visible()
    for part in ("#wat-gaat-er-mee", "#casus-tekst", "[data-doe=kopieer]"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator(".verslag [data-doe=bewaar]")).to_be_visible()
    hold(page, {"gedrag": "belt dinsdag"})
    expect(page.locator("[data-doe=kopieer]")).to_be_visible()
    expect(page.locator(".niets-mee")).to_be_hidden()
    page.locator(".vakjes input").first.uncheck()
    expect(page.locator("[data-doe=kopieer]")).to_be_hidden()
    expect(page.locator("#wat-gaat-er-mee")).to_be_visible()


def test_what_was_left_out_of_the_text_is_not_on_the_card(open_page: OpenPage) -> None:
    """A statement without its tick stands on no gesprekskaart; nor does a suspicion, whatever its source is called."""
    page = open_page(EDITION)
    told = [
        {"factor": "kennis", "bron": bron, "richting": "helpt", "woorden": f"woord{at}", **more}
        for at, (bron, more) in enumerate((("gezegd", {}), ("gezegd", {"mee": False}), ("vermoed", {}), ("", {})))
    ]
    hold(page, {"uitspraken": told}, f"{KAART}#moment=erna&factor=kennis")
    expect(page.locator(".gesprek")).to_contain_text("woord0")
    shown = page.locator(".gesprek").inner_text()
    assert [at for at in range(len(told)) if f"woord{at}" in shown] == [0]


def test_the_file_never_holds_the_words_of_a_suspicion(open_page: OpenPage, tmp_path: Path) -> None:
    """Its question goes along when it is chosen: the factor stays, and not what was suspected."""
    page = open_page(CASUS)
    said = {"factor": "kennis", "bron": "gezegd", "richting": "hindert", "woorden": "Ik wist het niet.", "uit": ""}
    guess = {**said, "factor": "houding", "bron": "vermoed", "woorden": "Misschien durft hij niet.", "mee": True}
    hold(page, {"uitspraken": [said, guess, {**guess, "bron": "", "woorden": "Vast geen zin.", "mee": False}]})
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").first.click()
    path = tmp_path / "casus.json"
    download.value.save_as(path)
    kept = json.loads(path.read_text("utf-8"))["inhoud"]["uitspraken"]
    assert [(one["factor"], one["woorden"]) for one in kept] == [("kennis", "Ik wist het niet."), ("houding", "")]


def test_random_cases_hold_no_suspicion(open_page: OpenPage, full_size: bool) -> None:
    """In the text, the sheet and the file, whatever stands beside it; a chosen one is a question, without its words.

    A thousand cases, under --alles ten thousand.
    """
    page = open_page(EDITION)
    hold(page, {"gedrag": "belt"})
    assert page.evaluate(RANDOM, [10_000 if full_size else 1_000, [*FRAMEWORK.factoren]]) == []


def test_a_suspicion_stands_on_no_printed_route(open_page: OpenPage) -> None:
    """Halfway on paper, and in why something is to be discussed; on the screen it can be changed."""
    page = open_page(f"{ROUTE}#scherm=3")
    heard(page, "wat-hoor-je", "kennis", "vermoed", option="weet-niet-hoe")
    words = page.locator("[name='wat-hoor-je.kennis.0.woorden']")
    words.fill("leest niet")
    for again in (False, True):  # as it was noted, and as it is read back
        if again:
            page.reload()
        expect(words).to_be_visible()
        page.emulate_media(media="print")
        expect(words).to_be_hidden()
        page.emulate_media(media="screen")
    heard(page, "wat-hoor-je", "kennis", "gezegd")
    page.emulate_media(media="print")
    expect(words).to_be_visible()
    page.emulate_media(media="screen")
    heard(page, "wat-hoor-je", "kennis", "vermoed")
    page.goto(f"{ROUTE}#scherm=uitkomst")
    expect(page.locator(".scherm--uitkomst")).to_be_visible()
    assert "leest niet" not in page.locator(".scherm--uitkomst").inner_text()
    page.emulate_media(media="print")
    assert page.locator("[data-vermoed]:visible").count() == 0


def test_what_is_ticked_is_printed_without_a_frame_through_its_letters(open_page: OpenPage) -> None:
    """On paper a point has no room beside its text: then it has no edge either."""
    page = open_page(f"{ROUTE}#scherm=uitkomst")
    page.locator("[name=mee]:visible").first.check()
    page.emulate_media(media="print")
    edges = page.locator(".bespreken > li:visible").evaluate_all("""all => all.map((one) => {
      const { borderLeftWidth, boxShadow, paddingLeft } = getComputedStyle(one);
      return [borderLeftWidth, boxShadow, paddingLeft];
    })""")
    assert edges
    assert all(border == "0px" or padding != "0px" for border, _, padding in edges), edges
    assert all(shadow == "none" for _, shadow, _ in edges), edges


def test_a_suspicion_that_nobody_called_so_is_marked_where_answers_are_read_back(open_page: OpenPage) -> None:
    """What nobody says how it is known, is suspected."""
    page = open_page(f"{ROUTE}#scherm=3")
    page.check("#wat-hoor-je--weet-niet-hoe")
    page.fill("[name='wat-hoor-je.kennis.0.woorden']", "leest niet")
    page.goto(f"{ROUTE}#scherm=controle")
    expect(page.locator("[data-antwoord=wat-hoor-je] dd").first).to_have_text("Kennis: vermoed, «leest niet»")


def test_the_points_on_the_sheet_come_in_the_order_of_the_guide(open_page: OpenPage) -> None:
    """Whatever was ticked first: one opens with what a conversation opens with."""
    page = open_page(EDITION)
    hold(page, {"doel": "rust", "bespreken": ["eerste-gesprek.niet-alles-vragen", "eerste-gesprek.openen"]})
    expect(page.locator("[data-papier=bespreken] li").first).to_contain_text("Open met «Waar wilt u het vandaag over")


def test_what_was_chosen_in_a_route_says_where(open_page: OpenPage) -> None:
    """It leads to its question; and no cause or source stands below the head of the goal and the behaviour."""
    page = open_page(EDITION)
    hold(
        page,
        {
            "antwoorden": {
                "plan-kiezen": {"wie-verandert": ["wij"]},
                "casus-zit-vast": {"wat-zit-vast": ["wacht"]},
                "eerste-gesprek": {"wat-weet-je-al": ["dossier"]},
            }
        },
    )
    for at in (
        "plan-kiezen/#vraag=wie-verandert",
        "casus-zit-vast/#vraag=wat-zit-vast",
        "eerste-gesprek/#vraag=wat-weet-je-al",
    ):
        expect(page.locator(f".hulp a[href$='{at}']")).to_be_visible()
    text = leaves(page)["tekst"]
    assert "We wachten op iets of iemand anders." in text
    assert "Bron van wat we al weten: het dossier." in text
    assert not text.startswith("Doel en gedrag")


def test_what_a_worksheet_noted_says_where(open_page: OpenPage) -> None:
    """What the words at the text promise: a line of a worksheet leads back to that worksheet."""
    page = open_page(CASUS)
    moment = {
        "datum": "2026-11-01",
        "gedrag": "belt",
        "woorden": {"kennis": "redelijk"},
        "merkt": "ik bel",
        "gebeurd": [],
    }
    forms = {
        "samen-kijken": {"factoren": ["kennis"], "momenten": [moment]},
        "inzet-terugblik": {"los": {"anders": "ja"}},
    }
    hold(page, {"gedrag": "belt", "uit": {"gedrag": "samen-kijken"}, "vellen": forms})
    boxes = page.locator("[name=mee]").evaluate_all("all => all.map((one) => one.value)")
    assert {"gedrag", "momenten.kennis", "momenten.merkt", "inzet.anders"} <= set(boxes)
    expect(page.locator(".vakjes .hulp", has_text="Uit: Samen kijken")).to_have_count(3)
    expect(page.locator(".vakjes .hulp a[href*='inzet-terugblik']")).to_have_count(1)


def test_what_one_looks_back_on_holds_what_was_going_to_be_asked(open_page: OpenPage) -> None:
    """Who chose that in a first conversation is not told that nothing was chosen."""
    page = open_page(CASUS)
    hold(page, {"vragen-naar": ["houding"]}, f"{EDITION}afwegen/terugblik/#scherm=1")
    expect(page.locator("[data-inzet=vragen-naar]:visible")).to_have_text("Waar je naar ging vragen: Houding")
    expect(page.get_by_text("nog geen keuze en geen afspraak")).to_be_hidden()


def test_what_was_planned_is_not_said_to_be_noticed(open_page: OpenPage) -> None:
    """Written before the conversation, read after it in the same tab: the outcome asks whether it was noticed."""
    page = open_page(CASUS)
    hold(
        page,
        {"moment": "erna", "principe": "Ik zeg eerst wat moet."},
        f"{EDITION}afwegen/eerste-gesprek/#scherm=uitkomst",
    )
    expect(page.locator(".bespreken > li:visible", has_text="van plan was, is nog niet gemerkt")).to_have_count(1)


def test_a_case_with_nothing_in_it_is_not_offered_as_a_file(open_page: OpenPage) -> None:
    """«Bewaar eerst» is there once there is something to save."""
    page = open_page(CASUS)
    page.locator("summary", has_text="Begin opnieuw").click()
    save = page.get_by_role("button", name="Bewaar eerst als bestand")
    expect(save).to_be_hidden()
    hold(page, {"doel": "rust"})
    page.locator("summary", has_text="Begin opnieuw").click()
    expect(save).to_be_visible()


MARKS = {
    "gedrag": "mgedrag",
    "doel": "mdoel",
    "verplichting-woorden": "mplicht",
    "ons-deel-woorden": "mdeel",
    "belofte": "mbelofte",
    "principe": "mprincipe",
    "reden": "mreden",
    "stap": "mstap",
    "stap-wie": "mwie",
    "afspraken": "mafspraak",
    "laten-liggen": "mliggen",
    "doorgeven": "mdoor",
    "ervan": "mervan",
    "anders": "manders",
}
PLACES = (
    *("afwegen/verkennen/#scherm=1&factor=kennis", "afwegen/jullie-casus/", "instrumenten/samen-kijken/"),
    *("instrumenten/inzet-terugblik/", "instrumenten/voortgang/", "gesprekskaart/"),
)
CHOSEN = {
    "doel-van": ("samen", "Het doel is samen gekozen"),
    "verplichting": ("duidelijk", "Er speelt een verplichting mee"),
    "ons-deel": (["ons", "werk", "regels"], "bij ons, bij het werk en bij de regels"),
    "vragen-naar": (["houding"], "We gaan vragen naar houding."),
    "factoren": (["kennis"], "We beginnen bij kennis."),
    "principes": (["zeggen-wat-moet"], "naast het gedragsprincipe «We zeggen"),
    "activiteiten": (["direct-regelen"], "We kozen voor «"),
    "vergeleken": (["direct-regelen", "nu-niets-doen"], "We bekeken ook «"),
    "stap-datum": ("2026-12-01", "De eerste stap is afgesproken voor 1 december 2026."),
    "kijken-op": ("2026-12-15", "Afgesproken is om op 15 december 2026 samen te kijken hoe het gaat."),
    "vorige": (["mvorige", "Nog iets."], "De vorige keer spraken we af: mvorige. Nog iets."),
    "opnieuw": ("vaardigheden", "We kijken opnieuw naar vaardigheden."),
}


def test_every_field_stands_in_each_place_where_it_belongs(open_page: OpenPage) -> None:
    """Filled in once: in the text, the copy, the sheet and the file; an unticked line goes from the first three."""
    page = open_page(EDITION)
    hold(page, {**MARKS, **{key: value for key, (value, _) in CHOSEN.items()}})
    found = leaves(page)
    for key, said in {**MARKS, **{key: said for key, (_, said) in CHOSEN.items()}}.items():
        assert [place for place in ("tekst", "papier", "kopie") if said not in found[place]] == [], key
        assert f'"{key}":' in found["bestand"]
    for box in page.locator("[name=mee]").all():
        box.uncheck()
    left = leaves(page)
    assert [mark for mark in MARKS.values() if mark in left["tekst"] + left["papier"]] == []
    assert left["tekst"].strip().endswith(CLOSING)


# In the page: a case of which every text is this blank one.
BLANK = """async (blank) => {
  const { LEEG, wijzig, begin } = await import(new URL("../../assets/lib/casus.js", location.href));
  begin();
  const texts = Object.keys(LEEG).filter((key) => LEEG[key] === "");
  const heard = ["gezegd", "gezien", "vermoed", ""].map((bron) => (
    { factor: "kennis", bron, richting: "", woorden: blank, eerder: bron === "gezien" }));
  const moment = { datum: "2026-11-02", woorden: { kennis: "redelijk" }, gebeurd: [],
    merkt: blank, hielp: blank, stap: blank, gezien: blank };
  const regel = { activiteit: "direct-regelen", factor: "kennis", vaak: "", richting: "vooruit",
    weten: blank, leerde: blank };
  wijzig({ ...Object.fromEntries(texts.map((key) => [key, blank])), vorige: [blank], uitspraken: heard,
    antwoorden: { terugblik: { "wat-hielp": ["gevraagd"], "wat-hielp.tekst": blank } },
    vellen: { "samen-kijken": { factoren: ["kennis"], momenten: [moment], bezig: null },
      "inzet-terugblik": { los: { anders: blank }, regels: [regel] } } });
}"""
READ_BY = (
    "afwegen/jullie-casus/",
    "inwoner/uw-blad/",
    "gesprekskaart/",
    "instrumenten/samen-kijken/",
    "instrumenten/inzet-terugblik/",
    "afwegen/verkennen/#scherm=uitkomst",
    *(f"afwegen/{id_}/#scherm={screen}" for id_ in FRAMEWORK.routes for screen in ("controle", "uitkomst")),
)
SEEN = """() => [document.querySelector("main").innerText, document.querySelectorAll("[data-genoteerd]").length,
  [...document.querySelectorAll("main li")].filter((one) => one.checkVisibility() && !one.textContent.trim()).length]"""


@pytest.mark.parametrize("place", READ_BY)
def test_what_is_only_spaces_is_nothing(open_page: OpenPage, place: str, full_size: bool) -> None:
    """In the text, on a sheet, in the file, among what was noted: as if the field was left empty.

    Two kinds of room take turns; under --alles each place meets both.
    """
    found, rooms = [], ["   ", " \n\t\u00a0\n "]
    for blank in ("", *(rooms if full_size else [rooms[READ_BY.index(place) % 2]])):
        page = open_page(CASUS)
        page.evaluate(BLANK, blank)
        page.goto(EDITION + place)
        page.wait_for_load_state("networkidle")
        if screen := place.partition("scherm=")[2]:
            page.wait_for_selector(f"gids-stappen[data-stand={screen}]")
        found.append((page.evaluate(SEEN), leaves(page) if EDITION + place == CASUS else "", {**case(page), "op": 0}))
    assert all(one == found[0] for one in found)
    assert found[0][0][2] == 0  # no point of a list without words


def test_a_case_of_spaces_is_none(open_page: OpenPage) -> None:
    """Who typed only spaces filled in nothing."""
    page = open_page(f"{PLAN}#scherm=7&vraag=wie-eerst")
    page.locator("[name=wie-eerst]").press_sequentially("  ")
    assert case(page) == {}


def test_what_lies_with_us_is_not_who_does_something(open_page: OpenPage) -> None:
    """A cause and a task are two fields: one brings no tick, and no reproach, to the other."""
    page = open_page(EDITION)
    hold(page, {"ons-deel": ["ons", "werk"]}, f"{PLAN}#scherm=4")
    expect(page.locator("#wie-verandert--wij")).to_be_visible()
    assert page.locator("[name=wie-verandert]:checked").count() == 0
    wipe(page)
    page.check("#wie-verandert--wij")
    page.check("#wie-verandert--werkgever")
    page.goto(CASUS)
    said = page.locator("#casus-tekst")
    expect(said).to_have_value(
        re.compile("Wie iets doet of verandert: wij, of iemand binnen de gemeente; een werkgever.")
    )
    expect(said).not_to_have_value(re.compile("Een deel ligt"))


def test_no_string_of_any_field_leaves_the_tab(open_page: OpenPage) -> None:
    """Each field with a string of its own, on every page that reads the case: in no request, address or store."""
    page = open_page(EDITION, own=True)
    said: list[str] = []
    page.on("request", lambda request: said.append(f"{request.url} {request.headers} {request.post_data}"))
    told = {"factor": "kennis", "bron": "gezegd", "richting": "helpt", "woorden": "muitspraak"}
    page.evaluate(SET, ["leidraad.casus /", {"versie": 1, **MARKS, "leerpunt": "mleerpunt", "uitspraken": [told]}])
    for place in (*(f"afwegen/{id_}/#scherm=2" for id_ in FRAMEWORK.routes), *PLACES):
        page.goto(EDITION + place)
        page.wait_for_load_state("networkidle")
        said += [page.url, page.title(), page.evaluate("JSON.stringify(history.state)") or ""]
    said += page.evaluate("""async () => [JSON.stringify(localStorage), document.cookie, (await caches.keys()).join(),
      (await indexedDB.databases()).map(({ name }) => name).join()]""")
    for mark in (*MARKS.values(), "mleerpunt", "muitspraak"):
        assert [one for one in said if mark in one] == [], mark


def test_no_code_and_no_instruction_is_in_the_text(open_page: OpenPage) -> None:
    """No bracket, no stable word, nothing that is meant for whoever makes it; points to discuss are on the sheet."""
    page = open_page(EDITION)
    for values in CASES.values():
        hold(page, values)
        found = leaves(page)
        assert not set("[]{}_=") & set(found["tekst"])
        for point in values.get("bespreken", ()):
            route, _, id_ = point.partition(".")
            punt = next(one.tekst for one in FRAMEWORK.routes[route].bespreken if one.id == id_)
            first = punt.partition("((")[0][:20]
            assert first in found["papier"]
            assert first not in found["tekst"]


def test_the_text_that_is_read_together_and_changed_is_what_is_copied(open_page: OpenPage) -> None:
    """It stays as it was changed, also after reload and on the sheet; what changed besides is said."""
    page = open_page(EDITION)
    hold(page, {"gedrag": "belt dinsdag", "stap": "oefenen"})
    page.fill("#casus-tekst", "Zij zegt het liever zo.")
    assert leaves(page)["tekst"] == "Zij zegt het liever zo."
    expect(page.locator("[data-papier=tekst]")).to_have_text("Zij zegt het liever zo.")
    page.reload()
    expect(page.locator("#casus-tekst")).to_have_value("Zij zegt het liever zo.")
    expect(page.locator("[data-anders]")).to_be_hidden()
    page.locator("[name=mee]").first.uncheck()
    expect(page.locator("[data-anders]")).to_be_visible()
    assert leaves(page)["kopie"] == "Zij zegt het liever zo."
    page.get_by_role("button", name="Maak de tekst opnieuw").click()
    assert "oefenen" in leaves(page)["tekst"]
    assert "belt dinsdag" not in leaves(page)["tekst"]
    page.locator(".melding [data-doe=terug]").click()
    assert leaves(page)["tekst"] == "Zij zegt het liever zo."


def test_a_saved_case_opens_as_it_was(open_page: OpenPage, tmp_path: Path) -> None:
    """Without the suspicions that nobody chose; in a tab of its own it is the same case, in the routes too."""
    page = open_page(EDITION)
    hold(page, CASES["sollicitaties-blijven-liggen"])
    before = case(page)
    with page.expect_download() as download:
        page.locator(".verslag [data-doe=bewaar]").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    kept = json.loads(path.read_text("utf-8"))
    assert kept["slot"].endswith(CLOSING)
    assert "bedrijventerrein is lastig" not in path.read_text("utf-8")
    expect(page.locator(".melding")).to_contain_text("Het blijft op dit apparaat")
    wipe(page)
    page.get_by_text("Verdergaan met een bestand").click()
    page.set_input_files("#casus-bestand", path)
    expect(page.locator(".melding")).to_contain_text("Geopend.")
    sure = [one for one in before["uitspraken"] if one["bron"] != "vermoed"]
    found = case(page)
    assert {key: found[key] for key in before if key != "op"} == {
        **{key: value for key, value in before.items() if key != "op"},
        "uitspraken": sure,
    }
    page.goto(f"{ROUTE}#scherm=2")
    expect(page.locator("#welk-doel--vooral-van-ons")).to_be_checked()


def opened(page: Page, path: Path, inhoud: dict[str, Any]) -> None:
    """Open a file of a case, as somebody does weeks later."""
    file = {"formaat": "leidraad-gewogen-maatwerk", "soort": "casus", "versie": 1, "inhoud": {"versie": 1, **inhoud}}
    path.write_text(json.dumps(file), "utf-8")
    page.get_by_text("Verdergaan met een bestand").click()
    page.set_input_files("#casus-bestand", path)
    expect(page.locator(".melding")).to_contain_text("Geopend.")


def test_a_second_conversation_starts_from_the_file(open_page: OpenPage, tmp_path: Path) -> None:
    """What was agreed, what came of it, what is different, one thing to look at again; the rest of the case stays."""
    page = open_page(CASUS)
    before = CASES["sollicitaties-blijven-liggen"]
    opened(page, tmp_path / "casus.json", before)
    page.locator(".melding").get_by_role("button", name="Begin het volgende gesprek").click()
    expect(page.get_by_role("heading", name="Het volgende gesprek")).to_be_focused()
    agreed = page.locator("[data-vorige] li")
    expect(agreed).to_have_count(4)
    assert agreed.all_inner_texts()[0] == (
        "We oefenen samen één telefoontje in de spreekkamer (hij en de begeleider, 2 december 2026)"
    )
    now = case(page)
    assert [now[key] for key in ("stap", "stap-datum", "stap-wie", "afspraken", "kijken-op", "bespreken")] == [
        *("", "", "", "", ""),
        [],
    ]
    assert (now["gedrag"], now["factoren"]) == (before["gedrag"], before["factoren"])
    page.fill("[name=ervan]", "hij belde één keer")
    page.fill("[name=anders]", "de buurman werkt er niet meer")
    page.check("#opnieuw--vaardigheden")
    told = leaves(page)
    for said in (
        "Wat ervan kwam: hij belde één keer.",
        "Wat nu anders is: de buurman werkt er niet meer.",
        "We kijken opnieuw naar vaardigheden.",
    ):
        assert said in told["tekst"]
        assert said in told["papier"]
    assert told["tekst"].count("spreekkamer") == 1
    card = page.locator(".volgend [data-kaart]")
    expect(card).to_have_attribute("href", re.compile("#moment=voorbereiden&factor=vaardigheden$"))
    page.reload()
    expect(page.locator("[name=anders]")).to_have_value("de buurman werkt er niet meer")
    expect(page.locator("#opnieuw--vaardigheden")).to_be_checked()


def test_the_next_conversation_can_be_put_back(open_page: OpenPage, tmp_path: Path) -> None:
    """What was left out of the text is not carried over; and one press brings all back as it was."""
    page = open_page(CASUS)
    agreed = {"afspraken": "Wij bellen.", "stap": "oefenen", "mee": {"stap": False}}
    opened(page, tmp_path / "casus.json", agreed)
    before = case(page)
    page.locator(".melding [data-doe=volgend]").click()
    expect(page.locator("[data-vorige] li")).to_have_text(["Wij bellen."])
    page.locator(".melding [data-doe=terug]").click()
    expect(page.locator(".melding")).to_contain_text("Teruggezet.")
    found = case(page)
    assert {**found, "op": 0} == {**before, "op": 0}


def test_a_text_that_was_changed_by_hand_is_not_dropped_in_silence(open_page: OpenPage) -> None:
    """The next conversation says that it is made anew, and one press brings it back; so does making it anew."""
    page = open_page(CASUS)
    hold(page, {"gedrag": "belt dinsdag", "afspraken": "Wij bellen."})
    page.fill("#casus-tekst", "Met de hand.")
    page.locator("details:has(#volgend-gesprek) > summary").click()
    for press in ("#volgend-gesprek [data-doe=volgend]", "[data-anders] [data-doe=opnieuw]"):
        page.locator(press).click()
        expect(page.locator("#casus-tekst")).not_to_have_value("Met de hand.")
        expect(page.locator(".melding")).to_contain_text(
            re.compile("tekst die je zelf aanpaste|Wat je zelf veranderde")
        )
        page.locator(".melding [data-doe=terug]").click()
        expect(page.locator("#casus-tekst")).to_have_value("Met de hand.")
        page.locator(".vakjes input").first.uncheck()
    hold(page, {"gedrag": "belt dinsdag", "tekst": {}})
    page.locator("details:has(#volgend-gesprek) > summary").click()
    page.locator("#volgend-gesprek [data-doe=volgend]").click()
    expect(page.locator(".melding")).not_to_contain_text("aanpaste")


def test_what_is_opened_where_nothing_stood_cannot_be_thrown_away(open_page: OpenPage, tmp_path: Path) -> None:
    """Only where something stood it can be put back: another case, or the behaviour that a file of a form replaces."""
    page = open_page(CASUS)
    back = page.locator(".melding [data-doe=terug]")
    opened(page, tmp_path / "casus.json", {"gedrag": "belt"})
    expect(back).to_have_count(0)
    opened(page, tmp_path / "casus.json", {"gedrag": "fietst"})
    back.click()
    assert case(page)["gedrag"] == "belt"


def test_our_own_promise_is_of_the_conversation_before(open_page: OpenPage) -> None:
    """It stands with what was agreed, and is asked anew; a cause stays, and what was told is of then."""
    page = open_page(CASUS)
    told = {"factor": "kennis", "bron": "gezegd", "richting": "helpt", "woorden": "ja"}
    hold(page, {"ons-deel-woorden": "de brief kwam laat", "belofte": "wij bellen", "uitspraken": [told]})
    page.locator("details:has(#volgend-gesprek) > summary").click()
    page.locator("#volgend-gesprek [data-doe=volgend]").click()
    expect(page.get_by_role("heading", name="Het volgende gesprek")).to_be_focused()
    expect(page.locator("[data-vorige] li")).to_have_text(["Wij bellen"])
    now = case(page)
    assert (now["ons-deel-woorden"], now["belofte"]) == ("de brief kwam laat", "")
    assert now["uitspraken"] == [{**told, "eerder": True}]


@pytest.mark.parametrize("from_plan", [True, False])
def test_a_promise_in_an_older_file_is_no_cause(open_page: OpenPage, tmp_path: Path, from_plan: bool) -> None:
    """There it stood with what lies with us, and only where it was filled in tells them apart."""
    page = open_page(CASUS)
    uit = "plan-kiezen.wie-verandert.tekst" if from_plan else "eerste-gesprek.wat-van-ons.tekst"
    opened(page, tmp_path / "casus.json", {"ons-deel-woorden": "wij bellen", "uit": {"ons-deel-woorden": uit}})
    said = "Wie doet wat, en wanneer: wij bellen." if from_plan else "bij de regels ligt: wij bellen."
    expect(page.locator("#casus-tekst")).to_have_value(re.compile(said))
    assert (case(page)["belofte"], case(page)["ons-deel-woorden"]) == (
        ("wij bellen", "") if from_plan else ("", "wij bellen")
    )


def test_what_is_said_stands_where_the_button_is(open_page: OpenPage) -> None:
    """On a telephone the page stays where it was after copying; what is done elsewhere is said at the top again."""
    page = open_page(EDITION, 360, 640)
    hold(page, fullest(90))
    button = page.locator(".verslag [data-doe=kopieer]")
    button.scroll_into_view_if_needed()
    before = button.bounding_box()
    button.click()
    message = page.locator("casus-formulier .melding")
    expect(message).not_to_be_empty()
    expect(message).to_be_in_viewport()
    after = button.bounding_box()
    assert before and after and abs(before["y"] - after["y"]) < 320
    page.locator("details:has(#volgend-gesprek) > summary").click()
    page.locator("#volgend-gesprek [data-doe=volgend]").click()
    expect(page.locator("casus-formulier .fouten + .melding")).not_to_be_empty()


def test_a_file_without_agreements_asks_for_no_next_conversation(open_page: OpenPage, tmp_path: Path) -> None:
    """The message has no button for it; the drawer at the end still begins one, without an empty list."""
    page = open_page(CASUS)
    opened(page, tmp_path / "casus.json", {"gedrag": "belt"})
    assert page.locator(".melding [data-doe=volgend]").count() == 0
    expect(page.locator(".volgend")).to_be_hidden()
    page.locator("summary", has_text="Het volgende gesprek").click()
    page.locator(".laden [data-doe=volgend]").click()
    expect(page.locator(".volgend")).to_be_visible()
    expect(page.locator("[data-vorige]")).to_be_hidden()


def test_a_file_of_another_edition_loses_nothing(open_page: OpenPage, tmp_path: Path) -> None:
    """What is called otherwise now follows; what is unknown here is named, and stays in the case and in the file."""
    page = open_page(CASUS)
    inhoud = {
        "versie": 2,
        "nieuw": {"iets": 1},
        "gedrag": "belt",
        "doel": 3,
        "uitspraken": [{"factor": "verdwenen", "bron": "gezegd", "richting": "helpt", "woorden": "iets"}],
        "activiteiten": ["direct-regelen", "weggehaald"],
    }
    path = tmp_path / "casus.json"
    file = {"formaat": "leidraad-gewogen-maatwerk", "soort": "casus", "versie": 1, "inhoud": inhoud}
    path.write_text(json.dumps(file), "utf-8")
    page.get_by_text("Verdergaan met een bestand").click()
    page.set_input_files("#casus-bestand", path)
    said = page.locator(".melding")
    for one in ("nieuw", "doel", "factor «verdwenen»", "activiteit «weggehaald»"):
        expect(said).to_contain_text(one)
    found = case(page)
    assert (found["nieuw"], found["activiteiten"]) == ({"iets": 1}, ["direct-regelen", "weggehaald"])
    assert found["uitspraken"][0]["factor"] == "verdwenen"
    assert "undefined" not in page.locator("casus-formulier").inner_text()


def test_begin_again_names_what_is_lost_and_back_brings_nothing(open_page: OpenPage) -> None:
    """It offers saving first; then no route, form, undo, text or page before holds anything of it."""
    page = open_page(f"{PLAN}#scherm=1")
    page.fill("[name='welk-gedrag.tekst']", "kanariegeel")
    page.goto(f"{EDITION}instrumenten/samen-kijken/")
    expect(page.locator("[name=gedrag]")).to_have_value("kanariegeel")
    page.goto(CASUS)
    page.locator("summary", has_text="Begin opnieuw").click()
    expect(page.locator("[data-weg]")).to_contain_text("het gedrag")
    expect(page.get_by_role("button", name="Bewaar eerst als bestand")).to_be_visible()
    page.locator("[data-doe=begin]").click()
    expect(page.locator(".melding")).to_contain_text("Alles is leeg")
    assert page.evaluate("sessionStorage.getItem('leidraad.casus /')") is None
    assert page.get_by_role("button", name="Zet terug wat er stond").count() == 0
    for _ in range(2):
        page.go_back()
        page.wait_for_load_state()
        assert "kanariegeel" not in page.content()
        assert page.evaluate(
            "[...document.querySelectorAll('input, textarea')].every(one => one.value !== 'kanariegeel')"
        )


def test_after_twenty_minutes_the_case_is_covered(open_page: OpenPage) -> None:
    """Also where it is opened that late: title and page show nothing; Ga verder brings all back, Wis alles nothing."""
    page = open_page(EDITION, own=True)
    hold(page, {"gedrag": "kanariegeel"})
    page.clock.install()
    page.goto(CASUS)
    title = page.title()
    page.clock.fast_forward("21:00")
    dialog = page.locator(".dekking")
    expect(dialog).to_be_visible()
    expect(page.locator("casus-formulier")).not_to_be_visible()
    assert page.title() == "Leidraad Gewogen Maatwerk"
    page.keyboard.press("Escape")
    expect(dialog).to_be_visible()
    page.get_by_role("button", name="Ga verder").click()
    expect(page.locator("#casus-tekst")).to_be_visible()
    assert page.title() == title
    assert "kanariegeel" in page.input_value("#casus-tekst")
    page.goto(EDITION)
    page.evaluate(SET, ["leidraad.casus /", {"versie": 1, "gedrag": "kanariegeel", "op": 1}])
    page.goto(f"{ROUTE}#scherm=2")
    expect(dialog).to_be_visible()
    wipe(page, "dialog wis-alles")
    expect(dialog).to_be_hidden()
    assert "kanariegeel" not in page.content()


@pytest.mark.parametrize("place", ["inwoner/uw-blad/", "afwegen/jullie-casus/"])
def test_what_covers_the_case_is_whole_and_says_so_on_paper(open_page: OpenPage, place: str) -> None:
    """Its buttons stand clear of each other and of the edges, in any size; on paper is one sheet, with why and how."""
    page = open_page(EDITION, own=True)
    page.clock.install()
    hold(page, {"gedrag": "kanariegeel"}, EDITION + place)
    page.clock.fast_forward("21:00")
    dialog = page.locator(".dekking")
    for width, height in ((1280, 720), (360, 640)):
        page.set_viewport_size({"width": width, "height": height})
        whole, head, on, wipes = (
            box
            for box in (
                one.bounding_box()
                for one in (
                    dialog,
                    dialog.locator("h2"),
                    dialog.get_by_role("button", name="Ga verder"),
                    dialog.get_by_role("button", name="Wis alles"),
                )
            )
            if box
        )
        assert head["y"] - whole["y"] < 40 and whole["x"] >= 12
        assert on["x"] == wipes["x"] == head["x"]
        assert 12 <= wipes["y"] - on["y"] - on["height"] <= 24
        assert whole["y"] + whole["height"] - wipes["y"] - wipes["height"] >= 20
    sheets = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    told = " ".join(sheets[0].extract_text().split())
    assert len(sheets) == 1
    assert "twintig minuten niets gedaan" in told and "Afdrukken kan na «Ga verder»" in told
    assert "kanariegeel" not in told and "Wis alles" not in told


def test_no_state_of_the_page_has_a_violation(
    open_page: OpenPage, violations: Violations, views: tuple[View, ...]
) -> None:
    """Empty, filled in and at a next conversation, in both palettes, wide and narrow; nothing sticks out at 320 px."""
    page = open_page(CASUS)
    found = violations(page, views)
    hold(page, CASES["sollicitaties-blijven-liggen"])
    page.locator("summary", has_text="Begin opnieuw").click()
    assert found | violations(page, views) == set()
    page.locator("summary", has_text="Het volgende gesprek").click()
    page.locator(".laden [data-doe=volgend]").click()
    expect(page.locator(".volgend")).to_be_visible()
    assert violations(page, views) == set()
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= 320")


def test_the_text_says_no_more_than_was_answered(open_page: OpenPage) -> None:
    """What is to be asked is not where one begins; not clear is not clear to whom; nothing lies beside nothing."""
    page = open_page(EDITION)
    for field, uit, said in (
        ("vragen-naar", "eerste-gesprek.wat-vraag-je", "We gaan vragen naar kennis."),
        ("factoren", "eerste-gesprek.waar-dieper", "We gaan dieper in op kennis."),
        ("factoren", "plan-kiezen.waar-beginnen", "We beginnen bij kennis."),
    ):
        hold(page, {field: ["kennis"], "uit": {field: uit}})
        assert said in leaves(page)["tekst"]
    hold(page, {"verplichting": "onduidelijk", "vergeleken": ["nu-niets-doen"]})
    told = leaves(page)["tekst"]
    assert "en die is nog niet duidelijk." in told
    assert "We bekeken ook «" in told


REFERS = re.compile(
    r"^(Dat|Dit|Die|Daar|Ernaast|Hier|Het (?!doel|gaat no|gaat nu|gedrag))\b|\b(dit beeld|hierover|legden dit)\b"
)


def test_a_sentence_of_the_text_stands_alone() -> None:
    """Any line may be left out, and answers stand where they belong: none refers to the one before it."""
    asked = [optie.zin for route in FRAMEWORK.routes.values() for vraag in route.vragen for optie in vraag.opties]
    within = ("richting=", "vaak=", "ander")  # these stand in the line of what they are about
    own = [zin for key, zin in ZINNEN.items() if not key.startswith(within)]
    # «Dit hebben we overwogen: …» says itself what it is
    assert [zin for zin in [*asked, *own] if zin and REFERS.search(zin) and ": " not in zin] == []


def test_what_can_go_at_once_is_named_after_a_plan(open_page: OpenPage) -> None:
    """It stands after the day to look together, and says what it is about."""
    page = open_page(EDITION)
    hold(page, {"kijken-op": "2026-12-14", "antwoorden": {"casus-zit-vast": {"eerst-regelen": ["tegelijk"]}}})
    assert "praktisch geregeld moet worden, kan tegelijk" in leaves(page)["tekst"]


LINES = "We bellen (ivm rooster);\n\n\n•zaterdag kan niet\n* 3x p/w ☎️\n– rooster meenemen"
AS_TYPED = "We bellen (ivm rooster);\n- zaterdag kan niet\n- 3x p/w ☎️\n- rooster meenemen"


def test_lines_stay_lines_in_the_text(open_page: OpenPage) -> None:
    """Below what they are, in text and sheet; what they can be left out by shows them so; the card has one line."""
    page = open_page(EDITION)
    told = [{"factor": "kennis", "bron": bron, "richting": "helpt", "woorden": LINES} for bron in ("gezegd", "gezien")]
    hold(page, {"gedrag": LINES, "afspraken": LINES, "doel": "- rust", "uitspraken": told})
    text = leaves(page)["tekst"]
    for said in (
        f"Het gaat nu om dit gedrag:\n- {AS_TYPED}\n",
        "Het doel: rust.",
        f"Afgesproken:\n- {AS_TYPED}\n",
        f"De deelnemer zei (over kennis):\n«{AS_TYPED}»\nWij denken dat dit helpt.",
        f"Wij zagen (over kennis):\n- {AS_TYPED}\nWij denken dat dit helpt.",
    ):
        assert said in text
    assert page.locator("label", has_text="Afgesproken").inner_text() == f"Afgesproken:\n- {AS_TYPED}"
    page.goto(f"{KAART}#moment=erna&factor=kennis")
    flat = "We bellen (ivm rooster); zaterdag kan niet. 3x p/w ☎️ rooster meenemen."
    expect(page.locator(".gesprek")).to_contain_text(flat)


PASTED = r"""async (n) => {
  const { flat, lines, quote, sentence } = await import(new URL("../../assets/lib/casus-tekst.js", location.href));
  const signs = ["a", "Zin", "é", "e\u0301", "😀", "☎️", ".", ";", ":", ")", "«", "»", "-", "•", "*", "–", " ", "\n",
    "\r\n", "\t", "5", "%", "\u00a0", "…", "’"];
  let seed = 7;
  const chance = (k) => (seed = (seed * 48271) % 2147483647) % k;
  const found = [];
  for (let i = 0; i < n; i++) {
    const text = Array.from({ length: chance(12) }, () => signs[chance(signs.length)]).join("");
    const all = lines(text), whole = all.join("\n"), said = sentence(text);
    const stopped = said !== whole;
    const isRight = all.every((line) => line && line === line.trim() && !/\s\s/.test(line)) &&
      (!stopped || (said === `${whole}.` && all.length === 1)) &&
      stopped === (all.length === 1 && /(\p{L}\p{M}*|[\p{N}%])[»"”’]?$/u.test(whole)) &&
      (all.length > 1 || !/^([•–-]\D|• )/.test(whole)) &&
      sentence(said) === said && !flat(text).includes("\n") && (all.length > 0 || quote(text) === "");
    if (!isRight) found.push(text);
  }
  return found.slice(0, 5);
}"""


QUOTE = """async (words) => {
  const { quote } = await import(new URL("../../assets/lib/casus-tekst.js", location.href));
  return words.map(quote);
}"""


def test_what_holds_a_quotation_gets_no_other_around_it(open_page: OpenPage) -> None:
    """Whichever marks: around all of it they become ours, around a part they stay, alone; an apostrophe is none."""
    typed = {
        "dat lukt niet": "«dat lukt niet».",
        "«dat lukt niet»": "«dat lukt niet».",
        '"dat lukt niet."': "«dat lukt niet.»",
        "„dat lukt niet”": "«dat lukt niet».",
        "“dat lukt niet”": "«dat lukt niet».",
        "»dat lukt niet«": "«dat lukt niet».",
        "'dat lukt niet'": "«dat lukt niet».",
        "‘dat lukt zo’n keer niet’": "«dat lukt zo’n keer niet».",
        "«Dat heeft geen zin», zei hij. Ben 52.": "«Dat heeft geen zin», zei hij. Ben 52.",
        '"met mijn handen werken", dat wil hij': '"met mijn handen werken", dat wil hij.',
        '"dat" en "dit"': '"dat" en "dit".',
        "„dat” en “dit”": "„dat” en “dit”.",
        "zei: “dat lukt niet”": "zei: “dat lukt niet”.",
        "zei: »dat lukt niet.«": "zei: »dat lukt niet.«",
        "‘dat’ en ‘dit’": "«‘dat’ en ‘dit’».",
        "'dat' en 'dit'": "«'dat' en 'dit'».",
        "'s ochtends zo'n auto": "«'s ochtends zo'n auto».",
        "": "",
    }
    page = open_page(CASUS)
    assert dict(zip(typed, page.evaluate(QUOTE, [*typed]), strict=True)) == typed


def test_whatever_is_pasted_keeps_its_lines(open_page: OpenPage) -> None:
    """Random texts: a full stop only after one sentence without an end, no blank line, no sign before a single one."""
    page = open_page(CASUS)
    assert page.evaluate(PASTED, 20_000) == []


def test_a_point_within_a_point_from_word_is_a_point(open_page: OpenPage) -> None:
    """Word gives its second level as an o with a tab; an o that somebody says stays."""
    page = open_page(EDITION)
    hold(page, {"afspraken": "•\tWij bellen.\no\tOok over de bus.\no wat fijn"})
    assert "Afgesproken:\n- Wij bellen.\n- Ook over de bus.\n- o wat fijn\n" in leaves(page)["tekst"]


def test_an_own_line_can_be_put_back_where_the_text_is_made_anew(open_page: OpenPage) -> None:
    """The way back is in sight where the button was, on a telephone too."""
    page = open_page(EDITION, 360, 640)
    hold(page, {"gedrag": "belt", "stap": "oefenen", "tekst": {"van": "iets", "is": "Zij zegt het liever zo."}})
    page.get_by_role("button", name="Maak de tekst opnieuw").click()
    back = page.locator(".melding [data-doe=terug]")
    expect(back).to_be_in_viewport()
    back.click()
    expect(page.locator("#casus-tekst")).to_have_value("Zij zegt het liever zo.")


@pytest.mark.parametrize("has_end", [True, False])
def test_what_came_since_is_put_below_what_was_changed_by_hand(open_page: OpenPage, has_end: bool) -> None:
    """Each new line once, above the closing, which comes back where it went; one's own words stay, with a way back."""
    page = open_page(EDITION)
    hold(page, {"gedrag": "belt dinsdag"})
    made = leaves(page)["tekst"]
    own = made.replace("belt dinsdag", "belt liever op dinsdag") if has_end else "Zij zegt het liever zo.\n"
    page.fill("#casus-tekst", own)
    wijzig = "async (wat) => (await import(new URL('../../assets/lib/casus.js', document.baseURI))).wijzig(wat)"
    page.evaluate(wijzig, {"stap": "oefenen met bellen", "afspraken": "Wij bellen donderdag."})
    page.reload()
    page.get_by_role("button", name="Zet erbij wat er bijkwam").click()
    told = leaves(page)["tekst"]
    assert own.split("\n\n")[0] in told
    for line in ("oefenen met bellen", "Wij bellen donderdag."):
        assert told.count(line) == 1
    assert told.count(CLOSING) == 1
    assert told.rstrip().endswith(CLOSING)
    expect(page.locator("[data-anders]")).to_be_hidden()
    assert leaves(page)["kopie"] == told
    page.locator(".melding [data-doe=terug]").click()
    assert leaves(page)["tekst"] == own


def test_what_came_since_brings_the_closing_of_a_newer_edition_once(open_page: OpenPage) -> None:
    """In the tab where the case began a newer edition may open: its closing is no line that came since."""
    page = open_page(EDITION)
    hold(page, {"gedrag": "belt dinsdag"})
    own = "Zij zegt het liever zo.\n\nGemaakt met de Leidraad, een eerdere editie.\n"
    hold(page, {"gedrag": "belt dinsdag", "stap": "oefenen", "tekst": {"van": own, "is": own}})
    page.get_by_role("button", name="Zet erbij wat er bijkwam").click()
    told = leaves(page)["tekst"]
    assert told.startswith(own.rstrip())
    assert told.count("De eerste stap: oefenen.") == told.count(CLOSING) == 1


def test_what_helped_stands_in_the_text(open_page: OpenPage) -> None:
    """Of looking back: what the resident said, and what lay elsewhere; what was not asked is not there."""
    page = open_page(EDITION)
    for answer, there in (("gevraagd", True), ("denk-het-te-weten", False)):
        given = {"wat-hielp": [answer], "wat-hielp.tekst": "u belde eerst", "wat-lag-elders": ["bij-ons"]}
        hold(page, {"antwoorden": {"terugblik": given}})
        told = leaves(page)["tekst"]
        assert ("zei wat hielp: «u belde eerst»." in told) is there
        assert "Er lag ook iets bij ons." in told


def test_what_was_done_goes_along_with_how_that_is_known(open_page: OpenPage) -> None:
    """A change stands with its ground and another explanation; a row that only came from the plan was not done."""
    page = open_page(EDITION)
    row = dict.fromkeys(("activiteit", "factor", "vaak", "richting", "weten", "leerde"), "")
    done = {"activiteit": "oefenen-met-feedback", "vaak": "paar-keer", "richting": "vooruit", "weten": "zij belde zelf"}
    told = {"regels": [{**row, **done}, {**row, "activiteit": "direct-regelen"}], "los": {"anders": "de opvang begon"}}
    hold(page, {"activiteiten": ["direct-regelen"], "vellen": {"inzet-terugblik": told}})
    found = leaves(page)
    changed = "Dat gebeurde een paar keer. Verandering na inzet: vooruit. Hoe we dat weten: zij belde zelf."
    assert changed in found["tekst"]
    assert "Wat ook kan hebben meegespeeld: de opvang begon." in found["tekst"]
    assert found["tekst"].count("Ingezet: ") == 1


def test_home_leads_back_to_the_case_and_the_case_to_a_plan(open_page: OpenPage) -> None:
    """What is in this tab is found again from the front page, and goes on from there."""
    page = open_page(EDITION)
    hold(page, {"gedrag": "belt woensdag"}, EDITION)
    page.locator("main").get_by_role("link", name="jullie casus", exact=True).click()
    expect(page.locator("#casus-tekst")).to_be_visible()
    page.locator(".verslag").get_by_role("link", name="Een plan kiezen").click()
    expect(page).to_have_url(re.compile(r"plan-kiezen/"))


def test_every_sentence_of_the_text_is_used(open_page: OpenPage) -> None:
    """Each stands in the page once, with the words of the municipality."""
    page = open_page(CASUS)
    names = page.locator(".namen [data-naam^='zin:']").evaluate_all("all => all.map(one => one.dataset.naam)")
    assert {f"zin:{key}" for key in ZINNEN} <= set(names)
    assert "((" not in (page.locator(".namen").text_content() or "")


def fullest(length: int) -> dict[str, Any]:
    """Return a case with something in every field, and two statements about every factor."""
    words = ("Dit is een zin zoals iemand die opschrijft na een gesprek van een uur. " * 20)[:length]
    told = [
        {"factor": factor, "bron": bron, "richting": "allebei", "woorden": words}
        for factor, bron in product(FRAMEWORK.factoren, ("gezegd", "gezien"))
    ]
    points = [f"casus-zit-vast.{punt.id}" for punt in FRAMEWORK.routes["casus-zit-vast"].bespreken[:5]]
    chosen = {key: value for key, (value, _) in CHOSEN.items()}
    return {**dict.fromkeys(MARKS, words), **chosen, "uitspraken": told, "bespreken": points}


@pytest.mark.parametrize(("length", "edition"), in_turn([20, 90, 400], EDITIONS))
def test_the_fullest_sheet_is_one_a4(open_page: OpenPage, edition: str, length: int) -> None:
    """In smaller type, and at last without the lines that can wait, which it says; on the screen it is whole again."""
    page = open_page(edition, own=True)
    page.add_init_script("window.print = () => {}")
    hold(page, fullest(length), f"{edition}afwegen/jullie-casus/")
    page.locator(".verslag [data-doe=print]").click()
    paper = sheets(page.pdf(format="A4", prefer_css_page_size=True))
    assert len(paper) == 1
    assert "Ditbladisvol" in paper[0] or length == 20
    assert "15december2026" in paper[0], "the agreements stay longest"
    assert paper[0].count("Geenoordeelovereenpersoon") == 1, "a disclaimer stands there once"
    assert page.locator(".gesprekspapier .rest, .als-papier").count() == 0


def test_a_full_sheet_is_filled_and_keeps_what_was_said(open_page: OpenPage) -> None:
    """What we weighed goes before what somebody said; no line that is left off would still have had room."""
    page = open_page(EDITION)
    hold(page, fullest(400))
    page.wait_for_function("() => performance.getEntriesByType('resource').some(one => one.name.includes('een-a4'))")
    page.wait_for_load_state("networkidle")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheet = page.locator(".gesprekspapier")
    shown = "\n".join(sheet.locator("[data-papier=tekst] > p:not(.rest)").all_text_contents())
    assert "De deelnemer zei (over " in shown
    assert "De eerste stap: " in shown
    filled, room = sheet.evaluate(
        """sheet => {
          sheet.classList.add("gemeten");
          const high = () => sheet.offsetHeight / 96 * 25.4;
          const least = [...sheet.querySelectorAll("p.rest")].map(line => {
            line.classList.remove("rest");
            const now = high();
            line.classList.add("rest");
            return now;
          });
          return [high(), Math.min(...least)];
        }"""
    )
    assert 190 < filled <= 215 < room


# What is found on a desk, by its address → what it says it is, for whom or whose, and of what is not in it.
SHEETS = {
    "afwegen/jullie-casus/": ("Het blad voor het gesprek", "Voor de werkcoach, bij het gesprek.", "Geen verslag."),
    "instrumenten/voortgang/": ("om samen na te lezen", "Voor de werkcoach die de voortgang vastlegt", "hooguit als"),
    "afwegen/plan-kiezen/#scherm=uitkomst": ("Een plan kiezen", "Voor de werkcoach", "geen advies en geen verslag"),
    "afwegen/verkennen/#scherm=uitkomst": (
        "Verkennen",
        "Van de werkcoach",
        "Wat alleen vermoed is, staat er niet bij.",
    ),
    "gesprekskaart/#factor=kennis": ("Gesprekskaart", "van de werkcoach", "In het gesprek"),
    "inwoner/uw-blad/": ("Wat is afgesproken", "Dit blad is voor u", "vraag om het te veranderen"),
}


@pytest.mark.parametrize("place", SHEETS)
def test_a_sheet_says_what_it_is_and_whose(open_page: OpenPage, place: str) -> None:
    """A title, for whom or of whom, and what is not in it: alike sheets are told apart by who finds one."""
    page = open_page(VOORBEELDSTAD)
    hold(page, CASES["na-jaren-zorg-voor-een-ouder"], VOORBEELDSTAD + place)
    page.wait_for_load_state("networkidle")
    paper = sheets(page.pdf(format="A4", prefer_css_page_size=True))[0]
    assert [said for said in SHEETS[place] if squeezed(said) not in paper] == []


def test_a_report_has_no_questions_for_a_conversation(open_page: OpenPage) -> None:
    """Those are on the sheet of the case; the report has room for what the resident finds wrong in it."""
    page = open_page(VOORBEELDSTAD)
    for place, asks in (("afwegen/jullie-casus/", True), ("instrumenten/voortgang/", False)):
        hold(page, CASES["na-jaren-zorg-voor-een-ouder"], VOORBEELDSTAD + place)
        page.emulate_media(media="print")
        expect(page.locator("[data-papier=vragen]")).to_be_visible(visible=asks)
        expect(page.locator(".schrijfruimte").get_by_text("Wat klopt er niet")).to_be_visible(visible=not asks)
        page.emulate_media(media="screen")


@pytest.mark.parametrize("place", ["instrumenten/samen-kijken/", "instrumenten/inzet-terugblik/"])
def test_what_a_form_prints_says_each_disclaimer_once(open_page: OpenPage, place: str) -> None:
    """What the page says at its head or foot, the form does not say again."""
    page = open_page(EDITION, own=True)
    page.add_init_script("window.print = () => {}")
    hold(page, {"gedrag": "belt woensdag"}, EDITION + place)
    page.locator("[data-doe=print]:visible").first.click()
    paper = "".join(sheets(page.pdf(format="A4", prefer_css_page_size=True)))
    assert paper.count("Geenoordeelovereenpersoon") == 1
    assert paper.count("bestaatniet") == 1


@pytest.mark.parametrize("name", CASES)
def test_a_sheet_with_room_is_printed_whole(open_page: OpenPage, name: str) -> None:
    """A case of a common length loses no line, and hardly any of its size."""
    page = open_page(EDITION)
    hold(page, CASES[name])
    page.wait_for_function("() => performance.getEntriesByType('resource').some(one => one.name.includes('een-a4'))")
    page.wait_for_load_state("networkidle")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheet = page.locator(".gesprekspapier")
    expect(sheet).to_have_attribute("data-vol", re.compile("^(|klein)$"))
    assert sheet.locator(".rest").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_have_class("gesprekspapier")


def test_a_learning_point_is_shown_to_who_wrote_it_alone(open_page: OpenPage) -> None:
    """It stands on the page, and neither in the text nor on the sheet nor in the file; what begins anew names it."""
    page = open_page(EDITION)
    hold(page, {"leerpunt": "ik vraag eerder door", "gedrag": "belt woensdag"})
    expect(page.locator(".leerpunt")).to_contain_text("ik vraag eerder door")
    assert "eerder door" not in "".join(leaves(page).values())
    page.locator("summary", has_text="Begin opnieuw").click()
    expect(page.locator(".weg")).to_contain_text("het gedrag, je leerpunt")
    found = leaves(page)
    assert "eerder door" not in found["tekst"] + found["papier"]


def test_a_word_without_an_end_costs_no_wait(open_page: OpenPage) -> None:
    """A pasted picture is one word of 200,000 letters: it took ten seconds to lay out, and as long to print."""
    page = open_page(CASUS)
    hold(page, {"gedrag": "belt dinsdag"})
    expect(page.locator(".gesprekspapier")).to_be_visible()
    page.evaluate("document.fonts.ready")
    took = page.evaluate(
        """async () => {
          const field = document.querySelector("#casus-tekst");
          const began = performance.now();
          field.value = "a".repeat(200000);
          field.dispatchEvent(new Event("input", { bubbles: true }));
          document.body.offsetHeight;
          dispatchEvent(new Event("beforeprint"));
          dispatchEvent(new Event("afterprint"));
          document.body.offsetHeight;
          return performance.now() - began;
        }"""
    )
    assert took < 3000
    assert len(leaves(page)["kopie"]) == 200_000


UNKNOWN_ANSWERS = {
    "doel-van": "verdwenen",
    "ons-deel": ["werk", "weggehaald"],
    "bespreken": ["casus-zit-vast.bestaat-niet"],
    "antwoorden": {
        "oude-route": {"vraag": ["x"]},
        "casus-zit-vast": {
            "wat-zit-vast": ["oneens", "afgeschaft"],
            "nooit-gevraagd": "geheim",
            "wat-nu": ["weet-niet"],
        },
        "plan-kiezen": "stuk",
        "terugblik": {"wat-hielp": ["gevraagd"], "wat-hielp.tekst": "een zin"},
        "verkennen": {"wegen": []},
    },
}


def test_a_file_names_each_route_and_answer_that_is_unknown(open_page: OpenPage, tmp_path: Path) -> None:
    """What this edition does not ask is named, by its stable word; it stays in the case and in the file."""
    page = open_page(CASUS)
    inhoud = {"versie": 1, "gedrag": "belt", **UNKNOWN_ANSWERS}
    file = {"formaat": "leidraad-gewogen-maatwerk", "soort": "casus", "versie": 1, "inhoud": inhoud}
    (tmp_path / "casus.json").write_text(json.dumps(file), "utf-8")
    page.set_input_files("#casus-bestand", tmp_path / "casus.json")
    said = page.locator("casus-formulier .melding")
    expect(said).to_contain_text("Geopend")
    told = said.text_content() or ""
    named = re.search(r"Dit kent deze uitgave niet: (.*?)\. Het blijft", told)
    assert named
    assert named[1].split(", ") == [
        "antwoord «doel-van: verdwenen»",
        "antwoord «ons-deel: weggehaald»",
        "route «oude-route»",
        "antwoord «casus-zit-vast: wat-zit-vast: afgeschaft»",
        "antwoord «casus-zit-vast: nooit-gevraagd»",
        "route «plan-kiezen»",
        "punt «casus-zit-vast.bestaat-niet»",
    ]
    kept = page.evaluate("document.querySelector('casus-formulier').content")
    assert {key: kept[key] for key in UNKNOWN_ANSWERS} == UNKNOWN_ANSWERS


def test_a_file_names_what_is_unknown_in_its_forms(open_page: OpenPage, tmp_path: Path) -> None:
    """An activity, a factor and a form that are not here; all stays in the case and in the file."""
    page = open_page(CASUS)
    row = {"activiteit": "verdwenen", "factor": "weg", "richting": "vooruit", "leerde": "", "vaak": ""}
    vellen = {
        "inzet-terugblik": {"los": {}, "regels": [row, {**row, "activiteit": "direct-regelen", "factor": "kennis"}]},
        "samen-kijken": {"factoren": [], "momenten": [{"datum": "2026-11-01", "woorden": {"oud": "gaat-goed"}}]},
        "later": {"iets": 1},
    }
    opened(page, tmp_path / "casus.json", {"gedrag": "belt", "vellen": vellen})
    told = page.locator("casus-formulier .melding").text_content() or ""
    named = re.search(r"Dit kent deze uitgave niet: (.*?)\. Het blijft", told)
    assert named
    assert set(named[1].split(", ")) == {"formulier «later»", "activiteit «verdwenen»", "factor «weg»", "factor «oud»"}
    assert page.evaluate("document.querySelector('casus-formulier').content")["vellen"] == vellen


def test_a_file_of_every_walk_names_nothing(open_page: OpenPage, tmp_path: Path) -> None:
    """Every answer that a route offers is known, with what it was called before."""
    page = open_page(CASUS)
    antwoorden = {
        route.id: {
            name: [id_ for optie in vraag.opties for id_ in (optie.id, *optie.heette)] or "2026-01-01"
            for vraag in route.vragen
            if not vraag.casus
            for name in (vraag.id, *vraag.heette)
        }
        for route in FRAMEWORK.routes.values()
    }
    inhoud = {"versie": 1, "gedrag": "belt", "antwoorden": antwoorden}
    file = {"formaat": "leidraad-gewogen-maatwerk", "soort": "casus", "versie": 1, "inhoud": inhoud}
    (tmp_path / "casus.json").write_text(json.dumps(file), "utf-8")
    page.set_input_files("#casus-bestand", tmp_path / "casus.json")
    said = page.locator("casus-formulier .melding")
    expect(said).to_contain_text("Geopend")
    expect(said).not_to_contain_text("kent deze uitgave niet")


def test_the_beginning_leads_on_to_a_case_that_is_there(open_page: OpenPage) -> None:
    """Above what one can begin with; not before anything is noted, for another form alone, or after a wipe."""
    page = open_page(EDITION, 360, 740)
    on = page.get_by_role("link", name="Ga verder met jullie casus")
    expect(on).to_be_hidden()
    page.evaluate(SET, ["leidraad.zelfscan /", {"keer": "eerste"}])
    page.goto(EDITION)
    expect(page.locator("html")).to_have_attribute("data-invullen", "")
    expect(on).to_be_hidden()
    hold(page, {"gedrag": "belt dinsdag"}, EDITION)
    expect(on).to_be_in_viewport()
    wipe(page)
    expect(on).to_be_hidden()


def test_what_was_noted_while_exploring_leads_back_there(open_page: OpenPage) -> None:
    """A statement to its factor, the goal to its own field, as the text above says of every line."""
    page = open_page(f"{EDITION}afwegen/verkennen/#scherm=1&factor=kennis")
    row = page.locator(".factor[data-factor=kennis]")
    row.locator("textarea").first.fill("weet de weg niet")
    row.locator("[value=gezegd]").first.check()
    page.goto(f"{EDITION}afwegen/verkennen/#scherm=2")
    page.fill("#doel", "weer bouwen")
    page.goto(CASUS)
    links = page.locator("[data-groep] .hulp a").evaluate_all("all => all.map(one => one.hash)")
    assert sorted(links) == ["#factor=kennis", "#vraag=doel"]
