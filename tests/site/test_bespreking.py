"""The case meeting on a screen: a quiet clock, one round large, all by keyboard; sixty minutes, and whole on paper."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.axe import Violations
from tests.site.browser import VIEWS, OpenPage, View
from tests.site.pages import EDITIONS, FRAMEWORK

ADDRESS = f"{next(iter(EDITIONS))}bespreken/"


@pytest.fixture
def meeting(open_page: OpenPage) -> Iterator[Page]:
    """The page, with a clock that stands still until a test moves it."""
    page = open_page("", own=True)
    page.clock.install(time=0)
    page.goto(ADDRESS)
    yield page


def press(page: Page, name: str) -> None:
    """Use a button as someone without a mouse does."""
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def said(page: Page) -> Locator:
    """Return the line that a screen reader reads aloud."""
    return page.locator("casus-bespreking [role=status]")


def test_the_rounds_take_an_hour() -> None:
    """The eight rounds of the worksheet last sixty minutes together."""
    rondes = [ronde for deel in FRAMEWORK.instrumenten["casusbespreking"].onderdelen for ronde in deel.rondes]
    assert (len(rondes), sum(ronde.minuten for ronde in rondes)) == (8, 60)


def test_the_clock_counts_a_round_and_waits(meeting: Page) -> None:
    """By keyboard: it says how long, when two minutes are left and when time is up; it never moves on itself."""
    shown = meeting.locator("[data-tijd]")
    press(meeting, "Start de klok")
    expect(said(meeting)).to_have_text("Ronde 1: nog 5 minuten.")
    meeting.clock.run_for(61_000)
    expect(shown).to_have_text("nog 4 minuten")
    expect(said(meeting)).to_have_text("Ronde 1: nog 5 minuten.")
    meeting.clock.run_for(120_000)
    expect(said(meeting)).to_have_text("Nog twee minuten.")
    meeting.clock.run_for(600_000)
    expect(said(meeting)).to_have_text("De tijd van deze ronde is om.")
    expect(meeting.locator("[data-ronde]")).to_have_text("Ronde 1 van 8")
    assert meeting.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []


def test_a_reload_is_said_to_set_the_clock_back(meeting: Page) -> None:
    """The round comes back and its time does not: that stands at the clock until it runs again."""
    press(meeting, "Start de klok")
    expect(said(meeting)).not_to_contain_text("ververst")
    meeting.reload()
    expect(said(meeting)).to_contain_text("ververst")


def test_the_clock_can_pause_and_be_put_away(meeting: Page) -> None:
    """A pause keeps what is left; without the clock there is no time in view and nothing is said."""
    shown = meeting.locator("[data-tijd]")
    press(meeting, "Start de klok")
    meeting.clock.run_for(90_000)
    press(meeting, "Pauze")
    meeting.clock.run_for(900_000)
    expect(shown).to_have_text("nog 4 minuten")
    press(meeting, "Start de klok")
    press(meeting, "Zonder klok")
    meeting.clock.run_for(900_000)
    expect(shown).to_have_text("")
    expect(said(meeting)).to_have_text("")
    expect(meeting.get_by_role("button", name="Zonder klok")).to_have_attribute("aria-pressed", "true")
    press(meeting, "Zonder klok")
    expect(meeting.get_by_role("button", name="Start de klok")).to_be_visible()


def test_one_round_fills_the_screen_by_keyboard(meeting: Page) -> None:
    """Large shows one round with larger letters; arrows turn, focus goes to its heading, back works, Escape leaves."""
    title = meeting.locator("#ronde-4 h2")
    small = title.evaluate("title => parseFloat(getComputedStyle(title).fontSize)")
    press(meeting, "Groot beeld")
    for _ in range(3):
        meeting.keyboard.press("ArrowRight")
    expect(title).to_be_focused()
    assert meeting.url.endswith("#ronde-4")
    assert meeting.locator(".ronde:visible").count() == 1
    assert meeting.locator(".kop:visible, .menu:visible, .voet:visible").count() == 0
    assert title.evaluate("title => parseFloat(getComputedStyle(title).fontSize)") > 1.3 * small
    clock = meeting.locator("[data-tijd]").evaluate("clock => parseFloat(getComputedStyle(clock).fontSize)")
    assert 56 <= clock <= 144
    begins = meeting.locator("#ronde-4 .status-regel")
    expect(begins).to_contain_text("wie begint: de meedenkers")
    assert begins.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") >= 21
    kaart = meeting.locator("#ronde-4 .plattegrond:visible").bounding_box()
    assert kaart
    assert kaart["width"] > 900
    meeting.go_back()
    expect(meeting.locator("#ronde-3 h2")).to_be_focused()
    meeting.keyboard.press("Escape")
    assert meeting.locator(".ronde:visible").count() == 8


def test_a_projector_shows_a_round_whole(open_page: OpenPage) -> None:
    """On 1920 by 1080 in the large view, each round to its last line, over the width, in letters for a room."""
    page = open_page(ADDRESS, 1920, 1080, own=True)
    press(page, "Groot beeld")
    for number in range(1, 9):
        here = page.locator(f"#ronde-{number}")
        expect(here.locator("h2")).to_be_in_viewport()
        for part in here.locator("> *:visible").all():
            expect(part).to_be_in_viewport(ratio=1)
        page.keyboard.press("ArrowRight")
    page.goto(f"{ADDRESS}#ronde-4")
    names = page.locator("#ronde-4 .plattegrond__naam")
    assert min(names.evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")) >= 24
    card, task = (page.locator(f"#ronde-4 > {part}").first.bounding_box() for part in (".plattegrond", ".velden"))
    assert card
    assert task
    assert task["x"] > card["x"] + card["width"]
    assert task["x"] + task["width"] > 1700


@pytest.mark.parametrize("height", [720, 900])
def test_on_a_laptop_the_questions_of_a_round_are_in_the_first_view(open_page: OpenPage, height: int) -> None:
    """In the large view at 1280 all of each round but the map, which comes after what is asked of it."""
    page = open_page(ADDRESS, 1280, height, own=True)
    press(page, "Groot beeld")
    for number in range(1, 9):
        expect(page.locator(f"#ronde-{number} h2")).to_be_in_viewport()
        for part in page.locator(f"#ronde-{number} > *:visible:not(.plattegrond)").all():
            expect(part).to_be_in_viewport(ratio=1)
        page.keyboard.press("ArrowRight")


def test_the_meeting_leads_to_a_text_with_what_was_known(open_page: OpenPage) -> None:
    """From the last round, also large, to the fields for what was decided; what the case held stands there already."""
    page = open_page(f"{ADDRESS}#ronde-8", own=True)
    page.evaluate(
        """sessionStorage.setItem("leidraad.casus /", JSON.stringify(
          { versie: 1, op: Date.now(), gedrag: "dinsdag twee bedrijven bellen" }))"""
    )
    page.reload()
    press(page, "Groot beeld")
    page.get_by_role("link", name="Maak er een tekst van bij Jullie casus").click()
    field = page.get_by_label("Wat gaan wij vragen of doen, en wanneer?")
    expect(field).to_be_in_viewport()
    expect(page.get_by_label("Om welk gedrag gaat het?")).to_have_value("dinsdag twee bedrijven bellen")
    field.fill("donderdag vragen wat het bellen tegenhoudt")
    page.get_by_label("Wat laten we liggen?").fill("de cursus")
    page.get_by_label("Wat geven we door over aanbod, werkgevers of regels?").fill("er is geen bus om zeven uur")
    page.get_by_label("Mijn leerpunt, zonder de casus").fill("ik vraag eerder door")
    text = page.get_by_label("Lees voor en pas aan")
    expect(text).to_have_value(
        re.compile("dinsdag twee bedrijven.*donderdag vragen.*liggen: de cursus.*regels: er is geen bus", re.S)
    )
    expect(text).not_to_have_value(re.compile("eerder door"))
    page.get_by_role("link", name="Naar de tekst", exact=True).click()
    expect(text).to_be_in_viewport()


def test_what_a_case_meeting_writes_begins_a_case(open_page: OpenPage) -> None:
    """Where nothing stood the fields are there all the same, and the text comes as soon as something is written."""
    page = open_page(f"{ADDRESS.removesuffix('bespreken/')}afwegen/jullie-casus/#na-de-bespreking", own=True)
    expect(page.get_by_role("link", name="Naar de tekst", exact=True)).to_be_hidden()
    page.get_by_label("Wat ligt bij ons, bij het werk of bij de regels?").fill("de brief kwam laat")
    expect(page.get_by_label("Lees voor en pas aan")).to_have_value(re.compile("De brief kwam laat", re.I))
    expect(page.get_by_label("Wat ligt bij ons, bij het werk of bij de regels?")).to_be_focused()


def test_what_a_case_meeting_writes_is_printed_at_once(open_page: OpenPage) -> None:
    """With the browser's own print too: the sheet was empty when nothing had been noted before."""
    page = open_page(f"{ADDRESS.removesuffix('bespreken/')}afwegen/jullie-casus/#na-de-bespreking", own=True)
    page.get_by_label("Wat ligt bij ons, bij het werk of bij de regels?").fill("de brief kwam laat")
    page.emulate_media(media="print")
    expect(page.locator(".gesprekspapier").get_by_text("De brief kwam laat")).to_be_visible()


