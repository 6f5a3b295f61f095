"""«Wis alles» wipes what is ours and nothing else, in every tab, says what is known, and is at hand when needed."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.names import GEMEENTEN
from tests.site.browser import SHIFT, STEADY, OpenPage
from tests.site.gids import EDITION, EXPLORE, PLAN, ROUTE, go
from tests.site.hands import Hands
from tests.site.pages import DOCS, FRAMEWORK
from tests.site.server import EMPTY, Server, serve
from tests.site.storage import WIPES, kept, wipe
from tests.turns import in_turn

CANARY = "kanariegeel"
FORMS = {
    name: f"{EDITION}{address}/"
    for name, address in {
        "samen-kijken": "instrumenten/samen-kijken",
        "inzet-formulier": "instrumenten/inzet-terugblik",
        "teamoogst-formulier": "instrumenten/inzet-terugblik",
        "zelfscan-formulier": "instrumenten/zelfscan",
        "principe-maker": "eigen-leidraad/principe-maker",
    }.items()
}
OUTSIDE = (
    *("", "voorbeeldstad/", f"{EDITION}bestaat-niet/"),
    *(f"{EDITION}kaart/factor-kennis/", f"{EDITION}cursus/casussen/"),
)
STORED = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
REFUSED = """for (const name of ["sessionStorage", "localStorage"])
  Object.defineProperty(window, name, { get() { throw new Error("dicht") } })"""
SAID = f"{WIPES} [role=status]"


@contextmanager
def tabs(browser: Browser, server: Server, width: int = 1280) -> Iterator[BrowserContext]:
    """Yield one browser in which several tabs can be opened."""
    context = browser.new_context(base_url=server.address, viewport={"width": width, "height": 740})
    yield context
    context.close()


def note(page: Page, address: str = ROUTE) -> None:
    """Write a sentence on the first screen of a route that has a free field."""
    page.goto(f"{address}#scherm=1")
    page.wait_for_selector("gids-stappen .scherm:not([hidden])")
    page.locator("gids-stappen input[type=checkbox]:visible, gids-stappen input[type=radio]:visible").first.check()
    page.evaluate(
        """canary => { for (const field of document.querySelectorAll("gids-stappen textarea:not([readonly])")) {
          field.value = canary; field.dispatchEvent(new Event("input", { bubbles: true })); } }""",
        CANARY,
    )
    assert CANARY in page.evaluate("JSON.stringify(sessionStorage)")


_NOTED = dict[str, dict[str, str]]()  # what it left in each storage


def noted(page: Page) -> None:
    """Let a tab hold what somebody noted: written by hand the first time, then as it was kept."""
    if not _NOTED:
        note(page)
        _NOTED.update(page.evaluate("({ localStorage: { ...localStorage }, sessionStorage: { ...sessionStorage } })"))
    page.goto(EMPTY)
    page.evaluate("kept => { for (const name in kept) Object.assign(window[name], kept[name]) }", _NOTED)


def left(page: Page) -> list[str]:
    """Return where something of what was written still is: a storage, the page, a field."""
    places: dict[str, str] = page.evaluate(
        """() => ({ opslag: JSON.stringify([{ ...sessionStorage }, { ...localStorage }]), adres: location.href,
          pagina: document.documentElement.outerHTML, titel: document.title,
          veld: [...document.querySelectorAll("input, textarea, select")].map((one) => one.value).join(" ") })"""
    )
    return [place for place, text in places.items() if CANARY in text]


def test_only_keys_of_this_publication_go(open_page: OpenPage) -> None:
    """What another application, another publication or a look-alike keeps on the same host, stays."""
    page = open_page(EDITION)
    others = [
        "iets",
        "leidraad",
        "leidraad.casus",
        "leidraad.casus /elders/",
        "leidraad.casus /elders",
        "mijn leidraad.casus /",
    ]
    page.evaluate(
        "others => { for (const key of others) { localStorage.setItem(key, 'x'); sessionStorage.setItem(key, 'x') } }",
        others,
    )
    page.click("palet-keuze button")
    note(page)
    wipe(page)
    assert sorted(page.evaluate(STORED)) == sorted(others * 2)


def test_two_publications_on_one_host_leave_each_other_alone(browser: Browser, site: Path, tmp_path: Path) -> None:
    """Each under a path of its own, in one tab: wiping the one keeps the other; its editions and versions go along."""
    for name in ("een", "twee"):
        (tmp_path / name).symlink_to(site)
    with serve(tmp_path) as host, tabs(browser, host) as context:
        page = context.new_page()
        for address in (f"twee/{ROUTE}", f"een/{PLAN}"):
            note(page, address)
            page.click("palet-keuze button")
        kept = [key for key in page.evaluate(STORED) if key.endswith(" /twee/")]
        page.goto(f"een/{EDITION.replace('nieuwste', FRAMEWORK.gemeenten['voorbeeldstad'].gemeente.editie)}")
        wipe(page)
        assert sorted(page.evaluate(STORED)) == sorted(kept)
        assert len(kept) == 4
        page.goto(f"twee/{ROUTE}")
        expect(page.locator("html")).to_have_attribute("data-invullen", "")


def test_another_tab_follows_at_once(browser: Browser, server: Server) -> None:
    """A tab of another edition or version too; it says why it is empty, and has no way back."""
    with tabs(browser, server) as context:
        one, other = context.new_page(), context.new_page()
        note(other, ROUTE.replace("nieuwste", FRAMEWORK.gemeenten["voorbeeldstad"].gemeente.editie))
        other.click("palet-keuze button")
        other.goto(ROUTE)
        other.get_by_text("Verdergaan met wat je bewaarde").click()
        other.fill("#gids-plak", CANARY)
        note(one)
        wipe(one)
        expect(one.locator(SAID)).to_contain_text("Gewist")
        expect(other.locator(SAID)).to_contain_text("in een ander tabblad")
        assert left(one) == left(other) == []
        assert one.evaluate(STORED) == other.evaluate(STORED) == []
        assert other.locator("html").get_attribute("data-palet") is None


def test_a_duplicated_tab_follows(browser: Browser, server: Server) -> None:
    """A tab that the browser copied, with its storage, is empty too: opened from the page, or by hand."""
    with tabs(browser, server) as context:
        one = context.new_page()
        note(one)
        with context.expect_page() as opened:
            one.evaluate("window.open(location.href) && undefined")
        copy = opened.value
        copy.wait_for_function("canary => JSON.stringify(sessionStorage).includes(canary)", arg=CANARY)
        wipe(copy)
        expect(one.locator(SAID)).to_contain_text("in een ander tabblad")
        assert left(one) == left(copy) == []


@pytest.mark.parametrize("away", ["elders", "bevroren", "gesloten"])
def test_a_tab_that_slept_follows_when_it_wakes(browser: Browser, server: Server, away: str) -> None:
    """It was on another site, frozen, or closed and opened again with its storage: what it held does not come back."""
    with tabs(browser, server) as context:
        one, other = context.new_page(), context.new_page()
        noted(other)
        other.goto(ROUTE)
        session = context.new_cdp_session(other)
        kept = other.evaluate("({ ...sessionStorage })")
        if away == "bevroren":
            other.evaluate("BroadcastChannel.prototype.postMessage = () => {}")
            session.send("Page.setWebLifecycleState", {"state": "frozen"})
        else:
            other.goto("about:blank") if away == "elders" else other.close()
        one.goto(EDITION)
        wipe(one)
        if away == "gesloten":
            other = context.new_page()
            other.add_init_script(f"Object.assign(sessionStorage, {json.dumps(kept)})")
            other.goto(ROUTE)
        elif away == "elders":
            other.go_back()
        else:
            session.send("Page.setWebLifecycleState", {"state": "active"})
        expect(other.locator(SAID)).to_contain_text("in een ander tabblad")
        assert left(other) == []
        other.goto(f"{ROUTE}#scherm=uitkomst")
        assert left(other) == []


FULL = """const set = Storage.prototype.setItem;
Storage.prototype.setItem = function (...pair) {
  if (this === localStorage) throw new DOMException("vol", "QuotaExceededError");
  set.apply(this, pair);
};"""


def test_where_the_storage_is_full_a_sleeping_tab_is_spoken_of(browser: Browser, server: Server) -> None:
    """No mark could be put, so only a tab that is awake follows: the sentence does not say more than that."""
    with tabs(browser, server) as context:
        context.add_init_script(FULL)
        one, other = context.new_page(), context.new_page()
        note(other)
        note(one)
        wipe(one)
        expect(one.locator(SAID)).to_contain_text("een slapend tabblad volgt niet")
        expect(one.locator(SAID)).not_to_contain_text("Andere tabbladen")
        assert left(one) == []
        expect(other.locator(SAID)).to_contain_text("in een ander tabblad")
        assert left(other) == []
        wipe(one)
        expect(one.locator(SAID)).to_contain_text("Hier was niets ingevuld")


def test_a_tab_without_messages_follows_when_it_is_looked_at(browser: Browser, server: Server) -> None:
    """Also without BroadcastChannel, and before anything more is kept."""
    with tabs(browser, server) as context:
        context.add_init_script("delete window.BroadcastChannel")
        one, other = context.new_page(), context.new_page()
        note(other)
        one.goto(EDITION)
        wipe(one)
        assert left(other) != []
        other.locator("gids-stappen textarea:visible, gids-stappen input:visible").first.dispatch_event("input")
        assert left(other) == []


def test_what_begins_after_a_wipe_stays(browser: Browser, server: Server) -> None:
    """Who wipes and goes on does not lose it when another tab wakes, nor the other way round."""
    with tabs(browser, server) as context:
        one, other = context.new_page(), context.new_page()
        note(other)
        other.goto("about:blank")
        note(one)
        wipe(one)
        note(one)
        other.go_back()
        expect(other.locator(SAID)).to_contain_text("in een ander tabblad")
        note(other)
        one.bring_to_front()
        one.reload()
        assert CANARY in one.evaluate("JSON.stringify(sessionStorage)")
        assert CANARY in other.evaluate("JSON.stringify(sessionStorage)")


def test_with_storage_closed_the_sentence_is_true(open_page: OpenPage) -> None:
    """It says whether something was filled in here, that it is gone, and that this browser keeps nothing."""
    page = open_page(EDITION, own=True)
    page.add_init_script(REFUSED)
    page.goto(ROUTE)
    wipe(page)
    expect(page.locator(SAID)).to_contain_text("Hier was niets ingevuld")
    page.goto(f"{EDITION}instrumenten/samen-kijken/")
    page.fill("[name=gedrag]", CANARY)
    wipe(page)
    expect(page.locator(SAID)).to_contain_text("Gewist. Deze browser houdt zijn opslag dicht")
    assert page.input_value("[name=gedrag]") == ""


def test_what_cannot_be_removed_is_said(open_page: OpenPage) -> None:
    """A browser that keeps a key although it was asked to remove it: the sentence says so, and what to do."""
    page = open_page(EDITION)
    page.click("palet-keuze button")
    page.evaluate("Storage.prototype.removeItem = () => {}")
    wipe(page)
    expect(page.locator(SAID)).to_contain_text("Toch hield deze browser iets vast")


def fill_all(page: Page, form: str) -> None:
    """Write in every free field of a form that is shown, as typing would; pasting and half a date included."""
    page.locator(form).evaluate("one => { for (const part of one.querySelectorAll('details')) part.open = true }")
    for field in page.locator(f"{form} :is(textarea, input:not([type]), input[type=text])").all():
        if field.is_visible() and field.is_editable():
            field.fill(CANARY)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_a_form_is_left(open_page: OpenPage, form: str) -> None:
    """No field, table, drawing, undo or storage holds a word, not even when the browser is asked to undo."""
    page = open_page(FORMS[form])
    page.locator(f"{form} [data-doe=vul]").first.click() if form == "zelfscan-formulier" else None
    fill_all(page, form)
    if form == "samen-kijken":
        page.check("[name=factor] >> nth=0")
        page.locator("[data-doe=leg-vast]").click()
        page.locator("[data-doe=nog-een]").click()
        fill_all(page, form)
    wipe(page)
    assert left(page) == []
    expect(page.get_by_role("button", name="Zet terug wat er stond")).to_have_count(0)
    page.locator(f"{form} :is(textarea, input, button):visible").first.focus()
    for _ in range(3):
        page.keyboard.press("Control+z")
    assert left(page) == []


def test_a_text_that_could_not_be_copied_does_not_come_after_the_wipe(open_page: OpenPage) -> None:
    """The clipboard is refused when all was wiped already: the text is not shown then."""
    page = open_page(f"{EDITION}instrumenten/samen-kijken/")
    page.fill("[name=gedrag]", CANARY)
    page.goto(f"{EDITION}afwegen/jullie-casus/")
    page.evaluate(
        """() => Object.defineProperty(navigator, "clipboard", { value: {
          writeText: () => new Promise((_, refuse) => (window.weiger = refuse)) } })"""
    )
    page.locator("casus-formulier [data-doe=kopieer]").click()
    wipe(page)
    page.evaluate("weiger(new Error('nee'))")
    page.wait_for_timeout(50)
    assert left(page) == []


def test_emptying_does_not_claim_more_than_it_does(open_page: OpenPage) -> None:
    """While it can be put back it is not called gone, and «Wis alles» stays; typing on ends the undo, a wipe too."""
    page = open_page(f"{EDITION}instrumenten/samen-kijken/")
    back = page.get_by_role("button", name="Zet terug wat er stond")
    page.fill("[name=gedrag]", CANARY)
    page.locator("samen-kijken [data-doe=leeg]").click()
    expect(page.locator("samen-kijken .melding")).not_to_contain_text("is weg")
    expect(page.locator("samen-kijken .melding")).to_contain_text("Terugzetten kan nog")
    expect(page.locator("html")).to_have_attribute("data-invullen", "")
    back.click()
    assert page.input_value("[name=gedrag]") == CANARY
    page.locator("samen-kijken [data-doe=leeg]").click()
    page.fill("[name=gedrag]", "iets anders")
    expect(back).to_have_count(0)
    assert page.input_value("[name=gedrag]") == "iets anders"
    page.locator("samen-kijken [data-doe=leeg]").click()
    page.evaluate("window.kept = document.querySelector('samen-kijken [data-doe=terug]')")
    wipe(page)
    expect(back).to_have_count(0)
    page.evaluate("document.querySelector('samen-kijken .melding').append(window.kept); window.kept.click()")
    assert page.evaluate("document.querySelector('samen-kijken').state.gedrag") == ""


POINTS = """() => [...document.querySelectorAll("[data-punt]")].filter(one => one.checkVisibility()).length"""


@pytest.mark.parametrize("how", ["wis", "terug"])
def test_the_worksheet_on_paper_is_whole_again(open_page: OpenPage, how: str) -> None:
    """After wiping, or going back to the start, it holds all there is to discuss, unticked."""
    page = open_page(ROUTE)
    every = page.locator("[data-punt]").count()
    note(page)
    page.goto(f"{ROUTE}#scherm=uitkomst")
    page.wait_for_function("every => document.querySelectorAll('[data-punt]:not([hidden])').length < every", arg=every)
    page.locator("[data-punt] input:visible").first.check()
    page.goto(f"{ROUTE}#scherm=1")
    if how == "wis":
        wipe(page)
        expect(page.locator(SAID)).to_contain_text("Gewist")
    else:
        page.goto(f"{ROUTE}#")
        expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    page.emulate_media(media="print")
    assert page.evaluate(POINTS) == every > 3
    assert page.locator("[data-punt] input:checked").count() == 0
    assert page.locator(".door:visible, .per-keuze li:visible").count() == 0


AT_HAND = """() => [...document.querySelectorAll("wis-alles > button")].some(button => {
  const box = button.getBoundingClientRect();
  const on = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.width >= 44 && box.height >= 44 && box.x >= 0 && box.right <= innerWidth && box.bottom <= innerHeight
    && (on === button || button.contains(on));
})"""


def at_hand(page: Page) -> bool:
    """True when the button is on the screen, nothing is over it, and it is large enough; at the top and at the end."""
    expect(page.locator("wis-alles[data-blijft]").first).to_be_attached()
    seen = []
    for place in ("0", "document.documentElement.scrollHeight / 2", "document.documentElement.scrollHeight"):
        page.evaluate(f"scrollTo(0, {place})")
        seen.append(page.evaluate(AT_HAND))
    return all(seen)


PLACES = """() => [".kop .kop__zoek :is(a, button)", ".kop__menu", "wis-alles[data-blijft] button"].map(selector => {
  const found = [...document.querySelectorAll(selector)].find(one => one.getClientRects().length);
  const box = found?.getBoundingClientRect();
  return box && [box.left, box.right];
})"""


FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.mark.parametrize("width", [320, 360, 700, 1280])
def test_no_tap_for_another_button_wipes(open_page: OpenPage, width: int) -> None:
    """While something is filled in Zoeken and Menu stay where they were, in sight, and Wis alles stands beside them."""
    page = open_page(f"{ROUTE}#scherm=1", width, 740)
    page.wait_for_selector("gids-stappen .scherm:not([hidden])")
    search, menu, none = page.evaluate(PLACES)
    assert none is None
    page.locator("gids-stappen input[type=checkbox]:visible").first.check()
    page.wait_for_selector("wis-alles[data-blijft]")
    now, menu_now, button = page.evaluate(PLACES)
    assert (now, menu_now) == (search, menu)
    assert button[0] >= 0 and button[1] <= search[0], "it stands over another button"


def test_an_answer_is_seen_before_the_bar_changes_for_it(open_page: OpenPage) -> None:
    """That something is filled in shows in the picture after: all of the bar is looked at anew (besluiten/0057)."""
    page = open_page(f"{ROUTE}#scherm=1")
    page.wait_for_selector("gids-stappen .scherm:not([hidden])")
    assert not page.evaluate("""() => {
      document.querySelector(".vraag:not([hidden]) input").click();
      return document.documentElement.hasAttribute("data-invullen");
    }""")
    page.wait_for_selector("html[data-invullen] wis-alles[data-blijft]")


ANSWER = "document.querySelector('.vraag:not([hidden]) input').click()"
FILLED = "document.documentElement.hasAttribute('data-invullen')"


@pytest.mark.parametrize(
    "then",
    [
        "dispatchEvent(new Event('beforeprint'))",
        "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))",
    ],
)
def test_an_answer_that_no_picture_follows_is_known(open_page: OpenPage, then: str) -> None:
    """A tab in the background paints nothing, and paper comes before the paint: the button is at hand, without it."""
    page = open_page(f"{ROUTE}#scherm=1")
    page.wait_for_selector("gids-stappen .scherm:not([hidden])")
    page.evaluate("window.requestAnimationFrame = () => 0")
    assert page.evaluate(f"() => {{ {ANSWER}; {then}; return {FILLED}; }}")
    assert page.evaluate(AT_HAND)


def test_an_answer_is_at_hand_for_a_wipe_before_it_is_seen(open_page: OpenPage) -> None:
    """Who answers and leaves at once finds the button on the next page; who wipes at once has nothing left."""
    page = open_page(f"{ROUTE}#scherm=1")
    page.wait_for_selector("gids-stappen .scherm:not([hidden])")
    with page.expect_navigation():
        page.evaluate(f"() => {{ {ANSWER}; location.assign('../../factoren/kennis/'); }}")
    assert page.evaluate(FILLED)
    assert at_hand(page)
    page.go_back()
    page.wait_for_selector("gids-stappen .scherm:not([hidden])")
    wipe(page)
    page.evaluate(f"() => {{ {ANSWER}; document.querySelector('.wisvraag button').click(); }}")
    page.evaluate(FRAMES)
    assert kept(page) == set()
    assert not page.evaluate(FILLED)


def test_a_search_that_opens_before_an_answer_is_seen_has_the_button(open_page: OpenPage) -> None:
    """The window shuts out the button of the page, so it has one of its own."""
    page = open_page(f"{ROUTE}#scherm=1")
    page.wait_for_selector("gids-stappen .scherm:not([hidden])")
    page.get_by_role("button", name="Zoeken").focus()
    page.locator("dialog.zoek").wait_for(state="attached")
    page.evaluate(f"() => {{ {ANSWER}; document.querySelector('zoek-venster button').click(); }}")
    expect(page.locator("dialog.zoek wis-alles > button")).to_be_visible()


def test_where_nothing_is_kept_who_leaves_before_an_answer_is_seen_is_asked(open_page: OpenPage) -> None:
    """The page holds it, whether or not the bar has changed for it."""
    page = open_page(EDITION, own=True)
    page.add_init_script(REFUSED)
    with page.expect_response(re.compile("lib/hier.js")):
        page.goto(f"{ROUTE}#scherm=1")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(
        f"() => {{ {ANSWER}; return !dispatchEvent(new Event('beforeunload', {{ cancelable: true }})); }}"
    )


def test_with_the_button_a_page_is_laid_out_once(open_page: OpenPage) -> None:
    """What changes on the page is laid out once, as without the button (besluiten/0057)."""
    page = open_page(f"{ROUTE}#scherm=1", own=True)
    page.locator("gids-stappen input[type=checkbox]:visible").first.check()
    page.wait_for_selector("wis-alles[data-blijft]")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def layouts() -> float:
        found = session.send("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) for one in found if one["name"] == "LayoutCount")

    page.evaluate(FRAMES)
    before = layouts()
    page.evaluate(f"() => {{ document.querySelector('h1').textContent = 'Anders'; return ({FRAMES})(); }}")
    assert layouts() - before == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_the_button_is_at_hand_in_every_screen_of_the_guide(open_page: OpenPage, width: int) -> None:
    """On each screen, in the outcome, in casusmodus, on another page; but not before anything is filled in."""
    page = open_page(f"{PLAN}#scherm=1", width, 740)
    assert not page.evaluate(AT_HAND)
    note(page, PLAN)
    while True:
        assert at_hand(page), page.url
        if "uitkomst" in page.url:
            break
        go(Hands(page))
    page.goto(f"{PLAN}#scherm=1&casus=1")
    assert at_hand(page)
    for address in (PLAN, EXPLORE, EDITION, f"{EDITION}casussen/", f"{EDITION}over/privacy/"):
        page.goto(address)
        assert at_hand(page), address


OVERLAY = ":is(dialog[open], :popover-open:not(wis-alles))"


@pytest.mark.parametrize("width", [360, 1280])
def test_the_button_is_at_hand_over_every_overlay(open_page: OpenPage, width: int) -> None:
    """The search, the menu, what is on this page, the versions, a word that is explained, a meeting on a screen."""
    page = open_page(EMPTY, width, 740)
    noted(page)
    page.goto(f"{EDITION}factoren/kennis/")
    for opener in page.locator("[popovertarget]:visible, zoek-venster > button:visible").all():
        if opener.evaluate("one => one.matches('.sluit') || !!one.closest('[popover]')"):
            continue
        opener.click()
        page.wait_for_selector(OVERLAY)
        page.wait_for_function(AT_HAND)
        page.keyboard.press("Escape")
        page.wait_for_selector(OVERLAY, state="detached")
    page.goto(f"{EDITION}bespreken/")
    page.locator("casus-bespreking [data-doe=groot]").click()
    page.wait_for_function(AT_HAND)


@pytest.mark.parametrize(("form", "width"), in_turn(FORMS, [360, 1280]))
def test_the_button_is_at_hand_in_every_form(open_page: OpenPage, form: str, width: int) -> None:
    """From the first sign on, also when it is only pasted, and half a date."""
    page = open_page(FORMS[form], width, 740)
    assert not page.evaluate(AT_HAND)
    page.locator(f"{form} [data-doe=vul]").first.click() if form == "zelfscan-formulier" else None
    if form == "zelfscan-formulier":
        page.locator(f"{form} input[type=radio]").first.check()
    else:
        fill_all(page, form)
    assert at_hand(page)


COVERS = """() => { const box = document.querySelector("wis-alles").getBoundingClientRect();
  const range = document.createRange(), over = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { parentElement, data } = walk.currentNode;
    if (!data.trim() || parentElement.closest("wis-alles, script") || !parentElement.checkVisibility()) continue;
    range.selectNodeContents(walk.currentNode);
    for (const one of range.getClientRects())
      if (one.width > 1 && one.right > box.x && one.x < box.right && one.bottom > box.y && one.y < box.bottom)
        over.push(data.trim());
  }
  return over }"""


@pytest.mark.parametrize(("address", "width"), in_turn(OUTSIDE, [360, 1280]))
def test_the_button_is_at_hand_outside_the_editions(browser: Browser, server: Server, address: str, width: int) -> None:
    """All municipalities, all versions, an address that leads nowhere, a card and a page for a course."""
    with tabs(browser, server, width) as context:
        page = context.new_page()
        page.goto(address)
        expect(page.locator("wis-alles > button")).to_be_attached()
        assert page.locator("wis-alles[data-blijft]").count() == 0
        noted(page)
        page.goto(address)
        expect(page.locator(f"{WIPES}[data-blijft]")).to_be_attached()
        assert page.evaluate(AT_HAND)
        assert page.evaluate(COVERS) == []
        wipe(page)
        expect(page.locator(SAID)).to_contain_text("Gewist")
        assert page.evaluate(STORED) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_moves_for_the_bar_of_filling_in(open_page: OpenPage, first_view: Server, width: int) -> None:
    """While something is filled in every page has that bar from its first paint, in the editions and before them."""
    page = open_page(EMPTY, width, of=first_view)
    noted(page)
    for address in (EDITION, f"{EDITION}factoren/kennis/", f"{EDITION}inwoner/", f"{EDITION}activiteiten/", ""):
        page.goto(address)
        expect(page.locator(f"{WIPES}[data-blijft]")).to_be_attached()
        assert page.evaluate(SHIFT) <= STEADY, address


def test_the_button_is_over_no_name_of_a_municipality(open_page: OpenPage) -> None:
    """In the bar of an edition, of its versions and of all municipalities, also beside the longest names; any width."""
    page = open_page(EMPTY, 320, 740)
    noted(page)
    for address in (f"{EDITION}factoren/kennis/", "voorbeeldstad/", ""):
        page.goto(address)
        expect(page.locator(f"{WIPES}[data-blijft]")).to_be_attached()
        for width in (320, 360, 414, 740, 980, 1280):
            page.set_viewport_size({"width": width, "height": 740})
            for name in [*sorted(GEMEENTEN, key=len)[-3:], "'s-Hertogenbosch", "Hardinxveld-Giessendam"]:
                page.locator(".kop__gemeente").evaluate("(one, name) => { one.textContent = name }", name)
                assert page.evaluate(COVERS) == [], (address, width, name)
                assert page.evaluate(AT_HAND), (address, width, name)


# Everywhere that one chooses or types outside a form that keeps it.
CHOICES = (
    "activiteiten",
    "begrippen",
    "bronnen",
    "gesprekskaart",
    "kaarten",
    "naast-elkaar",
    "onderzoeken",
    "over/bouwstenen",
    "poster",
    "voor-elearningmakers",
)
IN_THE_CASE = ("<gids-stappen", "<inwoner-papier")  # what is chosen there the case keeps, and goes with it
CHANGE = """form => { for (const one of form.querySelectorAll("input, select")) {
  if (!one.checkVisibility() || one.disabled) continue;
  if (one.type === "checkbox" || one.type === "radio") { if (!one.checked && !form.querySelector("[data-was]")) {
    one.click(); one.dataset.was = "" } }
  else { one.value = one.options ? one.options[1].value : "zz"; for (const type of ["input", "change"])
    one.dispatchEvent(new Event(type, { bubbles: true })) } } }"""
CHANGED = """() => [...document.querySelectorAll("article :is(input, select), main input")].filter(one =>
  one.options ? one.selectedIndex > 0
    : one.matches("[type=checkbox], [type=radio]") ? one.checked !== one.defaultChecked
    : one.value !== one.defaultValue).length"""


@pytest.mark.parametrize("address", ["", *(f"{EDITION}{name}/" for name in CHOICES)])
def test_a_choice_goes_too(open_page: OpenPage, address: str) -> None:
    """A filter, a list to search in, what to compare or to print: its ticks, its words and the address after #."""
    page = open_page(address)
    before = page.locator("article, main").first.inner_text()
    page.evaluate(f"for (const form of document.querySelectorAll('form, gemeente-zoeken')) ({CHANGE})(form)")
    page.wait_for_timeout(50)
    assert page.evaluate(CHANGED) > 0
    wipe(page)
    page.wait_for_function(f"() => ({CHANGED})() === 0")
    assert page.url.partition("#")[2] == ""
    assert page.locator("article, main").first.inner_text() == before


