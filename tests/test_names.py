"""A name → where it stands in a list, its folder and what finds it: the cases in namen.yaml."""

import re
from typing import Any

import pytest
from markupsafe import escape

from leidraad.model.reading.names import impossible
from leidraad.model.types.base import ID_PATTERN
from leidraad.model.use.names import capital, fold, letter, slug_of, sort_key
from leidraad.render.page.voordeur import root_page
from tests.names import CASES, GEMEENTEN
from tests.probe import ROOT


@pytest.mark.parametrize("case", CASES["namen"], ids=lambda case: case["naam"])
def test_a_name_is_sorted_and_becomes_a_folder(case: dict[str, Any]) -> None:
    """Particles, accents, brackets, hyphens and the one-letter Ĳ."""
    assert (sort_key(case["naam"]), slug_of(case["naam"])) == (case["sorteert"], case["map"])


def test_names_stand_in_the_order_of_a_dutch_alphabet() -> None:
    """And under the letter that goes with it."""
    names = [name for _, name in CASES["volgorde"]]
    assert sorted(sorted(names), key=sort_key) == names
    assert [[letter(name), name] for name in names] == CASES["volgorde"]


def test_every_municipality_has_its_place_and_its_folder() -> None:
    """The whole country, in the order of a list; each has a folder of its own that every computer can hold."""
    assert len(GEMEENTEN) == 342
    assert sorted(sorted(GEMEENTEN), key=sort_key) == GEMEENTEN
    slugs = [slug_of(name) for name in GEMEENTEN]
    assert [slug for slug in slugs if not re.fullmatch(ID_PATTERN, slug) or impossible(slug)] == []
    assert len({slug.replace("-", "") for slug in slugs}) == len(GEMEENTEN)
    assert {letter(name) for name in GEMEENTEN} == set("ABCDEGHIKLMNOPRSTUVWZ")


def test_a_folder_as_its_name_leads_back_to_it() -> None:
    """What is made of a name is made of the folder again, and of the name in capitals or without its accents."""
    for name in GEMEENTEN:
        assert {slug_of(one) for one in (slug_of(name), name.upper(), fold(name), f" {name} ")} == {slug_of(name)}


def test_another_name_is_on_the_root_page() -> None:
    """So that a reader who knows no other one finds it."""
    other = "'s-Hertogenbosch"
    data = {**_data("Den Bosch"), "gemeente": {"naam": "Den Bosch", "andere_namen": [other]}}
    assert f'<span class="kaartjes__ook">{escape(other)}</span>' in root_page({"x": data})


def test_the_root_page_lists_the_municipalities_in_that_order() -> None:
    """Each name once, under its letter."""
    names = [name for _, name in CASES["volgorde"]]
    page = root_page({f"g{number}": _data(name) for number, name in enumerate(sorted(names))})
    places = [page.index(f'">{escape(name)}</a>') for name in names]
    assert places == sorted(places)
    assert page.count('<h3 id="letter-') == len({first for first, _ in CASES["volgorde"]})


def _data(name: str) -> dict[str, Any]:
    return {
        "gemeente": {"naam": name},
        "editie": "2026.1",
        "datum": "2026-11-28",
        "kern": "2026.1",
        "uitgave": [""],
        "adres": {"nieuwste": None},
    }


def test_a_capital_ij_is_one_letter() -> None:
    """An own word such as «ijveraar» at the start of a sentence; words that only look like it too."""
    assert [capital(word) for word in ("ijveraar", "inwoner", "élan", "")] == ["IJveraar", "Inwoner", "Élan", ""]


def test_folding_twice_changes_nothing() -> None:
    """For every sign of the languages that are written with Latin letters."""
    signs = [chr(code) for code in [*range(0x20, 0x24F), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070), 0x132, 0x133]]
    assert [sign for sign in signs if fold(fold(sign)) != fold(sign)] == []


def test_names_are_folded_in_one_place() -> None:
    """No other module takes accents off, and no other script."""
    python = {path.name for path in (ROOT / "leidraad").rglob("*.py") if 'normalize("NFKD"' in path.read_text("utf-8")}
    scripts = {path.name for path in (ROOT / "docs").rglob("*.js") if "normalize(" in path.read_text("utf-8")}
    loose = [
        path.name for path in (ROOT / "leidraad").rglob("*.py") if "unicodedata.combining" in path.read_text("utf-8")
    ]
    assert (python, scripts, loose) == ({"names.py"}, {"namen.js"}, [])