def test_a_link_into_a_drawer_shows_its_name(open_page: OpenPage) -> None:
    """A name of two lines too: the block scrolled to lies below it."""
    page = open_page(f"{ADDRESS.removesuffix('bespreken/')}afwegen/jullie-casus/#na-de-bespreking", own=True)
    expect(page.locator("summary", has_text="Na een casusbespreking")).to_be_in_viewport(ratio=1)


def test_a_button_stays_where_it_is_when_the_time_takes_less_room(open_page: OpenPage) -> None:
    """In the large view ten minutes were so wide that the buttons lay elsewhere than at nine."""
    page = open_page(ADDRESS, 1280, 800, own=True)
    press(page, "Groot beeld")
    places = set()
    for time in ("nog 10 minuten", "nog 9 minuten", "nog 1 minuut"):
        page.locator("[data-tijd]").evaluate("(shown, time) => (shown.textContent = time)", time)
        places.add(str(page.get_by_role("button", name="Volgende ronde").bounding_box()))
    assert len(places) == 1


def test_what_to_do_is_read_from_the_back_of_the_room(open_page: OpenPage) -> None:
    """In the large view it is as large as what it is about, at the width of a laptop too."""
    page = open_page(f"{ADDRESS}#ronde-8", 1280, 800, own=True)
    press(page, "Groot beeld")
    size = "part => parseFloat(getComputedStyle(part).fontSize)"
    said = page.locator("#ronde-8").get_by_text("Schrijf op papier of een flap:")
    assert said.evaluate(size) >= page.locator("#ronde-8 .velden li").first.evaluate(size)