def test_the_choices_are_found(site: Path) -> None:
    """No page has a field outside the forms that keep it, that the test above does not know."""
    found = set()
    for path in (site / EDITION).rglob("index.html"):
        html, name = path.read_text("utf-8"), path.parent.relative_to(site / EDITION).as_posix()
        if any(f"<{field}" in html for field in ("input", "select", "textarea")) and "data-formulier=" not in html:
            found |= set() if any(one in html for one in IN_THE_CASE) else {name}
    assert found == set(CHOICES)


def test_a_choice_for_a_case_keeps_the_button_in_sight(open_page: OpenPage) -> None:
    """What is compared and what a conversation is about: the button stays on the screen, and Back brings nothing."""
    page = open_page(f"{EDITION}naast-elkaar/", 360, 740)
    page.locator(".vk-kies input").first.evaluate("one => one.click()")
    assert at_hand(page)
    page.goto(f"{EDITION}gesprekskaart/")
    for box in page.locator("[name=factor]").all()[:2]:
        box.evaluate("one => one.click()")
    assert at_hand(page)
    wipe(page)
    expect(page.locator(".gesprek__deel:visible")).to_have_count(0)
    page.evaluate("history.back()")
    page.wait_for_timeout(200)
    expect(page.locator(".gesprek__deel:visible")).to_have_count(0)
    assert page.url.partition("#")[2] == ""


