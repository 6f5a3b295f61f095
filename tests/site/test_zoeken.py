"""The search: what a professional types is found, by keyboard and on a narrow screen, and nothing leaves the page."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from leidraad.model.types.zoekvragen import Zoekvraag
from leidraad.model.use.addresses import address
from leidraad.outputs.zoek.zoeken import Searcher
from tests.site.axe import Violations
from tests.site.browser import OpenPage, View
from tests.site.pages import EDITIONS, FACTOR, FRAMEWORK
from tests.site.server import Server
from tests.site.storage import MARK, kept
from tests.site.weight import over_the_wire
from tests.site.zoekbestanden import index_in

EDITION = next(iter(EDITIONS))
FORM = "afwegen/casus-zit-vast/#scherm=1"
FIRST_USE = 150_000
# Types every question into the field, in the page itself, and notes the addresses that appear below it.
TYPE = """questions => questions.map(question => {
  const field = document.querySelector(".zoek input");
  field.value = question;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return [...document.querySelectorAll(".zoek__lijst a")].map(link => link.href);
})"""


def opened(page: Page) -> Page:
    """Open the search and wait until it can search."""
    page.get_by_role("button", name="Zoeken").click()
    page.wait_for_function("() => document.querySelector('.zoek input')?.matches(':focus')")
    page.locator(".zoek input").fill("kennis")
    page.locator(".zoek__lijst a").first.wait_for()
    return page


def questions_of(edition: str) -> Mapping[str, Zoekvraag]:
    """Return what is asked of an edition: the core's questions and its own."""
    return {**FRAMEWORK.zoekvragen, **FRAMEWORK.gemeenten[EDITIONS[edition].id].zoekvragen}


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_typed_is_found(open_page: OpenPage, edition: str) -> None:
    """Of all questions the expected item is first for at least 80 %, in the first three for at least 95 %."""
    questions = questions_of(edition)
    page = opened(open_page(edition + FACTOR))
    base = page.url.split(FACTOR)[0]
    ranks, missed = [], []
    for question, found in zip(questions.values(), page.evaluate(TYPE, list(questions)), strict=True):
        wanted = urljoin(base, address(*question.vindt.split(":")))
        ranks.append(found.index(wanted) + 1 if wanted in found else 99)
        if ranks[-1] > 3:
            missed.append(
                f"«{question.vraag}» → {question.vindt}; wel: {[one.removeprefix(base) for one in found[:3]]}"
            )
    first, three = (sum(rank <= most for rank in ranks) / len(ranks) for most in (1, 3))
    print(
        f"\nzoeken: {edition} {len(ranks)} vragen, eerst {first:.1%}, bij de eerste drie {three:.1%}",
        *missed,
        sep="\n  ",
    )
    assert len(FRAMEWORK.zoekvragen) >= 120
    assert three >= 0.95, missed
    assert first >= 0.80, missed


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_check_searches_as_the_browser_does(open_page: OpenPage, site: Path, edition: str) -> None:
    """For every question, and for odd ones, Python and the browser give the same list in the same order."""
    typed = [
        *questions_of(edition),
        "",
        "  ",
        "x",
        "de",
        "'",
        "<b>",
        "ÉÉN ZIN",
        "norm norm",
        "hij komt niet",
        "mijn klant",
        "de wet",
        "zin " * 60,
        "zzzzqqq",
        "a" * 60,
        "é́",
    ]
    index = index_in(site / edition)
    searcher = Searcher(index)
    expected = [[index["vondsten"][number][2] for number in searcher.search(text)[:12]] for text in typed]
    page = opened(open_page(edition + FACTOR))
    base = page.url.split(FACTOR)[0]
    assert page.evaluate(TYPE, typed) == [[urljoin(base, one) for one in found] for found in expected]


