"""A lesson in learning systems that are not as the rule says, made by hand, in a real browser."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, FrameLocator, Locator, Page, expect

from leidraad.model.kinds import KINDS
from leidraad.model.use.addresses import card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import version_at
from leidraad.outputs.zips import scorm
from leidraad.render.block.items import items
from tests.site.axe import Violations
from tests.site.browser import View
from tests.site.pages import FRAMEWORK
from tests.site.server import Server, serve

SLUG = "voorbeeldstad"
EDITION = Edition(FRAMEWORK, FRAMEWORK.gemeenten[SLUG])
LESSON = "factor-kennis"
ONE_OF_EACH = {item.soort: card(item.soort, item.id) for item in reversed(items(EDITION))}
LESSONS = [ONE_OF_EACH[kind.name] for kind in KINDS if kind.lesson] + ["cursus"]
API = """
window.kept = { "cmi.core.lesson_status": "not attempted" };
const api = { LMSInitialize: () => "true", LMSFinish: () => "true", LMSCommit: () => "true",
  LMSGetValue: (key) => kept[key] ?? "", LMSSetValue: (key, value) => { kept[key] = value; return "true"; },
  LMSGetLastError: () => "101" };
"""
FRAME = f"document.body.innerHTML = '<iframe id=les title=Les width=900 height=700 src={LESSON}.html></iframe>';"
THROW = "() => { throw new Error('kapot'); }"
HEAD = "<!doctype html><html lang=nl><meta charset=utf-8><title>Leersysteem</title><link rel=icon href=data:,><body>"
# What the page of the learning system does; the lesson stands in its frame «les», or in a window that it opens.
KINDS_OF_SYSTEM = {
    "gewoon": f"window.API = api; {FRAME}",
    "ja-en-nee": "for (const name of ['LMSInitialize', 'LMSCommit', 'LMSFinish']) api[name] = () => true;"
    f"api.LMSSetValue = (key, value) => {{ kept[key] = value; return true; }}; window.API = api; {FRAME}",
    "laat": f"setTimeout(() => (window.API = api), 2500); {FRAME}",
    "gooit-bij-lezen": f"api.LMSGetValue = {THROW}; api.LMSFinish = {THROW}; window.API = api; {FRAME}",
    "venster": f"window.API = api; window.les = open('{LESSON}.html');",
    "venster-van-het-kader": "window.API = api; document.body.innerHTML = '<iframe title=Menu src=menu.html></iframe>'",
    "opener-van-de-ouder": "window.API = api; open('speler.html');",
    "diep": "window.API = api; document.body.innerHTML = '<iframe title=Speler src=speler.html></iframe>';",
}
REFUSING = {
    "begint-niet": (f"api.LMSInitialize = () => 'false'; window.API = api; {FRAME}", "Er is niets vastgelegd"),
    "begint-met-een-fout": (f"api.LMSInitialize = {THROW}; window.API = api; {FRAME}", "Er is niets vastgelegd"),
    "zet-niets": (f"api.LMSSetValue = () => 'false'; window.API = api; {FRAME}", "Niet vastgelegd"),
    "zet-nee": (f"api.LMSSetValue = () => false; window.API = api; {FRAME}", "Niet vastgelegd"),
    "bewaart-niet": (f"api.LMSCommit = {THROW}; window.API = api; {FRAME}", "Niet vastgelegd"),
    "alles-gooit": (f"for (const name in api) api[name] = {THROW}; window.API = api; {FRAME}", "niets vastgelegd"),
    "er-is-er-geen": (FRAME, "Er is niets vastgelegd"),
}

_UNSURE = "Je leersysteem legt dit misschien niet vast."
CAREFUL = {  # what it answers to a key, and what is said of it before and after the button was pressed
    "inkijken": ({"lesson_mode": "browse"}, _UNSURE, _UNSURE),
    "terugkijken": ({"lesson_mode": "review"}, _UNSURE, _UNSURE),
    "telt-niet": ({"credit": "no-credit"}, _UNSURE, _UNSURE),
    "telt": ({"lesson_mode": "normal", "credit": "credit"}, "", "Vastgelegd: gelezen."),
    "stond-al-vast": ({"lesson_status": "completed"}, "Dit stond al vast", "Dit stond al vast"),
    "was-gehaald": ({"lesson_status": "passed", "lesson_mode": "review"}, "Dit stond al vast", "Dit stond al vast"),
}


@pytest.fixture(scope="module")
def packages() -> dict[str, bytes]:
    """Every SCORM package of an edition."""
    return dict(scorm.files(EDITION, version_at(EDITION, Path(SLUG) / "nieuwste")))


@pytest.fixture(scope="module")
def lessons(packages: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The lessons, unpacked beside each other as a learning system does, with a page for each kind of system."""
    folder = tmp_path_factory.mktemp("lessen")
    for name in {*LESSONS, LESSON}:
        zipfile.ZipFile(io.BytesIO(packages[f"cursus/les-{name}.zip"])).extractall(folder)
    scripts = KINDS_OF_SYSTEM | {name: script for name, (script, _) in REFUSING.items()}
    for name, (values, _, _) in CAREFUL.items():
        held = "".join(f"kept['cmi.core.{key}'] = '{value}';" for key, value in values.items())
        refuses = "" if values.get("lesson_status") is None else "api.LMSSetValue = () => 'false';"
        scripts[name] = f"{held}{refuses} window.API = api; {FRAME}"
    for name, script in scripts.items():
        (folder / f"{name}.html").write_text(f"{HEAD}<script>{API}{script}</script>", "utf-8")
    (folder / "speler.html").write_text(f"{HEAD}<script>{FRAME}</script>", "utf-8")
    (folder / "menu.html").write_text(f"{HEAD}<script>open('{LESSON}.html')</script>", "utf-8")
    with serve(folder) as running:
        yield running


