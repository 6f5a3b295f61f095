"""Success is claimed only when it is known: saving, printing and copying, where the browser allows it and where not."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.site.browser import OpenPage
from tests.site.gids import CASUS, EDITION, ROUTE, case
from tests.site.server import Server
from tests.site.storage import wipe

KIJKEN = f"{EDITION}instrumenten/samen-kijken/"
SAID = "samen-kijken .melding"
WHAT_IS_PRINTED = "document.querySelector('[data-print]')?.localName ?? ''"


@pytest.fixture
def framed(browser: Browser, server: Server) -> FrameLocator:
    """A form in a frame that may neither download nor open a dialog, filled in."""
    page = browser.new_page()
    rights, address = "allow-scripts allow-same-origin", f"{server.address}{KIJKEN}"
    page.set_content(f'<iframe sandbox="{rights}" width=900 height=900 src="{address}"></iframe>')
    frame = page.frame_locator("iframe")
    frame.locator("[name=gedrag]").fill("belt dinsdag")
    return frame


def test_a_download_is_never_said_to_have_come(framed: FrameLocator) -> None:
    """Where it is blocked no page can see that: the sentence says what to look for, and what to do otherwise."""
    framed.get_by_role("link", name="Naar de tekst en het blad").click()
    framed.locator(".verslag [data-doe=bewaar]").click()
    said = framed.locator("casus-formulier .melding")
    expect(said).to_contain_text("Kijk bij je downloads of het er staat")
    expect(said).to_contain_text("kopieer de tekst")
    expect(said).not_to_contain_text("Het bestand staat bij je downloads")


def test_a_print_that_is_blocked_offers_another_way(framed: FrameLocator) -> None:
    """Nothing happens there; the sentence says so with an if, and the way that works."""
    framed.locator("samen-kijken [data-doe=print]").click()
    expect(framed.locator(SAID)).to_contain_text("Zie je geen afdrukvenster?")


@pytest.mark.parametrize("stand_in", ["undefined", "() => { throw new Error() }"])
def test_a_browser_that_cannot_print_says_so(open_page: OpenPage, stand_in: str) -> None:
    """Some browsers inside an app have no printing: the form and the gesprekskaart say how else, and nothing throws."""
    for address, button, said in (
        (KIJKEN, "samen-kijken [data-doe=print]", SAID),
        (f"{EDITION}gesprekskaart/#factor=houding", "gespreks-kaart [type=submit]", "gespreks-kaart [role=status]"),
    ):
        page = open_page(address)
        page.evaluate(f"void (window.print = {stand_in})")
        page.locator(button).click()
        expect(page.locator(said)).to_contain_text("Zie je geen afdrukvenster?")


def test_a_card_that_cannot_print_says_so(open_page: OpenPage) -> None:
    """One press on the page of an item leads to a card that prints itself, or says how else."""
    page = open_page(EDITION, own=True)
    page.add_init_script("window.print = undefined")
    page.goto(f"{EDITION}kaart/factor-kennis/#druk")
    expect(page.locator("main [role=status]")).to_contain_text("Zie je geen afdrukvenster?")
    page.add_init_script("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page.goto(f"{EDITION}kaart/factor-houding/#druk")
    page.wait_for_timeout(800)
    expect(page.locator("main [role=status]")).to_have_count(0)


@pytest.mark.parametrize("stand_in", ["undefined", "() => { throw new Error() }"])
def test_a_browser_that_makes_no_file_gives_what_is_in_it(open_page: OpenPage, tmp_path: Path, stand_in: str) -> None:
    """Some browsers inside an app make none: the text is there with the name it needs, and opens again."""
    page = open_page(KIJKEN)
    page.fill("[name=gedrag]", "belt dinsdag")
    page.goto(CASUS)
    page.evaluate(f"void (URL.createObjectURL = {stand_in})")
    page.locator(".verslag [data-doe=bewaar]").click()
    said = page.locator("casus-formulier .melding")
    expect(said).to_contain_text("maakt hier geen bestand")
    expect(said).to_contain_text(".json")
    expect(said).not_to_contain_text("Kijk bij je downloads")
    (tmp_path / "zelf.json").write_text(said.locator("textarea").input_value(), "utf-8")
    wipe(page)
    page.set_input_files("#casus-bestand", tmp_path / "zelf.json")
    expect(said).to_contain_text("Geopend.")
    assert case(page)["gedrag"] == "belt dinsdag"


def test_a_browser_that_makes_no_file_gives_each_file_of_the_form(open_page: OpenPage) -> None:
    """A file is shown to copy; a zip cannot be, and the page says what to do instead."""
    page = open_page(f"{EDITION}eigen-leidraad/principe-maker/")
    page.evaluate("void (URL.createObjectURL = undefined)")
    page.locator("principe-maker [data-doe=eigen]").click()
    expect(page.locator("principe-maker [data-veld=naam]").first).not_to_have_value("")  # it comes from a file
    page.locator("principe-maker [data-doe=maak]").click()
    said = page.locator("principe-maker .melding")
    page.locator("principe-maker [data-doe=download]").first.click()
    expect(said).to_contain_text("maakt hier geen bestand")
    assert "id: " in said.locator("textarea").input_value()
    page.locator("principe-maker [data-doe=zip]").first.click()
    expect(said).to_contain_text("Kopieer de bestanden hieronder een voor een")


def test_a_clipboard_that_refuses_shows_the_text(framed: FrameLocator) -> None:
    """Without permission for the clipboard the text is there, selected."""
    framed.get_by_role("link", name="Naar de tekst en het blad").click()
    framed.locator("casus-formulier [data-doe=kopieer]").click()
    said = framed.locator("casus-formulier .melding")
    expect(said).to_contain_text("Kopiëren lukt hier niet vanzelf")
    assert "belt dinsdag" in said.locator("textarea").input_value()


@pytest.mark.parametrize("clipboard", ["undefined", "{ writeText: () => Promise.reject(new Error()) }"])
def test_a_copy_button_says_what_is_so(open_page: OpenPage, clipboard: str) -> None:
    """The button of a citation selects its text where the clipboard refuses, or where there is none."""
    page = open_page(f"{EDITION}factoren/kennis/")
    page.evaluate(f"Object.defineProperty(navigator, 'clipboard', {{ value: {clipboard} }})")
    page.locator("kopieer-knop").first.evaluate("one => one.closest('details')?.setAttribute('open', '')")
    button = page.locator("kopieer-knop button").first
    button.evaluate("one => one.click()")
    expect(page.locator("kopieer-knop [role=status]").first).to_contain_text("kopieer hem zelf")
    assert page.evaluate("getSelection().toString().length") > 0


def test_where_print_returns_at_once_the_paper_is_still_right(open_page: OpenPage) -> None:
    """The form alone is on the paper until the printing is over, or until the next thing that is done."""
    page = open_page(KIJKEN)
    page.fill("[name=gedrag]", "belt dinsdag")
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page.locator("samen-kijken [data-doe=print]").click()
    page.wait_for_timeout(700)
    assert page.evaluate(WHAT_IS_PRINTED) == "samen-kijken"
    page.emulate_media(media="print")
    shown = "[...document.querySelectorAll('article > *')].filter(one => one.checkVisibility()).length"
    assert page.evaluate(shown) == 2
    page.emulate_media(media="screen")
    expect(page.locator(SAID)).to_have_text("")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(WHAT_IS_PRINTED) == ""
    page.locator("samen-kijken [data-doe=print]").click()
    page.fill("[name=gedrag]", "belt woensdag")
    assert page.evaluate(WHAT_IS_PRINTED) == ""


def test_printing_one_form_after_another_prints_the_last(open_page: OpenPage) -> None:
    """Two forms on a page, with a browser that never says that printing is over."""
    page = open_page(f"{EDITION}instrumenten/inzet-terugblik/")
    page.evaluate("window.print = () => {}")
    page.locator("inzet-formulier [data-doe=print]").click()
    page.locator("teamoogst-formulier [data-doe=print]").click()
    assert page.evaluate("[...document.querySelectorAll('[data-print]')].map(one => one.localName)") == [
        "teamoogst-formulier"
    ]


def test_without_a_connection_saving_says_so(browser: Browser, server: Server) -> None:
    """What makes the file does not come: no file, no claim, nothing lost."""
    page = browser.new_page(base_url=server.address)
    page.route("**/lib/files.js", lambda route: route.abort())
    page.goto(KIJKEN)
    page.fill("[name=gedrag]", "belt dinsdag")
    page.goto(CASUS)
    page.locator(".verslag [data-doe=bewaar]").click()
    expect(page.locator("casus-formulier .melding")).to_contain_text("geen verbinding")
    assert "belt dinsdag" in page.input_value("#casus-tekst")
    page.close()


def unknown_file(path: Path, soort: str, inhoud: object) -> Path:
    """Write a file of this site."""
    path.write_text(
        json.dumps({"formaat": "leidraad-gewogen-maatwerk", "soort": soort, "versie": 1, "inhoud": inhoud}), "utf-8"
    )
    return path


def opened(page: Page, field: str, path: Path) -> str:
    """Open a file and return what is said."""
    page.set_input_files(field, path)
    melding = page.locator("gids-stappen .melding, inzet-formulier .melding")
    expect(melding).to_contain_text("Geopend")
    return melding.text_content() or ""


def test_the_guide_names_each_answer_that_it_does_not_know(open_page: OpenPage, tmp_path: Path) -> None:
    """An unknown answer is named as an unknown question is, in a file and in a text; what is known stays."""
    page = open_page(ROUTE)
    answers = {"wat-zit-vast": ["oneens", "verdwenen"], "bestaat-niet": ["x"]}
    said = opened(
        page, "#gids-bestand", unknown_file(tmp_path / "gids.json", "route casus-zit-vast", {"waarden": answers})
    )
    assert "bestaat-niet" in said
    assert "wat-zit-vast: verdwenen" in said
    assert case(page)["antwoorden"]["casus-zit-vast"]["wat-zit-vast"] == ["oneens"]
    page.goto(f"{ROUTE}#")
    page.get_by_text("Verdergaan met wat je bewaarde").click()
    page.fill("#gids-plak", "[leidraad: route, casus-zit-vast, 1] [wat-zit-vast: oneens, weggehaald]")
    page.get_by_role("button", name="Lees de tekst").click()
    expect(page.locator("gids-stappen .melding")).to_contain_text("Niet herkend: wat-zit-vast: weggehaald.")


def test_the_guide_names_a_day_and_a_note_that_do_not_exist(open_page: OpenPage, tmp_path: Path) -> None:
    """A direction, a source and a date that are no answer here."""
    page = open_page(f"{EDITION}afwegen/plan-kiezen/")
    route = page.locator("gids-stappen").get_attribute("data-route")
    names = page.locator("[name$='.kennis.0.richting']").first.get_attribute("name") or ""
    day = (page.locator("[name$='.jaar']").first.get_attribute("name") or "").removesuffix(".jaar")
    weighed = names.removesuffix(".0.richting")
    answers = {weighed: ["hindert", "schuin", "gehoord"], day: "2026-02-30"}
    said = opened(page, "#gids-bestand", unknown_file(tmp_path / "plan.json", f"route {route}", {"waarden": answers}))
    for one in (f"{weighed}: schuin", f"{weighed}: gehoord", f"{day}: 2026-02-30"):
        assert one in said
    assert "hindert" not in said


def test_a_sheet_names_each_answer_that_it_does_not_know(open_page: OpenPage, tmp_path: Path) -> None:
    """A vanished activity in a file drops out of the list, but not in silence."""
    page = open_page(f"{EDITION}instrumenten/inzet-terugblik/")
    state = page.evaluate("document.querySelector('inzet-formulier').leeg")
    state["regels"][0] |= {"activiteit": "verdwenen", "leerde": "iets"}
    said = opened(page, "#inzet-terugblik-bestand", unknown_file(tmp_path / "inzet.json", "inzet-terugblik", state))
    assert "1.activiteit: verdwenen" in said
    assert page.locator("inzet-formulier [data-veld=leerde]").first.input_value() == "iets"


# What a page can press that saves, prints or copies, beside a browser that does none of it.
NEITHER = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => new Promise(() => {}) } })"


def _asked_to_copy(page: Page) -> Page:
    page.fill("[name=gedrag]", "belt dinsdag")
    page.goto(CASUS)
    page.evaluate(NEITHER)
    page.locator("casus-formulier [data-doe=kopieer]").click()
    return page


def test_a_clipboard_that_never_answers_gives_the_text(open_page: OpenPage) -> None:
    """Some browsers neither copy nor refuse: a button that stays silent would be taken for done."""
    page = _asked_to_copy(open_page(KIJKEN))
    said = page.locator("casus-formulier .melding")
    expect(said).to_contain_text("Kopiëren lukt hier niet vanzelf")
    assert "belt dinsdag" in said.locator("textarea").input_value()
    page.goto(f"{EDITION}factoren/kennis/")
    page.evaluate(NEITHER)
    page.locator("kopieer-knop").first.evaluate("one => one.closest('details')?.setAttribute('open', '')")
    page.locator("kopieer-knop button").first.click()
    expect(page.locator("kopieer-knop [role=status]").first).to_contain_text("kopieer hem zelf")


def test_a_clipboard_that_answers_late_shows_nothing_of_what_was_wiped(open_page: OpenPage) -> None:
    """Wiped while the browser still thought about it: the text does not come back."""
    page = _asked_to_copy(open_page(KIJKEN))
    wipe(page)
    page.wait_for_timeout(1800)
    assert "belt dinsdag" not in page.locator("casus-formulier .melding").inner_html()


def test_the_package_of_links_is_never_said_to_have_come(open_page: OpenPage) -> None:
    """What is not known is not said, and each failure names its own reason and the way that works."""
    page = open_page(f"{EDITION}voor-elearningmakers/")
    button, said = page.locator("links-maker button"), page.locator("links-maker [role=status]")
    button.click()
    expect(said).to_contain_text("Staat het er niet?")
    expect(said).to_contain_text("andere browser")
    expect(said).not_to_contain_text("Gemaakt")
    page.evaluate("void (URL.createObjectURL = undefined)")
    button.click()
    expect(said).to_contain_text("maakt hier geen bestand")
    page.evaluate("void (window.fetch = () => Promise.reject(new Error()))")
    button.click()
    expect(said).to_contain_text("Er is geen pakket gemaakt.")


@pytest.mark.parametrize(
    ("address", "there"),
    [
        (ROUTE, "Naar de tekst en het blad"),
        (KIJKEN, "Naar de tekst en het blad"),
        (f"{EDITION}instrumenten/zelfscan/", "Kopieer de tekst"),
        (f"{EDITION}instrumenten/inzet-terugblik/", "Naar de tekst en het blad"),
        (f"{EDITION}eigen-leidraad/principe-maker/", "maak de bestanden"),
        (CASUS, "Kopieer de tekst"),
    ],
)
def test_the_other_way_that_a_sentence_offers_is_on_the_page(open_page: OpenPage, address: str, there: str) -> None:
    """«Kopieer de tekst» is said where a button of that name is; elsewhere the sentence names the one that is there."""
    page = open_page(address)
    words = page.locator(".melding[data-geen-verbinding]").first
    pressed = page.locator(f"main :is(a, button):text-matches('{there}', 'i')")
    expect(pressed.first).to_be_attached()
    for name in ("druk-zelf", "geen-verbinding"):
        text = words.get_attribute(f"data-{name}") or ""
        if "opieer de tekst" in text:
            assert page.locator("main [data-doe=kopieer]").count() or there in text, text