def test_no_index_is_fetched_before_the_search_is_opened(open_page: OpenPage, first_view: Server, site: Path) -> None:
    """First use asks for the window, the index and the searcher, at most 150 kB; typing asks for nothing more.

    The window comes once the page is there, where nothing is to be filled in.
    """
    start = len(first_view.requested)
    page = open_page(EDITION + FACTOR, of=first_view)
    page.wait_for_load_state("networkidle")
    early = [path for path in first_view.requested[start:] if "zoek" in path]
    assert {path.rsplit("/", 1)[-1] for path in early} == {"venster.js", "zoekvenster.json"}
    before = len(first_view.requested)
    opened(page)
    asked = first_view.requested[before:]
    weight = sum(over_the_wire(site / path.lstrip("/")) for path in (*early, *asked))
    print(f"\nzoeken: eerste gebruik {weight} bytes, {early}, {asked}")
    assert sorted(path.rsplit("/", 1)[-1] for path in asked) == [
        "keuze.js",
        "make.js",
        "namen.js",
        "zoeker.js",
        "zoekindex.json",
        "zoekwoorden.json",
    ]
    assert weight <= FIRST_USE
    page.evaluate(TYPE, ["houding", "nrom", "zelfvertrouwen", "xqzwk"])
    assert first_view.requested[before:] == asked


def test_what_is_offered_waits_for_no_index(open_page: OpenPage) -> None:
    """The window opens with its links before anything to search in has come; what was typed is looked up once it is."""
    page, held = open_page(EDITION + FACTOR, own=True), list[Route]()

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile("zoek(index|woorden)"), hold)
    page.get_by_role("button", name="Zoeken").click()
    expect(page.locator(".zoek input")).to_be_focused()
    expect(page.locator(".zoek__voor .labels a")).to_have_count(9)
    page.keyboard.type("kennis")
    while len(held) < 2:
        page.wait_for_timeout(20)
    expect(page.locator(".zoek__lijst a")).to_have_count(0)
    for route in held:
        route.continue_()
    expect(page.locator(".zoek__lijst a").first).to_have_text("Kennis")
    expect(page.locator(".zoek__voor")).to_be_hidden()
    expect(page).to_have_url(re.compile("#zoek=kennis$"))


def test_who_points_at_it_has_the_window_ready(open_page: OpenPage, first_view: Server) -> None:
    """Where something is to be filled in: before the press, and no earlier; by keyboard too."""
    page = open_page(EDITION + FORM, of=first_view)
    for by in ("hover", "focus"):
        page.reload()
        page.wait_for_load_state("networkidle")
        before = len(first_view.requested)
        expect(page.locator("dialog.zoek")).to_have_count(0)
        getattr(page.get_by_role("button", name="Zoeken"), by)()
        page.locator("dialog.zoek").wait_for(state="attached")
        expect(page.locator(".zoek")).to_be_hidden()
        asked = sorted(path.rsplit("/", 1)[-1] for path in first_view.requested[before:])
        assert asked == ["venster.js", "zoekvenster.json"]
        page.mouse.move(0, 300)


# The links, buttons and fields beside the window that can be had by keyboard.
BESIDE = """() => [...document.querySelectorAll("a, button, input, summary")].filter((one) => {
  if (one.closest("dialog") || !one.checkVisibility()) return false;
  const before = document.activeElement;
  one.focus();
  const had = document.activeElement === one;
  before.focus();
  return had;
}).length"""
PRESSED = """() => {
  document.activeElement.click();
  return new Promise((done) => addEventListener("focusin", done, { once: true }));
}"""
SHUT = "() => document.querySelector('[inert]')"


def ready(page: Page) -> Locator:
    """Go to the button of the search, wait until the window is ready, and return the button."""
    button = page.get_by_role("button", name="Zoeken", exact=True)
    button.focus()
    page.locator("dialog.zoek").wait_for(state="attached")
    return button


