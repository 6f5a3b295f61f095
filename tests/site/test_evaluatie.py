"""The evaluation instrument on the screen: each form filled in, read back, refused, wiped and printed in a browser."""

import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.site.axe import Violations
from tests.site.browser import OpenPage, View
from tests.site.hands import Quick
from tests.site.pages import EDITIONS
from tests.site.paper import sheets, squeezed
from tests.site.server import Server
from tests.site.storage import MARK, kept, wipe
from tests.turns import mainly

EDITION = next(iter(EDITIONS))
CASUS, BLAD = f"{EDITION}afwegen/jullie-casus/", f"{EDITION}inwoner/uw-blad/"
KIJKEN, INZET, ZELFSCAN, VERSLAG = (
    f"{EDITION}instrumenten/{name}/" for name in ("samen-kijken", "inzet-terugblik", "zelfscan", "voortgang")
)
OURS = {("sessionStorage", f"leidraad.{name}") for name in ("casus", "teamoogst", "zelfscan")}
KEPT_TEXTS = Path(__file__).with_name("oude-teksten")
PRIVE = "geheim woord van een inwoner"
STATE = "form => form.state"
# Each dot of a drawing as the day under it and the word beside it.
DRAWN = """svg => {
  const off = (element, axis, at) => Math.abs(element.getAttribute(axis) - at);
  const near = (list, axis, at) => list.reduce((a, b) => off(b, axis, at) < off(a, axis, at) ? b : a).textContent;
  const words = [...svg.querySelectorAll("text:not([class])")], days = [...svg.querySelectorAll(".keer")];
  const place = dot => [near(days, "x", dot.getAttribute("cx")), near(words, "y", dot.getAttribute("cy"))];
  return [...svg.querySelectorAll("circle")].map(place);
}"""


def press(page: Page, doe: str, within: str = "") -> None:
    """Press a button of a form."""
    Quick(page).click(f"{within} [data-doe={doe}]:visible")


def choose(page: Page, **words: str) -> None:
    """Pick a word per factor."""
    for factor, word in words.items():
        Quick(page).check(f"[id='woord.{factor}--{word}']")


def look(page: Page, day: str, **words: str) -> None:
    """Fill in one moment and record it."""
    Quick(page).fill("[name=datum]", day)
    choose(page, **words)
    press(page, "leg-vast")


def begin(page: Page, *factoren: str) -> None:
    """Say what is looked at."""
    Quick(page).fill("[name=gedrag]", "belt dinsdag twee bedrijven")
    for factor in factoren:
        Quick(page).check(f"#factor--{factor}")


def fill_kijken(page: Page) -> None:
    """Three moments, with everything filled in at the last."""
    begin(page, "kennis", "houding")
    look(page, "2026-09-01", kennis="een-beetje", houding="zeg-niet")
    press(page, "nog-een")
    look(page, "2026-10-01", kennis="weet-niet", houding="redelijk")
    press(page, "nog-een")
    Quick(page).fill("[name=datum]", "2026-11-01")
    for name in ("merkt", "hielp", "stap", "gezien", "anders"):
        Quick(page).fill(f"[name={name}]", f"{PRIVE} [{name}]: ja")
    Quick(page).check("#gebeurd--training")
    choose(page, kennis="redelijk", houding="helemaal")
    press(page, "leg-vast")


def fill_inzet(page: Page) -> None:
    """Two activities."""
    for number, (activiteit, factor) in enumerate((("als-danplan", "kennis"), ("bedrijfsbezoek", "houding")), 1):
        Quick(page).select(f"inzet-formulier #inzet-activiteit-{number}", activiteit)
        Quick(page).select(f"inzet-formulier #inzet-factor-{number}", factor)
        Quick(page).check(f"inzet-formulier #inzet-vaak--vaker-{number}")
        Quick(page).check(f"inzet-formulier #inzet-richting--gelijk-{number}")
        Quick(page).fill(f"inzet-formulier #inzet-leerde-{number}", PRIVE)
        if number == 1:
            press(page, "nog-een", "inzet-formulier")
    Quick(page).fill("inzet-formulier #inzet-anders", PRIVE)


def fill_zelfscan(page: Page) -> None:
    """Both times, every statement."""
    for keer, place in (("eerste", 1), ("tweede", 3)):
        Quick(page).click(f"[data-doe=vul][value={keer}]")
        page.evaluate("n => document.querySelectorAll('.uitspraak').forEach(f => f.elements[n].click())", place)
        press(page, "klaar")


FORMS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "samen-kijken": (KIJKEN, fill_kijken),
    "inzet-formulier": (INZET, fill_inzet),
    "zelfscan-formulier": (ZELFSCAN, fill_zelfscan),
}


def filled(open_page: OpenPage, element: str, **options: Any) -> Page:
    """Open a form and fill it in."""
    address, fill = FORMS[element]
    page = open_page(address, **options)
    fill(page)
    return page


def state(page: Page, element: str) -> Any:
    """Return what a form holds."""
    return page.locator(element).evaluate(STATE)


def text(page: Page, element: str) -> str:
    """Return the text with stable words that a form made in an earlier edition, as if it were made today."""
    told = (KEPT_TEXTS / f"{element}.txt").read_text("utf-8")
    return told.replace("2026-11-28", page.evaluate("new Date().toLocaleDateString('sv')"))


def file_of(page: Page, element: str, path: Path, content: Any) -> Path:
    """Write a file of a form, as an edition before the case made it."""
    naam = page.locator(element).get_attribute("data-formulier")
    file = {"formaat": "leidraad-gewogen-maatwerk", "soort": naam, "versie": 1, "inhoud": content}
    path.write_text(json.dumps(file), "utf-8")
    return path


