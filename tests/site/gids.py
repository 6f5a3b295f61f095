"""Walking through a route in the browser, as a reader does: choose, go on, come to the end."""

import json
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from playwright.sync_api import Locator, Page, TimeoutError, expect

from leidraad.model.types.routes import UITSPRAKEN, Route, Voorbeeldloop, Vraag
from tests.site.hands import Hands, Quick
from tests.site.pages import FRAMEWORK

EDITION = "voorbeeldstad/nieuwste/"
ROUTE = f"{EDITION}afwegen/casus-zit-vast/"
PLAN = f"{EDITION}afwegen/plan-kiezen/"
EXPLORE = f"{EDITION}afwegen/verkennen/"
CASUS = f"{EDITION}afwegen/jullie-casus/"
NEXT = ".gids-verder [type=submit]"
# The address comes first, and the screen that belongs to it a moment later.
ARRIVED = """before => {
  const shown = [...document.querySelectorAll(".scherm:not([hidden])")].map(one => one.dataset.scherm);
  return location.href !== before && shown.length === 1 && `${location.hash}&`.startsWith(`#scherm=${shown[0]}&`);
}"""


def go(hands: Hands, press: str = NEXT) -> None:
    """Press what leads to another screen, and wait until its address is there too."""
    before = hands.page.url
    hands.click(press)
    hands.page.wait_for_function(ARRIVED, arg=before)


def heading(page: Page) -> str:
    """Return the heading that has the focus."""
    text: str = page.evaluate("document.activeElement.textContent")
    return text


def at(page: Page, place: str) -> None:
    """Wait until the screen with this address is there, with the focus on its heading."""
    page.wait_for_function("place => location.hash === place", arg=f"#{place}")
    page.wait_for_function("() => document.activeElement.matches('h2, legend, h1')")


def answer(hands: Hands, route: Route, answers: dict[str, Any], id_: str) -> None:
    """Fill in one question with a value of the model."""
    vraag = route.vraag(id_)
    value = answers.get(id_)
    assert vraag is not None
    if vraag.tekstveld and answers.get(f"{id_}.tekst"):
        hands.fill(f"[name='{id_}.tekst']", answers[f"{id_}.tekst"])
    if vraag.soort == "tekst" and isinstance(value, str):
        hands.fill(f"textarea[name='{id_}']", value)
    elif vraag.soort == "datum" and value:
        for part, text in zip(("jaar", "maand", "dag"), value.split("-"), strict=True):
            hands.fill(f"[name='{id_}.{part}']", text)
    else:
        for one in value or []:
            hands.check(f"[name='{id_}'][value='{one}']")
    if vraag.soort == "wegen":
        weigh(hands, vraag, answers.get(UITSPRAKEN, ()))
    elif vraag.is_beeld:
        hear(hands, vraag, answers.get(UITSPRAKEN, ()))


def weigh(hands: Hands, vraag: Vraag, uitspraken: Sequence[dict[str, str]]) -> None:
    """Go from the list of factors to each about which there is a statement, and back to the list."""
    for factor in dict.fromkeys(one["factor"] for one in uitspraken):
        for link in (f".wegen-lijst a[href$='factor={factor}']", NEXT):
            go(hands, link)
            if link != NEXT:
                hear(hands, vraag, [one for one in uitspraken if one["factor"] == factor])


def hear(hands: Hands, vraag: Vraag, uitspraken: Sequence[dict[str, str]]) -> None:
    """Fill in the statements about the factors that are on the screen, unless they stand there already."""
    for factor, told in groupby(sorted(uitspraken, key=itemgetter("factor")), itemgetter("factor")):
        option = next((optie.id for optie in vraag.opties if optie.factor == factor), None)
        if option:
            hands.check(f"[name='{vraag.id}'][value='{option}']")
        for nth, one in enumerate(told):
            row = f"[name='{vraag.id}.{factor}.{nth}."
            if nth and not hands.page.locator(f"{row}bron']").count():
                hands.click(f"[data-doe=meer][value='{vraag.id}.{factor}']:visible")
            if not _comes(hands.page.locator(f"{row}woorden']")):
                break
            hands.fill(f"{row}woorden']", one.get("woorden", ""))
            for key in ("bron", "richting"):
                if one.get(key):
                    hands.check(f"{row}{key}'][value='{one[key]}']")


def _comes(field: Locator) -> bool:
    """Return whether a field is shown, now or as soon as the screen is drawn."""
    try:
        field.wait_for(timeout=1000)
    except TimeoutError:
        return False
    return True


def too_many(page: Page) -> None:
    """Choose more than there is time for, and go on: the route says so."""
    page.goto(f"{ROUTE}#scherm=3")
    three = {"levert-niets-op": "houding", "lukt-mij-niet": "geloof-in-eigen-kunnen", "nooit-gedaan": "vaardigheden"}
    for one, factor in three.items():
        heard(page, "wat-hoor-je", factor, option=one)
    page.goto(f"{ROUTE}#scherm=5")
    for one in three:
        Quick(page).check(f"#waar-beginnen--{one}")
    Quick(page).click(NEXT)


def walk(page: Page, loop: Voorbeeldloop, *, quick: bool = False) -> list[str]:
    """Walk from the first screen to the outcome by the buttons, and return the questions that were asked."""
    route, hands = FRAMEWORK.routes[loop.route], Quick(page) if quick else Hands(page)
    page.goto(f"{EDITION}afwegen/{route.id}/")
    before = page.url
    page.get_by_role("button", name="Begin", exact=True).click()
    page.wait_for_function(ARRIVED, arg=before)
    asked: list[str] = []
    while "controle" not in page.url:
        shown = page.locator(".scherm:not([hidden]) .vraag:visible")
        ids = [id_ or "" for id_ in shown.evaluate_all("all => all.map(one => one.dataset.vraag)")]
        for id_ in ids:
            answer(hands, route, loop.antwoorden, id_)
        asked += [id_ for id_ in ids if id_ not in asked]
        go(hands)
    hands.click(NEXT)
    expect(page.locator(".scherm[data-scherm=uitkomst]")).to_be_visible()
    return asked


def discussed(page: Page) -> list[str]:
    """Return the items to discuss that are shown, in order."""
    ids: list[str] = page.locator("[data-punt]:visible").evaluate_all("all => all.map(one => one.dataset.punt)")
    return ids


def case(page: Page) -> dict[str, Any]:
    """Return the case of this tab, as it is kept."""
    found: dict[str, Any] = json.loads(page.evaluate("sessionStorage.getItem('leidraad.casus /') ?? '{}'"))
    return found


def heard(page: Page, vraag: str, factor: str, bron: str = "gezegd", option: str = "") -> None:
    """Note one statement about a factor at a question of the screen."""
    if option:
        Quick(page).check(f"#{vraag}--{option}")
    Quick(page).check(f"[name='{vraag}.{factor}.0.bron'][value={bron}]")