@pytest.mark.parametrize("how", ["Escape", "Escape from a text", "Sluit", "beside"])
def test_a_window_that_is_open_shuts_out_the_page(open_page: OpenPage, how: str) -> None:
    """Nothing beside it can be had; once it closes all can, and the focus is back at once, for who types on."""
    page = open_page(EDITION + FACTOR)
    button = ready(page)
    page.evaluate(PRESSED)
    page.evaluate("document.addEventListener('close', () => (window.then = document.activeElement), true)")
    page.wait_for_function(SHUT)
    assert page.evaluate(BESIDE) == 0
    assert page.locator("dialog.zoek").get_attribute("closedby") == "closerequest"  # as Back on a telephone
    expect(page.locator(".zoek input")).to_be_focused()
    if how == "Escape from a text":
        page.locator(".zoek__verder").first.click(position={"x": 30, "y": 10})
    if how.startswith("Escape"):
        page.keyboard.press("Escape")
    elif how == "Sluit":
        page.get_by_role("button", name="Sluit").click()
    else:
        page.mouse.click(5, 300)
    page.wait_for_function("() => window.then")
    assert page.evaluate("then.textContent") == "Zoeken"
    expect(page.locator(".zoek")).to_be_hidden()
    expect(button).to_be_focused()
    assert page.locator("[inert]").count() == 0
    assert page.evaluate(BESIDE) > 10


def test_a_window_that_an_address_opened_closes_too(open_page: OpenPage) -> None:
    """Esc as the first thing that is pressed on the page: it can all be had."""
    page = open_page(f"{EDITION}{FACTOR}#zoek=kennis")
    page.wait_for_function(SHUT)
    page.keyboard.press("Escape")
    expect(page.locator(".zoek")).to_be_hidden()
    assert page.locator("[inert]").count() == 0


def test_the_window_is_seen_before_the_page_is_shut_out(open_page: OpenPage) -> None:
    """To shut it out a browser looks at all of it anew (besluiten/0052)."""
    page = open_page(EDITION + FACTOR)
    ready(page)
    assert page.evaluate(f"""async () => {{
      await ({PRESSED})();
      await new Promise(requestAnimationFrame);
      return document.querySelector("dialog.zoek").matches("[open]:not(:modal)") && !document.querySelector("[inert]");
    }}""")


def test_a_window_that_closes_before_the_page_is_shut_out_leaves_it(open_page: OpenPage) -> None:
    """Who opens and closes within a picture finds the page as it was."""
    page = open_page(EDITION + FACTOR)
    button = ready(page)
    page.evaluate(f"""async () => {{
      await ({PRESSED})();
      document.querySelector(".zoek .knop").click();
      for (let picture = 0; picture < 4; picture++) await new Promise(requestAnimationFrame);
    }}""")
    expect(button).to_be_focused()
    assert page.locator("[inert]").count() == 0


def test_a_browser_that_knows_no_close_request_has_a_modal_window(open_page: OpenPage) -> None:
    """There Esc would not close another: it searches, closes, and gives the focus back."""
    page = open_page(EDITION + FACTOR, own=True)
    page.add_init_script("delete HTMLDialogElement.prototype.closedBy")
    page.reload()
    button = ready(page)
    opened(page)
    assert page.evaluate("document.querySelector('dialog.zoek').matches(':modal')")
    page.keyboard.press("Escape")
    expect(page.locator(".zoek")).to_be_hidden()
    expect(button).to_be_focused()
    assert page.locator("[inert]").count() == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_the_window_lies_over_everything(open_page: OpenPage, width: int) -> None:
    """Over the bar, over what stays on the screen while something is noted, over a menu that was open; not on paper."""
    page = open_page(EDITION + FORM, width)
    page.locator("gids-stappen input:visible").first.check()
    page.wait_for_selector("wis-alles[data-blijft]")
    for place in (FORM, FACTOR):
        page.goto(EDITION + place)
        ready(page)
        page.get_by_role("button", name="Menu").click()
        page.evaluate("document.querySelector('zoek-venster button').click()")
        expect(page.locator(".zoek input")).to_be_focused()
        over = """() => [...Array(400)].map((_, nr) => document.elementFromPoint(
          ((nr % 20) + 0.5) * innerWidth / 20, (Math.floor(nr / 20) + 0.5) * innerHeight / 20))
          .filter((one) => !one.closest("dialog.zoek")).map((one) => one.outerHTML.slice(0, 80))"""
        assert page.evaluate(over) == [], place
        page.wait_for_function(SHUT)
        assert page.evaluate(over) == [], place
        page.emulate_media(media="print")
        expect(page.locator(".zoek")).to_be_hidden()
        page.emulate_media(media="screen")