def test_lines_to_write_on_are_for_paper(open_page: OpenPage) -> None:
    """On the screen it is said where one writes, and there is no line that takes nothing; on paper there are lines."""
    page = open_page(f"{ADDRESS}#ronde-8")
    here = page.locator("#ronde-8")
    line = "li => getComputedStyle(li).borderBottomWidth"
    expect(here.get_by_text("Schrijf op papier of een flap:")).to_be_visible()
    assert here.locator(".velden li").first.evaluate(line) == "0px"
    page.emulate_media(media="print")
    expect(here.get_by_text("Schrijf op papier of een flap:")).to_be_hidden()
    assert here.locator(".velden li").first.evaluate(line) != "0px"


@pytest.mark.parametrize("filled", [False, True])
def test_on_a_phone_the_way_on_stays_in_sight(open_page: OpenPage, filled: bool) -> None:
    """After the next round its heading is in view, and so are the clock and the three buttons, on one row.

    While something is filled in too: then the bar above them stays as well.
    """
    page = open_page(ADDRESS, 360, 740)
    if filled:
        page.evaluate("sessionStorage.setItem('leidraad.casus /', JSON.stringify({ versie: 1, op: Date.now() }))")
    page.goto(f"{ADDRESS}#ronde-3")
    page.reload()
    for number in (4, 5):
        page.locator("[data-doe=volgende]").click()
        expect(page.locator(f"#ronde-{number} h2")).to_be_focused()
        expect(page.locator(f"#ronde-{number} h2")).to_be_in_viewport()
        tops = {page.locator(f"[data-doe={one}]").bounding_box()["y"] for one in ("loop", "vorige", "volgende")}  # type: ignore[index]
        assert len(tops) == 1
        expect(page.locator("[data-doe=volgende]")).to_be_in_viewport()
        expect(page.locator("[data-tijd]")).to_be_in_viewport()
        page.locator("[data-doe=volgende]").click(trial=True)  # nothing is over it


