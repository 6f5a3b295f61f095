"""docs/assets/lib/namen.js in a browser → the same as leidraad/model/use/names.py, and the finder on the root page."""

import re
from typing import Any

from leidraad.model.use.names import fold, id_of, slug_of, words
from tests.names import CASES, GEMEENTEN
from tests.site.browser import OpenPage
from tests.site.pages import EDITIONS

EDITION = next(iter(EDITIONS))
NAMES = CASES["namen"]
# The scripts of Europe, and the signs that stand around words.
SIGNS = [chr(code) for code in [*range(0x20, 0x378), *range(0x1E00, 0x2120)]]


def _ask(open_page: OpenPage, of_one: str, asked: list[Any]) -> list[Any]:
    lib = "await import(new URL('assets/lib/namen.js', location.href))"
    made: list[Any] = open_page(EDITION).evaluate(
        f"async asked => {{ const namen = {lib}; return asked.map(one => {of_one}) }}", asked
    )
    return made


def test_the_browser_folds_as_the_machine_does(open_page: OpenPage) -> None:
    """Every case, what is typed to find it, and each letter by itself."""
    texts = [*SIGNS, *(text for case in NAMES for text in [case["naam"], *case["met"], *case["niet"]])]
    texts += ["'s-Hertogenvliet-" + "Zand aan Zee en Omstreken " * 3, "a" * 59 + " b"]
    made = _ask(open_page, "[namen.fold(one), namen.slugOf(one), namen.idOf(one), namen.words(one)]", texts)
    wanted = [[fold(text), slug_of(text), id_of(text), words(text)] for text in texts]
    assert [text for text, one, other in zip(texts, made, wanted, strict=True) if one != other] == []


def test_the_finder_finds_each_name_as_people_type_it(open_page: OpenPage) -> None:
    """Curly apostrophes, no accents, spaces for hyphens, no brackets; and not what is something else."""
    asked = [[case["naam"], typed] for case in NAMES for typed in [*case["met"], *case["niet"]]]
    found = _ask(open_page, "namen.fits(...one)", asked)
    wanted = [fits for case in NAMES for fits in [True] * len(case["met"]) + [False] * len(case["niet"])]
    assert [pair for pair, fit, want in zip(asked, found, wanted, strict=True) if fit != want] == []


def test_the_finder_finds_every_municipality(open_page: OpenPage) -> None:
    """As it is written, without capitals, accents, hyphens and apostrophes, with a curly one, and by its first word."""
    typed = {
        name: [
            name,
            name.lower(),
            fold(name),
            re.sub(r"[-'(),.]", " ", name),
            re.sub(r"[-'(),. ]", "", name),
            name.replace("'", "\u2019").replace("-", "\u2011"),
            words(name)[0],
        ]
        for name in GEMEENTEN
    }
    asked = [[name, one] for name, ones in typed.items() for one in ones]
    found = _ask(open_page, "namen.fits(...one)", asked)
    assert [pair for pair, fit in zip(asked, found, strict=True) if not fit] == []
    fitting = (
        "asked.flat().filter(other => namen.fits(one[0], other))"  # the names alone go over, and what fits comes back
    )
    found = _ask(open_page, fitting, [[name] for name in GEMEENTEN])
    wrong = {
        name: [other for other in fits if fold(other) not in fold(name)]
        for name, fits in zip(GEMEENTEN, found, strict=True)
    }
    assert {name: others for name, others in wrong.items() if others} == {}
    assert all(name in fits for name, fits in zip(GEMEENTEN, found, strict=True))


def test_a_municipality_is_found_by_its_other_name(open_page: OpenPage) -> None:
    """Den Haag has two; the row says so."""
    page = open_page("")
    page.fill("#zoek-gemeente", "\u2019s-gravenhage")
    assert page.locator(".gemeenten li:visible > a:first-child").all_inner_texts() == ["Den Haag"]