def test_the_question_in_the_window_leaves_it_open(open_page: OpenPage) -> None:
    """Esc and «Toch niet» close the question alone, and the focus is where it was asked."""
    page = open_page(EDITION + FORM)
    page.locator("gids-stappen input:visible").first.check()
    opened(page)
    asks = page.locator("dialog.zoek wis-alles > button")
    for answer in ("Escape", "Toch niet"):
        asks.click()
        page.locator("dialog.zoek .wisvraag").wait_for()
        if answer == "Escape":
            page.keyboard.press("Escape")
        else:
            page.locator("dialog.zoek .wisvraag").get_by_role("button", name=answer).click()
        expect(page.locator("dialog.zoek .wisvraag")).to_be_hidden()
        expect(page.locator(".zoek input")).to_be_visible()
        expect(asks).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".zoek")).to_be_hidden()


def test_the_cover_lies_over_an_open_window(open_page: OpenPage) -> None:
    """Also the second time, when it stands in the page that the window shuts out; who goes on has the window again."""
    page = open_page(EDITION + FORM, own=True)
    page.locator("gids-stappen input:visible").first.check()
    page.clock.install()
    page.reload()
    for _ in range(2):
        page.evaluate("document.querySelector('zoek-venster button').click()")
        page.clock.run_for(1000)
        page.wait_for_function(SHUT)
        page.clock.fast_forward("21:00")
        expect(page.locator(".dekking")).to_be_visible()
        expect(page.locator(".zoek")).to_be_hidden()
        page.get_by_role("button", name="Ga verder").click()
        expect(page.locator(".dekking")).to_be_hidden()
        expect(page.locator(".zoek")).to_be_visible()
        page.get_by_role("button", name="Sluit").click()
        expect(page.locator(".zoek")).to_be_hidden()


def test_a_window_that_did_not_come_is_asked_for_again(open_page: OpenPage) -> None:
    """A network that answered with a page of its own while somebody pointed does not keep the search from opening."""
    page = open_page(EDITION + FORM, own=True)
    page.route(re.compile("zoekvenster"), lambda route: route.fulfill(body="<p>Log eerst in</p>"))
    with page.expect_response(re.compile("zoekvenster")):
        page.get_by_role("button", name="Zoeken").hover()
    page.unroute_all()
    opened(page)


def test_an_index_that_does_not_come_is_said_until_it_does(open_page: OpenPage) -> None:
    """A network that answers with a page of its own: said, with what is offered; and no longer once it can be had."""
    page = open_page(EDITION + FACTOR, own=True)
    status = page.locator(".zoek__stand")
    page.route(re.compile("zoekwoorden"), lambda route: route.fulfill(body="<p>Log eerst in</p>"))
    page.get_by_role("button", name="Zoeken").click()
    expect(status).to_have_text("Zoeken lukt nu niet. Kijk bij «Alles op een rij».")
    page.keyboard.type("kennis")
    expect(page.locator(".zoek__voor .labels a")).to_have_count(9)
    page.unroute_all()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Zoeken").click()
    expect(status).to_have_text("")
    page.keyboard.type("kennis")
    expect(page.locator(".zoek__lijst a").first).to_have_text("Kennis")
    expect(status).to_contain_text("result")


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_found_stays_in_its_place(open_page: OpenPage, width: int) -> None:
    """How much was found is said a moment later, and does not push what was found from under a finger."""
    page = opened(open_page(EDITION + FACTOR, width=width))
    page.get_by_label("Wat zoek je?").fill("")
    expect(page.locator(".zoek__stand")).to_have_text("")
    page.get_by_label("Wat zoek je?").fill("kennis")
    first = page.locator(".zoek__lijst a").first
    before = first.bounding_box()
    expect(page.locator(".zoek__stand")).to_contain_text("result")
    assert first.bounding_box() == pytest.approx(before, abs=0.5)  # a line is drawn on whole parts of a pixel