def test_an_earlier_word_comes_back_only_after_the_new_one(open_page: OpenPage) -> None:
    """While a word is picked, no earlier word, table or drawing is on the page."""
    page = open_page(KIJKEN)
    begin(page, "kennis")
    look(page, "2026-09-01", kennis="grotendeels")
    expect(page.locator(".keren table")).to_contain_text("grotendeels")
    press(page, "nog-een")
    expect(page.locator(".keren")).to_be_hidden()
    expect(page.locator(".eerder")).to_be_visible()
    assert page.locator(".schaal-keuze input:checked").count() == 0
    choose(page, kennis="redelijk")
    press(page, "leg-vast")
    assert page.locator(".keren tbody tr").first.locator("td").all_text_contents() == ["grotendeels", "redelijk"]


def test_nothing_is_said_of_a_direction_before_three_words(open_page: OpenPage) -> None:
    """«Weet ik nog niet» and «zeg ik liever niet» are no words; from three on the first and the last are named."""
    page = open_page(KIJKEN)
    fill_kijken(page)
    assert all("nog geen drie keer" in said for said in page.locator("figcaption").all_text_contents())
    press(page, "nog-een")
    look(page, "2026-11-10", kennis="grotendeels", houding="helemaal")
    assert page.locator("figcaption").all_text_contents() == [
        "Houding («Dit is voor mij de moeite waard»): van «redelijk» naar «helemaal».",
        "Kennis («Ik weet genoeg om dit te doen»): van «een beetje» naar «grotendeels».",
    ]


def test_a_second_look_on_one_day_comes_with_the_first(open_page: OpenPage) -> None:
    """A day that was looked at already is no other moment: the field says so, and one press brings both together."""
    page = open_page(KIJKEN)
    begin(page, "kennis", "houding")
    page.fill("[name=hielp]", "samen bellen")
    look(page, "2026-09-01", kennis="een-beetje")
    press(page, "nog-een")
    page.fill("[name=hielp]", "een lijstje")
    look(page, "2026-09-01", houding="redelijk")
    expect(page.locator(".fout")).to_contain_text("Op deze dag keken jullie al")
    page.get_by_role("button", name="Verander dat moment").click()
    expect(page.locator(".fouten")).to_be_hidden()
    assert page.input_value("[name=hielp]") == "samen bellen\neen lijstje"
    press(page, "leg-vast")
    assert page.locator(".keren thead th").all_text_contents() == ["1 september 2026"]
    assert page.locator(".keren tbody td").all_text_contents()[:2] == ["redelijk", "een beetje"]


def test_a_day_that_was_looked_at_is_no_other_moment(open_page: OpenPage) -> None:
    """Another day is one; and a moment cannot be moved to a day that has one."""
    page = open_page(KIJKEN)
    begin(page, "kennis")
    look(page, "2026-09-01", kennis="een-beetje")
    press(page, "nog-een")
    look(page, "2026-10-01", kennis="redelijk")
    page.locator("[data-doe=wijzig]").nth(1).click()
    look(page, "2026-09-01")
    expect(page.locator(".fout")).to_contain_text("Op deze dag keken jullie al")
    look(page, "2026-10-02")
    assert page.locator(".keren thead th").all_text_contents() == ["1 september 2026", "2 oktober 2026"]


def test_a_moment_that_moves_to_the_day_of_another_is_one_with_it(open_page: OpenPage) -> None:
    """Its words stand in one moment, also when that moves on; and who lets it be finds both as they were."""
    page = open_page(KIJKEN)
    begin(page, "kennis")
    for day, word in (("2026-09-01", "een-beetje"), ("2026-10-01", "redelijk"), ("2026-11-01", "helemaal")):
        look(page, day, kennis=word)
        press(page, "nog-een")
    press(page, "laat")
    before = state(page, "samen-kijken")["momenten"]
    for last in ("laat", "leg-vast"):
        page.locator("[data-doe=wijzig]").nth(1).click()
        look(page, "2026-11-01")
        page.locator(".fout").get_by_role("button").click()
        if last == "leg-vast":
            page.fill("[name=datum]", "2026-11-02")
        press(page, last)
        if last == "laat":
            assert state(page, "samen-kijken")["momenten"] == before
    days = page.locator(".keren thead th")
    assert days.all_text_contents() == ["1 september 2026", "2 november 2026"]
    assert page.locator(".keren tbody td").all_text_contents()[:2] == ["een beetje", "redelijk"]


def test_one_day_in_a_file_of_before_is_no_course(open_page: OpenPage, tmp_path: Path) -> None:
    """Three moments of one day, without a field that came later, say nothing of a direction, here and in the text."""
    page = filled(open_page, "samen-kijken")
    content = state(page, "samen-kijken")
    for moment in content["momenten"]:
        moment |= {"datum": "2026-09-01", "woorden": {"kennis": "redelijk"}}
        del moment["anders"]
    path = file_of(page, "samen-kijken", tmp_path / "oud.json", content)
    page.locator("samen-kijken .mee summary").click()
    page.locator("samen-kijken [type=file]").set_input_files(path)
    expect(page.locator("samen-kijken .melding")).to_contain_text("Geopend.")
    expect(page.locator("figcaption").last).to_contain_text("nog geen drie keer")
    page.locator("[data-doe=wijzig]").first.click()
    press(page, "leg-vast")
    assert "undefined" not in page.locator("samen-kijken").inner_text()
    page.goto(VERSLAG)
    told = page.input_value("#casus-tekst")
    assert "het woord «redelijk».\n" in told
    assert "hetzelfde woord" not in told


def test_a_moment_that_was_taken_away_can_be_put_back(open_page: OpenPage) -> None:
    """One press brings it back, with its words; the button has the focus."""
    page = filled(open_page, "samen-kijken")
    before = state(page, "samen-kijken")
    page.locator("[data-doe=haal-weg]").nth(1).click()
    assert page.locator(".keren thead th").count() == 2
    back = page.get_by_role("button", name="Zet terug wat er stond")
    expect(back).to_be_focused()
    back.click()
    assert state(page, "samen-kijken") == before
    assert page.locator(".keren thead th").count() == 3