CHOSEN = """() => location.hash + [...document.querySelectorAll("dialog[open], article [type=checkbox]:checked")].length
  + [...document.querySelectorAll("select")].map((one) => one.selectedIndex || "").join("")"""


def choose_in_the_address(page: Page, address: str) -> str:
    """Choose or type something that then stands after #, and return what is chosen."""
    page.goto(f"{EDITION}{address}")
    if address == "naast-elkaar/":
        page.locator(".vk-kies input").evaluate_all("all => { for (const one of all.slice(0, 2)) one.click() }")
    elif address == "gesprekskaart/":
        page.locator("[name=factor]").evaluate_all("all => { for (const one of all.slice(0, 2)) one.click() }")
    elif address == "activiteiten/":
        page.get_by_label("Werkgever", exact=True).select_option("ja")
    else:
        page.click("zoek-venster > button")
        page.fill("#zoek-veld", CANARY)
    page.wait_for_function("() => location.hash.includes('=')")
    chosen: str = page.evaluate(CHOSEN)
    return chosen


IN_THE_ADDRESS = ("naast-elkaar/", "gesprekskaart/", "activiteiten/", "factoren/kennis/")


@pytest.mark.parametrize(("address", "where"), in_turn(IN_THE_ADDRESS, ["elders", "hier"]))
def test_back_after_a_wipe_brings_no_choice_back(browser: Browser, server: Server, address: str, where: str) -> None:
    """What was searched, filtered or compared on an earlier page: before a wipe Back shows it, after it never again."""
    with tabs(browser, server) as context:
        page, other = context.new_page(), context.new_page()
        chosen = choose_in_the_address(page, address)
        page.goto(EDITION)
        page.go_back()
        page.wait_for_function(f"one => ({CHOSEN})() === one", arg=chosen)
        page.goto(EDITION)
        other.goto(EDITION) if where == "elders" else None
        wipe(other if where == "elders" else page)
        page.go_back()
        page.wait_for_function("() => location.hash === '' && document.readyState === 'complete'")
        page.wait_for_timeout(300)
        assert page.evaluate(CHOSEN) == "0"
        assert left(page) == []
        if address == "gesprekskaart/":  # each choice is a step there
            page.go_back()
            page.wait_for_function("() => !location.hash.includes('=')")
        assert page.evaluate(STORED) == []