def test_what_comes_after_the_twelfth_can_be_seen(open_page: OpenPage) -> None:
    """By the arrows too: a button below the twelfth, and the focus goes on below it; what stands above stays there."""
    page = opened(open_page(EDITION + FACTOR))
    found, said = page.locator(".zoek__lijst a"), page.locator(".zoek [role=status]").first
    more = page.get_by_role("button", name="Toon alle resultaten")
    places = "all => all.slice(0, 12).map((one) => one.offsetTop)"
    page.fill(".zoek input", "werk")
    expect(said).to_have_text(re.compile(r"^De eerste 12 van \d+ resultaten\.$"))
    expect(found).to_have_count(12)
    before = found.evaluate_all(places)
    for _ in range(13):
        page.keyboard.press("ArrowDown")
    expect(more).to_be_focused()
    page.keyboard.press("Enter")
    expect(found.nth(12)).to_be_focused()
    expect(more).to_be_hidden()
    expect(said).to_have_text(re.compile(rf"^{found.count()} resultaten\.$"))
    assert found.evaluate_all(places) == before
    page.fill(".zoek input", "werken")
    expect(found).to_have_count(12)
    page.fill(".zoek input", "mantelzorg")
    expect(more).to_be_hidden()


def test_a_search_begins_anew_when_it_is_opened_again(open_page: OpenPage) -> None:
    """What was found before it was closed is not there, and what is offered is."""
    page = opened(open_page(EDITION + FACTOR))
    page.keyboard.press("Escape")
    expect(page.locator(".zoek")).to_be_hidden()
    page.get_by_role("button", name="Zoeken").click()
    expect(page.locator(".zoek__voor")).to_be_visible()
    expect(page.locator(".zoek input")).to_have_value("")
    expect(page.locator(".zoek__lijst a")).to_have_count(0)


def test_the_search_works_by_keyboard(open_page: OpenPage) -> None:
    """/ opens it, the arrows walk the results, Enter in the field goes to the first, Esc gives the focus back."""
    page = open_page(EDITION + FACTOR)
    page.keyboard.press("/")
    field = page.get_by_label("Wat zoek je?")
    expect(field).to_be_focused()
    page.keyboard.type("zelfvertrouwen")
    expect(page.locator(".zoek__stand")).to_contain_text("resultaten")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".zoek__lijst a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".zoek")).to_be_hidden()
    page.get_by_role("button", name="Zoeken").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("zelfvertrouwen")
    page.locator(".zoek__lijst a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/factoren/geloof-in-eigen-kunnen/")


def test_a_slash_in_a_field_is_a_slash(open_page: OpenPage) -> None:
    """Typing / where something can be filled in opens nothing."""
    page = open_page(EDITION + "activiteiten/")
    page.locator("select").first.focus()
    page.keyboard.press("/")
    expect(page.locator(".zoek")).to_be_hidden()
    opened(page)
    page.keyboard.press("End")
    page.keyboard.press("/")
    expect(page.locator(".zoek input")).to_have_value("kennis/")