ANOTHER = "async gedrag => (await import(new URL('../../assets/lib/casus.js', location.href))).wijzig({ gedrag })"


def test_a_word_stays_with_the_behaviour_that_it_was_given_for(open_page: OpenPage) -> None:
    """Under another behaviour it stands apart; the text names the behaviour, the resident's sheet leaves it out."""
    page = open_page(KIJKEN)
    begin(page, "kennis")
    look(page, "2026-09-01", kennis="grotendeels")
    page.fill("[name=gedrag]", "loopt woensdag mee")
    tables = page.locator(".keren table")
    expect(tables).to_have_text(re.compile("Het ging om.*belt dinsdag twee bedrijven.*grotendeels"))
    expect(page.locator("figcaption")).to_have_count(0)
    press(page, "nog-een")
    page.fill("[name=hielp]", "een lijstje")
    look(page, "2026-09-01", kennis="redelijk")
    expect(tables).to_have_count(2)
    expect(tables.first).not_to_contain_text("grotendeels")
    expect(tables.last).not_to_contain_text("redelijk")
    expect(page.locator("figcaption")).to_have_count(1)
    tables.last.locator("[data-doe=wijzig]").click()
    expect(page.locator(".schaal-keuze:visible legend")).to_contain_text("belt dinsdag twee bedrijven")
    press(page, "leg-vast")
    expect(tables.last).to_contain_text("grotendeels")
    tables.first.locator("[data-doe=wijzig]").click()
    look(page, "2026-09-02")
    page.goto(VERSLAG)
    told = page.locator("#casus-tekst")
    expect(told).to_have_value(re.compile("het woord «redelijk».\n"))
    expect(told).not_to_have_value(re.compile("Het ging toen om"))
    page.evaluate(ANOTHER, "belt vrijdag zelf")
    page.reload()
    expect(told).to_have_value(re.compile("«redelijk». Het ging toen om: «loopt woensdag mee».\n"))
    expect(told).to_have_value(re.compile("Wat hielp: een lijstje. Het ging toen om: «loopt woensdag mee».\n"))
    page.goto(BLAD)
    part = page.locator("[data-deel=woorden]")
    expect(part).to_be_hidden()
    page.evaluate(ANOTHER, "loopt woensdag mee")
    expect(part).to_contain_text("Dit zei u op 2 september 2026")


def test_who_only_corrects_the_behaviour_says_that_it_is_the_same(open_page: OpenPage) -> None:
    """One press, for all the moments that were about it."""
    page = open_page(KIJKEN)
    begin(page, "kennis")
    look(page, "2026-09-01", kennis="grotendeels")
    press(page, "nog-een")
    look(page, "2026-09-08", kennis="redelijk")
    page.fill("[name=gedrag]", "")
    tables = page.locator(".keren table")
    expect(tables).to_contain_text("Het ging om")
    expect(tables.get_by_role("button", name="Dit is hetzelfde gedrag")).to_have_count(0)  # as which?
    page.fill("[name=gedrag]", "belt dinsdag om tien uur twee bedrijven")
    tables.get_by_role("button", name="Dit is hetzelfde gedrag 1 september 2026").click()
    expect(page.locator(".keren h3")).to_be_focused()
    expect(tables).not_to_contain_text("Het ging om")
    expect(tables).to_have_text(re.compile("grotendeels.*redelijk"))
    expect(tables.get_by_role("button", name="Dit is hetzelfde gedrag")).to_have_count(0)


def test_a_moment_of_before_is_about_the_behaviour_of_now(open_page: OpenPage) -> None:
    """What an earlier edition kept says no behaviour, and is read as it was."""
    page = open_page(KIJKEN)
    moment = {"datum": "2026-09-01", "woorden": {"kennis": "redelijk"}, "gebeurd": []}
    kept_then = {"factoren": ["kennis"], "momenten": [moment], "bezig": None}
    page.evaluate(
        "async vellen => (await import(new URL('../../assets/lib/casus.js', location.href)))"
        ".wijzig({ gedrag: 'belt dinsdag', vellen })",
        {"samen-kijken": kept_then},
    )
    page.reload()
    expect(page.locator(".keren table")).to_contain_text("redelijk")
    expect(page.locator(".keren")).not_to_contain_text("Het ging om")
    page.goto(BLAD)
    expect(page.locator("[data-deel=woorden]")).to_contain_text("Dit zei u op 1 september 2026")


def test_paper_has_no_ring_around_the_field_that_has_the_focus(open_page: OpenPage) -> None:
    """It is for who fills in: a field that is printed is one like the others."""
    page = open_page(KIJKEN)
    page.focus("[name=gedrag]")
    ring = """() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.querySelector("[name=gedrag]:focus"));
      return outlineStyle !== "none" && outlineWidth !== "0px";
    }"""
    assert page.evaluate(ring)
    page.locator("samen-kijken").evaluate("form => form.toggleAttribute('data-print', true)")  # as its button does
    page.emulate_media(media="print")
    expect(page.locator("[name=gedrag]")).to_be_visible()
    assert not page.evaluate(ring)


def test_both_are_heard_in_the_text(open_page: OpenPage) -> None:
    """Who does not know it yet is told beside what the other saw; a wish to say nothing goes along when chosen."""
    page = open_page(KIJKEN)
    begin(page, "kennis", "houding")
    for name in ("gezien", "anders"):
        page.fill(f"[name={name}]", f"dit staat bij {name}")
    look(page, "2026-11-01", kennis="weet-niet", houding="zeg-niet")
    page.goto(VERSLAG)
    told = page.locator("#casus-tekst")
    expect(told).to_have_value(
        re.compile(r"zei op 1 november 2026 over kennis \(«Ik weet genoeg om dit te doen»\): «Dat weet ik nog niet.»\n")
    )
    expect(told).to_have_value(re.compile("Waar we het anders zien: dit staat bij anders"))
    expect(told).to_have_value(re.compile("zag: dit staat bij gezien"))
    expect(told).not_to_have_value(re.compile("houding"))
    page.check(".vakjes input[value='momenten.houding']")
    expect(told).to_have_value(re.compile(r"over houding \(.*\): «Dat zeg ik liever niet.»"))