@pytest.mark.parametrize("address", ["naast-elkaar/", "gesprekskaart/"])
def test_a_link_to_a_choice_keeps_its_choice(open_page: OpenPage, address: str) -> None:
    """An address that somebody sent shows what it names, also after an earlier wipe, a reload and Back."""
    page = open_page(EDITION)
    choose_in_the_address(page, address)
    link = page.url
    wipe(page)
    page.wait_for_function("() => location.hash === ''")
    page.goto(EDITION)
    page.goto(link)
    expect(page.locator("article input[type=checkbox]:checked")).to_have_count(2)
    page.reload()
    expect(page.locator("article input[type=checkbox]:checked")).to_have_count(2)
    page.goto(EDITION)
    page.go_back()
    expect(page.locator("article input[type=checkbox]:checked")).to_have_count(2)
    assert page.evaluate(STORED) == []


def test_a_wipe_of_nothing_does_not_say_wiped(open_page: OpenPage) -> None:
    """Nor does its button move, in a fresh tab or where a palette was kept."""
    page = open_page(EDITION)
    wipe(page)
    expect(page.locator(SAID)).to_contain_text("Hier was niets ingevuld")
    expect(page.locator(SAID)).not_to_contain_text("Gewist")
    page.click("palet-keuze button")
    wipe(page)
    expect(page.locator(SAID)).to_contain_text("Hier was niets ingevuld. Andere tabbladen")
    expect(page.locator(SAID)).not_to_contain_text("Gewist")
    assert page.locator("wis-alles[data-blijft]").count() == 0