def test_the_sheet_says_who_begins_each_round(open_page: OpenPage) -> None:
    """Each of the eight rounds, with its minutes, on the A4 to which the page leads."""
    page = open_page(ADDRESS)
    page.goto(page.get_by_role("link", name="druk het af op één A4").evaluate("link => link.href.replace('#druk', '')"))
    begins = page.locator(".kaart__rondes tbody td:last-child").all_text_contents()
    assert begins[:4] == ["De vorige inbrenger", "De inbrenger", "De meedenkers", "De meedenkers"]
    assert len(begins) == 8
    assert begins[4].startswith("De stem van de")


def test_no_state_of_the_meeting_has_a_violation(
    meeting: Page, violations: Violations, views: tuple[View, ...]
) -> None:
    """axe, with the clock running, put away, and large; wide and narrow, light and dark."""
    press(meeting, "Start de klok")
    found = violations(meeting, VIEWS[:2])
    press(meeting, "Zonder klok")
    press(meeting, "Groot beeld")
    meeting.keyboard.press("ArrowRight")
    assert found | violations(meeting, views) == set()


def test_the_meeting_is_whole_without_scripts_and_on_paper(open_page: OpenPage) -> None:
    """All rounds in order with their questions, the map, every principle in force and a case; no clock."""
    page = open_page(ADDRESS, java_script_enabled=False)
    page.locator(".casussen details").evaluate_all("found => found.forEach(e => { e.open = true; })")
    for media in ("screen", "print"):
        page.emulate_media(media="print" if media == "print" else "screen")
        assert page.locator(".ronde:visible").count() == 8
        assert page.locator(".klok:visible").count() == 0
        assert page.locator("#ronde-4 .plattegrond:visible").count() == 1
        assert page.locator(".casus:visible").count() == 1
    lokaal = FRAMEWORK.gemeenten[EDITIONS[ADDRESS.removesuffix("bespreken/")].id]
    living = [item for item in lokaal.gedragsprincipes.values() if item.status != "vervallen"]
    assert page.locator(".ronde__principes li").count() == len(living) > 0


def test_a_role_has_a_cell_for_a_name(site: Path) -> None:
    """On the worksheet, not on its card, where three columns to read leave no room for one."""
    tabel = next(deel.tabel for deel in FRAMEWORK.instrumenten["casusbespreking"].onderdelen if deel.tabel)
    kolommen = len(tabel.kolommen)
    assert [rij[1] for rij in tabel.rijen] == [""] * len(tabel.rijen)
    pages = (
        site / next(iter(EDITIONS)) / place
        for place in ("instrumenten/casusbespreking", "kaart/instrument-casusbespreking")
    )
    heads = [re.findall(r"<thead>.*?</thead>", (page / "index.html").read_text("utf-8"), re.S)[0] for page in pages]
    assert [head.count("<th ") for head in heads] == [kolommen, kolommen - 1]