def test_words_only(open_page: OpenPage) -> None:
    """Nowhere a percentage, a total, an average or an arrow; the caveats stand on screen."""
    page = filled(open_page, "samen-kijken")
    shown = page.locator(".keren").inner_text()
    assert not re.search(r"%|gemiddeld|totaal|score|[↑↓→▲▼]", shown)
    assert "kan toeval zijn" in shown


def test_the_drawing_holds_what_the_table_holds(open_page: OpenPage) -> None:
    """A dot for each word of the scale in the table, at that word and that day; none for the other answers."""
    page = filled(open_page, "samen-kijken")
    for number, factor in enumerate(("Houding", "Kennis")):
        cells = page.locator(".keren tbody tr").nth(number).locator("td").all_text_contents()
        drawn = page.locator(".plaatje").nth(number).evaluate(DRAWN)
        on_scale = [cell for cell in cells if cell and not cell.startswith("Dat ")]
        assert [word for _, word in drawn] == on_scale, factor
        days = page.locator(".keren thead th").all_text_contents()
        assert [day[:5] for day, _ in drawn] == [days[i][:5] for i, cell in enumerate(cells) if cell in on_scale]


def test_mistakes_are_all_said_at_once_and_nothing_is_lost(open_page: OpenPage) -> None:
    """Six factors and a day that must still come: both are named, the list has the focus, the answers stay."""
    page = open_page(KIJKEN)
    factoren = page.locator("[name=factor]")
    for number in range(6):
        factoren.nth(number).check()
    page.fill("[name=datum]", "2999-01-01")
    page.fill("[name=merkt]", "blijft staan")
    press(page, "leg-vast")
    box = page.locator(".fouten")
    assert box.locator("a").all_text_contents() == [
        "Kies één tot vijf factoren.",
        "Deze dag moet nog komen. Kies vandaag of eerder.",
    ]
    expect(box).to_be_focused()
    assert page.input_value("[name=merkt]") == "blijft staan"
    page.fill("[name=datum]", "")
    factoren.nth(0).uncheck()
    press(page, "leg-vast")
    assert box.locator("a").all_text_contents() == ["Vul een dag in die bestaat."]
    box.locator("a").click()
    expect(page.locator("[name=datum]")).to_be_focused()


def test_a_moment_can_be_changed_taken_away_and_typed_in_from_paper(open_page: OpenPage) -> None:
    """An earlier day comes in its place; changing shows its own words; without moments the form is back."""
    page = open_page(KIJKEN)
    begin(page, "kennis")
    look(page, "2026-10-01", kennis="redelijk")
    press(page, "nog-een")
    look(page, "2026-09-01", kennis="een-beetje")
    days = page.locator(".keren thead th")
    assert days.all_text_contents() == ["1 september 2026", "1 oktober 2026"]
    page.locator("[data-doe=wijzig]").nth(1).click()
    assert page.locator(".schaal-keuze input:checked").get_attribute("value") == "redelijk"
    look(page, "2026-10-02", kennis="helemaal")
    assert days.all_text_contents() == ["1 september 2026", "2 oktober 2026"]
    for _ in range(2):
        page.locator("[data-doe=haal-weg]").first.click()
    expect(page.locator(".moment")).to_be_visible()


def harvest(page: Page) -> str:
    """Return what a team takes along."""
    told: str = page.locator("teamoogst-formulier").evaluate("form => form.text")
    return told


def test_a_line_below_five_cases_does_not_count(open_page: OpenPage) -> None:
    """Four strokes go nowhere; the fifth lets the line go along, without a number; there is no file."""
    page = open_page(INZET)
    page.select_option("teamoogst-formulier #oogst-activiteit-1", "als-danplan")
    page.fill("teamoogst-formulier #oogst-leerde-1", "Samen opschrijven helpt")
    for direction in (0, 0, 1, 3):
        page.locator("teamoogst-formulier [data-doe=streep]").nth(direction).click()
    assert "Samen opschrijven helpt" not in harvest(page)
    expect(page.locator(".turf__stand")).to_contain_text("telt niet")
    page.locator("teamoogst-formulier [data-doe=streep]").nth(0).click()
    expect(page.locator(".turf__stand")).to_contain_text("Vijf gevallen of meer")
    told = harvest(page)
    assert "Samen opschrijven helpt" in told
    assert not set("[]{}") & set(told)
    assert "vooruit, gelijk, weten we niet" in told
    assert not re.search(r"\b[1-9]\b", told.split("ALS-DANPLAN")[1])
    assert page.locator("teamoogst-formulier [data-doe=bewaar], teamoogst-formulier [type=file]").count() == 0
    page.locator("teamoogst-formulier [data-doe=gum]").nth(3).click()
    expect(page.locator("teamoogst-formulier [data-doe=streep]").nth(3)).to_be_focused()
    assert "Samen opschrijven helpt" not in harvest(page)