def test_wiping_in_the_search_empties_it_and_stays_there(open_page: OpenPage) -> None:
    """The search words, their results and the address go too; the sentence is read there, the search stays open."""
    page = open_page(EMPTY)
    noted(page)
    page.goto(ROUTE)
    page.click("zoek-venster > button")
    page.fill("#zoek-veld", CANARY)
    page.wait_for_function("() => location.hash.startsWith('#zoek=')")
    wipe(page, "dialog wis-alles")
    expect(page.locator("dialog wis-alles [role=status]")).to_contain_text("Gewist")
    page.wait_for_timeout(400)
    assert left(page) == []


@pytest.mark.parametrize("where", ["balk", "voet", "zoekvenster", "kaart", "alle gemeenten"])
def test_it_asks_before_it_wipes(open_page: OpenPage, where: str) -> None:
    """By keyboard: the question has the focus, Escape and «Toch niet» keep all and lead back, two presses wipe."""
    page = open_page(ROUTE if where == "balk" else EMPTY)
    if where == "balk":
        note(page)
        page.keyboard.press("Escape")
    else:
        noted(page)
        page.goto(
            {"kaart": f"{EDITION}kaart/factor-kennis/", "alle gemeenten": ""}.get(where, f"{EDITION}factoren/kennis/")
        )
    if where == "voet":
        page.evaluate("document.querySelector('.voet').scrollIntoView()")
    if where == "zoekvenster":
        page.click("zoek-venster > button")
    part = page.locator("dialog wis-alles" if where == "zoekvenster" else WIPES).first
    first, question = part.locator("> button"), part.locator(".wisvraag")
    expect(first).to_have_text("Wis alle notities" if where == "zoekvenster" else "Wis alles")
    for leave in ("Escape", "Enter"):  # on «Toch niet», where the focus is
        first.focus()
        page.keyboard.press("Enter")
        expect(question.get_by_role("button", name="Toch niet")).to_be_focused()
        page.keyboard.press(leave)
        expect(question).to_be_hidden()
        expect(first).to_be_focused()
        assert CANARY in page.evaluate("JSON.stringify(sessionStorage)")
    page.keyboard.press("Enter")
    expect(question).to_be_visible()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(part.locator("[role=status]")).to_contain_text("Wat gekopieerd, bewaard of afgedrukt is, blijft.")
    expect(question).to_be_hidden()
    expect(page.locator("gids-stappen h2:focus") if where == "balk" else first).to_be_focused()
    assert left(page) == []