def _lesson(page: Page, name: str, lessons: Server) -> Page:
    """Open a page of a learning system, and return the window in which the lesson stands."""
    opens = "open(" in KINDS_OF_SYSTEM.get(name, "") or name == "venster-van-het-kader"
    if not opens:
        page.goto(f"{lessons.address}{name}.html")
        return page
    with page.expect_popup() as opened:
        page.goto(f"{lessons.address}{name}.html")
    return opened.value


def _to_the_end(lesson: Frame | FrameLocator) -> None:
    """Scroll as a reader does: the end of the text is above the list of its sources, and the button below that."""
    end = lesson.locator(".deel > :last-child").first
    end.scroll_into_view_if_needed()
    end.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def _read(window: Page) -> Locator:
    """Press the button of the lesson, in whichever frame it is, and return where it says what came of it."""
    pressed = None
    for _ in range(200):
        for frame in window.frames:
            if frame.locator("#gelezen:not([hidden])").count():
                _to_the_end(frame)
                frame.locator("#gelezen").click()
                pressed = frame.locator("#stand")
            text = pressed.inner_text() if pressed else ""
            if pressed and text and "nog niet" not in text:  # the browser says a moment later what is in view
                return pressed
        window.wait_for_timeout(50)
    raise AssertionError("de les is er niet")


@pytest.mark.parametrize("name", KINDS_OF_SYSTEM)
def test_a_lesson_finds_its_learning_system(browser: Browser, lessons: Server, name: str) -> None:
    """In a parent, an opener or the opener of a parent; late, with booleans, or throwing where nothing is at stake."""
    page = browser.new_page()
    window = _lesson(page, name, lessons)
    page.wait_for_function("() => kept['cmi.core.lesson_status'] === 'incomplete'")
    for _ in range(2):  # who presses again hears the same
        expect(_read(window)).to_have_text("Vastgelegd: gelezen.")
    assert page.evaluate("kept") == {"cmi.core.lesson_status": "completed"}
    page.context.close()


@pytest.mark.parametrize("name", REFUSING)
def test_what_was_not_recorded_is_said(browser: Browser, lessons: Server, name: str) -> None:
    """A system that refuses, throws or is not there leaves the lesson to read, and nobody thinks that it was kept."""
    page = browser.new_page()
    window = _lesson(page, name, lessons)
    stand = _read(window)
    expect(stand).to_contain_text(REFUSING[name][1])
    window.wait_for_timeout(600)  # a search for a system that goes on may not put something else in its place
    expect(stand).to_contain_text(REFUSING[name][1])
    assert page.evaluate("kept['cmi.core.lesson_status']") != "completed" or name == "bewaart-niet"
    page.context.close()


@pytest.mark.parametrize("name", CAREFUL)
def test_nothing_is_claimed_that_a_system_does_not_promise(browser: Browser, lessons: Server, name: str) -> None:
    """Where it lets a lesson only be looked at, that stays said; what stood there is not said to be lost."""
    page = browser.new_page()
    _, before, after = CAREFUL[name]
    window = _lesson(page, name, lessons)
    expect(page.frame_locator("#les").locator("#stand")).to_contain_text(before)
    expect(_read(window)).to_contain_text(after)
    page.context.close()


def test_who_pressed_too_early_is_told_when_there_is_a_system(browser: Browser, lessons: Server) -> None:
    """What was not recorded is said until a system comes, and then that the button is to be pressed again."""
    page = browser.new_page()
    page.goto(f"{lessons.address}laat.html")
    lesson = page.frame_locator("#les")
    lesson.locator("#gelezen").click()
    expect(lesson.locator("#stand")).to_have_text(
        "Er is nu verbinding met het leersysteem. Druk nog eens op de knop.", timeout=10_000
    )
    _to_the_end(lesson)
    lesson.locator("#gelezen").click()
    expect(lesson.locator("#stand")).to_have_text("Vastgelegd: gelezen.")
    page.context.close()


def test_a_course_asks_for_each_of_its_parts(browser: Browser, lessons: Server) -> None:
    """Nothing seen is not read, and some seen is not either, however often the button is pressed; all of it is."""
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.goto(f"{lessons.address}cursus.html")
    press = "document.getElementById('gelezen').click()"
    page.wait_for_function("() => !document.getElementById('gelezen').hidden")
    page.evaluate(press)
    parts = page.locator("article.deel")
    many = parts.count()
    expect(page.get_by_role("status")).to_contain_text(f"Van 0 van de {many} delen was het eind in beeld. Nog niet: ")
    for number in range(many):
        if number == 1:
            for _ in range(3):
                page.evaluate(press)
                expect(page.get_by_role("status")).to_contain_text(f"Van 1 van de {many} delen was het eind in beeld.")
        last = parts.nth(number).locator("> :last-child")
        last.scroll_into_view_if_needed()
        page.wait_for_timeout(100)
    page.evaluate(press)
    expect(page.get_by_role("status")).to_contain_text("geen verbinding")
    page.context.close()


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_has_no_violation(
    browser: Browser, lessons: Server, name: str, violations: Violations, views: tuple[View, ...]
) -> None:
    """axe finds nothing, wide and narrow, light and dark; nothing is wider than a phone."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(f"{lessons.address}{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page, views) == set()
    page.context.close()