@pytest.mark.parametrize(
    ("leerpunt", "goes"),
    [("ik vraag eerder door", True), ("ik bel 06 12345678 eerder", False)],
    ids=["gewoon", "nummer"],
)
def test_a_team_takes_of_the_case_only_what_nobody_can_be_found_by(
    open_page: OpenPage, leerpunt: str, goes: bool
) -> None:
    """Activity, factor and direction, a stroke each, once; no word, behaviour or day; a plain learning point."""
    page = open_page(INZET)
    expect(page.locator("[data-neem]")).to_be_hidden()
    page.fill("inzet-formulier #inzet-gedrag", "belt dinsdag de bakker")
    fill_inzet(page)
    keep = (
        "async (leerpunt) => (await import(new URL('../../assets/lib/casus.js', location.href))).wijzig({ leerpunt })"
    )
    page.evaluate(keep, leerpunt)
    page.get_by_role("button", name="Tel jullie casus mee").click()
    expect(page.locator("teamoogst-formulier .melding")).to_contain_text("Overgenomen")
    expect(page.locator("[data-neem]")).to_be_hidden()
    rows = state(page, "teamoogst-formulier")["regels"]
    assert [(row["activiteit"], row["factor"], row["gelijk"]) for row in rows] == [
        ("als-danplan", "kennis", "1"),
        ("bedrijfsbezoek", "houding", "1"),
    ]
    assert rows[0]["leerde"] == (leerpunt if goes else "")
    assert ("Het leerpunt ging niet mee" in page.locator("teamoogst-formulier .melding").inner_text()) is not goes
    kept_of_team = page.evaluate("sessionStorage.getItem('leidraad.teamoogst /')")
    assert PRIVE not in kept_of_team
    assert "bakker" not in kept_of_team
    page.reload()
    expect(page.locator("[data-neem]")).to_be_hidden()


def test_the_word_effect_is_not_used(open_page: OpenPage) -> None:
    """What changed is called a change after deployment, on the screen and in the text of the case."""
    page = filled(open_page, "inzet-formulier")
    shown = page.locator("inzet-formulier").inner_text()
    page.goto(VERSLAG)
    shown += page.locator("casus-formulier").evaluate("form => form.text")
    page.goto(INZET)
    assert "effect" not in shown.lower()
    assert "verandering na inzet" in shown.lower()
    assert page.locator("inzet-formulier .overzicht tbody tr").count() == 2
    page.locator("inzet-formulier [data-doe=haal-weg]").first.click()
    assert page.locator("inzet-formulier .overzicht tbody tr").all_inner_texts()[0].startswith("Bedrijfsbezoek")


def test_the_self_scan_has_a_profile_and_no_mark(open_page: OpenPage) -> None:
    """Per subject the words, first and second time; the first is gone while the second is filled in; no number."""
    page = open_page(ZELFSCAN)
    page.click("[data-doe=vul][value=eerste]")
    page.locator(".uitspraak input").nth(1).check()
    press(page, "klaar")
    page.click("[data-doe=vul][value=tweede]")
    expect(page.locator(".profiel")).to_be_hidden()
    assert page.locator(".uitspraak input:checked").count() == 0
    page.locator(".uitspraak input").nth(2).check()
    press(page, "klaar")
    assert page.locator(".profiel tbody tr").first.locator("td").all_text_contents() == ["een beetje", "redelijk"]
    assert page.locator(".profiel tbody tr").count() == page.locator(".plaatje").count() == 8
    assert "niet gevalideerd" in page.locator(".profiel .let-op").inner_text()


def test_the_text_of_the_self_scan_has_no_codes(open_page: OpenPage) -> None:
    """Each statement with its word, under the time and its day; no stable word and no bracket."""
    page = filled(open_page, "zelfscan-formulier")
    told: str = page.locator("zelfscan-formulier").evaluate("form => form.text")
    assert re.search(r"^DE EERSTE KEER, \d+ [A-Z]+ \d{4}$", told, re.MULTILINE)
    assert "- Ik overweeg minstens één alternatief: een beetje\n" in told
    assert not set("[]{}") & set(told)
    assert not re.search(r"[a-z]-[a-z]+\.\d", told)


def test_the_report_holds_the_forms_and_loses_what_is_unticked(open_page: OpenPage) -> None:
    """In the facets of willen and kunnen; no answer that was not given; a line without its tick stays behind."""
    page = filled(open_page, "samen-kijken")
    page.goto(INZET)
    expect(page.locator("[data-uit-casus=gedrag]")).to_be_visible()
    fill_inzet(page)
    page.goto(VERSLAG)
    told = page.input_value("#casus-tekst")
    willen, kunnen = told.index("\nWillen\n"), told.index("\nKunnen\n")
    assert (
        willen
        < told.index("koos op 1 november 2026 bij houding («Dit is voor mij de moeite waard») het woord «helemaal».")
        < kunnen
    )
    assert kunnen < told.index("bij kennis («Ik weet genoeg om dit te doen») het woord «redelijk».")
    assert "Ingezet: «Als-danplan», voor kennis. Dat gebeurde vaker. Verandering na inzet: gelijk gebleven." in told
    assert "niet op" not in told
    assert "weet ik" not in told
    page.locator(".vakjes input").first.uncheck()
    assert "belt dinsdag" not in page.input_value("#casus-tekst")
    assert "belt dinsdag" not in page.locator(".gesprekspapier").inner_text()


@pytest.mark.parametrize("word", ["zeg-niet", "weet-niet"])
def test_a_word_of_before_does_not_stand_in_for_one_that_was_not_given(open_page: OpenPage, word: str) -> None:
    """Who would rather not say it at the last moment, or does not know, has no word of the scale in the text."""
    page = open_page(KIJKEN)
    begin(page, "kennis", "houding")
    look(page, "2026-09-01", kennis="een-beetje", houding="redelijk")
    press(page, "nog-een")
    look(page, "2026-10-01", kennis=word, houding="helemaal")
    for address in (VERSLAG, CASUS):
        page.goto(address)
        expect(page.locator("#casus-tekst")).to_have_value(re.compile("bij houding .* het woord «helemaal»"))
        assert "bij kennis" not in page.input_value("#casus-tekst")
        assert "een beetje" not in page.input_value("#casus-tekst")


def test_where_nothing_is_kept_that_is_said_with_what_else_is_said(open_page: OpenPage) -> None:
    """A moment that was recorded is recorded on this page alone."""
    page = open_page(EDITION, own=True)
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('dicht') } })")
    page.goto(KIJKEN)
    begin(page, "kennis")
    look(page, "2026-09-01", kennis="een-beetje")
    expect(page.locator(".melding")).to_contain_text("ligt vast")
    expect(page.locator(".melding")).to_contain_text("Je browser bewaart niet wat je nu invult")