def test_a_press_beside_the_question_changes_nothing(open_page: OpenPage) -> None:
    """The question goes, and what lies under it stays as it was."""
    page = open_page(f"{ROUTE}#scherm=1", 360, 740)
    page.wait_for_selector("gids-stappen .scherm:not([hidden])")
    boxes = page.locator("gids-stappen .keuzevak:visible")
    boxes.first.locator("input").check()
    for box in boxes.all():
        page.click("wis-alles > button")
        question = page.locator(".wisvraag").bounding_box()
        place = box.bounding_box()
        assert place and question
        if question["y"] <= place["y"] + 4 <= question["y"] + question["height"]:
            page.keyboard.press("Escape")
            continue
        page.mouse.click(place["x"] + 4, place["y"] + 4)
        expect(page.locator(".wisvraag")).to_be_hidden()
    expect(page.locator("gids-stappen input:checked")).to_have_count(1)
    expect(boxes.first.locator("input")).to_be_checked()


def test_a_browser_without_popovers_wipes_at_once(open_page: OpenPage) -> None:
    """It has no question to show, so the button does what it says."""
    page = open_page(EDITION, own=True)
    page.add_init_script("delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.hidePopover")
    note(page)
    page.click("wis-alles > button")
    expect(page.locator(SAID)).to_contain_text("Gewist")
    assert left(page) == []


