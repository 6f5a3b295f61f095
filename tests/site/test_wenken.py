"""The hints of the form are those of the command: the same check, the same words, for the same file."""

import base64
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from leidraad.checks import check_framework
from leidraad.model.yaml.problem import Problem
from tests.site.browser import OpenPage
from tests.site.maker import EDITION, MAKER, assert_alike, begin_with_own, given, hold, known, make, state_of, unpacked
from tests.site.pages import EDITIONS

STARS = ["Een * b *c", "2 *x", "*goed*", "a *b* *c", "**vet** *los", "- *punt*\n- *los", "[*x*](https://a.nl) *y"]
LONG = " ".join(["woord"] * 31).capitalize() + "."
POINTS = [
    "“gekruld”",
    "‘enkel’",
    "“half",
    "- streep",
    "1. een",
    "Caf&eacute; dicht",
    "En dan TODO nog",
    r"Een \* staat",
]


def judged(page: Page, root: Path) -> list[Problem]:
    """Return what the command says of the folder that the form makes."""
    problems = check_framework(unpacked(page, root))[1]
    assert [one for one in problems if one.level == "fout"] == []
    return problems


@pytest.mark.parametrize("edition", EDITIONS)
def test_of_an_edition_the_hints_are_those_of_the_command(open_page: OpenPage, tmp_path: Path, edition: str) -> None:
    """Begun with what is there, and nothing changed."""
    page = open_page(MAKER.replace(EDITION, edition))
    begin_with_own(page)
    make(page)
    slug = edition.partition("/")[0]
    assert_alike(given(page), known(judged(page, tmp_path), slug))


def spoiled(state: Any) -> Any:
    """Give a state all that the form can hint at."""
    [gemeente], principes = state["gemeente"], state["gedragsprincipe"]
    gemeente |= {"woorden.inwoner.enkelvoud": "deelnemer", "woorden.inwoner.meervoud": "inwoners"}
    gemeente |= {
        "adres": "",
        "contact": "",
        "wet_herzien_voor": "",
        "datum": "2126-01-01",
        "afspraken.vast": ["Een inwoner belt."],
    }
    state["teksten"] = [{**state["teksten"][0], "wet": "Over de wet: de inwoner leest hier."}]
    state["bestand"] = [
        *state.get("bestand", []),
        {"naam": "beeld/oud.svg", "data": base64.b64encode(b"<a/>").decode()},
    ]
    principes[0] |= {
        "titel": "Wat is dit?",
        "betekent_wel": [],
        "betekent_niet": POINTS + STARS,
        "kern": LONG,
        "status": "vastgesteld",
        "op": "2126-01-01",
        "door": "  ",
    }
    principes[0] |= {"waarom": "Wij keken. Hierover vonden wij niets.", "geleerd": ["Dit is nergens onderzocht."]}
    principes[0] |= {"herzien_voor": "2020-01-01", "voorbeeldcasus": "Eerst dit:\n• een", "spanning_met": []}
    principes[0] |= {key: type(held)() for key, held in principes[0].items() if key.startswith("onderbouwing.client")}
    for principe in principes[1:]:
        principe |= {"getoetst_met": [], "spanning_met": [], "status": "vervallen", "status_toelichting": "Voorbij."}
    principes[-1]["status_toelichting"] = ""
    state["aanvulling"][0] |= {"open_vragen": ["Is het geregeld?", "Wat " + "wilt u " * 12 + "weten?"]}
    return state


@pytest.mark.parametrize("day", ["", "2020-01-01"])
def test_all_that_can_be_hinted_at_is_said_in_both(open_page: OpenPage, tmp_path: Path, day: str) -> None:
    """A folder with every kind of hint, made by the form and read by the command; nothing is refused."""
    page = open_page(MAKER)
    begin_with_own(page)
    state = spoiled(state_of(page))
    state["gemeente"][0]["wet_herzien_voor"] = day
    hold(page, state)
    make(page)
    told = known(judged(page, tmp_path), "voorbeeldstad")
    assert len({one.rpartition("[")[2] for one in told}) >= 15
    assert_alike(given(page), told)
    field = page.locator(".wenken a[href^='#']").first
    field.click()
    expect(page.locator(f"[id='{(field.get_attribute('href') or '#')[1:]}']")).to_be_focused()