def test_the_small_step_of_a_moment_is_agreed(open_page: OpenPage) -> None:
    """It stands on the sheet for the resident, unless it is left out; in the next conversation it is of before."""
    page = open_page(KIJKEN)
    begin(page, "kennis")
    Quick(page).fill("[name=stap]", "donderdag samen bellen")
    look(page, "2026-09-01", kennis="een-beetje")
    sheet = page.locator("inwoner-papier")
    page.goto(BLAD)
    expect(sheet).to_contain_text("De volgende kleine stap")
    expect(sheet).to_contain_text("Donderdag samen bellen.")
    expect(sheet.get_by_text("ruimte om samen afspraken")).to_be_visible()
    page.emulate_media(media="print")
    expect(sheet.locator("[data-open=kijken-op]")).to_be_visible()
    expect(sheet.locator("[data-open=stap]")).to_be_hidden()  # there is one
    page.emulate_media(media="screen")
    page.goto(CASUS)
    box = page.locator(".vakjes input[value='momenten.stap']")
    box.uncheck()
    page.goto(BLAD)
    expect(sheet).not_to_contain_text("onderdag samen bellen")
    page.goto(CASUS)
    box.check()
    page.locator("details:has(#volgend-gesprek) > summary").click()
    press(page, "volgend")
    expect(page.locator(".volgend h3")).to_be_focused()  # it is done
    page.goto(BLAD)
    expect(sheet.locator("[data-deel=vorige]")).to_have_text(re.compile("Donderdag samen bellen."))
    expect(sheet.locator("[data-deel=kleine-stap]")).to_be_hidden()


@pytest.mark.parametrize("element", FORMS)
def test_a_text_and_a_file_bring_everything_back(open_page: OpenPage, element: str, tmp_path: Path) -> None:
    """Pasted or opened, a form holds what it held; and what stood there, where something did, can be put back."""
    page = filled(open_page, element)
    before, told = state(page, element), text(page, element)
    path = file_of(page, element, tmp_path / "bestand.json", before)
    press(page, "leeg", element)
    assert state(page, element) != before
    page.locator(f"{element} .mee summary").click()
    page.locator(f"{element} [type=file]").set_input_files(path)
    expect(page.locator(f"{element} .melding")).to_contain_text("Geopend.")
    assert state(page, element) == before
    back = page.locator(f"{element} [data-doe=terug]")
    expect(back).to_have_count(1 if element == "samen-kijken" else 0)  # there the behaviour of the case stood
    page.locator(element).evaluate(
        """form => {
          const { momenten, regels, keren } = structuredClone(form.state);
          (momenten ?? regels)?.pop();
          delete keren?.tweede;
          form.state = JSON.parse(JSON.stringify({ ...form.state, momenten, regels, keren }));
        }"""
    )
    page.locator(f"{element} .mee textarea").fill(told.replace("\n", "\r\n   "))
    press(page, "plak", element)
    expect(page.locator(f"{element} .melding")).to_contain_text("Ingelezen.")
    for moment in before.get("momenten", []):
        moment.update(anders="", gedrag="")  # fields that came later
    assert json.dumps(state(page, element)).replace("(", "[").replace(")", "]") == json.dumps(before)
    press(page, "terug", element)
    assert state(page, element) != before


# What stays of each form whatever else is unknown.
KEPT = {"samen-kijken": PRIVE, "inzet-formulier": PRIVE, "zelfscan-formulier": '"beeldvorming.2"'}

# What is changed in a sound state, for each form; each must be refused.
DAMAGE: dict[str, tuple[str, ...]] = {
    "samen-kijken": (
        "s.gedrag = 3",
        "s.factoren = [3]",
        "s.momenten[0].datum = 3",
        "s.momenten[0].woorden = { kennis: {} }",
        "s.momenten[0].gebeurd = [null]",
        "s.momenten = {}",
        "delete s.momenten[1].merkt",
        "s.bezig = 'nee'",
    ),
    "inzet-formulier": ("s.regels = []", "s.regels[0].leerde = {}", "delete s.los.anders", "s.regels = 'x'"),
    "zelfscan-formulier": (
        "s.keren.derde = 'x'",
        "delete s.keren.eerste.datum",
        "s.keren.eerste.woorden = { 'plan.1': 8 }",
        "s.nu = 3",
        "s.keren = []",
    ),
}


# What no longer exists, or never did, put in a sound state of each form: where, and how it is named.
STRANGE: dict[str, dict[str, str]] = {
    "samen-kijken": {
        "s.factoren.push('verdwenen')": "factoren: verdwenen",
        "s.momenten[0].woorden.houding = 'blauw'": "1.woord.houding: blauw",
        "s.momenten[0].woorden.verdwenen = 'redelijk'": "1.woord.verdwenen: redelijk",
        "s.momenten[1].gebeurd = ['ziek']": "2.gebeurd: ziek",
        "s.momenten[2].datum = '2026-02-31'": "3.datum: 2026-02-31",
    },
    "inzet-formulier": {
        "s.regels[1].activiteit = 'verdwenen'": "2.activiteit: verdwenen",
        "s.regels[0].richting = 'schuin'": "1.richting: schuin",
    },
    "zelfscan-formulier": {
        "s.keren.derde = s.keren.eerste": "derde",
        "s.keren.tweede.datum = 'gisteren'": "tweede.datum: gisteren",
        "s.keren.eerste.woorden['beeldvorming.1'] = 'acht'": "eerste.beeldvorming.1: acht",
        "s.keren.eerste.woorden['beeldvorming.99'] = 'soms'": "eerste.beeldvorming.99: soms",
    },
}
# Only a file can hold these: keys of a later version.
KEYS = {
    "samen-kijken": {"s.later = 'x'": "later", "s.momenten[1].later = 'x'": "2.later"},
    "inzet-formulier": {"s.los.later = 'x'": "later", "s.regels[1].later = 'x'": "2.later"},
    "zelfscan-formulier": {"s.keren.eerste.later = 'x'": "eerste.later"},
}