SHOWN_AGAIN = """() => { const { showPopover } = HTMLElement.prototype;
  window.again = 0;
  HTMLElement.prototype.showPopover = function () { again += this.matches("wis-alles"); showPopover.call(this); } }"""
OVER = """part => {
  const box = document.querySelector(`${part} [role=status]`).getBoundingClientRect();
  const parts = part.startsWith("dialog") ? ".zoek__vorm > *" : "h1, .kop a, .kop button";
  return [...document.querySelectorAll(parts)].filter(one => {
    const at = one.getBoundingClientRect();
    return at.width && at.height && one.checkVisibility() && !one.closest("dialog:not([open])")
      && at.x < box.right && box.x < at.right && at.y < box.bottom && box.y < at.bottom;
  }).map(one => one.outerHTML) }"""


def _over(page: Page, part: str) -> list[str]:
    """Return what the sentence of a wipe lies over, at any width."""
    found = list[str]()
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        expect(page.locator(f"{part} [role=status]").first).to_contain_text("Gewist")
        found += [f"{width}: {one}" for one in page.evaluate(OVER, part)]
    return found


def test_what_was_wiped_is_said_beside_what_one_reads(open_page: OpenPage) -> None:
    """The sentence lies over no title, no bar, and no field or button of the search."""
    page = open_page(EMPTY, 320, 740)
    for address in (f"{EDITION}factoren/kennis/", f"{EDITION}instrumenten/samen-kijken/", ""):
        noted(page)
        page.goto(address)
        wipe(page)
        assert _over(page, WIPES) == [], address
    noted(page)
    page.goto(f"{EDITION}factoren/kennis/")
    page.click("zoek-venster > button")
    page.evaluate(SHOWN_AGAIN)
    wipe(page, "dialog wis-alles")
    assert _over(page, "dialog wis-alles") == []
    assert page.evaluate("again") == 0, "the button of the page came over the search"


def test_no_script_empties_a_storage_whole() -> None:
    """The storages are touched in one module, and by the palette before the first paint; never with clear()."""
    touching = {path.name for path in (DOCS / "assets").rglob("*.js") if "Storage" in path.read_text("utf-8")}
    assert touching == {"storage.js", "voorkeur.js"}
    assert [path for path in (DOCS / "assets").rglob("*.js") if "Storage.clear(" in path.read_text("utf-8")] == []