def test_the_shortcut_can_be_turned_off(open_page: OpenPage) -> None:
    """Once off, / opens nothing, on other pages too, until it is turned on again (WCAG 2.1.4)."""
    page = opened(open_page(EDITION + FACTOR))
    page.get_by_role("button", name="Zet sneltoets / uit").click()
    page.keyboard.press("Escape")
    page.goto(EDITION)
    page.keyboard.press("/")
    expect(page.locator(".zoek")).to_be_hidden()
    opened(page).get_by_role("button", name="Zet sneltoets / aan").click()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator(".zoek")).to_be_visible()


def test_a_list_of_results_can_be_linked(open_page: OpenPage) -> None:
    """The words stand after #; the address opens the same list, back does too, closing restores what stood there."""
    page = open_page(f"{EDITION}begrippen/#als-danplan")
    opened(page)
    expect(page).to_have_url(re.compile("#zoek=kennis$"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("#als-danplan$"))
    page.goto("about:blank")
    page.goto(f"{EDITION}{FACTOR}#zoek=sociale%20normen")
    expect(page.locator(".zoek input")).to_have_value("sociale normen")
    first = page.locator(".zoek__lijst a").first
    expect(first).to_have_text("Sociale norm")
    first.click()
    page.wait_for_url("**/factoren/sociale-norm/")
    page.go_back()
    expect(page.locator(".zoek__lijst a").first).to_have_text("Sociale norm")


def test_a_result_on_the_same_page_closes_the_search(open_page: OpenPage) -> None:
    """A case found on the page of cases is shown there."""
    page = opened(open_page(f"{EDITION}casussen/"))
    page.locator(".zoek input").fill("wachten op opvang")
    page.locator(".zoek__lijst a", has_text="Wachten op opvang").first.click()
    expect(page.locator(".zoek")).to_be_hidden()
    expect(page.locator("#wachten-op-opvang")).to_be_in_viewport()


def test_a_word_that_is_nowhere_is_said_to_be_so(open_page: OpenPage) -> None:
    """What is found by a part of it is only like it; of a known word, and of the little ones, nothing is said."""
    page = opened(open_page(EDITION))
    said = page.locator(".zoek__stand")
    page.fill(".zoek input", "de kostendelersnorm")
    expect(said).to_contain_text("Niets gevonden voor «kostendelersnorm». Dit lijkt erop.")
    page.fill(".zoek input", "kostendelersnorm kennis xqzwk")
    expect(said).to_contain_text("Niets gevonden voor «kostendelersnorm» en «xqzwk». Dit lijkt erop.")
    page.fill(".zoek input", "hun kennis")
    expect(said).to_contain_text("resultaten")
    expect(said).not_to_contain_text("Niets gevonden")
    expect(page.locator(".zoek__grens")).to_be_hidden()
    page.fill(".zoek input", "xqzwk")
    expect(page.locator(".zoek__grens")).to_be_visible()


def test_a_mistake_that_an_example_shows_is_no_word(open_page: OpenPage) -> None:
    """What stands in code on a page for writers, as «kenis» does there, is not what somebody means who types it."""
    page = opened(open_page(EDITION))
    page.fill(".zoek input", "kenis")
    expect(page.locator(".zoek__lijst a").first).to_have_text("Kennis")


def test_what_is_seen_is_of_what_was_typed(open_page: OpenPage) -> None:
    """The sentence above the list goes with the list at every letter; what is said aloud waits for a pause."""
    page = opened(open_page(EDITION))
    said = page.locator(".zoek [role=status]").first
    expect(said).to_contain_text("resultaten")
    seen = page.evaluate(
        """words => words.map(word => {
          const field = document.querySelector(".zoek input");
          field.value = word;
          field.dispatchEvent(new Event("input", { bubbles: true }));
          const text = (selector) => document.querySelector(`.zoek ${selector}`).textContent;
          return [text(".zoek__stand"), text("[role=status]"), document.querySelectorAll(".zoek__lijst a").length];
        })""",
        ["xqzwk", "houding", "k", "WIA"],
    )
    assert [found for _, _, found in seen] == [0, 12, 0, 0]
    assert "Niets gevonden voor «xqzwk»." in seen[0][0]
    assert seen[1][0].startswith("De eerste 12 van")
    assert seen[2][0] == ""  # of one letter it did not look for what begins so
    assert seen[3][0] == "Niets gevonden voor «WIA»."
    assert not any("Niets gevonden" in aloud for _, aloud, _ in seen)
    expect(said).to_have_text("Niets gevonden voor «WIA».")


def test_little_words_are_not_marked_as_found(open_page: OpenPage) -> None:
    """Of a whole question the words are marked that it was found by."""
    page = opened(open_page(EDITION))
    page.fill(".zoek input", "wat doe ik als een klant geen afspraak nakomt")
    marked = {one.lower() for one in page.locator(".zoek__lijst mark").all_inner_texts()}
    assert marked
    assert marked.isdisjoint({"een", "één", "als", "ik", "wat", "geen"})


def test_nothing_found_helps_on(open_page: OpenPage) -> None:
    """A near word is offered and can be chosen; without one there is the map, and the status says so."""
    page = opened(open_page(EDITION + FACTOR))
    page.locator(".zoek input").fill("hoedingg")
    expect(page.locator(".zoek__stand")).to_contain_text("Bedoelde je «houding»?")
    page.locator(".zoek__bedoeld button").click()
    expect(page.locator(".zoek__lijst a").first).to_have_text("Houding")
    page.locator(".zoek input").fill("xqzwkxqzwk")
    expect(page.locator(".zoek__stand")).to_contain_text("Niets gevonden")
    expect(page.locator(".zoek__bedoeld")).to_be_hidden()
    page.get_by_role("link", name="de kaart", exact=True).click()
    page.wait_for_url("**/factoren/")


def test_no_state_of_the_search_has_a_violation(
    open_page: OpenPage, violations: Violations, views: tuple[View, ...]
) -> None:
    """Open and empty, with results, with a near word and with nothing: narrow and wide, light and dark."""
    page = opened(open_page(EDITION + FACTOR))
    for text, said in (("", ""), ("zelfvertrouwen", "resulta"), ("hoedingg", "Bedoelde"), ("xqzwkxqzwk", "Niets")):
        page.locator(".zoek input").fill(text)
        expect(page.locator(".zoek__stand")).to_contain_text(said)
        part = ".zoek" if text else None  # what lies around it is the same in each state
        assert violations(page, views, part) == set(), text


def test_the_search_fits_a_narrow_screen(open_page: OpenPage) -> None:
    """At 320 px nothing is cut off sideways, and every control is at least 44 px high."""
    page = opened(open_page(EDITION + FACTOR, 320))
    page.locator(".zoek input").fill("praktische")
    assert page.locator(".zoek__blad").evaluate("one => one.scrollWidth <= one.clientWidth")
    controls = page.locator(".zoek :is(a, button, input):visible")
    heights = controls.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert len(heights) > 5
    assert min(heights) >= 44


def test_without_a_script_there_is_the_list(open_page: OpenPage) -> None:
    """Without JavaScript the same place in the header leads to the list from A to Z."""
    page = open_page(EDITION + FACTOR, java_script_enabled=False)
    page.locator("zoek-venster a").click()
    page.wait_for_url("**/alles/")


def test_what_is_typed_is_not_kept(open_page: OpenPage) -> None:
    """Nothing of it stands in a storage or a cookie; only the mark does by which a wipe reaches its address."""
    page = opened(open_page(EDITION + FACTOR))
    page.fill("#zoek-veld", "zelfvertrouwen")
    expect(page).to_have_url(re.compile("#zoek=zelfvertrouwen$"))
    assert kept(page) == MARK
    assert "zelfvertrouwen" not in page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