def text_with(told: str, changes: dict[str, str]) -> str:
    """Return a text of a form in which what does not exist stands as well; a line of the same key gives way."""
    lines = told.splitlines()
    for named in changes.values():
        key, _, value = named.partition(": ")
        key = key if value else f"{key}.beeldvorming.1"
        lines = [line for line in lines if f"[{key}: " not in line or key == "factoren"]
        lines.append(f"- Iets [{key}: {value or 'soms'}]")
    return "\n".join(lines)


@pytest.mark.parametrize("element", FORMS)
def test_one_unknown_answer_does_not_cost_the_rest(open_page: OpenPage, element: str, tmp_path: Path) -> None:
    """In a file and in a text, each answer that does not exist here is named; all the others come back."""
    page = filled(open_page, element)
    told = text(page, element)
    changed = STRANGE[element] | KEYS[element]
    content = page.locator(element).evaluate(
        f"form => {{ const s = structuredClone(form.state); {'; '.join(changed)}; return s }}"
    )
    path = file_of(page, element, tmp_path / "vreemd.json", content)
    melding = page.locator(f"{element} .melding")
    page.locator(f"{element} .mee summary").click()
    for way, named in (("Geopend.", changed), ("Ingelezen.", STRANGE[element])):
        press(page, "leeg", element)
        if way == "Geopend.":
            page.locator(f"{element} [type=file]").set_input_files(path)
        else:
            page.locator(f"{element} .mee textarea").fill(text_with(told, named))
            press(page, "plak", element)
        expect(melding).to_contain_text(way)
        said = (melding.text_content() or "").partition("Niet herkend: ")[2].partition(". Zet")[0]
        assert sorted(said.removesuffix(". ").split(", ")) == sorted(named.values())
        assert KEPT[element] in json.dumps(state(page, element))
        assert "verdwenen" not in json.dumps(state(page, element))
        assert "undefined" not in page.locator(element).inner_text()


@pytest.mark.parametrize("element", mainly(FORMS, ["samen-kijken"]))
def test_a_damaged_file_is_refused_and_nothing_is_lost(open_page: OpenPage, element: str, tmp_path: Path) -> None:
    """A file whose frame is ours but whose content is not: a plain sentence, and the form as it was."""
    page = filled(open_page, element)
    before = state(page, element)
    page.locator(f"{element} .mee summary").click()
    for number, damage in enumerate(DAMAGE[element]):
        body = f"form => {{ const s = structuredClone(form.state); {damage}; return s }}"
        content = page.locator(element).evaluate(body)
        path = file_of(page, element, tmp_path / f"{number}.json", content)
        page.locator(f"{element} .fouten").evaluate("box => box.replaceChildren()")  # the sentence of the one before
        page.locator(f"{element} [type=file]").set_input_files(path)
        expect(page.locator(f"{element} .fouten"), damage).to_contain_text("Er is niets veranderd.")
        assert state(page, element) == before, damage
    page.locator(f"{element} .mee textarea").fill("Zomaar een verslag.")
    press(page, "plak", element)
    expect(page.locator(f"{element} .fouten")).to_contain_text("geen tekst van een oudere uitgave")


def test_nothing_leaves_and_nothing_is_left(open_page: OpenPage, first_view: Server) -> None:
    """Filled in, nothing is asked of a server, put in an address or kept for longer; wiped, nothing is anywhere."""
    page = open_page(KIJKEN, of=first_view)
    for address, fill in reversed(FORMS.values()):
        page.goto(address)
        asked = len(first_view.requested)
        fill(page)
        assert first_view.requested[asked:] == []
        assert PRIVE not in page.url
    page.goto(INZET)
    page.locator("teamoogst-formulier [data-doe=streep]").first.click()
    page.goto(VERSLAG)
    page.locator(".vakjes input").first.uncheck()
    assert kept(page) == OURS | MARK
    wipe(page)
    assert kept(page) == set()
    for address, _ in FORMS.values():
        page.goto(address)
        assert PRIVE not in page.content()
        values = page.evaluate("[...document.querySelectorAll('textarea')].map(field => field.value)")
        assert set(values) == {""}
        assert page.locator("input:checked").count() == 0


def test_wiping_empties_a_form_that_is_open(open_page: OpenPage) -> None:
    """«Wis alles» on the page of a form leaves it as it was at first."""
    page = filled(open_page, "samen-kijken")
    wipe(page)
    expect(page.locator(".keren")).to_be_hidden()
    assert page.input_value("[name=gedrag]") == ""
    assert kept(page) == set()


def test_a_form_by_keyboard_alone(open_page: OpenPage) -> None:
    """From the behaviour to the words next to each other, with Tab, space and Enter."""
    page = open_page(KIJKEN)
    page.locator("[name=gedrag]").focus()
    page.keyboard.type("belt twee bedrijven")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.doe") == "leg-vast":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".keren h3")).to_be_focused()
    assert page.locator(".keren tbody td").first.text_content() == "een beetje"


@pytest.mark.parametrize("element", FORMS)
def test_no_state_of_a_form_has_a_violation(
    open_page: OpenPage, element: str, views: tuple[View, ...], violations: Violations
) -> None:
    """Empty, filled in, and with its messages, in both palettes and widths; under --alles in each pair."""
    page = open_page(FORMS[element][0])
    found = violations(page, views, element)
    FORMS[element][1](page)
    found |= violations(page, views, element)
    page.locator(f"{element} .mee summary").click()
    page.locator(f"{element} .mee textarea").fill("Zomaar een verslag.")
    press(page, "plak", element)
    found |= violations(page, views)
    press(page, "leeg", element)
    assert found | violations(page, views, element) == set()


def test_the_other_states_have_no_violation(
    open_page: OpenPage, views: tuple[View, ...], violations: Violations
) -> None:
    """A refused moment, a tally sheet, and the report with and without lines."""
    page = open_page(VERSLAG)
    found = violations(page, views)
    page.goto(KIJKEN)
    press(page, "leg-vast")
    found |= violations(page, views)
    fill_kijken(page)
    page.goto(INZET)
    page.locator("teamoogst-formulier [data-doe=streep]").first.click()
    found |= violations(page, views, "teamoogst-formulier")
    page.goto(VERSLAG)
    assert found | violations(page, views) == set()


@pytest.mark.parametrize("element", FORMS)
def test_a_form_fits_on_a_narrow_screen(open_page: OpenPage, element: str) -> None:
    """At 320 px nothing sticks out; what is wide scrolls in its own frame."""
    page = filled(open_page, element, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("element", FORMS)
def test_a_filled_form_prints_alone(open_page: OpenPage, element: str) -> None:
    """On paper stand whose it is, what was filled in, the edition and the closing sentence, without buttons."""
    page = filled(open_page, element)
    page.locator(element).evaluate("form => form.toggleAttribute('data-print', true)")
    printed = sheets(page.pdf(format="A4"))
    said = "".join(printed)
    assert squeezed(EDITIONS[EDITION].naam) in said
    assert squeezed(page.locator("h1").inner_text()) in printed[0]
    whose = page.locator(f"{element} .van-wie")
    expect(whose).to_be_hidden()
    assert squeezed(whose.text_content() or "-") in printed[0]
    assert squeezed("geen grond voor een besluit") in said
    assert squeezed("Kopieer de tekst") not in said
    assert squeezed("Bronnen bij deze pagina") not in said
    assert len(printed) <= 4


@pytest.mark.parametrize("element", mainly(FORMS, ["samen-kijken"]))
def test_druk_af_prints_this_form_alone(open_page: OpenPage, element: str) -> None:
    """The button calls the browser's print, once, with this form marked as what is printed, until printing is over."""
    page = filled(open_page, element)
    page.evaluate("""() => {
      window.geprint = [];
      window.print = () => geprint.push(document.querySelector("[data-print]")?.localName);
    }""")
    press(page, "print", element)
    assert page.evaluate("geprint") == [element]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("[data-print]")).to_have_count(0)


@pytest.mark.parametrize("element", mainly(FORMS, ["samen-kijken"]))
def test_an_empty_form_stays_off_paper(open_page: OpenPage, element: str) -> None:
    """A whole page that is printed takes a form and its heading along only when something is filled in."""
    address, fill = FORMS[element]
    page = open_page(address)
    parts = [page.locator(element), page.locator("#op-dit-scherm")]
    page.emulate_media(media="print")
    assert [part.is_visible() for part in parts] == [False, False]
    page.emulate_media(media="screen")
    fill(page)
    page.emulate_media(media="print")
    assert [part.is_visible() for part in parts] == [True, True]


@pytest.mark.parametrize("element", mainly(FORMS, ["samen-kijken"]))
def test_a_page_with_a_filled_form_prints_the_form(open_page: OpenPage, element: str) -> None:
    """With the browser's own print too, what was filled in comes without the empty worksheet and what lies under it."""
    page = filled(open_page, element)
    printed = "".join(sheets(page.pdf(format="A4")))
    assert squeezed("geen grond voor een besluit") in printed
    assert squeezed("Over dit werkblad") not in printed
    assert squeezed("Bronnen bij deze pagina") not in printed


def test_two_factors_and_two_moments_are_one_sheet(open_page: OpenPage) -> None:
    """The drawings stand beside each other: under each other the second had a sheet of its own."""
    page = open_page(KIJKEN)
    begin(page, "kennis", "houding")
    look(page, "2026-09-01", kennis="een-beetje", houding="redelijk")
    press(page, "nog-een")
    for name in ("merkt", "hielp", "stap", "gezien", "anders"):
        Quick(page).fill(f"[name={name}]", "een zin die zegt wat er te zien was")
    look(page, "2026-10-01", kennis="redelijk", houding="redelijk")
    assert len(sheets(page.pdf(format="A4"))) == 1
    page.emulate_media(media="print")
    expect(page.locator(".waarheen .hulp").first).to_be_hidden()
    assert page.locator("[name=gedrag]").evaluate("field => getComputedStyle(field).resize") == "none"


def test_samen_kijken_is_four_sheets(open_page: OpenPage) -> None:
    """The worksheet and all that belongs to it fit on four sheets of A4."""
    page = open_page(KIJKEN)
    assert len(PdfReader(BytesIO(page.pdf(format="A4"))).pages) <= 4


def test_without_scripts_the_worksheet_is_the_form(open_page: OpenPage) -> None:
    """The form on the screen is not there, and the page says why; the worksheet is."""
    page = open_page(KIJKEN, java_script_enabled=False)
    expect(page.locator("samen-kijken")).to_be_hidden()
    expect(page.locator(".formulier noscript p")).to_be_visible()
    expect(page.locator(".werkblad")).to_be_visible()


@pytest.mark.parametrize("edition", EDITIONS)
def test_where_one_fills_in_it_says_that_closing_loses_it(site: Path, edition: str) -> None:
    """In every form and route, with where it is kept; mostly, since a browser may bring a tab back."""
    told = {
        str(page.relative_to(site)): re.findall(r'<p class="(?:formulier__|gids-)privacy">(.*?)</p>', text)
        for page in (site / edition).rglob("index.html")
        if re.search("<form[^>]* op dit scherm|<gids-stappen", text := page.read_text("utf-8"))
    }
    assert len(told) > 10
    says = re.compile("is meestal weg als (je|u) het tabblad sluit. (Bewaar het|Kopieer dus) ")
    assert {page: lines for page, lines in told.items() if not lines or not all(map(says.search, lines))} == {}
